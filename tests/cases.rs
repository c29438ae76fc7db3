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
use support::play::{Opened, Outcome, engine_of, like, play};
use support::sheet::Sheet;

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

/// A page opens a form with the sheet's answers, types what is the case's own, and takes it back, one field after the other.
#[test]
fn a_form_typed_field_by_field_is_answered_as_if_it_had_been_filled_in_at_once() {
    let mut typed = 0;
    for (name, content) in files() {
        for case in content["cases"].as_array().unwrap() {
            let Some(sheet) = case["like"].as_str().map(|name| &content["sheets"][name]["answers"]) else {
                continue;
            };
            let asks = matches!(case["do"].as_str(), Some("check" | "rate")) && case.get("throws").is_none();
            if asks && case["input"]["answers"].is_object() {
                typed += 1;
                field_by_field(&format!("{name}: {}", case["title"]), case, &content, sheet);
            }
        }
    }
    assert!(typed > 0, "no case has answers of its own");
}

fn field_by_field(title: &str, case: &Value, content: &Value, sheet: &Value) {
    let Ok(opened) = Opened::known(&engine_of(case, content)) else { panic!("{title}: no engine") };
    let whole = like(case, content).as_object().cloned().unwrap();
    let mut before = whole.clone();
    before.insert("answers".to_owned(), sheet.clone());
    let (mut open, first) = Sheet::filled(&opened, &before).unwrap_or_else(|_| panic!("{title}"));
    let own = case["input"]["answers"].as_object().unwrap();
    let mut last = first.clone();
    for (field, value) in own {
        last = open.put(&opened, field, value).unwrap_or_else(|_| panic!("{title}: {field}"));
    }
    let (_, at_once) = Sheet::filled(&opened, &whole).unwrap_or_else(|_| panic!("{title}"));
    assert_eq!(last, at_once, "{title}, typed");
    for field in own.keys() {
        last = open.put(&opened, field, &sheet[field]).unwrap_or_else(|_| panic!("{title}: {field}"));
    }
    assert_eq!(last, first, "{title}, taken back");
}

#[test]
fn a_text_that_is_no_json_is_no_rulebook() {
    for text in ["", "{", "no rulebook", "{\"id\": }", "[1,]"] {
        let fault = xeploai::rulebook::library::parse(text).map(|_| ()).unwrap_err();
        assert_eq!(fault.code, "rulebook.not-json", "{text}");
    }
}

#[test]
fn a_key_that_stands_twice_in_a_file_of_law_is_a_fault_with_its_place() {
    use xeploai::rulebook::{faults, library};
    let paths = |text: &str, overlay: Option<&str>| -> Vec<String> {
        let overlay = overlay.map(|text| library::parse(text).unwrap());
        let found = faults(&library::parse(text).unwrap(), overlay.as_ref(), None);
        let twice = found.into_iter().filter(|fault| fault.code == "rulebook.duplicate-field");
        twice.map(|fault| fault.path.join(".")).collect()
    };
    let text = |all: &[(&str, &'static str)], id| all.iter().find(|(known, _)| *known == id).unwrap().1;
    let (law, local) = (text(&library::ALL, "hd27-2014"), text(&library::OVERLAYS, "thuong-tin-2017"));
    assert_eq!(paths(law, None), Vec::<String>::new());
    assert_eq!(paths(law, Some(local)), Vec::<String>::new());
    let twice = law.replacen("\"basis\": ", "\"basis\": \"silent\", \"basis\": ", 1);
    assert_eq!(paths(&twice, None), ["quotas.organisation-tsvm.percent.basis"]);
    let twice = local.replacen("\"value\": ", "\"value\": 1, \"value\": ", 1);
    assert!(matches!(paths(law, Some(&twice)).as_slice(), [path] if path.ends_with(".value")));
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
