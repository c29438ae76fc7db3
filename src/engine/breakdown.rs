//! `engine.breakdown`: cells read → table filled → checks → words.

use super::Engine;
use super::change::Years;
use crate::breakdown::{Cell, Filled, Verdict, cell, fill, judge_stated};
use crate::checks::{Stated, TableFacts, of_table, unreadable};
use crate::decimal::{
    FieldKind, MAX_DECIMALS, NumberReading, Rounding, Typed, whole_digits, write_count, write_percent,
};
use crate::diagnostic::Diagnostic;
use crate::report::{Breakdown, TraceStep};
use crate::rulebook::{EngineError, Table};
use crate::trace::Step;

/// What a table is filled with. Cells are in the order of the table's rows; missing ones are blank.
#[derive(Clone, Debug)]
pub struct BreakdownInput<'a> {
    /// Counts as typed.
    pub counts: Vec<Typed<'a>>,
    /// Printed percentages to hold against the counts.
    pub stated: Vec<Typed<'a>>,
    /// Last year's counts; empty when not given.
    pub previous: Vec<Typed<'a>>,
    /// Changes since then as a report prints them.
    pub stated_changes: Vec<Typed<'a>>,
    /// Decimals of a share.
    pub decimals: u32,
    /// Rounding of a share.
    pub rounding: Rounding,
    /// Whether to say how each figure arose.
    pub trace: bool,
}

impl Default for BreakdownInput<'_> {
    /// Two decimals, half-up: what reports print.
    fn default() -> Self {
        BreakdownInput {
            counts: Vec::new(),
            stated: Vec::new(),
            previous: Vec::new(),
            stated_changes: Vec::new(),
            decimals: 2,
            rounding: Rounding::HalfUp,
            trace: false,
        }
    }
}

impl Engine {
    /// Fills a table of the rulebook, or one made with [`crate::rulebook::compile_table`].
    ///
    /// Whatever was typed, there is an answer; the only error is more decimals than [`MAX_DECIMALS`].
    pub fn breakdown<'t>(
        &self,
        table: &'t Table,
        input: &BreakdownInput<'_>,
    ) -> Result<Breakdown<'t>, EngineError> {
        if input.decimals > MAX_DECIMALS {
            let message = format!("`decimals` is {}, expected 0 to {MAX_DECIMALS}", input.decimals);
            return Err(EngineError::new("usage.out-of-range", &message));
        }
        let mut diagnostics = Vec::new();
        let cells = read_counts(table, "counts", &input.counts, &mut diagnostics);
        let filled = fill(table, &cells, input.decimals, input.rounding);
        let stated = self.judge_stated(table, &filled, input, &mut diagnostics);
        let given = "counts";
        let facts = TableFacts { table, filled: &filled, given, stated: &stated, locale: self.locale };
        of_table(&facts, &mut diagnostics);
        let mut changes = None;
        if !input.previous.is_empty() {
            let cells = read_counts(table, "previous", &input.previous, &mut diagnostics);
            let then = fill(table, &cells, input.decimals, input.rounding);
            let facts = TableFacts { filled: &then, given: "previous", stated: &[], ..facts };
            of_table(&facts, &mut diagnostics);
            let years = Years { table, now: &filled, then: &then, rounding: input.rounding };
            let rows = self.row_changes(&years);
            self.judge_changes(&years, &rows, &input.stated_changes, &mut diagnostics);
            changes = Some(rows);
        }
        let complete = filled.is_complete() && !cells.contains(&Cell::Unread);
        let trace = input.trace.then(|| self.trace_table(table, &filled, input.rounding));
        Ok(Breakdown { table, filled, changes, complete, diagnostics: self.findings(diagnostics), trace })
    }

    fn judge_stated(
        &self,
        table: &Table,
        filled: &Filled,
        input: &BreakdownInput<'_>,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Stated> {
        let mut judged = Vec::new();
        for (at, (row, typed)) in table.rows.iter().zip(&input.stated).enumerate() {
            let reading = typed.read(FieldKind::Percent);
            let percent = match &reading {
                NumberReading::Value(value) | NumberReading::Ambiguous(value, _) => Some(*value),
                _ => None,
            };
            let verdict =
                percent.and_then(|percent| judge_stated(table, filled, at, percent, input.rounding));
            // Of two meanings the one that fits was meant; where none fits, nobody knows which was.
            if !matches!((&reading, verdict), (NumberReading::Ambiguous(..), Some(Verdict::Right))) {
                diagnostics.extend(unreadable(
                    &reading,
                    FieldKind::Percent,
                    text_of(typed),
                    &["stated", row.id.as_str()],
                ));
            }
            let (Some(percent), Some(verdict), NumberReading::Value(_)) = (percent, verdict, &reading) else {
                continue;
            };
            judged.push(Stated { row: at, percent, verdict });
        }
        judged
    }

    fn trace_table(&self, table: &Table, filled: &Filled, rounding: Rounding) -> Vec<TraceStep> {
        let label =
            |at: usize| table.rows.get(at).map_or("", |row| row.label.in_locale(self.locale)).to_owned();
        let count = |at: usize| filled.count(at).map_or_else(|| "?".to_owned(), write_count);
        let citations: Vec<String> = table.cite.iter().cloned().collect();
        let mut steps = Vec::new();
        for (at, row) in filled.rows.iter().enumerate() {
            if row.inferred {
                steps.push(("inferred", vec![("row", label(at)), ("count", count(at))]));
            }
            if let (Some(share), Some(base)) = (row.share, row.base) {
                let share = write_percent(share);
                let params = vec![
                    ("row", label(at)),
                    ("count", count(at)),
                    ("base", label(base)),
                    ("baseCount", count(base)),
                    ("share", share),
                    ("rounding", rounding.id().to_owned()),
                ];
                steps.push(("share", params));
            }
        }
        let steps =
            steps.into_iter().map(|(code, params)| Step { code, params, citations: citations.clone() });
        steps.map(|step| TraceStep::of(step, self.locale)).collect()
    }
}

fn read_counts(
    table: &Table,
    field: &str,
    typed: &[Typed<'_>],
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(typed.len());
    for (row, typed) in table.rows.iter().zip(typed) {
        cells.push(read_count(*typed, [field, &row.id], diagnostics));
    }
    cells
}

/// A count and what is wrong with it.
pub(super) fn read_count(typed: Typed<'_>, path: [&str; 2], diagnostics: &mut Vec<Diagnostic>) -> Cell {
    match typed {
        Typed::Blank => return Cell::Blank,
        Typed::Text(text) | Typed::Number(text) => {
            if let Some(count) = whole_digits(text) {
                return Cell::Count(count);
            }
        }
    }
    let reading = typed.read(FieldKind::Count);
    diagnostics.extend(unreadable(&reading, FieldKind::Count, text_of(&typed), &path));
    cell(&reading)
}

pub(super) fn text_of<'a>(typed: &Typed<'a>) -> &'a str {
    match typed {
        Typed::Blank => "",
        Typed::Text(text) | Typed::Number(text) => text,
    }
}
