//! Shares of a number that may be 0: nothing is a share of that, and what rests on it stays open.

use super::super::form::{Compare, Does};
use super::measure::{Measure, name};
use super::{Lint, Lints, Scope, digits};

const ZERO: Lint =
    ("lint.gap-zero-base", "where the text says what holds then, add a `number` test beside the share");

pub(super) fn look(lints: &mut Lints, scope: &Scope<'_>) {
    for one in &scope.all {
        let Some(of) = one.measure.of else { continue };
        let base = Measure { parts: &[of], of: None };
        // A rule that asks for the number itself has thought of it.
        let (mut shares, mut thought) = (0_usize, false);
        for other in &scope.all {
            thought |= other.measure == base;
            // A trigger above a share: of nothing it has not happened.
            let settled =
                other.bound.compare == Compare::Above && !matches!(other.rule.does, Does::Condition(_));
            shares = shares.saturating_add(usize::from(other.measure.of == Some(of) && !settled));
        }
        if !thought && shares > 0 {
            let (base, shares) = (name(scope.form, base), digits(shares));
            let message = [&base, " may be 0, and nothing is a share of 0; comparisons with it: ", &shares];
            lints.add(ZERO, &["standards", &scope.standard.id], &message);
        }
    }
}
