//! Reading a rulebook's JSON into typed facts, noting everything wrong on the way and never stopping at the first.

use super::fault::{Fault, meant};
use super::value::Value;
use crate::citation::Basis;
use crate::date::Date;
use crate::decimal::{Decimal, FieldKind, NumberReading, read_machine_number};

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
///
/// What fails is written once and not inlined: this file is most of what a page loads before its first keystroke.
#[derive(Default)]
pub(crate) struct Reader<'v> {
    path: Vec<Step<'v>>,
    /// Ids that may be referred to: (what they are, ids).
    known: Vec<(&'static str, Vec<&'v str>)>,
    pub(crate) faults: Vec<Fault>,
}

#[derive(Clone, Copy)]
enum Step<'v> {
    Name(&'v str),
    Index(usize),
}

/// An object whose fields have been checked against the known ones.
#[derive(Clone, Copy)]
pub(crate) struct Object<'v>(&'v [(String, Value)]);

impl<'v> Object<'v> {
    /// The ids of a field keyed by id, also of entries that could not be read: they are there to be referred to.
    pub(crate) fn ids(self, name: &str) -> Vec<&'v str> {
        let field = self.0.iter().find(|(key, _)| key == name);
        match field {
            Some((_, Value::Map(entries))) => entries.iter().map(|(id, _)| id.as_str()).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether the field is there.
    pub(crate) fn has(self, name: &str) -> bool {
        self.0.iter().any(|(key, value)| key == name && *value != Value::Null)
    }
}

impl<'v> Reader<'v> {
    #[inline(never)]
    pub(crate) fn fault(&mut self, code: &'static str, message: String) {
        self.fault_with_help(code, message, None);
    }

