//! What a local text may do: fill what the law leaves open, choose where the law is silent or unverified, add, ask for
//! more; not loosen, remove or rewrite what the law settles. What is open is marked in the format (`schema.rs`);
//! everything else is closed.

use std::cmp::Ordering;

use super::reader::Reader;
use super::shape::{Local, Member, Shape};
use super::value::Value;
use crate::decimal::compare;

/// What no local text may do anywhere: remove, write its own under a citation of the law, or say a thing twice.
pub(super) fn refuse<'v>(r: &mut Reader<'v>, base: &Value, change: &'v Value, law: &[&str]) {
    match change {
        Value::Null => r.fault("overlay.removes", "a local text may not remove a rule"),
        Value::Map(members) => {
            for (at, (key, change)) in members.iter().enumerate() {
                r.refuse_twice(members, at);
                let known = base.get(key).unwrap_or(&Value::Null);
                if key == "cite" && known != change && law.contains(&change.as_text()) {
                    miscited(r);
                }
                r.at(key, |r| refuse(r, known, change, law));
            }
        }
        _ => {}
    }
}

/// Holds a patch against what it is laid over; whether it changes something that it may change. `settled`: the nearest
/// basis above says that the law settles it.
pub(super) fn guard<'v>(
    r: &mut Reader<'v>,
    base: &Value,
    patch: &'v Value,
    (shape, local): (&Shape, Local),
    settled: bool,
) -> bool {
    match (shape, base, patch) {
        (Shape::Record(members), Value::Map(_), Value::Map(changes)) => {
            let changed = record(r, base, changes, (members, local), settled);
            if changed && base.has("cite") && (!patch.has("cite") || patch.get("cite") == base.get("cite")) {
                miscited(r);
            }
            changed && !base.has("cite")
        }
        (Shape::Keyed(shape), Value::Map(_), Value::Map(changes)) => {
            let mut changed = false;
            for (id, change) in changes {
                changed |= r.at(id, |r| match base.get(id) {
                    Some(known) => guard(r, known, change, (shape, local), settled),
                    None => add(r, local, settled),
                });
            }
            changed
        }
        _ => *patch != Value::Null && base != patch && replace(r, base, patch, local, settled),
    }
}

fn record<'v>(
    r: &mut Reader<'v>,
    base: &Value,
    changes: &'v [(String, Value)],
    (members, local): (&[Member], Local),
    settled: bool,
) -> bool {
    let settled = if base.has("basis") { base.basis().is_settled() } else { settled };
    let mut changed = false;
    for (name, change) in changes {
        let Some((.., own, shape)) = members.iter().find(|(known, ..)| known == name) else { continue };
        // A number may be moved as the fact it stands in may.
        let own = if name == "value" { local } else { *own };
        changed |= r.at(name, |r| match base.get(name) {
            _ if own == Local::Free => false,
            // A new value brings its own place.
            Some(_) if name == "cite" && (!settled || base.has("value")) => false,
            // What is called unverified is not applied: that would be a way to take a rule away.
            Some(_) if name == "basis" && settled && matches!(change.as_text(), "unverified" | "silent") => {
                r.fault("overlay.loosens", "a local text may not call in doubt what the law settles");
                false
            }
            Some(known) if name == "basis" => known != change,
            Some(known) => guard(r, known, change, (shape, own), settled),
            None => {
                // Of a small group the one place that the percentage does not give; more would undo the percentage.
                if name == "smallGroup" && change.get("atMost").is_some_and(|most| most.count("value") > 1) {
                    let message = "at most 1 in a small group is for a local text to give";
                    r.fault("overlay.loosens", message);
                }
                add(r, own, settled)
            }
        });
    }
    changed
}

/// Something that the law does not say.
fn add(r: &mut Reader<'_>, local: Local, settled: bool) -> bool {
    if matches!(local, Local::Open | Local::More) {
        return false;
    }
    if settled {
        let message = "the law's rule is whole; a local text may not add to it";
        r.fault("overlay.overrides", message);
    }
    !settled
}

/// Something else in place of what the law says.
fn replace(r: &mut Reader<'_>, base: &Value, patch: &Value, local: Local, settled: bool) -> bool {
    let order = base.as_number().zip(patch.as_number()).map(|(base, patch)| compare(patch, base));
    match (local, order) {
        (Local::Less | Local::More, Some(Ordering::Equal)) => return false,
        (Local::Less, Some(Ordering::Less)) | (Local::More, Some(Ordering::Greater)) => return true,
        (Local::Less | Local::More, Some(_)) => {
            r.fault("overlay.loosens", "a local text may tighten the law's number, not loosen it");
        }
        _ if settled => {
            let message = "settled by the rulebook and not for a local text to choose";
            r.fault("overlay.overrides", message);
        }
        _ => return true,
    }
    false
}

fn miscited(r: &mut Reader<'_>) {
    let message = "a local text's own fact is not written in the law; cite the local text";
    r.fault_at("cite", "overlay.miscited", message);
}
