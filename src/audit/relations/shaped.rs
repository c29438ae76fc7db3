//! Lists by how they stand, whatever they count: a number, then a colon, a bracket or *gồm*, and behind it nothing but names, each with its
//! count. Where they miss the number, and one slip of the hand in one of them would make them it, they are meant as all of it; behind *gồm* so are
//! those that hardly miss it.

use super::closing::mixed;
use super::leftovers::failed;
use super::listed::{left_out, traits};
use super::parents::{noun, same_noun};
use super::partitions::{missing, plain};
use super::scales::scale_of;
use super::{Facts, Link, Relation};
use crate::audit::figures::{Figure, Role, What};
use crate::audit::levels::Scale;
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::slips::{Slip, mistyped, repaired, slip};
use crate::audit::verdicts::shares::is_of;
use crate::audit::words::*;
use crate::decimal::Hedge;

/// Most words from the place a list is opened to its first count, and within an item.
const LABEL: usize = 18;
/// How many words before its opener, and how many figures before its first count, the whole may stand.
const NEAR: usize = 30;
const BACK: usize = 5;
/// Longest list, and the longest of which more is believed than a slip in its whole: of so many parts one may be left out.
const LONGEST: usize = 48;
const MOST: usize = 12;
/// How many figures around a list may say what else it makes.
const AROUND: usize = 6;
/// Most words before a colon that name what its list is of.
const SAID: usize = 6;
const KNOWN: usize = 24;
/// Of how many one may be missing for a list to be meant as all of them.
const FEW: u64 = 33;

/// What opens a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opened {
    /// A colon, a bracket, or *có* behind the number that a sentence begins with.
    Said,
    /// *gồm*
    Comprises,
    /// *trong đó*
    Among,
    /// Nothing but its sentence: the best grade stands first.
    Graded,
}

/// Lists that one slip keeps from their whole.
pub(super) fn shaped(facts: &Facts<'_>, told: &[bool], sums: &[Option<usize>], found: &mut Vec<Relation>) {
    // Nor one of which a part may be among another.
    let mut closed = told.to_vec();
    for relation in found.iter().filter(|one| one.holds && one.link == Link::Subset) {
        if let Some(closed) = closed.get_mut(relation.whole_at) {
            *closed = true;
        }
    }
    for first_at in 0..facts.figures.len() {
        if sums.get(first_at).copied().flatten().is_none() {
            // *đánh giá 418 người, trong đó cán bộ 214, công chức 204. Cụ thể: …*: of all of them.
            let last = |at: usize| {
                let sentence = |at: usize| facts.figure(at).map(|one| one.sentence);
                sums.get(at).copied().flatten().is_some() && sentence(at) != sentence(first_at)
            };
            let relation = list(facts, first_at).filter(|one| closed.get(one.whole_at) == Some(&false));
            found.extend(relation.filter(|one| !last(one.whole_at)));
        }
    }
}

fn list(facts: &Facts<'_>, first_at: usize) -> Option<Relation> {
    let (open, opened) = opener(facts, first_at)?;
    let mut parts = parts(facts, first_at, open)?;
    let near = whole(facts, first_at, open);
    // *27/29 chỉ tiêu đạt và vượt, trong đó 12 vượt, 15 đạt; 2 không đạt*: the last is of the lower number.
    let fraction = near.is_some_and(|(_, whole)| whole.of.is_some());
    if fraction
        && parts.len() > 2
        && parts.last().is_some_and(|last| facts.figure(*last).is_some_and(|one| failed(facts.page, one)))
    {
        parts.pop();
    }
    let sum = facts.sum(&parts);
    let other = || before(facts, first_at, (open, opened), &parts, sum);
    let near = near.or_else(|| labelled(facts, first_at, open, &parts, sum));
    let (whole_at, whole) = near.or_else(other)?;
    let (whole_at, whole) = further(facts, whole_at, whole, &parts, sum).unwrap_or((whole_at, whole));
    let (near, many) = (near.is_some(), parts.len() > 2);
    let loose = !near || matches!(opened, Opened::Among | Opened::Comprises);
    let slip = || {
        // *trong đó 926 tái cử, 215 lần đầu*: of two only where they count the same.
        let alike = || {
            let mut counts = parts.iter().filter_map(|at| facts.figure(*at));
            counts.all(|part| same_noun(facts.page, whole, part) || noun(facts.page, part.behind).is_none())
        };
        let enough = many || near && (opened != Opened::Among || alike());
        enough && slipped(facts, whole, &parts, sum, loose)
    };
    // *7 phiếu thấp (46 phiếu cao và 23 phiếu tín nhiệm)*: not of those.
    let votes = facts.level(first_at).is_some_and(|level| level.scale == Scale::Trust);
    let more = sum > whole.count && (!votes || whole.count.saturating_mul(4) > sum);
    let missed = match opened {
        Opened::Graded => many && facts.level(whole_at).is_none() && levels(facts, &parts, true) && slip(),
        _ => {
            slip()
                || near && parts.len() <= MOST && levels(facts, &parts, more)
                || near && opened == Opened::Comprises && comprised(facts, whole, open, &parts, sum)
        }
    };
    // *khen 18 đồng chí. Xuất sắc 18, tốt 61*: those.
    let best =
        parts.first().copied().filter(|at| facts.level(*at).is_some_and(|level| level.scale == Scale::Grade));
    let own = best.and_then(|at| facts.counts(at)).is_some_and(|best| best.count == whole.count);
    (missed && !own && !known(facts, whole_at, &parts, sum))
        .then(|| missing(whole_at, whole.count, parts, sum))
        .flatten()
}

