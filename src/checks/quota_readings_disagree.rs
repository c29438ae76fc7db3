//! The wording can be read two ways, and the figures pass one and fail the other.

use super::{Check, QuotaFacts};
use crate::decimal::{NumberStyle, Rounding, share, write_count, write_decimal};
use crate::diagnostic::Diagnostic;

pub(super) static CHECK: Check = Check::warning("quota.readings-disagree");

pub(super) fn find(facts: &QuotaFacts<'_>) -> Option<Diagnostic> {
    let judged = |passes: bool| {
        let readings = facts.rule.readings.iter().zip(facts.outcomes).enumerate();
        let mut fitting = readings
            .filter(|(_, (reading, outcome))| reading.from_text && outcome.state.passes() == Some(passes));
        fitting.next().map(|(at, (_, outcome))| (at, outcome))
    };
    let ((passing, passed), (failing, failed)) = (judged(true)?, judged(false)?);
    let used = facts.used()?;
    let style = NumberStyle { percent: true, ..NumberStyle::default() };
    let share_of = |base: Option<u64>| {
        base.and_then(|base| share(used, base, 2, Rounding::HalfUp))
            .map_or("–".to_owned(), |share| write_decimal(share, style))
    };
    let found = facts
        .on_grade(&CHECK)
        .with("used", write_count(used))
        .with("passing", facts.reading_label(passing))
        .with("passingShare", share_of(passed.base))
        .with("passingBase", passed.base.map_or_else(String::new, write_count))
        .with("failing", facts.reading_label(failing))
        .with("failingShare", share_of(failed.base))
        .with("failingBase", failed.base.map_or_else(String::new, write_count))
        .with("enforced", facts.reading_label(facts.enforced));
    Some(found.citing([&facts.rule.enforced.cite]))
}
