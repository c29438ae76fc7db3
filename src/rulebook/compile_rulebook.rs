//! JSON → [`Rulebook`], collecting every fault. A rulebook that cannot be understood is refused as a whole; so what is
//! read here from something faulty only has to be harmless.

use super::ballot::{ballots, targets};
use super::compile_form::{Shared, forms};
use super::compile_law::{deadlines, exclusions, terms};
use super::compile_subject::{grade_in, grade_known, subject_of};
use super::fact::{Cited, LocalText};
use super::fault::Fault;
use super::form::Choice;
use super::reader::Reader;
use super::schema;
use super::select::DEFAULT_FAMILY;
use super::table::{Rows, Table};
use super::value::Value;
use super::{Grade, QuotaRule, ReadingRule, Rulebook, SmallGroup, Subject};
use crate::citation::Citation;
use crate::date::Date;
use crate::decimal::{Decimal, Rounding, compare};

/// The version of this JSON format.
const FORMAT: u64 = 1;

/// As much of the rulebook as can be understood, and what cannot.
pub(super) fn read_rulebook(source: &Value) -> (Rulebook, Vec<Fault>) {
    let mut r = Reader::new(source);
    r.hold(source, &schema::RULEBOOK);
    let rulebook = rulebook(&mut r, source);
    (rulebook, r.faults)
}

fn rulebook<'v>(r: &mut Reader<'v>, source: &'v Value) -> Rulebook {
    if matches!(source.get("format"), Some(Value::Whole(_))) && source.count("format") != FORMAT {
        r.fault_at("format", "rulebook.unknown-format", &format!("this engine reads format {FORMAT}"));
    }
    let mut families: Vec<String> =
        source.items("families").iter().map(|id| id.as_text().to_owned()).collect();
    if families.is_empty() {
        if source.has("families") {
            r.fault_at("families", "rulebook.wrong-value", "expected at least one family");
        }
        families.push(DEFAULT_FAMILY.to_owned());
    }
    let (from, until) = period(r, source);
    let mut citations = Vec::new();
    r.each(source, "citations", &mut |r, id, v| citation(r, id, v, &mut citations));
    let mut subjects = Vec::new();
    r.each(source, "subjects", &mut |r, id, v| subjects.push(subject(r, id, v)));
    let mut quotas = Vec::new();
    r.each(source, "quotas", &mut |r, id, v| {
        if let Some((at, subject)) = subject_of(&subjects, v) {
            quotas.push(quota(r, id, v, at, subject));
        }
    });
    let mut tables = Vec::new();
    r.each(source, "tables", &mut |r, id, v| tables.push(table(r, id, v, &subjects)));
    let marks: Vec<Choice> = choices(source.members("marks"));
    let exclusions = exclusions(source);
    let deadlines = deadlines(r, source);
    let terms = terms(r, source, &subjects);
    let ballots = ballots(r, source, &subjects);
    let shared = Shared { subjects: &subjects, marks: &marks, exclusions: &exclusions };
    let forms = forms(r, source, shared);
    let questions = source.members("openQuestions").iter();
    Rulebook {
        id: source.string("id"),
        version: source.string("version"),
        title: source.label("title"),
        families,
        from,
        until,
        overlay: None,
        citations,
        subjects,
        quotas,
        tables,
        exclusions,
        open_exclusions: Vec::new(),
        deadlines,
        terms,
        ballots,
        targets: targets(source),
        forms,
        unverified: Vec::new(),
        open_questions: questions.map(|(id, text)| (id.clone(), text.as_label())).collect(),
    }
}

/// Entries with a label.
pub(super) fn choices(entries: &[(String, Value)]) -> Vec<Choice> {
    entries.iter().map(|(id, v)| Choice { id: id.clone(), label: v.label("label") }).collect()
}

fn period<'v>(r: &mut Reader<'v>, source: &'v Value) -> (Date, Option<Date>) {
    let effective = source.get("effective").unwrap_or(&Value::Null);
    let (from, until) = (effective.date("from"), effective.date("until"));
    if from.zip(until).is_some_and(|(from, until)| until <= from) {
        let message = "the first day it no longer holds must come after `from`";
        r.at("effective", |r| r.fault_at("until", "rulebook.wrong-value", message));
    }
    (from.unwrap_or(Date::FIRST), until)
}

