//! Numbers: reading what people type, writing what reports print, exact shares, named roundings.
//!
//! Nothing outside this module divides, rounds, reads or writes a number. Counts are whole and at most
//! [`MAX_COUNT`]; percentages and scores are exact decimals; there are no floats.

mod read;
mod share;
mod whole;
mod write;

pub use read::{FieldKind, NumberReading, Typed, WhyWrong, read_machine_number, read_number, whole_digits};
pub use rust_decimal::Decimal;
pub use share::{
    Fit, Hedge, Sum, add, alike, as_count, compare, compare_share, counts_of, digits, fit, in_units, is_step,
    makes_100, mean, meets, misses_100, nearest, places, product, round, share, subtract, weighted, whole_of,
    within_percent,
};
pub(crate) use write::{Backwards, push_decimal, push_digits, push_percent, push_plain, push_share};
pub use write::{NumberStyle, write_count, write_decimal, write_percent, write_plain, write_signed_count};

/// The largest count that is read: 9.999.999.999. Far above any roster, and small enough that every product of a share
/// fits 64 bits.
pub const MAX_COUNT: u64 = 9_999_999_999;

/// Most decimals a share or a formatted number may have.
pub const MAX_DECIMALS: u32 = 6;

/// How a value that lies between two steps is brought to one of them. Ties are named; there is no default here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearest; a tie away from zero (as Excel's ROUND and most reports do).
    HalfUp,
    /// To the nearest; a tie to the even neighbour.
    HalfEven,
    /// Towards zero: cuts the digits off.
    Truncate,
    /// Towards minus infinity: never more than the exact value.
    Floor,
    /// Towards plus infinity: never less than the exact value.
    Ceil,
}

impl Rounding {
    /// Every rounding with its id, as rulebooks and callers write it.
    pub const ALL: [(&'static str, Rounding); 5] = [
        ("half-up", Rounding::HalfUp),
        ("half-even", Rounding::HalfEven),
        ("truncate", Rounding::Truncate),
        ("floor", Rounding::Floor),
        ("ceil", Rounding::Ceil),
    ];

    /// The rounding of that id.
    pub fn from_id(id: &str) -> Option<Rounding> {
        Self::ALL.into_iter().find(|(name, _)| *name == id).map(|(_, rounding)| rounding)
    }

    /// Its id: `half-up` and so on.
    pub fn id(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, rounding)| *rounding == self).map_or("", |(name, _)| name)
    }
}
