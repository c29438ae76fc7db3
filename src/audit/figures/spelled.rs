//! Numbers in words: *hai chi bộ, không có đảng viên nào*.

use super::others::counted;
use super::roles::{hedge, role};
use super::{Figure, What, blank};
use crate::audit::lexer::{Kind, Token};
use crate::audit::page::Page;
use crate::audit::words::*;

/// Không: zero where it stands for a number, behind a colon or *là*, or in *không có … nào*.
pub(super) fn none(page: &Page<'_>, at: usize) -> Option<Figure> {
    if !page.word(at, KHOONG) {
        return None;
    }
    let mut figure = Figure { what: What::Count, ..blank(at) };
    let before = page.before(at, 1);
    let has = page.word(at.saturating_add(1), COS);
    let behind = if has { at.saturating_add(2) } else { at.saturating_add(1) };
    let ends = matches!(page.at(behind).kind, Kind::Line | Kind::Mark) && !page.mark(behind, '"');
    figure.behind = behind;
    if ends && (before.is(':') || before.is('-') || before.is_word(LAF)) {
        return Some(figure);
    }
    let noun = |from: usize| {
        let word = page.at(from);
        [TOOR, CHI, DDANGR, DDOWN, TAAPJ, DDOONGF, CAS, PHIEEUS, DDOANF, VIEEN, NGUWOWIF]
            .iter()
            .any(|noun| word.is_word(*noun))
    };
    // không TCCSĐ nào
    let near = behind.saturating_add(1)..behind.saturating_add(5);
    let any = (noun(behind) || counted(page, behind)) && near.clone().any(|at| page.word(at, NAOF));
    (has && noun(behind) || any).then_some(figure)
}

/// Number words before what is counted, up to nineteen. *Năm* is a year as often: it counts where a sentence or a list begins with
/// it, or behind *có*.
pub(super) fn spelled(page: &Page<'_>, at: usize) -> Option<Figure> {
    let mut behind = at.saturating_add(1);
    let mut count = digit(page.at(at))?;
    if count == 10
        && let Some(units) = digit(page.at(behind)).filter(|units| *units < 10)
    {
        count = count.saturating_add(units);
        behind = behind.saturating_add(1);
    }
    let noun = page.says(behind, &[DDOONGF, CHIS])
        || page.says(behind, &[CHI, BOOJ])
        || page.says(behind, &[DDANGR, VIEEN])
        || page.says(behind, &[DDANGR, BOOJ])
        || page.says(behind, &[TOOR, CHUWCS])
        || page.says(behind, &[TAAPJ, THEER])
        || page.word(behind, PHIEEUS);
    let before = page.before(at, 1);
    // Hai mươi lăm: more than is read here.
    let larger = before.is_word(MUWOWI) || before.is_word(MUWOWIF) || before.is_number();
    let opens = before.kind != Kind::Word || before.is_any(&[COS, GOOMF, VAF, LAF]);
    (noun && !larger && (opens || !page.word(at, NAWM))).then(|| Figure {
        what: What::Count,
        role: role(page, at),
        hedge: hedge(page, at),
        count,
        behind,
        ..blank(at)
    })
}

/// The number that one word says, up to ten.
pub(in crate::audit) fn digit(word: &Token) -> Option<u64> {
    Some(match word.key {
        MOOTJ => 1,
        HAI => 2,
        BA => 3,
        BOONS => 4,
        NAWM | LAWM => 5,
        SAUS => 6,
        BAYR => 7,
        TAMS => 8,
        CHINS => 9,
        MUWOWIF => 10,
        _ => return None,
    })
}
