//! Plays one shared case through `xeploai::border`, the functions that JavaScript reaches too.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use serde_json::{Map, Value, json};
use xeploai::rulebook::{EngineError, library};
use xeploai::{Engine, Locale, border};

use super::{sheet, unpack, votes};

/// What became of a case.
pub enum Outcome {
    Answer(Value),
    Error(Value),
    /// The call has a name or a type that Rust cannot say.
    NotExpressible(String),
}

impl From<EngineError> for Outcome {
    fn from(error: EngineError) -> Outcome {
        let mut shape: Value = serde_json::from_str(&border::error(&error)).unwrap();
        if let Some(help) = shape["help"].as_str() {
            // As `js/src/errors.ts` words it.
            shape["message"] = format!("{}; {help}", shape["message"].as_str().unwrap()).into();
        }
        Outcome::Error(shape)
    }
}

type Played = Result<Value, Outcome>;

pub fn play(case: &Value, file: &Value) -> Outcome {
    let action = case["do"].as_str().unwrap();
    let mut config = engine_of(case, file);
    if action == "createEngine" {
        config.extend(case["input"].as_object().cloned().unwrap_or_default());
    }
    let input = like(case, file);
    let played = match action {
        "lintRulebook" => lint(&input),
        _ => Opened::known(&config).and_then(|opened| opened.play(action, &input)),
    };
    played.map_or_else(|outcome| outcome, Outcome::Answer)
}

/// The options of the engine that a case is played on.
pub fn engine_of(case: &Value, file: &Value) -> Map<String, Value> {
    let mut config = Map::new();
    for options in [&file["engine"], &case["engine"]] {
        config.extend(options.as_object().cloned().unwrap_or_default());
    }
    config
}

/// The input of a case, laid over the sheet of its file that it is like.
pub fn like(case: &Value, file: &Value) -> Value {
    let Some(name) = case["like"].as_str() else { return case["input"].clone() };
    let sheet = file["sheets"][name].as_object().expect("a sheet of the file");
    let input = case["input"].as_object().cloned().unwrap_or_default();
    let mut merged = sheet.clone();
    let mut answers = sheet["answers"].as_object().cloned().unwrap_or_default();
    answers.extend(input.get("answers").and_then(Value::as_object).cloned().unwrap_or_default());
    merged.extend(input);
    merged.insert("answers".to_owned(), Value::Object(answers));
    Value::Object(merged)
}

pub fn not_expressible<T>(what: impl Into<String>) -> Result<T, Outcome> {
    Err(Outcome::NotExpressible(what.into()))
}

/// Only known members, or Rust cannot say it.
pub fn known(given: &Map<String, Value>, names: &[&str]) -> Result<(), Outcome> {
    match given.keys().find(|name| !names.contains(&name.as_str())) {
        Some(name) => not_expressible(name),
        None => Ok(()),
    }
}

pub fn object(value: &Value) -> Result<&Map<String, Value>, Outcome> {
    value.as_object().map_or_else(|| not_expressible(format!("{value} for an object")), Ok)
}

fn parsed(text: Result<String, EngineError>) -> Played {
    Ok(serde_json::from_str(&text?).unwrap())
}

fn lint(input: &Value) -> Played {
    known(object(input)?, &["rulebook", "overlay", "today"])?;
    let source = match &input["rulebook"] {
        Value::String(id) if id != "all" => shipped(id)?,
        other => other.clone(),
    };
    // As `tests/js/run-cases.mjs`: a day that the reviews of the rulebooks are not far from.
    let today = input.get("today").map_or(Some("2026-11-22"), Value::as_str);
    let Some(today) = today else { return not_expressible("today") };
    parsed(border::lint_rulebook(&tokens(&source), &tokens(&overlay_of(input.get("overlay"))), today))
}

fn shipped(id: &str) -> Played {
    let found = library::ALL.iter().find(|(known, _)| *known == id);
    found.map_or_else(|| not_expressible(id), |(_, text)| Ok(serde_json::from_str(text).unwrap()))
}

/// An overlay of the library by its id, or one written out.
fn overlay_of(given: Option<&Value>) -> Value {
    let given = given.cloned().unwrap_or(Value::Null);
    let found = library::OVERLAYS.iter().find(|(id, _)| given.as_str() == Some(id));
    found.map_or(given, |(_, text)| serde_json::from_str(text).unwrap())
}

