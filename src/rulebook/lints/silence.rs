//! What is not known for sure and does not say what is known: `silent` or `unverified` without a word.

use super::super::{Rulebook, Value};
use super::Lints;

/// The open question about what was not read: it speaks for all that is unverified.
const UNREAD: &str = "unread";

pub(super) fn look(lints: &mut Lints, book: &Rulebook, path: &[String], fact: &Value) {
    let Some(Value::Text(basis)) = fact.get("basis") else { return };
    let unverified = basis == "unverified";
    if !(unverified || basis == "silent") || fact.get("note").is_some() {
        return;
    }
    let unread = unverified && book.open_questions.iter().any(|(question, _)| question == UNREAD);
    if !unread && !is_asked(book, path) {
        lints.add(
            "lint.unmarked-silence",
            path,
            &["marked `", basis, "` without a note, and no open question is about it"],
            "say in a `note` what is known, or open a question with the id of this place, or `unread`",
        );
    }
}

/// Whether an open question is about a place: its id is a step of the path, or begins one, as `five-targets` begins
/// `five-targets-any`.
#[inline(never)]
pub(super) fn is_asked(book: &Rulebook, path: &[String]) -> bool {
    let about = |step: &String, question: &String| {
        step.strip_prefix(question.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    book.open_questions.iter().any(|(question, _)| path.iter().any(|step| about(step, question)))
}
