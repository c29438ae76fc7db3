//! A proposal takes more people out of a grade than are in it.

use super::Check;
use crate::decimal::write_signed_count;
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::error("quota.proposal-impossible");

pub(crate) fn impossible(grade: &str, label: &str, count: u64, change: i64) -> Diagnostic {
    let mut found = CHECK.found(&["propose", grade]);
    found.text("grade", label).count("count", count).text("change", &write_signed_count(change));
    found
}
