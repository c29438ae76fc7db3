//! Reading numbers as people type them, by the kind of field they stand in.
//!
//! `1.234` is a thousand in a count field and could be two things in a percent field; `61.5` in a count field is
//! someone halfway to `61.567`. So a reading is a value, blank, *incomplete*, *ambiguous* or *wrong*, and a page
//! says nothing about an incomplete one.

use super::Decimal;
use crate::text::{fold, is_space};

/// What the field is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Whole, never negative: people, organisations, tasks.
    Count,
    /// A percentage; a `%` may follow.
    Percent,
    /// Points.
    Score,
}

impl FieldKind {
    /// Its id.
    pub fn id(self) -> &'static str {
        match self {
            FieldKind::Count => "count",
            FieldKind::Percent => "percent",
            FieldKind::Score => "score",
        }
    }

    /// The kind of that id: `count`, `percent`, `score`.
    pub fn from_id(id: &str) -> Option<FieldKind> {
        match id {
            "count" => Some(FieldKind::Count),
            "percent" => Some(FieldKind::Percent),
            "score" => Some(FieldKind::Score),
            _ => None,
        }
    }
}

/// What came in from a field or from a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typed<'a> {
    /// Left out, or nothing typed. Never zero.
    Blank,
    /// As typed, in Vietnamese writing.
    Text(&'a str),
    /// A program's number, with a decimal point: `1.5` here is one and a half.
    Number(&'a str),
}

impl Typed<'_> {
    /// The number in it.
    pub fn read(self, kind: FieldKind) -> NumberReading {
        match self {
            Typed::Blank => NumberReading::Blank,
            Typed::Text(text) => read_number(text, kind),
            Typed::Number(text) => read_machine_number(text, kind),
        }
    }
}

/// What was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberReading {
    /// One number and no doubt.
    Value(Decimal),
    /// Nothing typed. Not zero.
    Blank,
    /// A beginning of something valid.
    Incomplete,
    /// Two numbers are meant equally well; the first is the likelier.
    Ambiguous(Decimal, Decimal),
    /// No number for such a field.
    Wrong(WhyWrong),
}

/// Why a text is no number for its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyWrong {
    /// Not a number at all.
    NotANumber,
    /// Below zero.
    Negative,
    /// A fraction where whole things are counted.
    Fraction,
    /// A percentage where a count or points belong.
    Percent,
    /// A word for something else behind the number: people in a percentage.
    Unit,
    /// Thousands are not in groups of three, or the marks are mixed.
    Grouping,
    /// Above [`super::MAX_COUNT`], or with more digits than any figure has.
    TooLarge,
    /// Not a finite number.
    NotFinite,
}

impl WhyWrong {
    /// Its id, which is also the end of its message's code (`number.negative`).
    pub fn id(self) -> &'static str {
        match self {
            WhyWrong::NotANumber => "not-a-number",
            WhyWrong::Negative => "negative",
            WhyWrong::Fraction => "fraction",
            WhyWrong::Percent => "percent",
            WhyWrong::Unit => "unit",
            WhyWrong::Grouping => "grouping",
            WhyWrong::TooLarge => "too-large",
            WhyWrong::NotFinite => "not-finite",
        }
    }
}

/// No field holds a longer number with its words; longer text is not searched.
const MAX_TYPED: usize = 256;
/// Most digits after the decimal mark.
const MAX_FRACTION_DIGITS: usize = 8;
/// Most digits before the decimal mark: those of [`super::MAX_COUNT`].
const MAX_WHOLE_DIGITS: usize = 10;

