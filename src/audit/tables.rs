//! Tables pasted into a text: rows on lines, cells apart by tabs or bars. Which columns are counts and which are shares,
//! what each share is of, and whether a column is its total.

mod columns;
mod rungs;
pub(super) mod spaced;
mod totals;

use std::ops::Range;

use super::claims::{Claim, Says, Tie};
use super::figures::{Figure, Role, What};
use super::ladders::Missed;
use super::lexer::Kind;
use super::page::Page;
use super::relations::{Link, Relation};
use super::verdicts::{Judged, Verdict, name_slip, of_fit, open};
use super::words::*;
use crate::decimal::{Decimal, FieldKind, Hedge, NumberReading, add, fit, read_number};

/// Most rows of a table; further ones are another.
const MOST: usize = 200;

/// How many figures before a table its shares may be of one of.
const NEAR: usize = 8;

/// How many shares of one column tell what those of another column are of.
const MANY: usize = 3;

/// Most rows of a table that are totals.
pub(super) const TOTALS: usize = 12;

/// Most columns of a table.
const WIDEST: usize = 32;

/// A cell with one number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) figure: usize,
}

/// A table: tokens from its first to behind its last, and its cells with numbers.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) from: usize,
    pub(super) behind: usize,
    pub(super) rows: usize,
    pub(super) cells: Vec<Cell>,
    /// Columns of shares.
    pub(super) shares: Vec<usize>,
    /// The rows that are named a total, from the top.
    pub(super) totals: Vec<usize>,
    /// The rows that are named as among the one above: *trong đó Ban Thường vụ*.
    pub(super) inside: Vec<usize>,
    /// Rows of sections, *II*, with the rows of each behind it.
    pub(super) sections: Vec<usize>,
}

impl Table {
    /// The cell at a place; they stand in order.
    pub(super) fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        let at = self.cells.partition_point(|cell| (cell.row, cell.column) < (row, column));
        self.cells.get(at).filter(|cell| (cell.row, cell.column) == (row, column))
    }

    /// A row of a section, of so many.
    pub(super) fn section(&mut self, row: usize) {
        if self.sections.len() < TOTALS {
            self.sections.push(row);
        }
    }

    /// The rows behind a section are among it.
    pub(super) fn hide_details(&mut self) {
        let Some(first) = self.sections.first().filter(|_| self.sections.len() > 1) else { return };
        let all = first.saturating_add(1)..self.rows;
        let inside = all.filter(|row| {
            !self.sections.contains(row) && !self.totals.contains(row) && !self.inside.contains(row)
        });
        let inside: Vec<usize> = inside.collect();
        self.inside.extend(inside);
    }

    /// The count at a place, and its figure.
    pub(super) fn count(&self, figures: &[Figure], row: usize, column: usize) -> Option<(usize, u64)> {
        let cell = self.cell(row, column)?;
        let figure = figures.get(cell.figure).filter(|figure| figure.what == What::Count)?;
        Some((cell.figure, figure.count))
    }
}

/// What tables say, and where they stand, so that nobody reads them as sentences.
#[derive(Debug, Default)]
pub(super) struct Tables {
    pub(super) judged: Vec<Judged>,
    pub(super) relations: Vec<Relation>,
    /// Shares that should be a whole and are not.
    pub(super) missed: Vec<Missed>,
    /// Which figures stand in tables.
    inside: Vec<bool>,
}

impl Tables {
    pub(super) fn has(&self, figure: usize) -> bool {
        self.inside.get(figure).copied().unwrap_or(false)
    }
}

/// Reads every table; figures in columns of shares become percentages.
pub(super) fn tables(page: &Page<'_>, figures: &mut [Figure]) -> Tables {
    let mut all = Tables::default();
    let mut at = 0;
    let mut next_figure = 0;
    let barred = bars(page, 0..page.tokens.len());
    while at < page.tokens.len() {
        let Some(table) = barred.then(|| table(page, figures, at, &mut next_figure)).flatten() else {
            match columns::table(page, figures, at) {
                Ok(table) => {
                    at = table.behind;
                    read(figures, &table, &mut all, page);
                }
                Err(behind) => at = behind.max(line_end(page, at).saturating_add(1)),
            }
            continue;
        };
        at = table.behind;
        read(figures, &table, &mut all, page);
    }
    all
}

fn read(figures: &mut [Figure], table: &Table, all: &mut Tables, page: &Page<'_>) {
    for cell in &table.cells {
        if table.shares.contains(&cell.column)
            && let Some(figure) = figures.get_mut(cell.figure)
        {
            into_share(page, figure);
        }
    }
    if let Some(first) = table.cells.first() {
        all.inside.resize(first.figure, false);
        let behind = figures.partition_point(|figure| figure.first < table.behind);
        all.inside.resize(behind.max(first.figure), true);
    }
    judge(figures, table, all);
}

