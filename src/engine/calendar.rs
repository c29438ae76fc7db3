//! `engine.workingDays` and `engine.deadlines`: the calendar walked day by day → words.

use super::{Engine, day};
use crate::calendar::{Day, Why, Year, counting, look};
use crate::citation::{Basis, Citation};
use crate::date::Date;
use crate::decimal::{push_digits, write_count};
use crate::report::{DayOff, DeadlineDay, Deadlines, WorkingDays};
use crate::rulebook::{Deadline, EngineError, When};

/// The farthest two days may be apart; 27 years.
const MOST_DAYS: u32 = 10_000;

/// A walk over the days behind one, forwards or backwards.
struct Walk<'e> {
    engine: &'e Engine,
    at: Date,
    back: bool,
    working: u32,
    days: u32,
    exceptions: Vec<DayOff>,
    known: Known,
}

/// What is not known for sure of the days that were looked at.
#[derive(Clone, Copy, Default)]
struct Known {
    uncovered: Option<u16>,
    expected: Option<u16>,
    policy: bool,
}

impl Known {
    fn see(&mut self, date: Date, day: &Day) {
        let year = Year::of(date.year());
        if !year.covered {
            self.uncovered = self.uncovered.or(Some(date.year()));
        } else if year.basis == Basis::Unverified {
            self.expected = self.expected.or(Some(date.year()));
        }
        self.policy |=
            matches!(day.why, Some(Why::Holiday(holiday) | Why::InLieu(holiday)) if holiday.policy);
    }

    /// Why the days are only expected, in words; none when they are sure.
    fn note(&self, engine: &Engine) -> Option<String> {
        let (key, year) = match (self.uncovered, self.expected) {
            (Some(year), _) => ("calendar.uncovered", year),
            (_, Some(year)) => ("calendar.expected", year),
            _ if self.policy => ("calendar.policy", 0),
            _ => return None,
        };
        let mut digits = String::new();
        push_digits(&mut digits, u64::from(year));
        Some(engine.locale.phrase(key, &[("year", digits)]))
    }
}

impl<'e> Walk<'e> {
    fn from(engine: &'e Engine, at: Date, back: bool) -> Walk<'e> {
        let known = Known::default();
        Walk { engine, at, back, working: 0, days: 0, exceptions: Vec::new(), known }
    }

    fn step(&mut self) {
        self.at = if self.back { self.at.previous() } else { self.at.next() };
        self.days = self.days.saturating_add(1);
        let day = look(self.at);
        self.known.see(self.at, &day);
        self.working = self.working.saturating_add(u32::from(day.works));
        // A holiday on a weekend changes nothing.
        if day.why.is_some() && (day.works || self.at.weekday() < 5) {
            self.exceptions.extend(self.engine.day_off(self.at, &day));
        }
    }

    /// On, until so many days were worked.
    fn work(mut self, days: u32) -> Self {
        while self.working < days && self.days < MOST_DAYS {
            self.step();
        }
        self
    }

    /// On, until that day.
    fn reach(mut self, to: Date) -> Self {
        while self.at != to && self.days < MOST_DAYS {
            self.step();
        }
        self
    }
}

impl Engine {
    /// The working days behind `from` up to and with `to`, or the day reached by so many of them; backwards where `to` is
    /// earlier or `add` is negative. `from` itself is not counted.
    pub fn working_days(&self, from: &str, to: &str, add: i32) -> Result<WorkingDays, EngineError> {
        let from = day("from", from)?;
        let walk = if to.is_empty() {
            let walk = Walk::from(self, from, add < 0).work(add.unsigned_abs());
            if walk.working < add.unsigned_abs() {
                return Err(too_far());
            }
            walk
        } else {
            let to = day("to", to)?;
            if from.number().abs_diff(to.number()) > MOST_DAYS {
                return Err(too_far());
            }
            Walk::from(self, from, to < from).reach(to)
        };
        let key = if walk.back { "calendar.back" } else { "calendar.on" };
        let text = self.locale.phrase(
            key,
            &[
                ("from", self.weekday_and_date(from)),
                ("to", self.weekday_and_date(walk.at)),
                ("days", write_count(u64::from(walk.working))),
            ],
        );
        let (first, last) = if walk.back { (walk.at, from) } else { (from, walk.at) };
        Ok(WorkingDays {
            from,
            to: walk.at,
            back: walk.back,
            working: walk.working,
            days: walk.days,
            text,
            note: walk.known.note(self),
            exceptions: walk.exceptions,
            citations: citations(first.year(), last.year()),
        })
    }

