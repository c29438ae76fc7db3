//! Shares that are all of one number that is not printed, where the number before them is that but for a slip, or where the text makes
//! it in another way: *kết nạp 2.251 đảng viên: nữ 1.163 (52,51%), đoàn viên 1.482 (66,91%)* are both of 2.215.

use super::{Judged, Verdict, all_named};
use crate::audit::claims::{Claim, Says, Tie};
use crate::audit::figures::{Figure, Flaw, Role, What};
use crate::audit::relations::parents::{noun, same_noun};
use crate::audit::relations::{Facts, Link, Relation};
use crate::audit::slips::{mistyped, slip};
use crate::audit::words::*;
use crate::decimal::{Decimal, Fit, Hedge, fit, whole_of};

/// How far around the nearest base of the surest share another may be.
const SPREAD: u64 = 60;
/// How many figures before its first share a whole may stand, and behind it what else makes the same.
const NEAR: usize = 8;
/// How many words before a number may say that it is by how much another was higher.
const MORE: usize = 6;
/// How many figures around a list another may print what it makes.
const FAR: usize = 40;
/// By which a number is larger that is said in thousands.
const THOUSAND: u64 = 1000;
/// Longest run that is looked at.
const MOST: usize = 16;

/// Says of shares of a whole that slipped what they are of.
pub(super) fn slipped_wholes(facts: &Facts<'_>, relations: &[Relation], judged: &mut [Judged]) {
    // What a list adds up to is no slip.
    let mut summed = vec![false; facts.figures.len()];
    for list in relations.iter().filter(|one| one.holds && one.link == Link::Sum) {
        if let Some(place) = summed.get_mut(list.whole_at) {
            *place = true;
        }
    }
    let mut at = 0;
    while at < judged.len() {
        let behind = run(facts, judged, at);
        if let Some(shares) = judged.get_mut(at..behind).filter(|shares| !shares.is_empty())
            && let Some((base, whole_at)) = meant(facts, shares)
            && let Some(whole) = facts.counts(whole_at).filter(|_| summed.get(whole_at) == Some(&false))
            && named_so(facts, shares, whole)
        {
            for one in shares {
                (one.base, one.expected, one.verdict) = (Some(base), Some(whole.count), Verdict::OtherBase);
                (one.unprinted, one.sure, one.count_slip) = (true, false, None);
            }
        }
        at = behind.max(at.saturating_add(1));
    }
}

/// *có 41 công đoàn cơ sở; hành chính, sự nghiệp 236 (57,28%), doanh nghiệp 176 (42,72%)*: shares of what their list makes, where its whole
/// says otherwise.
pub(super) fn missed_wholes(facts: &Facts<'_>, relations: &[Relation], judged: &mut [Judged]) {
    let missed = |one: &&Relation| !one.holds && matches!(one.link, Link::Sum | Link::Total);
    for list in relations.iter().filter(missed) {
        let share = |at: &usize| facts.shares.get(*at).copied().flatten();
        let of_sum = |at: &usize| {
            share(at).and_then(|at| judged.get(at)).is_some_and(|one| {
                one.base == Some(list.sum) && !one.said && !one.claim.named && one.verdict == Verdict::Right
            })
        };
        let first = list.parts.first().copied().unwrap_or(0);
        let near = facts
            .figures
            .get(first.saturating_sub(FAR)..)
            .unwrap_or_default()
            .iter()
            .take(FAR.saturating_mul(2));
        let printed = near.into_iter().any(|one| one.count == list.sum || one.of == Some(list.sum));
        if list.parts.len() < 2 || printed || !list.parts.iter().all(of_sum) {
            continue;
        }
        for at in list.parts.iter().filter_map(share) {
            if let Some(one) = judged.get_mut(at) {
                (one.expected, one.verdict, one.unprinted) = (Some(list.whole), Verdict::OtherBase, true);
            }
        }
    }
}

/// *24.316 nghìn cán bộ, xuất sắc 4.205 người, chiếm 17,29%*: shares of a number with its thousands said twice.
pub(super) fn doubled_wholes(facts: &Facts<'_>, judged: &mut [Judged]) {
    for (at, whole) in facts.figures.iter().enumerate().filter(|(_, one)| one.flaw == Some(Flaw::Doubled)) {
        let behind =
            |one: &Judged| one.claim.counted.is_some_and(|part| at < part && part < at.saturating_add(FAR));
        let Some(expected) = whole.count.checked_mul(THOUSAND) else { continue };
        // Those of the text come in its order, before those that lists added.
        let from = facts.claims.partition_point(|one| one.percent.or(one.counted) < Some(at));
        let near = judged.iter_mut().skip(from).take(FAR);
        for one in
            near.filter(|one| one.base == Some(whole.count) && one.verdict == Verdict::Right && behind(one))
        {
            (one.expected, one.verdict, one.unprinted) = (Some(expected), Verdict::OtherBase, true);
        }
    }
}

