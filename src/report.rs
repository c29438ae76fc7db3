//! The shapes results leave in: plain data, the same in Rust, JSON and TypeScript (`js/src/types.ts`). Citations are
//! ids, to be looked up with [`crate::Engine::citation`]; decimals are texts, so that nothing rounds them on the way.

use crate::diagnostic::{Diagnostic, Params};
use crate::message::Locale;
use crate::trace::Step;

/// A finding with its words.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Stable while the same problem persists.
    pub key: String,
    /// `quota.exceeded`.
    pub code: &'static str,
    /// `error`, `warning`, `info`.
    pub severity: &'static str,
    /// The field; empty: the whole input.
    pub path: Vec<String>,
    /// What is wrong, with the arithmetic.
    pub message: String,
    /// What to do.
    pub help: Option<String>,
    /// What could be typed instead.
    pub fix: Option<Fix>,
    /// The values in the sentence, so that a portal may write its own.
    pub params: Params,
    /// Ids of citations.
    pub citations: Vec<String>,
}

/// A text to type instead.
#[derive(Clone, Debug)]
pub struct Fix {
    /// The text.
    pub text: String,
}

impl Finding {
    pub(crate) fn of(diagnostic: Diagnostic, locale: Locale) -> Finding {
        Finding {
            key: diagnostic.key(),
            message: locale.message(&diagnostic),
            help: locale.help(&diagnostic),
            code: diagnostic.code,
            severity: diagnostic.severity.id(),
            path: diagnostic.path,
            fix: diagnostic.fix.map(|text| Fix { text }),
            params: diagnostic.params,
            citations: diagnostic.citations,
        }
    }
}

/// A step with its words.
#[derive(Clone, Debug)]
pub struct TraceStep {
    /// Which kind of step.
    pub code: &'static str,
    /// The step in words.
    pub text: String,
    /// The values in it.
    pub params: Params,
    /// Ids of citations.
    pub citations: Vec<String>,
}

impl TraceStep {
    pub(crate) fn of(step: Step, locale: Locale) -> TraceStep {
        TraceStep {
            code: step.code,
            text: locale.step(&step),
            params: step.params,
            citations: step.citations,
        }
    }
}

/// A filled table.
#[derive(Clone, Debug)]
pub struct Breakdown<'e> {
    /// In the order of the table.
    pub rows: Vec<BreakdownRow<'e>>,
    /// Every row has a count and nothing contradicts.
    pub complete: bool,
    /// Findings.
    pub diagnostics: Vec<Finding>,
    /// How each figure arose, when asked for.
    pub trace: Option<Vec<TraceStep>>,
}

/// A row of a filled table.
#[derive(Clone, Debug)]
pub struct BreakdownRow<'e> {
    /// Its id.
    pub id: &'e str,
    /// What it is called.
    pub label: &'e str,
    /// How deep it is nested, as understood.
    pub depth: usize,
    /// `total`, `part`, `of-which`, `rest`, as understood.
    pub kind: &'static str,
    /// The count, typed or inferred.
    pub count: Option<u64>,
    /// The count as reports write it.
    pub count_text: Option<String>,
    /// Id of the row it is a share of.
    pub base: Option<&'e str>,
    /// The share, with a point.
    pub share: Option<String>,
    /// The share as reports write it.
    pub share_text: Option<String>,
    /// Not typed, but follows from the others.
    pub inferred: bool,
    /// Count minus the previous one; only when previous counts were given.
    pub change: Option<Option<i64>>,
}

/// The quotas of a subject for one group.
#[derive(Clone, Debug)]
pub struct QuotaReport<'e> {
    /// One for each quota of the subject.
    pub quotas: Vec<Quota<'e>>,
    /// The same without the proposal, when there is one.
    pub before: Option<Vec<Quota<'e>>>,
    /// Findings.
    pub diagnostics: Vec<Finding>,
    /// How each figure arose, when asked for.
    pub trace: Option<Vec<TraceStep>>,
}

/// One quota.
#[derive(Clone, Debug)]
pub struct Quota<'e> {
    /// Its id.
    pub id: &'e str,
    /// What it is called.
    pub label: &'e str,
    /// The limited grade.
    pub grade: &'e str,
    /// Under the enforced reading.
    pub state: &'static str,
    /// How many are at the grade.
    pub used: Option<u64>,
    /// The largest number that passes when people only move between this grade and the next.
    pub limit: Option<u64>,
    /// Limit minus used.
    pub headroom: Option<i64>,
    /// The smallest number at this grade and the next together at which the limit grows by one.
    pub next_slot_at: Option<u64>,
    /// Some readings of the text pass and some fail.
    pub disagree: bool,
    /// The headroom in words.
    pub summary: String,
    /// What it takes for one more place, in words.
    pub next_slot: Option<String>,
    /// Every reading.
    pub readings: Vec<QuotaReading<'e>>,
    /// The cap, with a point.
    pub percent: String,
    /// How sure the cap is.
    pub basis: &'static str,
    /// How sure the choice of the enforced reading is.
    pub reading_basis: &'static str,
    /// How a fraction of a place becomes a whole one.
    pub rounding: &'static str,
    /// Ids of citations.
    pub citations: Vec<&'e str>,
}

/// One quota under one reading.
#[derive(Clone, Debug)]
pub struct QuotaReading<'e> {
    /// `inclusive`, `exclusive`, `all-rated`.
    pub id: &'e str,
    /// What it is called.
    pub label: &'e str,
    /// Whether this one is enforced.
    pub enforced: bool,
    /// Whether the wording itself can be read so.
    pub from_text: bool,
    /// How many the percentage is taken of.
    pub base: Option<u64>,
    /// See [`Quota::limit`].
    pub limit: Option<u64>,
    /// See [`Quota::headroom`].
    pub headroom: Option<i64>,
    /// See [`Quota::next_slot_at`].
    pub next_slot_at: Option<u64>,
    /// Used over base, two decimals, half-up, with a point.
    pub share: Option<String>,
    /// The share as reports write it.
    pub share_text: Option<String>,
    /// Under this reading.
    pub state: &'static str,
    /// The arithmetic in words.
    pub arithmetic: String,
}
