//! The whole a share is naturally of where no list says which: the count it names, or the nearest of the same.

use super::all_named;
use super::baseless::{baseless, stated_baseless};
use super::shares::rivals;
use crate::audit::changes::then_and_now;
use crate::audit::claims::{Claim, Says};
use crate::audit::figures::{Figure, Role, What};
use crate::audit::levels::Scale;
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::relations::Facts;
use crate::audit::relations::parents::{noun, same_noun};
use crate::audit::slips::{self, Slip};
use crate::audit::words::*;
use crate::decimal::{Decimal, Fit, Hedge, fit, nearest, whole_of};

/// How many figures before a claim the whole it is naturally of may stand.
const NEAR: usize = 8;

/// The one count before a claim that the share itself names, *số đảng viên được kiểm tra*; or else the nearest that counts the same,
/// if one slip of the hand explains why the share is not of it, or it is of nothing: else the base may be a number that is not
/// printed.
pub(super) fn natural(facts: &Facts<'_>, claim: &Claim) -> Option<u64> {
    let at = claim.counted?;
    let figure = facts.figure(at)?;
    let page = facts.page;
    let before = facts.figures.get(at.saturating_sub(NEAR)..at)?.iter().rev();
    if let Some(named) = claim.of.and_then(|of| noun(page, of)) {
        let mut whole = bracketed(facts, claim, named);
        for other in before.filter(|other| other.paragraph == figure.paragraph && other.count >= claim.count)
        {
            let so = counts(other) && noun(page, other.behind) == Some(named);
            let whole_so = other.role == Role::Fact && labelled(page, other, named);
            if (so || whole_so) && whole.replace(other.count).is_some() {
                return None;
            }
        }
        // *287 làng, chiếm 89,16% tổng số làng*: of no number of them.
        let own = || noun(page, figure.behind) == Some(named) && stated_baseless(claim);
        return whole.or_else(|| whole_of(claim.count, claim.stated?).filter(|_| own()));
    }
    if of_voters(facts, claim) {
        return None;
    }
    // The nearest of the same, or the nearest that is no share of another itself.
    let like = |at: &usize| {
        let same = facts.figure(*at).is_some_and(|other| counts(other) && same_noun(page, other, figure));
        same && !siblings(facts, *at, claim.counted.unwrap_or(*at))
            && !rivals(facts, *at, claim.counted.unwrap_or(*at))
    };
    let mut like = (at.saturating_sub(NEAR)..at).rev().filter(like);
    let nearest = like.next()?;
    let whole = like.find(|at| facts.share(*at).is_none()).filter(|_| facts.share(nearest).is_some());
    [Some(nearest), whole].into_iter().flatten().find_map(|whole| slipped(facts, claim, figure, whole))
}

/// *4 phiếu (10,00% tổng số đại biểu HĐND huyện)*: whether votes are a share of those who may vote, and not of votes.
pub(super) fn of_voters(facts: &Facts<'_>, claim: &Claim) -> bool {
    let figure = |at: Option<usize>| at.and_then(|at| facts.figure(at));
    let Some((votes, share)) = figure(claim.counted).zip(figure(claim.percent)) else { return false };
    let name = share.behind..share.behind.saturating_add(SAID);
    claim.named && facts.page.word(votes.behind, PHIEEUS) && !facts.page.tells(name, &[SOOS, PHIEEUS])
}

/// By how small a part of it a share may be of another number than a large one, not to be of that by chance.
const CLOSE: u64 = 25;
const LARGE: u64 = 100;
/// Most words of what is said of a noun.
const SAID: usize = 4;

/// The one number before a share that is called by the words behind its *tổng số*: *đã xử lý 330.421 đơn* for *tổng số đơn đã xử lý*.
pub(super) fn called(facts: &Facts<'_>, claim: &Claim) -> Option<u64> {
    if let Some(whole) = done_to(facts, claim) {
        return Some(whole);
    }
    let page = facts.page;
    let percent = facts.figure(claim.percent?)?;
    let all = all_named(page, percent.behind, 3)?;
    let name = noun(page, all)?;
    // Behind the noun, which is of one word or two.
    let said = all.saturating_add(if name.1 == 0 { 1 } else { 2 });
    let words = (0..SAID).take_while(|step| page.at(said.saturating_add(*step)).kind == Kind::Word).count();
    let at = claim.counted?;
    let mut found = None;
    for other in
        facts.figures.get(at.saturating_sub(NEAR)..at)?.iter().filter(|other| words > 1 && counts(other))
    {
        let same = (0..words).all(|step| {
            let back = words.saturating_sub(step);
            page.word_before(other.first, back, page.at(said.saturating_add(step)).key)
        });
        let whole = same && noun(page, other.behind) == Some(name) && other.count >= claim.count;
        if whole && found.replace(other.count).is_some() {
            return None;
        }
    }
    found
}

