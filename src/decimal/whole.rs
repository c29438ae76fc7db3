//! Whole numbers of 64 bits, multiplied with a check that is cheap in WebAssembly. The standard checked product goes
//! through 128 bits, which WebAssembly does not have: a table would spend most of its time there.

/// `a · b`, or `None` unless it certainly fits. Refuses some products of 63 bits; the largest here have 60.
pub(super) fn times(a: i64, b: i64) -> Option<i64> {
    let bits = |number: i64| i64::BITS.saturating_sub(number.unsigned_abs().leading_zeros());
    let fits = bits(a).saturating_add(bits(b)) <= 63;
    fits.then(|| a.wrapping_mul(b))
}

/// A tenth, rounded down. 32 bits divide by multiplying, and nearly every number here is that small.
pub(super) fn tenth(number: u64) -> u64 {
    match u32::try_from(number) {
        Ok(small) => u64::from(small.wrapping_div(10)),
        Err(_) => number.wrapping_div(10),
    }
}

/// 10 to the power of `exponent`, up to 18.
pub(super) fn power_of_ten(exponent: u32) -> Option<i64> {
    usize::try_from(exponent).ok().and_then(|exponent| POWERS.get(exponent)).copied()
}

const POWERS: [i64; 19] = [
    1,
    10,
    100,
    1_000,
    10_000,
    100_000,
    1_000_000,
    10_000_000,
    100_000_000,
    1_000_000_000,
    10_000_000_000,
    100_000_000_000,
    1_000_000_000_000,
    10_000_000_000_000,
    100_000_000_000_000,
    1_000_000_000_000_000,
    10_000_000_000_000_000,
    100_000_000_000_000_000,
    1_000_000_000_000_000_000,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_product_is_exact_or_refused() {
        assert_eq!(times(9_999_999_999, 100_000_000), Some(999_999_999_900_000_000));
        assert_eq!(times(-7, 6), Some(-42));
        assert_eq!(times(i64::MAX, 2), None);
        assert_eq!(times(i64::MIN, -1), None);
        assert_eq!(times(3, -(1 << 60)), Some(-3 * (1 << 60)));
    }

    #[test]
    fn the_powers_are_powers() {
        for (exponent, power) in (0_u32..).zip(POWERS) {
            assert_eq!(10_i64.checked_pow(exponent), Some(power));
        }
        assert_eq!(power_of_ten(19), None);
    }
}
