//! The number passes only because a fraction of a place was rounded up: 3 of 13 is 23,08 %, yet 2,6 rounds to 3.

use super::{Check, QuotaFacts};
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::info("quota.lifted-by-rounding");

pub(super) fn find(facts: &QuotaFacts<'_>) -> Option<Diagnostic> {
    facts.enforced().filter(|outcome| outcome.lifted_by_rounding)?;
    let mut found = facts.on_grade(&CHECK)?;
    facts.share_of(&mut found, "share", "base", facts.enforced);
    found.text("rounding", facts.rule.rounding.value.id()).cite(&facts.rule.rounding.cite);
    Some(found)
}
