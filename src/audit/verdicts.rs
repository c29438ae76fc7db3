//! Claims and relations → verdicts: which base a share is of, and whether it can be right. In doubt nothing is wrong.

mod baseless;
pub(super) mod bases;
mod blame;
mod excuses;
mod explained;
mod first;
mod lifted;
mod named;
mod namesakes;
mod naturals;
mod rated;
mod repairs;
pub(super) mod shares;
mod uncounted;
mod unstated;
mod upwards;
mod votes;
mod wholes;

use super::changes;
use super::claims::{Claim, Says, Tie};
use super::figures::What;
use super::page::Page;
use super::relations::scales::lone_runs;
use super::relations::{Facts, Link, Relation, sums};
use super::slips::{self, Slip};
use super::words::*;
use crate::decimal::{Decimal, Fit, Hedge, fit, meets, nearest};
pub(crate) use baseless::stated_baseless;
use baseless::{impossible_shares, parts_over_all};
use bases::groups;
use explained::explained;
use first::first_look;
use lifted::lifted;
use namesakes::namesakes;
use rated::rated;
use shares::judge_group;
use uncounted::uncounted;
use unstated::unstated;
use upwards::upwards;
use votes::impossible;
use wholes::{doubled_wholes, missed_wholes, slipped_wholes};

/// How a claim stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// A count of a base without a printed share: nothing to check.
    Unstated,
    /// Rounded at the printed decimals.
    Right,
    /// Right at fewer decimals than printed.
    Coarse,
    /// Right as a round number.
    Hedged,
    /// The further digits were cut off.
    Truncated,
    /// Less than one step too large.
    Lifted,
    /// No base makes it right.
    Wrong,
    /// Right, but of another base than it says or than the list it stands in.
    OtherBase,
    /// No number has so many as that share, or it is more than all.
    Impossible,
    /// The base is not known.
    Unresolved,
}

/// A claim, judged.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Judged {
    pub(crate) claim: Claim,
    pub(crate) base: Option<u64>,
    /// The base stands in the claim itself.
    pub(crate) said: bool,
    pub(crate) verdict: Verdict,
    /// Wrong whichever way it is read.
    pub(crate) sure: bool,
    /// Of another base: the one that was to be expected.
    pub(crate) expected: Option<u64>,
    /// The base is not printed: it is the expected one that slipped, and the share is right.
    pub(crate) unprinted: bool,
    /// Wrong: the count that would make the share and the list right.
    pub(crate) count_slip: Option<u64>,
    /// Wrong: the slip that explains it, of the count if that has one, else of the share.
    pub(crate) slip: Option<Slip>,
}

/// Judges every claim; counts of lists that add up come behind, as claims without a share.
pub(super) fn judge(facts: &Facts<'_>, relations: &[Relation]) -> Vec<Judged> {
    let mut judged: Vec<Judged> = facts.claims.iter().map(|claim| first_look(facts, claim)).collect();
    let sums = sums(facts.figures.len(), relations);
    for group in groups(facts, relations) {
        judge_group(facts, relations, &sums, &group, &mut judged);
    }
    for one in &mut judged {
        let open =
            one.verdict == Verdict::Unresolved && (one.claim.base.is_none() || one.claim.tie == Tie::Loose);
        if open && let Some((count, base)) = impossible(facts, &one.claim) {
            if one.claim.tie == Tie::Loose {
                one.claim.count = count;
            }
            wrong(one, base, false);
        }
    }
    changed_beside(facts, &mut judged);
    against_beside(facts, &mut judged);
    for relation in relations.iter().filter(|relation| !relation.holds && relation.link == Link::Sum) {
        mend(facts, relation, &mut judged);
    }
    for one in &mut judged {
        let claim = one.claim;
        let Some((base, stated)) = one.base.zip(claim.stated) else { continue };
        let against = || against(facts, &claim, base, stated);
        match one.verdict {
            Verdict::Wrong if meets(claim.count, base, stated, claim.hedge) && !against() => {
                (one.verdict, one.count_slip) = (Verdict::Hedged, None);
            }
            Verdict::Hedged if against() => wrong(one, base, false),
            _ => {}
        }
    }
    upwards(facts, &mut judged);
    let lone = lone_runs(facts);
    of_levels(facts, &lone, &mut judged);
    rated(facts, &mut judged);
    uncounted(facts, &mut judged);
    unstated(facts, relations, &lone, &mut judged);
    lifted(facts, &mut judged);
    slipped_wholes(facts, relations, &mut judged);
    missed_wholes(facts, relations, &mut judged);
    doubled_wholes(facts, &mut judged);
    namesakes(facts, &mut judged);
    explained(facts, &mut judged);
    impossible_shares(facts, &mut judged);
    parts_over_all(facts, &mut judged);
    name_slips(facts, &sums, &mut judged);
    judged
}

