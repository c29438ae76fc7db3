//! Claims and relations → verdicts: which base a share is of, and whether it can be right. In doubt nothing is wrong.

use super::changes;
use super::claims::{Claim, Says, Tie};
use super::figures::{Figure, Page, Role, What};
use super::parents::{noun, parent, same_noun, total};
use super::relations::{Facts, Link, Relation, lone_runs, sums};
use super::slips;
use super::words::*;
use crate::decimal::{Decimal, Fit, Hedge, fit, meets, nearest};

/// How a claim stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// A count of a base without a printed share: nothing to check.
    Unstated,
    /// Rounded at the printed decimals.
    Right,
    /// Right at fewer decimals than printed.
    Coarse,
    /// Right as a round number.
    Hedged,
    /// The further digits were cut off.
    Truncated,
    /// Less than one step too large.
    Lifted,
    /// No base makes it right.
    Wrong,
    /// Right, but of another base than it says or than the list it stands in.
    OtherBase,
    /// The base is not known.
    Unresolved,
}

/// A claim, judged.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judged {
    pub(crate) claim: Claim,
    pub(crate) base: Option<u64>,
    /// The base stands in the claim itself.
    pub(crate) said: bool,
    pub(crate) verdict: Verdict,
    /// Wrong whichever way it is read.
    pub(crate) sure: bool,
    /// Of another base: the one that was to be expected.
    pub(crate) expected: Option<u64>,
    /// Wrong: the count that would make the share and the list right.
    pub(crate) count_slip: Option<u64>,
    /// Wrong: the slip that explains it, of the count if that has one, else of the share.
    pub(crate) slip: Option<slips::Slip>,
}

/// How many figures before a claim may be its base.
const WINDOW: usize = 40;
/// How many figures behind a claim its whole may be named.
const AHEAD: usize = 14;
/// How far *trong đó* reaches, in words.
const REACH: usize = 240;
/// How many figures before a claim the whole it is naturally of may stand.
const NEAR: usize = 6;
/// How far around its nearest base a share may be of another.
const SPREAD: u64 = 60;
/// Longest list whose shares are held against each other.
const MOST: usize = 40;

/// Judges every claim; counts of lists that add up come behind, as claims without a share.
pub(super) fn judge(facts: Facts<'_>, relations: &[Relation]) -> Vec<Judged> {
    let mut judged: Vec<Judged> = facts.claims.iter().map(|claim| first_look(facts, claim)).collect();
    let sums = sums(facts.figures.len(), relations);
    for group in groups(facts) {
        judge_group(facts, relations, &sums, &group, &mut judged);
    }
    for one in &mut judged {
        let open =
            one.verdict == Verdict::Unresolved && one.claim.tie == Tie::Loose && one.claim.base.is_none();
        if open && let Some((count, base)) = impossible(facts, &one.claim) {
            one.claim.count = count;
            wrong(one, base, false);
        }
    }
    for one in judged.iter_mut().filter(|one| one.verdict == Verdict::Wrong) {
        let claim = one.claim;
        if let Some((base, stated)) = one.base.zip(claim.stated)
            && meets(claim.count, base, stated, claim.hedge)
        {
            (one.verdict, one.count_slip) = (Verdict::Hedged, None);
        }
    }
    let mut known = vec![false; facts.figures.len()];
    for at in judged.iter().filter_map(|one| one.claim.counted) {
        if let Some(known) = known.get_mut(at) {
            *known = true;
        }
    }
    for relation in
        relations.iter().filter(|relation| relation.holds && matches!(relation.link, Link::Sum | Link::Rest))
    {
        for part in &relation.parts {
            let known = known.get_mut(*part).is_none_or(|known| std::mem::replace(known, true));
            if let Some(figure) = facts.figures.get(*part).filter(|_| !known) {
                judged.push(part_of(figure, *part, relation.whole));
            }
        }
    }
    levels_alone(facts, &mut known, &mut judged);
    among(facts, &mut known, &mut judged);
    alike(facts, &mut known, &mut judged);
    name_slips(facts, &mut judged);
    judged
}

