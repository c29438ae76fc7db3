//! Shares that no whole number has so many as, *34 người, tỷ lệ 54,6%*: of 62 they are 54,84 %, of 63 they are 53,97 %. And parts that are
//! more than all, *nữ chiếm 118,4%*.

use super::{Judged, Verdict};
use crate::audit::claims::{Claim, Says, Tie};
use crate::audit::figures::Role;
use crate::audit::lexer::Kind;
use crate::audit::relations::Facts;
use crate::audit::words::*;
use crate::decimal::{Decimal, Hedge, fit, whole_of};

/// Most words between a count and its share.
const REACH: usize = 24;

/// Most words between a share and what says that it is of a plan or of the year before.
const NEAR: usize = 12;
/// Beside other shares one may be of a plan that is passed, but not so far.
const MUCH: Decimal = Decimal::from_parts(200, 0, 0, false, 0);

/// Calls parts impossible that are more than all: said to be parts, or beside a share that is less.
pub(super) fn parts_over_all(facts: &Facts<'_>, judged: &mut [Judged]) {
    let figure = |one: &Judged| one.claim.percent.and_then(|at| facts.figure(at));
    let share =
        |one: &Judged| one.claim.says == Says::Share && figure(one).is_some_and(|one| one.role == Role::Fact);
    let less = |one: &Judged, sentence: u32| {
        let less = one.claim.stated.is_some_and(|stated| stated <= Decimal::ONE_HUNDRED);
        less && share(one) && figure(one).is_some_and(|one| one.sentence == sentence)
    };
    let mut over: Vec<usize> = Vec::new();
    for (at, one) in
        judged.iter().enumerate().filter(|(_, one)| one.verdict == Verdict::Unresolved && share(one))
    {
        let Some(stated) = one.claim.stated.filter(|stated| *stated > Decimal::ONE_HUNDRED) else { continue };
        let plain = one.claim.hedge == Hedge::None && one.claim.base.is_none();
        let Some(percent) = figure(one).filter(|_| plain) else { continue };
        let page = facts.page;
        let said =
            |words: &[u32]| (1..4).any(|back| page.at(percent.first.saturating_sub(back)).is_any(words));
        let mut beside =
            [at.checked_sub(1), at.checked_add(1)].into_iter().flatten().filter_map(|at| judged.get(at));
        let listed = stated > MUCH
            && !said(&[DDATJ, BAWNGF, VUWOWTJ, TAWNG, GIAMR])
            && beside.any(|other| less(other, percent.sentence));
        let around = percent.first.saturating_sub(NEAR)..percent.behind.saturating_add(NEAR);
        let planned = |at: usize| {
            page.says(at, &[KEES, HOACHJ])
                || page.says(at, &[CHIR, TIEEU])
                || page.says(at, &[SO, VOWIS])
                || page.says(at, &[NGHIJ, QUYEETS])
                || page.says(at, &[CUNGF, KYF])
        };
        if (said(&[CHIEEMS]) || listed) && !around.into_iter().any(planned) {
            over.push(at);
        }
    }
    for at in over {
        if let Some(one) = judged.get_mut(at) {
            one.verdict = Verdict::Impossible;
        }
    }
}

/// Calls those impossible that stand right behind their count and of whose base nothing is known.
pub(super) fn impossible_shares(facts: &Facts<'_>, judged: &mut [Judged]) {
    for one in judged.iter_mut().filter(|one| one.verdict == Verdict::Unresolved) {
        let claim = &one.claim;
        let share = claim.says == Says::Share && claim.tie == Tie::Firm && claim.base.is_none();
        if share && claim.count > 1 && stated_baseless(claim) && joined(facts, claim) {
            one.verdict = Verdict::Impossible;
        }
    }
}

/// *34 giáo viên giỏi, chiếm tỷ lệ 54,6%*: whether nothing but the words for what is counted stands between.
fn joined(facts: &Facts<'_>, claim: &Claim) -> bool {
    let page = facts.page;
    let figure = |at: Option<usize>| at.and_then(|at| facts.figure(at));
    let Some((count, percent)) = figure(claim.counted).zip(figure(claim.percent)) else { return false };
    // *tỷ lệ*, *chiếm*, *chiếm tỷ lệ*
    let rate = |at: usize| page.says(at, &[TYR, LEEJ]) || page.says(at, &[TIR, LEEJ]);
    let mut link = percent.first;
    link = if rate(link.saturating_sub(2)) { link.saturating_sub(2) } else { link };
    link = if page.word_before(link, 1, CHIEEMS) { link.saturating_sub(1) } else { link };
    // *27 nhân sự (chiếm 43,08%)*, *7 đồng chí (đạt 233,5%)*; behind what was planned it is of that.
    let said = count.first.saturating_sub(NEAR)..count.first;
    let plan = || said.into_iter().any(|at| page.says(at, &[CHIR, TIEEU]) || page.says(at, &[KEES, HOACHJ]));
    let reached = page.word_before(link, 1, DDATJ) && page.mark(link.saturating_sub(2), '(') && !plan();
    link = if reached { link.saturating_sub(1) } else { link };
    let mark = link.saturating_sub(1);
    let name = count.behind..mark;
    link < percent.first
        && (page.mark(mark, ',') || page.mark(mark, '('))
        && (1..REACH).contains(&name.len())
        && name.into_iter().all(|at| page.at(at).kind == Kind::Word || page.mark(at, ','))
}

/// Whether a claim prints a share that no whole number has so many as.
pub(crate) fn stated_baseless(claim: &Claim) -> bool {
    let exact = claim.stated.filter(|stated| claim.hedge == Hedge::None && stated.scale() > 0);
    exact.is_some_and(|stated| baseless(claim.count, stated))
}

/// Whether no whole number at all has so many as that share: 4 are 23,53% of 17 and 22,22% of 18, never 22,67%.
pub(super) fn baseless(count: u64, stated: Decimal) -> bool {
    let Some(base) = whole_of(count, stated) else { return false };
    let fits = |base: u64| fit(count, base, stated, Hedge::None).is_some();
    count > 0 && !(base.saturating_sub(1)..=base.saturating_add(1)).any(fits)
}
