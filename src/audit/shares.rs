//! The shares of one list held against the numbers they may be of. In doubt nothing is wrong.

use super::bases::{Candidate, candidates, outdated};
use super::changes::dated;
use super::claims::{Claim, Says, Tie};
use super::figures::Figure;
use super::levels::Scale;
use super::lexer::Kind;
use super::naturals::{called, last_year, natural, stated_baseless};
use super::parents::{noun, parent, same_noun, total};
use super::relations::{Facts, Relation, opens};
use super::repairs::{hidden, repair};
use super::slips;
use super::verdicts::{Judged, Verdict, of_fit, wrong};
use super::votes::of_absent;
use super::words::*;
use crate::decimal::{Decimal, Fit, Hedge, fit, whole_of};

/// How many words around a number may say which are counted.
const SAID: usize = 6;
/// How many figures behind a number the parts of it may stand.
const INSIDE: usize = 12;

/// The shares of one list, and the numbers that they fit.
struct List<'a> {
    facts: Facts<'a>,
    claims: Vec<&'a Claim>,
    /// All counts of the list together; nothing for one alone.
    sum: u64,
    /// What each share fits, in the order of the claims.
    fitting: Vec<Vec<(Candidate, Fit)>>,
    /// Each base that some share fits, and how many do.
    bases: Vec<(u64, usize)>,
    /// That of most of them, and how many; of two that fit as many, the one printed.
    main: Option<(u64, usize)>,
}

