//! The grades of one group, so that its quota can be looked at.

use super::figures::{Figure, Role, What};
use super::levels::{Level, Scale};
use super::page::Page;
use super::words::*;
use crate::decimal::Hedge;

/// Whom the grades are given to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Noun {
    Member,
    Organisation,
    Collective,
    Leader,
    Official,
}

/// Counts per grade, each by itself.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Tally {
    pub(crate) grades: [Option<u64>; 4],
    pub(crate) noun: Option<Noun>,
    /// The figure of the best grade.
    pub(crate) at: usize,
}

/// How many figures the grades of one group may stand apart.
const NEAR: usize = 14;

/// Every group whose best and second grades are both given.
pub(super) fn tallies(page: &Page<'_>, figures: &[Figure], levels: &[Option<Level>]) -> Vec<Tally> {
    let mut found: Vec<Tally> = Vec::new();
    let mut used = 0;
    for at in 0..figures.len() {
        if at < used || step(figures, levels, at) != Some(0) {
            continue;
        }
        // Normally the best is named first; "18 tốt và 4 xuất sắc" begins with the second.
        let before = at.checked_sub(1).filter(|before| *before >= used).and_then(|_| {
            (at.saturating_sub(3).max(used)..at).rev().find(|other| step(figures, levels, *other) == Some(1))
        });
        let mut grades = [count(figures, at), before.and_then(|other| count(figures, other)), None, None];
        let mut last = at;
        for other in at.saturating_add(1)..at.saturating_add(NEAR).min(figures.len()) {
            let Some(step) = step(figures, levels, other) else { continue };
            match grades.get_mut(usize::from(step)) {
                Some(grade @ None) => *grade = count(figures, other),
                _ => break,
            }
            last = other;
        }
        let inside = before.is_some_and(|before| among(page, figures, before, at));
        if let [Some(best), Some(good), ..] = grades {
            if inside {
                grades = [Some(best), good.checked_sub(best), None, None];
            }
            found.push(Tally { grades, noun: noun(page, figures, at), at });
            used = last.saturating_add(1);
        }
    }
    found
}

fn step(figures: &[Figure], levels: &[Option<Level>], at: usize) -> Option<u8> {
    let figure = figures.get(at)?;
    let exact = matches!(figure.what, What::Count | What::Fraction)
        && figure.role == Role::Fact
        && figure.hedge == Hedge::None;
    let level = levels.get(at).copied().flatten()?;
    (exact && level.scale == Scale::Grade && !level.upwards && !level.old).then_some(level.step)
}

fn count(figures: &[Figure], at: usize) -> Option<u64> {
    figures.get(at).map(|figure| figure.count)
}

/// Whether *trong đó* stands between two figures.
fn among(page: &Page<'_>, figures: &[Figure], before: usize, at: usize) -> bool {
    let Some((before, figure)) = figures.get(before).zip(figures.get(at)) else { return false };
    page.tells(before.behind..figure.first, &[TRONG, DDOS])
}

/// The nearest word before that says whom.
fn noun(page: &Page<'_>, figures: &[Figure], at: usize) -> Option<Noun> {
    let figure = figures.get(at)?;
    let behind = figure.behind.saturating_add(4);
    for back in 0..90 {
        let here = behind.checked_sub(back)?;
        let token = page.at(here);
        let two = |first: u32, second: u32| page.says(here, &[first, second]);
        if two(CANS, BOOJ) && two_after(page, here) || two(COONG, CHUWCS) || two(VIEEN, CHUWCS) {
            return Some(if two(CANS, BOOJ) { Noun::Leader } else { Noun::Official });
        }
        if two(DDANGR, VIEEN) {
            return Some(Noun::Member);
        }
        if two(TAAPJ, THEER) {
            return Some(Noun::Collective);
        }
        if two(CHI, BOOJ) || two(DDANGR, BOOJ) || two(TOOR, CHUWCS) || token.is_word(TCCSDD) {
            return Some(Noun::Organisation);
        }
    }
    None
}

/// *cán bộ lãnh đạo, cán bộ quản lý*.
fn two_after(page: &Page<'_>, at: usize) -> bool {
    page.word(at.saturating_add(2), LAXNH) || page.word(at.saturating_add(2), LANHX)
}