/// Counts behind *trong đó* without a share, up to the end of the sentence, are of the count before: of that which counts the
/// same, where several stand there.
fn among(facts: Facts<'_>, known: &mut [bool], judged: &mut Vec<Judged>) {
    let mut of: Option<usize> = None;
    for (at, figure) in facts.figures.iter().enumerate() {
        let count = figure.what == What::Count && figure.role == Role::Fact;
        of = of.filter(|of| {
            facts.figures.get(*of).is_some_and(|whole| {
                let same = same_noun(facts.page, whole, figure);
                let split = || (whole.behind..figure.first).any(|at| facts.page.mark(at, ';'));
                let from = facts.figures.get(at.saturating_sub(1)).map_or(0, |last| last.behind);
                figure.sentence <= whole.sentence.saturating_add(1)
                    && figure.first.saturating_sub(whole.behind) < REACH
                    && figure.first.saturating_sub(from) < 60
                    && !(from..figure.first).any(|at| facts.page.ends_sentence(at))
                    && (same || !split())
            })
        });
        of = parent(facts, at).or(of);
        let Some(whole_at) = of.filter(|_| count) else { continue };
        let whole = namesake(facts, whole_at, figure).or_else(|| facts.figures.get(whole_at));
        let Some(base) = whole.map(|whole| whole.count).filter(|base| figure.count <= *base) else {
            continue;
        };
        let known = known.get_mut(at).is_none_or(|known| std::mem::replace(known, true));
        if !known {
            judged.push(part_of(figure, at, base));
        }
    }
}

/// The count near a whole that counts the same as a part of it: *17 tổ chức, 2.580 đảng viên, trong đó 3 tổ chức …*.
fn namesake<'a>(facts: Facts<'a>, whole_at: usize, part: &Figure) -> Option<&'a Figure> {
    let near = facts.figures.get(whole_at.saturating_sub(NEAR)..whole_at.saturating_add(1))?;
    near.iter().rev().find(|other| {
        let counts = other.what == What::Count && other.role == Role::Fact && other.count >= part.count;
        counts && other.paragraph == part.paragraph && same_noun(facts.page, other, part)
    })
}

/// Three levels or more of one scale, given without their whole, are of their sum.
fn levels_alone(facts: Facts<'_>, known: &mut [bool], judged: &mut Vec<Judged>) {
    for run in lone_runs(facts) {
        let count = |at: &usize| facts.figures.get(*at).map_or(0, |figure| figure.count);
        let sum = run.iter().fold(0_u64, |sum, at| sum.saturating_add(count(at)));
        for at in run {
            let known = known.get_mut(at).is_none_or(|known| std::mem::replace(known, true));
            if let Some(figure) = facts.figures.get(at).filter(|_| !known) {
                judged.push(part_of(figure, at, sum));
            }
        }
    }
}

/// A zero, or a further level of the scale, is of what the claim before it is of: *40/47 tín nhiệm cao … không có phiếu tín nhiệm thấp*.
fn alike(facts: Facts<'_>, known: &mut [bool], judged: &mut Vec<Judged>) {
    let mut bases: Vec<Option<u64>> = vec![None; facts.figures.len()];
    for one in judged.iter().filter(|one| one.claim.says == Says::Share) {
        if let Some(place) = one.claim.counted.and_then(|at| bases.get_mut(at)) {
            *place = one.base;
        }
    }
    for (at, figure) in facts.figures.iter().enumerate() {
        let open = known.get(at) == Some(&false) && figure.what == What::Count && figure.role == Role::Fact;
        if !open {
            continue;
        }
        let scale = facts.level(at).map(|level| level.scale);
        let like = |before: &usize| {
            let other = facts.level(*before).map(|level| level.scale);
            let sentence = facts.figures.get(*before).map_or(0, |before| before.sentence);
            let near = figure.sentence.saturating_sub(sentence) < 2;
            near && (figure.count == 0 || scale.is_some() && other == scale)
        };
        let before = (at.saturating_sub(NEAR)..at)
            .rev()
            .find(|before| bases.get(*before).copied().flatten().is_some() && like(before));
        let base = before.and_then(|before| bases.get(before).copied().flatten());
        if let Some(base) = base.filter(|base| figure.count <= *base)
            && let Some(known) = known.get_mut(at)
        {
            *known = true;
            judged.push(part_of(figure, at, base));
        }
    }
}