/// Judges the claims of one list.
pub(super) fn judge_group(
    facts: Facts<'_>,
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
        if list.excused(one, fits, whole, sum) || apart {
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
    fn of(facts: Facts<'a>, group: &[usize]) -> List<'a> {
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
    fn fits(&self, claim: &Claim) -> Vec<(Candidate, Fit)> {
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
    fn count(&mut self, fits: &[(Candidate, Fit)]) {
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
    fn support(&self, value: u64) -> usize {
        self.bases.iter().find(|(base, _)| *base == value).map_or(0, |(_, many)| *many)
    }

    /// Whether a base that some share fits is said to be the whole: *trên tổng số 56*.
    fn told(&self, base: u64) -> bool {
        let total = |at: usize| self.facts.figures.get(at).is_some_and(|one| total(self.facts.page, one));
        let mut all = self.fitting.iter().flatten();
        all.any(|(candidate, _)| candidate.value == base && candidate.at.is_some_and(total))
    }

    /// Whether some number near makes the share right: the whole of its list before all others.
    fn excused(
        &self,
        one: &mut Judged,
        fits: &[(Candidate, Fit)],
        known: Option<&Relation>,
        whole: Option<u64>,
    ) -> bool {
        let of_whole = fits.iter().find(|(candidate, _)| Some(candidate.value) == whole);
        let Some((candidate, fit)) = of_whole.or_else(|| self.best(fits)) else { return false };
        one.base = Some(candidate.value);
        one.verdict = of_fit(*fit);
        let claim = &one.claim;
        // Of a list that adds up and of which two others are shares, whatever words stand before its shares.
        let listed = known.is_some_and(|known| self.many(known, known.whole) > 1);
        let loose = claim.says == Says::Share && claim.hedge == Hedge::None && listed;
        let plain = (plain_share(claim) || loose) && !claim.named;
        if let (None, Some(whole), Some(stated), true) = (of_whole, whole, claim.stated, plain)
            && unlike(claim.count, whole, stated)
            && !self.named(candidate.value)
            && !(self.cast(claim) && self.support(candidate.value) > 2)
            && !self.among(claim, candidate.value)
            && !self.inside(claim, *candidate)
            && !self.declared(*candidate)
            && known.is_none_or(|known| self.beside(known, candidate.value) < 3)
            && !(self.support(candidate.value) > 2
                && known.is_some_and(|known| self.upper(known, candidate.value)))
        {
            one.verdict = Verdict::OtherBase;
            one.expected = Some(whole);
        }
        // *chiếm 83,2% tổng số đơn đã xử lý*, where *đã xử lý 330.421 đơn* is printed.
        if plain_share(claim)
            && let Some(named) = called(self.facts, claim)
            && fits.iter().all(|(candidate, _)| candidate.value != named)
        {
            one.verdict = Verdict::OtherBase;
            one.expected = Some(named);
        }
        // One person's votes, one list's grades are shares of one number.
        if plain && let Some(base) = self.of_others(claim, fits) {
            one.verdict = Verdict::OtherBase;
            one.expected = Some(base);
        }
        // Of last year's number, and of nothing else.
        if plain_share(claim)
            && !self.before(claim)
            && let Some(now) = outdated(self.facts, *candidate)
            && now >= claim.count
            && fits.iter().all(|(other, _)| outdated(self.facts, *other).is_some())
        {
            one.verdict = Verdict::OtherBase;
            one.expected = Some(now);
        }
        true
    }

    /// *xuất sắc 336, trong đó: cấp ủy viên 141 (41,96%), không giữ chức vụ 195 (58,04%)*: whether the counts right behind a number, this
    /// among them, make it.
    fn inside(&self, claim: &Claim, whole: Candidate) -> bool {
        let Some((at, counted)) = whole.at.zip(claim.counted) else { return false };
        let mut sum = 0_u64;
        for next in at.saturating_add(1)..at.saturating_add(INSIDE) {
            let Some(part) = self.facts.counts(next) else { continue };
            sum = sum.saturating_add(part.count);
            if sum >= whole.value {
                return sum == whole.value && counted > at && counted <= next;
            }
        }
        false
    }

    /// How many shares of the list that are of a base are none of the parts of a whole: those add up to it by chance.
    fn beside(&self, whole: &Relation, base: u64) -> usize {
        let others = self.claims.iter().zip(&self.fitting).filter(|(claim, fits)| {
            let part = claim.counted.is_some_and(|at| whole.parts.contains(&at));
            !part && fits.iter().any(|(candidate, _)| candidate.value == base)
        });
        others.count()
    }

    /// *tỷ lệ tính trên tổng số 48*: whether the text says before its shares what they are of.
    fn declared(&self, whole: Candidate) -> bool {
        let figure = whole.at.and_then(|at| self.facts.figures.get(at));
        figure.is_some_and(|one| {
            let from = one.first.saturating_sub(6);
            self.facts.page.tells(from..one.first, &[TINHS, TREEN])
        })
    }

    /// *9/15 ứng cử viên trúng cử. Trong đó nữ 2 (22,2%), tái cử 1 (11,1%) …*: shares of the upper number are of those who were
    /// elected, whatever they add up to.
    fn upper(&self, known: &Relation, base: u64) -> bool {
        let whole = self.facts.figures.get(known.whole_at);
        whole.is_some_and(|whole| whole.of.is_some() && whole.count == base)
    }

    /// Whether the words say that a count is among another: *31 đồng chí, trong đó 18 …*.
    fn among(&self, claim: &Claim, whole: u64) -> bool {
        let whole_at = claim.counted.and_then(|at| parent(self.facts, at));
        whole_at.and_then(|at| self.facts.figures.get(at)).is_some_and(|figure| figure.count == whole)
    }

    /// Whether votes are counted.
    fn cast(&self, claim: &Claim) -> bool {
        let level = claim.counted.and_then(|at| self.facts.level(at));
        level.is_some_and(|level| matches!(level.scale, Scale::Trust | Scale::Vote))
    }

    /// The printed number that the other votes or grades are shares of, where this one is of another that none of those is of: 47 who came,
    /// and 48 deputies.
    fn of_others(&self, claim: &Claim, fits: &[(Candidate, Fit)]) -> Option<u64> {
        let level = claim.counted.and_then(|at| self.facts.level(at))?;
        let few = match level.scale {
            Scale::Trust | Scale::Vote => 3,
            Scale::Grade if !level.upwards => 2,
            _ => return None,
        };
        let (base, many) = self.of_scale(claim)?;
        let own = |(candidate, _): &(Candidate, Fit)| {
            candidate.value == base || self.on_scale(level.scale, candidate.value).saturating_mul(2) > many
        };
        // The best may be of the good: those are one of the list.
        let listed = |(candidate, _): &(Candidate, Fit)| {
            self.claims.iter().any(|other| other.count == candidate.value)
        };
        let other = !fits.iter().any(|fit| own(fit) || listed(fit));
        (many >= few && claim.count <= base && other).then_some(base)
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

    /// Whether the words open a list behind a whole: *110 đảng viên được xếp loại (91,7%): xuất sắc 18 …*.
    fn opened(&self, whole: &Relation) -> bool {
        let figure = |at: Option<&usize>| at.and_then(|at| self.facts.figures.get(*at));
        let ends = figure(Some(&whole.whole_at)).zip(figure(whole.parts.first()));
        ends.is_some_and(|(whole, first)| opens(self.facts.page, whole.behind, first.first))
    }

    /// Whether they are of what the share of the whole is of, too: *1.050 đồng chí (87,5%), trong đó xuất sắc 180 (15%)*.
    fn nested(&self, whole: &Relation) -> bool {
        let base = self.facts.share(whole.whole_at).map_or(0, base_of);
        base > whole.whole && self.many(whole, base) > self.many(whole, whole.whole)
    }

    /// How many shares of the parts of a whole are of a base.
    fn many(&self, whole: &Relation, base: u64) -> usize {
        let of = |claim: &&&Claim| claim.stated.is_some_and(|stated| !unlike(claim.count, base, stated));
        self.shares_of(whole).filter(of).count()
    }

    /// The shares of the parts of a whole.
    fn shares_of(&self, whole: &Relation) -> impl Iterator<Item = &&'a Claim> {
        let part = |claim: &&&Claim| claim.counted.is_some_and(|at| whole.parts.contains(&at));
        self.claims.iter().filter(move |claim| part(claim) && claim.stated.is_some())
    }

    /// Whether a share of the list says in words that it is of a base: *đạt 85,19% trên tổng số đại biểu*.
    fn named(&self, base: u64) -> bool {
        self.claims.iter().any(|claim| {
            let fit = claim.stated.and_then(|stated| fit(claim.count, base, stated, claim.hedge));
            claim.named && fit.is_some()
        })
    }

    /// What most of the list is of, else what fits best, else what stands nearest.
    fn best<'f>(&self, fits: &'f [(Candidate, Fit)]) -> Option<&'f (Candidate, Fit)> {
        // A sum that no other share of the list is of fits by chance.
        let shared = self.main.is_some_and(|(_, many)| many > 1);
        let chance =
            |candidate: &Candidate| candidate.at.is_none() && shared && self.support(candidate.value) < 2;
        fits.iter().filter(|(candidate, _)| !chance(candidate)).max_by_key(|(candidate, fit)| {
            (self.support(candidate.value), good(*fit), candidate.at.is_some(), candidate.at.unwrap_or(0))
        })
    }

    /// Whether a share says enough to be wrong.
    fn testable(&self, claim: &Claim) -> bool {
        let plan = claim.stated.is_none_or(|stated| stated > Decimal::ONE_HUNDRED) && !claim.share;
        let sure = claim.tie == Tie::Firm && claim.says == Says::Share && claim.hedge != Hedge::Under;
        sure && !plan && !self.before(claim)
    }

    /// *vững mạnh 207 chi hội, 63,66%; khá 19 chi hội, 6,09%*: the base of two others of the list, where nothing but one slip of the hand
    /// keeps a share whose count is not sure from being of it, or all of the list is that base.
    fn slipped(&self, claim: &Claim, sum: Option<u64>) -> Option<u64> {
        let stated = claim.stated.filter(|stated| stated.scale() > 0 && claim.hedge == Hedge::None)?;
        let (base, _) = self.main.filter(|(_, many)| *many > 1 && claim.tie == Tie::Loose)?;
        let share = claim.says == Says::Share && claim.base.is_none() && claim.count < base;
        let slip =
            slips::of_share(claim.count, base, stated).is_some_and(|slip| slip != slips::Slip::Mistyped);
        // Or its list adds up, and nothing else is a share of anything.
        (share && (slip || sum == Some(base)) && (self.counts_alike(claim, base) || self.bare(base)))
            .then_some(base)
    }

    /// *tham gia học có 5.459 người; trong đó 1.949 đảng viên (đạt 96,48%)*: what was reached is of a plan, of its own or of those that
    /// should have come, where it is nowhere near the share of the whole.
    fn planned(&self, claim: &Claim, parent: &Figure) -> bool {
        let percent = claim.percent.and_then(|at| self.facts.figures.get(at));
        let reached = percent.is_some_and(|figure| self.facts.page.word_before(figure.first, 1, DDATJ));
        let base = claim.stated.and_then(|stated| whole_of(claim.count, stated)).unwrap_or(0);
        reached && (base.saturating_mul(2) < parent.count || base > parent.count.saturating_mul(2))
    }

    /// *chiếm 13,13% so với tổng số hộ dân tộc thiểu số*, among 10.689 poor households: whether a share names others than those.
    fn of_another(&self, claim: &Claim, parent: &Figure) -> bool {
        let page = self.facts.page;
        let percent = claim.percent.and_then(|at| self.facts.figures.get(at));
        let behind = percent.map_or(0, |figure| figure.behind);
        let all = (behind..behind.saturating_add(5)).find(|at| page.says(*at, &[TOONGR, SOOS]));
        let Some(name) = all.filter(|_| claim.named).map(|all| all.saturating_add(2)) else { return false };
        let ends = |at: &usize| {
            page.at(*at).kind != Kind::Word
                || page.at(*at).is_any(&[DDUWOWCJ, BIJ, TOANF, TRONG, CUAR, VAF, COS, DDAX])
        };
        let around = parent.first.saturating_sub(SAID)..parent.behind.saturating_add(SAID);
        let known = |at: usize| around.clone().any(|other| page.word(other, page.at(at).key));
        let same = page.at(name).kind == Kind::Word && page.word(parent.behind, page.at(name).key);
        let mut which = (name.saturating_add(1)..name.saturating_add(SAID)).take_while(|at| !ends(at));
        same && which.any(|at| !known(at))
    }

    /// Whether a share is in a bracket of another period: *(năm 2010 là 233, chiếm 24,84%)*.
    fn before(&self, claim: &Claim) -> bool {
        let page = self.facts.page;
        let Some(count) = claim.counted.and_then(|at| self.facts.figures.get(at)) else { return false };
        let near = count.first.saturating_sub(8)..count.first;
        near.rev().find(|at| page.mark(*at, '(')).is_some_and(|open| dated(page, open, count.first))
    }

    /// The base of the list may stand further away from this share than from the others.
    fn of_main(&self, one: &mut Judged) -> bool {
        let claim = &one.claim;
        let Some(((base, _), stated)) = self.main.zip(claim.stated) else { return false };
        let Some(fit) = fit(claim.count, base, stated, claim.hedge) else { return false };
        one.base = Some(base);
        one.verdict = of_fit(fit);
        true
    }

    /// Nothing near makes the share right: what it should have been of, if anything says so.
    fn blame(&self, one: &mut Judged, whole: Option<u64>) {
        let (facts, claim) = (self.facts, one.claim);
        let Some((counted, stated)) = claim.counted.zip(claim.stated) else { return };
        // Whatever is counted is all of itself.
        if stated == Decimal::ONE_HUNDRED && !claim.named && facts.level(counted).is_none() {
            return;
        }
        let plain = claim.hedge == Hedge::None;
        let said = claim.share || facts.level(counted).is_some();
        // *số phiếu tín nhiệm cao đạt 46*
        let voted = |figure: &Figure| (1..8).any(|back| facts.page.word_before(figure.first, back, PHIEEUS));
        let cast = self.cast(&claim) || facts.figures.get(counted).is_some_and(voted);
        if cast && of_absent(facts, &claim) {
            return;
        }
        // More than all of it, or less than said to be.
        let may = |base: u64| {
            (claim.count <= base) == (stated <= Decimal::ONE_HUNDRED)
                || slips::of_count(claim.count, base, stated).is_some()
        };
        if let Some(whole) = whole {
            // Without another share that is of it the whole is only inferred.
            wrong(one, whole, plain && !claim.named && self.support(whole) > 0);
        } else if let Some((base, repaired)) = self.strays(&claim).filter(|(base, _)| said && may(*base)) {
            // All others of the list are shares of it.
            wrong(one, base, plain && repaired.is_some());
            one.count_slip = repaired;
        } else if let Some((base, count)) = hidden(&self.claims, &claim) {
            wrong(one, base, plain && slips::slip(claim.count, count).is_some());
            one.count_slip = Some(count);
        } else if let Some(parent) = parent(facts, counted).and_then(|at| facts.figures.get(at))
            && !self.planned(&claim, parent)
            && claim.count <= parent.count
            && (said || parent.sentence == facts.figures.get(counted).map_or(0, |figure| figure.sentence))
            && !self.cousins(&claim, parent.count)
            && !self.of_another(&claim, parent)
        {
            wrong(one, parent.count, plain && claim.named && last_year(facts, &claim, stated));
        } else if let Some(base) = natural(facts, &claim).filter(|base| may(*base)) {
            wrong(one, base, false);
        }
    }

    /// The base that the other levels of the same scale are of, two at least, and how many.
    fn of_scale(&self, claim: &Claim) -> Option<(u64, usize)> {
        let own = self.facts.level(claim.counted?)?.scale;
        let all = self.bases.iter().map(|(base, _)| (*base, self.on_scale(own, *base)));
        all.filter(|(_, many)| *many > 1).max_by_key(|(base, many)| (*many, *base))
    }

    /// How many levels of a scale are shares of a base.
    fn on_scale(&self, scale: Scale, base: u64) -> usize {
        let fits = |other: &&&Claim| {
            let level = other.counted.and_then(|at| self.facts.level(at));
            let of = other.stated.and_then(|stated| fit(other.count, base, stated, other.hedge));
            level.is_some_and(|level| level.scale == scale) && of.is_some()
        };
        self.claims.iter().filter(fits).count()
    }

    /// Whether another share without a printed base is of the same one, which is larger: *1.050 đồng chí (87,5%), trong đó xuất sắc
    /// 180 (15%)* are both of 1.200.
    fn cousins(&self, claim: &Claim, least: u64) -> bool {
        let fits = |claim: &Claim, base: u64| {
            claim.stated.and_then(|stated| fit(claim.count, base, stated, claim.hedge)) == Some(Fit::Right)
        };
        self.claims.iter().zip(&self.fitting).any(|(other, fitting)| {
            let base = other.stated.and_then(|stated| whole_of(other.count, stated)).unwrap_or(0);
            let apart = fitting.is_empty()
                && other.says == Says::Share
                && other.counted != claim.counted
                && base > least;
            let mut near = base.saturating_sub(2)..=base.saturating_add(2);
            apart && near.any(|base| fits(other, base) && fits(claim, base))
        })
    }

    /// Whether a printed base counts the same as a share.
    fn counts_alike(&self, claim: &Claim, base: u64) -> bool {
        let own = claim.counted.and_then(|at| self.facts.figures.get(at));
        let mut all = self.fitting.iter().flatten().filter(|(candidate, _)| candidate.value == base);
        all.any(|(candidate, _)| {
            let whole = candidate.at.and_then(|at| self.facts.figures.get(at));
            own.zip(whole).is_some_and(|(own, whole)| same_noun(self.facts.page, own, whole))
        })
    }

    /// Whether a base is printed without saying what it counts: *chi hội có 312, xếp loại như sau*.
    fn bare(&self, base: u64) -> bool {
        let mut all = self.fitting.iter().flatten().filter(|(candidate, _)| candidate.value == base);
        all.any(|(candidate, _)| {
            let whole = candidate.at.and_then(|at| self.facts.figures.get(at));
            whole.is_some_and(|whole| noun(self.facts.page, whole.behind).is_none())
        })
    }

    /// Whether not all shares of a base are of organisations where this one is of people, or the other way round: those of 9 branches
    /// say nothing of their members.
    fn alike(&self, claim: &Claim, base: u64) -> bool {
        let page = self.facts.page;
        let people = |claim: &Claim| {
            let figure = claim.counted.and_then(|at| self.facts.figures.get(at))?;
            match noun(page, figure.behind)? {
                (NGUWOWIF, 0) => Some(true),
                (CHI | TOOR | DDANGR | TAAPJ, _) => Some(false),
                _ => None,
            }
        };
        let Some(own) = people(claim) else { return true };
        self.claims.iter().any(|other| {
            let of = other.stated.is_some_and(|stated| !unlike(other.count, base, stated));
            of && people(other) != Some(!own)
        })
    }

    /// The base of the list, where a share of it should be of that too; and the count that would make both right.
    fn strays(&self, claim: &Claim) -> Option<(u64, Option<u64>)> {
        let (base, many) = self.of_scale(claim).or(self.main)?;
        // The whole that the others are of is no share of itself.
        let other = |candidate: &Candidate| candidate.value == base;
        if base == claim.count && !candidates(self.facts, claim, self.sum).iter().any(other) {
            return None;
        }
        let repaired = repair(&self.claims, claim, base);
        let sure = many >= 2 || self.told(base);
        let level = claim.counted.and_then(|at| self.facts.level(at));
        let upwards = level.is_some_and(|level| level.upwards) && base > claim.count && base != self.sum;
        // Of nothing at all, in a list of which three others are of one number.
        let baseless = || (many > 2 || many > 1 && self.counts_alike(claim, base)) && stated_baseless(claim);
        let swapped = || {
            let slip = claim.stated.and_then(|stated| slips::of_share(claim.count, base, stated));
            many > 2
                && self.counts_alike(claim, base)
                && slip.is_some_and(|slip| slip != slips::Slip::Mistyped)
        };
        let strays = (sure || upwards)
            && (akin(self.facts, &self.claims, claim, base, sure) || baseless() || swapped())
            && self.alike(claim, base);
        (repaired.is_some() || strays).then_some((base, repaired))
    }
}

/// What a share is of, to the nearest whole number.
fn base_of(claim: &Claim) -> u64 {
    claim.stated.and_then(|stated| whole_of(claim.count, stated)).unwrap_or(0)
}

fn plain_share(claim: &Claim) -> bool {
    claim.tie == Tie::Firm && claim.says == Says::Share && claim.hedge == Hedge::None
}

/// Whether two counts are levels of one scale, so that neither is the whole of the other.
pub(super) fn rivals(facts: Facts<'_>, one: usize, other: usize) -> bool {
    let scale = |at: usize| facts.level(at).filter(|level| !level.upwards).map(|level| level.scale);
    scale(one).is_some_and(|known| known != Scale::Grade && scale(other) == Some(known))
}

/// Whether a claim is a level of the same scale as another that is a share of the base, or, if that will do, stands in one sentence
/// with it.
fn akin(facts: Facts<'_>, claims: &[&Claim], claim: &Claim, base: u64, beside: bool) -> bool {
    let scale = |claim: &Claim| claim.counted.and_then(|at| facts.level(at)).map(|level| level.scale);
    claims.iter().any(|other| {
        let fits = other.stated.is_some_and(|stated| fit(other.count, base, stated, other.hedge).is_some());
        let alike = scale(claim).is_some() && scale(other) == scale(claim);
        fits && (alike || beside && one_sentence(facts, other, claim))
    })
}

fn one_sentence(facts: Facts<'_>, one: &Claim, other: &Claim) -> bool {
    let place =
        |claim: &Claim| claim.counted.and_then(|at| facts.figures.get(at)).map_or(0, |figure| figure.first);
    let (from, to) = (place(one).min(place(other)), place(one).max(place(other)));
    to.saturating_sub(from) < 120 && !(from..to).any(|at| facts.page.ends_sentence(at))
}

fn good(fit: Fit) -> u8 {
    match fit {
        Fit::Right | Fit::Hedged => 2,
        Fit::Coarse | Fit::Truncated => 1,
        Fit::Lifted => 0,
    }
}

/// Whether two shares differ by more than rounding.
fn unlike(count: u64, base: u64, stated: Decimal) -> bool {
    fit(count, base, stated, Hedge::None).is_none()
}
