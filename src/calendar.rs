//! Which days agencies work: Monday to Friday, but for the holidays, the days in lieu of those on a weekend, and the days
//! that a yearly notice swaps. Data: `src/regulations/calendar.json`, compiled when the crate is built.

use crate::citation::{Basis, Citation};
use crate::date::Date;

mod table {
    include!(concat!(env!("OUT_DIR"), "/calendar.rs"));
}

/// A holiday by law, or one that is policy and not yet law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// `tet`: its id, and the end of its message's key.
    pub id: &'static str,
    letter: u8,
    /// It was decided on as policy; whether it is law, nobody could verify.
    pub policy: bool,
}

const fn holiday(id: &'static str, letter: u8) -> Holiday {
    Holiday { id, letter, policy: false }
}

/// Every holiday; letters as in `src/calendar/build.rs`.
static HOLIDAYS: [Holiday; 7] = [
    holiday("new-year", b'n'),
    holiday("tet", b't'),
    holiday("gio-to", b'g'),
    holiday("victory", b'v'),
    holiday("labour", b'l'),
    holiday("national", b'q'),
    Holiday { id: "culture", letter: b'c', policy: true },
];

/// Why a day is not as its place in the week says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// A holiday.
    Holiday(&'static Holiday),
    /// Off in lieu of a holiday on a weekend.
    InLieu(&'static Holiday),
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
}

/// What is known of a year.
#[derive(Clone, Copy, Debug)]
pub struct Year {
    entry: &'static str,
    /// `Unverified`: no notice was seen, the days are expected.
    pub basis: Basis,
    /// In the table; otherwise only weekends and the holidays of the solar calendar are known.
    pub covered: bool,
}

impl Year {
    /// What is known of that year.
    pub fn of(year: u16) -> Year {
        let number = |entry: &str| entry.get(..4).and_then(|number| number.parse::<u16>().ok());
        let mut entries = table::YEARS.split('\n');
        let every = entries.next().unwrap_or_default();
        let own = entries.find(|entry| number(entry) == Some(year));
        let entry = own.unwrap_or(every);
        let basis = match entry.as_bytes().get(5) {
            Some(b'c') => Basis::Confirmed,
            Some(b's') => Basis::Secondary,
            _ => Basis::Unverified,
        };
        Year { entry, basis, covered: own.is_some() }
    }

    /// Where it is written.
    pub fn citations(&self) -> impl Iterator<Item = Citation> {
        let letters = self.entry.split(' ').nth(2).unwrap_or_default();
        letters.bytes().filter_map(|letter| citation(letter.wrapping_sub(b'a')))
    }

    fn find(&self, day: Date) -> Option<Why> {
        let own = day.month_and_day();
        let mut days = self.entry.split(' ').skip(3);
        let what = days.find_map(|entry| {
            let (number, what) = entry.split_at_checked(4)?;
            (number.parse() == Ok(own)).then_some(what)
        })?;
        let letter = *what.as_bytes().first()?;
        if letter == b'=' {
            return short_date(what.get(1..)?).map(Why::Swapped);
        }
        let holiday = HOLIDAYS.iter().find(|holiday| holiday.letter == letter.to_ascii_lowercase())?;
        Some(if letter.is_ascii_uppercase() { Why::InLieu(holiday) } else { Why::Holiday(holiday) })
    }

    /// The day off that one on a weekend is worked for.
    fn worked_for(&self, year: u16, day: Date) -> Option<Date> {
        let mut days = self.entry.split(' ').skip(3);
        days.find_map(|entry| {
            let (number, worked) = entry.split_at_checked(4)?;
            let worked = short_date(worked.strip_prefix('=')?)?;
            let (month, of_month) = number.split_at_checked(2)?;
            let off = Date::of(year, month.parse().ok()?, of_month.parse().ok()?)?;
            (worked == day).then_some(off)
        })
    }
}

/// What is known of a day.
pub fn look(day: Date) -> Day {
    let weekend = day.weekday() > 4;
    let year = day.year();
    let mut why = Year::of(year).find(day);
    if weekend && why.is_none() {
        // What is worked may be swapped with a day of the year before or after.
        let years = [year, year.saturating_add(1), year.saturating_sub(1)];
        let worked = years.into_iter().find_map(|year| Year::of(year).worked_for(year, day));
        why = worked.map(Why::Worked);
    }
    Day { works: matches!(why, Some(Why::Worked(_))) || (!weekend && why.is_none()), why }
}

/// The rule by which the first day of a term is not counted.
pub fn counting() -> Option<Citation> {
    let ids = table::CITATIONS.split('\n');
    let at = ids.into_iter().position(|line| line.starts_with("count\t"))?;
    citation(u8::try_from(at).ok()?)
}

/// `250426`, of this century.
fn short_date(text: &str) -> Option<Date> {
    let part = |from: usize| text.get(from..from.saturating_add(2))?.parse::<u16>().ok();
    Date::of(part(0)?.saturating_add(2000), u64::from(part(2)?), u64::from(part(4)?))
}

fn citation(at: u8) -> Option<Citation> {
    let line = table::CITATIONS.split('\n').nth(usize::from(at))?;
    let mut parts = line.split('\t').map(str::to_owned);
    let mut part = || parts.next().unwrap_or_default();
    let (id, number, issuer, issued, article) = (part(), part(), part(), part(), part());
    Some(Citation {
        id,
        number,
        issuer,
        issued: Date::parse(&issued),
        article: if article.is_empty() { None } else { Some(article) },
        clause: None,
        point: None,
        title: None,
        url: None,
    })
}
