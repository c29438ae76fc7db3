//! The rules of one instrument for one period, compiled from JSON. Immutable; everything is looked up by id once and
//! by position afterwards.

mod accept;
pub mod ballot;
mod compile;
mod compile_form;
mod compile_law;
mod compile_rulebook;
mod compile_standard;
mod compile_subject;
mod compile_test;
mod fact;
mod fault;
pub mod form;
mod law;
#[cfg(feature = "library")]
pub mod library;
#[cfg(feature = "author")]
mod lints;
mod overlay;
mod overlay_guard;
mod reader;
mod schema;
mod select;
mod shape;
mod table;
mod value;

pub use accept::Unverified;
pub use ballot::{BallotRule, TargetRule};
pub use compile::compile;
pub use fact::{Cited, LocalText};
pub use fault::{EngineError, Fault};
pub use form::Form;
pub use law::{Deadline, Exclusion, Term, When};
pub use select::select;
pub use table::{Row, RowKind, Sum, Table, compile_table};
pub use value::Value;

use crate::citation::Citation;
use crate::date::Date;
use crate::decimal::{Decimal, Rounding};
use crate::message::Locale;

/// Everything wrong with a rulebook and the overlay laid over it; with the feature `author`, where nothing is, every lint.
pub fn faults(source: &Value, overlay: Option<&Value>, today: Option<Date>) -> Vec<Fault> {
    #[cfg(feature = "author")]
    return lints::lint(source, overlay, today);
    #[cfg(not(feature = "author"))]
    {
        // Only a lint asks how old a review is.
        let _ = today;
        compile(source, overlay).err().map_or_else(Vec::new, |refused| refused.faults)
    }
}

impl LocalText {
    /// The engine's own words.
    fn word(key: &str) -> LocalText {
        LocalText { vi: Locale::Vi.word(key), en: Some(Locale::En.word(key)) }
    }

    /// In that language, or in Vietnamese.
    pub fn in_locale(&self, locale: Locale) -> &str {
        match locale {
            Locale::Vi => &self.vi,
            Locale::En => self.en.as_deref().unwrap_or(&self.vi),
        }
    }
}

/// All encoded rules of one instrument for one period.
#[derive(Clone, Debug)]
pub struct Rulebook {
    /// `hd21-2019`.
    pub id: String,
    /// Version of our encoding; the law's own versions are rulebooks of their own.
    pub version: String,
    /// What it is called.
    pub title: LocalText,
    /// The lines of law it belongs to; at least one.
    pub families: Vec<String>,
    /// First day in force.
    pub from: Date,
    /// First day no longer in force; `None` while it is.
    pub until: Option<Date>,
    /// Id of the overlay laid over it.
    pub overlay: Option<String>,
    /// Where things are written.
    pub citations: Vec<Citation>,
    /// Who is rated.
    pub subjects: Vec<Subject>,
    /// Limits on grades.
    pub quotas: Vec<QuotaRule>,
    /// Roll-up tables.
    pub tables: Vec<Table>,
    /// Who is not rated.
    pub exclusions: Vec<Exclusion>,
    /// Positions of those that leave nobody out, because nobody verified them and no portal took them.
    pub open_exclusions: Vec<usize>,
    /// By when things must be done.
    pub deadlines: Vec<Deadline>,
    /// Words of older instruments.
    pub terms: Vec<Term>,
    /// How things are voted on.
    pub ballots: Vec<BallotRule>,
    /// What a plan wants.
    pub targets: Vec<TargetRule>,
    /// What can be filled in.
    pub forms: Vec<Form>,
    /// What is unverified, and whether it is in force.
    pub unverified: Vec<Unverified>,
    /// What is not known for sure: (id, text).
    pub open_questions: Vec<(String, LocalText)>,
}

/// Who is rated, with the grades from best to worst.
#[derive(Clone, Debug)]
pub struct Subject {
    /// `member`.
    pub id: String,
    /// *Đảng viên*.
    pub label: LocalText,
    /// What one is called after a number: *đồng chí*, *tổ chức*.
    pub noun: LocalText,
    /// From best to worst; a grade inside another stands after it.
    pub grades: Vec<Grade>,
}

/// A rating level.
#[derive(Clone, Debug)]
pub struct Grade {
    /// `htxsnv`.
    pub id: String,
    /// *Hoàn thành xuất sắc nhiệm vụ*.
    pub label: LocalText,
    /// `HTXSNV`.
    pub short: String,
    /// Position of the grade it is a title within: *tiêu biểu* in *trong sạch, vững mạnh*.
    pub within: Option<usize>,
}

