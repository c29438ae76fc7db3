//! `engine.ballot` and `engine.targets`: votes read → what follows, what adds up, majorities → words; and goals held against
//! where the counts stand.

use super::Engine;
use super::breakdown::text_of;
use crate::ballot::{Tally, Votes, most, reach};
use crate::breakdown::{Cell, cell};
use crate::checks::{BallotFacts, Named, digits, of_ballot, of_target, unreadable};
use crate::decimal::{
    FieldKind, NumberReading, NumberStyle, Rounding, Typed, product, share, write_count, write_decimal,
    write_percent, write_plain,
};
use crate::diagnostic::{Diagnostic, Params};
use crate::report::{BallotReport, TargetReport, TargetStanding};
use crate::rulebook::EngineError;
use crate::rulebook::ballot::BALLOTS;
use crate::rulebook::form::Choice;

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

impl Engine {
    /// Counts ballots. Whatever was typed, there is an answer.
    pub fn ballot(&self, input: &BallotInput<'_>) -> Result<BallotReport, EngineError> {
        let rule = if let BallotOn::Rule(at) = input.on { self.rulebook.ballots.get(at) } else { None };
        let subject =
            if let BallotOn::Subject(at) = input.on { self.rulebook.subjects.get(at) } else { None };
        let mut options: Vec<Named<'_>> = Vec::new();
        let mut items: Vec<Named<'_>> = Vec::new();
        match (rule, subject) {
            (Some(rule), _) => {
                options.extend(rule.options.iter().map(|choice| self.named(choice)));
                items.extend(rule.items.iter().map(|choice| self.named(choice)));
            }
            (None, Some(subject)) => {
                let own = subject.grades.iter().filter(|grade| grade.within.is_none());
                options.extend(own.map(|grade| (grade.id.as_str(), grade.label.in_locale(self.locale))));
            }
            _ => return Err(EngineError::new("usage.unknown-ballot", "no ballot stands at that place")),
        }
        if items.is_empty() {
            items.extend(&input.items);
        }
        let mut found = Vec::new();
        let mut groups = Vec::with_capacity(input.groups.len());
        for group in &input.groups {
            groups.push(read_group(groups.len(), group, &items, &options, &mut found));
        }
        let total = Tally::total(&groups, items.len(), options.len());
        let majority = rule.and_then(|rule| rule.majority.as_ref());
        let names: Vec<&str> = input.groups.iter().map(|group| group.label).collect();
        of_ballot(
            &BallotFacts {
                total: &total,
                groups: &groups,
                names: &names,
                items: &items,
                options: &options,
                majority,
                blank: input.blank,
            },
            &mut found,
        );
        let mut majorities = Vec::new();
        for item in 0..items.len() {
            majorities.push(majority.map(|majority| {
                let of = majority.of.value;
                (total.needed(majority.above.value, of), total.carried(item, majority, of))
            }));
        }
        Ok(BallotReport {
            // Where nobody says what a share is of, of the valid ballots.
            base: input.base.or(rule.map(|rule| rule.base.value)).unwrap_or(crate::ballot::VALID),
            ordered: rule.map_or(options.len(), |rule| rule.ordered),
            most: total.votes.iter().map(|votes| most(votes)).collect(),
            majorities,
            total,
            groups,
            diagnostics: self.findings(found),
        })
    }

    fn named<'e>(&'e self, choice: &'e Choice) -> Named<'e> {
        (&choice.id, choice.label.in_locale(self.locale))
    }

    /// Goals and where the counts stand.
    pub fn targets(&self, targets: &[TargetInput<'_>]) -> TargetReport {
        let mut found = Vec::new();
        let standings = targets.iter().map(|target| self.standing(target, &mut found)).collect();
        TargetReport { standings, diagnostics: self.findings(found) }
    }

    fn standing(&self, target: &TargetInput<'_>, found: &mut Vec<Diagnostic>) -> TargetStanding {
        let path = ["targets", target.id, "atLeast"];
        let percent = match read(target.at_least, FieldKind::Percent, &path, found) {
            NumberReading::Value(percent) => Some(percent),
            _ => None,
        };
        let count = read_count(target.count, &["counts", target.id, "count"], found);
        let base = read_count(target.base, &["counts", target.id, "of"], found);
        let mut standing =
            TargetStanding { percent: None, count, base, share: None, reach: None, summary: String::new() };
        let mut params: Params = Vec::new();
        let mut key = "target.unknown";
        if let (Some(percent), Some(count), Some(base)) = (percent, count, base) {
            if count > base {
                let mut wrong = of_target(target.id, target.label, count, base);
                if !target.cite.is_empty() {
                    wrong.cite(target.cite);
                }
                found.push(wrong);
            }
            let reach = reach(percent, count, base);
            if let (Some(reached), Some(exact)) = (reach.reached, share(count, base, 2, Rounding::HalfUp)) {
                key = if reached { "target.reached" } else { "target.short" };
                let needs = product(percent, base).unwrap_or_default();
                params = vec![
                    ("count", write_count(count)),
                    ("base", write_count(base)),
                    ("share", write_percent(exact)),
                    ("target", write_percent(percent)),
                    ("product", write_decimal(needs, NumberStyle::default())),
                    ("needed", write_count(reach.needed)),
                    ("more", write_count(reach.more)),
                ];
                standing.share = Some(exact);
            }
            standing.reach = Some(reach);
        }
        standing.percent = percent.map(write_plain);
        standing.summary = self.locale.phrase(key, &params);
        standing
    }
}

fn read_group(
    at: usize,
    group: &VoterGroup<'_>,
    items: &[Named<'_>],
    options: &[Named<'_>],
    found: &mut Vec<Diagnostic>,
) -> Tally {
    let at = digits(at);
    let mut ballots = [Cell::Blank; 6];
    for ((place, typed), id) in ballots.iter_mut().zip(&group.ballots).zip(BALLOTS) {
        *place = read_cell(*typed, &["groups", &at, id], found);
    }
    let mut typed = group.votes.iter();
    let mut votes: Vec<Votes> = Vec::with_capacity(items.len());
    for (item, _) in items {
        let mut row = Vec::with_capacity(options.len());
        for (option, _) in options {
            let one = typed.next().copied().unwrap_or(Typed::Blank);
            row.push(read_count(one, &["groups", &at, "votes", item, option], found));
        }
        votes.push(row);
    }
    Tally::of(ballots, votes)
}

fn read_count(typed: Typed<'_>, path: &[&str], found: &mut Vec<Diagnostic>) -> Option<u64> {
    if let Cell::Count(count) = read_cell(typed, path, found) { Some(count) } else { None }
}

fn read_cell(typed: Typed<'_>, path: &[&str], found: &mut Vec<Diagnostic>) -> Cell {
    cell(&read(typed, FieldKind::Count, path, found))
}

#[inline(never)]
fn read(typed: Typed<'_>, kind: FieldKind, path: &[&str], found: &mut Vec<Diagnostic>) -> NumberReading {
    let reading = typed.read(kind);
    found.extend(unreadable(&reading, kind, text_of(&typed), path));
    reading
}
