//! More are rated at the limited grade than the enforced reading allows. A warning: the rules know lawful exceptions.

use super::{Check, QuotaFacts};
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::warning("quota.exceeded");

pub(super) fn find(facts: &QuotaFacts<'_>) -> Option<Diagnostic> {
    let outcome = facts.enforced().filter(|outcome| !outcome.small_group)?;
    let base = outcome.base_at_limit?;
    let mut found = facts.over(&CHECK, outcome)?;
    found.count("base", base);
    facts.product(&mut found, base);
    found.text("rounding", facts.rule.rounding.value.id());
    found.text("reading", facts.reading_label(facts.enforced));
    found.cite(&facts.rule.enforced.cite);
    Some(found)
}
