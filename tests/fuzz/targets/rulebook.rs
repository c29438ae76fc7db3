//! Any JSON for a rulebook, and for an overlay of a good one: a list of faults, or an engine that answers. A few bytes at the
//! front bend a member of a shipped rulebook, because bytes alone would hardly ever get past the first fault.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use xeploai::rulebook::{Value, compile, faults, library};
use xeploai::{Engine, EngineOptions, Locale, border};

static BOOKS: LazyLock<Vec<Value>> = LazyLock::new(|| library::sources().expect("the shipped rulebooks"));

fuzz_target!(|data: &[u8]| {
    let Some((head, text)) = data.split_at_checked(4) else { return };
    let Ok(given) = serde_json::from_slice::<Value>(text) else { return };
    ask(&given, None);
    let mut book = BOOKS[usize::from(head[0]) % BOOKS.len()].clone();
    ask(&book, Some(&given));
    let place = usize::from(head[1]) << 8 | usize::from(head[2]);
    put(&mut book, &mut (place % 4000), &given);
    ask(&book, None);
});

fn ask(book: &Value, overlay: Option<&Value>) {
    let _ = compile(book, overlay);
    let _ = faults(book, overlay, xeploai::date::Date::parse("2026-12-31"));
    for as_of in ["2020-12-31", "2026-03-31"] {
        let options = EngineOptions {
            rulebooks: std::slice::from_ref(book),
            family: None,
            overlay,
            as_of,
            readings: &[],
            accept: &[],
            locale: Locale::Vi,
        };
        let Ok(engine) = Engine::new(&options) else { continue };
        for text in [border::info(&engine), border::tables(&engine), border::form::forms(&engine)] {
            serde_json::from_str::<serde_json::Value>(&text).expect("JSON");
        }
        for at in 0..engine.rulebook().forms.len() {
            let mut form = border::form::open(&engine, at).expect("a form that is there");
            let _ = border::form::check(
                &engine,
                &mut form,
                "0\u{1F}1\u{1E}1\u{1F}x\u{1E}2\u{1F}3",
                Some("1".into()),
            );
            border::form::trace(&engine, &form);
        }
        for at in 0..engine.rulebook().subjects.len() {
            let _ = border::quota(&engine, at, "9\u{1F}9\u{1F}9\u{1F}0", "9", "1\u{1F}-1", true);
        }
        for table in &engine.rulebook().tables {
            let _ = border::breakdown(&engine, table, "9\u{1F}8\u{1F}\u{1F}7", 2, 0, true);
        }
        border::audit::audit(&engine, "Có 9/10 đồng chí hoàn thành xuất sắc, chiếm 91%.", -1, true);
    }
}

/// Puts `given` where the walk has taken `place` steps.
fn put(value: &mut Value, place: &mut usize, given: &Value) {
    match (*place, value) {
        (0, value) => {
            *value = given.clone();
            *place = usize::MAX;
        }
        (_, Value::List(items)) => items.iter_mut().for_each(|item| step(item, place, given)),
        (_, Value::Map(members)) => members.iter_mut().for_each(|(_, member)| step(member, place, given)),
        _ => {}
    }
}

fn step(value: &mut Value, place: &mut usize, given: &Value) {
    if *place != usize::MAX {
        *place -= 1;
        put(value, place, given);
    }
}
