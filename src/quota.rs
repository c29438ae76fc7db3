//! How many may still be rated at a limited grade, and under which reading of the text.
//!
//! All comparisons are whole numbers. Moving one person into the grade can change both sides (under the exclusive
//! reading the base shrinks), so a limit is found by asking of each number whether *it* would pass, not by
//! multiplying once: the largest number that passes when people only move between the grade and the next.

mod raised;

pub use raised::{Decided, Standing};

use crate::decimal::{Decimal, MAX_COUNT, Rounding, places, share, within_percent};
use crate::rulebook::{QuotaRule, ReadingRule, SmallGroup, Subject};

/// Counts per grade of a subject, in the subject's order; `None` is not known yet.
pub type Tally = Vec<Option<u64>>;

/// Where a group stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Places left.
    Open,
    /// At most a tenth of the places left, or one.
    Near,
    /// None left, none too many.
    Full,
    /// Too many.
    Exceeded,
    /// A count is missing.
    Unknown,
}

impl State {
    /// Its id.
    pub fn id(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Near => "near",
            State::Full => "full",
            State::Exceeded => "exceeded",
            State::Unknown => "unknown",
        }
    }

    /// Whether the quota is kept; `None` while unknown.
    pub fn passes(self) -> Option<bool> {
        match self {
            State::Unknown => None,
            state => Some(state != State::Exceeded),
        }
    }
}

/// One quota under one reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// How many the percentage is taken of, as the tally stands.
    pub base: Option<u64>,
    /// The largest number in the grade that passes when people only move between it and the next grade.
    pub limit: Option<u64>,
    /// Limit minus used; negative: how many too many.
    pub headroom: Option<i64>,
    /// The smallest number at this grade and the next together at which the limit grows by one.
    pub next_slot_at: Option<u64>,
    /// Those in the grade and those who could move into it; for a title, those in the grade it is given within.
    pub reach: Option<u64>,
    /// The base as it would be with just `limit` in the grade; another than `base` where moving changes it.
    pub base_at_limit: Option<u64>,
    /// The base with one more than `limit`; what shows why there is no further place.
    pub base_beyond: Option<u64>,
    /// Where the group stands.
    pub state: State,
    /// The small-group rule decided, not the percentage.
    pub small_group: bool,
    /// It passes only because a fraction of a place was rounded up.
    pub lifted_by_rounding: bool,
}

impl Outcome {
    /// How many are too many. As many changes, each from the grade to the next, are the fewest that bring the group within:
    /// one person less in the grade gives a place at once, and nothing that one other person does gives more than one.
    pub fn over(&self) -> Option<u64> {
        self.headroom.filter(|headroom| *headroom < 0).map(i64::unsigned_abs)
    }

    /// The share once just `limit` are in the grade: two decimals, half-up.
    pub fn share_at_limit(&self) -> Option<Decimal> {
        share(self.limit?, self.base_at_limit?, 2, Rounding::HalfUp)
    }

    /// Those in the grade as a percentage of the base: two decimals, half-up, as reports print it.
    pub fn share(&self, used: Option<u64>) -> Option<Decimal> {
        share(used?, self.base?, 2, Rounding::HalfUp)
    }
}

/// The first reading of the text itself that passes, or that fails. Readings met only in practice do not count.
pub fn first_judged(rule: &QuotaRule, outcomes: &[Outcome], passes: bool) -> Option<usize> {
    let mut readings = rule.readings.iter().zip(outcomes);
    readings.position(|(reading, outcome)| reading.from_text && outcome.state.passes() == Some(passes))
}

/// How large the group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GroupSize {
    /// Said by the caller.
    Known(u64),
    /// Taken to be those in the tally; more may join.
    Assumed(u64),
    /// A count is missing: these are known, and there may be more.
    AtLeast(u64),
}

impl GroupSize {
    /// As many as are known of.
    pub fn value(self) -> u64 {
        match self {
            GroupSize::Known(size) | GroupSize::Assumed(size) | GroupSize::AtLeast(size) => size,
        }
    }
}

/// Everybody in the tally: grades inside another are not counted twice.
pub fn tally_size(subject: &Subject, tally: &[Option<u64>]) -> GroupSize {
    let own = || {
        subject.grades.iter().zip(tally).filter(|(grade, _)| grade.within.is_none()).map(|(_, count)| *count)
    };
    let sum = own().flatten().fold(0, u64::saturating_add);
    if own().all(|count| count.is_some()) { GroupSize::Assumed(sum) } else { GroupSize::AtLeast(sum) }
}

