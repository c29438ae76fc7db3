//! The parts known so far are already more than the whole, whatever is still missing.

use super::{Check, TableFacts};
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::error("breakdown.parts-exceed-whole");

pub(super) fn found(facts: &TableFacts<'_>, whole: usize, sum: u64) -> Diagnostic {
    let mut found = facts.on_count(&CHECK, whole);
    facts.addition(&mut found, whole, sum);
    found.count("excess", sum.saturating_sub(facts.count(whole)));
    found
}
