//! Lists that add up to the count before them, and by more than chance.

use super::parents::{noun, organisations, same_noun, total};
use super::scales::scale_of;
use super::{Facts, Link, Relation, WINDOW, broken, opens};
use crate::audit::changes::dated;
use crate::audit::figures::Figure;
use crate::audit::page::Page;
use crate::audit::words::*;

/// How many words before a bracket may say of when it is.
const BEFORE: usize = 6;
/// The same, before *trong đó* and a name.
const AMONG: usize = 10;
/// Longest list that is added up.
const MOST: usize = 14;

/// Lists behind a whole that add up to it.
pub(super) fn closing(facts: &Facts<'_>, whole_at: usize, parts: &mut Vec<usize>, found: &mut Vec<Relation>) {
    let Some(whole) = facts.counts(whole_at) else { return };
    let mut skipped = 0;
    let mut start = whole_at.saturating_add(1);
    while skipped < 4 {
        if facts.figure(start).is_none_or(|first| broken(whole, first)) {
            return;
        }
        if facts.counts(start).is_some() {
            if let Some(relation) = from(facts, whole_at, start, parts) {
                found.push(relation);
                return;
            }
            skipped = usize::saturating_add(skipped, 1);
        }
        start = start.saturating_add(1);
    }
}

/// Mostly there is none, so that the parts stand in a list that is used again.
fn from(facts: &Facts<'_>, whole_at: usize, start: usize, parts: &mut Vec<usize>) -> Option<Relation> {
    let whole = facts.counts(whole_at)?;
    let first = facts.counts(start)?;
    // *so với năm 2023 (221 đảng viên: khiển trách 139, cảnh cáo 55 …)*: last year's is no whole of a list outside.
    let page = facts.page;
    let open = || (whole.first.saturating_sub(WINDOW)..whole.first).rev().find(|at| page.mark(*at, '('));
    if whole.depth > first.depth
        && open().is_some_and(|open| dated(page, open.saturating_sub(BEFORE), whole.first))
    {
        return None;
    }
    let own = if whole.of.is_some() { Some(whole.count) } else { None };
    let most = whole.of.unwrap_or(whole.count);
    parts.clear();
    let mut sum = 0_u64;
    let mut last = whole;
    for at in start..start.saturating_add(WINDOW) {
        let Some(figure) = facts.figure(at) else { break };
        if broken(last, figure) || figure.depth < first.depth || parts.len() >= MOST {
            break;
        }
        // *11 đồng chí, trẻ 5. Danh sách … 13, số dư 2. Trong đó …*: of something else.
        // Nor is one of several levels divided in the next: *khiển trách 09, cảnh cáo 04. Trong đó, cấp ủy viên 03*.
        let among = parts.is_empty() && facts.level(whole_at).is_some() && start > whole_at.saturating_add(1);
        let apart = last.sentence != figure.sentence && (!parts.is_empty() || among);
        let words = if among { AMONG } else { BEFORE };
        if apart && facts.page.tells(figure.first.saturating_sub(words)..figure.first, &[TRONG, DDOS]) {
            break;
        }
        last = figure;
        let Some(figure) = facts.counts(at).filter(|figure| figure.depth == first.depth) else { continue };
        if figure.of.is_some() && figure.of != Some(most) {
            break;
        }
        // A level that holds those above is no part beside them.
        if facts.level(at).is_some_and(|level| level.upwards) {
            break;
        }
        sum = sum.saturating_add(figure.count);
        parts.push(at);
        if sum > most {
            break;
        }
        let evident = |parts: &[usize]| {
            listed(facts, whole_at, parts)
                && !nested(facts, parts)
                && !goes_on(facts, whole_at, parts)
                && even(facts, parts)
                && !mixed(facts.page, whole, parts.iter().filter_map(|at| facts.figure(*at)))
        };
        if parts.len() >= 2 && (sum == most || own == Some(sum)) && evident(parts) {
            let parts = std::mem::take(parts);
            return Some(Relation { link: Link::Sum, whole_at, whole: sum, parts, sum, holds: true });
        }
        // 2.645/2.993 …: 19 …; 329 …: the upper number is a part itself.
        if let Some(upper) = own
            && sum.saturating_add(upper) == most
            && sum > 0
            && (parts.len() > 1 || figure.sentence == whole.sentence)
            && evident(parts)
        {
            parts.insert(0, whole_at);
            let parts = std::mem::take(parts);
            return Some(Relation { link: Link::Sum, whole_at, whole: most, parts, sum: most, holds: true });
        }
    }
    None
}

