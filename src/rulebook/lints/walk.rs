//! What is looked for everywhere a rulebook is written: numbers that cite nothing, labels without English, silence.

use super::super::{Rulebook, Value};
use super::{Lint, Lints, STEP, digits, silence};

const WORDS: Lint = ("lint.missing-words", "add `en`");
const UNCITED: Lint = ("lint.uncited-number", "give it, or the object around it, a `cite` and a `basis`");

/// Members whose texts may be numbers with a fraction.
const NUMBERS: [&str; 6] = ["max", "step", "atLeast", "atMost", "above", "below"];

pub(super) fn look(lints: &mut Lints, book: &Rulebook, source: &Value) {
    Walk { lints, book, path: String::new() }.walk("", source, false);
}

struct Walk<'a> {
    lints: &'a mut Lints,
    book: &'a Rulebook,
    /// With [`STEP`] between the steps.
    path: String,
}

impl Walk<'_> {
    /// `cited`: an object around it says where it is written.
    fn walk(&mut self, key: &str, value: &Value, cited: bool) {
        match value {
            Value::Map(entries) => {
                silence::look(self.lints, self.book, &self.path, value);
                if value.get("vi").is_some() && value.get("en").is_none_or(|en| *en == Value::Null) {
                    self.lints.add(WORDS, &[&self.path], &["no English: English pages show the Vietnamese"]);
                }
                let cited = cited || value.get("cite").is_some();
                for (key, value) in entries {
                    self.deeper(key, key, value, cited);
                }
            }
            Value::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.deeper(&digits(at), key, item, cited);
                }
            }
            _ if !cited && is_number(key, value) => {
                let message = ["a number, and nothing around it says where it is written"];
                self.lints.add(UNCITED, &[&self.path], &message);
            }
            _ => {}
        }
    }

    #[inline(never)]
    fn deeper(&mut self, step: &str, key: &str, value: &Value, cited: bool) {
        let before = self.path.len();
        if before > 0 {
            self.path.push(STEP);
        }
        self.path.push_str(step);
        self.walk(key, value, cited);
        self.path.truncate(before);
    }
}

fn is_number(key: &str, value: &Value) -> bool {
    match value {
        Value::Whole(_) => key != "format",
        Value::Text(text) => NUMBERS.contains(&key) && text.starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}