pub(super) fn is_bar(page: &Page<'_>, at: usize) -> bool {
    page.mark(at, '\t') || page.mark(at, '|')
}

/// *I*, *IV*, *A*: what a section is called by.
pub(super) fn roman(typed: &str) -> bool {
    matches!(typed, "A" | "B" | "C" | "D") || typed.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

/// Whether a stretch has cells.
pub(super) fn bars(page: &Page<'_>, stretch: Range<usize>) -> bool {
    page.stretch(stretch).iter().any(|token| token.is('\t') || token.is('|'))
}

pub(super) fn line_end(page: &Page<'_>, from: usize) -> usize {
    let rest = page.stretch(from..page.tokens.len());
    from.saturating_add(rest.iter().take_while(|token| token.kind != Kind::Line).count())
}

/// The table that begins with the line here: at least two lines with bars.
fn table(page: &Page<'_>, figures: &[Figure], from: usize, next_figure: &mut usize) -> Option<Table> {
    let mut table = Table {
        from,
        behind: from,
        rows: 0,
        cells: Vec::new(),
        shares: Vec::new(),
        totals: Vec::new(),
        inside: Vec::new(),
        sections: Vec::new(),
    };
    let mut at = from;
    while at < page.tokens.len() && table.rows < MOST {
        let end = line_end(page, at);
        if !bars(page, at..end) {
            break;
        }
        row(page, figures, &mut table, (at, end), next_figure);
        table.rows = table.rows.saturating_add(1);
        at = end.saturating_add(1);
        if page.at(end).is_blank() {
            break;
        }
    }
    table.behind = at;
    table.hide_details();
    (table.rows > 1 && table.from < table.behind).then_some(table)
}

fn row(
    page: &Page<'_>,
    figures: &[Figure],
    table: &mut Table,
    (from, end): (usize, usize),
    next_figure: &mut usize,
) {
    let mut column = 0;
    let row = table.rows;
    let mut numbers = 0;
    let mut bracket = false;
    let mut total_row = None;
    let cells = table.cells.len();
    // *II. Sự nghiệp | 240*
    let next = from.saturating_add(1);
    if page.at(from).kind == Kind::Word
        && roman(page.written(from))
        && (page.mark(next, '.') || is_bar(page, next))
    {
        table.section(row);
    }
    // A row of shares below counts: *Tỷ lệ | 100% | 18,69%*.
    let wide = |cells: Range<usize>| cells.filter(|at| is_bar(page, *at)).count();
    let rates = row > 0
        && (page.says(from, &[TYR, LEEJ]) || page.says(from, &[TIR, LEEJ]))
        && wide(from..end) == wide(table.from..line_end(page, table.from));
    if rates {
        return;
    }
    for at in from..end {
        if is_bar(page, at) {
            column = usize::saturating_add(column, 1);
            (numbers, bracket) = (0, false);
            continue;
        }
        let rate = page.says(at, &[TYR, LEEJ]) || page.says(at, &[TIR, LEEJ]) || page.mark(at, '%');
        if rate && column < WIDEST && !table.shares.contains(&column) {
            table.shares.push(column);
        }
        let total = page.word(at, TOONGR) || page.word(at, COONGJ) || page.says(at, &[TOANF, TINHR]);
        // *Khá (tỉ lệ so với tổng số)*
        bracket = (bracket || page.mark(at, '(')) && !page.mark(at, ')');
        if total && column < 2 && !bracket {
            total_row = Some(row);
        }
        if column < 2 && page.says(at, &[TRONG, DDOS]) && table.inside.last() != Some(&row) {
            table.inside.push(row);
        }
        while figures.get(*next_figure).is_some_and(|figure| figure.first < at) {
            *next_figure = next_figure.saturating_add(1);
        }
        let begins = figures.get(*next_figure).is_some_and(|figure| figure.first == at);
        if begins {
            numbers = usize::saturating_add(numbers, 1);
            // A cell with words and several numbers is no cell of figures; nor is one of changes, +5 or -2.
            let signed = page.before(at, 1).is('+')
                || page.before(at, 1).is('-') && is_bar(page, at.saturating_sub(2));
            // *TH An Thạnh 2 | 47 | 8*, *2 Khá | 627*: a name.
            let word = |at: usize| page.at(at).kind == Kind::Word;
            let name = column == 0 && (word(from) || word(from.saturating_add(1)));
            if numbers == 1 && column < WIDEST && !signed && !name {
                table.cells.push(Cell { row, column, figure: *next_figure });
            }
        }
    }
    // A first row without numbers is the heads of the columns.
    if row > 0 || table.cells.len() > cells {
        table.totals.extend(total_row.filter(|_| table.totals.len() < TOTALS));
    }
}

/// A number in a column of shares is one, with its sign or without.
fn into_share(page: &Page<'_>, figure: &mut Figure) {
    let typed = page.text.get(figure.from..figure.to).unwrap_or("");
    if let NumberReading::Value(value) | NumberReading::Ambiguous(value, _) =
        read_number(typed, FieldKind::Percent)
    {
        figure.what = What::Percent;
        figure.value = value;
    }
}

/// What the shares of a column may be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Base {
    /// The total of its counts, or the number above them.
    Total,
    /// The counts of another column.
    Column(usize),
    /// A number of the text before the table: *mẫu số là 196 phiếu*.
    Before(usize, u64),
}

