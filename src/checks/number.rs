//! What was typed is no number for its field. The beginning of one is no error: somebody may still be typing.

use super::Check;
use crate::decimal::{FieldKind, NumberReading, NumberStyle, WhyWrong, write_decimal};
use crate::diagnostic::Diagnostic;

pub(super) static NOT_A_NUMBER: Check = Check::error("number.not-a-number");
pub(super) static NEGATIVE: Check = Check::error("number.negative");
pub(super) static FRACTION: Check = Check::error("number.fraction");
pub(super) static PERCENT: Check = Check::error("number.percent");
pub(super) static UNIT: Check = Check::error("number.unit");
pub(super) static INCOMPLETE: Check = Check::info("number.incomplete");
pub(super) static GROUPING: Check = Check::error("number.grouping");
pub(super) static TOO_LARGE: Check = Check::error("number.too-large");
pub(super) static NOT_FINITE: Check = Check::error("number.not-finite");
pub(super) static AMBIGUOUS: Check = Check::warning("number.ambiguous");

/// Longest piece of what was typed that a message repeats.
pub(super) const ECHO: usize = 40;

/// The finding on a reading that gave no number, if there is one to make.
pub(crate) fn unreadable(
    reading: &NumberReading,
    kind: FieldKind,
    typed: &str,
    path: &[&str],
) -> Option<Diagnostic> {
    let check = check_of(reading)?;
    let mut found = check.found(path);
    found.text("typed", &echo(typed, ECHO)).text("kind", kind.id());
    if let NumberReading::Ambiguous(small, large) = reading {
        let style = NumberStyle::default();
        found.text("small", &write_decimal(*small, style)).text("large", &write_decimal(*large, style));
    }
    Some(found)
}

/// The check a reading that gave no number belongs to.
pub(super) fn check_of(reading: &NumberReading) -> Option<&'static Check> {
    Some(match reading {
        NumberReading::Wrong(WhyWrong::NotANumber) => &NOT_A_NUMBER,
        NumberReading::Wrong(WhyWrong::Negative) => &NEGATIVE,
        NumberReading::Wrong(WhyWrong::Fraction) => &FRACTION,
        NumberReading::Wrong(WhyWrong::Percent) => &PERCENT,
        NumberReading::Wrong(WhyWrong::Unit) => &UNIT,
        NumberReading::Wrong(WhyWrong::Grouping) => &GROUPING,
        NumberReading::Wrong(WhyWrong::TooLarge) => &TOO_LARGE,
        NumberReading::Wrong(WhyWrong::NotFinite) => &NOT_FINITE,
        NumberReading::Ambiguous(..) => &AMBIGUOUS,
        NumberReading::Incomplete => &INCOMPLETE,
        NumberReading::Value(_) | NumberReading::Blank => return None,
    })
}

/// The beginning of what was typed.
pub(super) fn echo(typed: &str, most: usize) -> String {
    let mut echo: String = typed.chars().take(most).collect();
    if typed.chars().nth(most).is_some() {
        echo.push('…');
    }
    echo
}
