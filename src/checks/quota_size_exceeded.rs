//! More are rated than the group is said to have.

use super::Check;
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::warning("quota.size-exceeded");

pub(crate) fn exceeded(noun: &str, size: u64, rated: u64) -> Diagnostic {
    let mut found = CHECK.found(&["group", "size"]);
    found.count("size", size).count("rated", rated).text("noun", noun);
    found
}
