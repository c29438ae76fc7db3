//! `engine.workingDays` and `engine.deadlines`: the calendar walked day by day → words.

use super::{Engine, day};
use crate::calendar::{Day, Why, basis, citations, look};
use crate::citation::Basis;
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

/// What is not known for sure of the days that were looked at, the worst of it: a year without a notice, or in no table.
#[derive(Clone, Copy, Default)]
struct Known {
    key: &'static str,
    year: u16,
}

impl Known {
    fn see(&mut self, year: u16, day: &Day) {
        match basis(year) {
            None => *self = Known { key: "calendar.uncovered", year },
            Some(Basis::Unverified) if self.key != "calendar.uncovered" => {
                *self = Known { key: "calendar.expected", year };
            }
            _ if day.policy && self.key.is_empty() => self.key = "calendar.policy",
            _ => {}
        }
    }

    /// Why the days are only expected, in words; none when they are sure.
    fn note(self, engine: &Engine) -> Option<String> {
        if self.key.is_empty() {
            return None;
        }
        let mut digits = String::new();
        push_digits(&mut digits, u64::from(self.year));
        Some(engine.locale.phrase(self.key, &[("year", digits)]))
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
        self.known.see(self.at.year(), &day);
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
        // The day the text counts from, how many working days back, and how many more for those who count otherwise.
        let (key, from, back, days) = match rule.when {
            When::Day { month, day, year_after } => {
                let year = year.saturating_add(u16::from(year_after));
                ("deadline.before", Date::of(year, month, day), 0, 0)
            }
            When::WorkingDaysBefore(days) => {
                ("deadline.days-before", meeting, u32::try_from(days).unwrap_or(MOST_DAYS), days)
            }
        };
        let mut params = vec![("days", write_count(days))];
        let Some(from) = from else {
            let text = self.locale.phrase("deadline.no-meeting", &params);
            return DeadlineDay { rule, date: None, safe: None, day_off: None, text, note: None };
        };
        let walk = Walk::from(self, from, true).work(back);
        let date = walk.at;
        let Walk { at: safe, mut known, .. } = walk.work(back.saturating_add(1));
        params.push(("date", self.weekday_and_date(date)));
        params.push(("safe", self.weekday_and_date(safe)));
        let mut text = self.locale.phrase(key, &params);
        let own = look(date);
        known.see(date.year(), &own);
        let day_off = if own.works { None } else { Some(self.why_off(date, &own)) };
        if let Some(why) = &day_off {
            text.push(' ');
            text.push_str(&self.locale.phrase("deadline.day-off", &[("why", why.clone())]));
        }
        DeadlineDay { rule, date: Some(date), safe: Some(safe), day_off, text, note: known.note(self) }
    }

    fn day_off(&self, date: Date, day: &Day) -> Option<DayOff> {
        let kind = match day.why? {
            Why::Holiday(_) => "holiday",
            Why::InLieu(_) => "in-lieu",
            Why::Swapped(_) => "swapped",
            Why::Worked(_) => "worked",
        };
        let provisional = day.policy || !basis(date.year()).is_some_and(Basis::is_settled);
        Some(DayOff { date, works: day.works, kind, label: self.why_off(date, day), provisional })
    }

    fn why_off(&self, date: Date, day: &Day) -> String {
        let locale = self.locale;
        let holiday = |id: &str| locale.word(&["holiday.", id].concat());
        let other = |key: &str, day: Date| locale.phrase(key, &[("date", self.weekday_and_date(day))]);
        match day.why {
            Some(Why::Holiday(id)) => holiday(id),
            Some(Why::InLieu(id)) => locale.phrase("calendar.in-lieu", &[("holiday", holiday(id))]),
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

fn too_far() -> EngineError {
    EngineError::new("usage.out-of-range", "the two days are more than 10000 days apart")
}
