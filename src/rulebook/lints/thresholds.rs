//! What lies between the least that any grade asks and the most that lowers to the lowest one: no grade of the text.

use super::super::form::{Bound, Compare, Does, Form, Place, Relation};
use super::leaves::{Measure, Measured, denied, is_least, is_strict, measured, name, written};
use super::{Lints, Scope};
use crate::decimal::{Decimal, compare, subtract};

pub(super) fn look(lints: &mut Lints, scope: Scope<'_>) {
    // Whoever reaches no other grade gets one.
    if scope.standard.otherwise.is_some() {
        return;
    }
    let Some(easiest) = scope.reached().next_back() else { return };
    let lowest = scope.lowest();
    let fallen = scope.standard.rules.iter().filter(|rule| matches!(rule.does, Does::Trigger(to) if to == lowest));
    let fallen = measured(fallen);
    let all = measured(scope.standard.rules.iter());
    for (measure, bound) in measured(scope.conditions(easiest)) {
        // What asks whether there is a base at all is no threshold.
        if measure.of.is_none() && all.iter().any(|(other, _)| other.of.is_some_and(|of| measure.parts == [of])) {
            continue;
        }
        let least = is_least(bound.compare);
        let mut wanted = bound;
        let mut names: Vec<&str> = Vec::new();
        for grade in scope.reached() {
            let own = measured(scope.conditions(grade));
            let mut asks = false;
            for (_, other) in own.iter().filter(|(one, other)| *one == measure && is_least(other.compare) == least) {
                asks = true;
                wanted = further(wanted, *other, !least);
            }
            if asks {
                names.push(scope.grade(grade));
            }
        }
        let there = fallen.iter().filter_map(|one| about(scope.form, measure, *one));
        let there = there.filter(|other| is_least(other.compare) != least);
        let trigger = there.reduce(|one, other| further(one, other, least));
        if trigger.is_some_and(|trigger| meet(wanted, trigger)) {
            continue;
        }
        let (code, help) = if least {
            ("lint.gap-completion", "ask the issuer which grade this is; `otherwise` encodes an answer")
        } else {
            ("lint.gap-late", "ask the issuer what follows; a trigger or `otherwise` encodes an answer")
        };
        let (wanted, trigger) =
            (written(measure, denied(wanted)), trigger.map(|trigger| written(measure, denied(trigger))));
        let between = match trigger {
            Some(trigger) if least => [&trigger, " and ", wanted.as_str()].concat(),
            Some(trigger) => [&wanted, " and ", trigger.as_str()].concat(),
            None => wanted,
        };
        let (form, names) = (scope.form, names.join(", "));
        let message =
            [&name(form, measure), " ", &between, " reaches none of ", &names, ", and no trigger makes it ", scope.grade(lowest)];
        lints.add(code, &scope.path(&[]), &message, help);
    }
}

/// The larger bound, or the smaller one.
fn further(one: Bound, other: Bound, larger: bool) -> Bound {
    let order = compare(other.value, one.value);
    let takes = if larger { order.is_gt() } else { order.is_lt() };
    if takes { other } else { one }
}

/// Whether a grade begins where the trigger ends.
fn meet(wanted: Bound, trigger: Bound) -> bool {
    let order = compare(trigger.value, wanted.value);
    let beyond = if is_least(wanted.compare) { order.is_gt() } else { order.is_lt() };
    beyond || (order.is_eq() && !(is_strict(wanted.compare) && is_strict(trigger.compare)))
}

/// What a comparison says about a measure: itself, or through the relation that makes two counts the whole.
fn about(form: &Form, measure: Measure<'_>, (other, bound): Measured<'_>) -> Option<Bound> {
    if other == measure {
        return Some(bound);
    }
    let ([part], [rest], Some(of)) = (measure.parts, other.parts, measure.of.filter(|of| other.of == Some(*of)))
    else {
        return None;
    };
    let completes = |relation: &Relation| match relation {
        Relation::Sum(parts, is) => *is == of && is_pair(parts, *part, *rest),
        _ => false,
    };
    if !form.relations.iter().any(completes) {
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

fn is_pair(parts: &[Place], one: Place, other: Place) -> bool {
    parts == [one, other] || parts == [other, one]
}
