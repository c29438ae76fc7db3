//! JSON → [`Rulebook`], collecting every fault. A rulebook that cannot be understood is refused as a whole.

use super::compile_form::{self, Shared};
use super::compile_law;
use super::fault::{EngineError, Fault};
use super::form::Choice;
use super::read::{LocalText, Object, Reader};
use super::select::DEFAULT_FAMILY;
use super::table::{Rows, Table};
use super::value::Value;
use super::{Grade, QuotaRule, ReadingRule, Rulebook, SmallGroup, Subject, overlay};
use crate::citation::Citation;
use crate::date::Date;
use crate::decimal::{Decimal, Rounding, compare};

/// The version of this JSON format.
const FORMAT: u64 = 1;

const FIELDS: [&str; 22] = [
    "format",
    "id",
    "version",
    "reviewed",
    "title",
    "families",
    "effective",
    "supersedes",
    "citations",
    "grades",
    "subjects",
    "quotas",
    "tables",
    "openQuestions",
    "marks",
    "exclusions",
    "deadlines",
    "terms",
    "criteria",
    "standards",
    "fields",
    "forms",
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
    let first = faults.first().map_or(String::new(), |fault| format!("; first: {fault}"));
    let count = faults.len();
    let plural = if count == 1 { "fault" } else { "faults" };
    let mut error = EngineError::new("rulebook.invalid", format!("{name} has {count} {plural}{first}"));
    error.faults = faults;
    error
}

/// As much of the rulebook as can be understood, and what cannot.
pub(super) fn read_rulebook(source: &Value) -> (Option<Rulebook>, Vec<Fault>) {
    let mut reader = Reader::default();
    let rulebook = reader.object(source, &FIELDS).and_then(|object| rulebook(&mut reader, object, source));
    (rulebook, reader.faults)
}

fn rulebook<'v>(r: &mut Reader<'v>, object: Object<'v>, source: &'v Value) -> Option<Rulebook> {
    let format = r.required(object, "format", Reader::count);
    if format.is_some_and(|format| format != FORMAT) {
        r.fault_at("format", "rulebook.unknown-format", format!("this engine reads format {FORMAT}"));
    }
    let id = r.required(object, "id", |r, v| {
        let id = r.text(v)?;
        r.check_id(id);
        Some(id)
    });
    let version = r.required(object, "version", Reader::owned);
    r.required(object, "reviewed", Reader::date);
    let title = r.required(object, "title", Reader::local_text);
    let families = r.optional(object, "families", families);
    let period = r.required(object, "effective", period);
    r.optional(object, "supersedes", Reader::text);
    let mut citations = Vec::new();
    r.required(object, "citations", |r, v| {
        r.entries(v, &mut |r, id, v| citations.extend(citation(r, id, v, &citations)));
        Some(())
    });
    r.knows(CITATION, object.ids("citations"));
    let mut grades = Vec::new();
    r.required(object, "grades", |r, v| {
        r.entries(v, &mut |r, id, v| grades.extend(grade(r, id, v)));
        Some(())
    });
    r.knows(GRADE, grades.iter().map(|grade| grade.id).collect());
    let mut subjects = Vec::new();
    r.required(object, "subjects", |r, v| {
        r.entries(v, &mut |r, id, v| subjects.extend(subject(r, id, v, &grades)));
        Some(())
    });
    r.knows(SUBJECT, object.ids("subjects"));
    let mut quotas = Vec::new();
    r.optional(object, "quotas", |r, v| {
        r.entries(v, &mut |r, id, v| quotas.extend(quota(r, id, v, &subjects)));
        Some(())
    });
    let mut tables = Vec::new();
    r.optional(object, "tables", |r, v| {
        r.entries(v, &mut |r, id, v| tables.extend(table(r, id, v, &subjects)));
        Some(())
    });
    let mut open_questions = Vec::new();
    r.optional(object, "openQuestions", |r, v| {
        r.entries(v, &mut |r, id, v| {
            open_questions.extend(r.local_text(v).map(|text| (id.to_owned(), text)))
        });
        Some(())
    });
    let mut marks = Vec::new();
    r.optional(object, "marks", |r, v| {
        r.entries(v, &mut |r, id, v| marks.extend(mark(r, id, v)));
        Some(())
    });
    let exclusions = compile_law::exclusions(r, object);
    let deadlines = compile_law::deadlines(r, object);
    let terms = compile_law::terms(r, object, &subjects);
    let shared = Shared { source, subjects: &subjects, marks: &marks, exclusions: &exclusions };
    let forms = compile_form::forms(r, object, shared);
    let (from, until) = period?;
    Some(Rulebook {
        id: id?.to_owned(),
        version: version?,
        title: title?,
        families: families.unwrap_or_else(|| vec![DEFAULT_FAMILY.to_owned()]),
        from,
        until,
        overlay: None,
        citations,
        subjects,
        quotas,
        tables,
        exclusions,
        deadlines,
        terms,
        forms,
        unverified: Vec::new(),
        open_questions,
    })
}