    /// The rulebook's deadlines in a year that is rated; 0: the year of the day asked about. `meeting`: the day of the meeting
    /// that some are counted back from; empty when there is none yet.
    pub fn deadlines(&self, year: u32, meeting: &str) -> Result<Deadlines<'_>, EngineError> {
        let year = u16::try_from(year).ok().filter(|year| *year > 0).unwrap_or(self.as_of.year());
        let meeting = if meeting.is_empty() { None } else { Some(day("meeting", meeting)?) };
        // The law that is in force when the year ends is the law it is rated by.
        let book = &self.rulebook;
        let last = Date::of(year, 12, 31).filter(|last| *last >= book.from);
        if last.is_none_or(|last| book.until.is_some_and(|until| last >= until)) {
            let until = book.until.map_or_else(|| "now".to_owned(), |until| until.to_string());
            let parts = ["`", &book.id, "` is not in force at the end of that year"].concat();
            return Err(EngineError::new("rulebook.no-version-on-date", &parts)
                .help(&["it is from ", &book.from.to_string(), " to before ", &until].concat()));
        }
        let days = book.deadlines.iter().map(|one| self.deadline(one, year, meeting)).collect();
        Ok(Deadlines { year, days })
    }

    fn deadline<'e>(&'e self, rule: &'e Deadline, year: u16, meeting: Option<Date>) -> DeadlineDay<'e> {
        let mut params = Vec::new();
        let (key, date, safe) = match rule.when {
            When::Day { month, day, year_after } => {
                let date = Date::of(year.saturating_add(u16::from(year_after)), month, day);
                let safe = date.map(|date| Walk::from(self, date, true).work(1));
                ("deadline.before", date.map(|date| Walk::from(self, date, true)), safe)
            }
            When::WorkingDaysBefore(days) => {
                params.push(("days", write_count(days)));
                let days = u32::try_from(days).unwrap_or(MOST_DAYS);
                let back = |days: u32| meeting.map(|meeting| Walk::from(self, meeting, true).work(days));
                // Whole days between the two, for those who count so.
                ("deadline.days-before", back(days), back(days.saturating_add(1)))
            }
        };
        let (Some(date), Some(safe)) = (date, safe) else {
            let text = self.locale.phrase("deadline.no-meeting", &params);
            return DeadlineDay { rule, date: None, safe: None, day_off: None, text, note: None };
        };
        params.push(("date", self.weekday_and_date(date.at)));
        params.push(("safe", self.weekday_and_date(safe.at)));
        let mut text = self.locale.phrase(key, &params);
        let own = look(date.at);
        let day_off = if own.works { None } else { Some(self.why_off(date.at, &own)) };
        if let Some(why) = &day_off {
            text.push(' ');
            text.push_str(&self.locale.phrase("deadline.day-off", &[("why", why.clone())]));
        }
        let mut known = safe.known;
        known.see(date.at, &own);
        DeadlineDay { rule, date: Some(date.at), safe: Some(safe.at), day_off, text, note: known.note(self) }
    }

    fn day_off(&self, date: Date, day: &Day) -> Option<DayOff> {
        let kind = match day.why? {
            Why::Holiday(_) => "holiday",
            Why::InLieu(_) => "in-lieu",
            Why::Swapped(_) => "swapped",
            Why::Worked(_) => "worked",
        };
        let expected = Year::of(date.year()).basis == Basis::Unverified;
        let policy = matches!(day.why, Some(Why::Holiday(holiday)) if holiday.policy);
        let provisional = expected || policy;
        Some(DayOff { date, works: day.works, kind, label: self.why_off(date, day), provisional })
    }

    fn why_off(&self, date: Date, day: &Day) -> String {
        let locale = self.locale;
        let holiday = |id: &str| locale.word(&["holiday.", id].concat());
        let other = |key: &str, day: Date| locale.phrase(key, &[("date", self.weekday_and_date(day))]);
        match day.why {
            Some(Why::Holiday(one)) => holiday(one.id),
            Some(Why::InLieu(one)) => locale.phrase("calendar.in-lieu", &[("holiday", holiday(one.id))]),
            Some(Why::Swapped(worked)) => other("calendar.swapped", worked),
            Some(Why::Worked(off)) => other("calendar.worked", off),
            None => self.weekday(date),
        }
    }

    fn weekday(&self, date: Date) -> String {
        let mut key = "weekday.".to_owned();
        push_digits(&mut key, u64::from(date.weekday()));
        self.locale.word(&key)
    }

    fn weekday_and_date(&self, date: Date) -> String {
        [self.weekday(date).as_str(), date.written().as_str()].join(" ")
    }
}

/// Where the days of these years are written; most are a year or two.
fn citations(from: u16, to: u16) -> Vec<Citation> {
    let mut all: Vec<Citation> = counting().into_iter().collect();
    for year in from..=to {
        for citation in Year::of(year).citations() {
            if !all.iter().any(|known| known.id == citation.id) {
                all.push(citation);
            }
        }
    }
    all
}

fn too_far() -> EngineError {
    EngineError::new("usage.out-of-range", "the two days are more than 10000 days apart")
}
