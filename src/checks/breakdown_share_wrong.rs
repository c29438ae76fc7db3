//! A printed percentage is not the share of the count in its base.

use super::{Check, Stated, TableFacts};
use crate::decimal::{Decimal, write_percent};
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::error("breakdown.share-wrong");

pub(super) fn found(facts: &TableFacts<'_>, stated: &Stated, right: Decimal) -> Diagnostic {
    let mut found = facts.on_stated(&CHECK, stated);
    found.percent("right", right);
    found.fix = Some(write_percent(right));
    found
}
