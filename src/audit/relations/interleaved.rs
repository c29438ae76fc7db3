//! Fractions of several numbers told grade by grade: *05/19 sở; 03/11 huyện; 01/08 đơn vị. Mức tốt: 12/19 sở; 06/11 huyện …*.

use super::parents::same_noun;
use super::partitions::missing;
use super::{Facts, Relation};
use crate::audit::levels::Scale;
use crate::audit::slips::meant;
use crate::decimal::Hedge;

/// How many figures such a list may have.
const WINDOW: usize = 40;
/// How many words two fractions of a list may stand apart.
const APART: usize = 16;

/// *05/19 sở; 03/11 huyện; 01/08 đơn vị. Mức tốt: 12/19 sở; 06/11 huyện; 06/08 đơn vị …*: fractions told grade by grade, of several numbers.
/// Where those of one are all of it, more than all of another is too much; where those of two are, one less is too few.
pub(super) fn interleaved(facts: &Facts<'_>, first_at: usize, found: &mut Vec<Relation>) -> usize {
    let fraction = |at: usize| facts.counts(at).filter(|one| one.of.is_some() && one.hedge == Hedge::None);
    let Some(first) = fraction(first_at) else { return 0 };
    let mut last = first;
    let mut all: Vec<usize> = Vec::new();
    for at in first_at..first_at.saturating_add(WINDOW) {
        let Some(figure) = facts.figure(at).filter(|one| one.paragraph == first.paragraph) else {
            break;
        };
        let near = figure.first.saturating_sub(last.behind) < APART;
        let Some(figure) = fraction(at).filter(|_| near) else { break };
        all.push(at);
        last = figure;
    }
    let of = |at: &usize| facts.figure(*at).and_then(|one| one.of);
    // A few: sorting them would bring in a place that panics.
    let mut bases: Vec<u64> = Vec::new();
    for base in all.iter().filter_map(of) {
        if !bases.contains(&base) {
            bases.push(base);
        }
    }
    let graded = all.iter().filter_map(|at| facts.level(*at)).filter(|level| level.scale == Scale::Grade);
    let mut grades: Vec<u8> = graded.map(|level| level.step).collect();
    grades.dedup();
    if bases.len() < 2 || grades.len() < 2 || all.len() < bases.len().saturating_mul(2) {
        return all.len();
    }
    let parts = |base: u64| all.iter().copied().filter(|at| of(at) == Some(base)).collect::<Vec<_>>();
    // How many each has of those that are whole.
    let whole = |base: &&u64| parts(**base).len() > 1 && facts.sum(&parts(**base)) == **base;
    let held_parts: Vec<usize> = bases.iter().filter(whole).map(|base| parts(*base).len()).collect();
    let held = held_parts.len();
    for base in bases {
        let parts = parts(base);
        let sum = facts.sum(&parts);
        let few = held > 1 && base.saturating_sub(sum) == 1;
        let alike = parts.first().zip(parts.last()).is_some_and(|(first, last)| {
            let both = facts.figure(*first).zip(facts.figure(*last));
            both.is_some_and(|(one, other)| same_noun(facts.page, one, other))
        });
        // Two may be one among the other.
        let paired = held_parts.contains(&parts.len());
        let more = sum > base && held > usize::from(parts.len() < 3 && !paired);
        if alike && (few && parts.len() > 2 || more && parts.len() > 1) && meant(base, sum) {
            let whole_at = parts.last().copied().unwrap_or(first_at);
            found.extend(missing(whole_at, base, parts, sum));
        }
    }
    all.len()
}
