//! Shares of a number that may be 0: nothing is a share of that, and what rests on it stays open.

use super::super::form::Place;
use super::leaves::{Measure, measured, name};
use super::{Lints, Scope};

pub(super) fn look(lints: &mut Lints, scope: Scope<'_>) {
    let all = measured(scope.standard.rules.iter());
    for (measure, _) in &all {
        let Some(of) = measure.of else { continue };
        // A rule that asks for the number itself has thought of it.
        if all.iter().any(|(other, _)| other.of.is_none() && other.parts == [of]) {
            continue;
        }
        let rests = all.iter().filter(|(other, _)| other.of == Some(of)).count().to_string();
        let base: &[Place] = &[of];
        lints.add(
            "lint.gap-zero-base",
            &scope.path(&[]),
            &[&name(scope.form, Measure { parts: base, of: None }), " may be 0, and nothing is a share of 0; comparisons with it: ", &rests],
            "where the text says what holds then, add a `number` test beside the share",
        );
    }
}
