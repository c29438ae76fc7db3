//! A finding on what was typed. A check says a code and parameters; only `message` writes the sentence.

/// How bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Cannot be: arithmetic, or not a number.
    Error,
    /// Breaks a rule that has lawful exceptions, or needs a look.
    Warning,
    /// Worth knowing.
    Info,
}

impl Severity {
    /// Its id.
    pub fn id(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

/// Named values for a sentence, in the order they were given. Numbers in them are already written as reports write them.
pub type Params = Vec<(&'static str, String)>;

/// One finding, without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// `quota.exceeded`; for ever.
    pub code: &'static str,
    /// How bad.
    pub severity: Severity,
    /// The field it is about; empty: the whole input.
    pub path: Vec<String>,
    /// What the sentence is filled with.
    pub params: Params,
    /// Ids of citations of the rulebook.
    pub citations: Vec<String>,
    /// What could be typed instead.
    pub fix: Option<String>,
}

impl Diagnostic {
    /// Stable while the same problem persists: code and place, never the figures.
    pub fn key(&self) -> String {
        format!("{}@{}", self.code, self.path.join("/"))
    }

    /// The same finding with one more parameter.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.params.push((name, value.into()));
        self
    }

    /// The same finding with where it is written.
    #[must_use]
    pub fn citing<'c>(mut self, citations: impl IntoIterator<Item = &'c String>) -> Self {
        for id in citations {
            if !self.citations.contains(id) {
                self.citations.push(id.clone());
            }
        }
        self
    }
}
