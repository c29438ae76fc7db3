//! A level and all above it, counted behind them: *458 hoàn thành xuất sắc và 2.988 hoàn thành tốt; từ hoàn thành tốt trở lên 3.446*.

use super::parents::counted;
use super::partitions::missing;
use super::shaped::slipped;
use super::{Facts, Relation};
use crate::audit::levels::Scale;
use crate::audit::slips::mistyped;
use crate::decimal::Hedge;

/// How many figures back the levels may stand.
const WINDOW: usize = 12;

/// Those who reached a level, where one slip keeps them from being those of it and of the levels above.
pub(super) fn reached(facts: &Facts<'_>, told: &[bool], found: &mut Vec<Relation>) {
    for whole_at in told.iter().enumerate().filter(|(_, told)| !**told).map(|(at, _)| at) {
        found.extend(levels(facts, whole_at));
    }
}

fn levels(facts: &Facts<'_>, whole_at: usize) -> Option<Relation> {
    let level =
        facts.level(whole_at).filter(|one| one.upwards && one.scale == Scale::Grade && one.step > 0)?;
    // *02/19 xuất sắc; 14/19 tốt. Từ tốt trở lên là 15/19*: of the same number.
    let whole = facts.counts(whole_at).filter(|one| one.hedge == Hedge::None)?;
    let mut parts = Vec::new();
    for step in 0..=level.step {
        let named = |at: &usize| {
            let own = facts
                .level(*at)
                .is_some_and(|one| one.scale == level.scale && one.step == step && !one.upwards);
            own && facts.counts(*at).is_some_and(|one| one.of == whole.of && one.hedge == Hedge::None)
        };
        let at = (whole_at.saturating_sub(WINDOW)..whole_at).rev().find(named)?;
        let part = facts.figure(at)?;
        let near = part.paragraph == whole.paragraph && whole.sentence.saturating_sub(part.sentence) < 2;
        let nouns = counted(facts.page, part).zip(counted(facts.page, whole));
        if !near
            || part.depth != whole.depth
            || whole.of.is_none() && nouns.is_some_and(|(one, other)| one != other)
        {
            return None;
        }
        parts.push(at);
    }
    let sum = facts.sum(&parts);
    let missed = mistyped(whole.count, sum) || slipped(facts, whole, &parts, sum, false);
    missed.then(|| missing(whole_at, whole.count, parts, sum)).flatten()
}
