//! What a count is counted among: *45 chi bộ, trong đó 12 …*, *trong tổng số 45 chi bộ có 12 …*. And whether two counts count
//! the same thing.

use super::Facts;
use crate::audit::figures::{Figure, Role, What};
use crate::audit::lexer::{Kind, Token};
use crate::audit::page::Page;
use crate::audit::words::*;

/// How many figures back a whole may stand.
const WINDOW: usize = 24;
/// How far, in words.
const REACH: usize = 60;
/// Most words between *trong đó* and its count.
const NAME: usize = 16;
/// Most words between *số*, which names what is counted, and its number.
const LABEL: usize = 12;
/// Most words between a number in a bracket and its end.
const NEXT: usize = 6;

/// The figure that a count is a part of by the words before it.
#[inline(never)]
pub(in crate::audit) fn parent(facts: &Facts<'_>, counted: usize) -> Option<usize> {
    let figure = facts.figure(counted)?;
    let page = facts.page;
    let mut nearest = true;
    for at in (counted.saturating_sub(WINDOW)..counted).rev() {
        let other = facts.figure(at)?;
        let counts = matches!(other.what, What::Count | What::Fraction) && other.role == Role::Fact;
        // *chiếm 11% (tương đương 669 hộ), trong đó …*
        let beside = counts && nearest && bracketed(facts, at, figure);
        if beside {
            return Some(at);
        }
        if !counts || other.depth > figure.depth {
            continue;
        }
        if nearest && heads(page, other, figure) {
            return Some(at);
        }
        let near =
            nearest && (among(page, other, figure) && !rate(page, other) || named(page, other, figure));
        let whole = total(page, other)
            && other.sentence == figure.sentence
            && figure.first.saturating_sub(other.behind) < REACH
            && !splits(page, other.behind, figure.first);
        if near || whole {
            return Some(at);
        }
        // Over counts of the same list, which have shares of their own.
        if facts.share(at).is_none() || other.sentence != figure.sentence {
            return None;
        }
        nearest = false;
    }
    None
}

/// *4.372 đảng viên (nữ 1.422, chiếm 32,52%; …)*: a number right before a bracket in which the name of a part stands first, with its share.
fn heads(page: &Page<'_>, whole: &Figure, part: &Figure) -> bool {
    let share = page.mark(part.behind, ',') && page.word(part.behind.saturating_add(1), CHIEEMS);
    if !share || part.depth <= whole.depth || part.count >= whole.count {
        return false;
    }
    let open = (whole.behind..whole.behind.saturating_add(NEXT)).find(|at| page.at(*at).kind != Kind::Word);
    let Some(open) = open.filter(|at| page.mark(*at, '(')) else { return false };
    let name = page.stretch(open.saturating_add(1)..part.first);
    let other = |word: &Token| word.is_any(&[NAWM, KYF, SO, TAWNG, GIAMR, CONF, TRONG]);
    (1..NEXT).contains(&name.len()) && name.iter().all(|word| word.kind == Kind::Word && !other(word))
}

/// *đạt tỷ lệ 47 máy/ 100 dân*: of so many, of which nothing is a part.
fn rate(page: &Page<'_>, figure: &Figure) -> bool {
    let behind = figure.behind.saturating_add(1);
    page.mark(behind, '/') && page.at(behind.saturating_add(1)).is_number()
}

/// Whether a number stands alone with its words in the bracket of a percentage, and *trong đó* right behind that and before a count.
fn bracketed(facts: &Facts<'_>, at: usize, figure: &Figure) -> bool {
    let page = facts.page;
    let both = facts.figure(at).zip(at.checked_sub(1).and_then(|at| facts.figure(at)));
    both.is_some_and(|(one, percent)| {
        let close = (one.behind..one.behind.saturating_add(NEXT)).find(|at| page.mark(*at, ')'));
        let opened = percent.what == What::Percent && page.mark(percent.behind, '(');
        let deep = one.depth == figure.depth.saturating_add(1) && one.sentence == figure.sentence;
        let among = |close: usize| (1..4).any(|step| page.says(close.saturating_add(step), &[TRONG, DDOS]));
        let near = figure.first.saturating_sub(one.behind) < NAME;
        opened && deep && near && close.is_some_and(among)
    })
}

/// Whether *trong đó* or *trong số đó* stands right before a count, or a level further: *trong đó hoàn thành xuất sắc nhiệm vụ 33*. In
/// the middle of a sentence it is of what stands in it.
fn among(page: &Page<'_>, whole: &Figure, part: &Figure) -> bool {
    let (from, to, larger) = (whole.behind, part.first, whole.count >= part.count);
    let begins = |at: usize| (1..3).any(|back| at.checked_sub(back).is_none_or(|at| page.ends_sentence(at)));
    let level = (4..8).rev().find(|back| page.word_before(to, *back, HOANF)).unwrap_or(3);
    let floor = to.saturating_sub(level).saturating_sub(3).max(from);
    page.stretch(floor..to).iter().zip(floor..).any(|(token, at)| match token.key {
        TRONG => {
            (page.says(at, &[TRONG, DDOS])
                || page.says(at, &[TRONG, SOOS, DDOS])
                || page.says(at, &[TRONG, SOOS, NAYF]))
                && (whole.sentence == part.sentence || begins(at))
        }
        COW => larger && page.says(at, &[COW, CAAUS]),
        _ => false,
    })
}

