//! More hold a title than the grade it is given within.

use super::{Check, QuotaFacts};
use crate::decimal::write_count;
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::error("quota.inside-exceeds-set");

pub(super) fn find(facts: &QuotaFacts<'_>) -> Option<Diagnostic> {
    let outer = facts.subject.grades.get(facts.rule.grade)?.within?;
    let (used, set) = (facts.used()?, facts.tally.get(outer).copied().flatten()?);
    (used > set).then(|| {
        facts
            .on_grade(&CHECK)
            .with("used", write_count(used))
            .with("set", facts.grade_label(outer))
            .with("setCount", write_count(set))
    })
}
