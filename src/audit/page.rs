//! The tokens of a text, and safe ways to look at them: words behind and before, marks, where a sentence ends.

use std::ops::Range;

use super::lexer::Token;

/// The tokens of a text, and safe ways to look at them.
#[derive(Debug)]
pub(crate) struct Page<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
}

impl<'t> Page<'t> {
    #[inline(never)]
    pub(super) fn at(&self, at: usize) -> &'t Token {
        self.tokens.get(at).unwrap_or(&Token::NOTHING)
    }

    /// The token that many places before; before the first, the place is too large.
    #[inline(always)]
    pub(super) fn before(&self, at: usize, back: usize) -> &'t Token {
        self.at(at.wrapping_sub(back))
    }

    /// What stands in a stretch.
    #[inline(never)]
    pub(super) fn stretch(&self, stretch: Range<usize>) -> &'t [Token] {
        self.tokens.get(stretch.start..stretch.end.min(self.tokens.len())).unwrap_or_default()
    }

    /// The key of the token here.
    #[inline(never)]
    pub(super) fn key(&self, at: usize) -> u32 {
        self.tokens.get(at).map_or(0, |token| token.key)
    }

    #[inline(always)]
    pub(super) fn word(&self, at: usize, key: u32) -> bool {
        self.key(at) == key
    }

    #[inline(always)]
    pub(super) fn word_before(&self, at: usize, back: usize, key: u32) -> bool {
        self.word(at.wrapping_sub(back), key)
    }

    #[inline(always)]
    pub(super) fn mark(&self, at: usize, mark: char) -> bool {
        self.key(at) == u32::from(mark)
    }

    #[inline(never)]
    pub(super) fn written(&self, at: usize) -> &'t str {
        let token = self.at(at);
        self.text.get(token.from..token.to).unwrap_or("")
    }

    /// Whether these words stand at a place, one behind the other.
    #[inline(never)]
    pub(super) fn says<const MANY: usize>(&self, at: usize, words: &[u32; MANY]) -> bool {
        let tokens = self.tokens.get(at..).and_then(|tokens| tokens.first_chunk::<MANY>());
        tokens.is_some_and(|tokens| tokens.iter().zip(words).all(|(token, word)| token.is_word(*word)))
    }

    /// The same, however many they are.
    #[inline(never)]
    pub(super) fn says_all(&self, at: usize, words: &[u32]) -> bool {
        words.iter().enumerate().all(|(nth, word)| self.word(at.saturating_add(nth), *word))
    }

    /// Whether these words stand somewhere in a stretch.
    #[inline(never)]
    pub(super) fn tells<const MANY: usize>(&self, stretch: Range<usize>, words: &[u32; MANY]) -> bool {
        let Some(first) = words.first() else { return false };
        let mut tokens = self.stretch(stretch.clone()).iter().zip(stretch);
        tokens.any(|(token, at)| token.is_word(*first) && self.says(at, words))
    }

    /// Whether a mark stands somewhere in a stretch.
    #[inline(never)]
    pub(super) fn marks(&self, stretch: Range<usize>, mark: char) -> bool {
        self.stretch(stretch).iter().any(|token| token.is(mark))
    }

    /// Whether a sentence ends with this token.
    pub(super) fn ends_sentence(&self, at: usize) -> bool {
        self.at(at).last
    }
}
