//! The shares of one list held against the numbers they may be of. In doubt nothing is wrong.

use super::bases::{Candidate, candidates};
use super::claims::{Claim, Says, Tie};
use super::figures::{Figure, Role, What};
use super::levels::Scale;
use super::parents::{noun, parent, same_noun, total};
use super::relations::{Facts, Relation};
use super::repairs::{hidden, repair};
use super::slips;
use super::verdicts::{Judged, Verdict, of_fit, wrong};
use crate::decimal::{Decimal, Fit, Hedge, fit, whole_of};

pub(super) fn judge_group(
    facts: Facts<'_>,
    relations: &[Relation],
    sums: &[Option<usize>],
    group: &[usize],
    judged: &mut [Judged],
) {
    let claims: Vec<&Claim> = group.iter().filter_map(|at| facts.claims.get(*at)).collect();
    let sum = claims.iter().fold(0_u64, |sum, claim| sum.saturating_add(claim.count));
    let sum = if claims.len() > 1 { sum } else { 0 };
    // Each base that some share of the list fits, and how many do.
    let mut bases: Vec<(u64, usize)> = Vec::new();
    let mut fitting: Vec<Vec<(Candidate, Fit)>> = Vec::new();
    for claim in &claims {
        let mut fits: Vec<(Candidate, Fit)> = Vec::new();
        let Some(stated) = claim.stated else { continue };
        for candidate in candidates(facts, claim, sum) {
            if let Some(fit) = fit(claim.count, candidate.value, stated, claim.hedge) {
                let first = !fits.iter().any(|(known, _)| known.value == candidate.value);
                match bases.iter_mut().find(|(base, _)| *base == candidate.value) {
                    Some((_, support)) if first => *support = support.saturating_add(1),
                    Some(_) => {}
                    None => bases.push((candidate.value, 1)),
                }
                fits.push((candidate, fit));
            }
        }
        fitting.push(fits);
    }
    // A base that is said to be the whole: *trên tổng số 56*.
    let told = |fitting: &[Vec<(Candidate, Fit)>], base: u64| {
        fitting.iter().flatten().any(|(candidate, _)| {
            candidate.value == base
                && candidate
                    .at
                    .and_then(|at| facts.figures.get(at))
                    .is_some_and(|figure| total(facts.page, figure))
        })
    };
    let support =
        |value: u64| bases.iter().find(|(base, _)| *base == value).map_or(0, |(_, support)| *support);
    // Of two bases that fit as many, the one printed.
    let main = bases.iter().copied().max_by_key(|(base, support)| (*support, *base != sum, *base));
    for ((at, claim), fits) in group.iter().zip(&claims).zip(&fitting) {
        let Some(one) = judged.get_mut(*at) else { continue };
        let Some(stated) = claim.stated else { continue };
        let counted = claim.counted.unwrap_or(0);
        let whole = sums.get(counted).copied().flatten().and_then(|at| relations.get(at));
        // Another's votes are no whole of these: *Ông A: tín nhiệm cao 51 …; ông B: tín nhiệm cao 40, tín nhiệm 11*.
        let whole = whole.filter(|whole| !rivals(facts, whole.whole_at, counted));
        // A sum that no other share of the list is of fits by chance.
        let chance = |candidate: &Candidate| {
            candidate.at.is_none()
                && support(candidate.value) < 2
                && main.is_some_and(|(_, support)| support > 1)
        };
        let best = fits.iter().filter(|(candidate, _)| !chance(candidate)).max_by_key(|(candidate, fit)| {
            (support(candidate.value), good(*fit), candidate.at.is_some(), candidate.at.unwrap_or(0))
        });
        let of_whole =
            whole.and_then(|whole| fits.iter().find(|(candidate, _)| candidate.value == whole.whole));
        if let Some((candidate, fit)) = of_whole.or(best) {
            one.base = Some(candidate.value);
            one.verdict = of_fit(*fit);
            if of_whole.is_none()
                && let Some(whole) = whole
            {
                let strays = !claim.named
                    && claim.tie == Tie::Firm
                    && claim.says == Says::Share
                    && claim.hedge == Hedge::None;
                if strays && unlike(claim.count, whole.whole, stated) {
                    one.verdict = Verdict::OtherBase;
                    one.expected = Some(whole.whole);
                }
            }
            continue;
        }
        let level = facts.level(counted).is_some();
        let upwards = facts.level(counted).is_some_and(|level| level.upwards);
        let said = claim.share || level || whole.is_some();
        if claim.tie != Tie::Firm || claim.says != Says::Share || claim.hedge == Hedge::Under {
            continue;
        }
        if stated > Decimal::ONE_HUNDRED && !claim.share {
            continue;
        }
        // The base of the list may stand further away from this one than from the others.
        if let Some((base, _)) = main
            && let Some(fit) = fit(claim.count, base, stated, claim.hedge)
        {
            one.base = Some(base);
            one.verdict = of_fit(fit);
            continue;
        }
        let plain = claim.hedge == Hedge::None;
        if let Some(whole) = whole {
            wrong(one, whole.whole, plain && !claim.named);
        } else if let Some((base, support)) = main
            && said
            && let repaired = repair(&claims, claim, base)
            && let sure = (support >= 2 || told(&fitting, base))
            && (repaired.is_some()
                || (sure || upwards && base > claim.count && base != sum)
                    && akin(facts, &claims, claim, base, sure))
        {
            // All others of the list are shares of it.
            wrong(one, base, false);
            one.count_slip = repaired;
            one.sure = plain && repaired.is_some();
        } else if let Some((base, count)) = hidden(&claims, claim) {
            wrong(one, base, plain && slips::slip(claim.count, count).is_some());
            one.count_slip = Some(count);
        } else if let Some(parent) = parent(facts, counted).and_then(|at| facts.figures.get(at))
            && claim.count <= parent.count
            && (said || parent.sentence == facts.figures.get(counted).map_or(0, |figure| figure.sentence))
        {
            wrong(one, parent.count, false);
            one.sure = plain && claim.named && last_year(facts, claim, stated);
        } else if let Some(base) = natural(facts, claim) {
            wrong(one, base, false);
        }
    }
}