/// Words that may follow a percentage, and points.
const OF_PERCENT: [&str; 1] = ["phan tram"];
const OF_SCORE: [&str; 1] = ["diem"];
/// Words that may follow a count, folded. A beginning of one is someone still typing.
const UNITS: [&str; 24] = [
    "dong chi",
    "d/c",
    "dc",
    "nguoi",
    "dang vien",
    "dv",
    "to chuc",
    "to chuc dang",
    "tccsd",
    "chi bo",
    "dang bo",
    "tap the",
    "ca nhan",
    "don vi",
    "co quan",
    "can bo",
    "cong chuc",
    "vien chuc",
    "phieu",
    "nhiem vu",
    "viec",
    "to chuc co so dang",
    "dang uy",
    "chi, dang bo",
];
/// Ways to write zero, folded; unit words may follow.
const ZEROS: [&str; 4] = ["khong", "khong co", "khong ai", "khong dong chi nao"];

/// Reads what was typed into a field of that kind.
///
/// Accepts dots, commas, spaces of any width between thousands; a decimal comma or point where the field allows
/// decimals; leading zeros; `Không`; a unit word after the number; text in NFC or NFD.
pub fn read_number(text: &str, kind: FieldKind) -> NumberReading {
    if text.len() > MAX_TYPED {
        let digits = text.chars().all(is_numeral);
        return NumberReading::Wrong(if digits { WhyWrong::TooLarge } else { WhyWrong::NotANumber });
    }
    let text = text.trim_matches(is_space);
    let (negative, text) = match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest.trim_start_matches(is_space)),
        None => (false, text),
    };
    if text.is_empty() {
        return if negative { NumberReading::Incomplete } else { NumberReading::Blank };
    }
    let end = text.find(|c: char| !is_numeral(c)).unwrap_or(text.len());
    let (numeral, words) = text.split_at_checked(end).unwrap_or((text, ""));
    let numeral = numeral.trim_end_matches(is_space);
    if numeral.is_empty() {
        return read_zero_word(words);
    }
    let reading = match (read_words(words, kind), read_numeral(numeral, kind)) {
        (Words::Fine, reading) => reading,
        (_, NumberReading::Wrong(why)) => NumberReading::Wrong(why),
        (Words::Begun, _) => NumberReading::Incomplete,
        (Words::Wrong(why), _) => NumberReading::Wrong(why),
    };
    match reading {
        NumberReading::Value(value) if negative && !value.is_zero() => {
            NumberReading::Wrong(WhyWrong::Negative)
        }
        NumberReading::Ambiguous(..) if negative => NumberReading::Wrong(WhyWrong::Negative),
        other => other,
    }
}

/// The number in a text of at most ten digits and nothing else: what a program passes and most people type.
/// [`read_number`] says the same, later.
pub fn whole_digits(text: &str) -> Option<u64> {
    if text.is_empty() || text.len() > MAX_WHOLE_DIGITS {
        return None;
    }
    let mut number = 0_u64;
    for byte in text.bytes() {
        let digit = byte.wrapping_sub(b'0');
        if digit > 9 {
            return None;
        }
        // At most ten digits: nothing wraps.
        number = number.wrapping_mul(10).wrapping_add(u64::from(digit));
    }
    Some(number)
}

/// Reads a program's number: an optional sign, digits, at most one point. What JavaScript's `String(number)` writes.
pub fn read_machine_number(text: &str, kind: FieldKind) -> NumberReading {
    if matches!(text, "NaN" | "Infinity" | "-Infinity") {
        return NumberReading::Wrong(WhyWrong::NotFinite);
    }
    if text.starts_with('-') && text.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
        return NumberReading::Wrong(WhyWrong::Negative);
    }
    let text = text.trim_start_matches('-');
    if text.bytes().any(|b| b == b'+') {
        return NumberReading::Wrong(WhyWrong::TooLarge);
    }
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if kind == FieldKind::Count {
        let whole_only = fraction.bytes().all(|byte| byte == b'0') && !text.bytes().any(|byte| byte == b'e');
        return if whole_only { decimal(whole, "") } else { NumberReading::Wrong(WhyWrong::Fraction) };
    }
    decimal(whole, fraction)
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || c == '.' || c == ',' || is_space(c)
}

