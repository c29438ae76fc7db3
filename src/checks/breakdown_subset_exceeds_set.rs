//! An "of which" is larger than what it is of.

use super::{Check, TableFacts};
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::error("breakdown.subset-exceeds-set");

pub(super) fn found(facts: &TableFacts<'_>, row: usize, set: usize) -> Diagnostic {
    facts.on_count(&CHECK, row).with("set", facts.label(set)).with("setCount", facts.count(set))
}
