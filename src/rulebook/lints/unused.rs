//! What is written and used by nothing.

use super::{Lints, Value, steps};

/// A section, with where its ids are used and as what: `(section, member)`.
type Section = (&'static str, &'static [(&'static str, &'static str)]);

/// An empty section name: anywhere.
const SECTIONS: [Section; 4] = [
    ("citations", &[("", "cite"), ("citations", "of")]),
    ("criteria", &[("forms", "criteria")]),
    ("standards", &[("forms", "standard")]),
    ("fields", &[("forms", "fields")]),
];

pub(super) fn look(lints: &mut Lints, source: &Value) {
    for (section, uses) in SECTIONS {
        let Some(Value::Map(entries)) = source.get(section) else { continue };
        for (id, _) in entries {
            let used = uses.iter().any(|(place, member)| {
                let place = if place.is_empty() { Some(source) } else { source.get(place) };
                place.is_some_and(|place| mentions(place, member, id))
            });
            if !used {
                unused(lints, &[section, id]);
            }
        }
    }
    let marked = |place, member, word| source.get(place).is_some_and(|place| mentions(place, member, word));
    let has_marks = matches!(source.get("marks"), Some(Value::Map(marks)) if !marks.is_empty());
    if has_marks && !marked("criteria", "marks", "") && !marked("fields", "kind", "mark") {
        unused(lints, &["marks"]);
    }
}

fn unused(lints: &mut Lints, path: &[&str]) {
    let id = path.last().copied().unwrap_or_default();
    lints.add("lint.unused", &steps(path), &["nothing uses `", id, "`"], "use it or take it out");
}

/// Whether a member of that name names the id, holds it as a key, or, for no id, is true.
fn mentions(value: &Value, member: &str, id: &str) -> bool {
    match value {
        Value::Map(entries) => entries.iter().any(|(key, value)| {
            let named = match value {
                Value::Text(text) => text == id,
                Value::Map(_) => value.get(id).is_some(),
                Value::Bool(yes) => *yes && id.is_empty(),
                _ => false,
            };
            (key == member && named) || mentions(value, member, id)
        }),
        Value::List(items) => items.iter().any(|item| mentions(item, member, id)),
        _ => false,
    }
}
