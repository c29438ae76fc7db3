//! A review that lies far back: the law may have moved on.

use super::{Lints, Value, steps};
use crate::date::Date;

/// How many days a review holds.
const DAYS: u32 = 365;

pub(super) fn look(lints: &mut Lints, source: &Value, today: Option<Date>) {
    let (Some(Value::Text(text)), Some(today)) = (source.get("reviewed"), today) else { return };
    let Some(reviewed) = Date::parse(text) else { return };
    let days = today.number().saturating_sub(reviewed.number());
    if days > DAYS {
        let name = if let Some(Value::Text(id)) = source.get("id") { id } else { "" };
        lints.add(
            "lint.stale-review",
            &steps(&["reviewed"]),
            &["`", name, "` was last held against its sources ", &days.to_string(), " days ago, on ", text],
            "read the sources again, then write the day of it",
        );
    }
}
