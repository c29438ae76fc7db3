//! What adds up to what: lists and their whole.

pub(super) mod ages;
mod announced;
mod balances;
mod closing;
mod divided;
mod fractioned;
mod groups;
mod interleaved;
mod kinds;
mod leftovers;
mod listed;
mod openers;
mod pairs;
pub(super) mod parents;
mod partitions;
mod reached;
mod rests;
mod rows;
pub(super) mod scales;
mod shaped;
mod spread;
mod summed;
mod together;

use super::claims::Claim;
use super::figures::Figure;
use super::levels::Level;
use super::page::Page;
use super::words::*;
use crate::decimal::{Fit, fit};

/// What kind of relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// The parts are the whole.
    Sum,
    /// One part of the list is inside another.
    Subset,
    /// A part is among the whole: *trong đó 12*.
    Within,
    /// The last part is what remains of the whole: *còn lại 5*.
    Rest,
    /// The parts are said to be the whole together: *hai xã cộng lại 557*, or on lines below it.
    Total,
    /// The parts are the votes on one of several, and the whole is the voters: told where they stand.
    Votes,
    /// The lower numbers of the parts are that of the whole: *177/243 …: 76/103, 63/90, 38/50*.
    Wholes,
}

/// Parts and the whole they should be.
#[derive(Clone, Debug)]
pub(crate) struct Relation {
    pub(crate) link: Link,
    /// The figure of the whole, and its number: of a fraction it may be the upper or the lower one.
    pub(crate) whole_at: usize,
    pub(crate) whole: u64,
    /// The figures of the parts.
    pub(crate) parts: Vec<usize>,
    pub(crate) sum: u64,
    pub(crate) holds: bool,
}

impl Relation {
    /// The number of a part that is added up.
    pub(crate) fn number(&self, part: &Figure) -> u64 {
        let lower = part.of.filter(|_| self.link == Link::Wholes);
        lower.unwrap_or(part.count)
    }
}

/// How many figures a list may stand among.
pub(super) const WINDOW: usize = 64;

/// What the relations are read from.
#[derive(Debug)]
pub(super) struct Facts<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) figures: &'a [Figure],
    pub(super) claims: &'a [Claim],
    pub(super) levels: &'a [Option<Level>],
    /// Of a figure that is the count of a claim with a percentage: that claim.
    pub(super) shares: &'a [Option<usize>],
    /// Of each figure whether *tổng* stands before it.
    pub(super) totals: &'a [bool],
    /// Of each figure whether *tính trên* stands before it.
    pub(super) declared: &'a [bool],
}

impl<'a> Facts<'a> {
    /// The figure of this number; called, because each place that looks one up itself takes more bytes.
    #[inline(never)]
    pub(super) fn figure(&self, at: usize) -> Option<&'a Figure> {
        self.figures.get(at)
    }

    #[inline(never)]
    pub(super) fn counts(&self, at: usize) -> Option<&'a Figure> {
        self.figures.get(at).filter(|figure| figure.counts)
    }

    /// Several counts together.
    #[inline(never)]
    pub(super) fn sum(&self, parts: &[usize]) -> u64 {
        self.numbers(parts).fold(0, u64::saturating_add)
    }

    /// Each of several counts.
    pub(super) fn numbers(&self, parts: &[usize]) -> impl Iterator<Item = u64> {
        parts.iter().filter_map(|at| self.figures.get(*at)).map(|figure| figure.count)
    }

    /// The claim with a percentage whose count this is.
    #[inline(never)]
    pub(super) fn share(&self, at: usize) -> Option<&Claim> {
        self.claims.get(self.shares.get(at).copied().flatten()?)
    }

    /// Whether every part prints a share and each is right of a base.
    pub(super) fn right_of(&self, parts: &[usize], base: u64) -> bool {
        parts.iter().all(|at| {
            let share = self.share(*at).and_then(|share| Some((share, share.stated?)));
            share.is_some_and(|(share, stated)| {
                fit(share.count, base, stated, share.hedge) == Some(Fit::Right)
            })
        })
    }

    #[inline(never)]
    pub(super) fn level(&self, at: usize) -> Option<Level> {
        self.levels.get(at).copied().flatten()
    }
}

