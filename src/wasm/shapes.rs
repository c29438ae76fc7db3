//! The JSON that crosses to JavaScript. Reports are serialised as they are; a breakdown's rows are packed, because
//! JavaScript already knows their ids and labels and there can be hundreds.

use serde::ser::SerializeSeq;
use serde::{Serialize, Serializer};

use crate::checks::Check;
use crate::citation::Citation;
use crate::decimal::{NumberReading, NumberStyle, write_decimal, write_plain};
use crate::message::Locale;
use crate::report::{Breakdown, BreakdownRow, Finding, TraceStep};
use crate::rulebook::{EngineError, Fault, Rulebook, Subject, Table};

/// Anything serialisable as text. What this module passes in has no maps with other than text keys and cannot fail.
pub(super) fn text(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[derive(Serialize)]
struct ErrorShape<'a> {
    code: &'a str,
    message: &'a str,
    help: Option<&'a str>,
    faults: Vec<FaultShape<'a>>,
}

#[derive(Serialize)]
struct FaultShape<'a> {
    code: &'a str,
    path: &'a [String],
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
}

fn fault(fault: &Fault) -> FaultShape<'_> {
    FaultShape { code: fault.code, path: &fault.path, message: &fault.message, help: fault.help.as_deref() }
}

pub(super) fn error(error: EngineError) -> String {
    let faults = error.faults.iter().map(fault).collect();
    text(&ErrorShape { code: error.code, message: &error.message, help: error.help.as_deref(), faults })
}

pub(super) fn faults(faults: Vec<Fault>) -> String {
    text(&faults.iter().map(fault).collect::<Vec<_>>())
}

/// A breakdown with its rows packed: five values a row, and what was understood otherwise than the table says.
#[derive(Serialize)]
struct PackedBreakdown<'a> {
    #[serde(serialize_with = "packed_rows")]
    rows: &'a [BreakdownRow<'a>],
    /// (position, kind, base, depth) of rows understood otherwise.
    understood: Vec<(usize, &'static str, Option<&'a str>, usize)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<Vec<Option<i64>>>,
    complete: bool,
    diagnostics: &'a [Finding],
    #[serde(skip_serializing_if = "Option::is_none")]
    trace: Option<&'a [TraceStep]>,
}

pub(super) fn breakdown(table: &Table, report: Breakdown<'_>) -> String {
    let rows = report.rows.iter().zip(&table.rows).enumerate();
    let otherwise = rows.filter(|(_, (understood, row))| understood.kind != row.kind.id());
    text(&PackedBreakdown {
        rows: &report.rows,
        understood: otherwise.map(|(at, (row, _))| (at, row.kind, row.base, row.depth)).collect(),
        changes: report.rows.iter().map(|row| row.change).collect(),
        complete: report.complete,
        diagnostics: &report.diagnostics,
        trace: report.trace.as_deref(),
    })
}

fn packed_rows<S: Serializer>(rows: &[BreakdownRow<'_>], serializer: S) -> Result<S::Ok, S::Error> {
    let mut list = serializer.serialize_seq(None)?;
    for row in rows {
        list.serialize_element(&row.count)?;
        list.serialize_element(&row.count_text)?;
        list.serialize_element(&row.share)?;
        list.serialize_element(&row.share_text)?;
        list.serialize_element(&u8::from(row.inferred))?;
    }
    list.end()
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct InfoShape<'a> {
    rulebook: RulebookShape<'a>,
    tables: Vec<TableShape<'a>>,
    readings: Vec<(&'a str, &'a str)>,
    engine: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RulebookShape<'a> {
    id: &'a str,
    version: &'a str,
    title: &'a str,
    from: String,
    until: Option<String>,
    overlay: Option<&'a str>,
    subjects: Vec<SubjectShape<'a>>,
    quotas: Vec<QuotaShape<'a>>,
    citations: Vec<CitationShape<'a>>,
    open_questions: Vec<QuestionShape<'a>>,
}

#[derive(Serialize)]
struct SubjectShape<'a> {
    id: &'a str,
    label: &'a str,
    grades: Vec<GradeShape<'a>>,
}

#[derive(Serialize)]
struct GradeShape<'a> {
    id: &'a str,
    label: &'a str,
    short: &'a str,
    within: Option<&'a str>,
}

#[derive(Serialize)]
struct QuotaShape<'a> {
    id: &'a str,
    label: &'a str,
    subject: &'a str,
    grade: &'a str,
    percent: String,
    basis: &'static str,
    group: Option<&'a str>,
    readings: Vec<&'a str>,
    enforced: &'a str,
    notes: Vec<&'a str>,
}

#[derive(Serialize)]
struct CitationShape<'a> {
    id: &'a str,
    number: &'a str,
    issuer: &'a str,
    issued: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    article: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    clause: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    point: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    text: String,
}

#[derive(Serialize)]
struct QuestionShape<'a> {
    id: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct TableShape<'a> {
    id: &'a str,
    label: &'a str,
    subject: Option<&'a str>,
    rows: Vec<RowShape<'a>>,
    citations: Vec<&'a str>,
}

#[derive(Serialize)]
struct RowShape<'a> {
    id: &'a str,
    label: &'a str,
    depth: usize,
    kind: &'static str,
    of: Option<&'a str>,
    base: Option<&'a str>,
    grade: Option<&'a str>,
}

pub(super) fn info(engine: &crate::Engine) -> String {
    let (rulebook, locale) = (engine.rulebook(), engine.locale());
    text(&InfoShape {
        rulebook: rulebook_shape(engine, rulebook, locale),
        tables: rulebook.tables.iter().map(|table| table_shape(table, locale)).collect(),
        readings: engine.readings().collect(),
        engine: crate::VERSION,
    })
}

