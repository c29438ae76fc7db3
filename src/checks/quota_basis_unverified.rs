//! The percentage in force itself could not be verified in a source.

use super::{Check, QuotaFacts};
use crate::citation::Basis;
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::info("quota.basis-unverified");

pub(super) fn find(facts: &QuotaFacts<'_>) -> Option<Diagnostic> {
    let percent = facts.raising.unwrap_or(&facts.rule.percent);
    if percent.basis == Basis::Unverified { facts.on_grade(&CHECK) } else { None }
}
