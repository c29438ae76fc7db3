//! The border to JavaScript; the only place that knows it. Cold calls take plain objects; calls
//! on a keystroke take one text and return one text, because an object costs more to cross than everything behind it.
//!
//! Text in: cells joined by U+001F, in the order of rows or grades. Text out: JSON. Errors: JSON, thrown as a string
//! and turned into an `EngineError` by `js/src/errors.ts`.

mod cells;
mod json;
mod plain;
mod shapes;

use wasm_bindgen::prelude::*;

use crate::decimal::{FieldKind, NumberStyle, Rounding, read_machine_number, read_number};
use crate::engine::{BreakdownInput, EngineOptions, QuotaInput};
use crate::message::Locale;
use crate::rulebook::{EngineError, Table, Value, compile, compile_table};

#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// An engine, held by JavaScript.
#[wasm_bindgen]
#[derive(Debug)]
pub struct WasmEngine(crate::Engine);

/// A table a portal made itself, held by JavaScript.
#[wasm_bindgen]
#[derive(Debug)]
pub struct WasmTable(Table);

#[wasm_bindgen]
impl WasmEngine {
    /// Compiles the rulebook in force. `rulebooks` is a list, `overlay` an object or null, `readings` an object of texts.
    pub fn create(
        rulebooks: JsValue,
        overlay: JsValue,
        as_of: &str,
        readings: JsValue,
        locale: &str,
    ) -> Result<WasmEngine, JsValue> {
        let rulebooks = match plain(&rulebooks)? {
            Value::List(list) => list,
            one => vec![one],
        };
        let overlay = plain(&overlay)?;
        let readings = plain(&readings)?;
        let readings = cells::pairs(&readings).map_err(thrown)?;
        let locale = locale_of(locale)?;
        let overlay = if overlay == Value::Null { None } else { Some(&overlay) };
        let options = EngineOptions { rulebooks: &rulebooks, overlay, as_of, readings: &readings, locale };
        crate::Engine::new(&options).map(WasmEngine).map_err(thrown)
    }

    /// What does not change from call to call: rulebook, subjects, quotas, tables, citations.
    pub fn info(&self) -> String {
        shapes::info(&self.0)
    }

    /// Fills the table at that position of the rulebook.
    pub fn breakdown(
        &self,
        table: u32,
        cells: &str,
        decimals: u32,
        rounding: u32,
        trace: bool,
    ) -> Result<String, JsValue> {
        let table = usize::try_from(table).ok().and_then(|at| self.0.rulebook().tables.get(at));
        let table = table.ok_or_else(|| {
            thrown(EngineError::new("usage.unknown-table", "no table stands at that place"))
        })?;
        self.fill(table, &input(cells, decimals, rounding, trace))
    }

    /// Fills a table of the portal's own.
    #[wasm_bindgen(js_name = breakdownOf)]
    pub fn breakdown_of(
        &self,
        table: &WasmTable,
        cells: &str,
        decimals: u32,
        rounding: u32,
        trace: bool,
    ) -> Result<String, JsValue> {
        self.fill(&table.0, &input(cells, decimals, rounding, trace))
    }

    /// Every quota of the subject at that position.
    pub fn quota(
        &self,
        subject: u32,
        tally: &str,
        size: &str,
        propose: &str,
        trace: bool,
    ) -> Result<String, JsValue> {
        let input = QuotaInput {
            tally: cells::split(tally),
            size: cells::one(size),
            propose: cells::changes(propose).map_err(thrown)?,
            trace,
        };
        let subject = usize::try_from(subject).unwrap_or(usize::MAX);
        self.0.quota_of(subject, &input).map(|report| shapes::quota_report(&report)).map_err(thrown)
    }

    /// What was understood of a text in a field of that kind.
    #[wasm_bindgen(js_name = readNumber)]
    pub fn read_number(&self, text: &str, kind: &str) -> Result<String, JsValue> {
        let known = ["count", "percent", "score"];
        let kind = FieldKind::from_id(kind).ok_or_else(|| {
            thrown(EngineError::unknown("usage.bad-value", "a kind of field", kind, &known))
        })?;
        Ok(shapes::number_reading(&read_number(text, kind), text, self.0.locale()))
    }

