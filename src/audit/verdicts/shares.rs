//! The shares of one list held against the numbers they may be of. In doubt nothing is wrong.

use super::bases::{Candidate, candidates};
use super::{Judged, Verdict, of_fit, wrong};
use crate::audit::claims::Claim;
use crate::audit::levels::Scale;
use crate::audit::relations::parents::total;
use crate::audit::relations::{Facts, Relation, opens};
use crate::decimal::{Decimal, Fit, Hedge, fit, whole_of};

/// How many figures back the votes for something may stand.
const VOTES: usize = 3;

/// The shares of one list, and the numbers that they fit.
pub(super) struct List<'a> {
    pub(super) facts: &'a Facts<'a>,
    pub(super) claims: Vec<&'a Claim>,
    /// All counts of the list together; nothing for one alone.
    pub(super) sum: u64,
    /// What each share fits, in the order of the claims.
    pub(super) fitting: Vec<Vec<(Candidate, Fit)>>,
    /// Each base that some share fits, and how many do.
    pub(super) bases: Vec<(u64, usize)>,
    /// That of most of them, and how many; of two that fit as many, the one printed.
    pub(super) main: Option<(u64, usize)>,
}

/// Judges the claims of one list.
pub(super) fn judge_group(
    facts: &Facts<'_>,
    relations: &[Relation],
    sums: &[Option<usize>],
    group: &[usize],
    judged: &mut [Judged],
) {
    let list = List::of(facts, group);
    for ((at, claim), fits) in group.iter().zip(&list.claims).zip(&list.fitting) {
        let Some(one) = judged.get_mut(*at) else { continue };
        let counted = claim.counted.unwrap_or(0);
        let known = sums.get(counted).copied().flatten().and_then(|at| relations.get(at));
        // Another's votes are no whole of these: *Ông A: tín nhiệm cao 51 …; ông B: tín nhiệm cao 40, tín nhiệm 11*.
        let whole = known.filter(|whole| !rivals(facts, whole.whole_at, counted) && !list.apart(whole));
        // Nor is one share of the list the whole of two others by chance.
        let sum = whole.filter(|whole| list.opened(whole) || !list.nested(whole)).map(|whole| whole.whole);
        // Each is of its own.
        let apart = sum.is_none() && known.is_some_and(|whole| list.apart(whole));
        // *xuất sắc 861 (17,6%), …, yếu 22 (0,4%), chưa xếp loại 313*: of those with shares.
        if let Some(base) = known.and_then(|whole| list.of_rated(whole))
            && let Some(fit) = claim.stated.and_then(|stated| fit(claim.count, base, stated, claim.hedge))
        {
            (one.base, one.verdict) = (Some(base), of_fit(fit));
            continue;
        }
        if list.excused(one, fits, whole, sum) || apart || list.of_first(one) {
            continue;
        }
        if let Some(base) = list.slipped(claim, sum) {
            wrong(one, base, false);
        } else if list.testable(claim) && !list.of_main(one) {
            list.blame(one, sum.filter(|_| whole.is_some_and(|whole| !list.nested(whole))));
        }
    }
}

