//! What a share may be of: claims in lists, and the numbers near each of them.

use crate::audit::changes::dated;
use crate::audit::claims::{Claim, Says};
use crate::audit::figures::{Figure, Role, What};
use crate::audit::levels::Scale;
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::relations::parents::{noun, same_noun};
use crate::audit::relations::{Facts, Link, Relation};
use crate::audit::words::*;

/// How many figures before a claim may be its base.
const WINDOW: usize = 40;
/// How many figures behind a claim its whole may be named.
const AHEAD: usize = 14;
/// How many words a count may have before the bracket of the period before.
const NAMED: usize = 10;
/// How many figures back the number now may stand, with its change and the months and years between.
const PERIOD: usize = 5;
/// A line's own level, *- Tốt: 12*, is no heading; most words of one.
const HEADING: usize = 5;
/// How many words before a number may say that it is a sum.
const SAID: usize = 9;
/// How many words before a number may say that shares are of it.
const DECLARED: usize = 6;
/// Longest list whose shares are held against each other.
const MOST: usize = 40;

/// Claims whose base is to be found, list by list; positions.
pub(super) fn groups(facts: &Facts<'_>, relations: &[Relation]) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = Vec::new();
    let mut wholes = vec![false; facts.figures.len()];
    for list in relations.iter().filter(|one| one.holds && one.link == Link::Sum) {
        if let Some(whole) = wholes.get_mut(list.whole_at) {
            *whole = true;
        }
    }
    let mut last: Option<usize> = None;
    for (at, claim) in facts.claims.iter().enumerate() {
        let Some((counted, percent)) = claim.counted.zip(claim.percent) else {
            // *tốt 129 đồng chí, 74,57%; cùng kỳ 124 đồng chí, 73,81%*: last year's end no list.
            let before = claim.percent.and_then(|at| facts.figure(at.checked_sub(1)?));
            if before.is_none_or(|before| before.role != Role::Before) {
                last = None;
            }
            continue;
        };
        if claim.says == Says::Change {
            continue;
        }
        if claim.base.is_some() {
            last = None;
            continue;
        }
        let (from, to) = (counted.min(percent), counted.max(percent));
        let full = all.last().is_some_and(|group| group.len() >= MOST);
        let opened =
            full || last.is_none_or(|last| {
                opener_between(facts, last, from, claim.count)
                    || headed(facts, last, from)
                    || graded_before(facts, last, from)
            }) || wholes.get(counted) == Some(&true) && begins(facts, last, from);
        if opened {
            all.push(Vec::new());
        }
        if let Some(group) = all.last_mut() {
            group.push(at);
        }
        last = Some(to);
    }
    all
}

/// Whether a new whole stands between two figures: a count without a share, larger than what follows.
fn opener_between(facts: &Facts<'_>, last: usize, next: usize, count: u64) -> bool {
    let Some((before, behind)) = facts.figure(last).zip(facts.figure(next)) else { return true };
    if before.paragraph != behind.paragraph {
        return true;
    }
    let between = facts.figures.get(last.saturating_add(1)..next).unwrap_or_default();
    between.iter().any(|figure| {
        let counts = matches!(figure.what, What::Count | What::Fraction) && figure.role == Role::Fact;
        counts && figure.depth <= behind.depth && figure.of.unwrap_or(figure.count) >= count
    })
}

/// *xuất sắc 97 (72,4%), tốt 31 (23,1%), hoàn thành 6 (4,5%). Phát triển 412 hội viên, …*: whether a list of grades ended with its sentence.
fn graded_before(facts: &Facts<'_>, last: usize, next: usize) -> bool {
    let Some((before, behind)) = facts.figure(last).zip(facts.figure(next)) else { return false };
    let level = |at: usize| facts.level(at).or_else(|| facts.level(at.checked_sub(1)?)).map(|one| one.scale);
    let grade = level(last) == Some(Scale::Grade);
    grade && facts.level(next).is_none() && before.sentence != behind.sentence
}

/// Whether a line with a heading of its own begins between two figures, and grades with it: *- Tiểu học: xuất sắc 512 em (35,61%) …*.
fn headed(facts: &Facts<'_>, last: usize, next: usize) -> bool {
    let Some((before, behind)) = facts.figure(last).zip(facts.figure(next)) else { return false };
    let step =
        |at: usize| facts.level(at).filter(|level| level.scale == Scale::Grade).map(|level| level.step);
    // The best, or a better one than before.
    let anew = step(next).is_some_and(|next| {
        next == 0 || step(last).or_else(|| step(last.checked_sub(1)?)).is_some_and(|last| next < last)
    });
    let mut lines = (before.behind..behind.first).filter(|at| facts.page.at(*at).kind == Kind::Line);
    let Some(line) = lines.next_back().filter(|_| anew) else { return false };
    let long = behind.first.saturating_sub(line) > HEADING;
    long && facts.page.marks(line..behind.first.saturating_sub(1), ':')
}

