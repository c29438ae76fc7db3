//! Where in a rulebook the reading stands, and everything wrong that was met.

use super::fact::{Cited, LocalText};
use super::fault::{Fault, meant};
use super::value::Value;

/// Faults beyond this many are not kept: a hostile file must not fill the memory.
const MAX_FAULTS: usize = 200;

impl<T> Cited<T> {
    /// A fact of a value that has `cite`, `basis` and perhaps `note`.
    pub(super) fn new(value: T, source: &Value) -> Cited<T> {
        Cited { value, cite: source.string("cite"), basis: source.basis(), note: source.maybe_label("note") }
    }
}

/// Walks a rulebook, keeping the path for the faults.
pub(crate) struct Reader<'v> {
    path: Vec<Step<'v>>,
    root: &'v Value,
    pub(crate) faults: Vec<Fault>,
}

#[derive(Clone, Copy)]
enum Step<'v> {
    Name(&'v str),
    Index(usize),
}

impl<'v> Reader<'v> {
    /// At the top of a rulebook.
    pub(crate) fn new(root: &'v Value) -> Reader<'v> {
        Reader { path: Vec::new(), root, faults: Vec::new() }
    }

    /// The rulebook.
    pub(super) fn root(&self) -> &'v Value {
        self.root
    }

    pub(crate) fn fault(&mut self, code: &'static str, message: &str) {
        self.fault_with_help(code, message, None);
    }

    #[inline(never)]
    pub(crate) fn fault_with_help(&mut self, code: &'static str, message: &str, help: Option<String>) {
        let steps = self.path.iter().map(|step| match step {
            Step::Name(name) => (*name).to_owned(),
            Step::Index(index) => index.to_string(),
        });
        let fault = Fault { code, path: steps.collect(), message: message.to_owned(), help };
        // What several forms share is read for each of them.
        if self.faults.len() < MAX_FAULTS && !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    /// A fault on a member.
    #[inline(never)]
    pub(crate) fn fault_at(&mut self, name: &'v str, code: &'static str, message: &str) {
        self.path.push(Step::Name(name));
        self.fault(code, message);
        self.path.pop();
    }

    /// The fault that a member is not there.
    #[inline(never)]
    pub(super) fn missing(&mut self, name: &'v str) {
        self.fault_at(name, "rulebook.missing-field", &["field `", name, "` is missing"].concat());
    }

    /// The label of a value, or what else it is called; one of them must be there.
    #[inline(never)]
    pub(super) fn label_or(&mut self, v: &Value, other: Option<&LocalText>) -> LocalText {
        let label = v.maybe_label("label").or_else(|| other.cloned());
        if label.is_none() {
            self.missing("label");
        }
        label.unwrap_or_default()
    }

    /// The fault that an id refers to nothing; `what` names where it was looked for.
    #[inline(never)]
    pub(crate) fn unknown(&mut self, id: &str, what: &str, known: &[&str]) {
        let help = if known.is_empty() { None } else { Some(meant(id, known)) };
        self.fault_with_help("rulebook.unknown-reference", &["`", id, "` ", what].concat(), help);
    }

    /// Runs `read` one step deeper.
    pub(crate) fn at<T>(&mut self, step: &'v str, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(Step::Name(step));
        let result = read(self);
        self.path.pop();
        result
    }

    /// Runs `read` several steps deeper.
    pub(super) fn at_each<T>(&mut self, steps: &[&'v str], read: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.path.len();
        self.path.extend(steps.iter().map(|step| Step::Name(step)));
        let result = read(self);
        self.path.truncate(before);
        result
    }

    /// The same in a list.
    pub(crate) fn at_index<T>(&mut self, index: usize, read: impl FnOnce(&mut Self) -> T) -> T {
        self.path.push(Step::Index(index));
        let result = read(self);
        self.path.pop();
        result
    }

    /// Runs `read` on each entry of a member keyed by id.
    #[inline(never)]
    pub(super) fn each(
        &mut self,
        value: &'v Value,
        name: &'v str,
        read: &mut dyn FnMut(&mut Self, &'v str, &'v Value),
    ) {
        self.path.push(Step::Name(name));
        for (id, entry) in value.members(name) {
            self.path.push(Step::Name(id));
            read(self, id, entry);
            self.path.pop();
        }
        self.path.pop();
    }

    /// Runs `read` on each text of a list member.
    #[inline(never)]
    pub(super) fn each_text(
        &mut self,
        value: &'v Value,
        name: &'v str,
        read: &mut dyn FnMut(&mut Self, &'v str),
    ) {
        self.path.push(Step::Name(name));
        for (at, item) in value.items(name).iter().enumerate() {
            self.path.push(Step::Index(at));
            read(self, item.as_text());
            self.path.pop();
        }
        self.path.pop();
    }

    /// Runs `read` at another place of the rulebook: what a form refers to is read where it stands.
    #[inline(never)]
    pub(super) fn elsewhere(&mut self, section: &'v str, id: &'v str, read: &mut dyn FnMut(&mut Self)) {
        let path = std::mem::replace(&mut self.path, vec![Step::Name(section), Step::Name(id)]);
        read(self);
        self.path = path;
    }
}
