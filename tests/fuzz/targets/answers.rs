//! Anything typed into any form, letter by letter: what a sequence of changes ends in is what a form seen for the first time says.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use xeploai::rulebook::library;
use xeploai::{Engine, EngineOptions, Locale, border};

static ENGINES: LazyLock<Vec<Engine>> = LazyLock::new(|| {
    let sources = library::sources().expect("the shipped rulebooks");
    let days = ["2015-12-31", "2018-12-31", "2020-12-31", "2024-12-31", "2025-12-31"];
    let engine = |as_of| {
        let options = EngineOptions {
            rulebooks: &sources,
            family: Some("party"),
            overlay: None,
            as_of,
            readings: &[],
            accept: &[],
            locale: Locale::Vi,
        };
        Engine::new(&options).expect("a rulebook of that year")
    };
    days.into_iter().map(engine).collect()
});

fuzz_target!(|data: &[u8]| {
    let Some((head, text)) = data.split_at_checked(2) else { return };
    let text = String::from_utf8_lossy(text);
    let engine = &ENGINES[usize::from(head[0]) % ENGINES.len()];
    let forms = &engine.rulebook().forms;
    if forms.is_empty() {
        return;
    }
    let at = usize::from(head[1]) % forms.len();
    let mut slow = border::form::open(engine, at).expect("a form that is there");
    let mut around = String::new();
    let mut all: Vec<&str> = Vec::new();
    // Lines: what changed; after a tab what is around it. A comma ends a cell, so that a corpus can be read.
    let steps: Vec<String> =
        text.lines().take(8).map(|line| line.replace('=', "\u{1F}").replace(';', "\u{1E}")).collect();
    if steps.is_empty() {
        return;
    }
    let mut right = true;
    for step in &steps {
        let (changes, beside) =
            step.split_once('\t').map_or((step.as_str(), None), |(one, other)| (one, Some(other)));
        right = border::form::check(engine, &mut slow, changes, beside.map(str::to_owned)).is_ok();
        border::form::trace(engine, &slow);
        all.push(changes);
        around = beside.map_or(around, str::to_owned);
    }
    let mut fresh = border::form::open(engine, at).expect("a form that is there");
    let first = border::form::check(engine, &mut fresh, &all.join("\u{1E}"), Some(around));
    assert_eq!(first.is_ok(), right, "the order of the letters decides whether it fails");
    if right {
        assert_eq!(border::form::trace(engine, &slow), border::form::trace(engine, &fresh));
    }
});