/// Whether a list that begins further on has another share of the same behind it, so that a number before is its whole by chance:
/// *32 chi đoàn (29 học sinh, 3 giáo viên): 18 …, đạt 56%, 11 …, đạt 34%, 3 …, đạt 9%*.
fn goes_on(facts: &Facts<'_>, whole_at: usize, parts: &[usize]) -> bool {
    let Some((first, last)) = parts.first().zip(parts.last()) else { return false };
    let skipped = (whole_at.saturating_add(1)..*first).any(|at| facts.counts(at).is_some());
    // A list begins with its first item.
    let begins = (whole_at.saturating_add(1)..*first).rev().find(|at| facts.counts(*at).is_some());
    if begins.is_some_and(|before| one_list(facts, before, *first)) {
        return true;
    }
    // *LLCT: 4 CC, 13 TrC, 5 SC. Nữ 9 đ/c = 40,9%; DTTS 4 đ/c = 18,2%*: an item of the sentence before is divided by chance.
    let later = facts.figure(whole_at).zip(facts.figure(*first)).is_some_and(|(whole, first)| {
        whole.sentence < first.sentence && !opens(facts.page, whole.behind, first.first)
    });
    if skipped && later && parts.len() < 3 {
        return true;
    }
    // A bracket is of the count before it.
    let own = facts.figure(*first).is_some_and(|first| facts.page.mark(first.first.saturating_sub(1), '('));
    if skipped && own {
        return true;
    }
    let next = (last.saturating_add(1)..last.saturating_add(3)).find(|at| facts.counts(*at).is_some());
    // *45 đảng viên: xuất sắc 7, tốt 35, hoàn thành 3, không hoàn thành 1*
    let more = |at: usize| {
        let level = |at: usize| facts.level(at).map(|level| level.scale);
        let same = level(at).is_some() && level(at) == level(*last);
        same && facts.counts(at).is_some_and(|one| one.count > 0) && one_list(facts, *last, at)
    };
    if next.is_some_and(more) {
        return true;
    }
    let Some((part, next_at)) = facts.figure(*last).zip(next).filter(|_| skipped) else { return false };
    // Semicolons may stand between its items, too.
    let behind = facts.figure(*first).map_or(part.first, |first| first.behind);
    let apart = facts.page.marks(behind..part.first, ';');
    facts.figure(next_at).is_some_and(|next| {
        let split = (part.behind..next.first)
            .any(|at| !apart && facts.page.mark(at, ';') || facts.page.says(at, &[TRONG, DDOS]));
        let alike =
            next.sentence == part.sentence && next.depth == part.depth && same_noun(facts.page, next, part);
        alike && !split && next.count > 0 && facts.share(*last).is_some() && facts.share(next_at).is_some()
    })
}

/// *133 đảng viên; có vi phạm 32 tổ chức và 101 đảng viên*: organisations are no part of people, nor people of organisations.
pub(super) fn mixed<'f>(
    page: &Page<'_>,
    whole: &Figure,
    mut parts: impl Iterator<Item = &'f Figure>,
) -> bool {
    let people = |figure: &Figure| {
        noun(page, figure.behind).is_some_and(|noun| noun == (NGUWOWIF, 0) || noun == (CANS, BOOJ))
    };
    let (of_people, of_units) = (people(whole), organisations(page, whole));
    parts.any(|part| of_people && organisations(page, part) || of_units && people(part))
}

