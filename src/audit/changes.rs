//! Changes held against the numbers of both periods: *187, tăng 32 so với năm 2020 (155)*, *từ 4.120 lên 5.036, tăng 916*.

mod compared;
pub(super) mod points;

use super::claims::Says;
use super::figures::{Figure, Role, What};
use super::lexer::{Kind, Token};
use super::page::Page;
use super::relations::Facts;
use super::relations::parents::{noun, same_noun};
use super::slips;
use super::words::*;
use crate::decimal::{Decimal, Fit, Hedge, fit, whole_digits, whole_of};

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
/// How many words before a change its sentence may begin.
const NAMED: usize = 10;
/// How many figures back the two numbers may stand.
const WINDOW: usize = 8;

/// Every change of a text whose two numbers are printed and give another.
pub(super) fn changes(facts: Facts<'_>) -> Vec<Changed> {
    let mut found = Vec::new();
    for (at, figure) in facts.figures.iter().enumerate() {
        let said = figure.role == Role::Change && figure.hedge == Hedge::None;
        if !said || !matches!(figure.what, What::Count | What::Percent) {
            continue;
        }
        let Some((before_at, now_at)) = periods(facts, at) else { continue };
        let Some((before, now)) = facts.figures.get(before_at).zip(facts.figures.get(now_at)) else {
            continue;
        };
        let gap = now.count.abs_diff(before.count);
        // *chuyển đi 22, tổng số giảm 40 so với năm 2021 (4.913)*: those are not two of one.
        let (low, high) = (now.count.min(before.count), now.count.max(before.count));
        if low.saturating_mul(APART) < high && slips::named(figure.count, gap).is_none() {
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

/// Whether another number of the sentence, of the same, is the number now: *388 hội viên: chi hội 1: 78, …, trường học: 17; tăng 7 hội
/// viên so với năm trước (381)*.
fn fits_another(facts: Facts<'_>, at: usize, before: u64) -> bool {
    let Some(changed) = facts.figures.get(at).filter(|one| one.what == What::Count) else { return false };
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
pub(super) fn base(facts: Facts<'_>, at: usize) -> Option<u64> {
    let changed = facts.figures.get(at)?;
    if let Some(before) = before(facts, at).or_else(|| opened(facts, at)) {
        return Some(before);
    }
    reckoned(facts.page, now(facts, at)?, changed)
}

/// *So với cuối năm 2023 (1.962 đảng viên) tăng 57 đồng chí*: the number in the bracket right before a change.
fn opened(facts: Facts<'_>, at: usize) -> Option<u64> {
    let page = facts.page;
    let (changed, before) = (facts.figures.get(at)?, facts.figures.get(at.checked_sub(1)?)?);
    let open = bracketed(page, before.first.saturating_sub(2), before)?;
    let than = page.tells(open.saturating_sub(WINDOW)..open, &[SO, VOWIS]);
    (than && earlier(before) && before.sentence == changed.sentence).then_some(before.count)
}

/// The number before, worked out from the number now.
fn reckoned(page: &Page<'_>, now: &Figure, changed: &Figure) -> Option<u64> {
    let fewer = (1..4).any(|back| page.word_before(changed.first, back, GIAMR));
    if fewer { now.count.checked_add(changed.count) } else { now.count.checked_sub(changed.count) }
}

/// The number now of what changed: the nearest before that is called by most of the same words, *11 người chết* for *giảm 19 người
/// chết*.
fn now<'f>(facts: Facts<'f>, at: usize) -> Option<&'f Figure> {
    let changed = facts.figures.get(at)?;
    let before = facts.figures.get(at.saturating_sub(BACK)..at)?.iter().filter(|figure| counts(figure));
    before.max_by_key(|figure| {
        let near =
            figure.paragraph == changed.paragraph && changed.sentence.saturating_sub(figure.sentence) < 2;
        if near { alike(facts.page, figure, changed) } else { 0 }
    })
}

/// How many words behind two numbers are the same, of the first three.
fn alike(page: &Page<'_>, one: &Figure, other: &Figure) -> usize {
    let same = |step: &usize| {
        let (one, other) =
            (page.at(one.behind.saturating_add(*step)), page.at(other.behind.saturating_add(*step)));
        one.kind == Kind::Word && other.is_word(one.key)
    };
    (0..3).take_while(same).count()
}

/// The number before that a change says without printing it, and the number now: *196 đảng viên …, giảm 28* were 224.
pub(super) fn then_and_now(facts: Facts<'_>, at: usize) -> Option<(u64, u64)> {
    let changed = facts.figures.get(at).filter(|one| one.role == Role::Change && one.what == What::Count)?;
    let now = now(facts, at).filter(|now| same_noun(facts.page, now, changed))?;
    Some((reckoned(facts.page, now, changed)?, now.count))
}

/// *tăng 74 tổ chức, bằng 118,0% nhiệm kỳ trước*: the number now as a share of the one before, not the change.
pub(super) fn ratio(facts: Facts<'_>, at: usize, stated: Decimal) -> Option<(u64, Fit)> {
    let (before, now) = match periods(facts, at) {
        Some((before, now)) => (facts.figures.get(before)?.count, facts.figures.get(now)?.count),
        None => (base(facts, at)?, now(facts, at)?.count),
    };
    Some((before, fit(now, before, stated, Hedge::None)?))
}

/// The number before that stands behind a change and its share, *1.526 đảng viên, tăng 418, tỷ lệ 27,39% so với nhiệm kỳ trước (1.108)*,
/// where the change is between it and the number now.
pub(super) fn told(facts: Facts<'_>, at: usize, before: Option<u64>) -> Option<u64> {
    let changed = facts.figures.get(at)?;
    let near = facts.figures.get(at.saturating_sub(WINDOW)..at)?.iter().rev();
    let mut near = near.filter(|one| counts(one) && one.sentence == changed.sentence);
    before.filter(|before| near.any(|now| reckoned(facts.page, now, changed) == Some(*before)))
}

/// What the change right behind a number of the same is a percentage of: *548 đảng viên (giảm 69 đảng viên, 11,5%)*.
pub(super) fn adjacent(facts: Facts<'_>, at: usize, stated: Decimal) -> Option<u64> {
    let page = facts.page;
    let changed = facts.figures.get(at)?;
    let (now, others) = facts.figures.get(at.saturating_sub(WINDOW)..at)?.split_last()?;
    let near = now.sentence == changed.sentence && changed.first.saturating_sub(now.behind) < 8;
    let plain = now.hedge == Hedge::None && changed.hedge == Hedge::None;
    // *làm chết 5 người, bị thương 4 người; giảm 10 người chết (-67%)*: of another number of the same.
    let other = others.iter().filter(|other| counts(other) && same_noun(page, other, changed)).any(|other| {
        reckoned(page, other, changed)
            .is_some_and(|base| fit(changed.count, base, stated, Hedge::None).is_some())
    });
    let same = counts(now) && same_noun(page, now, changed);
    if near && plain && same && !other { base(facts, at) } else { None }
}

/// The number before of a change that two numbers near have between them, *thụ lý 5.842 vụ …. Năm trước thụ lý 5.316. Như vậy tăng 526 vụ
/// (9,98%)*: where the share is right of it; or, if none is so, where it is of the number now, or nearly of that before.
pub(super) fn paired(facts: Facts<'_>, at: usize, stated: Decimal) -> Option<u64> {
    let changed = facts.figures.get(at)?;
    // *tăng 273 người (5,2%)*
    let share = facts.figures.get(at.saturating_add(1)).filter(|one| one.what == What::Percent);
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
        let before = reckoned(facts.page, now, changed)?;
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
pub(super) fn beside(facts: Facts<'_>, at: usize, right: &[usize]) -> Option<u64> {
    let changed = facts.figures.get(at)?;
    let near = |other: &&usize| {
        facts.figures.get(**other).is_some_and(|other| {
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
        let mut others = others.filter(|other| counts(other) && other.paragraph == changed.paragraph);
        let near = words > 0 && changed.sentence.saturating_sub(now.sentence) < 2;
        // *11 người chết* says nothing of *4 người bị thương*.
        let ends = |one: &Figure| facts.page.at(one.behind.saturating_add(words)).kind != Kind::Word;
        let named = words > 2 || ends(now) || ends(changed);
        near && named
            && others.all(|other| other.count == now.count || alike(facts.page, other, changed) < words)
    });
    if named && right.filter(near).count() > 1 { base(facts, at) } else { None }
}

/// The number of the period before, where both are printed.
pub(super) fn before(facts: Facts<'_>, at: usize) -> Option<u64> {
    periods(facts, at).and_then(|(before, _)| facts.figures.get(before)).map(|before| before.count)
}

fn counts(figure: &Figure) -> bool {
    figure.what == What::Count && figure.role == Role::Fact
}

/// The numbers of the two periods of a change: (before, now), if both are printed for it.
fn periods(facts: Facts<'_>, at: usize) -> Option<(usize, usize)> {
    let changed = facts.figures.get(at)?;
    let page = facts.page;
    let inside = rises(facts, at.saturating_add(1), at.saturating_add(2));
    if let Some(pair) = inside.filter(|_| page.mark(changed.behind, '(')) {
        return Some(pair);
    }
    let mut counted: Vec<usize> = Vec::new();
    let mut years: Vec<u64> = Vec::new();
    for other_at in at.saturating_sub(WINDOW)..at {
        let Some(other) = facts.figures.get(other_at).filter(|other| other.sentence == changed.sentence)
        else {
            continue;
        };
        if counts(other) && other.hedge == Hedge::None && other.depth <= changed.depth {
            counted.push(other_at);
        }
        years.extend(year(page, other));
    }
    let Some(now) = counted.last().copied() else {
        return thus(facts, changed, at).or_else(|| of_fraction(facts, changed, at));
    };
    // A second change behind the same pair is of something else: *bình quân mỗi năm giảm 166*.
    let between = facts.figures.get(now.saturating_add(1)..at)?;
    // And what was reached of a plan is the number now: *giao 140 …, đã kết nạp 153/140, tăng 12,5%*.
    let reached = |other: &Figure| other.what == What::Fraction && other.role == Role::Fact;
    if between.iter().any(|other| other.role == Role::Change || reached(other)) {
        return None;
    }
    if let Some(before) = than(facts, at).or_else(|| bracket(facts, at)).or_else(|| against(facts, now, at)) {
        return Some((before, now));
    }
    // *1.842 đảng viên ở 58 chi bộ; so với đầu năm (1.806 đảng viên) tăng 36 đảng viên*
    let same = |at: &&usize| facts.figures.get(**at).is_some_and(|one| same_noun(page, one, changed));
    if let Some(kind) = counted.iter().rev().find(same).filter(|kind| **kind != now)
        && let Some(before) = against(facts, *kind, at)
    {
        return Some((before, *kind));
    }
    let Some(earlier) = counted.len().checked_sub(2).and_then(|at| counted.get(at)).copied() else {
        return elsewhere(facts, changed, now);
    };
    if let Some(pair) = rises(facts, earlier, now) {
        return Some(pair);
    }
    let (one, other) = (facts.figures.get(earlier)?, facts.figures.get(now)?);
    // Năm 2022 có 450 cuộc, năm 2021 có 400 cuộc: each has its year.
    let bare = noun(page, one.behind).is_none() && noun(page, other.behind).is_none();
    // *năm 2020 là 61, năm 2021 là 49, giảm 12 tổ chức*
    let said = bare && page.word_before(one.first, 1, LAF) && page.word_before(other.first, 1, LAF);
    if counted.len() != 2 || !said && !same_noun(page, one, other) {
        return elsewhere(facts, changed, now);
    }
    match years.as_slice() {
        // *8.264 đồng chí, năm 2019 là 8.391 đồng chí, giảm 127 đồng chí*
        [_] if dated(page, one.behind, other.first) && !page.marks(one.behind..other.first, ';') => {
            let fewer = page.word_before(changed.first, 1, GIAMR);
            (one.count != other.count && fewer == (one.count < other.count)).then_some((now, earlier))
        }
        [first, second] if first > second => Some((now, earlier)),
        [first, second] if first < second => Some((earlier, now)),
        _ => None,
    }
}

/// *41/54 tổ chức đạt vững mạnh, chiếm 75,93%, tăng 7 tổ chức so với năm 2016 (37 tổ chức)*: the upper number is that now, where its share is
/// of the lower one.
fn of_fraction(facts: Facts<'_>, changed: &Figure, at: usize) -> Option<(usize, usize)> {
    let now_at = (at.saturating_sub(2)..at).rev().find(|at| {
        facts.figures.get(*at).is_some_and(|one| {
            let fraction = one.what == What::Fraction && one.role == Role::Fact && one.hedge == Hedge::None;
            fraction && one.sentence == changed.sentence && same_noun(facts.page, one, changed)
        })
    })?;
    let share = facts.share(now_at)?;
    let right =
        share.base.zip(share.stated).and_then(|(base, stated)| fit(share.count, base, stated, share.hedge));
    let whole = share.says == Says::Share && right.is_some();
    bracket(facts, at).filter(|_| whole).map(|before| (before, now_at))
}

/// *Năm 2019 nhận 312 đơn; năm 2018 là 260 đơn. Như vậy tăng 52 đơn*: the two numbers of the sentence before, each with its year.
fn thus(facts: Facts<'_>, changed: &Figure, at: usize) -> Option<(usize, usize)> {
    let page = facts.page;
    let floor = changed.first.saturating_sub(NAMED);
    let opens = (floor..changed.first).rev().find(|at| page.ends_sentence(*at))?.saturating_add(1);
    if !page.says(opens, &[NHUW, VAAYJ]) {
        return None;
    }
    let before = (at.saturating_sub(WINDOW)..at).filter_map(|at| Some((at, facts.figures.get(at)?)));
    let before = before.filter(|(_, one)| one.sentence.saturating_add(1) == changed.sentence);
    let numbers: Vec<usize> = before
        .clone()
        .filter(|(_, one)| counts(one) && one.hedge == Hedge::None && one.depth == changed.depth)
        .filter(|(_, one)| same_noun(page, one, changed))
        .map(|(at, _)| at)
        .collect();
    let years: Vec<u64> = before.filter_map(|(_, one)| year(page, one)).collect();
    match (numbers.as_slice(), years.as_slice()) {
        ([one, other], [first, second]) if first > second => Some((*other, *one)),
        ([one, other], [first, second]) if first < second => Some((*one, *other)),
        _ => None,
    }
}

/// *từ 86 lên 98*, *từ 4.120 … đến nay 5.036*.
fn rises(facts: Facts<'_>, earlier: usize, now: usize) -> Option<(usize, usize)> {
    let page = facts.page;
    let (one, other) = (facts.figures.get(earlier).filter(|one| counts(one))?, facts.figures.get(now)?);
    let plain = one.hedge == Hedge::None && other.hedge == Hedge::None && counts(other);
    if !plain || one.sentence != other.sentence || !page.word_before(one.first, 1, TUWF) {
        return None;
    }
    let to = |at: usize| page.at(at).is_any(&[LEEN, XUOONGS, CONF]) || page.says(at, &[DDEENS, NAY]);
    (one.behind..other.first).any(to).then_some((earlier, now))
}

/// The number of the period before in the sentence beside: it has the name of that period, *năm 2019* or *đầu năm*, which stands
/// behind the change too, and the same words around its count.
fn elsewhere(facts: Facts<'_>, changed: &Figure, now: usize) -> Option<(usize, usize)> {
    let page = facts.page;
    let this = facts.figures.get(now)?;
    let against = changed.behind.saturating_add(6);
    let than = (changed.behind..against).find(|at| page.says(*at, &[SO, VOWIS]))?.saturating_add(2);
    // *335 đảng viên, tăng 15*: nothing else is said to have changed.
    let of_it =
        page.mark(changed.first.checked_sub(2)?, ',') || page.mark(changed.first.checked_sub(2)?, '(');
    if !of_it || !page.word_before(this.first, 1, COS) {
        return None;
    }
    let mut found = None;
    for other_at in now.saturating_sub(WINDOW)..now.saturating_add(WINDOW) {
        let Some(other) = facts.figures.get(other_at) else { break };
        let beside = other.sentence.abs_diff(changed.sentence) == 1 && other.paragraph == changed.paragraph;
        if !beside || !counts(other) || !same_noun(page, other, this) {
            continue;
        }
        // Nothing but the name of the period stands before it in its sentence.
        let from = (1..8).find(|back| other.first.checked_sub(*back).is_none_or(|at| page.ends_sentence(at)));
        let Some(from) = from else { continue };
        let from = other.first.saturating_sub(from.saturating_sub(1));
        let period = (from..other.first).all(|at| {
            let then = page.at(than.saturating_add(at.saturating_sub(from)));
            let (word, last) = (page.at(at), at.saturating_add(1) == other.first);
            if last { word.is_word(COS) } else { same_word(page, word, then) }
        });
        // *so với đầu năm ngoái* is another year's.
        let ends = than.saturating_add(other.first.saturating_sub(from)).saturating_sub(1);
        let open =
            matches!(page.at(ends).kind, Kind::Word | Kind::Number) && !page.before(ends, 1).is_number();
        let alike = other.hedge == Hedge::None && !open;
        if period && alike && same_words(page, other.behind, this.behind) && found.replace(other_at).is_some()
        {
            return None;
        }
    }
    found.map(|before| (before, now))
}

/// Whether the same words stand at two places, up to the first mark.
fn same_words(page: &Page<'_>, one: usize, other: usize) -> bool {
    for step in 0..8 {
        let (one, other) = (page.at(one.saturating_add(step)), page.at(other.saturating_add(step)));
        if one.kind != Kind::Word || other.kind != Kind::Word {
            return one.kind != Kind::Word && other.kind != Kind::Word;
        }
        if one.key != other.key && step > 1 {
            return false;
        }
    }
    true
}

fn same_word(page: &Page<'_>, one: &Token, other: &Token) -> bool {
    let written = |token: &Token| page.text.get(token.from..token.to);
    one.kind == Kind::Word && other.is_word(one.key)
        || one.kind == Kind::Number && other.kind == Kind::Number && written(one) == written(other)
}

pub(super) fn year(page: &Page<'_>, figure: &Figure) -> Option<u64> {
    // *so với năm 2020* is no year of a count behind it.
    let than = (1..3).any(|back| page.word_before(figure.first, back, VOWIS));
    let alone = figure.what == What::Other && figure.behind == figure.first.saturating_add(1) && !than;
    let year = whole_digits(page.written(figure.first)).filter(|_| alone)?;
    (1930..=2100).contains(&year).then_some(year)
}

/// *So với năm 2019 (1.205 đảng viên), năm 2020 có 1.260* and *1.260 đảng viên (năm 2019 là 1.205)*: the count in the bracket
/// beside the number now.
pub(super) fn against(facts: Facts<'_>, now_at: usize, changed_at: usize) -> Option<usize> {
    let page = facts.page;
    let now = facts.figures.get(now_at)?;
    for at in now_at.saturating_add(1)..changed_at {
        let Some(other) = facts.figures.get(at).filter(|other| earlier(other)) else { continue };
        let open = bracketed(page, now.behind, other);
        let than = |open: usize| {
            page.tells(open.saturating_sub(8)..open, &[SO, VOWIS]) && same_noun(page, other, now)
        };
        if open.is_some_and(|open| dated(page, open, other.first) || than(open)) {
            return Some(at);
        }
    }
    let at = (now_at.saturating_sub(WINDOW)..now_at).rev().find(|at| facts.counts(*at).is_some())?;
    let before = facts.figures.get(at)?;
    let open = bracketed(page, before.first.saturating_sub(2), before)?;
    let than = page.tells(open.saturating_sub(8)..open, &[SO, VOWIS]);
    // Behind a semicolon another change is told.
    let near = before.sentence == now.sentence && !page.marks(before.behind..now.first, ';');
    (than && near && earlier(before) && same_noun(page, before, now)).then_some(at)
}

/// A plain count, which may be said to be of the period before.
fn earlier(figure: &Figure) -> bool {
    let role = matches!(figure.role, Role::Fact | Role::Before);
    figure.what == What::Count && role && figure.hedge == Hedge::None
}

/// The bracket, not before that place, in which a count stands with nothing behind it.
fn bracketed(page: &Page<'_>, floor: usize, figure: &Figure) -> Option<usize> {
    let open = (floor..figure.first).rev().find(|at| page.mark(*at, '(') || page.mark(*at, ')'))?;
    let alone = page.marks(figure.behind..figure.behind.saturating_add(5), ')');
    (alone && page.mark(open, '(')).then_some(open)
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

/// *tăng 12 ca so với 85 ca của cùng kỳ*: the count that a change is said to be against.
fn than(facts: Facts<'_>, at: usize) -> Option<usize> {
    let page = facts.page;
    let (changed, next) = (facts.figures.get(at)?, facts.figures.get(at.saturating_add(1))?);
    let against = page.says(next.first.checked_sub(2)?, &[SO, VOWIS]);
    let near = next.first.saturating_sub(changed.behind) < 6 && next.sentence == changed.sentence;
    (against && near && earlier(next) && same_noun(page, changed, next)).then_some(at.saturating_add(1))
}

/// *so với năm 2020 (155 đảng viên)*, *(năm 2020 là 155)*: the count in the bracket behind a change.
fn bracket(facts: Facts<'_>, at: usize) -> Option<usize> {
    let page = facts.page;
    let changed = facts.figures.get(at)?;
    for next_at in at.saturating_add(1)..at.saturating_add(4) {
        let next = facts.figures.get(next_at)?;
        if next.first.saturating_sub(changed.behind) >= 24 || next.sentence != changed.sentence {
            return None;
        }
        if !earlier(next) {
            continue;
        }
        let open = bracketed(page, changed.behind, next)?;
        let split = (changed.behind..open).any(|at| page.mark(at, ',') || page.mark(at, ';'));
        // *thấp hơn 4 người so với dự kiến nhưng cao hơn so với khóa XIII (78 người)*
        let against = (changed.behind..open).filter(|at| page.says(*at, &[SO, VOWIS])).count();
        let split = split || against > 1;
        let compared = open.saturating_add(1) == next.first && page.tells(changed.behind..open, &[SO, VOWIS]);
        return (!split && (compared || dated(page, open, next.first))).then_some(next_at);
    }
    None
}
