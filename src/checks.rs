//! Checks: one thing looked for, one file each. A check sees computed facts and says codes with parameters; it
//! computes nothing itself and writes no sentence.
//!
//! [`ALL`] is the register: the order findings are shown in, and the codes, which are for ever.

mod breakdown_part_inside_part;
mod breakdown_parts_exceed_whole;
mod breakdown_share_other_base;
mod breakdown_share_truncated;
mod breakdown_share_wrong;
mod breakdown_subset_exceeds_set;
mod breakdown_sum_mismatch;
mod number;
mod quota_basis_unverified;
mod quota_exceeded;
mod quota_inside_exceeds_set;
mod quota_lifted_by_rounding;
mod quota_proposal_impossible;
mod quota_readings_disagree;
mod quota_size_assumed;
mod quota_small_group_exceeded;

use crate::breakdown::{Conflict, Filled, Verdict};
use crate::decimal::{NumberStyle, write_count, write_decimal};
use crate::diagnostic::{Diagnostic, Severity};
use crate::message::Locale;
use crate::quota::{GroupSize, Outcome};
use crate::rulebook::{QuotaRule, Row, Subject, Table};

pub(crate) use number::unreadable;
pub(crate) use quota_proposal_impossible::impossible as proposal_impossible;

/// A check's entry in the register.
#[derive(Debug, PartialEq, Eq)]
pub struct Check {
    /// Its code, for ever.
    pub code: &'static str,
    /// How bad its finding is.
    pub severity: Severity,
}

impl Check {
    const fn error(code: &'static str) -> Check {
        Check { code, severity: Severity::Error }
    }
    const fn warning(code: &'static str) -> Check {
        Check { code, severity: Severity::Warning }
    }
    const fn info(code: &'static str) -> Check {
        Check { code, severity: Severity::Info }
    }

    /// A finding of this check at a place.
    fn found<'p>(&self, path: impl IntoIterator<Item = &'p str>) -> Diagnostic {
        Diagnostic {
            code: self.code,
            severity: self.severity,
            path: path.into_iter().map(str::to_owned).collect(),
            params: Vec::new(),
            citations: Vec::new(),
            fix: None,
        }
    }
}

/// Every check, in the order findings are shown.
pub static ALL: &[&Check] = &[
    &number::NOT_A_NUMBER,
    &number::NEGATIVE,
    &number::FRACTION,
    &number::PERCENT,
    &number::GROUPING,
    &number::TOO_LARGE,
    &number::NOT_FINITE,
    &number::AMBIGUOUS,
    &breakdown_sum_mismatch::CHECK,
    &breakdown_parts_exceed_whole::CHECK,
    &breakdown_subset_exceeds_set::CHECK,
    &breakdown_part_inside_part::CHECK,
    &breakdown_share_wrong::CHECK,
    &breakdown_share_other_base::CHECK,
    &breakdown_share_truncated::CHECK,
    &quota_inside_exceeds_set::CHECK,
    &quota_proposal_impossible::CHECK,
    &quota_exceeded::CHECK,
    &quota_small_group_exceeded::CHECK,
    &quota_readings_disagree::CHECK,
    &quota_lifted_by_rounding::CHECK,
    &quota_size_assumed::CHECK,
    &quota_basis_unverified::CHECK,
];

/// The check of that code.
pub fn by_code(code: &str) -> Option<&'static Check> {
    ALL.iter().copied().find(|check| check.code == code)
}

/// Findings in the order of the register; those of one check stay in the order of their fields.
pub(crate) fn in_order(findings: &[Diagnostic]) -> impl Iterator<Item = &Diagnostic> {
    // A walk over the register for each check instead of a sort: there are few findings, and a sort is 10 KB of code.
    ALL.iter().flat_map(|check| findings.iter().filter(|finding| finding.code == check.code))
}

/// What a filled table shows.
pub(crate) struct TableFacts<'a> {
    pub(crate) table: &'a Table,
    pub(crate) filled: &'a Filled,
    /// Printed percentages as judged: row, as printed, verdict.
    pub(crate) stated: &'a [(usize, String, Verdict)],
    pub(crate) locale: Locale,
}

