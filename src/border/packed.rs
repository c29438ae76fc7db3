//! A text that JavaScript splits, because reading it as JSON would take longer than everything behind it. U+001F ends or
//! parts cells, U+001C parts what is inside one, U+001D stands before each of several. No text has these: JavaScript takes
//! them out of rulebooks and of what was typed.

use super::cells::SEPARATOR;
use super::form::CELL;
use crate::decimal::{Backwards, Decimal, NumberStyle, push_decimal, push_digits, push_plain};

/// Before a list, which may be empty.
pub(super) const LIST: char = '=';

/// A packed text as it grows.
#[derive(Debug, Default)]
pub(super) struct Packed(pub(super) String);

impl Packed {
    #[inline(never)]
    pub(super) fn whole(&mut self, number: usize) {
        push_digits(&mut self.0, u64::try_from(number).unwrap_or(0));
    }

    /// A cell with a text, empty when there is none, and what ends it.
    #[inline(never)]
    pub(super) fn cell(&mut self, text: Option<&str>) {
        self.0.push_str(text.unwrap_or(""));
        self.0.push(SEPARATOR);
    }

    /// A cell with a count.
    #[inline(never)]
    pub(super) fn count(&mut self, count: Option<u64>) {
        self.digits(count);
        self.0.push(SEPARATOR);
    }

    pub(super) fn digits(&mut self, count: Option<u64>) {
        if let Some(count) = count {
            push_digits(&mut self.0, count);
        }
    }

    /// A number for machines, and as reports write it.
    pub(super) fn number(&mut self, number: Decimal) {
        push_plain(&mut self.0, number);
        self.0.push(CELL);
        push_decimal(&mut self.0, number, NumberStyle::default());
    }

    /// A share for machines, `between`, and as reports print it; without one only what stands between.
    #[inline(never)]
    pub(super) fn share(&mut self, share: Option<Decimal>, between: &str) {
        let mut text = Backwards::new();
        match share {
            Some(share) => text.share_both_ways(share, between),
            None => text.text(between),
        }
        text.onto(&mut self.0);
    }
}
