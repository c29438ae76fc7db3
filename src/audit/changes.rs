//! Changes held against the numbers of both periods: *187, tăng 32 so với năm 2020 (155)*, *từ 4.120 lên 5.036, tăng 916*.

mod compared;
mod periods;
pub(super) mod points;

use super::figures::{Figure, Role, What};
use super::lexer::Kind;
use super::page::Page;
use super::relations::Facts;
use super::relations::parents::{noun, same_noun};
use super::slips;
use super::words::*;
use crate::decimal::{Decimal, Fit, Hedge, fit, whole_digits, whole_of};
use periods::{bracketed, earlier, periods};

/// A change that is not the difference of its two numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Changed {
    /// The figure that says the change.
    pub(crate) figure: usize,
    pub(crate) before: u64,
    pub(crate) now: u64,
}

/// From so much on, two numbers do not have a change between them by chance.
const LARGE: u64 = 100;
/// How many times one number may be as large as the other of the period before.
const APART: u64 = 8;
/// How many figures back the number now of a change may stand.
const BACK: usize = 40;
/// How many figures away others of a row of changes may stand.
const BESIDE: usize = 32;
/// How many figures back the two numbers may stand.
const WINDOW: usize = 8;

/// Every change of a text whose two numbers are printed and give another.
pub(super) fn changes(facts: &Facts<'_>) -> Vec<Changed> {
    let mut found = Vec::new();
    for (at, figure) in facts.figures.iter().enumerate() {
        // *vượt 14 đảng viên so với kế hoạch (200 đảng viên)*
        let beyond = figure.role == Role::Beyond && figure.what == What::Count;
        let said = (figure.role == Role::Change || beyond) && figure.hedge == Hedge::None;
        if !said || !matches!(figure.what, What::Count | What::Percent) {
            continue;
        }
        let Some((before_at, now_at)) = periods(facts, at) else { continue };
        let Some((before, now)) = facts.figure(before_at).zip(facts.figure(now_at)) else {
            continue;
        };
        let gap = now.count.abs_diff(before.count);
        // *chuyển đi 22, tổng số giảm 40 so với năm 2021 (4.913)*: those are not two of one.
        let (low, high) = (now.count.min(before.count), now.count.max(before.count));
        let slipped =
            || slips::named(figure.count, gap).is_some() || slipped(figure, before.count, now.count);
        if low.saturating_mul(APART) < high && !slipped() {
            continue;
        }
        let right = if figure.what == What::Count {
            // *giảm 21 trường hợp*: whatever was counted.
            let bare = noun(facts.page, now.behind).is_none() && noun(facts.page, before.behind).is_none();
            let kinds = noun(facts.page, figure.behind).is_none()
                || bare && now_at.saturating_add(1) == at
                || now_at.saturating_add(1) == at && facts.page.says(figure.behind, &[SO, VOWIS])
                || facts.page.says(figure.behind, &[TRUWOWNGF, HOWPJ])
                || same_noun(facts.page, figure, now)
                || same_noun(facts.page, figure, before);
            !kinds || gap == figure.count
        } else {
            fit(gap, before.count, figure.value, figure.hedge).is_some()
        };
        if !right && !fits_another(facts, at, before.count) {
            found.push(Changed { figure: at, before: before.count, now: now.count });
        }
    }
    compared::compared(facts, &mut found);
    found
}

/// *kiểm tra 3.888 tổ chức, tăng 12 tổ chức so với năm 2019 (376)*: whether one slip makes one of the two numbers the other and the change.
fn slipped(changed: &Figure, before: u64, now: u64) -> bool {
    let fits = |typed: u64, other: u64| {
        let right = [other.checked_add(changed.count), other.checked_sub(changed.count)];
        right.into_iter().flatten().any(|right| right > 9 && slips::slip(typed, right).is_some())
    };
    changed.what == What::Count && (fits(now, before) || fits(before, now))
}

/// Whether another number of the sentence, of the same, is the number now: *388 hội viên: chi hội 1: 78, …, trường học: 17; tăng 7 hội
/// viên so với năm trước (381)*.
fn fits_another(facts: &Facts<'_>, at: usize, before: u64) -> bool {
    let Some(changed) = facts.figure(at).filter(|one| one.what == What::Count) else { return false };
    let near = facts.figures.get(at.saturating_sub(BACK)..at).unwrap_or_default();
    near.iter().any(|one| {
        // *2.846 lượt với 3.517 người; tăng 118 lượt (cùng kỳ 2.728 lượt)*
        let word = facts.page.at(changed.behind);
        let alike = word.kind == Kind::Word && facts.page.word(one.behind, word.key);
        let same = alike || same_noun(facts.page, one, changed);
        same && counts(one) && one.sentence == changed.sentence && one.count.abs_diff(before) == changed.count
    })
}

