//! The shared cases of `tests/cases`, natively: the same files that run against the package in Node and in browsers.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    missing_docs,
    unreachable_pub,
    reason = "a test may stop at the first surprise"
)]

mod support;

use std::fs;
use std::path::Path;

use serde_json::Value;
use support::matching::mismatch;
use support::play::{Outcome, play};

#[test]
fn every_shared_case_holds_natively() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let (mut played, mut wrong) = (0, Vec::new());
    for file in files.iter().filter(|file| file.extension().is_some_and(|end| end == "json")) {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let content: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        for case in content["cases"].as_array().expect("a file has cases") {
            played += 1;
            if let Some(difference) = judge(case, play(case, &content)) {
                wrong.push(format!("{name}: {}\n    {difference}", case["title"].as_str().unwrap_or("?")));
            }
        }
    }
    println!("{played} shared cases");
    assert!(played > 0, "there are no cases");
    assert!(wrong.is_empty(), "{} of {played} cases:\n{}", wrong.len(), wrong.join("\n"));
}

fn judge(case: &Value, outcome: Outcome) -> Option<String> {
    match (case.get("throws"), outcome) {
        // A wrong name or type cannot be written in Rust; JavaScript's own runner sees these.
        (Some(_), Outcome::NotExpressible(_)) => None,
        (None, Outcome::NotExpressible(what)) => Some(format!("cannot be said in Rust: {what}")),
        (Some(expected), Outcome::Error(error)) => mismatch(&error, expected, "error"),
        (Some(_), Outcome::Answer(answer)) => Some(format!("expected an error, got {answer}")),
        (None, Outcome::Error(error)) => Some(format!("unexpected error {error}")),
        (None, Outcome::Answer(answer)) => mismatch(&answer, &case["expect"], "result"),
    }
}
