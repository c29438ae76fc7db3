//! Rows of a table that are named a total: of the rows above it, of those of its block, or of the totals of the blocks.

use super::figures::{Figure, What};
use super::relations::{Link, Relation};
use super::tables::Table;

/// Every column of every total row, whether it is the sum of its rows or not. One that is short may have rows that were not copied.
pub(super) fn totals(figures: &[Figure], table: &Table) -> Vec<Relation> {
    let columns: Vec<usize> = (1..=table.cells.iter().map(|cell| cell.column).max().unwrap_or(0))
        .filter(|column| !table.shares.contains(column))
        .collect();
    let mut found = Vec::new();
    let mut above = 0;
    for total in &table.totals {
        let sums: Vec<Vec<Relation>> = blocks(table, above, *total)
            .iter()
            .map(|rows| {
                columns.iter().filter_map(|column| sum(figures, table, *column, rows, *total)).collect()
            })
            .collect();
        // That nothing is the sum of nothings says nothing.
        let holding = |sums: &&Vec<Relation>| sums.iter().filter(|one| one.holds && one.sum > 0).count();
        // The first of those that hold as often.
        let best = sums.iter().rev().max_by_key(holding);
        let known = table.totals.len() == 1 || best.is_some_and(|best| holding(&best) > 0);
        let last = table.cells.iter().map(|cell| cell.row).max() == Some(*total);
        let told = best.filter(|_| known).into_iter().flatten();
        found.extend(told.filter(|one| one.holds || last).cloned());
        above = total.saturating_add(1);
    }
    found
}

/// What a total may be of, but for rows that are among others: all rows but it, which are headed or not; those above it, up to the total before; every row that is no
/// total; or the totals alone.
fn blocks(table: &Table, above: usize, total: usize) -> Vec<Vec<usize>> {
    let all = |row: &usize| *row != total && !table.inside.contains(row);
    let parts = |row: &usize| !table.totals.contains(row) && !table.inside.contains(row);
    let mut blocks = if table.totals.len() == 1 {
        vec![(1..table.rows).filter(all).collect(), (0..table.rows).filter(all).collect()]
    } else {
        let others = table.totals.iter().copied();
        vec![
            (above..total).filter(parts).collect::<Vec<usize>>(),
            (above.max(1)..total).filter(parts).collect(),
            (0..table.rows).filter(parts).collect(),
            (1..table.rows).filter(parts).collect(),
            others.filter(all).collect(),
        ]
    };
    blocks.dedup();
    blocks
}

/// A total and the cells of some rows in its column, if each is a count.
fn sum(figures: &[Figure], table: &Table, column: usize, rows: &[usize], total: usize) -> Option<Relation> {
    let (whole_at, whole) = table.count(figures, total, column)?;
    let cells = rows.iter().filter_map(|row| table.cell(*row, column));
    let parts: Vec<usize> = cells.map(|cell| cell.figure).collect();
    let counts = |at: &usize| figures.get(*at).filter(|figure| figure.what == What::Count);
    let sum = parts.iter().try_fold(0_u64, |sum, at| Some(sum.saturating_add(counts(at)?.count)))?;
    let holds = sum == whole;
    (parts.len() > 1).then_some(Relation { link: Link::Sum, whole_at, whole, parts, sum, holds })
}
