//! Standards: JSON → [`Standard`], once for each form that uses one, because its rules speak of the form's fields.

use super::Subject;
use super::compile_subject::{grade_at, grade_in, subject_of};
use super::compile_test::{Scope, place_in, test_in};
use super::fact::{Cited, LocalText};
use super::form::{Does, Kind, Rule, RuleTest, Standard, Test};
use super::reader::Reader;
use super::value::Value;
use crate::decimal::{Decimal, compare};

/// The standard that a form names.
pub(super) fn standard<'v>(
    r: &mut Reader<'v>,
    id: &'v str,
    v: &'v Value,
    (subjects, at): (&[Subject], usize),
    scope: Scope<'_>,
) -> Option<Standard> {
    let subject = subjects.get(at)?;
    if let Some((_, other)) = subject_of(subjects, v).filter(|(_, own)| !same_grades(own, subject)) {
        let message =
            ["`", &other.id, "` has other grades than `", &subject.id, "`, whom the form rates"].concat();
        r.fault_at("subject", "rulebook.wrong-value", &message);
    }
    let score = if v.has("score") { place_in(r, v, "score", scope, false) } else { None };
    let score = score.map(|place| place.field);
    if score.and_then(|at| scope.fields.get(at)).is_some_and(|field| field.kind != Kind::Score) {
        r.fault_at("score", "rulebook.wrong-value", "expected a field with points");
    }
    let mut standard = Standard {
        id: id.to_owned(),
        score,
        bands: bands(r, v, subject),
        open_bands: false,
        otherwise: None,
        refer: None,
        rules: Vec::new(),
    };
    if let Some(fact) = v.get("otherwise") {
        let grade = r.at("otherwise", |r| grade_in(r, fact, "value", subject));
        if grade.saturating_add(1) < subject.grades.len() {
            let message = "who reaches no other grade has the lowest one";
            r.at("otherwise", |r| r.fault_at("value", "rulebook.wrong-value", message));
        }
        standard.otherwise = Some(Cited::new(grade, fact));
    }
    if let Some(fact) = v.get("conflict") {
        standard.refer = Some(Cited::new(fact.text("value") == "refer", fact));
    }
    for section in ["conditions", "triggers", "caps"] {
        r.each(v, section, &mut |r, id, v| {
            if standard.rules.iter().any(|rule| rule.id == id) {
                let message = ["rule `", id, "` stands twice in the standard"].concat();
                r.fault("rulebook.duplicate-field", &message);
            }
            standard.rules.extend(rule(r, section, id, v, subject, scope));
        });
    }
    Some(standard)
}

fn same_grades(a: &Subject, b: &Subject) -> bool {
    a.grades.len() == b.grades.len() && a.grades.iter().zip(&b.grades).all(|(a, b)| a.id == b.id)
}

/// The least points of each grade; a better grade takes more. A title within a grade takes the points of that grade.
fn bands<'v>(r: &mut Reader<'v>, v: &'v Value, subject: &Subject) -> Vec<Option<Cited<Decimal>>> {
    let mut bands: Vec<Option<Cited<Decimal>>> = Vec::new();
    bands.resize(subject.grades.len(), None);
    r.each(v, "bands", &mut |r, id, fact| {
        let at = grade_at(r, id, subject);
        if let Some(place) = bands.get_mut(at) {
            *place = Some(Cited::new(fact.number("value").unwrap_or_default(), fact));
        }
    });
    let mut better: Option<Decimal> = None;
    for (band, grade) in bands.iter().zip(&subject.grades) {
        let Some(band) = band.as_ref().filter(|_| grade.within.is_none()) else { continue };
        if better.is_some_and(|better| compare(better, band.value).is_le()) {
            let message = "a better grade takes more points than a worse one";
            r.fault_at("bands", "rulebook.wrong-value", message);
        }
        better = Some(band.value);
    }
    bands
}

fn rule<'v>(
    r: &mut Reader<'v>,
    section: &str,
    id: &'v str,
    v: &'v Value,
    subject: &Subject,
    scope: Scope<'_>,
) -> Option<Rule> {
    let mut discretion = None;
    if let Some(given) = v.get("discretion") {
        let field = r.at("discretion", |r| place_in(r, given, "field", scope, false));
        let reason = r.at("discretion", |r| place_in(r, given, "reason", scope, false));
        discretion = field.zip(reason).map(|(field, reason)| (field.field, reason.field));
    }
    let (does, test) = if section == "caps" && v.has("notAbove") {
        (Does::Cap(None), not_above(r, v, subject, scope)?)
    } else {
        let does = match section {
            "conditions" => {
                let mut grades = Vec::new();
                r.each_text(v, "grades", &mut |r, id| grades.push(grade_at(r, id, subject)));
                Does::Condition(grades)
            }
            "triggers" => Does::Trigger(grade_in(r, v, "to", subject)),
            _ => Does::Cap(Some(grade_in(r, v, "to", subject))),
        };
        if !v.has("test") {
            r.missing("test");
        }
        (does, RuleTest::Test(test_in(r, v, "test", scope)?))
    };
    let mut reads = Vec::new();
    let mut see = |field: usize| {
        if !reads.contains(&field) {
            reads.push(field);
        }
    };
    match &test {
        RuleTest::Test(test) => test.reads(&mut see),
        RuleTest::NotAbove(field, _) => see(*field),
    }
    if let Some((field, reason)) = discretion {
        see(field);
        see(reason);
    }
    let label = r.label_or(v, asked(&test, scope));
    let (cite, note) = (v.string("cite"), v.maybe_label("note"));
    Some(Rule {
        id: id.to_owned(),
        label,
        does,
        test,
        discretion,
        cite,
        basis: v.basis(),
        accepted: true,
        note,
        reads,
    })
}

/// What a rule that asks for one yes is called when it has no label: as the field it asks.
fn asked<'f>(test: &RuleTest, scope: Scope<'f>) -> Option<&'f LocalText> {
    let RuleTest::Test(Test::In(place, options)) = test else { return None };
    let field = scope.fields.get(place.field).filter(|field| field.kind == Kind::YesNo)?;
    if *options == [0] { Some(&field.label) } else { None }
}

/// For each option of a field the grade it is.
fn not_above<'v>(r: &mut Reader<'v>, v: &'v Value, subject: &Subject, scope: Scope<'_>) -> Option<RuleTest> {
    let at = place_in(r, v, "notAbove", scope, false)?.field;
    let mut grades = Vec::new();
    for option in scope.fields.get(at).map_or(&[][..], |field| &field.options) {
        grades.push(subject.grades.iter().position(|grade| grade.id == option.id));
    }
    if grades.iter().all(Option::is_none) {
        r.fault_at("notAbove", "rulebook.wrong-value", "expected a field with grades");
    }
    Some(RuleTest::NotAbove(at, grades))
}