    /// A check's entry in the register, with its words.
    pub fn describe(&self, code: &str) -> Result<String, JsValue> {
        let known: Vec<&str> = crate::checks::ALL.iter().map(|check| check.code).collect();
        let check = crate::checks::by_code(code).ok_or_else(|| {
            thrown(EngineError::unknown("usage.unknown-code", "a diagnostic code", code, &known))
        })?;
        Ok(shapes::check(check, self.0.locale()))
    }
}

impl WasmEngine {
    fn fill(&self, table: &Table, input: &BreakdownInput<'_>) -> Result<String, JsValue> {
        self.0.breakdown(table, input).map(|report| shapes::breakdown(table, &report)).map_err(thrown)
    }
}

#[wasm_bindgen]
impl WasmTable {
    /// Reads `{rows: [{id, label, kind, of?, base?}]}`.
    pub fn compile(source: JsValue) -> Result<WasmTable, JsValue> {
        compile_table(&plain(&source)?).map(WasmTable).map_err(thrown)
    }

    /// Its rows as JSON.
    pub fn info(&self) -> String {
        shapes::table(&self.0, Locale::Vi)
    }
}

/// Everything wrong with a rulebook and an overlay, as a JSON list.
#[wasm_bindgen(js_name = lintRulebook)]
pub fn lint_rulebook(source: JsValue, overlay: JsValue) -> Result<String, JsValue> {
    let (source, overlay) = (plain(&source)?, plain(&overlay)?);
    let overlay = if overlay == Value::Null { None } else { Some(&overlay) };
    Ok(shapes::faults(&compile(&source, overlay).err().map(|error| error.faults).unwrap_or_default()))
}

/// A decimal as reports write it. `decimals` below zero: as it is.
#[wasm_bindgen(js_name = formatNumber)]
pub fn format_number(
    value: &str,
    decimals: i32,
    rounding: u32,
    percent: bool,
    pad: bool,
) -> Result<String, JsValue> {
    let negative = value.starts_with('-');
    let reading = read_machine_number(value.trim_start_matches('-'), FieldKind::Percent);
    let crate::NumberReading::Value(mut number) = reading else {
        let message = format!("`{}` is not a decimal", value.chars().take(40).collect::<String>());
        return Err(thrown(
            EngineError::new("usage.bad-value", message)
                .help("pass a decimal such as \"91.82\", with a point"),
        ));
    };
    number.set_sign_negative(negative);
    let decimals = u32::try_from(decimals).ok().map(|decimals| (decimals, rounding_at(rounding)));
    Ok(crate::decimal::write_decimal(number, NumberStyle { decimals, percent, pad }))
}

/// The word of a list (joined by U+001F) that was probably meant; empty when none is near.
#[wasm_bindgen]
pub fn nearest(word: &str, known: &str) -> String {
    let known: Vec<&str> = known.split(cells::SEPARATOR).collect();
    crate::text::nearest(word, &known).unwrap_or_default().to_owned()
}

/// Counts, printed percentages and last year's counts, joined by U+001E.
fn input(cells: &str, decimals: u32, rounding: u32, trace: bool) -> BreakdownInput<'_> {
    let rounding = rounding_at(rounding);
    let mut columns = cells.split(cells::COLUMN).map(cells::split);
    let mut column = || columns.next().unwrap_or_default();
    BreakdownInput { counts: column(), stated: column(), previous: column(), decimals, rounding, trace }
}

/// The rounding at that position of [`Rounding::ALL`], the order `js/src/options.ts` knows.
fn rounding_at(position: u32) -> Rounding {
    let at = usize::try_from(position).ok();
    at.and_then(|at| Rounding::ALL.get(at)).map_or(Rounding::HalfUp, |(_, rounding)| *rounding)
}

fn locale_of(id: &str) -> Result<Locale, JsValue> {
    Locale::from_id(id)
        .ok_or_else(|| thrown(EngineError::unknown("usage.unknown-locale", "a language", id, &["vi", "en"])))
}

fn plain(js: &JsValue) -> Result<Value, JsValue> {
    plain::value(js).map_err(thrown)
}

fn thrown(error: EngineError) -> JsValue {
    JsValue::from_str(&shapes::error(&error))
}