/// What a change is a percentage of: the number before it, printed or worked out from the number now.
pub(super) fn base(facts: &Facts<'_>, at: usize) -> Option<u64> {
    let changed = facts.figure(at)?;
    if let Some(before) = before(facts, at).or_else(|| opened(facts, at)) {
        return Some(before);
    }
    reckoned(facts.page, now(facts, at)?.count, changed)
}

/// *So với cuối năm 2023 (1.962 đảng viên) tăng 57 đồng chí*: the number in the bracket right before a change.
fn opened(facts: &Facts<'_>, at: usize) -> Option<u64> {
    let page = facts.page;
    let (changed, before) = (facts.figure(at)?, facts.figure(at.checked_sub(1)?)?);
    let open = bracketed(page, before.first.saturating_sub(2), before)?;
    let than = page.tells(open.saturating_sub(WINDOW)..open, &[SO, VOWIS]);
    (than && earlier(before) && before.sentence == changed.sentence).then_some(before.count)
}

/// The number before, worked out from the number now.
fn reckoned(page: &Page<'_>, now: u64, changed: &Figure) -> Option<u64> {
    // *giảm 55 đơn*, *ít hơn 03 vụ*
    let less = page.says(changed.first.saturating_sub(2), &[ITS, HOWN]);
    let fewer = less || (1..4).any(|back| page.word_before(changed.first, back, GIAMR));
    if fewer { now.checked_add(changed.count) } else { now.checked_sub(changed.count) }
}

/// The number now of what changed: the nearest before that is called by most of the same words, *11 người chết* for *giảm 19 người
/// chết*.
fn now<'f>(facts: &'f Facts<'f>, at: usize) -> Option<&'f Figure> {
    let changed = facts.figure(at)?;
    let before = facts.figures.get(at.saturating_sub(BACK)..at)?.iter().filter(|figure| counts(figure));
    before.max_by_key(|figure| {
        let near =
            figure.paragraph == changed.paragraph && changed.sentence.saturating_sub(figure.sentence) < 2;
        if near { alike(facts.page, figure, changed) } else { 0 }
    })
}

/// How many words behind two numbers are the same, of the first three; two more where the next stands before the other: *làm chết 700
/// người* for *giảm 86 người chết*.
fn alike(page: &Page<'_>, one: &Figure, other: &Figure) -> usize {
    let same = |step: &usize| {
        let (one, other) =
            (page.at(one.behind.saturating_add(*step)), page.at(other.behind.saturating_add(*step)));
        one.kind == Kind::Word && other.is_word(one.key)
    };
    let words = (0..3).take_while(same).count();
    let next = other.behind.saturating_add(words);
    let before = |back: usize| page.before(one.first, back).key;
    let word = page.at(next).kind == Kind::Word && words > 0;
    let turned = page.key(next) == before(1)
        || page.key(next) == before(2) && page.key(next.saturating_add(1)) == before(1);
    words.saturating_add(if word && turned { 2 } else { 0 })
}

/// The number before that a change says without printing it, and the number now: *196 đảng viên …, giảm 28* were 224.
pub(super) fn then_and_now(facts: &Facts<'_>, at: usize) -> Option<(u64, u64)> {
    let changed = facts.figure(at).filter(|one| one.role == Role::Change && one.what == What::Count)?;
    let now = now(facts, at).filter(|now| same_noun(facts.page, now, changed))?;
    Some((reckoned(facts.page, now.count, changed)?, now.count))
}

/// *tăng 74 tổ chức, bằng 118,0% nhiệm kỳ trước*: the number now as a share of the one before, not the change.
pub(super) fn ratio(facts: &Facts<'_>, at: usize, stated: Decimal) -> Option<(u64, Fit)> {
    let (before, now) = match periods(facts, at) {
        Some((before, now)) => (facts.figure(before)?.count, facts.figure(now)?.count),
        None => (base(facts, at)?, now(facts, at)?.count),
    };
    Some((before, fit(now, before, stated, Hedge::None)?))
}

/// *543 đơn, giảm 55 đơn, bằng 89,9% so với cùng kỳ*: the number before and that now, of which they are nearly that share.
pub(super) fn against(facts: &Facts<'_>, at: usize, stated: Decimal) -> Option<(u64, u64)> {
    let share = facts.figure(at.saturating_add(1)).filter(|one| one.what == What::Percent)?;
    let (changed, now) = (facts.figure(at)?, facts.counts(at.checked_sub(1)?)?);
    let beside = now.plain() && now.depth == changed.depth && now.sentence == changed.sentence;
    let said = facts.page.word_before(share.first, 1, BAWNGF) && same_noun(facts.page, now, changed);
    let before = reckoned(facts.page, now.count, changed).filter(|_| beside && said)?;
    let own = fit(changed.count, before, stated, Hedge::None).is_some();
    (!own && nearly(now.count, before, stated)).then_some((before, now.count))
}

