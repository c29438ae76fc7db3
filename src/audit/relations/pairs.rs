//! Two numbers told together and divided together, *32 lớp với 2.716 học viên: sơ cấp 2 lớp - 184 học viên; …*: where the first of each
//! pair make the first number, the others must make the second.

use super::parents::same_noun;
use super::partitions::{missing, plain};
use super::{Facts, Relation};
use crate::audit::figures::Figure;
use crate::audit::words::*;

/// Most words between the two counts of a pair.
const APART: usize = 8;
/// How many figures away from its wholes a pair may stand.
const REACH: usize = 40;
/// Fewest pairs that are divided so by no chance.
const FEW: usize = 3;
/// The same of what an inspection came to.
const CONCLUDED: usize = 2;
/// How many words before two numbers may say that they are what those before them make.
const SAID: usize = 5;

/// Wholes of pairs of which one is what its parts make and the other is not.
pub(super) fn pairs(facts: &Facts<'_>, told: &[bool], found: &mut Vec<Relation>) {
    for at in 0..facts.figures.len() {
        let Some(wholes) = pair(facts, at) else { continue };
        let behind = at.saturating_add(2)..at.saturating_add(REACH);
        let relation = divided(facts, at, wholes, behind);
        let relation = relation.or_else(|| {
            let words = wholes.0.first.saturating_sub(SAID)..wholes.0.first;
            let said = facts.page.tells(words.clone(), &[COONGJ, LAIJ])
                || facts.page.tells(words, &[TOONGR, COONGJ]);
            let before = at.saturating_sub(REACH)..at;
            said.then(|| divided(facts, at, wholes, before)).flatten()
        });
        found.extend(relation.filter(|one| told.get(one.whole_at) == Some(&false)));
    }
}

/// Two counts of different things, right behind each other.
fn pair<'a>(facts: &'a Facts<'a>, at: usize) -> Option<(&'a Figure, &'a Figure)> {
    let figures = facts.figures;
    let count = |at: usize| figures.get(at).filter(|one| one.counts).filter(plain);
    let (one, other) = (count(at)?, count(at.saturating_add(1))?);
    let near = one.sentence == other.sentence && other.first.saturating_sub(one.behind) < APART;
    let together = near && one.depth == other.depth && !facts.page.marks(one.behind..other.first, ';');
    (together && !same_noun(facts.page, one, other)).then_some((one, other))
}

fn divided(
    facts: &Facts<'_>,
    whole_at: usize,
    wholes: (&Figure, &Figure),
    among: std::ops::Range<usize>,
) -> Option<Relation> {
    let page = facts.page;
    let (mut firsts, mut seconds): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut at = among.start;
    let mut last = wholes.1;
    let mut concluded = false;
    while at < among.end {
        let Some(figure) = facts.figure(at).filter(|one| one.paragraph == wholes.0.paragraph) else {
            break;
        };
        let next = pair(facts, at).filter(|(one, other)| {
            at.saturating_add(1) < among.end
                && same_noun(page, one, wholes.0)
                && same_noun(page, other, wholes.1)
        });
        if let Some((first, second)) = next {
            // *Qua kiểm tra, kết luận 2 tổ chức và 4 đảng viên thực hiện tốt, …*: what it came to, each is one or the other.
            let words = last.behind..first.first;
            if page.tells(words.clone(), &[SO, VOWIS]) {
                break;
            }
            if page.tells(words, &[KEETS, LUAANJ]) {
                concluded = true;
                firsts.clear();
                seconds.clear();
            }
            firsts.push(at);
            seconds.push(at.saturating_add(1));
            last = second;
            at = at.saturating_add(2);
            continue;
        }
        // *chi bộ kỷ luật 41 đảng viên*: by itself, or a list of something else.
        if figure.counts && !firsts.is_empty() && figure.sentence == last.sentence {
            return None;
        }
        // *(kế hoạch 30 lớp)*
        let before = figure.first.saturating_sub(2);
        let plan = page.says(before, &[KEES, HOACHJ]) || page.says(before, &[CHIR, TIEEU]);
        let inner = firsts.is_empty() && figure.depth > wholes.0.depth && plan;
        if figure.counts && !inner {
            break;
        }
        at = at.saturating_add(1);
    }
    let (one, other) = (facts.sum(&firsts), facts.sum(&seconds));
    let holds = (one == wholes.0.count, other == wholes.1.count);
    let (whole, parts, sum) = match holds {
        (true, false) => ((whole_at.saturating_add(1), wholes.1.count), seconds, other),
        (false, true) => ((whole_at, wholes.0.count), firsts, one),
        _ => return None,
    };
    let few = if concluded { CONCLUDED } else { FEW };
    (parts.len() >= few).then(|| missing(whole.0, whole.1, parts, sum)).flatten()
}
