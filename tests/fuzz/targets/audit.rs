//! Any text for a report: spans lie in it, cut no character, and stand in order; the same text says the same again.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use xeploai::rulebook::library;
use xeploai::{Engine, EngineOptions, Locale, border};

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let options = EngineOptions {
        rulebooks: &library::sources().expect("the shipped rulebooks"),
        family: Some("party"),
        overlay: None,
        as_of: "2020-12-31",
        readings: &[],
        accept: &[],
        locale: Locale::Vi,
    };
    Engine::new(&options).expect("a rulebook of 2020")
});

fuzz_target!(|text: &str| {
    let said = border::audit::audit(&ENGINE, text, -1, true);
    assert_eq!(said, border::audit::audit(&ENGINE, text, -1, true));
    let audit: serde_json::Value = serde_json::from_str(&said).expect("JSON");
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut last = 0;
    for found in audit["diagnostics"].as_array().expect("findings") {
        let place = |at: usize| found["span"][at].as_u64().expect("a place") as usize;
        let quoted = units.get(place(0)..place(1)).expect("a span inside the text");
        String::from_utf16(quoted).expect("a span cuts no character");
        assert!(place(0) >= last, "the order of the text");
        last = place(0);
    }
});
