//! All parts are known and do not add up to the whole.

use super::{Check, TableFacts};
use crate::decimal::write_signed_count;
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::error("breakdown.sum-mismatch");

pub(super) fn found(facts: &TableFacts<'_>, whole: usize, sum: u64) -> Diagnostic {
    let difference =
        i64::try_from(sum).unwrap_or(i64::MAX).checked_sub_unsigned(facts.count(whole)).unwrap_or(0);
    let mut found = facts.on_count(&CHECK, whole);
    facts.addition(&mut found, whole, sum);
    found.text("difference", &write_signed_count(difference));
    found
}
