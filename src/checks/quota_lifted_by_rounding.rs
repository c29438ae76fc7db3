//! The number passes only because a fraction of a place was rounded up: 3 of 13 is 23,08 %, yet 2,6 rounds to 3.

use super::{Check, QuotaFacts};
use crate::decimal::{NumberStyle, Rounding, share, write_count, write_decimal};
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::info("quota.lifted-by-rounding");

pub(super) fn find(facts: &QuotaFacts<'_>) -> Option<Diagnostic> {
    let outcome = facts.enforced().filter(|outcome| outcome.lifted_by_rounding)?;
    let (used, base) = (facts.used()?, outcome.base?);
    let style = NumberStyle { percent: true, ..NumberStyle::default() };
    let share =
        share(used, base, 2, Rounding::HalfUp).map_or_else(String::new, |share| write_decimal(share, style));
    let found = facts.on_grade(&CHECK);
    let found = found.with("used", write_count(used)).with("base", write_count(base)).with("share", share);
    Some(found.with("rounding", facts.rule.rounding.value.id()).citing([&facts.rule.rounding.cite]))
}
