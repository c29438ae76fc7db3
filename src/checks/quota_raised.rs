//! A higher rate that was decided for the group is applied, or why it is not. One finding a quota: the quotas of a subject
//! share the field, so that what one has said the next does not repeat.

use super::number::echo;
use super::{Check, QuotaFacts};
use crate::diagnostic::Diagnostic;
use crate::quota::Standing;

pub(super) static ABOVE_MAX: Check = Check::warning("quota.raised-above-max");
pub(super) static NOT_HIGHER: Check = Check::warning("quota.raised-not-higher");
pub(super) static UNFOUNDED: Check = Check::warning("quota.raised-unfounded");
pub(super) static NOT_PROVIDED: Check = Check::warning("quota.raised-not-provided");
pub(super) static APPLIED: Check = Check::info("quota.raised-applied");

/// Longest piece of a reason or a decision that a message repeats.
const ECHO: usize = 200;

pub(super) fn find(facts: &QuotaFacts<'_>) -> Option<Diagnostic> {
    let (decided, standing) = facts.raised.as_ref()?;
    let (check, field) = match standing {
        Standing::Applied => (&APPLIED, "percent"),
        Standing::NotProvided => (&NOT_PROVIDED, "percent"),
        Standing::NotHigher => (&NOT_HIGHER, "percent"),
        Standing::AboveMax => (&ABOVE_MAX, "percent"),
        Standing::Unfounded if decided.reason.is_empty() => (&UNFOUNDED, "reason"),
        Standing::Unfounded => (&UNFOUNDED, "decision"),
    };
    let ordinary = &facts.rule.percent;
    let mut found = check.found(&["group", "raised", field]);
    found.text("quota", facts.rule.label.in_locale(facts.locale));
    found.percent("raised", decided.percent).percent("percent", ordinary.value);
    found.text("reason", &echo(decided.reason, ECHO)).text("decision", &echo(decided.decision, ECHO));
    match &facts.rule.raised {
        Some(most) => {
            let note = most.note.as_ref().map_or("", |note| note.in_locale(facts.locale));
            found.percent("max", most.value).text("note", note).cite(&most.cite)
        }
        None => found.cite(&ordinary.cite),
    };
    Some(found)
}
