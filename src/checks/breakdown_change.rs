//! A printed change since last year is not the difference, or calls percentage points percent.

use super::{Check, StatedChangeFacts, TableFacts};
use crate::breakdown::ChangeVerdict;
use crate::diagnostic::Diagnostic;

pub(super) static WRONG: Check = Check::error("breakdown.change-wrong");
pub(super) static NOT_POINTS: Check = Check::info("breakdown.change-not-points");

pub(super) static UNREAD: Check = Check::info("breakdown.change-unread");

/// A printed change that nobody can hold against the years: *gấp đôi*.
pub(crate) fn unread_change(id: &str, typed: &str) -> Diagnostic {
    let mut found = UNREAD.found(&["statedChanges", id]);
    found.text("stated", &super::number::echo(typed, super::number::ECHO));
    found
}

/// A printed change that does not hold.
pub(crate) fn of_change(facts: &TableFacts<'_>, stated: &StatedChangeFacts<'_>) -> Diagnostic {
    let check = if stated.verdict == ChangeVerdict::NotPoints { &NOT_POINTS } else { &WRONG };
    let (id, label) = facts.row(stated.row);
    let mut found = check.found(&["statedChanges", id]);
    found.text("row", label).text("stated", &super::number::echo(stated.typed, super::number::ECHO));
    found.text("from", &stated.from).text("to", &stated.to);
    found.text("right", &stated.right).text("growth", &stated.growth);
    found.fix = Some(stated.right.clone());
    found
}
