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
    /// For each item the votes for each option.
    pub votes: Vec<Votes>,
}

/// The votes for each option of an item.
pub type Votes = Vec<Option<u64>>;

impl Tally {
    /// What was typed for a group, and what follows: returned ballots are the valid and the invalid ones.
    pub(crate) fn of(typed: [Cell; 6], votes: Vec<Votes>) -> Tally {
        let mut tally = Tally { ballots: typed.map(count_in), inferred: None, votes };
        let [.., returned, valid, invalid] = tally.ballots;
        let (at, follows) = match (returned, valid, invalid) {
            (None, Some(valid), Some(invalid)) => (RETURNED, valid.checked_add(invalid)),
            (Some(returned), None, Some(invalid)) => (VALID, returned.checked_sub(invalid)),
            (Some(returned), Some(valid), None) => (INVALID, returned.checked_sub(valid)),
            _ => return tally,
        };
        // Nothing is inferred over something that is only half typed.
        if let (Some(Cell::Blank), Some(place), true) =
            (typed.get(at), tally.ballots.get_mut(at), follows.is_some())
        {
            *place = follows;
            tally.inferred = Some(at);
        }
        tally
    }

    /// All groups together: a count that one of them lacks is not known.
    pub(crate) fn total(groups: &[Tally], items: usize, options: usize) -> Tally {
        let nothing = if groups.is_empty() { None } else { Some(0) };
        let votes = vec![vec![nothing; options]; items];
        let mut total = Tally { ballots: [nothing; 6], inferred: None, votes };
        for group in groups {
            add(&mut total.ballots, &group.ballots);
            for (sum, votes) in total.votes.iter_mut().zip(&group.votes) {
                add(sum, votes);
            }
        }
        total
    }

    /// The votes on an item.
    pub fn votes(&self, item: usize) -> &[Option<u64>] {
        self.votes.get(item).map_or(&[], Vec::as_slice)
    }

    /// A count of ballots.
    pub fn count(&self, at: usize) -> Option<u64> {
        self.ballots.get(at).copied().flatten()
    }

    /// The fewest votes that are more than the percentage of a base.
    #[inline(never)]
    pub fn needed(&self, above: Decimal, base: usize) -> Option<u64> {
        places(above, self.count(base)?, Rounding::Floor).checked_add(1)
    }

    /// The option that has the majority of a base, or none has; `None` while votes are missing that might change that.
    #[inline(never)]
    pub fn carried(&self, item: usize, majority: &Majority, base: usize) -> Option<Option<usize>> {
        let needed = self.needed(majority.above.value, base)?;
        let mut open = false;
        for (at, votes) in self.votes(item).iter().enumerate() {
            if majority.options.is_empty() || majority.options.contains(&at) {
                match votes {
                    Some(votes) if *votes >= needed => return Some(Some(at)),
                    Some(_) => {}
                    None => open = true,
                }
            }
        }
        if open { None } else { Some(None) }
    }

    /// Another base under which the majority comes out differently: where the text does not say which is meant.
    pub(crate) fn differs(&self, item: usize, majority: &Majority, own: Option<usize>) -> Option<usize> {
        (0..BASES).find(|base| self.carried(item, majority, *base).is_some_and(|other| other != own))
    }
}

fn count_in(cell: Cell) -> Option<u64> {
    if let Cell::Count(count) = cell { Some(count) } else { None }
}

#[inline(never)]
fn add(sums: &mut [Option<u64>], counts: &[Option<u64>]) {
    for (sum, count) in sums.iter_mut().zip(counts) {
        *sum = sum.zip(*count).and_then(|(sum, count)| sum.checked_add(count));
    }
}

/// Votes added up, and whether all are known.
#[inline(never)]
pub fn cast(votes: &[Option<u64>]) -> (u64, bool) {
    let (mut sum, mut all) = (0_u64, true);
    for votes in votes {
        all &= votes.is_some();
        sum = sum.saturating_add(votes.unwrap_or(0));
    }
    (sum, all)
}

/// The options with the most votes, once all votes are known and there are any; two or more are a tie.
#[inline(never)]
pub fn most(votes: &[Option<u64>]) -> Vec<usize> {
    let mut best = Vec::new();
    let mut most = 1;
    for (at, votes) in votes.iter().enumerate() {
        let Some(votes) = *votes else { return Vec::new() };
        if votes > most {
            best.clear();
            most = votes;
        }
        if votes == most {
            best.push(at);
        }
    }
    best
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
