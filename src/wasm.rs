//! The exports to JavaScript, and the only place that knows it: one line each around `border`. Errors are thrown as
//! JSON texts, which `js/src/errors.ts` turns into an `EngineError`.

use wasm_bindgen::prelude::*;

use crate::border;
use crate::rulebook::{EngineError, Table};

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

/// A form on a page, held by JavaScript.
#[wasm_bindgen]
#[derive(Debug)]
pub struct WasmForm(border::form::OpenForm);

/// A roster that is being counted, held by JavaScript.
#[wasm_bindgen]
#[derive(Debug)]
pub struct WasmRoster(border::roster::OpenRoster);

type Answer = Result<String, JsValue>;

#[wasm_bindgen]
impl WasmEngine {
    /// See [`border::create`].
    pub fn create(
        source: &str,
        overlay: &str,
        as_of: &str,
        readings: &str,
        accept: &str,
        locale: &str,
    ) -> Result<WasmEngine, JsValue> {
        border::create(source, overlay, as_of, readings, accept, locale).map(WasmEngine).map_err(thrown)
    }

    /// See [`border::info`].
    pub fn info(&self) -> String {
        border::info(&self.0)
    }

    /// See [`border::tables`].
    pub fn tables(&self) -> String {
        border::tables(&self.0)
    }

    /// Fills the table at that position of the rulebook; see [`border::breakdown`].
    pub fn breakdown(&self, table: usize, cells: &str, decimals: u32, rounding: u32, trace: bool) -> Answer {
        let table = self.0.rulebook().tables.get(table);
        let table =
            table.ok_or_else(|| thrown(EngineError::new("usage.unknown-table", "no table stands there")))?;
        border::breakdown(&self.0, table, cells, decimals, rounding, trace).map_err(thrown)
    }

    /// Fills a table of the portal's own; see [`border::breakdown`].
    #[wasm_bindgen(js_name = breakdownOf)]
    pub fn breakdown_of(
        &self,
        table: &WasmTable,
        cells: &str,
        decimals: u32,
        rounding: u32,
        trace: bool,
    ) -> Answer {
        border::breakdown(&self.0, &table.0, cells, decimals, rounding, trace).map_err(thrown)
    }

    /// See [`border::quota`].
    pub fn quota(&self, subject: usize, tally: &str, group: &str, propose: &str, trace: bool) -> Answer {
        border::quota(&self.0, subject, tally, group, propose, trace).map_err(thrown)
    }

    /// See [`border::calendar::working_days`].
    #[wasm_bindgen(js_name = workingDays)]
    pub fn working_days(&self, from: &str, to: &str, add: i32) -> Answer {
        border::calendar::working_days(&self.0, from, to, add).map_err(thrown)
    }

    /// See [`border::calendar::deadlines`].
    pub fn deadlines(&self, year: u32, meeting: &str) -> Answer {
        border::calendar::deadlines(&self.0, year, meeting).map_err(thrown)
    }

    /// See [`border::audit::audit`].
    pub fn audit(&self, text: &str, subject: i32, trace: bool) -> String {
        border::audit::audit(&self.0, text, subject, trace)
    }

    /// See [`border::ballot::ballot`].
    pub fn ballot(
        &self,
        rule: i32,
        subject: i32,
        base: i32,
        blank: bool,
        items: &str,
        groups: &str,
    ) -> Answer {
        border::ballot::ballot(&self.0, rule, subject, base, blank, items, groups).map_err(thrown)
    }

    /// See [`border::ballot::targets`].
    pub fn targets(&self, targets: &str) -> String {
        border::ballot::targets(&self.0, targets)
    }

    /// See [`border::form::forms`].
    pub fn forms(&self) -> String {
        border::form::forms(&self.0)
    }

    /// See [`border::number`].
    #[wasm_bindgen(js_name = readNumber)]
    pub fn read_number(&self, text: &str, kind: &str) -> Answer {
        border::number(text, kind, self.0.locale()).map_err(thrown)
    }

    /// See [`border::describe`].
    pub fn describe(&self, code: &str) -> Answer {
        border::describe(code, self.0.locale()).map_err(thrown)
    }
}

#[wasm_bindgen]
impl WasmTable {
    /// See [`border::table`].
    pub fn compile(source: &str) -> Result<WasmTable, JsValue> {
        border::table(source).map(WasmTable).map_err(thrown)
    }

    /// See [`border::table_info`].
    pub fn info(&self) -> String {
        border::table_info(&self.0)
    }
}

#[wasm_bindgen]
impl WasmForm {
    /// See [`border::form::open`].
    pub fn open(engine: &WasmEngine, at: usize) -> Result<WasmForm, JsValue> {
        border::form::open(&engine.0, at).map(WasmForm).map_err(thrown)
    }

    /// See [`border::form::check`]. Nothing crosses when nothing is different.
    pub fn check(
        &mut self,
        engine: &WasmEngine,
        changes: &str,
        around: Option<String>,
    ) -> Result<Option<String>, JsValue> {
        let delta = border::form::check(&engine.0, &mut self.0, changes, around).map_err(thrown)?;
        Ok(if delta.is_empty() { None } else { Some(delta) })
    }

    /// See [`border::form::trace`].
    pub fn trace(&self, engine: &WasmEngine) -> String {
        border::form::trace(&engine.0, &self.0)
    }
}

#[wasm_bindgen]
impl WasmRoster {
    /// See [`border::roster::open`].
    pub fn open(
        engine: &WasmEngine,
        subject: usize,
        parents: &[i32],
        groups: usize,
    ) -> Result<WasmRoster, JsValue> {
        border::roster::open(&engine.0, subject, parents, groups).map(WasmRoster).map_err(thrown)
    }

    /// See [`border::roster::add`].
    pub fn add(&mut self, units: &[u32], grades: &[u8], exclusions: &[u8], groups: &[u16]) {
        border::roster::add(&mut self.0, units, grades, exclusions, groups);
    }

    /// See [`border::roster::roll_up`].
    #[wasm_bindgen(js_name = rollUp)]
    pub fn roll_up(&self, engine: &WasmEngine) -> Vec<i32> {
        border::roster::roll_up(&engine.0, &self.0)
    }
}

/// See [`border::select`].
#[wasm_bindgen]
pub fn select(headers: &str, as_of: &str, family: &str) -> Result<usize, JsValue> {
    border::select(headers, as_of, family).map_err(thrown)
}

/// See [`border::lint_rulebook`].
#[wasm_bindgen(js_name = lintRulebook)]
pub fn lint_rulebook(source: &str, overlay: &str, today: &str) -> Answer {
    border::lint_rulebook(source, overlay, today).map_err(thrown)
}

/// See [`border::format_number`].
#[wasm_bindgen(js_name = formatNumber)]
pub fn format_number(value: &str, decimals: i32, rounding: u32, percent: bool, pad: bool) -> Answer {
    border::format_number(value, decimals, rounding, percent, pad).map_err(thrown)
}

/// See [`border::nearest`].
#[wasm_bindgen]
pub fn nearest(word: &str, known: &str) -> String {
    border::nearest(word, known)
}

fn thrown(error: EngineError) -> JsValue {
    JsValue::from_str(&border::error(&error))
}