fn judge(figures: &[Figure], table: &Table, all: &mut Tables) {
    let count = |row: usize, column: usize| table.count(figures, row, column);
    let columns = table.cells.iter().map(|cell| cell.column).max().unwrap_or(0);
    let common = common(figures, table);
    let first = table.cells.first().map_or(0, |cell| cell.figure);
    let before = figures.get(first.saturating_sub(NEAR)..first).unwrap_or_default().iter().enumerate();
    let before = before.filter(|(_, one)| one.what == What::Count && one.role == Role::Fact);
    let before =
        before.map(|(nth, one)| Base::Before(first.saturating_sub(NEAR).saturating_add(nth), one.count));
    // The number of its total row, or of the first that has no share: *Cán bộ, công chức | 196 |* above its grades.
    let total = |counted: usize, share: usize| {
        let head = || (0..table.rows).find(|row| count(*row, counted).is_some());
        let bare =
            |row: &usize| table.totals.is_empty() && percent_cell(figures, table, *row, share).is_none();
        let last = table.totals.last().and_then(|total| count(*total, counted));
        last.or_else(|| head().filter(bare).and_then(|row| count(row, counted)))
    };
    let base_of = |row: usize, base: Base, total: Option<(usize, u64)>| match base {
        Base::Total => total,
        Base::Column(column) => count(row, column),
        Base::Before(at, number) => Some((at, number)),
    };
    for share in &table.shares {
        // The nearest column of counts before the share, or behind it where that fits better; and what may be its base: the total below,
        // or another column.
        let counts_in = |column: &usize| (1..table.rows).any(|row| count(row, *column).is_some());
        let sides = [(0..*share).rev().find(counts_in), (share.saturating_add(1)..=columns).find(counts_in)];
        let mut best: Option<(usize, Base, usize)> = None;
        for counted in sides.into_iter().flatten() {
            let total = total(counted, *share);
            let others = (0..=columns).filter(|column| *column != counted).map(Base::Column);
            let bases = std::iter::once(Base::Total).chain(others).chain(before.clone());
            for base in bases {
                let fits = (0..table.rows).filter(|row| {
                    let base = base_of(*row, base, total);
                    fitting(figures, table, *row, *share, count(*row, counted), base).is_some_and(|fits| fits)
                });
                let fits = fits.count();
                // Of a number outside the table only where it is that of many.
                let least = if matches!(base, Base::Before(..)) { MANY } else { 0 };
                if best.is_none_or(|best| fits > best.0.max(least)) {
                    best = Some((fits, base, counted));
                }
            }
        }
        let Some((mut fits, mut base, counted)) = best else { continue };
        // Of what the other columns of shares are.
        if fits < 2 && common.0 > MANY {
            (fits, base) = (common.0, Base::Column(common.1));
        }
        let total = total(counted, *share);
        for row in 0..table.rows {
            let Some(one) = claim(figures, table, row, *share, count(row, counted)) else { continue };
            let base = base_of(row, base, total).map(|(_, base)| base);
            let base = base.filter(|_| !added(figures, table, row, *share));
            all.judged.push(judged(one, base, fits));
        }
    }
    all.relations.extend(across(figures, table));
    all.missed.extend(rungs::missed(figures, table));
    all.relations.extend(totals::totals(figures, table));
}

/// Whether the share of a total row is those of the rows above added up as they stand, rounded: *99,9*.
fn added(figures: &[Figure], table: &Table, total: usize, share: usize) -> bool {
    let value = |row: usize| {
        percent_cell(figures, table, row, share).and_then(|at| figures.get(at)).map(|figure| figure.value)
    };
    let mut rows = (0..total).filter_map(value).peekable();
    let many = rows.peek().is_some() && table.totals.contains(&total);
    let sum = rows.try_fold(Decimal::ZERO, add);
    many && sum.is_some() && sum == value(total)
}

