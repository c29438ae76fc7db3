//! `engine.quota`: tally read → every quota under every reading → checks → words.

use super::Engine;
use super::breakdown::read_count;
use super::raised::{RaisedInput, read_raised};
use crate::breakdown::Cell;
use crate::checks::{QuotaFacts, of_quota, proposal_impossible, size_exceeded};
use crate::decimal::{
    Decimal, MAX_COUNT, NumberStyle, Typed, places, product, write_count, write_decimal, write_percent,
};
use crate::diagnostic::Diagnostic;
use crate::message::Phrase;
use crate::quota::{Decided, GroupSize, Outcome, Standing, State, Tally, outcome, tally_size};
use crate::report::{Quota, QuotaReport, TraceStep};
use crate::rulebook::{EngineError, QuotaRule, Subject};
use crate::trace::Step;

/// A group's counts. Lists are in the order of the subject's grades; missing entries are blank.
#[derive(Clone, Debug)]
pub struct QuotaInput<'a> {
    /// Counts per grade, as typed.
    pub tally: Vec<Typed<'a>>,
    /// All members of the group, rated or not.
    pub size: Typed<'a>,
    /// A higher rate decided for the group.
    pub raised: RaisedInput<'a>,
    /// A change to try: added to the tally.
    pub propose: Vec<i64>,
    /// Whether to say how it stands without the change, too.
    pub compare: bool,
    /// Whether to say how each figure arose.
    pub trace: bool,
}

impl Default for QuotaInput<'_> {
    fn default() -> Self {
        QuotaInput {
            tally: Vec::new(),
            size: Typed::Blank,
            raised: RaisedInput::default(),
            propose: Vec::new(),
            compare: true,
            trace: false,
        }
    }
}

impl Engine {
    /// Every quota of a subject for one group, under every reading.
    pub fn quota(&self, subject: &str, input: &QuotaInput<'_>) -> Result<QuotaReport<'_>, EngineError> {
        let (at, _) = self.rulebook.subject(subject)?;
        self.quota_of(at, input)
    }

    /// The same for the subject at a position of the rulebook.
    pub(crate) fn quota_of(
        &self,
        subject_at: usize,
        input: &QuotaInput<'_>,
    ) -> Result<QuotaReport<'_>, EngineError> {
        let (mut report, found) = self.quota_found(subject_at, input)?;
        report.diagnostics = self.findings(found);
        Ok(report)
    }

    /// The same with its findings beside it, not yet in words.
    pub(super) fn quota_found(
        &self,
        subject_at: usize,
        input: &QuotaInput<'_>,
    ) -> Result<(QuotaReport<'_>, Vec<Diagnostic>), EngineError> {
        let Some(subject) = self.rulebook.subjects.get(subject_at) else {
            return Err(EngineError::new("usage.unknown-subject", "no subject stands at that place"));
        };
        let mut diagnostics = Vec::new();
        let tally = read_tally(subject, input, &mut diagnostics);
        let mut size = read_size(input.size, &mut diagnostics);
        let raised = read_raised(&input.raised, &mut diagnostics);
        let proposed = self.proposed(subject, &tally, &input.propose, &mut diagnostics);
        // A group has at least as many as are rated in it.
        let rated = tally_size(subject, proposed.as_ref().unwrap_or(&tally)).value();
        if let Some(said) = size.filter(|said| said.value() < rated) {
            size = Some(GroupSize::Known(rated));
            diagnostics.push(size_exceeded(subject.noun.in_locale(self.locale), said.value(), rated));
        }
        let group = Group { subject_at, subject, size, raised, trace: input.trace };
        let before = proposed.as_ref().filter(|_| input.compare).map(|_| self.judge_tally(&group, &tally).0);
        let (quotas, found) = self.judge_tally(&group, proposed.as_ref().unwrap_or(&tally));
        diagnostics.extend(found);
        let trace = input.trace.then(|| self.trace_quotas(&quotas));
        Ok((QuotaReport { quotas, before, diagnostics: Vec::new(), trace }, diagnostics))
    }

