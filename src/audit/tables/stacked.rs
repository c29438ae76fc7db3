//! Tables whose cells came on lines of their own: a label, then its numbers, row by row.

use super::{Cell, MOST, Table, line_end};
use crate::audit::figures::{Figure, What};
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::words::*;

/// Most numbers of a row, and fewest rows of such a table.
const WIDE: usize = 4;
const FEW: usize = 3;
/// Most words of a label.
const LABEL: usize = 24;

/// The table that begins with the label on the line here.
pub(super) fn table(page: &Page<'_>, figures: &[Figure], from: usize) -> Option<Table> {
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
    let mut wide = 0;
    while table.rows < MOST {
        let Some((numbers, behind)) = row(page, figures, at) else { break };
        if table.rows > 0 && numbers.len() != wide {
            break;
        }
        wide = numbers.len();
        let label = at..line_end(page, at);
        if page.tells(label.clone(), &[TOONGR]) || page.tells(label, &[COONGJ]) {
            table.totals.push(table.rows);
        }
        let row = table.rows;
        let cells = numbers.iter().enumerate();
        table.cells.extend(cells.map(|(nth, figure)| Cell {
            row,
            column: nth.saturating_add(1),
            figure: *figure,
        }));
        table.rows = table.rows.saturating_add(1);
        (table.behind, at) = (behind, behind);
    }
    let shares = (2..=wide).filter(|column| shares(page, figures, &table, *column));
    table.shares = shares.collect();
    (table.rows >= FEW && table.shares.len() == 1).then_some(table)
}

/// The numbers on the lines below a label, and where the line behind them begins.
fn row(page: &Page<'_>, figures: &[Figure], label: usize) -> Option<(Vec<usize>, usize)> {
    let end = line_end(page, label);
    let words = page.stretch(label..end);
    let named = words.len() < LABEL && words.iter().filter(|word| word.kind == Kind::Word).count() > 1;
    if !named {
        return None;
    }
    let mut numbers = Vec::new();
    let mut at = end.saturating_add(1);
    while let Some(figure) = alone(page, figures, at) {
        if numbers.len() >= WIDE {
            return None;
        }
        numbers.push(figure);
        at = line_end(page, at).saturating_add(1);
    }
    (!numbers.is_empty()).then_some((numbers, at))
}

/// The one number that a line is.
fn alone(page: &Page<'_>, figures: &[Figure], at: usize) -> Option<usize> {
    let found = figures.partition_point(|figure| figure.first < at);
    let figure = figures.get(found).filter(|figure| figure.first == at)?;
    let sign = usize::from(page.mark(figure.behind, '%'));
    (figure.behind.saturating_add(sign) == line_end(page, at)).then_some(found)
}

/// Whether most numbers of a column have decimals: its total has none, *100*.
fn shares(page: &Page<'_>, figures: &[Figure], table: &Table, column: usize) -> bool {
    let cells = || table.cells.iter().filter(|cell| cell.column == column);
    let fine = cells().filter_map(|cell| figures.get(cell.figure)).filter(|figure| {
        let typed = page.text.get(figure.from..figure.to).unwrap_or("");
        figure.what == What::Percent || figure.what == What::Other && typed.contains([',', '.'])
    });
    fine.count().saturating_mul(2) > table.rows
}
