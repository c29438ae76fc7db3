//! Exact shares and the comparisons of a quota, in whole numbers.

use std::cmp::Ordering;

use super::whole::{power_of_ten, tenth, times};
use super::{Decimal, MAX_DECIMALS, Rounding};

/// `count` as a percentage of `base`, rounded to `decimals` (at most [`MAX_DECIMALS`]); `None` when the base is zero.
///
/// Exact: the quotient is taken once, in whole numbers, and rounded once. 28 of 5.198 is 0,54 half-up, 0,53 truncated.
pub fn share(count: u64, base: u64, decimals: u32, rounding: Rounding) -> Option<Decimal> {
    let decimals = decimals.min(MAX_DECIMALS);
    let hundred = power_of_ten(decimals.checked_add(2)?)?;
    let quotient = rounded_quotient(times(signed(count)?, hundred)?, signed(base)?, rounding)?;
    Decimal::try_new(quotient, decimals).ok()
}

/// Whether `used` is at most `percent` of `base`: `100 · used ≤ percent · base`, nothing rounded.
pub fn within_percent(used: u64, percent: Decimal, base: u64) -> bool {
    let compare = || {
        let left = times(signed(used)?, power_of_ten(percent.scale().checked_add(2)?)?)?;
        Some(left <= times(mantissa(percent)?, signed(base)?)?)
    };
    compare().unwrap_or(false)
}

/// The whole number of places that `percent` of `base` gives under a rounding: 20 % of 13 is 2 floor, 3 half-up.
pub fn places(percent: Decimal, base: u64, rounding: Rounding) -> u64 {
    let compute = || {
        let numerator = times(mantissa(percent)?, signed(base)?)?;
        let denominator = power_of_ten(percent.scale().checked_add(2)?)?;
        u64::try_from(rounded_quotient(numerator, denominator, rounding)?).ok()
    };
    compute().unwrap_or(0)
}

/// `percent` of `base`, exact and without needless zeros: 20 % of 13 is 2,6. For showing the arithmetic; comparisons
/// use [`within_percent`].
pub fn product(percent: Decimal, base: u64) -> Option<Decimal> {
    shortest(times(mantissa(percent)?, signed(base)?)?, percent.scale().checked_add(2)?)
}

/// `value` at `decimals` decimals.
pub fn round(value: Decimal, decimals: u32, rounding: Rounding) -> Option<Decimal> {
    let number = match value.scale().checked_sub(decimals) {
        Some(cut) => rounded_quotient(mantissa(value)?, power_of_ten(cut)?, rounding)?,
        None => times(mantissa(value)?, power_of_ten(decimals.checked_sub(value.scale())?)?)?,
    };
    Decimal::try_new(number, decimals).ok()
}

/// Which of two decimals is larger, whatever their scales. Of those read or computed here none overflows.
pub fn compare(a: Decimal, b: Decimal) -> Ordering {
    let digits = |value| mantissa(value).unwrap_or(i64::MAX);
    if a.scale() == b.scale() {
        return digits(a).cmp(&digits(b));
    }
    let scale = a.scale().max(b.scale());
    let scaled = |value| at_scale(value, scale).unwrap_or(i64::MAX);
    scaled(a).cmp(&scaled(b))
}

/// Whether two decimals are the same number written with the same digits: 33,3 is 33,30, but does not read like it, and a
/// percentage is held against its own decimals.
pub fn alike(a: Decimal, b: Decimal) -> bool {
    a.scale() == b.scale() && mantissa(a) == mantissa(b)
}

/// The sum, without needless zeros: 28,5 + 63,5 is 92. `None` when it has more digits than any figure.
pub fn add(a: Decimal, b: Decimal) -> Option<Decimal> {
    let mut sum = Sum::default();
    if sum.add(a) && sum.add(b) { sum.total() } else { None }
}

/// Numbers added up in whole numbers: the digits of the sum so far, and how many of them are decimals.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sum {
    digits: i64,
    scale: u32,
}

impl Sum {
    /// One more. It stays as it is, and the answer is no, when it would have more digits than any figure.
    #[must_use]
    pub fn add(&mut self, number: Decimal) -> bool {
        let scale = self.scale.max(number.scale());
        let more = || scaled(self.digits, self.scale, scale)?.checked_add(at_scale(number, scale)?);
        let Some(digits) = more() else { return false };
        *self = Sum { digits, scale };
        true
    }

