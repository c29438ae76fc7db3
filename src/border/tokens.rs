//! Plain data as tokens: what a JavaScript object becomes on its way here (`js/src/tokens.ts`). Walking an object from
//! this side costs several calls across the border a value; JavaScript walks it in one go and hands over one text.
//!
//! Tokens are joined by U+001F: `n` null, `t` true, `f` false, `x` a number that is not whole, `i42` a whole number,
//! `s…` a text, `[` … `]` a list, `{` key value … `}` an object.

use super::cells::SEPARATOR;
use crate::rulebook::{EngineError, Value};
use crate::text::pieces;

/// Deeper than any rulebook; the JavaScript side refuses at the same depth.
const MAX_DEPTH: u32 = 32;

pub(super) fn value(text: &str) -> Result<Value, EngineError> {
    let mut tokens = pieces(text, SEPARATOR);
    let parsed = tokens.next().and_then(|first| parse(first, &mut tokens, MAX_DEPTH));
    parsed
        .ok_or_else(|| EngineError::new("usage.not-plain", "plain data is expected, nested at most 32 deep"))
}

fn parse<'t>(token: &'t str, rest: &mut impl Iterator<Item = &'t str>, depth: u32) -> Option<Value> {
    let deeper = depth.checked_sub(1)?;
    let mut chars = token.chars();
    let kind = chars.next()?;
    let tail = chars.as_str();
    Some(match kind {
        'n' => Value::Null,
        't' => Value::Bool(true),
        'f' => Value::Bool(false),
        'x' => Value::Inexact,
        'i' => Value::Whole(tail.parse().ok()?),
        's' => Value::Text(tail.to_owned()),
        '[' => {
            let mut items = Vec::new();
            loop {
                match rest.next()? {
                    "]" => return Some(Value::List(items)),
                    token => items.push(parse(token, rest, deeper)?),
                }
            }
        }
        '{' => {
            let mut entries = Vec::new();
            loop {
                match rest.next()? {
                    "}" => return Some(Value::Map(entries)),
                    key => {
                        let value = parse(rest.next()?, rest, deeper)?;
                        // Keys are texts with their mark, so that none is taken for a bracket.
                        entries.push((key.strip_prefix('s')?.to_owned(), value));
                    }
                }
            }
        }
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_become_the_value_they_stand_for() {
        let text = ["{", "sa", "[", "i-3", "s", "sx]", "]", "sb", "{", "}", "s}", "n", "}"].join("\u{1F}");
        let expected = Value::Map(vec![
            (
                "a".into(),
                Value::List(vec![Value::Whole(-3), Value::Text(String::new()), Value::Text("x]".into())]),
            ),
            ("b".into(), Value::Map(Vec::new())),
            ("}".into(), Value::Null),
        ]);
        assert_eq!(value(&text), Ok(expected));
    }

    #[test]
    fn cut_or_wrong_tokens_are_an_error() {
        let deep = vec!["["; 40].join("\u{1F}");
        for wrong in ["", "{", "[\u{1F}", "q", "iabc", "{\u{1F}a\u{1F}n\u{1F}}", deep.as_str()] {
            assert!(value(wrong).is_err(), "{wrong:?}");
        }
    }
}
