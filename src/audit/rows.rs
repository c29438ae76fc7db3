//! Votes on several people, a row each, *ông A 27 phiếu, 6 phiếu, 1 phiếu; bà B 30 phiếu …*: all rows have as many as there are voters.

use super::figures::Figure;
use super::levels::Scale;
use super::lexer::Kind;
use super::page::Page;
use super::parents::noun;
use super::relations::{Facts, Link, Relation};
use super::slips::meant;
use super::words::*;
use crate::decimal::Hedge;

/// Most kinds of votes in a row, and how many it has where all are given.
const KINDS: usize = 4;
const ALL: usize = 3;
/// How many figures before the first row the voters may stand.
const WINDOW: usize = 12;
/// Most rows that are held against each other.
const MOST: usize = 64;

/// Rows of votes that are not as many as two others, which are as many as the voters before them.
pub(super) fn rows(facts: Facts<'_>, found: &mut Vec<Relation>) {
    let mut told = vec![false; facts.figures.len()];
    for at in found.iter().filter(|one| !one.holds).flat_map(|one| &one.parts) {
        if let Some(told) = told.get_mut(*at) {
            *told = true;
        }
    }
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for at in 0..facts.figures.len() {
        let Some(figure) = facts.figures.get(at) else { break };
        let last = rows.last().and_then(|row| row.last()).and_then(|at| facts.figures.get(*at));
        if last.is_some_and(|last| last.paragraph != figure.paragraph) || rows.len() > MOST {
            judge(facts, &rows, &told, found);
            rows.clear();
        }
        if !votes(facts, at) {
            continue;
        }
        match (rows.last_mut(), last) {
            (Some(row), Some(last)) if row.len() < KINDS && !apart(facts.page, last, figure) => row.push(at),
            _ => rows.push(vec![at]),
        }
    }
    judge(facts, &rows, &told, found);
}

/// Whether a figure counts votes for one.
fn votes(facts: Facts<'_>, at: usize) -> bool {
    let level = || facts.level(at).is_some_and(|level| level.scale == Scale::Trust);
    facts.counts(at).is_some_and(|figure| {
        figure.hedge == Hedge::None && (facts.page.word(figure.behind, PHIEEUS) || level())
    })
}

/// Whether another row begins between two figures.
fn apart(page: &Page<'_>, one: &Figure, next: &Figure) -> bool {
    (one.behind..next.first)
        .any(|at| page.mark(at, ';') || page.at(at).kind == Kind::Line || page.ends_sentence(at))
}

fn judge(facts: Facts<'_>, rows: &[Vec<usize>], told: &[bool], found: &mut Vec<Relation>) {
    let Some(first) = rows.first().and_then(|row| row.first()) else { return };
    let sums: Vec<u64> = rows.iter().map(|row| facts.sum(row)).collect();
    let many = |sum: u64| sums.iter().zip(rows).filter(|(one, row)| **one == sum && row.len() > 1).count();
    let Some(voters) = sums.iter().copied().max_by_key(|sum| many(*sum)).filter(|sum| many(*sum) > 1) else {
        return;
    };
    let mut before = (first.saturating_sub(WINDOW)..*first).rev();
    let Some(whole_at) = before.find(|at| facts.counts(*at).is_some_and(|one| one.count == voters)) else {
        return;
    };
    for (row, sum) in rows.iter().zip(&sums) {
        let of = row.iter().filter_map(|at| facts.figures.get(*at)?.of).all(|of| of == voters);
        let new = row.iter().all(|at| told.get(*at) == Some(&false));
        if row.len() == ALL && *sum != voters && of && new && meant(voters, *sum) {
            let (parts, sum) = (row.clone(), *sum);
            found.push(Relation { link: Link::Votes, whole_at, whole: voters, parts, sum, holds: false });
        }
    }
}

/// Most counts of a row that is divided.
const WIDE: usize = 8;

/// A count and those it is divided into: *trong 48 người xuất sắc có 21 cán bộ, 27 công chức*.
struct Divided {
    whole: usize,
    parts: Vec<usize>,
    sum: u64,
    holds: bool,
}

/// Rows that are divided in the same words, of which two and more add up and one does not.
pub(super) fn divided(facts: Facts<'_>, told: &[bool], found: &mut Vec<Relation>) {
    let mut rows: Vec<Divided> = Vec::new();
    let mut row: Vec<usize> = Vec::new();
    for at in 0..=facts.figures.len() {
        let figure = facts.figures.get(at);
        let last = row.last().and_then(|last| facts.figures.get(*last));
        let over = figure.zip(last).is_none_or(|(figure, last)| apart(facts.page, last, figure));
        if over && !row.is_empty() {
            rows.extend(whole(facts, &row));
            row.clear();
        }
        let ends = figure.zip(last).is_none_or(|(figure, last)| figure.paragraph != last.paragraph);
        if ends && last.is_some() || rows.len() > MOST {
            uneven(facts, &rows, told, found);
            rows.clear();
        }
        if figure.is_some_and(|one| one.hedge == Hedge::None && one.of.is_none())
            && facts.counts(at).is_some()
        {
            row.push(at);
        }
    }
    uneven(facts, &rows, told, found);
}