/// Whether another number near says what a list makes, or what it leaves out.
fn known(facts: &Facts<'_>, whole_at: usize, parts: &[usize], sum: u64) -> bool {
    let (first, last) = (parts.first().copied().unwrap_or(0), parts.last().copied().unwrap_or(0));
    let whole = facts.figure(whole_at).map_or(0, |one| one.count);
    let mut around = first.saturating_sub(AROUND)..last.saturating_add(AROUND);
    around.any(|at| {
        let one = facts.figure(at).filter(|one| one.what != What::Other && at != whole_at);
        one.is_some_and(|one| {
            let remains = || (1..5).any(|back| facts.page.word_before(one.first, back, CONF));
            let left = one.count == whole.abs_diff(sum) && at > last && remains();
            // *11 đoàn viên, 02 cán bộ (khiển trách 9, …)*: of both.
            let both = at.saturating_add(1) == whole_at && one.count.checked_add(whole) == Some(sum);
            left || both || one.count == sum && sum > 9 || one.of == Some(sum)
        })
    })
}

/// Whether one slip in one number makes a list its whole, a number that its share does not say is right. Of two items a digit that is another
/// says nothing, nor does one that was dropped where only one is left.
pub(super) fn slipped(facts: &Facts<'_>, whole: &Figure, parts: &[usize], sum: u64, loose: bool) -> bool {
    let many = parts.len() > 2;
    let typed = |typed: u64, right: u64| {
        slip(typed, right).is_some_and(|slip| typed > 9 || many && !(loose && slip == Slip::Dropped))
    };
    let proven = |at: &usize| facts.share(*at).is_some_and(|share| is_of(share, whole.count));
    let all = (many || whole.count.min(sum) > 9) && typed(whole.count, sum);
    if parts.len() > MOST {
        return all && whole.count.min(sum) > 99;
    }
    let open = parts.iter().filter(|at| !proven(at)).filter_map(|at| facts.figure(*at));
    all && !parts.iter().any(proven)
        || repaired(whole.count, sum, open.map(|one| one.count), |part, right| {
            typed(part, right) || many && !loose && mistyped(part, right)
        })
}

/// *62 chi bộ, gồm 33 chi bộ thôn, 17 chi bộ cơ quan và 11 chi bộ trường học*: all there are, and nearly as many or as many but for a slip.
fn comprised(facts: &Facts<'_>, whole: &Figure, open: usize, parts: &[usize], sum: u64) -> bool {
    let page = facts.page;
    let figures = || parts.iter().filter_map(|at| facts.figure(*at));
    let Some((first, last)) = figures().next().zip(figures().next_back()) else { return false };
    let level = parts.first().and_then(|at| facts.level(*at));
    let sexes = level.is_some_and(|one| one.scale == Scale::Sex);
    let several = figures().any(|one| {
        traits(page, one.behind..one.behind.saturating_add(2))
            || traits(page, one.first.saturating_sub(2)..one.first)
    });
    // Nothing said of the items between them.
    let inside = parts.last().and_then(|at| facts.figure(at.saturating_add(1)));
    let bare = parts.windows(2).all(|pair| matches!(pair, [one, next] if one.saturating_add(1) == *next))
        && inside.is_none_or(|next| next.sentence != last.sentence || next.depth <= last.depth);
    // *gồm 17 người mới nhận việc, chị Vân nghỉ chữa bệnh và 5 người*: one more, without its number.
    let numbers = first.first.saturating_sub(comprises(page, open)) < 4;
    let pairs = || figures().zip(figures().skip(1));
    let uncounted = page.mark(first.first.saturating_sub(1), ',')
        || numbers && pairs().any(|(one, next)| separators(page, one.behind..next.first) > 1);
    let close = sum.abs_diff(whole.count) == 1 || nearly(whole.count, sum);
    whole.count > 9
        && parts.len() <= MOST
        && !uncounted
        && (sexes || !several)
        && !mixed(page, whole, figures())
        && !left_out(page, last.behind)
        && (close || slipped(facts, whole, parts, sum, !bare))
}