    /// What it comes to, without needless zeros.
    pub fn total(self) -> Option<Decimal> {
        shortest(self.digits, self.scale)
    }
}

/// The same number without zeros at its end.
fn shortest(digits: i64, mut scale: u32) -> Option<Decimal> {
    let mut rest = digits.unsigned_abs();
    while scale > 0 && tenth(rest).wrapping_mul(10) == rest {
        rest = tenth(rest);
        scale = scale.saturating_sub(1);
    }
    let rest = signed(rest)?;
    Decimal::try_new(if digits < 0 { rest.wrapping_neg() } else { rest }, scale).ok()
}

/// `a − b`.
pub fn subtract(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale().max(b.scale());
    let difference = at_scale(a, scale)?.checked_sub(at_scale(b, scale)?)?;
    Decimal::try_new(difference, scale).ok()
}

/// `weight · percent / 100`, rounded to `decimals`.
pub fn weighted(weight: Decimal, percent: Decimal, decimals: u32, rounding: Rounding) -> Option<Decimal> {
    let scale = weight.scale().checked_add(percent.scale())?.checked_add(2)?;
    let product = times(mantissa(weight)?, mantissa(percent)?)?;
    let number = match scale.checked_sub(decimals) {
        Some(cut) => rounded_quotient(product, power_of_ten(cut)?, rounding)?,
        None => times(product, power_of_ten(decimals.checked_sub(scale)?)?)?,
    };
    Decimal::try_new(number, decimals).ok()
}

/// `sum / count`, rounded to `decimals`.
pub fn mean(sum: Decimal, count: u64, decimals: u32, rounding: Rounding) -> Option<Decimal> {
    let numerator = times(mantissa(sum)?, power_of_ten(decimals)?)?;
    let denominator = times(signed(count)?, power_of_ten(sum.scale())?)?;
    Decimal::try_new(rounded_quotient(numerator, denominator, rounding)?, decimals).ok()
}

/// How `part` compares with `percent` of `whole`: `100 · part` against `percent · whole`, nothing rounded. `None` when
/// the whole is nothing: nothing is a share of it.
pub fn compare_share(part: Decimal, whole: Decimal, percent: Decimal) -> Option<Ordering> {
    if whole.is_zero() {
        return None;
    }
    let scale = part.scale().max(whole.scale());
    let left = times(at_scale(part, scale)?, power_of_ten(percent.scale().checked_add(2)?)?)?;
    Some(left.cmp(&times(at_scale(whole, scale)?, mantissa(percent)?)?))
}

/// How a printed percentage stands to the exact share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Rounded half-up to the printed decimals.
    Right,
    /// Right at fewer decimals: 48,60 for 48,57.
    Coarse,
    /// As round numbers with *gần*, *hơn*, *khoảng* are right.
    Hedged,
    /// The further digits were cut off.
    Truncated,
    /// Less than one step of the last digit too large: rounded so that a list reaches 100.
    Lifted,
}

/// How a round number was made one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hedge {
    /// Not at all: it is exact.
    None,
    /// *hơn, trên*: the number and less than one more.
    Over,
    /// *gần*: the number and at most one less.
    Almost,
    /// *khoảng*: within 2 per cent of it, or within 0,05.
    About,
    /// *dưới*: nothing can be tested.
    Under,
}

