//! More hold a title than the grade it is given within.

use super::{Check, QuotaFacts};
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::error("quota.inside-exceeds-set");

pub(super) fn find(facts: &QuotaFacts<'_>) -> Option<Diagnostic> {
    let outer = facts.subject.grades.get(facts.rule.grade)?.within?;
    let set = facts.tally.get(outer).copied().flatten()?;
    if facts.used()? <= set {
        return None;
    }
    let mut found = facts.on_grade(&CHECK)?;
    found.text("set", facts.grade_label(outer)).count("setCount", set);
    Some(found)
}
