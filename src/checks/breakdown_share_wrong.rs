//! A printed percentage is not the share of the count in its base.

use super::{Check, TableFacts};
use crate::decimal::{Decimal, NumberStyle, write_decimal};
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::error("breakdown.share-wrong");

pub(super) fn found(facts: &TableFacts<'_>, at: usize, stated: &str, right: Decimal) -> Diagnostic {
    let right = write_decimal(right, NumberStyle { percent: true, ..NumberStyle::default() });
    let base = facts.filled.rows.get(at).and_then(|row| row.base).unwrap_or(at);
    let found = facts.on_stated(&CHECK, at, stated);
    let mut found = found
        .with("base", facts.label(base))
        .with("baseCount", facts.count(base))
        .with("right", right.clone());
    found.fix = Some(right);
    found
}
