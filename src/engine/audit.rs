//! `engine.audit`: a text read → checks → words; and the quotas of the grades it names.

use super::{Engine, QuotaInput};
use crate::audit::{self, Judged, Noun, Read, Says, Tally, Tie, Verdict, What};
use crate::checks::{in_text_order, merged, of_audit, of_audit_quota};
use crate::decimal::{Decimal, Rounding, Typed, share, write_count, write_percent};
use crate::diagnostic::Diagnostic;
use crate::report::{Audit, AuditClaim, AuditFigure, AuditQuota, AuditRelation, Finding, Placed, TraceStep};
use crate::text::telex_key;
use crate::trace::Step;

impl Engine {
    /// Reads a report in prose. `subject`: whose grades it gives, where the text does not say; a position of the rulebook.
    pub fn audit(&self, text: &str, subject: Option<usize>, trace: bool) -> Audit<'_> {
        let read = audit::read(text);
        let mut diagnostics = of_audit(text, &read);
        let mut of_quotas = Vec::new();
        let quotas = self.quotas_of(&read, subject, &mut of_quotas);
        diagnostics = merged(diagnostics, of_quotas);
        tell_apart(text, &read, &mut diagnostics);
        let steps = trace.then(|| self.trace_audit(text, &read));
        let lists = read.lengths.iter().filter_map(|one| list(&read, one));
        let relations: Vec<AuditRelation> =
            read.relations.iter().map(|one| relation(&read, one)).chain(lists).collect();
        let claims: Vec<AuditClaim> = read.claims.iter().map(claim).collect();
        let judged = |one: &&AuditClaim| one.verdict.is_some_and(|verdict| verdict != "unresolved");
        let checked = claims.iter().filter(judged).count().saturating_add(relations.len());
        let placed = |one: Diagnostic| {
            let span = one.span.unwrap_or_default();
            Placed { finding: Finding::of(one, self.locale), span }
        };
        let diagnostics: Vec<Placed> = diagnostics.into_iter().map(placed).collect();
        let to_look = diagnostics.iter().filter(|one| one.finding.severity != "info").count();
        Audit {
            figures: read.figures.iter().map(figure).collect(),
            claims,
            relations,
            quotas,
            checked: u64::try_from(checked).unwrap_or(0),
            to_look: u64::try_from(to_look).unwrap_or(0),
            diagnostics,
            trace: steps,
        }
    }

    /// The quotas of each group whose grades the text gives, where the rulebook has such a subject.
    fn quotas_of(
        &self,
        read: &Read,
        given: Option<usize>,
        found: &mut Vec<Diagnostic>,
    ) -> Vec<AuditQuota<'_>> {
        let mut all = Vec::new();
        for tally in &read.tallies {
            let own =
                tally.noun.map(subject_id).and_then(|id| self.rulebook.subject(id).ok()).map(|(at, _)| at);
            let Some(subject_at) = own.or(given.filter(|_| tally.noun.is_none())) else { continue };
            let counts = self.cells(subject_at, tally);
            let typed =
                counts.iter().map(|cell| cell.as_deref().map_or(Typed::Blank, Typed::Number)).collect();
            let input = QuotaInput { tally: typed, ..QuotaInput::default() };
            let Ok(report) = self.quota_of(subject_at, &input) else { continue };
            let Some(figure) = read.figures.get(tally.at) else { continue };
            for quota in &report.quotas {
                let one = of_audit_quota(figure.span, quota.used, &quota.outcomes, quota.rule, self.locale);
                in_text_order(found, one);
            }
            all.push(AuditQuota { span: figure.span, subject: subject_at, quotas: report.quotas });
        }
        all
    }

    /// A tally in the order of a subject's grades.
    fn cells(&self, subject_at: usize, tally: &Tally) -> Vec<Option<String>> {
        let Some(subject) = self.rulebook.subjects.get(subject_at) else { return Vec::new() };
        let ids = ["htxsnv", "httnv", "htnv", "khtnv"];
        let cell = |id: &str| {
            let at = ids.iter().position(|known| *known == id)?;
            tally.grades.get(at).copied().flatten().map(|count| count.to_string())
        };
        subject.grades.iter().map(|grade| cell(&grade.id)).collect()
    }

    /// What each stage saw, in the order of the stages.
    fn trace_audit(&self, text: &str, read: &Read) -> Vec<TraceStep> {
        let mut steps = Vec::new();
        let mut step = |code, params| steps.push(Step { code, params, citations: Vec::new() });
        let whole = |count: usize| write_count(u64::try_from(count).unwrap_or(0));
        step("audit-words", vec![("words", whole(read.words)), ("numbers", whole(read.numbers))]);
        for one in &read.figures {
            let typed = text.get(one.from..one.to).unwrap_or("").to_owned();
            let params = vec![
                ("typed", typed),
                ("kind", figure(one).kind.to_owned()),
                ("role", one.role.id().to_owned()),
            ];
            step("audit-figure", params);
        }
        for one in read.claims.iter().map(|judged| &judged.claim).filter(|claim| claim.percent.is_some()) {
            let place = |at: Option<usize>| at.and_then(|at| read.figures.get(at));
            let ends = [place(one.counted), place(one.percent)];
            let from = ends.iter().flatten().map(|figure| figure.from).min().unwrap_or(0);
            let to = ends.iter().flatten().map(|figure| figure.to).max().unwrap_or(0);
            let typed = text.get(from..to).unwrap_or("").to_owned();
            let tie = if one.counted.is_some() && one.tie == Tie::Firm { "firm" } else { "loose" };
            let params = vec![("typed", typed), ("says", says(one.says).to_owned()), ("tie", tie.to_owned())];
            step("audit-claim", params);
        }
        for one in &read.relations {
            let parts: Vec<String> = relation(read, one).parts.into_iter().map(write_count).collect();
            let params = vec![
                ("addition", parts.join(" + ")),
                ("sum", write_count(one.sum)),
                ("whole", write_count(one.whole)),
            ];
            step(if one.link == audit::Link::Within { "audit-within" } else { "audit-sum" }, params);
        }
        for judged in &read.claims {
            let (Some(base), Some(stated)) = (judged.base, judged.claim.stated) else { continue };
            let Some(share) = share(judged.claim.count, base, 4, Rounding::HalfUp) else { continue };
            let params = vec![
                ("count", write_count(judged.claim.count)),
                ("base", write_count(base)),
                ("share", write_percent(share)),
                ("stated", write_percent(stated)),
                ("verdict", verdict(judged.verdict).unwrap_or("unresolved").to_owned()),
            ];
            step("audit-share", params);
        }
        steps.into_iter().map(|step| TraceStep::of(step, self.locale)).collect()
    }
}