/// Whether `stated` is what `count` of `base` is; `None` when it is not. Nothing is divided.
#[inline(never)]
pub fn fit(count: u64, base: u64, stated: Decimal, hedge: Hedge) -> Option<Fit> {
    let step = signed(base)?;
    let unit = times(power_of_ten(stated.scale())?, step)?;
    let exact = times(times(signed(count)?, 100)?, power_of_ten(stated.scale())?)?;
    let printed = times(mantissa(stated)?, step)?;
    let above = exact.checked_sub(printed)?;
    if step <= 0 {
        return None;
    }
    let twice = times(above, 2)?;
    if twice >= step.checked_neg()? && twice < step {
        return Some(Fit::Right);
    }
    // Most are further off than a share with one decimal less.
    if hedge == Hedge::None && above.unsigned_abs().wrapping_div(8) > step.unsigned_abs() {
        return None;
    }
    let about = times(above.checked_abs()?, 50)? <= printed || times(above.checked_abs()?, 20)? <= unit;
    let hedged = match hedge {
        Hedge::None => false,
        Hedge::Over => above >= 0 && above < unit,
        Hedge::Almost => above <= 0 && above >= unit.checked_neg()?,
        Hedge::About => about,
        Hedge::Under => true,
    };
    if hedged {
        return Some(Fit::Hedged);
    }
    if above > 0 && above < step {
        return Some(Fit::Truncated);
    }
    let zeros = mantissa(stated)?.checked_rem(10)? == 0;
    if let Some(fewer) = stated.scale().checked_sub(1).filter(|_| zeros) {
        let short = Decimal::try_new(mantissa(stated)?.checked_div(10)?, fewer).ok()?;
        if fit(count, base, short, Hedge::None) == Some(Fit::Right) {
            return Some(Fit::Coarse);
        }
    }
    (above < 0 && above > step.checked_neg()?).then_some(Fit::Lifted)
}

/// Whether a round number says no more than is true: *trên 80 %* of 87,2, *gần 90 %* of 87,9. To half a person; *gần* and
/// *khoảng* allow a tenth of the number and at most five points.
pub fn meets(count: u64, base: u64, stated: Decimal, hedge: Hedge) -> bool {
    let Some(meant) = nearest(stated, base) else { return false };
    let gap = count.abs_diff(meant);
    match hedge {
        Hedge::None => false,
        // Of more than all of it nothing below 100 % is said.
        Hedge::Over => count >= meant && (count <= base || stated >= Decimal::ONE_HUNDRED),
        Hedge::Under => count <= meant,
        Hedge::Almost | Hedge::About => gap.saturating_mul(10) <= meant && gap.saturating_mul(20) <= base,
    }
}

/// The whole that `count` is `percent` of, to the nearest: 215 is 58,58 % of 367.
pub fn whole_of(count: u64, percent: Decimal) -> Option<u64> {
    let numerator = times(signed(count)?, power_of_ten(percent.scale().checked_add(2)?)?)?;
    u64::try_from(rounded_quotient(numerator, mantissa(percent)?, Rounding::HalfUp)?).ok()
}

/// Whether a sum of `terms` rounded percentages is further from 100 than rounding explains, and at most `most` points from it.
/// `decimals`: those the percentages were rounded to.
pub fn misses_100(sum: Decimal, terms: usize, decimals: u32, most: u8) -> bool {
    let far = || {
        let scale = sum.scale().max(decimals);
        let unit = power_of_ten(scale)?;
        let gap = at_scale(sum, scale)?.checked_sub(times(unit, 100)?)?.checked_abs()?;
        let step = power_of_ten(scale.checked_sub(decimals)?)?;
        let terms = i64::try_from(terms).ok()?;
        Some(times(gap, 2)? > times(step, terms)? && gap <= times(unit, i64::from(most))?)
    };
    far().unwrap_or(false)
}

/// Whether a sum of `terms` rounded percentages is 100 as far as rounding tells.
pub fn makes_100(sum: Decimal, terms: usize, decimals: u32) -> bool {
    compare(sum, Decimal::from(200_u64)).is_lt() && !misses_100(sum, terms, decimals, 100)
}

/// The whole number that is nearest to a share of a base.
pub fn nearest(stated: Decimal, base: u64) -> Option<u64> {
    as_count(weighted(Decimal::from(base), stated, 0, Rounding::HalfUp)?)
}

/// The least and the most that are so many per cent of a base, rounded half-up: 12,5 % of 4.000 are 498 to 501.
pub fn counts_of(stated: Decimal, base: u64) -> Option<(u64, u64)> {
    let (base, printed) = (signed(base)?, times(mantissa(stated)?, times(signed(base)?, 2)?)?);
    let step = times(power_of_ten(stated.scale().checked_add(2)?)?, 2)?;
    let least = rounded_quotient(printed.checked_sub(base)?, step, Rounding::Ceil)?;
    let behind = rounded_quotient(printed.checked_add(base)?, step, Rounding::Ceil)?;
    Some((u64::try_from(least).unwrap_or(0), u64::try_from(behind.checked_sub(1)?).ok()?))
}

