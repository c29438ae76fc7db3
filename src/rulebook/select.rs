//! Which of several rulebooks is in force on a day: of the family asked for exactly one, or a fault that says what is known.
//! Never another year's law, and never another line of law.

use super::fault::EngineError;
use super::value::Value;
use crate::date::Date;

/// The line of law of a rulebook that names none, and of a caller who does not: the yearly rating in the Party.
pub(super) const DEFAULT_FAMILY: &str = "party";

/// The position of the source of that family in force on `as_of`. Without a family it is [`DEFAULT_FAMILY`], except that a
/// single source is taken whatever its family is. Of two in force the one that supersedes the other is taken.
pub fn select(sources: &[Value], as_of: Date, family: Option<&str>) -> Result<usize, EngineError> {
    let asked = family.unwrap_or(DEFAULT_FAMILY);
    let whatever = family.is_none() && sources.len() == 1;
    let mut own: Vec<&Value> = Vec::new();
    let mut in_force: Vec<(usize, &Value)> = Vec::new();
    for (at, source) in sources.iter().enumerate() {
        if whatever || is_of(source, asked) {
            own.push(source);
            if covers(source, as_of) {
                in_force.push((at, source));
            }
        }
    }
    if own.is_empty() && !sources.is_empty() {
        return Err(unknown_family(sources, asked));
    }
    let mut latest = in_force.iter().filter(|(at, source)| {
        !in_force.iter().any(|(other, later)| other != at && supersedes(later, source))
    });
    if let (Some((at, _)), None) = (latest.next(), latest.next()) {
        return Ok(*at);
    }
    let which = if whatever { "given".to_owned() } else { format!("of family `{asked}`") };
    let known = periods(&own);
    Err(if in_force.is_empty() {
        let message = format!("no rulebook {which} is in force on {as_of}");
        EngineError::new("rulebook.no-version-on-date", &message).help(&known)
    } else {
        let mut names = String::new();
        for (_, source) in &in_force {
            for part in [if names.is_empty() { "`" } else { ", `" }, name(source), "`"] {
                names.push_str(part);
            }
        }
        let message = format!("{names} {which} are all in force on {as_of}");
        EngineError::new("rulebook.several-on-date", &message)
            .help(&format!("pass only the rulebook that the form belongs to; {known}"))
    })
}

fn supersedes(later: &Value, source: &Value) -> bool {
    text(later, "supersedes").is_some_and(|id| text(source, "id") == Some(id))
}

fn unknown_family(sources: &[Value], asked: &str) -> EngineError {
    let mut known: Vec<&str> = Vec::new();
    for source in sources {
        each_family(source, &mut |family| {
            if !known.contains(&family) {
                known.push(family);
            }
        });
    }
    EngineError::unknown("rulebook.unknown-family", "a family of the rulebooks given", asked, &known)
}

/// One whose families are no list is taken to be of any, so that its own faults are reported instead.
fn is_of(source: &Value, asked: &str) -> bool {
    let mut found = !matches!(source.get("families"), None | Some(Value::Null | Value::List(_)));
    each_family(source, &mut |family| found |= family == asked);
    found
}

fn each_family<'v>(source: &'v Value, visit: &mut dyn FnMut(&'v str)) {
    match source.get("families") {
        None | Some(Value::Null) => visit(DEFAULT_FAMILY),
        Some(Value::List(ids)) => {
            for id in ids {
                if let Value::Text(id) = id {
                    visit(id);
                }
            }
        }
        Some(_) => {}
    }
}

fn periods(sources: &[&Value]) -> String {
    let mut known = "known periods: ".to_owned();
    for (at, source) in sources.iter().enumerate() {
        let (from, until) = period(source);
        let date =
            |date: Option<Date>, none: &str| date.map_or_else(|| none.to_owned(), |date| date.to_string());
        let before = if until.is_some() { "before " } else { "" };
        let (from, until) = (date(from, "?"), date(until, "now"));
        let comma = if at == 0 { "" } else { ", " };
        for part in [comma, "`", name(source), "` (", &from, " to ", before, &until, ")"] {
            known.push_str(part);
        }
    }
    known.push_str(if sources.is_empty() { "none" } else { "" });
    known
}

/// A source whose period cannot be read is taken to cover the day, so that its own faults are reported instead.
fn covers(source: &Value, as_of: Date) -> bool {
    let (from, until) = period(source);
    from.is_none_or(|from| from <= as_of) && until.is_none_or(|until| as_of < until)
}

fn period(source: &Value) -> (Option<Date>, Option<Date>) {
    let date = |name: &str| Date::parse(text(source.get("effective")?, name)?);
    (date("from"), date("until"))
}

fn name(source: &Value) -> &str {
    text(source, "id").unwrap_or("?")
}

fn text<'v>(source: &'v Value, name: &str) -> Option<&'v str> {
    match source.get(name) {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    }
}
