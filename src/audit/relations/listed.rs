//! Lists that their words say are all of a number: in its bracket, behind *gồm* or *Cụ thể*, *phân theo khối: …*. Each item is a name and a
//! count, and nothing else stands among them.

use super::openers::{LABEL, Opener, opened};
use super::parents::{noun, same_noun};
use super::partitions::{bracket, missing, plain};
use super::{Facts, Relation};
use crate::audit::figures::{Figure, Role, What};
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::slips::{alike, grown, meant, mistyped};
use crate::audit::words::*;

/// How many figures back the whole may stand.
const WINDOW: usize = 8;
/// The same for a large number that is just what the list makes.
const FAR: usize = 64;
const LARGE: u64 = 99;
/// How many figures behind a list may tell what it leaves out.
const NEXT: usize = 3;
/// Longest list.
const MOST: usize = 12;

/// Who may be several of them at once: women, the young, members of the Youth Union or of minorities.
const TRAITS: [[u32; 2]; 6] =
    [[DAAN, TOOCJ], [TOON, GIAOS], [DDOANF, VIEEN], [TAIS, CUWR], [LAANF, DDAAUF], [NGOAIF, DDANGR]];

/// Lists that miss their whole by what a slip would do.
pub(super) fn listed(facts: &Facts<'_>, told: &[bool], sums: &[Option<usize>], found: &mut Vec<Relation>) {
    for first_at in 0..facts.figures.len() {
        if sums.get(first_at).copied().flatten().is_some() {
            continue;
        }
        let relation = list(facts, first_at);
        found.extend(relation.filter(|one| told.get(one.whole_at) == Some(&false)));
    }
}

fn list(facts: &Facts<'_>, first_at: usize) -> Option<Relation> {
    let (open, opener) = opened(facts, first_at)?;
    let parts = parts(facts, first_at, open, opener)?;
    let sum = facts.sum(&parts);
    let (whole_at, whole) = match opener {
        Opener::Bracket { said } => whole_of_bracket(facts, first_at, open)
            .filter(|(_, whole)| near(facts, whole, &parts, sum, said))?,
        _ => whole_before(facts, first_at, &parts, (open, opener))?,
    };
    // Under a heading they need not be all: only where they count the same and a slip makes them all.
    let counts = || parts.iter().filter_map(|at| facts.figure(*at));
    let slipped = || {
        let bare = matches!(opener, Opener::Bare);
        let same = |part: &Figure| {
            same_noun(facts.page, part, whole) || bare && noun(facts.page, part.behind).is_none()
        };
        counts().all(same)
            && parts.len() > 2
            && sum < whole.count
            && grown(whole.count, sum, facts.numbers(&parts))
    };
    let headed = matches!(opener, Opener::Headed | Opener::Bare);
    if headed && !slipped() {
        return None;
    }
    let printed = |at: usize| {
        facts.figure(at).is_some_and(|one| {
            let here = one.paragraph == whole.paragraph && at.saturating_add(WINDOW) >= first_at;
            (here || sum > LARGE) && (one.count == sum || one.of == Some(sum)) && one.what != What::Other
        })
    };
    let last = parts.last().copied()?;
    let left = whole.count.saturating_sub(sum);
    let known = (first_at.saturating_sub(FAR)..first_at).any(printed);
    // *còn 10 đồng chí …*
    let rest = facts.figures.get(last.saturating_add(1)..).unwrap_or_default().iter().take(NEXT);
    let apart = rest.into_iter().any(|one| left > 0 && one.count == left && one.what == What::Count);
    let behind = facts.figure(last)?.behind;
    let some = !matches!(opener, Opener::Bracket { .. }) && left_out(facts.page, behind);
    (!known && !apart && !some).then(|| missing(whole_at, whole.count, parts, sum)).flatten()
}

/// *còn lại, chưa*: whether the words behind a list speak of others.
pub(super) fn left_out(page: &Page<'_>, behind: usize) -> bool {
    let end = (behind..behind.saturating_add(LABEL)).find(|at| page.ends_sentence(*at)).unwrap_or(behind);
    page.stretch(end..end.saturating_add(NEXT)).iter().any(|word| word.is_any(&[CONF, CHUWA]))
}

/// The items: each a count with words around it, and its share where it prints one, up to the end of the list.
fn parts(facts: &Facts<'_>, first_at: usize, open: usize, opener: Opener) -> Option<Vec<usize>> {
    let page = facts.page;
    let first = facts.figure(first_at)?;
    let mut parts: Vec<usize> = Vec::new();
    let mut from = open;
    let mut at = first_at;
    loop {
        let part = facts.counts(at).filter(plain).filter(|one| one.depth == first.depth)?;
        parts.push(at);
        let share = facts
            .share(at)
            .and_then(|share| share.percent)
            .filter(|percent| *percent == at.saturating_add(1));
        let share = share.and_then(|at| facts.figure(at));
        // Behind its bracket, if it has one.
        let behind =
            share.map_or(part.behind, |one| one.behind.saturating_add(usize::from(one.depth > part.depth)));
        at = at.saturating_add(if share.is_some() { 2 } else { 1 });
        // *chưa đủ 6 tháng*
        while facts.figure(at).is_some_and(|one| one.what == What::Other) {
            at = at.saturating_add(1);
        }
        let next = facts.figure(at).map_or(usize::MAX, |next| next.first);
        let (end, split) = end(page, behind, next)?;
        let merits = !matches!(opener, Opener::Merits) || (from..end.min(next)).any(|at| merit(page, at));
        let label = from..part.first;
        // *Ban Thường vụ gồm 05 đồng chí; đoàn đại biểu gồm 06 …*, *đầu kỳ 608*: of something else.
        let other = |at: usize| from > open && page.at(at).is_any(&[GOOMF, KYF, TRUWOWCS, TRONG]);
        let several = traits(page, label.clone()) || traits(page, part.behind..end.min(next));
        if !merits || several || label.into_iter().any(other) || parts.len() > MOST {
            return None;
        }
        if end >= next {
            // Nothing but words and commas up to the next.
            from = behind;
            continue;
        }
        let closed = match opener {
            Opener::Bracket { .. } => page.mark(end, ')'),
            _ => page.ends_sentence(end) && !page.mark(end, ')'),
        };
        // *7 trường trung học, Trung tâm …)*: one more, without its number.
        return (closed && !split && parts.len() > 1).then_some(parts);
    }
}

