//! Where in the law.

use crate::date::Date;

/// A place in an instrument. Number, issuer and date name the instrument: numbers alone repeat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Key within its rulebook.
    pub id: String,
    /// `21-HD/BTCTW`.
    pub number: String,
    /// Who issued it, in Vietnamese.
    pub issuer: String,
    /// The day it was signed; `None` when it was not found.
    pub issued: Option<Date>,
    /// Article or section, as the instrument numbers it.
    pub article: Option<String>,
    /// Clause.
    pub clause: Option<String>,
    /// Point.
    pub point: Option<String>,
    /// The instrument's title.
    pub title: Option<String>,
    /// Where the wording was read.
    pub url: Option<String>,
    /// It names a local text: one laid over the rulebook, or one through which the law is known.
    pub local: bool,
}

/// How sure the encoding of a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Read in a source.
    Confirmed,
    /// Read only in a summary, a news article or another product.
    Secondary,
    /// Remembered, not found.
    Unverified,
    /// The text says nothing; somebody had to choose.
    Silent,
}

impl Basis {
    /// Every basis with its id.
    pub const ALL: [(&'static str, Basis); 4] = [
        ("confirmed", Basis::Confirmed),
        ("secondary", Basis::Secondary),
        ("unverified", Basis::Unverified),
        ("silent", Basis::Silent),
    ];

    /// Whether somebody has read it, and the text says something.
    pub fn is_settled(self) -> bool {
        matches!(self, Basis::Confirmed | Basis::Secondary)
    }

    /// Its id: `confirmed` and so on.
    pub fn id(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, basis)| *basis == self).map_or("", |(id, _)| id)
    }
}
