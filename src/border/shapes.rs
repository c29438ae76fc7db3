//! The JSON that crosses to JavaScript, the shapes of `js/src/types`. A breakdown's rows are packed, because
//! JavaScript already knows their ids and labels and there can be hundreds.

use super::json::Json;
use crate::breakdown::FilledRow;
use crate::checks::Check;
use crate::citation::Citation;
use crate::decimal::{Backwards, FieldKind, NumberReading, NumberStyle, write_decimal, write_plain};
use crate::message::Locale;
use crate::report::{Breakdown, Finding, TraceStep};
use crate::rulebook::{EngineError, Fault, QuotaRule, Rulebook, Subject, Table};

pub(super) fn error(error: &EngineError) -> String {
    Json::text(|j| {
        j.object(|j| {
            j.field("code", error.code);
            j.field("message", &error.message);
            j.maybe_field("help", error.help.as_deref());
            j.name("faults").list(&error.faults, fault);
        });
    })
}

pub(super) fn faults(faults: &[Fault]) -> String {
    Json::text(|j| j.list(faults, fault))
}

fn fault(j: &mut Json, fault: &Fault) {
    j.object(|j| {
        j.field("code", fault.code);
        j.field("severity", fault.severity().id());
        j.texts("path", fault.path.iter().map(String::as_str));
        j.field("message", &fault.message);
        j.optional_field("help", fault.help.as_deref());
    });
}

pub(super) fn breakdown(report: &Breakdown<'_>) -> String {
    let rows = &report.filled.rows;
    Json::text(|j| {
        j.object(|j| {
            j.name("counts").list(rows, |j, row| j.count(row.count));
            j.name("texts").written(|out| packed_texts(out, rows));
            let inferred = rows.iter().enumerate().filter(|(_, row)| row.inferred);
            j.name("inferred").list(inferred, |j, (at, _)| j.whole(i64::try_from(at).ok()));
            j.name("understood").list(std::iter::once(report), understood);
            if let Some(changes) = &report.changes {
                j.name("changes").list(changes, |j, row| {
                    j.whole(row.change.count);
                    j.maybe_string(row.text.as_deref());
                    j.maybe_string(row.change.points.map(write_plain).as_deref());
                    j.maybe_string(row.points_text.as_deref());
                });
            }
            j.name("complete").truth(report.complete);
            j.name("diagnostics").list(&report.diagnostics, finding);
            if let Some(trace) = &report.trace {
                j.name("trace").list(trace, step);
            }
        });
    })
}

/// Three texts a row, each followed by `|`: countText, share, shareText; nothing where there is none. One text that
/// JavaScript splits: parsing each as JSON would take longer than everything else.
fn packed_texts(out: &mut String, rows: &[FilledRow]) {
    for row in rows {
        let mut text = Backwards::new();
        text.put(b'|');
        match row.share {
            Some(share) => text.share_both_ways(share, "|"),
            None => text.put(b'|'),
        }
        text.put(b'|');
        if let Some(count) = row.count {
            text.padded_count(count);
        }
        text.onto(out);
    }
}

/// Rows understood otherwise than the table says: position, kind, base, depth.
fn understood(j: &mut Json, report: &Breakdown<'_>) {
    for (at, (row, own)) in report.table.rows.iter().zip(&report.filled.rows).enumerate() {
        if row.kind != own.kind {
            let base = own.base.and_then(|base| report.table.rows.get(base));
            j.whole(i64::try_from(at).ok());
            j.string(own.kind.id());
            j.maybe_string(base.map(|base| base.id.as_str()));
            j.whole(i64::try_from(own.depth).ok());
        }
    }
}

pub(super) fn finding(j: &mut Json, finding: &Finding) {
    j.object(|j| members(j, finding));
}

pub(super) fn members(j: &mut Json, finding: &Finding) {
    j.field("key", &finding.key);
    j.field("code", finding.code);
    j.field("severity", finding.severity);
    j.texts("path", finding.path.iter().map(String::as_str));
    j.field("message", &finding.message);
    j.optional_field("help", finding.help.as_deref());
    if let Some(fix) = &finding.fix {
        j.name("fix").object(|j| j.field("text", &fix.text));
    }
    params(j, &finding.params);
    j.texts("citations", finding.citations.iter().map(String::as_str));
}

