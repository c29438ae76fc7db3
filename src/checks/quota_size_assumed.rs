//! A small-group rule may apply, and nobody said how many members the group has: those in the tally are taken.

use super::{Check, QuotaFacts};
use crate::decimal::write_count;
use crate::diagnostic::Diagnostic;
use crate::quota::GroupSize;

pub(super) static CHECK: Check = Check::info("quota.size-assumed");

pub(super) fn find(facts: &QuotaFacts<'_>) -> Option<Diagnostic> {
    let small = facts.rule.small_group.as_ref()?;
    let Some(GroupSize::Assumed(size)) = facts.size else {
        return None;
    };
    (size < small.below.value).then(|| {
        facts
            .on_grade(&CHECK)
            .with("size", write_count(size))
            .with("below", write_count(small.below.value))
            .with("atMost", write_count(small.at_most.value))
            .citing([&small.below.cite])
    })
}