fn read_zero_word(words: &str) -> NumberReading {
    let folded = fold(words);
    // What follows each way of writing zero that the text begins with.
    let behind =
        || ZEROS.iter().filter_map(|zero| folded.strip_prefix(zero)).map(|rest| rest.trim_start_matches(' '));
    let unit = |rest: &str| {
        UNITS.contains(&rest) || rest.strip_suffix(" nao").is_some_and(|unit| UNITS.contains(&unit))
    };
    if behind().any(|rest| rest.is_empty() || unit(rest)) {
        return NumberReading::Value(Decimal::ZERO);
    }
    let begun = behind().any(|rest| UNITS.iter().any(|unit| unit.starts_with(rest)));
    if begun || ZEROS.iter().any(|zero| zero.starts_with(folded.as_str())) {
        return NumberReading::Incomplete;
    }
    NumberReading::Wrong(WhyWrong::NotANumber)
}

enum Words {
    Fine,
    Begun,
    Wrong(WhyWrong),
}

fn read_words(words: &str, kind: FieldKind) -> Words {
    if words.is_empty() {
        return Words::Fine;
    }
    let folded = fold(words);
    let (percent, word) = match folded.strip_prefix('%') {
        Some(rest) => (true, rest.trim_start_matches(' ')),
        None => (OF_PERCENT.contains(&folded.as_str()), folded.as_str()),
    };
    if percent && kind != FieldKind::Percent {
        return Words::Wrong(WhyWrong::Percent);
    }
    let word = word.trim_end_matches('.');
    let own: &[&str] = match kind {
        FieldKind::Score => &OF_SCORE,
        // Of whom the percentage is.
        FieldKind::Percent if !percent => &OF_PERCENT,
        _ => &UNITS,
    };
    let begins = |units: &[&str]| units.iter().any(|unit| unit.starts_with(word));
    if word.is_empty() || OF_PERCENT.contains(&word) || own.contains(&word) {
        Words::Fine
    } else if begins(own) {
        Words::Begun
    } else if begins(&UNITS) || begins(&OF_PERCENT) || begins(&OF_SCORE) {
        Words::Wrong(WhyWrong::Unit)
    } else {
        Words::Wrong(WhyWrong::NotANumber)
    }
}

fn read_numeral(numeral: &str, kind: FieldKind) -> NumberReading {
    let digits_only = numeral.bytes().all(|b| b.is_ascii_digit());
    if digits_only {
        return decimal(numeral, "");
    }
    if kind == FieldKind::Count { read_count(numeral) } else { read_fractional(numeral) }
}

/// A count has no decimals, so a single mark, whichever, stands between thousands.
fn read_count(numeral: &str) -> NumberReading {
    let mut marks = numeral.chars().filter(|c| !c.is_ascii_digit()).map(mark);
    let first = marks.next().unwrap_or(' ');
    if marks.any(|other| other != first) {
        return NumberReading::Wrong(WhyWrong::Grouping);
    }
    match thousands(numeral, first) {
        Thousands::Whole(digits) => decimal(&digits, ""),
        Thousands::Begun => NumberReading::Incomplete,
        // 61,5 has been met above as someone on the way to 61,567; what is left is a fraction or a slip.
        Thousands::No if first != ' ' && numeral.matches(['.', ',']).count() == 1 => {
            NumberReading::Wrong(WhyWrong::Fraction)
        }
        Thousands::No => NumberReading::Wrong(WhyWrong::Grouping),
    }
}

