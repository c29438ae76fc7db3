//! What a filled table shows, and the checks that look at it.

use super::{
    Check, MOST_TERMS, breakdown_part_inside_part, breakdown_parts_exceed_whole, breakdown_share_other_base,
    breakdown_share_truncated, breakdown_share_wrong, breakdown_subset_exceeds_set, breakdown_sum_mismatch,
};
use crate::breakdown::{ChangeVerdict, Conflict, Filled, Verdict};
use crate::decimal::{Decimal, write_count};
use crate::diagnostic::Diagnostic;
use crate::message::Locale;
use crate::rulebook::Table;

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
    pub(super) fn row(&self, at: usize) -> (&str, &str) {
        self.table.rows.get(at).map_or(("", ""), |row| (row.id.as_str(), row.label.in_locale(self.locale)))
    }
    pub(super) fn count(&self, at: usize) -> u64 {
        self.filled.count(at).unwrap_or(0)
    }
    pub(super) fn share(&self, at: usize) -> Option<Decimal> {
        self.filled.rows.get(at).and_then(|row| row.share)
    }
    /// Names a row and its count in a finding.
    #[inline(never)]
    pub(super) fn name(&self, found: &mut Diagnostic, name: &'static str, count: &'static str, at: usize) {
        found.text(name, self.row(at).1).count(count, self.count(at));
    }
    /// A finding on the count of a row.
    #[inline(never)]
    pub(super) fn on_count(&self, check: &Check, at: usize) -> Diagnostic {
        let mut found = check.found(&[self.given, self.row(at).0]);
        self.name(&mut found, "row", "count", at);
        if let Some(cite) = &self.table.cite {
            found.cite(cite);
        }
        found
    }
    /// A finding on the printed percentage of a row.
    #[inline(never)]
    pub(super) fn on_stated(&self, check: &Check, stated: &Stated) -> Diagnostic {
        let mut found = check.found(&["stated", self.row(stated.row).0]);
        self.name(&mut found, "row", "count", stated.row);
        let base = self.filled.rows.get(stated.row).and_then(|row| row.base).unwrap_or(stated.row);
        self.name(&mut found, "base", "baseCount", base);
        found.percent("stated", stated.percent);
        found
    }
    /// The known parts of a whole, added up: `162 + 871 + 80 + 2` and their sum; of a long list only the beginning.
    #[inline(never)]
    pub(super) fn addition(&self, found: &mut Diagnostic, whole: usize, sum: u64) {
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
