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
mod form_field;
mod form_relation;
mod form_role;
mod note;
mod number;
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

use std::sync::Arc;

use crate::breakdown::{ChangeVerdict, Conflict, Filled, Verdict};
use crate::date::Date;
use crate::decimal::{Decimal, NumberStyle, write_count, write_decimal, write_percent};
use crate::diagnostic::{Diagnostic, Severity};
use crate::form::Filled as FilledForm;
use crate::message::{Locale, words_of};
use crate::quota::{Decided, GroupSize, Outcome, Standing};
use crate::rating::Rated;
use crate::rulebook::{Cited, Form, QuotaRule, Subject, Table};

#[cfg(feature = "audit")]
pub(crate) use audit::{in_text_order, merged, of_audit, of_audit_quota};
pub(crate) use ballot::{BallotFacts, Named, digits, of_ballot, of_target};
pub(crate) use breakdown_change::{of_change, unread_change};
pub(crate) use form_relation::Related;
pub(crate) use note::{Note, Scope};
pub(crate) use number::unreadable;
pub(crate) use quota_proposal_impossible::impossible as proposal_impossible;
pub(crate) use quota_size_exceeded::exceeded as size_exceeded;

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
        ordered.extend(findings.extract_if(.., |finding| finding.code == check.code));
    }
    ordered
}

/// Most terms of an addition that a sentence shows.
const MOST_TERMS: usize = 24;

/// A printed percentage, as judged.
pub(crate) struct Stated {
    /// Position of its row.
    pub(crate) row: usize,
    /// The percentage as printed.
    pub(crate) percent: Decimal,
    pub(crate) verdict: Verdict,
}

/// What a filled table shows.
pub(crate) struct TableFacts<'a> {
    pub(crate) table: &'a Table,
    pub(crate) filled: &'a Filled,
    /// Where its counts were given.
    pub(crate) given: &'static str,
    pub(crate) stated: &'a [Stated],
    pub(crate) locale: Locale,
}

impl TableFacts<'_> {
    fn row(&self, at: usize) -> (&str, &str) {
        self.table.rows.get(at).map_or(("", ""), |row| (row.id.as_str(), row.label.in_locale(self.locale)))
    }
    fn count(&self, at: usize) -> u64 {
        self.filled.count(at).unwrap_or(0)
    }
    fn share(&self, at: usize) -> Option<Decimal> {
        self.filled.rows.get(at).and_then(|row| row.share)
    }
    /// Names a row and its count in a finding.
    #[inline(never)]
    fn name(&self, found: &mut Diagnostic, name: &'static str, count: &'static str, at: usize) {
        found.text(name, self.row(at).1).count(count, self.count(at));
    }
    /// A finding on the count of a row.
    #[inline(never)]
    fn on_count(&self, check: &Check, at: usize) -> Diagnostic {
        let mut found = check.found(&[self.given, self.row(at).0]);
        self.name(&mut found, "row", "count", at);
        if let Some(cite) = &self.table.cite {
            found.cite(cite);
        }
        found
    }
    /// A finding on the printed percentage of a row.
    #[inline(never)]
    fn on_stated(&self, check: &Check, stated: &Stated) -> Diagnostic {
        let mut found = check.found(&["stated", self.row(stated.row).0]);
        self.name(&mut found, "row", "count", stated.row);
        let base = self.filled.rows.get(stated.row).and_then(|row| row.base).unwrap_or(stated.row);
        self.name(&mut found, "base", "baseCount", base);
        found.percent("stated", stated.percent);
        found
    }
    /// The known parts of a whole, added up: `162 + 871 + 80 + 2` and their sum; of a long list only the beginning.
    #[inline(never)]
    fn addition(&self, found: &mut Diagnostic, whole: usize, sum: u64) {
        let parts = self.table.sums.iter().find(|sum| sum.whole == whole).map(|sum| sum.parts.as_slice());
        let mut text = String::new();
        let counts = parts.unwrap_or_default().iter().filter_map(|at| self.filled.count(*at));
        for (at, count) in counts.take(MOST_TERMS.saturating_add(1)).enumerate() {
            text.push_str(if at == 0 { "" } else { " + " });
            text.push_str(&if at < MOST_TERMS { write_count(count) } else { "…".to_owned() });
        }
        found.text("addition", &text).count("sum", sum);
    }
}

