//! One quantity given twice: *tổng số 2.580 đảng viên … tổng số 2.850 đảng viên*.

use super::figures::{Figure, What};
use super::lexer::Kind;
use super::parents::noun;
use super::relations::Facts;
use super::slips::slip;
use super::words::*;
use crate::decimal::Hedge;

/// A count, and the same quantity elsewhere with a slip of the hand between them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Repeat {
    pub(crate) figure: usize,
    pub(crate) other: u64,
}

/// How many wholes back the same one is looked for.
const WINDOW: usize = 24;

/// Every whole that is given again, one slip away, in a text that speaks of one time only.
pub(super) fn repeats(facts: Facts<'_>) -> Vec<Repeat> {
    let mut found = Vec::new();
    let mut wholes: Vec<(u64, u32)> = Vec::new();
    for (at, figure) in facts.figures.iter().enumerate() {
        let counted =
            facts.counts(at).is_some_and(|figure| figure.what == What::Count && figure.count >= 100);
        if !counted || figure.hedge != Hedge::None {
            continue;
        }
        let Some(name) = whole(facts, figure) else { continue };
        let recent = wholes.iter().rev().take(WINDOW);
        let same = recent.clone().any(|(count, known)| *known == name && *count == figure.count);
        let slipped = recent
            .filter(|(count, known)| *known == name && slip(*count, figure.count).is_some())
            .map(|(count, _)| *count);
        if let Some(other) = slipped.reduce(|_, last| last).filter(|_| !same) {
            found.push(Repeat { figure: at, other });
        }
        wholes.push((figure.count, name));
    }
    found
}

/// The words that name a whole, *tổng số đảng viên … 2.580 đồng chí*, as one number. None where something near says of when.
fn whole(facts: Facts<'_>, figure: &Figure) -> Option<u32> {
    let page = facts.page;
    let named = noun(page, figure.behind)?;
    let mut name = named.0 ^ named.1;
    let mut said = false;
    for back in 1..10 {
        let Some(at) = figure.first.checked_sub(back) else { break };
        let token = page.at(at);
        if token.kind != Kind::Word {
            break;
        }
        if [NAWM, DDAAUF, CUOOIS, TRUWOWCS, NAY, KYF, THANGS, NGAYF, VOWIS].contains(&token.key) {
            return None;
        }
        name = name.rotate_left(5) ^ token.key;
        if page.says(at, &[TOONGR, SOOS]) || token.is_word(TOANF) {
            said = true;
            break;
        }
    }
    let behind = figure.behind..figure.behind.saturating_add(8);
    let dated = behind.clone().any(|at| page.word(at, NAWM) || page.word(at, KYF));
    (said && !dated).then_some(name)
}
