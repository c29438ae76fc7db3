//! A total behind its list: *bổ nhiệm mới 19, bổ nhiệm lại 23 và giới thiệu ứng cử 6 đồng chí, cộng 48*. What its words say it adds up stands
//! right before it.

use super::partitions::{missing, plain};
use super::shaped::split;
use super::{Facts, Relation};
use crate::audit::figures::{Figure, Role};
use crate::audit::page::Page;
use crate::audit::slips::{repaired, slip};
use crate::audit::words::*;
use crate::decimal::Hedge;

/// How many words before a number may say that it is a total, and how many an item may have.
const SAID: usize = 4;
const LABEL: usize = 18;
/// Longest list.
const MOST: usize = 12;

/// Totals that one slip keeps from being the list before them.
pub(super) fn summed(facts: &Facts<'_>, told: &[bool], found: &mut Vec<Relation>) {
    for whole_at in told.iter().enumerate().filter(|(_, told)| !**told).map(|(at, _)| at) {
        let Some(figure) = facts.counts(whole_at).filter(|one| one.role == Role::Fact) else { continue };
        if !said(facts.page, figure) && !of_all(facts.page, figure) {
            continue;
        }
        let mut parts = before(facts, whole_at, figure);
        if figure.of.is_some() {
            parts.push(whole_at);
            // Two are mostly of other things.
            if parts.len() < 3 {
                continue;
            }
        }
        found.extend(missed(facts, whole_at, figure.of.unwrap_or(figure.count), parts));
    }
}

/// *34 giỏi, 71 khá, 15 trung bình trên tổng số 120 học viên*: the last of them with the number of all, in words.
fn of_all(page: &Page<'_>, figure: &Figure) -> bool {
    let words = figure.first.saturating_add(1)..figure.behind;
    figure.of.is_some() && figure.hedge == Hedge::None && page.tells(words, &[TOONGR, SOOS])
}

/// *cộng 48, tổng cộng 251, tổng 14 giải, cả năm 225*
fn said(page: &Page<'_>, whole: &Figure) -> bool {
    if !plain(&whole) {
        return false;
    }
    (1..SAID).filter_map(|back| whole.first.checked_sub(back)).any(|at| {
        let ends = |at: usize| {
            page.at(at).is(',') || page.at(at).is(';') || page.word(at, VAF) || page.ends_sentence(at)
        };
        let begins = at.checked_sub(1).is_some_and(ends) || page.word_before(at, 1, TOONGR);
        begins && (page.at(at).is_any(&[COONGJ, TOONGR]) || page.says(at, &[CAR, NAWM]))
    })
}

/// The items right before a total, in its sentence: each a count with words of its own, and commas between.
fn before(facts: &Facts<'_>, whole_at: usize, whole: &Figure) -> Vec<usize> {
    let page = facts.page;
    let mut parts = Vec::new();
    let mut next = whole;
    for at in (whole_at.saturating_sub(MOST)..whole_at).rev() {
        let part =
            facts.counts(at).filter(plain).filter(|one| one.depth == whole.depth && one.role == Role::Fact);
        let Some(part) = part.filter(|one| one.sentence == whole.sentence) else { break };
        let words = part.behind..next.first;
        if words.len() > LABEL || !split(page, words.clone()) || page.marks(words, ':') {
            break;
        }
        parts.insert(0, at);
        next = part;
    }
    parts
}

/// The list, or its last items, that a slip keeps from the total, if none of them makes it.
fn missed(facts: &Facts<'_>, whole_at: usize, whole: u64, parts: Vec<usize>) -> Option<Relation> {
    let tail = |from: usize| parts.get(from..).unwrap_or_default();
    let sums = || (0..parts.len()).map(|from| facts.sum(tail(from)));
    if parts.len() < 2 || sums().any(|sum| sum == whole) {
        return None;
    }
    let sum = facts.sum(&parts);
    let many = parts.len() > 2;
    let typed = |typed: u64, right: u64| (many || typed > 9) && slip(typed, right).is_some();
    let slipped = typed(whole, sum) || repaired(whole, sum, facts.numbers(&parts), typed);
    slipped.then(|| missing(whole_at, whole, parts, sum)).flatten()
}
