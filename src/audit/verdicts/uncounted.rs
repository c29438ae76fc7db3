//! Shares without counts, *có 52 đại biểu: nữ đạt 21,15%, tái cử đạt 32,7%*: of the number before them that gives a whole number of each,
//! where that is no chance.

use super::{Judged, Verdict, of_fit, wrong};
use crate::audit::changes::dated;
use crate::audit::claims::Says;
use crate::audit::figures::{Figure, What};
use crate::audit::relations::Facts;
use crate::audit::words::*;
use crate::decimal::{Decimal, Fit, Hedge, fit, nearest};

/// How many figures before its shares a whole may stand, and how many such numbers are tried.
const WINDOW: usize = 10;
const TRIED: usize = 4;
/// Longest run that is looked at.
const MOST: usize = 32;
/// How often chance must be halved for shares to be of a number, and for one of several to be wrong because it is not.
const LIKELY: u32 = 5;
const SURE: u32 = 12;

/// Finds what runs of shares without counts are of.
pub(super) fn uncounted(facts: &Facts<'_>, judged: &mut [Judged]) {
    let mut at = 0;
    while at < judged.len() {
        let behind = run(facts, judged, at);
        if let Some(shares) = judged.get_mut(at..behind) {
            settle(facts, shares);
        }
        at = behind.max(at.saturating_add(1));
    }
}

/// Behind the shares from here that have no count and no number between them that they could be of.
fn run(facts: &Facts<'_>, judged: &[Judged], start: usize) -> usize {
    let mut behind = start;
    let mut last: Option<usize> = None;
    while let Some(percent) = judged.get(behind).filter(|one| open(one)).and_then(|one| one.claim.percent) {
        // *số xuất sắc bằng 17,95% số tốt*
        let named = facts.figure(percent).is_some_and(|share| {
            let page = facts.page;
            page.word(share.behind, SOOS) && page.at(share.behind.saturating_add(1)).is_any(&[HOANF, TOOTS])
        });
        if named {
            break;
        }
        let between = last.map_or(percent, |last| last.saturating_add(1))..percent;
        if between.into_iter().any(|at| facts.counts(at).is_some()) || !together(facts, last, percent) {
            break;
        }
        last = Some(percent);
        behind = behind.saturating_add(1);
        if behind.saturating_sub(start) >= MOST {
            break;
        }
    }
    behind
}

fn open(one: &Judged) -> bool {
    let claim = &one.claim;
    let share = claim.says == Says::Share && claim.hedge == Hedge::None && claim.counted.is_none();
    share && claim.base.is_none() && matches!(one.verdict, Verdict::Unresolved | Verdict::Wrong)
}

fn together(facts: &Facts<'_>, last: Option<usize>, percent: usize) -> bool {
    let figures = last.and_then(|last| facts.figure(last)).zip(facts.figure(percent));
    figures.is_none_or(|(last, next)| {
        // *Năm 2022, các tỷ lệ tương ứng là …*: of another number.
        let words = last.behind..next.first;
        let another =
            facts.page.tells(words, &[TUWOWNG, UWNGS]) && dated(facts.page, last.behind, next.first);
        last.paragraph == next.paragraph && !another
    })
}

/// The number that a run is of, if one says so.
fn settle(facts: &Facts<'_>, shares: &mut [Judged]) {
    let Some(first) = shares.first().and_then(|one| one.claim.percent) else { return };
    let mut best: Option<(u32, u64)> = None;
    let mut tried = 0_usize;
    for at in (first.saturating_sub(WINDOW)..first).rev() {
        let Some(whole) = facts
            .counts(at)
            .filter(|whole| tried < TRIED && together(facts, Some(at), first) && whole.hedge == Hedge::None)
        else {
            continue;
        };
        tried = tried.saturating_add(1);
        for base in numbers(whole) {
            let bits = evidence(shares, base);
            if bits.is_some_and(|bits| best.is_none_or(|(most, _)| bits > most)) {
                best = bits.map(|bits| (bits, base));
            }
        }
    }
    let said = || among(facts, first).filter(|_| best.is_none());
    let Some(base) = best.map(|(_, base)| base).or_else(said) else { return };
    let sentence = |at: usize| facts.figure(at).map(|one| one.sentence);
    for one in shares {
        let (Some(stated), Verdict::Unresolved) = (one.claim.stated, one.verdict) else { continue };
        if best.is_none() && one.claim.percent.and_then(sentence) != sentence(first) {
            break;
        }
        let Some(count) = nearest(stated, base) else { continue };
        one.claim.count = count;
        match fit(count, base, stated, Hedge::None) {
            Some(fit) => (one.base, one.verdict) = (Some(base), of_fit(fit)),
            None => wrong(one, base, false),
        }
    }
}

