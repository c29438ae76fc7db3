//! A finding on a rulebook, an overlay or a wrong call. Faults are for developers and authors: English, exact, never
//! shown to the people who fill forms.

use std::fmt;

use crate::diagnostic::Severity;

/// One thing wrong, where, what was found, what is expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// `rulebook.unknown-field`; for ever.
    pub code: &'static str,
    /// From the top of the rulebook or the argument.
    pub path: Vec<String>,
    /// What was found and what is expected. Lower case, no final stop.
    pub message: String,
    /// What to do, where it can be said.
    pub help: Option<String>,
}

impl Fault {
    /// A fault at a path.
    pub fn new(code: &'static str, path: &[String], message: impl Into<String>) -> Fault {
        Fault { code, path: path.to_vec(), message: message.into(), help: None }
    }

    /// The same with what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Fault {
        self.help = Some(help.into());
        self
    }

    /// How bad: a fault is refused; a lint is not, and some only say what the text leaves open.
    pub fn severity(&self) -> Severity {
        match self.code.strip_prefix("lint.") {
            None => Severity::Error,
            Some("unused" | "missing-words") => Severity::Info,
            Some(lint) if lint.starts_with("gap-") => Severity::Info,
            Some(_) => Severity::Warning,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        if !self.path.is_empty() {
            write!(f, " at {}", self.path.join("."))?;
        }
        write!(f, ": {}", self.message)
    }
}

/// Why an engine could not be made or a call could not be answered: everything wrong, at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EngineError {
    /// The kind of failure: `rulebook.invalid`, `rulebook.no-version-on-date`, `usage.unknown-field` …
    pub code: &'static str,
    /// In a sentence.
    pub message: String,
    /// What to do, where it can be said.
    pub help: Option<String>,
    /// Each thing found, when there are several.
    pub faults: Vec<Fault>,
}

impl EngineError {
    /// An error of that kind.
    #[inline(never)]
    pub fn new(code: &'static str, message: &str) -> EngineError {
        EngineError { code, message: message.to_owned(), help: None, faults: Vec::new() }
    }

    /// The same with what to do.
    #[must_use]
    #[inline(never)]
    pub fn help(mut self, help: &str) -> EngineError {
        self.help = Some(help.to_owned());
        self
    }

    /// A word that is not among the known ones, with the nearest right one.
    #[inline(never)]
    pub(crate) fn unknown(code: &'static str, what: &str, word: &str, known: &[&str]) -> EngineError {
        EngineError {
            help: Some(meant(word, known)),
            ..EngineError::new(code, &format!("`{word}` is not {what}"))
        }
    }
}

/// The word that was probably meant, and those that are known.
pub(super) fn meant(word: &str, known: &[&str]) -> String {
    let list = known.join(", ");
    match crate::text::nearest(word, known) {
        Some(near) => format!("did you mean `{near}`? known: {list}"),
        None => format!("known: {list}"),
    }
}

impl fmt::Display for EngineError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)?;
        for fault in &self.faults {
            write!(f, "\n  {fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for EngineError {}