/// An engine with what the other side knows of it.
pub struct Opened {
    pub engine: Engine,
    pub info: Value,
    /// The forms as `engine.forms()` gives them.
    pub forms: Value,
    as_of: String,
}

thread_local! {
    /// The same options give the same engine.
    static ENGINES: RefCell<HashMap<String, Rc<Opened>>> = RefCell::default();
}

impl Opened {
    /// The engine of these options, made once.
    pub fn known(config: &Map<String, Value>) -> Result<Rc<Opened>, Outcome> {
        let key = Value::from(config.clone()).to_string();
        if let Some(there) = ENGINES.with_borrow(|engines| engines.get(&key).cloned()) {
            return Ok(there);
        }
        let opened = Rc::new(Opened::new(config)?);
        ENGINES.with_borrow_mut(|engines| engines.insert(key, opened.clone()));
        Ok(opened)
    }

    fn new(config: &Map<String, Value>) -> Result<Opened, Outcome> {
        known(config, &["rulebook", "asOf", "family", "overlay", "readings", "accept", "locale"])?;
        let Some(as_of) = config.get("asOf").and_then(Value::as_str) else {
            return not_expressible("no asOf");
        };
        let sources: Vec<Value> = match config.get("rulebook") {
            Some(Value::String(all)) if all == "all" => {
                library::ALL.iter().map(|(_, text)| serde_json::from_str(text).unwrap()).collect()
            }
            Some(Value::String(id)) => vec![shipped(id)?],
            Some(Value::Array(list)) => list
                .iter()
                .map(|one| one.as_str().map_or_else(|| Ok(one.clone()), shipped))
                .collect::<Result<_, _>>()?,
            Some(one @ Value::Object(_)) => vec![one.clone()],
            _ => return not_expressible("no rulebook"),
        };
        let family = match config.get("family") {
            None => "",
            Some(Value::String(family)) => family,
            Some(other) => return not_expressible(format!("family {other}")),
        };
        let one =
            matches!(config.get("rulebook"), Some(Value::Object(_) | Value::String(_))) && sources.len() == 1;
        if one && family.is_empty() {
            return Opened::of(&sources[0], as_of, config);
        }
        let at = border::select(&tokens(&Value::Array(sources.clone())), as_of, family)?;
        Opened::of(&sources[at], as_of, config)
    }

    fn of(source: &Value, as_of: &str, config: &Map<String, Value>) -> Result<Opened, Outcome> {
        let part = |name: &str| tokens(config.get(name).unwrap_or(&Value::Null));
        let locale = config.get("locale").map_or("vi", |locale| locale.as_str().unwrap_or("?"));
        let engine = border::create(
            &tokens(source),
            &tokens(&overlay_of(config.get("overlay"))),
            as_of,
            &part("readings"),
            &part("accept"),
            locale,
        )?;
        let mut info: Value = serde_json::from_str(&border::info(&engine)).unwrap();
        info["tables"] = serde_json::from_str(&border::tables(&engine)).unwrap();
        let info = unpack::with_citations(info.clone(), &info["rulebook"]["citations"]);
        let forms: Value = serde_json::from_str(&border::form::forms(&engine)).unwrap();
        let forms = unpack::with_citations(forms, &info["rulebook"]["citations"]);
        Ok(Opened { engine, info, forms, as_of: as_of.to_owned() })
    }

    fn locale(&self) -> Locale {
        self.engine.locale()
    }

    fn play(&self, action: &str, input: &Value) -> Played {
        let text = |name: &str| input[name].as_str().map_or_else(|| not_expressible(format!("{input}")), Ok);
        match action {
            "createEngine" => Ok(serde_json::json!({
                "rulebook": self.info["rulebook"], "asOf": self.as_of, "locale": self.locale().id()
            })),
            "tables" => Ok(self.info["tables"].clone()),
            "describe" => parsed(border::describe(text("code")?, self.locale())),
            "readNumber" => parsed(border::number(text("text")?, text("kind")?, self.locale())),
            "formatNumber" => self.format(input),
            "breakdown" => self.breakdown(object(input)?),
            "quota" => self.quota(object(input)?),
            "rollUp" => self.roll_up(object(input)?),
            "workingDays" => self.working_days(object(input)?),
            "deadlines" => self.deadlines(object(input)?),
            "audit" => self.audit(object(input)?),
            "ballot" => votes::ballot(self, object(input)?),
            "targets" => votes::targets(self, object(input)?),
            "tasks" => votes::tasks(self, object(input)?),
            "forms" => Ok(self.forms.clone()),
            "check" | "rate" => {
                let report = sheet::check(self, object(input)?)?;
                Ok(if action == "rate" { sheet::rating_of(report) } else { report })
            }
            "schema" => sheet::validate(self, object(input)?),
            other => not_expressible(other),
        }
    }

