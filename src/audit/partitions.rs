//! Parts that are known to be all of it: their shares make 100 per cent, or their wholes make the whole. Then their counts must, too.

use super::changes::dated;
use super::claims::{Claim, Says, Tie};
use super::figures::{Figure, Page, What};
use super::lexer::Kind;
use super::parents::{noun, same_noun, total};
use super::relations::{Facts, Link, Relation, opens};
use super::slips::meant;
use super::words::*;
use crate::decimal::{Decimal, Hedge, add, fit, misses_100};

/// How many figures a whole may stand before its parts, or its parts among.
const WINDOW: usize = 6;
/// The same, where three shares and more say that they are of it.
const FAR: usize = 24;
/// How many figures a list of fractions may stand among, and how many fractions it may have.
const REACH: usize = 24;
const MOST: usize = 8;
/// Longest bracket that is looked through, in words.
const LONGEST: usize = 60;
/// The levels of the country, the centre's first: *cấp trung ương, tỉnh, huyện, xã*.
const TIERS: [u32; 4] = [TRUNG, TINHR, HUYEENJ, XAX];
/// The kinds of schools, each by two words or one: there is none that is two of them.
const SCHOOLS: [[u32; 2]; 6] =
    [[MAAMF, NON], [TIEEUR, HOCJ], [THCS, 0], [THPT, 0], [COW, SOWR], [PHOOR, THOONG]];
/// How many words behind a count may name its level.
const NAME: usize = 8;

/// Lists that are all of their whole and do not add up to it, of which nothing else is known.
pub(super) fn partitions(facts: Facts<'_>, told: &[bool], found: &mut Vec<Relation>) {
    let known = |at: usize| told.get(at) == Some(&true);
    let mut at = 0;
    while at < facts.figures.len() {
        let run = shares(facts, at);
        at = run.last().map_or(at, |last| *last).saturating_add(1);
        if let Some(relation) = whole(facts, &run).filter(|one| !known(one.whole_at)) {
            found.push(relation);
        }
    }
    for at in 0..facts.figures.len() {
        let relation = fractions(facts, at).or_else(|| enclosed(facts, at));
        let relation = relation.or_else(|| tiers(facts, at)).or_else(|| opposites(facts, at));
        let relation = relation.or_else(|| and_others(facts, at)).or_else(|| too_many(facts, at));
        let relation = relation.or_else(|| schools(facts, at)).or_else(|| old_and_new(facts, at));
        let relation = relation.or_else(|| down_to_none(facts, at)).or_else(|| ages(facts, at));
        found.extend(relation.filter(|_| !known(at)));
    }
}

/// The counts from here on that have shares, with nothing else counted between.
fn shares(facts: Facts<'_>, start: usize) -> Vec<usize> {
    let mut run: Vec<usize> = Vec::new();
    let Some(first) = facts.figures.get(start) else { return run };
    for at in start..start.saturating_add(REACH) {
        let Some(figure) = facts.figures.get(at).filter(|figure| figure.paragraph == first.paragraph) else {
            break;
        };
        if facts.counts(at).is_none() {
            continue;
        }
        let share =
            |claim: &&Claim| claim.says == Says::Share && claim.base.is_none() && claim.tie == Tie::Firm;
        let claim = facts.share(at).filter(share);
        let plain = figure.what == What::Count && figure.hedge == Hedge::None && figure.depth == first.depth;
        if claim.is_none() || !plain || run.len() >= MOST {
            break;
        }
        run.push(at);
    }
    run
}