/// *lấy phiếu 48 chức danh: … 66,6% tổng số đại biểu*: whether the number counts what the shares say that they are of.
fn named_so(facts: &Facts<'_>, shares: &[Judged], whole: &Figure) -> bool {
    let page = facts.page;
    let name = |one: &Judged| all_named(page, facts.figure(one.claim.percent?)?.behind, 2);
    shares.iter().filter_map(name).all(|name| page.word(whole.behind, page.key(name)))
}

/// Behind the shares from here on of which nothing is known, in one paragraph.
fn run(facts: &Facts<'_>, judged: &[Judged], start: usize) -> usize {
    let paragraph = |one: &Judged| one.claim.counted.and_then(|at| facts.figure(at)).map(|one| one.paragraph);
    let first = judged.get(start).and_then(paragraph);
    let rest = judged.get(start..).unwrap_or_default().iter().take(MOST);
    let many = rest.take_while(|one| open(one) && paragraph(one) == first).count();
    start.saturating_add(many)
}

fn open(one: &Judged) -> bool {
    let claim = &one.claim;
    let share = claim.says == Says::Share && claim.tie == Tie::Firm && claim.base.is_none();
    let fine = claim.stated.is_some_and(|stated| stated.scale() > 0 && stated < Decimal::ONE_HUNDRED);
    let doubt = one.verdict == Verdict::Unresolved || one.verdict == Verdict::Wrong && !one.sure;
    share && fine && doubt && claim.hedge == Hedge::None && claim.counted.is_some() && claim.count > 0
}

/// What the shares are of, and where the number stands that was meant as it.
fn meant(facts: &Facts<'_>, shares: &[Judged]) -> Option<(u64, usize)> {
    let claims = || shares.iter().map(|one| &one.claim);
    let surest = claims().max_by_key(|claim| claim.count)?;
    let middle = whole_of(surest.count, surest.stated?)?;
    let first = claims().filter_map(|claim| claim.counted).min()?;
    let mut found = None;
    for base in middle.saturating_sub(SPREAD)..=middle.saturating_add(SPREAD) {
        if !claims().all(|claim| right(claim, base)) {
            continue;
        }
        let whole = whole(facts, first, surest, shares.len(), base);
        if let Some(whole) = whole
            && found.replace((base, whole)).is_some()
        {
            return None;
        }
    }
    found
}

fn right(claim: &Claim, base: u64) -> bool {
    let stated = claim.stated.and_then(|stated| fit(claim.count, base, stated, Hedge::None));
    stated == Some(Fit::Right)
}

/// Where the number before the first share stands that was meant as a base.
fn whole(facts: &Facts<'_>, first: usize, surest: &Claim, many: usize, base: u64) -> Option<usize> {
    let figure = facts.figure(first)?;
    let wholes = || {
        let before = (first.saturating_sub(NEAR)..first).rev();
        before.filter_map(|at| facts.counts(at).map(|one| (at, one))).filter(|(at, one)| {
            let plain = one.plain() && one.role == Role::Fact && one.count > 9;
            plain && one.paragraph == figure.paragraph && facts.share(*at).is_none()
        })
    };
    let typed = |whole: u64| {
        let slipped = slip(whole, base).is_some();
        match many {
            // More than all of it.
            1 => slipped && surest.count > whole && surest.stated.is_some_and(|stated| stated.scale() > 1),
            2 => slipped,
            _ => slipped || whole > 99 && mistyped(whole, base),
        }
    };
    let bare = noun(facts.page, figure.behind).is_none();
    let like = |one: &Figure| many > 1 || bare || same_noun(facts.page, one, figure);
    let slipped = wholes().find(|(_, one)| like(one) && typed(one.count));
    // A share is no larger than its whole.
    let larger = || wholes().find(|(_, one)| one.count >= surest.count);
    let nearest = || larger().filter(|_| many > 2 && made(facts, first, base));
    slipped.or_else(nearest).filter(|(_, one)| one.count != base).map(|(at, _)| at)
}

/// Whether other counts near make a number: a list of three and more behind the shares, or an earlier number and its change.
fn made(facts: &Facts<'_>, first: usize, base: u64) -> bool {
    let near = first.saturating_sub(NEAR)..first.saturating_add(NEAR.saturating_mul(3));
    let counts = |at: usize| facts.counts(at).filter(|one| one.plain() && facts.share(at).is_none());
    let list = near.clone().any(|start| {
        let mut sum = 0_u64;
        for (nth, at) in (start..near.end).enumerate() {
            let Some(part) = counts(at) else { return false };
            sum = sum.saturating_add(part.count);
            if sum >= base {
                return sum == base && nth > 1;
            }
        }
        false
    });
    let changed = |at: usize| {
        // *tăng 134*, *cao hơn năm 2018 là 134*
        let more = |one: &Figure| (1..MORE).any(|back| facts.page.word_before(one.first, back, HOWN));
        let change = facts.figure(at).filter(|one| one.what == What::Count);
        let change = change.filter(|one| one.role == Role::Change || more(one));
        change.is_some_and(|change| {
            let others = (at.saturating_sub(3)..at.saturating_add(4)).filter_map(counts);
            others.into_iter().any(|one| {
                one.count.checked_add(change.count) == Some(base)
                    || one.count.checked_sub(change.count) == Some(base)
            })
        })
    };
    list || near.clone().any(changed)
}
