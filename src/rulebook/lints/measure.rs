//! The comparisons with a number that a rule is made of.

use super::super::form::{Bound, Compare, Form, Place, Rule, RuleTest, Test};
use crate::decimal::{compare, write_plain};

/// A number that is compared: a field, or the share of some fields in another.
#[derive(Clone, Copy)]
pub(super) struct Measure<'t> {
    pub(super) parts: &'t [Place],
    pub(super) of: Option<Place>,
}

impl PartialEq for Measure<'_> {
    /// By hand, so that it is written once.
    #[inline(never)]
    fn eq(&self, other: &Measure<'_>) -> bool {
        self.parts == other.parts && self.of == other.of
    }
}

/// A comparison, with the rule it is in.
#[derive(Clone, Copy)]
pub(super) struct Measured<'t> {
    pub(super) rule: &'t Rule,
    pub(super) measure: Measure<'t>,
    pub(super) bound: Bound,
}

/// Every comparison in these rules.
pub(super) fn measured(rules: &[Rule]) -> Vec<Measured<'_>> {
    let mut out = Vec::new();
    for rule in rules {
        if let RuleTest::Test(test) = &rule.test {
            push(rule, test, &mut out);
        }
    }
    out
}

fn push<'t>(rule: &'t Rule, test: &'t Test, out: &mut Vec<Measured<'t>>) {
    if let Test::All(tests) | Test::Any(tests) = test {
        for test in tests {
            push(rule, test, out);
        }
    } else if let Some((measure, bound)) = measure(test) {
        out.push(Measured { rule, measure, bound });
    }
}

/// What a single test compares with a number.
#[inline(never)]
pub(super) fn measure(test: &Test) -> Option<(Measure<'_>, Bound)> {
    match test {
        Test::Share(parts, of, bound) => Some((Measure { parts, of: Some(*of) }, *bound)),
        Test::Number(at, bound) => Some((Measure { parts: std::slice::from_ref(at), of: None }, *bound)),
        _ => None,
    }
}

/// Whether it asks for much; otherwise for little.
pub(super) fn is_least(bound: Bound) -> bool {
    matches!(bound.compare, Compare::AtLeast | Compare::Above)
}

/// Whether the number itself does not do.
fn is_strict(bound: Bound) -> bool {
    matches!(bound.compare, Compare::Above | Compare::Below)
}

/// Whether nothing lies within both of two bounds that look different ways.
#[inline(never)]
pub(super) fn are_apart(one: Bound, other: Bound) -> bool {
    let order = compare(one.value, other.value);
    let order = if is_least(one) { order } else { order.reverse() };
    is_least(one) != is_least(other)
        && (order.is_gt() || order.is_eq() && (is_strict(one) || is_strict(other)))
}

/// Whether `one` goes beyond `other`, for two that look the same way.
#[inline(never)]
pub(super) fn is_further(one: Bound, other: Bound) -> bool {
    let order = compare(one.value, other.value);
    let order = if is_least(one) { order } else { order.reverse() };
    order.is_gt() || order.is_eq() && is_strict(one) && !is_strict(other)
}

/// What holds exactly where the bound does not.
#[inline(never)]
pub(super) fn denied(bound: Bound) -> Bound {
    let compare = match bound.compare {
        Compare::AtLeast => Compare::Below,
        Compare::AtMost => Compare::Above,
        Compare::Above => Compare::AtMost,
        Compare::Below => Compare::AtLeast,
    };
    Bound { compare, ..bound }
}

/// `tasks-done` of `tasks-assigned`.
#[inline(never)]
pub(super) fn name(form: &Form, measure: Measure<'_>) -> String {
    let mut text = String::new();
    let mut between = "`";
    for place in measure.parts {
        put(&mut text, between, form, *place);
        between = " + `";
    }
    if let Some(of) = measure.of {
        put(&mut text, " of `", form, of);
    }
    text
}

#[inline(never)]
fn put(text: &mut String, between: &str, form: &Form, place: Place) {
    text.push_str(between);
    text.push_str(form.fields.get(place.field).map_or("", |field| &field.id));
    text.push('`');
}

/// ` ≥ 30`, as a bound is written; of a share ` ≥ 30%`.
#[inline(never)]
pub(super) fn written(measure: Measure<'_>, bound: Bound) -> String {
    let sign = match bound.compare {
        Compare::AtLeast => " ≥ ",
        Compare::AtMost => " ≤ ",
        Compare::Above => " > ",
        Compare::Below => " < ",
    };
    [sign, &write_plain(bound.value), if measure.of.is_some() { "%" } else { "" }].concat()
}
