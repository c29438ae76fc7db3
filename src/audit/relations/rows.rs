//! Votes on several people, a row each, *ông A 27 phiếu, 6 phiếu, 1 phiếu; bà B 30 phiếu …*: all rows have as many as there are voters.

use super::{Facts, Link, Relation};
use crate::audit::figures::Figure;
use crate::audit::levels::Scale;
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::slips::meant;
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
pub(super) fn apart(page: &Page<'_>, one: &Figure, next: &Figure) -> bool {
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

/// The counts that are told not to add up already.
pub(super) fn known(facts: Facts<'_>, found: &[Relation]) -> Vec<bool> {
    let mut known = vec![false; facts.figures.len()];
    for at in found.iter().filter(|one| !one.holds).flat_map(|one| &one.parts) {
        if let Some(known) = known.get_mut(*at) {
            *known = true;
        }
    }
    known
}
