//! The form is not for this person, or the person is not to be rated.

use super::note::{At, Datum, Note, Written};
use super::rating::UNVERIFIED;
use super::{Check, FormFacts};
use crate::rating::{Truth, holds};
use crate::rulebook::form::{Place, Test};

pub(super) static WRONG_FORM: Check = Check::warning("form.wrong-form");
pub(super) static EXCLUDED_BUT_RATED: Check = Check::warning("form.excluded-but-rated");

pub(super) fn find(facts: &FormFacts<'_>, out: &mut Vec<Note>) {
    out.extend(wrong_form(facts));
    let form = facts.filled.form;
    let (Some(exclusion), Some(option)) = (form.exclusion, facts.filled.reason_out()) else { return };
    let reason = Datum::Option(Place { field: exclusion, column: None }, option);
    let grade = form.grade.filter(|at| facts.filled.cell(*at).chosen().is_some());
    let note = match grade {
        // Nobody has read that it leaves anybody out.
        _ if !facts.filled.is_excluded() => Note::new(&UNVERIFIED, At::Field(exclusion)).with("rule", reason),
        Some(grade) => Note::new(&EXCLUDED_BUT_RATED, At::Field(grade)).with("reason", reason),
        None => return,
    };
    out.push(note.written(Written::Exclusion(option)));
}

/// The letters of two instruments are the other way round, so the role decides, never the letter.
fn wrong_form(facts: &FormFacts<'_>) -> Option<Note> {
    let form = facts.filled.form;
    let role = form.role.as_ref()?;
    let judged = holds(facts.filled, role);
    let (place, chosen) = judged.chosen.filter(|_| judged.truth == Truth::No)?;
    let field = form.at(place)?;
    let said = field.options.get(chosen)?;
    let right = facts.forms.iter().find(|other| match &other.role {
        Some(Test::In(at, options)) => other.at(*at).is_some_and(|own| {
            let wanted = options.iter().filter_map(|option| own.options.get(*option));
            own.id == field.id && other.id != form.id && wanted.into_iter().any(|option| option.id == said.id)
        }),
        _ => false,
    });
    let name = |form: &crate::rulebook::Form| {
        form.number.clone().unwrap_or_else(|| form.label.in_locale(facts.locale).to_owned())
    };
    let note = Note::new(&WRONG_FORM, At::Field(place.field)).with("role", Datum::Option(place, chosen));
    let note = note.with("form", Datum::Text(name(form)));
    let right = right.map_or_else(|| "–".to_owned(), name);
    Some(note.with("right", Datum::Text(right)).written(Written::Form))
}
