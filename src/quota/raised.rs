//! A higher rate that the competent level decided for an outstanding body, and whether the text lets it stand.

use crate::decimal::{Decimal, compare};
use crate::rulebook::QuotaRule;

/// A higher rate as it was decided; a text that is missing is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided<'a> {
    /// The rate.
    pub percent: Decimal,
    /// Why the body is outstanding.
    pub reason: &'a str,
    /// The number of the decision.
    pub decision: &'a str,
}

/// What becomes of a higher rate under a quota. Unless it is applied, the ordinary percentage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It takes the place of the percentage.
    Applied,
    /// The quota knows no higher rate.
    NotProvided,
    /// It is not above the ordinary percentage. A stricter rate is for a local text to set, not for one group.
    NotHigher,
    /// It is above the most that may be decided.
    AboveMax,
    /// Its reason or its decision is missing.
    Unfounded,
}

impl Decided<'_> {
    /// What becomes of it under that quota: the first thing that speaks against it.
    pub fn under(&self, rule: &QuotaRule) -> Standing {
        match &rule.raised {
            None => Standing::NotProvided,
            Some(_) if compare(self.percent, rule.percent.value).is_le() => Standing::NotHigher,
            Some(most) if compare(self.percent, most.value).is_gt() => Standing::AboveMax,
            Some(_) if self.reason.is_empty() || self.decision.is_empty() => Standing::Unfounded,
            Some(_) => Standing::Applied,
        }
    }
}
