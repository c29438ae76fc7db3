//! The parts add up only when one of them is counted inside another: Gia Lai 2020 lists 162 / 871 / 80 / 2 of 953
//! organisations, where the 162 excellent ones are among the 871 good ones.

use super::{Check, TableFacts};
use crate::decimal::{NumberStyle, write_count, write_decimal};
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::warning("breakdown.part-inside-part");

pub(super) fn found(
    facts: &TableFacts<'_>,
    inner: usize,
    outer: usize,
    whole: usize,
    sum: u64,
) -> Diagnostic {
    let share = facts.filled.rows.get(inner).and_then(|row| row.share);
    let style = NumberStyle { percent: true, ..NumberStyle::default() };
    facts
        .on_count(&CHECK, inner)
        .with("outer", facts.label(outer))
        .with("outerCount", facts.count(outer))
        .with("whole", facts.label(whole))
        .with("wholeCount", facts.count(whole))
        .with("addition", facts.addition(whole))
        .with("sum", write_count(sum))
        .with("share", share.map_or_else(String::new, |share| write_decimal(share, style)))
}
