//! The count that, but for one slip, would make a list of shares fit.

use crate::audit::claims::Claim;
use crate::decimal::{Fit, Hedge, fit, whole_of};

/// How far around its nearest base a share may be of another.
const SPREAD: u64 = 60;

/// The base of a list that prints none, where all its shares but one are of it and one other count makes the last one right: (the
/// base, that count). Only where no second base does so.
pub(super) fn hidden(claims: &[&Claim], wrong: &Claim) -> Option<(u64, u64)> {
    if claims.len() < 3 {
        return None;
    }
    let surest =
        claims.iter().filter(|claim| claim.counted != wrong.counted).max_by_key(|claim| claim.count)?;
    let middle = whole_of(surest.count, surest.stated?)?;
    let mut found = None;
    for base in middle.saturating_sub(SPREAD)..=middle.saturating_add(SPREAD) {
        let others = claims.iter().filter(|claim| claim.counted != wrong.counted);
        let all = others.clone().all(|claim| {
            claim.stated.is_some_and(|stated| fit(claim.count, base, stated, Hedge::None) == Some(Fit::Right))
        });
        if all
            && let Some(count) = repair(claims, wrong, base)
            && found.replace((base, count)).is_some()
        {
            return None;
        }
    }
    found
}

/// The count that makes a list add up and its own share right: the others that are of the base are taken as they stand.
#[inline(never)]
pub(super) fn repair(claims: &[&Claim], wrong: &Claim, base: u64) -> Option<u64> {
    let others = claims
        .iter()
        .filter(|claim| claim.counted != wrong.counted)
        .filter(|claim| {
            claim.stated.is_some_and(|stated| fit(claim.count, base, stated, claim.hedge).is_some())
        })
        .fold(0_u64, |sum, claim| sum.saturating_add(claim.count));
    let count = base.checked_sub(others)?;
    fit(count, base, wrong.stated?, Hedge::None).map(|_| count)
}
