//! JSON as it came in, before anyone has judged it: from a JavaScript object (`wasm/plain.rs`) or from JSON text
//! (`rulebook/library.rs`). A rulebook meets the same reader either way.

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
}
