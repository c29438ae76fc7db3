//! Comparing Vietnamese words however they were typed: upper or lower case, composed (NFC) or decomposed (NFD),
//! tone marks old style or new, or none at all.

#[cfg(feature = "audit")]
mod telex;

#[cfg(feature = "audit")]
pub(crate) use telex::{Telex, telex_key};

/// What stands before and behind a mark, which is an ASCII one.
pub(crate) fn cut(text: &str, mark: char) -> Option<(&str, &str)> {
    let at = find(text.as_bytes(), u8::try_from(mark).ok()?)?;
    Some((text.get(..at)?, text.get(at.saturating_add(1)..)?))
}

/// Where a byte stands. Eight are looked at together, because this runs through every sentence and every cell: where one is the
/// mark, the difference is zero, and only there does a borrow reach the top bit.
fn find(bytes: &[u8], mark: u8) -> Option<usize> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let marks = ONES.wrapping_mul(mark.into());
    let (eights, rest) = bytes.as_chunks::<8>();
    for (at, eight) in eights.iter().enumerate() {
        let odd = u64::from_le_bytes(*eight) ^ marks;
        let zero = odd.wrapping_sub(ONES) & !odd & ONES.wrapping_mul(0x80);
        if zero != 0 {
            let inside = usize::try_from(zero.trailing_zeros() >> 3).ok()?;
            return Some(at.wrapping_mul(8).wrapping_add(inside));
        }
    }
    let inside = rest.iter().position(|byte| *byte == mark)?;
    Some(bytes.len().wrapping_sub(rest.len()).wrapping_add(inside))
}

/// What stands between such marks. `split` knows any letter, and takes twice as long for texts this short.
pub(crate) fn pieces(text: &str, mark: char) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let (piece, behind) = cut(text, mark).map_or((text, None), |(piece, behind)| (piece, Some(behind)));
        rest = behind;
        Some(piece)
    })
}

/// Spaces that come with pasted text: also no-break, thin and zero-width ones.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}' | '\u{2060}')
}

/// The word without case, tone and letter marks, with single plain spaces: `Đồng  chí` → `dong chi`.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.trim_matches(is_space).chars() {
        match c {
            '\u{0300}'..='\u{036F}' => {}
            c if is_space(c) => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            c => out.push(bare(c).to_ascii_lowercase()),
        }
    }
    out
}

/// A Vietnamese letter without its marks; every other character as it is. Đ may be typed as the Icelandic Ð.
pub(crate) fn bare(c: char) -> char {
    match c {
        'À'..='Å' | 'à'..='å' | 'Ă' | 'ă' | '\u{1EA0}'..='\u{1EB7}' => 'a',
        'È'..='Ë' | 'è'..='ë' | '\u{1EB8}'..='\u{1EC7}' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ' | 'ĩ' | '\u{1EC8}'..='\u{1ECB}' => 'i',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ơ' | 'ơ' | '\u{1ECC}'..='\u{1EE3}' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ' | 'ũ' | 'Ư' | 'ư' | '\u{1EE4}'..='\u{1EF1}' => 'u',
        'Ý' | 'ý' | '\u{1EF2}'..='\u{1EF9}' => 'y',
        'Đ' | 'đ' | 'Ð' | 'ð' => 'd',
        c => c,
    }
}

/// The candidate that looks most like `word`, if any is close enough to be what was meant.
pub fn nearest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    // Longer words are not typing slips, and the distance costs length times length.
    if word.chars().count() > 64 {
        return None;
    }
    // Two slips in five letters, which is one pair exchanged; always one.
    let length = word.chars().count().max(3);
    let word = fold(word);
    let ranked = candidates.iter().map(|candidate| (distance(&word, &fold(candidate)), *candidate));
    let near = ranked.filter(|(distance, _)| distance.saturating_mul(5) <= length.saturating_mul(2));
    near.min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

/// Levenshtein's distance, one row at a time.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i.saturating_add(1);
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, to) in row.iter_mut().skip(1).zip(b.chars()) {
            let replace = if from == to { diagonal } else { diagonal.saturating_add(1) };
            diagonal = *cell;
            left = replace.min(left.saturating_add(1)).min(diagonal.saturating_add(1));
            *cell = left;
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_found_wherever_it_stands() {
        let letters = "đồng chí 0123456789 \u{1}\u{80}\u{81}";
        for before in letters.char_indices().map(|(at, _)| letters.get(..at).unwrap_or_default()) {
            let text = [before, "|", letters, "|"].concat();
            assert_eq!(cut(&text, '|').map(|(piece, _)| piece), Some(before));
            assert_eq!(pieces(&text, '|').collect::<Vec<_>>(), text.split('|').collect::<Vec<_>>());
            assert_eq!(cut(before, '|'), None);
        }
    }

    #[test]
    fn words_are_the_same_however_they_were_typed() {
        for typed in
            ["Đồng chí", "đồng  chí", "ĐỒNG CHÍ", "Đo\u{0302}\u{0300}ng chi\u{0301}", "Ðồng\u{00A0}chí"]
        {
            assert_eq!(fold(typed), "dong chi", "{typed}");
        }
        assert_eq!(fold("hoà"), fold("hòa"));
    }

    #[test]
    fn a_slip_finds_its_word_and_a_stranger_does_not() {
        let known = ["inclusive", "exclusive", "all-rated"];
        assert_eq!(nearest("exlusive", &known), Some("exclusive"));
        assert_eq!(nearest("inclusiv", &known), Some("inclusive"));
        assert_eq!(nearest("banana", &known), None);
        assert_eq!(nearest("lable", &["id", "label"]), Some("label"));
    }
}
