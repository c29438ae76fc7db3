//! A printed change since last year is not the difference, or calls percentage points percent.

use super::{Check, StatedChangeFacts, TableFacts};
use crate::breakdown::ChangeVerdict;
use crate::diagnostic::Diagnostic;

pub(super) static WRONG: Check = Check::error("breakdown.change-wrong");
pub(super) static NOT_POINTS: Check = Check::info("breakdown.change-not-points");

pub(super) fn find(facts: &TableFacts<'_>, stated: &StatedChangeFacts<'_>) -> Option<Diagnostic> {
    let check = match stated.verdict {
        ChangeVerdict::Right => return None,
        ChangeVerdict::Wrong => &WRONG,
        ChangeVerdict::NotPoints => &NOT_POINTS,
    };
    let (id, label) = facts.row(stated.row);
    let mut found = check.found(&["statedChanges", id]);
    found.text("row", label).text("stated", &super::number::echo(stated.typed.trim(), super::number::ECHO));
    found.text("from", &stated.from).text("to", &stated.to);
    found.text("right", &stated.right).text("growth", &stated.growth);
    found.fix = Some(stated.right.clone());
    Some(found)
}
