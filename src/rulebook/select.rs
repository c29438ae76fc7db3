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
    let own = |source: &Value| whatever || families(source).is_none_or(|known| known.contains(&asked));
    let own: Vec<(usize, &Value)> = sources.iter().enumerate().filter(|(_, source)| own(source)).collect();
    if own.is_empty() && !sources.is_empty() {
        return Err(unknown_family(sources, asked));
    }
    let in_force: Vec<(usize, &Value)> =
        own.iter().copied().filter(|(_, source)| covers(source, as_of)).collect();
    let mut latest = in_force.iter().filter(|(at, source)| {
        let superseded = |(other, later): &(usize, &Value)| {
            other != at && text(later, "supersedes").is_some_and(|id| text(source, "id") == Some(id))
        };
        !in_force.iter().any(superseded)
    });
    if let (Some((at, _)), None) = (latest.next(), latest.next()) {
        return Ok(*at);
    }
    let which = if whatever { "given".to_owned() } else { format!("of family `{asked}`") };
    let known = format!("known periods: {}", list(&own, described));
    Err(if in_force.is_empty() {
        let message = format!("no rulebook {which} is in force on {as_of}");
        EngineError::new("rulebook.no-version-on-date", message).help(known)
    } else {
        let message = format!("{} {which} are all in force on {as_of}", list(&in_force, name));
        EngineError::new("rulebook.several-on-date", message)
            .help(format!("pass only the rulebook that the form belongs to; {known}"))
    })
}

fn unknown_family(sources: &[Value], asked: &str) -> EngineError {
    let mut known: Vec<&str> = Vec::new();
    for family in sources.iter().filter_map(families).flatten() {
        if !known.contains(&family) {
            known.push(family);
        }
    }
    EngineError::unknown("rulebook.unknown-family", "a family of the rulebooks given", asked, &known)
}

/// `None` when they cannot be read: such a source is taken to be of any, so that its own faults are reported instead.
fn families(source: &Value) -> Option<Vec<&str>> {
    match source.get("families") {
        None | Some(Value::Null) => Some(vec![DEFAULT_FAMILY]),
        Some(Value::List(ids)) => {
            ids.iter().map(|id| if let Value::Text(id) = id { Some(id.as_str()) } else { None }).collect()
        }
        Some(_) => None,
    }
}

fn list(sources: &[(usize, &Value)], write: fn(&Value) -> String) -> String {
    let texts: Vec<String> = sources.iter().map(|(_, source)| write(source)).collect();
    if texts.is_empty() { "none".to_owned() } else { texts.join(", ") }
}

fn described(source: &Value) -> String {
    let (from, until) = period(source);
    let from = from.map_or("?".to_owned(), |date| date.to_string());
    let until = until.map_or("now".to_owned(), |date| format!("before {date}"));
    format!("{} ({from} to {until})", name(source))
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

fn name(source: &Value) -> String {
    text(source, "id").map_or_else(|| "a rulebook without an id".to_owned(), |id| format!("`{id}`"))
}

fn text<'v>(source: &'v Value, name: &str) -> Option<&'v str> {
    match source.get(name) {
        Some(Value::Text(text)) => Some(text),
        _ => None,
    }
}