/// Whether a claim begins another sentence than the one before it: *yếu 6 (1,5%). Đánh giá 1.240 đoàn viên (97,1%): xuất sắc 86 …*, where
/// the list behind it is its own.
fn begins(facts: &Facts<'_>, last: Option<usize>, first: usize) -> bool {
    let sentence = |at: usize| facts.figure(at).map_or(0, |figure| figure.sentence);
    last.is_some_and(|last| sentence(last) < sentence(first))
}

/// A number that a share may be of, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) value: u64,
    pub(super) at: Option<usize>,
}

/// Everything near a claim that it may be a share of, the nearest last.
pub(super) fn candidates(facts: &Facts<'_>, claim: &Claim, sum: u64) -> Vec<Candidate> {
    let mut found = Vec::with_capacity(WINDOW);
    found.push(Candidate { value: sum, at: None });
    let Some(counted) = claim.counted else { return found };
    let percent = claim.percent.unwrap_or(counted);
    let mut add = |at: usize, figure: &Figure| {
        let counts = matches!(figure.what, What::Count | What::Fraction)
            && matches!(figure.role, Role::Fact | Role::Target | Role::Before);
        if !counts || at == counted {
            return;
        }
        for value in [figure.of, Some(figure.count)].into_iter().flatten().filter(|value| *value > 0) {
            found.push(Candidate { value, at: Some(at) });
        }
    };
    let here = facts.figure(percent);
    // *Tỷ lệ đảng viên tính trên 6.071 đồng chí đã được xếp loại*, far below.
    let told = |at: usize| facts.declared.get(at) == Some(&true);
    for at in (percent.saturating_add(AHEAD)..percent.saturating_add(WINDOW)).filter(|at| told(*at)) {
        let Some((here, figure)) = here.zip(facts.figure(at)) else { break };
        if here.paragraph == figure.paragraph {
            add(at, figure);
        }
    }
    for at in percent.saturating_add(1)..percent.saturating_add(AHEAD) {
        let Some((here, figure)) = here.zip(facts.figure(at)) else { break };
        let near = at < percent.saturating_add(5) && figure.first.saturating_sub(here.behind) <= 40;
        if here.paragraph != figure.paragraph {
            break;
        }
        // A whole may be named behind its parts: *tổng số phiếu thu về: 45*.
        if near && here.sentence == figure.sentence || told(at) || facts.totals.get(at) == Some(&true) {
            add(at, figure);
        }
    }
    for at in counted.saturating_sub(WINDOW)..counted {
        if let Some(figure) = facts.figure(at) {
            add(at, figure);
        }
    }
    found
}

/// The number now where a share is of what it was before, *186 đảng viên (cùng kỳ năm 2023 là 243)*: last year's base.
pub(super) fn outdated(facts: &Facts<'_>, base: Candidate) -> Option<u64> {
    let at = base.at?;
    let figure = facts.figure(at)?;
    let near = figure.first.saturating_sub(8)..figure.first;
    let open = near.rev().find(|at| facts.page.mark(*at, '('))?;
    let now = (at.saturating_sub(PERIOD)..at).rev().find_map(|at| facts.counts(at))?;
    let near = now.behind.saturating_add(NAMED) > open && dated(facts.page, open, figure.first);
    // *96 đảng viên, giảm 32 so với năm 2022 (128 đảng viên)*
    let against = (now.behind..open).rev().take(6).find(|at| facts.page.says(*at, &[SO, VOWIS]));
    let compared = against.is_some_and(|at| dated(facts.page, at, open)) && now.sentence == figure.sentence;
    let alike = same_noun(facts.page, now, figure) || bare(facts.page, figure) || bare(facts.page, now);
    ((near || compared) && alike && now.depth < figure.depth).then_some(now.count)
}

/// Whether a number says nothing of what it counts, or *192 trường hợp*.
fn bare(page: &Page<'_>, figure: &Figure) -> bool {
    noun(page, figure.behind).is_none() || page.says(figure.behind, &[TRUWOWNGF, HOWPJ])
}

/// Whether *tính trên* stands in the words before a number.
pub(in crate::audit) fn declared(page: &Page<'_>, first: usize) -> bool {
    page.tells(first.saturating_sub(DECLARED)..first, &[TINHS, TREEN])
}

/// Whether *tổng* stands in the words before a number.
pub(in crate::audit) fn summed(page: &Page<'_>, first: usize) -> bool {
    for token in page.stretch(first.saturating_sub(SAID)..first).iter().rev() {
        if token.is_word(TOONGR) {
            return true;
        }
        if token.is_number() || token.last {
            return false;
        }
    }
    false
}
