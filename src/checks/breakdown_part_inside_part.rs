//! The parts add up only when one of them is counted inside another: Gia Lai 2020 lists 162 / 871 / 80 / 2 of 953
//! organisations, where the 162 excellent ones are among the 871 good ones. A way of listing, not an error.

use super::{Check, TableFacts};
use crate::decimal::Decimal;
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::info("breakdown.part-inside-part");

pub(super) fn found(
    facts: &TableFacts<'_>,
    inner: usize,
    outer: usize,
    whole: usize,
    sum: u64,
) -> Diagnostic {
    let mut found = facts.on_count(&CHECK, inner);
    facts.name(&mut found, "outer", "outerCount", outer);
    facts.name(&mut found, "whole", "wholeCount", whole);
    facts.addition(&mut found, whole, sum);
    found.percent("share", facts.share(inner).unwrap_or(Decimal::ZERO));
    found
}
