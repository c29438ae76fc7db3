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

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use support::matching::mismatch;
use support::play::{Outcome, play};

#[test]
fn every_shared_case_holds_natively() {
    let (mut played, mut wrong) = (0, Vec::new());
    for (name, content) in files() {
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

#[test]
fn a_text_that_is_no_json_is_no_rulebook() {
    for text in ["", "{", "no rulebook", "{\"id\": }", "[1,]"] {
        let fault = xeploai::rulebook::library::parse(text).map(|_| ()).unwrap_err();
        assert_eq!(fault.code, "rulebook.not-json", "{text}");
    }
}

/// Every file of cases, by name.
fn files() -> Vec<(String, Value)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.retain(|file| file.extension().is_some_and(|end| end == "json"));
    // `CASES=quota,raised`: only files that begin so, for whoever runs them again and again (js/tools/mutants.mjs).
    let wanted = std::env::var("CASES").unwrap_or_default();
    let begins = |file: &std::path::PathBuf| {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        wanted.split(',').any(|start| name.starts_with(start))
    };
    files.retain(begins);
    let read = |file: &std::path::PathBuf| {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        (name, serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap())
    };
    files.iter().map(read).collect()
}

/// JSON has no infinite number; `tests/js/forms.test.mjs` has one.
const NOT_IN_JSON: [&str; 1] = ["number.not-finite"];

#[test]
fn every_finding_has_a_case_that_finds_it_and_one_that_stays_silent() {
    let (mut found, mut silent) = (BTreeSet::new(), BTreeSet::new());
    for (_, content) in files() {
        for case in content["cases"].as_array().unwrap() {
            if matches!(
                case["do"].as_str(),
                Some("check" | "breakdown" | "quota" | "audit" | "ballot" | "targets")
            ) {
                named(&case["expect"], false, &mut found, &mut silent);
            }
        }
    }
    for check in xeploai::CHECKS.iter().filter(|check| !NOT_IN_JSON.contains(&check.code)) {
        assert!(found.contains(check.code), "no case finds {}", check.code);
        assert!(silent.contains(check.code), "no case says that {} stays silent", check.code);
    }
}

/// Codes that an expectation wants, and those it wants not to be there: a `$none`, or a whole list without them.
fn named(expected: &Value, none: bool, found: &mut BTreeSet<String>, silent: &mut BTreeSet<String>) {
    match expected {
        Value::Object(members) => {
            if let Some(code) = members.get("code").and_then(Value::as_str) {
                if none {
                    silent.insert(code.to_owned())
                } else {
                    found.insert(code.to_owned())
                };
            }
            for (name, member) in members {
                if let (true, Some(list)) = (name == "diagnostics", member.as_array()) {
                    let listed = |code: &str| list.iter().any(|one| one["code"] == code);
                    // A form's findings are too many for a list without them to be about them.
                    let codes = xeploai::CHECKS.iter().map(|check| check.code);
                    let about = |code: &&str| !code.starts_with("form.") && !code.starts_with("rating.");
                    silent.extend(codes.filter(about).filter(|code| !listed(code)).map(str::to_owned));
                }
                named(member, none || name == "$none", found, silent);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| named(item, none, found, silent)),
        _ => {}
    }
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