    #[inline(never)]
    pub(crate) fn fault_with_help(&mut self, code: &'static str, message: String, help: Option<String>) {
        let steps = self.path.iter().map(|step| match step {
            Step::Name(name) => (*name).to_owned(),
            Step::Index(index) => index.to_string(),
        });
        let fault = Fault { code, path: steps.collect(), message, help };
        // What several forms share is read for each of them.
        if self.faults.len() < MAX_FAULTS && !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    /// A fault on a field that is not there or should not be.
    #[inline(never)]
    pub(crate) fn fault_at(&mut self, name: &'v str, code: &'static str, message: String) {
        self.enter(Step::Name(name));
        self.fault(code, message);
        self.leave();
    }

    #[inline(never)]
    fn wrong_type(&mut self, expected: &str, found: &Value) {
        self.fault("rulebook.wrong-type", format!("expected {expected}, found {}", found.kind()));
    }

    #[inline(never)]
    fn wrong_value(&mut self, expected: &str, found: &str) {
        self.fault("rulebook.wrong-value", format!("expected {expected}, found `{found}`"));
    }

    #[inline(never)]
    fn enter(&mut self, step: Step<'v>) {
        self.path.push(step);
    }

    #[inline(never)]
    fn leave(&mut self) {
        self.path.pop();
    }

    /// Runs `read` one step deeper.
    pub(crate) fn at<T>(&mut self, step: &'v str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.enter(Step::Name(step));
        let result = read(self);
        self.leave();
        result
    }

    /// Runs `read` at another place of the rulebook: what a form refers to is read where it stands.
    pub(crate) fn elsewhere<T>(&mut self, section: &'v str, id: &'v str, read: impl FnOnce(&mut Self) -> T) -> T {
        let path = std::mem::replace(&mut self.path, vec![Step::Name(section), Step::Name(id)]);
        let result = read(self);
        self.path = path;
        result
    }

    /// An object with only known fields.
    #[inline(never)]
    pub(crate) fn object(&mut self, value: &'v Value, known: &[&str]) -> Option<Object<'v>> {
        let Value::Map(entries) = value else {
            self.wrong_type("an object", value);
            return None;
        };
        for (index, (key, _)) in entries.iter().enumerate() {
            if !known.contains(&key.as_str()) {
                self.enter(Step::Name(key));
                self.fault_with_help(
                    "rulebook.unknown-field",
                    format!("unknown field `{key}`"),
                    Some(meant(key, known)),
                );
                self.leave();
            }
            self.refuse_twice(entries, index);
        }
        Some(Object(entries))
    }

    fn refuse_twice(&mut self, entries: &'v [(String, Value)], index: usize) {
        if let Some((key, _)) = entries.get(index)
            && entries.iter().take(index).any(|(earlier, _)| earlier == key)
        {
            self.fault_at(key, "rulebook.duplicate-field", format!("`{key}` stands twice"));
        }
    }

    /// The field, entered; the caller leaves it.
    #[inline(never)]
    fn field(&mut self, object: Object<'v>, name: &'static str, required: bool) -> Option<&'v Value> {
        let found = object.0.iter().find(|(key, value)| key == name && *value != Value::Null);
        if found.is_none() && required {
            self.fault_at(name, "rulebook.missing-field", format!("field `{name}` is missing"));
        }
        let (_, value) = found?;
        self.enter(Step::Name(name));
        Some(value)
    }

    /// A field that must be there.
    pub(crate) fn required<T>(
        &mut self,
        object: Object<'v>,
        name: &'static str,
        read: impl FnOnce(&mut Self, &'v Value) -> Option<T>,
    ) -> Option<T> {
        let value = self.field(object, name, true)?;
        let result = read(self, value);
        self.leave();
        result
    }

    /// A field that may be left out or null.
    pub(crate) fn optional<T>(
        &mut self,
        object: Object<'v>,
        name: &'static str,
        read: impl FnOnce(&mut Self, &'v Value) -> Option<T>,
    ) -> Option<T> {
        let value = self.field(object, name, false)?;
        let result = read(self, value);
        self.leave();
        result
    }

    /// An object keyed by id: each id checked, each entry read, in the order written.
    pub(crate) fn entries(&mut self, value: &'v Value, read: &mut dyn FnMut(&mut Self, &'v str, &'v Value)) {
        let Value::Map(entries) = value else {
            self.wrong_type("an object keyed by id", value);
            return;
        };
        for (index, (id, value)) in entries.iter().enumerate() {
            self.refuse_twice(entries, index);
            self.enter(Step::Name(id));
            self.check_id(id);
            read(self, id, value);
            self.leave();
        }
    }

    /// A list, each item read.
    pub(crate) fn list(&mut self, value: &'v Value, read: &mut dyn FnMut(&mut Self, &'v Value)) {
        let Value::List(items) = value else {
            self.wrong_type("a list", value);
            return;
        };
        for (index, item) in items.iter().enumerate() {
            self.enter(Step::Index(index));
            read(self, item);
            self.leave();
        }
    }

    #[inline(never)]
    pub(crate) fn check_id(&mut self, id: &str) {
        let fits =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'.';
        if !id.starts_with(|c: char| c.is_ascii_lowercase()) || !id.bytes().all(fits) {
            self.fault(
                "rulebook.wrong-id",
                format!("`{id}` is not an id: lower-case letters, digits, `-` and `.`, a letter first"),
            );
        }
    }

    #[inline(never)]
    pub(crate) fn text(&mut self, value: &'v Value) -> Option<&'v str> {
        let Value::Text(text) = value else {
            self.wrong_type("a string", value);
            return None;
        };
        if text.trim().is_empty() {
            self.wrong_value("a text", text);
            return None;
        }
        Some(text)
    }

    pub(crate) fn owned(&mut self, value: &'v Value) -> Option<String> {
        self.text(value).map(str::to_owned)
    }

    #[inline(never)]
    pub(crate) fn local_text(&mut self, value: &'v Value) -> Option<LocalText> {
        let object = self.object(value, &["vi", "en"])?;
        let vi = self.required(object, "vi", Self::owned)?;
        Some(LocalText { vi, en: self.optional(object, "en", Self::owned) })
    }

    #[inline(never)]
    pub(crate) fn date(&mut self, value: &'v Value) -> Option<Date> {
        let text = self.text(value)?;
        let date = Date::parse(text);
        if date.is_none() {
            self.wrong_value("a date as YYYY-MM-DD", text);
        }
        date
    }

    #[inline(never)]
    pub(crate) fn count(&mut self, value: &'v Value) -> Option<u64> {
        let count = if let Value::Whole(number) = value { u64::try_from(*number).ok() } else { None };
        if count.is_none() {
            self.wrong_type("a whole number of at least 0", value);
        }
        count
    }

    /// A decimal: a whole number, or a string such as `"12.5"`.
    #[inline(never)]
    pub(crate) fn decimal(&mut self, value: &'v Value) -> Option<Decimal> {
        match value {
            Value::Whole(number) => Some(Decimal::from(*number)),
            Value::Text(text) => match read_machine_number(text, FieldKind::Percent) {
                NumberReading::Value(decimal) => Some(decimal),
                _ => {
                    self.wrong_value("a decimal such as \"12.5\"", text);
                    None
                }
            },
            other => {
                self.wrong_type("a whole number or a string such as \"12.5\"", other);
                None
            }
        }
    }

    #[inline(never)]
    pub(crate) fn truth(&mut self, value: &'v Value) -> Option<bool> {
        if let Value::Bool(value) = value {
            return Some(*value);
        }
        self.wrong_type("true or false", value);
        None
    }

    /// One of the known words.
    pub(crate) fn choice<T: Copy>(&mut self, value: &'v Value, known: &[(&'static str, T)]) -> Option<T> {
        let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
        let at = self.position(value, &words)?;
        known.get(at).map(|(_, choice)| *choice)
    }

    #[inline(never)]
    fn position(&mut self, value: &'v Value, words: &[&str]) -> Option<usize> {
        let text = self.text(value)?;
        let at = words.iter().position(|word| *word == text);
        if at.is_none() {
            self.fault_with_help(
                "rulebook.wrong-value",
                format!("unknown value `{text}`"),
                Some(meant(text, words)),
            );
        }
        at
    }

    /// `{value, cite, basis, note?}`.
    pub(crate) fn cited<T>(
        &mut self,
        value: &'v Value,
        read: impl FnOnce(&mut Self, &'v Value) -> Option<T>,
    ) -> Option<Cited<T>> {
        let object = self.object(value, &["value", "cite", "basis", "note"])?;
        let fact = self.required(object, "value", read);
        let around = self.around(object);
        let (cite, basis, note) = around?;
        Some(Cited { value: fact?, cite, basis, note })
    }

    /// `cite`, `basis` and `note` of a fact or a rule.
    #[inline(never)]
    pub(crate) fn around(&mut self, object: Object<'v>) -> Option<(String, Basis, Option<LocalText>)> {
        let cite = self.required(object, "cite", |r, v| {
            let id = r.text(v)?;
            r.reference(id, "a citation").map(|_| id.to_owned())
        });
        let basis = self.required(object, "basis", |r, v| r.choice(v, &Basis::ALL));
        let note = self.optional(object, "note", Self::local_text);
        Some((cite?, basis?, note))
    }

    /// Names what [`Reader::reference`] finds from here on.
    pub(crate) fn knows(&mut self, what: &'static str, ids: Vec<&'v str>) {
        self.known.retain(|(known, _)| *known != what);
        self.known.push((what, ids));
    }

    /// The position of an id among those the rulebook knows.
    #[inline(never)]
    pub(crate) fn reference(&mut self, id: &str, what: &'static str) -> Option<usize> {
        let known = self
            .known
            .iter()
            .find(|(known, _)| *known == what)
            .map(|(_, ids)| ids.clone())
            .unwrap_or_default();
        let found = known.iter().position(|candidate| *candidate == id);
        if found.is_none() {
            self.fault_with_help(
                "rulebook.unknown-reference",
                format!("`{id}` is not {what} of this rulebook"),
                Some(meant(id, &known)),
            );
        }
        found
    }
}