impl<'a> List<'a> {
    pub(super) fn of(facts: &'a Facts<'a>, group: &[usize]) -> List<'a> {
        let claims: Vec<&Claim> = group.iter().filter_map(|at| facts.claims.get(*at)).collect();
        let sum = claims.iter().fold(0_u64, |sum, claim| sum.saturating_add(claim.count));
        let sum = if claims.len() > 1 { sum } else { 0 };
        let mut list = List { facts, claims, sum, fitting: Vec::new(), bases: Vec::new(), main: None };
        for at in 0..list.claims.len() {
            let fits = list.claims.get(at).map_or_else(Vec::new, |claim| list.fits(claim));
            list.count(&fits);
            list.fitting.push(fits);
        }
        list.main = list.bases.iter().copied().max_by_key(|(base, many)| (*many, *base != sum, *base));
        list
    }

    /// Every number near a claim that its share is right of.
    pub(super) fn fits(&self, claim: &Claim) -> Vec<(Candidate, Fit)> {
        let mut fits = Vec::new();
        let Some(stated) = claim.stated else { return fits };
        for candidate in candidates(self.facts, claim, self.sum) {
            if let Some(fit) = fit(claim.count, candidate.value, stated, claim.hedge) {
                fits.push((candidate, fit));
            }
        }
        fits
    }

    /// Counts what one share fits, each base once.
    pub(super) fn count(&mut self, fits: &[(Candidate, Fit)]) {
        for (nth, (candidate, _)) in fits.iter().enumerate() {
            let again = fits.iter().take(nth).any(|(earlier, _)| earlier.value == candidate.value);
            match self.bases.iter_mut().find(|(base, _)| *base == candidate.value) {
                Some((_, many)) if !again => *many = many.saturating_add(1),
                Some(_) => {}
                None => self.bases.push((candidate.value, 1)),
            }
        }
    }

    /// How many shares of the list are of a base.
    pub(super) fn support(&self, value: u64) -> usize {
        self.bases.iter().find(|(base, _)| *base == value).map_or(0, |(_, many)| *many)
    }

    /// Whether a base that some share fits is said to be the whole: *trên tổng số 56*.
    pub(super) fn told(&self, base: u64) -> bool {
        let total = |at: usize| self.facts.figure(at).is_some_and(|one| total(self.facts.page, one));
        let mut all = self.fitting.iter().flatten();
        all.any(|(candidate, _)| candidate.value == base && candidate.at.is_some_and(total))
    }

    /// Whether votes are counted.
    pub(super) fn cast(&self, claim: &Claim) -> bool {
        let level = claim.counted.and_then(|at| self.facts.level(at));
        level.is_some_and(|level| matches!(level.scale, Scale::Trust | Scale::Vote))
    }

    /// Whether no share of the parts is of their whole, nor two of one base: each is of something that is not printed. *485 trường: mầm
    /// non 141 (51,8%), tiểu học 206 (75,2%)*: of all schools of that kind.
    fn apart(&self, whole: &Relation) -> bool {
        // An item of the list with a share of its own is not what is divided.
        if self.nested(whole) {
            return false;
        }
        let common = |claim: &&Claim| self.many(whole, base_of(claim)) > 1;
        let shares = || self.shares_of(whole);
        // Shares that make 100 per cent are said to be of it.
        let mut sum = Decimal::ZERO;
        for share in shares().filter_map(|claim| claim.stated) {
            sum = crate::decimal::add(sum, share).unwrap_or(sum);
        }
        let all = shares().count() == whole.parts.len() && sum == Decimal::ONE_HUNDRED;
        !all && shares().count() > 1 && self.many(whole, whole.whole) == 0 && !shares().any(common)
    }

    /// *tán thành 25, không tán thành 1, phiếu trắng 1, đạt 89,3%*: a share behind all votes that is of those for it.
    fn of_first(&self, one: &mut Judged) -> bool {
        let level = |at: usize| self.facts.level(at).filter(|level| level.scale == Scale::Vote);
        let counted = one.claim.counted.filter(|at| level(*at).is_some_and(|level| level.step > 0));
        let Some((counted, stated)) = counted.zip(one.claim.stated) else { return false };
        let mut before = (counted.saturating_sub(VOTES)..counted).rev();
        let first = before.find(|at| level(*at).is_some_and(|level| level.step == 0));
        let Some(first) = first.and_then(|at| self.facts.counts(at)) else { return false };
        let near = candidates(self.facts, &one.claim, 0);
        let of = near.iter().find(|base| fit(first.count, base.value, stated, one.claim.hedge).is_some());
        if let Some(base) = of {
            (one.claim.count, one.base, one.verdict) = (first.count, Some(base.value), Verdict::Right);
        }
        of.is_some()
    }

    /// What the parts with shares make, if all of their shares are of it and other parts have none.
    fn of_rated(&self, whole: &Relation) -> Option<u64> {
        let shares = || self.shares_of(whole);
        let base = shares().fold(0_u64, |sum, claim| sum.saturating_add(claim.count));
        let many = shares().count();
        (many > 2 && many < whole.parts.len() && self.many(whole, base) == many).then_some(base)
    }

    /// Whether the words open a list behind a whole: *110 đảng viên được xếp loại (91,7%): xuất sắc 18 …*.
    fn opened(&self, whole: &Relation) -> bool {
        let figure = |at: Option<&usize>| at.and_then(|at| self.facts.figure(*at));
        let ends = figure(Some(&whole.whole_at)).zip(figure(whole.parts.first()));
        ends.is_some_and(|(whole, first)| opens(self.facts.page, whole.behind, first.first))
    }

    /// Whether they are of what the share of the whole is of, too: *1.050 đồng chí (87,5%), trong đó xuất sắc 180 (15%)*.
    fn nested(&self, whole: &Relation) -> bool {
        let base = self.facts.share(whole.whole_at).map_or(0, base_of);
        base > whole.whole && self.many(whole, base) > self.many(whole, whole.whole)
    }

    /// How many shares of the parts of a whole are of a base.
    pub(super) fn many(&self, whole: &Relation, base: u64) -> usize {
        let of = |claim: &&&Claim| claim.stated.is_some_and(|stated| !unlike(claim.count, base, stated));
        self.shares_of(whole).filter(of).count()
    }

    /// The shares of the parts of a whole.
    fn shares_of(&self, whole: &Relation) -> impl Iterator<Item = &&'a Claim> {
        let part = |claim: &&&Claim| claim.counted.is_some_and(|at| whole.parts.contains(&at));
        self.claims.iter().filter(move |claim| part(claim) && claim.stated.is_some())
    }

    /// The base that the other levels of the same scale are of, two at least, and how many.
    pub(super) fn of_scale(&self, claim: &Claim) -> Option<(u64, usize)> {
        let own = self.facts.level(claim.counted?)?.scale;
        let all = self.bases.iter().map(|(base, _)| (*base, self.on_scale(own, *base)));
        all.filter(|(_, many)| *many > 1).max_by_key(|(base, many)| (*many, *base))
    }

    /// How many levels of a scale are shares of a base.
    pub(super) fn on_scale(&self, scale: Scale, base: u64) -> usize {
        let fits = |other: &&&Claim| {
            let level = other.counted.and_then(|at| self.facts.level(at));
            let of = other.stated.and_then(|stated| fit(other.count, base, stated, other.hedge));
            level.is_some_and(|level| level.scale == scale) && of.is_some()
        };
        self.claims.iter().filter(fits).count()
    }
}