/// *Trong số 341 đồng chí được bầu, số có trình độ … chiếm 31,26%*, *có 1.100 đại biểu. Trong số đó, … chiếm 55,48%*: the number that
/// the words say a share is of.
fn among(facts: &Facts<'_>, first: usize) -> Option<u64> {
    let page = facts.page;
    let share = facts.figure(first)?;
    let mut before = (first.saturating_sub(WINDOW)..first).rev().filter_map(|at| facts.counts(at));
    let begins = |whole: &Figure| {
        let at = whole.first.checked_sub(2)?;
        let at = if page.says(at, &[TOONGR, SOOS]) { at.checked_sub(1)? } else { at };
        (page.word(at, TRONG) && at.checked_sub(1).is_none_or(|at| page.ends_sentence(at))).then_some(())
    };
    // Of how many places they come says nothing, nor does a guess.
    let place = |one: &&Figure| one.hedge == Hedge::None && !page.before(one.first, 1).is_any(&[TAIJ, OWR]);
    let near = before.find(place)?;
    let plain = near.what == What::Count && near.count > 1;
    let said = near.sentence == share.sentence && begins(near).is_some();
    let mut those = || {
        let start = (near.behind..share.first).find(|at| page.ends_sentence(*at))?;
        let alone = before.find(place).is_none_or(|one| one.sentence != near.sentence);
        let here = near.sentence.saturating_add(1) == share.sentence
            && near.paragraph.saturating_add(1) >= share.paragraph;
        let from = start.saturating_add(1);
        (alone && here && (from..from.saturating_add(2)).any(|at| page.says(at, &[TRONG, SOOS, DDOS])))
            .then_some(())
    };
    (plain && (said || those().is_some())).then_some(near.count)
}

fn numbers(whole: &Figure) -> impl Iterator<Item = u64> {
    let count = Some(whole.count).filter(|_| whole.what != What::Other);
    [whole.of, count].into_iter().flatten().filter(|base| *base > 1)
}

/// How often chance is halved by the shares that are of a base: none if too many are not.
fn evidence(shares: &[Judged], base: u64) -> Option<u32> {
    let (mut bits, mut strays) = (0_u32, 0_usize);
    for (nth, one) in shares.iter().enumerate() {
        let stated = one.claim.stated?;
        let again = shares.iter().take(nth).any(|earlier| earlier.claim.stated == Some(stated));
        let fits = nearest(stated, base).and_then(|count| fit(count, base, stated, Hedge::None));
        match fits {
            None => strays = strays.saturating_add(1),
            Some(Fit::Right) if !again => bits = bits.saturating_add(halves(stated, base)),
            Some(_) => {}
        }
    }
    let most = if bits < SURE { 0 } else { shares.len().saturating_add(1) >> 2 };
    (bits >= LIKELY && strays <= most).then_some(bits)
}

/// How often a share that no count of the base was thought of would have to be lucky: 52 give 53 of 1.001 shares with one decimal.
fn halves(stated: Decimal, base: u64) -> u32 {
    if stated.is_zero() || stated >= Decimal::ONE_HUNDRED {
        return 0;
    }
    let mut shares = 10_u64.saturating_pow(stated.scale().saturating_add(2));
    let mut halves = 0_u32;
    while base.saturating_mul(2) <= shares {
        shares >>= 1;
        halves = halves.saturating_add(1);
    }
    halves
}
