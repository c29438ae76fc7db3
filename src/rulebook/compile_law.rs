//! Exclusions, deadlines and old terms: JSON → [`super::law`].

use super::Subject;
use super::compile_subject::{grade_in, subject_of};
use super::law::{Deadline, Exclusion, Term, When};
use super::reader::Reader;
use super::value::Value;

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
            When::WorkingDaysBefore(v.count("workingDaysBefore"))
        } else {
            if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
                let message = "expected a month from 1 to 12 and a day from 1 to 31";
                r.fault("rulebook.wrong-value", message);
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
