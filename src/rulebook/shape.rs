//! What a JSON value must look like, as data, and the walk that holds a value against it, noting everything wrong on
//! the way and never stopping at the first. What a shape has let through is then read without looking back.

use super::fault::meant;
use super::reader::Reader;
use super::value::Value;
use crate::date::Date;
use crate::decimal::{Decimal, compare};

/// What a value must look like.
pub(super) enum Shape {
    /// Anything.
    Any,
    /// A text that is not blank.
    Text,
    /// An id.
    Id,
    /// `YYYY-MM-DD`.
    Date,
    /// A whole number of at least 0.
    Count,
    /// A whole number, or a string such as `"12.5"`.
    Number,
    /// A number from 0 to 100 with at most 4 decimals.
    Percent,
    /// A number or an id.
    Either,
    /// `true`, `false`.
    Truth,
    /// One of these words.
    Word(&'static [&'static str]),
    /// The id of an entry of a section of the rulebook; and what such an entry is called.
    Ref(&'static str, &'static str),
    /// An object with these members and no others.
    Record(&'static [Member]),
    /// An object keyed by id.
    Keyed(&'static Shape),
    /// A list.
    List(&'static Shape),
    /// `true` or `false`, or this.
    TruthOr(&'static Shape),
}

/// A member of a record: its name, whether it must be there, what a local text may do with it, its shape.
pub(super) type Member = (&'static str, bool, Local, &'static Shape);

/// What a local text may do with a member where the law settles what is around it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Local {
    /// Nothing: neither change it nor give it where the law does not.
    Law,
    /// Give it where the law does not, or add entries to it.
    Open,
    /// Say it in other words: nothing is counted by it.
    Free,
    /// Give a smaller number.
    Less,
    /// Give a larger number, and numbers where the law has none.
    More,
}

impl<'v> Reader<'v> {
    /// Holds a value against a shape.
    pub(super) fn hold(&mut self, value: &'v Value, shape: &Shape) {
        match (shape, value) {
            (Shape::Any, _) => {}
            (Shape::Record(members), Value::Map(entries)) => self.record(value, entries, members),
            (Shape::Keyed(shape), Value::Map(entries)) => {
                for (at, (id, entry)) in entries.iter().enumerate() {
                    self.refuse_twice(entries, at);
                    self.at(id, |r| {
                        r.check_id(id);
                        r.hold(entry, shape);
                    });
                }
            }
            (Shape::List(shape), Value::List(items)) => {
                for (at, item) in items.iter().enumerate() {
                    self.at_index(at, |r| r.hold(item, shape));
                }
            }
            (Shape::TruthOr(_), Value::Bool(_)) | (Shape::Truth, Value::Bool(_)) => {}
            (Shape::TruthOr(shape), _) => self.hold(value, shape),
            (Shape::Count, Value::Whole(number)) if *number >= 0 => {}
            (Shape::Either, Value::Whole(_) | Value::Text(_)) => {}
            (Shape::Number | Shape::Percent, Value::Whole(_) | Value::Text(_)) => self.number(value, shape),
            (Shape::Text | Shape::Id | Shape::Date | Shape::Word(_) | Shape::Ref(..), Value::Text(text)) => {
                self.text(text, shape);
            }
            _ => self.wrong_type(shape, value),
        }
    }

    fn record(&mut self, value: &'v Value, entries: &'v [(String, Value)], members: &'static [Member]) {
        for (at, (key, entry)) in entries.iter().enumerate() {
            self.refuse_twice(entries, at);
            match members.iter().find(|(name, ..)| name == key) {
                Some((.., shape)) if *entry != Value::Null => self.at(key, |r| r.hold(entry, shape)),
                Some(_) => {}
                None => {
                    let known: Vec<&str> = members.iter().map(|(name, ..)| *name).collect();
                    self.at(key, |r| {
                        let message = ["unknown field `", key, "`"].concat();
                        r.fault_with_help("rulebook.unknown-field", &message, Some(meant(key, &known)));
                    });
                }
            }
        }
        for (name, required, ..) in members {
            if *required && !value.has(name) {
                self.missing(name);
            }
        }
    }

    pub(super) fn refuse_twice(&mut self, entries: &'v [(String, Value)], at: usize) {
        if let Some((key, _)) = entries.get(at)
            && entries.iter().take(at).any(|(earlier, _)| earlier == key)
        {
            self.fault_at(key, "rulebook.duplicate-field", &["`", key, "` stands twice"].concat());
        }
    }

    fn number(&mut self, value: &'v Value, shape: &Shape) {
        let Some(number) = value.as_number() else {
            return self.wrong_value("a decimal such as \"12.5\"", value.as_text());
        };
        let fits = number.scale() <= 4
            && compare(number, Decimal::ZERO).is_ge()
            && compare(number, Decimal::ONE_HUNDRED).is_le();
        if matches!(shape, Shape::Percent) && !fits {
            let message = "expected a percentage from 0 to 100 with at most 4 decimals";
            self.fault("rulebook.wrong-value", message);
        }
    }

    fn text(&mut self, text: &'v str, shape: &Shape) {
        if text.trim().is_empty() {
            return self.wrong_value("a text", text);
        }
        match shape {
            Shape::Id => self.check_id(text),
            Shape::Date if Date::parse(text).is_none() => self.wrong_value("a date as YYYY-MM-DD", text),
            Shape::Word(words) if !words.contains(&text) => {
                let message = ["unknown value `", text, "`"].concat();
                self.fault_with_help("rulebook.wrong-value", &message, Some(meant(text, words)));
            }
            Shape::Ref(section, what) => {
                let known = self.root().ids(section);
                if !known.contains(&text) {
                    let message = ["`", text, "` is not ", what, " of this rulebook"].concat();
                    self.fault_with_help("rulebook.unknown-reference", &message, Some(meant(text, &known)));
                }
            }
            _ => {}
        }
    }

    pub(super) fn check_id(&mut self, id: &str) {
        let fits =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.';
        if !id.starts_with(|c: char| c.is_ascii_lowercase()) || !id.bytes().all(fits) {
            let rule = "` is not an id: lower-case letters, digits, `-` and `.`, a letter first";
            self.fault("rulebook.wrong-id", &["`", id, rule].concat());
        }
    }

    fn wrong_type(&mut self, shape: &Shape, value: &Value) {
        let expected = match shape {
            Shape::Count => "a whole number of at least 0",
            Shape::Number | Shape::Percent => "a whole number or a string such as \"12.5\"",
            Shape::Truth | Shape::TruthOr(_) => "true or false",
            Shape::Record(_) => "an object",
            Shape::Keyed(_) => "an object keyed by id",
            Shape::List(_) => "a list",
            _ => "a string",
        };
        self.fault("rulebook.wrong-type", &["expected ", expected, ", found ", value.kind()].concat());
    }

    fn wrong_value(&mut self, expected: &str, found: &str) {
        self.fault("rulebook.wrong-value", &["expected ", expected, ", found `", found, "`"].concat());
    }
}
