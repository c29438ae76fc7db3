//! What a page was told of a form. It is kept without its sentences, and has a kind: all of it but the figures. The page is
//! told a kind once, and of another of that kind only the figures that are not those of the first.

use std::sync::Arc;

use super::{Note, Scope};
use crate::decimal::push_digits;
use crate::diagnostic::{Diagnostic, Params};

/// A finding that a page was told.
#[derive(Clone, Debug)]
pub(crate) enum Told {
    /// Of the form.
    Form(Arc<Note>),
    /// Of the unit's quotas.
    Unit(Arc<Diagnostic>),
}

impl Told {
    /// Whether both say the same.
    pub(crate) fn is(&self, other: &Told) -> bool {
        match (self, other) {
            (Told::Form(one), Told::Form(other)) => one == other,
            (Told::Unit(one), Told::Unit(other)) => {
                Arc::ptr_eq(one, other) || (one.params == other.params && of_unit_alike(one, other))
            }
            _ => false,
        }
    }

    /// Whether both are of one kind.
    pub(crate) fn is_like(&self, other: &Told) -> bool {
        match (self, other) {
            (Told::Form(one), Told::Form(other)) => one.is_like(other),
            (Told::Unit(one), Told::Unit(other)) => of_unit_alike(one, other),
            _ => false,
        }
    }

    /// In words, but for the sentences.
    pub(crate) fn found(&self, scope: Scope<'_>) -> Diagnostic {
        match self {
            Told::Form(note) => note.in_words(scope),
            Told::Unit(found) => Diagnostic::clone(found),
        }
    }

    /// In place of its figures, where they stand: room for those of another of its kind.
    pub(crate) fn leave_room(&self, params: &mut Params, mark: char) {
        let len = params.len();
        for (at, (_, value)) in params.iter_mut().enumerate() {
            let room = match self {
                // The label of its place comes first.
                Told::Form(note) => {
                    let first = len.saturating_sub(note.values.len());
                    at.checked_sub(first)
                        .and_then(|at| note.values.get(at))
                        .is_some_and(|(_, value)| value.is_figure())
                }
                Told::Unit(_) => is_figure(value),
            };
            if room {
                value.clear();
                push_marked(value, mark, at);
            }
        }
    }

    /// The values that are not those of the first of its kind: where each stands, between two marks, and what it is.
    pub(crate) fn push_others(&self, out: &mut String, first: &Told, scope: Scope<'_>, mark: char) {
        match (self, first) {
            (Told::Form(own), Told::Form(first)) => {
                for (at, value) in own.others(first, scope) {
                    push_marked(out, mark, at);
                    value.push(out, scope);
                }
            }
            (Told::Unit(own), Told::Unit(first)) => {
                for (at, (own, first)) in own.params.iter().zip(&first.params).enumerate() {
                    if own != first {
                        push_marked(out, mark, at);
                        out.push_str(&own.1);
                    }
                }
            }
            _ => {}
        }
    }
}

/// A position between two marks.
fn push_marked(out: &mut String, mark: char, at: usize) {
    out.push(mark);
    push_digits(out, u64::try_from(at).unwrap_or(0));
    out.push(mark);
}

/// What a phrase is chosen by is a word; a one may choose, too.
fn is_figure(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_digit()) && value != "1" && value != "01"
}

/// Whether a finding of the unit says the same with other figures.
fn of_unit_alike(one: &Diagnostic, other: &Diagnostic) -> bool {
    let like = |((name, value), (other_name, other)): (&(&str, String), &(&str, String))| {
        name == other_name && (value == other || (is_figure(value) && is_figure(other)))
    };
    one.words == other.words
        && one.path == other.path
        && one.about == other.about
        && one.severity == other.severity
        && one.citations == other.citations
        && one.params.len() == other.params.len()
        && one.params.iter().zip(&other.params).all(like)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_of_the_unit_differ_in_figures_only() {
        let check = super::super::Check::warning("quota.exceeded");
        let two = |used: &str, rounded: &str| {
            let mut found = check.found(&["unit"]);
            found.text("used", used).text("rounded", rounded);
            Told::Unit(Arc::new(found))
        };
        assert!(two("7", "limit").is_like(&two("12", "limit")));
        assert!(!two("7", "limit").is_like(&two("7", "gives")));
        // English has one place and two places.
        assert!(
            !two("7", "limit").is_like(&two("1", "limit")) && !two("01", "limit").is_like(&two("7", "limit"))
        );
        assert!(!two("7", "").is_like(&two("7", "5")) && !two("−7", "").is_like(&two("7", "")));
    }
}
