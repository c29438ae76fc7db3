//! Shares that no whole number has so many as, *34 người, tỷ lệ 54,6%*: of 62 they are 54,84 %, of 63 they are 53,97 %.

use super::{Judged, Verdict};
use crate::audit::claims::{Claim, Says, Tie};
use crate::audit::lexer::Kind;
use crate::audit::relations::Facts;
use crate::audit::words::*;
use crate::decimal::{Decimal, Hedge, fit, whole_of};

/// Most words between a count and its share.
const REACH: usize = 24;

/// Calls those impossible that stand right behind their count and of whose base nothing is known.
pub(super) fn impossible_shares(facts: Facts<'_>, judged: &mut [Judged]) {
    for one in judged.iter_mut().filter(|one| one.verdict == Verdict::Unresolved) {
        let claim = &one.claim;
        let share = claim.says == Says::Share && claim.tie == Tie::Firm && claim.base.is_none();
        if share && claim.count > 1 && stated_baseless(claim) && joined(facts, claim) {
            one.verdict = Verdict::Impossible;
        }
    }
}

/// *34 giáo viên giỏi, chiếm tỷ lệ 54,6%*: whether nothing but the words for what is counted stands between.
fn joined(facts: Facts<'_>, claim: &Claim) -> bool {
    let page = facts.page;
    let figure = |at: Option<usize>| at.and_then(|at| facts.figures.get(at));
    let Some((count, percent)) = figure(claim.counted).zip(figure(claim.percent)) else { return false };
    // *tỷ lệ*, *chiếm*, *chiếm tỷ lệ*
    let rate = |at: usize| page.says(at, &[TYR, LEEJ]) || page.says(at, &[TIR, LEEJ]);
    let mut link = percent.first;
    link = if rate(link.saturating_sub(2)) { link.saturating_sub(2) } else { link };
    link = if page.word_before(link, 1, CHIEEMS) { link.saturating_sub(1) } else { link };
    let comma = link.saturating_sub(1);
    let name = count.behind..comma;
    link < percent.first
        && page.mark(comma, ',')
        && (1..REACH).contains(&name.len())
        && name.into_iter().all(|at| page.at(at).kind == Kind::Word || page.mark(at, ','))
}

/// Whether a claim prints a share that no whole number has so many as.
pub(super) fn stated_baseless(claim: &Claim) -> bool {
    let exact = claim.stated.filter(|stated| claim.hedge == Hedge::None && stated.scale() > 0);
    exact.is_some_and(|stated| baseless(claim.count, stated))
}

/// Whether no whole number at all has so many as that share: 4 are 23,53% of 17 and 22,22% of 18, never 22,67%.
pub(super) fn baseless(count: u64, stated: Decimal) -> bool {
    let Some(base) = whole_of(count, stated) else { return false };
    let fits = |base: u64| fit(count, base, stated, Hedge::None).is_some();
    count > 0 && !(base.saturating_sub(1)..=base.saturating_add(1)).any(fits)
}
