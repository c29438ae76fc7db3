//! What must hold for any form, however it is filled in.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    missing_docs,
    unreachable_pub,
    reason = "a test may stop at the first surprise"
)]

mod support;

use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};
use support::play::Opened;
use support::sheet::{self, Sheet};
use xeploai::border;
use xeploai::rulebook::form::{Form, Kind, RuleTest, Test};

/// Rulebook, overlay, day: each rulebook of the library, and each overlay.
const BOOKS: [(&str, &str, &str); 14] = [
    ("hd27-2014", "", "2016-12-31"),
    ("hd27-2014", "thuong-tin-2017", "2017-12-31"),
    ("hd16-2018", "", "2018-12-31"),
    ("hd21-2019", "", "2020-12-31"),
    ("hd25-2023", "", "2024-12-31"),
    ("hd43-2025", "", "2025-12-31"),
    ("nd90-2020", "", "2024-12-31"),
    ("nd335-2025", "", "2026-11-22"),
    ("nd335-2025", "hai-quan-cv21169-2026", "2026-11-22"),
    ("hd02-2026", "", "2026-10-10"),
    ("hd02-2026", "vatm-hd03-2026", "2026-10-10"),
    ("branch-meeting", "phu-tho-khoi", "2025-12-31"),
    ("branch-meeting", "an-phu-2025", "2025-12-31"),
    ("branch-meeting", "hoa-binh-qd31-2018", "2025-12-31"),
];

fn opened(at: usize) -> Rc<Opened> {
    let (rulebook, overlay, day) = BOOKS[at];
    let mut config = json!({ "rulebook": rulebook, "asOf": day }).as_object().cloned().unwrap();
    if !overlay.is_empty() {
        config.insert("overlay".to_owned(), overlay.into());
    }
    Opened::known(&config).unwrap_or_else(|_| panic!("{rulebook} {overlay} cannot be opened"))
}

/// Any form of any rulebook: positions to take with [`form_of`].
fn any_form() -> impl Strategy<Value = (usize, Index)> {
    (0..BOOKS.len(), any::<Index>())
}

fn form_of(opened: &Opened, at: Index) -> &Form {
    at.get(&opened.engine.rulebook().forms)
}

/// Something to type into a field: mostly what belongs there, sometimes half of it, sometimes anything.
fn typed(opened: &Opened, form: &Form, field: usize, seed: u32) -> Value {
    let known =
        &opened.forms.as_array().unwrap().iter().find(|one| one["id"] == *form.id).unwrap()["sections"];
    let mut fields =
        known.as_array().unwrap().iter().flat_map(|section| section["fields"].as_array().unwrap());
    value(fields.nth(field).unwrap(), seed)
}

fn value(field: &Value, seed: u32) -> Value {
    const COUNTS: [&str; 14] =
        ["0", "1", "2", "5", "6", "10", "19", "20", "1.", "12.345", "-3", "năm", "5%", ""];
    const SCORES: [&str; 14] =
        ["0", "5", "9,5", "15", "28", "30", "34,9", "67", "70", "90", "95", "7,", "101", ""];
    // The same numbers with other digits.
    const PERCENTS: [&str; 10] =
        ["50", "50,0", "50,00", "33,3", "33,30", "33,33", "33,330", "100", "100,0", "0,0"];
    const DAYS: [&str; 7] = ["03/02/1980", "31/12/2025", "31/02/2025", "03/0", "2030-01-01", "hôm qua", ""];
    const WORDS: [&str; 6] = ["Có làm", "Không", "không có.", "x", "   ", ""];
    let pick = |list: &[&str]| Value::from(list[seed as usize % list.len()]);
    let rest = seed / 16;
    match (field["kind"].as_str().unwrap(), seed % 16) {
        ("rows", _) => (0..rest % 4)
            .map(|row| self::row(field, rest.wrapping_mul(31).wrapping_add(row * 7919)))
            .collect(),
        (_, 0) => pick(&WORDS),
        (_, 1) => json!(rest % 40),
        ("count", _) => pick(&COUNTS),
        ("percent", 2..=9) => pick(&PERCENTS),
        ("percent" | "score", _) => pick(&SCORES),
        ("date", _) => pick(&DAYS),
        ("text", _) => pick(&WORDS),
        ("yes-no", 2) => json!(rest.is_multiple_of(2)),
        (_, 3) => "khác".into(),
        (_, 4) => "".into(),
        _ => {
            let options = field["options"].as_array().unwrap();
            if options.is_empty() { "".into() } else { options[rest as usize % options.len()]["id"].clone() }
        }
    }
}

