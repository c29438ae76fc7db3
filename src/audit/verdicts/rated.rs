//! Shares of all units where only some are rated, and the others are told: *64 tổ chức; chưa đủ thời gian 04. Kết quả: 11 xuất sắc
//! (17,19%), …*, whose grades make 60.

use super::{Judged, Verdict};
use crate::audit::claims::Says;
use crate::audit::figures::What;
use crate::audit::levels::Scale;
use crate::audit::page::Page;
use crate::audit::relations::Facts;
use crate::audit::relations::scales::{run_of_levels, scale_of};
use crate::audit::words::*;
use crate::decimal::Hedge;

/// How many figures before a list those who are not rated may be told, and how many words around their number say so.
const NEAR: usize = 12;
const SAID: usize = 7;
/// How many grades make a list.
const FEW: usize = 3;

/// Marks the shares of such lists.
pub(super) fn rated(facts: &Facts<'_>, judged: &mut [Judged]) {
    let mut at = 0;
    while at < facts.figures.len() {
        let run = run_of_levels(facts, at);
        at = run.last().map_or(at, |last| *last).saturating_add(1);
        let Some(sum) = unrated(facts, &run, judged) else { continue };
        for part in &run {
            let claim = facts.shares.get(*part).copied().flatten();
            if let Some(one) = claim.and_then(|claim| judged.get_mut(claim)) {
                (one.verdict, one.expected) = (Verdict::OtherBase, Some(sum));
            }
        }
    }
}

/// What a list of grades makes, where all its shares are of more, by just as many as are told not to be rated.
fn unrated(facts: &Facts<'_>, run: &[usize], judged: &[Judged]) -> Option<u64> {
    let (first, last) = run.first().zip(run.last())?;
    let best = facts.level(*first).is_some_and(|level| level.step == 0);
    if run.len() < FEW || !best || scale_of(facts, run) != Some(Scale::Grade) {
        return None;
    }
    let sum = facts.sum(run);
    let mut base = None;
    for part in run {
        let one = judged.get(facts.shares.get(*part).copied().flatten()?)?;
        let right =
            one.verdict == Verdict::Right && !one.said && !one.claim.named && one.claim.says == Says::Share;
        if !right || base.is_some_and(|base| one.base != Some(base)) {
            return None;
        }
        base = one.base;
    }
    let others = base?.checked_sub(sum).filter(|others| *others > 0)?;
    // Behind it they are what the list leaves. With a share of their own they are in the list.
    let mut before = (first.saturating_sub(NEAR)..*first).filter(|at| facts.share(*at).is_none());
    let told = before.any(|at| {
        facts.figure(at).is_some_and(|one| {
            let words = one.first.saturating_sub(SAID)..one.behind.saturating_add(SAID);
            one.what == What::Count
                && one.count == others
                && one.hedge == Hedge::None
                && not(facts.page, words)
        })
    });
    // *tỷ lệ tính trên tổng số*
    let text = |at: &usize| facts.figure(*at);
    let from = text(first)?.first.saturating_sub(30);
    let named = facts.page.tells(from..text(last)?.behind.saturating_add(30), &[TINHS, TREEN]);
    (told && !named).then_some(sum)
}

/// Whether the words say that some are not rated.
fn not(page: &Page<'_>, mut words: std::ops::Range<usize>) -> bool {
    words
        .any(|at| page.word(at, CHUWA) || page.says(at, &[KHOONG, XEEPS]) || page.says(at, &[KHOONG, DDANHS]))
}