/// A percentage or a score: the comma is the decimal mark; a point is one too unless it could stand between thousands.
fn read_fractional(numeral: &str) -> NumberReading {
    let last = numeral.rfind([',', '.']);
    let Some((whole, fraction)) = last.and_then(|at| numeral.split_at_checked(at)) else {
        return match thousands(numeral, ' ') {
            Thousands::Whole(digits) => decimal(&digits, ""),
            Thousands::Begun => NumberReading::Incomplete,
            Thousands::No => NumberReading::Wrong(WhyWrong::Grouping),
        };
    };
    let decimal_mark = fraction.chars().next().unwrap_or(',');
    let fraction = fraction.trim_start_matches(decimal_mark);
    if fraction.contains(is_space) {
        return NumberReading::Wrong(WhyWrong::Grouping);
    }
    let grouping = whole.chars().find(|c| !c.is_ascii_digit()).map(mark);
    if grouping == Some(decimal_mark) {
        return if decimal_mark == '.' {
            read_count(numeral)
        } else {
            NumberReading::Wrong(WhyWrong::Grouping)
        };
    }
    let digits = match grouping {
        None => whole.to_owned(),
        Some(mark) => match thousands(whole, mark) {
            Thousands::Whole(digits) => digits,
            _ => return NumberReading::Wrong(WhyWrong::Grouping),
        },
    };
    if fraction.is_empty() {
        return NumberReading::Incomplete;
    }
    let value = decimal(&digits, fraction);
    // A point before three digits may also stand between thousands.
    if let Thousands::Whole(joined) = thousands(numeral, '.')
        && let (NumberReading::Value(small), NumberReading::Value(large)) = (&value, decimal(&joined, ""))
    {
        return NumberReading::Ambiguous(*small, large);
    }
    value
}

/// All spaces are one mark.
fn mark(c: char) -> char {
    if is_space(c) { ' ' } else { c }
}

enum Thousands {
    /// The digits without their marks.
    Whole(String),
    /// The last group is still short.
    Begun,
    No,
}

fn thousands(numeral: &str, separator: char) -> Thousands {
    let mut digits = String::new();
    let mut begun = false;
    for (index, group) in numeral.split(|c: char| mark(c) == separator).enumerate() {
        let fits = match index {
            0 => (1..=3).contains(&group.len()) && !group.starts_with('0'),
            _ => !begun && group.len() <= 3,
        };
        if !fits || !group.bytes().all(|b| b.is_ascii_digit()) {
            return Thousands::No;
        }
        begun = index > 0 && group.len() < 3;
        digits.push_str(group);
    }
    if begun { Thousands::Begun } else { Thousands::Whole(digits) }
}

fn decimal(whole: &str, fraction: &str) -> NumberReading {
    let significant = whole.trim_start_matches('0');
    if significant.len() > MAX_WHOLE_DIGITS || fraction.len() > MAX_FRACTION_DIGITS {
        return NumberReading::Wrong(WhyWrong::TooLarge);
    }
    // At most 18 digits, as checked above: nothing wraps.
    let mut mantissa = 0_i64;
    for byte in significant.bytes().chain(fraction.bytes()) {
        if !byte.is_ascii_digit() {
            return NumberReading::Wrong(WhyWrong::NotANumber);
        }
        mantissa = mantissa.wrapping_mul(10).wrapping_add(i64::from(byte.wrapping_sub(b'0')));
    }
    let scale = u32::try_from(fraction.len()).unwrap_or(0);
    Decimal::try_new(mantissa, scale).map_or(NumberReading::Wrong(WhyWrong::TooLarge), NumberReading::Value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_up_to_its_longest_and_refused_beyond() {
        let typed =
            |spaces: usize| read_number(&[" ".repeat(spaces).as_str(), "5"].concat(), FieldKind::Count);
        assert_eq!(typed(MAX_TYPED - 1), NumberReading::Value(Decimal::from(5)));
        assert_eq!(typed(MAX_TYPED), NumberReading::Wrong(WhyWrong::TooLarge));
        assert_eq!(typed(100 * MAX_TYPED), NumberReading::Wrong(WhyWrong::TooLarge));
    }

    #[test]
    fn what_can_be_read_two_ways_is_negative_in_both() {
        assert_eq!(read_number("-1.234", FieldKind::Percent), NumberReading::Wrong(WhyWrong::Negative));
        assert!(matches!(read_number("1.234", FieldKind::Percent), NumberReading::Ambiguous(..)));
    }

    #[test]
    fn ten_digits_are_whole_digits_and_eleven_are_not() {
        assert_eq!(whole_digits("9999999999"), Some(9_999_999_999));
        assert_eq!(whole_digits("09999999999"), None);
    }
}
