//! A form across the border. In: what changed, `position U+001F text` behind a U+001E each; a grid's rows are joined by
//! U+001D and their cells by U+001C. Out: what is different from the last time (`delta`), or nothing at all.

use super::cells;
use super::delta;
use super::json::Json;
use super::law::around;
use super::packed::Packed;
use super::shapes;
use crate::date::Date;
use crate::decimal::write_plain;
use crate::engine::{Around, Engine, FormSession, Same};
use crate::form::{Cell, read, read_rows};
use crate::message::Locale;
use crate::rating::{Rated, Status};
use crate::rulebook::form::{Does, Field, Form, Kind, Required, Standard};
use crate::rulebook::{EngineError, Rulebook};
use crate::text::{cut, pieces};

/// Between the rows of a grid, and between the cells of a row.
pub(super) const ROW: char = '\u{1D}';
pub(super) const CELL: char = '\u{1C}';

/// A form on a page.
#[derive(Debug)]
pub struct OpenForm {
    at: usize,
    session: FormSession,
    around: AroundText,
    complete: bool,
    /// Room for what crosses.
    packed: Packed,
}

/// What a form is checked with beside what was typed; of the unit its texts, which are read when a quota is judged.
#[derive(Debug, Default)]
struct AroundText {
    is_final: bool,
    asked: Option<Vec<usize>>,
    period: Option<(Date, Date)>,
    /// Its tally and its group.
    unit: Option<(String, String)>,
}

impl AroundText {
    /// Whether it differs in the unit only.
    fn is_like(&self, other: &AroundText) -> bool {
        (self.is_final, &self.asked, self.period) == (other.is_final, &other.asked, other.period)
    }
}

/// A form with nothing in it, at a position of the rulebook.
pub fn open(engine: &Engine, at: usize) -> Result<OpenForm, EngineError> {
    let (around, packed) = (AroundText::default(), Packed::default());
    Ok(OpenForm { at, session: engine.open_form(at)?, around, complete: false, packed })
}

/// What is different from the last time; an empty text when nothing is. `around` only when it changed.
pub fn check(
    engine: &Engine,
    open: &mut OpenForm,
    changes: &str,
    around: Option<String>,
) -> Result<String, EngineError> {
    let mut same = Same { unit: true, rest: true };
    if let Some(text) = around {
        let before = std::mem::replace(&mut open.around, around_of(&text));
        same = Same { unit: false, rest: before.is_like(&open.around) };
    }
    let fields = engine.rulebook().forms.get(open.at).map_or(&[][..], |form| &form.fields);
    for change in pieces(changes, cells::COLUMN).filter(|change| !change.is_empty()) {
        let (at, text) = cut(change, cells::SEPARATOR).unwrap_or((change, ""));
        let Ok(at) = at.parse::<usize>() else { continue };
        let Some(field) = fields.get(at) else { continue };
        let cell = match field.kind {
            Kind::Rows => rows(field, text),
            _ => read(field, cells::one(text)),
        };
        open.session.change(at, cell);
    }
    let AroundText { is_final, asked, period, unit } = &open.around;
    let read = unit.as_ref().map(|(tally, group)| || super::group_input(tally, group));
    let mut around = Around { unit: None, period: *period, is_final: *is_final, asked: asked.as_deref() };
    if let Some(read) = &read {
        around.unit = Some(read);
    }
    let delta = engine.step(&mut open.session, &around, same)?;
    let same = delta.findings.is_none() && delta.rated.is_none() && delta.quotas.is_none();
    if same && delta.complete == open.complete {
        return Ok(String::new());
    }
    open.complete = delta.complete;
    open.packed.0.clear();
    delta::write(&mut open.packed, engine, open.at, &open.session, &delta);
    Ok(open.packed.0.clone())
}

/// How the rating arose: a JSON list.
pub fn trace(engine: &Engine, open: &OpenForm) -> String {
    Json::text(|j| j.list(&engine.trace_form(&open.session), shapes::step))
}

fn rows(field: &Field, text: &str) -> Cell {
    read_rows(field, pieces(text, ROW).map(|row| pieces(row, CELL).map(cells::one)))
}

/// `1` when final; the positions of the fields asked for, each behind a separator, nothing for all; first and last day of
/// the period; then, only when a unit was given, its tally and its group.
fn around_of(text: &str) -> AroundText {
    let mut parts = pieces(text, cells::COLUMN);
    let mut part = || parts.next().unwrap_or("");
    let (is_final, asked, from, to) = (part() == "1", part(), part(), part());
    let positions = || pieces(asked, cells::SEPARATOR).filter_map(|at| at.parse().ok()).collect();
    let asked = (!asked.is_empty()).then(positions);
    let period = Date::parse(from).zip(Date::parse(to));
    let unit = parts.next().map(|tally| (tally.to_owned(), parts.next().unwrap_or("").to_owned()));
    AroundText { is_final, asked, period, unit }
}

