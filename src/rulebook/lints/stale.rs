//! A review that lies far back: the law may have moved on; or one that has not been yet, which would never be too old.

use super::{Lint, Lints, Value, digits};
use crate::date::Date;

const STALE: Lint = ("lint.stale-review", "read the sources again, then write the day of it");

/// How many days a review holds.
const DAYS: u32 = 365;

#[inline(never)]
pub(super) fn look(lints: &mut Lints, source: &Value, today: Date) {
    let (Some(Value::Text(id)), Some(Value::Text(text))) = (source.get("id"), source.get("reviewed")) else {
        return;
    };
    let Some(reviewed) = Date::parse(text) else { return };
    if reviewed > today {
        lints.add(STALE, &["reviewed"], &["`", id, "` says it will be held against its sources on ", text]);
    }
    let days = today.number().saturating_sub(reviewed.number());
    if days > DAYS {
        let days = digits(usize::try_from(days).unwrap_or_default());
        let message = ["`", id, "` was last held against its sources ", &days, " days ago, on ", text];
        lints.add(STALE, &["reviewed"], &message);
    }
}
