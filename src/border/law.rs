//! What a rulebook says beside forms and quotas, for its info.

use super::json::Json;
use crate::citation::Basis;
use crate::decimal::write_plain;
use crate::message::Locale;
use crate::rulebook::ballot::BALLOTS;
use crate::rulebook::form::Choice;
use crate::rulebook::{LocalText, Rulebook, Subject, When};

/// How sure something is, what a reader should know about it, and where it stands.
pub(super) fn around(j: &mut Json, basis: Basis, note: Option<&str>, cite: &str) {
    j.field("basis", basis.id());
    j.maybe_field("note", note);
    j.texts("citations", [cite]);
}

/// Who is left out, by when, and what older words mean: members of the rulebook's info.
pub(super) fn law(j: &mut Json, book: &Rulebook, locale: Locale) {
    let note = |note: &Option<LocalText>| note.as_ref().map(|note| note.in_locale(locale).to_owned());
    j.name("exclusions").list(&book.exclusions, |j, one| {
        j.object(|j| {
            j.field("id", &one.id);
            j.field("label", one.label.in_locale(locale));
            j.name("reviewed").truth(one.reviewed);
            around(j, one.basis, note(&one.note).as_deref(), &one.cite);
        });
    });
    j.name("deadlines").list(&book.deadlines, |j, one| {
        j.object(|j| {
            j.field("id", &one.id);
            j.field("label", one.label.in_locale(locale));
            let (month, day, year_after, working_days) = match one.when {
                When::Day { month, day, year_after } => (Some(month), Some(day), year_after, None),
                When::WorkingDaysBefore(days) => (None, None, false, Some(days)),
            };
            j.name("month").count(month);
            j.name("day").count(day);
            j.name("yearAfter").truth(year_after);
            j.name("workingDaysBefore").count(working_days);
            around(j, one.basis, note(&one.note).as_deref(), &one.cite);
        });
    });
    j.name("terms").list(&book.terms, |j, one| {
        let Some(subject) = book.subjects.get(one.subject) else { return };
        j.object(|j| {
            j.field("id", &one.id);
            j.field("label", one.label.in_locale(locale));
            j.field("subject", &subject.id);
            j.field("grade", grade_id(subject, one.grade));
            around(j, one.basis, note(&one.note).as_deref(), &one.cite);
        });
    });
    j.name("ballots").list(&book.ballots, |j, one| {
        j.object(|j| {
            j.field("id", &one.id);
            j.field("label", one.label.in_locale(locale));
            choices(j, "items", &one.items, locale);
            choices(j, "options", &one.options, locale);
            j.field("base", base(one.base.value));
            j.field("baseBasis", one.base.basis.id());
            let majority = one.majority.as_ref();
            j.maybe_field("above", majority.map(|majority| write_plain(majority.above.value)).as_deref());
            j.maybe_field("majorityOf", majority.map(|majority| base(majority.of.value)));
            around(j, one.basis, note(&one.note).as_deref(), &one.cite);
        });
    });
    j.name("targets").list(&book.targets, |j, one| {
        j.object(|j| {
            j.field("id", &one.id);
            j.field("label", one.label.in_locale(locale));
            j.field("of", one.of.in_locale(locale));
            let fact = &one.at_least;
            j.field("atLeast", &write_plain(fact.value));
            around(j, fact.basis, note(&fact.note).as_deref(), &fact.cite);
        });
    });
    j.name("unverified").list(&book.unverified, |j, one| {
        j.object(|j| {
            j.field("id", &one.id);
            j.field("label", one.label.in_locale(locale));
            j.name("accepted").truth(one.accepted);
            j.texts("citations", [one.cite.as_str()]);
        });
    });
}

fn choices(j: &mut Json, name: &str, all: &[Choice], locale: Locale) {
    j.name(name).list(all, |j, one| {
        j.object(|j| {
            j.field("id", &one.id);
            j.field("label", one.label.in_locale(locale));
        });
    });
}

fn base(at: usize) -> &'static str {
    BALLOTS.get(at).copied().unwrap_or_default()
}

fn grade_id(subject: &Subject, at: usize) -> &str {
    subject.grades.get(at).map_or("", |grade| grade.id.as_str())
}
