//! Reading a rulebook's JSON into typed facts, noting everything wrong on the way and never stopping at the first.

use super::fault::Fault;
use super::value::Value;
use crate::citation::Basis;
use crate::date::Date;
use crate::decimal::{Decimal, FieldKind, NumberReading, read_machine_number};
use crate::text::nearest;

/// Faults beyond this many are counted but not kept: a hostile file must not fill the memory.
const MAX_FAULTS: usize = 200;

/// A text in both languages; English falls back to Vietnamese.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct LocalText {
    /// Vietnamese.
    pub vi: String,
    /// English, when there is one.
    pub en: Option<String>,
}

/// A fact with where it is written and how sure that is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cited<T> {
    /// The fact.
    pub value: T,
    /// Id of its citation.
    pub cite: String,
    /// How sure.
    pub basis: Basis,
    /// What a reader should know about it.
    pub note: Option<LocalText>,
}

/// Walks a value, keeping the path for the faults.
#[derive(Default)]
pub(crate) struct Reader {
    path: Vec<String>,
    pub(crate) faults: Vec<Fault>,
}

/// An object whose fields have been checked against the known ones.
#[derive(Clone, Copy)]
pub(crate) struct Object<'v>(&'v [(String, Value)]);

impl Object<'_> {
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0
            .iter()
            .any(|(key, value)| key == name && *value != Value::Null)
    }
}

impl Reader {
    pub(crate) fn fault(&mut self, code: &'static str, message: impl Into<String>) {
        self.push(Fault::new(code, &self.path, message));
    }

    pub(crate) fn fault_with_help(
        &mut self,
        code: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.push(Fault::new(code, &self.path, message).help(help));
    }

    fn push(&mut self, fault: Fault) {
        if self.faults.len() < MAX_FAULTS {
            self.faults.push(fault);
        }
    }

    /// Runs `read` one step deeper.
    pub(crate) fn at<T>(&mut self, step: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(step.to_owned());
        let result = read(self);
        self.path.pop();
        result
    }

    fn expected<T>(&mut self, what: &str, found: &Value) -> Option<T> {
        self.fault(
            "rulebook.wrong-type",
            format!("expected {what}, found {}", found.kind()),
        );
        None
    }