/// Shares of all levels of a list together where two are so, though not each level has its share: *xuất sắc 10 (10,1%), tốt 78 (78,8%),
/// hoàn thành 11*.
fn of_levels(facts: &Facts<'_>, lone: &[Vec<usize>], judged: &mut [Judged]) {
    for run in lone {
        let sum = facts.sum(run);
        let claims: Vec<(usize, Fit)> = run
            .iter()
            .filter_map(|at| {
                let claim = facts.shares.get(*at).copied().flatten()?;
                let one = judged.get(claim).filter(|one| one.verdict == Verdict::Unresolved)?.claim;
                Some((claim, fit(one.count, sum, one.stated?, one.hedge)?))
            })
            .collect();
        for (claim, fit) in claims.iter().filter(|_| claims.len() > 1) {
            if let Some(one) = judged.get_mut(*claim) {
                (one.base, one.verdict) = (Some(sum), of_fit(*fit));
            }
        }
    }
}

/// Changes that are not the share they print, in a row of others that are.
fn changed_beside(facts: &Facts<'_>, judged: &mut [Judged]) {
    let changes = |one: &Judged| one.claim.counted.filter(|_| one.claim.says == Says::Change);
    let right: Vec<usize> =
        judged.iter().filter(|one| one.verdict == Verdict::Right).filter_map(changes).collect();
    for one in judged.iter_mut().filter(|_| right.len() > 1) {
        let open = one.verdict == Verdict::Unresolved && one.claim.hedge == Hedge::None;
        let counted = changes(one).filter(|_| open && one.claim.stated.is_some());
        if let Some(base) = counted.and_then(|at| changes::beside(facts, at, &right)) {
            wrong(one, base, false);
        }
    }
}

/// Shares of an earlier number in a bracket that are not, in a row of two others that are: *bằng 116,67% so với cùng kỳ (12 đơn vị); …*.
fn against_beside(facts: &Facts<'_>, judged: &mut [Judged]) {
    let sentence = |one: &Judged| {
        let ratio = one.claim.says == Says::Ratio && one.claim.base.is_some();
        one.claim.counted.filter(|_| ratio).and_then(|at| facts.figure(at)).map(|one| one.sentence)
    };
    let right: Vec<u32> =
        judged.iter().filter(|one| one.verdict == Verdict::Right).filter_map(sentence).collect();
    for one in judged.iter_mut() {
        let open = one.verdict == Verdict::Unresolved && one.claim.hedge == Hedge::None;
        let own = sentence(one).filter(|_| open && one.claim.stated.is_some());
        let others = right.iter().filter(|other| own == Some(**other)).count();
        if let Some(base) = one.claim.base.filter(|_| others > 1) {
            wrong(one, base, false);
        }
    }
}

/// The count of a list that, were it what the others leave of the whole, would make its own share right too, if only one is so.
fn mend(facts: &Facts<'_>, relation: &Relation, judged: &mut [Judged]) {
    let mut found = None;
    for part in &relation.parts {
        let Some(figure) = facts.figure(*part) else { continue };
        let right = relation.whole.saturating_add(figure.count).checked_sub(relation.sum);
        let claim = facts.shares.get(*part).copied().flatten();
        let Some(((right, claim), stated)) =
            right.zip(claim).zip(facts.share(*part).and_then(|share| share.stated))
        else {
            continue;
        };
        let fits = |count: u64| fit(count, relation.whole, stated, Hedge::None) == Some(Fit::Right);
        if fits(right) && !fits(figure.count) && found.replace((claim, right)).is_some() {
            return;
        }
    }
    let Some((claim, right)) = found else { return };
    if let Some(one) = judged.get_mut(claim).filter(|one| one.claim.hedge == Hedge::None) {
        wrong(one, relation.whole, true);
        one.count_slip = Some(right);
    }
}

/// *trên 2.400 đồng chí trong 2.576, chiếm 92,23%*: whether a share is of fewer than a count that is said to be more, or of more than one said
/// to be less.
fn against(facts: &Facts<'_>, claim: &Claim, base: u64, stated: Decimal) -> bool {
    let hedge = |at: Option<usize>| at.and_then(|at| facts.figure(at)).map(|one| one.hedge);
    // A round base may be one, too.
    let plain = hedge(claim.percent) == Some(Hedge::None) && !base.to_string().ends_with("00");
    nearest(stated, base).is_some_and(|meant| match hedge(claim.counted) {
        Some(Hedge::Over) => plain && meant < claim.count,
        Some(Hedge::Almost) => plain && meant > claim.count,
        _ => false,
    })
}

