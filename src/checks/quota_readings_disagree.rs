//! The wording can be read two ways, and the figures pass one and fail the other; or they fail the wording, and pass only
//! what somebody chose to enforce in its place.

use super::{Check, QuotaFacts};
use crate::diagnostic::Diagnostic;
use crate::quota::first_judged;

pub(super) static CHECK: Check = Check::warning("quota.readings-disagree");

pub(super) fn find(facts: &QuotaFacts<'_>) -> Option<Diagnostic> {
    let judged = |passes| first_judged(facts.rule, facts.outcomes, passes);
    let failing = judged(false)?;
    let chosen = || facts.enforced().filter(|own| own.state.passes() == Some(true)).map(|_| facts.enforced);
    let passing = judged(true).or_else(chosen)?;
    let mut found = facts.on_grade(&CHECK)?;
    found.text("passing", facts.reading_label(passing)).text("failing", facts.reading_label(failing));
    facts.share_of(&mut found, "passingShare", "passingBase", passing);
    let lifted = facts.outcomes.get(passing).is_some_and(|outcome| outcome.lifted_by_rounding);
    found.text("lifted", if lifted { "yes" } else { "" });
    facts.share_of(&mut found, "failingShare", "failingBase", failing);
    found.text("enforced", facts.reading_label(facts.enforced)).cite(&facts.rule.enforced.cite);
    Some(found)
}
