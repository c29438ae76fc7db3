//! `engine.breakdown` against last year: the changes in words, and those a report prints.

use super::Engine;
use super::breakdown::text_of;
use crate::breakdown::{Change, ChangeVerdict, Filled, Unit, changes, judge_change, read_change};
use crate::checks::{StatedChangeFacts, TableFacts, of_changes, unreadable};
use crate::decimal::{
    Decimal, NumberStyle, Rounding, Typed, share, write_count, write_decimal, write_percent,
};
use crate::diagnostic::Diagnostic;
use crate::report::RowChange;
use crate::rulebook::Table;

/// Both years of a table.
pub(super) struct Years<'a> {
    pub(super) table: &'a Table,
    pub(super) now: &'a Filled,
    pub(super) then: &'a Filled,
    pub(super) rounding: Rounding,
}

impl Engine {
    /// What became of each row, in words too.
    pub(super) fn row_changes(&self, years: &Years<'_>) -> Vec<RowChange> {
        let noun = self.noun_of(years.table);
        let in_words = |change: Change| RowChange {
            text: change.count.map(|count| self.change_in_words(count, noun)),
            points_text: change.points.map(|points| self.points_in_words(points)),
            change,
        };
        changes(years.now, years.then).into_iter().map(in_words).collect()
    }

    /// Holds what a report says of changes against both years.
    pub(super) fn judge_changes(
        &self,
        years: &Years<'_>,
        changes: &[RowChange],
        stated: &[Typed<'_>],
        out: &mut Vec<Diagnostic>,
    ) {
        let table = TableFacts { table: years.table, filled: years.now, stated: &[], locale: self.locale };
        for (at, (row, typed)) in years.table.rows.iter().zip(stated).enumerate() {
            let said = match read_change(*typed) {
                Ok(said) => said,
                Err(reading) => {
                    out.extend(unreadable(&reading, text_of(typed), &["statedChanges", &row.id]));
                    continue;
                }
            };
            let Some(own) = changes.get(at) else { continue };
            let verdict = judge_change(years.now, years.then, at, &own.change, &said, years.rounding);
            let (Some(verdict), Some(count)) = (verdict, own.change.count) else { continue };
            let [from, to] = [years.then, years.now].map(|filled| filled.count(at));
            let shares = || {
                let share = |filled: &Filled| filled.rows.get(at)?.share;
                Some((share(years.then)?, share(years.now)?))
            };
            let printed = said.amount.scale();
            let growth = share(count.unsigned_abs(), from.unwrap_or(0), printed, years.rounding);
            let growth = growth.map_or_else(String::new, |growth| self.grown(count, &write_percent(growth)));
            let as_points = said.unit == Unit::Points || verdict == ChangeVerdict::NotPoints;
            let in_shares = shares().filter(|_| as_points);
            let (from, to) = match in_shares {
                Some((then, now)) => (write_percent(then), write_percent(now)),
                None => (write_count(from.unwrap_or(0)), write_count(to.unwrap_or(0))),
            };
            let right = match said.unit {
                _ if in_shares.is_some() => own.points_text.clone(),
                Unit::Count => own.text.clone(),
                _ => Some(growth.clone()).filter(|growth| !growth.is_empty()).or_else(|| own.text.clone()),
            };
            let facts = StatedChangeFacts {
                row: at,
                typed: text_of(typed),
                from,
                to,
                right: right.unwrap_or_default(),
                growth,
                verdict,
            };
            of_changes(&table, &facts, out);
        }
    }

    fn change_in_words(&self, count: i64, noun: &str) -> String {
        let amount = write_count(count.unsigned_abs());
        self.grown(count, &[amount.as_str(), noun].join(" "))
    }

    /// `tăng 32`, `giảm 32`, `không đổi`.
    fn grown(&self, direction: i64, amount: &str) -> String {
        let key = match direction {
            ..0 => "change.down",
            0 => "change.none",
            1.. => "change.up",
        };
        self.locale.phrase(key, &[("amount", amount.to_owned())])
    }

    fn points_in_words(&self, points: Decimal) -> String {
        let digits = write_decimal(points, NumberStyle::default());
        let amount = digits.trim_start_matches('−');
        let amount = self.locale.phrase("change.points", &[("amount", amount.to_owned())]);
        let direction = if points.is_zero() {
            0
        } else if points.is_sign_negative() {
            -1
        } else {
            1
        };
        self.grown(direction, &amount)
    }

    fn noun_of(&self, table: &Table) -> &str {
        let subject = table.subject.as_deref().and_then(|id| self.rulebook.subject(id).ok());
        subject.map_or("", |(_, subject)| subject.noun.in_locale(self.locale))
    }
}
