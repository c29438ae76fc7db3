//! Changes of shares in points held against both shares: *đạt 96,88%, tăng 1,64% so với năm 2021 (năm 2021 là 95,24%)*.

use super::dated;
use crate::audit::figures::{Figure, Role, What};
use crate::audit::relations::Facts;
use crate::audit::slips::named;
use crate::audit::words::*;
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
/// How many figures back the two shares may stand, years among them.
const WINDOW: usize = 6;
/// How many words before a share may say of which year it is.
const NAME: usize = 8;
/// How many words a change may stand behind the share or the bracket that it follows.
const NEXT: usize = 4;

/// Every such change of a text.
pub(in crate::audit) fn points(facts: &Facts<'_>) -> Vec<Points> {
    (0..facts.figures.len()).filter_map(|at| wrong(facts, at)).collect()
}

fn wrong(facts: &Facts<'_>, at: usize) -> Option<Points> {
    let figure =
        |at: usize| facts.figure(at).filter(|one| one.what == What::Percent && one.hedge == Hedge::None);
    let said = |one: &&Figure| one.role == Role::Points || one.role == Role::Change && one.value.scale() > 0;
    let changed = figure(at).filter(said)?;
    if let Some(pair) = rises(facts, at, changed) {
        return Some(pair).filter(|one| !right_of(changed, one));
    }
    if let Some(pair) = beside(facts, at, changed) {
        return Some(pair);
    }
    let now = figure(at.checked_sub(1)?).filter(|one| one.role == Role::Fact && near(one, changed))?;
    let before = (at.saturating_add(1)..at.saturating_add(4)).find_map(figure)?;
    let open = (changed.behind..before.first).rev().find(|at| facts.page.mark(*at, '('))?;
    let told = dated(facts.page, open, before.first) || open.saturating_add(1) == before.first;
    let alone = facts.page.mark(before.behind, ')') && near(changed, before);
    let pair = Points {
        figure: at,
        before: before.value,
        now: now.value,
        right: subtract(now.value, before.value)?.abs(),
    };
    // *107/118 (90,68%), tăng 3,44 điểm phần trăm; năm 2012 là 105/119 (88,24%)*: one slip from the points between two in brackets.
    let both = || {
        changed.role == Role::Points
            && changed.value.scale() == pair.right.scale()
            && now.depth == before.depth
            && told
            && is_slip(changed, pair.right)
    };
    if !told || !alone || open.saturating_sub(changed.behind) > REACH || now.depth != changed.depth && !both()
    {
        return None;
    }
    (!right_of(changed, &pair)).then_some(pair)
}

/// *tăng từ 80% lên 84%, tức tăng 5 điểm phần trăm*: both shares in one sentence before.
fn rises(facts: &Facts<'_>, at: usize, changed: &Figure) -> Option<Points> {
    let page = facts.page;
    let mut before = (at.saturating_sub(WINDOW)..at).rev().filter_map(|at| facts.figure(at));
    let mut share = || before.find(|one| !matches!(one.what, What::Other | What::Fraction));
    let (now, then) = (share()?, share()?);
    let percents = [now, then].iter().all(|one| {
        let plain = one.what == What::Percent && one.hedge == Hedge::None && one.role != Role::Points;
        plain && near(one, changed) && one.depth == changed.depth
    });
    let to = page.before(now.first, 1).is_any(&[LEEN, XUOONGS, CONF, DDEENS]);
    let between = page.word_before(then.first, 1, TUWF) && to;
    let right = subtract(now.value, then.value)?.abs();
    // *năm 2010 có 71,3% … năm 2015 là 78,6%, tăng 6,3%*: one slip from the points between.
    let verb = page.before(changed.first, 1).is_any(&[TAWNG, GIAMR]) && page.before(changed.first, 2).is(',');
    let years = dated(page, then.first.saturating_sub(NAME), then.first)
        && dated(page, then.behind, now.first)
        && changed.first == now.behind.saturating_add(2);
    let alike = changed.value.scale() == right.scale() && now.value.scale() == then.value.scale();
    // *đạt 86,46%, năm 2018 là 82,98%; tăng 4,38 điểm phần trăm*
    let points = changed.role == Role::Points && dated(page, then.behind, now.first);
    // *giảm từ 6,52% năm 2021 xuống còn 4,17% năm 2022, giảm 2,35%*
    let told = between && (changed.role == Role::Points || verb && alike);
    let said = told || (years && verb || points) && alike && is_slip(changed, right);
    (percents && said).then_some(Points { figure: at, before: then.value, now: now.value, right })
}

