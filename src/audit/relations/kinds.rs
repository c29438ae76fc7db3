//! Kinds that are known to be all there are: levels of the country, schools, what is old and what is new, levels down to none, ages, years.

use super::ages::ages;
use super::parents::{noun, offices, same_noun, total};
use super::partitions::{NAME, REACH, WINDOW, alike, bracket, missing, plain};
use super::{Facts, Relation, opens};
use crate::audit::figures::{Figure, What};
use crate::audit::lexer::{Kind, Token};
use crate::audit::page::Page;
use crate::audit::slips::{meant, mended};
use crate::audit::words::*;
use crate::decimal::{Hedge, whole_digits};

/// How many words behind the last part of a list it may say that there are no others.
const LONG: usize = 14;
/// The levels of the country, the centre's first: *cấp trung ương, tỉnh, huyện, xã*.
const TIERS: [u32; 4] = [TRUNG, TINHR, HUYEENJ, XAX];
/// Those of the Party that decide on discipline below the province: *cấp huyện, cơ sở, chi bộ*.
const DECIDES: [u32; 3] = [HUYEENJ, COW, CHI];

/// And the bodies that do: *chi bộ, đảng ủy cơ sở, ủy ban kiểm tra, ban thường vụ*.
const ORGANS: [u32; 5] = [CHI, COW, UYR, UBKT, BAN];

/// The kinds behind a count, or from one on, that are all of it and do not add up to it.
pub(super) fn kinds(facts: &Facts<'_>, at: usize) -> Option<Relation> {
    let relation = tiers(facts, at).or_else(|| opposites(facts, at)).or_else(|| schools(facts, at));
    let relation = relation.or_else(|| old_and_new(facts, at)).or_else(|| down_to_none(facts, at));
    let relation = relation.or_else(|| ages(facts, at)).or_else(|| years(facts, at));
    let relation = relation
        .or_else(|| too_many_units(facts, at))
        .or_else(|| theory(facts, at))
        .or_else(|| none_left(facts, at))
        .or_else(|| first_and_again(facts, at));
    relation.or_else(|| merits(facts, at))
}

/// *trong số 302 trường hợp, cấp xã 207, cấp huyện 80, cấp tỉnh 5*: there is no further level, but the centre's.
fn tiers(facts: &Facts<'_>, whole_at: usize) -> Option<Relation> {
    let whole = facts.counts(whole_at).filter(plain)?;
    let (mut parts, mut seen): (Vec<usize>, Vec<u32>) = (Vec::new(), Vec::new());
    for at in whole_at.saturating_add(1)..whole_at.saturating_add(WINDOW) {
        // A share of the whole, or of a part; *theo Điều 30*.
        if facts.figure(at).is_some_and(|one| matches!(one.what, What::Percent | What::Other)) {
            continue;
        }
        let part = facts.counts(at).filter(plain);
        let part = part.filter(|part| part.depth == whole.depth && part.sentence == whole.sentence);
        let Some(own) = part.and_then(|_| tier(facts, at)).filter(|own| !seen.contains(own)) else { break };
        seen.push(own);
        parts.push(at);
    }
    let every = |tiers: &[u32]| tiers.iter().all(|tier| seen.contains(tier));
    let organs = seen.contains(&CHI) && seen.iter().filter(|own| ORGANS.contains(own)).count() > 2;
    // *cấp huyện 14, cơ sở 31*: of the two there are below the province.
    let two = parts.len() == 2 && every(&[HUYEENJ, COW]);
    let below = every(&[TINHR, HUYEENJ]) && (seen.contains(&COW) || seen.contains(&UYR));
    let all = TIERS.get(1..).is_some_and(every) || every(&DECIDES) || organs || two || below;
    let first = facts.figure(*parts.first().filter(|_| all)?)?;
    let opened = total(facts.page, whole) || opens(facts.page, whole.behind, first.first);
    let sum = facts.sum(&parts);
    let near = if two { mended(whole.count, sum, facts.numbers(&parts)) } else { meant(whole.count, sum) };
    (opened && near).then(|| missing(whole_at, whole.count, parts, sum)).flatten()
}