/// A citation; one may say `of` an earlier one and repeat only what differs.
fn citation<'v>(r: &mut Reader<'v>, id: &'v str, v: &'v Value, all: &mut Vec<Citation>) {
    let of = v.text("of");
    let parent = all.iter().find(|citation| citation.id == of);
    if parent.is_none() && v.has("of") {
        r.at("of", |r| r.unknown(of, "is no citation before this one", &[]));
    }
    for name in ["number", "issuer", "issued"] {
        // A day that nobody found is said to be so, not left out.
        let undated = name == "issued" && v.truth("undated");
        if !v.has(name) && !v.has("of") && !undated {
            r.missing(name);
        }
    }
    let own = |name: &str, inherited: Option<&String>| v.maybe_string(name).or_else(|| inherited.cloned());
    let citation = Citation {
        id: id.to_owned(),
        number: own("number", parent.map(|parent| &parent.number)).unwrap_or_default(),
        issuer: own("issuer", parent.map(|parent| &parent.issuer)).unwrap_or_default(),
        issued: v.date("issued").or(parent.and_then(|parent| parent.issued)),
        article: v.maybe_string("article"),
        clause: v.maybe_string("clause"),
        point: v.maybe_string("point"),
        title: own("title", parent.and_then(|parent| parent.title.as_ref())),
        url: v.maybe_string("url"),
        local: v.truth("local") || parent.is_some_and(|parent| parent.local),
    };
    all.push(citation);
}

fn subject<'v>(r: &mut Reader<'v>, id: &'v str, v: &'v Value) -> Subject {
    let mut own: Vec<Grade> = Vec::new();
    let root = r.root();
    r.each_text(v, "grades", &mut |r, id| {
        let Some((_, grade)) = root.members("grades").iter().find(|(known, _)| known == id) else { return };
        let outer = grade.text("within");
        let within = own.iter().position(|earlier| earlier.id == outer);
        if own.iter().any(|earlier| earlier.id == id) || (grade.has("within") && within.is_none()) {
            let message = ["`", id, "` stands twice, or before the grade it is within"].concat();
            r.fault("rulebook.wrong-value", &message);
        }
        let (label, short) = (grade.label("label"), grade.string("short"));
        own.push(Grade { id: id.to_owned(), label, short, within });
    });
    if own.len() < 2 {
        let message = "expected at least two grades, best first";
        r.fault_at("grades", "rulebook.wrong-value", message);
    }
    Subject { id: id.to_owned(), label: v.label("label"), noun: v.label("noun"), grades: own }
}

/// A member that is a fact, and what it holds.
pub(super) fn fact<'v, T>(v: &'v Value, name: &str, read: impl FnOnce(&'v Value) -> T) -> Option<Cited<T>> {
    let fact = v.get(name).filter(|fact| **fact != Value::Null)?;
    Some(Cited::new(read(fact), fact))
}

fn percent_fact(v: &Value, name: &str) -> Option<Cited<Decimal>> {
    fact(v, name, |fact| fact.number("value").unwrap_or_default())
}

fn quota<'v>(
    r: &mut Reader<'v>,
    id: &'v str,
    v: &'v Value,
    subject_at: usize,
    subject: &Subject,
) -> QuotaRule {
    let grade = grade_in(r, v, "grade", subject);
    let nothing = || Cited::new(Decimal::ZERO, v);
    let percent = percent_fact(v, "percent").unwrap_or_else(nothing);
    let raised = percent_fact(v, "raised");
    if raised.as_ref().is_some_and(|raised| compare(raised.value, percent.value).is_le()) {
        let message = "the raised rate must be more than `percent`";
        r.fault_at("raised", "rulebook.wrong-value", message);
    }
    let mut readings: Vec<ReadingRule> = Vec::new();
    r.each(v, "readings", &mut |r, id, v| readings.push(reading(r, id, v, subject, grade)));
    let chosen = v.get("enforced").map_or("", |fact| fact.text("value"));
    let enforced = readings.iter().position(|reading| reading.id == chosen);
    if enforced.is_none() && v.has("enforced") {
        let known: Vec<&str> = readings.iter().map(|reading| reading.id.as_str()).collect();
        r.at("enforced", |r| {
            r.at("value", |r| r.unknown(chosen, "is not a reading of this rulebook", &known))
        });
    }
    let count = |v: &'v Value, name: &str| {
        fact(v, name, |fact| fact.count("value")).unwrap_or_else(|| Cited::new(0, v))
    };
    let small = v.get("smallGroup").filter(|small| **small != Value::Null);
    QuotaRule {
        id: id.to_owned(),
        label: v.label("label"),
        subject: subject_at,
        grade,
        next: next_grade(&subject.grades, grade),
        percent,
        raised,
        readings,
        enforced: fact(v, "enforced", |_| enforced.unwrap_or(0)).unwrap_or_else(|| Cited::new(0, v)),
        rounding: fact(v, "rounding", |fact| fact.word("value", &Rounding::ALL).unwrap_or(Rounding::Floor))
            .unwrap_or_else(|| Cited::new(Rounding::Floor, v)),
        small_group: small
            .map(|small| SmallGroup { below: count(small, "below"), at_most: count(small, "atMost") }),
        group: fact(v, "group", |fact| fact.label("value")),
        overflow: fact(v, "overflow", |fact| fact.label("value")),
        head: fact(v, "head", |fact| fact.text("value") == "apart"),
    }
}

