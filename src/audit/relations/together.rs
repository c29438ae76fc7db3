//! A whole said to be several counts together: *hai xã cộng lại 557*, *tổng cộng 35 nhà*, *tổng cộng 553 đảng viên của ba xã: …*.

use super::parents::{noun, same_noun};
use super::spread::{above, plain};
use super::{Facts, Link, Relation};
use crate::audit::figures::{Figure, What};
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::slips::{meant, mended};
use crate::audit::words::*;
use crate::decimal::{Decimal, Hedge, add, fit, makes_100};

/// How many words before a count may say that it is a whole.
const REACH: usize = 9;
/// How many figures away its parts may stand.
const WINDOW: usize = 16;
/// How far behind a whole its parts may be announced, in words.
const OPENS: usize = 28;
/// How many words before a count may say what those are.
const NAME: usize = 6;
/// How many words two of them may stand apart.
const APART: usize = 60;

/// Wholes that are not their parts together, where they are near enough to be meant so.
pub(super) fn together(facts: &Facts<'_>, told: &[bool], found: &mut Vec<Relation>) {
    for whole_at in told.iter().enumerate().filter(|(_, told)| !**told).map(|(at, _)| at) {
        let Some(whole) =
            facts.counts(whole_at).filter(|whole| whole.hedge == Hedge::None && whole.depth == 0)
        else {
            continue;
        };
        let many = said(facts, whole);
        let parts =
            match (behind(facts, whole_at, whole, many.is_some()).or_else(|| above(facts, whole)), many) {
                (Some(parts), _) => parts,
                (None, Some(many)) if plain(whole) => before(facts, whole_at, whole, many),
                _ => continue,
            };
        let many = many.unwrap_or(0);
        if parts.len() < 2 || many > 0 && parts.len() != many {
            continue;
        }
        let sum = facts.sum(&parts);
        let holds = sum == whole.count;
        // Lists behind their whole that add up are known.
        let near = || {
            let named = u64::try_from(by_name(facts, &parts)).unwrap_or(0);
            if named > 0 && sum.saturating_add(named) == whole.count {
                return false;
            }
            let far = || {
                mended(whole.count, sum, facts.numbers(&parts))
                    || too_many(facts, whole, &parts, sum)
                    || closed(facts, whole, &parts, sum)
            };
            (meant(whole.count, sum) || far()) && !overlap(facts, whole, &parts)
        };
        let news = if holds { parts.last() < Some(&whole_at) } else { near() };
        if news {
            found.push(Relation { link: Link::Total, whole_at, whole: whole.count, parts, sum, holds });
        }
    }
}

/// *gồm 17 người mới nhận việc, chị Vân nghỉ chữa bệnh và 5 người …*: how many stand among the parts by their names.
fn by_name(facts: &Facts<'_>, parts: &[usize]) -> usize {
    let page = facts.page;
    let figure = |at: Option<&usize>| at.and_then(|at| facts.figure(*at));
    let Some((first, last)) = figure(parts.first()).zip(figure(parts.last())) else { return 0 };
    let name = |at: &usize| {
        let title = at.saturating_add(1);
        let word = |at: usize| page.at(at).kind == Kind::Word;
        let capital = |at: usize| word(at) && page.at(at).capital;
        page.mark(*at, ',')
            && word(title)
            && !capital(title)
            && (capital(title.saturating_add(1)) || capital(title.saturating_add(2)))
    };
    (first.behind..last.first).filter(name).count()
}

