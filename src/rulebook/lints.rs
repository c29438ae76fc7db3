//! What the author of a rulebook may have overlooked, and what its text leaves open. A rulebook with lints works: they
//! are looked for only when asked, and only where there is no fault. One file a lint.
//!
//! Some need what was written (`walk` and what it calls, `unused`, `stale`), some what it means (the rest). Every page
//! carries this and few call it: what is shared is written once and not inlined.

mod bands;
mod better;
mod measure;
mod points;
mod quotas;
mod silence;
mod stale;
mod thresholds;
mod unreachable;
mod unused;
mod walk;
mod zero;

use super::form::{Does, Form, Rule, Standard};
use super::overlay::merge_patch;
use super::{Fault, Grade, Rulebook, Value, compile};
use crate::date::Date;
use measure::{Measured, measured};

/// Lints beyond this many are not kept.
const MAX_LINTS: usize = 1000;

/// Between the steps of a path that is one text; no id has it.
const STEP: char = '\u{1F}';

/// What is looked for: its code, and what to do.
type Lint = (&'static str, &'static str);

/// A grade nobody can ever have, be it for its points, its rules or its quota.
const UNREACHABLE: Lint = ("lint.unreachable-grade", "correct a number, or which grades it is for");

/// Something left open without a word.
const SILENCE: Lint = (
    "lint.unmarked-silence",
    "say it in a `note` or in `openQuestions`, under the id of this place or `unread`",
);

/// Every fault of a rulebook and of the overlay laid over it; where there is none, every lint: of an overlay only what
/// the rulebook has not without it, which its author can do nothing about. Without `today` nothing is too old.
pub(super) fn lint(source: &Value, overlay: Option<&Value>, today: Option<Date>) -> Vec<Fault> {
    let book = match compile(source, overlay) {
        Ok(book) => book,
        Err(refused) => return refused.faults,
    };
    let mut lints = Lints(Vec::new());
    if let Some(today) = today {
        stale::look(&mut lints, overlay.unwrap_or(source), today);
    }
    let (mut law, mut written) = (Vec::new(), source);
    let merged;
    if let Some(overlay) = overlay {
        law = lint(source, None, today);
        merged = merge_patch(source, overlay);
        written = &merged;
    }
    standards(&mut lints, &book);
    quotas::look(&mut lints, &book, overlay);
    unused::look(&mut lints, written);
    walk::look(&mut lints, &book, written);
    lints.0.retain(|one| !law.contains(one));
    lints.0
}

/// What has been found.
struct Lints(Vec<Fault>);

impl Lints {
    /// Keeps it, once: what several forms share is looked at for each of them.
    #[inline(never)]
    fn add(&mut self, (code, help): Lint, path: &[&str], message: &[&str]) {
        let path: Vec<String> = steps(path).into_iter().map(str::to_owned).collect();
        let lint = Fault::new(code, &path, message.concat()).help(help);
        if self.0.len() < MAX_LINTS && !self.0.contains(&lint) {
            self.0.push(lint);
        }
    }
}

/// The steps of a path, of which some may be one text.
#[inline(never)]
fn steps<'p>(path: &[&'p str]) -> Vec<&'p str> {
    let mut out = Vec::new();
    for part in path {
        let mut rest = *part;
        while let Some((step, after)) = rest.split_once(STEP) {
            out.push(step);
            rest = after;
        }
        out.push(rest);
    }
    out
}

/// A standard in a form that uses it.
struct Scope<'a> {
    book: &'a Rulebook,
    form: &'a Form,
    standard: &'a Standard,
    grades: &'a [Grade],
    /// Positions of the grades that have to be reached, best first. A title within a grade is none by itself, and the
    /// lowest is fallen to.
    reached: Vec<usize>,
    /// Every comparison with a number, with the rule it is in.
    all: Vec<Measured<'a>>,
}

fn standards(lints: &mut Lints, book: &Rulebook) {
    for form in &book.forms {
        let (Some(standard), Some(subject)) = (&form.standard, book.subjects.get(form.subject)) else {
            continue;
        };
        let grades = &subject.grades;
        let mut reached = Vec::new();
        for (at, grade) in grades.iter().enumerate().take(grades.len().saturating_sub(1)) {
            if grade.within.is_none() {
                reached.push(at);
            }
        }
        let scope = Scope { book, form, standard, grades, reached, all: measured(&standard.rules) };
        bands::look(lints, &scope);
        points::look(lints, &scope);
        unreachable::look(lints, &scope);
        thresholds::look(lints, &scope);
        better::look(lints, &scope);
        zero::look(lints, &scope);
    }
}

impl<'a> Scope<'a> {
    #[inline(never)]
    fn grade(&self, at: usize) -> &'a str {
        self.grades.get(at).map_or("", |grade| &grade.id)
    }
}

/// Whether a rule is a condition of a grade.
#[inline(never)]
fn is_asked_of(rule: &Rule, grade: usize) -> bool {
    matches!(&rule.does, Does::Condition(grades) if grades.contains(&grade))
}

/// A number in a sentence.
#[inline(never)]
fn digits(number: usize) -> String {
    let mut text = String::new();
    crate::decimal::push_digits(&mut text, u64::try_from(number).unwrap_or_default());
    text
}

#[cfg(all(test, feature = "library"))]
mod tests {
    use super::super::library;
    use super::*;
    use crate::diagnostic::Severity;

    #[test]
    fn local_texts_as_shipped_have_no_fault_and_no_warning() -> Result<(), crate::rulebook::EngineError> {
        let day = Date::parse("2026-11-22");
        for (id, text) in library::OVERLAYS {
            let overlay = library::parse(text)?;
            let over = overlay.get("over").cloned();
            let base = library::ALL.iter().find(|(id, _)| over == Some(Value::Text((*id).to_owned())));
            let base = library::parse(base.map_or("", |(_, text)| *text))?;
            let found = lint(&base, Some(&overlay), day);
            let bad: Vec<&Fault> = found.iter().filter(|one| one.severity() != Severity::Info).collect();
            assert!(bad.is_empty(), "{id}: {bad:?}");
        }
        Ok(())
    }
}
