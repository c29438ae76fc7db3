//! A better grade that asks less than the one below it.

use super::super::form::Rule;
use super::measure::{is_further, is_least, name, written};
use super::{Lint, Lints, Scope, is_asked_of};

const BETTER: Lint = (
    "lint.gap-better-asks-less",
    "where the text is so, leave it; it is said for the competent level to know",
);

pub(super) fn look(lints: &mut Lints, scope: &Scope<'_>) {
    let mut better = None;
    for worse in &scope.reached {
        for rule in &scope.standard.rules {
            if let Some(better) = better
                && is_asked_of(rule, *worse)
                && !is_asked_of(rule, better)
            {
                compare_grades(lints, scope, rule, *worse, better);
            }
        }
        better = Some(*worse);
    }
}

/// The better grade asks as much when it asks every number of the rule at least as far, or, where the rule has none, looks
/// at a same field.
fn compare_grades(lints: &mut Lints, scope: &Scope<'_>, rule: &Rule, worse: usize, better: usize) {
    let (mut asked, mut wanted) = (true, None);
    for one in scope.all.iter().filter(|one| std::ptr::eq(one.rule, rule)) {
        wanted = wanted.or(Some(*one));
        asked &= scope.all.iter().any(|other| {
            other.measure == one.measure
                && is_least(other.bound) == is_least(one.bound)
                && is_asked_of(other.rule, better)
                && !is_further(one.bound, other.bound)
        });
    }
    if wanted.is_none() {
        asked = scope.standard.rules.iter().any(|other| {
            is_asked_of(other, better) && other.reads.iter().any(|field| rule.reads.contains(field))
        });
    }
    if !asked {
        let wanted = wanted.map(|one| {
            [" (", &name(scope.form, one.measure), &written(one.measure, one.bound), ")"].concat()
        });
        lints.add(
            BETTER,
            &["standards", &scope.standard.id, "conditions", &rule.id],
            &[
                "`",
                scope.grade(worse),
                "` asks `",
                &rule.id,
                "`",
                &wanted.unwrap_or_default(),
                " and the better `",
                scope.grade(better),
                "` does not",
            ],
        );
    }
}
