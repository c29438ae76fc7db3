//! A printed percentage has its last digits cut off instead of rounded: Thái Nguyên 2020 prints 28 of 5.198 as
//! 0,53%.

use super::{Check, Stated, TableFacts};
use crate::decimal::{Decimal, write_percent};
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::warning("breakdown.share-truncated");

pub(super) fn found(facts: &TableFacts<'_>, stated: &Stated, right: Decimal) -> Diagnostic {
    let mut found = facts.on_stated(&CHECK, stated);
    found.percent("right", right);
    found.fix = Some(write_percent(right));
    found
}
