//! Words by how they are typed: what the audit compares.

/// A word as it is typed in Telex, tone last, as one number: `tỷ` is `tyr` whether it came composed or not, `hoà` and `hòa`
/// are both `hoaf`. Unlike [`super::fold`] it tells giảm from giám.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Telex {
    hash: u32,
    /// The letter a combining circumflex doubles.
    letter: u8,
    tone: u8,
}

impl Telex {
    pub(crate) const EMPTY: Telex = Telex { hash: 0x811C_9DC5, letter: 0, tone: 0 };

    /// One more letter or mark of the word.
    pub(crate) fn push(&mut self, c: char) {
        match c {
            '\u{0302}' => self.hash = mixed(self.hash, self.letter),
            '\u{0306}' | '\u{031B}' => self.hash = mixed(self.hash, b'w'),
            '\u{0300}' => self.tone = b'f',
            '\u{0301}' => self.tone = b's',
            '\u{0303}' => self.tone = b'x',
            '\u{0309}' => self.tone = b'r',
            '\u{0323}' => self.tone = b'j',
            _ => self.letters(c),
        }
    }

    fn letters(&mut self, c: char) {
        if let Ok(byte) = u8::try_from(c)
            && byte.is_ascii()
        {
            return self.plain(byte.to_ascii_lowercase());
        }
        let Some(typed) = typed(c) else {
            for byte in u32::from(c).to_le_bytes() {
                self.hash = mixed(self.hash, byte);
            }
            return;
        };
        let [letter, more, tone] = typed;
        self.plain(letter);
        if more > 0 {
            self.hash = mixed(self.hash, more);
        }
        if tone > 0 {
            self.tone = tone;
        }
    }

    /// The same for a small letter or a digit of ASCII, which most are.
    #[inline]
    pub(crate) fn plain(&mut self, byte: u8) {
        self.letter = byte;
        self.hash = mixed(self.hash, byte);
    }

    /// The word's number.
    pub(crate) fn key(self) -> u32 {
        WORD | if self.tone == 0 { self.hash } else { mixed(self.hash, self.tone) }
    }
}

/// The number of a word written in Telex, tone last, in small or capital letters.
pub(crate) const fn telex_key(typed: &str) -> u32 {
    let mut hash = Telex::EMPTY.hash;
    let mut rest = typed.as_bytes();
    while let Some((byte, behind)) = rest.split_first() {
        hash = mixed(hash, byte.to_ascii_lowercase());
        rest = behind;
    }
    WORD | hash
}

/// Set in the number of every word, so that it is that of no mark.
const WORD: u32 = 1 << 31;

/// One step of FNV-1a.
const fn mixed(hash: u32, byte: u8) -> u32 {
    // A cast that loses nothing; `u32::from` is not const.
    let wide = u32::from_le_bytes([byte, 0, 0, 0]);
    (hash ^ wide).wrapping_mul(0x0100_0193)
}

/// The keys of a composed letter: the letter, what makes it another, its tone; zero where there is none.
type Keys = [u8; 3];

const fn keys(typed: &str) -> Keys {
    match *typed.as_bytes() {
        [letter, tone @ (b's' | b'f' | b'r' | b'x' | b'j')] => [letter, 0, tone],
        [letter, more] => [letter, more, 0],
        [letter, more, tone] => [letter, more, tone],
        _ => [0; 3],
    }
}

/// The keys of a composed letter.
fn typed(c: char) -> Option<Keys> {
    let code = u32::from(c);
    if let Some(offset) = code.checked_sub(0x1EA0)
        && let Ok(at) = usize::try_from(offset >> 1)
        && let Some(keys) = COMPOSED.get(at)
    {
        return Some(*keys);
    }
    // The others. Đ may be typed as the Icelandic Ð.
    Some(keys(match c {
        '\u{110}' | '\u{111}' | '\u{D0}' | '\u{F0}' => "dd",
        '\u{1AF}' | '\u{1B0}' => "uw",
        '\u{1A0}' | '\u{1A1}' => "ow",
        '\u{102}' | '\u{103}' => "aw",
        '\u{C2}' | '\u{E2}' => "aa",
        '\u{CA}' | '\u{EA}' => "ee",
        '\u{D4}' | '\u{F4}' => "oo",
        '\u{C0}' | '\u{E0}' => "af",
        '\u{C1}' | '\u{E1}' => "as",
        '\u{C3}' | '\u{E3}' => "ax",
        '\u{C8}' | '\u{E8}' => "ef",
        '\u{C9}' | '\u{E9}' => "es",
        '\u{CC}' | '\u{EC}' => "if",
        '\u{CD}' | '\u{ED}' => "is",
        '\u{D2}' | '\u{F2}' => "of",
        '\u{D3}' | '\u{F3}' => "os",
        '\u{D5}' | '\u{F5}' => "ox",
        '\u{D9}' | '\u{F9}' => "uf",
        '\u{DA}' | '\u{FA}' => "us",
        '\u{DD}' | '\u{FD}' => "ys",
        '\u{128}' | '\u{129}' => "ix",
        '\u{168}' | '\u{169}' => "ux",
        _ => return None,
    }))
}

/// U+1EA0 to U+1EF9, capital and small of each.
const COMPOSED: [Keys; 45] = [
    keys("aj"),
    keys("ar"),
    keys("aas"),
    keys("aaf"),
    keys("aar"),
    keys("aax"),
    keys("aaj"),
    keys("aws"),
    keys("awf"),
    keys("awr"),
    keys("awx"),
    keys("awj"),
    keys("ej"),
    keys("er"),
    keys("ex"),
    keys("ees"),
    keys("eef"),
    keys("eer"),
    keys("eex"),
    keys("eej"),
    keys("ir"),
    keys("ij"),
    keys("oj"),
    keys("or"),
    keys("oos"),
    keys("oof"),
    keys("oor"),
    keys("oox"),
    keys("ooj"),
    keys("ows"),
    keys("owf"),
    keys("owr"),
    keys("owx"),
    keys("owj"),
    keys("uj"),
    keys("ur"),
    keys("uws"),
    keys("uwf"),
    keys("uwr"),
    keys("uwx"),
    keys("uwj"),
    keys("yf"),
    keys("yj"),
    keys("yr"),
    keys("yx"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_one_telex_spelling_however_it_was_composed() {
        let key = |word: &str| {
            let mut telex = Telex::EMPTY;
            word.chars().for_each(|c| telex.push(c));
            telex.key()
        };
        let pairs =
            [("Tỷ", "tyr"), ("đảng", "ddangr"), ("Được", "dduwowcj"), ("hoà", "hoaf"), ("hòa", "hoaf")];
        for (word, typed) in pairs {
            assert_eq!(key(word), telex_key(typed), "{word}");
        }
        for (decomposed, typed) in [
            ("ty\u{309}", "tyr"),
            ("le\u{323}\u{302}", "leej"),
            ("D\u{31B}o\u{31B}", "dwow"),
            ("tu\u{31B}o\u{31B}ng", "tuwowng"),
            ("Ðảng", "ddangr"),
            ("m\u{1B0}\u{1A1}\u{300}i", "muwowif"),
        ] {
            assert_eq!(key(decomposed), telex_key(typed), "{decomposed}");
        }
        assert_ne!(key("giảm"), key("giám"));
    }
}
