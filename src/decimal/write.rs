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
    push_grouped(&mut out, &count.to_string());
    out
}

/// A difference with its sign, a true minus: `+12`, `−32`, `0`.
pub fn write_signed_count(change: i64) -> String {
    let mut out = String::from(match change {
        ..0 => "−",
        0 => "",
        1.. => "+",
    });
    push_grouped(&mut out, &change.unsigned_abs().to_string());
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
    let (whole, fraction) = digits(value);
    if style.pad && fraction.is_empty() && whole.len() == 1 {
        out.push('0');
    }
    push_grouped(&mut out, &whole);
    if !fraction.is_empty() {
        out.push(',');
        out.push_str(&fraction);
    }
    if style.percent {
        out.push('%');
    }
    out
}

/// A decimal for machines: a point, no grouping. `91.82`.
pub fn write_plain(value: Decimal) -> String {
    let (mut out, fraction) = digits(value);
    if value.is_sign_negative() && !value.is_zero() {
        out.insert(0, '-');
    }
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(&fraction);
    }
    out
}

/// The digits before and after the decimal mark.
fn digits(value: Decimal) -> (String, String) {
    let scale = usize::try_from(value.scale()).unwrap_or(0);
    let mantissa = value.mantissa().unsigned_abs();
    // Most values fit 64 bits, which are much cheaper to write than 128.
    let mut whole = match u64::try_from(mantissa) {
        Ok(small) => small.to_string(),
        Err(_) => mantissa.to_string(),
    };
    while whole.len() <= scale {
        whole.insert(0, '0');
    }
    let fraction = whole.split_off(whole.len().saturating_sub(scale));
    (whole, fraction)
}

fn push_grouped(out: &mut String, digits: &str) {
    for (index, digit) in digits.chars().enumerate() {
        let left = digits.len().saturating_sub(index);
        if index > 0 && left.checked_rem(3) == Some(0) {
            out.push('.');
        }
        out.push(digit);
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
