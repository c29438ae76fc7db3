//! Civil dates. The core has no clock: every date comes from the caller or a rulebook.

use std::fmt;

/// A day of the Gregorian calendar, written `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The first day of all; what stands where a date could not be read.
    pub(crate) const FIRST: Date = Date { year: 0, month: 1, day: 1 };

    /// Reads `YYYY-MM-DD`; `None` for anything else, also for 30 February.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let mut part = |width: usize| {
            let digits =
                parts.next().filter(|p| p.len() == width && p.bytes().all(|b| b.is_ascii_digit()))?;
            digits.parse::<u16>().ok()
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        if parts.next().is_some() {
            return None;
        }
        let date = Date { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? };
        date.exists().then_some(date)
    }

    /// Reads a day as people type it: `31/12/2025`, `31-12-2025`, `31.12.2025`, or `2025-12-31`.
    pub fn read(text: &str) -> DateReading {
        let text = text.trim_matches(crate::text::is_space);
        if let Some(day) = Date::parse(text) {
            return DateReading::Day(day);
        }
        let mut parts = text.split(['/', '-', '.']).map(|part| part.trim_matches(crate::text::is_space));
        let mut part = |most: usize| match parts.next() {
            Some(part) if part.len() <= most && part.bytes().all(|b| b.is_ascii_digit()) => Ok(part),
            Some(_) => Err(()),
            None => Ok(""),
        };
        let read = [part(2), part(2), part(4)];
        let [Ok(day), Ok(month), Ok(year)] = read else {
            // The machine's way of writing, not finished yet.
            let begun =
                text.len() < 10 && text.split('-').all(|part| part.bytes().all(|b| b.is_ascii_digit()));
            return if begun { DateReading::Incomplete } else { DateReading::Wrong };
        };
        if parts.next().is_some() {
            return DateReading::Wrong;
        }
        let number = |part: &str| part.parse::<u16>().ok();
        // Whatever the rest will be, there is no such day or month.
        let too_much = |part: &str, most: u16| number(part).is_some_and(|number| number > most);
        if too_much(day, 31) || too_much(month, 12) {
            return DateReading::Wrong;
        }
        if day.is_empty() || month.is_empty() || year.len() < 4 {
            return DateReading::Incomplete;
        }
        let padded = format!("{year}-{month:0>2}-{day:0>2}");
        Date::parse(&padded).map_or(DateReading::Wrong, DateReading::Day)
    }

    /// The first and the last day of its year.
    pub fn year_around(self) -> (Date, Date) {
        (Date { month: 1, day: 1, ..self }, Date { month: 12, day: 31, ..self })
    }

    /// Its number among the days of the calendar; what lies between two days is the difference.
    pub fn number(self) -> u32 {
        // A year that begins in March has its odd day last.
        let (year, month) = match self.month {
            1 | 2 => (u32::from(self.year).saturating_sub(1), u32::from(self.month).saturating_add(9)),
            month => (u32::from(self.year), u32::from(month).saturating_sub(3)),
        };
        let part = |whole: u32, of: u32| whole.checked_div(of).unwrap_or_default();
        let leap_days = part(year, 4).saturating_sub(part(year, 100)).saturating_add(part(year, 400));
        let months = part(month.saturating_mul(153).saturating_add(2), 5);
        let days = year.saturating_mul(365).saturating_add(leap_days).saturating_add(months);
        days.saturating_add(u32::from(self.day))
    }

    /// Its place in the week; 0 is Monday.
    pub fn weekday(self) -> u32 {
        self.number().saturating_add(1).checked_rem(7).unwrap_or_default()
    }

    /// The year it is in.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month and the day as one number: 1231.
    pub fn month_and_day(self) -> u16 {
        u16::from(self.month).saturating_mul(100).saturating_add(u16::from(self.day))
    }

    /// The day of a year that has that month and day; `None` where it has none.
    pub fn of(year: u16, month: u64, day: u64) -> Option<Date> {
        let date = Date { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? };
        date.exists().then_some(date)
    }

    /// The day after.
    pub fn next(self) -> Date {
        if self.day < self.days_in_month() {
            Date { day: self.day.saturating_add(1), ..self }
        } else if self.month < 12 {
            Date { month: self.month.saturating_add(1), day: 1, ..self }
        } else {
            Date { year: self.year.saturating_add(1), month: 1, day: 1 }
        }
    }

    /// The day before.
    pub fn previous(self) -> Date {
        if self.day > 1 {
            return Date { day: self.day.saturating_sub(1), ..self };
        }
        let first = if self.month > 1 {
            Date { month: self.month.saturating_sub(1), ..self }
        } else {
            Date { year: self.year.saturating_sub(1), month: 12, day: 1 }
        };
        Date { day: first.days_in_month(), ..first }
    }

    fn exists(self) -> bool {
        (1..=12).contains(&self.month) && self.day >= 1 && self.day <= self.days_in_month()
    }

    fn days_in_month(self) -> u8 {
        match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if self.is_leap_year() => 29,
            2 => 28,
            _ => 31,
        }
    }

    fn is_leap_year(self) -> bool {
        let divides = |by: u16| self.year.checked_rem(by) == Some(0);
        divides(4) && (!divides(100) || divides(400))
    }

    /// `31/12/2020`, as documents write it.
    pub fn written(self) -> String {
        format!("{:02}/{:02}/{}", self.day, self.month, self.year)
    }
}