/// Every relation that holds, and those of complete lists that do not.
pub(super) fn relations(facts: &Facts<'_>) -> Vec<Relation> {
    let (mut parts, mut found) = (Vec::new(), Vec::new());
    for at in 0..facts.figures.len() {
        if facts.counts(at).is_some() {
            closing::closing(facts, at, &mut parts, &mut found);
        }
    }
    let sums = sums(facts.figures.len(), &found);
    scales::failing(facts, &sums, &mut found);
    rests::rests(facts, &sums, &mut found);
    spread::spread(facts, &told(facts, &found), &mut found);
    together::together(facts, &told(facts, &found), &mut found);
    rows::rows(facts, &mut found);
    groups::groups(facts, &told(facts, &found), &mut found);
    divided::divided(facts, &told(facts, &found), &mut found);
    divided::breakdowns(facts, &told(facts, &found), &mut found);
    partitions::runs(facts, &told(facts, &found), &mut found);
    partitions::partitions(facts, &told(facts, &found), &mut found);
    pairs::pairs(facts, &told(facts, &found), &mut found);
    listed::listed(facts, &told(facts, &found), &sums, &mut found);
    fractioned::fractioned(facts, &told(facts, &found), &mut found);
    summed::summed(facts, &told(facts, &found), &mut found);
    reached::reached(facts, &told(facts, &found), &mut found);
    balances::balances(facts, &told(facts, &found), &mut found);
    shaped::shaped(facts, &told(facts, &found), &sums, &mut found);
    found.retain(|one| one.holds || !scales::blank(facts, one));
    let all = complete(facts, &found);
    found.retain(|one| one.holds || !goes_inside(facts, &all, one));
    found
}

/// Of each figure that a list is all of: the last part of it.
fn complete(facts: &Facts<'_>, found: &[Relation]) -> Vec<Option<usize>> {
    let mut all = vec![None; facts.figures.len()];
    for one in found.iter().filter(|one| one.holds && one.link == Link::Sum) {
        if let Some(last) = all.get_mut(one.whole_at) {
            *last = one.parts.last().copied();
        }
    }
    all
}

/// *403 đại biểu gồm 333 do dân bầu, 70 được công nhận, trong đó có 34 …*: whether what stands behind a list that is all of a number is
/// said to be among it.
fn goes_inside(facts: &Facts<'_>, all: &[Option<usize>], one: &Relation) -> bool {
    let last = all.get(one.whole_at).copied().flatten();
    let place = last.and_then(|last| one.parts.iter().position(|part| *part == last));
    let next = place.and_then(|place| one.parts.get(place.saturating_add(1)));
    let both = last.zip(next).and_then(|(last, next)| facts.figure(last).zip(facts.figure(*next)));
    both.is_some_and(|(last, next)| facts.page.tells(last.behind..next.first, &[TRONG, DDOS]))
}

/// For each figure whether it is known not to be the sum of its parts: no whole is told twice.
fn told(facts: &Facts<'_>, found: &[Relation]) -> Vec<bool> {
    let mut told = vec![false; facts.figures.len()];
    for relation in found.iter().filter(|relation| !relation.holds) {
        if let Some(told) = told.get_mut(relation.whole_at) {
            *told = true;
        }
    }
    told
}

/// For each figure the first list that adds up and has it as a part.
pub(super) fn sums(figures: usize, relations: &[Relation]) -> Vec<Option<usize>> {
    let mut sums = vec![None; figures];
    for (at, relation) in relations.iter().enumerate().filter(|(_, one)| one.holds && one.link == Link::Sum) {
        for part in &relation.parts {
            if let Some(place @ None) = sums.get_mut(*part) {
                *place = Some(at);
            }
        }
    }
    sums
}

/// Whether a list is opened between two places.
#[inline(never)]
pub(super) fn opens(page: &Page<'_>, from: usize, to: usize) -> bool {
    let floor = to.saturating_sub(24).max(from);
    (floor..to).any(|at| {
        let token = page.at(at);
        let next = |word: u32| page.word(at.saturating_add(1), word);
        let words = match token.key {
            TRONG => next(DDOS) || page.says(at, &[TRONG, SOOS, DDOS]),
            GOOMF => !next(CAR),
            CUJ => next(THEER),
            THEO => next(MUWCS),
            CHIA => next(RA),
            _ => false,
        };
        words || token.is(':') || token.is('(') && !page.marks(at..to, ')')
    })
}

/// A blank line ends what was spoken of.
#[inline(never)]
pub(super) fn broken(one: &Figure, next: &Figure) -> bool {
    next.first.saturating_sub(one.behind) > 160 || one.paragraph != next.paragraph
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Kind, whole, sum and whether it holds, of each relation.
    fn seen(text: &str) -> Vec<(Link, u64, u64, bool)> {
        let read = crate::audit::read(text);
        read.relations.iter().map(|one| (one.link, one.whole, one.sum, one.holds)).collect()
    }

    #[test]
    fn a_list_makes_its_whole_or_does_not() {
        let text = "Kỷ luật 34 đảng viên (khiển trách 30, cảnh cáo 4).";
        assert_eq!(seen(text), [(Link::Sum, 34, 34, true)]);
        let text = "Kỷ luật 34 đảng viên (khiển trách 30, cảnh cáo 5).";
        assert_eq!(seen(text), [(Link::Sum, 34, 35, false)]);
    }

    #[test]
    fn what_remains_and_what_is_within_are_of_the_same_kind() {
        assert_eq!(seen("Đã xong 345/360 đơn, còn 15 đơn."), [(Link::Rest, 360, 360, true)]);
        assert_eq!(seen("Đã xong 345/360 đơn, còn 2 vụ việc."), []);
        assert_eq!(seen("Trong 45 chi bộ có 12 chi bộ ghép."), [(Link::Within, 45, 12, true)]);
    }
}
