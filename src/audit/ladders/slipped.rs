//! Percentages that follow each other without counts, and would make 100 but for one slip of the hand, however far from it they are:
//! *xuất sắc 18,8%; tốt 78,1%; hoàn thành 1,3%*.

use super::Missed;
use crate::audit::claims::Tie;
use crate::audit::figures::{Figure, Role, What};
use crate::audit::page::Page;
use crate::audit::relations::Facts;
use crate::audit::slips::{Slip, mistyped, slip};
use crate::audit::words::*;
use crate::decimal::{Decimal, Hedge, add, digits};

/// Longest run, and most words between two of it.
const MOST: usize = 12;
const APART: usize = 24;

/// Every such run of a text.
pub(super) fn slipped(facts: &Facts<'_>, percents: &[Option<usize>], found: &mut Vec<Missed>) {
    let mut told = vec![false; facts.figures.len()];
    for part in found.iter().flat_map(|one| &one.parts) {
        if let Some(told) = told.get_mut(*part) {
            *told = true;
        }
    }
    let mut at = 0;
    while at < facts.figures.len() {
        let run = run(facts, percents, at);
        if run.len() > 2 && !run.iter().any(|at| told.get(*at) == Some(&true)) {
            found.extend(missed(facts.figures, &run));
        }
        at = run.last().map_or(at, |last| *last).max(at).saturating_add(1);
    }
}

/// The percentages from here on that have no count, one after the other in a sentence.
fn run(facts: &Facts<'_>, percents: &[Option<usize>], start: usize) -> Vec<usize> {
    let claim = |at: usize| percents.get(at).copied().flatten().and_then(|claim| facts.claims.get(claim));
    let counted =
        |at: usize| claim(at).is_some_and(|claim| claim.counted.is_some() && claim.tie == Tie::Firm);
    let mut run: Vec<usize> = Vec::new();
    let mut last: Option<&Figure> = None;
    for at in start..start.saturating_add(MOST) {
        let Some(figure) = facts.figure(at) else { break };
        let same = last.is_none_or(|last| joined(facts.page, last, figure));
        if figure.what == What::Other && last.is_some() {
            continue;
        }
        let plain = figure.what == What::Percent && figure.role == Role::Fact && figure.hedge == Hedge::None;
        if !same || !plain || counted(at) {
            break;
        }
        run.push(at);
        last = Some(figure);
    }
    run
}

/// Whether nothing but the words of one item stands between two percentages.
fn joined(page: &Page<'_>, one: &Figure, next: &Figure) -> bool {
    let words = one.behind..next.first;
    // *trong đó nữ 12,5%; năm trước 11,3%*: of something else.
    let other = |at: usize| {
        page.at(at).is_any(&[KYF, TRUWOWCS, TRONG, NAWM, RIEENG])
            || page.says(at, &[TROWR, LEEN])
            || page.says(at, &[SO, VOWIS])
    };
    one.sentence == next.sentence
        && one.depth == next.depth
        && words.len() < APART
        && !words.into_iter().any(other)
}

/// The run, if one slip in one of its percentages keeps them from 100.
fn missed(figures: &[Figure], run: &[usize]) -> Option<Missed> {
    let parts = || run.iter().filter_map(|at| figures.get(*at));
    let scale = parts().map(|one| one.value.scale()).max().filter(|scale| *scale > 0)?;
    if parts().any(|one| one.value.scale() != scale) {
        return None;
    }
    let hundred = 10_u64.checked_pow(scale)?.checked_mul(100)?;
    let all = parts().try_fold(0_u64, |sum, one| sum.checked_add(digits(one.value)?))?;
    // Each may be up to half a step off: together fewer steps than half as many as they are.
    let rounds = u64::try_from((1..=run.len()).step_by(2).skip(1).count()).ok()?;
    if all.abs_diff(hundred) <= rounds {
        return None;
    }
    let explains = |one: &Figure| {
        let typed = digits(one.value)?;
        let right = hundred.checked_add(typed)?.checked_sub(all)?;
        let range = right.saturating_sub(rounds)..=right.saturating_add(rounds).min(hundred);
        range.into_iter().filter(|right| *right > 0).find(|right| likely(typed, *right, scale))
    };
    parts().find_map(explains)?;
    let sum = parts().try_fold(Decimal::ZERO, |sum, one| add(sum, one.value))?;
    let ends = parts().next().zip(parts().next_back())?;
    Some(Missed { span: (ends.0.span.0, ends.1.span.1), parts: run.to_vec(), sum })
}

/// A slip that chance does not make: with one decimal many numbers are a digit away from others.
fn likely(typed: u64, right: u64, scale: u32) -> bool {
    match slip(typed, right) {
        Some(Slip::Swapped | Slip::Extra) => true,
        Some(_) => scale > 1,
        None => scale > 1 && mistyped(typed, right),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_run_that_is_told_already_is_told_once_however_many_there_are() {
        let text = "Tỷ lệ tương ứng là 21,5% - 72,4% - 1,6%.\n\n".repeat(20);
        assert_eq!(crate::audit::read(&text).missed.len(), 20);
    }
}
