//! Shares of a table that should make 100 per cent: those of each row, or of the rows of one block in each column. Where most do,
//! one that does not is told.

use super::Table;
use crate::audit::figures::{Figure, What};
use crate::audit::ladders::Missed;
use crate::decimal::{Decimal, add, makes_100, misses_100};

/// So many ladders must make 100 per cent, and so many for each that does not.
const HOLD: usize = 3;
/// Most rows of one ladder in a column.
const MOST: usize = 6;
/// How many points from 100 a ladder may be to be meant as it.
const NEAR: u8 = 15;

/// Every such ladder of a table.
pub(super) fn missed(figures: &[Figure], table: &Table) -> Vec<Missed> {
    let mut found = Vec::new();
    let rows: Vec<Vec<(usize, usize)>> = (0..table.rows).map(|row| shares(figures, table, row)).collect();
    odd(figures, rows.iter().map(|row| row.iter().map(|(_, at)| *at).collect()), &mut found);
    let mut row = 0;
    while row < rows.len() {
        let ladders = (2..=MOST).map(|many| (many, columns(rows.get(row..).unwrap_or_default(), many)));
        let mut whole = ladders.filter(|(_, ladders)| holding(figures, ladders) >= HOLD);
        match whole.next() {
            Some((many, ladders)) => {
                odd(figures, ladders.into_iter(), &mut found);
                row = row.saturating_add(many);
            }
            None => row = row.saturating_add(1),
        }
    }
    found
}

/// The columns and figures of the shares of a row, if it has no counts.
fn shares(figures: &[Figure], table: &Table, row: usize) -> Vec<(usize, usize)> {
    let cells = table.cells.partition_point(|cell| cell.row < row);
    let cells = table.cells.get(cells..).unwrap_or_default().iter().take_while(|cell| cell.row == row);
    let percent = |at: usize| figures.get(at).is_some_and(|figure| figure.what == What::Percent);
    cells.filter(|cell| percent(cell.figure)).map(|cell| (cell.column, cell.figure)).collect()
}

/// Of the first so many rows, the shares of each column that has one in all of them.
fn columns(rows: &[Vec<(usize, usize)>], many: usize) -> Vec<Vec<usize>> {
    let Some((first, others)) = rows.get(..many).and_then(|rows| rows.split_first()) else {
        return Vec::new();
    };
    let below = |column: usize, row: &Vec<(usize, usize)>| {
        row.iter().find(|(other, _)| *other == column).map(|(_, figure)| *figure)
    };
    let column = |(column, figure): &(usize, usize)| {
        let others: Option<Vec<usize>> = others.iter().map(|row| below(*column, row)).collect();
        others.map(|others| [vec![*figure], others].concat())
    };
    first.iter().filter_map(column).collect()
}

fn holding(figures: &[Figure], ladders: &[Vec<usize>]) -> usize {
    let whole = |ladder: &&Vec<usize>| {
        sum(figures, ladder).is_some_and(|(sum, decimals)| makes_100(sum, ladder.len(), decimals))
    };
    ladders.iter().filter(whole).count()
}

/// Tells those that miss 100, where at least three times as many reach it.
fn odd(figures: &[Figure], ladders: impl Iterator<Item = Vec<usize>>, found: &mut Vec<Missed>) {
    let ladders: Vec<Vec<usize>> = ladders.filter(|ladder| ladder.len() > 1).collect();
    let hold = holding(figures, &ladders);
    if ladders.len().saturating_sub(hold).saturating_mul(HOLD) > hold {
        return;
    }
    for parts in ladders {
        if let Some(sum) = gap(figures, &parts, NEAR) {
            let ends = figures.get(parts.first().copied().unwrap_or(0)).zip(last(figures, &parts));
            // In a column the cells of others stand between: the last one is told.
            let row =
                parts.windows(2).all(|two| two.first().map(|at| at.saturating_add(1)) == two.last().copied());
            found.extend(ends.map(|(first, last)| Missed {
                span: (if row { first } else { last }.span.0, last.span.1),
                parts,
                sum,
            }));
        }
    }
}

fn last<'f>(figures: &'f [Figure], parts: &[usize]) -> Option<&'f Figure> {
    figures.get(*parts.last()?)
}

/// The sum of a ladder that misses 100 by at most so many points.
fn gap(figures: &[Figure], ladder: &[usize], most: u8) -> Option<Decimal> {
    let (sum, decimals) = sum(figures, ladder)?;
    misses_100(sum, ladder.len(), decimals, most).then_some(sum)
}

/// The sum of a ladder, and the most decimals of it.
fn sum(figures: &[Figure], ladder: &[usize]) -> Option<(Decimal, u32)> {
    let (mut sum, mut decimals) = (Decimal::ZERO, 0);
    for at in ladder {
        let value = figures.get(*at)?.value;
        sum = add(sum, value)?;
        decimals = decimals.max(value.scale());
    }
    Some((sum, decimals))
}
