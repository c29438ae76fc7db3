//! What the author of a rulebook may have overlooked, and what its text leaves open. A rulebook with lints works: they
//! are looked for only when asked, and only where there is no fault. One file a lint.
//!
//! Some need what was written (`walk` and what it calls, `unused`, `stale`), some what it means (the rest).

mod bands;
mod better;
mod leaves;
mod points;
mod quotas;
mod shares;
mod silence;
mod stale;
mod thresholds;
mod unreachable;
mod unused;
mod walk;

use super::form::{Does, Form, Rule, Standard};
use super::overlay::merge_patch;
use super::{Fault, Grade, Rulebook, Value, compile};
use crate::date::Date;

/// Lints beyond this many are not kept.
const MAX_LINTS: usize = 1000;

/// Every fault of a rulebook and of the overlay laid over it; where there is none, every lint. Without `today` nothing
/// is too old.
pub fn lint(source: &Value, overlay: Option<&Value>, today: Option<Date>) -> Vec<Fault> {
    let book = match compile(source, overlay) {
        Ok(book) => book,
        Err(refused) => return refused.faults,
    };
    let merged = overlay.map(|overlay| merge_patch(source, overlay));
    let written = merged.as_ref().unwrap_or(source);
    let mut lints = Lints::default();
    for source in [Some(source), overlay].into_iter().flatten() {
        stale::look(&mut lints, source, today);
    }
    standards(&mut lints, &book);
    quotas::look(&mut lints, &book, overlay);
    unused::look(&mut lints, written);
    walk::look(&mut lints, &book, written);
    lints.0
}

/// What has been found.
#[derive(Default)]
struct Lints(Vec<Fault>);

impl Lints {
    /// Keeps it, once: what several forms share is looked at for each of them.
    #[inline(never)]
    fn add(&mut self, code: &'static str, path: &[String], message: &[&str], help: &str) {
        let lint = Fault::new(code, path, message.concat()).help(help);
        if self.0.len() < MAX_LINTS && !self.0.contains(&lint) {
            self.0.push(lint);
        }
    }
}

/// A path of these steps.
fn steps(steps: &[&str]) -> Vec<String> {
    steps.iter().map(|step| (*step).to_owned()).collect()
}

/// A standard in a form that uses it.
#[derive(Clone, Copy)]
struct Scope<'a> {
    book: &'a Rulebook,
    form: &'a Form,
    standard: &'a Standard,
    grades: &'a [Grade],
}

fn standards(lints: &mut Lints, book: &Rulebook) {
    for form in &book.forms {
        let grades = book.subjects.get(form.subject).map(|subject| &subject.grades);
        let (Some(standard), Some(grades)) = (&form.standard, grades) else { continue };
        let scope = Scope { book, form, standard, grades };
        bands::look(lints, scope);
        points::look(lints, scope);
        unreachable::look(lints, scope);
        thresholds::look(lints, scope);
        better::look(lints, scope);
        shares::look(lints, scope);
    }
}

impl<'a> Scope<'a> {
    /// Positions of the grades that have to be reached, best first. A title within a grade is none by itself, and the
    /// lowest is fallen to.
    fn reached(self) -> impl DoubleEndedIterator<Item = usize> {
        let own = self.grades.iter().enumerate().filter(|(_, grade)| grade.within.is_none());
        let last = self.lowest();
        own.map(|(at, _)| at).filter(move |at| *at < last)
    }

    fn lowest(self) -> usize {
        self.grades.len().saturating_sub(1)
    }

    fn grade(self, at: usize) -> &'a str {
        self.grades.get(at).map_or("", |grade| &grade.id)
    }

    /// The conditions of a grade.
    fn conditions(self, grade: usize) -> impl Iterator<Item = &'a Rule> {
        self.standard.rules.iter().filter(move |rule| matches!(&rule.does, Does::Condition(grades) if grades.contains(&grade)))
    }

    /// Where a part of the standard is written.
    fn path(self, parts: &[&str]) -> Vec<String> {
        let mut path = steps(&["standards", &self.standard.id]);
        path.extend(steps(parts));
        path
    }

    /// Where a rule is written.
    fn path_of(self, rule: &Rule) -> Vec<String> {
        let section = match rule.does {
            Does::Condition(_) => "conditions",
            Does::Trigger(_) => "triggers",
            Does::Cap(_) => "caps",
        };
        self.path(&[section, &rule.id])
    }
}