/// The quota under one reading, for a tally. `percent` is the cap in force: the rule's own, or a higher one decided for
/// the group.
pub fn outcome(
    rule: &QuotaRule,
    percent: Decimal,
    reading: &ReadingRule,
    subject: &Subject,
    tally: &[Option<u64>],
    size: GroupSize,
) -> Outcome {
    let base = sum(tally, &reading.grades);
    let unknown = Outcome {
        base,
        limit: None,
        headroom: None,
        next_slot_at: None,
        reach: None,
        base_at_limit: None,
        base_beyond: None,
        state: State::Unknown,
        small_group: false,
        lifted_by_rounding: false,
    };
    let Some(cell) = Cell::of(rule, percent, reading, subject, tally, base) else {
        return unknown;
    };
    let Some(small) = small_group(rule, size) else { return unknown };
    let limit = cell.places(small);
    let headroom = signed(limit).and_then(|limit| limit.checked_sub(signed(cell.used)?));
    let next_slot_at = match (small, size) {
        (None, _) => cell.next_slot_at(limit, 1),
        // Fewer are good than may be excellent: the next good one brings the place.
        (Some(small), _) if limit < small.at_most.value => cell.reach.checked_add(1),
        // More people than the caller says there are cannot be rated.
        (_, GroupSize::Known(_)) => None,
        (Some(small), _) => {
            small.below.value.checked_sub(size.value()).and_then(|first| cell.next_slot_at(limit, first))
        }
    };
    let passes_exactly = within_percent(cell.used, percent, cell.base);
    Outcome {
        limit: Some(limit),
        headroom,
        next_slot_at,
        reach: Some(cell.reach),
        base_at_limit: cell.base_with(limit, 0),
        base_beyond: limit.checked_add(1).and_then(|beyond| cell.base_with(beyond, 0)),
        state: headroom.map_or(State::Unknown, |headroom| state(headroom, limit)),
        small_group: small.is_some(),
        lifted_by_rounding: small.is_none() && cell.used <= limit && !passes_exactly,
        ..unknown
    }
}

/// The places of a group, without what it would take for more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places {
    /// See [`Outcome::limit`].
    pub limit: u64,
    /// Limit minus used; negative: how many too many.
    pub headroom: i64,
}

/// How many places a group has under one reading, as [`outcome`] finds it; for thousands of groups at once.
pub fn places_of(
    rule: &QuotaRule,
    percent: Decimal,
    reading: &ReadingRule,
    subject: &Subject,
    tally: &[Option<u64>],
    size: GroupSize,
) -> Option<Places> {
    let cell = Cell::of(rule, percent, reading, subject, tally, sum(tally, &reading.grades))?;
    let limit = cell.places(small_group(rule, size)?);
    Some(Places { limit, headroom: signed(limit)?.checked_sub(signed(cell.used)?)? })
}

/// The small-group rule when it decides; `None` when too little is known of the size to say.
fn small_group(rule: &QuotaRule, size: GroupSize) -> Option<Option<&SmallGroup>> {
    let small = rule.small_group.as_ref().filter(|small| size.value() < small.below.value);
    // It may or may not be a small group.
    if small.is_some() && matches!(size, GroupSize::AtLeast(_)) { None } else { Some(small) }
}

fn state(headroom: i64, limit: u64) -> State {
    let at_most_a_tenth = |left: i64| signed(limit).is_some_and(|limit| left.saturating_mul(10) <= limit);
    match headroom {
        ..0 => State::Exceeded,
        0 => State::Full,
        1 => State::Near,
        left if at_most_a_tenth(left) => State::Near,
        _ => State::Open,
    }
}

/// The figures of one group under one reading.
struct Cell {
    percent: Decimal,
    rounding: Rounding,
    used: u64,
    /// Those in the grade and those who could move into it.
    reach: u64,
    base: u64,
    /// What happens to the base when one person moves into the grade.
    move_changes_base: Change,
    /// Whether the base grows when one more person reaches the next grade.
    next_in_base: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    None,
    Grows,
    Shrinks,
}

