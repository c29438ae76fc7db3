//! What a claim decides by itself, before its list is looked at: with its own base, a plan right before it, or the numbers of a change.

use super::baseless::stated_baseless;
use super::votes::{impossible, of_absent, of_one_absent, said_of_others};
use super::{Judged, Verdict, of_fit, open, wrong};
use crate::audit::changes;
use crate::audit::claims::{Claim, Says, Tie};
use crate::audit::figures::{Figure, Role, What};
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::relations::Facts;
use crate::audit::relations::parents::{among_others, parent, same_noun, total};
use crate::audit::slips;
use crate::audit::words::*;
use crate::decimal::{Decimal, Fit, Hedge, fit, nearest};

/// How many figures before a share may be what it is of.
const NEAR: usize = 10;
/// How many figures back a plan may stand, dates among them.
const DATES: usize = 5;
/// How many words before a number may say that it was planned.
const PLANNED: usize = 14;

/// What the claim itself decides.
pub(super) fn first_look(facts: &Facts<'_>, claim: &Claim) -> Judged {
    let mut judged = open(*claim);
    let (Some(stated), Some(_)) = (claim.stated, claim.counted) else {
        if claim.stated.is_none() {
            judged.verdict = Verdict::Unstated;
        } else if claim.says == Says::Share
            && let Some(whole) = claim
                .percent
                .and_then(|at| parent(facts, at).or_else(|| among_others(facts, at)))
                .and_then(|at| facts.figure(at))
        {
            judged.base = judged.base.or(Some(whole.count));
            if of_none(facts, claim) {
                judged.claim.count = nearest(claim.stated.unwrap_or_default(), whole.count).unwrap_or(0);
                wrong(&mut judged, whole.count, false);
            }
        } else if let Some((count, base)) = impossible(facts, claim) {
            judged.claim.count = count;
            wrong(&mut judged, base, false);
        }
        return judged;
    };
    if claim.says == Says::Change {
        changed(facts, &mut judged, stated);
        return judged;
    }
    if (claim.says == Says::Plan || stated > Decimal::ONE_HUNDRED)
        && claim.base.is_none()
        && let Some(plan) = plan_before(facts, claim)
    {
        match fit(claim.count, plan, stated, claim.hedge) {
            Some(fit) => (judged.base, judged.verdict) = (Some(plan), of_fit(fit)),
            // The plan as a share of what was done; one slip in what was done; or of no plan at all.
            None if fit(plan, claim.count, stated, Hedge::None) == Some(Fit::Right)
                || slips::of_count(claim.count, plan, stated).is_some()
                || slips::explains(claim.count, plan, stated)
                || claim.tie == Tie::Firm && claim.says != Says::Ratio && stated_baseless(claim)
                || claim.tie == Tie::Firm
                    && claim.says != Says::Ratio
                    && claim.hedge == Hedge::None
                    && changes::nearly(claim.count, plan, stated) =>
            {
                wrong(&mut judged, plan, false);
            }
            None => {}
        }
        return judged;
    }
    let Some(base) = claim.base else { return judged };
    // *47/48 đại biểu có mặt tán thành (92,16% so với tổng số đại biểu)*: of those of another fraction near.
    if claim.named
        && fit(claim.count, base, stated, claim.hedge).is_none()
        && let Some((whole, fit)) = named_near(facts, claim, base)
    {
        (judged.base, judged.verdict, judged.said) = (Some(whole), of_fit(fit), false);
        return judged;
    }
    match fit(claim.count, base, stated, claim.hedge) {
        Some(fit) => judged.verdict = of_fit(fit),
        None if let Some(left) = without_moved(facts, claim, base, stated) => {
            (judged.base, judged.verdict, judged.said) = (Some(left), Verdict::Right, false);
        }
        // Of two counts, which was planned is not sure: one slip says it.
        None if claim.tie == Tie::Loose
            && claim.says == Says::Plan
            && claim.hedge == Hedge::None
            && slips::explains(claim.count, base, stated) =>
        {
            wrong(&mut judged, base, false);
        }
        // *so với nhiệm kỳ trước (2.308 đảng viên)*: the number before is printed for it.
        None if claim.tie == Tie::Firm
            && claim.says == Says::Ratio
            && claim.hedge == Hedge::None
            && claim.counted.and_then(|at| facts.figure(at)).is_some_and(|figure| figure.of.is_none()) =>
        {
            wrong(&mut judged, base, false);
        }
        None if claim.tie == Tie::Firm && claim.says != Says::Ratio && claim.hedge != Hedge::Under => {
            judged.verdict = Verdict::Wrong;
            judged.sure = claim.says == Says::Share && claim.hedge == Hedge::None;
            let counted = claim.counted.and_then(|at| facts.figure(at));
            let fraction = counted.is_some_and(|figure| figure.of.is_some());
            // *chiếm 8,5% tổng số đảng viên (2.450 đồng chí)*: a bracket says it by its place only.
            let percent = claim.percent.and_then(|at| facts.figure(at));
            let next = claim.percent.and_then(|at| facts.figure(at.saturating_add(1)));
            let inside = next
                .zip(percent)
                .is_some_and(|(next, percent)| next.depth > percent.depth && !total(facts.page, next));
            judged.sure &= fraction || !inside;
            // Of all deputies, where the fraction is of the votes.
            if fraction && of_absent(facts, claim) {
                judged.sure = false;
            }
            // *479/480 đại biểu (96,96% tổng số đại biểu)*, as others near are; *96/96 đảng viên đã bị xử lý, bằng 76,8% số được kiểm tra*.
            let behind = percent.map_or(0, |one| one.behind);
            let others = claim.count == base && facts.page.word(behind, SOOS);
            let absent = claim.named && of_absent(facts, claim) || others;
            if fraction && (absent || said_of_others(facts, claim) || of_one_absent(facts, claim)) {
                judged = open(*claim);
                judged.base = None;
            }
            // 100 % of a plan that is not the lower number.
            // *143/130 đảng viên, vượt 13%* is beyond that plan.
            let beyond = claim.count > base && percent.is_some_and(|one| one.role == Role::Beyond);
            if claim.says == Says::Plan
                && fraction
                && !beyond
                && (stated == Decimal::ONE_HUNDRED
                    || stated > Decimal::ONE_HUNDRED && other_plan(facts.page, percent)
                    || stated > Decimal::ONE_HUNDRED
                        && claim.count <= base
                        && slips::of_count(claim.count, base, stated).is_none()
                    || claim.hedge != Hedge::None)
            {
                judged.verdict = Verdict::Unresolved;
            }
        }
        None => {}
    }
    judged
}