/// What was understood of a typed day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateReading {
    /// A day that exists.
    Day(Date),
    /// A beginning of one.
    Incomplete,
    /// No day, or none that exists.
    Wrong,
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_that_exist_are_dates() {
        assert_eq!(Date::parse("2020-02-29").map(|d| d.to_string()).as_deref(), Some("2020-02-29"));
        for wrong in [
            "2019-02-29",
            "2020-2-9",
            "2020-13-01",
            "2020-00-10",
            "2020-04-31",
            "31/12/2020",
            "",
            "2020-01-01-",
            "+020-01-01",
        ] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
        assert!(Date::parse("2019-10-18") < Date::parse("2023-10-04"));
    }

    #[test]
    fn days_are_numbered_one_after_the_other() {
        let number = |text| Date::parse(text).map(Date::number);
        for (day, next) in [
            ("2024-02-28", "2024-02-29"),
            ("2024-02-29", "2024-03-01"),
            ("2025-02-28", "2025-03-01"),
            ("2100-02-28", "2100-03-01"),
            ("2025-04-30", "2025-05-01"),
            ("2025-12-31", "2026-01-01"),
        ] {
            assert_eq!(number(day).and_then(|day| day.checked_add(1)), number(next), "{day}");
        }
        assert_eq!(number("2025-11-22").and_then(|day| day.checked_add(365)), number("2026-11-22"));
        assert_eq!(number("2023-11-22").and_then(|day| day.checked_add(366)), number("2024-11-22"));
    }

    #[test]
    fn a_day_knows_the_next_the_one_before_and_its_place_in_the_week() {
        let date = |text| Date::parse(text).unwrap_or(Date::FIRST);
        assert_eq!(date("2025-11-22").weekday(), 5);
        for (day, next) in [
            ("2024-02-28", "2024-02-29"),
            ("2025-02-28", "2025-03-01"),
            ("2025-12-31", "2026-01-01"),
            ("2025-04-30", "2025-05-01"),
        ] {
            assert_eq!((date(day).next(), date(next).previous()), (date(next), date(day)));
        }
        assert_eq!(Date::of(2025, 2, 29), None);
        assert_eq!(Date::of(2024, 2, 29), Some(date("2024-02-29")));
    }

    #[test]
    fn a_day_is_read_as_people_type_it_and_nothing_is_said_of_half_a_day() {
        let day = |text| Date::parse(text).map_or(DateReading::Wrong, DateReading::Day);
        for typed in ["31/12/2025", "31-12-2025", "31.12.2025", " 31 / 12 / 2025 ", "2025-12-31"] {
            assert_eq!(Date::read(typed), day("2025-12-31"), "{typed}");
        }
        assert_eq!(Date::read("2/9/2025"), day("2025-09-02"));
        for begun in ["3", "31/", "31/12", "31/12/20", "31/12/25", "2025-1", "2025-12-3"] {
            assert_eq!(Date::read(begun), DateReading::Incomplete, "{begun}");
        }
        for wrong in ["30/02/2025", "31/13/2025", "45/1", "hôm qua", "31/12/2025/1", "1/1/20255"] {
            assert_eq!(Date::read(wrong), DateReading::Wrong, "{wrong}");
        }
    }
}
