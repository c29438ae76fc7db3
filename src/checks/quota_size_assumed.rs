//! A small-group rule may apply, and nobody said how many members the group has: those in the tally are taken.

use super::{Check, QuotaFacts};
use crate::diagnostic::Diagnostic;
use crate::quota::GroupSize;

pub(super) static CHECK: Check = Check::info("quota.size-assumed");

pub(super) fn find(facts: &QuotaFacts<'_>) -> Option<Diagnostic> {
    let small = facts.rule.small_group.as_ref()?;
    let GroupSize::Assumed(size) = facts.size else { return None };
    if size >= small.below.value {
        return None;
    }
    let mut found = facts.on_grade(&CHECK)?;
    found.count("size", size).count("below", small.below.value).count("atMost", small.at_most.value);
    found.cite(&small.below.cite);
    Some(found)
}
