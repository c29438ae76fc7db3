//! Writing numbers the way Vietnamese reports print them: `61.567`, `91,82%`, `03`. The same in every language of
//! the messages, because a message must repeat the figure that stands in the form.

use super::{Decimal, Rounding, round};

/// How a decimal is written.
#[derive(Clone, Copy, Debug, Default)]
pub struct NumberStyle {
    /// Rounded or padded to so many decimals; as it is when `None`.
    pub decimals: Option<(u32, Rounding)>,
    /// With a percent sign, without a space before it.
    pub percent: bool,
    /// Whole numbers below ten with a leading zero: `03`.
    pub pad: bool,
}

/// A count with dots between thousands: `61.567`.
pub fn write_count(count: u64) -> String {
    let mut out = String::new();
    push_grouped(&mut out, count);
    out
}

/// A count as lists print it: `61.567`, but `03` below ten; zero stays `0`.
pub fn write_padded_count(count: u64) -> String {
    let mut out = String::new();
    push_padded_count(&mut out, count);
    out
}

/// The same at the end of a text.
pub fn push_padded_count(out: &mut String, count: u64) {
    if (1..10).contains(&count) {
        out.push('0');
    }
    push_grouped(out, count);
}

/// A difference with its sign, a true minus: `+12`, `−32`, `0`.
pub fn write_signed_count(change: i64) -> String {
    let mut out = String::from(match change {
        ..0 => "−",
        0 => "",
        1.. => "+",
    });
    push_grouped(&mut out, change.unsigned_abs());
    out
}

/// A decimal with a decimal comma: `91,82%`.
pub fn write_decimal(value: Decimal, style: NumberStyle) -> String {
    let mut out = String::new();
    push_decimal(&mut out, value, style);
    out
}

/// The same at the end of a text.
pub fn push_decimal(out: &mut String, value: Decimal, style: NumberStyle) {
    let value = match style.decimals {
        Some((decimals, rounding)) => round(value, decimals, rounding).unwrap_or(value),
        None => value,
    };
    let parts = Parts::of(value);
    if parts.negative {
        out.push('−');
    }
    if style.pad && parts.scale == 0 && parts.whole < 10 {
        out.push('0');
    }
    push_grouped(out, parts.whole);
    parts.push_fraction(out, ',');
    if style.percent {
        out.push('%');
    }
}

/// A percentage as it is, with its sign: `91,82%`.
pub fn write_percent(value: Decimal) -> String {
    write_decimal(value, NumberStyle { percent: true, ..NumberStyle::default() })
}

/// A decimal for machines: a point, no grouping. `91.82`.
pub fn write_plain(value: Decimal) -> String {
    let mut out = String::new();
    push_plain(&mut out, value);
    out
}

/// The same at the end of a text.
pub fn push_plain(out: &mut String, value: Decimal) {
    let parts = Parts::of(value);
    if parts.negative {
        out.push('-');
    }
    push_digits(out, parts.whole);
    parts.push_fraction(out, '.');
}

/// What stands before and after the decimal mark.
struct Parts {
    negative: bool,
    whole: u64,
    fraction: u64,
    scale: u32,
}

impl Parts {
    fn of(value: Decimal) -> Parts {
        // Numbers that are read or computed here have at most 18 digits.
        let number = i64::try_from(value.mantissa()).unwrap_or(i64::MAX);
        let scale = value.scale();
        let one = 10_u64.checked_pow(scale).unwrap_or(u64::MAX);
        let digits = number.unsigned_abs();
        let (whole, fraction) = (digits.checked_div(one), digits.checked_rem(one));
        Parts { negative: number < 0, whole: whole.unwrap_or(0), fraction: fraction.unwrap_or(0), scale }
    }

    fn push_fraction(&self, out: &mut String, mark: char) {
        if self.scale > 0 {
            out.push(mark);
            push_places(out, self.fraction, self.scale);
        }
    }
}

/// The digits of a number. Straight into the text: a table writes hundreds of numbers on a keystroke, and the standard
/// formatter makes each a text of its own.
pub(crate) fn push_digits(out: &mut String, number: u64) {
    push_places(out, number, number.checked_ilog10().unwrap_or(0).saturating_add(1));
}

fn push_grouped(out: &mut String, number: u64) {
    let Some(above) = number.checked_div(1000).filter(|above| *above > 0) else {
        return push_digits(out, number);
    };
    push_grouped(out, above);
    out.push('.');
    push_places(out, number.checked_rem(1000).unwrap_or(0), 3);
}

/// The lowest `places` digits, zeros included.
fn push_places(out: &mut String, number: u64, places: u32) {
    let mut unit = 10_u64.checked_pow(places.saturating_sub(1)).unwrap_or(1);
    let mut rest = number;
    for _ in 0..places {
        let digit = rest.checked_div(unit).and_then(|digit| u8::try_from(digit).ok()).unwrap_or(0);
        out.push(char::from(b'0'.saturating_add(digit)));
        rest = rest.checked_rem(unit).unwrap_or(0);
        unit = unit.checked_div(10).unwrap_or(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_grouped_with_dots() {
        assert_eq!(write_count(0), "0");
        assert_eq!(write_count(567), "567");
        assert_eq!(write_count(61567), "61.567");
        assert_eq!(write_count(1_234_567), "1.234.567");
        assert_eq!(write_signed_count(-32), "−32");
        assert_eq!(write_signed_count(i64::MIN), "−9.223.372.036.854.775.808");
    }

    #[test]
    fn decimals_take_a_comma_and_keep_their_zeros() {
        let style = NumberStyle { percent: true, ..NumberStyle::default() };
        assert_eq!(write_decimal(Decimal::new(9182, 2), style), "91,82%");
        assert_eq!(write_decimal(Decimal::new(50, 2), style), "0,50%");
        assert_eq!(write_plain(Decimal::new(-5, 2)), "-0.05");
        let padded = NumberStyle { pad: true, ..NumberStyle::default() };
        assert_eq!(write_decimal(Decimal::new(3, 0), padded), "03");
        assert_eq!(write_decimal(Decimal::new(30, 0), padded), "30");
        let two = NumberStyle { decimals: Some((2, Rounding::HalfUp)), ..NumberStyle::default() };
        assert_eq!(write_decimal(Decimal::new(1_234_567, 3), two), "1.234,57");
        assert_eq!(write_decimal(Decimal::new(7, 0), two), "7,00");
    }
}
