//! An engine of one rulebook, for what no rule of it decides.

use xeploai::rulebook::library;
use xeploai::{Engine, EngineOptions, Locale};

pub(crate) fn engine() -> Engine {
    let (_, source) = library::ALL.iter().find(|(id, _)| *id == "hd21-2019").unwrap();
    let rulebook: xeploai::rulebook::Value = serde_json::from_str(source).unwrap();
    let options = EngineOptions {
        rulebooks: &[rulebook],
        family: None,
        overlay: None,
        as_of: "2020-12-31",
        readings: &[],
        accept: &[],
        locale: Locale::Vi,
    };
    Engine::new(&options).unwrap()
}