/// *được mời 85, có mặt 76, đạt 89,41%*, *118 đại biểu được triệu tập, dự họp 115*: those who should have come, of those who did.
pub(super) fn invited(facts: &Facts<'_>, claim: &Claim) -> Option<u64> {
    let page = facts.page;
    let at = claim.counted?;
    let own = facts.counts(at)?;
    let whole = facts.counts(at.checked_sub(1)?).filter(|one| one.plain() && one.sentence == own.sentence)?;
    let came = page.says(own.first.saturating_sub(2), &[COS, MAWTJ])
        || (1..3).any(|back| page.word_before(own.first, back, DUWJ));
    let around = whole.first.saturating_sub(SAID)..whole.behind.saturating_add(SAID).min(own.first);
    let asked = around.into_iter().any(|at| page.word(at, MOWIF) || page.says(at, &[TRIEEUJ, TAAPJ]));
    (came && asked && whole.count >= claim.count).then_some(whole.count)
}

/// *thụ lý 3.399 vụ việc, hòa giải thành 2.408 vụ việc, đạt tỷ lệ 73,5%*, *tổng số cử tri 61.284 người, đi bầu 60.917 cử tri, đạt 94,9%*: the
/// number right before a count, of the same or of all.
pub(super) fn paired(facts: &Facts<'_>, claim: &Claim) -> Option<u64> {
    let page = facts.page;
    let at = claim.counted?;
    let (own, percent) = (facts.counts(at)?, facts.figure(claim.percent?)?);
    let whole_at = at.checked_sub(1)?;
    let whole = facts.counts(whole_at).filter(|one| one.plain() && one.sentence == own.sentence)?;
    let rate = (1..4).any(|back| page.says(percent.first.saturating_sub(back), &[TYR, LEEJ]));
    let all = facts.totals.get(whole_at) == Some(&true);
    let alike = rate && same_noun(page, whole, own) && noun(page, own.behind).is_some() || all;
    let beside = whole.depth == own.depth && !page.marks(whole.behind..own.first, ';');
    let plain =
        facts.share(whole_at).is_none() && facts.level(whole_at).is_none() && facts.level(at).is_none();
    (alike && beside && plain && whole.count >= claim.count).then_some(whole.count)
}

/// *giới thiệu 76 đoàn viên, có 49 người được kết nạp, tức 64,5% số được giới thiệu*: the one number before a share of which that was said
/// in the same two words.
pub(super) fn done_to(facts: &Facts<'_>, claim: &Claim) -> Option<u64> {
    let page = facts.page;
    let behind = facts.figure(claim.percent?)?.behind;
    let mut words = behind..behind.saturating_add(SAID);
    if !page.word(behind, SOOS) {
        return None;
    }
    // *số giới thiệu*, *số được giới thiệu*
    let verb = words.find(|at| page.at(*at).is_any(&[DDUWOWCJ, DDAX])).unwrap_or(behind);
    let said = [page.key(verb.saturating_add(1)), page.key(verb.saturating_add(2))];
    let plain = page.stretch(behind..verb.saturating_add(3)).iter().all(|word| word.kind == Kind::Word);
    // A third word says more of whom.
    let ends = page.at(verb.saturating_add(3)).kind != Kind::Word;
    let at = claim.counted.filter(|_| plain && ends)?;
    let mut found = None;
    for other in facts.figures.get(at.saturating_sub(NEAR)..at)?.iter().filter(|other| counts(other)) {
        let same = other.count >= claim.count && page.says(other.first.saturating_sub(2), &said);
        if same && found.replace(other.count).is_some() {
            return None;
        }
    }
    found
}

/// The number now where a share is right of what it was a year ago, by the change told between: 45 are 20,1% of 224, not of 196.
pub(super) fn of_then(facts: &Facts<'_>, claim: &Claim) -> Option<u64> {
    let (at, stated) = (claim.counted?, claim.stated.filter(|stated| stated.scale() > 0)?);
    let mut changes = (at.saturating_sub(NEAR)..at).filter_map(|at| then_and_now(facts, at));
    let right = |base: u64| fit(claim.count, base, stated, Hedge::None) == Some(Fit::Right);
    changes.find(|(before, now)| right(*before) && *now >= claim.count).map(|(_, now)| now)
}

fn counts(figure: &Figure) -> bool {
    figure.what == What::Count && figure.role == Role::Fact
}

/// *tổng số hội viên toàn tỉnh 206.391*: whether the words before a number say that it is all of those.
fn labelled(page: &Page<'_>, figure: &Figure, named: (u32, u32)) -> bool {
    (3..9)
        .filter_map(|back| figure.first.checked_sub(back))
        .any(|at| page.says(at, &[TOONGR, SOOS]) && noun(page, at.saturating_add(2)) == Some(named))
}

