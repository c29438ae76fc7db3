//! What is not known for sure and does not say what is known: `silent` or `unverified` without a word.

use super::super::{Rulebook, Value};
use super::{Lints, SILENCE, steps};

pub(super) fn look(lints: &mut Lints, book: &Rulebook, path: &str, fact: &Value) {
    let Some(Value::Text(basis)) = fact.get("basis") else { return };
    // The question about what was not read speaks for all that is unverified.
    let unread = match basis.as_str() {
        "silent" => "",
        "unverified" => "unread",
        _ => return,
    };
    if fact.get("note").is_none() && !is_asked(book, &[path, unread]) {
        lints.add(
            SILENCE,
            &[path],
            &["marked `", basis, "` without a note, and no open question is about it"],
        );
    }
}

/// Whether an open question is about a place: its id is a step of the path, or begins one, as `five-targets` begins
/// `five-targets-any`.
#[inline(never)]
pub(super) fn is_asked(book: &Rulebook, path: &[&str]) -> bool {
    for (question, _) in &book.open_questions {
        for step in steps(path) {
            if step
                .strip_prefix(question.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
            {
                return true;
            }
        }
    }
    false
}
