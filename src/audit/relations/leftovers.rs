//! What remains of a whole that no list before it says: of what its shares are of, of fractions further up, of the two numbers before.

use super::parents::{same_noun, total};
use super::{Facts, Link, Relation};
use crate::audit::figures::Figure;
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::slips::{meant, named};
use crate::audit::verdicts::shares::is_of;
use crate::audit::words::*;
use crate::decimal::Hedge;

/// How many figures back a list may begin, and the number that it is of.
const WINDOW: usize = 10;
const FAR: usize = 16;
/// How many words behind a count may say that it is what remains.
const LEFT: usize = 5;

fn rest(whole_at: usize, whole: u64, parts: Vec<usize>, sum: u64) -> Relation {
    Relation { link: Link::Rest, whole_at, whole, parts, sum, holds: sum == whole }
}

/// *2 chỉ tiêu không đạt, 3 chưa hoàn thành*: whether the words behind a count say that those were not done.
pub(super) fn failed(page: &Page<'_>, figure: &Figure) -> bool {
    let words = figure.behind..figure.behind.saturating_add(LEFT);
    let mut words = words.take_while(|at| page.at(*at).kind == Kind::Word);
    words.any(|at| {
        let next = page.at(at.saturating_add(1));
        page.at(at).is_any(&[KHOONG, CHUWA]) && next.is_any(&[DDATJ, HOANF])
    })
}

/// *1.126 cá nhân. Với cá nhân: tiên tiến 894 người (79,40%), chiến sĩ thi đua 166 người (14,74%), còn lại 44 người*: what two shares and
/// more of the list are of, if the list is nearly that.
pub(super) fn of_shares(facts: &Facts<'_>, last: usize, figure: &Figure) -> Option<Relation> {
    let page = facts.page;
    let mut parts = vec![last];
    let mut part = figure;
    for at in (last.saturating_sub(WINDOW)..last).rev() {
        let Some(other) = facts.figure(at).filter(|other| other.sentence == figure.sentence) else {
            break;
        };
        let Some(other) = facts.counts(at).filter(|_| other.depth == figure.depth) else { continue };
        if !other.plain() || page.tells(other.behind..part.first, &[TRONG, DDOS]) {
            return None;
        }
        parts.push(at);
        part = other;
    }
    let first = parts.last().copied()?;
    parts.reverse();
    let sum = facts.sum(&parts);
    let shares = || parts.iter().filter_map(|at| facts.share(*at).filter(|share| share.stated.is_some()));
    let before = || (first.saturating_sub(FAR)..first).rev().filter_map(|at| Some((at, facts.counts(at)?)));
    let of = |base: u64| shares().all(|share| is_of(share, base));
    let (whole_at, whole) = before().find(|(_, one)| one.plain() && of(one.count))?;
    let known = before().any(|(_, one)| one.count == sum || one.of == Some(sum));
    (shares().count() > 1 && !known && meant(whole.count, sum) && sum != whole.count)
        .then(|| rest(whole_at, whole.count, parts, sum))
}

/// *187 trong tổng số 231 chi bộ …. 54 chi bộ còn lại*: what the fraction before leaves, as the words behind a count say, or the fraction
/// and one count more.
pub(super) fn of_fraction(facts: &Facts<'_>, last: usize, figure: &Figure) -> Option<Relation> {
    let page = facts.page;
    let mut words =
        (figure.behind..figure.behind.saturating_add(LEFT)).take_while(|at| page.at(*at).kind == Kind::Word);
    words.find(|at| page.says(*at, &[CONF, LAIJ]))?;
    let near = last.saturating_sub(WINDOW)..last;
    let counts = || near.clone().filter_map(|at| Some((at, facts.counts(at)?)));
    let here = |one: &Figure| one.paragraph == figure.paragraph && one.hedge == Hedge::None;
    let pair = |(at, one): (usize, &Figure)| {
        if let Some(of) = one.of {
            return (here(one) && same_noun(page, one, figure)).then_some((at, one.count, of));
        }
        let whole = facts.counts(at.saturating_add(1)).filter(|whole| whole.plain() && total(page, whole))?;
        let same =
            same_noun(page, whole, figure) && whole.sentence == one.sentence && whole.count > one.count;
        (here(one) && same).then_some((at, one.count, whole.count))
    };
    let mut pairs = counts().rev().filter_map(pair);
    let (whole_at, part, whole) = pairs.next()?;
    let rest_of =
        |part: u64, whole: u64| whole.checked_sub(part).and_then(|left| left.checked_sub(figure.count));
    let told = |(part, whole): (u64, u64)| {
        let more = rest_of(part, whole);
        more == Some(0) || counts().any(|(_, one)| Some(one.count) == more)
    };
    let known = told((part, whole)) || pairs.any(|(_, part, whole)| told((part, whole)));
    let sum = part.saturating_add(figure.count);
    (!known && meant(whole, sum)).then(|| rest(whole_at, whole, vec![whole_at, last], sum))
}

