//! Ballots counted: what must add up, votes as shares of a named base, how many a majority takes; and a goal held against
//! where the counts stand. A tie, and what follows from a count, are for people.

use crate::breakdown::Cell;
use crate::decimal::{Decimal, Rounding, compare_share, places};
use crate::rulebook::ballot::{BASES, Majority};

/// Positions in [`crate::rulebook::ballot::BALLOTS`].
pub(crate) const SUMMONED: usize = 0;
pub(crate) const PRESENT: usize = 1;
pub(crate) const ISSUED: usize = 2;
pub(crate) const RETURNED: usize = 3;
pub(crate) const VALID: usize = 4;
pub(crate) const INVALID: usize = 5;

/// The ballots of one group of voters, or of all.
#[derive(Clone, Debug)]
pub struct Tally {
    /// In the order of [`crate::rulebook::ballot::BALLOTS`].
    pub ballots: [Option<u64>; 6],
    /// The one of them that was not typed and follows from the others.
    pub inferred: Option<usize>,
    /// Votes, `[item][option]`.
    pub votes: Vec<Vec<Option<u64>>>,
}

impl Tally {
    /// What was typed for a group, and what follows: returned ballots are the valid and the invalid ones.
    pub(crate) fn of(typed: [Cell; 6], votes: Vec<Vec<Option<u64>>>) -> Tally {
        let count = |cell: Cell| if let Cell::Count(count) = cell { Some(count) } else { None };
        let mut ballots = typed.map(count);
        let [_, _, _, returned, valid, invalid] = ballots;
        let follows = match (returned, valid, invalid) {
            (None, Some(valid), Some(invalid)) => valid.checked_add(invalid).map(|sum| (RETURNED, sum)),
            (Some(returned), None, Some(invalid)) => returned.checked_sub(invalid).map(|rest| (VALID, rest)),
            (Some(returned), Some(valid), None) => returned.checked_sub(valid).map(|rest| (INVALID, rest)),
            _ => None,
        };
        // Nothing is inferred over something that is only half typed.
        let follows = follows.filter(|(at, _)| typed.get(*at) == Some(&Cell::Blank));
        if let Some((at, count)) = follows
            && let Some(place) = ballots.get_mut(at)
        {
            *place = Some(count);
        }
        Tally { ballots, inferred: follows.map(|(at, _)| at), votes }
    }

    /// All groups together: a count that one of them lacks is not known.
    pub(crate) fn total(groups: &[Tally], items: usize, options: usize) -> Tally {
        let sum = |each: &dyn Fn(&Tally) -> Option<u64>| {
            groups.iter().try_fold(0_u64, |sum, group| sum.checked_add(each(group)?))
        };
        let mut ballots = [None; 6];
        for (at, place) in ballots.iter_mut().enumerate() {
            *place = sum(&|group| group.ballots.get(at).copied().flatten());
        }
        let vote = |item, option| sum(&|group| group.vote(item, option));
        let votes = (0..items).map(|item| (0..options).map(|option| vote(item, option)).collect());
        Tally { ballots, inferred: None, votes: votes.collect() }
    }

    /// The votes for an option.
    pub fn vote(&self, item: usize, option: usize) -> Option<u64> {
        self.votes.get(item)?.get(option).copied().flatten()
    }

    /// A count of ballots.
    pub fn count(&self, at: usize) -> Option<u64> {
        self.ballots.get(at).copied().flatten()
    }

    /// The votes for an option and for all better ones.
    pub fn or_better(&self, item: usize, option: usize) -> Option<u64> {
        (0..=option).try_fold(0_u64, |sum, at| sum.checked_add(self.vote(item, at)?))
    }

    /// The known votes on an item added up, and whether all are known.
    pub(crate) fn cast(&self, item: usize) -> (u64, bool) {
        let votes = self.votes.get(item).map_or(&[][..], Vec::as_slice);
        let sum = votes.iter().flatten().fold(0_u64, |sum, votes| sum.saturating_add(*votes));
        (sum, !votes.is_empty() && votes.iter().all(Option::is_some))
    }

    /// The options with the most votes, once all votes are known and there are any.
    pub fn most(&self, item: usize) -> Vec<usize> {
        let votes = self.votes.get(item).map_or(&[][..], Vec::as_slice);
        let most = votes.iter().flatten().max().copied().unwrap_or(0);
        let mut best = Vec::new();
        if most > 0 && self.cast(item).1 {
            let first = votes.iter().enumerate().filter(|(_, votes)| **votes == Some(most));
            best.extend(first.map(|(at, _)| at));
        }
        best
    }

    /// The fewest votes that are more than the percentage of a base.
    pub fn needed(&self, above: Decimal, base: usize) -> Option<u64> {
        places(above, self.count(base)?, Rounding::Floor).checked_add(1)
    }

    /// The option that has the majority of a base, or none has; `None` while votes are missing that might change that.
    pub fn carried(&self, item: usize, majority: &Majority, base: usize) -> Option<Option<usize>> {
        let needed = self.needed(majority.above.value, base)?;
        let votes = self.votes.get(item)?;
        let meant = |at: &usize| majority.options.is_empty() || majority.options.contains(at);
        let enough = |at: &usize| votes.get(*at).copied().flatten().is_some_and(|votes| votes >= needed);
        let carried = (0..votes.len()).filter(meant).find(enough);
        let open = (0..votes.len()).filter(meant).any(|at| votes.get(at).copied().flatten().is_none());
        if carried.is_none() && open { None } else { Some(carried) }
    }

    /// Another base under which the majority comes out differently: where the text does not say which is meant.
    pub(crate) fn differs(&self, item: usize, majority: &Majority) -> Option<usize> {
        let own = self.carried(item, majority, majority.of.value)?;
        (0..BASES).find(|base| self.carried(item, majority, *base).is_some_and(|other| other != own))
    }
}

/// Where a count stands to a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// Whether `100 · count ≥ percent · base`; nothing is a share of 0.
    pub reached: Option<bool>,
    /// The fewest that reach it.
    pub needed: u64,
    /// How many more that takes.
    pub more: u64,
}

/// How a count stands to at least such a percentage of a base.
pub fn reach(percent: Decimal, count: u64, base: u64) -> Reach {
    let needed = places(percent, base, Rounding::Ceil);
    let order = compare_share(Decimal::from(count), Decimal::from(base), percent);
    Reach { reached: order.map(|order| order.is_ge()), needed, more: needed.saturating_sub(count) }
}