#[inline(never)]
fn part_of(figure: &Figure, at: usize, whole: u64) -> Judged {
    let claim = Claim {
        says: Says::Share,
        tie: Tie::Firm,
        counted: Some(at),
        percent: None,
        count: figure.count,
        stated: None,
        hedge: figure.hedge,
        share: false,
        base: None,
        named: false,
        of: None,
        span: figure.span,
    };
    Judged { base: Some(whole), verdict: Verdict::Unstated, ..open(claim) }
}

fn open(claim: Claim) -> Judged {
    let base = claim.base;
    let said = base.is_some();
    Judged {
        claim,
        base,
        said,
        verdict: Verdict::Unresolved,
        sure: false,
        expected: None,
        count_slip: None,
        slip: None,
    }
}

pub(super) fn of_fit(fit: Fit) -> Verdict {
    match fit {
        Fit::Right => Verdict::Right,
        Fit::Coarse => Verdict::Coarse,
        Fit::Hedged => Verdict::Hedged,
        Fit::Truncated => Verdict::Truncated,
        Fit::Lifted => Verdict::Lifted,
    }
}

/// What the claim itself decides.
fn first_look(facts: Facts<'_>, claim: &Claim) -> Judged {
    let mut judged = open(*claim);
    let (Some(stated), Some(_)) = (claim.stated, claim.counted) else {
        if claim.stated.is_none() {
            judged.verdict = Verdict::Unstated;
        } else if claim.says == Says::Share
            && let Some(whole) =
                claim.percent.and_then(|at| parent(facts, at)).and_then(|at| facts.figures.get(at))
        {
            judged.base = judged.base.or(Some(whole.count));
        } else if let Some((count, base)) = impossible(facts, claim) {
            judged.claim.count = count;
            wrong(&mut judged, base, false);
        }
        return judged;
    };
    if claim.says == Says::Change {
        if let Some(base) = claim.counted.and_then(|at| changes::base(facts, at))
            && let Some(fit) = fit(claim.count, base, stated, claim.hedge)
        {
            judged.base = Some(base);
            judged.verdict = of_fit(fit);
        } else if claim.hedge == Hedge::None
            && let Some(base) = claim.counted.and_then(|at| changes::before(facts, at))
        {
            wrong(&mut judged, base, false);
        }
        return judged;
    }
    let Some(base) = claim.base else { return judged };
    match fit(claim.count, base, stated, claim.hedge) {
        Some(fit) => judged.verdict = of_fit(fit),
        None if claim.tie == Tie::Firm && claim.says != Says::Ratio && claim.hedge != Hedge::Under => {
            judged.verdict = Verdict::Wrong;
            judged.sure = claim.says == Says::Share && claim.hedge == Hedge::None;
            // 100 % of a plan that is not the lower number.
            let fraction =
                claim.counted.and_then(|at| facts.figures.get(at)).is_some_and(|figure| figure.of.is_some());
            if claim.says == Says::Plan
                && fraction
                && (stated >= Decimal::ONE_HUNDRED || claim.hedge != Hedge::None)
            {
                judged.verdict = Verdict::Unresolved;
            }
        }
        None => {}
    }
    judged
}