impl Cell {
    fn of(
        rule: &QuotaRule,
        percent: Decimal,
        reading: &ReadingRule,
        subject: &Subject,
        tally: &[Option<u64>],
        base: Option<u64>,
    ) -> Option<Cell> {
        let count = |at: usize| tally.get(at).copied().flatten();
        let in_base = |at: Option<usize>| at.is_some_and(|at| reading.grades.contains(&at));
        let used = count(rule.grade)?;
        let inside = subject.grades.get(rule.grade).is_some_and(|grade| grade.within.is_some());
        let next = match rule.next {
            Some(next) => count(next)?,
            None => 0,
        };
        let next_in_base = in_base(rule.next);
        // A title inside a grade moves nobody: whoever gets it stays where he was counted.
        let (reach, move_changes_base) = match (inside, in_base(Some(rule.grade)), next_in_base) {
            (true, ..) => (next, Change::None),
            (_, false, true) => (used.checked_add(next)?, Change::Shrinks),
            (_, true, false) => (used.checked_add(next)?, Change::Grows),
            _ => (used.checked_add(next)?, Change::None),
        };
        let rounding = rule.rounding.value;
        Some(Cell { percent, rounding, used, reach, base: base?, move_changes_base, next_in_base })
    }

    /// The base with `number` in the grade and `arrivals` more people at the next grade.
    fn base_with(&self, number: u64, arrivals: u64) -> Option<u64> {
        let moved = signed(number)?.checked_sub(signed(self.used)?)?;
        let arrived = if self.next_in_base { arrivals } else { 0 };
        let base = signed(self.base.checked_add(arrived)?)?;
        let base = match self.move_changes_base {
            Change::None => base,
            Change::Grows => base.checked_add(moved)?,
            Change::Shrinks => base.checked_sub(moved)?,
        };
        u64::try_from(base).ok()
    }

    /// Whether `number` in the grade would pass, with `arrivals` more people at the next grade.
    fn passes(&self, number: u64, arrivals: u64) -> bool {
        let Some(base) = self.base_with(number, arrivals) else {
            return false;
        };
        match self.rounding {
            Rounding::Floor | Rounding::Truncate => within_percent(number, self.percent, base),
            rounding => number <= places(self.percent, base, rounding),
        }
    }

    fn places(&self, small: Option<&SmallGroup>) -> u64 {
        match small {
            Some(small) => small.at_most.value.min(self.reach),
            None => self.limit(),
        }
    }

    /// Passing is monotone: whoever moves in never makes room for the next.
    fn limit(&self) -> u64 {
        if self.move_changes_base == Change::None {
            return places(self.percent, self.base, self.rounding).min(self.reach);
        }
        first_where(1, self.reach, |number| !self.passes(number, 0))
            .map_or(self.reach, |first| first.saturating_sub(1))
    }

    fn next_slot_at(&self, limit: u64, first: u64) -> Option<u64> {
        let wanted = limit.checked_add(1)?;
        let fits = |arrivals: u64| {
            self.reach.checked_add(arrivals).is_some_and(|reach| wanted <= reach)
                && self.passes(wanted, arrivals)
        };
        let last = MAX_COUNT.checked_sub(self.reach)?;
        first_where(first.max(1), last, fits).and_then(|arrivals| self.reach.checked_add(arrivals))
    }
}

/// The smallest number of `from..=to` for which `holds`, which once true stays true. Steps double first: the answer is
/// mostly near the beginning.
fn first_where(from: u64, to: u64, holds: impl Fn(u64) -> bool) -> Option<u64> {
    let (mut low, mut step) = (from, 1_u64);
    let mut high = loop {
        if low > to {
            return None;
        }
        let candidate = low.checked_add(step)?.checked_sub(1)?.min(to);
        if holds(candidate) {
            break candidate;
        }
        low = candidate.checked_add(1)?;
        step = step.checked_add(step)?;
    };
    while low < high {
        let middle = u64::midpoint(low, high);
        if holds(middle) {
            high = middle;
        } else {
            low = middle.checked_add(1)?;
        }
    }
    Some(low)
}

fn sum(tally: &[Option<u64>], grades: &[usize]) -> Option<u64> {
    grades.iter().try_fold(0_u64, |sum, at| sum.checked_add(tally.get(*at).copied().flatten()?))
}

fn signed(count: u64) -> Option<i64> {
    i64::try_from(count).ok()
}