/// The level in the words between a count and its neighbours: those before it, else those behind.
fn tier(facts: &Facts<'_>, at: usize) -> Option<u32> {
    let page = facts.page;
    let figure = facts.figure(at)?;
    let end = facts.figure(at.saturating_sub(1)).map_or(0, |before| before.behind);
    let before = (end..figure.first).rev().take_while(|at| {
        // *cấp huyện và tương đương 97*
        let and = page.word(*at, VAF) && !page.word(at.saturating_add(1), TUWOWNG);
        !page.mark(*at, ',') && !page.mark(*at, ';') && !and
    });
    let next = facts.figure(at.saturating_add(1)).map_or(usize::MAX, |next| next.first);
    let behind = (figure.behind..next.min(figure.behind.saturating_add(NAME)))
        .take_while(|at| page.at(*at).kind == Kind::Word);
    before.chain(behind).find_map(|at| {
        let level = page.at(at.saturating_add(1)).key;
        let bodies = [[COW, SOWR], [CHI, BOOJ], [DDANGR, UYR], [BAN, THUWOWNGF]];
        let party = bodies.iter().find(|words| page.says(at, words));
        let party = party.map(|[first, last]| if *last == UYR { UYR } else { *first });
        let party = party.or(page.word(at, UBKT).then_some(UBKT));
        party.or((page.word(at, CAAPS) && TIERS.contains(&level)).then_some(level))
    })
}

/// *lý luận chính trị 318 lượt, trong đó cao cấp 84, trung cấp 297, sơ cấp 37*: nobody has two of these levels.
fn theory(facts: &Facts<'_>, whole_at: usize) -> Option<Relation> {
    let page = facts.page;
    let whole = facts.counts(whole_at).filter(plain)?;
    let level = |at: usize| {
        let part = facts.counts(at).filter(plain).filter(|one| one.sentence == whole.sentence)?;
        let name = part.first.saturating_sub(2);
        let own = page.key(name);
        (page.word(name.saturating_add(1), CAAPS) && [CAO, TRUNG, SOW].contains(&own)).then_some(own)
    };
    let near = (1..4).map(|step| whole_at.saturating_add(step));
    let parts: Vec<usize> = near.take_while(|at| level(*at).is_some()).collect();
    let first = facts.figure(*parts.first()?)?;
    let sum = facts.sum(&parts);
    let best = parts.first().and_then(|first| level(*first));
    let twice = parts.iter().skip(1).any(|at| level(*at) == best);
    let among = opens(page, whole.behind, first.first) && first.first.saturating_sub(whole.behind) < NAME;
    (parts.len() > 1 && !twice && among && sum > whole.count)
        .then(|| missing(whole_at, whole.count, parts, sum))
        .flatten()
}

/// *Trong 7 tổ chức xuất sắc có 6 đảng bộ xã, 2 chi bộ cơ quan và 2 đảng bộ lực lượng vũ trang*: more units than there are.
fn too_many_units(facts: &Facts<'_>, whole_at: usize) -> Option<Relation> {
    let page = facts.page;
    let whole = facts.counts(whole_at).filter(plain).filter(|one| total(page, one) && offices(page, one))?;
    let mut parts = Vec::new();
    for at in whole_at.saturating_add(1)..whole_at.saturating_add(WINDOW) {
        let Some(part) = facts.figure(at).filter(|one| one.sentence == whole.sentence) else { break };
        facts.counts(at).filter(plain).filter(|one| offices(page, one) && one.depth == whole.depth)?;
        let opened = !parts.is_empty() || page.word_before(part.first, 1, COS);
        let last =
            parts.last().and_then(|at: &usize| facts.figure(*at)).map_or(whole.behind, |one| one.behind);
        if !opened || page.marks(last..part.first, ';') || page.tells(last..part.first, &[TRONG, DDOS]) {
            return None;
        }
        parts.push(at);
    }
    let sum = facts.sum(&parts);
    (parts.len() > 1 && sum > whole.count).then(|| missing(whole_at, whole.count, parts, sum)).flatten()
}

/// *190 trường …. Trong đó, mầm non có 43 trường, tiểu học có 109 trường, THCS có 38 trường và THPT có 9 trường*: more than all.
fn schools(facts: &Facts<'_>, whole_at: usize) -> Option<Relation> {
    let page = facts.page;
    let whole = facts.counts(whole_at).filter(|whole| whole.hedge == Hedge::None)?;
    let inside = bracket(page, whole);
    let (mut parts, mut seen): (Vec<usize>, Vec<u8>) = (Vec::new(), Vec::new());
    for at in whole_at.saturating_add(1)..whole_at.saturating_add(WINDOW) {
        let Some(part) = facts.counts(at).filter(plain) else { continue };
        let floor = facts.figure(at.saturating_sub(1)).map_or(0, |before| before.behind);
        let words = page.stretch(floor..part.first).iter().zip(floor..);
        let kind = || words.filter_map(|(word, at)| school(page, word, at)).min();
        // *7/34 trường (mầm non 2, tiểu học 4, THCS 2)*
        let own = same_noun(page, whole, part)
            || page.at(part.behind).kind != Kind::Word && inside.is_some_and(|open| open < part.first);
        let near = part.sentence.saturating_sub(whole.sentence) < 2 && own;
        let kind = if near { kind() } else { None };
        let Some(kind) = kind.filter(|kind| !seen.contains(kind)) else { break };
        seen.push(kind);
        parts.push(at);
    }
    let first = facts.figure(*parts.first().filter(|_| parts.len() > 2)?)?;
    let sum = facts.sum(&parts);
    let more = sum > whole.count && meant(whole.count, sum) && opens(page, whole.behind, first.first);
    more.then(|| missing(whole_at, whole.count, parts, sum)).flatten()
}