/// A limit on a grade.
#[derive(Clone, Debug)]
pub struct QuotaRule {
    /// `member-htxsnv`.
    pub id: String,
    /// What it is called.
    pub label: LocalText,
    /// Position of the subject.
    pub subject: usize,
    /// Position of the limited grade among the subject's.
    pub grade: usize,
    /// Position of the grade people move to and from: the next one down, or the one this is a title within.
    pub next: Option<usize>,
    /// The cap.
    pub percent: Cited<Decimal>,
    /// The most that the competent level may decide for an outstanding body; more than the cap.
    pub raised: Option<Cited<Decimal>>,
    /// What the percentage is of, each way the text can be read.
    pub readings: Vec<ReadingRule>,
    /// The reading enforced, with its basis; a position in `readings`.
    pub enforced: Cited<usize>,
    /// How a fraction of a place is brought to a whole one.
    pub rounding: Cited<Rounding>,
    /// What replaces the percentage in a small group.
    pub small_group: Option<SmallGroup>,
    /// Who shares the quota.
    pub group: Option<Cited<LocalText>>,
    /// Who keeps a place when there are more candidates than places, in words.
    pub overflow: Option<Cited<LocalText>>,
    /// Whether the head is rated apart from the group (`true`) or counts in it.
    pub head: Option<Cited<bool>>,
}

impl QuotaRule {
    /// Whether the head does not count in the group; where the text says nothing, he does.
    pub fn head_apart(&self) -> bool {
        self.head.as_ref().is_some_and(|head| head.value)
    }
}

/// A named interpretation of what the percentage is of.
#[derive(Clone, Debug)]
pub struct ReadingRule {
    /// `inclusive`, `exclusive`, `all-rated`.
    pub id: String,
    /// What it is called.
    pub label: LocalText,
    /// Positions of the grades that are added up.
    pub grades: Vec<usize>,
    /// Whether the wording itself can be read so; other readings are met in practice and only shown.
    pub from_text: bool,
}

/// In a group of fewer than `below`, at most `at_most`, whatever the percentage gives.
#[derive(Clone, Debug)]
pub struct SmallGroup {
    /// The size from which the percentage holds.
    pub below: Cited<u64>,
    /// The limit in smaller groups.
    pub at_most: Cited<u64>,
}

impl Rulebook {
    /// The subject of that id, with its position.
    pub fn subject(&self, id: &str) -> Result<(usize, &Subject), EngineError> {
        let found = self.subjects.iter().enumerate().find(|(_, subject)| subject.id == id);
        found.ok_or_else(|| {
            let known: Vec<&str> = self.subjects.iter().map(|one| one.id.as_str()).collect();
            EngineError::unknown("usage.unknown-subject", "a subject of this rulebook", id, &known)
        })
    }

    /// The table of that id, with its position.
    pub fn table(&self, id: &str) -> Result<(usize, &Table), EngineError> {
        let found = self.tables.iter().enumerate().find(|(_, table)| table.id == id);
        found.ok_or_else(|| {
            let known: Vec<&str> = self.tables.iter().map(|one| one.id.as_str()).collect();
            EngineError::unknown("usage.unknown-table", "a table of this rulebook", id, &known)
        })
    }

    /// The form of that id, with its position.
    pub fn form(&self, id: &str) -> Result<(usize, &Form), EngineError> {
        let found = self.forms.iter().enumerate().find(|(_, form)| form.id == id);
        found.ok_or_else(|| {
            let known: Vec<&str> = self.forms.iter().map(|one| one.id.as_str()).collect();
            EngineError::unknown("usage.unknown-form", "a form of this rulebook", id, &known)
        })
    }

    /// The citation of that id.
    pub fn citation(&self, id: &str) -> Option<&Citation> {
        self.citations.iter().find(|citation| citation.id == id)
    }
}

#[cfg(all(test, feature = "library"))]
mod tests {
    use super::*;

    #[test]
    fn the_head_is_apart_only_where_the_text_says_so() -> Result<(), EngineError> {
        let heads = |value: &str| -> Result<Vec<bool>, EngineError> {
            let head =
                format!(r#""head": {{"value": "{value}", "cite": "qd366.quota", "basis": "confirmed"}}, "#);
            let text = library::ALL.iter().find(|(id, _)| *id == "hd43-2025").map_or("", |(_, text)| *text);
            let source = library::parse(&text.replacen("\"rounding\":", &format!("{head}\"rounding\":"), 1))?;
            Ok(compile(&source, None)?.quotas.iter().map(QuotaRule::head_apart).collect())
        };
        assert_eq!(heads("apart")?, [true, false, false]);
        assert_eq!(heads("counted")?, [false, false, false]);
        Ok(())
    }
}
