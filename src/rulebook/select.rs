//! Which of several rulebooks is in force on a day. Exactly one, or a fault that says what is known: never another
//! year's law.

use super::fault::EngineError;
use super::value::Value;
use crate::date::Date;

/// The position of the source in force on `as_of`.
pub fn select(sources: &[Value], as_of: Date) -> Result<usize, EngineError> {
    let in_force: Vec<(usize, &Value)> =
        sources.iter().enumerate().filter(|(_, source)| covers(source, as_of)).collect();
    match in_force.as_slice() {
        [(at, _)] => Ok(*at),
        [] => Err(none_on(sources, as_of)),
        several => {
            let names = several.iter().map(|(_, source)| name(source)).collect::<Vec<_>>().join(", ");
            Err(EngineError::new("rulebook.several-on-date", format!("{names} are all in force on {as_of}"))
                .help("pass only the rulebook that the form belongs to"))
        }
    }
}

fn none_on(sources: &[Value], as_of: Date) -> EngineError {
    let periods = sources.iter().map(|source| {
        let (from, until) = period(source);
        let from = from.map_or("?".to_owned(), |date| date.to_string());
        let until = until.map_or("now".to_owned(), |date| format!("before {date}"));
        format!("{} ({from} to {until})", name(source))
    });
    let known = periods.collect::<Vec<_>>().join(", ");
    let known = if known.is_empty() { "none".to_owned() } else { known };
    EngineError::new("rulebook.no-version-on-date", format!("no rulebook given is in force on {as_of}"))
        .help(format!("known periods: {known}"))
}

/// A source whose period cannot be read is taken to cover the day, so that its own faults are reported instead.
fn covers(source: &Value, as_of: Date) -> bool {
    let (from, until) = period(source);
    from.is_none_or(|from| from <= as_of) && until.is_none_or(|until| as_of < until)
}

fn period(source: &Value) -> (Option<Date>, Option<Date>) {
    let date = |name: &str| match source.get("effective").and_then(|period| period.get(name)) {
        Some(Value::Text(text)) => Date::parse(text),
        _ => None,
    };
    (date("from"), date("until"))
}

fn name(source: &Value) -> String {
    match source.get("id") {
        Some(Value::Text(id)) => format!("`{id}`"),
        _ => "a rulebook without an id".to_owned(),
    }
}
