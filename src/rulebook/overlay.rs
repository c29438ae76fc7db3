//! A local text laid over a rulebook: an RFC 7396 merge patch, then checked against what a local text may do. It may
//! fill what the law leaves open, choose where the law is silent, add and tighten; it may not loosen, remove, or
//! rewrite what the law settles.

use super::compile_rulebook::read_rulebook;
use super::fact::Cited;
use super::fault::Fault;
use super::overlay_guard::{guard, guard_band};
use super::reader::Reader;
use super::schema;
use super::value::Value;
use super::{QuotaRule, ReadingRule, Rulebook, SmallGroup};
use crate::decimal::{Decimal, compare, write_plain};

/// What an overlay may speak about. The first four have comparisons of their own; the others are held against the
/// rulebook member by member.
const LAID_OVER: [&str; 14] = [
    "citations",
    "quotas",
    "tables",
    "openQuestions",
    "marks",
    "exclusions",
    "deadlines",
    "terms",
    "ballots",
    "targets",
    "criteria",
    "standards",
    "fields",
    "forms",
];
const GUARDED: usize = 4;

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
    let mut r = Reader::new(overlay);
    r.hold(overlay, &schema::OVERLAY);
    if overlay.has("over") && overlay.text("over") != base.id {
        let message = ["this overlay is not for rulebook `", &base.id, "`"].concat();
        r.fault_at("over", "overlay.wrong-rulebook", &message);
    }
    let mut patch = Vec::new();
    for (at, name) in LAID_OVER.into_iter().enumerate() {
        if let Some(change) = overlay.get(name) {
            r.at(name, |r| refuse_removals(r, change));
            patch.push((name.to_owned(), change.clone()));
            if let Some(known) = source.get(name).filter(|_| at >= GUARDED) {
                r.at(name, |r| compare_section(r, name, known, change));
            }
        }
    }
    for id in overlay.ids("citations") {
        if base.citation(id).is_some() {
            let message = "this citation is the rulebook's; a local text adds citations of its own";
            r.at("citations", |r| r.fault_at(id, "overlay.overrides", message));
        }
    }
    let merged_source = merge_patch(source, &Value::Map(patch));
    let (merged, mut faults) = read_rulebook(&merged_source);
    r.at("quotas", |r| compare_quotas(r, base, &merged));
    faults.splice(..0, r.faults);
    (Rulebook { overlay: overlay.maybe_string("id"), ..merged }, faults)
}

/// Bands may be raised; everything else that the law settles stays.
fn compare_section<'v>(r: &mut Reader<'v>, name: &str, base: &Value, change: &'v Value) {
    let Value::Map(entries) = change else { return };
    for (id, change) in entries {
        let Some(known) = base.get(id) else { continue };
        if name != "standards" {
            r.at(id, |r| guard(r, known, change, true));
            continue;
        }
        let Value::Map(parts) = change else { continue };
        for (part, change) in parts {
            let Some(known) = known.get(part) else { continue };
            r.at(id, |r| {
                r.at(part, |r| match change {
                    Value::Map(bands) if part == "bands" => {
                        for (grade, change) in bands {
                            if let Some(known) = known.get(grade) {
                                r.at(grade, |r| guard_band(r, known, change));
                            }
                        }
                    }
                    _ => guard(r, known, change, true),
                });
            });
        }
    }
}

fn refuse_removals<'v>(r: &mut Reader<'v>, change: &'v Value) {
    match change {
        Value::Null => r.fault("overlay.removes", "a local text may not remove a rule"),
        Value::Map(members) => {
            for (key, change) in members {
                r.at(key, |r| refuse_removals(r, change));
            }
        }
        _ => {}
    }
}

fn compare_quotas<'v>(r: &mut Reader<'v>, base: &'v Rulebook, merged: &'v Rulebook) {
    for rule in &base.quotas {
        let Some(local) = merged.quotas.iter().find(|local| local.id == rule.id) else { continue };
        r.at(&rule.id, |r| compare_quota(r, base, rule, local));
    }
}

