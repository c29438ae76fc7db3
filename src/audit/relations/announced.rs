//! Lists that the words say are all of their whole: in its bracket, ended by the others, so many kinds of it.

use super::parents::{noun, offices, organisations, same_noun};
use super::partitions::{MOST, NAME, REACH, WINDOW, bracket, missing, plain};
use super::{Facts, Relation, opens};
use crate::audit::changes::dated;
use crate::audit::figures::spelled::digit;
use crate::audit::figures::{Figure, What};
use crate::audit::lexer::Kind;
use crate::audit::slips::meant;
use crate::audit::words::*;
use crate::decimal::{Hedge, whole_digits};

/// Most words of the name of a list's first item.
const LABEL: usize = 14;
/// Longest bracket that is looked through, in words.
const LONGEST: usize = 60;

/// The items of a bracket that says it is the list of a whole, *37 người, cụ thể (Đảng ủy 02 người; trường học 05 người; …)*: each ends
/// with a count of the same.
pub(super) fn enclosed(facts: &Facts<'_>, whole_at: usize) -> Option<Relation> {
    let page = facts.page;
    let whole = facts.counts(whole_at).filter(plain)?;
    let near = page.stretch(whole.behind..whole.behind.saturating_add(REACH));
    let mut at = whole.behind.saturating_add(near.iter().position(|token| token.is('('))?);
    let said = page.says(at.saturating_sub(2), &[CUJ, THEER]) || page.word(at.saturating_add(1), GOOMF);
    // *25 chi bộ (12 chi bộ thôn, 5 chi bộ trường học, 8 chi bộ cơ quan)*: nobody counts one of them twice.
    let units = || bracket(page, whole) == Some(at) && organisations(page, whole);
    if !said && !units() || (whole.behind..at).any(|at| page.ends_sentence(at) || page.at(at).is_number()) {
        return None;
    }
    // *27 đơn vị (gồm 16 bộ, 4 cơ quan ngang bộ và 8 cơ quan trực thuộc)*: kinds of units.
    let kinds = page.word(at.saturating_add(1), GOOMF) && offices(page, whole);
    let mut next = whole_at.saturating_add(1);
    let mut parts: Vec<usize> = Vec::new();
    loop {
        let from = at.saturating_add(1);
        at = (from..from.saturating_add(REACH)).find(|at| {
            page.mark(*at, ';') || page.mark(*at, ',') || page.mark(*at, ')') || kinds && page.word(*at, VAF)
        })?;
        let mut last = None;
        while facts.figure(next).is_some_and(|figure| figure.first < at) {
            last = Some(next).filter(|next| facts.counts(*next).is_some());
            next = next.saturating_add(1);
        }
        let part = last.and_then(|last| facts.figure(last));
        let part = part.filter(|part| same_noun(page, whole, part) || kinds && offices(page, part))?;
        if part.of.is_some() || part.hedge != Hedge::None || parts.len() > REACH {
            return None;
        }
        parts.extend(last);
        if page.mark(at, ')') {
            break;
        }
    }
    let sum = facts.sum(&parts);
    let near = sum.saturating_mul(2) > whole.count && whole.count.saturating_mul(2) > sum;
    (parts.len() > 2 && near && (said || meant(whole.count, sum)))
        .then(|| missing(whole_at, whole.count, parts, sum))
        .flatten()
}

