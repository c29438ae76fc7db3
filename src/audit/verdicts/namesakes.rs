//! Shares that say in the same words what they are of: *chiếm 80,56% tổng số đại biểu HĐND huyện*. Those are of one number, printed or not,
//! and a share that is not of it is wrong.

use std::ops::Range;

use super::{Judged, Verdict, wrong};
use crate::audit::claims::{Claim, Says, Tie};
use crate::audit::lexer::Kind;
use crate::audit::relations::Facts;
use crate::audit::verdicts::shares::is_of;
use crate::audit::words::*;
use crate::decimal::{Hedge, whole_of};

/// How many claims around a share others may stand.
const NEAR: usize = 24;
/// Fewest and most words that say what a share is of.
const FEW: usize = 4;
const WORDS: usize = 8;
/// How far around the nearest base of a share another may be.
const SPREAD: u64 = 3;

/// Asks about each share that is not of the number that those are of which name it in its words.
pub(super) fn namesakes(facts: &Facts<'_>, judged: &mut [Judged]) {
    for at in 0..judged.len() {
        if let Some(base) = judged.get(at).and_then(|one| namesake(facts, judged, at, one))
            && let Some(one) = judged.get_mut(at)
        {
            wrong(one, base, false);
        }
    }
}

fn namesake(facts: &Facts<'_>, judged: &[Judged], at: usize, one: &Judged) -> Option<u64> {
    let own = Some(&one.claim).filter(|_| one.verdict == Verdict::Unresolved).filter(|claim| says(claim))?;
    let words = named(facts, own)?;
    let keys = |words: &Range<usize>| facts.page.stretch(words.clone()).iter().map(|word| word.key);
    let same = |other: &&Claim| named(facts, other).is_some_and(|other| keys(&other).eq(keys(&words)));
    let near = at.saturating_sub(NEAR)..at.saturating_add(NEAR);
    let near = || judged.get(near.start..near.end.min(judged.len())).unwrap_or_default().iter();
    let others = || {
        let claims = near().map(|other| &other.claim).filter(|other| says(other));
        claims.filter(|other| other.percent != own.percent).filter(same)
    };
    let surest = others().max_by_key(|claim| claim.count)?;
    let middle = whole_of(surest.count, surest.stated?)?;
    let mut found = None;
    for base in middle.saturating_sub(SPREAD)..=middle.saturating_add(SPREAD) {
        let right = others().filter(|other| other.count != own.count && is_of(other, base)).count();
        let all = right > 1 && others().all(|other| is_of(other, base) || other.count == own.count);
        if all && found.replace(base).is_some() {
            return None;
        }
    }
    found.filter(|base| own.count <= *base && !is_of(own, *base))
}

/// A share of a count that says what it is of and not only roughly how much.
fn says(claim: &Claim) -> bool {
    let share = claim.says == Says::Share && claim.tie == Tie::Firm && claim.counted.is_some();
    let fine = claim.stated.is_some_and(|stated| stated.scale() > 0);
    share && fine && claim.named && claim.hedge == Hedge::None && claim.count > 0
}

/// *tổng số đại biểu HĐND huyện*: the words behind a share, if there are enough to know it again.
fn named(facts: &Facts<'_>, claim: &Claim) -> Option<Range<usize>> {
    let behind = facts.figure(claim.percent?)?.behind;
    let words = facts.page.stretch(behind..behind.saturating_add(WORDS)).iter();
    let many = words.take_while(|one| one.kind == Kind::Word).count();
    let all = facts.page.says(behind, &[TOONGR, SOOS]);
    (all && many >= FEW).then(|| behind..behind.saturating_add(many))
}
