//! Several changes told together, each of something else: *tăng 2 tổ chức và 94 đảng viên so với 56 tổ chức, 5.120 đảng viên*, of the
//! levels of a list, and what was added to a number.

use super::Changed;
use super::periods::against;
use crate::audit::figures::{Figure, Role};
use crate::audit::relations::Facts;
use crate::audit::relations::parents::same_noun;
use crate::audit::slips::named;
use crate::audit::words::*;

/// How many figures away the numbers of a change may stand, and those of a level.
const WINDOW: usize = 8;
const LEVELS: usize = 24;
/// Most changes told together.
const MOST: usize = 4;
/// How many words before a number may say that it was added to.
const NAME: usize = 6;

/// A change told with others: its figure, and the numbers before and now.
type Told = (usize, u64, u64);

/// Changes that are not right beside one told in the same words that is.
pub(super) fn compared(facts: &Facts<'_>, found: &mut Vec<Changed>) {
    // In the order of the text.
    let known: Vec<usize> = found.iter().map(|one| one.figure).collect();
    let mut at = 0;
    while at < facts.figures.len() {
        let told = several(facts, at);
        keep(facts, &told, &known, found);
        found.extend(added(facts, at));
        at = at.saturating_add(told.len().max(1));
    }
    let mut told: Vec<Told> = Vec::new();
    for at in 0..facts.figures.len() {
        let Some(one) = of_level(facts, at) else { continue };
        let sentence = |at: usize| facts.figure(at).map(|figure| figure.sentence);
        if told.last().is_some_and(|last| sentence(last.0) != sentence(at)) {
            keep(facts, &told, &known, found);
            told.clear();
        }
        told.push(one);
    }
    keep(facts, &told, &known, found);
}

/// Those that are not right, where another is.
fn keep(facts: &Facts<'_>, told: &[Told], known: &[usize], found: &mut Vec<Changed>) {
    let right = |one: &&Told| {
        let (at, before, now) = **one;
        facts.figure(at).is_some_and(|figure| figure.count == now.abs_diff(before))
    };
    if !told.iter().any(|one| right(&one)) {
        return;
    }
    for (figure, before, now) in told.iter().filter(|one| !right(one)).copied() {
        if known.binary_search(&figure).is_err() {
            found.push(Changed { figure, before, now });
        }
    }
}

/// The changes from here on that stand before one *so với*, each with the numbers of its kind before them and behind.
fn several(facts: &Facts<'_>, start: usize) -> Vec<Told> {
    let page = facts.page;
    let Some(first) = facts.figure(start).filter(|one| one.role == Role::Change && one.plain()) else {
        return Vec::new();
    };
    let mut last = first;
    let mut all = vec![start];
    for at in start.saturating_add(1)..start.saturating_add(MOST) {
        let Some(next) = facts.figure(at).filter(|next| next.sentence == first.sentence) else { break };
        let between = last.behind..next.first;
        let joined = page.word_before(next.first, 1, VAF) || page.before(next.first, 1).is(',');
        if !next.plain() || !joined || page.tells(between, &[SO, VOWIS]) {
            break;
        }
        all.push(at);
        last = next;
    }
    let behind = last.behind..last.behind.saturating_add(WINDOW);
    let Some(against) = behind.into_iter().find(|at| page.says(*at, &[SO, VOWIS])) else { return Vec::new() };
    let end = all.last().copied().unwrap_or(start);
    let near = |at: usize, figure: &Figure| {
        facts.figure(at).filter(|one| {
            one.plain()
                && one.sentence == figure.sentence
                && one.role != Role::Change
                && same_noun(page, one, figure)
        })
    };
    let pair = |at: usize| {
        let figure = facts.figure(at)?;
        let mut later = end.saturating_add(1)..end.saturating_add(WINDOW);
        let before = later.find_map(|other| near(other, figure).filter(|one| one.first > against))?;
        let mut earlier = (start.saturating_sub(WINDOW)..start).rev();
        let now = earlier.find_map(|other| near(other, figure).filter(|one| one.role == Role::Fact))?;
        Some((at, before.count, now.count))
    };
    let told: Vec<Told> = all.iter().filter_map(|at| pair(*at)).collect();
    if told.len() == all.len() { told } else { Vec::new() }
}

/// *hoàn thành nhiệm vụ 30 (năm 2021: 34) …. Như vậy, … hoàn thành nhiệm vụ giảm 4*: the numbers of the level that changed.
fn of_level(facts: &Facts<'_>, at: usize) -> Option<Told> {
    let figure = facts.figure(at).filter(|one| one.role == Role::Change && one.plain())?;
    let level = facts.level(at).filter(|level| !level.upwards)?;
    let same = |other: &usize| {
        facts.counts(*other).is_some_and(|one| one.paragraph == figure.paragraph && one.plain())
            && facts.level(*other).is_some_and(|one| (one.scale, one.step) == (level.scale, level.step))
            && facts.figure(*other).is_some_and(|one| one.sentence < figure.sentence)
    };
    let outer = |other: &usize| facts.figure(*other).is_some_and(|one| one.depth <= figure.depth);
    let now_at = (at.saturating_sub(LEVELS)..at).rev().filter(outer).find(same)?;
    let before = facts.figure(against(facts, now_at, at)?)?;
    Some((at, before.count, facts.figure(now_at)?.count))
}

/// *thành lập 46 công đoàn, nâng tổng số từ 1.317 lên 1.363*: what was added to all of them, where one slip keeps it from being so.
fn added(facts: &Facts<'_>, at: usize) -> Option<Changed> {
    let page = facts.page;
    let now = facts.counts(at).filter(|one| one.plain() && page.word_before(one.first, 1, LEEN))?;
    let before =
        facts.counts(at.checked_sub(1)?).filter(|one| one.plain() && one.sentence == now.sentence)?;
    let all = page.tells(before.first.saturating_sub(NAME)..before.first, &[TOONGR, SOOS]);
    if !all || !page.word_before(before.first, 1, TUWF) {
        return None;
    }
    let same = |other: &usize| {
        facts.counts(*other).is_some_and(|one| {
            one.plain() && one.sentence == now.sentence && same_noun(page, one, now) && one.count > 0
        })
    };
    let figure = (at.saturating_sub(WINDOW)..at.saturating_sub(1)).rev().find(same)?;
    let more = facts.figure(figure)?.count;
    let slip = named(now.count, before.count.saturating_add(more));
    slip.map(|_| Changed { figure, before: before.count, now: now.count })
}
