//! Quotas: what the text leaves open about them, and whether the encoding says so.

use super::super::{QuotaRule, Rulebook, Value};
use super::{Lint, Lints, SILENCE, UNREACHABLE, digits};
use crate::citation::Basis;
use crate::decimal::{Decimal, add, compare, write_plain};

const OVERFLOW: Lint =
    ("lint.gap-overflow", "an order is for the competent level to decide; the engine only counts");
const OWN_BASE: Lint =
    ("lint.gap-own-base", "nothing to do: the engine looks for the largest number that itself passes");
const CHOICE: Lint =
    ("lint.unmarked-choice", "mark it `silent`, or say \"fromText\": false of what the text does not allow");
const BEYOND: Lint =
    ("lint.beyond-text", "enforce a reading that comes from the text; this one may be shown beside it");

pub(super) fn look(lints: &mut Lints, book: &Rulebook, overlay: Option<&Value>) {
    for rule in &book.quotas {
        numbers(lints, book, rule);
        choice(lints, rule, overlay);
        beyond(lints, rule, overlay);
        absence(lints, book, rule);
    }
}

/// What follows from the percentage.
fn numbers(lints: &mut Lints, book: &Rulebook, rule: &QuotaRule) {
    let Some(subject) = book.subjects.get(rule.subject) else { return };
    let Some(grade) = subject.grades.get(rule.grade) else { return };
    let percent = write_plain(rule.percent.value);
    if rule.percent.value.is_zero() && rule.raised.is_none() && rule.small_group.is_none() {
        let message = ["no tally allows one `", &grade.id, "` under a quota of 0%"];
        lints.add(UNREACHABLE, &["quotas", &rule.id, "percent"], &message);
    } else if compare(rule.percent.value, Decimal::ONE_HUNDRED).is_lt() {
        let message = [
            "when more deserve `",
            &grade.id,
            "` than the ",
            &percent,
            "% allow, nothing says who goes first",
        ];
        lints.add(OVERFLOW, &["quotas", &rule.id], &message);
    }
    // A base without the grade shrinks by each who moves up; a title takes nobody out of the grade it is given within.
    let Some(next) = rule.next.filter(|_| grade.within.is_none()) else { return };
    let Some(both) = add(rule.percent.value, Decimal::ONE_HUNDRED) else { return };
    for reading in &rule.readings {
        if reading.from_text && reading.grades.contains(&next) && !reading.grades.contains(&rule.grade) {
            let from = subject.grades.get(next).map_or("", |grade| &grade.id);
            lints.add(
                OWN_BASE,
                &["quotas", &rule.id, "readings", &reading.id],
                &[
                    "who moves from `",
                    from,
                    "` to `",
                    &grade.id,
                    "` leaves the base: ",
                    &percent,
                    "% of it are ",
                    &percent,
                    " of every ",
                    &write_plain(both),
                    " of both",
                ],
            );
        }
    }
}

/// A choice among readings of one text is somebody's choice, unless a local text makes it.
fn choice(lints: &mut Lints, rule: &QuotaRule, overlay: Option<&Value>) {
    let basis = rule.enforced.basis;
    let from_text = rule.readings.iter().filter(|reading| reading.from_text).count();
    let local = overlay.and_then(|overlay| overlay.get("citations")?.get(&rule.enforced.cite)).is_some();
    if from_text > 1 && !local && matches!(basis, Basis::Confirmed | Basis::Secondary) {
        let count = digits(from_text);
        let message =
            [&count, " readings come from the text, and the one enforced is marked `", basis.id(), "`"];
        lints.add(CHOICE, &["quotas", &rule.id, "enforced"], &message);
    }
}

/// What is enforced is a reading of the law's text, not one that a local text brings.
fn beyond(lints: &mut Lints, rule: &QuotaRule, overlay: Option<&Value>) {
    let Some(reading) = rule.readings.get(rule.enforced.value) else { return };
    let own = overlay.and_then(|overlay| {
        overlay.get("quotas")?.get(&rule.id)?.get("readings")?.get(&reading.id)?.get("grades")
    });
    if !reading.from_text || own.is_some() {
        let message = ["reading `", &reading.id, "` is enforced and does not come from the law's text"];
        lints.add(BEYOND, &["quotas", &rule.id, "enforced"], &message);
    }
}

/// What a quota leaves out, the text leaves out; where it is silent already, that has to be said somewhere.
fn absence(lints: &mut Lints, book: &Rulebook, rule: &QuotaRule) {
    let missing = match (&rule.small_group, &rule.group) {
        (None, None) => "`smallGroup` and no `group`",
        (None, _) => "`smallGroup`",
        (_, None) => "`group`",
        _ => return,
    };
    let silent = rule.enforced.basis == Basis::Silent || rule.rounding.basis == Basis::Silent;
    let noted = rule.percent.note.is_some() || rule.enforced.note.is_some() || rule.rounding.note.is_some();
    if silent && !noted && !book.open_questions.iter().any(|(id, _)| id.ends_with("group")) {
        let message = ["the quota has no ", missing, ", no note and no open question about it"];
        lints.add(SILENCE, &["quotas", &rule.id], &message);
    }
}
