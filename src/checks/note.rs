//! A finding on a form before it has words: comparing two costs next to nothing, and on a keystroke most of them are
//! those of the last one, whose sentences the page has already.

use super::Check;
use crate::date::Date;
use crate::decimal::{Decimal, NumberStyle, alike, push_decimal, push_percent, write_count};
use crate::diagnostic::Diagnostic;
use crate::message::Locale;
use crate::rulebook::form::{Field, Form, Place, Relation};
use crate::rulebook::{Exclusion, Subject};

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
#[derive(Clone, Debug, Eq)]
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
    /// What a phrase of the sentence is chosen by.
    Word(&'static str),
}

/// Where it is written, beside what the rules named cite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// At the instrument's form.
    Form,
    /// At the field.
    Field,
    /// At the band of a grade.
    Band(usize),
    /// At the number that a relation of the form names.
    Relation(usize),
    /// At a reason for not being rated.
    Exclusion(usize),
    /// Where the text leaves it to the competent level.
    Refer,
}

/// What a note speaks of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scope<'a> {
    pub(crate) form: &'a Form,
    pub(crate) subject: &'a Subject,
    pub(crate) exclusions: &'a [Exclusion],
    pub(crate) locale: Locale,
}

impl<'a> Scope<'a> {
    /// The field or the column at a place.
    fn own(self, at: At) -> Option<&'a Field> {
        match at {
            At::Form => None,
            At::Field(field) => self.form.fields.get(field),
            At::Cell(field, _, column) => self.form.at(Place { field, column: Some(column) }),
        }
    }

    /// Id of the citation.
    fn cite(self, written: Written, at: At) -> Option<&'a str> {
        let standard = self.form.standard.as_ref();
        Some(match written {
            Written::Form => &self.form.cite,
            Written::Field => self.own(at)?.cite.as_ref()?,
            Written::Band(grade) => &standard?.bands.get(grade)?.as_ref()?.cite,
            Written::Relation(relation) => match self.form.relations.get(relation)? {
                Relation::SumIs(_, number) => &number.cite,
                _ => return None,
            },
            Written::Exclusion(option) => &self.exclusions.get(option)?.cite,
            Written::Refer => &standard?.refer.as_ref()?.cite,
        })
    }
}

/// Numbers are compared with their digits: 33,3 and 33,30 are two sentences.
impl PartialEq for Datum {
    fn eq(&self, other: &Datum) -> bool {
        match (self, other) {
            (Datum::Number(a), Datum::Number(b)) | (Datum::Percent(a), Datum::Percent(b)) => alike(*a, *b),
            (Datum::Day(a), Datum::Day(b)) => a == b,
            (Datum::Field(a), Datum::Field(b)) => a == b,
            (Datum::Option(a, at), Datum::Option(b, other_at)) => a == b && at == other_at,
            (Datum::Grade(a), Datum::Grade(b)) | (Datum::Rule(a), Datum::Rule(b)) => a == b,
            (Datum::Text(a), Datum::Text(b)) => a == b,
            (Datum::Word(a), Datum::Word(b)) => a == b,
            _ => false,
        }
    }
}

impl Datum {
    /// Whether another figure or another text may stand there. A one may choose a form of a word, and an empty text leaves no room.
    pub(super) fn is_figure(&self) -> bool {
        match self {
            Datum::Number(value) => *value != Decimal::ONE,
            Datum::Percent(_) | Datum::Day(_) => true,
            Datum::Text(text) => !text.is_empty(),
            _ => false,
        }
    }

    /// In words, at the end of a text.
    pub(super) fn push(&self, out: &mut String, Scope { form, subject, locale, .. }: Scope<'_>) {
        let label = match self {
            Datum::Number(value) => return push_decimal(out, *value, NumberStyle::default()),
            Datum::Percent(value) => return push_percent(out, *value),
            Datum::Day(day) => return out.push_str(&day.written()),
            Datum::Text(text) => return out.push_str(text),
            Datum::Word(word) => return out.push_str(word),
            Datum::Field(place) => form.at(*place).map(|field| &field.label),
            Datum::Option(place, at) => {
                form.at(*place).and_then(|field| field.options.get(*at)).map(|option| &option.label)
            }
            Datum::Grade(at) => subject.grades.get(*at).map(|grade| &grade.label),
            Datum::Rule(at) => form.rules().get(*at).map(|rule| &rule.label),
        };
        out.push_str(label.map_or("", |label| label.in_locale(locale)));
    }
}

