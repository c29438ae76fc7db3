//! `engine.ballot` and `engine.targets`: votes read → what follows, what adds up, majorities → words; and goals held against
//! where the counts stand.

use super::Engine;
use super::breakdown::text_of;
use crate::ballot::{Tally, reach};
use crate::breakdown::{Cell, cell};
use crate::checks::{BallotFacts, of_ballot, of_target, unreadable};
use crate::decimal::{
    FieldKind, NumberReading, NumberStyle, Rounding, Typed, product, share, write_count, write_decimal,
    write_percent, write_plain,
};
use crate::diagnostic::Diagnostic;
use crate::report::{BallotReport, TargetReport, TargetStanding, TraceStep};
use crate::rulebook::ballot::{BALLOTS, grades};
use crate::rulebook::{EngineError, LocalText};
use crate::trace::Step;

/// What was counted.
#[derive(Clone, Debug)]
pub struct BallotInput<'a> {
    /// How it is voted on, as the rulebook says.
    pub on: BallotOn,
    /// What a share is of instead of what the rulebook says: a position in [`BALLOTS`].
    pub base: Option<usize>,
    /// Whether a valid ballot may leave an item unmarked.
    pub blank: bool,
    /// Who or what is voted on: id and label. Not asked where the rulebook names the criteria.
    pub items: Vec<(&'a str, &'a str)>,
    /// The groups of voters.
    pub groups: Vec<VoterGroup<'a>>,
    /// Whether to say how each figure arose.
    pub trace: bool,
}

/// What is voted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BallotOn {
    /// A ballot of the rulebook; its position.
    Rule(usize),
    /// The grades of a subject, of which the rulebook says no more; its position.
    Subject(usize),
}

/// The ballots of one group of voters, as typed.
#[derive(Clone, Debug)]
pub struct VoterGroup<'a> {
    /// What it is called.
    pub label: &'a str,
    /// In the order of [`BALLOTS`].
    pub ballots: [Typed<'a>; 6],
    /// Votes for each option of each item; missing ones are blank.
    pub votes: Vec<Typed<'a>>,
}

/// A goal and where the counts stand, as typed.
#[derive(Clone, Debug)]
pub struct TargetInput<'a> {
    /// Its id.
    pub id: &'a str,
    /// What it is called.
    pub label: &'a str,
    /// At least this percentage.
    pub at_least: Typed<'a>,
    /// How many reach it.
    pub count: Typed<'a>,
    /// Of how many.
    pub base: Typed<'a>,
    /// Id of the citation; empty when the rulebook has none.
    pub cite: &'a str,
}

/// Where a share is of nothing that was said.
const DEFAULT_BASE: usize = crate::ballot::VALID;

impl Engine {
    /// Counts ballots. Whatever was typed, there is an answer.
    pub fn ballot(&self, input: &BallotInput<'_>) -> Result<BallotReport, EngineError> {
        let missing = |code, message| EngineError::new(code, message);
        let rule = match input.on {
            BallotOn::Rule(at) => Some(self.rulebook.ballots.get(at).ok_or_else(|| {
                missing("usage.unknown-ballot", "no ballot stands at that place")
            })?),
            BallotOn::Subject(_) => None,
        };
        let options = match (rule, input.on) {
            (Some(rule), _) => rule.options.clone(),
            (None, BallotOn::Subject(at) | BallotOn::Rule(at)) => {
                let subject = self.rulebook.subjects.get(at);
                grades(subject.ok_or_else(|| {
                    missing("usage.unknown-subject", "no subject stands at that place")
                })?)
            }
        };
        let named: &LabelOf<'_> = &|text| text.in_locale(self.locale);
        let own = rule.map_or(&[][..], |rule| rule.items.as_slice());
        let items: Vec<(&str, &str)> = if own.is_empty() {
            input.items.clone()
        } else {
            own.iter().map(|item| (item.id.as_str(), named(&item.label))).collect()
        };
        let labels: Vec<&str> = options.iter().map(|option| named(&option.label)).collect();
        let ids: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
        let mut found = Vec::new();
        let several = input.groups.len() > 1;
        let mut groups = Vec::with_capacity(input.groups.len());
        for (at, group) in input.groups.iter().enumerate() {
            let name = if several { [group.label, ": "].concat() } else { String::new() };
            groups.push((read_group(at, group, &items, &ids, &mut found), name));
        }
        let tallies: Vec<Tally> = groups.iter().map(|(tally, _)| tally.clone()).collect();
        let total = Tally::total(&tallies, items.len(), options.len());
        let majority = rule.and_then(|rule| rule.majority.as_ref());
        let facts = BallotFacts {
            total: &total,
            groups: &groups,
            items: &items,
            options: &labels,
            majority,
            blank: input.blank,
        };
        of_ballot(&facts, &mut found);
        let base = input.base.or(rule.map(|rule| rule.base.value)).unwrap_or(DEFAULT_BASE);
        let cite = rule.map(|rule| rule.cite.as_str());
        let trace = input.trace.then(|| self.trace_ballot(&total, &items, &labels, base, cite));
        let outcomes = (0..items.len()).map(|item| {
            majority.map(|majority| {
                let needed = total.needed(majority.above.value, majority.of.value);
                (needed, total.carried(item, majority, majority.of.value))
            })
        });
        Ok(BallotReport {
            base,
            ordered: rule.map_or(options.len(), |rule| rule.ordered),
            most: (0..items.len()).map(|item| total.most(item)).collect(),
            majorities: outcomes.collect(),
            total,
            groups: tallies,
            diagnostics: self.findings(found),
            trace,
        })
    }