/// Readings that are the same in every text on *xuất sắc* and *tốt*: the engine knows what they are called.
const READINGS: [&str; 3] = ["inclusive", "exclusive", "all-rated"];
const EXCELLENT: &str = "htxsnv";

fn reading<'v>(
    r: &mut Reader<'v>,
    id: &'v str,
    v: &'v Value,
    subject: &Subject,
    limited: usize,
) -> ReadingRule {
    let mut grades = Vec::new();
    r.each_text(v, "grades", &mut |r, id| {
        let Some(grade) = grade_known(r, id, subject) else { return };
        if grades.contains(&grade) {
            r.fault("rulebook.wrong-value", "a reading counts a grade once");
        }
        grades.push(grade);
    });
    if grades.is_empty() {
        r.fault_at("grades", "rulebook.wrong-value", "a reading counts at least one grade");
    }
    let of_excellent = subject.grades.get(limited).is_some_and(|grade| grade.id == EXCELLENT);
    let known = of_excellent && READINGS.contains(&id);
    let words = if known { Some(LocalText::word(&["reading.", id].concat())) } else { None };
    let label = r.label_or(v, words.as_ref());
    ReadingRule { id: id.to_owned(), label, grades, from_text: v.truth("fromText") }
}

/// The grade people move to when they leave this one: what it is a title within, or the next one down.
fn next_grade(grades: &[Grade], grade: usize) -> Option<usize> {
    let below = || {
        let mut later = grades.iter().enumerate().skip(grade.saturating_add(1));
        later.find(|(_, other)| other.within.is_none()).map(|(at, _)| at)
    };
    grades.get(grade)?.within.or_else(below)
}

fn table<'v>(r: &mut Reader<'v>, id: &'v str, v: &'v Value, subjects: &[Subject]) -> Table {
    let subject = subject_of(subjects, v).map(|(_, subject)| subject);
    let mut rows = Rows::default();
    r.each(v, "rows", &mut |r, id, row| {
        let mut label = None;
        if let Some(subject) = subject.filter(|_| row.has("grade")) {
            let grade = grade_in(r, row, "grade", subject);
            // A row that counts a grade is called as the grade.
            label = subject.grades.get(grade).map(|grade| &grade.label);
        }
        let label = r.label_or(row, label);
        rows.read(r, id, label, row);
    });
    r.at("rows", |r| rows.check_size(r));
    let (label, cite) = (v.label("label"), v.maybe_string("cite"));
    let subject = subject.map(|subject| subject.id.clone());
    Table { id: id.to_owned(), label, subject, sums: rows.sums(), rows: rows.0, cite }
}

#[cfg(test)]
mod tests {
    use super::super::ballot::{BALLOTS, BASES};
    use super::super::form::{DateRange, Kind};
    use super::super::shape::Shape;
    use super::super::table::RowKind;
    use super::schema::WORDS;
    use crate::citation::Basis;
    use crate::decimal::Rounding;

    #[test]
    fn the_words_of_the_format_are_those_it_is_read_with() {
        fn ids<T: Copy>(table: &[(&'static str, T)]) -> Vec<&'static str> {
            table.iter().map(|(id, _)| *id).collect()
        }
        let tables = [
            ids(&Basis::ALL),
            ids(&Rounding::ALL),
            ids(&RowKind::ALL),
            ids(&Kind::ALL),
            ids(&DateRange::ALL),
            BALLOTS.into_iter().take(BASES).collect(),
        ];
        for (shape, words) in WORDS.into_iter().zip(tables) {
            assert!(matches!(shape, Shape::Word(known) if *known == words.as_slice()), "{words:?}");
        }
    }
}
