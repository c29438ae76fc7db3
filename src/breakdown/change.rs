//! Against last year: differences of counts and of shares of the same base, and what a report says of them.

use super::{Filled, FilledRow};
use crate::decimal::{
    Decimal, FieldKind, MAX_DECIMALS, NumberReading, Rounding, Typed, compare, round, share, subtract,
};
use crate::text::{fold, is_space};

/// What became of a row since last year.
#[derive(Clone, Copy, Debug, Default)]
pub struct Change {
    /// Count minus the previous one.
    pub count: Option<i64>,
    /// The share minus the previous one, both as they are printed, in percentage points. None where it was a share of
    /// something else.
    pub points: Option<Decimal>,
}

/// What became of each row.
pub fn changes(now: &Filled, then: &Filled) -> Vec<Change> {
    let mut changes = Vec::with_capacity(now.rows.len());
    for (now, then) in now.rows.iter().zip(&then.rows) {
        let count = |count: Option<u64>| i64::try_from(count?).ok();
        let difference = || count(now.count)?.checked_sub(count(then.count)?);
        let points = || subtract(now.share?, then.share.filter(|_| now.base == then.base)?);
        changes.push(Change { count: difference(), points: points() });
    }
    changes
}

/// A change as a report prints it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StatedChange {
    /// Up, down, or not said.
    pub up: Option<bool>,
    /// How much, without its direction.
    pub amount: Decimal,
    /// In what.
    pub unit: Unit,
}

/// What a change is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// People, organisations.
    Count,
    /// `điểm phần trăm`.
    Points,
    /// `%` alone: points to some, growth to others.
    Percent,
}

const UP: [&str; 3] = ["tang", "them", "+"];
const DOWN: [&str; 6] = ["giam", "bot", "it hon", "-", "−", "–"];
const SAME: [&str; 4] = ["khong doi", "khong thay doi", "giu nguyen", "bang nam truoc"];
/// Behind the amount, longest first.
const POINTS: [&str; 3] = ["diem phan tram", "diem %", "% diem"];
const PERCENT: [&str; 2] = ["%", "phan tram"];

/// Reads a change as reports print it: `giảm 32 đồng chí so với năm 2019`, `tăng 1,25 điểm phần trăm`, `-32`. An error is a
/// reading that gives no number.
pub fn read_change(typed: Typed<'_>) -> Result<StatedChange, NumberReading> {
    let (text, program) = match typed {
        Typed::Blank => return Err(NumberReading::Blank),
        Typed::Text(text) => (fold(text), false),
        Typed::Number(text) => (fold(text), true),
    };
    // With what it is compared is not part of the amount.
    let rest = before(&text, "so voi").trim_matches(is_space);
    if SAME.contains(&rest) {
        return Ok(StatedChange { up: None, amount: Decimal::ZERO, unit: Unit::Count });
    }
    let beginning = |words: &[&str]| words.iter().find_map(|word| rest.strip_prefix(word));
    let (up, rest) = match (beginning(&UP), beginning(&DOWN)) {
        (Some(rest), _) => (Some(true), rest),
        (_, Some(rest)) => (Some(false), rest),
        _ => (None, rest),
    };
    let ending = |words: &[&str]| words.iter().find_map(|word| rest.strip_suffix(word));
    let (unit, kind, rest) = match (ending(&POINTS), ending(&PERCENT)) {
        (Some(rest), _) => (Unit::Points, FieldKind::Percent, rest),
        (_, Some(rest)) => (Unit::Percent, FieldKind::Percent, rest),
        _ => (Unit::Count, FieldKind::Count, rest),
    };
    let rest = rest.trim_matches(is_space);
    let reading = if program { Typed::Number(rest) } else { Typed::Text(rest) }.read(kind);
    match reading {
        NumberReading::Value(amount) => Ok(StatedChange { up, amount, unit }),
        reading => Err(reading),
    }
}

/// What stands before a phrase, or the whole text. The searcher of std is 2 KB of code.
fn before<'t>(text: &'t str, phrase: &str) -> &'t str {
    let found =
        text.char_indices().find(|(at, _)| text.get(*at..).is_some_and(|rest| rest.starts_with(phrase)));
    found.and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

/// What a printed change is, held against both years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeVerdict {
    /// It is so.
    Right,
    /// The difference of two shares, printed as if it were growth in percent.
    NotPoints,
    /// It is not.
    Wrong,
}

/// Holds a printed change against both years; `None` while one of them is missing.
pub fn judge_change(
    now: &Filled,
    then: &Filled,
    at: usize,
    change: &Change,
    stated: &StatedChange,
    rounding: Rounding,
) -> Option<ChangeVerdict> {
    let count = change.count?;
    let directed = |up: bool| stated.up.is_none_or(|said| said == up || stated.amount.is_zero());
    let printed = stated.amount.scale().min(MAX_DECIMALS);
    if stated.unit == Unit::Count {
        let amount = Decimal::try_new(i64::try_from(count.unsigned_abs()).ok()?, 0).ok()?;
        let right = compare(amount, stated.amount).is_eq() && directed(count > 0);
        return Some(if right { ChangeVerdict::Right } else { ChangeVerdict::Wrong });
    }
    let (row, old) = (now.rows.get(at)?, then.rows.get(at)?);
    let growth = share(count.unsigned_abs(), old.count?, printed, rounding);
    let is_stated = |size: Decimal, up: bool| compare(size, stated.amount).is_eq() && directed(up);
    if stated.unit == Unit::Percent && growth.is_some_and(|growth| is_stated(growth, count > 0)) {
        return Some(ChangeVerdict::Right);
    }
    let share_of = |filled: &Filled, row: &FilledRow, decimals| {
        share(row.count?, filled.count(row.base?)?, decimals, rounding)
    };
    let points = |decimals| subtract(share_of(now, row, decimals)?, share_of(then, old, decimals)?);
    // Of what is printed, or of the exact shares: writers do both.
    let exact = points(MAX_DECIMALS).and_then(|points| round(points, printed, rounding));
    let fits = |points: Option<Decimal>| {
        points.is_some_and(|points| is_stated(points.abs(), !points.is_sign_negative()))
    };
    let right = row.base == old.base && (fits(points(printed)) || fits(exact));
    Some(match (right, stated.unit) {
        (true, Unit::Points) => ChangeVerdict::Right,
        (true, _) => ChangeVerdict::NotPoints,
        (false, Unit::Points) if change.points.is_none() => return None,
        (false, _) => ChangeVerdict::Wrong,
    })
}
