//! Exclusions, deadlines and old terms: JSON → [`super::law`].

use super::Subject;
use super::compile_subject::{grade_in, subject_of};
use super::law::{Deadline, Exclusion, Term, When};
use super::reader::Reader;
use super::value::Value;
use crate::date::Date;

pub(super) fn exclusions(source: &Value) -> Vec<Exclusion> {
    let entries = source.members("exclusions").iter();
    let one = |(id, v): &(String, Value)| Exclusion {
        id: id.clone(),
        label: v.label("label"),
        reviewed: v.truth("reviewed"),
        cite: v.string("cite"),
        basis: v.basis(),
        note: v.maybe_label("note"),
    };
    entries.map(one).collect()
}

pub(super) fn deadlines<'v>(r: &mut Reader<'v>, source: &'v Value) -> Vec<Deadline> {
    let mut all = Vec::new();
    r.each(source, "deadlines", &mut |r, id, v| {
        let (month, day) = (v.count("month"), v.count("day"));
        let when = if v.has("workingDaysBefore") {
            let days = v.count("workingDaysBefore");
            if days == 0 {
                r.fault_at("workingDaysBefore", "rulebook.wrong-value", "expected at least 1 working day");
            }
            When::WorkingDaysBefore(days)
        } else {
            // An ordinary year: 29 February comes every fourth.
            if Date::of(2001, month, day).is_none() {
                r.fault("rulebook.wrong-value", "expected a month and a day that every year has");
            }
            When::Day { month, day, year_after: v.truth("yearAfter") }
        };
        let (label, cite, note) = (v.label("label"), v.string("cite"), v.maybe_label("note"));
        all.push(Deadline { id: id.to_owned(), label, when, cite, basis: v.basis(), note });
    });
    all
}

pub(super) fn terms<'v>(r: &mut Reader<'v>, source: &'v Value, subjects: &[Subject]) -> Vec<Term> {
    let mut all = Vec::new();
    r.each(source, "terms", &mut |r, id, v| {
        let Some((subject, own)) = subject_of(subjects, v) else { return };
        let grade = grade_in(r, v, "grade", own);
        let (label, cite, note) = (v.label("label"), v.string("cite"), v.maybe_label("note"));
        all.push(Term { id: id.to_owned(), label, subject, grade, cite, basis: v.basis(), note });
    });
    all
}