fn row(field: &Value, seed: u32) -> Value {
    let columns = field["columns"].as_array().unwrap().iter().enumerate();
    let cells = columns.map(|(at, column)| {
        (
            column["id"].as_str().unwrap().to_owned(),
            value(column, seed.wrapping_mul(2_654_435_761).rotate_left(at as u32 * 5)),
        )
    });
    Value::Object(cells.collect())
}

/// What a form is checked with beside its answers.
fn around(opened: &Opened, form: &Form, seed: u8) -> Map<String, Value> {
    let mut input = Map::new();
    input.insert("final".to_owned(), (seed & 1 == 1).into());
    if seed & 2 == 2 {
        input.insert("period".to_owned(), json!({ "from": "2025-01-01", "to": "2025-06-30" }));
    }
    if seed & 4 == 4 {
        let grades = &opened.engine.rulebook().subjects[form.subject].grades;
        let tally: Map<String, Value> = grades
            .iter()
            .enumerate()
            .map(|(at, grade)| (grade.id.clone(), json!((seed as usize >> 3) + at * 3)))
            .collect();
        let mut unit = json!({ "tally": tally });
        if seed & 8 == 8 {
            unit["group"] = json!({ "size": 30, "raised": { "percent": "25%", "reason": "Dẫn đầu", "decision": "1-QĐ" } });
        }
        input.insert("unit".to_owned(), unit);
    }
    input
}

/// The report of these answers, as if the form were seen for the first time.
fn from_scratch(
    opened: &Opened,
    form: &Form,
    answers: &Map<String, Value>,
    around: &Map<String, Value>,
) -> Value {
    let mut input = around.clone();
    input.insert("form".to_owned(), form.id.clone().into());
    input.insert("answers".to_owned(), answers.clone().into());
    sheet::check(opened, &input).unwrap_or_else(|_| panic!("{} was refused", form.id))
}

fn put(
    answers: &mut Map<String, Value>,
    opened: &Opened,
    form: &Form,
    edits: &[(Index, u32)],
) -> Map<String, Value> {
    let mut changed = Map::new();
    for (field, seed) in edits {
        let field = field.index(form.fields.len());
        let value = typed(opened, form, field, *seed);
        changed.insert(form.fields[field].id.clone(), value.clone());
        answers.insert(form.fields[field].id.clone(), value);
    }
    changed
}

fn edits(most: usize) -> impl Strategy<Value = Vec<(Index, u32)>> {
    prop::collection::vec((any::<Index>(), any::<u32>()), 0..most)
}

/// Findings on a field's own value.
const OWN: [&str; 7] = [
    "form.above-max",
    "form.wrong-step",
    "form.bad-date",
    "form.date-in-future",
    "form.date-outside-period",
    "form.unknown-choice",
    "form.exclusion-without-code",
];

fn own_findings(report: &Value, but: &str) -> Vec<Value> {
    let own = |found: &&Value| {
        let code = found["code"].as_str().unwrap();
        (OWN.contains(&code) || code.starts_with("number.")) && found["path"][0] != *but
    };
    report["diagnostics"].as_array().unwrap().iter().filter(own).cloned().collect()
}

/// Whether something is wrong with a sum at a field.
fn sum_is_wrong(report: &Value, at: &Value, codes: &[&str]) -> bool {
    let found = report["diagnostics"].as_array().unwrap().iter();
    found.into_iter().any(|one| one["path"][0] == *at && codes.iter().any(|code| one["code"] == **code))
}

