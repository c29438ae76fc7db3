//! *tốt trở lên đạt 95,27%*, with its count or without: the levels before it say how many that are.

use super::{Judged, Verdict, of_fit, wrong};
use crate::audit::claims::Says;
use crate::audit::figures::Figure;
use crate::audit::levels::Scale;
use crate::audit::relations::Facts;
use crate::audit::relations::parents::noun;
use crate::audit::words::*;
use crate::decimal::{Hedge, fit};

/// How many figures back the levels may stand.
const WINDOW: usize = 24;
/// How many words before a share may name it.
const NAME: usize = 14;

/// Judges shares of a level and those above that have no count of their own, or one that is just theirs.
pub(super) fn upwards(facts: &Facts<'_>, judged: &mut [Judged]) {
    let mut bases: Vec<Option<u64>> = vec![None; facts.figures.len()];
    for at in 0..judged.len() {
        let Some(one) = judged.get(at) else { continue };
        if let Some(place) = one.claim.counted.and_then(|at| bases.get_mut(at)) {
            *place = one.base;
        }
        let open = one.verdict == Verdict::Unresolved;
        let share = one.claim.says == Says::Share && one.claim.base.is_none() && !one.claim.named;
        let Some((percent, stated)) = one.claim.percent.zip(one.claim.stated).filter(|_| open && share)
        else {
            continue;
        };
        let Some((count, base)) = sum(facts, &bases, percent) else { continue };
        let Some(one) = judged.get_mut(at) else { continue };
        // *tốt trở lên có 892 người, 93,50%*: just those.
        if one.claim.counted.is_some() && one.claim.count != count {
            continue;
        }
        let hedge = one.claim.hedge;
        one.claim.count = count;
        match fit(count, base, stated, hedge) {
            Some(fit) => (one.base, one.verdict) = (Some(base), of_fit(fit)),
            None if hedge == Hedge::None => wrong(one, base, false),
            None => {}
        }
    }
}

/// The counts of the level that a percentage names and of those above, and what all of them are of.
fn sum(facts: &Facts<'_>, bases: &[Option<u64>], percent: usize) -> Option<(u64, u64)> {
    let level = facts.level(percent).filter(|level| level.upwards && level.scale == Scale::Grade)?;
    let here = facts.figure(percent)?;
    // *Tỷ lệ xuất sắc so với số người từ hoàn thành tốt trở lên là 18,71%*: of those.
    if facts.page.tells(here.first.saturating_sub(NAME)..here.first, &[SO, VOWIS]) {
        return None;
    }
    let (mut sum, mut base) = (0_u64, None);
    for step in 0..=level.step {
        let names = |at: &usize| {
            let known = facts
                .level(*at)
                .is_some_and(|one| one.scale == Scale::Grade && one.step == step && !one.upwards);
            known && facts.counts(*at).is_some()
        };
        let at = (percent.saturating_sub(WINDOW)..percent).rev().find(names)?;
        let figure = facts.counts(at)?;
        let own = bases.get(at).copied().flatten()?;
        let near = figure.paragraph == here.paragraph && here.sentence.saturating_sub(figure.sentence) < 3;
        if !near || base.is_some_and(|base| base != own) || !alike(facts, figure, here) {
            return None;
        }
        base = Some(own);
        sum = sum.saturating_add(figure.count);
    }
    base.filter(|base| sum <= *base).map(|base| (sum, base))
}

/// Whether the words before a percentage name no others than a count does.
fn alike(facts: &Facts<'_>, count: &Figure, percent: &Figure) -> bool {
    let page = facts.page;
    let counted = noun(page, count.behind);
    let known = |at: usize| {
        let people = (NGUWOWIF, 0);
        let units = [CHI, TOOR, TAAPJ];
        noun(page, at).filter(|noun| *noun == people || units.contains(&noun.0))
    };
    let from = percent.first.saturating_sub(NAME);
    let named = (from..percent.first).rev().find_map(known);
    named.is_none() || counted.is_none() || named == counted
}