/// *5 tổ chức (13,89%), gồm 3 đảng bộ, 2 chi bộ*: a count and what it is made of are no parts beside each other.
fn nested(facts: &Facts<'_>, parts: &[usize]) -> bool {
    let ends = parts.first().zip(parts.last());
    let ends = ends.and_then(|(first, last)| facts.figure(*first).zip(facts.figure(*last)));
    ends.is_some_and(|(first, last)| facts.page.tells(first.behind..last.first, &[GOOMF]))
}

/// Whether the items of a list stand in one sentence, or each in its own: *5 …, 11 … Trong 13 …, 2 …* is by chance.
fn even(facts: &Facts<'_>, parts: &[usize]) -> bool {
    let sentence = |at: &usize| facts.figure(*at).map_or(0, |figure| figure.sentence);
    let pairs = parts.iter().zip(parts.iter().skip(1));
    let shared = pairs.filter(|(one, next)| sentence(one) == sentence(next)).count();
    shared == 0 || shared.saturating_add(1) == parts.len()
}

/// Whether two counts are items of one list: both with shares or both levels of a scale, in one sentence, with nothing between that
/// opens another.
fn one_list(facts: &Facts<'_>, one: usize, next: usize) -> bool {
    let Some((before, behind)) = facts.figure(one).zip(facts.figure(next)) else { return false };
    let scale = |at: usize| facts.level(at).map(|level| level.scale);
    let alike = facts.share(one).is_some() && facts.share(next).is_some()
        || scale(one).is_some() && scale(one) == scale(next);
    let page = facts.page;
    let opened = (before.behind..behind.first).any(|at| {
        page.mark(at, ';') || page.mark(at, ':') || page.says(at, &[TRONG, DDOS]) || page.word(at, GOOMF)
    });
    alike && !opened && before.sentence == behind.sentence && before.depth == behind.depth
}

/// Whether the words say that a list follows, or its items look alike.
fn listed(facts: &Facts<'_>, whole_at: usize, parts: &[usize]) -> bool {
    if beside_shares(facts, whole_at, parts) {
        return false;
    }
    let all = |test: &dyn Fn(usize) -> bool| parts.iter().all(|part| test(*part));
    if all(&|at| facts.share(at).is_some()) || scale_of(facts, parts).is_some() {
        return true;
    }
    let Some((whole, first)) = facts.figure(whole_at).zip(parts.first().and_then(|at| facts.figure(*at)))
    else {
        return false;
    };
    if whole.of.is_some() && all(&|at| facts.figure(at).is_some_and(|figure| figure.of == whole.of)) {
        return true;
    }
    // *Trong số 19 cơ quan có 17 cơ quan …, 2 cơ quan …*
    let same = |at: usize| facts.figure(at).is_some_and(|part| same_noun(facts.page, whole, part));
    opens(facts.page, whole.behind, first.first) || total(facts.page, whole) && all(&same)
}

/// Whether the whole is one item of a list of shares and the parts are others of it or behind it: *khiển trách 28 (45%), cảnh cáo
/// 21 (34%), cách chức 1 (2%), khai trừ 12 (19%). Lỗi: … 15 (20,2%)*, where 1 + 12 + 15 are 28 by chance.
fn beside_shares(facts: &Facts<'_>, whole_at: usize, parts: &[usize]) -> bool {
    let Some(first_at) = parts.first().copied().filter(|_| facts.share(whole_at).is_some()) else {
        return false;
    };
    let Some((whole, first)) = facts.figure(whole_at).zip(facts.figure(first_at)) else {
        return false;
    };
    // *tái cử: 31; nữ: 11; trẻ: 5*: such a colon is its item's own.
    let colon = |figure: &Figure| usize::from(facts.page.before(figure.first, 1).is(':'));
    let skipped = (whole_at.saturating_add(1)..first_at).rev().find_map(|at| facts.counts(at));
    let alike = colon(whole) > 0 && colon(first) > 0;
    let from = skipped.map_or(whole.behind, |skipped| skipped.behind);
    let own = if alike { colon(first) } else { 0 };
    (alike || skipped.is_some()) && !opens(facts.page, from, first.first.saturating_sub(own))
}
