//! JSON → [`Rulebook`], collecting every fault. A rulebook that cannot be understood is refused as a whole.

use super::fault::{EngineError, Fault};
use super::read::{Cited, LocalText, Object, Reader};
use super::table::{RowFields, Table, link, sums};
use super::value::Value;
use super::{Grade, QuotaRule, ReadingRule, Rulebook, SmallGroup, Subject, overlay};
use crate::citation::Citation;
use crate::decimal::{Decimal, Rounding};

/// The version of this JSON format.
const FORMAT: u64 = 1;

const FIELDS: [&str; 13] = [
    "format",
    "id",
    "version",
    "reviewed",
    "title",
    "effective",
    "supersedes",
    "citations",
    "grades",
    "subjects",
    "quotas",
    "tables",
    "openQuestions",
];

/// A rulebook, with a local text laid over it when there is one; or everything that is wrong with them.
pub fn compile(source: &Value, overlay_source: Option<&Value>) -> Result<Rulebook, EngineError> {
    let (rulebook, mut faults) = read_rulebook(source);
    let rulebook = match (rulebook, overlay_source) {
        (Some(base), Some(overlay_source)) if faults.is_empty() => {
            let (rulebook, overlay_faults) = overlay::lay_over(&base, source, overlay_source);
            faults = overlay_faults;
            rulebook
        }
        (rulebook, _) => rulebook,
    };
    match rulebook {
        Some(rulebook) if faults.is_empty() => Ok(rulebook),
        _ => Err(refused(source, faults)),
    }
}

fn refused(source: &Value, faults: Vec<Fault>) -> EngineError {
    let name = match source.get("id") {
        Some(Value::Text(id)) => format!("rulebook `{id}`"),
        _ => "the rulebook".to_owned(),
    };
    let first = faults
        .first()
        .map_or(String::new(), |fault| format!("; first: {fault}"));
    let count = faults.len();
    let plural = if count == 1 { "fault" } else { "faults" };
    let mut error = EngineError::new("rulebook.invalid", format!("{name} has {count} {plural}{first}"));
    error.faults = faults;
    error
}

/// As much of the rulebook as can be understood, and what cannot.
pub(super) fn read_rulebook(source: &Value) -> (Option<Rulebook>, Vec<Fault>) {
    let mut reader = Reader::default();
    let rulebook = reader
        .object(source, &FIELDS)
        .and_then(|object| rulebook(&mut reader, object));
    (rulebook, reader.faults)
}

fn rulebook(r: &mut Reader, object: Object<'_>) -> Option<Rulebook> {
    let format = r.required(object, "format", Reader::count);
    if format.is_some_and(|format| format != FORMAT) {
        r.at("format", |r| {
            r.fault(
                "rulebook.unknown-format",
                format!("this engine reads format {FORMAT}"),
            )
        });
    }
    let id = r.required(object, "id", Reader::text);
    if let Some(id) = &id {
        r.at("id", |r| r.check_id(id));
    }
    let version = r.required(object, "version", Reader::text);
    r.required(object, "reviewed", Reader::date);
    let title = r.required(object, "title", Reader::local_text);
    let period = r.required(object, "effective", |r, v| {
        let period = r.object(v, &["from", "until"])?;
        let from = r.required(period, "from", Reader::date)?;
        let until = r.optional(period, "until", Reader::date);
        if until.is_some_and(|until| until <= from) {
            r.fault(
                "rulebook.wrong-value",
                "`until` is the first day it no longer holds and must come after `from`",
            );
        }
        Some((from, until))
    });
    r.optional(object, "supersedes", Reader::text);
    let citations = r
        .required(object, "citations", |r, v| Some(citations(r, v)))
        .unwrap_or_default();
    let grades = r
        .required(object, "grades", |r, v| Some(r.entries(v, grade)))
        .unwrap_or_default();
    let subjects = r
        .required(object, "subjects", |r, v| {
            Some(r.entries(v, |r, id, v| subject(r, id, v, &grades)))
        })
        .unwrap_or_default();
    let cx = Context {
        citations: &citations,
        subjects: &subjects,
    };
    let quotas = r
        .optional(object, "quotas", |r, v| {
            Some(r.entries(v, |r, id, v| quota(r, id, v, &cx)))
        })
        .unwrap_or_default();
    let tables = r
        .optional(object, "tables", |r, v| {
            Some(r.entries(v, |r, id, v| table(r, id, v, &cx)))
        })
        .unwrap_or_default();
    let open_questions = r
        .optional(object, "openQuestions", |r, v| {
            Some(r.entries(v, |r, id, v| Some((id.to_owned(), r.local_text(v)?))))
        })
        .unwrap_or_default();
    let (from, until) = period?;
    Some(Rulebook {
        id: id?,
        version: version?,
        title: title?,
        from,
        until,
        overlay: None,
        citations,
        subjects,
        quotas,
        tables,
        open_questions,
    })
}

