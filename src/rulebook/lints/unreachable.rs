//! A grade whose rules contradict each other: nobody can ever have it. Only what must hold in every case counts, so
//! that what is found is certain.

use super::super::form::{Does, Form, Rule, RuleTest, Test};
use super::measure::{are_apart, denied, measure, name, written};
use super::{Lints, Scope, UNREACHABLE, is_asked_of};

/// A single test that must hold, or must not, for a grade to be given.
#[derive(Clone, Copy)]
struct Must<'t> {
    rule: &'t Rule,
    test: &'t Test,
    hold: bool,
}

pub(super) fn look(lints: &mut Lints, scope: &Scope<'_>) {
    for grade in &scope.reached {
        let mut musts: Vec<Must<'_>> = Vec::new();
        for rule in &scope.standard.rules {
            let RuleTest::Test(test) = &rule.test else { continue };
            let hold = is_asked_of(rule, *grade);
            // With a discretion clause the competent level may still give the grade.
            let lowers = match rule.does {
                Does::Trigger(to) | Does::Cap(Some(to)) => *grade < to && rule.discretion.is_none(),
                _ => false,
            };
            if hold || lowers {
                push(Must { rule, test, hold }, &mut musts);
            }
        }
        for (at, must) in musts.iter().enumerate() {
            if let Some(earlier) = musts.iter().take(at).find(|earlier| contradict(**earlier, *must)) {
                let section = match must.rule.does {
                    Does::Condition(_) => "conditions",
                    Does::Trigger(_) => "triggers",
                    Does::Cap(_) => "caps",
                };
                lints.add(
                    UNREACHABLE,
                    &["standards", &scope.standard.id, section, &must.rule.id],
                    &[
                        "nobody can reach `",
                        scope.grade(*grade),
                        "`:",
                        &said(scope.form, *earlier),
                        " against",
                        &said(scope.form, *must),
                    ],
                );
            }
        }
    }
}

/// Takes apart what a test that must hold, or must not, is made of.
fn push<'t>(must: Must<'t>, out: &mut Vec<Must<'t>>) {
    let (tests, certain) = match must.test {
        Test::All(tests) => (tests, must.hold),
        Test::Any(tests) => (tests, !must.hold),
        _ => return out.push(must),
    };
    if certain || tests.len() == 1 {
        for test in tests {
            push(Must { test, ..must }, out);
        }
    }
}

fn contradict(a: Must<'_>, b: Must<'_>) -> bool {
    match (measure(a.test), measure(b.test), a.test, b.test) {
        (Some((measure, one)), Some((other, two)), ..) => {
            let bound = |must: Must<'_>, bound| if must.hold { bound } else { denied(bound) };
            measure == other && are_apart(bound(a, one), bound(b, two))
        }
        (_, _, Test::In(at, said), Test::In(other, also)) => {
            let (said, also, hold) = if a.hold { (said, also, b.hold) } else { (also, said, a.hold) };
            at == other && (a.hold || b.hold) && said.iter().all(|option| also.contains(option) != hold)
        }
        _ => false,
    }
}

/// The rule and, of a number, its bound.
#[inline(never)]
fn said(form: &Form, must: Must<'_>) -> String {
    let bound = measure(must.test).map(|(measure, bound)| {
        let bound = if must.hold { bound } else { denied(bound) };
        [" (", &name(form, measure), &written(measure, bound), ")"].concat()
    });
    [" `", &must.rule.id, "`", &bound.unwrap_or_default()].concat()
}