/// Everything that a filled table shows to be wrong or worth a look.
pub(crate) fn of_table(facts: &TableFacts<'_>, out: &mut Vec<Diagnostic>) {
    for conflict in &facts.filled.conflicts {
        out.push(match *conflict {
            Conflict::SumMismatch { whole, sum } => breakdown_sum_mismatch::found(facts, whole, sum),
            Conflict::PartsExceedWhole { whole, sum } => {
                breakdown_parts_exceed_whole::found(facts, whole, sum)
            }
            Conflict::SubsetExceedsSet { row, set } => breakdown_subset_exceeds_set::found(facts, row, set),
            Conflict::PartInsidePart { inner, outer, whole, sum } => {
                breakdown_part_inside_part::found(facts, inner, outer, whole, sum)
            }
        });
    }
    for stated in facts.stated {
        match stated.verdict {
            Verdict::Right => {}
            Verdict::Wrong(right) => out.push(breakdown_share_wrong::found(facts, stated, right)),
            Verdict::OtherBase(base) => out.push(breakdown_share_other_base::found(facts, stated, base)),
            Verdict::Truncated(right) => out.push(breakdown_share_truncated::found(facts, stated, right)),
        }
    }
}

/// A printed change since last year, as judged.
pub(crate) struct StatedChangeFacts<'a> {
    /// Position of its row.
    pub(crate) row: usize,
    /// As printed.
    pub(crate) typed: &'a str,
    /// Last year's figure and this year's, as they are written.
    pub(crate) from: String,
    pub(crate) to: String,
    /// What should be printed.
    pub(crate) right: String,
    /// The change in percent of last year's count.
    pub(crate) growth: String,
    pub(crate) verdict: ChangeVerdict,
}

/// What a quota shows for a tally.
pub(crate) struct QuotaFacts<'a> {
    pub(crate) rule: &'a QuotaRule,
    /// The percentage in force.
    pub(crate) percent: Decimal,
    /// A higher rate that was decided, and what became of it.
    pub(crate) raised: Option<(Decided<'a>, Standing)>,
    /// What lets that rate stand, when it is applied.
    pub(crate) raising: Option<&'a Cited<Decimal>>,
    pub(crate) subject: &'a Subject,
    pub(crate) tally: &'a [Option<u64>],
    /// One for each reading of the rule.
    pub(crate) outcomes: &'a [Outcome],
    /// Position of the reading enforced.
    pub(crate) enforced: usize,
    pub(crate) size: GroupSize,
    pub(crate) locale: Locale,
}

impl QuotaFacts<'_> {
    fn used(&self) -> Option<u64> {
        self.tally.get(self.rule.grade).copied().flatten()
    }
    fn enforced(&self) -> Option<&Outcome> {
        self.outcomes.get(self.enforced)
    }
    fn grade_label(&self, at: usize) -> &str {
        self.subject.grades.get(at).map_or("", |grade| grade.label.in_locale(self.locale))
    }
    fn reading_label(&self, at: usize) -> &str {
        self.rule.readings.get(at).map_or("", |reading| reading.label.in_locale(self.locale))
    }
    /// A finding on the limited grade.
    #[inline(never)]
    fn on_grade(&self, check: &Check) -> Option<Diagnostic> {
        let grade = self.subject.grades.get(self.rule.grade)?;
        let mut found = check.found(&["tally", &grade.id]);
        found.text("quota", self.rule.label.in_locale(self.locale));
        found.text("grade", grade.label.in_locale(self.locale));
        found.text("noun", self.subject.noun.in_locale(self.locale));
        found.percent("percent", self.percent).cite(&self.rule.percent.cite);
        if let Some(raising) = self.raising {
            found.cite(&raising.cite);
        }
        if let Some(used) = self.used() {
            found.count("used", used);
        }
        Some(found)
    }
    /// A finding that the limit is exceeded, if it is.
    #[inline(never)]
    fn over(&self, check: &Check, outcome: &Outcome) -> Option<Diagnostic> {
        let over = outcome.headroom.filter(|headroom| *headroom < 0)?;
        let mut found = self.on_grade(check)?;
        found.count("limit", outcome.limit?).count("over", over.unsigned_abs());
        found.text("next", self.rule.next.map_or("", |next| self.grade_label(next)));
        let title = self.subject.grades.get(self.rule.grade).is_some_and(|grade| grade.within.is_some());
        found.text("move", if title { "title" } else { "grade" });
        Some(found)
    }
    /// Those in the grade as a share of a reading's base.
    #[inline(never)]
    fn share_of(&self, found: &mut Diagnostic, share: &'static str, base: &'static str, at: usize) {
        let outcome = self.outcomes.get(at);
        if let Some(of) = outcome.and_then(|outcome| outcome.base) {
            // Nobody in the base has no share.
            let exact = outcome.and_then(|outcome| outcome.share(self.used()));
            found.text(share, &exact.map_or_else(|| "–".to_owned(), write_percent)).count(base, of);
        }
    }
    /// The percentage of a base, exact: `593,6`.
    fn product(&self, found: &mut Diagnostic, base: u64) {
        if let Some(product) = crate::decimal::product(self.percent, base) {
            found.text("product", &write_decimal(product, NumberStyle::default()));
            found.text("rounded", if product.scale() == 0 { "" } else { "limit" });
        }
    }
}

