//! Shares of none of the numbers near, where one slip of the hand makes them one: *61 chi bộ; 16 chi bộ xuất sắc, chiếm 62,23%* for 26,23.

use super::naturals::of_voters;
use super::{Judged, Verdict, wrong};
use crate::audit::claims::{Claim, Says, Tie};
use crate::audit::figures::{Figure, What};
use crate::audit::relations::Facts;
use crate::audit::relations::parents::same_noun;
use crate::audit::slips::{self, Slip};
use crate::decimal::{Decimal, Hedge, add, digits, fit, makes_100};

/// How many figures before a share the number it is of may stand.
const BEFORE: usize = 24;
/// How many figures away a number may stand of which it is, so that nothing is wrong.
const AROUND: usize = 60;
/// How many figures away a count may stand that the share may be about: *12/12 kỳ, trực tiếp 11 kỳ, ủy quyền 1 kỳ (trực tiếp 91,7%)*.
const BESIDE: usize = 4;
const MOST: usize = 8;
/// How many digits, and what else speaks for a number, make a slip no chance: of two digits that changed places, or one too many or too
/// few; of a digit that is another, which more shares are by chance; of a slip in the count.
/// Two digits say enough only of a number that others are shares of.
const SHORT: u64 = 100;
const SLIPPED: u32 = 4;
const MISTYPED: u32 = 6;
const MISCOUNTED: u32 = 4;

/// What was read of the other shares of a text.
struct Others<'a> {
    facts: &'a Facts<'a>,
    /// Of each figure that is the count of a right share: what it is of.
    right: Vec<Option<u64>>,
    /// Of each figure whether it is the count of a share of which nothing is known.
    open: Vec<bool>,
}

/// Finds the shares that a slip explains where nothing else does.
pub(super) fn explained(facts: &Facts<'_>, judged: &mut [Judged]) {
    let many = facts.figures.len();
    let mut others = Others { facts, right: vec![None; many], open: vec![false; many] };
    for one in judged.iter().filter(|one| one.claim.stated.is_some()) {
        let Some(at) = one.claim.counted else { continue };
        if let Some(open) = others.open.get_mut(at).filter(|_| one.verdict == Verdict::Unresolved) {
            *open = true;
        }
        let right = one.verdict == Verdict::Right && one.claim.says == Says::Share;
        if let Some(right) = others.right.get_mut(at).filter(|_| right) {
            *right = one.base;
        }
    }
    listed(facts, judged);
    for one in judged.iter_mut().filter(|one| one.verdict == Verdict::Unresolved) {
        if let Some(base) = others.meant(&one.claim) {
            wrong(one, base, false);
        }
    }
}

/// *39 xã: mức độ 1 có 16 xã, chiếm 57,1%; mức độ 2 có 23 xã, chiếm 42,9%*: shares of nothing whose counts are a number before.
fn listed(facts: &Facts<'_>, judged: &mut [Judged]) {
    let mut at = 0;
    while at < judged.len() {
        let paragraph =
            |one: &Judged| one.claim.counted.and_then(|at| facts.figure(at)).map(|one| one.paragraph);
        let first = judged.get(at).and_then(paragraph);
        let rest = judged.get(at..).unwrap_or_default().iter().take(MOST);
        let many = rest.take_while(|one| free(one) && paragraph(one) == first).count();
        if many > 1
            && let Some(shares) = judged.get_mut(at..at.saturating_add(many))
            && let Some(base) = whole(facts, shares)
        {
            for one in shares {
                wrong(one, base, false);
            }
        }
        at = at.saturating_add(many.max(1));
    }
}

fn free(one: &Judged) -> bool {
    let claim = &one.claim;
    let share =
        claim.says == Says::Share && claim.share && claim.tie == Tie::Firm && claim.hedge == Hedge::None;
    share && claim.base.is_none() && claim.stated.is_some() && one.verdict == Verdict::Unresolved
}

