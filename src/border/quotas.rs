//! Quotas, packed: what `js/src/quota.ts` does not know already. A `=`, then each quota.

use super::cells::{COLUMN, SEPARATOR};
use super::form::{CELL, ROW};
use super::json::Json;
use super::packed::{LIST, Packed};
use super::shapes;
use crate::decimal::write_plain;
use crate::quota::Outcome;
use crate::report::{Quota, QuotaReport};

/// What a quota mostly takes.
const A_QUOTA: usize = 256;

/// Four parts joined by U+001E: the quotas; those without the proposal, when there is one; findings and, when asked for, the
/// trace, as JSON.
pub(super) fn report(report: &QuotaReport<'_>) -> String {
    let mut out = list(&report.quotas);
    out.push(COLUMN);
    if let Some(before) = &report.before {
        out.push_str(&list(before));
    }
    out.push(COLUMN);
    out.push_str(&Json::text(|j| j.list(&report.diagnostics, shapes::finding)));
    out.push(COLUMN);
    if let Some(trace) = &report.trace {
        out.push_str(&Json::text(|j| j.list(trace, shapes::step)));
    }
    out
}

/// Several quotas.
pub(super) fn list(quotas: &[Quota<'_>]) -> String {
    let mut packed = Packed(String::with_capacity(quotas.len().saturating_mul(A_QUOTA)));
    push(&mut packed, quotas);
    packed.0
}

/// The same at the end of a text.
pub(super) fn push(packed: &mut Packed, quotas: &[Quota<'_>]) {
    packed.0.push(LIST);
    for quota in quotas {
        packed.0.push(ROW);
        one(packed, quota);
    }
}

/// used, disagree, summary, nextSlot, the raised percentage and its basis, the words of the enforced reading's balance; then
/// each reading.
fn one(packed: &mut Packed, quota: &Quota<'_>) {
    packed.count(quota.used);
    packed.cell(quota.disagree().then_some("1"));
    packed.cell(Some(&quota.summary));
    packed.cell(quota.next_slot.as_deref());
    packed.cell(quota.raising.map(|_| write_plain(quota.percent)).as_deref());
    packed.cell(quota.raising.map(|raising| raising.basis.id()));
    packed.cell(quota.balance.as_deref());
    for (at, outcome) in quota.outcomes.iter().enumerate() {
        reading(packed, quota, outcome);
        packed.cell(quota.arithmetic.as_ref().and_then(|texts| texts.get(at)).map(String::as_str));
    }
}

/// base, limit, headroom, nextSlotAt, share, shareText, state; where it is exceeded, the base and the share there would be
/// with the fewest changes.
fn reading(packed: &mut Packed, quota: &Quota<'_>, outcome: &Outcome) {
    packed.count(outcome.base);
    packed.count(outcome.limit);
    if outcome.over().is_some() {
        packed.0.push('-');
    }
    packed.count(outcome.headroom.map(i64::unsigned_abs));
    packed.count(outcome.next_slot_at);
    packed.share(outcome.share(quota.used), "\u{1F}");
    packed.0.push(SEPARATOR);
    packed.cell(Some(outcome.state.id()));
    if outcome.over().is_some() {
        packed.digits(outcome.base_at_limit);
        packed.0.push(CELL);
        packed.share(outcome.share_at_limit(), "\u{1C}");
    }
    packed.0.push(SEPARATOR);
}