/// The first place from here on that is no word and no comma, the next number or the end of the list, and whether a comma stands before.
fn end(page: &Page<'_>, from: usize, next: usize) -> Option<(usize, bool)> {
    let mut at = from;
    let mut split = false;
    while at < next && at.saturating_sub(from) < LABEL {
        let token = page.at(at);
        let last = page.ends_sentence(at);
        split |= token.is(',') || token.is(';') || token.is_word(VAF);
        if last || !(token.kind == Kind::Word || token.is_number() || token.is(',') || token.is(';')) {
            return Some((at, split));
        }
        at = at.saturating_add(1);
    }
    (at >= next && split).then_some((at, split))
}

/// *vững mạnh, khá, trung bình, yếu kém, tốt, xuất sắc*
fn merit(page: &Page<'_>, at: usize) -> bool {
    page.at(at).is_any(&[MANHJ, KHAS, BINHF, YEEUS, KEMS, TOOTS, SAWCS])
}

/// Whether words name a trait that others of the list may have, too. *dân tộc khác* are the others.
pub(super) fn traits(page: &Page<'_>, words: std::ops::Range<usize>) -> bool {
    let own =
        |at: usize| page.at(at).is_any(&[NUWX, NAM, TRER]) || TRAITS.iter().any(|words| page.says(at, words));
    !words.clone().any(|at| page.word(at, KHACS)) && words.into_iter().any(own)
}

/// The number right before a bracket, or before the share that stands before the bracket.
fn whole_of_bracket<'a>(facts: &Facts<'a>, first_at: usize, open: usize) -> Option<(usize, &'a Figure)> {
    let page = facts.page;
    let near = first_at.checked_sub(1)?;
    let share = |at: usize| facts.figure(at).is_some_and(|one| one.what == What::Percent);
    let at = if share(near) { near.checked_sub(1)? } else { near };
    let whole = facts.figure(at).filter(plain)?;
    let own = facts.share(at).and_then(|share| share.percent) == Some(near);
    let behind = facts.figure(near)?.behind;
    let beside = if at == near { bracket(page, whole) == Some(open) } else { own && behind == open };
    let counts = whole.what == What::Count && matches!(whole.role, Role::Fact | Role::Change);
    (beside && counts && whole.count > 9).then_some((at, whole))
}

/// The nearest number before a list that it may be meant to make.
fn whole_before<'a>(
    facts: &'a Facts<'a>,
    first_at: usize,
    parts: &[usize],
    (open, opener): (usize, Opener),
) -> Option<(usize, &'a Figure)> {
    let page = facts.page;
    let first = facts.figure(first_at)?;
    let figures = facts.figures;
    let sum = facts.sum(parts);
    let mut before = (first_at.saturating_sub(WINDOW)..first_at).rev();
    before.find_map(|at| {
        let whole = figures.get(at).filter(|one| one.counts).filter(plain)?;
        let kind = noun(page, whole.behind);
        let alike = kind.zip(noun(page, first.behind)).is_none_or(|(one, other)| one == other);
        let fits = match opener {
            Opener::Headed => same_noun(page, whole, first),
            Opener::Merits => at.saturating_add(1) == first_at,
            Opener::Bare => {
                let heads = kind.is_some() && noun(page, open.saturating_add(1)) == kind;
                alike && heads && whole.sentence.saturating_add(1) == first.sentence
            }
            Opener::Comprises => alike && whole.sentence == first.sentence,
            Opener::Bracket { .. } | Opener::Said => alike,
        };
        // Full members are not all there are.
        let all = facts.level(at).is_none() && whole.count > 9;
        let here = whole.paragraph == first.paragraph && whole.depth == first.depth;
        (fits && all && here && near(facts, whole, parts, sum, true)).then_some((at, whole))
    })
}

/// Whether what a list makes is meant as its whole: nearly it, or it but for a slip in one number.
fn near(facts: &Facts<'_>, whole: &Figure, parts: &[usize], sum: u64, said: bool) -> bool {
    // *7.245 lượt người dự (cấp thị xã 1.180 lượt, cấp cơ sở 665 lượt)*
    let times = |one: &Figure| facts.page.word(one.behind, LUWOWTJ);
    let alike_named = |one: &Figure| same_noun(facts.page, one, whole) || times(one) && times(whole);
    let same = |at: &usize| facts.figure(*at).is_some_and(alike_named);
    // *19, 1, 8 và 3 của 41*: 11 where 1 stands.
    let mended = || grown(whole.count, sum, facts.numbers(parts));
    let most = sum.saturating_mul(2) > whole.count && whole.count.saturating_mul(2) > sum;
    if parts.len() > 2 {
        meant(whole.count, sum) && most
            || whole.count > 99 && mistyped(whole.count, sum)
            || said && most && mended()
    } else {
        let slips = alike(whole.count, sum) || facts.numbers(parts).all(|count| count > 99) && mended();
        slips && parts.iter().all(same)
    }
}
