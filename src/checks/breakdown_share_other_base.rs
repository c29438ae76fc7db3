//! A printed percentage is right, but of another row than the table says.

use super::{Check, Stated, TableFacts};
use crate::decimal::Decimal;
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::warning("breakdown.share-other-base");

pub(super) fn found(facts: &TableFacts<'_>, stated: &Stated, other: usize) -> Diagnostic {
    let mut found = facts.on_stated(&CHECK, stated);
    facts.name(&mut found, "other", "otherCount", other);
    found.percent("right", facts.share(stated.row).unwrap_or(Decimal::ZERO));
    found
}