/// Findings are told apart by what they stand on, not by where, so that they stay the same while text before them changes.
fn tell_apart(text: &str, read: &Read, found: &mut [Diagnostic]) {
    // By the hash of what they stand on, so that many findings are no slower each than few.
    let slots = found.len().next_power_of_two().min(SLOTS);
    let mut seen: Vec<Vec<(String, usize)>> = vec![Vec::new(); slots];
    for one in found {
        let start = one.span.map_or(0, |span| span.0);
        let at = read.figures.partition_point(|figure| figure.span.0 < start);
        let figure = read.figures.get(at);
        let typed = figure.and_then(|figure| text.get(figure.from..figure.to)).unwrap_or("");
        let mut about = typed.to_owned();
        let key = [one.code, typed].concat();
        let slot = usize::try_from(telex_key(&key)).unwrap_or(0) & slots.saturating_sub(1);
        let Some(seen) = seen.get_mut(slot) else { continue };
        match seen.iter_mut().find(|(known, _)| *known == key) {
            Some((_, times)) => {
                *times = times.saturating_add(1);
                about.push('~');
                about.push_str(&times.to_string());
            }
            None => seen.push((key, 1)),
        }
        one.about = Some(about);
    }
}

/// Most of them; a power of two.
const SLOTS: usize = 1024;