/// *52 ứng cử viên, gồm: nữ 20, chiếm 38,46%; ngoài Đảng 6, chiếm 11,53%; tái cử 18, chiếm 34,61%*: one may be two of them. Their shares
/// of the whole are right as they stand and no 100 per cent, or two are what one may be beside anything else.
fn overlap(facts: &Facts<'_>, whole: &Figure, parts: &[usize]) -> bool {
    let page = facts.page;
    let right = |at: &&usize| {
        let stated = facts.share(**at).and_then(|claim| Some((claim.count, claim.stated?)));
        stated.is_some_and(|(count, stated)| fit(count, whole.count, stated, Hedge::None).is_some())
    };
    let trait_of = |at: &&usize| {
        let Some(part) = facts.figure(**at) else { return false };
        let before = facts.figure(at.saturating_sub(1)).map_or(whole.behind, |before| before.behind);
        let from = before.max(part.first.saturating_sub(NAME));
        (from..part.behind.saturating_add(3)).any(|at| {
            page.word(at, NUWX) && !page.word_before(at, 1, PHUJ)
                || page.word(at, TRER)
                || page.says(at, &[TAIS, CUWR])
                || page.says(at, &[NGOAIF, DDANGR])
                || page.says(at, &[DAAN, TOOCJ])
                || page.says(at, &[TOON, GIAOS])
        })
    };
    let shares = parts.iter().filter(right).count();
    let hundred = || {
        let mut stated = parts.iter().filter_map(|at| facts.share(*at)?.stated);
        let sum = stated.try_fold(Decimal::ZERO, add);
        sum.is_some_and(|sum| makes_100(sum, parts.len(), 1))
    };
    shares > 1 && !hundred() || parts.iter().filter(trait_of).count().saturating_mul(2) > parts.len()
}

/// *23 đồng chí, gồm: 2 …, 1 …, 6 … và 4 đồng chí 30 năm.*: a list of the same, with *và* before its last and a full stop behind it,
/// up to a third from its whole.
fn closed(facts: &Facts<'_>, whole: &Figure, parts: &[usize], sum: u64) -> bool {
    let page = facts.page;
    let figures = || parts.iter().filter_map(|at| facts.figure(*at));
    let Some((first, last)) = figures().next().zip(figures().next_back()) else { return false };
    let comprises = page.tells(whole.behind..first.first, &[GOOMF]);
    let end = (last.behind..last.behind.saturating_add(OPENS))
        .find(|at| page.at(*at).kind != Kind::Word && !page.at(*at).is_number());
    let ends = end.is_some_and(|at| page.ends_sentence(at)) && page.word_before(last.first, 1, VAF);
    let near = whole.count.abs_diff(sum).saturating_mul(3) <= whole.count && parts.len() > 2;
    let alone = facts
        .figure(parts.last().map_or(0, |at| at.saturating_add(1)))
        .is_none_or(|next| next.sentence != last.sentence || next.what == What::Other);
    comprises && ends && near && alone && figures().all(|part| same_noun(page, part, whole))
}

/// *23 đơn, gồm 14 đơn khiếu nại và 12 đơn tố cáo*: two kinds of the same that are more than there are, by up to a third.
fn too_many(facts: &Facts<'_>, whole: &Figure, parts: &[usize], sum: u64) -> bool {
    let page = facts.page;
    let figures = || parts.iter().filter_map(|at| facts.figure(*at));
    let first = figures().next().map_or(whole.first, |first| first.first);
    let comprises = page.tells(whole.behind..first, &[GOOMF]);
    let over = sum.saturating_sub(whole.count);
    comprises
        && parts.len() == 2
        && over > 0
        && over.saturating_mul(3) <= whole.count
        && figures().all(|part| same_noun(page, part, whole) && part.sentence == whole.sentence)
}

/// Whether the words around a count say that it is a whole, and of how many: 0 where they do not say.
fn said(facts: &Facts<'_>, whole: &Figure) -> Option<usize> {
    let page = facts.page;
    let mut total = false;
    for back in 1..REACH {
        let Some(at) = whole.first.checked_sub(back) else { break };
        let token = page.at(at);
        // *cả ba xã có 35 chi bộ, 985 đảng viên*.
        if token.kind != Kind::Word && !token.is_number() && !token.is(',') {
            break;
        }
        let close = back == 2 || back == 3 && [LAF, COS].contains(&page.before(whole.first, 1).key);
        total |= close && page.says(at, &[TOONGR, COONGJ]) || page.says(at, &[COONGJ, LAIJ]);
        let many = match token.key {
            HAI => 2,
            BA => 3,
            BOONS => 4,
            _ => continue,
        };
        // *cả hai xã*, *tổng cộng ba xã*, *hai xã cộng lại*.
        let all = page.word_before(at, 1, CAR) || page.says(at.saturating_sub(2), &[TOONGR, COONGJ]);
        let unit = back > 1 && page.at(at.saturating_add(1)).kind == Kind::Word;
        return (unit && (all || total)).then_some(many);
    }
    total.then_some(0)
}