impl TableFacts<'_> {
    fn row(&self, at: usize) -> Option<&Row> {
        self.table.rows.get(at)
    }
    fn label(&self, at: usize) -> &str {
        self.row(at).map_or("", |row| row.label.in_locale(self.locale))
    }
    fn id(&self, at: usize) -> &str {
        self.row(at).map_or("", |row| row.id.as_str())
    }
    fn count(&self, at: usize) -> String {
        self.filled.count(at).map_or_else(|| "?".to_owned(), write_count)
    }
    /// A finding on the count of a row.
    fn on_count(&self, check: &Check, at: usize) -> Diagnostic {
        check
            .found(["counts", self.id(at)])
            .with("row", self.label(at))
            .with("count", self.count(at))
            .citing(&self.table.cite)
    }
    /// A finding on the printed percentage of a row.
    fn on_stated(&self, check: &Check, at: usize, stated: &str) -> Diagnostic {
        check
            .found(["stated", self.id(at)])
            .with("row", self.label(at))
            .with("count", self.count(at))
            .with("stated", stated)
    }
    /// The known parts of a whole, added up: `162 + 871 + 80 + 2`.
    fn addition(&self, whole: usize) -> String {
        let parts = self
            .table
            .sums
            .iter()
            .find(|sum| sum.whole == whole)
            .map(|sum| sum.parts.as_slice())
            .unwrap_or_default();
        let known = parts.iter().filter_map(|at| self.filled.count(*at)).map(write_count);
        known.collect::<Vec<_>>().join(" + ")
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
    for (at, stated, verdict) in facts.stated {
        match verdict {
            Verdict::Right => {}
            Verdict::Wrong(right) => out.push(breakdown_share_wrong::found(facts, *at, stated, *right)),
            Verdict::OtherBase(base) => {
                out.push(breakdown_share_other_base::found(facts, *at, stated, *base))
            }
            Verdict::Truncated(right) => {
                out.push(breakdown_share_truncated::found(facts, *at, stated, *right))
            }
        }
    }
}

/// What a quota shows for a tally.
pub(crate) struct QuotaFacts<'a> {
    pub(crate) rule: &'a QuotaRule,
    pub(crate) subject: &'a Subject,
    pub(crate) tally: &'a [Option<u64>],
    /// One for each reading of the rule.
    pub(crate) outcomes: &'a [Outcome],
    /// Position of the reading enforced.
    pub(crate) enforced: usize,
    pub(crate) size: Option<GroupSize>,
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
    fn next_label(&self) -> &str {
        self.rule.next.map_or("", |next| self.grade_label(next))
    }
    fn noun(&self) -> &str {
        self.subject.noun.in_locale(self.locale)
    }
    /// A finding on the limited grade.
    fn on_grade(&self, check: &Check) -> Diagnostic {
        let grade = self.subject.grades.get(self.rule.grade).map_or("", |grade| grade.id.as_str());
        let percent = NumberStyle { percent: true, ..NumberStyle::default() };
        check
            .found(["tally", grade])
            .with("quota", self.rule.label.in_locale(self.locale))
            .with("grade", self.grade_label(self.rule.grade))
            .with("noun", self.noun())
            .with("percent", write_decimal(self.rule.percent.value, percent))
            .citing([&self.rule.percent.cite])
    }
    /// A finding that the limit is exceeded, if it is.
    fn over(&self, check: &Check, outcome: &Outcome) -> Option<Diagnostic> {
        let over = outcome.headroom?.checked_neg().filter(|over| *over > 0)?;
        let found = self.on_grade(check).with("used", write_count(self.used()?));
        let found =
            found.with("limit", write_count(outcome.limit?)).with("over", write_count(over.unsigned_abs()));
        Some(found.with("next", self.next_label()))
    }
    /// The percentage of a base, exact: `593,6`.
    fn product(&self, base: u64) -> String {
        let product = crate::decimal::product(self.rule.percent.value, base);
        product.map_or_else(String::new, |product| write_decimal(product, NumberStyle::default()))
    }
    fn reading_label(&self, at: usize) -> &str {
        self.rule.readings.get(at).map_or("", |reading| reading.label.in_locale(self.locale))
    }
}

/// Everything that a quota shows to be over, uncertain or worth knowing.
pub(crate) fn of_quota(facts: &QuotaFacts<'_>, out: &mut Vec<Diagnostic>) {
    out.extend(quota_inside_exceeds_set::find(facts));
    out.extend(quota_exceeded::find(facts));
    out.extend(quota_small_group_exceeded::find(facts));
    out.extend(quota_readings_disagree::find(facts));
    out.extend(quota_lifted_by_rounding::find(facts));
    out.extend(quota_size_assumed::find(facts));
    out.extend(quota_basis_unverified::find(facts));
}
