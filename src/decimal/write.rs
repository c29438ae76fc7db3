//! Writing numbers the way Vietnamese reports print them: `61.567`, `91,82%`, `03`. The same in every language of
//! the messages, because a message must repeat the figure that stands in the form.

use super::share::mantissa;
use super::whole::{power_of_ten, tenth};
use super::{Decimal, Rounding, round};

/// How a decimal is written.
#[derive(Clone, Copy, Debug, Default)]
pub struct NumberStyle {
    /// Rounded or padded to so many decimals; as it is when `None`.
    pub decimals: Option<(u32, Rounding)>,
    /// With a percent sign, without a space before it.
    pub percent: bool,
    /// Whole numbers from one to nine with a leading zero: `03`; zero stays `0`.
    pub pad: bool,
}

/// A count with dots between thousands: `61.567`.
pub fn write_count(count: u64) -> String {
    let mut out = String::new();
    Backwards::new().grouped(count, 1).onto(&mut out);
    out
}

/// A difference with its sign, a true minus: `+12`, `−32`, `0`.
pub fn write_signed_count(change: i64) -> String {
    let mut out = String::from(match change {
        ..0 => "−",
        0 => "",
        1.. => "+",
    });
    Backwards::new().grouped(change.unsigned_abs(), 1).onto(&mut out);
    out
}

/// A decimal with a decimal comma: `91,82%`.
pub fn write_decimal(value: Decimal, style: NumberStyle) -> String {
    let mut out = String::new();
    push_decimal(&mut out, value, style);
    out
}

/// The same at the end of a text.
pub(crate) fn push_decimal(out: &mut String, value: Decimal, style: NumberStyle) {
    Backwards::new().decimal(value, style).onto(out);
}

/// A number, what it is a share of, and the share: `18/20 = 90,00%`. Of nothing there is none.
pub(crate) fn push_share(out: &mut String, part: Decimal, whole: Decimal, share: Option<Decimal>) {
    let (plain, percent) = (NumberStyle::default(), NumberStyle { percent: true, ..NumberStyle::default() });
    let mut digits = Backwards::new();
    match share {
        Some(share) => drop(digits.decimal(share, percent)),
        None => digits.text("–"),
    }
    digits.text(" = ");
    digits.decimal(whole, plain).put(b'/');
    digits.decimal(part, plain).onto(out);
}

/// A percentage as it is, with its sign: `91,82%`.
pub fn write_percent(value: Decimal) -> String {
    let mut out = String::new();
    push_percent(&mut out, value);
    out
}

/// The same at the end of a text.
pub(crate) fn push_percent(out: &mut String, value: Decimal) {
    push_decimal(out, value, NumberStyle { percent: true, ..NumberStyle::default() });
}

/// A decimal for machines: a point, no grouping. `91.82`.
pub fn write_plain(value: Decimal) -> String {
    let mut out = String::new();
    push_plain(&mut out, value);
    out
}

/// The same at the end of a text.
pub(crate) fn push_plain(out: &mut String, value: Decimal) {
    let parts = Parts::of(value);
    if parts.negative {
        out.push('-');
    }
    push_digits(out, parts.whole);
    if parts.scale == 0 {
        return;
    }
    out.push('.');
    let short = |place: &u32| power_of_ten(*place).is_none_or(|one| parts.fraction < one.unsigned_abs());
    out.extend((1..parts.scale).rev().take_while(short).map(|_| '0'));
    push_digits(out, parts.fraction);
}

/// The digits of a number, at the end of a text: mostly few, a position.
#[inline(never)]
pub(crate) fn push_digits(out: &mut String, number: u64) {
    let Some(mut rest) = u32::try_from(number).ok().filter(|small| *small < 10_000_000) else {
        let above = tenth(number);
        push_digits(out, above);
        return out.push(digit(number.wrapping_sub(above.wrapping_mul(10))).into());
    };
    // The last first, four bits each, below a one.
    let mut row = 1_u32;
    while rest > 9 {
        row = row << 4 | rest.wrapping_rem(10);
        rest = rest.wrapping_div(10);
    }
    out.push(digit(rest.into()).into());
    while row > 1 {
        out.push(digit((row & 0xF).into()).into());
        row >>= 4;
    }
}

