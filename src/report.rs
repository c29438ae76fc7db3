//! What the engine answers: facts, and the sentences about them. Citations are ids, to be looked up with
//! [`crate::Engine::citation`].

use crate::ballot::{Reach, Tally};
use crate::breakdown::{Change, Filled};
use crate::citation::Citation;
use crate::date::Date;
use crate::decimal::Decimal;
use crate::diagnostic::{Diagnostic, Params};
use crate::message::Locale;
use crate::quota::{Outcome, first_judged};
use crate::rating::Rated;
use crate::rulebook::{Cited, Deadline, QuotaRule, Table};
use crate::trace::Step;

/// A finding with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The text.
    pub text: String,
}

impl Finding {
    pub(crate) fn of(diagnostic: Diagnostic, locale: Locale) -> Finding {
        let (message, help) = locale.sentences(&diagnostic);
        let mut key = String::with_capacity(64);
        diagnostic.push_key(&mut key);
        Finding {
            key,
            message,
            help,
            code: diagnostic.code,
            severity: diagnostic.severity.id(),
            path: diagnostic.told_at.map_or(diagnostic.path, |field| vec![field]),
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
pub struct Breakdown<'t> {
    /// The table that was filled.
    pub table: &'t Table,
    /// Counts, shares and what is understood otherwise than the table says; one for each row of it.
    pub filled: Filled,
    /// What became of each row since last year; only when previous counts were given.
    pub changes: Option<Vec<RowChange>>,
    /// Every row has a count and nothing contradicts.
    pub complete: bool,
    /// Findings.
    pub diagnostics: Vec<Finding>,
    /// How each figure arose, when asked for.
    pub trace: Option<Vec<TraceStep>>,
}

/// What became of a row since last year.
#[derive(Clone, Debug)]
pub struct RowChange {
    /// The figures.
    pub change: Change,
    /// The count's in words: `giảm 32 đồng chí`.
    pub text: Option<String>,
    /// The share's in words: `tăng 1,25 điểm phần trăm`.
    pub points_text: Option<String>,
}

/// A form checked and rated.
#[derive(Clone, Debug)]
pub struct Report<'e> {
    /// Position of the form in the rulebook.
    pub form: usize,
    /// What it is rated as; `None` when the form rates nobody, or this person is not rated.
    pub rated: Option<Rated>,
    /// The quotas of the unit with this person on top, when the unit was given.
    pub quotas: Vec<Quota<'e>>,
    /// Everything required is answered and nothing is an error.
    pub complete: bool,
    /// Findings, in the order of the form's fields.
    pub diagnostics: Vec<Finding>,
    /// How the rating arose.
    pub trace: Vec<TraceStep>,
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

/// One quota for one group.
#[derive(Clone, Debug)]
pub struct Quota<'e> {
    /// The rule.
    pub rule: &'e QuotaRule,
    /// The percentage in force.
    pub percent: Decimal,
    /// What lets a higher rate than the rule's stand, when one is applied.
    pub raising: Option<&'e Cited<Decimal>>,
    /// How many are at the limited grade.
    pub used: Option<u64>,
    /// One outcome for each reading of the rule.
    pub outcomes: Vec<Outcome>,
    /// Position of the reading enforced.
    pub enforced: usize,
    /// The headroom in words.
    pub summary: String,
    /// What it takes for one more place, in words.
    pub next_slot: Option<String>,
    /// The fewest changes that keep the enforced reading, in words, when it is exceeded.
    pub balance: Option<String>,
    /// The arithmetic of each reading in words, when a trace was asked for.
    pub arithmetic: Option<Vec<String>>,
}

impl Quota<'_> {
    /// Under the enforced reading.
    pub fn outcome(&self) -> Option<&Outcome> {
        self.outcomes.get(self.enforced)
    }

    /// Some readings of the text pass and some fail.
    pub fn disagree(&self) -> bool {
        let judged = |passes| first_judged(self.rule, &self.outcomes, passes).is_some();
        judged(true) && judged(false)
    }
}

/// Working days, counted.
#[derive(Clone, Debug)]
pub struct WorkingDays {
    /// Not counted.
    pub from: Date,
    /// Counted, when it is a working day.
    pub to: Date,
    /// Counted backwards.
    pub back: bool,
    /// How many days were worked.
    pub working: u32,
    /// How many days of the calendar.
    pub days: u32,
    /// In words.
    pub text: String,
    /// Days that are not what their place in the week says.
    pub exceptions: Vec<DayOff>,
    /// Why the days are only expected.
    pub note: Option<String>,
    /// Where it is written.
    pub citations: Vec<Citation>,
}

/// A day that is not what its place in the week says.
#[derive(Clone, Debug)]
pub struct DayOff {
    /// The day.
    pub date: Date,
    /// Agencies work.
    pub works: bool,
    /// `holiday`, `in-lieu`, `swapped`, `worked`.
    pub kind: &'static str,
    /// Why, in words.
    pub label: String,
    /// Expected only.
    pub provisional: bool,
}

/// The deadlines of a year.
#[derive(Clone, Debug)]
pub struct Deadlines<'e> {
    /// The year that is rated.
    pub year: u16,
    /// One for each deadline of the rulebook.
    pub days: Vec<DeadlineDay<'e>>,
}