fn mark<'v>(r: &mut Reader<'v>, id: &'v str, value: &'v Value) -> Option<Choice> {
    let object = r.object(value, &["label"])?;
    let label = r.required(object, "label", Reader::local_text)?;
    Some(Choice { id: id.to_owned(), label })
}

// What an id is, for references and for the fault when there is none.
pub(super) const CITATION: &str = "a citation";
const GRADE: &str = "a grade";
const SUBJECT: &str = "a subject";
const READING: &str = "a reading";

/// Whether the head of a group is apart from it.
const HEAD: [(&str, bool); 2] = [("counted", false), ("apart", true)];

fn families<'v>(r: &mut Reader<'v>, value: &'v Value) -> Option<Vec<String>> {
    let mut ids = Vec::new();
    r.list(value, &mut |r, item| {
        let Some(id) = r.text(item) else { return };
        r.check_id(id);
        ids.push(id.to_owned());
    });
    if ids.is_empty() {
        r.fault("rulebook.wrong-value", "expected at least one family".to_owned());
    }
    Some(ids)
}

fn period<'v>(r: &mut Reader<'v>, value: &'v Value) -> Option<(Date, Option<Date>)> {
    let object = r.object(value, &["from", "until"])?;
    let from = r.required(object, "from", Reader::date)?;
    let until = r.optional(object, "until", Reader::date);
    if until.is_some_and(|until| until <= from) {
        let message = "the first day it no longer holds must come after `from`".to_owned();
        r.fault_at("until", "rulebook.wrong-value", message);
    }
    Some((from, until))
}

/// A citation; one may say `of` an earlier one and repeat only what differs.
fn citation<'v>(r: &mut Reader<'v>, id: &'v str, value: &'v Value, earlier: &[Citation]) -> Option<Citation> {
    let names = ["of", "number", "issuer", "issued", "article", "clause", "point", "title", "url"];
    let object = r.object(value, &names)?;
    let parent = r.optional(object, "of", |r, v| {
        let of = r.text(v)?;
        let parent = earlier.iter().find(|citation| citation.id == of);
        if parent.is_none() {
            r.fault("rulebook.unknown-reference", format!("`{of}` is no citation before this one"));
        }
        parent
    });
    let mut own = |name: &'static str, inherited: Option<&String>, required: bool| match (inherited, required)
    {
        (None, true) => r.required(object, name, Reader::owned),
        (inherited, _) => r.optional(object, name, Reader::owned).or_else(|| inherited.cloned()),
    };
    let number = own("number", parent.map(|parent| &parent.number), true);
    let issuer = own("issuer", parent.map(|parent| &parent.issuer), true);
    let title = own("title", parent.and_then(|parent| parent.title.as_ref()), false);
    let [article, clause, point, url] =
        ["article", "clause", "point", "url"].map(|name| own(name, None, false));
    let issued = match parent {
        Some(parent) => r.optional(object, "issued", Reader::date).or(Some(parent.issued)),
        None => r.required(object, "issued", Reader::date),
    };
    let (number, issuer, issued) = (number?, issuer?, issued?);
    Some(Citation { id: id.to_owned(), number, issuer, issued, article, clause, point, title, url })
}

/// A grade as written once for all subjects.
struct GradeSource<'v> {
    id: &'v str,
    label: LocalText,
    short: String,
    within: Option<&'v str>,
}