/// What was exceeded is of what was done: once that is known, it is either less (told at its own place) or, being more, it is what is
/// told to be more than the same whole.
fn told_of_the_whole(report: &Value, before: &Value) -> bool {
    let number = |found: &Value, name: &str| {
        found["params"][name].as_str().unwrap_or("").replace('.', "").replace(',', ".")
    };
    let sum = |found: &Value| number(found, "sum").parse::<rust_decimal::Decimal>().unwrap_or_default();
    report["diagnostics"].as_array().unwrap().iter().any(|found| {
        let code = found["code"] == "form.sum-exceeds" || found["code"] == "form.sum-mismatch";
        code && found["severity"] == "error"
            && number(found, "whole") == number(before, "whole")
            && sum(found) >= sum(before)
    })
}

#[test]
fn what_was_told_is_known_again_or_forgotten_and_told_anew() {
    let opened = opened(BOOKS.iter().position(|(book, ..)| *book == "hd43-2025").unwrap());
    let form = opened.engine.rulebook().form("mau-2b").unwrap().1;
    let mut sheet = Sheet::new(&opened, &form.id).unwrap_or_else(|_| panic!("it cannot be opened"));
    let subject = opened.engine.rulebook().subjects[form.subject].id.clone();
    let (mut answers, mut last) = (Map::new(), String::new());
    let (mut most, mut forgot) = ([0; 2], [0; 2]);
    for turn in 0..400_u32 {
        // Sums that are off, otherwise nearly each time; some come back soon, some late. The unit alone is another every third time.
        let points = [("general", turn % 7), ("results", turn * 13 % 64), ("total", 70 + turn / 50)];
        let points = points.into_iter().filter(|_| !turn.is_multiple_of(3));
        let changed: Map<String, Value> = points.map(|(id, points)| (id.to_owned(), points.into())).collect();
        // A row that is not finished, each second time another: a finding of a kind of its own.
        let rows = (0..=turn / 2)
            .map(|row| if row < turn / 2 { json!({}) } else { json!({ "content": "Họp muộn" }) });
        let mut changed = changed;
        changed.insert("earlier".to_owned(), rows.collect());
        answers.extend(changed.clone());
        answers.insert("grade".to_owned(), "htxsnv".into());
        let tally = json!({ "htxsnv": turn / 3 % 9, "httnv": 16, "htnv": 1, "khtnv": 0 });
        let beside = json!({ "unit": { "tally": tally } }).as_object().cloned().unwrap();
        let (text, grounds) =
            sheet::around(&opened, &subject, "", &beside).unwrap_or_else(|_| panic!("around"));
        let around = (text != last).then(|| text.clone());
        last = text;
        let before = sheet.remembered();
        let changes = sheet.changes(if turn == 0 { &answers } else { &changed });
        let changes = changes.unwrap_or_else(|_| panic!("changes"));
        let report = sheet.step(&opened, &changes, around, &grounds).unwrap();
        assert_eq!(opened.report(report), from_scratch(&opened, form, &answers, &beside), "{turn}");
        for (at, now) in sheet.remembered().into_iter().enumerate() {
            most[at] = most[at].max(now);
            forgot[at] += usize::from(now < before[at]);
        }
    }
    assert!(
        forgot.iter().all(|times| *times > 0) && most.iter().all(|most| *most < 300),
        "{forgot:?} times, {most:?} at most"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn a_session_answers_as_if_it_had_seen_the_form_for_the_first_time(
        (book, form) in any_form(), steps in prop::collection::vec((edits(6), any::<u8>(), any::<bool>()), 1..14)
    ) {
        let opened = opened(book);
        let form = form_of(&opened, form);
        let mut sheet = Sheet::new(&opened, &form.id).unwrap_or_else(|_| panic!("{} cannot be opened", form.id));
        let subject = opened.engine.rulebook().subjects[form.subject].id.clone();
        let mut answers = Map::new();
        let mut last: Option<String> = None;
        let mut beside = Map::new();
        for (edits, seed, again) in steps {
            let changed = put(&mut answers, &opened, form, &edits);
            if !again || last.is_none() {
                beside = around(&opened, form, seed);
            }
            let (text, grounds) = sheet::around(&opened, &subject, "", &beside).unwrap_or_else(|_| panic!("around"));
            let same = last.as_ref() == Some(&text);
            last = Some(text.clone());
            let changes = sheet.changes(&changed).unwrap_or_else(|_| panic!("changes"));
            let report = sheet.step(&opened, &changes, (!same).then_some(text), &grounds).unwrap();
            prop_assert_eq!(opened.report(report), from_scratch(&opened, form, &answers, &beside), "{} {:?}", form.id, answers);
        }
    }

    #[test]
    fn the_order_of_the_fields_changes_nothing((book, form) in any_form(), edits in edits(40), seed: u8) {
        let opened = opened(book);
        let form = form_of(&opened, form);
        let mut answers = Map::new();
        put(&mut answers, &opened, form, &edits);
        let backwards: Map<String, Value> = answers.clone().into_iter().rev().collect();
        let beside = around(&opened, form, seed);
        prop_assert_eq!(from_scratch(&opened, form, &answers, &beside), from_scratch(&opened, form, &backwards, &beside));
    }

    #[test]
    fn filling_a_blank_field_leaves_what_is_wrong_with_the_others((book, form) in any_form(), edits in edits(40), blank: Index, seed: u32) {
        let opened = opened(book);
        let form = form_of(&opened, form);
        let mut answers = Map::new();
        put(&mut answers, &opened, form, &edits);
        let blank = blank.index(form.fields.len());
        let id = form.fields[blank].id.clone();
        answers.remove(&id);
        let none = Map::new();
        let before = from_scratch(&opened, form, &answers, &none);
        answers.insert(id.clone(), typed(&opened, form, blank, seed));
        let after = from_scratch(&opened, form, &answers, &none);
        prop_assert_eq!(own_findings(&before, &id), own_findings(&after, &id));
        // Nothing is below zero, so what is too much stays too much, and what is complete stays as it is.
        for found in before["diagnostics"].as_array().unwrap().iter().filter(|found| found["path"][0] != *id) {
            let at = &found["path"][0];
            if found["code"] == "form.sum-exceeds" {
                let here = ["form.sum-exceeds", "form.sum-mismatch", "form.part-exceeds"];
                prop_assert!(sum_is_wrong(&after, at, &here) || told_of_the_whole(&after, found), "{} at {at}", id);
            }
            if found["code"] == "form.sum-mismatch" {
                prop_assert!(sum_is_wrong(&after, at, &["form.sum-mismatch"]), "{} at {at}", id);
            }
        }
    }

    #[test]
    fn what_is_certain_of_a_grade_stays_so_when_a_blank_field_is_filled(
        (book, form) in any_form(), edits in edits(60), blank: Index, seed: u32
    ) {
        let opened = opened(book);
        let form = form_of(&opened, form);
        let mut answers = Map::new();
        put(&mut answers, &opened, form, &edits);
        let blank = blank.index(form.fields.len());
        let field = &form.fields[blank];
        // Who is left out is not rated; a claim of discretion hands the matter to people; points are the next property.
        let claims = form.rules().iter().filter_map(|rule| rule.discretion);
        let claims: Vec<usize> = claims.flat_map(|(claim, reason)| [claim, reason]).collect();
        // What `every` looks at and is left blank did not take place: a month without a meeting.
        let not_held = form.rules().iter().any(|rule| match &rule.test {
            RuleTest::Test(test) => is_of_every(test, blank),
            RuleTest::NotAbove(..) => false,
        });
        if matches!(field.kind, Kind::Exclusion | Kind::Score) || claims.contains(&blank) || not_held {
            return Ok(());
        }
        answers.remove(&field.id);
        let none = Map::new();
        let before = from_scratch(&opened, form, &answers, &none);
        answers.insert(field.id.clone(), typed(&opened, form, blank, seed));
        let after = from_scratch(&opened, form, &answers, &none);
        certain_stays(&before["rating"], &after["rating"], &field.id);
    }

    #[test]
    fn points_of_parts_only_narrow((book, form) in any_form(), order in prop::collection::vec((any::<Index>(), 0_u32..400), 1..12)) {
        let opened = opened(book);
        let form = form_of(&opened, form);
        // Parts that nothing is a part of: what their parents come to is never typed.
        let scores = form.fields.iter().enumerate().filter(|(_, field)| field.kind == Kind::Score);
        let leaves: Vec<usize> =
            scores.map(|(at, _)| at).filter(|at| !form.fields.iter().any(|field| field.of == Some(*at))).collect();
        if leaves.is_empty() {
            return Ok(());
        }
        let none = Map::new();
        let mut answers = Map::new();
        let mut before = from_scratch(&opened, form, &answers, &none);
        for (leaf, points) in order {
            let field = &form.fields[*leaf.get(&leaves)];
            let max = field.max.map_or(40, |max| u32::try_from(max.mantissa()).unwrap() / 10_u32.pow(max.scale()));
            if answers.contains_key(&field.id) {
                continue;
            }
            answers.insert(field.id.clone(), (points % (max + 1)).into());
            let after = from_scratch(&opened, form, &answers, &none);
            if after["diagnostics"].as_array().unwrap().iter().any(|found| found["code"] == "form.sum-exceeds") {
                // More than a maximum is a slip, and no points at all.
                break;
            }
            certain_stays(&before["rating"], &after["rating"], &field.id);
            before = after;
        }
    }

    #[test]
    fn no_json_makes_a_form_fail((book, form) in any_form(), answers in any_json(), around in any_json(), a: String, b: String) {
        let opened = opened(book);
        let form = form_of(&opened, form);
        for input in [
            json!({ "form": form.id, "answers": answers }),
            json!({ "form": form.id, "answers": { form.fields[0].id.as_str(): answers } }),
            json!({ "form": form.id, "answers": {}, "unit": around }),
            json!({ "form": form.id, "answers": {}, "unit": { "tally": around } }),
            json!({ "form": form.id, "answers": {}, "period": around, "trace": true }),
        ] {
            let _ = sheet::check(&opened, input.as_object().unwrap());
        }
        // And texts that no page sends.
        let at = opened.engine.rulebook().form(&form.id).unwrap().0;
        let mut open = border::form::open(&opened.engine, at).unwrap();
        for field in 0..form.fields.len() + 1 {
            let _ = border::form::check(&opened.engine, &mut open, &format!("{field}\u{1F}{a}\u{1E}{b}"), Some(b.clone()));
        }
        let _ = border::form::check(&opened.engine, &mut open, &a, None);
        let _ = border::form::trace(&opened.engine, &open);
        let _ = border::form::open(&opened.engine, usize::MAX).is_err();
    }
}

/// Whether a field is one of those of an `every`.
fn is_of_every(test: &Test, field: usize) -> bool {
    match test {
        Test::All(tests) | Test::Any(tests) => tests.iter().any(|test| is_of_every(test, field)),
        Test::Occurs(among, None) => among.iter().any(|(at, _)| at.field == field && at.column.is_none()),
        _ => false,
    }
}

fn certain_stays(before: &Value, after: &Value, filled: &str) {
    let points =
        |rating: &Value| format!("{} to {}", rating["points"]["leastText"], rating["points"]["mostText"]);
    let grades = |rating: &Value| rating["grades"].as_array().cloned().unwrap_or_default();
    for (old, new) in grades(before).iter().zip(grades(after)) {
        assert!(
            old["status"] == "open" || *old == new,
            "{filled}: {old} became {new}; points {} then {}",
            points(before),
            points(after)
        );
    }
}

/// Any JSON, with separators of the border in its texts.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "[\\x01\\x1C-\\x1Fa-zđ0-9.,% ]{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec(("[a-z-]{0,8}", inner), 0..5)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}
