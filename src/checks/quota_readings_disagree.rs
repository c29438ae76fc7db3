//! The wording can be read two ways, and the figures pass one and fail the other.

use super::{Check, QuotaFacts};
use crate::diagnostic::Diagnostic;
use crate::quota::first_judged;

pub(super) static CHECK: Check = Check::warning("quota.readings-disagree");

pub(super) fn find(facts: &QuotaFacts<'_>) -> Option<Diagnostic> {
    let judged = |passes| first_judged(facts.rule, facts.outcomes, passes);
    let (passing, failing) = (judged(true)?, judged(false)?);
    let mut found = facts.on_grade(&CHECK)?;
    found.text("passing", facts.reading_label(passing)).text("failing", facts.reading_label(failing));
    facts.share_of(&mut found, "passingShare", "passingBase", passing);
    facts.share_of(&mut found, "failingShare", "failingBase", failing);
    found.text("enforced", facts.reading_label(facts.enforced)).cite(&facts.rule.enforced.cite);
    Some(found)
}
