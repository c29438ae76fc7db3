//! One key path, run as often as asked: `instructions PATH TIMES`. `js/tools/instructions.mjs` has it counted under valgrind,
//! twice, so that what only sets it up falls out. Run without arguments it names the paths.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    missing_docs,
    reason = "a measuring program may stop at the first surprise"
)]

use std::hint::black_box;

use serde_json::Value;
use xeploai::border;
use xeploai::rulebook::library;
use xeploai::{Engine, EngineOptions, Locale};

/// What is done once a turn, with its number: the same question twice in a row would be answered without work.
type Path = Box<dyn Fn(usize)>;
type Named = (&'static str, fn() -> Path);

const PATHS: [Named; 13] = [
    ("number", number),
    ("one field", || one_field("results", &["6", "67"])),
    ("one count", || one_field("tasks-exceeded", &["6", "7", "8", "9"])),
    ("one condition", || one_field("tasks-exceeded", &["4", "6", "3", "7"])),
    ("one score", || one_field("politics", &["8", "8,5", "9", "9,5"])),
    ("new sentence", new_sentence),
    ("full form", full_form),
    ("another unit", another_unit),
    ("breakdown", breakdown),
    ("quota", quota),
    ("roll up 62.000", roll_up),
    ("audit 10 KB", audit),
    ("engine", engine_alone),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|one| one != "--bench").collect();
    let known = arguments.first().and_then(|name| PATHS.iter().find(|(path, _)| path == name));
    let Some((_, path)) = known else {
        PATHS.iter().for_each(|(name, _)| println!("{name}"));
        return;
    };
    let run = path();
    for turn in 0..arguments[1].parse().unwrap() {
        run(turn);
    }
}

fn case_file(name: &str) -> Value {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    serde_json::from_str(&std::fs::read_to_string(folder.join(name)).unwrap()).unwrap()
}

fn source(id: &str) -> xeploai::rulebook::Value {
    let (_, text) = library::ALL.iter().find(|(known, _)| *known == id).unwrap();
    serde_json::from_str(text).unwrap()
}

fn engine(id: &str, as_of: &str) -> Engine {
    made(&source(id), as_of)
}

fn made(source: &xeploai::rulebook::Value, as_of: &str) -> Engine {
    Engine::new(&EngineOptions {
        rulebooks: std::slice::from_ref(source),
        family: None,
        overlay: None,
        as_of,
        readings: &[],
        accept: &[],
        locale: Locale::Vi,
    })
    .unwrap()
}

/// A person's form, filled in, as it crosses; and one of its fields, written in other ways.
fn sheet(engine: &Engine, id: &str, texts: &[&str]) -> (usize, String, Vec<String>) {
    let file = case_file("forms-hd43.json");
    let answers = file["sheets"]["2b"]["answers"].as_object().unwrap();
    let (at, form) = engine.rulebook().form("mau-2b").unwrap();
    let place = |id: &str| form.fields.iter().position(|field| field.id == id).unwrap();
    let cells = answers.iter().map(|(id, text)| format!("{}\u{1F}{}", place(id), text.as_str().unwrap()));
    let letters = texts.iter().map(|text| format!("{}\u{1F}{text}", place(id)));
    (at, cells.collect::<Vec<_>>().join("\u{1E}"), letters.collect())
}

const UNIT: &str = "\u{1E}\u{1E}\u{1E}\u{1E}3\u{1F}16\u{1F}1\u{1F}0\u{1E}";

fn one_field(id: &str, texts: &[&str]) -> Path {
    let engine = engine("hd43-2025", "2025-12-31");
    let (at, cells, letters) = sheet(&engine, id, texts);
    let open = std::cell::RefCell::new(border::form::open(&engine, at).unwrap());
    border::form::check(&engine, &mut open.borrow_mut(), &cells, Some(UNIT.to_owned())).unwrap();
    Box::new(move |turn| {
        black_box(
            border::form::check(&engine, &mut open.borrow_mut(), &letters[turn % letters.len()], None)
                .unwrap(),
        );
    })
}

