//! The house itself: which way its doors open, and what may not be in a room. Reads the source as text.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a test may stop at the first surprise"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// Each room may use itself and those before it; rooms on one line do not know each other.
const ROOMS: [&[&str]; 12] = [
    &["text"],
    &["decimal", "date", "citation"],
    &["diagnostic", "trace", "calendar"],
    &["message"],
    &["rulebook"],
    &["form", "breakdown", "quota"],
    &["rating", "roster", "audit", "ballot"],
    &["checks"],
    &["report"],
    &["engine"],
    &["border"],
    &["wasm"],
];

/// Doors between rooms of one line: a citation has a date, a step has parameters like a finding's.
const BESIDE: [(&str, &str); 2] = [("citation", "date"), ("trace", "diagnostic")];

fn sources() -> Vec<(String, String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![src.clone()];
    let mut files: Vec<PathBuf> = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.retain(|file| file.extension().is_some_and(|end| end == "rs") && !file.ends_with("build.rs"));
    let read = |file: PathBuf| {
        let name = file.strip_prefix(&src).unwrap().to_string_lossy().into_owned();
        let room = name.split(['/', '.']).next().unwrap().to_owned();
        (name, room, fs::read_to_string(file).unwrap())
    };
    files.into_iter().map(read).filter(|(name, ..)| name != "lib.rs").collect()
}

/// The code of a file, without comments and tests.
fn code(text: &str) -> impl Iterator<Item = &str> {
    let text = text.split("#[cfg(test)]").next().unwrap();
    text.lines().map(|line| line.split("//").next().unwrap())
}

fn rank(room: &str) -> Option<usize> {
    ROOMS.iter().position(|line| line.contains(&room))
}

#[test]
fn doors_open_one_way() {
    let mut wrong = Vec::new();
    for (name, room, text) in sources() {
        let own = rank(&room).unwrap_or_else(|| panic_room(&name));
        for line in code(&text) {
            for used in line.split("crate::").skip(1) {
                let used: String = used.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
                let Some(other) = rank(&used) else { continue };
                let beside = BESIDE.contains(&(room.as_str(), used.as_str()));
                if used != room && other >= own && !beside {
                    wrong.push(format!("{name} reaches into {used}: {}", line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn panic_room(name: &str) -> usize {
    assert!(name.is_empty(), "{name} belongs to no room: name it in ROOMS and in src/ARCHITECTURE.md");
    0
}

fn only_in(words: &[&str], rooms: &[&str], except: &[&str], why: &str) {
    let mut wrong = Vec::new();
    for (name, room, text) in sources() {
        if rooms.contains(&room.as_str()) {
            continue;
        }
        let meant = |line: &&str| {
            words.iter().any(|word| line.contains(word)) && !except.iter().any(|one| line.contains(one))
        };
        for line in code(&text).filter(meant) {
            wrong.push(format!("{name}: {}", line.trim()));
        }
    }
    assert!(wrong.is_empty(), "{why}\n{}", wrong.join("\n"));
}

#[test]
fn only_wasm_knows_javascript() {
    only_in(&["wasm_bindgen", "JsValue", "js_sys"], &["wasm"], &[], "JavaScript outside src/wasm.rs");
}

#[test]
fn there_are_no_floats() {
    // serde_json offers what is not whole as a float; the reader refuses it unseen.
    only_in(&["f64", "f32"], &[], &["fn visit_f64<E>(self, _: f64)"], "a float in the core");
}

#[test]
fn only_decimal_divides_and_rounds() {
    // A year's remainder by 4 is a matter of the calendar.
    only_in(
        &["_div(", "_rem(", "div_euclid", "rem_euclid", " / ", " % "],
        &["decimal", "date"],
        &[],
        "a division outside src/decimal",
    );
}

#[test]
fn nothing_has_a_clock_a_global_or_a_random_number() {
    only_in(
        &[
            "std::time",
            "SystemTime",
            "Instant",
            "thread_local",
            "static mut",
            "OnceLock",
            "RefCell",
            "rand::",
        ],
        &[],
        &[],
        "not pure",
    );
}

#[test]
fn only_message_writes_sentences_for_people() {
    let vietnamese = |c: char| ('\u{1EA0}'..='\u{1EF9}').contains(&c);
    let mut wrong = Vec::new();
    for (name, room, text) in sources() {
        for line in code(&text).filter(|line| room != "message" && line.contains(vietnamese)) {
            wrong.push(format!("{name}: {}", line.trim()));
        }
    }
    assert!(wrong.is_empty(), "a sentence outside src/message\n{}", wrong.join("\n"));
}

#[test]
fn every_check_is_registered_and_has_its_words_in_both_languages() {
    for check in xeploai::CHECKS {
        for locale in [xeploai::Locale::Vi, xeploai::Locale::En] {
            let (title, why) = locale.about_check(check.code);
            assert!(!title.starts_with("check."), "{} has no title", check.code);
            assert!(!why.starts_with("check."), "{} has no reason", check.code);
        }
    }
    let mut codes: Vec<&str> = xeploai::CHECKS.iter().map(|check| check.code).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), xeploai::CHECKS.len(), "a code stands twice");
}
