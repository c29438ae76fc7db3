//! What several groups have together, grade by grade: *Cộng cả hai nhóm có 17 xuất sắc, 72 tốt và 5 hoàn thành*; and what the grades of one
//! have together: *từ tốt trở lên là 66/72*.

use super::interleaved::interleaved;
use super::partitions::missing;
use super::{Facts, Relation};
use crate::audit::levels::Scale;
use crate::audit::slips::meant;
use crate::audit::verdicts::shares::is_of;
use crate::audit::words::*;
use crate::decimal::Hedge;

/// How many figures before a total its groups may stand.
const WINDOW: usize = 40;
/// How many words before a total may say that it is one.
const NAME: usize = 11;
/// How many grades there are.
const GRADES: usize = 4;

/// Totals of groups and of grades that are not what those have together.
pub(super) fn groups(facts: &Facts<'_>, told: &[bool], found: &mut Vec<Relation>) {
    let mut at = 0;
    while at < facts.figures.len() {
        let many = total(facts, at, told, found);
        if many == 0 {
            let one = from_best(facts, at);
            found.extend(one.filter(|one| told.get(one.whole_at) == Some(&false)));
        }
        let many = many.max(interleaved(facts, at, found));
        at = at.saturating_add(many.max(1));
    }
}

/// The step of a count that is of one grade.
fn step(facts: &Facts<'_>, at: usize) -> Option<usize> {
    let level = facts.level(at).filter(|level| level.scale == Scale::Grade && !level.upwards)?;
    facts.counts(at).filter(|one| one.plain()).map(|_| usize::from(level.step))
}

/// The counts of one sentence that is said to be of all groups before it, each held against those of its grade; how many figures
/// that were. One at least has to be what they have together.
fn total(facts: &Facts<'_>, start: usize, told: &[bool], found: &mut Vec<Relation>) -> usize {
    let page = facts.page;
    let exact = |at: usize| facts.counts(at).filter(|one| one.hedge == Hedge::None);
    let Some(first) = exact(start) else { return 0 };
    let words = first.first.saturating_sub(NAME)..first.first;
    let words = page.stretch(words.clone()).iter().zip(words).rev();
    let said = words.take_while(|(token, _)| !token.last && !token.is_number()).any(|(token, at)| {
        let next = |word: u32| page.word(at.saturating_add(1), word);
        match token.key {
            TOONGR => next(COONGJ),
            COONGJ => next(CAR),
            TINHS => next(CHUNG),
            _ => false,
        }
    });
    if !said {
        return 0;
    }
    let here = |at: &usize| facts.figure(*at).is_some_and(|one| one.sentence == first.sentence);
    let whole: Vec<usize> = (start..start.saturating_add(WINDOW)).take_while(here).collect();
    let before = start.saturating_sub(WINDOW)..start;
    let parts: Vec<usize> = before
        .filter(|at| facts.figure(*at).is_some_and(|one| one.paragraph == first.paragraph))
        .filter(|at| step(facts, *at).is_some())
        .collect();
    let of = |grade: usize| parts.iter().copied().filter(move |at| step(facts, *at) == Some(grade));
    // Each group begins anew.
    let most = (0..GRADES).map(|grade| of(grade).count()).max().unwrap_or(0);
    let all = facts.sum(&parts);
    let mut held = 0_usize;
    let mut failed = Vec::new();
    for at in &whole {
        let Some(figure) = exact(*at) else { continue };
        let graded = facts.level(*at).filter(|level| level.scale == Scale::Grade && !level.upwards);
        let Some(grade) = graded.map(|level| usize::from(level.step)) else {
            held = held.saturating_add(usize::from(figure.count == all));
            continue;
        };
        let parts: Vec<usize> = of(grade).collect();
        let sum = facts.sum(&parts);
        if sum == figure.count {
            held = held.saturating_add(1);
        } else if parts.len() > 1 && meant(figure.count, sum) && told.get(*at) == Some(&false) {
            failed.extend(missing(*at, figure.count, parts, sum));
        }
    }
    if held > 0 && most > 1 && failed.len() < 2 {
        found.append(&mut failed);
    }
    whole.len()
}

/// *xuất sắc: 13, tỷ lệ 18,06%. Tốt: 51, tỷ lệ 70,83%. … từ tốt trở lên là 66/72*: those grades, of the same number.
fn from_best(facts: &Facts<'_>, whole_at: usize) -> Option<Relation> {
    // *tốt trở lên là 91,59% (1.482/1.618 đảng viên)*
    let share = facts.share(whole_at).and_then(|share| facts.level(share.percent?));
    let level = facts.level(whole_at).or(share);
    let level = level.filter(|level| level.scale == Scale::Grade && level.upwards)?;
    let whole = facts.counts(whole_at).filter(|one| one.hedge == Hedge::None)?;
    let graded = |at: usize, grade: usize| {
        let near = facts.figure(at).is_some_and(|one| one.paragraph == whole.paragraph);
        near && step(facts, at) == Some(grade)
    };
    let before =
        |grade: usize| (whole_at.saturating_sub(WINDOW)..whole_at).rev().find(|at| graded(*at, grade));
    let behind = |grade: usize| {
        (whole_at.saturating_add(1)..whole_at.saturating_add(WINDOW)).find(|at| graded(*at, grade))
    };
    let all = || 0..=usize::from(level.step);
    let parts: Option<Vec<usize>> = all().map(before).collect();
    let parts: Vec<usize> = parts.or_else(|| all().map(behind).collect())?;
    // Of one number, by their shares.
    let base = whole.of?;
    let of = |at: &usize| facts.share(*at).is_some_and(|share| share.stated.is_some() && is_of(share, base));
    let sum = facts.sum(&parts);
    let told = parts.len() > 1 && parts.iter().all(of) && meant(whole.count, sum);
    told.then(|| missing(whole_at, whole.count, parts, sum)).flatten()
}