/// What the later parts of a rulebook may refer to.
struct Context<'a> {
    citations: &'a [Citation],
    subjects: &'a [Subject],
}

impl Context<'_> {
    /// A cited fact whose citation exists.
    fn cited<T>(
        &self,
        r: &mut Reader,
        value: &Value,
        read: impl FnOnce(&mut Reader, &Value) -> Option<T>,
    ) -> Option<Cited<T>> {
        let fact = r.cited(value, read)?;
        r.at("cite", |r| self.citation(r, &fact.cite));
        Some(fact)
    }

    fn citation(&self, r: &mut Reader, id: &str) {
        r.reference(
            id,
            "a citation",
            self.citations.iter().map(|citation| citation.id.as_str()),
        );
    }
}

/// Citations; one may say `of` another and repeat only what differs.
fn citations(r: &mut Reader, value: &Value) -> Vec<Citation> {
    let mut known: Vec<Citation> = Vec::new();
    r.entries(value, |r, id, value| {
        let names = [
            "of", "number", "issuer", "issued", "article", "clause", "point", "title", "url",
        ];
        let object = r.object(value, &names)?;
        let parent = r.optional(object, "of", |r, v| {
            let of = r.text(v)?;
            let at = r.reference(
                &of,
                "an earlier citation",
                known.iter().map(|citation| citation.id.as_str()),
            )?;
            known.get(at).cloned()
        });
        let own = |r: &mut Reader, name: &str| r.optional(object, name, Reader::text);
        let (number, issuer, issued) = match &parent {
            Some(parent) => (
                own(r, "number").or_else(|| Some(parent.number.clone())),
                own(r, "issuer").or_else(|| Some(parent.issuer.clone())),
                r.optional(object, "issued", Reader::date).or(Some(parent.issued)),
            ),
            None => (
                r.required(object, "number", Reader::text),
                r.required(object, "issuer", Reader::text),
                r.required(object, "issued", Reader::date),
            ),
        };
        let citation = Citation {
            id: id.to_owned(),
            number: number?,
            issuer: issuer?,
            issued: issued?,
            article: own(r, "article"),
            clause: own(r, "clause"),
            point: own(r, "point"),
            title: own(r, "title").or_else(|| parent.as_ref().and_then(|parent| parent.title.clone())),
            url: own(r, "url"),
        };
        known.push(citation);
        Some(())
    });
    known
}

/// A grade and the id of the one it is a title within.
type GradeSource = (Grade, Option<String>);

fn grade(r: &mut Reader, id: &str, value: &Value) -> Option<GradeSource> {
    let object = r.object(value, &["label", "short", "within"])?;
    let label = r.required(object, "label", Reader::local_text);
    let short = r.required(object, "short", Reader::text);
    let within = r.optional(object, "within", Reader::text);
    Some((
        Grade {
            id: id.to_owned(),
            label: label?,
            short: short?,
            within: None,
        },
        within,
    ))
}

fn subject(r: &mut Reader, id: &str, value: &Value, grades: &[GradeSource]) -> Option<Subject> {
    let object = r.object(value, &["label", "noun", "grades"])?;
    let label = r.required(object, "label", Reader::local_text);
    let noun = r.required(object, "noun", Reader::local_text);
    let listed = r.required(object, "grades", |r, v| {
        r.list(v, |r, item| {
            let id = r.text(item)?;
            let at = r.reference(&id, "a grade", grades.iter().map(|(grade, _)| grade.id.as_str()))?;
            grades.get(at)
        })
    })?;
    if listed.len() < 2 {
        r.at("grades", |r| {
            r.fault("rulebook.wrong-value", "expected at least two grades, best first")
        });
    }
    let mut own: Vec<Grade> = Vec::with_capacity(listed.len());
    for (grade, within) in listed {
        r.at("grades", |r| {
            if own.iter().any(|earlier| earlier.id == grade.id) {
                r.fault(
                    "rulebook.duplicate-field",
                    format!("grade `{}` stands twice", grade.id),
                );
            }
            let outer = within
                .as_deref()
                .map(|outer| own.iter().position(|earlier| earlier.id == outer));
            if outer == Some(None) {
                r.fault(
                    "rulebook.unknown-reference",
                    format!("grade `{}` stands before the one it is within", grade.id),
                );
            }
            own.push(Grade {
                within: outer.flatten(),
                ..grade.clone()
            });
        });
    }
    Some(Subject {
        id: id.to_owned(),
        label: label?,
        noun: noun?,
        grades: own,
    })
}