/// Whether two counts are levels of one scale, so that neither is the whole of the other.
fn rivals(facts: Facts<'_>, one: usize, other: usize) -> bool {
    let scale = |at: usize| facts.level(at).filter(|level| !level.upwards).map(|level| level.scale);
    scale(one).is_some_and(|known| known != Scale::Grade && scale(other) == Some(known))
}

/// Whether no whole number at all has so many as that share: 4 are 23,53% of 17 and 22,22% of 18, never 22,67%.
fn baseless(count: u64, stated: Decimal) -> bool {
    let Some(base) = whole_of(count, stated) else { return false };
    let fits = |base: u64| fit(count, base, stated, Hedge::None).is_some();
    count > 0 && !(base.saturating_sub(1)..=base.saturating_add(1)).any(fits)
}

/// Whether a claim is a level of the same scale as another that is a share of the base, or, if that will do, stands in one sentence
/// with it.
fn akin(facts: Facts<'_>, claims: &[&Claim], claim: &Claim, base: u64, beside: bool) -> bool {
    let scale = |claim: &Claim| claim.counted.and_then(|at| facts.level(at)).map(|level| level.scale);
    claims.iter().any(|other| {
        let fits = other.stated.is_some_and(|stated| fit(other.count, base, stated, other.hedge).is_some());
        let alike = scale(claim).is_some() && scale(other) == scale(claim);
        fits && (alike || beside && one_sentence(facts, other, claim))
    })
}