/// The share before stands where it is known by its place: *73,5% (năm 2011 là 71,8%), tăng 1,7%*, *năm 2011 đạt 58,2%, năm 2012 đạt 61,7%
/// (tăng 3,5%)*, *năm 2022 là 95,40%, như vậy tăng 1,67 điểm phần trăm*. One slip from the points between.
fn beside(facts: &Facts<'_>, at: usize, changed: &Figure) -> Option<Points> {
    let page = facts.page;
    let share = |back: usize| {
        let one = facts.figure(at.checked_sub(back)?)?;
        (one.what == What::Percent && one.hedge == Hedge::None && one.role == Role::Fact).then_some(one)
    };
    let (last, first) = (share(1)?, (2..WINDOW).find_map(share)?);
    let year = |from: usize, to: usize| dated(page, from, to);
    let bracketed = last.depth == changed.depth.saturating_add(1)
        && first.depth == changed.depth
        && changed.first.saturating_sub(last.behind) < NEXT
        && year(first.behind, last.first);
    let inside = changed.depth == last.depth.saturating_add(1)
        && changed.first.saturating_sub(last.behind) < NEXT
        && first.depth == last.depth
        && year(first.behind, last.first)
        && year(first.first.saturating_sub(NAME), first.first);
    let so = (last.behind..changed.first).any(|at| page.says(at, &[NHUW, VAAYJ]));
    let follows = so && changed.role == Role::Points && changed.depth == last.depth;
    let fell = (last.behind..changed.first).any(|at| page.at(at).is_any(&[GIAMR, THAAPS]));
    // *Ba năm trước, tỷ lệ này là 95,40%*: of two alone the verb says which was before.
    let turned = bracketed || follows && fell != (last.value < first.value);
    let (before, now) = if turned { (last.value, first.value) } else { (first.value, last.value) };
    let right = subtract(now, before)?.abs();
    let alike = changed.value.scale() == right.scale() && before.scale() == now.scale();
    let placed = bracketed || inside || follows;
    let pair = Points { figure: at, before, now, right };
    (placed && alike && !right_of(changed, &pair) && is_slip(changed, right)).then_some(pair)
}

/// Whether a change is that of its shares, as far as they are rounded.
fn right_of(changed: &Figure, pair: &Points) -> bool {
    agrees(changed, pair).unwrap_or(true)
}

fn agrees(changed: &Figure, pair: &Points) -> Option<bool> {
    let (now, before, right) = (pair.now, pair.before, pair.right);
    // The shares were rounded, and the change of them may be.
    let scale = changed.value.scale().min(now.scale()).min(before.scale());
    let off = subtract(right, changed.value)?.abs();
    let step = Decimal::try_new(1, scale).ok()?;
    let zero = Decimal::try_new(0, now.scale().max(before.scale())).ok()?;
    let same = |one: Decimal| digits(subtract(one, zero)?);
    let of = |base: Decimal| {
        let both = same(right).zip(same(base));
        both.is_none_or(|(gap, base)| fit(gap, base, changed.value, Hedge::None).is_some())
    };
    // *tăng 1,7% so với 95,24%* may be meant of the share before, and by some of the one now.
    let ratio = changed.role == Role::Change && (of(before) || of(now));
    Some(off <= step || ratio)
}

/// Whether one slip of the hand makes a change of the right one.
fn is_slip(changed: &Figure, right: Decimal) -> bool {
    digits(changed.value).zip(digits(right)).is_some_and(|(typed, right)| named(typed, right).is_some())
}

fn near(one: &Figure, next: &Figure) -> bool {
    one.sentence == next.sentence
}