    fn trace_ballot(
        &self,
        total: &Tally,
        items: &[(&str, &str)],
        options: &[&str],
        base: usize,
        cite: Option<&str>,
    ) -> Vec<TraceStep> {
        let mut steps = Vec::new();
        let Some(of) = total.count(base) else { return steps };
        for (item, (_, label)) in items.iter().enumerate() {
            for (at, option) in options.iter().enumerate() {
                let Some(votes) = total.vote(item, at) else { continue };
                let Some(exact) = share(votes, of, 2, Rounding::HalfUp) else { continue };
                let params = vec![
                    ("item", (*label).to_owned()),
                    ("option", (*option).to_owned()),
                    ("votes", write_count(votes)),
                    ("base", write_count(of)),
                    ("of", BALLOTS.get(base).copied().unwrap_or_default().to_owned()),
                    ("share", write_percent(exact)),
                ];
                let citations = cite.map(str::to_owned).into_iter().collect();
                steps.push(TraceStep::of(Step { code: "ballot", params, citations }, self.locale));
            }
        }
        steps
    }

    /// Goals and where the counts stand.
    pub fn targets(&self, targets: &[TargetInput<'_>]) -> TargetReport {
        let mut found = Vec::new();
        let mut standings = Vec::with_capacity(targets.len());
        for target in targets {
            let percent_path = ["targets", target.id, "atLeast"];
            let percent = match read(target.at_least, FieldKind::Percent, &percent_path, &mut found) {
                NumberReading::Value(percent) => Some(percent),
                _ => None,
            };
            let mut counted = |typed, what| {
                let path = ["counts", target.id, what];
                match cell(&read(typed, FieldKind::Count, &path, &mut found)) {
                    Cell::Count(count) => Some(count),
                    _ => None,
                }
            };
            let (count, base) = (counted(target.count, "count"), counted(target.base, "of"));
            let both = count.zip(base);
            let reach = percent.zip(both).map(|(percent, (count, base))| reach(percent, count, base));
            if let Some(mut wrong) = both.and_then(|(count, base)| of_target(target.id, target.label, count, base)) {
                if !target.cite.is_empty() {
                    wrong.cite(target.cite);
                }
                found.push(wrong);
            }
            let share = both.and_then(|(count, base)| share(count, base, 2, Rounding::HalfUp));
            let key = match reach.and_then(|reach| reach.reached) {
                Some(true) => "target.reached",
                Some(false) => "target.short",
                None => "target.unknown",
            };
            let decimal = |value| write_decimal(value, NumberStyle::default());
            let exact = percent.zip(base).and_then(|(percent, base)| product(percent, base));
            let params = [
                ("count", count.map_or_else(String::new, write_count)),
                ("base", base.map_or_else(String::new, write_count)),
                ("share", share.map_or_else(String::new, write_percent)),
                ("target", percent.map_or_else(String::new, write_percent)),
                ("product", exact.map_or_else(String::new, decimal)),
                ("needed", reach.map_or_else(String::new, |reach| write_count(reach.needed))),
                ("more", reach.map_or_else(String::new, |reach| write_count(reach.more))),
            ];
            standings.push(TargetStanding {
                percent: percent.map(write_plain),
                count,
                base,
                share,
                reach,
                summary: self.locale.phrase(key, &params),
            });
        }
        TargetReport { standings, diagnostics: self.findings(found) }
    }
}

type LabelOf<'l> = dyn Fn(&'l LocalText) -> &'l str + 'l;

fn read_group(
    at: usize,
    group: &VoterGroup<'_>,
    items: &[(&str, &str)],
    options: &[&str],
    found: &mut Vec<Diagnostic>,
) -> Tally {
    let at = write_count(u64::try_from(at).unwrap_or(0));
    let mut ballots = [Cell::Blank; 6];
    for ((place, typed), id) in ballots.iter_mut().zip(group.ballots).zip(BALLOTS) {
        *place = cell(&read(typed, FieldKind::Count, &["groups", &at, id], found));
    }
    let mut typed = group.votes.iter().copied();
    let mut votes = Vec::with_capacity(items.len());
    for (item, _) in items {
        let mut row = Vec::with_capacity(options.len());
        for option in options {
            let one = typed.next().unwrap_or(Typed::Blank);
            let path = ["groups", &at, "votes", item, option];
            row.push(match cell(&read(one, FieldKind::Count, &path, found)) {
                Cell::Count(count) => Some(count),
                _ => None,
            });
        }
        votes.push(row);
    }
    Tally::of(ballots, votes)
}

fn read(typed: Typed<'_>, kind: FieldKind, path: &[&str], found: &mut Vec<Diagnostic>) -> NumberReading {
    let reading = typed.read(kind);
    found.extend(unreadable(&reading, text_of(&typed), path));
    reading
}
