//! What there was, what was done of it and what is left: *tiếp nhận 312 đơn, đã giải quyết 287 đơn, còn 25 đơn*; *tổng số 4.372 đồng chí, miễn
//! đánh giá 391, chưa đánh giá 54, đã đánh giá 3.927*. Together the parts are all there were.

use super::parents::{counted, same_noun};
use super::partitions::{missing, plain};
use super::{Facts, Relation};
use crate::audit::figures::{Figure, Role, What};
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::slips::{mistyped, repaired, slip};
use crate::audit::words::*;

/// Most words around a number that say which are counted.
const LABEL: usize = 10;
/// How many figures may tell of all of them.
const MOST: usize = 6;

/// Numbers of all there were that one slip keeps from being those done and those left.
pub(super) fn balances(facts: &Facts<'_>, told: &[bool], found: &mut Vec<Relation>) {
    for whole_at in told.iter().enumerate().filter(|(_, told)| !**told).map(|(at, _)| at) {
        found.extend(list(facts, whole_at));
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Done,
    Exempt,
    Left,
}

fn list(facts: &Facts<'_>, whole_at: usize) -> Option<Relation> {
    let page = facts.page;
    let first_at = whole_at.saturating_add(1);
    let whole = facts.counts(whole_at).filter(plain).filter(|one| one.count > 9)?;
    let first = facts.counts(first_at)?;
    let near = whole.paragraph == first.paragraph && first.sentence.saturating_sub(whole.sentence) < 2;
    if !near
        || whole.depth > first.depth
        || facts.level(whole_at).is_some()
        || side(facts, first_at).is_none()
        || side(facts, whole_at).is_some()
    {
        return None;
    }
    // Of a sentence before only where the same is counted.
    if whole.sentence < first.sentence && !same_noun(page, first, whole) {
        return None;
    }
    let mut parts = Vec::new();
    let (mut done, mut exempt, mut left) = (false, false, false);
    let mut sentence = first.sentence;
    for at in first_at..first_at.saturating_add(MOST) {
        let Some(figure) = facts.figure(at).filter(|one| one.paragraph == first.paragraph) else { break };
        // *Miễn đánh giá 418 đồng chí. Đã đánh giá 4.786 đồng chí.*
        if figure.sentence != sentence && (done || !exempt) {
            break;
        }
        if matches!(figure.what, What::Percent | What::Other) || figure.depth > first.depth {
            continue;
        }
        let Some(side) = side(facts, at) else { break };
        if counted(page, figure).zip(counted(page, whole)).is_some_and(|(one, other)| one != other) {
            return None;
        }
        match side {
            Side::Done => done = true,
            Side::Exempt => exempt = true,
            Side::Left => left = true,
        }
        sentence = figure.sentence;
        parts.push(at);
        // *miễn 11, còn 42 tham gia; vắng mặt 01*: of those. *phải kỷ luật 17, đã thi hành 17, đang xem xét 5*: of others.
        if done && (exempt || left) && facts.sum(&parts) == whole.count || figure.count == whole.count {
            return None;
        }
    }
    let sum = facts.sum(&parts);
    // Where some are exempted others may wait for it.
    let typed = |typed: u64, right: u64| {
        typed > 9 && (slip(typed, right).is_some() || left && mistyped(typed, right))
    };
    let missed = typed(whole.count, sum) || repaired(whole.count, sum, facts.numbers(&parts), typed);
    (done && (exempt || left) && missed).then(|| missing(whole_at, whole.count, parts, sum)).flatten()
}

/// What the words around a number say of those it counts.
fn side(facts: &Facts<'_>, at: usize) -> Option<Side> {
    let page = facts.page;
    let figure: &Figure = facts.counts(at).filter(plain).filter(|one| one.role == Role::Fact)?;
    let floor = at.checked_sub(1).and_then(|at| facts.figure(at)).map_or(0, |one| one.behind);
    let ceiling = facts.figure(at.saturating_add(1)).map_or(usize::MAX, |one| one.first);
    let from = floor.max(figure.first.saturating_sub(LABEL))..figure.first;
    let from = from.rev().take_while(|at| !ends(page, *at));
    let behind = figure.behind..ceiling.min(figure.behind.saturating_add(LABEL));
    let behind = behind.take_while(|at| !ends(page, *at));
    let (mut exempt, mut left, mut rest, mut not, mut due, mut done) =
        (false, false, false, false, false, false);
    for at in from.chain(behind) {
        match (page.key(at), page.key(at.saturating_add(1))) {
            (MIEENX, _) => exempt = true,
            (VAWNGS | DDANG, _) => left = true,
            (CHUWA, _) => (left, not) = (true, true),
            (KHOONG, _) => not = true,
            (CONF, _) => rest = true,
            // *tổng phải giải quyết 31*
            (PHAIR, _) => due = true,
            (DDAX, _)
            | (XEEPS | PHAAN, LOAIJ)
            | (DDANHS, GIAS)
            | (KIEEMR, DDIEEMR)
            | (GIAIR, QUYEETS)
            | (COS, MAWTJ)
            | (HIEENJ, COS) => done = true,
            _ => {}
        }
    }
    match (left, not, done) {
        _ if exempt => Some(Side::Exempt),
        (true, _, _) | (_, true, true) => Some(Side::Left),
        // *miễn đánh giá 156, còn 885 đồng chí được xếp loại*
        (_, false, true) if !due && facts.level(at).is_none() => Some(Side::Done),
        _ => rest.then_some(Side::Left),
    }
}

fn ends(page: &Page<'_>, at: usize) -> bool {
    let token = page.at(at);
    let mark = [',', ';', '(', ')'].iter().any(|mark| token.is(*mark));
    mark || token.kind == Kind::Line || page.ends_sentence(at)
}
