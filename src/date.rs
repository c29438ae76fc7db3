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
        ((1..=12).contains(&date.month) && date.day >= 1 && date.day <= date.days_in_month()).then_some(date)
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
}
