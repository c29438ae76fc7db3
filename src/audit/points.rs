//! Changes of shares in points held against both shares: *đạt 96,88%, tăng 1,64% so với năm 2021 (năm 2021 là 95,24%)*.

use super::changes::dated;
use super::figures::{Figure, Role, What};
use super::relations::Facts;
use crate::decimal::{Decimal, Hedge, digits, fit, subtract};

/// A change of a share that is neither its points nor its ratio.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Points {
    pub(crate) figure: usize,
    pub(crate) before: Decimal,
    pub(crate) now: Decimal,
    pub(crate) right: Decimal,
}

/// How many words behind a change the bracket of the share before may begin.
const REACH: usize = 14;

/// Every such change of a text.
pub(super) fn points(facts: Facts<'_>) -> Vec<Points> {
    (0..facts.figures.len()).filter_map(|at| wrong(facts, at)).collect()
}

fn wrong(facts: Facts<'_>, at: usize) -> Option<Points> {
    let figure =
        |at: usize| facts.figures.get(at).filter(|one| one.what == What::Percent && one.hedge == Hedge::None);
    let said = |one: &&Figure| one.role == Role::Points || one.role == Role::Change && one.value.scale() > 0;
    let changed = figure(at).filter(said)?;
    let now = figure(at.checked_sub(1)?).filter(|one| one.role == Role::Fact && near(one, changed))?;
    let before = (at.saturating_add(1)..at.saturating_add(4)).find_map(figure)?;
    let open = (changed.behind..before.first).rev().find(|at| facts.page.mark(*at, '('))?;
    let told = dated(facts.page, open, before.first) || open.saturating_add(1) == before.first;
    let alone = facts.page.mark(before.behind, ')') && near(changed, before);
    if !told || !alone || open.saturating_sub(changed.behind) > REACH || now.depth != changed.depth {
        return None;
    }
    let low = now.value.min(before.value);
    let right = subtract(now.value, before.value)?.abs();
    // The shares were rounded, and the change of them may be.
    let scale = changed.value.scale().min(now.value.scale()).min(before.value.scale());
    let off = subtract(right, changed.value)?.abs();
    let step = Decimal::try_new(1, scale).ok()?;
    // *tăng 1,7% so với 95,24%* may be meant of the share before.
    let ratio = changed.role == Role::Change
        && (low.scale() != right.scale()
            || digits(right)
                .zip(digits(low))
                .is_some_and(|(gap, low)| fit(gap, low, changed.value, Hedge::None).is_some()));
    (off > step && !ratio).then_some(Points { figure: at, before: before.value, now: now.value, right })
}

fn near(one: &Figure, next: &Figure) -> bool {
    one.sentence == next.sentence
}
