//! Shares of votes: a whole number of voters gives them or they cannot be.

use super::claims::{Claim, Says, Tie};
use super::figures::{Role, What};
use super::levels::Scale;
use super::relations::Facts;
use super::words::*;
use crate::decimal::{Decimal, Fit, Hedge, fit, nearest, whole_of};

/// How many figures back the voters may be named.
const WINDOW: usize = 32;
/// How many figures away other shares of them may stand.
const NEAR: usize = 12;

/// Whether a share of votes is of a number that is not printed, with others near it: of all deputies and not of those who came.
pub(super) fn of_absent(facts: Facts<'_>, claim: &Claim) -> bool {
    let base = |claim: &Claim| {
        claim.stated.and_then(|stated| whole_of(claim.count, stated)).filter(|_| claim.count > 0)
    };
    let of = |claim: &Claim, base: u64| {
        claim.stated.is_some_and(|stated| fit(claim.count, base, stated, Hedge::None) == Some(Fit::Right))
    };
    let Some((own, at)) = base(claim).zip(claim.counted) else { return false };
    let near = facts.shares.get(at.saturating_sub(NEAR)..at.saturating_add(NEAR).min(facts.shares.len()));
    let near = near.unwrap_or_default().iter().flatten().filter_map(|at| facts.claims.get(*at));
    of(claim, own) && near.filter(|other| other.count != claim.count && of(other, own)).count() > 1
}

/// A share of votes that no whole number of the voters present gives: (the nearest number, the voters).
pub(super) fn impossible(facts: Facts<'_>, claim: &Claim) -> Option<(u64, u64)> {
    let (at, stated) = (claim.percent?, claim.stated?);
    let figure = facts.figures.get(at)?;
    if claim.says != Says::Share
        || claim.hedge != Hedge::None
        || figure.role != Role::Fact
        || stated > Decimal::ONE_HUNDRED
    {
        return None;
    }
    let page = facts.page;
    let votes = |from: usize, to: usize| {
        (from..to).any(|at| {
            page.word(at, PHIEEUS) || page.says(at, &[TANS, THANHF]) || page.says(at, &[BIEEUR, QUYEETS])
        })
    };
    if !votes(figure.first.saturating_sub(12), figure.behind.saturating_add(6)) || of_absent(facts, claim) {
        return None;
    }
    let mut voters = None;
    for other_at in at.saturating_sub(WINDOW)..at {
        let other = facts.figures.get(other_at)?;
        // The votes of one of them are no voters.
        let cast =
            facts.level(other_at).is_some_and(|level| matches!(level.scale, Scale::Trust | Scale::Vote));
        let counts = matches!(other.what, What::Count | What::Fraction)
            && (claim.tie == Tie::Loose || Some(other_at) != claim.counted);
        if !counts || cast && other.of.is_none() || other.count < 2 || other.hedge != Hedge::None {
            continue;
        }
        for value in [Some(other.count), other.of].into_iter().flatten() {
            let fits = nearest(stated, value).and_then(|count| fit(count, value, stated, Hedge::None));
            if fits.is_some_and(|fit| fit != Fit::Lifted) {
                return None;
            }
        }
        let around = other.first.saturating_sub(6)..other.behind.saturating_add(8);
        let here = |at: &usize| *at < other.first || !(other.behind..*at).any(|at| page.ends_sentence(at));
        let there =
            |at: usize| page.says(at, &[COS, MAWTJ]) || page.word(at, DUWJ) || page.says(at, &[BOR, PHIEEUS]);
        let present = claim.tie == Tie::Loose
            && (page.word(other.behind, PHIEEUS) || page.word_before(other.first, 1, PHIEEUS))
            || around.clone().filter(here).any(there);
        if present && !around.clone().any(|at| page.says(at, &[TRIEEUJ, TAAPJ])) {
            voters = Some(other.count);
        }
    }
    let voters = voters?;
    nearest(stated, voters).map(|count| (count, voters))
}
