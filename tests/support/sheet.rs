//! Forms through the border, as `js/src/check.ts`, `answers.ts` and `rating.ts` do it.

use serde_json::{Map, Value, json};
use xeploai::border::{self, form::OpenForm};
use xeploai::rulebook::EngineError;

use super::play::{Opened, Outcome, cell, cells, clean, flag, group, known, not_expressible, object};
use super::unpack;

const INPUT: [&str; 7] = ["form", "answers", "unit", "period", "final", "fields", "trace"];
/// Of a text the core gets no more than this.
const ENOUGH: usize = 200;

/// A form that stays open from call to call, with the last report.
pub struct Sheet {
    open: OpenForm,
    info: Value,
    subject: String,
    report: Option<Value>,
    told: unpack::Told,
    /// A raised rate's reason and decision.
    grounds: [String; 2],
}

/// The form of an input, checked as if seen for the first time.
pub fn check(opened: &Opened, input: &Map<String, Value>) -> Result<Value, Outcome> {
    let (sheet, report) = Sheet::filled(opened, input)?;
    let report = if flag(input, "trace")? { sheet.with_trace(opened, report) } else { report };
    Ok(opened.report(report))
}

/// What `engine.rate` gives of a report.
pub fn rating_of(mut report: Value) -> Value {
    let mut rating = report["rating"].take();
    if let (Some(members), Some(trace)) = (rating.as_object_mut(), report.get("trace")) {
        members.insert("trace".to_owned(), trace.clone());
    }
    rating
}

/// What the Standard Schema of a form says of answers.
pub fn validate(opened: &Opened, input: &Map<String, Value>) -> Result<Value, Outcome> {
    known(input, &["form", "answers"])?;
    let mut whole = input.clone();
    whole.insert("final".to_owned(), true.into());
    let report = check(opened, &whole)?;
    let errors =
        report["diagnostics"].as_array().unwrap().iter().filter(|found| found["severity"] == "error");
    let issues: Vec<Value> =
        errors.map(|found| json!({ "message": found["message"], "path": found["path"] })).collect();
    Ok(if issues.is_empty() { json!({ "value": input["answers"] }) } else { json!({ "issues": issues }) })
}

impl Sheet {
    pub fn new(opened: &Opened, form: &str) -> Result<Sheet, Outcome> {
        let book = opened.engine.rulebook();
        let (at, known) = book.form(form).map_err(|_| Outcome::NotExpressible(form.to_owned()))?;
        let subject = book.subjects[known.subject].id.clone();
        let open = border::form::open(&opened.engine, at)?;
        let info = opened.forms[at].clone();
        Ok(Sheet {
            open,
            info,
            subject,
            report: None,
            told: unpack::Told::default(),
            grounds: Default::default(),
        })
    }

    /// Opened with the answers of an input, and the first report, without its provenance.
    pub fn filled(opened: &Opened, input: &Map<String, Value>) -> Result<(Sheet, Value), Outcome> {
        known(input, &INPUT)?;
        let Some(form) = input.get("form").and_then(Value::as_str) else { return not_expressible("no form") };
        let mut sheet = Sheet::new(opened, form)?;
        let Some(answers) = input.get("answers") else { return not_expressible("no answers") };
        let changes = sheet.changes(object(answers)?)?;
        let (around, grounds) = around(opened, &sheet.subject, &sheet.asked(input)?, input)?;
        let report = sheet.step(opened, &changes, Some(around), &grounds)?;
        sheet.grounds = grounds;
        Ok((sheet, report))
    }

    /// The next report after one more answer; all else is as it was.
    pub fn put(&mut self, opened: &Opened, field: &str, value: &Value) -> Result<Value, Outcome> {
        let changes = self.changes(&Map::from_iter([(field.to_owned(), value.clone())]))?;
        let grounds = self.grounds.clone();
        Ok(self.step(opened, &changes, None, &grounds)?)
    }

    /// How many findings the page remembers, and how many kinds of them.
    pub fn remembered(&self) -> [usize; 2] {
        [self.told.findings.len(), self.told.kinds.len()]
    }

    fn fields(&self) -> Vec<&Value> {
        let sections = self.info["sections"].as_array().unwrap().iter();
        sections.flat_map(|section| section["fields"].as_array().unwrap()).collect()
    }

    /// The positions of the fields that are asked for.
    pub fn asked(&self, input: &Map<String, Value>) -> Result<String, Outcome> {
        let Some(ids) = input.get("fields") else { return Ok(String::new()) };
        let fields = self.fields();
        let mut text = "\u{1F}".to_owned();
        for id in ids.as_array().unwrap() {
            let Some(at) = fields.iter().position(|field| field["id"] == *id) else {
                return not_expressible("an unknown field");
            };
            text.push_str(&format!("{at}\u{1F}"));
        }
        Ok(text)
    }