/// *trong đó đảng viên là người có đạo là 466 đồng chí*, *Trong số đảng viên mới có 19 đảng viên …*: a name between, of the same.
fn named(page: &Page<'_>, whole: &Figure, part: &Figure) -> bool {
    let verb = page.before(part.first, 1);
    if !verb.is_word(LAF) && !verb.is_word(COS) {
        return false;
    }
    let words = whole.behind.max(part.first.saturating_sub(NAME))..part.first;
    let mut words = words.rev().take_while(|at| page.at(*at).kind == Kind::Word);
    let of_it = whole.sentence == part.sentence || whole.count >= part.count;
    let opens = |at: usize| {
        verb.is_word(LAF) && page.says(at, &[TRONG, DDOS]) && of_it
            || verb.is_word(COS)
                && whole.count >= part.count
                && page.says(at, &[TRONG, SOOS])
                && page.ends_sentence(at.saturating_sub(1))
    };
    words.any(opens) && same_noun(page, whole, part)
}

/// What a percentage behind *trong đó* is of, further on in its sentence: *trong đó 53,3% …, 25,7% …*.
pub(in crate::audit) fn among_others(facts: &Facts<'_>, percent: usize) -> Option<usize> {
    let figure = facts.figure(percent)?;
    let words = figure.first.saturating_sub(REACH)..figure.first;
    let mut words = words.rev().take_while(|at| !facts.page.ends_sentence(*at));
    let open = words.find(|at| facts.page.says(*at, &[TRONG, DDOS]))?;
    let before = (percent.saturating_sub(WINDOW)..percent).rev();
    let whole = before.into_iter().find(|at| facts.figure(*at).is_some_and(|one| one.behind <= open))?;
    let near = facts.figure(whole).is_some_and(|one| open.saturating_sub(one.behind) < NAME);
    (near && facts.counts(whole).is_some()).then_some(whole)
}

/// A semicolon ends what a whole was said for.
fn splits(page: &Page<'_>, from: usize, to: usize) -> bool {
    page.marks(from..to, ';')
}

/// Whether the words before a count say that parts of it follow: *trong (tổng) số, trên tổng số*, or *trong* by itself.
#[inline(never)]
pub(in crate::audit) fn total(page: &Page<'_>, figure: &Figure) -> bool {
    let word = |back: usize, key: u32| page.word_before(figure.first, back, key);
    let sum = word(1, SOOS)
        && (word(2, TRONG) || word(2, TOONGR) && (word(3, TRONG) || word(3, TREEN) || word(3, VOWIS)));
    sum || word(1, TRONG)
}

/// What a count counts: its noun, with one number for all words for people.
#[inline(never)]
pub(in crate::audit) fn noun(page: &Page<'_>, at: usize) -> Option<(u32, u32)> {
    // *1.204 lượt tổ chức đảng*.
    let at = at.saturating_add(usize::from(page.word(at, LUWOWTJ)));
    let first = page.at(at);
    if first.kind != Kind::Word {
        return None;
    }
    if first.key == TCCSDD {
        return Some((TOOR, CHUWCS));
    }
    let second = page.at(at.saturating_add(1)).key;
    let people = match first.key {
        DDOONGF => second == CHIS,
        DDANGR => second == VIEEN,
        NGUWOWIF | DDC | DDV => true,
        // đ/c
        DD => page.mark(at.saturating_add(1), '/'),
        _ => false,
    };
    if people {
        return Some((NGUWOWIF, 0));
    }
    let two = [CHI, DDANGR, TOOR, TAAPJ, COONG, CANS, CAS].contains(&first.key);
    Some((first.key, if two { second } else { 0 }))
}

/// Whether organisations are counted, of which nobody counts one twice.
pub(super) fn organisations(page: &Page<'_>, figure: &Figure) -> bool {
    // *82 trường hợp* are no schools.
    noun(page, figure.behind)
        .is_some_and(|noun| [CHI, DDANGR, TOOR, TAAPJ, DDOWN, XAX, TRUWOWNGF].contains(&noun.0))
        && !page.says(figure.behind, &[TRUWOWNGF, HOWPJ])
}

/// Whether offices, units or bodies are counted, of whatever kind.
pub(super) fn offices(page: &Page<'_>, figure: &Figure) -> bool {
    let kinds = [DDOWN, TOOR, COW, BOOJ, SOWR, BAN, TAAPJ, PHONGF, CHI, DDANGR];
    noun(page, figure.behind).is_some_and(|noun| kinds.contains(&noun.0))
}

/// Whether two figures count the same thing, as far as their nouns say.
#[inline(never)]
pub(in crate::audit) fn same_noun(page: &Page<'_>, one: &Figure, other: &Figure) -> bool {
    counted(page, one).is_some_and(|known| counted(page, other) == Some(known))
}

/// The noun behind a count; or before it, where nothing stands behind: *Tổng số đảng viên được xếp loại: 2.364*.
pub(super) fn counted(page: &Page<'_>, figure: &Figure) -> Option<(u32, u32)> {
    let words = (figure.first.saturating_sub(LABEL)..figure.first).rev();
    let mut words = words.take_while(|at| page.at(*at).kind == Kind::Word || page.mark(*at, ':'));
    let before = || words.find(|at| page.word(*at, SOOS)).and_then(|at| noun(page, at.saturating_add(1)));
    noun(page, figure.behind).or_else(before)
}
