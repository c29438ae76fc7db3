//! What crosses to another language, as plain Rust: texts in, texts out. `wasm.rs` only gives these functions to
//! JavaScript; tests call them natively, so that the same words and shapes are checked on both sides.
//!
//! In: what was typed, joined by U+001F, in the order of rows or grades (`cells`); plain data as tokens (`tokens`).
//! Out: JSON, with rows packed to what the other side does not know already (`shapes`); quotas as texts to split (`quotas`); of
//! a form only what is different from the last time (`delta`).

#[cfg(feature = "audit")]
pub mod audit;
#[cfg(not(feature = "audit"))]
#[path = "border/no_audit.rs"]
pub mod audit;
pub mod ballot;
pub mod calendar;
mod cells;
mod delta;
pub mod form;
mod json;
mod law;
mod packed;
mod quotas;
pub mod roster;
mod shapes;
mod tokens;

use crate::decimal::{
    FieldKind, NumberReading, NumberStyle, Rounding, read_machine_number, read_number, write_decimal,
};
use crate::engine::{BreakdownInput, Engine, EngineOptions, QuotaInput, RaisedInput};
use crate::message::Locale;
use crate::rulebook::{self, EngineError, Table, Value};
use crate::text::pieces;

type Answer = Result<String, EngineError>;

/// Which of several rulebooks is in force on a day; `headers` is a list of their ids, families, periods and what they supersede,
/// as tokens; an empty `family` is none. A page may have many rulebooks, and only one needs to cross.
pub fn select(headers: &str, as_of: &str, family: &str) -> Result<usize, EngineError> {
    let Value::List(headers) = tokens::value(headers)? else { return Ok(0) };
    let family = if family.is_empty() { None } else { Some(family) };
    rulebook::select(&headers, crate::engine::day("asOf", as_of)?, family)
}

/// An engine for one rulebook; `overlay` (null for none), `readings` (an object of texts) and `accept` (a list of texts)
/// as tokens too.
pub fn create(
    source: &str,
    overlay: &str,
    as_of: &str,
    readings: &str,
    accept: &str,
    locale: &str,
) -> Result<Engine, EngineError> {
    let (source, overlay, readings, accept) =
        (tokens::value(source)?, tokens::value(overlay)?, tokens::value(readings)?, tokens::value(accept)?);
    let known = ["vi", "en"];
    let locale = Locale::from_id(locale)
        .ok_or_else(|| EngineError::unknown("usage.unknown-locale", "a language", locale, &known))?;
    let overlay = if overlay == Value::Null { None } else { Some(&overlay) };
    let readings = cells::pairs(&readings)?;
    let accept = cells::texts(&accept)?;
    // Its family was asked about when it was selected.
    Engine::new(&EngineOptions {
        rulebooks: &[source],
        family: None,
        overlay,
        as_of,
        readings: &readings,
        accept: &accept,
        locale,
    })
}

/// Everything wrong with a rulebook and an overlay laid over it (null for none): a JSON list. With the feature `author`,
/// where nothing is wrong, what an author may have overlooked; `today`: the day reviews are held against, empty for none.
pub fn lint_rulebook(source: &str, overlay: &str, today: &str) -> Answer {
    let (source, overlay) = (tokens::value(source)?, tokens::value(overlay)?);
    let overlay = if overlay == Value::Null { None } else { Some(&overlay) };
    let today = if today.is_empty() { None } else { Some(crate::engine::day("today", today)?) };
    let faults = rulebook::faults(&source, overlay, today);
    Ok(shapes::faults(&faults))
}

/// What does not change from call to call: rulebook, subjects, quotas, citations.
pub fn info(engine: &Engine) -> String {
    shapes::info(engine)
}

/// The tables of the rulebook. Apart, because a page that only asks for quotas need not wait for them.
pub fn tables(engine: &Engine) -> String {
    shapes::tables(engine)
}

/// The words of an error.
pub fn error(error: &EngineError) -> String {
    shapes::error(error)
}

/// A table a portal made itself, from tokens.
pub fn table(source: &str) -> Result<Table, EngineError> {
    rulebook::compile_table(&tokens::value(source)?)
}

