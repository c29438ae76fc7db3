//! Those who are rated and those who need not be: *tổng số 4.372 đồng chí, miễn đánh giá 391, chưa đánh giá 54, đã đánh giá 3.927*. Together they are
//! all there are.

use super::partitions::{missing, plain};
use super::{Facts, Relation};
use crate::audit::figures::{Figure, Role, What};
use crate::audit::lexer::Kind;
use crate::audit::slips::{repaired, slip};
use crate::audit::words::*;

/// Most words around a number that say which are counted.
const LABEL: usize = 10;
/// How many figures may tell of all of them.
const MOST: usize = 5;

/// Numbers of all members that one slip keeps from being those exempted and those rated.
pub(super) fn exempted(facts: &Facts<'_>, told: &[bool], found: &mut Vec<Relation>) {
    for first in 0..facts.figures.len() {
        if part(facts, first) == Some(Part::Exempt)
            && let Some(relation) = list(facts, first).filter(|one| told.get(one.whole_at) == Some(&false))
        {
            found.push(relation);
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Exempt,
    Unrated,
    Rated,
}

fn list(facts: &Facts<'_>, first: usize) -> Option<Relation> {
    let (whole_at, before) = (first.checked_sub(1)?, facts.figure(first)?);
    let whole = facts.figure(whole_at).filter(|one| one.counts).filter(plain)?;
    if whole.paragraph != before.paragraph
        || part(facts, whole_at).is_some()
        || facts.level(whole_at).is_some()
    {
        return None;
    }
    let mut parts = Vec::new();
    let mut rated = false;
    for at in first..first.saturating_add(MOST) {
        let figure = facts.figure(at).filter(|one| one.paragraph == whole.paragraph)?;
        if figure.what == What::Percent || figure.what == What::Other {
            continue;
        }
        rated = part(facts, at)? == Part::Rated;
        parts.push(at);
        if rated {
            break;
        }
    }
    let sum = facts.sum(&parts);
    let typed = |typed: u64, right: u64| typed > 9 && slip(typed, right).is_some();
    let missed = typed(whole.count, sum) || repaired(whole.count, sum, facts.numbers(&parts), typed);
    (rated && missed).then(|| missing(whole_at, whole.count, parts, sum)).flatten()
}

/// What the words around a number say of those it counts.
fn part(facts: &Facts<'_>, at: usize) -> Option<Part> {
    let page = facts.page;
    let figure: &Figure = facts.counts(at).filter(plain).filter(|one| one.role == Role::Fact)?;
    let floor = at.checked_sub(1).and_then(|at| facts.figure(at)).map_or(0, |one| one.behind);
    let ceiling = facts.figure(at.saturating_add(1)).map_or(usize::MAX, |one| one.first);
    let ends = |at: &usize| {
        let token = page.at(*at);
        token.is(',')
            || token.is(';')
            || token.is('(')
            || token.is(')')
            || token.kind == Kind::Line
            || page.ends_sentence(*at)
    };
    let from = (floor.max(figure.first.saturating_sub(LABEL))..figure.first).rev().take_while(|at| !ends(at));
    let behind = (figure.behind..ceiling.min(figure.behind.saturating_add(LABEL))).take_while(|at| !ends(at));
    let (mut exempt, mut not, mut rates) = (false, false, false);
    for at in from.chain(behind) {
        exempt |= page.word(at, MIEENX);
        not |= page.at(at).is_any(&[CHUWA, KHOONG]);
        let rated = [[XEEPS, LOAIJ], [DDANHS, GIAS], [PHAAN, LOAIJ], [KIEEMR, DDIEEMR]];
        rates |= rated.iter().any(|words| page.says(at, words));
    }
    match (exempt, not, rates) {
        (true, _, _) => Some(Part::Exempt),
        (_, true, true) => Some(Part::Unrated),
        (_, false, true) if facts.level(at).is_none() => Some(Part::Rated),
        _ => None,
    }
}
