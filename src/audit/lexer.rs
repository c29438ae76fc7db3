//! Text → words, numbers and marks, each with where it stands. Knows nothing of what they mean.

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
    /// One or more line ends.
    Line,
}

/// A piece of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) kind: Kind,
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
}

impl Token {
    /// What stands before the first and behind the last: the end of a line.
    pub(super) const NOTHING: Token =
        Token { kind: Kind::Line, key: 0, start: 0, end: 0, from: 0, to: 0, glued: false, capital: false };

    #[inline(never)]
    pub(super) fn is(&self, mark: char) -> bool {
        self.kind == Kind::Mark && self.key == u32::from(mark)
    }

    #[inline(never)]
    pub(super) fn is_word(&self, key: u32) -> bool {
        self.key == key && self.kind == Kind::Word
    }

    /// Whether it is one of these words.
    #[inline(never)]
    pub(super) fn is_any(&self, words: &[u32]) -> bool {
        self.kind == Kind::Word && words.contains(&self.key)
    }

    pub(super) fn is_number(&self) -> bool {
        self.kind == Kind::Number
    }
}

/// All tokens of a text, in order.
pub(super) fn lex(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() >> 2);
    let mut chars = text.char_indices().peekable();
    let mut unit = 0_u32;
    let mut glued = false;
    while let Some((from, c)) = chars.next() {
        let start = unit;
        unit = unit.saturating_add(units(c));
        let line = matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}');
        if !line && c != '\t' && (is_space(c) || c == '\u{AD}') {
            glued = false;
            continue;
        }
        let mut token = Token { start, from, glued, capital: is_capital(c), ..Token::NOTHING };
        let mut to = from.saturating_add(c.len_utf8());
        if line {
            token.kind = Kind::Line;
            token.key = u32::from(c == '\n');
        } else if c.is_ascii_digit() {
            token.kind = Kind::Number;
            while let Some(&(at, next)) = chars.peek() {
                let behind = text.get(at.saturating_add(1)..).and_then(|rest| rest.bytes().next());
                let inside = (next == '.' || next == ',') && behind.is_some_and(|byte| byte.is_ascii_digit());
                if !next.is_ascii_digit() && !inside {
                    break;
                }
                chars.next();
                unit = unit.saturating_add(1);
                to = at.saturating_add(1);
            }
        } else if is_letter(c) {
            token.kind = Kind::Word;
            let mut telex = Telex::EMPTY;
            telex.push(c);
            while let Some(&(at, next)) = chars.peek() {
                if !is_letter(next) && !next.is_ascii_digit() {
                    break;
                }
                chars.next();
                telex.push(next);
                unit = unit.saturating_add(units(next));
                to = at.saturating_add(next.len_utf8());
            }
            token.key = telex.key();
        } else {
            token.kind = Kind::Mark;
            token.key = u32::from(c);
        }
        token.end = unit;
        token.to = to;
        glued = true;
        match tokens.last_mut() {
            // Line ends in a row are one; its key counts them, so that a blank line can be told.
            Some(last) if line && last.kind == Kind::Line => {
                last.key = last.key.saturating_add(token.key);
                last.end = unit;
                last.to = to;
            }
            _ => tokens.push(token),
        }
    }
    tokens
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
