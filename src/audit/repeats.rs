//! One quantity given twice: *tổng số 2.580 đảng viên … tổng số 2.850 đảng viên*.

use super::figures::{Figure, Page, What};
use super::lexer::Kind;
use super::parents::{noun, same_noun, total};
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
/// How many words lie between the two at most.
const REACH: usize = 40;
/// Most words of an organisation's name.
const OWNER: usize = 10;

/// Every whole that is given again, one slip away, in a text that speaks of one time only.
pub(super) fn repeats(facts: Facts<'_>) -> Vec<Repeat> {
    let mut found = Vec::new();
    let mut wholes: Vec<(u64, u32)> = Vec::new();
    let mut owned: Option<(&Figure, u32)> = None;
    for (at, figure) in facts.figures.iter().enumerate() {
        let counted =
            facts.counts(at).is_some_and(|figure| figure.what == What::Count && figure.count >= 100);
        if !counted || figure.hedge != Hedge::None {
            continue;
        }
        if let Some(name) = owner_before(facts.page, figure) {
            owned = Some((figure, name));
        } else if let Some((other, name)) = owned
            && owner_behind(facts.page, figure) == Some(name)
            && same_noun(facts.page, other, figure)
            && figure.sentence.saturating_sub(other.sentence) < 2
            && figure.first.saturating_sub(other.behind) < REACH
            && !(other.behind..figure.first).any(|at| dated(facts.page, at))
            && (figure.count > other.count || total(facts.page, figure))
            && slip(other.count, figure.count).is_some()
        {
            found.push(Repeat { figure: at, other: other.count });
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

/// *Đảng bộ xã Phú Lộc có 412 đảng viên*: whose they are, as one number.
fn owner_before(page: &Page<'_>, figure: &Figure) -> Option<u32> {
    let end = figure.first.checked_sub(1).filter(|at| page.word(*at, COS))?;
    let from =
        (end.saturating_sub(OWNER)..end).rev().take_while(|at| page.at(*at).kind == Kind::Word).last()?;
    owner(page, from, end)
}

/// *421 đảng viên của Đảng bộ xã Phú Lộc*: the same.
fn owner_behind(page: &Page<'_>, figure: &Figure) -> Option<u32> {
    let of = figure.behind.saturating_add(2);
    let from = of.saturating_add(1);
    let end = (from..from.saturating_add(OWNER)).find(|at| page.at(*at).kind != Kind::Word)?;
    if page.word(of, CUAR) { owner(page, from, end) } else { None }
}

/// The name of an organisation, of more than what every organisation is called.
fn owner(page: &Page<'_>, from: usize, end: usize) -> Option<u32> {
    let organisation = page.says(from, &[DDANGR, BOOJ]) || page.says(from, &[CHI, BOOJ]);
    let named = organisation && end.saturating_sub(from) > 3;
    named.then(|| (from..end).fold(0, |name: u32, at| name.rotate_left(5) ^ page.at(at).key))
}

/// Whether a word says of when.
fn dated(page: &Page<'_>, at: usize) -> bool {
    let token = page.at(at);
    let times = [NAWM, DDAAUF, CUOOIS, TRUWOWCS, NAY, KYF, THANGS, NGAYF, VOWIS];
    token.kind == Kind::Word && times.contains(&token.key)
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
        if dated(page, at) {
            return None;
        }
        name = name.rotate_left(5) ^ token.key;
        if page.says(at, &[TOONGR, SOOS]) || token.is_word(TOANF) {
            said = true;
            break;
        }
    }
    let behind = figure.behind..figure.behind.saturating_add(8);
    let later = behind.clone().any(|at| page.word(at, NAWM) || page.word(at, KYF));
    (said && !later).then_some(name)
}