fn grade<'v>(r: &mut Reader<'v>, id: &'v str, value: &'v Value) -> Option<GradeSource<'v>> {
    let object = r.object(value, &["label", "short", "within"])?;
    let label = r.required(object, "label", Reader::local_text);
    let short = r.required(object, "short", Reader::owned);
    let within = r.optional(object, "within", Reader::text);
    Some(GradeSource { id, label: label?, short: short?, within })
}

fn subject<'v>(
    r: &mut Reader<'v>,
    id: &'v str,
    value: &'v Value,
    grades: &[GradeSource<'v>],
) -> Option<Subject> {
    let object = r.object(value, &["label", "noun", "grades"])?;
    let label = r.required(object, "label", Reader::local_text);
    let noun = r.required(object, "noun", Reader::local_text);
    let mut own: Vec<Grade> = Vec::new();
    r.required(object, "grades", |r, v| {
        r.list(v, &mut |r, item| {
            let at = r.text(item).and_then(|id| r.reference(id, GRADE));
            let Some(grade) = at.and_then(|at| grades.get(at)) else { return };
            let within = grade.within.map(|outer| own.iter().position(|earlier| earlier.id == outer));
            if own.iter().any(|earlier| earlier.id == grade.id) || within == Some(None) {
                let message = format!("`{}` stands twice, or before the grade it is within", grade.id);
                r.fault("rulebook.wrong-value", message);
            }
            let (label, short) = (grade.label.clone(), grade.short.clone());
            own.push(Grade { id: grade.id.to_owned(), label, short, within: within.flatten() });
        });
        if own.len() < 2 {
            r.fault("rulebook.wrong-value", "expected at least two grades, best first".to_owned());
        }
        Some(())
    });
    Some(Subject { id: id.to_owned(), label: label?, noun: noun?, grades: own })
}

/// The position of a grade among a subject's.
pub(super) fn grade_at<'v>(r: &mut Reader<'v>, value: &'v Value, subject: &Subject) -> Option<usize> {
    let id = r.text(value)?;
    let found = subject.grades.iter().position(|grade| grade.id == id);
    if found.is_none() {
        r.fault("rulebook.unknown-reference", format!("`{id}` is not a grade of subject `{}`", subject.id));
    }
    found
}

pub(super) fn subject_of<'s, 'v>(
    r: &mut Reader<'v>,
    value: &'v Value,
    subjects: &'s [Subject],
) -> Option<(usize, &'s Subject)> {
    let id = r.text(value)?;
    r.reference(id, SUBJECT)?;
    // One that could not be read has its own fault already.
    subjects.iter().enumerate().find(|(_, subject)| subject.id == id)
}

fn quota<'v>(r: &mut Reader<'v>, id: &'v str, value: &'v Value, subjects: &[Subject]) -> Option<QuotaRule> {
    let names = [
        "label",
        "subject",
        "grade",
        "percent",
        "raised",
        "readings",
        "enforced",
        "rounding",
        "smallGroup",
        "group",
        "head",
    ];
    let object = r.object(value, &names)?;
    let label = r.required(object, "label", Reader::local_text);
    let (subject_at, subject) = r.required(object, "subject", |r, v| subject_of(r, v, subjects))?;
    let grade = r.required(object, "grade", |r, v| grade_at(r, v, subject));
    let percent = r.required(object, "percent", |r, v| r.cited(v, percentage));
    let raised = r.optional(object, "raised", |r, v| r.cited(v, percentage));
    if let (Some(percent), Some(raised)) = (&percent, &raised)
        && compare(raised.value, percent.value).is_le()
    {
        r.fault_at(
            "raised",
            "rulebook.wrong-value",
            "the raised rate must be more than `percent`".to_owned(),
        );
    }
    let mut readings = Vec::new();
    r.required(object, "readings", |r, v| {
        r.entries(v, &mut |r, id, v| readings.extend(reading(r, id, v, subject)));
        Some(())
    });
    r.knows(READING, object.ids("readings"));
    let enforced = r.required(object, "enforced", |r, v| {
        r.cited(v, |r, v| {
            let id = r.text(v)?;
            r.reference(id, READING)
        })
    });
    let rounding = r.required(object, "rounding", |r, v| r.cited(v, |r, v| r.choice(v, &Rounding::ALL)));
    let small_group = r.optional(object, "smallGroup", |r, v| {
        let object = r.object(v, &["below", "atMost"])?;
        let below = r.required(object, "below", |r, v| r.cited(v, Reader::count));
        let at_most = r.required(object, "atMost", |r, v| r.cited(v, Reader::count));
        Some(SmallGroup { below: below?, at_most: at_most? })
    });
    let group = r.optional(object, "group", |r, v| r.cited(v, Reader::local_text));
    let head = r.optional(object, "head", |r, v| r.cited(v, |r, v| r.choice(v, &HEAD)));
    let grade = grade?;
    Some(QuotaRule {
        id: id.to_owned(),
        label: label?,
        subject: subject_at,
        grade,
        next: next_grade(&subject.grades, grade),
        percent: percent?,
        raised,
        readings,
        enforced: enforced?,
        rounding: rounding?,
        small_group,
        group,
        head,
    })
}

