//! A proposal takes more people out of a grade than are in it.

use super::Check;
use crate::decimal::{write_count, write_signed_count};
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::error("quota.proposal-impossible");

pub(crate) fn impossible(grade: &str, label: &str, count: u64, change: i64) -> Diagnostic {
    CHECK
        .found(["propose", grade])
        .with("grade", label)
        .with("count", write_count(count))
        .with("change", write_signed_count(change))
}
