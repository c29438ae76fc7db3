//! A finding on what was typed. A check says a code and parameters; only `message` writes the sentence.

use crate::decimal::{Decimal, write_count, write_percent};

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
    /// Where its sentences stand ([`crate::message`]). First, because it tells most findings apart.
    pub words: u32,
    /// `quota.exceeded`; for ever.
    pub code: &'static str,
    /// How bad.
    pub severity: Severity,
    /// The field it is about; empty: the whole input.
    pub path: Vec<String>,
    /// The field it is told at, where that is another.
    pub told_at: Option<String>,
    /// In prose, where: first and last unit of UTF-16, the last not included.
    pub span: Option<(u32, u32)>,
    /// What the sentence is filled with.
    pub params: Params,
    /// Ids of citations of the rulebook.
    pub citations: Vec<String>,
    /// What could be typed instead.
    pub fix: Option<String>,
    /// The rule it is about, where one place may have several such findings.
    pub about: Option<String>,
}

impl Diagnostic {
    /// Stable while the same problem persists: code, place and rule, never the figures. At the end of a text.
    pub fn push_key(&self, out: &mut String) {
        out.push_str(self.code);
        out.push('@');
        for (at, step) in self.path.iter().enumerate() {
            out.push_str(if at == 0 { "" } else { "/" });
            out.push_str(step);
        }
        if let Some(rule) = &self.about {
            out.push('#');
            out.push_str(rule);
        }
    }

    /// The field it is told at.
    pub fn place(&self) -> &[String] {
        self.told_at.as_ref().map_or(&self.path, std::slice::from_ref)
    }

    /// One more parameter: a text.
    #[inline(never)]
    pub fn text(&mut self, name: &'static str, text: &str) -> &mut Self {
        self.params.push((name, text.to_owned()));
        self
    }

    /// One more parameter: a count.
    #[inline(never)]
    pub fn count(&mut self, name: &'static str, count: u64) -> &mut Self {
        self.params.push((name, write_count(count)));
        self
    }

    /// One more parameter: a percentage, with its sign.
    #[inline(never)]
    pub fn percent(&mut self, name: &'static str, percent: Decimal) -> &mut Self {
        self.params.push((name, write_percent(percent)));
        self
    }

    /// Where it is written.
    #[inline(never)]
    pub fn cite(&mut self, id: &str) -> &mut Self {
        if !self.citations.iter().any(|known| known == id) {
            self.citations.push(id.to_owned());
        }
        self
    }
}
