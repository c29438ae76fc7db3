//! The rulebooks of `src/regulations`, embedded for Rust users (feature `library`). The npm package ships them as
//! modules beside the engine instead, so that a page loads only the law it needs.
//!
//! ```
//! use xeploai::decimal::Typed;
//! use xeploai::rulebook::library;
//! use xeploai::{Engine, EngineOptions, Locale, QuotaInput};
//!
//! let rulebooks = library::sources()?;
//! let options = EngineOptions {
//!     rulebooks: &rulebooks,
//!     family: None,
//!     overlay: None,
//!     as_of: "2021-12-31",
//!     readings: &[],
//!     accept: &[],
//!     locale: Locale::Vi,
//! };
//! let engine = Engine::new(&options)?;
//! let tally = ["9.942", "47.193", "4.897", "299"].map(Typed::Text).to_vec();
//! let report = engine.quota("member", &QuotaInput { tally, ..QuotaInput::default() })?;
//! let quota = &report.quotas[0];
//! assert_eq!(quota.outcome().and_then(|own| own.headroom), Some(1485));
//! assert!(quota.disagree(), "the exclusive reading of the text is exceeded");
//! # Ok::<(), xeploai::rulebook::EngineError>(())
//! ```

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use super::fault::EngineError;
use super::value::Value;

/// Every embedded rulebook: (id, JSON).
pub const ALL: [(&str, &str); 9] = [
    ("hd27-2014", include_str!("../regulations/hd27-2014.json")),
    ("hd16-2018", include_str!("../regulations/hd16-2018.json")),
    ("branch-meeting", include_str!("../regulations/branch-meeting.json")),
    ("hd21-2019", include_str!("../regulations/hd21-2019.json")),
    ("nd90-2020", include_str!("../regulations/nd90-2020.json")),
    ("hd25-2023", include_str!("../regulations/hd25-2023.json")),
    ("hd43-2025", include_str!("../regulations/hd43-2025.json")),
    ("nd335-2025", include_str!("../regulations/nd335-2025.json")),
    ("hd02-2026", include_str!("../regulations/hd02-2026.json")),
];

/// Every embedded overlay: (id, JSON).
pub const OVERLAYS: [(&str, &str); 6] = [
    ("hoa-binh-qd31-2018", include_str!("../regulations/overlays/hoa-binh-qd31-2018.json")),
    ("phu-tho-khoi", include_str!("../regulations/overlays/phu-tho-khoi.json")),
    ("thuong-tin-2017", include_str!("../regulations/overlays/thuong-tin-2017.json")),
    ("an-phu-2025", include_str!("../regulations/overlays/an-phu-2025.json")),
    ("hai-quan-cv21169-2026", include_str!("../regulations/overlays/hai-quan-cv21169-2026.json")),
    ("vatm-hd03-2026", include_str!("../regulations/overlays/vatm-hd03-2026.json")),
];

/// JSON text as a [`Value`].
pub fn parse(text: &str) -> Result<Value, EngineError> {
    serde_json::from_str(text).map_err(|error| EngineError::new("rulebook.not-json", &error.to_string()))
}

/// Every embedded rulebook's source.
pub fn sources() -> Result<Vec<Value>, EngineError> {
    ALL.iter().map(|(_, text)| parse(text)).collect()
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(ValueVisitor)
    }
}

struct ValueVisitor;

impl<'de> Visitor<'de> for ValueVisitor {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }
    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Whole(value))
    }
    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(i64::try_from(value).map_or(Value::Inexact, Value::Whole))
    }
    fn visit_f64<E>(self, _: f64) -> Result<Value, E> {
        Ok(Value::Inexact)
    }
    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::Text(value.to_owned()))
    }
    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(Value::Text(value))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Value::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Value::Map(map))
    }
}