fn compare_quota(r: &mut Reader<'_>, base: &Rulebook, rule: &QuotaRule, local: &QuotaRule) {
    if rule.percent.basis.is_settled() && !local.percent.basis.is_settled() {
        let message = "a local text may not call in doubt what the law settles";
        r.at("percent", |r| r.fault_at("basis", "overlay.loosens", message));
    }
    refuse_more(r, "percent", local.percent.value, rule.percent.value);
    compare_raised(r, base, rule, local);
    if (local.subject, local.grade) != (rule.subject, rule.grade) {
        let message = "a local text may not move a quota to another subject or grade";
        r.fault("overlay.overrides", message);
    }
    for reading in &rule.readings {
        let same = |other: &&ReadingRule| other.id == reading.id && other.grades == reading.grades;
        if !local.readings.iter().any(|other| same(&other)) {
            let message = format!("what reading `{}` counts is not for a local text to say", reading.id);
            r.fault_at("readings", "overlay.overrides", &message);
        }
    }
    let cx = Compared { base };
    cx.citation(r, "percent", &rule.percent, &local.percent);
    cx.choice(r, "enforced", &rule.enforced, &local.enforced);
    cx.choice(r, "rounding", &rule.rounding, &local.rounding);
    if let (Some(central), Some(local)) = (&rule.group, &local.group) {
        cx.choice(r, "group", central, local);
    }
    match (&rule.overflow, &local.overflow) {
        (Some(central), Some(local)) => cx.choice(r, "overflow", central, local),
        (None, Some(local)) => cx.own(r, "overflow", local),
        _ => {}
    }
    match (&rule.head, &local.head) {
        (Some(central), Some(local)) => cx.choice(r, "head", central, local),
        (None, Some(local)) => cx.own(r, "head", local),
        _ => {}
    }
    if let Some(small) = &local.small_group {
        compare_small_group(r, rule.small_group.as_ref(), small);
    }
    if let (Some(central), Some(local)) = (&rule.small_group, &local.small_group) {
        cx.citation(r, "smallGroup", &central.at_most, &local.at_most);
        cx.choice(r, "smallGroup", &central.below, &local.below);
    }
}

/// How far a rate may be raised is the law's to say: a local text may lower it, and gives none where the law has none.
fn compare_raised(r: &mut Reader<'_>, base: &Rulebook, rule: &QuotaRule, local: &QuotaRule) {
    let Some(raised) = &local.raised else { return };
    let Some(central) = &rule.raised else {
        let message = "the rulebook knows no raised rate, and a local text may not give one";
        return r.fault_at("raised", "overlay.loosens", message);
    };
    refuse_more(r, "raised", raised.value, central.value);
    Compared { base }.citation(r, "raised", central, raised);
}

fn refuse_more(r: &mut Reader<'_>, name: &'static str, local: Decimal, central: Decimal) {
    if compare(local, central).is_gt() {
        let (local, central) = (write_plain(local), write_plain(central));
        r.fault_at(name, "overlay.loosens", &format!("{local}% is more than the rulebook's {central}%"));
    }
}

/// Where the law is silent on small groups, a local text may give the one place the percentage does not; more would
/// undo the percentage.
fn compare_small_group(r: &mut Reader<'_>, central: Option<&SmallGroup>, local: &SmallGroup) {
    let most = central.map_or(1, |central| central.at_most.value);
    if local.at_most.value > most {
        r.fault_at(
            "smallGroup",
            "overlay.loosens",
            &format!("at most {most} in a small group is for a local text to give"),
        );
    }
}

struct Compared<'b> {
    base: &'b Rulebook,
}

impl Compared<'_> {
    /// A choice is free only where the rulebook says that nobody knows, or that the text is silent.
    fn choice<T: PartialEq>(
        &self,
        r: &mut Reader<'_>,
        name: &'static str,
        central: &Cited<T>,
        local: &Cited<T>,
    ) {
        let settled = central.basis.is_settled();
        if settled && central.value != local.value {
            let message = "settled by the rulebook and not for a local text to choose";
            r.fault_at(name, "overlay.overrides", message);
        }
        self.citation(r, name, central, local);
    }

    /// A local fact needs a local citation: it does not stand where the law's own stands.
    fn citation<T: PartialEq>(
        &self,
        r: &mut Reader<'_>,
        name: &'static str,
        central: &Cited<T>,
        local: &Cited<T>,
    ) {
        if central.value != local.value {
            self.own(r, name, local);
        }
    }

    /// A fact of the local text alone.
    fn own<T>(&self, r: &mut Reader<'_>, name: &'static str, local: &Cited<T>) {
        if self.base.citation(&local.cite).is_some() {
            let message =
                format!("a local text's own fact is not written at `{}`; cite the local text", local.cite);
            r.fault_at(name, "overlay.miscited", &message);
        }
    }
}
