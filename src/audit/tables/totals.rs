//! Rows of a table that are named a total: of the rows above it, of those of its block, or of the totals of the blocks.

use super::Table;
use crate::audit::figures::{Figure, What};
use crate::audit::relations::{Link, Relation};

/// Which rows a total may be of. Rows that are among the one above are in none.
#[derive(Clone, Copy, Debug)]
enum Rows {
    /// Those behind the total before, up to it.
    Block,
    /// Every row that is no total.
    Parts,
    /// The other totals.
    Totals,
}

/// Every column of every total row, whether it is the sum of its rows or not. One that is short may have rows that were not copied.
pub(super) fn totals(figures: &[Figure], table: &Table) -> Vec<Relation> {
    let last = table.cells.iter().map(|cell| cell.row).max();
    let mut found = Vec::new();
    let mut above = 0;
    for total in &table.totals {
        let single = table.totals.len() == 1;
        let rules: &[Rows] = if single { &[Rows::Parts] } else { &[Rows::Block, Rows::Parts, Rows::Totals] };
        let mut best: (usize, Vec<Relation>) = (0, Vec::new());
        // The first row may be the heads of the columns.
        for from in [1, 0] {
            for rows in rules {
                let is_of = |row: usize| {
                    let other = row >= from && row != *total && !table.inside.contains(&row);
                    other
                        && match rows {
                            Rows::Block => (above..*total).contains(&row),
                            Rows::Parts => !table.totals.contains(&row),
                            Rows::Totals => table.totals.contains(&row),
                        }
                };
                let mut sums = sums(figures, table, *total, is_of);
                // Rows with their sections: each is there twice.
                if sums.iter().all(|one| one.sum == one.whole.saturating_mul(2)) {
                    sums.clear();
                }
                // That nothing is the sum of nothings says nothing.
                let holding = sums.iter().filter(|one| one.holds && one.sum > 0).count();
                if holding > best.0 || best.1.is_empty() && single {
                    best = (holding, sums);
                }
            }
        }
        found.extend(best.1.into_iter().filter(|one| one.holds || last == Some(*total)));
        above = total.saturating_add(1);
    }
    found
}

/// A total and some rows in each column of counts.
fn sums(figures: &[Figure], table: &Table, total: usize, is_of: impl Fn(usize) -> bool) -> Vec<Relation> {
    let mut found = Vec::new();
    let cells = table.cells.iter().filter(|cell| cell.row == total && !table.shares.contains(&cell.column));
    for cell in cells.filter(|cell| cell.column > 0) {
        let Some((whole_at, whole)) = table.count(figures, total, cell.column) else { continue };
        let (mut parts, mut sum, mut counts) = (Vec::new(), 0_u64, true);
        for row in (0..table.rows).filter(|row| is_of(*row)) {
            let Some(part) = table.cell(row, cell.column) else { continue };
            let figure = figures.get(part.figure);
            counts &= figure.is_some_and(|figure| figure.what == What::Count);
            sum = sum.saturating_add(figure.map_or(0, |figure| figure.count));
            parts.push(part.figure);
        }
        if counts && parts.len() > 1 {
            let holds = sum == whole;
            found.push(Relation { link: Link::Sum, whole_at, whole, parts, sum, holds });
        }
    }
    found
}
