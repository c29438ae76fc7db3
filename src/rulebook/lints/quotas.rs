//! Quotas: what the text leaves open about them, and whether the encoding says so.

use super::super::{QuotaRule, ReadingRule, Rulebook, Value};
use super::{Lints, steps};
use crate::citation::Basis;
use crate::decimal::{Decimal, add, compare, write_plain};

pub(super) fn look(lints: &mut Lints, book: &Rulebook, overlay: Option<&Value>) {
    for rule in &book.quotas {
        let grades = book.subjects.get(rule.subject).map_or(&[][..], |subject| &subject.grades);
        let id = |at: usize| grades.get(at).map_or("", |grade| &grade.id);
        let grade = id(rule.grade);
        let percent = write_plain(rule.percent.value);
        if rule.percent.value.is_zero() && rule.raised.is_none() && rule.small_group.is_none() {
            lints.add(
                "lint.unreachable-grade",
                &path(rule, "percent"),
                &["no tally allows one `", grade, "` under a quota of 0%"],
                "leave the quota out, or correct the percentage",
            );
        } else if compare(rule.percent.value, Decimal::ONE_HUNDRED).is_lt() {
            lints.add(
                "lint.gap-overflow",
                &steps(&["quotas", &rule.id]),
                &["when more deserve `", grade, "` than the ", &percent, "% allow, nothing says who goes first"],
                "an order is for the competent level to decide; the engine only counts",
            );
        }
        unmarked_choice(lints, rule, overlay);
        unmarked_absence(lints, book, rule);
        // A title takes nobody out of the grade it is given within.
        let title = grades.get(rule.grade).is_some_and(|grade| grade.within.is_some());
        if let Some(next) = rule.next.filter(|_| !title) {
            own_base(lints, rule, grade, id(next), next);
        }
    }
}

fn path(rule: &QuotaRule, part: &str) -> Vec<String> {
    steps(&["quotas", &rule.id, part])
}

/// A choice among readings of one text is somebody's choice, unless a local text makes it.
fn unmarked_choice(lints: &mut Lints, rule: &QuotaRule, overlay: Option<&Value>) {
    let from_text = rule.readings.iter().filter(|reading| reading.from_text).count();
    let local = overlay.and_then(|overlay| overlay.get("citations")?.get(&rule.enforced.cite)).is_some();
    let basis = rule.enforced.basis;
    if from_text > 1 && !local && matches!(basis, Basis::Confirmed | Basis::Secondary) {
        lints.add(
            "lint.unmarked-choice",
            &path(rule, "enforced"),
            &[&from_text.to_string(), " readings come from the text, and the one enforced is marked `", basis.id(), "`"],
            "mark it `silent`, or say `\"fromText\": false` of the readings that the text does not allow",
        );
    }
}

/// What a quota leaves out, the text leaves out; where it is silent already, that has to be said somewhere.
fn unmarked_absence(lints: &mut Lints, book: &Rulebook, rule: &QuotaRule) {
    if rule.enforced.basis != Basis::Silent && rule.rounding.basis != Basis::Silent {
        return;
    }
    let missing: &[&str] = match (&rule.small_group, &rule.group) {
        (None, None) => &["`smallGroup` and `group`"],
        (None, _) => &["`smallGroup`"],
        (_, None) => &["`group`"],
        _ => return,
    };
    let noted = [&rule.percent.note, &rule.enforced.note, &rule.rounding.note].into_iter().any(Option::is_some);
    let asked = book.open_questions.iter().any(|(id, _)| id.contains("group"));
    if !noted && !asked {
        lints.add(
            "lint.unmarked-silence",
            &steps(&["quotas", &rule.id]),
            &["the quota has no ", &missing.concat(), ", no note and no open question about it"],
            "say what the text leaves open, in a `note` or in `openQuestions`",
        );
    }
}

/// A base without the grade itself shrinks by each who moves up from it.
fn own_base(lints: &mut Lints, rule: &QuotaRule, grade: &str, next: &str, from: usize) {
    let moves = |reading: &&ReadingRule| {
        reading.from_text && reading.grades.contains(&from) && !reading.grades.contains(&rule.grade)
    };
    for reading in rule.readings.iter().filter(moves) {
        let both = add(rule.percent.value, Decimal::ONE_HUNDRED).unwrap_or_default();
        let (percent, both) = (write_plain(rule.percent.value), write_plain(both));
        let mut path = path(rule, "readings");
        path.push(reading.id.clone());
        lints.add(
            "lint.gap-own-base",
            &path,
            &["who moves from `", next, "` to `", grade, "` leaves the base: ", &percent, "% of it are ", &percent, " of every ", &both, " of both"],
            "nothing to do: the engine looks for the largest number that itself passes",
        );
    }
}
