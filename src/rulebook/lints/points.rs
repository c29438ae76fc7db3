//! Points reach a grade and its conditions do not hold: where the text does not say what then, somebody decides.

use super::super::form::Does;
use super::{Lint, Lints, Scope};
use crate::citation::Basis;
use crate::decimal::write_plain;

const POINTS: Lint =
    ("lint.gap-points-without-conditions", "say in `conflict` who decides, or let a local text say it");

pub(super) fn look(lints: &mut Lints, scope: &Scope<'_>) {
    let standard = scope.standard;
    if standard.refer.as_ref().is_some_and(|refer| refer.basis != Basis::Silent)
        || !standard.rules.iter().any(|rule| matches!(rule.does, Does::Condition(_)))
    {
        return;
    }
    let mut bands = String::new();
    for band in standard.bands.iter().flatten() {
        bands.push_str(if bands.is_empty() { "" } else { ", " });
        bands.push_str(&write_plain(band.value));
    }
    if !bands.is_empty() {
        let message =
            ["the text names no grade for points that reach a band (", &bands, ") without its conditions"];
        lints.add(POINTS, &["standards", &standard.id, "conflict"], &message);
    }
}
