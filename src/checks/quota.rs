//! What a quota shows for a tally, and the checks that look at it.

use super::{
    Check, quota_basis_unverified, quota_exceeded, quota_inside_exceeds_set, quota_lifted_by_rounding,
    quota_raised, quota_readings_disagree, quota_size_assumed, quota_small_group_exceeded,
};
use crate::decimal::{Decimal, NumberStyle, write_decimal, write_percent};
use crate::diagnostic::Diagnostic;
use crate::message::Locale;
use crate::quota::{Decided, GroupSize, Outcome, Standing};
use crate::rulebook::{Cited, QuotaRule, Subject};

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
    pub(super) fn used(&self) -> Option<u64> {
        self.tally.get(self.rule.grade).copied().flatten()
    }
    pub(super) fn enforced(&self) -> Option<&Outcome> {
        self.outcomes.get(self.enforced)
    }
    pub(super) fn grade_label(&self, at: usize) -> &str {
        self.subject.grades.get(at).map_or("", |grade| grade.label.in_locale(self.locale))
    }
    pub(super) fn reading_label(&self, at: usize) -> &str {
        self.rule.readings.get(at).map_or("", |reading| reading.label.in_locale(self.locale))
    }
    /// A finding on the limited grade.
    #[inline(never)]
    pub(super) fn on_grade(&self, check: &Check) -> Option<Diagnostic> {
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
    pub(super) fn over(&self, check: &Check, outcome: &Outcome) -> Option<Diagnostic> {
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
    pub(super) fn share_of(
        &self,
        found: &mut Diagnostic,
        share: &'static str,
        base: &'static str,
        at: usize,
    ) {
        let outcome = self.outcomes.get(at);
        if let Some(of) = outcome.and_then(|outcome| outcome.base) {
            // Nobody in the base has no share.
            let exact = outcome.and_then(|outcome| outcome.share(self.used()));
            found.text(share, &exact.map_or_else(|| "–".to_owned(), write_percent)).count(base, of);
        }
    }
    /// The percentage of a base, exact: `593,6`.
    pub(super) fn product(&self, found: &mut Diagnostic, base: u64) {
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