/// A deadline and its day.
#[derive(Clone, Debug)]
pub struct DeadlineDay<'e> {
    /// The rule.
    pub rule: &'e Deadline,
    /// The day as the text has it; none without the meeting it depends on.
    pub date: Option<Date>,
    /// The last working day that keeps it however its words are read.
    pub safe: Option<Date>,
    /// Why that day itself is off, when it is.
    pub day_off: Option<String>,
    /// In words.
    pub text: String,
    /// Why the days are only expected.
    pub note: Option<String>,
}

/// A report in prose, read.
#[derive(Clone, Debug)]
pub struct Audit<'e> {
    /// Every number found.
    pub figures: Vec<AuditFigure>,
    /// What is said of counts and shares.
    pub claims: Vec<AuditClaim>,
    /// What adds up to what.
    pub relations: Vec<AuditRelation>,
    /// The quotas of each group whose grades the text gives.
    pub quotas: Vec<AuditQuota<'e>>,
    /// How many claims and relations could be checked.
    pub checked: u64,
    /// How many findings are more than worth knowing.
    pub to_look: u64,
    /// Findings, in the order of the text.
    pub diagnostics: Vec<Placed>,
    /// What was worked out, when asked for.
    pub trace: Option<Vec<TraceStep>>,
}

/// A number in prose.
#[derive(Clone, Debug)]
pub struct AuditFigure {
    /// Where, in units of UTF-16.
    pub span: (u32, u32),
    /// Its value; of a fraction, the upper number; none of what counts nothing.
    pub value: Option<Decimal>,
    /// `count`, `percent`, `fraction`, `other`.
    pub kind: &'static str,
}

/// A count, its share and its base, in prose.
#[derive(Clone, Debug)]
pub struct AuditClaim {
    /// Where, in units of UTF-16.
    pub span: (u32, u32),
    /// The count, when one is printed.
    pub count: Option<u64>,
    /// What it is a share of.
    pub base: Option<u64>,
    /// `stated` in the claim, or `inferred` from its surroundings.
    pub base_from: Option<&'static str>,
    /// The share as printed.
    pub stated: Option<Decimal>,
    /// The share at four decimals.
    pub exact: Option<Decimal>,
    /// `share`, `change`, `plan`, `ratio`.
    pub kind: &'static str,
    /// `right`, `coarse`, `hedged`, `truncated`, `wrong`, `other-base`, `unresolved`; none where no share is printed.
    pub verdict: Option<&'static str>,
}

/// Parts and their whole, in prose.
#[derive(Clone, Debug)]
pub struct AuditRelation {
    /// Where, in units of UTF-16.
    pub span: (u32, u32),
    /// `sum`, `subset`, `fraction`.
    pub kind: &'static str,
    /// The whole.
    pub whole: u64,
    /// Its parts.
    pub parts: Vec<u64>,
    /// Whether they are the whole.
    pub holds: bool,
}

/// The quotas of a group that a text gives the grades of.
#[derive(Clone, Debug)]
pub struct AuditQuota<'e> {
    /// Where its best grade stands, in units of UTF-16.
    pub span: (u32, u32),
    /// Position of the subject in the rulebook.
    pub subject: usize,
    /// One for each quota of the subject.
    pub quotas: Vec<Quota<'e>>,
}

/// A finding in prose, and where: units of UTF-16.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The finding.
    pub finding: Finding,
    /// What it is about, and what its fix replaces.
    pub span: (u32, u32),
}

/// Ballots counted.
#[derive(Clone, Debug)]
pub struct BallotReport {
    /// What a share is of: a position in [`crate::rulebook::ballot::BALLOTS`].
    pub base: usize,
    /// The first so many options go from best to worst.
    pub ordered: usize,
    /// All groups of voters together.
    pub total: Tally,
    /// Each group by itself.
    pub groups: Vec<Tally>,
    /// For each item the options with the most votes, once all votes are there; two or more are a tie.
    pub most: Vec<Vec<usize>>,
    /// For each item, where the rulebook names a majority.
    pub majorities: Vec<Option<Carried>>,
    /// Findings.
    pub diagnostics: Vec<Finding>,
}

/// The votes a majority takes, and which option has them, if any; nothing while votes that may decide it are missing.
pub type Carried = (Option<u64>, Option<Option<usize>>);

/// Goals and where the counts stand.
#[derive(Clone, Debug)]
pub struct TargetReport {
    /// One for each goal.
    pub standings: Vec<TargetStanding>,
    /// Findings.
    pub diagnostics: Vec<Finding>,
}

/// Where the counts stand to a goal.
#[derive(Clone, Debug)]
pub struct TargetStanding {
    /// At least this percentage.
    pub percent: Option<String>,
    /// How many reach it.
    pub count: Option<u64>,
    /// Of how many.
    pub base: Option<u64>,
    /// Count as a percentage of the base.
    pub share: Option<Decimal>,
    /// Whether that is enough, and what is missing.
    pub reach: Option<Reach>,
    /// The same in words, with the arithmetic.
    pub summary: String,
}