/// The kinds of schools, each by two words or one: there is none that is two of them.
fn school(page: &Page<'_>, word: &Token, at: usize) -> Option<u8> {
    let (kind, second) = match word.key {
        MAAMF => (0, NON),
        TIEEUR => (1, HOCJ),
        THCS => return Some(2),
        THPT => return Some(3),
        COW => (4, SOWR),
        PHOOR => (5, THOONG),
        _ => return None,
    };
    page.word(at.saturating_add(1), second).then_some(kind)
}

/// *2.362 vụ việc; trong đó, có 1.180 vụ việc cũ chuyển qua và 1.196 vụ mới phát sinh*.
fn old_and_new(facts: &Facts<'_>, whole_at: usize) -> Option<Relation> {
    let page = facts.page;
    let whole = facts.counts(whole_at).filter(plain)?;
    let (first_at, last_at) = (whole_at.saturating_add(1), whole_at.saturating_add(2));
    let (first, last) = (facts.counts(first_at).filter(plain)?, facts.counts(last_at).filter(plain)?);
    let said = |figure: &Figure, words: [u32; 3]| {
        let name = figure.behind..figure.behind.saturating_add(NAME);
        let mut name = name.take_while(|at| page.at(*at).kind == Kind::Word && !page.word(*at, VAF));
        name.any(|at| words.iter().any(|word| page.word(at, *word)))
    };
    let (old, new) = ([CUX, TRUWOWCS, CHUYEENR], [MOWIS, MOWIS, MOWIS]);
    let both = said(first, old) && said(last, new) && !said(first, new)
        || said(first, new) && said(last, old) && !said(last, new);
    let same = [first, last].iter().all(|part| {
        same_noun(page, whole, part) && part.depth == whole.depth && part.sentence == whole.sentence
    });
    let sum = first.count.saturating_add(last.count);
    let all = both && same && opens(page, whole.behind, first.first) && meant(whole.count, sum);
    all.then(|| missing(whole_at, whole.count, vec![first_at, last_at], sum)).flatten()
}

/// *354.955 giáo viên (công lập 256.543, ngoài công lập 85.403)*: what it is and what it is not.
fn opposites(facts: &Facts<'_>, whole_at: usize) -> Option<Relation> {
    let page = facts.page;
    let whole = facts.counts(whole_at).filter(plain)?;
    let (first_at, last_at) = (whole_at.saturating_add(1), whole_at.saturating_add(2));
    let open = bracket(page, whole)?;
    let (first, last) = (facts.counts(first_at).filter(plain)?, facts.counts(last_at).filter(plain)?);
    let label = |at: usize| (page.at(at).key, page.at(at.saturating_add(1)).key);
    let not = (first.behind..last.first).find(|at| [NGOAIF, KHOONG, CHUWA].contains(&page.at(*at).key))?;
    let named = label(open.saturating_add(1)) == label(not.saturating_add(1));
    let closed = page.marks(last.behind..last.behind.saturating_add(3), ')');
    let (parts, sum) = (vec![first_at, last_at], first.count.saturating_add(last.count));
    let all = named && closed && meant(whole.count, sum);
    all.then(|| missing(whole_at, whole.count, parts, sum)).flatten()
}

