//! JSON as it came in, before anyone has judged it: from a JavaScript object (`wasm/plain.rs`) or from JSON text
//! (`rulebook/library.rs`). A rulebook meets the same reader either way.
//!
//! What reads a member gives something harmless when it is not there: a shape has been held against it before.

use super::fact::LocalText;
use crate::citation::Basis;
use crate::date::Date;
use crate::decimal::{Decimal, FieldKind, NumberReading, read_machine_number};

/// A JSON value. Numbers are whole; a fraction must be written as a string, so that no float ever carries a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`, or nothing.
    Null,
    /// `true`, `false`.
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// A number with a fraction, or too large to be exact.
    Inexact,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object, in the order it was written.
    Map(Vec<(String, Value)>),
}

impl Value {
    /// What it is, for a fault's "found …".
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Whole(_) => "a whole number",
            Value::Inexact => "a number that is not whole",
            Value::Text(_) => "a string",
            Value::List(_) => "a list",
            Value::Map(_) => "an object",
        }
    }

    /// A member of an object.
    pub(crate) fn get(&self, key: &str) -> Option<&Value> {
        match self {
            Value::Map(entries) => entries.iter().find(|(known, _)| known == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// Whether a member is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| *value != Value::Null)
    }

    /// The text it is; empty for anything else.
    pub(crate) fn as_text(&self) -> &str {
        if let Value::Text(text) = self { text } else { "" }
    }

    /// The text of a member; empty when there is none.
    #[inline(never)]
    pub(crate) fn text(&self, name: &str) -> &str {
        self.get(name).map_or("", Value::as_text)
    }

    /// The same, owned.
    #[inline(never)]
    pub(crate) fn string(&self, name: &str) -> String {
        self.text(name).to_owned()
    }

    /// The text of a member that may be missing.
    #[inline(never)]
    pub(crate) fn maybe_string(&self, name: &str) -> Option<String> {
        let text = self.text(name);
        if text.is_empty() { None } else { Some(text.to_owned()) }
    }

    /// A member that is a text in two languages.
    #[inline(never)]
    pub(super) fn label(&self, name: &str) -> LocalText {
        self.get(name).map_or_else(LocalText::default, Value::as_label)
    }

    /// The same, when it is there.
    #[inline(never)]
    pub(super) fn maybe_label(&self, name: &str) -> Option<LocalText> {
        if self.has(name) { Some(self.label(name)) } else { None }
    }

    /// Itself as a text in two languages.
    pub(super) fn as_label(&self) -> LocalText {
        LocalText { vi: self.string("vi"), en: self.maybe_string("en") }
    }

    /// The entries of a member keyed by id; none when there is none.
    #[inline(never)]
    pub(crate) fn members(&self, name: &str) -> &[(String, Value)] {
        if let Some(Value::Map(entries)) = self.get(name) { entries } else { &[] }
    }

    /// The ids of a member keyed by id.
    pub(crate) fn ids(&self, name: &str) -> Vec<&str> {
        self.members(name).iter().map(|(id, _)| id.as_str()).collect()
    }

    /// The items of a list member; none when there is none.
    #[inline(never)]
    pub(crate) fn items(&self, name: &str) -> &[Value] {
        if let Some(Value::List(items)) = self.get(name) { items } else { &[] }
    }

    /// The number it is: whole, or a string such as `"12.5"`.
    #[inline(never)]
    pub(crate) fn as_number(&self) -> Option<Decimal> {
        match self {
            Value::Whole(number) => Some(Decimal::from(*number)),
            Value::Text(text) => match read_machine_number(text, FieldKind::Percent) {
                NumberReading::Value(number) => Some(number),
                _ => None,
            },
            _ => None,
        }
    }

    /// The number of a member.
    #[inline(never)]
    pub(crate) fn number(&self, name: &str) -> Option<Decimal> {
        self.get(name)?.as_number()
    }

    /// The whole number of a member; 0 when there is none.
    #[inline(never)]
    pub(crate) fn count(&self, name: &str) -> u64 {
        if let Some(Value::Whole(number)) = self.get(name) { u64::try_from(*number).unwrap_or(0) } else { 0 }
    }

    /// Whether a member is true.
    #[inline(never)]
    pub(crate) fn truth(&self, name: &str) -> bool {
        self.get(name) == Some(&Value::Bool(true))
    }

    /// The day of a member.
    #[inline(never)]
    pub(crate) fn date(&self, name: &str) -> Option<Date> {
        Date::parse(self.text(name))
    }

    /// How sure it is.
    #[inline(never)]
    pub(super) fn basis(&self) -> Basis {
        self.word("basis", &Basis::ALL).unwrap_or(Basis::Unverified)
    }

    /// What the word of a member stands for.
    pub(super) fn word<T: Copy>(&self, name: &str, known: &[(&'static str, T)]) -> Option<T> {
        let text = self.text(name);
        known.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning)
    }
}