fn whole(facts: &Facts<'_>, shares: &[Judged]) -> Option<u64> {
    let sum = shares.iter().fold(0_u64, |sum, one| sum.saturating_add(one.claim.count));
    let mut percent = Decimal::ZERO;
    for one in shares {
        percent = add(percent, one.claim.stated?)?;
    }
    let first = shares.first()?.claim.counted?;
    let part = facts.figure(first).filter(|_| makes_100(percent, shares.len(), percent.scale()))?;
    let near = facts.figures.get(first.saturating_sub(BEFORE)..first)?.iter().rev();
    let mut near =
        near.filter(|one| counts(one) && one.hedge == Hedge::None && one.paragraph == part.paragraph);
    near.any(|one| (one.count == sum || one.of == Some(sum)) && same_noun(facts.page, one, part))
        .then_some(sum)
}

impl Others<'_> {
    /// The one number that a slip makes a share of, if it is of none as it stands.
    fn meant(&self, claim: &Claim) -> Option<u64> {
        let (at, stated) = (claim.counted?, claim.stated.filter(|stated| stated.scale() > 0)?);
        let says = matches!(claim.says, Says::Share | Says::Plan) && claim.hedge == Hedge::None;
        if !says || claim.count == 0 || self.excused(claim, at, stated) {
            return None;
        }
        // A fraction has its own.
        if let Some(base) = claim.base {
            return told(claim, base, stated, (true, true)).then_some(base);
        }
        let figure = self.facts.figure(at)?;
        let around = at.saturating_sub(BEFORE)..at.saturating_add(BEFORE).min(self.right.len());
        let right = self.right.get(around).unwrap_or_default();
        let voters = of_voters(self.facts, claim);
        let mut found = None;
        for place in
            (at.saturating_sub(BEFORE)..at).rev().filter(|place| self.open.get(*place) == Some(&false))
        {
            let whole = self.facts.figure(place).filter(|one| counts(one) && one.hedge == Hedge::None);
            let Some(whole) = whole else { continue };
            let same = same_noun(self.facts.page, whole, figure);
            for base in [Some(whole.count), whole.of].into_iter().flatten() {
                let proven = right.contains(&Some(base));
                let near = whole.paragraph == figure.paragraph || proven && same;
                let near = near && base != claim.count && (proven || !voters);
                let meant = near && told(claim, base, stated, (proven, same));
                if meant && found.replace(base).is_some_and(|other| other != base) {
                    return None;
                }
            }
        }
        found
    }

    /// Whether the share is right of some number near, for its own count or another beside it.
    fn excused(&self, claim: &Claim, at: usize, stated: Decimal) -> bool {
        let near = |around: usize, at: usize| {
            let from = at.saturating_sub(around);
            self.facts.figures.get(from..).unwrap_or_default().iter().take(around.saturating_mul(2))
        };
        let beside = near(BESIDE, claim.percent.unwrap_or(at)).filter(|one| counts(one)).map(|one| one.count);
        let beside: Vec<u64> = beside.chain([claim.count]).filter(|count| *count > 0).collect();
        near(AROUND, at).filter(|one| one.what != What::Percent).any(|whole| {
            let right = |count: u64, base: u64| fit(count, base, stated, Hedge::None).is_some();
            let of = |count: &u64| {
                *count != whole.count && right(*count, whole.count)
                    || whole.of.is_some_and(|of| right(*count, of))
            };
            beside.iter().any(of)
        })
    }
}

fn counts(figure: &Figure) -> bool {
    matches!(figure.what, What::Count | What::Fraction)
}

/// Whether a slip makes a share one of a number: the more digits it has, and the more speaks for the number, the less it is chance.
fn told(claim: &Claim, base: u64, stated: Decimal, (proven, same): (bool, bool)) -> bool {
    let beside = claim.counted.zip(claim.percent).is_some_and(|(count, percent)| count.abs_diff(percent) < 2);
    let firm = beside && claim.tie == Tie::Firm;
    let trust = u32::from(proven).saturating_add(u32::from(same)).saturating_add(u32::from(firm));
    let long = |number: u64| number.max(1).ilog10().saturating_add(1).saturating_add(trust);
    let share = slips::of_share(claim.count, base, stated).filter(|_| claim.count < base);
    let enough = |slip: Slip| if slip == Slip::Mistyped { MISTYPED } else { SLIPPED };
    share.is_some_and(|slip| {
        digits(stated).is_some_and(|digits| (digits >= SHORT || proven) && long(digits) >= enough(slip))
    }) || slips::of_some_count(claim.count, base, stated)
        .is_some_and(|right| long(claim.count.min(right)) >= MISCOUNTED)
}
