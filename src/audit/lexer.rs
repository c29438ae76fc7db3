//! Text → words, numbers and marks, each with where it stands. Knows nothing of what they mean.

use std::str::Chars;

use crate::text::{Telex, is_space};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A run of letters; `key` is its Telex number.
    Word,
    /// Digits, with points and commas between them.
    Number,
    /// Any other character; `key` is its code point.
    Mark,
    /// One or more line ends; `key` counts them.
    Line,
}

/// A piece of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
    /// Words, marks and lines have none in common, so that one comparison tells which it is: this is what all rules do most.
    pub(super) key: u32,
    /// Where it stands, in UTF-16 units.
    pub(super) start: u32,
    pub(super) end: u32,
    /// Where it stands, in bytes.
    pub(super) from: usize,
    pub(super) to: usize,
    /// Nothing between it and the one before.
    pub(super) glued: bool,
    /// A word that begins with a capital.
    pub(super) capital: bool,
    /// A sentence ends with it.
    pub(super) last: bool,
}

/// The key of no line end: above every mark, below every word.
const LINES: u32 = 0x11_0000;
/// The key of one line end.
const LINE: u32 = LINES + 1;

impl Token {
    /// What stands before the first and behind the last: the end of a line.
    pub(super) const NOTHING: Token = Token {
        kind: Kind::Line,
        key: 0,
        start: 0,
        end: 0,
        from: 0,
        to: 0,
        glued: false,
        capital: false,
        last: false,
    };

    #[inline(always)]
    pub(super) fn is(&self, mark: char) -> bool {
        self.key == u32::from(mark)
    }

    #[inline(always)]
    pub(super) fn is_word(&self, key: u32) -> bool {
        self.key == key
    }

    /// Whether it is one of these words.
    #[inline(never)]
    pub(super) fn is_any(&self, words: &[u32]) -> bool {
        words.contains(&self.key)
    }

    pub(super) fn is_number(&self) -> bool {
        self.kind == Kind::Number
    }

    /// Whether it is the end of one line.
    pub(super) fn is_line(&self) -> bool {
        self.key == LINE
    }

    /// Whether a blank line stands here.
    pub(super) fn is_blank(&self) -> bool {
        self.kind == Kind::Line && self.key > LINE
    }

    /// Whether a sentence ends with it, before that one.
    fn ends(&self, next: &Token) -> bool {
        match self.kind {
            Kind::Word | Kind::Number => false,
            Kind::Line => self.is_blank() || next.kind == Kind::Line,
            Kind::Mark if self.is('.') => !(next.glued && (next.kind == Kind::Word || next.is('.'))),
            Kind::Mark => self.is('!') || self.is('?'),
        }
    }
}

/// All tokens of a text, in order.
pub(super) fn lex(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() >> 2);
    let mut chars = text.chars();
    let mut unit = 0_u32;
    let mut glued = false;
    loop {
        let from = text.len().saturating_sub(chars.as_str().len());
        let Some(c) = chars.next() else { break };
        let start = unit;
        unit = unit.saturating_add(units(c));
        // What there is most of comes first.
        let kind = match c {
            ' ' => {
                glued = false;
                continue;
            }
            'a'..='z' | 'A'..='Z' => Kind::Word,
            '0'..='9' => Kind::Number,
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => Kind::Line,
            '\u{21}'..='\u{7E}' | '\t' => Kind::Mark,
            _ if is_space(c) || c == '\u{AD}' => {
                glued = false;
                continue;
            }
            _ if is_letter(c) => Kind::Word,
            _ => Kind::Mark,
        };
        let (key, more) = match kind {
            Kind::Word => word(c, &mut chars),
            Kind::Number => (0, number(&mut chars)),
            Kind::Line => (if c == '\n' { LINE } else { LINES }, 0),
            Kind::Mark => (u32::from(c), 0),
        };
        unit = unit.saturating_add(more);
        let capital = kind == Kind::Word && is_capital(c);
        let to = text.len().saturating_sub(chars.as_str().len());
        match tokens.last_mut() {
            // Line ends in a row are one, which tells a blank line.
            Some(before) if kind == Kind::Line && before.kind == Kind::Line => {
                before.key = before.key.saturating_add(u32::from(key == LINE));
                (before.end, before.to) = (unit, to);
            }
            _ => tokens.push(Token { kind, key, start, end: unit, from, to, glued, capital, last: false }),
        }
        glued = true;
    }
    let mut next = &Token::NOTHING;
    for token in tokens.iter_mut().rev() {
        token.last = token.ends(next);
        next = token;
    }
    tokens
}