fn rulebook_shape<'a>(
    engine: &'a crate::Engine,
    rulebook: &'a Rulebook,
    locale: Locale,
) -> RulebookShape<'a> {
    let enforced = engine.readings().map(|(_, reading)| reading);
    RulebookShape {
        id: &rulebook.id,
        version: &rulebook.version,
        title: rulebook.title.in_locale(locale),
        from: rulebook.from.to_string(),
        until: rulebook.until.map(|date| date.to_string()),
        overlay: rulebook.overlay.as_deref(),
        subjects: rulebook.subjects.iter().map(|subject| subject_shape(subject, locale)).collect(),
        quotas: rulebook
            .quotas
            .iter()
            .zip(enforced)
            .map(|(rule, enforced)| quota_shape(rulebook, rule, enforced, locale))
            .collect(),
        citations: rulebook.citations.iter().map(|citation| citation_shape(citation, locale)).collect(),
        open_questions: rulebook
            .open_questions
            .iter()
            .map(|(id, text)| QuestionShape { id, text: text.in_locale(locale) })
            .collect(),
    }
}

fn subject_shape(subject: &Subject, locale: Locale) -> SubjectShape<'_> {
    let grade_id = |at: usize| subject.grades.get(at).map(|grade| grade.id.as_str());
    let grades = subject.grades.iter().map(|grade| GradeShape {
        id: &grade.id,
        label: grade.label.in_locale(locale),
        short: &grade.short,
        within: grade.within.and_then(grade_id),
    });
    SubjectShape { id: &subject.id, label: subject.label.in_locale(locale), grades: grades.collect() }
}

fn quota_shape<'a>(
    rulebook: &'a Rulebook,
    rule: &'a crate::rulebook::QuotaRule,
    enforced: &'a str,
    locale: Locale,
) -> QuotaShape<'a> {
    let subject = rulebook.subjects.get(rule.subject);
    let notes = [&rule.percent.note, &rule.enforced.note, &rule.rounding.note];
    QuotaShape {
        id: &rule.id,
        label: rule.label.in_locale(locale),
        subject: subject.map_or("", |subject| &subject.id),
        grade: subject.and_then(|subject| subject.grades.get(rule.grade)).map_or("", |grade| &grade.id),
        percent: write_plain(rule.percent.value),
        basis: rule.percent.basis.id(),
        group: rule.group.as_ref().map(|group| group.value.in_locale(locale)),
        readings: rule.readings.iter().map(|reading| reading.id.as_str()).collect(),
        enforced,
        notes: notes.into_iter().flatten().map(|note| note.in_locale(locale)).collect(),
    }
}

fn citation_shape(citation: &Citation, locale: Locale) -> CitationShape<'_> {
    CitationShape {
        id: &citation.id,
        number: &citation.number,
        issuer: &citation.issuer,
        issued: citation.issued.to_string(),
        article: citation.article.as_deref(),
        clause: citation.clause.as_deref(),
        point: citation.point.as_deref(),
        title: citation.title.as_deref(),
        url: citation.url.as_deref(),
        text: locale.citation(citation),
    }
}

pub(super) fn table(table: &Table, locale: Locale) -> String {
    text(&table_shape(table, locale))
}

fn table_shape(table: &Table, locale: Locale) -> TableShape<'_> {
    let id = |at: usize| table.rows.get(at).map(|row| row.id.as_str());
    let rows = table.rows.iter().map(|row| RowShape {
        id: &row.id,
        label: row.label.in_locale(locale),
        depth: row.depth,
        kind: row.kind.id(),
        of: row.of.and_then(id),
        base: row.base.and_then(id),
        grade: row.grade.as_deref(),
    });
    TableShape {
        id: &table.id,
        label: table.label.in_locale(locale),
        subject: table.subject.as_deref(),
        rows: rows.collect(),
        citations: table.cite.as_deref().into_iter().collect(),
    }
}

#[derive(Serialize)]
#[serde(tag = "status", rename_all = "lowercase")]
enum ReadingShape {
    Value { value: String, text: String },
    Blank,
    Incomplete,
    Ambiguous { candidates: [String; 2], message: String },
    Wrong { reason: &'static str, message: String },
}

pub(super) fn number_reading(reading: &NumberReading, typed: &str, locale: Locale) -> String {
    let message = || {
        let found = crate::checks::unreadable(reading, typed, []);
        found.map_or_else(String::new, |found| locale.message(&found))
    };
    text(&match reading {
        NumberReading::Value(value) => ReadingShape::Value {
            value: write_plain(*value),
            text: write_decimal(*value, NumberStyle::default()),
        },
        NumberReading::Blank => ReadingShape::Blank,
        NumberReading::Incomplete => ReadingShape::Incomplete,
        NumberReading::Ambiguous(small, large) => ReadingShape::Ambiguous {
            candidates: [write_plain(*small), write_plain(*large)],
            message: message(),
        },
        NumberReading::Wrong(why) => ReadingShape::Wrong { reason: why.id(), message: message() },
    })
}

#[derive(Serialize)]
struct CheckShape<'a> {
    code: &'a str,
    severity: &'static str,
    title: String,
    why: String,
}

pub(super) fn check(check: &Check, locale: Locale) -> String {
    let (title, why) = locale.about_check(check.code);
    text(&CheckShape { code: check.code, severity: check.severity.id(), title, why })
}
