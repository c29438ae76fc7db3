//! The slip of the hand that turns one row of digits into another.

use crate::decimal::{Decimal, Rounding, counts_of, digits, share};

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
    let meant = right_counts(count, base, stated);
    meant.any.filter(|_| meant.only)
}

/// A count that a share of `base` would be right for, as [`of_count`], or one of several: of a large base the share may be of many.
pub(crate) fn of_some_count(count: u64, base: u64, stated: Decimal) -> Option<u64> {
    right_counts(count, base, stated).any
}

/// What a count was meant as, and whether it was nothing else.
struct Meant {
    any: Option<u64>,
    only: bool,
}

#[inline(never)]
fn right_counts(count: u64, base: u64, stated: Decimal) -> Meant {
    let mut found = Meant { any: None, only: false };
    let Some((least, most)) = counts_of(stated, base) else { return found };
    let most = if stated > Decimal::ONE_HUNDRED { most } else { most.min(base) };
    let mut digit: Meant = Meant { any: None, only: false };
    one_slip_from(count, &mut |right| {
        if right < least || right > most {
            return;
        }
        let all = if slip(count, right).is_some() { &mut found } else { &mut digit };
        all.only = all.any.is_none_or(|other| all.only && other == right);
        all.any = Some(right);
    });
    let told = digit.only && stated.scale() > 1 && digit.any.is_some_and(|right| mistyped(count, right));
    if found.any.is_none() && told { digit } else { found }
}

/// Tells the numbers from which a count may come by one slip or by one digit that is another.
fn one_slip_from(count: u64, each: &mut dyn FnMut(u64)) {
    // The numbers that its first digits are: 0, 1, 12, 123.
    let mut heads = vec![0_u64];
    for digit in count.to_string().bytes() {
        let head = heads.last().copied().unwrap_or(0);
        heads.push(with(head, u64::from(digit.wrapping_sub(b'0'))));
    }
    let (mut unit, mut next) = (1_u64, None);
    while let Some(head) = heads.pop() {
        let tail = count.wrapping_sub(head.wrapping_mul(unit));
        let number = |head: u64| head.wrapping_mul(unit).wrapping_add(tail);
        let shorter = heads.last().copied();
        for digit in 0..10 {
            each(number(with(head, digit)));
            if let Some(shorter) = shorter {
                each(number(with(shorter, digit)));
            }
        }
        if let Some(shorter) = shorter {
            let last = head.wrapping_sub(with(shorter, 0));
            each(number(shorter));
            if let Some((digit, unit, tail)) = next {
                each(with(with(shorter, digit), last).wrapping_mul(unit).wrapping_add(tail));
            }
            next = Some((last, unit, tail));
        }
        unit = with(unit, 0);
    }
}

fn with(head: u64, digit: u64) -> u64 {
    head.wrapping_mul(10).wrapping_add(digit)
}

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
    fn every_slip_and_no_other_number_is_tried() {
        for count in [7, 10, 105, 1_200, 40_873] {
            let mut tried = Vec::new();
            one_slip_from(count, &mut |right| tried.push(right));
            let all = (1..500_000).filter(|right| slip(count, *right).is_some() || mistyped(count, *right));
            assert_eq!(all.filter(|right| !tried.contains(right)).collect::<Vec<_>>(), [0_u64; 0]);
        }
    }

    #[test]
    fn a_count_is_repaired_where_only_one_fits_its_share() {
        let stated = Decimal::new(7724, 2);
        assert_eq!(of_count(24, 312, stated), Some(241));
        assert_eq!(of_count(240, 312, stated), Some(241));
        assert_eq!(of_count(240, 312, Decimal::new(772, 1)), None);
    }
}
