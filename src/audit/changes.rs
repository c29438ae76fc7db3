//! Changes held against the numbers of both periods: *187, tăng 32 so với năm 2020 (155)*, *từ 4.120 lên 5.036, tăng 916*.

use super::figures::{Figure, Page, Role, What};
use super::parents::{noun, same_noun};
use super::relations::Facts;
use super::words::*;
use crate::decimal::{Hedge, fit, whole_digits};

/// A change that is not the difference of its two numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Changed {
    /// The figure that says the change.
    pub(crate) figure: usize,
    pub(crate) before: u64,
    pub(crate) now: u64,
}

/// How many figures back the two numbers may stand.
const WINDOW: usize = 8;

/// Every change of a text whose two numbers are printed and give another.
pub(super) fn changes(facts: Facts<'_>) -> Vec<Changed> {
    let mut found = Vec::new();
    for (at, figure) in facts.figures.iter().enumerate() {
        let said = figure.role == Role::Change && figure.hedge == Hedge::None;
        if !said || !matches!(figure.what, What::Count | What::Percent) {
            continue;
        }
        let Some((before_at, now_at)) = periods(facts, at) else { continue };
        let Some((before, now)) = facts.figures.get(before_at).zip(facts.figures.get(now_at)) else {
            continue;
        };
        let gap = now.count.abs_diff(before.count);
        let right = if figure.what == What::Count {
            let kinds = noun(facts.page, figure.behind).is_none()
                || same_noun(facts.page, figure, now)
                || same_noun(facts.page, figure, before);
            !kinds || gap == figure.count
        } else {
            fit(gap, before.count, figure.value, figure.hedge).is_some()
        };
        if !right {
            found.push(Changed { figure: at, before: before.count, now: now.count });
        }
    }
    found
}

/// What a change is a percentage of: the number before it, printed or worked out from the number now.
pub(super) fn base(facts: Facts<'_>, at: usize) -> Option<u64> {
    let changed = facts.figures.get(at)?;
    if let Some(before) = before(facts, at) {
        return Some(before);
    }
    let now = facts.figures.get(at.saturating_sub(40)..at)?.iter().rev().find(|figure| counts(figure))?;
    let fewer = (1..4).any(|back| facts.page.word_before(changed.first, back, GIAMR));
    if fewer { now.count.checked_add(changed.count) } else { now.count.checked_sub(changed.count) }
}

/// The number of the period before, where both are printed.
pub(super) fn before(facts: Facts<'_>, at: usize) -> Option<u64> {
    periods(facts, at).and_then(|(before, _)| facts.figures.get(before)).map(|before| before.count)
}

fn counts(figure: &Figure) -> bool {
    figure.what == What::Count && figure.role == Role::Fact
}

/// The numbers of the two periods of a change: (before, now), if both are printed for it.
fn periods(facts: Facts<'_>, at: usize) -> Option<(usize, usize)> {
    let changed = facts.figures.get(at)?;
    let page = facts.page;
    let mut counted: Vec<usize> = Vec::new();
    let mut years: Vec<u64> = Vec::new();
    for other_at in at.saturating_sub(WINDOW)..at {
        let Some(other) = facts.figures.get(other_at).filter(|other| other.sentence == changed.sentence)
        else {
            continue;
        };
        if counts(other) && other.hedge == Hedge::None && other.depth <= changed.depth {
            counted.push(other_at);
        }
        years.extend(year(page, other));
    }
    let now = counted.last().copied()?;
    // A second change behind the same pair is of something else: *bình quân mỗi năm giảm 166*.
    let between = facts.figures.get(now.saturating_add(1)..at)?;
    if between.iter().any(|other| other.role == Role::Change) {
        return None;
    }
    if let Some(before) = bracket(facts, at) {
        return Some((before, now));
    }
    let earlier = counted.len().checked_sub(2).and_then(|at| counted.get(at)).copied()?;
    let (one, other) = (facts.figures.get(earlier)?, facts.figures.get(now)?);
    let rises = page.word_before(one.first, 1, TUWF)
        && (one.behind..other.first)
            .any(|at| page.word(at, LEEN) || page.word(at, XUOONGS) || page.word(at, CONF));
    if rises {
        return Some((earlier, now));
    }
    // Năm 2022 có 450 cuộc, năm 2021 có 400 cuộc: each has its year.
    if counted.len() != 2 || !same_noun(page, one, other) {
        return None;
    }
    match years.as_slice() {
        [first, second] if first > second => Some((now, earlier)),
        [first, second] if first < second => Some((earlier, now)),
        _ => None,
    }
}

fn year(page: &Page<'_>, figure: &Figure) -> Option<u64> {
    let alone = figure.what == What::Other && figure.behind == figure.first.saturating_add(1);
    let year = whole_digits(page.written(figure.first)).filter(|_| alone)?;
    (1930..=2100).contains(&year).then_some(year)
}

/// *so với năm 2020 (155 đảng viên)*: the count in the bracket behind a change.
fn bracket(facts: Facts<'_>, at: usize) -> Option<usize> {
    let page = facts.page;
    let changed = facts.figures.get(at)?;
    for next_at in at.saturating_add(1)..at.saturating_add(4) {
        let next = facts.figures.get(next_at)?;
        let near = next.first.saturating_sub(changed.behind) < 24 && next.sentence == changed.sentence;
        let open = next.first.checked_sub(1)?;
        if !near {
            return None;
        }
        if next.what != What::Count || !matches!(next.role, Role::Fact | Role::Before) {
            continue;
        }
        let compared = (changed.behind..open).any(|at| page.says(at, &[SO, VOWIS]));
        let alone = (next.behind..next.behind.saturating_add(5)).any(|at| page.mark(at, ')'));
        let split = (changed.behind..open).any(|at| page.mark(at, ',') || page.mark(at, ';'));
        return (page.mark(open, '(') && compared && alone && !split).then_some(next_at);
    }
    None
}