/// Whether a share is right of a base.
pub(in crate::audit) fn is_of(claim: &Claim, base: u64) -> bool {
    claim.stated.is_some_and(|stated| !unlike(claim.count, base, stated))
}

/// What a share is of, to the nearest whole number.
fn base_of(claim: &Claim) -> u64 {
    claim.stated.and_then(|stated| whole_of(claim.count, stated)).unwrap_or(0)
}

/// Whether two counts are levels of one scale, so that neither is the whole of the other.
pub(super) fn rivals(facts: &Facts<'_>, one: usize, other: usize) -> bool {
    let scale = |at: usize| facts.level(at).filter(|level| !level.upwards).map(|level| level.scale);
    scale(one).is_some_and(|known| known != Scale::Grade && scale(other) == Some(known))
}

pub(super) fn one_sentence(facts: &Facts<'_>, one: &Claim, other: &Claim) -> bool {
    let place =
        |claim: &Claim| claim.counted.and_then(|at| facts.figure(at)).map_or(0, |figure| figure.first);
    let (from, to) = (place(one).min(place(other)), place(one).max(place(other)));
    to.saturating_sub(from) < 120 && !(from..to).any(|at| facts.page.ends_sentence(at))
}

/// Whether two shares differ by more than rounding.
pub(super) fn unlike(count: u64, base: u64, stated: Decimal) -> bool {
    fit(count, base, stated, Hedge::None).is_none()
}
