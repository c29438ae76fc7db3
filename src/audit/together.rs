//! A whole said to be several counts together: *hai xã cộng lại 557*, *tổng cộng 35 nhà*, *tổng cộng 553 đảng viên của ba xã: …*.

use super::figures::Figure;
use super::lexer::Kind;
use super::parents::{noun, same_noun};
use super::relations::{Facts, Link, Relation};
use super::slips::meant;
use super::spread::plain;
use super::words::*;

/// How many words before a count may say that it is a whole.
const REACH: usize = 9;
/// How many figures away its parts may stand.
const WINDOW: usize = 16;

/// Wholes that are not their parts together, where they are near enough to be meant so.
pub(super) fn together(facts: Facts<'_>, found: &mut Vec<Relation>) {
    for whole_at in 0..facts.figures.len() {
        let Some(whole) = facts.counts(whole_at).filter(|whole| plain(whole)) else { continue };
        let Some(many) = said(facts, whole) else { continue };
        let parts = match behind(facts, whole_at, whole) {
            Some(parts) => parts,
            None => before(facts, whole_at, whole),
        };
        if parts.len() < 2 || many > 0 && parts.len() != many {
            continue;
        }
        let count = |at: &usize| facts.figures.get(*at).map_or(0, |figure| figure.count);
        let sum = parts.iter().fold(0_u64, |sum, at| sum.saturating_add(count(at)));
        let holds = sum == whole.count;
        if holds || meant(whole.count, sum) {
            found.push(Relation { link: Link::Total, whole_at, whole: whole.count, parts, sum, holds });
        }
    }
}

/// Whether the words before a count say that it is a whole, and of how many: 0 where they do not say.
fn said(facts: Facts<'_>, whole: &Figure) -> Option<usize> {
    let page = facts.page;
    let mut total = false;
    for back in 1..REACH {
        let at = whole.first.checked_sub(back)?;
        let token = page.at(at);
        if token.kind != Kind::Word {
            break;
        }
        let close = back == 2 || back == 3 && [LAF, COS].contains(&page.before(whole.first, 1).key);
        total |= close && page.says(at, &[TOONGR, COONGJ]) || page.says(at, &[COONGJ, LAIJ]);
        let many = match token.key {
            HAI => 2,
            BA => 3,
            BOONS => 4,
            _ => continue,
        };
        // *cả hai xã*, *tổng cộng ba xã*, *hai xã cộng lại*.
        let all = page.word_before(at, 1, CAR) || page.says(at.saturating_sub(2), &[TOONGR, COONGJ]);
        let unit = back > 1 && page.at(at.saturating_add(1)).kind == Kind::Word;
        return (unit && (all || total)).then_some(many);
    }
    total.then_some(0)
}

/// The counts of the same thing before a whole, in its sentence, unless one of them is among another.
fn before(facts: Facts<'_>, whole_at: usize, whole: &Figure) -> Vec<usize> {
    let mut parts = Vec::new();
    for at in (whole_at.saturating_sub(WINDOW)..whole_at).rev() {
        let Some(part) = facts.figures.get(at) else { break };
        if part.sentence != whole.sentence {
            break;
        }
        if is_part(facts, at, whole) {
            parts.push(at);
        }
    }
    parts.reverse();
    let first = parts.first().and_then(|at| facts.figures.get(*at)).map_or(whole.first, |part| part.first);
    let among = (first.saturating_sub(3)..whole.first).any(|at| facts.page.says(at, &[TRONG, DDOS]));
    if among { Vec::new() } else { parts }
}

/// The counts behind a colon behind a whole, to the end of the sentence.
fn behind(facts: Facts<'_>, whole_at: usize, whole: &Figure) -> Option<Vec<usize>> {
    let page = facts.page;
    let next = facts.figures.get(whole_at.saturating_add(1))?;
    let mut parts = Vec::new();
    (whole.behind..next.first.min(whole.behind.saturating_add(WINDOW))).find(|at| page.mark(*at, ':'))?;
    for at in whole_at.saturating_add(1)..whole_at.saturating_add(WINDOW) {
        let Some(part) = facts.figures.get(at).filter(|part| part.sentence == whole.sentence) else { break };
        if facts.page.says(part.first.saturating_sub(2), &[TRONG, DDOS]) || part.first == 0 {
            break;
        }
        if is_part(facts, at, whole) {
            parts.push(at);
        }
    }
    Some(parts)
}

fn is_part(facts: Facts<'_>, at: usize, whole: &Figure) -> bool {
    facts.counts(at).is_some_and(|part| {
        plain(part) && (same_noun(facts.page, part, whole) || noun(facts.page, part.behind).is_none())
    })
}