/// The digits as they are printed, without the mark: 98,03 is 9803.
pub fn digits(value: Decimal) -> Option<u64> {
    u64::try_from(mantissa(value)?).ok()
}

/// `value` times a power of ten as a count: 1,739 million; `None` for what is no whole number.
pub fn in_units(value: Decimal, zeros: u32) -> Option<u64> {
    let number = times(mantissa(value)?, power_of_ten(zeros)?)?;
    let unit = power_of_ten(value.scale())?;
    if number.checked_rem(unit)? != 0 { None } else { u64::try_from(number.checked_div(unit)?).ok() }
}

/// Whether `value` is a whole number of steps.
pub fn is_step(value: Decimal, step: Decimal) -> bool {
    let scale = value.scale().max(step.scale());
    let rest = || at_scale(value, scale)?.checked_rem(at_scale(step, scale)?);
    rest() == Some(0)
}

/// A count out of a decimal; `None` for a fraction.
pub fn as_count(value: Decimal) -> Option<u64> {
    let whole = mantissa(value)?;
    let unit = power_of_ten(value.scale())?;
    if whole.checked_rem(unit)? != 0 { None } else { u64::try_from(whole.checked_div(unit)?).ok() }
}

/// The digits at a scale that is not smaller than its own.
fn at_scale(value: Decimal, scale: u32) -> Option<i64> {
    scaled(mantissa(value)?, value.scale(), scale)
}

fn scaled(digits: i64, from: u32, to: u32) -> Option<i64> {
    if from == to { Some(digits) } else { times(digits, power_of_ten(to.checked_sub(from)?)?) }
}

/// `numerator / denominator` as a whole number; `None` for a zero or negative denominator.
fn rounded_quotient(numerator: i64, denominator: i64, rounding: Rounding) -> Option<i64> {
    if denominator <= 0 {
        return None;
    }
    let toward_zero = numerator.checked_div(denominator)?;
    let rest = numerator.checked_rem(denominator)?;
    let away = toward_zero.checked_add(if numerator < 0 { -1 } else { 1 })?;
    // How the rest compares with half a step; the rest is smaller than the step, so this does not overflow.
    let half = rest.checked_abs()?.cmp(&denominator.checked_sub(rest.checked_abs()?)?);
    let go_away = match rounding {
        Rounding::Truncate => false,
        Rounding::Floor => rest < 0,
        Rounding::Ceil => rest > 0,
        Rounding::HalfUp => half.is_ge(),
        Rounding::HalfEven => half.is_gt() || (half.is_eq() && toward_zero.checked_rem(2)? != 0),
    };
    Some(if go_away { away } else { toward_zero })
}

/// The digits without the mark. 64 bits hold every number here: counts have at most 10 digits, shares 9, and their
/// products 18.
pub(super) fn mantissa(value: Decimal) -> Option<i64> {
    // By its pieces: WebAssembly has no numbers of 128 bits.
    let parts = value.unpack();
    let digits = i64::try_from((u64::from(parts.mid) << 32) | u64::from(parts.lo)).ok();
    let digits = digits.filter(|_| parts.hi == 0)?;
    if parts.negative { digits.checked_neg() } else { Some(digits) }
}