/// The text leaves it to people: no grade fits, points without conditions, or discretion with a reason.
pub(super) fn needs_decision(standard: &Standard, rated: &Rated) -> bool {
    let refers = standard.refer.as_ref().is_none_or(|refer| refer.value);
    // A rule left to people matters only where it could still change the best grade.
    let open = rated.best().and_then(|best| rated.grades.get(best)) == Some(&Status::Open);
    rated.is_gap()
        || (open && rated.rules.iter().any(|judged| judged.waived))
        || (refers && rated.is_short_of_band(standard))
}

/// The grade just above the best one that is certain; while none is, the best one still possible; the one above the
/// lowest when none fits.
pub(super) fn next_up(rated: &Rated) -> Option<usize> {
    let lowest = rated.grades.len().checked_sub(1)?;
    match rated.grades.iter().position(|status| *status == Status::Allowed) {
        Some(best) => best.checked_sub(1),
        None if rated.is_gap() => lowest.checked_sub(1),
        None => rated.best().filter(|best| *best < lowest),
    }
}

/// Every form of the rulebook, enough to show it: a JSON list.
pub fn forms(engine: &Engine) -> String {
    let (book, locale) = (engine.rulebook(), engine.locale());
    Json::text(|j| j.list(&book.forms, |j, one| form(j, book, one, locale)))
}

fn form(j: &mut Json, book: &Rulebook, form: &Form, locale: Locale) {
    let id = |at: Option<usize>| at.and_then(|at| form.fields.get(at)).map(|field| field.id.as_str());
    let Some(subject) = book.subjects.get(form.subject) else { return };
    j.object(|j| {
        j.field("id", &form.id);
        j.field("label", form.label.in_locale(locale));
        j.maybe_field("number", form.number.as_deref());
        j.field("subject", &subject.id);
        j.field("basis", form.basis.id());
        j.maybe_field("note", form.note.as_ref().map(|note| note.in_locale(locale)));
        j.maybe_field("grade", id(form.grade));
        j.name("sections").list(&form.sections, |j, section| {
            j.object(|j| {
                j.field("id", &section.id);
                j.field("label", section.label.in_locale(locale));
                let own = form.fields.get(section.from..section.to).unwrap_or_default();
                j.name("fields").list(own, |j, one| field(j, form, one, locale));
            });
        });
        let standard = form.standard.as_ref();
        j.maybe_field("standard", standard.map(|standard| standard.id.as_str()));
        j.name("bands").list(
            standard.map_or(&[][..], |standard| &standard.bands).iter().enumerate(),
            |j, (at, band)| {
                if let (Some(band), Some(grade)) = (band, subject.grades.get(at)) {
                    j.object(|j| {
                        j.field("grade", &grade.id);
                        j.field("least", &write_plain(band.value));
                        j.field("basis", band.basis.id());
                        j.texts("citations", [band.cite.as_str()]);
                    });
                }
            },
        );
        j.name("rules").list(form.rules(), |j, rule| {
            j.object(|j| {
                j.field("id", &rule.id);
                let (kind, grades): (_, Vec<usize>) = match &rule.does {
                    Does::Condition(grades) => ("condition", grades.clone()),
                    Does::Trigger(to) => ("trigger", vec![*to]),
                    Does::Cap(to) => ("cap", to.iter().copied().collect()),
                };
                j.field("kind", kind);
                j.field("label", rule.label.in_locale(locale));
                j.texts(
                    "grades",
                    grades.iter().filter_map(|at| subject.grades.get(*at)).map(|one| one.id.as_str()),
                );
                around(j, rule.basis, rule.note.as_ref().map(|note| note.in_locale(locale)), &rule.cite);
            });
        });
        j.texts("citations", [form.cite.as_str()]);
    });
}

fn field(j: &mut Json, form: &Form, field: &Field, locale: Locale) {
    j.object(|j| {
        j.field("id", &field.id);
        j.field("label", field.label.in_locale(locale));
        j.field("kind", field.kind.id());
        j.field(
            "required",
            match field.required {
                Required::No => "no",
                Required::Always => "yes",
                Required::When(_) => "sometimes",
            },
        );
        let of = field.of.and_then(|at| form.fields.get(at));
        j.maybe_field("of", of.map(|parent| parent.id.as_str()));
        j.maybe_field("max", field.max.map(write_plain).as_deref());
        j.maybe_field("step", field.step.map(write_plain).as_deref());
        j.name("options").list(&field.options, |j, option| {
            j.object(|j| {
                j.field("id", &option.id);
                j.field("label", option.label.in_locale(locale));
            });
        });
        let columns = &field.columns;
        j.name("columns").list(columns, |j, column| self::field(j, form, column, locale));
    });
}
