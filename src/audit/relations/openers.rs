//! How the words open a list that is all of a number: a bracket, *gồm*, *Cụ thể,*, *phân theo khối:*, a heading, or nothing but its sentence.

use super::Facts;
use super::partitions::plain;
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::words::*;

/// Most words between those that open a list and its first count.
pub(super) const LABEL: usize = 16;
/// Most words before a colon that may say by what a number is divided.
const DIVIDED: usize = 14;
/// Most words of a heading.
const HEAD: usize = 4;

/// How a list is opened.
#[derive(Clone, Copy)]
pub(super) enum Opener {
    /// In a bracket right behind its whole.
    Bracket { said: bool },
    /// *gồm* behind its whole.
    Comprises,
    /// *Nội dung:* at the head of a sentence.
    Headed,
    /// A colon right behind its whole, before good, fair and weak ones.
    Merits,
    /// Nothing: a sentence of its own.
    Bare,
    /// *Cụ thể,*, *phân theo khối:*: of a number in its sentence or one before.
    Said,
}

/// Where the words open a list whose first count this is, and how.
pub(super) fn opened(facts: &Facts<'_>, first_at: usize) -> Option<(usize, Opener)> {
    let page = facts.page;
    let first = facts.counts(first_at).filter(plain)?;
    let before = first_at.checked_sub(1).and_then(|at| facts.figure(at)).map_or(0, |one| one.behind);
    let mut words = (before.max(first.first.saturating_sub(LABEL))..first.first).rev();
    let opens = |at: &usize| {
        page.mark(*at, '(') || page.mark(*at, ':') || page.word(*at, GOOMF) || page.says(*at, &[CUJ, THEER])
    };
    let open = words.find(|at| page.ends_sentence(*at) || opens(at))?;
    // *Đơn tố cáo 67, khiếu nại 12, …* of so many *đơn*: a sentence that is nothing but the list.
    if page.ends_sentence(open) && !page.mark(open, ':') {
        return Some((open, Opener::Bare));
    }
    if page.mark(open, '(') {
        return Some((open, Opener::Bracket { said: false }));
    }
    // *(gồm …*, *(cụ thể: …*
    let inside = (1..4).filter_map(|back| open.checked_sub(back)).find(|at| page.mark(*at, '('));
    if let Some(bracket) = inside.filter(|at| words_only(page, at.saturating_add(1)..open)) {
        return Some((bracket, Opener::Bracket { said: true }));
    }
    if page.mark(open, ':') {
        let near = open.saturating_sub(DIVIDED)..open;
        let divided = near.rev().take_while(|at| !page.ends_sentence(*at)).any(|at| {
            page.word(at, GOOMF) || page.says(at, &[CUJ, THEER]) || page.word(at, THEO) && by(page, at)
        });
        if divided {
            return Some((open, Opener::Said));
        }
        // *13 chi hội: 7 vững mạnh, 4 khá, 1 trung bình*
        let near = first_at.checked_sub(1).and_then(|at| facts.counts(at)).filter(plain);
        if near.is_some_and(|whole| {
            let words = whole.behind..open;
            words.len() < HEAD && words_only(page, words)
        }) {
            return Some((open, Opener::Merits));
        }
        // *Nội dung: …*
        let head = (open.saturating_sub(HEAD)..open).rev().find(|at| page.ends_sentence(*at));
        let words = head.map(|head| head.saturating_add(1)..open);
        let plain = words.is_some_and(|words| words_only(page, words));
        return plain.then_some((open, Opener::Headed));
    }
    Some((open, if page.word(open, GOOMF) { Opener::Comprises } else { Opener::Said }))
}

/// *phân theo, chia theo, xếp theo, tính theo*, or *Theo* at the head of a sentence.
fn by(page: &Page<'_>, at: usize) -> bool {
    let verb = [PHAAN, CHIA, XEEPS, TINHS];
    page.before(at, 1).is_any(&verb) || page.ends_sentence(at.wrapping_sub(1)) || page.before(at, 1).is(';')
}

fn words_only(page: &Page<'_>, words: std::ops::Range<usize>) -> bool {
    page.stretch(words).iter().all(|one| one.kind == Kind::Word)
}