/// *42/90 chi bộ xuất sắc tiêu biểu; 48 chi bộ loại tốt, 1 ở loại trung bình, không có chi bộ loại yếu*: a list of levels down to none
/// is all of them.
fn down_to_none(facts: &Facts<'_>, first_at: usize) -> Option<Relation> {
    let first = facts.counts(first_at)?;
    let of = first.of.filter(|_| first.hedge == Hedge::None)?;
    let (mut parts, mut levels) = (vec![first_at], 0_usize);
    for at in first_at.saturating_add(1)..first_at.saturating_add(WINDOW) {
        let part = facts.counts(at).filter(plain).filter(|part| part.sentence == first.sentence)?;
        if part.depth != first.depth || !alike(facts, first, part) && !same_place(facts, part) {
            return None;
        }
        levels = levels.saturating_add(usize::from(facts.level(at).is_some()));
        parts.push(at);
        if part.count == 0 {
            break;
        }
    }
    let sum = facts.sum(&parts);
    let none = parts.last().and_then(|at| facts.figure(*at)).is_some_and(|last| last.count == 0);
    (none && levels > 1 && parts.len() > 3 && meant(of, sum))
        .then(|| missing(first_at, of, parts, sum))
        .flatten()
}

/// *152 xã: vững mạnh 103 đơn vị, chiếm 67,76%; khá 39 …; trung bình 7 …; không có đơn vị yếu, kém*, *… trung cấp 33 người; không còn người
/// chưa qua đào tạo*: a list that says there are no others, of the same or all of whose shares are of the whole.
fn none_left(facts: &Facts<'_>, whole_at: usize) -> Option<Relation> {
    let page = facts.page;
    let whole = facts.counts(whole_at).filter(plain).filter(|whole| whole.depth == 0)?;
    let (mut parts, mut closed): (Vec<usize>, bool) = (Vec::new(), false);
    let mut sentence = whole.sentence;
    for at in whole_at.saturating_add(1)..whole_at.saturating_add(REACH) {
        let Some(part) = facts.counts(at).filter(|part| part.depth == 0) else { continue };
        let began = parts.is_empty();
        if !plain(&part)
            || if began { part.sentence.saturating_sub(sentence) > 1 } else { part.sentence != sentence }
        {
            break;
        }
        sentence = part.sentence;
        if part.count > 0 {
            parts.push(at);
        }
        let next = (at.saturating_add(1)..at.saturating_add(3)).find_map(|at| facts.counts(at));
        let end = next.map_or(usize::MAX, |next| next.first).min(part.behind.saturating_add(LONG));
        let none = |at: &usize| {
            let mark = page.mark(*at, ';') || page.mark(*at, ',');
            let no = at.saturating_add(1);
            mark && (page.says(no, &[KHOONG, COS]) || page.says(no, &[KHOONG, CONF]))
        };
        closed = part.count == 0 || (part.behind..end).any(|at| none(&at));
        if closed {
            break;
        }
    }
    let first = facts.figure(*parts.first().filter(|_| closed && parts.len() > 2)?)?;
    let sum = facts.sum(&parts);
    let same = || parts.iter().all(|at| facts.figure(*at).is_some_and(|part| same_noun(page, whole, part)));
    // *97 xã, phường, thị trấn. Theo đó có 18 đơn vị …*
    let unit = |at: &usize| facts.figure(*at).is_some_and(|part| page.word(part.behind, DDOWN));
    let units = || noun(page, whole.behind) != Some((NGUWOWIF, 0)) && parts.iter().all(unit);
    let thus = page.tells(whole.behind..first.first, &[THEO, DDOS]);
    let colon = thus || page.marks(whole.behind..first.first, ':');
    let known = (whole_at.saturating_sub(WINDOW)..whole_at)
        .any(|at| facts.counts(at).is_some_and(|one| one.count == sum));
    let all = sum < whole.count || parts.iter().all(|at| facts.level(*at).is_some());
    let short = colon && !known && all && meant(whole.count, sum);
    (short && (facts.right_of(&parts, whole.count) || same() || thus && units()))
        .then(|| missing(whole_at, whole.count, parts, sum))
        .flatten()
}

/// *96 xã, phường. Trong đó: vững mạnh 18 đơn vị; khá 52 đơn vị; trung bình 21 đơn vị; yếu 06 đơn vị*: from good to weak there are no others.
fn merits(facts: &Facts<'_>, whole_at: usize) -> Option<Relation> {
    let page = facts.page;
    let whole = facts.counts(whole_at).filter(plain)?;
    let parts: Vec<usize> = (1..5).map(|step| whole_at.saturating_add(step)).collect();
    let figures: Option<Vec<&Figure>> = parts.iter().map(|at| facts.counts(*at).filter(plain)).collect();
    let figures = figures?;
    let [good, fair, middling, weak] = figures.as_slice() else { return None };
    let label = |figure: &Figure, word: u32| page.word_before(figure.first, 1, word);
    let named = (label(good, MANHJ) || label(good, TOOTS) || label(good, SAWCS))
        && label(fair, KHAS)
        && label(middling, BINHF)
        && (label(weak, YEEUS) || label(weak, KEMS));
    let near = weak.sentence == good.sentence && good.sentence.saturating_sub(whole.sentence) < 2;
    let sum = facts.sum(&parts);
    let all = named && near && opens(page, whole.behind, good.first) && meant(whole.count, sum);
    all.then(|| missing(whole_at, whole.count, parts, sum)).flatten()
}

