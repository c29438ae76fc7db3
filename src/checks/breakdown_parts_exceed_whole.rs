//! The parts known so far are already more than the whole, whatever is still missing.

use super::{Check, TableFacts};
use crate::decimal::write_count;
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::error("breakdown.parts-exceed-whole");

pub(super) fn found(facts: &TableFacts<'_>, whole: usize, sum: u64) -> Diagnostic {
    let excess = sum.saturating_sub(facts.filled.count(whole).unwrap_or(0));
    facts
        .on_count(&CHECK, whole)
        .with("addition", facts.addition(whole))
        .with("sum", write_count(sum))
        .with("excess", write_count(excess))
}
