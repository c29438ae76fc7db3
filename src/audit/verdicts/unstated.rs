//! Counts without a share of their own, and what they are of.

use super::{Judged, Verdict, open};
use crate::audit::changes;
use crate::audit::claims::{Claim, Says, without_share};
use crate::audit::figures::{Figure, Role, What};
use crate::audit::relations::parents::{noun, parent, same_noun};
use crate::audit::relations::{Facts, Link, Relation};
use crate::decimal::Hedge;

/// How far *trong đó* reaches, in words.
const REACH: usize = 240;
/// How many figures before a claim the whole it is naturally of may stand.
const NEAR: usize = 6;

/// Counts of lists that add up, of *trong đó* and of scales, as claims without a share: behind the others.
pub(super) fn unstated(
    facts: &Facts<'_>,
    relations: &[Relation],
    lone: &[Vec<usize>],
    judged: &mut Vec<Judged>,
) {
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
            tell(facts, &mut known, judged, *part, relation.whole);
        }
    }
    levels_alone(facts, lone, &mut known, judged);
    among(facts, &mut known, judged);
    alike(facts, &mut known, judged);
    changed(facts, &mut known, judged);
}

/// *1.520 đảng viên, tăng 197* is a change of 1.323.
fn changed(facts: &Facts<'_>, known: &mut [bool], judged: &mut Vec<Judged>) {
    for (at, figure) in facts.figures.iter().enumerate() {
        let change = figure.role == Role::Change && figure.what == What::Count && figure.hedge == Hedge::None;
        if !change || known.get(at) != Some(&false) {
            continue;
        }
        let before = changes::before(facts, at).or_else(|| {
            let now = facts.counts(at.checked_sub(1)?)?;
            let same = same_noun(facts.page, now, figure) || noun(facts.page, figure.behind).is_none();
            let near = now.sentence == figure.sentence && figure.first.saturating_sub(now.behind) < 12;
            changes::base(facts, at).filter(|_| same && near && now.hedge == Hedge::None)
        });
        if let Some(base) = before.filter(|base| *base > 0) {
            let claim = Claim { says: Says::Change, ..without_share(figure, at, None) };
            judged.push(Judged { base: Some(base), verdict: Verdict::Unstated, ..open(claim) });
        }
    }
}

/// Counts behind *trong đó* without a share, up to the end of the sentence, are of the count before: of that which counts the
/// same, where several stand there.
fn among(facts: &Facts<'_>, known: &mut [bool], judged: &mut Vec<Judged>) {
    let mut of: Option<usize> = None;
    for (at, figure) in facts.figures.iter().enumerate() {
        let count = figure.what == What::Count && figure.role == Role::Fact;
        of = of.filter(|of| {
            facts.figure(*of).is_some_and(|whole| {
                let same = same_noun(facts.page, whole, figure);
                let split = || facts.page.marks(whole.behind..figure.first, ';');
                let from = facts.figure(at.saturating_sub(1)).map_or(0, |last| last.behind);
                figure.sentence <= whole.sentence.saturating_add(1)
                    && figure.first.saturating_sub(whole.behind) < REACH
                    && figure.first.saturating_sub(from) < 60
                    && !(from..figure.first).any(|at| facts.page.ends_sentence(at))
                    && (same || !split())
            })
        });
        of = parent(facts, at).or(of);
        let Some(whole_at) = of.filter(|_| count) else { continue };
        let whole = namesake(facts, whole_at, figure).or_else(|| facts.figure(whole_at));
        let Some(base) = whole.map(|whole| whole.count).filter(|base| figure.count <= *base) else {
            continue;
        };
        tell(facts, known, judged, at, base);
    }
}

/// The count near a whole that counts the same as a part of it: *17 tổ chức, 2.580 đảng viên, trong đó 3 tổ chức …*.
fn namesake<'a>(facts: &'a Facts<'a>, whole_at: usize, part: &Figure) -> Option<&'a Figure> {
    let near = facts.figures.get(whole_at.saturating_sub(NEAR)..whole_at.saturating_add(1))?;
    near.iter().rev().find(|other| {
        let counts = other.what == What::Count && other.role == Role::Fact && other.count >= part.count;
        counts && other.paragraph == part.paragraph && same_noun(facts.page, other, part)
    })
}

/// Levels of one scale, given without their whole, are of their sum.
fn levels_alone(facts: &Facts<'_>, lone: &[Vec<usize>], known: &mut [bool], judged: &mut Vec<Judged>) {
    for run in lone {
        let sum = facts.sum(run);
        for at in run {
            tell(facts, known, judged, *at, sum);
        }
    }
}

/// A zero, or a further level of the scale, is of what the claim before it is of: *40/47 tín nhiệm cao … không có phiếu tín nhiệm thấp*.
fn alike(facts: &Facts<'_>, known: &mut [bool], judged: &mut Vec<Judged>) {
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
            let sentence = facts.figure(*before).map_or(0, |before| before.sentence);
            let near = figure.sentence.saturating_sub(sentence) < 2;
            near && (figure.count == 0 || scale.is_some() && other == scale)
        };
        let before = (at.saturating_sub(NEAR)..at)
            .rev()
            .find(|before| bases.get(*before).copied().flatten().is_some() && like(before));
        let base = before.and_then(|before| bases.get(before).copied().flatten());
        if let Some(base) = base.filter(|base| figure.count <= *base) {
            tell(facts, known, judged, at, base);
        }
    }
}

/// Tells once what a count is of.
#[inline(never)]
fn tell(facts: &Facts<'_>, known: &mut [bool], judged: &mut Vec<Judged>, at: usize, whole: u64) {
    if let Some(known) = known.get_mut(at).filter(|known| !**known)
        && let Some(figure) = facts.figure(at)
    {
        *known = true;
        let claim = without_share(figure, at, None);
        judged.push(Judged { base: Some(whole), verdict: Verdict::Unstated, ..open(claim) });
    }
}