fn signed(count: u64) -> Option<i64> {
    i64::try_from(count).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: Option<Decimal>) -> String {
        value.map_or_else(|| "none".to_owned(), |v| v.to_string())
    }

    #[test]
    fn points_add_up_exactly_and_shares_are_compared_in_whole_numbers() {
        let d = |mantissa, scale| Decimal::try_new(mantissa, scale).unwrap_or_default();
        assert_eq!(text(add(d(285, 1), d(15, 0))), "43.5");
        assert_eq!(text(add(d(285, 1), d(635, 1))), "92");
        assert_eq!(text(add(d(15, 1), d(-5, 0))), "-3.5");
        assert_eq!(text(subtract(d(90, 0), d(8975, 2))), "0.25");
        assert_eq!(text(weighted(d(15, 0), d(975, 1), 2, Rounding::HalfUp)), "14.63");
        assert_eq!(text(weighted(d(20, 0), d(50, 0), 3, Rounding::HalfUp)), "10.000");
        assert_eq!(text(mean(d(3625, 1), 4, 1, Rounding::HalfUp)), "90.6");
        assert_eq!(compare_share(d(6, 0), d(20, 0), d(30, 0)), Some(Ordering::Equal));
        assert_eq!(compare_share(d(5, 0), d(20, 0), d(30, 0)), Some(Ordering::Less));
        assert_eq!(compare_share(d(5, 0), d(0, 0), d(30, 0)), None);
        assert!(is_step(d(275, 1), d(5, 1)) && !is_step(d(273, 1), d(5, 1)));
        assert_eq!(as_count(d(120, 1)), Some(12));
        assert_eq!(as_count(d(125, 1)), None);
    }

    #[test]
    fn counts_of_a_share_are_those_that_round_to_it() {
        for (digits, scale) in [(125, 1), (0, 1), (1000, 1), (995, 1), (5, 0), (3333, 2), (1089, 1)] {
            let stated = Decimal::new(digits, scale);
            for base in [1, 3, 7, 400, 999, 4000] {
                let right = |count: &u64| fit(*count, base, stated, Hedge::None) == Some(Fit::Right);
                let all: Vec<u64> = (0..5000).filter(right).collect();
                let told =
                    counts_of(stated, base).map_or(Vec::new(), |(least, most)| (least..=most).collect());
                assert_eq!(told, all, "{stated} % of {base}");
            }
        }
        assert_eq!(counts_of(Decimal::ONE, 0), None);
    }

    #[test]
    fn a_share_is_rounded_once_and_by_name() {
        assert_eq!(text(share(28, 5198, 2, Rounding::HalfUp)), "0.54");
        assert_eq!(text(share(28, 5198, 2, Rounding::Truncate)), "0.53");
        assert_eq!(text(share(1, 8, 2, Rounding::HalfUp)), "12.50");
        assert_eq!(text(share(1, 8, 0, Rounding::HalfEven)), "12");
        assert_eq!(text(share(1, 16, 2, Rounding::HalfEven)), "6.25");
        assert_eq!(text(share(1, 16, 1, Rounding::HalfEven)), "6.2");
        assert_eq!(text(share(1, 16, 1, Rounding::HalfUp)), "6.3");
        assert_eq!(text(share(1, 3, 0, Rounding::Ceil)), "34");
    }

    #[test]
    fn a_printed_share_is_right_cut_off_coarse_round_or_wrong() {
        let d = |mantissa, scale| Decimal::try_new(mantissa, scale).unwrap_or_default();
        assert_eq!(fit(352, 353, d(9972, 2), Hedge::None), Some(Fit::Right));
        assert_eq!(fit(352, 353, d(9943, 2), Hedge::None), None);
        assert_eq!(fit(35, 51, d(6862, 2), Hedge::None), Some(Fit::Truncated));
        assert_eq!(fit(17, 35, d(4860, 2), Hedge::None), Some(Fit::Coarse));
        assert_eq!(fit(1, 3, d(3334, 2), Hedge::None), Some(Fit::Lifted));
        assert_eq!(fit(196, 150, d(130, 0), Hedge::Over), Some(Fit::Hedged));
        assert_eq!(fit(196, 150, d(131, 0), Hedge::Almost), Some(Fit::Right));
        assert_eq!(fit(93, 100, d(94, 0), Hedge::Almost), Some(Fit::Hedged));
        assert_eq!(fit(93, 100, d(94, 0), Hedge::Over), None);
        assert_eq!(fit(92, 100, d(93, 0), Hedge::About), Some(Fit::Hedged));
        assert_eq!(fit(1, 0, d(50, 0), Hedge::None), None);
        assert_eq!(in_units(d(1739, 3), 6), Some(1_739_000));
    }

    #[test]
    fn where_a_printed_share_stops_being_right() {
        let d = |mantissa, scale| Decimal::try_new(mantissa, scale).unwrap_or_default();
        // 12,5 % is 13 % rounded half up; 12 % is cut off, and of 13 % wrong by a whole step.
        assert_eq!(fit(1, 8, d(13, 0), Hedge::None), Some(Fit::Right));
        assert_eq!(fit(1, 8, d(12, 0), Hedge::None), Some(Fit::Truncated));
        assert_eq!(fit(13, 100, d(12, 0), Hedge::None), None);
        // *Hơn 80 %* is less than 81; *gần 81 %* may be 80.
        assert_eq!(fit(809, 1000, d(80, 0), Hedge::Over), Some(Fit::Hedged));
        assert_eq!(fit(81, 100, d(80, 0), Hedge::Over), None);
        assert_eq!(fit(80, 100, d(81, 0), Hedge::Almost), Some(Fit::Hedged));
        assert_eq!(fit(79, 100, d(81, 0), Hedge::Almost), None);
        // *Khoảng 0,6 %* is 0,65 too, but not 0,7.
        assert_eq!(fit(65, 10_000, d(6, 1), Hedge::About), Some(Fit::Hedged));
        assert_eq!(fit(70, 10_000, d(6, 1), Hedge::About), None);
        // *Trên 80 %* of 100 is at least 80.
        assert!(meets(80, 100, d(80, 0), Hedge::Over) && !meets(79, 100, d(80, 0), Hedge::Over));
        assert!(!meets(80, 100, d(80, 0), Hedge::None));
        // *Dưới 90 %* of 50 is at most 45; *gần 90 %* of 100 is no 82, though 8 are less than a tenth of 90.
        assert!(meets(44, 50, d(90, 0), Hedge::Under) && !meets(46, 50, d(90, 0), Hedge::Under));
        assert!(meets(85, 100, d(90, 0), Hedge::Almost) && !meets(82, 100, d(90, 0), Hedge::Almost));
    }

    #[test]
    fn rounding_explains_half_a_step_of_each_share() {
        let off = |sum: i64, terms| misses_100(Decimal::new(sum, 0), terms, 0, 5);
        assert!(!off(101, 2) && off(102, 2) && !off(102, 4));
        assert!(off(105, 2) && !off(106, 2));
    }

    #[test]
    fn a_whole_is_found_from_its_share_and_millions_are_counts() {
        let d = Decimal::new;
        assert_eq!(whole_of(215, d(5858, 2)), Some(367));
        assert_eq!(nearest(d(5858, 2), 367), Some(215));
        assert_eq!(digits(d(9803, 2)), Some(9803));
        assert_eq!(in_units(d(17395, 4), 3), None);
    }

    #[test]
    fn counts_above_32_bits_are_read_whole() {
        assert_eq!(as_count(Decimal::from(9_999_999_999_u64)), Some(9_999_999_999));
        assert!(alike(Decimal::new(333, 1), Decimal::new(333, 1)));
        assert!(!alike(Decimal::new(333, 1), Decimal::new(3330, 2)));
        assert!(!alike(Decimal::new(333, 1), Decimal::new(334, 1)));
    }

    #[test]
    fn a_share_of_nothing_is_no_share() {
        assert_eq!(share(0, 0, 2, Rounding::HalfUp), None);
    }

    #[test]
    fn rounding_keeps_its_name_below_zero() {
        let value = Decimal::new(-25, 1);
        let by = |rounding| text(round(value, 0, rounding));
        assert_eq!(by(Rounding::HalfUp), "-3");
        assert_eq!(by(Rounding::HalfEven), "-2");
        assert_eq!(by(Rounding::Truncate), "-2");
        assert_eq!(by(Rounding::Floor), "-3");
        assert_eq!(by(Rounding::Ceil), "-2");
    }

    #[test]
    fn places_follow_the_rounding_and_the_comparison_does_not() {
        let twenty = Decimal::new(20, 0);
        assert_eq!(places(twenty, 13, Rounding::Floor), 2);
        assert_eq!(places(twenty, 13, Rounding::HalfUp), 3);
        assert_eq!(places(twenty, 13, Rounding::Ceil), 3);
        assert!(within_percent(2, twenty, 13));
        assert!(!within_percent(3, twenty, 13));
        assert!(within_percent(2, twenty, 10));
        assert_eq!(places(Decimal::new(125, 1), 8, Rounding::Floor), 1);
    }
}
