//! Which days agencies work: Monday to Friday, but for the holidays, the days in lieu of those on a weekend, and the days
//! that a yearly notice swaps. Data: `src/regulations/calendar.json`, compiled to tables when the crate is built.

use crate::citation::{Basis, Citation};
use crate::date::Date;

mod table {
    include!(concat!(env!("OUT_DIR"), "/calendar.rs"));
}

/// Why a day is not as its place in the week says. A holiday is its id: the end of its message's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A holiday.
    Holiday(&'static str),
    /// Off in lieu of a holiday on a weekend.
    InLieu(&'static str),
    /// Off, and that other day is worked instead.
    Swapped(Date),
    /// A day of the weekend that is worked instead of that other day.
    Worked(Date),
}

/// What is known of a day.
#[derive(Clone, Copy, Debug)]
pub struct Day {
    /// Agencies work.
    pub works: bool,
    /// Why, where its place in the week does not say it.
    pub why: Option<Why>,
    /// It is a holiday that was decided on as policy; whether it is law yet, nobody could verify.
    pub policy: bool,
}

/// How sure the days of a year are, `unverified` where no notice was seen; `None` where only weekends and the holidays of the
/// solar calendar are known.
pub fn basis(year: u16) -> Option<Basis> {
    Some(match table::BASES.get(place(year)?)? {
        0 => Basis::Confirmed,
        1 => Basis::Secondary,
        _ => Basis::Unverified,
    })
}

/// What is known of a day.
pub fn look(day: Date) -> Day {
    let (why, policy) = match what(day) {
        Some(what) => (why(day, usize::from(what)), policy(usize::from(what))),
        None => (None, false),
    };
    let works = if why.is_some() { matches!(why, Some(Why::Worked(_))) } else { day.weekday() < 5 };
    Day { works, why, policy }
}

/// Where the days of these years are written, and how they are counted.
pub fn citations(from: u16, to: u16) -> Vec<Citation> {
    let cited = |year| place(year).and_then(|at| table::CITED.get(at)).copied();
    let mut bits = 0;
    for year in from..=to {
        bits |= cited(year).unwrap_or(table::ALWAYS_CITED);
    }
    let mut all = Vec::new();
    for (at, [id, number, issuer, issued, article]) in table::SOURCES.iter().enumerate() {
        if bits & 1_u16.unbounded_shl(u32::try_from(at).unwrap_or(u32::MAX)) == 0 {
            continue;
        }
        all.push(Citation {
            id: (*id).to_owned(),
            number: (*number).to_owned(),
            issuer: (*issuer).to_owned(),
            issued: Date::parse(issued),
            article: if article.is_empty() { None } else { Some((*article).to_owned()) },
            clause: None,
            point: None,
            title: None,
            url: None,
            local: false,
        });
    }
    all
}

/// Its place in the table of years.
fn place(year: u16) -> Option<usize> {
    year.checked_sub(table::FIRST_YEAR).map(usize::from)
}

/// What the tables say of a day: see `src/calendar/build.rs`.
fn what(day: Date) -> Option<u8> {
    if basis(day.year()).is_none() {
        let own = day.month_and_day();
        return table::EVERY_YEAR.iter().find(|(day, _)| *day == own).map(|(_, what)| *what);
    }
    let at = table::DAYS.binary_search(&number(day)?).ok()?;
    table::WHAT.get(at).copied()
}

fn why(day: Date, what: usize) -> Option<Why> {
    let count = table::HOLIDAYS.len();
    if let Some((id, _)) = table::HOLIDAYS.get(what) {
        return Some(Why::Holiday(id));
    }
    if let Some((id, _)) = what.checked_sub(count).and_then(|what| table::HOLIDAYS.get(what)) {
        return Some(Why::InLieu(id));
    }
    let own = number(day)?;
    let (off, worked) = table::SWAPS.iter().find(|(off, worked)| *off == own || *worked == own)?;
    let other = |to: u16| {
        let mut at = day;
        while number(at).is_some_and(|number| number != to) {
            at = if own < to { at.next() } else { at.previous() };
        }
        at
    };
    Some(if *off == own { Why::Swapped(other(*worked)) } else { Why::Worked(other(*off)) })
}

fn policy(what: usize) -> bool {
    table::HOLIDAYS.get(what).is_some_and(|(_, policy)| *policy)
}

/// Days since the first of January of the first year.
fn number(day: Date) -> Option<u16> {
    let first = Date::of(table::FIRST_YEAR, 1, 1)?;
    u16::try_from(day.number().checked_sub(first.number())?).ok()
}
