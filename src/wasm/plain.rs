//! A plain JavaScript object as a [`Value`]. The JavaScript side has made it plain already: no cycles, no getters, no
//! functions. Walked by hand, because a general deserialiser brings the printing of floats with it, a quarter of the
//! module.

use js_sys::{Array, Number, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::rulebook::{EngineError, Value};

/// Deeper than any rulebook; beyond it is somebody testing the stack.
const MAX_DEPTH: u32 = 32;

pub(super) fn value(js: &JsValue) -> Result<Value, EngineError> {
    walk(js, MAX_DEPTH)
        .ok_or_else(|| EngineError::new("usage.not-plain", "plain data is expected, nested at most 32 deep"))
}

fn walk(js: &JsValue, depth: u32) -> Option<Value> {
    let deeper = depth.checked_sub(1)?;
    if js.is_null() || js.is_undefined() {
        return Some(Value::Null);
    }
    if let Some(value) = js.as_bool() {
        return Some(Value::Bool(value));
    }
    if let Some(text) = js.as_string() {
        return Some(Value::Text(text));
    }
    if let Some(number) = js.dyn_ref::<Number>() {
        let digits = number.to_string_with_radix(10).ok().map(String::from)?;
        return Some(digits.parse().map_or(Value::Inexact, Value::Whole));
    }
    if let Some(list) = js.dyn_ref::<Array>() {
        let mut items = Vec::new();
        for item in list.iter() {
            items.push(walk(&item, deeper)?);
        }
        return Some(Value::List(items));
    }
    let object = js.dyn_ref::<Object>()?;
    let mut entries = Vec::new();
    for key in Object::keys(object).iter() {
        let value = Reflect::get(object, &key).ok()?;
        entries.push((key.as_string()?, walk(&value, deeper)?));
    }
    Some(Value::Map(entries))
}