/// A share of votes that no whole number of the voters present gives: (the nearest number, the voters).
fn impossible(facts: Facts<'_>, claim: &Claim) -> Option<(u64, u64)> {
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
    if !votes(figure.first.saturating_sub(12), figure.behind.saturating_add(6)) {
        return None;
    }
    let mut voters = None;
    for other in facts.figures.get(at.saturating_sub(12)..at)?.iter() {
        if !matches!(other.what, What::Count | What::Fraction)
            || other.count < 2
            || other.hedge != Hedge::None
        {
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
        let present = page.word(other.behind, PHIEEUS)
            || page.word_before(other.first, 1, PHIEEUS)
            || around.clone().filter(here).any(|at| page.says(at, &[COS, MAWTJ]) || page.word(at, DUWJ));
        if present && !around.clone().any(|at| page.says(at, &[TRIEEUJ, TAAPJ])) {
            voters = Some(other.count);
        }
    }
    let voters = voters?;
    nearest(stated, voters).map(|count| (count, voters))
}

/// Claims whose base is to be found, list by list; positions.
fn groups(facts: Facts<'_>) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = Vec::new();
    let mut last: Option<usize> = None;
    for (at, claim) in facts.claims.iter().enumerate() {
        let Some((counted, percent)) = claim.counted.zip(claim.percent) else {
            last = None;
            continue;
        };
        if claim.says == Says::Change {
            continue;
        }
        if claim.base.is_some() {
            last = None;
            continue;
        }
        let (from, to) = (counted.min(percent), counted.max(percent));
        let full = all.last().is_some_and(|group| group.len() >= MOST);
        let opened = full || last.is_none_or(|last| opener_between(facts, last, from, claim.count));
        if opened {
            all.push(Vec::new());
        }
        if let Some(group) = all.last_mut() {
            group.push(at);
        }
        last = Some(to);
    }
    all
}

/// Whether a new whole stands between two figures: a count without a share, larger than what follows.
fn opener_between(facts: Facts<'_>, last: usize, next: usize, count: u64) -> bool {
    let Some((before, behind)) = facts.figures.get(last).zip(facts.figures.get(next)) else { return true };
    if before.paragraph != behind.paragraph {
        return true;
    }
    let between = facts.figures.get(last.saturating_add(1)..next).unwrap_or_default();
    between.iter().any(|figure| {
        let counts = matches!(figure.what, What::Count | What::Fraction) && figure.role == Role::Fact;
        counts && figure.depth <= behind.depth && figure.of.unwrap_or(figure.count) >= count
    })
}

/// A number that a share may be of, and where it stands.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    value: u64,
    at: Option<usize>,
}

/// Everything near a claim that it may be a share of, the nearest last.
fn candidates(facts: Facts<'_>, claim: &Claim, sum: u64) -> Vec<Candidate> {
    let mut found = vec![Candidate { value: sum, at: None }];
    let Some(counted) = claim.counted else { return found };
    let percent = claim.percent.unwrap_or(counted);
    let mut add = |at: usize, figure: &Figure| {
        let counts = matches!(figure.what, What::Count | What::Fraction)
            && matches!(figure.role, Role::Fact | Role::Target);
        if !counts || at == counted {
            return;
        }
        for value in [figure.of, Some(figure.count)].into_iter().flatten().filter(|value| *value > 0) {
            found.push(Candidate { value, at: Some(at) });
        }
    };
    let here = facts.figures.get(percent);
    for at in percent.saturating_add(1)..percent.saturating_add(AHEAD) {
        let Some((here, figure)) = here.zip(facts.figures.get(at)) else { break };
        let near = at < percent.saturating_add(5) && figure.first.saturating_sub(here.behind) <= 40;
        if here.paragraph != figure.paragraph {
            break;
        }
        // A whole may be named behind its parts: *tổng số phiếu thu về: 45*.
        if near && here.sentence == figure.sentence || summed(facts.page, figure.first) {
            add(at, figure);
        }
    }
    for at in counted.saturating_sub(WINDOW)..counted {
        if let Some(figure) = facts.figures.get(at) {
            add(at, figure);
        }
    }
    found
}

/// Whether *tổng* stands in the words before a number.
fn summed(page: &Page<'_>, first: usize) -> bool {
    for back in 1..10 {
        if page.word_before(first, back, TOONGR) {
            return true;
        }
        if page.before(first, back).is_number()
            || first.checked_sub(back).is_some_and(|at| page.ends_sentence(at))
        {
            return false;
        }
    }
    false
}

