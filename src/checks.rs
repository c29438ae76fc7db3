//! Checks: one thing looked for, one file each. A check sees computed facts and says codes with parameters; it
//! computes nothing itself and writes no sentence.
//!
//! [`ALL`] is the register: the order findings are shown in, and the codes, which are for ever.

#[cfg(feature = "audit")]
mod audit;
mod ballot;
mod breakdown_change;
mod breakdown_part_inside_part;
mod breakdown_parts_exceed_whole;
mod breakdown_share_other_base;
mod breakdown_share_truncated;
mod breakdown_share_wrong;
mod breakdown_subset_exceeds_set;
mod breakdown_sum_mismatch;
mod form;
mod form_field;
mod form_relation;
mod form_role;
mod note;
mod number;
mod quota;
mod quota_basis_unverified;
mod quota_exceeded;
mod quota_inside_exceeds_set;
mod quota_lifted_by_rounding;
mod quota_proposal_impossible;
mod quota_raised;
mod quota_readings_disagree;
mod quota_size_assumed;
mod quota_size_exceeded;
mod quota_small_group_exceeded;
mod rating;
mod table;
mod told;

use crate::diagnostic::{Diagnostic, Severity};
use crate::message::words_of;

#[cfg(feature = "audit")]
pub(crate) use audit::{in_text_order, merged, of_audit, of_audit_quota};
pub(crate) use ballot::{BallotFacts, Named, digits, of_ballot, of_target};
pub(crate) use breakdown_change::{of_change, unread_change};
pub(crate) use form::{FormFacts, Look, Seen, of_form};
pub(crate) use form_relation::Related;
pub(crate) use note::{Note, Scope};
pub(crate) use number::unreadable;
pub(crate) use quota::{QuotaFacts, of_quota};
pub(crate) use quota_proposal_impossible::impossible as proposal_impossible;
pub(crate) use quota_size_exceeded::exceeded as size_exceeded;
pub(crate) use table::{Stated, StatedChangeFacts, TableFacts, of_table};
pub(crate) use told::Told;

/// A check's entry in the register.
#[derive(Debug, PartialEq, Eq)]
pub struct Check {
    /// Its code, for ever.
    pub code: &'static str,
    /// How bad its finding is.
    pub severity: Severity,
    /// Where its sentences stand.
    words: u32,
}

impl Check {
    const fn error(code: &'static str) -> Check {
        Check { code, severity: Severity::Error, words: words_of(code) }
    }
    const fn warning(code: &'static str) -> Check {
        Check { code, severity: Severity::Warning, words: words_of(code) }
    }
    const fn info(code: &'static str) -> Check {
        Check { code, severity: Severity::Info, words: words_of(code) }
    }

    /// A finding of this check at a place.
    #[inline(never)]
    fn found(&self, path: &[&str]) -> Diagnostic {
        Diagnostic {
            code: self.code,
            words: self.words,
            severity: self.severity,
            path: path.iter().map(|step| (*step).to_owned()).collect(),
            told_at: None,
            span: None,
            params: Vec::new(),
            citations: Vec::new(),
            fix: None,
            about: None,
        }
    }
}

/// Makes [`ALL`]; what stands behind the semicolon is of prose, and only where the audit is in.
macro_rules! register {
    ($($check:expr,)* ; $($of_prose:expr,)*) => {
        /// Every check, in the order findings are shown.
        #[cfg(feature = "audit")]
        pub static ALL: &[&Check] = &[$($check,)* $($of_prose,)*];
        /// Every check, in the order findings are shown.
        #[cfg(not(feature = "audit"))]
        pub static ALL: &[&Check] = &[$($check,)*];
    };
}

