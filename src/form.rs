//! What was typed into a form, understood field by field: a value, blank, somebody still typing, or wrong.

use crate::date::{Date, DateReading};
use crate::decimal::{Decimal, FieldKind, NumberReading, Typed, add, alike};
use crate::rulebook::form::{Choice, Field, Form, Kind, Place};
use crate::text::{bare, fold};

/// One field's content.
#[derive(Clone, Debug, Eq)]
pub enum Answer {
    /// Nothing typed.
    Blank,
    /// A beginning of something valid.
    Incomplete,
    /// Words; whether they only say that there is nothing.
    Words {
        /// "Không", "không có" …
        none: bool,
    },
    /// A number.
    Number(Decimal),
    /// No number, or two.
    NoNumber(NumberReading),
    /// A day.
    Day(Date),
    /// No day.
    NoDay,
    /// Position of the option chosen.
    Chosen(usize),
    /// Nothing that can be chosen.
    NoOption,
    /// Rows of a grid, without those that are blank all over; with the position each had.
    Rows(Vec<(usize, Vec<Cell>)>),
}

/// Numbers are compared with their digits: whoever adds a zero has changed the field.
impl PartialEq for Answer {
    fn eq(&self, other: &Answer) -> bool {
        match (self, other) {
            (Answer::Number(a), Answer::Number(b)) => alike(*a, *b),
            (Answer::Words { none: a }, Answer::Words { none: b }) => a == b,
            (Answer::NoNumber(a), Answer::NoNumber(b)) => a == b,
            (Answer::Day(a), Answer::Day(b)) => a == b,
            (Answer::Chosen(a), Answer::Chosen(b)) => a == b,
            (Answer::Rows(a), Answer::Rows(b)) => a == b,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}

/// What stands in a field: what it means, and the text where a finding must repeat it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it means.
    pub answer: Answer,
    /// As typed; empty unless it is wrong.
    pub typed: String,
}

/// Nothing typed.
pub static BLANK: Cell = Cell { answer: Answer::Blank, typed: String::new() };

impl Cell {
    /// The number in it.
    pub fn number(&self) -> Option<Decimal> {
        if let Answer::Number(value) = self.answer { Some(value) } else { None }
    }