pub(super) fn step(j: &mut Json, step: &TraceStep) {
    j.object(|j| {
        j.field("code", step.code);
        j.field("text", &step.text);
        params(j, &step.params);
        j.texts("citations", step.citations.iter().map(String::as_str));
    });
}

fn params(j: &mut Json, params: &[(&'static str, String)]) {
    j.name("params").object(|j| {
        for (name, value) in params {
            j.field(name, value);
        }
    });
}

pub(super) fn info(engine: &crate::Engine) -> String {
    let (book, locale) = (engine.rulebook(), engine.locale());
    Json::text(|j| {
        j.object(|j| {
            j.name("rulebook").object(|j| rulebook(j, engine, book, locale));
            j.name("readings").object(|j| {
                for (quota, reading) in engine.readings() {
                    j.field(quota, reading);
                }
            });
            j.field("engine", crate::VERSION);
        });
    })
}

pub(super) fn tables(engine: &crate::Engine) -> String {
    Json::text(|j| j.list(&engine.rulebook().tables, |j, table| table_info(j, table, engine.locale())))
}

fn rulebook(j: &mut Json, engine: &crate::Engine, book: &Rulebook, locale: Locale) {
    j.field("id", &book.id);
    j.field("version", &book.version);
    j.field("title", book.title.in_locale(locale));
    j.texts("families", book.families.iter().map(String::as_str));
    j.field("from", &book.from.to_string());
    j.maybe_field("until", book.until.map(|date| date.to_string()).as_deref());
    j.maybe_field("overlay", book.overlay.as_deref());
    j.name("subjects").list(&book.subjects, |j, one| subject(j, one, locale));
    let quotas = book.quotas.iter().zip(engine.readings());
    j.name("quotas").list(quotas, |j, (rule, (_, enforced))| quota_info(j, book, rule, enforced, locale));
    j.name("citations").list(&book.citations, |j, one| citation(j, one, locale));
    super::law::law(j, book, locale);
    j.name("openQuestions").list(&book.open_questions, |j, (id, text)| {
        j.object(|j| {
            j.field("id", id);
            j.field("text", text.in_locale(locale));
        });
    });
}

fn subject(j: &mut Json, subject: &Subject, locale: Locale) {
    j.object(|j| {
        j.field("id", &subject.id);
        j.field("label", subject.label.in_locale(locale));
        j.field("noun", subject.noun.in_locale(locale));
        j.name("grades").list(&subject.grades, |j, grade| {
            j.object(|j| {
                j.field("id", &grade.id);
                j.field("label", grade.label.in_locale(locale));
                j.field("short", &grade.short);
                let outer = grade.within.and_then(|at| subject.grades.get(at));
                j.maybe_field("within", outer.map(|outer| outer.id.as_str()));
            });
        });
    });
}

fn quota_info(j: &mut Json, book: &Rulebook, rule: &QuotaRule, enforced: &str, locale: Locale) {
    j.object(|j| {
        let subject = book.subjects.get(rule.subject);
        let grade = subject.and_then(|subject| subject.grades.get(rule.grade));
        j.field("id", &rule.id);
        j.field("label", rule.label.in_locale(locale));
        j.field("subject", subject.map_or("", |subject| &subject.id));
        j.field("grade", grade.map_or("", |grade| &grade.id));
        j.field("percent", &write_plain(rule.percent.value));
        j.field("basis", rule.percent.basis.id());
        let raised = rule.raised.as_ref();
        j.maybe_field("raised", raised.map(|raised| write_plain(raised.value)).as_deref());
        j.maybe_field("group", rule.group.as_ref().map(|group| group.value.in_locale(locale)));
        let title = subject.and_then(|subject| subject.grades.get(rule.grade)?.within).is_some();
        let next = rule.next.filter(|_| !title).and_then(|next| subject?.grades.get(next));
        j.maybe_field("to", next.map(|next| next.id.as_str()));
        let overflow = rule.overflow.as_ref();
        j.maybe_field("overflow", overflow.map(|overflow| overflow.value.in_locale(locale)));
        j.name("readings").list(&rule.readings, |j, reading| {
            j.object(|j| {
                j.field("id", &reading.id);
                j.field("label", reading.label.in_locale(locale));
                j.name("fromText").truth(reading.from_text);
            });
        });
        j.field("enforced", enforced);
        j.field("readingBasis", rule.enforced.basis.id());
        j.field("rounding", rule.rounding.value.id());
        j.field("roundingBasis", rule.rounding.basis.id());
        let mut citations = vec![rule.percent.cite.as_str()];
        let raised_cite = raised.map(|raised| &raised.cite);
        let overflow_cite = overflow.map(|overflow| &overflow.cite);
        let cites = [&rule.enforced.cite, &rule.rounding.cite].into_iter();
        for cite in cites.chain(raised_cite).chain(overflow_cite) {
            if !citations.contains(&cite.as_str()) {
                citations.push(cite);
            }
        }
        j.texts("citations", citations);
        let raised_note = raised.and_then(|raised| raised.note.as_ref());
        let head_note = rule.head.as_ref().and_then(|head| head.note.as_ref());
        let notes = [
            rule.percent.note.as_ref(),
            raised_note,
            rule.enforced.note.as_ref(),
            rule.rounding.note.as_ref(),
            head_note,
            overflow.and_then(|overflow| overflow.note.as_ref()),
        ];
        j.texts("notes", notes.into_iter().flatten().map(|note| note.in_locale(locale)));
    });
}

pub(super) fn citation(j: &mut Json, citation: &Citation, locale: Locale) {
    j.object(|j| {
        j.field("id", &citation.id);
        j.field("number", &citation.number);
        j.field("issuer", &citation.issuer);
        j.maybe_field("issued", citation.issued.map(|day| day.to_string()).as_deref());
        j.optional_field("article", citation.article.as_deref());
        j.optional_field("clause", citation.clause.as_deref());
        j.optional_field("point", citation.point.as_deref());
        j.optional_field("title", citation.title.as_deref());
        j.optional_field("url", citation.url.as_deref());
        if citation.local {
            j.name("local").truth(true);
        }
        j.field("text", &locale.citation(citation));
    });
}

pub(super) fn table(table: &Table, locale: Locale) -> String {
    Json::text(|j| table_info(j, table, locale))
}

fn table_info(j: &mut Json, table: &Table, locale: Locale) {
    let id = |at: Option<usize>| at.and_then(|at| table.rows.get(at)).map(|row| row.id.as_str());
    j.object(|j| {
        j.field("id", &table.id);
        j.field("label", table.label.in_locale(locale));
        j.maybe_field("subject", table.subject.as_deref());
        j.name("rows").list(&table.rows, |j, row| {
            j.object(|j| {
                j.field("id", &row.id);
                j.field("label", row.label.in_locale(locale));
                j.name("depth").whole(i64::try_from(row.depth).ok());
                j.field("kind", row.kind.id());
                j.maybe_field("of", id(row.of));
                j.maybe_field("base", id(row.base));
                j.maybe_field("grade", row.grade.as_deref());
            });
        });
        j.texts("citations", table.cite.as_deref());
    });
}

pub(super) fn number_reading(
    reading: &NumberReading,
    kind: FieldKind,
    typed: &str,
    locale: Locale,
) -> String {
    let message = || {
        let found = crate::checks::unreadable(reading, kind, typed, &[]);
        found.map_or_else(String::new, |found| locale.message(&found))
    };
    Json::text(|j| {
        j.object(|j| match reading {
            NumberReading::Value(value) => {
                j.field("status", "value");
                j.field("value", &write_plain(*value));
                j.field("text", &write_decimal(*value, NumberStyle::default()));
            }
            NumberReading::Blank => j.field("status", "blank"),
            NumberReading::Incomplete => {
                j.field("status", "incomplete");
                j.field("message", &message());
            }
            NumberReading::Ambiguous(small, large) => {
                j.field("status", "ambiguous");
                j.name("candidates").list([small, large], |j, value| j.string(&write_plain(*value)));
                j.field("message", &message());
            }
            NumberReading::Wrong(why) => {
                j.field("status", "wrong");
                j.field("reason", why.id());
                j.field("message", &message());
            }
        });
    })
}

pub(super) fn check(check: &Check, locale: Locale) -> String {
    let (title, why) = locale.about_check(check.code);
    Json::text(|j| {
        j.object(|j| {
            j.field("code", check.code);
            j.field("severity", check.severity.id());
            j.field("title", &title);
            j.field("why", &why);
        });
    })
}
