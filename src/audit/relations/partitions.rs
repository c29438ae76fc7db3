//! Parts that are known to be all of it: their shares make 100 per cent, or their wholes make the whole. Then their counts must, too.

use super::announced::{and_others, divided, enclosed, filled, too_many};
use super::kinds::kinds;
use super::parents::same_noun;
use super::{Facts, Link, Relation};
use crate::audit::claims::{Claim, Says, Tie};
use crate::audit::figures::{Figure, What};
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::slips::{self, meant};
use crate::audit::words::*;
use crate::decimal::{Decimal, Hedge, add, fit, makes_100};

/// How many figures a whole may stand before its parts, or its parts among.
pub(super) const WINDOW: usize = 6;
/// The same, where three shares and more say that they are of it.
pub(super) const FAR: usize = 24;
/// How many figures below its parts a *tổng số* may stand.
const BELOW: usize = 12;
/// How many figures a list of fractions may stand among, and how many fractions it may have.
pub(super) const REACH: usize = 24;
pub(super) const MOST: usize = 12;
/// Longest bracket that is looked through, in words.
const LONGEST: usize = 60;
/// How many words behind a count may name its level.
pub(super) const NAME: usize = 8;

/// Lists whose shares make 100 per cent and whose counts miss their whole.
pub(super) fn runs(facts: &Facts<'_>, told: &[bool], found: &mut Vec<Relation>) {
    let mut at = 0;
    while at < facts.figures.len() {
        let run = shares(facts, at);
        at = run.last().map_or(at, |last| *last).saturating_add(1);
        // What is longer is not known to be all of it.
        let all = run.len() <= MOST;
        let relation =
            Some(&run).filter(|_| all).and_then(|run| whole(facts, run).or_else(|| graded(facts, run)));
        found.extend(relation.filter(|one| told.get(one.whole_at) == Some(&false)));
    }
}

/// Other lists that are all of their whole and do not add up to it, of which nothing else is known.
pub(super) fn partitions(facts: &Facts<'_>, told: &[bool], found: &mut Vec<Relation>) {
    for at in 0..facts.figures.len() {
        let relation = fractions(facts, at).or_else(|| enclosed(facts, at)).or_else(|| kinds(facts, at));
        let relation = relation.or_else(|| and_others(facts, at)).or_else(|| too_many(facts, at));
        let relation = relation.or_else(|| divided(facts, at)).or_else(|| filled(facts, at));
        let untold = |at: usize| told.get(at) == Some(&false);
        found.extend(relation.filter(|one| untold(at) && untold(one.whole_at)));
    }
}

/// The counts from here on that have shares, with nothing else counted between.
fn shares(facts: &Facts<'_>, start: usize) -> Vec<usize> {
    let mut run: Vec<usize> = Vec::new();
    let Some(first) = facts.figure(start) else { return run };
    for at in start..start.saturating_add(REACH.saturating_mul(2)) {
        let Some(figure) = facts.figure(at).filter(|figure| figure.paragraph == first.paragraph) else {
            break;
        };
        if facts.counts(at).is_none() {
            continue;
        }
        let share =
            |claim: &&Claim| claim.says == Says::Share && claim.base.is_none() && claim.tie == Tie::Firm;
        let claim = facts.share(at).filter(share);
        let plain = figure.what == What::Count && figure.hedge == Hedge::None && figure.depth == first.depth;
        if claim.is_none() || !plain || run.len() > MOST {
            break;
        }
        run.push(at);
    }
    run
}

/// The count before a run that every share is of, where all of them make 100 per cent and the counts miss it.
fn whole(facts: &Facts<'_>, run: &[usize]) -> Option<Relation> {
    let first = run.first().copied().filter(|_| run.len() > 1)?;
    let sum = facts.sum(run);
    let (mut total, mut decimals, mut fine) = (Decimal::ZERO, u32::MAX, 0_usize);
    for at in run {
        let stated = facts.share(*at)?.stated?;
        total = add(total, stated)?;
        decimals = decimals.min(stated.scale());
        fine = fine.saturating_add(usize::from(stated.scale() > 0));
    }
    if !makes_100(total, run.len(), decimals) {
        return None;
    }
    let all = |base: u64| {
        run.iter().filter_map(|at| facts.share(*at)).all(|claim| {
            claim.stated.is_some_and(|stated| fit(claim.count, base, stated, claim.hedge).is_some())
        })
    };
    // That several shares are of one number far away is no chance.
    let window = if run.len() > 2 && fine > 1 { FAR } else { WINDOW };
    let mut before = (first.saturating_sub(window)..first).rev();
    let known = |at: usize| facts.counts(at).is_some_and(|one| one.count == sum || one.of == Some(sum));
    let of_parts = all(sum) && !(first.saturating_sub(FAR)..first).any(known);
    let whole_at = before.find(|at| {
        facts.counts(*at).filter(plain).is_some_and(|whole| {
            // Or of their own sum, which is more than the whole: as much as a fifth of it.
            let less = whole.count < sum && sum.saturating_sub(whole.count).saturating_mul(5) <= whole.count
                || slips::alike(whole.count, sum);
            let same = facts
                .figure(first)
                .is_some_and(|part| same_noun(facts.page, whole, part) && whole.depth <= part.depth);
            // Where a share has no decimals, only a few of thousands are not another part.
            let close =
                decimals > 0 || fine > 1 && whole.count.abs_diff(sum).saturating_mul(1000) <= whole.count;
            close && all(whole.count) || of_parts && less && same
        })
    })?;
    let whole = facts.figure(whole_at)?.count;
    missing(whole_at, whole, run.to_vec(), sum)
}