/// *đạt 118% kế hoạch 10 tháng, 104,3% kế hoạch điều chỉnh*: whether the plan of a share is another than the year's.
fn other_plan(page: &Page<'_>, percent: Option<&Figure>) -> bool {
    let behind = percent.map_or(0, |one| one.behind);
    let next = behind.saturating_add(2);
    let year = page.word(next, NAWM) && page.at(next.saturating_add(1)).kind != Kind::Word;
    let more = page.at(next).kind == Kind::Word || page.at(next).is_number();
    page.at(behind).kind == Kind::Word && more && !year
}

/// *622 vụ trong tổng số 698 vụ, đạt 89,5%; chuyển án cho tòa khác 3 vụ*: those that were not handed on, where a share is of them.
fn without_moved(facts: &Facts<'_>, claim: &Claim, base: u64, stated: Decimal) -> Option<u64> {
    let percent = facts.figure(claim.percent?)?;
    let moved =
        facts.counts(claim.percent?.saturating_add(1)).filter(|one| one.sentence == percent.sentence)?;
    let said = (percent.behind..moved.first).any(|at| facts.page.word(at, CHUYEENR));
    let left = base.checked_sub(moved.count).filter(|_| said)?;
    (fit(claim.count, left, stated, claim.hedge) == Some(Fit::Right)).then_some(left)
}

/// What a change says of the numbers it is between: its share of the one before, or how the two stand.
fn changed(facts: &Facts<'_>, judged: &mut Judged, stated: Decimal) {
    let claim = judged.claim;
    let Some(at) = claim.counted else { return };
    if let Some(base) = changes::base(facts, at)
        && let Some(fit) = fit(claim.count, base, stated, claim.hedge)
    {
        (judged.base, judged.verdict) = (Some(base), of_fit(fit));
    } else if let Some((base, fit)) = changes::ratio(facts, at, stated) {
        // The numbers of a ratio are not those of the change: of cut digits nothing could be told.
        if !matches!(fit, Fit::Truncated | Fit::Lifted) {
            (judged.base, judged.verdict) = (Some(base), of_fit(fit));
        }
    } else if let Some(base) = changes::of_another(facts, at, stated) {
        (judged.base, judged.verdict) = (Some(base), Verdict::Right);
    } else if claim.hedge == Hedge::None {
        let near = |base: &u64| changes::nearly(claim.count, *base, stated);
        let base = changes::before(facts, at).or_else(|| changes::told(facts, at, claim.base));
        let base = base.or_else(|| changes::paired(facts, at, stated));
        let base = base.or_else(|| changes::adjacent(facts, at, stated).filter(near));
        match base.map(|base| (base, fit(claim.count, base, stated, claim.hedge))) {
            Some((base, Some(fit))) => (judged.base, judged.verdict) = (Some(base), of_fit(fit)),
            Some((base, None)) => wrong(judged, base, false),
            None => {
                if let Some((before, now)) = changes::against(facts, at, stated) {
                    judged.claim.count = now;
                    wrong(judged, before, false);
                }
            }
        }
    }
}

