//! A finding on a form before it has words: comparing two costs next to nothing, and on a keystroke most of them are
//! those of the last one, whose sentences the page has already.

use super::Check;
use crate::date::Date;
use crate::decimal::{Decimal, NumberStyle, write_count, write_decimal, write_percent};
use crate::diagnostic::Diagnostic;
use crate::message::Locale;
use crate::rulebook::Subject;
use crate::rulebook::form::{Form, Place};

/// Where in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum At {
    /// The whole form.
    Form,
    /// A field.
    Field(usize),
    /// A cell of a grid: field, row, column.
    Cell(usize, usize, usize),
}

impl At {
    /// The position findings are ordered by.
    pub(crate) fn order(self) -> usize {
        match self {
            At::Form => usize::MAX,
            At::Field(field) | At::Cell(field, ..) => field,
        }
    }
}

/// A value in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Datum {
    Number(Decimal),
    Percent(Decimal),
    Day(Date),
    /// The label of a field or a column.
    Field(Place),
    /// The label of an option of a field.
    Option(Place, usize),
    /// The label of a grade.
    Grade(usize),
    /// The label of a rule of the form's standard; where it is written is cited.
    Rule(usize),
    Text(String),
}

/// A finding without its words.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Note {
    pub(crate) check: &'static Check,
    pub(crate) at: At,
    /// A draft's missing answer is no verdict yet.
    pub(crate) mild: bool,
    pub(crate) values: Vec<(&'static str, Datum)>,
    /// Ids of citations beside those of the rules named.
    pub(crate) cites: Vec<String>,
}

impl Note {
    pub(super) fn new(check: &'static Check, at: At) -> Note {
        Note { check, at, mild: false, values: Vec::new(), cites: Vec::new() }
    }

    #[must_use]
    pub(super) fn with(mut self, name: &'static str, value: Datum) -> Note {
        self.values.push((name, value));
        self
    }

    #[must_use]
    pub(super) fn number(self, name: &'static str, value: Decimal) -> Note {
        self.with(name, Datum::Number(value))
    }

    #[must_use]
    pub(super) fn field(self, name: &'static str, field: usize) -> Note {
        self.with(name, Datum::Field(Place { field, column: None }))
    }

    #[must_use]
    pub(super) fn cite(mut self, id: &str) -> Note {
        self.cites.push(id.to_owned());
        self
    }

    /// In words: a finding of that form.
    pub(crate) fn in_words(&self, form: &Form, subject: &Subject, locale: Locale) -> Diagnostic {
        let id = |field: usize| form.fields.get(field).map_or("", |field| field.id.as_str());
        let row;
        let path: Vec<&str> = match self.at {
            At::Form => Vec::new(),
            At::Field(field) => vec![id(field)],
            At::Cell(field, at, column) => {
                row = at.to_string();
                let columns = form.fields.get(field).map_or(&[][..], |field| &field.columns);
                vec![id(field), &row, columns.get(column).map_or("", |column| column.id.as_str())]
            }
        };
        let mut found = self.check.found(&path);
        if self.mild {
            found.severity = crate::diagnostic::Severity::Info;
        }
        let own = match self.at {
            At::Form => None,
            At::Field(field) => form.fields.get(field),
            At::Cell(field, _, column) => form.fields.get(field).and_then(|field| field.columns.get(column)),
        };
        if let Some(own) = own {
            let label = own.label.in_locale(locale);
            match self.at {
                At::Cell(field, row, _) => {
                    let grid = form.fields.get(field).map_or("", |grid| grid.label.in_locale(locale));
                    let row = write_count(u64::try_from(row).unwrap_or(0).saturating_add(1));
                    let params = [("grid", grid.to_owned()), ("row", row), ("column", label.to_owned())];
                    found.text("field", &locale.phrase("cell", &params));
                }
                _ => drop(found.text("field", label)),
            }
        }
        for (name, value) in &self.values {
            let text = match value {
                Datum::Number(value) => write_decimal(*value, NumberStyle::default()),
                Datum::Percent(value) => write_percent(*value),
                Datum::Day(day) => day.written(),
                Datum::Field(place) => {
                    form.at(*place).map_or("", |field| field.label.in_locale(locale)).to_owned()
                }
                Datum::Option(place, option) => {
                    let options = form.at(*place).map_or(&[][..], |field| &field.options);
                    options.get(*option).map_or("", |option| option.label.in_locale(locale)).to_owned()
                }
                Datum::Grade(at) => {
                    subject.grades.get(*at).map_or("", |grade| grade.label.in_locale(locale)).to_owned()
                }
                Datum::Rule(at) => match form.rules().get(*at) {
                    Some(rule) => {
                        found.cite(&rule.cite).about = Some(rule.id.clone());
                        rule.label.in_locale(locale).to_owned()
                    }
                    None => String::new(),
                },
                Datum::Text(text) => text.clone(),
            };
            found.text(name, &text);
        }
        for cite in &self.cites {
            found.cite(cite);
        }
        found
    }
}