/// *trong đó: 39 đảng viên là cán bộ; 85 đảng viên là công chức; 13 đảng viên làm nghề khác*: the others are the last.
pub(super) fn and_others(facts: &Facts<'_>, whole_at: usize) -> Option<Relation> {
    let page = facts.page;
    let whole = facts.counts(whole_at).filter(plain)?;
    let mut parts = Vec::new();
    for at in whole_at.saturating_add(1)..whole_at.saturating_add(REACH) {
        let Some(part) = facts.counts(at) else { continue };
        let same = same_noun(page, whole, part) && part.depth == whole.depth;
        if part.sentence != whole.sentence || !same || !plain(&part) {
            return None;
        }
        if parts.is_empty() && !opens(page, whole.behind, part.first) {
            return None;
        }
        parts.push(at);
        let name = part.behind..part.behind.saturating_add(NAME);
        let mut name = name.take_while(|at| page.at(*at).kind == Kind::Word);
        if name.any(|at| page.word(at, KHACS)) {
            let sum = facts.sum(&parts);
            let near = parts.len() > 2 && meant(whole.count, sum);
            return near.then(|| missing(whole_at, whole.count, parts, sum)).flatten();
        }
    }
    None
}

/// *3.321 đơn (khiếu nại 76, tố cáo 143 và kiến nghị 3.448 đơn)*: one of the parts in its bracket is more than all of it.
pub(super) fn too_many(facts: &Facts<'_>, whole_at: usize) -> Option<Relation> {
    let page = facts.page;
    let whole = facts.counts(whole_at).filter(plain)?;
    let open = bracket(page, whole)?;
    let close = (open..open.saturating_add(LONGEST)).find(|at| page.mark(*at, ')'))?;
    if dated(page, open, close) {
        return None;
    }
    let (mut parts, mut same) = (Vec::new(), false);
    for at in whole_at.saturating_add(1)..whole_at.saturating_add(MOST) {
        let Some(figure) = facts.figure(at).filter(|figure| figure.first < close) else { break };
        let part = facts.counts(at).filter(plain)?;
        same |= part.count > whole.count && same_noun(page, whole, figure);
        parts.push(at);
    }
    let sum = facts.sum(&parts);
    (parts.len() > 2 && same).then(|| missing(whole_at, whole.count, parts, sum)).flatten()
}

/// *ra khỏi Đảng 128 (khai trừ 29, xóa tên 71, xin ra 38)*: a bracket right behind a number that is nothing but names with counts, none of
/// which may be another's too.
pub(super) fn filled(facts: &Facts<'_>, whole_at: usize) -> Option<Relation> {
    let page = facts.page;
    let whole = facts.counts(whole_at).filter(plain).filter(|one| one.count > 9)?;
    let open = Some(whole.behind).filter(|open| page.mark(*open, '('))?;
    let mut parts = Vec::new();
    let mut from = open.saturating_add(1);
    for at in whole_at.saturating_add(1)..whole_at.saturating_add(MOST) {
        let part = facts.counts(at).filter(plain).filter(|one| one.depth > whole.depth)?;
        let name = from..part.first;
        let named = !name.is_empty() && name.clone().all(|at| page.at(at).kind == Kind::Word);
        // Women, the young, minorities may be any of the others.
        let traits = [NUWX, NAM, TRER, DAAN, TOON, DDOANF];
        if !named || name.clone().any(|at| page.at(at).is_any(&traits)) {
            return None;
        }
        parts.push(at);
        let end = page.at(part.behind);
        if end.is(')') {
            break;
        }
        if !end.is(',') && !end.is(';') {
            return None;
        }
        from = part.behind.saturating_add(1);
    }
    let sum = facts.sum(&parts);
    let known = (whole_at.saturating_sub(WINDOW)..whole_at)
        .any(|at| facts.counts(at).is_some_and(|one| one.count == sum));
    let closed = facts.figure(*parts.last()?).is_some_and(|last| page.mark(last.behind, ')'));
    (closed && !known && parts.len() > 2 && meant(whole.count, sum))
        .then(|| missing(whole_at, whole.count, parts, sum))
        .flatten()
}