/// Whether hardly any are missing.
fn nearly(whole: u64, sum: u64) -> bool {
    whole.abs_diff(sum).saturating_mul(FEW) <= whole
}

/// How many commas, semicolons and *và* stand between two items; a comma and the *và* behind it are one.
fn separators(page: &Page<'_>, words: std::ops::Range<usize>) -> usize {
    let mark = |at: usize| page.mark(at, ',') || page.mark(at, ';');
    words.filter(|at| mark(*at) || page.word(*at, VAF) && !mark(at.saturating_sub(1))).count()
}

/// Where a list is opened whose first count this is, and by what: *(quý I: 312, quý II: …)* by the bracket. A list of grades needs no mark,
/// *xuất sắc 6, tốt 40, …*: it is opened where its sentence begins.
fn opener(facts: &Facts<'_>, first_at: usize) -> Option<(usize, Opened)> {
    let page = facts.page;
    let first = facts.counts(first_at).filter(plain)?;
    let before = first_at.checked_sub(1).and_then(|at| facts.figure(at)).map_or(0, |one| one.behind);
    let words = before.max(first.first.saturating_sub(LABEL))..first.first;
    let begins = |at: &usize| page.ends_sentence(*at) && !page.mark(*at, ':') || page.mark(*at, ';');
    let opens = |at: usize| match page.key(at) {
        GOOMF => Some((at, Opened::Comprises)),
        DDOS if (1..3).any(|back| page.word_before(at, back, TRONG)) => Some((at, Opened::Among)),
        _ => (page.mark(at, '(') || page.mark(at, ':')).then_some((at, Opened::Said)),
    };
    let from = words.clone().rev().find(begins);
    let mut words = from.map_or(words.start, |at| at.saturating_add(1))..words.end;
    let best = facts.level(first_at).is_some_and(|level| {
        level.step == 0 && matches!(level.scale, Scale::Grade | Scale::Merit | Scale::Discipline)
    });
    let comprises =
        |(open, opened)| (open, if comprises(page, open) == open { opened } else { Opened::Comprises });
    let found =
        words.find_map(opens).map(comprises).or_else(|| from.filter(|_| best).map(|at| (at, Opened::Graded)));
    let found = found.or_else(|| among(facts, first_at, first).map(|at| (at, Opened::Said)));
    found.filter(|(open, _)| !page.word(open.saturating_add(1), CAR))
}

/// *(gồm …*, *: bao gồm …*: where the words that open a list end.
fn comprises(page: &Page<'_>, open: usize) -> usize {
    let near = (open..open.saturating_add(4)).rev();
    near.into_iter().find(|at| page.word(*at, GOOMF)).unwrap_or(open)
}

/// *Trong 20 chi bộ làm điểm có 15 chi bộ thôn, 5 chi bộ cơ quan*: behind the number that its sentence begins with.
fn among(facts: &Facts<'_>, first_at: usize, first: &Figure) -> Option<usize> {
    let page = facts.page;
    let whole =
        facts.counts(first_at.checked_sub(1)?).filter(plain).filter(|one| one.sentence == first.sentence)?;
    let begins = (1..4).filter_map(|back| whole.first.checked_sub(back)).find(|at| page.word(*at, TRONG))?;
    let opens = begins.checked_sub(1).is_none_or(|at| page.ends_sentence(at) || page.mark(at, ';'));
    let open = (whole.behind..first.first).rev().find(|at| page.word(*at, COS))?;
    let near = first.first.saturating_sub(whole.behind) < LABEL;
    (opens && near && !traits(page, whole.behind..first.behind.saturating_add(LABEL))).then_some(open)
}

