//! What lies between the least that any grade asks and the most that lowers to the lowest one: no grade of the text.

use super::super::form::{Bound, Compare, Does, Form, Relation};
use super::measure::{Measure, Measured, are_apart, denied, is_further, is_least, name, written};
use super::{Lint, Lints, Scope, is_asked_of};
use crate::decimal::{Decimal, subtract};

const COMPLETION: Lint = ("lint.gap-completion", HELP);
const LATE: Lint = ("lint.gap-late", HELP);
const HELP: &str = "ask the issuer what follows; a trigger or `otherwise` encodes the answer";

pub(super) fn look(lints: &mut Lints, scope: &Scope<'_>) {
    // With `otherwise` whoever reaches no other grade gets one.
    if let (None, Some(easiest)) = (&scope.standard.otherwise, scope.reached.last()) {
        for one in &scope.all {
            // What asks whether there is a base at all is no threshold.
            let is_base =
                scope.all.iter().any(|other| other.measure.of.is_some_and(|of| one.measure.parts == [of]));
            if is_asked_of(one.rule, *easiest) && !(is_base && one.measure.of.is_none()) {
                threshold(lints, scope, *one);
            }
        }
    }
}

fn threshold(lints: &mut Lints, scope: &Scope<'_>, one: Measured<'_>) {
    let (measure, least) = (one.measure, is_least(one.bound));
    let (mut asked, mut fallen) = (one.bound, None);
    let mut names = String::new();
    let lowest = scope.grades.len().saturating_sub(1);
    for grade in &scope.reached {
        let mut asks = false;
        for other in &scope.all {
            if other.measure == measure && is_least(other.bound) == least && is_asked_of(other.rule, *grade) {
                asks = true;
                if is_further(asked, other.bound) {
                    asked = other.bound;
                }
            }
        }
        if asks {
            names.push_str(if names.is_empty() { "" } else { ", " });
            names.push_str(scope.grade(*grade));
        }
    }
    for other in &scope.all {
        if matches!(other.rule.does, Does::Trigger(to) if to == lowest)
            && let Some(bound) = about(scope.form, measure, *other)
            && is_least(bound) != least
            && fallen.is_none_or(|known| is_further(known, bound))
        {
            fallen = Some(bound);
        }
    }
    // What no grade asks for and no trigger lowers is what is left of both.
    let mut between = written(measure, denied(asked));
    if let Some(fallen) = fallen {
        if are_apart(denied(asked), denied(fallen)) {
            return;
        }
        let beyond = written(measure, denied(fallen));
        between =
            if least { [&beyond, " and", &between] } else { [&between, " and", beyond.as_str()] }.concat();
    }
    lints.add(
        if least { COMPLETION } else { LATE },
        &["standards", &scope.standard.id],
        &[
            &name(scope.form, measure),
            &between,
            " reaches none of ",
            &names,
            ", and no trigger makes it ",
            scope.grade(lowest),
        ],
    );
}

/// What a comparison says about a measure: itself, or through the relation that makes two counts the whole.
#[inline(never)]
fn about(form: &Form, measure: Measure<'_>, other: Measured<'_>) -> Option<Bound> {
    let bound = other.bound;
    if other.measure == measure {
        return Some(bound);
    }
    let ([part], [rest], Some(of)) = (measure.parts, other.measure.parts, measure.of) else { return None };
    let completes = |relation: &Relation| match relation {
        Relation::Sum(parts, is) => *is == of && (*parts == [*part, *rest] || *parts == [*rest, *part]),
        _ => false,
    };
    if other.measure.of != measure.of || !form.relations.iter().any(completes) {
        return None;
    }
    let compare = match bound.compare {
        Compare::AtLeast => Compare::AtMost,
        Compare::AtMost => Compare::AtLeast,
        Compare::Above => Compare::Below,
        Compare::Below => Compare::Above,
    };
    subtract(Decimal::ONE_HUNDRED, bound.value).map(|value| Bound { compare, value })
}