/// *41.872/46.215 hộ; 164/182 thôn …. Như vậy còn 4.433 hộ, 18 thôn chưa đạt*: what the one fraction of the same leaves, where another of
/// the sentence is what its fraction leaves.
pub(super) fn of_fractions(facts: &Facts<'_>, last: usize, figure: &Figure) -> Option<Relation> {
    let (whole_at, sum) = left(facts, last, figure)?;
    let whole = facts.figure(whole_at)?.of?;
    let behind = last.saturating_add(1)..last.saturating_add(WINDOW);
    let right = behind.filter_map(|at| Some((at, facts.counts(at)?))).any(|(at, other)| {
        let whole = |at: usize| facts.figure(at).and_then(|one| one.of);
        let held = || left(facts, at, other).is_some_and(|(at, sum)| whole(at) == Some(sum));
        other.sentence == figure.sentence && other.plain() && held()
    });
    (right || sum == whole).then(|| rest(whole_at, whole, vec![whole_at, last], sum))
}

/// The one fraction of the same in the sentences before, and its upper number with what is said to remain.
fn left(facts: &Facts<'_>, last: usize, figure: &Figure) -> Option<(usize, u64)> {
    let same = |at: &usize| {
        facts.counts(*at).is_some_and(|one| {
            let earlier = one.sentence < figure.sentence && one.paragraph == figure.paragraph;
            earlier && one.of.is_some() && one.hedge == Hedge::None && same_noun(facts.page, one, figure)
        })
    };
    let mut all = (last.saturating_sub(FAR)..last).filter(same);
    let whole_at = all.next().filter(|_| all.next().is_none())?;
    let whole = facts.figure(whole_at)?;
    Some((whole_at, whole.count.saturating_add(figure.count)))
}

/// *Giới thiệu 96 đoàn viên, kết nạp 71, như vậy còn 35 người*: what the only two numbers of the sentence leave, where one slip or little
/// keeps it from being so.
pub(super) fn thus(facts: &Facts<'_>, last: usize, figure: &Figure) -> Option<Relation> {
    let page = facts.page;
    let said = page.says(figure.first.checked_sub(3)?, &[NHUW, VAAYJ, CONF]);
    let here = |at: &usize| facts.figure(*at).is_some_and(|one| one.sentence == figure.sentence);
    let near = (last.saturating_sub(WINDOW)..last).filter(here);
    let before: Vec<usize> = near.filter(|at| facts.counts(*at).is_some()).collect();
    let [whole_at, part_at] = before.as_slice() else { return None };
    let (whole, part) = (facts.figure(*whole_at)?, facts.figure(*part_at)?);
    let right = whole.count.checked_sub(part.count)?;
    let sum = part.count.saturating_add(figure.count);
    let near = right == figure.count || named(figure.count, right).is_some() || meant(whole.count, sum);
    (said && whole.plain() && part.plain() && near)
        .then(|| rest(*whole_at, whole.count, vec![*part_at, last], sum))
}

/// *4.480 đảng viên … 4.201 tốt trở lên, trong đó có 672 xuất sắc; 258 hoàn thành; còn lại 21*: whether a number before is just the supposed
/// whole, what remains and the last parts together, so that the others are among it.
pub(super) fn of_more(facts: &Facts<'_>, last: usize, relation: &Relation) -> bool {
    let Some((rest, parts)) = relation.parts.split_last() else { return false };
    let rest = facts.figure(*rest).map_or(0, |figure| figure.count);
    let mut sum = relation.whole.saturating_add(rest);
    let mut sums = vec![sum];
    for part in parts.iter().rev() {
        sum = sum.saturating_add(facts.figure(*part).map_or(0, |figure| figure.count));
        sums.push(sum);
    }
    let before = last.saturating_sub(FAR)..relation.whole_at;
    // *tiên tiến 894 (79,40%); chiến sĩ thi đua 166 (14,74%), trong đó cấp tỉnh 12; còn lại 66*: what remains is no part of an item.
    let sentence = facts.figure(last).map(|figure| figure.sentence);
    let item =
        |at: usize| facts.share(at).is_some() && facts.figure(at).map(|figure| figure.sentence) == sentence;
    if item(relation.whole_at) && before.clone().any(item) {
        return true;
    }
    // *214 đảng viên: công chức 98; viên chức 76, trong đó nữ 41; còn lại 40*: with the items before it what remains makes their whole.
    let mut items = relation.whole.saturating_add(rest);
    let whole = before.clone().rev().filter_map(|at| facts.counts(at)).any(|one| {
        let found = one.count == items;
        items = items.saturating_add(one.count);
        found
    });
    whole || before.filter_map(|at| facts.counts(at)).any(|one| sums.contains(&one.count))
}