    pub fn report(&self, mut report: Value) -> Value {
        report["provenance"] = unpack::provenance(&self.info, &self.as_of);
        unpack::with_citations(report, &self.info["rulebook"]["citations"])
    }

    fn format(&self, input: &Value) -> Played {
        let value = match &input["value"] {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.to_string(),
            other => return not_expressible(format!("{other}")),
        };
        let none = Map::new();
        let options = input["options"].as_object().unwrap_or(&none);
        known(options, &["decimals", "rounding", "percent", "pad"])?;
        let decimals = options.get("decimals").map_or(Ok(-1), decimals)?;
        let rounding = rounding(options.get("rounding"))?;
        let (percent, pad) = (flag(options, "percent")?, flag(options, "pad")?);
        Ok(border::format_number(&value, decimals, rounding, percent, pad)?.into())
    }

    fn breakdown(&self, input: &Map<String, Value>) -> Played {
        known(
            input,
            &["table", "counts", "stated", "decimals", "rounding", "previous", "statedChanges", "trace"],
        )?;
        let own;
        let (table, info) = match input.get("table") {
            Some(Value::String(id)) => {
                let (at, table) =
                    self.engine.rulebook().table(id).map_err(|_| Outcome::NotExpressible(id.clone()))?;
                (table, self.info["tables"][at].clone())
            }
            Some(source @ Value::Object(_)) => {
                own = border::table(&tokens(source))?;
                (&own, serde_json::from_str(&border::table_info(&own)).unwrap())
            }
            other => return not_expressible(format!("table {other:?}")),
        };
        let ids: Vec<&str> =
            info["rows"].as_array().unwrap().iter().map(|row| row["id"].as_str().unwrap()).collect();
        let column = |name: &str| input.get(name).map_or(Ok(String::new()), |given| cells(given, &ids));
        if !input.contains_key("counts") {
            return not_expressible("no counts");
        }
        let columns = [column("counts")?, column("stated")?, column("previous")?, column("statedChanges")?];
        let columns = columns.join("\u{1E}");
        let decimals = input.get("decimals").map_or(Ok(2), decimals)?;
        let Ok(decimals) = u32::try_from(decimals) else { return not_expressible("decimals") };
        let trace = flag(input, "trace")?;
        let rounding = rounding(input.get("rounding"))?;
        let packed = parsed(border::breakdown(&self.engine, table, &columns, decimals, rounding, trace))?;
        Ok(self.report(unpack::breakdown(&packed, &info)))
    }

    fn working_days(&self, input: &Map<String, Value>) -> Played {
        known(input, &["from", "to", "add"])?;
        let text = |name: &str| input.get(name).map(|day| day.as_str().unwrap_or("?"));
        let add = input.get("add").map(|add| add.as_i64().and_then(|add| i32::try_from(add).ok()));
        let (from, to, add) = match (text("from"), text("to"), add) {
            (Some(from), Some(to), None) if !to.is_empty() => (from, to, 0),
            (Some(from), None, Some(Some(add))) if add.abs() <= 10_000 => (from, "", add),
            _ => return not_expressible(format!("{input:?}")),
        };
        parsed(border::calendar::working_days(&self.engine, from, to, add))
    }

    /// As js/src/calendar.ts.
    fn deadlines(&self, input: &Map<String, Value>) -> Played {
        known(input, &["year", "meeting"])?;
        let year = match input.get("year") {
            None => 0,
            Some(year) => match year.as_u64().and_then(|year| u32::try_from(year).ok()) {
                Some(year @ 1..=9998) => year,
                _ => return not_expressible(format!("{input:?}")),
            },
        };
        let meeting = input.get("meeting").and_then(Value::as_str).unwrap_or_default();
        let mut found = parsed(border::calendar::deadlines(&self.engine, year, meeting))?;
        let rules = self.info["rulebook"]["deadlines"].as_array().unwrap();
        for (day, rule) in found["deadlines"].as_array_mut().unwrap().iter_mut().zip(rules) {
            for name in ["id", "label", "basis", "note", "citations"] {
                day[name] = rule[name].clone();
            }
        }
        Ok(self.report(found))
    }