/// The number before that stands behind a change and its share, *1.526 đảng viên, tăng 418, tỷ lệ 27,39% so với nhiệm kỳ trước (1.108)*,
/// where the change is between it and the number now.
pub(super) fn told(facts: &Facts<'_>, at: usize, before: Option<u64>) -> Option<u64> {
    let changed = facts.figure(at)?;
    let near = facts.figures.get(at.saturating_sub(WINDOW)..at)?.iter().rev();
    let mut near = near.filter(|one| counts(one) && one.sentence == changed.sentence);
    before.filter(|before| near.any(|now| reckoned(facts.page, now.count, changed) == Some(*before)))
}

/// What the change right behind a number of the same is a percentage of: *548 đảng viên (giảm 69 đảng viên, 11,5%)*.
pub(super) fn adjacent(facts: &Facts<'_>, at: usize, stated: Decimal) -> Option<u64> {
    let page = facts.page;
    let changed = facts.figure(at)?;
    let (now, others) = facts.figures.get(at.saturating_sub(WINDOW)..at)?.split_last()?;
    let near = now.sentence == changed.sentence && changed.first.saturating_sub(now.behind) < 8;
    let plain = now.hedge == Hedge::None && changed.hedge == Hedge::None;
    // *làm chết 5 người, bị thương 4 người; giảm 10 người chết (-67%)*: of another number of the same.
    let other = others.iter().filter(|other| counts(other) && same_noun(page, other, changed)).any(|other| {
        reckoned(page, other.count, changed)
            .is_some_and(|base| fit(changed.count, base, stated, Hedge::None).is_some())
    });
    let same = counts(now) && same_noun(page, now, changed);
    if near && plain && same && !other { base(facts, at) } else { None }
}

/// The number before of a change that two numbers near have between them, *thụ lý 5.842 vụ …. Năm trước thụ lý 5.316. Như vậy tăng 526 vụ
/// (9,98%)*: where the share is right of it; or, if none is so, where it is of the number now, or nearly of that before.
pub(super) fn paired(facts: &Facts<'_>, at: usize, stated: Decimal) -> Option<u64> {
    let changed = facts.figure(at)?;
    // *tăng 273 người (5,2%)*
    let share = facts.figure(at.saturating_add(1)).filter(|one| one.what == What::Percent);
    let bracket = share.is_some_and(|one| {
        let verb = facts.page.before(one.first, 1).is_any(&[TAWNG, GIAMR]);
        facts.page.mark(one.first.saturating_sub(if verb { 2 } else { 1 }), '(')
    });
    // *tăng 1.650 đảng viên, tức số đảng viên tăng 4,7%*
    let said = share.is_some_and(|one| {
        let words = facts.page.stretch(changed.behind..one.first);
        words.iter().any(|word| word.is_any(&[TUWCS, TUWOWNG]))
    });
    let near = facts.figures.get(at.saturating_sub(BACK)..at)?.iter().filter(|one| {
        let apart = changed.sentence.saturating_sub(one.sentence);
        let plain = matches!(one.role, Role::Fact | Role::Before) && one.hedge == Hedge::None;
        plain && one.what == What::Count && one.paragraph == changed.paragraph && apart < 3
    });
    let of = |base: u64| fit(changed.count, base, stated, Hedge::None);
    let pairs = near.clone().filter_map(|now| {
        let same = same_noun(facts.page, now, changed);
        let before = reckoned(facts.page, now.count, changed)?;
        let printed = |one: &Figure| {
            let alike = same_noun(facts.page, one, changed) || noun(facts.page, one.behind).is_none();
            one.count == before && (alike || !same)
        };
        near.clone().any(printed).then_some((now.count, before, same))
    });
    // *Năm 2022: 149. Tăng 22, bằng 114,77% so với năm 2022*: all of them as a share of those before.
    if pairs.clone().any(|(now, before, _)| fit(now, before, stated, Hedge::None).is_some()) {
        return None;
    }
    if let Some((_, right, _)) = pairs.clone().find(|(_, before, _)| of(*before) == Some(Fit::Right)) {
        return Some(right);
    }
    // Called otherwise, only a slip says that they are meant: *413 quần chúng …, tăng 77 người*.
    let meant = |(now, before, same): &(u64, u64, bool)| {
        of(*before).is_none()
            && (of(*now) == Some(Fit::Right)
                || *same && said
                || (*same || changed.count >= LARGE) && (bracket || nearly(changed.count, *before, stated))
                || slips::explains(changed.count, *before, stated))
    };
    pairs.clone().find(meant).map(|(_, before, _)| before)
}

