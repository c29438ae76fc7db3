//! What stands in one field is missing, half typed, or does not belong there.

use std::sync::Arc;

use super::note::{At, Datum, Note, Written};
use super::number::{self, echo};
use super::{Check, FormFacts};
use crate::date::Date;
use crate::decimal::{compare, is_step};
use crate::form::{Answer, Cell};
use crate::rating::{Truth, holds, is_yes};
use crate::rulebook::form::{DateRange, Field, Kind, Required, Test};

pub(super) static MISSING: Check = Check::error("form.missing");
pub(super) static INCOMPLETE: Check = Check::error("form.incomplete");
pub(super) static ABOVE_MAX: Check = Check::error("form.above-max");
pub(super) static WRONG_STEP: Check = Check::warning("form.wrong-step");
pub(super) static BAD_DATE: Check = Check::error("form.bad-date");
pub(super) static DATE_AFTER: Check = Check::error("form.date-in-future");
pub(super) static DATE_OUTSIDE: Check = Check::warning("form.date-outside-period");
pub(super) static UNKNOWN_CHOICE: Check = Check::error("form.unknown-choice");
pub(super) static WITHOUT_CODE: Check = Check::error("form.exclusion-without-code");
pub(super) static NOT_ASKED: Check = Check::warning("form.not-asked");
pub(super) static SAYS_NONE: Check = Check::warning("form.says-none");

/// Longest piece of what was typed that a message repeats.
const ECHO: usize = 40;

/// Looks at every field.
pub(super) fn find(facts: &FormFacts<'_>) -> Vec<Note> {
    let excluded = facts.filled.is_excluded();
    let mut found = Vec::new();
    for (at, field) in facts.filled.form.fields.iter().enumerate() {
        in_field(facts, at, field, excluded, &mut found);
    }
    found
}

/// Looks at the fields that changed, and at those whose being required depends on them; everything else that was found
/// stays. Whether anything is different.
pub(super) fn find_again(facts: &FormFacts<'_>, changed: &[usize], seen: &mut Vec<Arc<Note>>) -> bool {
    let form = facts.filled.form;
    let excluded = facts.filled.is_excluded();
    let mut moved = false;
    let mut found = Vec::new();
    let fields = changed.iter().filter_map(|at| form.fields.get(*at));
    for at in changed.iter().chain(fields.flat_map(|field| &field.requires)) {
        if let Some(field) = form.fields.get(*at) {
            in_field(facts, *at, field, excluded, &mut found);
        }
        let before = seen.iter().filter(|note| note.at.order() == *at);
        if !before.map(Arc::as_ref).eq(&found) {
            moved = true;
            seen.retain(|note| note.at.order() != *at);
            seen.extend(found.drain(..).map(Arc::new));
        }
        found.clear();
    }
    moved
}

fn in_field(facts: &FormFacts<'_>, at: usize, field: &Field, excluded: bool, out: &mut Vec<Note>) {
    let excused = excluded || facts.asked.is_some_and(|asked| !asked.contains(&at));
    match &facts.filled.cell(at).answer {
        Answer::Blank if !excused && is_required(facts, field) => out.push(missing(facts, At::Field(at))),
        Answer::Blank => {}
        Answer::Rows(rows) => {
            for (row, cells) in rows {
                for (column, (field, cell)) in field.columns.iter().zip(cells).enumerate() {
                    let place = At::Cell(at, *row, column);
                    let required = !excused && matches!(field.required, Required::Always);
                    if cell.answer == Answer::Blank && required {
                        out.push(missing(facts, place));
                    }
                    out.extend(in_cell(facts, field, cell, place));
                }
            }
        }
        _ => out.extend(in_cell(facts, field, facts.filled.cell(at), At::Field(at))),
    }
    out.extend(not_asked(facts, at, field).filter(|_| !excluded));
}

/// An answer that counts, to what another answer says there is not: so many votes where none were cast.
fn not_asked(facts: &FormFacts<'_>, at: usize, field: &Field) -> Option<Note> {
    let Required::When(Test::In(gate, asked)) = &field.required else { return None };
    let filled = facts.filled;
    let said = filled.cell(gate.field).chosen().filter(|said| !asked.contains(said))?;
    let counts = match &filled.cell(at).answer {
        Answer::Rows(_) => true,
        Answer::Number(value) => field.kind == Kind::Percent && !value.is_zero(),
        _ => is_yes(filled, at),
    };
    // A grade asks for more than a worse one; to have it ready is no contradiction.
    let note = || {
        Note::new(&NOT_ASKED, At::Field(at))
            .field("gate", gate.field)
            .with("said", Datum::Option(*gate, said))
    };
    (counts && filled.form.grade != Some(gate.field)).then(note)
}

/// Whether what stands in the form asks for a field.
pub(super) fn is_required(facts: &FormFacts<'_>, field: &Field) -> bool {
    match &field.required {
        Required::No => false,
        Required::Always => true,
        Required::When(test) => holds(facts.filled, test).truth == Truth::Yes,
    }
}

/// While somebody is still filling in the form, a blank field is no error.
fn missing(facts: &FormFacts<'_>, at: At) -> Note {
    Note { mild: !facts.is_final, ..Note::new(&MISSING, at) }
}

fn in_cell(facts: &FormFacts<'_>, field: &Field, cell: &Cell, at: At) -> Option<Note> {
    let echo = |note: Note| note.with("typed", Datum::Text(echo(&cell.typed, ECHO)));
    let of_kind = |note: Note| echo(note).with("kind", Datum::Word(field.kind.id()));
    Some(match &cell.answer {
        // Somebody is still typing: worth knowing when the field is left, and wrong only when the form is handed in.
        Answer::Incomplete => Note { mild: !facts.is_final, ..of_kind(Note::new(&INCOMPLETE, at)) },
        Answer::NoNumber(reading) => {
            let mut note = of_kind(Note::new(number::check_of(reading)?, at));
            if let crate::decimal::NumberReading::Ambiguous(small, large) = reading {
                note = note.number("small", *small).number("large", *large);
            }
            note
        }
        Answer::Number(value) => {
            if let Some(max) = field.max.filter(|max| compare(*value, *max).is_gt()) {
                let note = Note::new(&ABOVE_MAX, at).number("value", *value).number("max", max);
                return Some(note.written(Written::Field));
            }
            let step = field.step.filter(|step| !is_step(*value, *step))?;
            let note = Note::new(&WRONG_STEP, at).number("value", *value).number("step", step);
            note.written(Written::Field)
        }
        Answer::NoDay => echo(Note::new(&BAD_DATE, at)),
        Answer::Day(day) => return date(facts, field, *day, at),
        Answer::NoOption if field.kind == Kind::Exclusion => echo(Note::new(&WITHOUT_CODE, at)),
        Answer::NoOption => echo(Note::new(&UNKNOWN_CHOICE, at)),
        Answer::Words { none: true } if field.explain_none => Note::new(&SAYS_NONE, at),
        _ => return None,
    })
}

fn date(facts: &FormFacts<'_>, field: &Field, day: Date, at: At) -> Option<Note> {
    let (from, to) = facts.period;
    match field.range? {
        DateRange::Past if day > facts.as_of => Some(
            Note::new(&DATE_AFTER, at).with("day", Datum::Day(day)).with("asOf", Datum::Day(facts.as_of)),
        ),
        DateRange::Period if day < from || day > to => {
            let note = Note::new(&DATE_OUTSIDE, at).with("day", Datum::Day(day));
            Some(note.with("from", Datum::Day(from)).with("to", Datum::Day(to)))
        }
        _ => None,
    }
}
