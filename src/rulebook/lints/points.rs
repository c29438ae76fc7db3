//! Points reach a grade and its conditions do not hold: where the text does not say what then, somebody decides.

use super::super::form::Does;
use super::{Lints, Scope};
use crate::citation::Basis;
use crate::decimal::write_plain;

pub(super) fn look(lints: &mut Lints, scope: Scope<'_>) {
    let standard = scope.standard;
    let bands: Vec<String> = standard.bands.iter().flatten().map(|band| write_plain(band.value)).collect();
    let has_conditions = standard.rules.iter().any(|rule| matches!(rule.does, Does::Condition(_)));
    let silent = standard.refer.as_ref().is_none_or(|refer| refer.basis == Basis::Silent);
    if silent && has_conditions && !bands.is_empty() {
        lints.add(
            "lint.gap-points-without-conditions",
            &scope.path(&["conflict"]),
            &["the text names no grade for points that reach a band (", &bands.join(", "), ") without its conditions"],
            "say in `conflict` who decides, or let a local text say it",
        );
    }
}
