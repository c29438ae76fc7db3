//! Grades counted as fractions of one number, *02/10 đồng chí xuất sắc, 08/10 đồng chí tốt*, *56/96 chi hội xuất sắc, 31 chi hội mạnh, 9 chi hội khá*:
//! nobody has two of them, so that they are no more than all, and all where one slip makes them so.

use super::partitions::missing;
use super::rows::known;
use super::shaped::levels;
use super::{Facts, Relation};
use crate::audit::figures::{Figure, Role, What};
use crate::audit::levels::Scale;
use crate::audit::slips::{repaired, slip};
use crate::audit::words::DDOS;
use crate::decimal::Hedge;

/// How many figures behind the first fraction others of the list may stand.
const WINDOW: usize = 8;

/// Grades in fractions that are not what they are fractions of.
pub(super) fn fractioned(facts: &Facts<'_>, told: &[bool], found: &mut Vec<Relation>) {
    let listed = known(facts, found);
    let new = |parts: &[usize]| !parts.iter().any(|at| listed.get(*at) == Some(&true));
    let mut at = 0;
    while at < facts.figures.len() {
        let parts = list(facts, at);
        if let Some(relation) =
            missed(facts, at, &parts).filter(|_| told.get(at) == Some(&false) && new(&parts))
        {
            found.push(relation);
        }
        at = parts.last().map_or(at, |last| *last).max(at).saturating_add(1);
    }
}

/// The grades from a fraction on, each once.
fn list(facts: &Facts<'_>, first_at: usize) -> Vec<usize> {
    let mut parts = Vec::new();
    let graded = facts
        .level(first_at)
        .is_some_and(|level| matches!(level.scale, Scale::Grade | Scale::Merit | Scale::Letter));
    let first = facts.figure(first_at).filter(|_| graded).and_then(|one| Some((one, one.of?)));
    let Some((first, of)) = first else { return parts };
    for at in first_at..first_at.saturating_add(WINDOW) {
        let Some(figure) = facts.figure(at).filter(|one| one.paragraph == first.paragraph) else {
            break;
        };
        if figure.what == What::Percent || figure.what == What::Other {
            continue;
        }
        let beside = figure.sentence == first.sentence && figure.of.is_none();
        // *15/17 tốt, trong đó 3/17 xuất sắc*
        if facts.page.word_before(figure.first, 1, DDOS) || facts.page.word_before(figure.first, 2, DDOS) {
            break;
        }
        let own = (figure.of == Some(of) || beside) && fact(figure);
        parts.push(at);
        if !own || !levels(facts, &parts, true) {
            parts.pop();
            break;
        }
    }
    parts
}

fn fact(figure: &Figure) -> bool {
    figure.counts && figure.role == Role::Fact && figure.hedge == Hedge::None
}

fn missed(facts: &Facts<'_>, first_at: usize, parts: &[usize]) -> Option<Relation> {
    let of = facts.figure(first_at)?.of?;
    let sum = facts.sum(parts);
    let slipped = || repaired(of, sum, facts.numbers(parts), |part, right| slip(part, right).is_some());
    let missed = facts.numbers(parts).any(|part| part > of) || parts.len() > 2 && (sum > of || slipped());
    (parts.len() > 1 && missed).then(|| missing(first_at, of, parts.to_vec(), sum)).flatten()
}
