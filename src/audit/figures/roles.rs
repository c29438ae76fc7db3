//! What a number is said for, and how exactly, from the words before it.

use super::Role;
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::words::*;
use crate::decimal::Hedge;

pub(super) fn hedge(page: &Page<'_>, at: usize) -> Hedge {
    let before = page.before(at, 1);
    let earlier = page.before(at, 2);
    if before.kind != Kind::Word {
        return Hedge::None;
    }
    match before.key {
        GAANF | NGOTS => Hedge::Almost,
        HOWN if !earlier.is_any(&[CAO, THAAPS, NHIEEUF, ITS]) => Hedge::Over,
        TREEN => Hedge::Over,
        // *ở mức độ 11,7%* is no guess.
        DDOOJ if earlier.is_word(MUWCS) => Hedge::None,
        KHOANGR | CHUWNGF | DDOOJ => Hedge::About,
        XIR if earlier.is_word(XAAPS) => Hedge::About,
        DUWOWIS => Hedge::Under,
        _ => Hedge::None,
    }
}

/// What a number is said for, from the words before it.
pub(super) fn role(page: &Page<'_>, at: usize) -> Role {
    let hedges = [GAANF, HOWN, TREEN, KHOANGR, XIR, XAAPS, THEEM, DDEENS];
    let mut back = 1;
    while back < 4 && hedges.iter().any(|word| page.word_before(at, back, *word)) {
        back = back.saturating_add(1);
    }
    let word = page.before(at, back);
    let earlier = page.before(at, back.saturating_add(1));
    if word.kind == Kind::Word {
        match word.key {
            // *thiếu 1 đại biểu*: of those that should be
            THIEEUS => return Role::Change,
            TAWNG | GIAMR if earlier.is('(') && planned(page, at.saturating_sub(back).saturating_sub(1)) => {
                return Role::Target;
            }
            TAWNG | GIAMR | SUTJ if !earlier.is_word(KHOONG) => return Role::Change,
            VUWOWTJ if !earlier.is_word(KHOONG) => return Role::Beyond,
            _ => {}
        }
    }
    let than = page.before(at, 1);
    // *trung cấp và thấp hơn 2,7%* is a share.
    if than.is_word(HOWN)
        && !page.word_before(at, 3, VAF)
        && [CAO, THAAPS, NHIEEUF, ITS].iter().any(|word| page.word_before(at, 2, *word))
    {
        return Role::Change;
    }
    wanted(page, at)
}

/// *vượt chỉ tiêu Nghị quyết (giảm 7%)*: whether the bracket says what was wanted.
fn planned(page: &Page<'_>, open: usize) -> bool {
    let from = open.saturating_sub(8);
    let words = (from..open).rev().take_while(|at| page.at(*at).kind == Kind::Word);
    let goal = |at: usize| {
        [[CHIR, TIEEU], [KEES, HOACHJ], [NGHIJ, QUYEETS]].iter().any(|words| page.says(at, words))
    };
    words.into_iter().any(goal)
}

/// How many words before a number may say what should be.
const CLAUSE: usize = 29;

/// Whether the clause before the number says what should be.
fn wanted(page: &Page<'_>, at: usize) -> Role {
    let before = page.stretch(at.saturating_sub(CLAUSE)..at).iter().rev();
    for (between, token) in before.enumerate() {
        if token.is(';') || token.kind == Kind::Line || token.last {
            break;
        }
        let next = page.before(at, between);
        let (strong, close, past) = match token.key {
            PHAANS => (next.is_word(DDAAUS), false, false),
            MUCJ => (next.is_word(TIEEU), false, false),
            KHOONG => (false, next.is_word(QUAS) || next.is_word(VUWOWTJ), false),
            TOOIS => (false, next.is_word(DDA) || next.is_word(THIEEUR), false),
            ITS => (false, next.is_word(NHAATS), false),
            PHAIR => (false, next.is_word(DDATJ), false),
            DUWJ => (false, next.is_word(KIEENS), false),
            CUNGF => (false, false, next.is_word(KYF)),
            NAWM => (false, false, next.is_word(TRUWOWCS)),
            _ => continue,
        };
        if strong || (close && between < 5) {
            return Role::Target;
        }
        if past && between < 4 && !page.word_before(at, between.saturating_add(2), VOWIS) {
            return Role::Before;
        }
    }
    Role::Fact
}
