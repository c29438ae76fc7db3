//! A grade whose rules contradict each other: nobody can ever have it. Only what must hold in every case counts, so
//! that what is found is certain.

use super::super::form::{Bound, Does, Place, Rule, RuleTest, Test};
use super::leaves::{Measured, denied, is_least, is_strict, measure, name, written};
use super::{Lints, Scope};
use crate::decimal::compare;

/// What a grade cannot do without.
enum Must<'t> {
    Be(Measured<'t>),
    /// One of these was chosen, or (`false`) none of these.
    Say(Place, &'t [usize], bool),
}

pub(super) fn look(lints: &mut Lints, scope: Scope<'_>) {
    for grade in scope.reached() {
        let mut musts: Vec<(&Rule, Must<'_>)> = Vec::new();
        for rule in &scope.standard.rules {
            let RuleTest::Test(test) = &rule.test else { continue };
            match &rule.does {
                Does::Condition(grades) if grades.contains(&grade) => push(rule, test, true, &mut musts),
                // With a discretion clause the competent level may still give the grade.
                Does::Trigger(to) | Does::Cap(Some(to)) if grade < *to && rule.discretion.is_none() => {
                    push(rule, test, false, &mut musts);
                }
                _ => {}
            }
        }
        for (at, (rule, must)) in musts.iter().enumerate() {
            let against = musts.iter().take(at).find(|(_, earlier)| contradict(earlier, must));
            if let Some((other, _)) = against {
                let about = if let Must::Be((measure, _)) = must { name(scope.form, *measure) } else { String::new() };
                let wanted = [words(&other.id, against.map(|(_, must)| must)), words(&rule.id, Some(must))].concat();
                lints.add(
                    "lint.unreachable-grade",
                    &scope.path_of(rule),
                    &["nobody can reach `", scope.grade(grade), "`: ", &about, &wanted],
                    "correct one of the two, or the grades they are for",
                );
            }
        }
    }
}

/// ` > 5 (rule-id)`.
fn words(rule: &str, must: Option<&Must<'_>>) -> String {
    let bound = if let Some(Must::Be((measure, bound))) = must { written(*measure, *bound) } else { String::new() };
    [" ", &bound, " (`", rule, "`)"].concat()
}

/// What must hold for a test to hold, or not to hold.
fn push<'t>(rule: &'t Rule, test: &'t Test, holds: bool, out: &mut Vec<(&'t Rule, Must<'t>)>) {
    match test {
        Test::All(tests) if holds || tests.len() == 1 => tests.iter().for_each(|test| push(rule, test, holds, out)),
        Test::Any(tests) if !holds || tests.len() == 1 => tests.iter().for_each(|test| push(rule, test, holds, out)),
        Test::In(at, options) => out.push((rule, Must::Say(*at, options, holds))),
        leaf => out.extend(measure(leaf).map(|(measure, bound)| {
            (rule, Must::Be((measure, if holds { bound } else { denied(bound) })))
        })),
    }
}

fn contradict(a: &Must<'_>, b: &Must<'_>) -> bool {
    match (a, b) {
        (Must::Be((a, low)), Must::Be((b, high))) => a == b && (apart(*low, *high) || apart(*high, *low)),
        (Must::Say(a, said, true), Must::Say(b, other, also)) | (Must::Say(b, other, also), Must::Say(a, said, true)) => {
            a == b && said.iter().all(|option| other.contains(option) != *also)
        }
        _ => false,
    }
}

/// Nothing is at least `low` and at most `high`.
fn apart(low: Bound, high: Bound) -> bool {
    let order = compare(low.value, high.value);
    let touching = order.is_eq() && (is_strict(low.compare) || is_strict(high.compare));
    is_least(low.compare) && !is_least(high.compare) && (order.is_gt() || touching)
}
