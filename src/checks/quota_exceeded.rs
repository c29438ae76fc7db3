//! More are rated at the limited grade than the enforced reading allows. A warning: the rules know lawful exceptions.

use super::{Check, QuotaFacts};
use crate::decimal::write_count;
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::warning("quota.exceeded");

pub(super) fn find(facts: &QuotaFacts<'_>) -> Option<Diagnostic> {
    let outcome = facts.enforced().filter(|outcome| !outcome.small_group)?;
    let found = facts.over(&CHECK, outcome)?;
    let base = outcome.base_at_limit?;
    Some(
        found
            .with("base", write_count(base))
            .with("product", facts.product(base))
            .with("rounding", facts.rule.rounding.value.id())
            .with("reading", facts.reading_label(facts.enforced))
            .citing([&facts.rule.enforced.cite]),
    )
}