    fn audit(&self, input: &Map<String, Value>) -> Played {
        known(input, &["text", "subject", "trace"])?;
        let Some(text) = input.get("text").and_then(Value::as_str) else { return not_expressible("no text") };
        let subject = match input.get("subject").and_then(Value::as_str) {
            None => -1,
            Some(id) => {
                let found = self.engine.rulebook().subject(id);
                i32::try_from(found.map_err(|_| Outcome::NotExpressible(id.to_owned()))?.0).unwrap()
            }
        };
        let packed = parsed(Ok(border::audit::audit(&self.engine, text, subject, flag(input, "trace")?)))?;
        let subjects = self.engine.rulebook().subjects.iter().map(|subject| subject.id.as_str());
        let quotas = |id: &str| self.quotas(id);
        Ok(self.report(unpack::audit(&packed, &subjects.collect::<Vec<_>>(), &quotas)))
    }

    fn quota(&self, input: &Map<String, Value>) -> Played {
        known(input, &["subject", "tally", "group", "propose", "trace"])?;
        let id = input.get("subject").and_then(Value::as_str).unwrap_or_default();
        let (at, subject) =
            self.engine.rulebook().subject(id).map_err(|_| Outcome::NotExpressible(id.to_owned()))?;
        let grades: Vec<&str> = subject.grades.iter().map(|grade| grade.id.as_str()).collect();
        let Some(tally) = input.get("tally") else { return not_expressible("no tally") };
        let tally = cells(tally, &grades)?;
        let propose = input.get("propose").map_or(Ok(String::new()), |given| cells(given, &grades))?;
        let (context, grounds) = group(input.get("group"))?;
        let trace = flag(input, "trace")?;
        let packed = border::quota(&self.engine, at, &tally, &context, &propose.replace('\u{1}', ""), trace)?;
        Ok(self.report(unpack::quota_report(&packed, &self.quotas(id), &grounds)))
    }