/// Whether some of these parts are told not to add up already.
fn known(found: &[Relation], parts: &[usize]) -> bool {
    let mut broken = found.iter().filter(|one| !one.holds);
    broken.any(|one| one.parts.iter().any(|part| parts.contains(part)))
}

/// The first count of a row, and whether the others are it.
fn whole(facts: Facts<'_>, row: &[usize]) -> Option<Divided> {
    let (whole, parts) = row.split_first().filter(|(_, parts)| (2..WIDE).contains(&parts.len()))?;
    let sum = facts.sum(parts);
    let holds = facts.figures.get(*whole).is_some_and(|one| one.count == sum);
    Some(Divided { whole: *whole, parts: parts.to_vec(), sum, holds })
}

fn uneven(facts: Facts<'_>, rows: &[Divided], told: &[bool], found: &mut Vec<Relation>) {
    for row in rows.iter().filter(|row| !row.holds) {
        let Some(whole) = facts.figures.get(row.whole) else { continue };
        let same = |other: &&Divided| shape(facts, other).eq(shape(facts, row));
        let others = || rows.iter().filter(same);
        let near = whole.count.abs_diff(row.sum).saturating_mul(5) <= whole.count.max(row.sum);
        let few = others().filter(|other| !other.holds).count() == 1;
        let named = shape(facts, row).all(|name| name.is_some());
        if named
            && near
            && few
            && others().count() > 2
            && told.get(row.whole) == Some(&false)
            && !known(found, &row.parts)
        {
            let (parts, sum, whole) = (row.parts.clone(), row.sum, whole.count);
            found.push(Relation { link: Link::Total, whole_at: row.whole, whole, parts, sum, holds: false });
        }
    }
}

/// What the counts of a row are called by: the noun behind each, or the word before.
fn shape<'a>(facts: Facts<'a>, row: &'a Divided) -> impl Iterator<Item = Option<(u32, u32)>> + 'a {
    row.parts.iter().map(move |at| {
        let figure = facts.figures.get(*at)?;
        let before = facts.page.before(figure.first, 1);
        let label = (before.kind == Kind::Word).then_some((before.key, 1));
        noun(facts.page, figure.behind).or(label)
    })
}

/// *44 đảng viên: nam 25, nữ 19. … Trình độ chuyên môn: thạc sĩ 15, đại học 26, cao đẳng 2. Lý luận chính trị: …*: sentences that divide
/// one number, each by something else. Where two and more are all of it, one that is not much less, or a little more, is meant to be.
pub(super) fn breakdowns(facts: Facts<'_>, told: &[bool], found: &mut Vec<Relation>) {
    let mut at = 0;
    while let Some(whole) = facts.figures.get(at) {
        at = at.saturating_add(1);
        let whole_at = at.saturating_sub(1);
        let named =
            facts.counts(whole_at).is_some_and(|one| one.of.is_none() && one.count > 9 && one.depth == 0);
        if !named || whole.hedge != Hedge::None || noun(facts.page, whole.behind).is_none() {
            continue;
        }
        let lists = lists(facts, whole_at, whole);
        let all = lists.iter().filter(|parts| facts.sum(parts) == whole.count).count();
        let missed = |parts: &&Vec<usize>| {
            let sum = facts.sum(parts);
            let gap = sum.abs_diff(whole.count);
            gap > 0 && (gap == 1 || gap.saturating_mul(20) <= whole.count)
        };
        let mut missed = lists.iter().filter(missed);
        if let (Some(parts), None, true) = (missed.next(), missed.next(), all > 1)
            && told.get(whole_at) == Some(&false)
            && !known(found, parts)
        {
            let (parts, sum) = (parts.clone(), facts.sum(parts));
            found.push(Relation {
                link: Link::Total,
                whole_at,
                whole: whole.count,
                parts,
                sum,
                holds: false,
            });
            at = whole_at.saturating_add(WINDOW);
        }
    }
}

/// The counts of each sentence behind a number that has a colon before them and no others.
fn lists(facts: Facts<'_>, whole_at: usize, whole: &Figure) -> Vec<Vec<usize>> {
    let mut lists: Vec<Vec<usize>> = Vec::new();
    let mut sentence = None;
    for at in whole_at.saturating_add(1)..whole_at.saturating_add(MOST) {
        let Some(figure) = facts.figures.get(at).filter(|one| one.paragraph == whole.paragraph) else {
            break;
        };
        if figure.depth > 0 || facts.counts(at).is_none() {
            continue;
        }
        if sentence != Some(figure.sentence) {
            sentence = Some(figure.sentence);
            lists.push(Vec::new());
        }
        if let Some(list) = lists.last_mut() {
            list.push(at);
        }
    }
    lists.retain(|list| {
        let first = list.first().and_then(|at| facts.figures.get(*at));
        let opened = first.is_some_and(|first| {
            let from = first.first.saturating_sub(NAME).max(whole.behind);
            let mut words = (from..first.first).rev().take_while(|at| !facts.page.ends_sentence(*at));
            words.any(|at| facts.page.mark(at, ':'))
        });
        opened && (2..WIDE).contains(&list.len())
    });
    lists
}

/// Most words between a colon and the first count behind it.
const NAME: usize = 8;
