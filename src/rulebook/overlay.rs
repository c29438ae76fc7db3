//! A local text laid over a rulebook: an RFC 7396 merge patch, held first against what a local text may do
//! (`overlay_guard`).

use super::Rulebook;
use super::compile_rulebook::read_rulebook;
use super::fault::Fault;
use super::overlay_guard::{guard, refuse};
use super::reader::Reader;
use super::schema;
use super::shape::{Local, Shape};
use super::value::Value;
use crate::text::fold;

/// `target` with `patch` merged in: objects member by member, `null` removes, anything else replaces (RFC 7396).
pub(super) fn merge_patch(target: &Value, patch: &Value) -> Value {
    let Value::Map(changes) = patch else {
        return patch.clone();
    };
    let mut members = match target {
        Value::Map(members) => members.clone(),
        _ => Vec::new(),
    };
    for (key, change) in changes {
        let at = members.iter().position(|(known, _)| known == key);
        match (at.and_then(|at| members.get_mut(at)), change) {
            (Some(_), Value::Null) => members.retain(|(known, _)| known != key),
            (None, Value::Null) => {}
            (Some((_, value)), change) => *value = merge_patch(value, change),
            (None, change) => members.push((key.clone(), merge_patch(&Value::Null, change))),
        }
    }
    Value::Map(members)
}

/// The rulebook with the overlay laid over it, and every fault of the overlay.
pub(super) fn lay_over(base: &Rulebook, source: &Value, overlay: &Value) -> (Rulebook, Vec<Fault>) {
    let mut patch = Vec::new();
    if let Shape::Record(members) = &schema::RULEBOOK {
        for (name, _, local, _) in *members {
            if let Some(change) = overlay.get(name).filter(|_| *local != Local::Law) {
                patch.push(((*name).to_owned(), change.clone()));
            }
        }
    }
    let patch = Value::Map(patch);
    let mut r = Reader::new(overlay);
    r.hold(overlay, &schema::OVERLAY);
    if overlay.has("over") && overlay.text("over") != base.id {
        let message = ["this overlay is not for rulebook `", &base.id, "`"].concat();
        r.fault_at("over", "overlay.wrong-rulebook", &message);
    }
    refuse(&mut r, source, &patch, &source.ids("citations"));
    guard(&mut r, source, &patch, (&schema::RULEBOOK, Local::Law), true);
    let (mut merged, mut faults) = read_rulebook(&merge_patch(source, &patch));
    r.each(overlay, "citations", &mut |r, id, v| own_citation(r, base, &mut merged, id, v));
    faults.splice(..0, r.faults);
    (Rulebook { overlay: overlay.maybe_string("id"), ..merged }, faults)
}

/// What a local text adds to the citations is local, and does not go by the number of an instrument of the law.
fn own_citation<'v>(r: &mut Reader<'v>, base: &Rulebook, merged: &mut Rulebook, id: &str, v: &'v Value) {
    let added = merged.citations.iter_mut().find(|one| one.id == id);
    let Some(added) = added.filter(|_| base.citation(id).is_none()) else { return };
    added.local = true;
    let number = fold(&added.number);
    if base.citations.iter().any(|law| !law.local && fold(&law.number) == number) {
        let message = ["`", &added.number, "` is the law's own number; a local text cites itself"].concat();
        r.fault_at(if v.has("number") { "number" } else { "of" }, "overlay.miscited", &message);
    }
}
