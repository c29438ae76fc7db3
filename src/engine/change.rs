//! `engine.breakdown` against last year: the changes in words, and those a report prints.

use super::Engine;
use super::breakdown::text_of;
use crate::breakdown::{
    Change, ChangeVerdict, Filled, StatedChange, Unit, changes, judge_change, read_change,
};
use crate::checks::{StatedChangeFacts, TableFacts, of_change, unread_change};
use crate::decimal::{
    Decimal, NumberReading, NumberStyle, Rounding, Typed, share, write_count, write_decimal, write_percent,
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
        for (at, (row, typed)) in years.table.rows.iter().zip(stated).enumerate() {
            match read_change(*typed) {
                Ok(said) => {
                    let own = changes.get(at);
                    out.extend(own.and_then(|own| self.judge_one(years, at, own, &said, text_of(typed))));
                }
                Err(NumberReading::Blank) => {}
                Err(_) => out.push(unread_change(&row.id, text_of(typed))),
            }
        }
    }

    /// What is wrong with a printed change.
    fn judge_one(
        &self,
        years: &Years<'_>,
        at: usize,
        own: &RowChange,
        said: &StatedChange,
        typed: &str,
    ) -> Option<Diagnostic> {
        let verdict = judge_change(years.now, years.then, at, &own.change, said, years.rounding)?;
        let count = own.change.count.filter(|_| verdict != ChangeVerdict::Right)?;
        let then = years.then.rows.get(at)?;
        let now = years.now.rows.get(at)?;
        let growth = share(count.unsigned_abs(), then.count?, said.amount.scale(), years.rounding);
        let growth = growth.map_or_else(String::new, |growth| self.grown(count, &write_percent(growth)));
        let in_points = said.unit == Unit::Points || verdict == ChangeVerdict::NotPoints;
        let (from, to, right) = match (then.share, now.share) {
            (Some(then), Some(now)) if in_points => {
                (write_percent(then), write_percent(now), own.points_text.clone()?)
            }
            _ => {
                let percent = said.unit == Unit::Percent && !growth.is_empty();
                let right = if percent { growth.clone() } else { own.text.clone()? };
                (write_count(then.count?), write_count(now.count?), right)
            }
        };
        let table = TableFacts {
            table: years.table,
            filled: years.now,
            given: "counts",
            stated: &[],
            locale: self.locale,
        };
        Some(of_change(&table, &StatedChangeFacts { row: at, typed, from, to, right, growth, verdict }))
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
        let amount = write_decimal(points.abs(), NumberStyle::default());
        let amount = self.locale.phrase("change.points", &[("amount", amount)]);
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
