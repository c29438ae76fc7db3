//! Bands: a grade that was left out, and more points than there are.

use super::{Lint, Lints, Scope, UNREACHABLE, silence};
use crate::decimal::{compare, write_plain};

const MISSING: Lint = (
    "lint.missing-band",
    "give the least points of every grade but the lowest, or open the question `bands`",
);

pub(super) fn look(lints: &mut Lints, scope: &Scope<'_>) {
    let standard = scope.standard;
    if standard.bands.iter().all(Option::is_none) {
        return;
    }
    let score = standard.score.and_then(|score| scope.form.fields.get(score));
    for at in &scope.reached {
        let grade = scope.grade(*at);
        let path = ["standards", &standard.id, "bands", grade];
        let Some(Some(band)) = standard.bands.get(*at) else {
            if !silence::is_asked(scope.book, &path) {
                lints.add(MISSING, &path, &["other grades have a band and `", grade, "` has none"]);
            }
            continue;
        };
        if let Some(max) = score.and_then(|score| score.max)
            && compare(band.value, max).is_gt()
        {
            let (band, max) = (write_plain(band.value), write_plain(max));
            lints.add(UNREACHABLE, &path, &["a band from ", &band, " points where there are at most ", &max]);
        }
    }
}
