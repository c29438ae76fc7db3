//! The calendar of `src/regulations/calendar.json`: what the law says of its days, and another's opinion on them.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    missing_docs,
    reason = "a test may stop at the first surprise"
)]

use std::collections::BTreeSet;

use serde_json::Value;
use xeploai::calendar::{basis, citations, look};
use xeploai::citation::Basis;
use xeploai::date::Date;

fn source() -> Value {
    serde_json::from_str(include_str!("../src/regulations/calendar.json")).unwrap()
}

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn every_day() -> impl Iterator<Item = Date> {
    std::iter::successors(Some(date("2014-01-01")), |day| Some(day.next()))
        .take_while(|day| *day <= date("2028-12-31"))
}

/// The days off of a year in the data: (day, what).
fn days_off(year: &str, entry: &Value) -> Vec<(Date, String)> {
    let days = entry["off"].as_object().unwrap().iter();
    days.map(|(day, what)| (date(&format!("{year}-{day}")), what.as_str().unwrap().to_owned())).collect()
}

/// Days on which Python's `holidays` 0.109 and calendar.json differ, and why.
const DIFFERENCES: [(&str, &str); 6] = [
    // Tết 2014: off from 28/1 to 5/2, with the Saturdays 25/1 and 8/2 worked instead of 28/1 and 29/1 (Lao Động, cited for
    // the year). The library knows no swap at that Tết.
    ("2014-01-25", "worked"),
    ("2014-01-28", "off"),
    ("2014-02-05", "off"),
    ("2014-02-08", "worked"),
    // 12729/VPCP-KGVX of 25/12/2025: Friday 2/1/2026 swapped with Saturday 10/1. The library has not heard of it.
    ("2026-01-02", "off"),
    ("2026-01-10", "worked"),
];

#[test]
fn the_calendar_agrees_with_pythons_holidays_but_for_the_differences_listed() {
    let oracle: Value = serde_json::from_str(include_str!("calendar/oracle.json")).unwrap();
    let days = |name: &str| -> BTreeSet<String> {
        oracle[name].as_array().unwrap().iter().map(|day| day.as_str().unwrap().to_owned()).collect()
    };
    let (off, worked) = (days("weekdaysOff"), days("weekendsWorked"));
    assert!(off.len() > 100 && worked.len() > 5);
    let mut differences = Vec::new();
    for day in every_day() {
        let name = day.to_string();
        let expected = worked.contains(&name) || (day.weekday() < 5 && !off.contains(&name));
        if look(day).works != expected {
            differences.push((name, if expected { "off" } else { "worked" }));
        }
    }
    let listed: Vec<_> = DIFFERENCES.iter().map(|(day, what)| ((*day).to_owned(), *what)).collect();
    assert_eq!(differences, listed);
}

#[test]
fn each_year_has_the_days_that_the_labour_code_gives() {
    let source = source();
    for (year, entry) in source["years"].as_object().unwrap() {
        let off = days_off(year, entry);
        let count = |holiday: &str| off.iter().filter(|(_, what)| what == holiday).count();
        // Two days of Quốc khánh by the code of 2019, in force from 2021.
        let national = if year.as_str() < "2021" { 1 } else { 2 };
        let days = ["new-year", "tet", "gio-to", "victory", "labour", "national"].map(count);
        assert_eq!(days, [1, 5, 1, 1, 1, national], "{year}");
        for (fixed, holiday) in source["everyYear"].as_object().unwrap() {
            assert_eq!(&entry["off"][fixed], holiday, "{year}");
        }
    }
}

#[test]
fn each_holiday_on_a_weekend_has_a_working_day_off_after_it_and_each_swap_a_saturday() {
    for (year, entry) in source()["years"].as_object().unwrap() {
        let off = days_off(year, entry);
        for (day, what) in &off {
            if let Some(worked) = what.strip_prefix("instead of ") {
                assert_eq!((day.weekday() < 5, date(worked).weekday()), (true, 5), "{day} {what}");
                assert!(look(date(worked)).works && !look(*day).works, "{day}");
            } else if let Some(holiday) = what.strip_prefix("in lieu of ") {
                assert!(day.weekday() < 5, "{day}");
                let earlier =
                    off.iter().filter(|(other, what)| other < day && other.weekday() > 4 && what == holiday);
                assert!(earlier.count() > 0, "{day} is in lieu of nothing");
            }
        }
        let weekend = off.iter().filter(|(day, _)| day.weekday() > 4).count();
        let in_lieu = off.iter().filter(|(_, what)| what.starts_with("in lieu of ")).count();
        assert_eq!(weekend, in_lieu, "{year}");
    }
}

#[test]
fn the_five_days_of_tet_follow_one_another_and_an_expected_year_says_so() {
    for (year, entry) in source()["years"].as_object().unwrap() {
        let tet: Vec<Date> =
            days_off(year, entry).into_iter().filter(|(_, what)| what == "tet").map(|(day, _)| day).collect();
        assert!(tet.windows(2).all(|two| two[0].next() == two[1]), "{year}");
        let (year, known) = (tet[0].year(), basis(tet[0].year()));
        assert_eq!(known.map(Basis::id), entry["basis"].as_str(), "{year}");
        let cited: Vec<String> = citations(year, year).into_iter().map(|one| one.id).collect();
        assert_eq!(cited.len(), entry["cite"].as_array().unwrap().len(), "{year}");
        assert!(
            cited.iter().all(|id| entry["cite"].as_array().unwrap().iter().any(|one| one == id)),
            "{year}"
        );
    }
    assert_eq!((basis(2013), basis(2029)), (None, None));
    // What no table knows: weekends, and the holidays of the solar calendar.
    assert!(!look(date("2030-09-02")).works && look(date("2030-09-03")).works);
}
