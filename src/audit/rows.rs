//! Votes on several people, a row each, *ông A 27 phiếu, 6 phiếu, 1 phiếu; bà B 30 phiếu …*: all rows have as many as there are voters.

use super::figures::Figure;
use super::levels::Scale;
use super::lexer::Kind;
use super::page::Page;
use super::parents::noun;
use super::relations::{Facts, Link, Relation};
use super::slips::meant;
use super::tables::line_end;
use super::words::*;
use crate::decimal::Hedge;

/// Most kinds of votes in a row, and how many it has where all are given.
const KINDS: usize = 4;
const ALL: usize = 3;
/// How many figures before the first row the voters may stand.
const WINDOW: usize = 12;
/// How many words of a share or a title may stand behind a row.
const REST: usize = 10;
/// Most rows that are held against each other.
const MOST: usize = 64;

/// Rows of votes that are not as many as two others, which are as many as the voters before them.
pub(super) fn rows(facts: Facts<'_>, found: &mut Vec<Relation>) {
    let told = known(facts, found);
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
            (Some(row), Some(last)) if row.len() < KINDS && !another(facts, row, at, last, figure) => {
                row.push(at)
            }
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

/// Whether nothing is said behind a row on its line.
fn ends(facts: Facts<'_>, row: &[usize]) -> bool {
    let last = row.last().and_then(|at| facts.figures.get(*at)).map_or(0, |last| last.behind);
    line_end(facts.page, last).saturating_sub(last) < REST
}

/// Whether a figure begins the votes on another: with the best kind or the same again, where their kinds are said.
fn another(facts: Facts<'_>, row: &[usize], at: usize, last: &Figure, figure: &Figure) -> bool {
    let step =
        |at: usize| facts.level(at).filter(|level| level.scale == Scale::Trust).map(|level| level.step);
    let known = row.last().and_then(|last| step(*last)).zip(step(at));
    let line = (last.behind..figure.first).any(|at| facts.page.at(at).kind == Kind::Line);
    line || known.map_or_else(|| apart(facts.page, last, figure), |(last, next)| next <= last)
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
        // Of one fewer it may be said behind why.
        let whole = *sum > voters || ends(facts, row);
        if row.len() == ALL && *sum != voters && of && new && whole && meant(voters, *sum) {
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
    let known = known(facts, found);
    let untold = |row: &Divided| {
        told.get(row.whole) == Some(&false) && !row.parts.iter().any(|part| known.get(*part) == Some(&true))
    };
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
            uneven(facts, &rows, &untold, found);
            rows.clear();
        }
        if figure.is_some_and(|one| one.hedge == Hedge::None && one.of.is_none())
            && facts.counts(at).is_some()
        {
            row.push(at);
        }
    }
    uneven(facts, &rows, &untold, found);
}

/// The counts that are told not to add up already.
fn known(facts: Facts<'_>, found: &[Relation]) -> Vec<bool> {
    let mut known = vec![false; facts.figures.len()];
    for at in found.iter().filter(|one| !one.holds).flat_map(|one| &one.parts) {
        if let Some(known) = known.get_mut(*at) {
            *known = true;
        }
    }
    known
}

/// The first count of a row, and whether the others are it.
fn whole(facts: Facts<'_>, row: &[usize]) -> Option<Divided> {
    let (whole, parts) = row.split_first().filter(|(_, parts)| (2..WIDE).contains(&parts.len()))?;
    let sum = facts.sum(parts);
    let holds = facts.figures.get(*whole).is_some_and(|one| one.count == sum);
    Some(Divided { whole: *whole, parts: parts.to_vec(), sum, holds })
}

fn uneven(facts: Facts<'_>, rows: &[Divided], untold: &dyn Fn(&Divided) -> bool, found: &mut Vec<Relation>) {
    for row in rows.iter().filter(|row| !row.holds) {
        let Some(whole) = facts.figures.get(row.whole) else { continue };
        let same = |other: &&Divided| shape(facts, other).eq(shape(facts, row));
        let others = || rows.iter().filter(same);
        let near = whole.count.abs_diff(row.sum).saturating_mul(5) <= whole.count.max(row.sum);
        let few = others().filter(|other| !other.holds).count() == 1;
        let named = shape(facts, row).all(|name| name.is_some());
        if named && near && few && others().count() > 2 && untold(row) {
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
    let known = known(facts, found);
    let lists = lists(facts);
    let mut told_of = 0;
    for (whole_at, whole) in facts.figures.iter().enumerate() {
        let counts = facts.counts(whole_at).is_some_and(|one| one.of.is_none() && one.count > 9);
        let named = counts && whole.depth == 0 && whole.hedge == Hedge::None;
        if !named || whole_at < told_of || noun(facts.page, whole.behind).is_none() {
            continue;
        }
        let from = lists.partition_point(|list| list.first() <= Some(&whole_at));
        let near = lists.get(from..).unwrap_or_default().iter().take(LISTS);
        let near = near.take_while(|list| {
            let first = list.first().and_then(|at| facts.figures.get(*at));
            first.is_some_and(|first| first.paragraph == whole.paragraph)
        });
        let (mut all, mut missed) = (0_usize, Vec::new());
        for list in near {
            let sum = facts.sum(list);
            let gap = sum.abs_diff(whole.count);
            all = all.saturating_add(usize::from(gap == 0));
            // Of another number before it.
            let first = list.first().copied().unwrap_or(whole_at);
            let mut before = (whole_at.saturating_sub(WINDOW)..first).filter_map(|at| facts.counts(at));
            let another = before.any(|one| one.count == sum || one.of == Some(sum));
            if !another && (gap == 1 || gap.saturating_mul(20) <= whole.count) {
                missed.push(list);
            }
        }
        if let ([parts], true) = (missed.as_slice(), all > 1)
            && told.get(whole_at) == Some(&false)
            && !parts.iter().any(|part| known.get(*part) == Some(&true))
        {
            let (parts, sum) = (parts.to_vec(), facts.sum(parts));
            told_of = parts.last().copied().unwrap_or(whole_at);
            found.push(Relation {
                link: Link::Total,
                whole_at,
                whole: whole.count,
                parts,
                sum,
                holds: false,
            });
        }
    }
}

/// The counts of each sentence that stand behind a colon.
fn lists(facts: Facts<'_>) -> Vec<Vec<usize>> {
    let mut lists: Vec<Vec<usize>> = Vec::new();
    let mut last: Option<&Figure> = None;
    for (at, figure) in facts.figures.iter().enumerate() {
        if figure.depth > 0 || facts.counts(at).is_none() {
            continue;
        }
        let same = last.filter(|last| last.sentence == figure.sentence);
        let from = figure.first.saturating_sub(NAME).max(same.map_or(0, |last| last.behind));
        let mut words = (from..figure.first).rev().take_while(|at| !facts.page.ends_sentence(*at));
        // *2023: 2 - 16 - 1*: of a year.
        if words.any(|at| facts.page.mark(at, ':') && facts.page.before(at, 1).kind == Kind::Word) {
            lists.push(vec![at]);
        } else if let (Some(list), Some(_)) = (lists.last_mut(), same)
            && last.is_some_and(|last| {
                list.last().and_then(|at| facts.figures.get(*at)).is_some_and(|own| own.first == last.first)
            })
        {
            list.push(at);
        }
        last = Some(figure);
    }
    lists.retain(|list| (2..WIDE).contains(&list.len()));
    lists
}

/// Most words between a colon and the first count behind it.
const NAME: usize = 8;
/// How many lists one number may be divided by.
const LISTS: usize = 8;