register! {
    &number::NOT_A_NUMBER,
    &number::NEGATIVE,
    &number::FRACTION,
    &number::PERCENT,
    &number::UNIT,
    &number::GROUPING,
    &number::TOO_LARGE,
    &number::NOT_FINITE,
    &number::AMBIGUOUS,
    &number::INCOMPLETE,
    &breakdown_sum_mismatch::CHECK,
    &breakdown_parts_exceed_whole::CHECK,
    &breakdown_subset_exceeds_set::CHECK,
    &breakdown_part_inside_part::CHECK,
    &breakdown_share_wrong::CHECK,
    &breakdown_share_other_base::CHECK,
    &breakdown_share_truncated::CHECK,
    &breakdown_change::WRONG,
    &breakdown_change::NOT_POINTS,
    &breakdown_change::UNREAD,
    &form_role::WRONG_FORM,
    &form_role::EXCLUDED_BUT_RATED,
    &form_field::MISSING,
    &form_field::INCOMPLETE,
    &form_field::ABOVE_MAX,
    &form_field::WRONG_STEP,
    &form_field::BAD_DATE,
    &form_field::DATE_AFTER,
    &form_field::DATE_OUTSIDE,
    &form_field::UNKNOWN_CHOICE,
    &form_field::WITHOUT_CODE,
    &form_field::SAYS_NONE,
    &form_field::NOT_ASKED,
    &form_relation::SUM_MISMATCH,
    &form_relation::SUM_EXCEEDS,
    &form_relation::PART_EXCEEDS,
    &form_relation::SHARE_WRONG,
    &form_relation::MEAN_WRONG,
    &form_relation::POINTS_WRONG,
    &form_relation::COUNT_MISMATCH,
    &rating::ABOVE_BAND,
    &rating::CONDITION_UNMET,
    &rating::CONDITION_OPEN,
    &rating::TRIGGERED,
    &rating::CAPPED,
    &rating::REASON_MISSING,
    &rating::UNFOUNDED,
    &rating::DISCRETION_UNFOUNDED,
    &rating::DISCRETION_CLAIMED,
    &rating::NO_GRADE_FITS,
    &rating::SHORT_OF_BAND,
    &rating::ZERO_BASE,
    &rating::UNVERIFIED,
    &quota_inside_exceeds_set::CHECK,
    &quota_proposal_impossible::CHECK,
    &quota_raised::ABOVE_MAX,
    &quota_raised::NOT_HIGHER,
    &quota_raised::UNFOUNDED,
    &quota_raised::NOT_PROVIDED,
    &quota_exceeded::CHECK,
    &quota_small_group_exceeded::CHECK,
    &quota_readings_disagree::CHECK,
    &quota_lifted_by_rounding::CHECK,
    &quota_raised::APPLIED,
    &quota_size_assumed::CHECK,
    &quota_size_exceeded::CHECK,
    &quota_basis_unverified::CHECK,
    &ballot::COUNT_EXCEEDS,
    &ballot::VALIDITY_MISMATCH,
    &ballot::VOTES_MISMATCH,
    &ballot::VOTES_EXCEED,
    &ballot::MORE_THAN_VOTERS,
    &ballot::TIE,
    &ballot::NO_MAJORITY,
    &ballot::THRESHOLD_PASSED,
    &ballot::BASES_DISAGREE,
    &ballot::TARGET_EXCEEDS,
    ;
    &audit::SHARE_WRONG,
    &audit::SHARE_DOUBTFUL,
    &audit::SHARE_IMPOSSIBLE,
    &audit::SHARE_OVER_WHOLE,
    &audit::COUNT_WRONG,
    &audit::COUNT_DOUBTFUL,
    &audit::PART_LARGER,
    &audit::REST_WRONG,
    &audit::CHANGE_WRONG,
    &audit::GIVEN_TWICE,
    &audit::SHARE_OTHER_BASE,
    &audit::SUM_MISMATCH,
    &audit::TOTAL_DOUBTFUL,
    &audit::LIST_SHORT,
    &audit::SHARES_MISS_100,
    &audit::UNIT_DOUBLED,
    &audit::NUMBER_BROKEN,
    &audit::LIST_LENGTH,
    &audit::PART_INSIDE_PART,
    &audit::SHARE_TRUNCATED,
    &audit::SHARE_LIFTED,
    &audit::QUOTA_EXCEEDED,
    &audit::QUOTA_DISAGREES,
}

/// The check of that code.
pub fn by_code(code: &str) -> Option<&'static Check> {
    ALL.iter().copied().find(|check| check.code == code)
}

/// Findings in the order of the register; those of one check stay in the order of their fields.
pub(crate) fn in_order(mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if findings.len() < 2 {
        return findings;
    }
    // A walk over the register for each check instead of a sort: there are few findings, and a sort is 10 KB of code.
    let mut ordered = Vec::with_capacity(findings.len());
    for check in ALL {
        ordered.extend(findings.extract_if(.., |finding| finding.words == check.words));
    }
    ordered
}

/// Most terms of an addition that a sentence shows.
const MOST_TERMS: usize = 24;

#[cfg(test)]
mod tests {
    use super::ALL;
    use crate::message::Locale;

    #[test]
    fn every_check_has_its_words() {
        for check in ALL {
            let (message, _) = Locale::Vi.sentences(&check.found(&[]));
            assert!(!message.is_empty(), "{}", check.code);
        }
    }
}
