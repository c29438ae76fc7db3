//! Standards: JSON → [`Standard`], once for each form that uses one, because its rules speak of the form's fields.

use super::Subject;
use super::compile::grade_at;
use super::compile_form::{Shared, named};
use super::compile_test::{Scope, place, test};
use super::form::{Does, Kind, Rule, RuleTest, Standard};
use super::read::{Cited, Object, Reader};
use super::value::Value;
use crate::decimal::{Decimal, compare};

/// How a score above its conditions is decided, with whether the competent level is asked.
const CONFLICT: [(&str, bool); 2] = [("refer", true), ("highest-that-holds", false)];

/// The standard named by `value`.
pub(super) fn standard<'v>(
    r: &mut Reader<'v>,
    value: &'v Value,
    shared: Shared<'_, 'v>,
    subject_at: usize,
    subject: &Subject,
    scope: Scope<'_>,
) -> Option<Standard> {
    let (id, source) = named(r, value, shared.source, "standards")?;
    r.elsewhere("standards", id, |r| {
        let names = ["label", "subject", "score", "bands", "otherwise", "conflict", "conditions", "triggers", "caps"];
        let object = r.object(source, &names)?;
        r.required(object, "label", Reader::local_text);
        let own = r.required(object, "subject", |r, v| super::compile::subject_of(r, v, shared.subjects));
        let other = own.filter(|(at, own)| *at != subject_at && !same_grades(own, subject));
        if let Some((_, other)) = other {
            let message = format!("`{}` has other grades than `{}`, whom the form rates", other.id, subject.id);
            r.fault_at("subject", "rulebook.wrong-value", message);
        }
        let mut read = Reading { subject, scope, rules: Vec::new() };
        let score = r.optional(object, "score", |r, v| {
            let at = place(r, v, scope, false)?.field;
            let is_score = scope.fields.get(at).is_some_and(|field| field.kind == Kind::Score);
            if !is_score {
                r.fault("rulebook.wrong-value", "expected a field with points".to_owned());
            }
            is_score.then_some(at)
        });
        let bands = read.bands(r, object);
        let otherwise = r.optional(object, "otherwise", |r, v| r.cited(v, |r, v| grade_at(r, v, subject)));
        let refer = r.optional(object, "conflict", |r, v| r.cited(v, |r, v| r.choice(v, &CONFLICT)));
        read.rules(r, object, "conditions", |read, r, object| {
            let mut grades = Vec::new();
            r.required(object, "grades", |r, v| {
                r.list(v, &mut |r, v| grades.extend(grade_at(r, v, read.subject)));
                Some(())
            });
            let test = r.required(object, "test", |r, v| test(r, v, read.scope));
            Some((Does::Condition(grades), RuleTest::Test(test?)))
        });
        read.rules(r, object, "triggers", |read, r, object| {
            let to = r.required(object, "to", |r, v| grade_at(r, v, read.subject));
            let test = r.required(object, "test", |r, v| test(r, v, read.scope));
            Some((Does::Trigger(to?), RuleTest::Test(test?)))
        });
        read.rules(r, object, "caps", Reading::cap);
        Some(Standard { id: id.to_owned(), score, bands, otherwise, refer, rules: read.rules })
    })
}

fn same_grades(a: &Subject, b: &Subject) -> bool {
    a.grades.len() == b.grades.len() && a.grades.iter().zip(&b.grades).all(|(a, b)| a.id == b.id)
}

struct Reading<'a> {
    subject: &'a Subject,
    scope: Scope<'a>,
    rules: Vec<Rule>,
}

impl<'a> Reading<'a> {
    /// The least points of each grade; a better grade takes more.
    fn bands<'v>(&self, r: &mut Reader<'v>, object: Object<'v>) -> Vec<Option<Cited<Decimal>>> {
        let mut bands: Vec<Option<Cited<Decimal>>> = vec![None; self.subject.grades.len()];
        r.optional(object, "bands", |r, v| {
            r.entries(v, &mut |r, id, v| {
                let at = self.subject.grades.iter().position(|grade| grade.id == id);
                let Some(place) = at.and_then(|at| bands.get_mut(at)) else {
                    let message = format!("`{id}` is not a grade of subject `{}`", self.subject.id);
                    r.fault("rulebook.unknown-reference", message);
                    return;
                };
                *place = r.cited(v, Reader::decimal);
            });
            // A title within a grade takes the points of that grade.
            let own = bands.iter().zip(&self.subject.grades).filter(|(_, grade)| grade.within.is_none());
            let own: Vec<&Cited<Decimal>> = own.filter_map(|(band, _)| band.as_ref()).collect();
            let mut known = own.iter().zip(own.iter().skip(1));
            if known.any(|(better, worse)| compare(better.value, worse.value).is_le()) {
                r.fault("rulebook.wrong-value", "a better grade takes more points than a worse one".to_owned());
            }
            Some(())
        });
        bands
    }

    fn cap<'v>(&mut self, r: &mut Reader<'v>, object: Object<'v>) -> Option<(Does, RuleTest)> {
        if !object.has("notAbove") {
            let to = r.required(object, "to", |r, v| grade_at(r, v, self.subject));
            let test = r.required(object, "test", |r, v| test(r, v, self.scope));
            return Some((Does::Cap(Some(to?)), RuleTest::Test(test?)));
        }
        let at = r.required(object, "notAbove", |r, v| place(r, v, self.scope, false))?.field;
        let options = self.scope.fields.get(at).map_or(&[][..], |field| &field.options);
        let grades = options.iter().map(|option| self.subject.grades.iter().position(|one| one.id == option.id));
        let grades: Vec<Option<usize>> = grades.collect();
        if grades.iter().all(Option::is_none) {
            r.fault_at("notAbove", "rulebook.wrong-value", "expected a field with grades".to_owned());
        }
        Some((Does::Cap(None), RuleTest::NotAbove(at, grades)))
    }

    fn rules<'v>(
        &mut self,
        r: &mut Reader<'v>,
        object: Object<'v>,
        section: &'static str,
        read: impl Fn(&mut Self, &mut Reader<'v>, Object<'v>) -> Option<(Does, RuleTest)>,
    ) {
        r.optional(object, section, |r, v| {
            r.entries(v, &mut |r, id, v| {
                let rule = self.rule(r, id, v, &read);
                self.rules.extend(rule);
            });
            Some(())
        });
    }

    fn rule<'v>(
        &mut self,
        r: &mut Reader<'v>,
        id: &'v str,
        value: &'v Value,
        read: &impl Fn(&mut Self, &mut Reader<'v>, Object<'v>) -> Option<(Does, RuleTest)>,
    ) -> Option<Rule> {
        let names = ["label", "grades", "to", "notAbove", "test", "discretion", "cite", "basis", "note"];
        let object = r.object(value, &names)?;
        let label = r.required(object, "label", Reader::local_text);
        let around = r.around(object);
        let discretion = r.optional(object, "discretion", |r, v| {
            let object = r.object(v, &["field", "reason"])?;
            let field = r.required(object, "field", |r, v| place(r, v, self.scope, false));
            let reason = r.required(object, "reason", |r, v| place(r, v, self.scope, false));
            Some((field?.field, reason?.field))
        });
        if self.rules.iter().any(|rule| rule.id == id) {
            r.fault("rulebook.duplicate-field", format!("rule `{id}` stands twice in the standard"));
        }
        let (does, test) = read(self, r, object)?;
        let (cite, basis, note) = around?;
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
        Some(Rule { id: id.to_owned(), label: label?, does, test, discretion, cite, basis, note, reads })
    }
}
