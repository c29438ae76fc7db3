//! What is looked for everywhere a rulebook is written: numbers that cite nothing, labels without English, silence.

use super::super::{Rulebook, Value};
use super::{Lints, silence};

/// Members whose texts may be numbers with a fraction.
const NUMBERS: [&str; 6] = ["max", "step", "atLeast", "atMost", "above", "below"];

pub(super) fn look(lints: &mut Lints, book: &Rulebook, source: &Value) {
    Walk { lints, book, path: Vec::new() }.walk("", source, false);
}

struct Walk<'a> {
    lints: &'a mut Lints,
    book: &'a Rulebook,
    path: Vec<String>,
}

impl Walk<'_> {
    /// `cited`: an object around it says where it is written.
    fn walk(&mut self, key: &str, value: &Value, cited: bool) {
        match value {
            Value::Map(entries) => {
                silence::look(self.lints, self.book, &self.path, value);
                if value.get("vi").is_some() && value.get("en").is_none_or(|en| *en == Value::Null) {
                    self.lints.add(
                        "lint.missing-words",
                        &self.path,
                        &["no English: English pages show the Vietnamese"],
                        "add `en`",
                    );
                }
                let cited = cited || value.get("cite").is_some();
                for (key, value) in entries {
                    self.deeper(key, key, value, cited);
                }
            }
            Value::List(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.deeper(&at.to_string(), key, item, cited);
                }
            }
            _ if !cited && is_number(key, value) && self.path != ["format"] => self.lints.add(
                "lint.uncited-number",
                &self.path,
                &["a number, and nothing around it says where it is written"],
                "give it, or the object around it, a `cite` and a `basis`",
            ),
            _ => {}
        }
    }

    fn deeper(&mut self, step: &str, key: &str, value: &Value, cited: bool) {
        self.path.push(step.to_owned());
        self.walk(key, value, cited);
        self.path.pop();
    }
}

fn is_number(key: &str, value: &Value) -> bool {
    match value {
        Value::Whole(_) => true,
        Value::Text(text) => NUMBERS.contains(&key) && text.starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}