/// The counts of the same thing before a whole: in its sentence, or, where it says how many, one of each sentence before. None if
/// one of them is among another.
fn before(facts: &Facts<'_>, whole_at: usize, whole: &Figure, many: usize) -> Vec<usize> {
    let mut parts: Vec<usize> = Vec::new();
    let (mut last, mut from) = (whole.sentence, whole.first);
    for at in (whole_at.saturating_sub(WINDOW)..whole_at).rev() {
        let Some(part) = facts.figure(at).filter(|part| part.paragraph == whole.paragraph) else {
            break;
        };
        let here = part.sentence == whole.sentence;
        let far = from.saturating_sub(part.behind) > APART;
        from = part.first;
        if far || !here && (parts.len() == many || last == whole.sentence && !parts.is_empty()) {
            break;
        }
        if is_part(facts, at, whole) {
            if !here && part.sentence == last {
                return Vec::new();
            }
            parts.push(at);
            last = part.sentence;
        }
    }
    parts.reverse();
    let first = parts.first().and_then(|at| facts.figure(*at)).map_or(whole.first, |part| part.first);
    let among = facts.page.tells(first.saturating_sub(3)..whole.first, &[TRONG, DDOS]);
    if among { Vec::new() } else { parts }
}

/// The counts behind a colon or *gồm* behind a whole, to the end of the sentence, or to a semicolon where the first of them are
/// apart by commas.
fn behind(facts: &Facts<'_>, whole_at: usize, whole: &Figure, said: bool) -> Option<Vec<usize>> {
    let page = facts.page;
    // Its own share may stand between.
    let next = (whole_at.saturating_add(1)..whole_at.saturating_add(3)).find_map(|at| facts.counts(at))?;
    let mut parts = Vec::new();
    let near = whole.behind..next.first.min(whole.behind.saturating_add(OPENS));
    // *gồm cả dự khuyết* lists nothing.
    let lists = |at: usize| page.word(at, GOOMF) && !page.word(at.saturating_add(1), CAR);
    let told = |at: usize| said || page.says(at.saturating_sub(2), &[NHUW, SAU]);
    let open = near.into_iter().find(|at| lists(*at) || page.mark(*at, ':') && told(*at))?;
    let units = page.word(open, GOOMF) && unit(page, whole);
    // What the first two parts are apart by: what is behind another mark is no part.
    let (mut end, mut semicolons) = (next.behind, false);
    for at in whole_at.saturating_add(1)..whole_at.saturating_add(WINDOW) {
        let Some(part) = facts.figure(at).filter(|part| part.sentence == whole.sentence) else { break };
        let far = part.first.saturating_sub(end) > APART;
        if far || page.tells(part.first.saturating_sub(3)..part.first, &[TRONG, DDOS]) {
            break;
        }
        let split = page.marks(end..part.first, ';');
        semicolons |= split && parts.len() == 1;
        if split && !semicolons && parts.len() > 1 {
            break;
        }
        end = part.behind;
        if is_part(facts, at, whole)
            || units && facts.counts(at).is_some_and(|part| plain(part) && unit(page, part))
        {
            parts.push(at);
        } else if part.depth == 0 && facts.counts(at).is_some() {
            // Something else is counted.
            break;
        }
    }
    (parts.len() > 1).then_some(parts)
}

/// Whether organisations or places are counted, of which one may be called another: *58 đảng bộ, gồm 22 quận, huyện, 36 sở, ngành*.
fn unit(page: &Page<'_>, figure: &Figure) -> bool {
    let first = noun(page, figure.behind).map_or(0, |noun| noun.0);
    [CHI, DDANGR, TOOR, DDOWN, XAX, PHUWOWNGF, QUAANJ, HUYEENJ, THIJ, THANHF, TINHR].contains(&first)
}

fn is_part(facts: &Facts<'_>, at: usize, whole: &Figure) -> bool {
    facts.counts(at).is_some_and(|part| {
        plain(part) && (same_noun(facts.page, part, whole) || noun(facts.page, part.behind).is_none())
    })
}
