//! All parts are known and do not add up to the whole.

use super::{Check, TableFacts};
use crate::decimal::{write_count, write_signed_count};
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::error("breakdown.sum-mismatch");

pub(super) fn found(facts: &TableFacts<'_>, whole: usize, sum: u64) -> Diagnostic {
    let expected = facts.filled.count(whole).unwrap_or(0);
    let difference = i64::try_from(sum)
        .ok()
        .zip(i64::try_from(expected).ok())
        .and_then(|(sum, whole)| sum.checked_sub(whole));
    facts
        .on_count(&CHECK, whole)
        .with("addition", facts.addition(whole))
        .with("sum", write_count(sum))
        .with("difference", write_signed_count(difference.unwrap_or(0)))
}