/// The number before a fraction, of another fraction or by itself, that a share is right of where it names what it is of.
fn named_near(facts: &Facts<'_>, claim: &Claim, own: u64) -> Option<(u64, Fit)> {
    let (at, stated) = (claim.counted?, claim.stated?);
    let figure = facts.figure(at).filter(|figure| figure.of.is_some())?;
    let near = facts.figures.get(at.saturating_sub(NEAR)..at)?.iter().rev();
    let near = near.filter(|other| other.paragraph == figure.paragraph && other.role == Role::Fact);
    let wholes = near.flat_map(|other| [other.of, Some(other.count)]).flatten();
    let mut fits = wholes.filter(|whole| *whole > own).filter_map(|whole| {
        Some((whole, fit(claim.count, whole, stated, claim.hedge).filter(|fit| *fit == Fit::Right)?))
    });
    fits.next()
}

/// *Kế hoạch năm 2022 kiểm tra 160 tổ chức; đã kiểm tra 168 tổ chức, đạt 105% kế hoạch*: the count right before that was planned.
fn plan_before(facts: &Facts<'_>, claim: &Claim) -> Option<u64> {
    let at = claim.counted?;
    let figure = facts.figure(at)?;
    let page = facts.page;
    // *năm 2022* may stand between.
    let mut before = facts.figures.get(at.saturating_sub(DATES)..at)?.iter().rev();
    let plan = before.find(|other| other.what != What::Other).filter(|other| other.what == What::Count)?;
    let words =
        (1..PLANNED).map_while(|back| plan.first.checked_sub(back).filter(|at| !page.ends_sentence(*at)));
    let mut words = words.take_while(|at| !page.mark(*at, ';'));
    let planned = words.any(|at| {
        page.says(at, &[KEES, HOACHJ]) || page.says(at, &[CHIR, TIEEU]) || page.says(at, &[DDUWOWCJ, GIAO])
    });
    // *được giao chỉ tiêu kết nạp 150 đảng viên. Đã kết nạp 158 đồng chí, đạt 103,5% kế hoạch*
    let beside = plan.sentence.saturating_add(1) == figure.sentence && plan.paragraph == figure.paragraph;
    let near = plan.sentence == figure.sentence || beside && claim.says == Says::Plan;
    // *quý I kết nạp 31 đảng viên, đạt 100% kế hoạch quý*: of that, and not of the year's.
    let behind = claim.percent.and_then(|at| facts.figure(at)).map_or(0, |one| one.behind);
    let period = page.at(behind.saturating_add(2));
    let other = page.says(behind, &[KEES, HOACHJ]) && period.is_any(&[QUYS, THANGS, NHIEEMJ]);
    let of_it =
        !other || (plan.first.saturating_sub(PLANNED)..plan.first).any(|at| page.word(at, period.key));
    let same = near && of_it && same_noun(page, plan, figure);
    (planned && same && plan.hedge == Hedge::None).then_some(plan.count)
}

/// *8 người ứng cử, trong đó 92% có trình độ đại học*: of none of the numbers near is that share a whole number.
fn of_none(facts: &Facts<'_>, claim: &Claim) -> bool {
    let Some((percent, stated)) = claim.percent.zip(claim.stated) else { return false };
    let Some(share) = facts.figure(percent) else { return false };
    let page = facts.page;
    // *(khóa XIII là 33,4%)*
    if share.depth > 0 && changes::dated(page, share.first.saturating_sub(6), share.first) {
        return false;
    }
    // What is said of them, and not of what they have: *8 xã, trong đó 92% số hộ …*.
    let about = page.at(share.behind).is_any(&[COS, LAF, DDATJ]);
    let none =
        |base: u64| nearest(stated, base).is_none_or(|count| fit(count, base, stated, Hedge::None).is_none());
    let near = facts.figures.get(percent.saturating_sub(NEAR)..percent).unwrap_or_default();
    let mut near = near.iter().filter(|other| {
        other.paragraph == share.paragraph && matches!(other.what, What::Count | What::Fraction)
    });
    let plain = claim.hedge == Hedge::None && stated < Decimal::ONE_HUNDRED && claim.says == Says::Share;
    about
        && plain
        && near.all(|other| none(other.count) && other.of.is_none_or(none) && other.hedge == Hedge::None)
}
