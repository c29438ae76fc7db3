//! More are rated at the limited grade than the enforced reading allows. A warning: the rules know lawful exceptions.

use super::{Check, QuotaFacts};
use crate::decimal::places;
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::warning("quota.exceeded");

pub(super) fn find(facts: &QuotaFacts<'_>) -> Option<Diagnostic> {
    let outcome = facts.enforced().filter(|outcome| !outcome.small_group)?;
    // Where the base moves with the number, the one whose percentage gives just the limit.
    let (percent, rounding) = (facts.percent, facts.rule.rounding.value);
    let gives_limit = |base: &u64| Some(places(percent, *base, rounding)) == outcome.limit;
    let base = outcome.base_at_limit.filter(gives_limit).or(outcome.base_beyond)?;
    let mut found = facts.over(&CHECK, outcome)?;
    found.count("base", base);
    facts.product(&mut found, base);
    found.text("rounding", facts.rule.rounding.value.id());
    found.text("reading", facts.reading_label(facts.enforced));
    found.cite(&facts.rule.enforced.cite);
    Some(found)
}
