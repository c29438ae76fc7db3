//! Cells of a keystroke's call: one text, cells joined by U+001F, a program's number marked by U+0001.

use crate::decimal::{MAX_COUNT, Typed};
use crate::rulebook::{EngineError, Value};
use crate::text::pieces;

/// Between cells. JavaScript takes it out of whatever was typed.
pub(super) const SEPARATOR: char = '\u{1F}';
/// Between columns of cells.
pub(super) const COLUMN: char = '\u{1E}';
/// Before a number that a program passed, so that its point is not read as a thousands mark.
const PROGRAM: char = '\u{1}';

/// The cells of a text; none in an empty one.
pub(super) fn split(text: &str) -> Vec<Typed<'_>> {
    if text.is_empty() { Vec::new() } else { pieces(text, SEPARATOR).map(one).collect() }
}

/// One cell.
pub(super) fn one(text: &str) -> Typed<'_> {
    match text.strip_prefix(PROGRAM) {
        Some(number) => Typed::Number(number),
        None if text.is_empty() => Typed::Blank,
        None => Typed::Text(text),
    }
}

/// Whole numbers with a sign.
pub(super) fn changes(text: &str) -> Result<Vec<i64>, EngineError> {
    let one = |cell: &str| {
        let change = if cell.is_empty() { Some(0) } else { cell.parse::<i64>().ok() };
        change.filter(|change| change.unsigned_abs() <= MAX_COUNT).ok_or_else(|| {
            EngineError::new(
                "usage.bad-value",
                &format!("`{}` in `propose` is not a whole number", super::shortened(cell)),
            )
        })
    };
    if text.is_empty() { Ok(Vec::new()) } else { pieces(text, SEPARATOR).map(one).collect() }
}

/// A list of texts.
pub(super) fn texts(value: &Value) -> Result<Vec<&str>, EngineError> {
    let wrong = || EngineError::new("usage.bad-type", "`accept` is not a list of texts");
    let items = match value {
        Value::Null => return Ok(Vec::new()),
        Value::List(items) => items,
        _ => return Err(wrong()),
    };
    let mut texts = Vec::with_capacity(items.len());
    for item in items {
        let Value::Text(text) = item else { return Err(wrong()) };
        texts.push(text.as_str());
    }
    Ok(texts)
}

/// An object of texts.
pub(super) fn pairs(value: &Value) -> Result<Vec<(&str, &str)>, EngineError> {
    let wrong = || EngineError::new("usage.bad-type", "`readings` is not an object of texts");
    let Value::Map(entries) = value else {
        return if *value == Value::Null { Ok(Vec::new()) } else { Err(wrong()) };
    };
    let mut pairs = Vec::with_capacity(entries.len());
    for (key, value) in entries {
        let Value::Text(text) = value else {
            return Err(wrong());
        };
        pairs.push((key.as_str(), text.as_str()));
    }
    Ok(pairs)
}