/// Over the rest of a number; how many digits and marks that are.
#[inline(always)]
fn number(chars: &mut Chars<'_>) -> u32 {
    let mut many = 0_u32;
    let mut ahead = chars.clone();
    while let Some(next) = ahead.next() {
        let inside = match next {
            '0'..='9' => true,
            '.' | ',' => ahead.as_str().as_bytes().first().is_some_and(u8::is_ascii_digit),
            _ => false,
        };
        if !inside {
            break;
        }
        many = many.saturating_add(1);
        *chars = ahead.clone();
    }
    many
}

/// Over the rest of a word; its key, and how many UTF-16 units the rest has.
#[inline(always)]
fn word(first: char, chars: &mut Chars<'_>) -> (u32, u32) {
    let mut telex = Telex::EMPTY;
    telex.push(first);
    let mut many = 0_u32;
    let mut ahead = chars.clone();
    while let Some(next) = ahead.next() {
        match u8::try_from(next) {
            // Most letters are small ones of ASCII.
            Ok(byte @ (b'a'..=b'z' | b'0'..=b'9')) => telex.plain(byte),
            _ if is_letter(next) => telex.push(next),
            _ => break,
        }
        many = many.saturating_add(units(next));
        *chars = ahead.clone();
    }
    (telex.key(), many)
}

/// Letters and their combining marks. Not the tables of Unicode, which are larger than all of this: what is neither Latin
/// nor a mark is a letter to it, and belongs to no word it knows.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, '\u{C0}'..='\u{1FFF}' | '\u{2C00}'..='\u{2DFF}' | '\u{3040}'..='\u{D7FF}' | '\u{F900}'..='\u{FDFF}')
            && !matches!(c, '×' | '÷')
}

/// A capital of Vietnamese, as in names and the numbers of documents: Ánh, QĐ. Beyond Latin 1 capitals are the even ones, but for Ư.
pub(super) fn is_capital(c: char) -> bool {
    let pair = matches!(c, '\u{100}'..='\u{136}' | '\u{168}' | '\u{1A0}' | '\u{1EA0}'..='\u{1EF9}');
    c.is_ascii_uppercase()
        || matches!(c, '\u{C0}'..='\u{DD}' | '\u{1AF}') && c != '×'
        || pair && u32::from(c).is_multiple_of(2)
}

#[inline(always)]
fn units(c: char) -> u32 {
    if u32::from(c) > 0xFFFF { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Vec<(Kind, &str)> {
        lex(text).iter().map(|token| (token.kind, text.get(token.from..token.to).unwrap_or(""))).collect()
    }

    #[test]
    fn numbers_keep_their_marks_and_leave_the_sentence_its_own() {
        let found = seen("2.364/3.174 = 74,48%. Còn 5.");
        let numbers: Vec<&str> =
            found.iter().filter(|(kind, _)| *kind == Kind::Number).map(|(_, text)| *text).collect();
        assert_eq!(numbers, ["2.364", "3.174", "74,48", "5"]);
        assert_eq!(seen("1.597người").len(), 2);
    }

    #[test]
    fn places_are_counted_in_utf_16_units() {
        let tokens = lex("😀 đạt\r\n90%");
        let spans: Vec<(u32, u32)> = tokens.iter().map(|token| (token.start, token.end)).collect();
        assert_eq!(spans, [(0, 2), (3, 6), (6, 8), (8, 10), (10, 11)]);
    }

    #[test]
    fn composed_and_decomposed_words_are_the_same() {
        let keys = |text: &str| lex(text).iter().map(|token| token.key).collect::<Vec<_>>();
        assert_eq!(keys("tỷ lệ"), keys("ty\u{309} le\u{323}\u{302}"));
    }
}
