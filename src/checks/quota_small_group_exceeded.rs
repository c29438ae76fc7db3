//! More are rated at the limited grade than a small group may have, whatever the percentage gives.

use super::{Check, QuotaFacts};
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::warning("quota.small-group-exceeded");

pub(super) fn find(facts: &QuotaFacts<'_>) -> Option<Diagnostic> {
    let outcome = facts.enforced().filter(|outcome| outcome.small_group)?;
    let small = facts.rule.small_group.as_ref()?;
    let mut found = facts.over(&CHECK, outcome)?;
    found.count("below", small.below.value).cite(&small.at_most.cite);
    Some(found)
}