/// *39 đồng chí, trong đó: … tham gia lần đầu 13 đồng chí …; tái cử 27 đồng chí*: who is not elected again is elected for the first time.
fn first_and_again(facts: &Facts<'_>, whole_at: usize) -> Option<Relation> {
    let page = facts.page;
    let whole = facts.counts(whole_at).filter(plain)?;
    let named = |at: usize, words: [u32; 2]| {
        let figure = facts.counts(at).filter(plain).filter(|one| one.sentence == whole.sentence)?;
        let from = facts.figure(at.saturating_sub(1)).map_or(whole.behind, |before| before.behind);
        let from = from.max(figure.first.saturating_sub(NAME));
        // *cấp ủy viên mới 176 đồng chí*
        let new = words == [LAANF, DDAAUF] && page.word_before(figure.first, 1, MOWIS);
        (new || (from..figure.first).any(|at| page.says(at, &words))).then_some(at)
    };
    let mut near = whole_at.saturating_add(1)..whole_at.saturating_add(REACH);
    let first_at = near.find_map(|at| named(at, [LAANF, DDAAUF]).or_else(|| named(at, [TAIS, CUWR])))?;
    let other = if named(first_at, [LAANF, DDAAUF]).is_some() { [TAIS, CUWR] } else { [LAANF, DDAAUF] };
    let last_at = near.find_map(|at| named(at, other))?;
    let parts = vec![first_at, last_at];
    let sum = facts.sum(&parts);
    // It stands right before what opens the list, and no larger one between.
    let most = parts.iter().filter_map(|at| facts.figure(*at)).map(|one| one.count).max()?;
    let between = whole_at.saturating_add(1)..first_at;
    if between.filter_map(|at| facts.counts(at)).any(|one| one.count > most) {
        return None;
    }
    let next = (whole_at.saturating_add(1)..=first_at).find_map(|at| facts.counts(at))?;
    let among = opens(page, whole.behind, next.first);
    (among && meant(whole.count, sum)).then(|| missing(whole_at, whole.count, parts, sum)).flatten()
}

/// *cơ sở*, which is what was named before.
fn same_place(facts: &Facts<'_>, part: &Figure) -> bool {
    facts.page.says(part.behind, &[COW, SOWR])
}

/// *512 đảng viên, trong đó năm 2015: 98, năm 2016: 104, … năm 2019: 101*: one year behind the other is all of a term.
fn years(facts: &Facts<'_>, whole_at: usize) -> Option<Relation> {
    let page = facts.page;
    let whole = facts.counts(whole_at).filter(plain)?;
    let (mut parts, mut last) = (Vec::new(), None);
    let (mut from, mut year) = (None, None);
    for at in whole_at.saturating_add(1)..whole_at.saturating_add(REACH) {
        let near = |one: &&Figure| {
            one.sentence.saturating_sub(whole.sentence) < 2 && one.paragraph == whole.paragraph
        };
        let Some(figure) = facts.figure(at).filter(near) else { break };
        if figure.what == What::Other {
            // *từng năm: 2015 kết nạp 61, 2016 kết nạp 74*
            let opened = page.before(figure.first, 1).is(':') && page.word_before(figure.first, 2, NAWM);
            let named = opened || last.is_some() || page.word_before(figure.first, 1, NAWM);
            year = whole_digits(page.written(figure.first)).filter(|_| named);
            from = from.or(year.map(|_| figure.first));
            continue;
        }
        let next = year.take().filter(|year| last.is_none_or(|last: u64| last.saturating_add(1) == *year));
        let (Some(next), true) = (next, facts.counts(at).filter(plain).is_some()) else { break };
        last = Some(next);
        parts.push(at);
    }
    let sum = facts.sum(&parts);
    let last_at = parts.last().copied().unwrap_or(whole_at);
    let mut near = (whole_at.saturating_sub(WINDOW)..whole_at)
        .chain(last_at.saturating_add(1)..last_at.saturating_add(3));
    let known = near.any(|at| facts.counts(at).is_some_and(|one| one.count == sum));
    let all = !known && parts.len() > 2 && opens(page, whole.behind, from?) && meant(whole.count, sum);
    all.then(|| missing(whole_at, whole.count, parts, sum)).flatten()
}