/// The column that most shares of the table are of, each of the count before it, and how many.
fn common(figures: &[Figure], table: &Table) -> (usize, usize) {
    let mut best = (0, 0);
    for base in 0..WIDEST {
        let value = |row: usize, column: usize| table.count(figures, row, column);
        let fits = table.shares.iter().filter_map(|share| Some((*share, share.checked_sub(1)?)));
        let fits = fits.filter(|(_, counted)| *counted > base).map(|(share, counted)| {
            let of =
                |row: &usize| fitting(figures, table, *row, share, value(*row, counted), value(*row, base));
            (0..table.rows).filter(|row| of(row) == Some(true)).count()
        });
        let fits = fits.sum();
        if fits > best.0 {
            best = (fits, base);
        }
    }
    best
}

fn percent_cell(figures: &[Figure], table: &Table, row: usize, share: usize) -> Option<usize> {
    let cell = table.cell(row, share)?;
    figures.get(cell.figure).filter(|figure| figure.what == What::Percent).map(|_| cell.figure)
}

fn fitting(
    figures: &[Figure],
    table: &Table,
    row: usize,
    share: usize,
    count: Option<(usize, u64)>,
    base: Option<(usize, u64)>,
) -> Option<bool> {
    let percent = figures.get(percent_cell(figures, table, row, share)?)?;
    // The total of itself says nothing.
    let (count, base) = (count?, base.filter(|base| Some(base.0) != count.map(|count| count.0))?);
    Some(fit(count.1, base.1, percent.value, Hedge::None).is_some())
}

fn claim(
    figures: &[Figure],
    table: &Table,
    row: usize,
    share: usize,
    count: Option<(usize, u64)>,
) -> Option<Claim> {
    let percent_at = percent_cell(figures, table, row, share)?;
    let percent = figures.get(percent_at)?;
    let (counted, count) = count?;
    let figure = figures.get(counted)?;
    Some(Claim {
        says: Says::Share,
        tie: Tie::Firm,
        counted: Some(counted),
        percent: Some(percent_at),
        count,
        stated: Some(percent.value),
        hedge: Hedge::None,
        share: true,
        base: None,
        named: false,
        of: None,
        span: (figure.span.0.min(percent.span.0), percent.span.1.max(figure.span.1)),
    })
}

/// A row that does not fit where most others do is wrong.
fn judged(claim: Claim, base: Option<u64>, others: usize) -> Judged {
    let mut one = Judged { base, said: false, ..open(claim) };
    let (Some(base), Some(stated)) = (base, claim.stated) else { return one };
    match fit(claim.count, base, stated, Hedge::None) {
        Some(fit) => one.verdict = of_fit(fit),
        // More than all of it: of a plan.
        None if others >= 2 && (claim.count <= base || stated > Decimal::ONE_HUNDRED) => {
            one.verdict = Verdict::Wrong;
            one.sure = claim.count <= base;
            name_slip(&mut one, true);
        }
        None => one.base = None,
    }
    one
}

/// Rows whose first count is the sum of the others, where most rows are so: those that are not, too.
pub(super) fn across(figures: &[Figure], table: &Table) -> Vec<Relation> {
    let mut found: Vec<Relation> = Vec::new();
    let mut cells = table.cells.iter().filter(|cell| !table.shares.contains(&cell.column)).peekable();
    while let Some(first) = cells.next() {
        let (mut parts, mut sum) = (Vec::new(), 0_u64);
        while let Some(cell) = cells.next_if(|cell| cell.row == first.row) {
            sum = sum.saturating_add(figures.get(cell.figure).map_or(0, |figure| figure.count));
            parts.push(cell.figure);
        }
        let Some(whole) = figures.get(first.figure).filter(|whole| whole.what == What::Count) else {
            continue;
        };
        let counts = |at: &usize| figures.get(*at).is_some_and(|figure| figure.what == What::Count);
        if parts.len() > 1 && whole.count > 0 && parts.iter().all(counts) {
            let holds = sum == whole.count;
            found.push(Relation {
                link: Link::Total,
                whole_at: first.figure,
                whole: whole.count,
                parts,
                sum,
                holds,
            });
        }
    }
    let hold = found.iter().filter(|one| one.holds).count();
    if hold < 3 || hold.saturating_mul(3) < found.len().saturating_mul(2) {
        found.clear();
    }
    found
}
