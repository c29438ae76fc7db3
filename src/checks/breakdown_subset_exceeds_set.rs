//! An "of which" is larger than what it is of.

use super::{Check, TableFacts};
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::error("breakdown.subset-exceeds-set");

pub(super) fn found(facts: &TableFacts<'_>, row: usize, set: usize) -> Diagnostic {
    let mut found = facts.on_count(&CHECK, row);
    facts.name(&mut found, "set", "setCount", set);
    found
}
