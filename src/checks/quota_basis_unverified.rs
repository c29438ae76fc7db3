//! The percentage itself could not be verified in a source.

use super::{Check, QuotaFacts};
use crate::citation::Basis;
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::info("quota.basis-unverified");

pub(super) fn find(facts: &QuotaFacts<'_>) -> Option<Diagnostic> {
    if facts.rule.percent.basis == Basis::Unverified { facts.on_grade(&CHECK) } else { None }
}