/// Whether two counts are grades of one list, so that neither is of the other.
fn siblings(facts: &Facts<'_>, one: usize, other: usize) -> bool {
    let grade = |at: usize| facts.level(at).filter(|level| level.scale == Scale::Grade && !level.upwards);
    let among = || {
        let ends = facts.figure(one).zip(facts.figure(other));
        ends.is_some_and(|(one, other)| facts.page.tells(one.behind..other.first, &[TRONG, DDOS]))
    };
    grade(one).is_some() && grade(other).is_some() && !among()
}

/// *chiếm 8,5% tổng số đảng viên (2.450 đồng chí)*: the count in the bracket behind the name.
fn bracketed(facts: &Facts<'_>, claim: &Claim, named: (u32, u32)) -> Option<u64> {
    let inside = facts.figure(claim.percent?.saturating_add(1))?;
    let counts = inside.what == What::Count && inside.role == Role::Fact && inside.hedge == Hedge::None;
    let opened =
        facts.page.mark(inside.first.checked_sub(1)?, '(') && inside.first.saturating_sub(claim.of?) < 12;
    let alike = noun(facts.page, inside.behind).is_none_or(|noun| noun == named);
    // *bốn chi bộ chiếm 61% tổng số đảng viên (140 đồng chí)*: so many are 61 per cent.
    let base = whole_of(claim.count, claim.stated?)?;
    let near = base.saturating_mul(2) >= inside.count && base <= inside.count.saturating_mul(2);
    (counts && opened && alike && near && inside.count > claim.count).then_some(inside.count)
}

/// A count, if one slip of the hand explains why a share is not of it, or the share is of nothing.
fn slipped(facts: &Facts<'_>, claim: &Claim, figure: &Figure, whole_at: usize) -> Option<u64> {
    let (whole, stated) = (facts.figure(whole_at)?, claim.stated?);
    let apart = figure.sentence.saturating_sub(whole.sentence);
    let near = whole.paragraph == figure.paragraph && apart < 3;
    let plain = claim.hedge == Hedge::None && whole.hedge == Hedge::None;
    if !near || !plain || whole.depth > figure.depth {
        return None;
    }
    // *4.726 đảng viên chính thức, 165 dự bị; nữ 1.702 đồng chí, tỷ lệ 34,80%*: of both.
    let both = |at: usize| {
        let other = facts.counts(at).filter(|one| one.plain() && one.sentence == whole.sentence);
        let all = other.and_then(|one| whole.count.checked_add(one.count));
        all.and_then(|all| fit(claim.count, all, stated, Hedge::None)) == Some(Fit::Right)
    };
    if both(whole_at.saturating_add(1)) || whole_at.checked_sub(1).is_some_and(both) {
        return None;
    }
    // *709 tổ chức …, 439 vững mạnh (62,62%); 30,96% hoàn thành tốt, 6,13% hoàn thành, 0,29% yếu*: all of 701, who were rated.
    let own = whole_of(claim.count, stated)?;
    let fits = |one: &Figure, base: u64| {
        nearest(one.value, base)
            .is_some_and(|count| fit(count, base, one.value, Hedge::None) == Some(Fit::Right))
    };
    let rest = facts.figures.get(claim.percent?.saturating_add(1)..)?.iter().take(NEAR);
    let rest = rest.filter(|one| {
        one.what == What::Percent && one.paragraph == figure.paragraph && one.value.scale() > 1
    });
    if rest.filter(|one| fits(one, own) && !fits(one, whole.count)).count() > 1 {
        return None;
    }
    // One digit of three is another by chance.
    let told = |slip| slip != Slip::Mistyped || stated.scale() > 1 && stated >= Decimal::TEN;
    let less = claim.count < whole.count;
    let slip = slips::of_share(claim.count, whole.count, stated).filter(|_| less).is_some_and(told)
        || whole.count != claim.count && slips::of_count(claim.count, whole.count, stated).is_some();
    // *91.623 đảng viên. Người dân tộc thiểu số 15.183 (chiếm 16,4%)*: nearly, and of nothing else.
    let close = whole_of(claim.count, stated)?.abs_diff(whole.count).saturating_mul(CLOSE) <= whole.count;
    let close = close && less && claim.share && whole.count >= LARGE;
    ((slip || close) && stated.scale() > 0 && apart < 2
        || less && (claim.share || stated.scale() > 0) && baseless(claim.count, stated))
    .then_some(whole.count)
}

/// Whether the share is right of what a figure was a year ago: *215, bằng 58,58% so với cùng kỳ* was 367.
pub(super) fn last_year(facts: &Facts<'_>, claim: &Claim, stated: Decimal) -> bool {
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