/// The count before a run that every share is of, where all of them make 100 per cent and the counts miss it.
fn whole(facts: Facts<'_>, run: &[usize]) -> Option<Relation> {
    let first = run.first().copied().filter(|_| run.len() > 1)?;
    let sum = facts.sum(run);
    let (mut total, mut decimals, mut fine) = (Decimal::ZERO, u32::MAX, 0_usize);
    for at in run {
        let stated = facts.share(*at)?.stated?;
        total = add(total, stated)?;
        decimals = decimals.min(stated.scale());
        fine = fine.saturating_add(usize::from(stated.scale() > 0));
    }
    if misses_100(total, run.len(), decimals, u8::MAX) {
        return None;
    }
    let all = |base: u64| {
        run.iter().filter_map(|at| facts.share(*at)).all(|claim| {
            claim.stated.is_some_and(|stated| fit(claim.count, base, stated, claim.hedge).is_some())
        })
    };
    // That several shares are of one number far away is no chance.
    let window = if run.len() > 2 && fine > 1 { FAR } else { WINDOW };
    let mut before = (first.saturating_sub(window)..first).rev();
    let known = |at: usize| facts.counts(at).is_some_and(|one| one.count == sum || one.of == Some(sum));
    let of_parts = all(sum) && !(first.saturating_sub(FAR)..first).any(known);
    let whole_at = before.find(|at| {
        facts.counts(*at).filter(plain).is_some_and(|whole| {
            // Or of their own sum, which is more than the whole: as much as a fifth of it.
            let less = whole.count < sum && sum.saturating_sub(whole.count).saturating_mul(5) <= whole.count;
            let same = facts
                .figures
                .get(first)
                .is_some_and(|part| same_noun(facts.page, whole, part) && whole.depth <= part.depth);
            // Where a share has no decimals, only a few of thousands are not another part.
            let close =
                decimals > 0 || fine > 1 && whole.count.abs_diff(sum).saturating_mul(1000) <= whole.count;
            close && all(whole.count) || of_parts && less && same
        })
    })?;
    let whole = facts.figures.get(whole_at)?.count;
    missing(whole_at, whole, run.to_vec(), sum)
}

/// The fractions behind another whose lower numbers make its lower one, and whose upper ones miss its upper one; or the other way
/// round.
fn fractions(facts: Facts<'_>, whole_at: usize) -> Option<Relation> {
    let whole = facts.counts(whole_at).filter(|whole| whole.of.is_some_and(|of| of > 49))?;
    let of = whole.of?;
    let (mut parts, mut upper, mut lower) = (Vec::new(), 0_u64, 0_u64);
    for at in whole_at.saturating_add(1)..whole_at.saturating_add(REACH) {
        let Some(part) = facts.counts(at).filter(|part| part.hedge == Hedge::None) else { continue };
        // Others are of other things: 22/26 thôn.
        let first = parts.first().and_then(|at| facts.figures.get(*at)).unwrap_or(whole);
        let Some(base) = part.of.filter(|base| *base < of && alike(facts, first, part)) else { continue };
        (upper, lower) = (upper.saturating_add(part.count), lower.saturating_add(base));
        parts.push(at);
        if lower >= of || upper >= whole.count || parts.len() >= MOST {
            break;
        }
    }
    if parts.len() > 1 && lower == of && meant(whole.count, upper) {
        return missing(whole_at, whole.count, parts, upper);
    }
    // Two that add up by chance are more likely than three.
    let bases = parts.len() > 2 && upper == whole.count && lower != of && meant(of, lower);
    bases.then_some(Relation { link: Link::Wholes, whole_at, whole: of, parts, sum: lower, holds: false })
}

/// *42/90 chi bộ xuất sắc tiêu biểu; 48 chi bộ loại tốt, 1 ở loại trung bình, không có chi bộ loại yếu*: a list of levels down to none
/// is all of them.
fn down_to_none(facts: Facts<'_>, first_at: usize) -> Option<Relation> {
    let first = facts.counts(first_at)?;
    let of = first.of.filter(|_| first.hedge == Hedge::None)?;
    let (mut parts, mut levels) = (vec![first_at], 0_usize);
    for at in first_at.saturating_add(1)..first_at.saturating_add(WINDOW) {
        let part = facts.counts(at).filter(plain).filter(|part| part.sentence == first.sentence)?;
        if part.depth != first.depth
            || facts.share(at).is_some()
            || !alike(facts, first, part) && !same_place(facts, part)
        {
            return None;
        }
        levels = levels.saturating_add(usize::from(facts.level(at).is_some()));
        parts.push(at);
        if part.count == 0 {
            break;
        }
    }
    let sum = facts.sum(&parts);
    let none = parts.last().and_then(|at| facts.figures.get(*at)).is_some_and(|last| last.count == 0);
    (none && levels > 1 && parts.len() > 3 && meant(of, sum))
        .then(|| missing(first_at, of, parts, sum))
        .flatten()
}

