//! A table filled: what follows from the counts that are there, each count as a share of its named base, and what
//! contradicts. An unfinished table gives what can be computed.

mod change;

pub use change::{Change, ChangeVerdict, StatedChange, Unit, changes, judge_change, read_change};

use crate::decimal::{Decimal, MAX_DECIMALS, NumberReading, Rounding, compare, round, share};
use crate::rulebook::{RowKind, Sum, Table};

/// What stands in a row before anything is inferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A count.
    Count(u64),
    /// Nothing typed; may follow from the others.
    Blank,
    /// Something typed that is no count yet; is not inferred over the typist's head.
    Unread,
}

/// A row after filling.
#[derive(Clone, Copy, Debug)]
pub struct FilledRow {
    /// The count, typed or inferred.
    pub count: Option<u64>,
    /// Not typed, but follows from the others.
    pub inferred: bool,
    /// As understood: a part found inside another part becomes a subset of it.
    pub kind: RowKind,
    /// Position of the row it is a share of, as understood.
    pub base: Option<usize>,
    /// As understood.
    pub depth: usize,
    /// Count as a percentage of the base.
    pub share: Option<Decimal>,
}

/// Figures that cannot all be right. Rows are positions in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// All parts are known and do not add up to the whole.
    SumMismatch {
        /// The whole.
        whole: usize,
        /// What the parts add up to.
        sum: u64,
    },
    /// Some parts are unknown and the known ones are already more than the whole.
    PartsExceedWhole {
        /// The whole.
        whole: usize,
        /// What the known parts add up to.
        sum: u64,
    },
    /// A subset is larger than its set.
    SubsetExceedsSet {
        /// The subset.
        row: usize,
        /// The set.
        set: usize,
    },
    /// The parts add up only when one of them is counted inside another.
    PartInsidePart {
        /// The one counted twice.
        inner: usize,
        /// The one that contains it.
        outer: usize,
        /// Their whole.
        whole: usize,
        /// What all parts add up to, the inner one counted twice.
        sum: u64,
    },
}

/// A table with its counts and shares.
#[derive(Clone, Debug)]
pub struct Filled {
    /// One for each row of the table.
    pub rows: Vec<FilledRow>,
    /// What contradicts.
    pub conflicts: Vec<Conflict>,
}

impl Filled {
    /// The count of the row at that position.
    pub fn count(&self, at: usize) -> Option<u64> {
        self.rows.get(at).and_then(|row| row.count)
    }

    /// Whether every row has a count and nothing contradicts. A part inside a part is a way of listing, no contradiction.
    pub fn is_complete(&self) -> bool {
        let contradicts = |conflict: &Conflict| !matches!(conflict, Conflict::PartInsidePart { .. });
        self.rows.iter().all(|row| row.count.is_some()) && !self.conflicts.iter().any(contradicts)
    }
}

/// Fills a table. Cells are in the order of its rows; missing ones are blank.
pub fn fill(table: &Table, cells: &[Cell], decimals: u32, rounding: Rounding) -> Filled {
    let mut cells = cells.iter().copied().chain(std::iter::repeat(Cell::Blank));
    let mut rows = Vec::with_capacity(table.rows.len());
    let mut blank = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let cell = cells.next().unwrap_or(Cell::Blank);
        let count = if let Cell::Count(count) = cell { Some(count) } else { None };
        blank.push(cell == Cell::Blank);
        rows.push(FilledRow {
            count,
            inferred: false,
            kind: row.kind,
            base: row.base,
            depth: row.depth,
            share: None,
        });
    }
    let mut filled = Filled { rows, conflicts: Vec::new() };
    infer(table, &mut filled.rows, &blank);
    find_conflicts(table, &mut filled);
    compute_shares(&mut filled, decimals, rounding);
    filled
}

/// A whole whose parts are all known is their sum; a part that is the only one missing is the remainder.
fn infer(table: &Table, rows: &mut [FilledRow], blank: &[bool]) {
    if !blank.contains(&true) {
        return;
    }
    let may_infer = |rows: &[FilledRow], at: usize| {
        blank.get(at) == Some(&true) && rows.get(at).is_some_and(|row| row.count.is_none())
    };
    // Each round settles at least one row or ends, so there are at most as many rounds as rows.
    for _ in 0..rows.len() {
        let mut settled = false;
        // Wholes stand before their parts: backwards, a sum of sums is found in one round.
        for sum in table.sums.iter().rev() {
            let Some((known, missing)) = known_parts(sum, rows) else {
                continue;
            };
            let whole = rows.get(sum.whole).and_then(|row| row.count);
            let found = match (whole, missing) {
                (None, Missing::None) if may_infer(rows, sum.whole) => Some((sum.whole, known)),
                (Some(whole), Missing::One(at)) if may_infer(rows, at) => {
                    whole.checked_sub(known).map(|rest| (at, rest))
                }
                _ => None,
            };
            if let Some((at, count)) = found
                && let Some(row) = rows.get_mut(at)
            {
                row.count = Some(count);
                row.inferred = true;
                settled = true;
            }
        }
        if !settled {
            return;
        }
    }
}

enum Missing {
    None,
    One(usize),
    Several,
}

/// The sum of the known parts, and which are missing.
fn known_parts(sum: &Sum, rows: &[FilledRow]) -> Option<(u64, Missing)> {
    let mut known = 0_u64;
    let mut missing = Missing::None;
    for at in &sum.parts {
        match (rows.get(*at).and_then(|row| row.count), &missing) {
            (Some(count), _) => known = known.checked_add(count)?,
            (None, Missing::None) => missing = Missing::One(*at),
            (None, _) => missing = Missing::Several,
        }
    }
    Some((known, missing))
}