/// The number that a list is of: the nearest in its sentence that counts how things are.
fn whole<'a>(facts: &'a Facts<'a>, first_at: usize, open: usize) -> Option<(usize, &'a Figure)> {
    let page = facts.page;
    let first = facts.figure(first_at)?;
    // *(54 học viên): giỏi 5, …*
    let beside = page.before(open, 1).is(')');
    let inside = u8::from(page.mark(open, '(') || wrapped(page, first));
    let mut before = (first_at.saturating_sub(BACK)..first_at).rev();
    let at = before.find(|at| {
        facts.figure(*at).is_some_and(|one| {
            let level = one.depth.saturating_add(inside) == first.depth
                || beside && one.depth == first.depth.saturating_add(1);
            let counts = matches!(one.what, What::Count | What::Fraction);
            level && counts && !matches!(one.role, Role::Change | Role::Before)
        })
    })?;
    let whole = facts.figure(at).filter(|one| one.counts && one.hedge == Hedge::None && one.count > 1)?;
    // *8 đồng chí: khiển trách 5, …*: of so few only where it says of what.
    let bare = || noun(page, whole.behind).is_some() && noun(page, first.behind).is_none();
    let named = whole.count > 9 || same_noun(page, whole, first) || bare();
    let here = whole.paragraph == first.paragraph && leads(facts, at, whole, open);
    // *Kế hoạch 145 hộ: đã làm 52 hộ nghèo, …*
    let mut words = whole.first.saturating_sub(BACK)..whole.first;
    let planned = words.any(|at| page.says(at, &[KEES, HOACHJ]) || page.says(at, &[CHIR, TIEEU]));
    (named && here && !planned).then_some((at, whole))
}

/// *Phân theo đối tượng: cán bộ 7, công chức 11, …*, *Kết quả xếp loại: …*: the number of a sentence before, no part of a list itself.
fn before<'a>(
    facts: &'a Facts<'a>,
    first_at: usize,
    (open, opened): (usize, Opened),
    parts: &[usize],
    sum: u64,
) -> Option<(usize, &'a Figure)> {
    let page = facts.page;
    let first = facts.figure(first_at)?;
    let label = open.saturating_sub(LABEL)..open;
    let label = label.rev().take_while(|at| !page.ends_sentence(*at) && !page.mark(*at, ';'));
    let divided =
        label.into_iter().any(|at| page.at(at).is_any(&[THEO, LOAIJ]) || page.says(at, &[KEETS, QUAR]));
    let known = |at: usize| {
        let one = facts.figure(at).filter(|one| one.what != What::Other);
        one.is_some_and(|one| one.count == sum || one.of == Some(sum))
    };
    let mut around = first_at.saturating_sub(KNOWN)..first_at.saturating_add(KNOWN);
    if !(divided || opened == Opened::Graded) || page.mark(open, '(') || around.any(known) {
        return None;
    }
    let mut back = (first_at.saturating_sub(AROUND)..first_at).rev();
    let at = back.find(|at| {
        facts.figure(*at).filter(|one| one.counts && one.count > 9).is_some_and(|one| {
            let plain = one.role == Role::Fact && one.hedge == Hedge::None && one.depth == first.depth;
            let part = facts.share(*at).is_some() || facts.level(*at).is_some() || listed(facts, *at);
            plain && !part && one.paragraph == first.paragraph
        })
    })?;
    let whole = facts.figure(at)?;
    let line = (whole.behind..open).any(|at| page.at(at).kind == Kind::Line);
    let most = facts.numbers(parts).filter(|part| *part > whole.count).count() < 2;
    (most && !line).then_some((at, whole))
}

/// *76 tổ phụ nữ. … Tổ phụ nữ: mạnh 48, khá 22, trung bình 6*: the nearest number before that counts what the words before a colon name.
fn labelled<'a>(
    facts: &'a Facts<'a>,
    first_at: usize,
    open: usize,
    parts: &[usize],
    sum: u64,
) -> Option<(usize, &'a Figure)> {
    let page = facts.page;
    let many = page.mark(open, ':') && parts.len() > 2;
    let near = || (first_at.saturating_sub(KNOWN)..first_at).rev();
    let figures = || near().filter_map(|at| Some((at, facts.figure(at)?)));
    if !many || figures().any(|(_, one)| one.count == sum || one.of == Some(sum)) {
        return None;
    }
    let named = |one: &Figure| {
        (2..SAID).any(|words| {
            let said = open.saturating_sub(words)..open;
            let mut said = said.zip(one.behind..);
            said.all(|(at, behind)| page.at(at).kind == Kind::Word && page.key(at) == page.key(behind))
        })
    };
    let mut wholes = figures().filter(|(at, one)| {
        let plain = plain(one) && one.counts && one.depth == 0 && one.role == Role::Fact && one.count > 9;
        plain && facts.share(*at).is_none() && facts.level(*at).is_none()
    });
    wholes.find(|(_, one)| named(one))
}

