//! The slip of the hand that turns one row of digits into another.

use crate::decimal::{Decimal, Fit, Hedge, Rounding, digits, fit, nearest, share};

/// What happened to the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slip {
    /// Two neighbours changed places.
    Swapped,
    /// One was left out.
    Dropped,
    /// One is too many.
    Extra,
    /// One is another.
    Mistyped,
}

/// How `typed` came from `right`, if by one slip.
#[inline(never)]
pub(crate) fn slip(typed: u64, right: u64) -> Option<Slip> {
    let (typed, right) = (typed.to_string(), right.to_string());
    let (a, b) = (typed.as_bytes(), right.as_bytes());
    let head = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    let same = head.saturating_add(tail);
    let next = head.saturating_add(1);
    if a.len() == b.len() {
        let crossed = a.get(head) == b.get(next) && a.get(next) == b.get(head);
        return (crossed && same.saturating_add(2) == a.len()).then_some(Slip::Swapped);
    }
    if a.len().saturating_add(1) == b.len() && same >= a.len() {
        return Some(Slip::Dropped);
    }
    (b.len().saturating_add(1) == a.len() && same >= b.len()).then_some(Slip::Extra)
}

/// Whether two numbers of two digits or more differ in one digit. So many do that it says something only where all else fits.
pub(crate) fn mistyped(typed: u64, right: u64) -> bool {
    let (typed, right) = (typed.to_string(), right.to_string());
    let differ = typed.bytes().zip(right.bytes()).filter(|(a, b)| a != b).count();
    typed.len() == right.len() && typed.len() > 1 && differ == 1
}

/// How `typed` came from `right`, if by one slip or one digit.
#[inline(never)]
pub(crate) fn named(typed: u64, right: u64) -> Option<Slip> {
    slip(typed, right).or_else(|| mistyped(typed, right).then_some(Slip::Mistyped))
}

/// Whether a printed whole and the sum of its parts are near enough for one to be meant as the other: one slip or a tenth apart, or
/// one of five or more.
pub(crate) fn meant(typed: u64, sum: u64) -> bool {
    let gap = typed.abs_diff(sum);
    gap.saturating_mul(10) <= typed || gap == 1 && typed > 4 || alike(typed, sum)
}

/// Whether two numbers of two digits or more are one slip apart. Shorter ones are by chance.
pub(crate) fn alike(one: u64, other: u64) -> bool {
    one.min(other) > 9 && slip(one, other).is_some()
}

/// What a part of a list would have to be for the list to make its whole.
fn lacking(whole: u64, sum: u64, part: u64) -> Option<u64> {
    whole.saturating_add(part).checked_sub(sum)
}

/// Whether one number of a list, typed for another that passes, would make it the whole.
pub(crate) fn repaired(
    whole: u64,
    sum: u64,
    mut parts: impl Iterator<Item = u64>,
    passes: impl Fn(u64, u64) -> bool,
) -> bool {
    parts.any(|part| lacking(whole, sum, part).is_some_and(|right| right > 0 && passes(part, right)))
}

/// Whether one number of two digits or more of a list, but for a slip, would make it the whole.
pub(crate) fn mended(whole: u64, sum: u64, parts: impl Iterator<Item = u64>) -> bool {
    repaired(whole, sum, parts, alike)
}

/// Whether one part, with a digit more or two that changed places, would make a list its whole.
pub(crate) fn grown(whole: u64, sum: u64, parts: impl Iterator<Item = u64>) -> bool {
    repaired(whole, sum, parts, |part, right| right > part && slip(part, right).is_some())
}

/// The slip in a printed share of `count` of `base`.
pub(crate) fn of_share(count: u64, base: u64, stated: Decimal) -> Option<Slip> {
    let right = share(count, base, stated.scale(), Rounding::HalfUp)?;
    named(digits(stated)?, digits(right)?)
}

/// Whether a slip explains a share that is wrong: one that chance does not, as it does a digit that is another.
pub(crate) fn explains(count: u64, base: u64, stated: Decimal) -> bool {
    of_share(count, base, stated).is_some_and(|slip| slip != Slip::Mistyped)
}

/// The one count that a share of `base` would be right for, and that is one slip from the count as it stands; or else one digit,
/// which says something of a share with two decimals only.
pub(crate) fn of_count(count: u64, base: u64, stated: Decimal) -> Option<u64> {
    let slipped = one_count(base, stated, |right| slip(count, right).is_some());
    slipped.or_else(|| one_count(base, stated, |right| stated.scale() > 1 && mistyped(count, right)))
}

/// The one count that a share of `base` would be right for and that passes.
#[inline(never)]
fn one_count(base: u64, stated: Decimal, passes: impl Fn(u64) -> bool) -> Option<u64> {
    let middle = nearest(stated, base)?;
    let mut found = None;
    let most = if stated > Decimal::ONE_HUNDRED { u64::MAX } else { base };
    for right in middle.saturating_sub(REACH)..=middle.saturating_add(REACH).min(most) {
        let fits = fit(right, base, stated, Hedge::None) == Some(Fit::Right);
        if fits && passes(right) && found.replace(right).is_some() {
            return None;
        }
    }
    found
}

/// How many counts around the nearest a rounded share may stand for.
const REACH: u64 = 40;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_told_from_two() {
        assert_eq!(slip(8903, 9803), Some(Slip::Swapped));
        assert_eq!(slip(24, 241), Some(Slip::Dropped));
        assert_eq!(slip(8124, 812), Some(Slip::Extra));
        assert_eq!(slip(8120, 812), Some(Slip::Extra));
        assert_eq!(slip(112, 12), Some(Slip::Extra));
        assert_eq!(slip(812, 812), None);
        assert_eq!(slip(9443, 9972), None);
        assert_eq!(slip(812, 218), None);
    }

    #[test]
    fn a_count_is_repaired_where_only_one_fits_its_share() {
        let stated = Decimal::new(7724, 2);
        assert_eq!(of_count(24, 312, stated), Some(241));
        assert_eq!(of_count(240, 312, stated), Some(241));
        assert_eq!(of_count(240, 312, Decimal::new(772, 1)), None);
    }
}
