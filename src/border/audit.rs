//! An audited text across the border. Out: JSON; figures, claims and relations packed as flat lists, which `js/src/audit.ts`
//! takes apart.

use super::json::Json;
use super::{quotas, shapes};
use crate::decimal::{Decimal, push_plain};
use crate::engine::Engine;
use crate::report::{Audit, AuditClaim, Placed};

/// Reads a text. `subject` below zero: none was named.
pub fn audit(engine: &Engine, text: &str, subject: i32, trace: bool) -> String {
    let audit = engine.audit(text, usize::try_from(subject).ok(), trace);
    Json::text(|j| j.object(|j| write(j, &audit)))
}

fn write(j: &mut Json, audit: &Audit<'_>) {
    // start, end, value, kind
    j.name("figures").list(std::iter::once(audit), |j, audit| {
        for figure in &audit.figures {
            span(j, figure.span);
            decimal(j, figure.value);
            j.word(figure.kind);
        }
    });
    // start, end, count, base, baseFrom, stated, exact, kind, verdict
    j.name("claims")
        .list(std::iter::once(audit), |j, audit| audit.claims.iter().for_each(|one| claim(j, one)));
    j.name("relations").list(&audit.relations, |j, relation| {
        j.list(std::iter::once(relation), |j, relation| {
            span(j, relation.span);
            j.word(relation.kind);
            j.count(Some(relation.whole));
            j.truth(relation.holds);
            relation.parts.iter().for_each(|part| j.count(Some(*part)));
        });
    });
    j.name("quotas").list(&audit.quotas, |j, group| {
        j.object(|j| {
            j.name("span").list([group.span.0, group.span.1], |j, place| j.count(Some(u64::from(place))));
            j.name("subject").count(u64::try_from(group.subject).ok());
            j.name("quotas").string(&quotas::list(&group.quotas));
        });
    });
    j.name("checked").count(Some(audit.checked));
    j.name("toLook").count(Some(audit.to_look));
    j.name("diagnostics").list(&audit.diagnostics, placed);
    if let Some(trace) = &audit.trace {
        j.name("trace").list(trace, shapes::step);
    }
}

fn claim(j: &mut Json, claim: &AuditClaim) {
    span(j, claim.span);
    j.count(claim.count);
    j.count(claim.base);
    id(j, claim.base_from);
    decimal(j, claim.stated);
    decimal(j, claim.exact);
    j.word(claim.kind);
    id(j, claim.verdict);
}

fn id(j: &mut Json, id: Option<&str>) {
    match id {
        Some(id) => j.word(id),
        None => j.null(),
    }
}

#[inline(never)]
fn span(j: &mut Json, span: (u32, u32)) {
    j.count(Some(u64::from(span.0)));
    j.count(Some(u64::from(span.1)));
}

#[inline(never)]
fn decimal(j: &mut Json, value: Option<Decimal>) {
    match value {
        Some(value) => j.written(|out| push_plain(out, value)),
        None => j.null(),
    }
}

/// A finding in prose, with where it is.
fn placed(j: &mut Json, placed: &Placed) {
    j.object(|j| {
        j.name("span").list([placed.span.0, placed.span.1], |j, place| j.count(Some(u64::from(place))));
        shapes::members(j, &placed.finding);
    });
}
