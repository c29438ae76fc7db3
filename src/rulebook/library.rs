//! The rulebooks of `src/regulations`, embedded for Rust users (feature `library`). The npm package ships them as
//! modules beside the engine instead, so that a page loads only the law it needs.

use super::fault::EngineError;
use super::value::Value;

/// Every embedded rulebook: (id, JSON).
pub const ALL: [(&str, &str); 2] = [
    ("hd27-2014", include_str!("../regulations/hd27-2014.json")),
    ("hd21-2019", include_str!("../regulations/hd21-2019.json")),
];

/// JSON text as a [`Value`].
pub fn parse(text: &str) -> Result<Value, EngineError> {
    serde_json::from_str(text).map_err(|error| EngineError::new("rulebook.not-json", error.to_string()))
}

/// Every embedded rulebook's source.
pub fn sources() -> Result<Vec<Value>, EngineError> {
    ALL.iter().map(|(_, text)| parse(text)).collect()
}
