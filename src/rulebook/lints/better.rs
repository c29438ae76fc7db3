//! A better grade that asks less than the one below it.

use super::super::form::{Rule, Test};
use super::leaves::{is_least, is_strict, leaves, measured, name, written};
use super::{Lints, Scope};
use crate::decimal::compare;

pub(super) fn look(lints: &mut Lints, scope: Scope<'_>) {
    for (better, worse) in scope.reached().zip(scope.reached().skip(1)) {
        for rule in scope.conditions(worse) {
            if scope.conditions(better).any(|other| other.id == rule.id) || asked(scope, rule, better) {
                continue;
            }
            let wanted = measured(std::iter::once(rule));
            let wanted = wanted.first().map_or(String::new(), |(measure, bound)| {
                [" (", &name(scope.form, *measure), " ", &written(*measure, *bound), ")"].concat()
            });
            lints.add(
                "lint.gap-better-asks-less",
                &scope.path_of(rule),
                &["`", scope.grade(worse), "` asks `", &rule.id, "`", &wanted, " and the better `", scope.grade(better), "` does not"],
                "where the text is so, leave it; it is said for the competent level to know",
            );
        }
    }
}

/// Whether the better grade asks as much: every number of the rule at least as far, or the same fields.
fn asked(scope: Scope<'_>, rule: &Rule, better: usize) -> bool {
    let own = measured(std::iter::once(rule));
    let asks = measured(scope.conditions(better));
    if own.is_empty() {
        return leaves(rule).into_iter().any(|leaf| {
            scope.conditions(better).flat_map(leaves).any(|other| same_fields(leaf, other))
        });
    }
    own.iter().all(|(measure, bound)| {
        asks.iter().any(|(other, asked)| {
            let order = compare(asked.value, bound.value);
            let further = if is_least(bound.compare) { order.is_gt() } else { order.is_lt() };
            let equal = order.is_eq() && (is_strict(asked.compare) || !is_strict(bound.compare));
            measure == other && is_least(asked.compare) == is_least(bound.compare) && (further || equal)
        })
    })
}

/// Whether two tests look at a same field.
fn same_fields(one: &Test, other: &Test) -> bool {
    let mut fields = Vec::new();
    one.reads(&mut |field| fields.push(field));
    let mut same = false;
    other.reads(&mut |field| same |= fields.contains(&field));
    same
}