/// Whether a number stands in a list that a colon opens in its sentence.
fn listed(facts: &Facts<'_>, at: usize) -> bool {
    let sentence = |at: usize| facts.figure(at).map(|one| one.sentence);
    let list = (at.saturating_sub(MOST)..=at).rev().take_while(|other| sentence(*other) == sentence(at));
    list.into_iter().any(|at| opener(facts, at).is_some())
}

/// *1.032 học sinh, 26 lớp: 271 em khối 6, 264 em khối 7, …*: the number before the nearest, which a longer list nearly makes.
fn further<'a>(
    facts: &'a Facts<'a>,
    near_at: usize,
    near: &Figure,
    parts: &[usize],
    sum: u64,
) -> Option<(usize, &'a Figure)> {
    let at = near_at.checked_sub(1).filter(|_| parts.len() > 2 && near.count.saturating_mul(4) < sum)?;
    let whole = facts.counts(at).filter(plain).filter(|one| one.role == Role::Fact)?;
    let here = whole.sentence == near.sentence && whole.depth == near.depth;
    (here && nearly(whole.count, sum) && whole.count > 9).then_some((at, whole))
}

/// Whether nothing else begins between a number and the place where its list is opened.
fn leads(facts: &Facts<'_>, at: usize, whole: &Figure, open: usize) -> bool {
    let page = facts.page;
    let mut deep = whole.depth;
    let mut other = false;
    // *kết nạp 214 đảng viên. Trong đó, …*, *… Bao gồm: …*: of the last number of the sentence before.
    let ends = |at: usize| page.ends_sentence(at) || page.mark(at, ';');
    let head = (1..5).filter_map(|back| open.checked_sub(back)).find(|at| ends(*at));
    let words = |head: &usize| head.saturating_add(1)..open.saturating_add(1);
    let opens =
        |at: usize| page.word(at, GOOMF) || page.says(at, &[TRONG, DDOS]) || page.says(at, &[CUJ, THEER]);
    let inside =
        || (whole.first.saturating_sub(NEAR)..whole.first).rev().take_while(|at| !page.ends_sentence(*at));
    let head = head.filter(|head| words(head).any(opens) && !inside().any(opens));
    for place in whole.behind..open.min(whole.behind.saturating_add(NEAR)) {
        let token = page.at(place);
        if token.is('(') {
            deep = deep.saturating_add(1);
        } else if token.is(')') {
            deep = deep.saturating_sub(1);
        }
        let ends = ends(place) && Some(place) != head || token.kind == Kind::Line;
        let number = token.is_number() && !page.word_before(place, 1, NAWM);
        other |= deep <= whole.depth && (ends || number && unsaid(facts, at, place));
    }
    // *187 đảng viên, tăng 12 so với năm 2020 (155 chính thức và 20 dự bị)*: of the year before.
    let then = page.mark(open, '(') && page.tells(whole.behind..open, &[SO, VOWIS]);
    !other && !then && open.saturating_sub(whole.behind) < NEAR
}

/// Whether a number says nothing of the one before it, as a share or a change of it would.
fn unsaid(facts: &Facts<'_>, at: usize, place: usize) -> bool {
    let mut behind = facts.figures.iter().skip(at.saturating_add(1)).take(BACK);
    let figure = behind.find(|one| one.first <= place && place < one.behind);
    figure.is_none_or(|one| one.what != What::Percent && !matches!(one.role, Role::Change | Role::Before))
}