    /// Every quota of a subject for a tally, and what there is to find.
    fn judge_tally(&self, group: &Group<'_>, tally: &Tally) -> (Vec<Quota<'_>>, Vec<Diagnostic>) {
        let subject = group.subject;
        let size = group.size.unwrap_or_else(|| tally_size(subject, tally));
        let mut quotas = Vec::new();
        let mut found = Vec::new();
        let rules = self.rulebook.quotas.iter().zip(&self.enforced);
        for (rule, enforced) in rules.filter(|(rule, _)| rule.subject == group.subject_at) {
            let raised = group.raised.map(|decided| (decided, decided.under(rule)));
            let (percent, raising) = match raised {
                Some((decided, Standing::Applied)) => (decided.percent, rule.raised.as_ref()),
                _ => (rule.percent.value, None),
            };
            let readings = rule.readings.iter();
            let outcomes: Vec<Outcome> =
                readings.map(|reading| outcome(rule, percent, reading, subject, tally, size)).collect();
            let facts = QuotaFacts {
                rule,
                percent,
                raised,
                raising,
                subject,
                tally,
                outcomes: &outcomes,
                enforced: *enforced,
                size,
                locale: self.locale,
            };
            of_quota(&facts, &mut found);
            quotas.push(self.quota_report(rule, &facts, group.trace));
        }
        (quotas, found)
    }

    /// The tally with the proposal on top; `None` when there is none, or when it cannot be.
    fn proposed(
        &self,
        subject: &Subject,
        tally: &Tally,
        changes: &[i64],
        out: &mut Vec<Diagnostic>,
    ) -> Option<Tally> {
        if changes.iter().all(|change| *change == 0) {
            return None;
        }
        let changes = changes.iter().copied().chain(std::iter::repeat(0));
        let mut possible = true;
        let proposed = subject.grades.iter().zip(tally).zip(changes).map(|((grade, count), change)| {
            let count = (*count)?;
            let sum = count.checked_add_signed(change).filter(|sum| *sum <= MAX_COUNT);
            if sum.is_none() {
                possible = false;
                out.push(proposal_impossible(&grade.id, grade.label.in_locale(self.locale), count, change));
            }
            sum
        });
        let proposed: Tally = proposed.collect();
        possible.then_some(proposed)
    }

    fn quota_report<'e>(&'e self, rule: &'e QuotaRule, facts: &QuotaFacts<'_>, trace: bool) -> Quota<'e> {
        let used = facts.tally.get(rule.grade).copied().flatten();
        let words = Words { engine: self, rule, percent: facts.percent, subject: facts.subject, used };
        let own = facts.outcomes.get(facts.enforced);
        let arithmetic = || facts.outcomes.iter().map(|outcome| words.arithmetic(outcome)).collect();
        Quota {
            rule,
            percent: facts.percent,
            raising: facts.raising.and(rule.raised.as_ref()),
            used,
            enforced: facts.enforced,
            summary: words.summary(own),
            next_slot: own.and_then(|own| words.next_slot(own)),
            balance: own.and_then(|own| words.balance(own)),
            arithmetic: trace.then(arithmetic),
            outcomes: facts.outcomes.to_vec(),
        }
    }

    fn trace_quotas(&self, quotas: &[Quota<'_>]) -> Vec<TraceStep> {
        let mut steps = Vec::new();
        for quota in quotas {
            let readings = quota.rule.readings.iter().zip(quota.arithmetic.iter().flatten());
            for (reading, arithmetic) in readings {
                let params = vec![
                    ("quota", quota.rule.label.in_locale(self.locale).to_owned()),
                    ("reading", reading.label.in_locale(self.locale).to_owned()),
                    ("arithmetic", arithmetic.clone()),
                ];
                let mut citations = vec![quota.rule.percent.cite.clone()];
                citations.extend(quota.raising.map(|raising| raising.cite.clone()));
                steps.push(TraceStep::of(Step { code: "quota", params, citations }, self.locale));
            }
        }
        steps
    }
}

fn read_tally(subject: &Subject, input: &QuotaInput<'_>, diagnostics: &mut Vec<Diagnostic>) -> Tally {
    let typed = input.tally.iter().copied().chain(std::iter::repeat(Typed::Blank));
    let counts = subject.grades.iter().zip(typed);
    counts.map(|(grade, typed)| count_in(read_count(typed, ["tally", &grade.id], diagnostics))).collect()
}

fn read_size(typed: Typed<'_>, diagnostics: &mut Vec<Diagnostic>) -> Option<GroupSize> {
    count_in(read_count(typed, ["group", "size"], diagnostics)).map(GroupSize::Known)
}

fn count_in(cell: Cell) -> Option<u64> {
    if let Cell::Count(count) = cell { Some(count) } else { None }
}

/// What is asked of every quota: all but the tally, which a proposal changes.
struct Group<'a> {
    subject_at: usize,
    subject: &'a Subject,
    size: Option<GroupSize>,
    raised: Option<Decided<'a>>,
    trace: bool,
}

/// The sentences of one quota.
struct Words<'e> {
    engine: &'e Engine,
    rule: &'e QuotaRule,
    percent: Decimal,
    subject: &'e Subject,
    used: Option<u64>,
}

