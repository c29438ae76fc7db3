//! Votes on several people, a row each, *ông A 27 phiếu, 6 phiếu, 1 phiếu; bà B 30 phiếu …*: all rows have as many as there are voters.

use super::partitions::missing;
use super::scales::scale_of;
use super::{Facts, Link, Relation};
use crate::audit::figures::Figure;
use crate::audit::levels::Scale;
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::slips::{meant, slip};
use crate::audit::tables::line_end;
use crate::audit::words::*;
use crate::decimal::Hedge;

/// Most kinds of votes in a row, and how many it has where all are given.
const KINDS: usize = 4;
const ALL: usize = 3;
/// How many figures before the first row the voters may stand.
const WINDOW: usize = 12;
/// How many words of a share or a title may stand behind a row.
const REST: usize = 10;
/// How many words before a row its kinds of votes may be named.
const HEAD: usize = 160;
/// Most rows that are held against each other.
const MOST: usize = 64;

/// Rows of votes that are not as many as two others, which are as many as the voters before them.
pub(super) fn rows(facts: &Facts<'_>, found: &mut Vec<Relation>) {
    let told = known(facts, found);
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for at in 0..facts.figures.len() {
        let Some(figure) = facts.figure(at) else { break };
        let last = rows.last().and_then(|row| row.last()).and_then(|at| facts.figure(*at));
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
fn votes(facts: &Facts<'_>, at: usize) -> bool {
    let level = || facts.level(at).is_some_and(|level| level.scale == Scale::Trust);
    facts.counts(at).is_some_and(|figure| {
        let votes = facts.page.word(figure.behind, PHIEEUS) || level() || dashed(facts, at);
        figure.hedge == Hedge::None && votes
    })
}

/// *(tín nhiệm cao – tín nhiệm – tín nhiệm thấp) … Chủ tịch UBND: 26 – 6 – 1*: one of three counts with dashes between, behind a colon.
fn dashed(facts: &Facts<'_>, at: usize) -> bool {
    let page = facts.page;
    let joined = |at: usize| {
        let (one, next) = (facts.counts(at), facts.counts(at.saturating_add(1)));
        one.zip(next).is_some_and(|(one, next)| {
            let dash = page.mark(one.behind, '–') || page.mark(one.behind, '-');
            dash && one.behind.saturating_add(1) == next.first
        })
    };
    let row = |first: usize| {
        let opened = facts.counts(first).is_some_and(|one| page.before(one.first, 1).is(':'));
        opened && joined(first) && joined(first.saturating_add(1))
    };
    let here = facts.figure(at).map_or(0, |one| one.first);
    let trust = || page.tells(here.saturating_sub(HEAD)..here, &[TINS, NHIEEMJ]);
    (0..ALL).filter_map(|back| at.checked_sub(back)).any(row) && trust()
}

/// Whether nothing is said behind a row on its line.
fn ends(facts: &Facts<'_>, row: &[usize]) -> bool {
    let last = row.last().and_then(|at| facts.figure(*at)).map_or(0, |last| last.behind);
    line_end(facts.page, last).saturating_sub(last) < REST
}

/// Whether a figure begins the votes on another: with the best kind or the same again, where their kinds are said.
fn another(facts: &Facts<'_>, row: &[usize], at: usize, last: &Figure, figure: &Figure) -> bool {
    let step =
        |at: usize| facts.level(at).filter(|level| level.scale == Scale::Trust).map(|level| level.step);
    let known = row.last().and_then(|last| step(*last)).zip(step(at));
    let line = (last.behind..figure.first).any(|at| facts.page.at(at).kind == Kind::Line);
    line || known.map_or_else(|| apart(facts.page, last, figure), |(last, next)| next <= last)
}

/// Whether another row begins between two figures.
pub(super) fn apart(page: &Page<'_>, one: &Figure, next: &Figure) -> bool {
    (one.behind..next.first)
        .any(|at| page.mark(at, ';') || page.at(at).kind == Kind::Line || page.ends_sentence(at))
}

fn judge(facts: &Facts<'_>, rows: &[Vec<usize>], told: &[bool], found: &mut Vec<Relation>) {
    let sums: Vec<u64> = rows.iter().map(|row| facts.sum(row)).collect();
    let many = |sum: u64| sums.iter().zip(rows).filter(|(one, row)| **one == sum && row.len() > 1).count();
    let Some(voters) = sums.iter().copied().max_by_key(|sum| (many(*sum), *sum)).filter(|sum| many(*sum) > 1)
    else {
        return;
    };
    // Votes handed out and valid ones before them are no row of theirs.
    let mut full = sums.iter().zip(rows).filter(|(sum, row)| **sum == voters && row.len() > 1);
    let Some(first) = full.next().and_then(|(_, row)| row.first()) else { return };
    let mut before = (first.saturating_sub(WINDOW)..*first).rev();
    let Some(whole_at) = before.find(|at| facts.counts(*at).is_some_and(|one| one.count == voters)) else {
        return;
    };
    found.extend(valid(facts, rows, *first, voters));
    for (row, sum) in rows.iter().zip(&sums) {
        let of = row.iter().filter_map(|at| facts.figure(*at)?.of).all(|of| of == voters);
        let new = row.iter().all(|at| told.get(*at) == Some(&false));
        // Of one fewer it may be said behind why.
        let whole = *sum > voters || ends(facts, row) && rows.first().is_some_and(|row| row.contains(first));
        let full = row.len() == ALL && meant(voters, *sum);
        if (full || *sum > voters && kinds(facts, row)) && *sum != voters && of && new && whole {
            let (parts, sum) = (row.clone(), *sum);
            found.push(Relation { link: Link::Votes, whole_at, whole: voters, parts, sum, holds: false });
        }
    }
}

/// Whether a row names several kinds of votes, each once: more of them than voters are too many, however few kinds it has.
fn kinds(facts: &Facts<'_>, row: &[usize]) -> bool {
    row.len() > 1 && scale_of(facts, row) == Some(Scale::Trust)
}

/// *phiếu thu về 62; phiếu hợp lệ 26*, where every row has 62.
fn valid(facts: &Facts<'_>, rows: &[Vec<usize>], first: usize, voters: u64) -> Option<Relation> {
    let full = || rows.iter().filter(|row| row.len() == ALL);
    let all = full().count() > 2 && full().all(|row| facts.sum(row) == voters);
    let mut before = (first.saturating_sub(WINDOW)..first).rev();
    let cast = |at: &usize| {
        facts.level(*at).is_some_and(|level| level.scale == Scale::Ballot && level.step == 0)
            && facts.counts(*at).is_some_and(|one| one.plain())
    };
    let whole_at = before.find(cast).filter(|_| all)?;
    let whole = facts.counts(whole_at)?.count;
    slip(whole, voters)?;
    missing(whole_at, whole, full().next()?.clone(), voters)
}

/// The counts that are told not to add up already.
pub(super) fn known(facts: &Facts<'_>, found: &[Relation]) -> Vec<bool> {
    let mut known = vec![false; facts.figures.len()];
    for at in found.iter().filter(|one| !one.holds).flat_map(|one| &one.parts) {
        if let Some(known) = known.get_mut(*at) {
            *known = true;
        }
    }
    known
}