    /// What was typed, as the text that goes to the core; fields that are not named do not change.
    pub fn changes(&self, answers: &Map<String, Value>) -> Result<String, Outcome> {
        let fields = self.fields();
        let ids: Vec<&str> = fields.iter().map(|field| field["id"].as_str().unwrap()).collect();
        known(answers, &ids)?;
        let named =
            fields.iter().enumerate().filter_map(|(at, field)| Some((at, field, answers.get(ids[at])?)));
        let texts = named.map(|(at, field, value)| Ok(format!("{at}\u{1F}{}", answer(field, value)?)));
        Ok(texts.collect::<Result<Vec<_>, Outcome>>()?.join("\u{1E}"))
    }

    /// The next report, out of the last one and what is different.
    pub fn step(
        &mut self,
        opened: &Opened,
        changes: &str,
        around: Option<String>,
        grounds: &[String; 2],
    ) -> Result<Value, EngineError> {
        let delta = border::form::check(&opened.engine, &mut self.open, changes, around)?;
        let delta = if delta.is_empty() { json!({}) } else { unpack::delta(&delta) };
        let grades = opened.info["rulebook"]["subjects"].as_array().unwrap().iter();
        let subject = grades.clone().find(|subject| subject["id"] == *self.subject).unwrap();
        let quotas = opened.quotas(&self.subject);
        let report = unpack::report(
            self.report.as_ref(),
            &mut self.told,
            &delta,
            &self.info,
            &subject["grades"],
            &quotas,
            grounds,
        );
        self.report = Some(report.clone());
        Ok(report)
    }

    fn with_trace(&self, opened: &Opened, mut report: Value) -> Value {
        report["trace"] = serde_json::from_str(&border::form::trace(&opened.engine, &self.open)).unwrap();
        report
    }
}

/// What a form is checked with beside what was typed, as one text; and a raised rate's reason and decision.
pub fn around(
    opened: &Opened,
    subject: &str,
    asked: &str,
    input: &Map<String, Value>,
) -> Result<(String, [String; 2]), Outcome> {
    let none = Map::new();
    let period = input.get("period").map_or(Ok(&none), object)?;
    known(period, &["from", "to"])?;
    let day = |name: &str| match period.get(name) {
        None => Ok(String::new()),
        Some(Value::String(day)) => Ok(day.clone()),
        Some(other) => not_expressible(format!("{name} {other}")),
    };
    let is_final = if flag(input, "final")? { "1" } else { "" };
    let mut text = [is_final, asked, &day("from")?, &day("to")?].join("\u{1E}");
    let Some(unit) = input.get("unit").filter(|unit| !unit.is_null()) else {
        return Ok((text, [String::new(), String::new()]));
    };
    let unit = object(unit)?;
    known(unit, &["tally", "group"])?;
    let (_, subject) = opened.engine.rulebook().subject(subject)?;
    let grades: Vec<&str> = subject.grades.iter().map(|grade| grade.id.as_str()).collect();
    let Some(tally) = unit.get("tally") else { return not_expressible("no tally") };
    let (context, grounds) = group(unit.get("group"))?;
    text = [text, cells(tally, &grades)?, context].join("\u{1E}");
    Ok((text, grounds))
}

/// As `js/src/answers.ts`.
fn answer(field: &Value, value: &Value) -> Result<String, Outcome> {
    if field["kind"] != "rows" {
        return one(value, field["kind"] == "text");
    }
    let rows = match value {
        Value::Null => return Ok(String::new()),
        Value::String(text) if text.is_empty() => return Ok(String::new()),
        Value::Array(rows) => rows,
        other => return not_expressible(format!("{other} for rows")),
    };
    let columns: Vec<&str> =
        field["columns"].as_array().unwrap().iter().map(|column| column["id"].as_str().unwrap()).collect();
    let row = |row: &Value| {
        let row = object(row)?;
        known(row, &columns)?;
        let cells = columns.iter().map(|column| one(row.get(*column).unwrap_or(&Value::Null), true));
        Ok(cells.collect::<Result<Vec<_>, Outcome>>()?.join("\u{1C}"))
    };
    Ok(rows.iter().map(row).collect::<Result<Vec<_>, Outcome>>()?.join("\u{1D}"))
}

fn one(value: &Value, words: bool) -> Result<String, Outcome> {
    match value {
        Value::Bool(value) => Ok(if *value { "yes" } else { "no" }.to_owned()),
        Value::String(text) if words => {
            let units: Vec<u16> = text.trim().encode_utf16().take(ENOUGH).collect();
            Ok(clean(&String::from_utf16_lossy(&units)))
        }
        other => cell(other),
    }
}