    /// An object with only known fields.
    pub(crate) fn object<'v>(&mut self, value: &'v Value, known: &[&str]) -> Option<Object<'v>> {
        let Value::Map(entries) = value else {
            return self.expected("an object", value);
        };
        for (index, (key, _)) in entries.iter().enumerate() {
            if !known.contains(&key.as_str()) {
                let help = match nearest(key, known.iter().copied()) {
                    Some(nearest) => format!("did you mean `{nearest}`? known: {}", known.join(", ")),
                    None => format!("known: {}", known.join(", ")),
                };
                self.at(key, |r| {
                    r.fault_with_help("rulebook.unknown-field", format!("unknown field `{key}`"), help)
                });
            }
            if entries.iter().take(index).any(|(earlier, _)| earlier == key) {
                self.at(key, |r| {
                    r.fault("rulebook.duplicate-field", format!("field `{key}` stands twice"))
                });
            }
        }
        Some(Object(entries))
    }

    /// A field that must be there.
    pub(crate) fn required<'v, T>(
        &mut self,
        object: Object<'v>,
        name: &str,
        read: impl FnOnce(&mut Self, &'v Value) -> Option<T>,
    ) -> Option<T> {
        if !object.has(name) {
            self.at(name, |r| {
                r.fault("rulebook.missing-field", format!("field `{name}` is missing"))
            });
            return None;
        }
        self.optional(object, name, read)
    }

    /// A field that may be left out or null.
    pub(crate) fn optional<'v, T>(
        &mut self,
        object: Object<'v>,
        name: &str,
        read: impl FnOnce(&mut Self, &'v Value) -> Option<T>,
    ) -> Option<T> {
        let (_, value) = object.0.iter().find(|(key, _)| key == name)?;
        if *value == Value::Null {
            None
        } else {
            self.at(name, |r| read(r, value))
        }
    }

    /// An object keyed by id: each id checked, each entry read, in the order written.
    pub(crate) fn entries<'v, T>(
        &mut self,
        value: &'v Value,
        mut read: impl FnMut(&mut Self, &'v str, &'v Value) -> Option<T>,
    ) -> Vec<T> {
        let Value::Map(entries) = value else {
            self.expected::<()>("an object keyed by id", value);
            return Vec::new();
        };
        let mut out = Vec::new();
        for (index, (id, value)) in entries.iter().enumerate() {
            let twice = entries.iter().take(index).any(|(earlier, _)| earlier == id);
            self.at(id, |r| {
                if twice {
                    r.fault("rulebook.duplicate-field", format!("id `{id}` stands twice"));
                }
                r.check_id(id);
                out.extend(read(r, id, value));
            });
        }
        out
    }

    /// A list, each item read.
    pub(crate) fn list<'v, T>(
        &mut self,
        value: &'v Value,
        mut read: impl FnMut(&mut Self, &'v Value) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Value::List(items) = value else {
            return self.expected("a list", value);
        };
        let mut out = Vec::new();
        for (index, item) in items.iter().enumerate() {
            out.extend(self.at(&index.to_string(), |r| read(r, item)));
        }
        Some(out)
    }

    pub(crate) fn check_id(&mut self, id: &str) {
        let fits = id.starts_with(|c: char| c.is_ascii_lowercase())
            && id
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.'));
        if !fits {
            self.fault(
                "rulebook.wrong-id",
                format!("`{id}` is not an id: lower-case letters, digits, `-` and `.`, a letter first"),
            );
        }
    }

    pub(crate) fn text(&mut self, value: &Value) -> Option<String> {
        match value {
            Value::Text(text) if text.trim().is_empty() => {
                self.fault("rulebook.wrong-value", "expected a text, found an empty one");
                None
            }
            Value::Text(text) => Some(text.clone()),
            other => self.expected("a string", other),
        }
    }

    pub(crate) fn local_text(&mut self, value: &Value) -> Option<LocalText> {
        let object = self.object(value, &["vi", "en"])?;
        let vi = self.required(object, "vi", Self::text)?;
        Some(LocalText {
            vi,
            en: self.optional(object, "en", Self::text),
        })
    }

    pub(crate) fn date(&mut self, value: &Value) -> Option<Date> {
        let text = self.text(value)?;
        let date = Date::parse(&text);
        if date.is_none() {
            self.fault(
                "rulebook.wrong-value",
                format!("expected a date as YYYY-MM-DD, found `{text}`"),
            );
        }
        date
    }

    pub(crate) fn count(&mut self, value: &Value) -> Option<u64> {
        match value {
            Value::Whole(number) if *number >= 0 => u64::try_from(*number).ok(),
            other => self.expected("a whole number of at least 0", other),
        }
    }

    /// A decimal: a whole number, or a string such as `"12.5"`.
    pub(crate) fn decimal(&mut self, value: &Value) -> Option<Decimal> {
        match value {
            Value::Whole(number) => Some(Decimal::from(*number)),
            Value::Inexact => {
                self.fault(
                    "rulebook.wrong-type",
                    "expected a whole number or a string such as \"12.5\", found a fraction",
                );
                None
            }
            Value::Text(text) => match read_machine_number(text, FieldKind::Percent) {
                NumberReading::Value(decimal) => Some(decimal),
                _ => {
                    self.fault(
                        "rulebook.wrong-value",
                        format!("expected a decimal such as \"12.5\", found `{text}`"),
                    );
                    None
                }
            },
            other => self.expected("a whole number or a decimal string", other),
        }
    }

    pub(crate) fn choice_bool(&mut self, value: &Value) -> Option<bool> {
        match value {
            Value::Bool(value) => Some(*value),
            other => self.expected("true or false", other),
        }
    }

    /// One of the known words.
    pub(crate) fn choice<T: Copy>(&mut self, value: &Value, known: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(value)?;
        let found = known
            .iter()
            .find(|(word, _)| *word == text)
            .map(|(_, choice)| *choice);
        if found.is_none() {
            let words = || known.iter().map(|(word, _)| *word);
            let list = words().collect::<Vec<_>>().join(", ");
            let help = nearest(&text, words()).map_or(format!("known: {list}"), |n| {
                format!("did you mean `{n}`? known: {list}")
            });
            self.fault_with_help("rulebook.wrong-value", format!("unknown value `{text}`"), help);
        }
        found
    }

    /// `{value, cite, basis, note?}`.
    pub(crate) fn cited<T>(
        &mut self,
        value: &Value,
        read: impl FnOnce(&mut Self, &Value) -> Option<T>,
    ) -> Option<Cited<T>> {
        let object = self.object(value, &["value", "cite", "basis", "note"])?;
        let fact = self.required(object, "value", read);
        let cite = self.required(object, "cite", Self::text);
        let basis = self.required(object, "basis", |r, v| r.choice(v, &Basis::ALL));
        let note = self.optional(object, "note", Self::local_text);
        Some(Cited {
            value: fact?,
            cite: cite?,
            basis: basis?,
            note,
        })
    }

    /// The position of an id among the known ones.
    pub(crate) fn reference<'a>(
        &mut self,
        id: &str,
        what: &str,
        known: impl Iterator<Item = &'a str> + Clone,
    ) -> Option<usize> {
        let found = known.clone().position(|candidate| candidate == id);
        if found.is_none() {
            let message = format!("`{id}` is not {what} of this rulebook");
            match nearest(id, known) {
                Some(near) => self.fault_with_help(
                    "rulebook.unknown-reference",
                    message,
                    format!("did you mean `{near}`?"),
                ),
                None => self.fault("rulebook.unknown-reference", message),
            }
        }
        found
    }
}
