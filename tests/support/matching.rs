//! Subset matching, as `tests/js/match.mjs` does it; the operators are explained there.

use serde_json::Value;

/// The first difference in words, or nothing.
pub fn mismatch(actual: &Value, expected: &Value, path: &str) -> Option<String> {
    match expected {
        Value::Array(items) => lists(actual, items, path),
        Value::Object(members) if members.keys().any(|name| name.starts_with('$')) => {
            members.iter().find_map(|(name, operand)| operator(actual, name, operand, path))
        }
        Value::Object(members) => {
            if !actual.is_object() {
                return Some(format!("{path}: expected an object, found {actual}"));
            }
            members.iter().find_map(|(name, member)| match actual.get(name) {
                Some(value) => mismatch(value, member, &format!("{path}.{name}")),
                None => Some(format!("{path}.{name}: missing")),
            })
        }
        _ if actual == expected => None,
        _ => Some(format!("{path}: expected {expected}, found {actual}")),
    }
}

fn lists(actual: &Value, expected: &[Value], path: &str) -> Option<String> {
    let Some(items) = actual.as_array() else {
        return Some(format!("{path}: expected a list, found {actual}"));
    };
    if items.len() != expected.len() {
        return Some(format!("{path}: expected {} items, found {}: {actual}", expected.len(), items.len()));
    }
    let mut pairs = items.iter().zip(expected).enumerate();
    pairs.find_map(|(at, (item, expected))| mismatch(item, expected, &format!("{path}[{at}]")))
}

fn operator(actual: &Value, name: &str, operand: &Value, path: &str) -> Option<String> {
    let items = actual.as_array().map(Vec::as_slice).unwrap_or_default();
    let occurs = |wanted: &Value| items.iter().any(|item| mismatch(item, wanted, "").is_none());
    match name {
        "$includes" => {
            let missing = operand.as_array().unwrap().iter().find(|wanted| !occurs(wanted));
            missing.map(|wanted| format!("{path}: nothing matches {wanted} in {actual}"))
        }
        "$none" => occurs(operand).then(|| format!("{path}: something matches {operand} in {actual}")),
        "$id" => operand.as_object().unwrap().iter().find_map(|(id, expected)| {
            match items.iter().find(|item| item["id"] == *id) {
                Some(item) => mismatch(item, expected, &format!("{path}[{id}]")),
                None => Some(format!("{path}: no item has the id {id}")),
            }
        }),
        "$length" => {
            // As JavaScript counts a text: in UTF-16 units.
            let length = actual.as_str().map_or(items.len(), |text| text.encode_utf16().count());
            (operand.as_u64() != u64::try_from(length).ok())
                .then(|| format!("{path}: length {length}, not {operand}"))
        }
        "$match" => {
            let pattern = regex_lite::Regex::new(operand.as_str().unwrap()).unwrap();
            let fits = actual.as_str().is_some_and(|text| pattern.is_match(text));
            (!fits).then(|| format!("{path}: {actual} does not match {operand}"))
        }
        other => Some(format!("{path}: {other} is no operator")),
    }
}
