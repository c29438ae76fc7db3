//! Ages one behind the other: *dưới 30 là 4, từ 30 đến 35 là 66 …, trên 50 là 180*. Everybody is of one of them.

use super::parents::noun;
use super::partitions::{FAR, REACH, missing, plain};
use super::shaped::slipped;
use super::{Facts, Relation};
use crate::audit::figures::{Figure, Role, What};
use crate::audit::words::*;
use crate::decimal::{Hedge, whole_digits};

/// How many words before the first age may say that ages follow.
const NAMED: usize = 6;
/// Who has an age.
const PEOPLE: [u32; 8] = [NGUWOWIF, DDAIJ, CANS, DDOANF, HOOIJ, HOCJ, GIAOS, UYR];
/// As few parts as are no chance.
const FEWEST: usize = 3;
/// Above as many, a sum that is one or two off is of nothing else.
const MANY: u64 = 20;

/// Ages from the youngest to the oldest whose counts are not all of a number before: nearly its, or with shares that are of it.
pub(super) fn ages(facts: &Facts<'_>, first_at: usize) -> Option<Relation> {
    let parts = bands(facts, first_at, What::Count)?;
    let first = facts.figure(first_at)?;
    let sum = facts.sum(&parts);
    let mut before = (first_at.saturating_sub(FAR)..first_at)
        .rev()
        .filter(|at| facts.counts(*at).filter(plain).is_some_and(|whole| whole.paragraph == first.paragraph));
    let count = |at: usize| facts.figure(at).map_or(0, |figure| figure.count);
    if parts.len() < FEWEST || before.clone().any(|at| count(at) == sum) {
        return None;
    }
    let nearest = before.clone().next();
    let whole_at = before.find(|at| {
        let whole = count(*at);
        let slip = || {
            let people =
                |one: &Figure| noun(facts.page, one.behind).is_some_and(|noun| PEOPLE.contains(&noun.0));
            facts.figure(*at).is_some_and(|one| people(one) && slipped(facts, one, &parts, sum, false))
        };
        whole > MANY && whole.abs_diff(sum) < 3
            || facts.right_of(&parts, whole)
            || nearest == Some(*at) && slip()
    })?;
    missing(whole_at, count(whole_at), parts, sum)
}

/// Whether the first age begins here: *dưới 30*, or *độ tuổi: từ 18 đến 30*.
fn opens(facts: &Facts<'_>, figure: &Figure) -> bool {
    let page = facts.page;
    let named = || page.tells(figure.first.saturating_sub(NAMED)..figure.first, &[DDOOJ, TUOOIR]);
    let before = |word: u32| page.word_before(figure.first, 1, word);
    figure.what == What::Other && (before(DUWOWIS) || before(TUWF) && named())
}

/// The percentages of all ages, from the youngest on, where no counts stand beside them.
pub(in crate::audit) fn shares(facts: &Facts<'_>, first_at: usize) -> Option<Vec<usize>> {
    bands(facts, first_at, What::Percent).filter(|parts| parts.len() > 1)
}

/// The counts, or percentages, of the ages from one on, one behind each, up to the oldest. None where an age is left out or stands
/// twice.
fn bands(facts: &Facts<'_>, first_at: usize, what: What) -> Option<Vec<usize>> {
    let page = facts.page;
    let first = facts.figure(first_at).filter(|first| opens(facts, first))?;
    let mut parts = Vec::new();
    let (mut upper, mut counted, mut last) = (None, true, false);
    for at in first_at..first_at.saturating_add(REACH) {
        let figure = facts.figure(at).filter(|figure| figure.sentence == first.sentence)?;
        // *chiếm 67,21% (tăng 4,18%)*
        let change = matches!(figure.role, Role::Change | Role::Points);
        if figure.what == What::Percent && (what == What::Count || change) {
            continue;
        }
        if figure.what == What::Other {
            let age = whole_digits(page.written(figure.first))?;
            let says = |word: u32| page.word_before(figure.first, 1, word);
            let up = page.tells(figure.behind..figure.behind.saturating_add(4), &[TROWR, LEEN]);
            if says(TUWF) || says(TREEN) {
                // Up to 30 and from 30, or from 31.
                let follows = upper.is_none_or(|upper: u64| age.saturating_sub(upper) < 2 && age >= upper);
                if !counted || !follows {
                    return None;
                }
                // *trên 60 đến 70 tuổi*
                let joins = page.word(figure.behind, DDEENS) || page.mark(figure.behind, '-');
                last = says(TREEN) && !joins || up;
                counted = false;
            } else if says(DUWOWIS) {
                counted = false;
            }
            upper = Some(age);
            continue;
        }
        // One count behind each age.
        let fact = figure.role == Role::Fact && figure.hedge == Hedge::None;
        if counted || figure.what != what || !fact {
            return None;
        }
        parts.push(at);
        counted = true;
        if last {
            return Some(parts);
        }
    }
    None
}
