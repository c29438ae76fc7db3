//! A printed percentage is right, but of another row than the table says.

use super::{Check, TableFacts};
use crate::decimal::{NumberStyle, write_decimal};
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::warning("breakdown.share-other-base");

pub(super) fn found(facts: &TableFacts<'_>, at: usize, stated: &str, other: usize) -> Diagnostic {
    let row = facts.filled.rows.get(at);
    let base = row.and_then(|row| row.base).unwrap_or(at);
    let style = NumberStyle { percent: true, ..NumberStyle::default() };
    let share = row.and_then(|row| row.share).map_or_else(String::new, |share| write_decimal(share, style));
    facts
        .on_stated(&CHECK, at, stated)
        .with("other", facts.label(other))
        .with("otherCount", facts.count(other))
        .with("base", facts.label(base))
        .with("baseCount", facts.count(base))
        .with("right", share)
}