/// Everything that a quota shows to be over, uncertain or worth knowing.
pub(crate) fn of_quota(facts: &QuotaFacts<'_>, out: &mut Vec<Diagnostic>) {
    out.extend(quota_inside_exceeds_set::find(facts));
    if let Some(found) = quota_raised::find(facts)
        && !out.iter().any(|known| known.code == found.code)
    {
        out.push(found);
    }
    out.extend(quota_exceeded::find(facts));
    out.extend(quota_small_group_exceeded::find(facts));
    out.extend(quota_readings_disagree::find(facts));
    out.extend(quota_lifted_by_rounding::find(facts));
    out.extend(quota_size_assumed::find(facts));
    out.extend(quota_basis_unverified::find(facts));
}

/// What a form shows.
pub(crate) struct FormFacts<'a> {
    pub(crate) filled: FilledForm<'a>,
    pub(crate) rated: Option<&'a Rated>,
    /// Handed in, not being filled: what is missing is missing.
    pub(crate) is_final: bool,
    /// The fields that are asked for, by position; `None`: all.
    pub(crate) asked: Option<&'a [usize]>,
    pub(crate) as_of: Date,
    /// First and last day of what is rated.
    pub(crate) period: (Date, Date),
    /// The other forms of the rulebook.
    pub(crate) forms: &'a [Form],
    pub(crate) locale: Locale,
}

/// What was seen of a form the last time, by what it depends on: one field, the fields of a relation, the rating.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    fields: Vec<Arc<Note>>,
    relations: Vec<Related>,
    rating: Vec<Arc<Note>>,
}

/// Where to look.
pub(crate) struct Look<'a> {
    /// At everything, whatever changed.
    pub(crate) everywhere: bool,
    /// At the rating, because it is another one, or a field that is spoken of with it changed.
    pub(crate) rating: bool,
    /// Fields that are not as they were the last time.
    pub(crate) changed: &'a [usize],
}

/// Everything that a form shows to be missing, wrong, contradictory or for people to decide, in the order of its fields;
/// `None` when it is what was seen the last time.
pub(crate) fn of_form(facts: &FormFacts<'_>, seen: &mut Seen, look: &Look<'_>) -> Option<Vec<Arc<Note>>> {
    let form = facts.filled.form;
    let mut moved = look.everywhere;
    if look.everywhere {
        seen.fields = form_field::find(facts).into_iter().map(Arc::new).collect();
        seen.relations = form_relation::find(facts);
    } else {
        moved |= form_field::find_again(facts, look.changed, &mut seen.fields);
        moved |= form_relation::find_again(facts, look.changed, &mut seen.relations);
    }
    if look.everywhere || look.rating {
        let mut found = Vec::new();
        form_role::find(facts, &mut found);
        if let (Some(standard), Some(rated)) = (&form.standard, facts.rated) {
            rating::find(facts, standard, rated, &mut found);
        }
        if !seen.rating.iter().map(Arc::as_ref).eq(&found) {
            seen.rating = found.into_iter().map(Arc::new).collect();
            moved = true;
        }
    }
    moved.then(|| in_field_order(seen))
}

/// Findings stand as their fields do on the page. An insertion: nearly all are in order already.
fn in_field_order(seen: &Seen) -> Vec<Arc<Note>> {
    let mut ordered: Vec<Arc<Note>> = Vec::with_capacity(seen.fields.len().saturating_add(8));
    let mut put = |note: &Arc<Note>| {
        let behind = ordered.iter().rposition(|earlier| earlier.at.order() <= note.at.order());
        ordered.insert(behind.map_or(0, |at| at.saturating_add(1)), Arc::clone(note));
    };
    seen.fields.iter().for_each(&mut put);
    for (at, (_, note)) in seen.relations.iter().enumerate() {
        // A tree of points may say the same as a relation.
        let earlier = seen.relations.get(..at).unwrap_or_default();
        if !earlier.iter().any(|(_, other)| other == note) {
            put(note);
        }
    }
    seen.rating.iter().for_each(&mut put);
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_check_has_its_words() {
        for check in ALL {
            let (message, _) = Locale::Vi.sentences(&check.found(&[]));
            assert!(!message.is_empty(), "{}", check.code);
        }
    }
}
