//! Exclusions, deadlines and old terms: JSON → [`super::law`].

use super::Subject;
use super::compile::{grade_at, subject_of};
use super::law::{Deadline, Exclusion, Term, When};
use super::read::{Object, Reader};

pub(super) fn exclusions<'v>(r: &mut Reader<'v>, object: Object<'v>) -> Vec<Exclusion> {
    let mut all = Vec::new();
    r.optional(object, "exclusions", |r, v| {
        r.entries(v, &mut |r, id, v| {
            let Some(object) = r.object(v, &["label", "reviewed", "cite", "basis", "note"]) else { return };
            let label = r.required(object, "label", Reader::local_text);
            let reviewed = r.optional(object, "reviewed", Reader::truth) == Some(true);
            if let (Some(label), Some((cite, basis, note))) = (label, r.around(object)) {
                all.push(Exclusion { id: id.to_owned(), label, reviewed, cite, basis, note });
            }
        });
        Some(())
    });
    all
}

pub(super) fn deadlines<'v>(r: &mut Reader<'v>, object: Object<'v>) -> Vec<Deadline> {
    let mut all = Vec::new();
    let names = ["label", "month", "day", "yearAfter", "workingDaysBefore", "cite", "basis", "note"];
    r.optional(object, "deadlines", |r, v| {
        r.entries(v, &mut |r, id, v| {
            let Some(object) = r.object(v, &names) else { return };
            let label = r.required(object, "label", Reader::local_text);
            let when = when(r, object);
            if let (Some(label), Some(when), Some((cite, basis, note))) = (label, when, r.around(object)) {
                all.push(Deadline { id: id.to_owned(), label, when, cite, basis, note });
            }
        });
        Some(())
    });
    all
}

fn when<'v>(r: &mut Reader<'v>, object: Object<'v>) -> Option<When> {
    if object.has("workingDaysBefore") {
        return r.required(object, "workingDaysBefore", Reader::count).map(When::WorkingDaysBefore);
    }
    let month = r.required(object, "month", Reader::count);
    let day = r.required(object, "day", Reader::count);
    let year_after = r.optional(object, "yearAfter", Reader::truth) == Some(true);
    let (month, day) = (month?, day?);
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        r.fault("rulebook.wrong-value", "expected a month from 1 to 12 and a day from 1 to 31".to_owned());
    }
    Some(When::Day { month, day, year_after })
}

pub(super) fn terms<'v>(r: &mut Reader<'v>, object: Object<'v>, subjects: &[Subject]) -> Vec<Term> {
    let mut all = Vec::new();
    r.optional(object, "terms", |r, v| {
        r.entries(v, &mut |r, id, v| {
            let names = ["label", "subject", "grade", "cite", "basis", "note"];
            let Some(object) = r.object(v, &names) else { return };
            let label = r.required(object, "label", Reader::local_text);
            let subject = r.required(object, "subject", |r, v| subject_of(r, v, subjects));
            let grade = subject.and_then(|(_, one)| r.required(object, "grade", |r, v| grade_at(r, v, one)));
            let around = r.around(object);
            if let (Some(label), Some((subject, _)), Some(grade), Some((cite, basis, note))) =
                (label, subject, grade, around)
            {
                all.push(Term { id: id.to_owned(), label, subject, grade, cite, basis, note });
            }
        });
        Some(())
    });
    all
}