impl Words<'_> {
    fn grade(&self, at: Option<usize>) -> &str {
        at.and_then(|at| self.subject.grades.get(at))
            .map_or("", |grade| grade.label.in_locale(self.engine.locale))
    }

    fn summary(&self, outcome: Option<&Outcome>) -> String {
        let locale = self.engine.locale;
        let known =
            outcome.and_then(|outcome| Some((outcome.state, outcome.headroom?, outcome.limit?, self.used?)));
        let Some((state, headroom, limit, used)) = known else { return locale.word("quota.unknown") };
        let phrase = match state {
            State::Exceeded => const { Phrase::of("quota.exceeded") },
            State::Full if limit == 0 => const { Phrase::of("quota.none") },
            State::Full => const { Phrase::of("quota.full") },
            _ => const { Phrase::of("quota.open") },
        };
        let params = [
            ("left", write_count(headroom.unsigned_abs())),
            ("grade", self.grade(Some(self.rule.grade)).to_owned()),
            ("limit", write_count(limit)),
            ("used", write_count(used)),
        ];
        locale.phrase_at(phrase, &params)
    }

    fn next_slot(&self, outcome: &Outcome) -> Option<String> {
        let more = outcome.next_slot_at?.checked_sub(outcome.reach?)?;
        let params = [
            ("more", write_count(more)),
            ("noun", self.subject.noun.in_locale(self.engine.locale).to_owned()),
            ("next", self.grade(self.rule.next).to_owned()),
        ];
        Some(self.engine.locale.phrase_at(const { Phrase::of("quota.next-slot") }, &params))
    }

    /// Counts, never names: who is for people to decide.
    fn balance(&self, outcome: &Outcome) -> Option<String> {
        let title = self.subject.grades.get(self.rule.grade).is_some_and(|grade| grade.within.is_some());
        let params = [
            ("over", write_count(outcome.over()?)),
            ("noun", self.subject.noun.in_locale(self.engine.locale).to_owned()),
            ("grade", self.grade(Some(self.rule.grade)).to_owned()),
            ("next", self.grade(self.rule.next).to_owned()),
            ("limit", write_count(outcome.limit?)),
            ("base", write_count(outcome.base_at_limit?)),
            ("share", outcome.share_at_limit().map_or_else(|| "–".to_owned(), write_percent)),
        ];
        let (of_title, of_grade) = const { (Phrase::of("quota.balance-title"), Phrase::of("quota.balance")) };
        let mut text = self.engine.locale.phrase_at(if title { of_title } else { of_grade }, &params);
        if let Some(overflow) = &self.rule.overflow {
            let order = overflow.value.in_locale(self.engine.locale).to_owned();
            text.push_str(&self.engine.locale.phrase("quota.overflow", &[("order", order)]));
        }
        Some(text)
    }

    fn arithmetic(&self, outcome: &Outcome) -> String {
        let locale = self.engine.locale;
        let known =
            self.used.and_then(|used| Some((used, outcome.base?, outcome.limit?, outcome.base_at_limit?)));
        let Some((used, base, limit, base_at_limit)) = known else {
            return locale.word("arithmetic.unknown");
        };
        let (percent, rounding) = (self.percent, self.rule.rounding.value);
        // Where the base moves, why no more: with one more than the limit, the percentage gives too little.
        let beyond = outcome.base_beyond.filter(|beyond| *beyond != base_at_limit);
        let of = beyond.unwrap_or(base_at_limit);
        let (gives, exact) = (places(percent, of, rounding), product(percent, of));
        let values = [
            ("used", write_count(used)),
            ("base", write_count(base)),
            ("share", outcome.share(self.used).map_or_else(|| "–".to_owned(), write_percent)),
            ("limit", write_count(limit)),
            ("beyond", write_count(limit.saturating_add(1))),
            ("percent", write_percent(percent)),
            ("of", write_count(of)),
            ("product", exact.map_or_else(String::new, |p| write_decimal(p, NumberStyle::default()))),
            ("rounded", if exact.is_some_and(|p| p.scale() == 0) { "" } else { "gives" }.to_owned()),
            ("rounding", rounding.id().to_owned()),
            ("gives", write_count(gives)),
            (
                "below",
                self.rule
                    .small_group
                    .as_ref()
                    .map_or_else(String::new, |small| write_count(small.below.value)),
            ),
        ];
        let key = match () {
            () if outcome.small_group => "arithmetic.small-group",
            () if beyond.is_some() => "arithmetic.moving",
            () if gives > limit => "arithmetic.reach",
            () => "arithmetic.fixed",
        };
        locale.phrase(key, &values)
    }
}