fn reading<'v>(r: &mut Reader<'v>, id: &'v str, value: &'v Value, subject: &Subject) -> Option<ReadingRule> {
    let object = r.object(value, &["label", "grades", "fromText"])?;
    let label = r.required(object, "label", Reader::local_text);
    let mut grades = Vec::new();
    r.required(object, "grades", |r, v| {
        r.list(v, &mut |r, v| {
            let Some(grade) = grade_at(r, v, subject) else { return };
            if grades.contains(&grade) {
                r.fault("rulebook.wrong-value", "a reading counts a grade once".to_owned());
            }
            grades.push(grade);
        });
        if grades.is_empty() {
            r.fault("rulebook.wrong-value", "a reading counts at least one grade".to_owned());
        }
        Some(())
    });
    let from_text = r.required(object, "fromText", Reader::truth);
    Some(ReadingRule { id: id.to_owned(), label: label?, grades, from_text: from_text? })
}

/// The grade people move to when they leave this one: what it is a title within, or the next one down.
fn next_grade(grades: &[Grade], grade: usize) -> Option<usize> {
    let below = || {
        let mut later = grades.iter().enumerate().skip(grade.saturating_add(1));
        later.find(|(_, other)| other.within.is_none()).map(|(at, _)| at)
    };
    grades.get(grade)?.within.or_else(below)
}

fn percentage<'v>(r: &mut Reader<'v>, value: &'v Value) -> Option<Decimal> {
    let percent = r.decimal(value)?;
    if percent.scale() > 4
        || compare(percent, Decimal::ZERO).is_lt()
        || compare(percent, Decimal::ONE_HUNDRED).is_gt()
    {
        r.fault(
            "rulebook.wrong-value",
            "expected a percentage from 0 to 100 with at most 4 decimals".to_owned(),
        );
        return None;
    }
    Some(percent)
}

fn table<'v>(r: &mut Reader<'v>, id: &'v str, value: &'v Value, subjects: &[Subject]) -> Option<Table> {
    let object = r.object(value, &["label", "subject", "rows", "cite"])?;
    let label = r.required(object, "label", Reader::local_text);
    let subject = r.optional(object, "subject", |r, v| subject_of(r, v, subjects));
    let subject = subject.map(|(_, subject)| subject);
    let cite = r.optional(object, "cite", |r, v| {
        let id = r.text(v)?;
        r.reference(id, CITATION).map(|_| id.to_owned())
    });
    let mut rows = Rows::default();
    r.required(object, "rows", |r, v| {
        r.entries(v, &mut |r, id, v| {
            let Some(object) = r.object(v, &Rows::FIELDS) else { return };
            let label = r.required(object, "label", Reader::local_text);
            rows.read(r, object, Some(id), label);
            if let Some(subject) = subject {
                r.optional(object, "grade", |r, v| grade_at(r, v, subject));
            }
        });
        rows.check_size(r);
        Some(())
    });
    let subject = subject.map(|subject| subject.id.clone());
    Some(Table { id: id.to_owned(), label: label?, subject, sums: rows.sums(), rows: rows.0, cite })
}
