//! Shares less than one step too large, *6/496 là 1,3%*, where their base is sure: wrong, unless they make their list 100 per cent.

use super::{Judged, Verdict, wrong};
use crate::audit::relations::Facts;
use crate::decimal::{Decimal, add};

/// How many claims away others of the same base may stand.
const NEAR: usize = 12;

/// Calls those wrong whose base is printed with them or is that of two right shares beside them.
pub(super) fn lifted(facts: &Facts<'_>, judged: &mut [Judged]) {
    for at in 0..judged.len() {
        let Some(one) = judged.get(at).filter(|one| one.verdict == Verdict::Lifted) else { continue };
        let Some(base) = one.base else { continue };
        let (said, sentence) = (one.said, sentence(facts, one));
        let near = judged.get(at.saturating_sub(NEAR)..at.saturating_add(NEAR).min(judged.len()));
        let near = near.unwrap_or_default().iter();
        let beside =
            near.filter(|other| other.base == Some(base) && self::sentence(facts, other) == sentence);
        let right = beside.clone().filter(|other| other.verdict == Verdict::Right).count();
        let alone = beside.clone().count() < 2;
        let shares = beside.filter_map(|other| other.claim.stated);
        let sum = shares.fold(Decimal::ZERO, |sum, share| add(sum, share).unwrap_or(sum));
        if (said || right > 1)
            // *158/159 … đạt 100%*: not all of them.
            && (alone || sum != Decimal::ONE_HUNDRED)
            && let Some(one) = judged.get_mut(at)
        {
            wrong(one, base, false);
        }
    }
}

fn sentence(facts: &Facts<'_>, one: &Judged) -> Option<u32> {
    one.claim.percent.and_then(|at| facts.figure(at)).map(|figure| figure.sentence)
}
