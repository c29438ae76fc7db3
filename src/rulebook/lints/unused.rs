//! What is written and used by nothing.

use super::{Lint, Lints, Value};

const UNUSED: Lint = ("lint.unused", "use it or take it out");

/// `(section, where its ids are used, as what)`; an empty place is anywhere.
const SECTIONS: [(&str, &str, &str); 4] = [
    ("citations", "", "cite"),
    ("criteria", "forms", "criteria"),
    ("standards", "forms", "standard"),
    ("fields", "forms", "fields"),
];

pub(super) fn look(lints: &mut Lints, source: &Value) {
    for (section, place, member) in SECTIONS {
        let Some(Value::Map(entries)) = source.get(section) else { continue };
        for (id, _) in entries {
            // A citation is also used by those that are `of` it.
            let of = member == "cite" && has(source, "citations", "of", id);
            if !of && !has(source, place, member, id) {
                lints.add(UNUSED, &[section, id], &["nothing uses `", id, "`"]);
            }
        }
    }
    let has_marks = matches!(source.get("marks"), Some(Value::Map(marks)) if !marks.is_empty());
    if has_marks && !has(source, "criteria", "marks", "") && !has(source, "fields", "kind", "mark") {
        lints.add(UNUSED, &["marks"], &["nothing is judged by `marks`"]);
    }
}

/// Whether a member of that name, anywhere in a section, names the id.
#[inline(never)]
fn has(source: &Value, place: &str, member: &str, id: &str) -> bool {
    let place = if place.is_empty() { Some(source) } else { source.get(place) };
    place.is_some_and(|place| mentions(place, member, id))
}

/// A member names an id when it is the id, holds it as a key, or, for no id, is true.
fn mentions(value: &Value, member: &str, id: &str) -> bool {
    match value {
        Value::Map(entries) => entries.iter().any(|(key, value)| {
            let named = match value {
                Value::Text(text) => text == id,
                Value::Bool(yes) => *yes && id.is_empty(),
                _ => value.get(id).is_some(),
            };
            (named && key == member) || mentions(value, member, id)
        }),
        Value::List(items) => items.iter().any(|item| mentions(item, member, id)),
        _ => false,
    }
}