fn judge_group(
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

/// The base of a list that prints none, where all its shares but one are of it and one other count makes the last one right: (the
/// base, that count). Only where no second base does so.
fn hidden(claims: &[&Claim], wrong: &Claim) -> Option<(u64, u64)> {
    if claims.len() < 3 {
        return None;
    }
    let surest =
        claims.iter().filter(|claim| claim.counted != wrong.counted).max_by_key(|claim| claim.count)?;
    let middle = crate::decimal::whole_of(surest.count, surest.stated?)?;
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

/// The one count before a claim that the share itself names, *số đảng viên được kiểm tra*; or else the nearest that counts the same,
/// if one slip of the hand explains why the share is not of it: without a slip the base may be a number that is not printed.
fn natural(facts: Facts<'_>, claim: &Claim) -> Option<u64> {
    let (at, stated) = (claim.counted?, claim.stated?);
    let figure = facts.figures.get(at)?;
    let page = facts.page;
    let counts = |other: &&Figure| other.what == What::Count && other.role == Role::Fact;
    let mut before = facts.figures.get(at.saturating_sub(NEAR)..at)?.iter().rev().filter(counts);
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
    let whole = before.find(|other| same_noun(page, other, figure))?;
    let near = whole.paragraph == figure.paragraph && figure.sentence.saturating_sub(whole.sentence) < 2;
    let plain = claim.hedge == Hedge::None && whole.hedge == Hedge::None && stated.scale() > 0;
    if !near || !plain || whole.depth > figure.depth {
        return None;
    }
    let slipped = claim.count < whole.count && slips::of_share(claim.count, whole.count, stated).is_some()
        || slips::of_count(claim.count, whole.count, stated).is_some();
    slipped.then_some(whole.count)
}

/// Names the slip of each wrong share: in the count, if only another count fits, else in the share itself.
fn name_slips(facts: Facts<'_>, judged: &mut [Judged]) {
    for one in judged.iter_mut().filter(|one| one.verdict == Verdict::Wrong && one.claim.hedge == Hedge::None)
    {
        let (Some(base), Some(stated), Some(counted)) = (one.base, one.claim.stated, one.claim.counted)
        else {
            continue;
        };
        let count = one.claim.count;
        one.slip = slips::of_share(count, base, stated);
        let plain = facts.figures.get(counted).is_some_and(|figure| figure.what == What::Count);
        if one.count_slip.is_none() && one.slip.is_none() && plain && one.claim.says == Says::Share {
            one.count_slip = slips::of_count(count, base, stated);
        }
        if let Some(right) = one.count_slip {
            one.slip = slips::slip(count, right);
        }
    }
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

#[inline(never)]
fn wrong(one: &mut Judged, base: u64, sure: bool) {
    one.base = Some(base);
    one.verdict = Verdict::Wrong;
    one.sure = sure;
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

/// The count that makes a list add up and its own share right: the others that are of the base are taken as they stand.
#[inline(never)]
fn repair(claims: &[&Claim], wrong: &Claim, base: u64) -> Option<u64> {
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

/// Whether the share is right of what a figure was a year ago: *215, bằng 58,58% so với cùng kỳ* was 367.
fn last_year(facts: Facts<'_>, claim: &Claim, stated: Decimal) -> bool {
    let Some(counted) = claim.counted else { return false };
    facts.claims.iter().any(|other| {
        let earlier = other.says == Says::Ratio
            && other.counted.is_some_and(|at| at < counted && counted.saturating_sub(at) < 6);
        let (Some(ratio), true) = (other.stated, earlier) else { return false };
        let Some(base) = crate::decimal::whole_of(other.count, ratio) else { return false };
        fit(other.count, base, ratio, Hedge::None).is_some()
            && fit(claim.count, base, stated, Hedge::None).is_some()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Count, base and verdict of each claim.
    fn seen(text: &str) -> Vec<(u64, Option<u64>, Verdict)> {
        let read = crate::audit::read(text);
        read.claims.iter().map(|one| (one.claim.count, one.base, one.verdict)).collect()
    }

    #[test]
    fn any_base_that_fits_excuses_a_share() {
        let text = "Có 60 chi bộ, 412 đảng viên; 9 chi bộ xuất sắc, chiếm 15%.";
        assert_eq!(seen(text), [(9, Some(60), Verdict::Right)]);
        assert_eq!(seen("Kết nạp 12 đảng viên, đạt 7,61%."), [(12, None, Verdict::Unresolved)]);
    }

    #[test]
    fn a_list_whose_base_is_not_printed_still_finds_the_wrong_count() {
        let text =
            "Loại A 46 chi bộ (chiếm 71,1%), loại B 21 chi bộ (chiếm 23,3%), loại C 5 chi bộ (chiếm 5,6%).";
        let read = crate::audit::read(text);
        let found: Vec<_> = read.claims.iter().filter_map(|one| one.count_slip).collect();
        assert_eq!(found, [64]);
        assert_eq!(read.claims.first().and_then(|one| one.slip), Some(slips::Slip::Swapped));
    }
}