/// A list that is said to be all: *chia theo dân tộc: Tày 1.206, …, các dân tộc khác 315*, *chia ra: …*, *gồm ba loại: …* with three. Told of
/// the nearest number before that is nearly its sum.
pub(super) fn divided(facts: &Facts<'_>, first_at: usize) -> Option<Relation> {
    let page = facts.page;
    let first = facts.counts(first_at).filter(plain)?;
    let own = first_at.checked_sub(1).and_then(|at| facts.figure(at));
    let floor = first.first.saturating_sub(LABEL).max(own.map_or(0, |own| own.behind));
    let mut colons = (floor..first.first).rev().filter(|at| page.mark(*at, ':'));
    // *do 4 cấp quyết định: chi bộ: 17 trường hợp*: the nearest may be the first part's own.
    let colon = colons.next().and_then(|nearest| {
        let own = nearest.saturating_add(1) == first.first;
        colons.next().filter(|_| own).or(Some(nearest))
    })?;
    let before = colon.saturating_sub(NAME)..colon;
    let by = page.tells(before.clone(), &[CHIA, THEO]) || page.tells(before.clone(), &[PHAAN, THEO]);
    let out = page.says(colon.saturating_sub(2), &[CHIA, RA]);
    // *gồm ba loại:*, *do 4 cấp quyết định:*
    let kinds = before.clone().find_map(|at| {
        let kinds = page.at(at.saturating_add(1)).is_any(&[LOAIJ, NHOMS, MUWCS, KHOOIS, CAAPS]);
        let many =
            digit(page.at(at)).or_else(|| whole_digits(page.written(at)).filter(|_| page.at(at).is_number()));
        many.filter(|many| kinds && *many < 10 && at.saturating_add(5) > colon)
    });
    if !by && !out && kinds.is_none() || (colon..first.first).any(|at| page.ends_sentence(at)) {
        return None;
    }
    let mut parts = Vec::new();
    let mut others = false;
    for at in first_at..first_at.saturating_add(REACH) {
        let Some(figure) = facts.figure(at).filter(|one| one.sentence == first.sentence) else { break };
        if figure.depth > first.depth || figure.what == What::Percent {
            continue;
        }
        let part = facts.counts(at).filter(plain).filter(|part| part.depth == first.depth)?;
        // *không đơn vị nào yếu*
        if part.count == 0 {
            continue;
        }
        let floor = facts.figure(at.saturating_sub(1)).map_or(0, |before| before.behind);
        parts.push(at);
        others = (floor.max(part.first.saturating_sub(NAME))..part.first).any(|at| page.word(at, KHACS));
        if by && others {
            break;
        }
    }
    // *4 hội nghị, 712 người; 38 hội nghị, 4.105 người*: of two things.
    let kinds_of = |at: &usize| facts.figure(*at).and_then(|one| noun(page, one.behind));
    let mut nouns = parts.iter().filter_map(kinds_of);
    if nouns.next().is_some_and(|first| nouns.any(|other| other != first)) {
        return None;
    }
    let all = by && others || out || kinds.is_some_and(|kinds| u64::try_from(parts.len()) == Ok(kinds));
    let sum = facts.sum(&parts);
    let mut before = (first_at.saturating_sub(REACH)..first_at).rev();
    let count = |at: usize| facts.counts(at).filter(plain).map_or(0, |one| one.count);
    // *480 đoàn viên chia ra: …*
    let own = own.filter(|one| one.sentence == first.sentence && out && parts.len() > 2);
    if let Some(whole_at) = first_at.checked_sub(1).filter(|at| own.is_some() && meant(count(*at), sum)) {
        return missing(whole_at, count(whole_at), parts, sum);
    }
    if !all || parts.len() < 3 || before.clone().any(|at| count(at) == sum) {
        return None;
    }
    let whole_at = before.find(|at| {
        let near = |one: &Figure| {
            let apart = one.paragraph.abs_diff(first.paragraph);
            one.depth <= first.depth && (apart < 2 || apart < 4 && same_noun(page, one, first))
        };
        // Full members are not all of them.
        meant(count(*at), sum) && facts.level(*at).is_none() && facts.counts(*at).is_some_and(near)
    })?;
    missing(whole_at, count(whole_at), parts, sum)
}