/// *cơ sở*, which is what was named before.
fn same_place(facts: Facts<'_>, part: &Figure) -> bool {
    facts.page.says(part.behind, &[COW, SOWR])
}

/// Whether the same is counted, as far as the words behind say; a part that has none may be of it.
fn alike(facts: Facts<'_>, whole: &Figure, part: &Figure) -> bool {
    let verb = |at: usize| [DDATJ, CHIEEMS, BAWNGF].iter().any(|word| facts.page.word(at, *word));
    let noun =
        |figure: &Figure| super::parents::noun(facts.page, figure.behind).filter(|_| !verb(figure.behind));
    noun(whole).zip(noun(part)).is_none_or(|(one, other)| one == other)
}

/// The items of a bracket that says it is the list of a whole, *37 người, cụ thể (Đảng ủy 02 người; trường học 05 người; …)*: each ends
/// with a count of the same.
fn enclosed(facts: Facts<'_>, whole_at: usize) -> Option<Relation> {
    let page = facts.page;
    let whole = facts.counts(whole_at).filter(plain)?;
    let mut at = (whole.behind..whole.behind.saturating_add(REACH)).find(|at| page.mark(*at, '('))?;
    let said = page.says(at.saturating_sub(2), &[CUJ, THEER]) || page.word(at.saturating_add(1), GOOMF);
    // *25 chi bộ (12 chi bộ thôn, 5 chi bộ trường học, 8 chi bộ cơ quan)*: nobody counts one of them twice.
    let units = || {
        let first = noun(page, whole.behind).map_or(0, |noun| noun.0);
        bracket(page, whole) == Some(at) && [CHI, TOOR, DDANGR, TAAPJ, DDOWN, XAX, TRUWOWNGF].contains(&first)
    };
    if !said && !units() || (whole.behind..at).any(|at| page.ends_sentence(at) || page.at(at).is_number()) {
        return None;
    }
    // *27 đơn vị (gồm 16 bộ, 4 cơ quan ngang bộ và 8 cơ quan trực thuộc)*: kinds of units.
    let kinds = page.word(at.saturating_add(1), GOOMF) && of_units(page, &whole);
    let mut next = whole_at.saturating_add(1);
    let mut parts: Vec<usize> = Vec::new();
    loop {
        let from = at.saturating_add(1);
        at = (from..from.saturating_add(REACH)).find(|at| {
            page.mark(*at, ';') || page.mark(*at, ',') || page.mark(*at, ')') || kinds && page.word(*at, VAF)
        })?;
        let mut last = None;
        while facts.figures.get(next).is_some_and(|figure| figure.first < at) {
            last = Some(next).filter(|next| facts.counts(*next).is_some());
            next = next.saturating_add(1);
        }
        let part = last.and_then(|last| facts.figures.get(last));
        let part = part.filter(|part| same_noun(page, whole, part) || kinds && of_units(page, part))?;
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

/// *Dưới 30 là 4, từ 30 đến 35 là 66 …, trên 50 là 180*: everybody is of one age. Told of the number before that is nearly their sum.
fn ages(facts: Facts<'_>, first_at: usize) -> Option<Relation> {
    let page = facts.page;
    let age = |at: usize, word: u32| {
        facts
            .figures
            .get(at)
            .is_some_and(|one| one.what == What::Other && page.word_before(one.first, 1, word))
    };
    let first = facts.figures.get(first_at).filter(|_| age(first_at, DUWOWIS))?;
    let (mut parts, mut last) = (Vec::new(), false);
    for at in first_at.saturating_add(1)..first_at.saturating_add(REACH) {
        let figure = facts.figures.get(at).filter(|figure| figure.sentence == first.sentence)?;
        if figure.what == What::Other {
            last = age(at, TREEN);
            continue;
        }
        // One count behind each age.
        let own = facts.figures.get(at.saturating_sub(1)).is_some_and(|before| before.what == What::Other);
        facts.counts(at).filter(plain).filter(|_| own)?;
        parts.push(at);
        if last {
            break;
        }
    }
    let sum = facts.sum(&parts);
    let mut before = (first_at.saturating_sub(FAR)..first_at)
        .rev()
        .filter(|at| facts.counts(*at).filter(plain).is_some_and(|whole| whole.paragraph == first.paragraph));
    let count = |at: usize| facts.figures.get(at).map_or(0, |figure| figure.count);
    if !last || parts.len() < 3 || before.clone().any(|at| count(at) == sum) {
        return None;
    }
    let whole_at = before.find(|at| count(*at) > 20 && count(*at).abs_diff(sum) < 3)?;
    missing(whole_at, count(whole_at), parts, sum)
}

/// Whether offices, units or bodies are counted, of whatever kind.
fn of_units(page: &Page<'_>, figure: &Figure) -> bool {
    let first = noun(page, figure.behind).map_or(0, |noun| noun.0);
    [DDOWN, TOOR, COW, BOOJ, SOWR, BAN, TAAPJ, PHONGF, CHI, DDANGR].contains(&first)
}

/// *trong số 302 trường hợp, cấp xã 207, cấp huyện 80, cấp tỉnh 5*: there is no further level, but the centre's.
fn tiers(facts: Facts<'_>, whole_at: usize) -> Option<Relation> {
    let whole = facts.counts(whole_at).filter(plain)?;
    let (mut parts, mut seen): (Vec<usize>, Vec<u32>) = (Vec::new(), Vec::new());
    for at in whole_at.saturating_add(1)..whole_at.saturating_add(WINDOW) {
        // A share of the whole, or of a part.
        if facts.figures.get(at).is_some_and(|figure| figure.what == What::Percent) {
            continue;
        }
        let part = facts.counts(at).filter(plain);
        let part = part.filter(|part| part.depth == whole.depth && part.sentence == whole.sentence);
        let Some(own) = part.and_then(|_| tier(facts, at)).filter(|own| !seen.contains(own)) else { break };
        seen.push(own);
        parts.push(at);
    }
    let all = TIERS.iter().skip(1).all(|tier| seen.contains(tier));
    let first = facts.figures.get(*parts.first().filter(|_| all)?)?;
    let opened = total(facts.page, whole) || opens(facts.page, whole.behind, first.first);
    let sum = facts.sum(&parts);
    (opened && meant(whole.count, sum)).then(|| missing(whole_at, whole.count, parts, sum)).flatten()
}

/// The level in the words between a count and its neighbours: those before it, else those behind.
fn tier(facts: Facts<'_>, at: usize) -> Option<u32> {
    let page = facts.page;
    let figure = facts.figures.get(at)?;
    let end = facts.figures.get(at.saturating_sub(1)).map_or(0, |before| before.behind);
    let before = (end..figure.first)
        .rev()
        .take_while(|at| !page.mark(*at, ',') && !page.mark(*at, ';') && !page.word(*at, VAF));
    let next = facts.figures.get(at.saturating_add(1)).map_or(usize::MAX, |next| next.first);
    let behind = (figure.behind..next.min(figure.behind.saturating_add(NAME)))
        .take_while(|at| page.at(*at).kind == Kind::Word);
    before.chain(behind).find_map(|at| {
        let level = page.at(at.saturating_add(1)).key;
        (page.word(at, CAAPS) && TIERS.contains(&level)).then_some(level)
    })
}

/// *190 trường …. Trong đó, mầm non có 43 trường, tiểu học có 109 trường, THCS có 38 trường và THPT có 9 trường*: more than all.
fn schools(facts: Facts<'_>, whole_at: usize) -> Option<Relation> {
    let page = facts.page;
    let whole = facts.counts(whole_at).filter(plain)?;
    let (mut parts, mut seen): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    for at in whole_at.saturating_add(1)..whole_at.saturating_add(WINDOW) {
        let Some(part) = facts.counts(at).filter(plain) else { continue };
        let floor = facts.figures.get(at.saturating_sub(1)).map_or(0, |before| before.behind);
        let kind = SCHOOLS.iter().position(|[one, two]| {
            let named =
                |at: usize| page.word(at, *one) && (*two == 0 || page.word(at.saturating_add(1), *two));
            (floor..part.first).any(named)
        });
        let near = part.sentence.saturating_sub(whole.sentence) < 2 && same_noun(page, whole, part);
        let Some(kind) = kind.filter(|kind| near && !seen.contains(kind)) else { break };
        seen.push(kind);
        parts.push(at);
    }
    let first = facts.figures.get(*parts.first().filter(|_| parts.len() > 2)?)?;
    let sum = facts.sum(&parts);
    let more = sum > whole.count && meant(whole.count, sum) && opens(page, whole.behind, first.first);
    more.then(|| missing(whole_at, whole.count, parts, sum)).flatten()
}

/// *2.362 vụ việc; trong đó, có 1.180 vụ việc cũ chuyển qua và 1.196 vụ mới phát sinh*.
fn old_and_new(facts: Facts<'_>, whole_at: usize) -> Option<Relation> {
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
fn opposites(facts: Facts<'_>, whole_at: usize) -> Option<Relation> {
    let page = facts.page;
    let whole = facts.counts(whole_at).filter(plain)?;
    let (first_at, last_at) = (whole_at.saturating_add(1), whole_at.saturating_add(2));
    let open = bracket(page, whole)?;
    let (first, last) = (facts.counts(first_at).filter(plain)?, facts.counts(last_at).filter(plain)?);
    let label = |at: usize| (page.at(at).key, page.at(at.saturating_add(1)).key);
    let not = (first.behind..last.first).find(|at| [NGOAIF, KHOONG, CHUWA].contains(&page.at(*at).key))?;
    let named =
        first.first.saturating_sub(open) > 2 && label(open.saturating_add(1)) == label(not.saturating_add(1));
    let closed = (last.behind..last.behind.saturating_add(3)).any(|at| page.mark(at, ')'));
    let (parts, sum) = (vec![first_at, last_at], first.count.saturating_add(last.count));
    let all = first.first > open && named && closed && meant(whole.count, sum);
    all.then(|| missing(whole_at, whole.count, parts, sum)).flatten()
}

/// *3.321 đơn (khiếu nại 76, tố cáo 143 và kiến nghị 3.448 đơn)*: one of the parts in its bracket is more than all of it.
fn too_many(facts: Facts<'_>, whole_at: usize) -> Option<Relation> {
    let page = facts.page;
    let whole = facts.counts(whole_at).filter(plain)?;
    let open = bracket(page, whole)?;
    let close = (open..open.saturating_add(LONGEST)).find(|at| page.mark(*at, ')'))?;
    if dated(page, open, close) {
        return None;
    }
    let (mut parts, mut same) = (Vec::new(), false);
    for at in whole_at.saturating_add(1)..whole_at.saturating_add(MOST) {
        let Some(figure) = facts.figures.get(at).filter(|figure| figure.first < close) else { break };
        let part = facts.counts(at).filter(plain)?;
        same |= part.count > whole.count && same_noun(page, whole, figure);
        parts.push(at);
    }
    let sum = facts.sum(&parts);
    (parts.len() > 2 && same).then(|| missing(whole_at, whole.count, parts, sum)).flatten()
}

/// *trong đó: 39 đảng viên là cán bộ; 85 đảng viên là công chức; 13 đảng viên làm nghề khác*: the others are the last.
fn and_others(facts: Facts<'_>, whole_at: usize) -> Option<Relation> {
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

/// The bracket right behind the words of a count.
fn bracket(page: &Page<'_>, whole: &Figure) -> Option<usize> {
    let near = whole.behind..whole.behind.saturating_add(NAME);
    let open = near.into_iter().find(|at| page.at(*at).kind != Kind::Word)?;
    page.mark(open, '(').then_some(open)
}

fn plain(figure: &&Figure) -> bool {
    figure.of.is_none() && figure.hedge == Hedge::None
}

fn missing(whole_at: usize, whole: u64, parts: Vec<usize>, sum: u64) -> Option<Relation> {
    (sum != whole).then_some(Relation { link: Link::Total, whole_at, whole, parts, sum, holds: false })
}