/// The name behind a *tổng số* that a share is said to be of, near behind it and in its sentence.
fn all_named(page: &Page<'_>, behind: usize, reach: usize) -> Option<usize> {
    let mut near = (behind..behind.saturating_add(reach)).take_while(|at| !page.ends_sentence(*at));
    near.find(|at| page.says(*at, &[TOONGR, SOOS])).map(|at| at.saturating_add(2))
}

pub(super) fn open(claim: Claim) -> Judged {
    let base = claim.base;
    let said = base.is_some();
    Judged {
        claim,
        base,
        said,
        verdict: Verdict::Unresolved,
        sure: false,
        expected: None,
        unprinted: false,
        count_slip: None,
        slip: None,
    }
}

pub(super) fn of_fit(fit: Fit) -> Verdict {
    match fit {
        Fit::Right => Verdict::Right,
        Fit::Coarse => Verdict::Coarse,
        Fit::Hedged => Verdict::Hedged,
        Fit::Truncated => Verdict::Truncated,
        Fit::Lifted => Verdict::Lifted,
    }
}

#[inline(never)]
pub(super) fn wrong(one: &mut Judged, base: u64, sure: bool) {
    one.base = Some(base);
    one.verdict = Verdict::Wrong;
    one.sure = sure;
}

/// Names the slip of each wrong share.
fn name_slips(facts: &Facts<'_>, sums: &[Option<usize>], judged: &mut [Judged]) {
    for one in judged.iter_mut().filter(|one| one.verdict == Verdict::Wrong && one.claim.hedge == Hedge::None)
    {
        let Some(at) = one.claim.counted else { continue };
        let alone = facts.figure(at).is_some_and(|counted| counted.what == What::Count);
        // A count that a list adds up with is right.
        let adds_up = sums.get(at).copied().flatten().is_some();
        name_slip(one, alone && !adds_up && one.claim.says == Says::Share);
    }
}

/// The slip of a wrong share: in the count, if only another count fits and it stands by itself, else in the share. One digit that is
/// another is named last, and not where both may have it.
pub(super) fn name_slip(one: &mut Judged, alone: bool) {
    let Some((base, stated)) = one.base.zip(one.claim.stated) else { return };
    let count = one.claim.count;
    // More than its whole is no slip of a share; more than a plan may be.
    let share = count <= base || stated > Decimal::ONE_HUNDRED || one.claim.says != Says::Share;
    one.slip = slips::of_share(count, base, stated).filter(|_| share);
    let doubt = one.slip.is_none_or(|slip| slip == Slip::Mistyped);
    if one.count_slip.is_none() && doubt && alone {
        let right = slips::of_count(count, base, stated);
        if one.slip.is_some() && right.is_some_and(|right| slips::mistyped(count, right)) {
            one.slip = None;
            return;
        }
        one.count_slip = right;
    }
    if let Some(right) = one.count_slip {
        one.slip = slips::named(count, right);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Count, base and verdict of each claim.
    fn seen(text: &str) -> Vec<(u64, Option<u64>, Verdict)> {
        let read = crate::audit::read(text);
        read.claims.iter().map(|one| (one.claim.count, one.base, one.verdict)).collect()
    }

    #[test]
    fn any_base_that_fits_excuses_a_share() {
        let text = "Có 60 chi bộ, 412 đảng viên; 9 chi bộ xuất sắc, chiếm 15%.";
        assert_eq!(seen(text), [(9, Some(60), Verdict::Right)]);
        assert_eq!(seen("Kết nạp 12 đảng viên, đạt 7,61%."), [(12, None, Verdict::Unresolved)]);
    }

    #[test]
    fn a_list_whose_base_is_not_printed_still_finds_the_wrong_count() {
        let text =
            "Loại A 46 chi bộ (chiếm 71,1%), loại B 21 chi bộ (chiếm 23,3%), loại C 5 chi bộ (chiếm 5,6%).";
        let read = crate::audit::read(text);
        let found: Vec<_> = read.claims.iter().filter_map(|one| one.count_slip).collect();
        assert_eq!(found, [64]);
        assert_eq!(read.claims.first().and_then(|one| one.slip), Some(Slip::Swapped));
    }
}
