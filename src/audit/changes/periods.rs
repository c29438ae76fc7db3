//! The two numbers that a change is between: which was before and which is now, where the text prints both.

use super::{counts, dated, year};
use crate::audit::claims::Says;
use crate::audit::figures::{Figure, Role, What};
use crate::audit::lexer::{Kind, Token};
use crate::audit::page::Page;
use crate::audit::relations::Facts;
use crate::audit::relations::parents::{noun, same_noun};
use crate::audit::words::*;
use crate::decimal::{Hedge, fit};

/// How many figures back the two numbers may stand.
const WINDOW: usize = 8;
/// How many words before a change its sentence may begin.
const NAMED: usize = 10;

/// The numbers of the two periods of a change: (before, now), if both are printed for it.
pub(super) fn periods(facts: &Facts<'_>, at: usize) -> Option<(usize, usize)> {
    let changed = facts.figure(at)?;
    let page = facts.page;
    let inside = rises(facts, at.saturating_add(1), at.saturating_add(2));
    if let Some(pair) = inside.filter(|_| page.mark(changed.behind, '(')) {
        return Some(pair);
    }
    let mut counted: Vec<usize> = Vec::new();
    let mut years: Vec<(usize, u64)> = Vec::new();
    for other_at in at.saturating_sub(WINDOW)..at {
        let Some(other) = facts.figure(other_at).filter(|other| other.sentence == changed.sentence) else {
            continue;
        };
        if counts(other) && other.hedge == Hedge::None && other.depth <= changed.depth {
            counted.push(other_at);
        }
        years.extend(year(page, other).map(|year| (other_at, year)));
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
    if let Some(before) = than(facts, at)
        .or_else(|| bracket(facts, at))
        .or_else(|| colon(facts, at))
        .or_else(|| against(facts, now, at))
    {
        return Some((before, now));
    }
    // *1.842 đảng viên ở 58 chi bộ; so với đầu năm (1.806 đảng viên) tăng 36 đảng viên*
    let same = |at: &&usize| facts.figure(**at).is_some_and(|one| same_noun(page, one, changed));
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
    let (one, other) = (facts.figure(earlier)?, facts.figure(now)?);
    // Năm 2022 có 450 cuộc, năm 2021 có 400 cuộc: each has its year.
    let bare = noun(page, one.behind).is_none() && noun(page, other.behind).is_none();
    // *năm 2020 là 61, năm 2021 là 49, giảm 12 tổ chức*
    let said = bare && page.word_before(one.first, 1, LAF) && page.word_before(other.first, 1, LAF);
    if counted.len() != 2 || !said && !same_noun(page, one, other) {
        return elsewhere(facts, changed, now);
    }
    // *thụ lý 49 vụ, giải quyết 35 vụ, so với 6 tháng đầu năm 2018 thụ lý tăng 9 vụ*: that year is of neither.
    let behind = facts.figure(now).map_or(0, |now| now.behind);
    let than = |at: usize| facts.figure(at).is_some_and(|year| page.tells(behind..year.first, &[SO, VOWIS]));
    let years: Vec<u64> = years.into_iter().filter(|(at, _)| !than(*at)).map(|(_, year)| year).collect();
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
fn of_fraction(facts: &Facts<'_>, changed: &Figure, at: usize) -> Option<(usize, usize)> {
    let now_at = (at.saturating_sub(2)..at).rev().find(|at| {
        facts.figure(*at).is_some_and(|one| {
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
fn thus(facts: &Facts<'_>, changed: &Figure, at: usize) -> Option<(usize, usize)> {
    let page = facts.page;
    let floor = changed.first.saturating_sub(NAMED);
    let opens = (floor..changed.first).rev().find(|at| page.ends_sentence(*at))?.saturating_add(1);
    if !page.says(opens, &[NHUW, VAAYJ]) {
        return None;
    }
    let before = (at.saturating_sub(WINDOW)..at).filter_map(|at| Some((at, facts.figure(at)?)));
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
fn rises(facts: &Facts<'_>, earlier: usize, now: usize) -> Option<(usize, usize)> {
    let page = facts.page;
    let (one, other) = (facts.figure(earlier).filter(|one| counts(one))?, facts.figure(now)?);
    let plain = one.hedge == Hedge::None && other.hedge == Hedge::None && counts(other);
    if !plain || one.sentence != other.sentence || !page.word_before(one.first, 1, TUWF) {
        return None;
    }
    let to = |at: usize| page.at(at).is_any(&[LEEN, XUOONGS, CONF]) || page.says(at, &[DDEENS, NAY]);
    (one.behind..other.first).any(to).then_some((earlier, now))
}

/// The number of the period before in the sentence beside: it has the name of that period, *năm 2019* or *đầu năm*, which stands
/// behind the change too, and the same words around its count.
fn elsewhere(facts: &Facts<'_>, changed: &Figure, now: usize) -> Option<(usize, usize)> {
    let page = facts.page;
    let this = facts.figure(now)?;
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
        let Some(other) = facts.figure(other_at) else { break };
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

/// *So với năm 2019 (1.205 đảng viên), năm 2020 có 1.260* and *1.260 đảng viên (năm 2019 là 1.205)*: the count in the bracket
/// beside the number now.
pub(super) fn against(facts: &Facts<'_>, now_at: usize, changed_at: usize) -> Option<usize> {
    let page = facts.page;
    let now = facts.figure(now_at)?;
    for at in now_at.saturating_add(1)..changed_at {
        let Some(other) = facts.figure(at).filter(|other| earlier(other)) else { continue };
        let open = bracketed(page, now.behind, other);
        let than = |open: usize| {
            page.tells(open.saturating_sub(8)..open, &[SO, VOWIS]) && same_noun(page, other, now)
        };
        if open.is_some_and(|open| dated(page, open, other.first) || than(open)) {
            return Some(at);
        }
    }
    let at = (now_at.saturating_sub(WINDOW)..now_at).rev().find(|at| facts.counts(*at).is_some())?;
    let before = facts.figure(at)?;
    let open = bracketed(page, before.first.saturating_sub(2), before)?;
    let than = page.tells(open.saturating_sub(8)..open, &[SO, VOWIS]);
    // Behind a semicolon another change is told.
    let near = before.sentence == now.sentence && !page.marks(before.behind..now.first, ';');
    (than && near && earlier(before) && same_noun(page, before, now)).then_some(at)
}

/// *tăng 12 ca so với 85 ca của cùng kỳ*: the count that a change is said to be against.
fn than(facts: &Facts<'_>, at: usize) -> Option<usize> {
    let page = facts.page;
    let (changed, next) = (facts.figure(at)?, facts.figure(at.saturating_add(1))?);
    let against = page.says(next.first.checked_sub(2)?, &[SO, VOWIS]);
    let near = next.first.saturating_sub(changed.behind) < 6 && next.sentence == changed.sentence;
    (against && near && earlier(next) && same_noun(page, changed, next)).then_some(at.saturating_add(1))
}

/// *so với năm 2020 (155 đảng viên)*, *(năm 2020 là 155)*: the count in the bracket behind a change.
fn bracket(facts: &Facts<'_>, at: usize) -> Option<usize> {
    let page = facts.page;
    let changed = facts.figure(at)?;
    for next_at in at.saturating_add(1)..at.saturating_add(4) {
        let next = facts.figure(next_at)?;
        if next.first.saturating_sub(changed.behind) >= 24 || next.sentence != changed.sentence {
            return None;
        }
        if !earlier(next) {
            continue;
        }
        let open = bracketed(page, changed.behind, next)?;
        // *82 vụ, việc* is one unit.
        let unit = |at: usize| page.word_before(at, 1, VUJ) && page.word(at.saturating_add(1), VIEECJ);
        let split = (changed.behind..open).any(|at| page.mark(at, ',') && !unit(at) || page.mark(at, ';'));
        // *thấp hơn 4 người so với dự kiến nhưng cao hơn so với khóa XIII (78 người)*
        let against = (changed.behind..open).filter(|at| page.says(*at, &[SO, VOWIS])).count();
        let split = split || against > 1;
        let compared = open.saturating_add(1) == next.first && page.tells(changed.behind..open, &[SO, VOWIS]);
        return (!split && (compared || dated(page, open, next.first))).then_some(next_at);
    }
    None
}

/// *tăng 9 trường hợp so với năm trước: 52*
fn colon(facts: &Facts<'_>, at: usize) -> Option<usize> {
    let page = facts.page;
    let next_at = at.saturating_add(1);
    let (changed, next) = (facts.figure(at)?, facts.figure(next_at).filter(|one| earlier(one))?);
    let words = changed.behind..next.first.saturating_sub(1);
    let than = page.tells(words.clone(), &[SO, VOWIS]) && page.mark(words.end, ':');
    let plain = page.stretch(words).iter().all(|word| word.kind == Kind::Word);
    let alone = page.mark(next.behind, ')') || page.ends_sentence(next.behind);
    (than && plain && alone && next.sentence == changed.sentence).then_some(next_at)
}

/// The bracket, not before that place, in which a count stands with nothing behind it.
pub(super) fn bracketed(page: &Page<'_>, floor: usize, figure: &Figure) -> Option<usize> {
    let open = (floor..figure.first).rev().find(|at| page.mark(*at, '(') || page.mark(*at, ')'))?;
    let alone = page.marks(figure.behind..figure.behind.saturating_add(5), ')');
    (alone && page.mark(open, '(')).then_some(open)
}

/// A plain count, which may be said to be of the period before.
pub(super) fn earlier(figure: &Figure) -> bool {
    let role = matches!(figure.role, Role::Fact | Role::Before);
    figure.what == What::Count && role && figure.hedge == Hedge::None
}
