//! Subjects and their grades, as others name them.

use super::Subject;
use super::reader::Reader;
use super::value::Value;

/// The position of a grade among a subject's; the first when it is not there, which is a fault.
pub(super) fn grade_at(r: &mut Reader<'_>, id: &str, subject: &Subject) -> usize {
    grade_known(r, id, subject).unwrap_or(0)
}

#[inline(never)]
pub(super) fn grade_known(r: &mut Reader<'_>, id: &str, subject: &Subject) -> Option<usize> {
    let found = subject.grades.iter().position(|grade| grade.id == id);
    if found.is_none() {
        let known: Vec<&str> = subject.grades.iter().map(|grade| grade.id.as_str()).collect();
        r.unknown(id, &["is not a grade of subject `", &subject.id, "`"].concat(), &known);
    }
    found
}

/// The grade a member names.
pub(super) fn grade_in<'v>(r: &mut Reader<'v>, v: &'v Value, name: &'v str, subject: &Subject) -> usize {
    r.at(name, |r| grade_at(r, v.text(name), subject))
}

/// The subject a value names, with its position.
pub(super) fn subject_of<'s>(subjects: &'s [Subject], v: &Value) -> Option<(usize, &'s Subject)> {
    let id = v.text("subject");
    subjects.iter().enumerate().find(|(_, subject)| subject.id == id)
}