fn quota(r: &mut Reader, id: &str, value: &Value, cx: &Context<'_>) -> Option<QuotaRule> {
    let names = [
        "label",
        "subject",
        "grade",
        "percent",
        "readings",
        "enforced",
        "rounding",
        "smallGroup",
        "group",
    ];
    let object = r.object(value, &names)?;
    let label = r.required(object, "label", Reader::local_text);
    let subject_at = r.required(object, "subject", |r, v| {
        let id = r.text(v)?;
        r.reference(
            &id,
            "a subject",
            cx.subjects.iter().map(|subject| subject.id.as_str()),
        )
    })?;
    let subject = cx.subjects.get(subject_at)?;
    let grade_at = |r: &mut Reader, value: &Value| {
        let id = r.text(value)?;
        r.reference(
            &id,
            "a grade of this subject",
            subject.grades.iter().map(|grade| grade.id.as_str()),
        )
    };
    let grade = r.required(object, "grade", grade_at);
    let percent = r.required(object, "percent", |r, v| cx.cited(r, v, percentage));
    let readings = r.required(object, "readings", |r, v| {
        Some(r.entries(v, |r, id, v| {
            let object = r.object(v, &["label", "grades", "fromText"])?;
            let label = r.required(object, "label", Reader::local_text);
            let grades = r.required(object, "grades", |r, v| r.list(v, grade_at));
            let from_text = r.required(object, "fromText", |r, v| r.choice_bool(v));
            Some(ReadingRule {
                id: id.to_owned(),
                label: label?,
                grades: grades?,
                from_text: from_text?,
            })
        }))
    })?;
    let enforced = r.required(object, "enforced", |r, v| {
        cx.cited(r, v, |r, v| {
            let id = r.text(v)?;
            r.reference(
                &id,
                "a reading of this quota",
                readings.iter().map(|reading| reading.id.as_str()),
            )
        })
    });
    let rounding = r.required(object, "rounding", |r, v| {
        cx.cited(r, v, |r, v| r.choice(v, &Rounding::ALL))
    });
    let small_group = r.optional(object, "smallGroup", |r, v| {
        let object = r.object(v, &["below", "atMost"])?;
        let below = r.required(object, "below", |r, v| cx.cited(r, v, Reader::count));
        let at_most = r.required(object, "atMost", |r, v| cx.cited(r, v, Reader::count));
        Some(SmallGroup {
            below: below?,
            at_most: at_most?,
        })
    });
    let group = r.optional(object, "group", |r, v| cx.cited(r, v, Reader::local_text));
    let grade = grade?;
    Some(QuotaRule {
        id: id.to_owned(),
        label: label?,
        subject: subject_at,
        grade,
        next: next_grade(&subject.grades, grade),
        percent: percent?,
        readings,
        enforced: enforced?,
        rounding: rounding?,
        small_group,
        group,
    })
}

/// The grade people move to when they leave this one: what it is a title within, or the next one down.
fn next_grade(grades: &[Grade], grade: usize) -> Option<usize> {
    let own = grades.get(grade)?;
    own.within.or_else(|| {
        let below = grades.iter().enumerate().skip(grade.saturating_add(1));
        below
            .into_iter()
            .find(|(_, other)| other.within.is_none())
            .map(|(at, _)| at)
    })
}

fn percentage(r: &mut Reader, value: &Value) -> Option<Decimal> {
    let percent = r.decimal(value)?;
    if percent.is_sign_negative() || percent > Decimal::ONE_HUNDRED || percent.scale() > 4 {
        r.fault(
            "rulebook.wrong-value",
            format!("expected a percentage from 0 to 100 with at most 4 decimals, found {percent}"),
        );
        return None;
    }
    Some(percent)
}

fn table(r: &mut Reader, id: &str, value: &Value, cx: &Context<'_>) -> Option<Table> {
    let object = r.object(value, &["label", "subject", "rows", "cite"])?;
    let label = r.required(object, "label", Reader::local_text);
    let subject = r.optional(object, "subject", |r, v| {
        let id = r.text(v)?;
        let at = r.reference(
            &id,
            "a subject",
            cx.subjects.iter().map(|subject| subject.id.as_str()),
        )?;
        cx.subjects.get(at)
    });
    let cite = r.optional(object, "cite", Reader::text);
    if let Some(cite) = &cite {
        r.at("cite", |r| cx.citation(r, cite));
    }
    let sources: Vec<(String, LocalText, RowFields)> = r.required(object, "rows", |r, v| {
        Some(r.entries(v, |r, id, v| {
            let object = r.object(v, &RowFields::NAMES)?;
            let label = r.required(object, "label", Reader::local_text);
            let fields = RowFields::read(r, object);
            Some((id.to_owned(), label?, fields?))
        }))
    })?;
    let rows = link(r, sources);
    for row in &rows {
        if let Some(grade) = &row.grade {
            let grades = subject
                .map(|subject| subject.grades.as_slice())
                .unwrap_or_default();
            r.at("rows", |r| {
                r.at(&row.id, |r| {
                    r.reference(
                        grade,
                        "a grade of the table's subject",
                        grades.iter().map(|g| g.id.as_str()),
                    )
                })
            });
        }
    }
    let sums = sums(&rows);
    Some(Table {
        id: id.to_owned(),
        label: label?,
        subject: subject.map(|s| s.id.clone()),
        rows,
        sums,
        cite,
    })
}