    /// The option in it.
    pub fn chosen(&self) -> Option<usize> {
        if let Answer::Chosen(at) = self.answer { Some(at) } else { None }
    }
}

/// Reads what was typed into a field.
pub fn read(field: &Field, typed: Typed<'_>) -> Cell {
    let text = match typed {
        Typed::Blank => return BLANK.clone(),
        Typed::Text(text) | Typed::Number(text) => text,
    };
    let answer = match field.kind {
        Kind::Count => number(typed.read(FieldKind::Count)),
        Kind::Percent => number(typed.read(FieldKind::Percent)),
        Kind::Score => number(typed.read(FieldKind::Score)),
        _ if text.chars().all(crate::text::is_space) => Answer::Blank,
        Kind::Text | Kind::Rows => words(text),
        Kind::Date => match Date::read(text) {
            DateReading::Day(day) => Answer::Day(day),
            DateReading::Incomplete => Answer::Incomplete,
            DateReading::Wrong => Answer::NoDay,
        },
        Kind::Choice | Kind::YesNo | Kind::Mark | Kind::Grade | Kind::Exclusion => {
            option(&field.options, text)
        }
    };
    let wrong = matches!(answer, Answer::NoNumber(_) | Answer::NoDay | Answer::NoOption | Answer::Incomplete);
    Cell { answer, typed: if wrong { text.to_owned() } else { String::new() } }
}

/// Reads the rows of a grid. A row that is blank all over is not there.
pub fn read_rows<'a, Row: Iterator<Item = Typed<'a>>>(
    field: &Field,
    rows: impl Iterator<Item = Row>,
) -> Cell {
    let mut found = Vec::new();
    for (at, row) in rows.enumerate() {
        let typed = row.chain(std::iter::repeat(Typed::Blank));
        let cells: Vec<Cell> =
            field.columns.iter().zip(typed).map(|(column, typed)| read(column, typed)).collect();
        if cells.iter().any(|cell| cell.answer != Answer::Blank) {
            found.push((at, cells));
        }
    }
    let answer = if found.is_empty() { Answer::Blank } else { Answer::Rows(found) };
    Cell { answer, typed: String::new() }
}

fn number(reading: NumberReading) -> Answer {
    match reading {
        NumberReading::Value(value) => Answer::Number(value),
        NumberReading::Blank => Answer::Blank,
        NumberReading::Incomplete => Answer::Incomplete,
        other => Answer::NoNumber(other),
    }
}

/// Ways to say that there is nothing, folded.
const NOTHING: [&str; 8] = [
    "khong",
    "khong co",
    "khong co gi",
    "khong co han che",
    "khong co han che, khuyet diem",
    "khong co khuyet diem",
    "khong co han che khuyet diem",
    "none",
];
/// How they begin.
const BEGINNINGS: [[u8; 2]; 2] = [*b"kh", *b"no"];
/// Longer texts say more than that there is nothing (`js/src/answers.ts` does not even send them).
const LONGEST_NOTHING: usize = 60;

fn words(text: &str) -> Answer {
    let says_none = || NOTHING.contains(&fold(text).trim_end_matches(['.', ';', ',', ' ']));
    Answer::Words { none: text.len() <= LONGEST_NOTHING && !begins_otherwise(text) && says_none() }
}

/// Most texts are seen by their first two letters to say something.
fn begins_otherwise(text: &str) -> bool {
    let mut letters = text.chars().map(|c| u8::try_from(bare(c).to_ascii_lowercase()).ok());
    let (Some(Some(first)), Some(Some(second))) = (letters.next(), letters.next()) else { return false };
    first.is_ascii_alphabetic() && second.is_ascii_alphabetic() && !BEGINNINGS.contains(&[first, second])
}

/// An option by its id, or by its label in either language, however it was typed.
fn option(options: &[Choice], text: &str) -> Answer {
    if let Some(at) = options.iter().position(|option| option.id == text) {
        return Answer::Chosen(at);
    }
    let folded = fold(text);
    let same = |option: &Choice| {
        fold(&option.label.vi) == folded
            || option.label.en.as_ref().is_some_and(|label| fold(label) == folded)
    };
    options.iter().position(same).map_or(Answer::NoOption, Answer::Chosen)
}

/// A form with what stands in its fields, one cell for each.
#[derive(Debug)]
pub struct Filled<'a> {
    /// The form.
    pub form: &'a Form,
    /// Its cells, in the order of its fields.
    pub cells: &'a [Cell],
}

impl<'a> Filled<'a> {
    /// What stands in a field.
    pub fn cell(&self, field: usize) -> &'a Cell {
        self.cells.get(field).unwrap_or(&BLANK)
    }

    /// The rows of a grid; none while it is blank.
    pub fn rows(&self, field: usize) -> &'a [(usize, Vec<Cell>)] {
        match &self.cell(field).answer {
            Answer::Rows(rows) => rows,
            _ => &[],
        }
    }

    /// What stands in a column, row by row.
    pub fn column(&self, field: usize, column: usize) -> impl Iterator<Item = &'a Cell> + use<'a> {
        self.rows(field).iter().map(move |(_, cells)| cells.get(column).unwrap_or(&BLANK))
    }

    /// The number at a place; of a column the sum, when every row has one.
    pub fn number(&self, place: Place) -> Option<Decimal> {
        let Some(column) = place.column else { return self.cell(place.field).number() };
        let mut cells = self.column(place.field, column);
        let first = cells.next()?.number()?;
        cells.try_fold(first, |sum, cell| add(sum, cell.number()?))
    }

    /// Why somebody is left out of the rating.
    pub fn reason_out(&self) -> Option<usize> {
        self.form.exclusion.and_then(|at| self.cell(at).chosen())
    }

    /// Whether somebody is left out of the rating.
    pub fn is_excluded(&self) -> bool {
        self.reason_out().is_some_and(|reason| !self.form.open_exclusions.contains(&reason))
    }
}

#[cfg(test)]
mod tests {
    use super::{BEGINNINGS, NOTHING};

    #[test]
    fn nothing_is_said_with_those_beginnings_only() {
        let begins = |said: &str| BEGINNINGS.iter().any(|letters| said.as_bytes().starts_with(letters));
        assert!(NOTHING.iter().all(|said| begins(said)));
        assert!(
            BEGINNINGS.iter().all(|letters| NOTHING.iter().any(|said| said.as_bytes().starts_with(letters)))
        );
    }
}
