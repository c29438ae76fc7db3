//! A whole announced over a list whose items stand on lines of their own: *12 tổ chức, gồm:*, then *1. Huyện A: 5 tổ chức* and so on.

use super::closing::mixed;
use super::parents::{noun, same_noun};
use super::partitions::missing;
use super::scales::told_apart;
use super::shaped::slipped;
use super::{Facts, Relation};
use crate::audit::figures::{Figure, What};
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::slips::meant;
use crate::audit::tables::line_end;
use crate::audit::words::*;
use crate::decimal::Hedge;

/// How far behind its number a whole may announce its list, in words.
const REACH: usize = 24;
/// How far into its line a whole may stand behind its list.
const SUM: usize = 9;
/// Longest line of a list that is looked through backwards.
const LINE: usize = 60;
/// Longest list that is added up.
const MOST: usize = 40;

/// Lists over lines that are not their whole, where they are near enough to be meant as it.
pub(super) fn spread(facts: &Facts<'_>, told: &[bool], found: &mut Vec<Relation>) {
    for whole_at in told.iter().enumerate().filter(|(_, told)| !**told).map(|(at, _)| at) {
        let Some(whole) = facts.counts(whole_at).filter(|whole| plain(whole)) else { continue };
        let Some((from, opener)) = announced(facts, whole_at) else { continue };
        let Some(parts) = items(facts, whole, from, matches!(opener, Opener::Whole)) else { continue };
        let sum = facts.sum(&parts);
        let near = match opener {
            Opener::Whole => meant(whole.count, sum) || slipped(facts, whole, &parts, sum, false),
            Opener::Bare => whole.count.abs_diff(sum) == 1 || slipped(facts, whole, &parts, sum, true),
            // It may name the same ones twice, or not all.
            Opener::Some => slipped(facts, whole, &parts, sum, true),
        };
        let last = parts.last().copied().unwrap_or(whole_at);
        let behind = facts.figure(last).map_or(0, |last| last.behind);
        let left = whole.count.saturating_sub(sum);
        if near && (left == 0 || !told_apart(facts, last, behind, left)) {
            found.extend(missing(whole_at, whole.count, parts, sum));
        }
    }
}

pub(super) fn plain(figure: &Figure) -> bool {
    figure.what == What::Count && figure.hedge == Hedge::None && figure.depth == 0
}

/// What a count says of the list below it.
#[derive(Clone, Copy)]
enum Opener {
    /// *gồm, cụ thể, như sau*: that is all of it.
    Whole,
    /// A colon.
    Bare,
    /// *trong đó*.
    Some,
}

/// Where the lines of a list begin that a count announces, and how.
fn announced(facts: &Facts<'_>, whole_at: usize) -> Option<(usize, Opener)> {
    let page = facts.page;
    let whole = facts.figure(whole_at)?;
    let next = facts.figure(whole_at.saturating_add(1)).map_or(usize::MAX, |next| next.first);
    // *trong 14 đảng bộ:* are some of more.
    if page.word_before(whole.first, 1, TRONG) {
        return None;
    }
    let mut opener = Opener::Bare;
    for at in whole.behind..whole.behind.saturating_add(REACH).min(next) {
        let token = page.at(at);
        let line = page.at(at.saturating_add(1));
        if token.is(':') {
            // Examples: *như:*.
            let open = line.is_line() && !page.word_before(at, 1, NHUW);
            return open.then_some((at.saturating_add(2), opener));
        }
        let next = at.saturating_add(1);
        if page.says(next, &[TRONG, DDOS]) {
            opener = Opener::Some;
        } else if page.says(next, &[CUJ, THEER]) || page.says(next, &[NHUW, SAU]) || page.word(next, GOOMF) {
            opener = Opener::Whole;
        }
        let examples = token.is_any(&[NHIEEUF, BIEEUR, RIEENG, MOOTJ, NHAATS]);
        if token.kind == Kind::Line || examples || page.ends_sentence(at) && matches!(opener, Opener::Bare) {
            return None;
        }
    }
    None
}

/// The counts of the items, one of each line: of the same thing as the whole, as far as their nouns say.
fn items(facts: &Facts<'_>, whole: &Figure, from: usize, all: bool) -> Option<Vec<usize>> {
    let page = facts.page;
    let mark = bullet(page, from)?;
    let mut parts: Vec<usize> = Vec::new();
    let mut at = from;
    let mut next = facts.figures.partition_point(|figure| figure.first < from);
    while bullet(page, at) == Some(mark) {
        let end = line_end(page, at);
        let mut own = None;
        while let Some(figure) = facts.figure(next).filter(|figure| figure.first < end) {
            if facts.counts(next).is_some() && figure.depth == 0 {
                let named = noun(page, figure.behind).is_some();
                let same = same_noun(page, figure, whole)
                    || !named
                    || all && !mixed(page, whole, std::iter::once(figure));
                if !same || !plain(figure) || own.replace(next).is_some() {
                    return None;
                }
            }
            next = next.saturating_add(1);
        }
        parts.push(own.filter(|_| parts.len() < MOST)?);
        at = end.saturating_add(1);
        if page.at(end).is_blank() {
            // Behind a blank line it may go on.
            return (bullet(page, at) != Some(mark) && parts.len() > 1).then_some(parts);
        }
    }
    (parts.len() > 1).then_some(parts)
}

/// The counts of the items above a line that says it is all of them: *Tổng cộng: 50 chi bộ*.
pub(super) fn above(facts: &Facts<'_>, whole: &Figure) -> Option<Vec<usize>> {
    let page = facts.page;
    let start = line_start(page, whole.first, SUM)?;
    if !page.says(start, &[TOONGR, COONGJ]) && !page.says(start, &[TOONGR, SOOS]) && !page.word(start, COONGJ)
    {
        return None;
    }
    let mut from = start;
    for _ in 0..MOST {
        let Some(end) = from.checked_sub(1).filter(|end| page.at(*end).is_line()) else { break };
        let Some(line) = line_start(page, end, LINE).filter(|line| bullet(page, *line).is_some()) else {
            break;
        };
        from = line;
    }
    if from == start { None } else { items(facts, whole, from, false) }
}

/// Where the line begins that a token stands in, if that is near.
fn line_start(page: &Page<'_>, at: usize, reach: usize) -> Option<usize> {
    for back in 0..reach {
        match at.checked_sub(back) {
            Some(0) => return Some(0),
            Some(at) if page.before(at, 1).kind == Kind::Line => return Some(at),
            _ => {}
        }
    }
    None
}

/// What an item begins with: a mark, or a number (as which all numbers are one).
fn bullet(page: &Page<'_>, at: usize) -> Option<u32> {
    let token = page.at(at);
    let next = page.at(at.saturating_add(1));
    match token.kind {
        Kind::Mark if !token.is('(') && !token.is('"') && !token.is('“') => Some(token.key),
        Kind::Number if next.glued && (next.is('.') || next.is(')')) => Some(0),
        _ => None,
    }
}
