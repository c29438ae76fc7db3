//! Counted ballots and goals across the border. In: cells, a group of voters or a goal to a column. Out: JSON, with figures as
//! flat lists, because JavaScript knows every id and label already.

use super::cells;
use super::json::Json;
use super::shapes::finding;
use crate::ballot::Tally;
use crate::decimal::{Decimal, Rounding, share, write_percent, write_plain};
use crate::engine::{BallotInput, BallotOn, Engine, TargetInput, VoterGroup};
use crate::report::{BallotReport, TargetReport};
use crate::rulebook::EngineError;
use crate::rulebook::ballot::BALLOTS;
use crate::text::pieces;

/// Counts ballots. `rule` or else `subject` is a position of the rulebook, the other below zero; `base` below zero: as the
/// rulebook says. `items`: id and label in turns. `groups`: for each its label, the six counts of `BALLOTS`, the votes.
pub fn ballot(
    engine: &Engine,
    rule: i32,
    subject: i32,
    base: i32,
    blank: bool,
    items: &str,
    groups: &str,
) -> Result<String, EngineError> {
    let place = |at: i32| usize::try_from(at).ok();
    let on = place(rule).map_or(BallotOn::Subject(place(subject).unwrap_or(usize::MAX)), BallotOn::Rule);
    let mut named = pieces(items, cells::SEPARATOR);
    let mut pairs = Vec::new();
    while let (Some(id), Some(label)) = (named.next(), named.next()) {
        pairs.push((id, label));
    }
    let groups =
        if groups.is_empty() { Vec::new() } else { pieces(groups, cells::COLUMN).map(group).collect() };
    let base = place(base).filter(|at| *at < BALLOTS.len());
    let report = engine.ballot(&BallotInput { on, base, blank, items: pairs, groups })?;
    Ok(Json::text(|j| j.object(|j| write(j, &report))))
}

fn group(text: &str) -> VoterGroup<'_> {
    let mut all = pieces(text, cells::SEPARATOR);
    let label = all.next().unwrap_or_default();
    let ballots = [(); 6].map(|()| cells::one(all.next().unwrap_or_default()));
    VoterGroup { label, ballots, votes: all.map(cells::one).collect() }
}

fn write(j: &mut Json, report: &BallotReport) {
    j.name("base").count(u64::try_from(report.base).ok());
    j.name("tallies").list(std::iter::once(&report.total).chain(&report.groups), |j, tally| {
        j.object(|j| tallied(j, tally, report));
    });
    j.name("most").list(&report.most, |j, most| j.list(most, |j, at| position(j, Some(*at))));
    // The votes needed; whether anybody has them, and who.
    j.name("majorities").list(&report.majorities, |j, one| {
        j.list(one, |j, (needed, carried)| {
            j.count(*needed);
            j.truth(carried.is_some());
            position(j, carried.flatten());
        });
    });
    j.name("diagnostics").list(&report.diagnostics, finding);
}

/// Counts of ballots, which one follows from the others, then for each option of each item its votes, share, share in words,
/// votes for it or better, and their share.
fn tallied(j: &mut Json, tally: &Tally, report: &BallotReport) {
    let base = tally.count(report.base);
    j.name("ballots").list(tally.ballots, Json::count);
    j.name("inferred");
    position(j, tally.inferred);
    j.name("votes").list(std::iter::once(tally), |j, tally| {
        for votes in &tally.votes {
            let mut better = Some(0_u64);
            for (option, votes) in votes.iter().enumerate() {
                better = better.zip(*votes).and_then(|(sum, votes)| sum.checked_add(votes));
                figure(j, *votes, base);
                figure(j, better.filter(|_| option < report.ordered), base);
            }
        }
    });
}

/// Votes, their share of the base, and that in words.
#[inline(never)]
fn figure(j: &mut Json, votes: Option<u64>, base: Option<u64>) {
    j.count(votes);
    both(j, votes.zip(base).and_then(|(votes, base)| share(votes, base, 2, Rounding::HalfUp)));
}

fn both(j: &mut Json, share: Option<Decimal>) {
    j.maybe_string(share.map(write_plain).as_deref());
    j.maybe_string(share.map(write_percent).as_deref());
}

fn position(j: &mut Json, at: Option<usize>) {
    j.whole(at.and_then(|at| i64::try_from(at).ok()));
}

/// Goals and where the counts stand: for each id, label, percentage, count, base and citation.
pub fn targets(engine: &Engine, targets: &str) -> String {
    let one = |text| {
        let mut all = str::split(text, cells::SEPARATOR);
        let mut next = || all.next().unwrap_or_default();
        let (id, label) = (next(), next());
        let (at_least, count, base) = (cells::one(next()), cells::one(next()), cells::one(next()));
        TargetInput { id, label, at_least, count, base, cite: next() }
    };
    let inputs: Vec<TargetInput<'_>> =
        if targets.is_empty() { Vec::new() } else { pieces(targets, cells::COLUMN).map(one).collect() };
    let report = engine.targets(&inputs);
    Json::text(|j| j.object(|j| standings(j, &report)))
}

/// Percentage, count, base, share, share in words, whether it is reached, how many reach it, how many more that takes, summary.
fn standings(j: &mut Json, report: &TargetReport) {
    j.name("targets").list(&report.standings, |j, one| {
        j.list(std::iter::once(one), |j, one| {
            j.maybe_string(one.percent.as_deref());
            j.count(one.count);
            j.count(one.base);
            both(j, one.share);
            j.count(one.reach.and_then(|reach| reach.reached).map(u64::from));
            j.count(one.reach.map(|reach| reach.needed));
            j.count(one.reach.map(|reach| reach.more));
            j.string(&one.summary);
        });
    });
    j.name("diagnostics").list(&report.diagnostics, finding);
}
