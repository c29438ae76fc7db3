//! An exact decimal: its digits without the mark, and how many of them stand behind it. 64 bits hold every number here:
//! counts have at most 10 digits, shares 9, and their products 18.

use std::cmp::Ordering;

use super::share::compare;

/// An exact decimal: 91,82 is the digits 9182, two of them decimals.
#[derive(Clone, Copy, Debug, Default)]
pub struct Decimal {
    digits: i64,
    scale: u32,
}

impl Decimal {
    /// Nothing.
    pub const ZERO: Decimal = Decimal::new(0, 0);
    /// All of it, as a percentage.
    pub const ONE_HUNDRED: Decimal = Decimal::new(100, 0);

    /// Of its digits without the mark, `scale` of them decimals; at most 18 can be compared or written.
    pub const fn new(digits: i64, scale: u32) -> Decimal {
        Decimal { digits, scale }
    }

    /// Its digits without the mark, with their sign.
    pub const fn digits(self) -> i64 {
        self.digits
    }

    /// How many decimals it has: 33,30 has two.
    pub const fn scale(self) -> u32 {
        self.scale
    }

    /// Whether it is nothing.
    pub const fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// Whether it is below nothing.
    pub const fn is_negative(self) -> bool {
        self.digits < 0
    }

    /// Without its sign.
    #[must_use]
    pub const fn abs(self) -> Decimal {
        if self.is_negative() { self.negated() } else { self }
    }

    /// With the other sign.
    #[must_use]
    pub const fn negated(self) -> Decimal {
        Decimal::new(self.digits.saturating_neg(), self.scale)
    }
}

impl From<i64> for Decimal {
    fn from(whole: i64) -> Decimal {
        Decimal::new(whole, 0)
    }
}

impl From<u64> for Decimal {
    fn from(count: u64) -> Decimal {
        Decimal::new(i64::try_from(count).unwrap_or(i64::MAX), 0)
    }
}

/// As numbers: 33,3 is 33,30. Whether they also read alike says [`super::alike`].
impl PartialEq for Decimal {
    fn eq(&self, other: &Decimal) -> bool {
        compare(*self, *other).is_eq()
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Decimal) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Decimal) -> Ordering {
        compare(*self, *other)
    }
}
