//! Bands: a grade that was left out, and more points than there are.

use super::{Lints, Scope, silence};
use crate::decimal::{compare, write_plain};

pub(super) fn look(lints: &mut Lints, scope: Scope<'_>) {
    let standard = scope.standard;
    if standard.bands.iter().all(Option::is_none) {
        return;
    }
    let max = standard.score.and_then(|score| scope.form.fields.get(score)).and_then(|field| field.max);
    for at in scope.reached() {
        let path = scope.path(&["bands", scope.grade(at)]);
        match (standard.bands.get(at).and_then(Option::as_ref), max) {
            (None, _) if !silence::is_asked(scope.book, &path) => lints.add(
                "lint.missing-band",
                &path,
                &["other grades have a band and `", scope.grade(at), "` has none"],
                "give the least points of every grade but the lowest, or open the question `bands`",
            ),
            (Some(band), Some(max)) if compare(band.value, max).is_gt() => lints.add(
                "lint.unreachable-grade",
                &path,
                &["a band from ", &write_plain(band.value), " points where there are at most ", &write_plain(max)],
                "lower the band or correct the `max` of the score",
            ),
            _ => {}
        }
    }
}