fn one_sentence(facts: Facts<'_>, one: &Claim, other: &Claim) -> bool {
    let place =
        |claim: &Claim| claim.counted.and_then(|at| facts.figures.get(at)).map_or(0, |figure| figure.first);
    let (from, to) = (place(one).min(place(other)), place(one).max(place(other)));
    to.saturating_sub(from) < 120 && !(from..to).any(|at| facts.page.ends_sentence(at))
}

fn good(fit: Fit) -> u8 {
    match fit {
        Fit::Right | Fit::Hedged => 2,
        Fit::Coarse | Fit::Truncated => 1,
        Fit::Lifted => 0,
    }
}

/// Whether two shares differ by more than rounding.
fn unlike(count: u64, base: u64, stated: Decimal) -> bool {
    fit(count, base, stated, Hedge::None).is_none()
}

/// Whether the share is right of what a figure was a year ago: *215, bằng 58,58% so với cùng kỳ* was 367.
fn last_year(facts: Facts<'_>, claim: &Claim, stated: Decimal) -> bool {
    let Some(counted) = claim.counted else { return false };
    facts.claims.iter().any(|other| {
        let earlier = other.says == Says::Ratio
            && other.counted.is_some_and(|at| at < counted && counted.saturating_sub(at) < 6);
        let (Some(ratio), true) = (other.stated, earlier) else { return false };
        let Some(base) = whole_of(other.count, ratio) else { return false };
        fit(other.count, base, ratio, Hedge::None).is_some()
            && fit(claim.count, base, stated, Hedge::None).is_some()
    })
}

/// How many figures before a claim the whole it is naturally of may stand.
const NEAR: usize = 6;

/// The one count before a claim that the share itself names, *số đảng viên được kiểm tra*; or else the nearest that counts the same,
/// if one slip of the hand explains why the share is not of it, or it is of nothing: else the base may be a number that is not
/// printed.
fn natural(facts: Facts<'_>, claim: &Claim) -> Option<u64> {
    let at = claim.counted?;
    let figure = facts.figures.get(at)?;
    let page = facts.page;
    let counts = |other: &&Figure| other.what == What::Count && other.role == Role::Fact;
    let before = facts.figures.get(at.saturating_sub(NEAR)..at)?.iter().rev().filter(counts);
    if let Some(named) = claim.of.and_then(|of| noun(page, of)) {
        let mut whole = None;
        for other in before.filter(|other| other.paragraph == figure.paragraph && other.count >= claim.count)
        {
            if noun(page, other.behind) == Some(named) && whole.replace(other.count).is_some() {
                return None;
            }
        }
        return whole;
    }
    // The nearest of the same, or the nearest that is no share of another itself.
    let like = |at: &usize| {
        facts.figures.get(*at).is_some_and(|other| counts(&other) && same_noun(page, other, figure))
    };
    let mut like = (at.saturating_sub(NEAR)..at).rev().filter(like);
    let nearest = like.next()?;
    let whole = like.find(|at| facts.share(*at).is_none()).filter(|_| facts.share(nearest).is_some());
    [Some(nearest), whole].into_iter().flatten().find_map(|whole| slipped(facts, claim, figure, whole))
}

/// A count, if one slip of the hand explains why a share is not of it, or the share is of nothing.
fn slipped(facts: Facts<'_>, claim: &Claim, figure: &Figure, whole_at: usize) -> Option<u64> {
    let (whole, stated) = (facts.figures.get(whole_at)?, claim.stated?);
    let near = whole.paragraph == figure.paragraph && figure.sentence.saturating_sub(whole.sentence) < 2;
    let plain = claim.hedge == Hedge::None && whole.hedge == Hedge::None && stated.scale() > 0;
    if !near || !plain || whole.depth > figure.depth {
        return None;
    }
    let slipped = claim.count < whole.count && slips::of_share(claim.count, whole.count, stated).is_some()
        || slips::of_count(claim.count, whole.count, stated).is_some();
    (slipped || claim.count < whole.count && baseless(claim.count, stated)).then_some(whole.count)
}