/// The items behind an opener: each a name and a count, and its share where it has one.
fn parts(facts: &Facts<'_>, first_at: usize, open: usize) -> Option<Vec<usize>> {
    let page = facts.page;
    let first = facts.figure(first_at)?;
    let mut parts: Vec<usize> = Vec::new();
    let mut from = comprises(page, open).saturating_add(1);
    let mut at = first_at;
    let mut semicolons = true;
    while parts.len() < LONGEST {
        let part =
            facts.counts(at).filter(plain).filter(|one| one.depth == first.depth && one.role == Role::Fact);
        let Some(part) = part.filter(|one| item(page, from..one.first, one.behind)) else { break };
        // *14 đảng bộ cơ sở và 23 chi bộ cơ sở; có 131 chi bộ trực thuộc*: of something else.
        if !parts.is_empty()
            && (from..part.first).any(|at| page.mark(at, ';') && page.word(at.saturating_add(1), COS))
        {
            break;
        }
        if !parts.is_empty() && !split(page, from..part.first) {
            // *170 hộ vướng 1 tiêu chí, 92 hộ vướng 2 tiêu chí*
            return None;
        }
        semicolons &= parts.is_empty() || page.marks(from..part.first, ';');
        if wrapped(page, part) != wrapped(page, first) {
            return None;
        }
        parts.push(at);
        from = part.behind.saturating_add(usize::from(wrapped(page, part)));
        at = at.saturating_add(1);
        // Its share, and what a bracket says of it.
        while let Some(more) = facts.figure(at) {
            let share = facts.share(at.saturating_sub(1)).and_then(|share| share.percent) == Some(at);
            // *có 1.381 Bằng khen theo công trạng, số không là lãnh đạo chiếm 68,16%; …*: of something inside it.
            let inner = || {
                more.what == What::Percent
                    && facts.page.mark(more.behind, ';')
                    && facts.share(at.saturating_sub(1)).is_none()
            };
            if !share && more.depth <= first.depth && !inner() {
                break;
            }
            from = more.behind;
            at = at.saturating_add(1);
        }
        if facts.figure(at.saturating_sub(1)).is_some_and(|one| one.depth > first.depth) {
            from = (from..from.saturating_add(LABEL))
                .find(|at| page.mark(*at, ')'))
                .map_or(from, |at| at.saturating_add(1));
        }
        let next = facts.figure(at).map_or(usize::MAX, |next| next.first);
        if (from..from.saturating_add(LABEL)).take_while(|at| *at < next).any(|at| ends(page, at)) {
            break;
        }
    }
    let next = facts.figure(at).map_or(usize::MAX, |next| next.first);
    let mut rest = (from..from.saturating_add(LABEL)).take_while(|at| *at < next);
    let end = rest.find(|at| ends(page, *at) || page.mark(*at, ';'));
    // *7 trường trung học, Trung tâm …)*: one more, without its number.
    // *42 phản ánh, kiến nghị* is one.
    let another = |at: usize| page.mark(at, ',') && !page.says(at.saturating_add(1), &[KIEENS, NGHIJ]);
    let closed = end.is_some_and(|end| semicolons || !(from..end).any(another));
    // *nữ 12, trẻ 8*: some are both.
    let women = |at: &usize| facts.level(*at).is_some_and(|level| level.scale == Scale::Sex);
    let both = parts.iter().any(women) && !parts.iter().all(women);
    (parts.len() > 1 && closed && !both).then_some(parts)
}

/// *hạ tầng (24), môi trường (15), đất đai (13)*: a count alone in the bracket behind its name.
fn wrapped(page: &Page<'_>, figure: &Figure) -> bool {
    page.mark(figure.first.saturating_sub(1), '(') && page.mark(figure.behind, ')')
}

/// Whether a list names levels of one scale, each once, and all there are or more than its whole.
pub(super) fn levels(facts: &Facts<'_>, parts: &[usize], more: bool) -> bool {
    scale_of(facts, parts).is_some_and(|scale| more || parts.len() >= scale.steps().min(4))
}

/// Whether words may name an item: nothing that says of when, or of what else.
fn item(page: &Page<'_>, words: std::ops::Range<usize>, behind: usize) -> bool {
    let other = |at: usize| {
        page.at(at)
            .is_any(&[TRIEEUJ, MIEENX, SO, CONF, RIEENG, TRONG, TOONGR, TAWNG, GIAMR, GOOMF, THUWS, PHAIR])
    };
    let named = page.at(behind).kind == Kind::Word || words.clone().any(|at| page.at(at).kind == Kind::Word);
    named && words.len() < LABEL && !words.into_iter().any(other)
}

/// Whether a comma or *và* stands between two items.
pub(super) fn split(page: &Page<'_>, words: std::ops::Range<usize>) -> bool {
    page.stretch(words).iter().any(|token| token.is(',') || token.is(';') || token.is_word(VAF))
}

fn ends(page: &Page<'_>, at: usize) -> bool {
    page.ends_sentence(at) && !page.mark(at, ':') || page.mark(at, ')') || page.at(at).kind == Kind::Line
}
