//! Writing JSON. Only what this border needs; the writer of serde_json is many times its size in the page, and every
//! byte would be loaded before the first keystroke.

use crate::decimal::push_digits;

/// JSON as it grows. Fields and items are written in order; commas come by themselves.
pub(super) struct Json {
    out: String,
    /// Whether the next value needs a comma before it.
    comma: bool,
}

impl Json {
    /// The text that `write` writes.
    pub(super) fn text(write: impl FnOnce(&mut Json)) -> String {
        let mut json = Json { out: String::with_capacity(512), comma: false };
        write(&mut json);
        json.out
    }

    /// The comma before a value, if it needs one.
    #[inline(never)]
    fn next(&mut self) {
        if self.comma {
            self.out.push(',');
        }
        self.comma = true;
    }

    #[inline(never)]
    fn raw(&mut self, text: &str) {
        self.next();
        self.out.push_str(text);
    }

    #[inline(never)]
    fn open(&mut self, bracket: &str) {
        self.raw(bracket);
        self.comma = false;
    }

    #[inline(never)]
    fn close(&mut self, bracket: char) {
        self.out.push(bracket);
        self.comma = true;
    }

    /// The name of the next value: one of ours or an id, which has nothing to escape.
    #[inline(never)]
    pub(super) fn name(&mut self, name: &str) -> &mut Json {
        self.next();
        self.out.push('"');
        self.out.push_str(name);
        self.out.push_str("\":");
        self.comma = false;
        self
    }

    pub(super) fn object(&mut self, write: impl FnOnce(&mut Json)) {
        self.open("{");
        write(self);
        self.close('}');
    }

    pub(super) fn list<T>(
        &mut self,
        items: impl IntoIterator<Item = T>,
        mut write: impl FnMut(&mut Json, T),
    ) {
        self.open("[");
        for item in items {
            write(self, item);
        }
        self.close(']');
    }

    #[inline(never)]
    pub(super) fn string(&mut self, text: &str) {
        self.next();
        self.out.push('"');
        let mut from = 0;
        // What has to be escaped is one byte, and no byte of another letter.
        for (at, byte) in text.bytes().enumerate() {
            if byte < 0x20 || byte == b'"' || byte == b'\\' {
                self.out.push_str(text.get(from..at).unwrap_or_default());
                self.escaped(byte);
                from = at.wrapping_add(1);
            }
        }
        self.out.push_str(text.get(from..).unwrap_or_default());
        self.out.push('"');
    }

    fn escaped(&mut self, byte: u8) {
        self.out.push('\\');
        if byte >= 0x20 {
            return self.out.push(byte.into());
        }
        self.out.push_str(if byte < 0x10 { "u000" } else { "u001" });
        self.out.extend(char::from_digit(u32::from(byte & 0xF), 16));
    }

    /// A text of ours, which has nothing to escape.
    #[cfg(feature = "audit")]
    #[inline(never)]
    pub(super) fn word(&mut self, text: &str) {
        self.next();
        self.out.push('"');
        self.out.push_str(text);
        self.out.push('"');
    }

    /// A text of digits and marks only, written straight into place.
    pub(super) fn written(&mut self, write: impl FnOnce(&mut String)) {
        self.next();
        self.out.push('"');
        write(&mut self.out);
        self.out.push('"');
    }

    #[inline(never)]
    pub(super) fn null(&mut self) {
        self.raw("null");
    }

    pub(super) fn maybe_string(&mut self, text: Option<&str>) {
        match text {
            Some(text) => self.string(text),
            None => self.null(),
        }
    }

    #[inline(never)]
    pub(super) fn whole(&mut self, number: Option<i64>) {
        let Some(number) = number else { return self.null() };
        self.next();
        if number < 0 {
            self.out.push('-');
        }
        push_digits(&mut self.out, number.unsigned_abs());
    }

    pub(super) fn count(&mut self, count: Option<u64>) {
        self.whole(count.and_then(|count| i64::try_from(count).ok()));
    }

    pub(super) fn truth(&mut self, value: bool) {
        self.raw(if value { "true" } else { "false" });
    }

    /// A field with a text.
    #[inline(never)]
    pub(super) fn field(&mut self, name: &str, text: &str) {
        self.name(name).string(text);
    }

    /// A field with a text or null.
    #[inline(never)]
    pub(super) fn maybe_field(&mut self, name: &str, text: Option<&str>) {
        self.name(name).maybe_string(text);
    }

    /// A field with a text, left out when there is none.
    #[inline(never)]
    pub(super) fn optional_field(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.field(name, text);
        }
    }

    /// A field with a list of texts.
    pub(super) fn texts<'t>(&mut self, name: &str, texts: impl IntoIterator<Item = &'t str>) {
        self.name(name).list(texts, Json::string);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_written_is_json() {
        let text = Json::text(|j| {
            j.object(|j| {
                j.field("ab", "line\nbreak \\ \u{1F} đồng chí");
                j.name("n").whole(Some(-3));
                j.name("l").list([1, 2], |j, n| j.whole(Some(n)));
                j.texts("t", ["x", "y"]);
                j.maybe_field("none", None);
            });
        });
        let value: serde_json::Value = serde_json::from_str(&text).unwrap_or_default();
        let expected = serde_json::json!({
            "ab": "line\nbreak \\ \u{1F} đồng chí", "n": -3, "l": [1, 2], "t": ["x", "y"], "none": null
        });
        assert_eq!(value, expected);
    }
}