fn find_conflicts(table: &Table, filled: &mut Filled) {
    for sum in &table.sums {
        let Some(whole) = filled.count(sum.whole) else {
            continue;
        };
        let Some((known, missing)) = known_parts(sum, &filled.rows) else {
            continue;
        };
        match missing {
            Missing::None if known == whole => {}
            Missing::None => match part_inside_part(table, sum, filled, known.saturating_sub(whole)) {
                Some((inner, outer)) => {
                    understand_inside(filled, inner, outer);
                    filled.conflicts.push(Conflict::PartInsidePart {
                        inner,
                        outer,
                        whole: sum.whole,
                        sum: known,
                    });
                }
                None => filled.conflicts.push(Conflict::SumMismatch { whole: sum.whole, sum: known }),
            },
            _ if known > whole => {
                filled.conflicts.push(Conflict::PartsExceedWhole { whole: sum.whole, sum: known })
            }
            _ => {}
        }
    }
    for (at, row) in table.rows.iter().enumerate().filter(|(_, row)| row.kind == RowKind::OfWhich) {
        if let Some(set) = row.of
            && let (Some(count), Some(whole)) = (filled.count(at), filled.count(set))
            && count > whole
        {
            filled.conflicts.push(Conflict::SubsetExceedsSet { row: at, set });
        }
    }
}

/// The one part that, left out, makes the parts add up, and the part it fits into: the next one in the list. In a table of
/// grades both are grades: who is exempt is not among the rated.
fn part_inside_part(table: &Table, sum: &Sum, filled: &Filled, excess: u64) -> Option<(usize, usize)> {
    if excess == 0 {
        return None;
    }
    let count = |at: &usize| filled.count(*at).unwrap_or(0);
    let listed =
        |at: &usize| table.subject.is_none() || table.rows.get(*at).is_some_and(|row| row.grade.is_some());
    let mut inners = sum.parts.iter().enumerate().filter(|(_, at)| count(at) == excess);
    let (place, inner) = inners.next()?;
    if inners.next().is_some() {
        return None;
    }
    let outer = place.checked_add(1).and_then(|next| sum.parts.get(next))?;
    (count(outer) >= excess && listed(inner) && listed(outer)).then_some((*inner, *outer))
}

fn understand_inside(filled: &mut Filled, inner: usize, outer: usize) {
    if let Some(row) = filled.rows.get_mut(inner) {
        row.kind = RowKind::OfWhich;
        row.base = Some(outer);
        row.depth = row.depth.saturating_add(1);
    }
}

fn compute_shares(filled: &mut Filled, decimals: u32, rounding: Rounding) {
    for at in 0..filled.rows.len() {
        let base = filled.rows.get(at).and_then(|row| row.base).and_then(|base| filled.count(base));
        if let Some(row) = filled.rows.get_mut(at)
            && let (Some(count), Some(base)) = (row.count, base)
        {
            row.share = share(count, base, decimals, rounding);
        }
    }
}

/// What a printed percentage is, held against the counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The share, at the decimals printed.
    Right,
    /// Its digits were cut off instead of rounded; the right one is given.
    Truncated(Decimal),
    /// Right, but of another row than the table says.
    OtherBase(usize),
    /// Neither; the right one is given.
    Wrong(Decimal),
}

/// Holds a printed percentage against the row's share; `None` when the row has no share yet.
pub fn judge_stated(
    table: &Table,
    filled: &Filled,
    at: usize,
    stated: Decimal,
    rounding: Rounding,
) -> Option<Verdict> {
    let row = filled.rows.get(at)?;
    let count = row.count?;
    // More decimals may be printed than a share has.
    let printed = stated.scale().min(MAX_DECIMALS);
    let stated = round(stated, printed, rounding)?;
    let share_of = |base: usize, rounding| share(count, filled.count(base)?, printed, rounding);
    let right = share_of(row.base?, rounding)?;
    let is_stated = |share: Decimal| compare(share, stated).is_eq();
    if is_stated(right) {
        return Some(Verdict::Right);
    }
    if share_of(row.base?, Rounding::Truncate).is_some_and(is_stated) {
        return Some(Verdict::Truncated(right));
    }
    // Without decimals many bases fit by chance.
    if printed == 0 {
        return Some(Verdict::Wrong(right));
    }
    // Only what a writer plausibly divided by: the wholes around the row, and the row after it in the same list, as
    // with xuất sắc of tốt. Any other row that fits, fits by chance.
    let whole_of = |at: usize| table.rows.get(at).and_then(|row| row.of);
    let enclosing = std::iter::successors(whole_of(at), |whole| whole_of(*whole));
    let mut later = at.saturating_add(1)..table.rows.len();
    let next = later.find(|other| whole_of(*other) == whole_of(at));
    let other = enclosing.chain(next).find(|other| share_of(*other, rounding).is_some_and(is_stated));
    Some(other.map_or(Verdict::Wrong(right), Verdict::OtherBase))
}

/// The count in a reading of a count field.
pub fn cell(reading: &NumberReading) -> Cell {
    match reading {
        NumberReading::Blank => Cell::Blank,
        NumberReading::Value(value) => u64::try_from(value.mantissa()).map_or(Cell::Unread, Cell::Count),
        _ => Cell::Unread,
    }
}
