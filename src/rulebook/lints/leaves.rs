//! The single comparisons a rule is made of.

use super::super::form::{Bound, Compare, Form, Place, Rule, RuleTest, Test};
use crate::decimal::write_plain;

/// A number that is compared: a field, or the share of some fields in another.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Measure<'t> {
    pub(super) parts: &'t [Place],
    pub(super) of: Option<Place>,
}

/// A measure and what it is compared with.
pub(super) type Measured<'t> = (Measure<'t>, Bound);

/// Every test of a rule that is made of no others.
pub(super) fn leaves(rule: &Rule) -> Vec<&Test> {
    let mut out = Vec::new();
    if let RuleTest::Test(test) = &rule.test {
        push(test, &mut out);
    }
    out
}

fn push<'t>(test: &'t Test, out: &mut Vec<&'t Test>) {
    match test {
        Test::All(tests) | Test::Any(tests) => tests.iter().for_each(|test| push(test, out)),
        leaf => out.push(leaf),
    }
}

/// The comparisons with a number among the leaves of these rules.
pub(super) fn measured<'t>(rules: impl Iterator<Item = &'t Rule>) -> Vec<Measured<'t>> {
    rules.flat_map(leaves).filter_map(measure).collect()
}

/// What a leaf compares with a number.
pub(super) fn measure(leaf: &Test) -> Option<Measured<'_>> {
    match leaf {
        Test::Share(parts, of, bound) => Some((Measure { parts, of: Some(*of) }, *bound)),
        Test::Number(at, bound) => Some((Measure { parts: std::slice::from_ref(at), of: None }, *bound)),
        _ => None,
    }
}

/// Whether it asks for much; otherwise for little.
pub(super) fn is_least(compare: Compare) -> bool {
    matches!(compare, Compare::AtLeast | Compare::Above)
}

/// Whether the number itself does not do.
pub(super) fn is_strict(compare: Compare) -> bool {
    matches!(compare, Compare::Above | Compare::Below)
}

/// `tasks-done` of `tasks-assigned`.
#[inline(never)]
pub(super) fn name(form: &Form, measure: Measure<'_>) -> String {
    let mut text = String::new();
    for place in measure.parts.iter().chain(&measure.of) {
        let id = form.at(Place { column: None, ..*place }).map_or("", |field| &field.id);
        let between = match measure.of {
            _ if text.is_empty() => "",
            Some(of) if of == *place => " of ",
            _ => " + ",
        };
        text.push_str(&[between, "`", id, "`"].concat());
    }
    text
}

/// ≥ 30, as a bound is written; of a share ≥ 30%.
#[inline(never)]
pub(super) fn written(measure: Measure<'_>, bound: Bound) -> String {
    let sign = match bound.compare {
        Compare::AtLeast => "≥ ",
        Compare::AtMost => "≤ ",
        Compare::Above => "> ",
        Compare::Below => "< ",
    };
    let unit = if measure.of.is_some() { "%" } else { "" };
    [sign, &write_plain(bound.value), unit].concat()
}

/// What holds exactly where the bound does not.
pub(super) fn denied(bound: Bound) -> Bound {
    let compare = match bound.compare {
        Compare::AtLeast => Compare::Below,
        Compare::AtMost => Compare::Above,
        Compare::Above => Compare::AtMost,
        Compare::Below => Compare::AtLeast,
    };
    Bound { compare, ..bound }
}