/// A finding without its words.
#[derive(Clone, Debug, Eq)]
pub(crate) struct Note {
    pub(crate) check: &'static Check,
    pub(crate) at: At,
    /// A draft's missing answer is no verdict yet.
    pub(crate) mild: bool,
    pub(crate) values: Vec<(&'static str, Datum)>,
    pub(crate) written: Option<Written>,
}

impl PartialEq for Note {
    fn eq(&self, other: &Note) -> bool {
        // Figures, which tell most apart, stand behind texts.
        self.stands_like(other)
            && self.values.iter().zip(&other.values).rev().all(|(value, other)| value == other)
    }
}

impl Note {
    pub(super) fn new(check: &'static Check, at: At) -> Note {
        Note { check, at, mild: false, values: Vec::new(), written: None }
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
    pub(super) fn written(self, at: Written) -> Note {
        Note { written: Some(at), ..self }
    }

    /// Whether it says the same with other figures, at the same place by the same law.
    pub(super) fn is_like(&self, other: &Note) -> bool {
        let like = |((name, value), (other_name, other)): (&(&str, Datum), &(&str, Datum))| {
            name == other_name && (value == other || (value.is_figure() && other.is_figure()))
        };
        self.stands_like(other) && self.values.iter().zip(&other.values).all(like)
    }

    /// Whether all but the values is the same.
    fn stands_like(&self, other: &Note) -> bool {
        (self.at, self.mild, self.written) == (other.at, other.mild, other.written)
            && self.check.words == other.check.words
            && self.values.len() == other.values.len()
    }

    /// In words: a finding of that form.
    pub(super) fn in_words(&self, scope: Scope<'_>) -> Diagnostic {
        let Scope { form, locale, .. } = scope;
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
        if let Some(own) = scope.own(self.at) {
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
            if let Datum::Rule(at) = value
                && let Some(rule) = form.rules().get(*at)
            {
                found.cite(&rule.cite).about = Some(rule.id.clone());
            }
            let mut text = String::new();
            value.push(&mut text, scope);
            found.params.push((name, text));
        }
        if let Some(cite) = self.written.and_then(|written| scope.cite(written, self.at)) {
            found.cite(cite);
        }
        found
    }

    /// The values that are not those of one that is like it, in words: the position of each, and what it is.
    pub(super) fn others<'a>(
        &'a self,
        like: &'a Note,
        scope: Scope<'_>,
    ) -> impl Iterator<Item = (usize, &'a Datum)> {
        // The label of its place comes first.
        let first = usize::from(scope.own(self.at).is_some());
        let pairs = (first..).zip(self.values.iter().zip(&like.values));
        pairs.filter(|(_, (own, like))| own.1 != like.1).map(|(at, (own, _))| (at, &own.1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static CHECK: Check = Check::error("form.missing");

    #[test]
    fn notes_of_one_kind_differ_in_figures_and_texts_only() {
        let two = |value: Datum| Note::new(&CHECK, At::Field(1)).field("whole", 2).with("value", value);
        let (three, four) = (Datum::Number(Decimal::from(3_u64)), Datum::Number(Decimal::from(4_u64)));
        let text = |text: &str| Datum::Text(text.to_owned());
        assert!(two(three.clone()).is_like(&two(four.clone())) && two(text("a")).is_like(&two(text("b"))));
        assert!(!two(text("a")).is_like(&two(text(""))));
        // English has one place and two places.
        assert!(!two(three.clone()).is_like(&two(Datum::Number(Decimal::ONE))));
        assert!(!two(Datum::Word("yes")).is_like(&two(Datum::Word("no"))));
        assert!(!two(Datum::Grade(1)).is_like(&two(Datum::Grade(2))));
        assert!(!two(four.clone()).is_like(&Note { mild: true, ..two(four.clone()) }));
        assert!(!two(four.clone()).is_like(&two(four.clone()).written(Written::Form)));
        assert!(!two(four.clone()).is_like(&Note { at: At::Field(2), ..two(four) }));
    }
}