/// The sign of a number below ten.
fn digit(number: u64) -> u8 {
    b'0'.wrapping_add(u8::try_from(number).unwrap_or(0))
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
        let number = mantissa(value).unwrap_or(i64::MAX);
        let (negative, digits, scale) = (number < 0, number.unsigned_abs(), value.scale());
        if scale == 0 {
            return Parts { negative, whole: digits, fraction: 0, scale };
        }
        let one = power_of_ten(scale).map_or(u64::MAX, i64::unsigned_abs);
        let whole = digits.checked_div(one).unwrap_or(0);
        Parts { negative, whole, fraction: digits.wrapping_sub(whole.wrapping_mul(one)), scale }
    }

    fn fraction(&self, digits: &mut Backwards, mark: u8) {
        if self.scale > 0 {
            digits.number(self.fraction, self.scale);
            digits.put(mark);
        }
    }
}

/// Text written from its last sign to its first and put in place at once: a table writes hundreds of numbers on a
/// keystroke, and appending digit by digit is most of what that costs. Signs beyond the room are dropped; the longest
/// number has 20 digits, 6 dots, a mark and a percent sign, and a row of a table four of them.
pub(crate) struct Backwards {
    bytes: [u8; Self::ROOM],
    from: usize,
}

impl Backwards {
    const ROOM: usize = 128;

    pub(crate) fn new() -> Backwards {
        Backwards { bytes: [b'0'; Self::ROOM], from: Self::ROOM }
    }

    pub(crate) fn put(&mut self, byte: u8) {
        let from = self.from.wrapping_sub(1);
        if let Some(place) = self.bytes.get_mut(from) {
            *place = byte;
            self.from = from;
        }
    }

    pub(crate) fn text(&mut self, text: &str) {
        for byte in text.bytes().rev() {
            self.put(byte);
        }
    }

    /// The digits of a number, with zeros in front up to `places`.
    pub(crate) fn number(&mut self, number: u64, places: u32) {
        let (mut rest, mut places) = (number, places);
        while rest > 0 || places > 0 {
            let above = tenth(rest);
            self.put(digit(rest.wrapping_sub(above.wrapping_mul(10))));
            rest = above;
            places = places.saturating_sub(1);
        }
    }

    /// The same with dots between thousands.
    fn grouped(&mut self, number: u64, places: u32) -> &mut Backwards {
        let mut rest = number;
        while rest >= 1000 {
            let above = rest.wrapping_div(1000);
            self.number(rest.wrapping_sub(above.wrapping_mul(1000)), 3);
            self.put(b'.');
            rest = above;
        }
        // Zeros in front are for numbers below the first thousand only.
        self.number(rest, if number < 1000 { places } else { 1 });
        self
    }

    /// A decimal with a decimal comma; see [`write_decimal`].
    fn decimal(&mut self, value: Decimal, style: NumberStyle) -> &mut Backwards {
        let value = match style.decimals {
            Some((decimals, rounding)) => round(value, decimals, rounding).unwrap_or(value),
            None => value,
        };
        let parts = Parts::of(value);
        if style.percent {
            self.put(b'%');
        }
        parts.fraction(self, b',');
        let padded = style.pad && parts.scale == 0 && parts.whole > 0;
        self.grouped(parts.whole, if padded { 2 } else { 1 });
        if parts.negative {
            self.text("−");
        }
        self
    }

    /// A count as lists print it: `61.567`, but `03` below ten; zero stays `0`.
    pub(crate) fn padded_count(&mut self, count: u64) -> &mut Backwards {
        self.grouped(count, if count == 0 { 1 } else { 2 })
    }

    /// A share twice: for machines, `between`, and as reports print it.
    pub(crate) fn share_both_ways(&mut self, share: Decimal, between: &str) {
        let parts = Parts::of(share);
        self.put(b'%');
        parts.fraction(self, b',');
        self.grouped(parts.whole, 1).text(between);
        parts.fraction(self, b'.');
        self.number(parts.whole, 1);
    }

    pub(crate) fn onto(&self, out: &mut String) {
        let written = self.bytes.get(self.from..).and_then(|bytes| std::str::from_utf8(bytes).ok());
        out.push_str(written.unwrap_or_default());
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
        assert_eq!(write_decimal(Decimal::new(1000, 0), padded), "1.000");
        let two = NumberStyle { decimals: Some((2, Rounding::HalfUp)), ..NumberStyle::default() };
        assert_eq!(write_decimal(Decimal::new(1_234_567, 3), two), "1.234,57");
        assert_eq!(write_decimal(Decimal::new(7, 0), two), "7,00");
    }
}
