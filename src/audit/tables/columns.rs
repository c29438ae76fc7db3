//! Tables whose cells came on lines of their own, as when one is copied from a page: a name, its numbers, the next name.

use super::totals::totals;
use super::{Cell, TOTALS, Table, across, bars, line_end, roman};
use crate::audit::figures::{Figure, What};
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::words::*;
use crate::decimal::whole_digits;

/// So many columns make a table of two rows.
const WIDE: usize = 5;

/// Most lines that are looked at for one table.
const MOST: usize = 400;

/// A row: whether its name says that it is the total, among the row above, or that of a section, *II*; and its numbers.
struct Row {
    total: bool,
    inside: bool,
    section: bool,
    numbers: Vec<usize>,
}

/// The table that begins with the line here, or behind what is none.
pub(super) fn table(page: &Page<'_>, figures: &mut [Figure], from: usize) -> Result<Table, usize> {
    let (mut rows, behind) = rows(page, figures, from);
    let width = rows.last().map_or(0, |row| row.numbers.len());
    let last = rows.len().saturating_sub(1);
    for (nth, row) in rows.iter_mut().enumerate() {
        // The number of the next row stands before its name.
        let counted = row.numbers.last().and_then(|at| figures.get(*at)).map(|figure| written(page, figure));
        let next = counted.is_some_and(|typed| typed.len() < 3 && whole_digits(typed).is_some());
        if nth < last && row.numbers.len() == width.saturating_add(1) && next {
            row.numbers.pop();
        }
    }
    // The heads of the columns, and the number of the first row.
    let heads = rows.iter().take_while(|row| row.numbers.len() < 2).count();
    let rows = rows.get(heads..).unwrap_or_default();
    let few = if width < WIDE { 3 } else { 2 };
    if rows.len() < few || width < 2 || rows.iter().any(|row| row.numbers.len() != width) {
        return Err(behind);
    }
    let mut table = Table {
        from,
        behind,
        rows: rows.len().saturating_add(1),
        cells: Vec::new(),
        shares: Vec::new(),
        totals: Vec::new(),
        inside: Vec::new(),
        sections: Vec::new(),
    };
    for (nth, row) in rows.iter().enumerate() {
        if row.total && table.totals.len() < TOTALS {
            table.totals.push(nth.saturating_add(1));
        }
        if row.section {
            table.section(nth.saturating_add(1));
        }
        if row.inside {
            table.inside.push(nth.saturating_add(1));
        }
        for (at, figure) in row.numbers.iter().enumerate() {
            let column = at.saturating_add(1);
            table.cells.push(Cell { row: nth.saturating_add(1), column, figure: *figure });
            let Some(figure) = figures.get_mut(*figure) else { continue };
            match grouped(written(page, figure)) {
                Some(count) => (figure.what, figure.count) = (What::Count, count),
                None if !table.shares.contains(&column) => table.shares.push(column),
                None => {}
            }
        }
    }
    table.hide_details();
    let summed = || totals(figures, &table).iter().any(|one| one.holds && one.sum > 0);
    let known = !table.shares.is_empty() || !across(figures, &table).is_empty() || summed();
    if known { Ok(table) } else { Err(behind) }
}

/// The names and numbers from here on, and behind the last of them.
fn rows(page: &Page<'_>, figures: &[Figure], from: usize) -> (Vec<Row>, usize) {
    let mut rows: Vec<Row> = Vec::new();
    let mut at = from;
    let mut named = false;
    let (mut total, mut inside, mut section) = (false, false, false);
    let mut next = figures.partition_point(|figure| figure.first < from);
    for _ in 0..MOST {
        let end = line_end(page, at);
        // Cells apart by tabs are a table of the other kind.
        if at >= end || bars(page, at..end) {
            break;
        }
        let figure = figures.get(next).filter(|figure| figure.first < end);
        match figure {
            // *Tốt*, *(tỉ lệ so với tổng số) 40%*, and the sign over a column.
            Some(figure) if page.mark(at, '(') && figure.behind == end && figure.what == What::Percent => {
                named = true;
                next = next.saturating_add(1);
            }
            // *1. Hoàn thành xuất sắc nhiệm vụ*
            Some(figure) if ordinal(page, figure, at, end) && !more(figures, next, end) => {
                (named, total, inside, section) = (true, false, false, false);
                next = next.saturating_add(1);
            }
            None if page.mark(at, '%') && at.saturating_add(1) == end => named = true,
            None if page.at(at).kind == Kind::Word && !page.mark(end.saturating_sub(1), '.') => {
                if !named {
                    (inside, section) = (false, false);
                }
                section |= at.saturating_add(1) == end && roman(page.written(at));
                named = true;
                inside |= page.says(at, &[TRONG, DDOS]);
                // The last line is the name of the row: *Cộng* before it may be that of a column.
                total = page.word(at, TOONGR) || page.word(at, COONGJ);
            }
            Some(figure) if figure.first == at && figure.behind == end => {
                if named {
                    rows.push(Row { total, inside, section, numbers: Vec::new() });
                }
                named = false;
                match rows.last_mut() {
                    Some(row) => row.numbers.push(next),
                    None => break,
                }
                next = next.saturating_add(1);
            }
            _ => break,
        }
        at = end.saturating_add(1);
        // A blank line ends it, unless the total stands behind it.
        let sum = page.word(at, TOONGR) || page.word(at, COONGJ);
        if page.at(end).is_blank() && !(sum && line_end(page, at).saturating_sub(at) < 4) {
            break;
        }
    }
    (rows, at)
}

/// Whether a line begins with its number, and words behind it.
fn ordinal(page: &Page<'_>, figure: &Figure, at: usize, end: usize) -> bool {
    let mark = page.mark(figure.behind, '.') || page.mark(figure.behind, ')');
    let word = page.at(figure.behind.saturating_add(1)).kind == Kind::Word;
    figure.first == at && mark && word && !page.mark(end.saturating_sub(1), '.')
}

/// Whether another number stands on the line.
fn more(figures: &[Figure], first: usize, end: usize) -> bool {
    figures.get(first.saturating_add(1)).is_some_and(|figure| figure.first < end)
}

fn written<'t>(page: &Page<'t>, figure: &Figure) -> &'t str {
    page.text.get(figure.from..figure.to).unwrap_or("")
}

/// A whole number, with points or commas before each three digits, as in tables of either kind: 590,120.
fn grouped(typed: &str) -> Option<u64> {
    let mut digits = String::new();
    for (nth, group) in typed.split(['.', ',']).enumerate() {
        if nth > 0 && group.len() != 3 || group.is_empty() || group.len() > 9 {
            return None;
        }
        digits.push_str(group);
    }
    whole_digits(&digits).filter(|_| digits.len() < 11)
}
