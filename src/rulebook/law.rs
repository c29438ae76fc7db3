//! What a rulebook says beside forms and quotas: who is left out, by when, and what older words mean.

use super::fact::LocalText;
use crate::citation::Basis;

/// Why somebody is not rated.
#[derive(Clone, Debug)]
pub struct Exclusion {
    /// `exempt`.
    pub id: String,
    /// What it is called.
    pub label: LocalText,
    /// Still reviews himself.
    pub reviewed: bool,
    /// Id of the citation.
    pub cite: String,
    /// How sure.
    pub basis: Basis,
    /// What a reader should know about it.
    pub note: Option<LocalText>,
}

/// By when something must be done.
#[derive(Clone, Debug)]
pub struct Deadline {
    /// `finish`.
    pub id: String,
    /// What must be done.
    pub label: LocalText,
    /// By when.
    pub when: When,
    /// Id of the citation.
    pub cite: String,
    /// How sure.
    pub basis: Basis,
    /// What a reader should know about it.
    pub note: Option<LocalText>,
}

/// A day of each year, or so many working days before a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Before this day is over.
    Day {
        /// 1 to 12.
        month: u64,
        /// 1 to 31.
        day: u64,
        /// Of the year after the one that is rated.
        year_after: bool,
    },
    /// At least so many working days before.
    WorkingDaysBefore(u64),
}

/// A word of an older instrument, and the grade it comes nearest to.
#[derive(Clone, Debug)]
pub struct Term {
    /// `tsvm`.
    pub id: String,
    /// The word.
    pub label: LocalText,
    /// Position of the subject.
    pub subject: usize,
    /// Position of the grade.
    pub grade: usize,
    /// Id of the citation.
    pub cite: String,
    /// How sure.
    pub basis: Basis,
    /// What a reader should know about it.
    pub note: Option<LocalText>,
}