/// *184 đơn vị: vững mạnh 131 (71,20%), khá 41 (22,28%), trung bình 6 (3,26%), yếu 2 (1,09%)*: from the best to the worst level each share
/// is of the whole, the counts are not all of it, and nobody is said to be in no level.
fn graded(facts: &Facts<'_>, run: &[usize]) -> Option<Relation> {
    let (first, last) = (run.first().copied()?, run.last().copied()?);
    let page = facts.page;
    let named = |at: usize, levels: &[&[u32]]| {
        let figure = facts.figure(at);
        let from = figure.map_or(0, |one| one.first.saturating_sub(NAME));
        let floor = at.checked_sub(1).and_then(|at| facts.figure(at)).map_or(0, |one| one.behind);
        let ceiling = facts.figure(at.saturating_add(1)).map_or(usize::MAX, |one| one.first);
        let behind = figure.map_or(0, |one| one.behind.saturating_add(NAME)).min(ceiling);
        let mut words = from.max(floor)..behind;
        words.any(|at| levels.iter().any(|level| page.says_all(at, level)))
    };
    let best = named(first, &[&[XUAATS, SAWCS], &[VUWNGX, MANHJ]]);
    if run.len() < 4 || !best || !named(last, &[&[YEEUS], &[KEMS], &[KHOONG, HOANF, THANHF]]) {
        return None;
    }
    let sum = facts.sum(run);
    let fine =
        |at: &usize| facts.share(*at).and_then(|share| share.stated).is_some_and(|share| share.scale() > 0);
    let all = |base: u64| run.iter().all(fine) && facts.right_of(run, base);
    let mut before = (first.saturating_sub(FAR)..first).rev();
    let missed = |at: &usize| {
        facts.counts(*at).is_some_and(|one| one.count > sum && meant(one.count, sum) && all(one.count))
    };
    // *Các tỷ lệ trên tính trên tổng số 594 tổ chức*, below the list.
    let below = || {
        let mut behind = last.saturating_add(1)..last.saturating_add(BELOW);
        behind.find(|at| facts.totals.get(*at) == Some(&true) && missed(at))
    };
    let whole_at = before.find(missed).or_else(below)?;
    let whole = facts.figure(whole_at)?;
    let rest = whole.count.saturating_sub(sum);
    let mut near = whole_at.saturating_sub(WINDOW)..last.saturating_add(WINDOW);
    let told = near.any(|at| {
        let own = run.contains(&at);
        let known = |one: &Figure| one.count == rest || one.count == sum || one.of == Some(sum);
        !own && facts.figure(at).is_some_and(known)
    });
    let text = whole.first.saturating_sub(LONGEST)..facts.figure(last)?.behind.saturating_add(LONGEST);
    let without = text.into_iter().any(|at| {
        page.word(at, MIEENX)
            || page.at(at).is_any(&[CHUWA, KHOONG])
                && page.at(at.saturating_add(1)).is_any(&[XEEPS, DDANHS, PHAAN])
    });
    (!told && !without).then(|| missing(whole_at, whole.count, run.to_vec(), sum)).flatten()
}

/// The fractions behind another whose lower numbers make its lower one, and whose upper ones miss its upper one; or the other way
/// round.
fn fractions(facts: &Facts<'_>, whole_at: usize) -> Option<Relation> {
    let whole = facts.counts(whole_at).filter(|whole| whole.of.is_some_and(|of| of > 49))?;
    let of = whole.of?;
    let (mut parts, mut upper, mut lower) = (Vec::new(), 0_u64, 0_u64);
    for at in whole_at.saturating_add(1)..whole_at.saturating_add(REACH) {
        let Some(part) = facts.counts(at).filter(|part| part.hedge == Hedge::None) else { continue };
        // Others are of other things: 22/26 thôn.
        let first = parts.first().and_then(|at| facts.figure(*at)).unwrap_or(whole);
        let Some(base) = part.of.filter(|base| *base < of && alike(facts, first, part)) else { continue };
        (upper, lower) = (upper.saturating_add(part.count), lower.saturating_add(base));
        parts.push(at);
        if lower >= of || upper >= whole.count || parts.len() >= MOST {
            break;
        }
    }
    if parts.len() > 1 && lower == of && meant(whole.count, upper) {
        return missing(whole_at, whole.count, parts, upper);
    }
    // Two that add up by chance are more likely than three.
    let bases = parts.len() > 2 && upper == whole.count && lower != of && meant(of, lower);
    bases.then_some(Relation { link: Link::Wholes, whole_at, whole: of, parts, sum: lower, holds: false })
}

/// Whether the same is counted, as far as the words behind say; a part that has none may be of it.
pub(super) fn alike(facts: &Facts<'_>, whole: &Figure, part: &Figure) -> bool {
    let verb = |at: usize| facts.page.at(at).is_any(&[DDATJ, CHIEEMS, BAWNGF]);
    let noun =
        |figure: &Figure| super::parents::noun(facts.page, figure.behind).filter(|_| !verb(figure.behind));
    noun(whole).zip(noun(part)).is_none_or(|(one, other)| one == other)
}

/// The bracket right behind the words of a count.
pub(super) fn bracket(page: &Page<'_>, whole: &Figure) -> Option<usize> {
    let near = whole.behind..whole.behind.saturating_add(NAME);
    let open = near.into_iter().find(|at| page.at(*at).kind != Kind::Word)?;
    page.mark(open, '(').then_some(open)
}

pub(super) fn plain(figure: &&Figure) -> bool {
    figure.of.is_none() && figure.hedge == Hedge::None
}

pub(super) fn missing(whole_at: usize, whole: u64, parts: Vec<usize>, sum: u64) -> Option<Relation> {
    (sum != whole).then_some(Relation { link: Link::Total, whole_at, whole, parts, sum, holds: false })
}
