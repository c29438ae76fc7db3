//! What a local text may not touch in forms, standards and lists: it adds, it fills what is open, it chooses where the
//! law is silent or unverified, it asks for more points; it does not rewrite what the law settles.

use super::reader::Reader;
use super::value::Value;
use crate::decimal::{Decimal, FieldKind, NumberReading, compare, read_machine_number};

/// Members that say something about a rule without changing it.
const FREE: [&str; 3] = ["label", "note", "title"];

/// Holds a patch against what it is laid over. `settled`: the nearest basis above says that the law settles it.
pub(super) fn guard<'v>(r: &mut Reader<'v>, base: &Value, patch: &'v Value, settled: bool) {
    guard_inside(r, base, patch, settled, false);
}

/// `inside`: part of a rule that the law settles, where nothing may be added either.
fn guard_inside<'v>(r: &mut Reader<'v>, base: &Value, patch: &'v Value, settled: bool, inside: bool) {
    let Value::Map(changes) = patch else {
        if settled && base != patch {
            let message = "settled by the rulebook and not for a local text to choose";
            r.fault("overlay.overrides", message);
        }
        return;
    };
    let settled = match base.get("basis") {
        Some(Value::Text(basis)) => basis == "confirmed" || basis == "secondary",
        _ => settled,
    };
    let fact = base.get("value").is_some();
    let whole_rule = settled && (inside || base.has("basis")) && !base.has("items") && !base.has("sections");
    for (name, change) in changes {
        if FREE.contains(&name.as_str()) {
            continue;
        }
        match base.get(name) {
            // A new value brings its own place and its own basis; but not one that takes the law's away.
            Some(_) if fact && name == "cite" => {}
            Some(_) if fact && name == "basis" => refuse_doubt(r, change, settled),
            Some(known) => r.at(name, |r| guard_inside(r, known, change, settled, whole_rule)),
            None if whole_rule => {
                let message = "the law's rule is whole; a local text may not add to it";
                r.fault_at(name, "overlay.overrides", message);
            }
            None => {}
        }
    }
    if fact && patch.get("value").is_some_and(|value| base.get("value") != Some(value)) {
        miscited(r, base, patch);
    }
}

/// The least points of a grade: a local text may ask for more, not for fewer.
pub(super) fn guard_band<'v>(r: &mut Reader<'v>, base: &Value, patch: &'v Value) {
    let (Some(central), Some(local)) = (number(base.get("value")), number(patch.get("value"))) else {
        return guard(r, base, patch, true);
    };
    if let Some(basis) = patch.get("basis") {
        refuse_doubt(r, basis, base.basis().is_settled());
    }
    if compare(local, central).is_lt() {
        let message = "a local text may ask for more points, not for fewer";
        r.fault_at("value", "overlay.loosens", message);
    } else if compare(local, central).is_gt() {
        miscited(r, base, patch);
    }
}

/// What is called unverified is not applied: for a local text that would be a way to take a rule away.
pub(super) fn refuse_doubt(r: &mut Reader<'_>, basis: &Value, settled: bool) {
    if settled && matches!(basis.as_text(), "unverified" | "silent") {
        let message = "a local text may not call in doubt what the law settles";
        r.fault_at("basis", "overlay.loosens", message);
    }
}

fn miscited(r: &mut Reader<'_>, base: &Value, patch: &Value) {
    if patch.get("cite").is_none() || patch.get("cite") == base.get("cite") {
        let message = "a local text's own fact is not written in the law; cite the local text";
        r.fault_at("cite", "overlay.miscited", message);
    }
}

fn number(value: Option<&Value>) -> Option<Decimal> {
    match value? {
        Value::Whole(number) => Some(Decimal::from(*number)),
        Value::Text(text) => match read_machine_number(text, FieldKind::Percent) {
            NumberReading::Value(number) => Some(number),
            _ => None,
        },
        _ => None,
    }
}