/// Whether a share is within a tenth of what it should be, or one slip from it: so that nothing else is meant.
pub(super) fn nearly(count: u64, base: u64, stated: Decimal) -> bool {
    let gap = whole_of(count, stated).map_or(base, |whole| whole.abs_diff(base));
    gap.saturating_mul(10) <= base || slips::explains(count, base, stated)
}

/// What a change in a row of such is a share of where two others are right of what theirs are: *giảm 24 vụ (-67%), giảm 19 người chết
/// (-63%), giảm 4 người bị thương (-33%)*.
pub(super) fn beside(facts: &Facts<'_>, at: usize, right: &[usize]) -> Option<u64> {
    let changed = facts.figure(at)?;
    let near = |other: &&usize| {
        facts.figure(**other).is_some_and(|other| {
            other.paragraph == changed.paragraph && changed.sentence.abs_diff(other.sentence) < 3
        })
    };
    // In the order of the text.
    let from = right.partition_point(|other| other.saturating_add(BESIDE) < at);
    let right = right.get(from..).unwrap_or_default();
    let right = right.iter().take_while(|other| **other < at.saturating_add(BESIDE));
    let named = now(facts, at).is_some_and(|now| {
        let words = alike(facts.page, now, changed);
        let others = facts.figures.get(at.saturating_sub(BACK)..at).unwrap_or_default().iter();
        let mut others = others.filter(|other| counts(other) && other.sentence == now.sentence);
        let near = words > 0 && changed.sentence.saturating_sub(now.sentence) < 2;
        // *11 người chết* says nothing of *4 người bị thương*.
        let ends = |one: &Figure| facts.page.at(one.behind.saturating_add(words)).kind != Kind::Word;
        let named = words > 2 || ends(now) || ends(changed);
        near && named
            && others.all(|other| other.count == now.count || alike(facts.page, other, changed) < words)
    });
    if named && right.filter(near).count() > 1 { base(facts, at) } else { None }
}

/// The number before, of another number of the same in the sentence, of which a change is right: *làm chết 30 người, bị thương 1 người, …
/// tăng 15 người chết (tăng 100%)*.
pub(super) fn of_another(facts: &Facts<'_>, at: usize, stated: Decimal) -> Option<u64> {
    let changed = facts.figure(at)?;
    let near = facts.figures.get(at.saturating_sub(BACK)..at)?.iter();
    let near = near.filter(|one| {
        let near = changed.sentence.saturating_sub(one.sentence) < 2 && one.role == Role::Fact;
        near && matches!(one.what, What::Count | What::Fraction) && same_noun(facts.page, one, changed)
    });
    // *341/360 vụ …, giảm 171 vụ (giảm 32,2%)*: 360 are those now.
    let numbers = near.flat_map(|one| [Some(one.count), one.of]).flatten();
    let mut before = numbers.filter_map(|now| reckoned(facts.page, now, changed));
    before.find(|before| fit(changed.count, *before, stated, Hedge::None) == Some(Fit::Right))
}

/// The number of the period before, where both are printed.
pub(super) fn before(facts: &Facts<'_>, at: usize) -> Option<u64> {
    periods(facts, at).and_then(|(before, _)| facts.figure(before)).map(|before| before.count)
}

fn counts(figure: &Figure) -> bool {
    figure.what == What::Count && figure.role == Role::Fact
}

pub(super) fn year(page: &Page<'_>, figure: &Figure) -> Option<u64> {
    // *so với năm 2020* is no year of a count behind it.
    let than = (1..3).any(|back| page.word_before(figure.first, back, VOWIS));
    let alone = figure.what == What::Other && figure.behind == figure.first.saturating_add(1) && !than;
    let year = whole_digits(page.written(figure.first)).filter(|_| alone)?;
    (1930..=2100).contains(&year).then_some(year)
}

/// Whether the words say of another period: *năm 2019 là*, *cùng kỳ*, *nhiệm kỳ trước*, *khóa XIII*.
pub(super) fn dated(page: &Page<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| {
        let next = at.saturating_add(1);
        match page.key(at) {
            CUNGF => page.word(next, KYF),
            KYF => page.word(next, TRUWOWCS),
            KHOAS => page.word(next, TRUWOWCS) || page.at(next).capital,
            NAWM => page.at(next).is_any(&[TRUWOWCS, NGOAIS]) || page.written(next).len() == 4,
            _ => false,
        }
    })
}