    fn roll_up(&self, input: &Map<String, Value>) -> Played {
        known(input, &["subject", "parents", "unit", "grade", "exclusion", "group", "groups"])?;
        let id = input.get("subject").and_then(Value::as_str).unwrap_or_default();
        let (at, subject) =
            self.engine.rulebook().subject(id).map_err(|_| Outcome::NotExpressible(id.to_owned()))?;
        // As `piece` of js/src/roll-up.ts: a number for a blank, one for everything that is no position.
        let column = |name: &str, none: i64, bad: i64| -> Vec<i64> {
            let rows = input.get(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
            let one = |row: &Value| match row {
                Value::Null => none,
                row if row.as_i64() == Some(-1) => none,
                row => row.as_i64().filter(|at| (0..bad).contains(at)).unwrap_or(bad),
            };
            rows.iter().map(one).collect()
        };
        let parents: Vec<i32> =
            column("parents", -1, 0x7fff_ffff).into_iter().map(|at| i32::try_from(at).unwrap()).collect();
        let units: Vec<u32> = column("unit", 0xffff_ffff, 0xffff_ffff)
            .into_iter()
            .map(|at| u32::try_from(at).unwrap())
            .collect();
        let bytes = |name, none, bad| {
            column(name, none, bad).into_iter().map(|at| u8::try_from(at).unwrap()).collect::<Vec<u8>>()
        };
        let groups: Vec<u16> =
            column("group", 0, 65_535).into_iter().map(|at| u16::try_from(at).unwrap()).collect();
        let count = input.get("groups").and_then(Value::as_u64).unwrap_or(1);
        let mut open = border::roster::open(&self.engine, at, &parents, usize::try_from(count).unwrap())?;
        border::roster::add(
            &mut open,
            &units,
            &bytes("grade", 255, 254),
            &bytes("exclusion", 0, 255),
            &groups,
        );
        let packed = border::roster::roll_up(&self.engine, &open);
        let exclusions = self.info["rulebook"]["exclusions"].as_array().unwrap();
        let ids = subject.grades.iter().map(|grade| json!(grade.id)).chain([json!("waiting")]);
        let columns: Vec<Value> = ids.chain(exclusions.iter().map(|one| one["id"].clone())).collect();
        let size = (units.len(), parents.len(), usize::try_from(count).unwrap());
        Ok(self.report(unpack::roll_up(&packed, id, &columns, size, &self.quotas(id))))
    }

    /// What is known of each quota of a subject.
    pub fn quotas(&self, subject: &str) -> Vec<&Value> {
        let quotas = self.info["rulebook"]["quotas"].as_array().unwrap().iter();
        quotas.filter(|quota| quota["subject"] == subject).collect()
    }
}

/// A group's size and raised rate as one text, and the raised rate's reason and decision.
pub fn group(given: Option<&Value>) -> Result<(String, [String; 2]), Outcome> {
    let none = Map::new();
    let group = given.map_or(Ok(&none), object)?;
    known(group, &["key", "size", "raised"])?;
    let mut context = group.get("size").map_or(Ok(String::new()), cell)?;
    let raised = group.get("raised").map_or(Ok(&none), object)?;
    known(raised, &["percent", "reason", "decision"])?;
    let ground = |name: &str| match raised.get(name) {
        None | Some(Value::Null) => Ok(String::new()),
        Some(text @ Value::String(_)) => cell(text).map(|text| text.trim().to_owned()),
        Some(other) => not_expressible(format!("{name} {other}")),
    };
    let grounds = [ground("reason")?, ground("decision")?];
    if group.contains_key("raised") {
        let percent = raised.get("percent").map_or(Ok(String::new()), cell)?;
        context = [&context, &percent, &grounds[0], &grounds[1]].map(String::as_str).join("\u{1F}");
    }
    Ok((context, grounds))
}

pub fn flag(options: &Map<String, Value>, name: &str) -> Result<bool, Outcome> {
    match options.get(name) {
        None => Ok(false),
        Some(Value::Bool(value)) => Ok(*value),
        Some(other) => not_expressible(format!("{name} {other}")),
    }
}

fn decimals(value: &Value) -> Result<i32, Outcome> {
    let decimals =
        value.as_i64().and_then(|decimals| i32::try_from(decimals).ok()).filter(|d| (0..=6).contains(d));
    decimals.map_or_else(|| not_expressible(format!("decimals {value}")), Ok)
}

fn rounding(value: Option<&Value>) -> Result<u32, Outcome> {
    let Some(value) = value else { return Ok(0) };
    let at = xeploai::decimal::Rounding::ALL.iter().position(|(id, _)| value == id);
    at.and_then(|at| u32::try_from(at).ok()).map_or_else(|| not_expressible(format!("rounding {value}")), Ok)
}

/// As `js/src/cells.ts`.
pub fn cells(given: &Value, ids: &[&str]) -> Result<String, Outcome> {
    let given = object(given)?;
    known(given, ids)?;
    let cells = ids.iter().map(|id| given.get(*id).map_or(Ok(String::new()), cell));
    Ok(cells.collect::<Result<Vec<_>, _>>()?.join("\u{1F}"))
}

pub fn cell(value: &Value) -> Result<String, Outcome> {
    match value {
        Value::Null => Ok(String::new()),
        Value::String(text) => Ok(clean(text)),
        Value::Number(number) if number.as_u64().is_some_and(|n| n <= 9_007_199_254_740_991) => {
            Ok(number.to_string())
        }
        // JavaScript writes a large number's exponent with its sign.
        Value::Number(number) => Ok(format!(
            "\u{1}{}",
            number.to_string().replace('e', "e+").replace("e+-", "e-").replace("e++", "e+")
        )),
        other => not_expressible(format!("{other} in a cell")),
    }
}

/// Without the characters that mean something between cells, as `js/src/separators.ts`.
pub fn clean(text: &str) -> String {
    text.replace(['\u{1}', '\u{1C}', '\u{1D}', '\u{1E}', '\u{1F}'], " ")
}

/// As `js/src/tokens.ts`.
pub fn tokens(value: &Value) -> String {
    let mut out = Vec::new();
    walk(value, &mut out);
    out.join("\u{1F}")
}

fn walk(value: &Value, out: &mut Vec<String>) {
    let text = |text: &str| format!("s{}", clean(text));
    match value {
        Value::Null => out.push("n".to_owned()),
        Value::Bool(value) => out.push(if *value { "t" } else { "f" }.to_owned()),
        Value::Number(number) => {
            out.push(number.as_i64().map_or("x".to_owned(), |whole| format!("i{whole}")))
        }
        Value::String(value) => out.push(text(value)),
        Value::Array(items) => {
            out.push("[".to_owned());
            items.iter().for_each(|item| walk(item, out));
            out.push("]".to_owned());
        }
        Value::Object(members) => {
            out.push("{".to_owned());
            for (key, member) in members {
                out.push(text(key));
                walk(member, out);
            }
            out.push("}".to_owned());
        }
    }
}
