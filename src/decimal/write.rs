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
    if (1..10).contains(&count) {
        out.push('0');
    }
    push_grouped(&mut out, count);
    out
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
    let value = match style.decimals {
        Some((decimals, rounding)) => round(value, decimals, rounding).unwrap_or(value),
        None => value,
    };
    let mut out = String::new();
    if value.is_sign_negative() && !value.is_zero() {
        out.push('−');
    }
    let (whole, fraction) = parts(value);
    if style.pad && value.scale() == 0 && whole < 10 {
        out.push('0');
    }
    push_grouped(&mut out, whole);
    push_fraction(&mut out, ',', fraction, value.scale());
    if style.percent {
        out.push('%');
    }
    out
}

/// A percentage as it is, with its sign: `91,82%`.
pub fn write_percent(value: Decimal) -> String {
    write_decimal(value, NumberStyle { percent: true, ..NumberStyle::default() })
}

/// A decimal for machines: a point, no grouping. `91.82`.
pub fn write_plain(value: Decimal) -> String {
    let mut out = String::new();
    if value.is_sign_negative() && !value.is_zero() {
        out.push('-');
    }
    let (whole, fraction) = parts(value);
    out.push_str(&whole.to_string());
    push_fraction(&mut out, '.', fraction, value.scale());
    out
}

/// What stands before and after the decimal mark. Numbers that are read or computed here have at most 18 digits.
fn parts(value: Decimal) -> (u64, u64) {
    let mantissa = u64::try_from(value.mantissa().unsigned_abs()).unwrap_or(u64::MAX);
    let one = 10_u64.checked_pow(value.scale()).unwrap_or(u64::MAX);
    (mantissa.checked_div(one).unwrap_or(0), mantissa.checked_rem(one).unwrap_or(0))
}

fn push_grouped(out: &mut String, number: u64) {
    let digits = number.to_string();
    for (index, digit) in digits.chars().enumerate() {
        let left = digits.len().saturating_sub(index);
        if index > 0 && left.is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
}

fn push_fraction(out: &mut String, mark: char, fraction: u64, scale: u32) {
    if scale > 0 {
        let digits = fraction.to_string();
        let width = usize::try_from(scale).unwrap_or(0);
        out.push(mark);
        out.extend(std::iter::repeat_n('0', width.saturating_sub(digits.len())));
        out.push_str(&digits);
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
