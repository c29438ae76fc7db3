//! What a rulebook's facts are made of: a text in two languages, and a value with its place in the law.

use crate::citation::Basis;

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