/// Its rows.
pub fn table_info(table: &Table) -> String {
    shapes::table(table, Locale::Vi)
}

/// Fills a table. `cells` holds counts, printed percentages, last year's counts and printed changes, joined by U+001E.
pub fn breakdown(
    engine: &Engine,
    table: &Table,
    cells: &str,
    decimals: u32,
    rounding: u32,
    trace: bool,
) -> Answer {
    let mut columns = pieces(cells, cells::COLUMN).map(cells::split);
    let mut column = || columns.next().unwrap_or_default();
    let (counts, stated, previous, stated_changes) = (column(), column(), column(), column());
    let rounding = rounding_at(rounding);
    let input = BreakdownInput { counts, stated, previous, stated_changes, decimals, rounding, trace };
    Ok(shapes::breakdown(&engine.breakdown(table, &input)?))
}

/// Every quota of the subject at that position of the rulebook. `group` holds its size and, where a higher rate was decided,
/// that rate, its reason and its decision.
pub fn quota(
    engine: &Engine,
    subject: usize,
    tally: &str,
    group: &str,
    propose: &str,
    trace: bool,
) -> Answer {
    let propose = cells::changes(propose)?;
    let input = QuotaInput { propose, trace, ..group_input(tally, group) };
    Ok(quotas::report(&engine.quota_of(subject, &input)?))
}

/// A group's tally, its size and its raised rate.
fn group_input<'t>(tally: &'t str, group: &'t str) -> QuotaInput<'t> {
    let mut cells = pieces(group, cells::SEPARATOR);
    let mut cell = || cells.next().unwrap_or_default();
    let size = cells::one(cell());
    let raised = RaisedInput { percent: cells::one(cell()), reason: cell(), decision: cell() };
    QuotaInput { tally: cells::split(tally), size, raised, ..QuotaInput::default() }
}

/// What was understood of a text in a field of that kind.
pub fn number(typed: &str, kind: &str, locale: Locale) -> Answer {
    let known = ["count", "percent", "score"];
    let kind = FieldKind::from_id(kind)
        .ok_or_else(|| EngineError::unknown("usage.bad-value", "a kind of field", kind, &known))?;
    Ok(shapes::number_reading(&read_number(typed, kind), kind, typed, locale))
}

/// A decimal as reports write it. `decimals` below zero: as it is.
pub fn format_number(value: &str, decimals: i32, rounding: u32, percent: bool, pad: bool) -> Answer {
    let digits = value.strip_prefix('-');
    let reading = read_machine_number(digits.unwrap_or(value), FieldKind::Percent);
    let NumberReading::Value(mut number) = reading else {
        let message = format!("`{}` is not a decimal", shortened(value));
        return Err(EngineError::new("usage.bad-value", &message)
            .help("pass a decimal such as \"91.82\", with a point"));
    };
    number.set_sign_negative(digits.is_some());
    let decimals = u32::try_from(decimals).ok().map(|decimals| (decimals, rounding_at(rounding)));
    Ok(write_decimal(number, NumberStyle { decimals, percent, pad }))
}

/// A check's entry in the register, with its words.
pub fn describe(code: &str, locale: Locale) -> Answer {
    let check = crate::checks::by_code(code).ok_or_else(|| {
        let known: Vec<&str> = crate::checks::ALL.iter().map(|check| check.code).collect();
        EngineError::unknown("usage.unknown-code", "a diagnostic code", &shortened(code), &known)
    })?;
    Ok(shapes::check(check, locale))
}

/// The word of a list (joined by U+001F) that was probably meant; empty when none is near.
pub fn nearest(word: &str, known: &str) -> String {
    let known: Vec<&str> = pieces(known, cells::SEPARATOR).collect();
    crate::text::nearest(word, &known).unwrap_or_default().to_owned()
}

/// The rounding at that position of [`Rounding::ALL`], the order `js/src/core.ts` knows.
fn rounding_at(position: u32) -> Rounding {
    let at = usize::try_from(position).ok();
    at.and_then(|at| Rounding::ALL.get(at)).map_or(Rounding::HalfUp, |(_, rounding)| *rounding)
}

/// Enough of a caller's text to know it again.
fn shortened(text: &str) -> String {
    text.chars().take(60).collect()
}