fn subject_id(noun: Noun) -> &'static str {
    match noun {
        Noun::Member => "member",
        Noun::Organisation => "organisation",
        Noun::Collective => "collective",
        Noun::Leader => "leader",
        Noun::Official => "official",
    }
}

fn figure(figure: &audit::Figure) -> AuditFigure {
    let (kind, value) = match figure.what {
        What::Count => ("count", Some(Decimal::from(figure.count))),
        What::Percent => ("percent", Some(figure.value)),
        What::Fraction => ("fraction", Some(Decimal::from(figure.count))),
        What::Other => ("other", None),
    };
    AuditFigure { span: figure.span, value, kind }
}

fn claim(judged: &Judged) -> AuditClaim {
    let claim = &judged.claim;
    // Of a share without a count: the number of those it is right for.
    let derived = claim.counted.is_none() && !matches!(judged.verdict, Verdict::Unresolved | Verdict::Wrong);
    let counted = (claim.counted.is_some() || derived).then_some(claim.count);
    let exact = counted.zip(judged.base).and_then(|(count, base)| share(count, base, 4, Rounding::HalfUp));
    let from = if judged.said { "stated" } else { "inferred" };
    let kind = says(claim.says);
    AuditClaim {
        span: claim.span,
        count: counted,
        base: judged.base,
        base_from: judged.base.map(|_| from),
        stated: claim.stated,
        exact,
        kind,
        verdict: verdict(judged.verdict),
    }
}

fn says(says: Says) -> &'static str {
    match says {
        Says::Share => "share",
        Says::Change => "change",
        Says::Plan => "plan",
        Says::Ratio => "ratio",
    }
}

fn verdict(verdict: Verdict) -> Option<&'static str> {
    Some(match verdict {
        Verdict::Unstated => return None,
        Verdict::Right | Verdict::Lifted => "right",
        Verdict::Coarse => "coarse",
        Verdict::Hedged => "hedged",
        Verdict::Truncated => "truncated",
        Verdict::Wrong | Verdict::Impossible => "wrong",
        Verdict::OtherBase => "other-base",
        Verdict::Unresolved => "unresolved",
    })
}

/// A list as long as announced, or not.
fn list(read: &Read, length: &audit::Length) -> Option<AuditRelation> {
    let figure = read.figures.get(length.figure)?;
    Some(AuditRelation {
        span: figure.span,
        kind: "list",
        whole: figure.count,
        parts: vec![length.listed],
        holds: length.listed == figure.count,
    })
}

fn relation(read: &Read, relation: &audit::Relation) -> AuditRelation {
    let count = |at: &usize| read.figures.get(*at).map(|figure| relation.number(figure));
    let ends = |at: usize| read.figures.get(at).map_or((0, 0), |figure| figure.span);
    let last = relation.parts.last().copied().unwrap_or(relation.whole_at);
    let kind = match relation.link {
        audit::Link::Rest if read.figures.get(relation.whole_at).is_some_and(|whole| whole.of.is_some()) => {
            "fraction"
        }
        audit::Link::Sum
        | audit::Link::Rest
        | audit::Link::Total
        | audit::Link::Wholes
        | audit::Link::Votes => "sum",
        audit::Link::Subset | audit::Link::Within => "subset",
    };
    // The whole may stand behind its parts.
    let from = relation.parts.first().map_or(u32::MAX, |at| ends(*at).0);
    let whole = ends(relation.whole_at);
    AuditRelation {
        span: (whole.0.min(from), whole.1.max(ends(last).1)),
        kind,
        whole: relation.whole,
        parts: relation.parts.iter().filter_map(count).collect(),
        holds: relation.holds,
    }
}