/// Points that do not add up, otherwise each time.
fn new_sentence() -> Path {
    let texts: Vec<String> = (0..64).map(|turn| format!("{},5", turn)).collect();
    one_field("results", &texts.iter().map(String::as_str).collect::<Vec<_>>())
}

fn full_form() -> Path {
    let engine = engine("hd43-2025", "2025-12-31");
    let (at, cells, _) = sheet(&engine, "name", &[]);
    Box::new(move |_| {
        let mut open = border::form::open(&engine, at).unwrap();
        black_box(border::form::check(&engine, &mut open, &cells, Some(UNIT.to_owned())).unwrap());
    })
}

/// The same person among others, mostly too many under some reading.
fn another_unit() -> Path {
    let engine = engine("hd43-2025", "2025-12-31");
    let (at, cells, _) = sheet(&engine, "name", &[]);
    let open = std::cell::RefCell::new(border::form::open(&engine, at).unwrap());
    border::form::check(&engine, &mut open.borrow_mut(), &cells, Some(UNIT.to_owned())).unwrap();
    Box::new(move |turn| {
        let tally = format!("{}\u{1F}{}\u{1F}{}\u{1F}0", 7 + turn % 5, 38 + turn % 11, 4 + turn % 3);
        let around = format!("\u{1E}\u{1E}\u{1E}\u{1E}{tally}\u{1E}");
        black_box(border::form::check(&engine, &mut open.borrow_mut(), "", Some(around)).unwrap());
    })
}

fn number() -> Path {
    Box::new(|turn| {
        let typed = ["61.567 đồng chí", "91,82", "03", "Không"][turn % 4];
        black_box(border::number(typed, ["count", "percent"][turn % 2], Locale::Vi).unwrap());
    })
}

fn breakdown() -> Path {
    let engine = engine("hd21-2019", "2020-12-31");
    Box::new(move |_| {
        let table = engine.rulebook().tables.iter().find(|table| table.id == "member").unwrap();
        let cells = "66.250\u{1F}\u{1F}\u{1F}\u{1F}62.331\u{1F}57.135\u{1F}9.942\u{1F}4.897\u{1F}299";
        black_box(border::breakdown(&engine, table, cells, 2, 0, false).unwrap());
    })
}

fn quota() -> Path {
    let engine = engine("hd21-2019", "2020-12-31");
    let (subject, _) = engine.rulebook().subject("member").unwrap();
    Box::new(move |_| {
        let tally = "9.942\u{1F}47.193\u{1F}4.897\u{1F}299";
        black_box(border::quota(&engine, subject, tally, "", "", false).unwrap());
    })
}

/// A province: 2.000 units in a tree of four, 62.000 rows.
fn roll_up() -> Path {
    let engine = engine("hd21-2019", "2020-12-31");
    let (subject, _) = engine.rulebook().subject("member").unwrap();
    let parents: Vec<i32> = (0..2000_i32).map(|at| (at - 1) / 12 - i32::from(at == 0)).collect();
    let units: Vec<u32> = (0..62_000_u32).map(|row| (row * 7919) % 2000).collect();
    let grades: Vec<u8> = (0..62_000_u32).map(|row| ((row * 31) % 7 % 4) as u8).collect();
    Box::new(move |_| {
        let mut open = border::roster::open(&engine, subject, &parents, 1).unwrap();
        border::roster::add(&mut open, &units, &grades, &[], &[]);
        black_box(border::roster::roll_up(&engine, &open));
    })
}

fn audit() -> Path {
    let engine = engine("hd21-2019", "2020-12-31");
    let file = case_file("audit-patterns.json");
    let texts = file["cases"].as_array().unwrap().iter().map(|case| case["input"]["text"].as_str().unwrap());
    let mut text: String = texts.cycle().take(500).map(|one| format!("{one}\n")).collect();
    let end = text.char_indices().map(|(at, _)| at).find(|at| *at >= 10_000).unwrap();
    text.truncate(end);
    Box::new(move |_| {
        black_box(border::audit::audit(&engine, &text, -1, false));
    })
}

fn engine_alone() -> Path {
    let source = source("hd43-2025");
    Box::new(move |_| {
        black_box(made(&source, "2025-12-31"));
    })
}
