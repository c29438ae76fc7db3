//! What excuses a share of a list: a number near that it is right of, unless the words or the others of its list say of which it is.

use super::bases::{Candidate, outdated};
use super::naturals::called;
use super::shares::{List, is_of, one_sentence, unlike};
use super::{Judged, Verdict, of_fit};
use crate::audit::changes::{dated, year};
use crate::audit::claims::{Claim, Says, Tie};
use crate::audit::levels::Scale;
use crate::audit::relations::Relation;
use crate::audit::relations::parents::{parent, same_noun};
use crate::audit::words::DUW;
use crate::decimal::{Fit, Hedge, fit};

/// How many figures away the year of a number, and the same of another year, may stand.
const YEARS: usize = 4;
/// How many words behind two shares say what they are of.
const ALIKE: usize = 4;
/// How many figures behind a number the parts of it may stand.
const INSIDE: usize = 12;

impl List<'_> {
    /// Whether some number near makes the share right: the whole of its list before all others.
    pub(super) fn excused(
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
        let own = whole.is_some_and(|whole| self.named_alike(claim, whole));
        let plain = (plain_share(claim) || loose) && (!claim.named || self.rated(claim) || own);
        // What says more of which it is stands first.
        let time = self.of_now(claim, fits, *candidate);
        let time = time.or_else(|| self.of_sentence(claim, *candidate).filter(|_| plain));
        let time = time.or_else(|| self.of_this_year(claim, *candidate).filter(|_| plain));
        let time = time.or_else(|| {
            self.of_year(claim, *candidate).filter(|base| plain_share(claim) && not_of(fits, *base))
        });
        let told = || self.told_whole(claim).filter(|whole| plain && not_of(fits, *whole));
        let words = || self.said(claim, fits).filter(|_| plain_share(claim));
        let alone = of_whole.is_none();
        // One person's votes, one list's grades are shares of one number.
        let others = || {
            let open = plain && alone && !self.among(claim, candidate.value);
            self.of_others(claim, fits).filter(|_| open)
        };
        let share = claim.says == Says::Share && claim.hedge == Hedge::None;
        let says = plain_share(claim) || share && claim.named;
        let called = || called(self.facts, claim).filter(|named| says && not_of(fits, *named));
        let list = || {
            whole.filter(|whole| alone && plain && self.unlisted(claim, *candidate, known, *whole, listed))
        };
        let expected = time.or_else(told).or_else(words).or_else(others).or_else(called).or_else(list);
        if expected.is_some() {
            (one.verdict, one.expected) = (Verdict::OtherBase, expected);
        }
        true
    }

    /// Whether nothing says that a share is of another number than its list makes.
    fn unlisted(
        &self,
        claim: &Claim,
        candidate: Candidate,
        known: Option<&Relation>,
        whole: u64,
        listed: bool,
    ) -> bool {
        let base = candidate.value;
        claim.stated.is_some_and(|stated| unlike(claim.count, whole, stated))
            && (!self.named(claim, base) || listed && (self.rated(claim) || self.named_alike(claim, whole)))
            // Votes may be told of all who might have cast one.
            && !(self.cast(claim) && (self.support(base) > 2 || base > whole && candidate.at.is_some()))
            && !self.among(claim, base)
            // One alone adds up with what stands behind it by chance.
            && !(self.inside(claim, candidate) && (!listed || self.right(base) > 1))
            && !self.declared(candidate)
            && !self.surplus(claim)
            && known.is_none_or(|known| {
                let upper = self.support(base) > 2 && self.upper(known, base);
                let total = self.of_total(known, base);
                !self.nearer(known, candidate) && !self.by_chance(known, base) && !upper && !total
            })
    }

    /// *danh sách 85 người, bầu 74, số dư 11 người (14,8%)*: of those to be elected.
    fn surplus(&self, claim: &Claim) -> bool {
        let counted = claim.counted.and_then(|at| self.facts.figure(at));
        counted.is_some_and(|one| (1..4).any(|back| self.facts.page.word_before(one.first, back, DUW)))
    }

    /// *viên chức 43.752 (49,7%; trong đó hoạt động sự nghiệp 22.754 (25,85%), …)*: whether the parts of a number that is itself a share are all of
    /// another, larger one.
    fn of_total(&self, known: &Relation, base: u64) -> bool {
        let own = self.facts.share(known.whole_at).is_some_and(|share| share.says == Says::Share);
        // Grades are of those who were rated.
        let graded = known.parts.iter().any(|at| self.facts.level(*at).is_some());
        own && !graded
            && base > known.whole
            && known.parts.len() > 1
            && self.many(known, base) == known.parts.len()
    }

    /// This year's number, of which three others of the sentence are, where a share is of last year's: *năm 2019 kết nạp 275 đảng viên*.
    fn of_this_year(&self, claim: &Claim, candidate: Candidate) -> Option<u64> {
        let (main, _) = self.main.filter(|(main, many)| *main != candidate.value && *many > 2)?;
        let beside = |other: &&Claim| is_of(other, main) && one_sentence(self.facts, other, claim);
        let dated = self.support(candidate.value) < 2 && self.dated(candidate);
        (dated && self.claims.iter().any(beside)).then_some(main)
    }

    /// *năm 2023 kỷ luật 148 đảng viên, năm 2022 là 185. Trong số bị kỷ luật năm 2023 có 34 cấp ủy viên, chiếm 18,38%*: the number of the year
    /// that the sentence names, where a share is of another year's.
    fn of_year(&self, claim: &Claim, candidate: Candidate) -> Option<u64> {
        let (page, figures) = (self.facts.page, self.facts.figures);
        let (at, other_at) = (claim.counted?, candidate.at?);
        let other = figures.get(other_at)?;
        let before = |at: usize, words: usize| {
            let figure = figures.get(at)?;
            let near = figures.get(at.saturating_sub(YEARS)..at)?.iter().rev();
            let near = near.filter(|one| one.sentence == figure.sentence);
            let near = near.filter(|one| figure.first.saturating_sub(one.behind) < words);
            near.filter_map(|one| year(page, one)).next()
        };
        let said = before(at, ALIKE.saturating_mul(2))?;
        if before(other_at, ALIKE)? == said {
            return None;
        }
        let near = other_at.saturating_sub(YEARS)..other_at.saturating_add(YEARS);
        let mut near =
            near.filter(|at| *at != other_at && before(*at, ALIKE.saturating_mul(3)) == Some(said));
        let whole = near.find_map(|at| self.facts.counts(at).filter(|one| same_noun(page, one, other)))?;
        (whole.sentence == other.sentence && whole.count >= claim.count).then_some(whole.count)
    }

    /// The number now of a share that is of the period before, and of nothing else.
    fn of_now(&self, claim: &Claim, fits: &[(Candidate, Fit)], candidate: Candidate) -> Option<u64> {
        let now = outdated(self.facts, candidate).filter(|now| *now >= claim.count)?;
        let all = fits.iter().all(|(other, _)| outdated(self.facts, *other).is_some());
        (plain_share(claim) && !self.before(claim) && all).then_some(now)
    }

    /// How many shares of the list are right of a base to the last decimal.
    fn right(&self, base: u64) -> usize {
        let right = |claim: &&&Claim| {
            claim.stated.and_then(|stated| fit(claim.count, base, stated, Hedge::None)) == Some(Fit::Right)
        };
        self.claims.iter().filter(right).count()
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

    /// *cộng lại thành 20 …. Cũng 18 đồng chí ấy, có 7 nữ, chiếm 38,9%; …*: whether a number stands in the sentence of a list, before it, that
    /// adds up to one of a sentence before.
    fn nearer(&self, known: &Relation, candidate: Candidate) -> bool {
        let figure = |at: Option<usize>| at.and_then(|at| self.facts.figure(at));
        let (whole, first) = (figure(Some(known.whole_at)), figure(known.parts.first().copied()));
        whole.zip(first).zip(figure(candidate.at)).is_some_and(|((whole, first), own)| {
            whole.sentence < first.sentence && own.sentence == first.sentence && own.first < first.first
        })
    }

    /// Whether the parts of a whole add up to it by chance: two other shares of the list are of the base, or all of them are.
    fn by_chance(&self, known: &Relation, base: u64) -> bool {
        let others = self.beside(known, base);
        others > 1 || others > 0 && self.support(base) == self.claims.len()
    }

    /// How many shares of the list that are of a base are none of the parts of a whole.
    fn beside(&self, whole: &Relation, base: u64) -> usize {
        let others = self.claims.iter().zip(&self.fitting).filter(|(claim, fits)| {
            let part = claim.counted.is_some_and(|at| whole.parts.contains(&at) || whole.whole_at == at);
            !part && fits.iter().any(|(candidate, _)| candidate.value == base)
        });
        others.count()
    }

    /// *tỷ lệ tính trên tổng số 48*: whether the text says before its shares what they are of.
    fn declared(&self, whole: Candidate) -> bool {
        whole.at.and_then(|at| self.facts.declared.get(at)) == Some(&true)
    }

    /// *9/15 ứng cử viên trúng cử. Trong đó nữ 2 (22,2%), tái cử 1 (11,1%) …*: shares of the upper number are of those who were
    /// elected, whatever they add up to.
    fn upper(&self, known: &Relation, base: u64) -> bool {
        let whole = self.facts.figure(known.whole_at);
        whole.is_some_and(|whole| whole.of.is_some() && whole.count == base)
    }

    /// Whether a number has a year of its own before it.
    fn dated(&self, base: Candidate) -> bool {
        let figure = base.at.and_then(|at| self.facts.figure(at));
        figure.is_some_and(|one| dated(self.facts.page, one.first.saturating_sub(4), one.first))
    }

    /// Whether the words say that a count is among another: *31 đồng chí, trong đó 18 …*.
    fn among(&self, claim: &Claim, whole: u64) -> bool {
        let whole_at = claim.counted.and_then(|at| parent(self.facts, at));
        whole_at.and_then(|at| self.facts.figure(at)).is_some_and(|figure| figure.count == whole)
    }

    /// The printed number that the other votes or grades are shares of, where this one is of another that none of those is of: 47 who came,
    /// and 48 deputies.
    fn of_others(&self, claim: &Claim, fits: &[(Candidate, Fit)]) -> Option<u64> {
        let level = claim.counted.and_then(|at| self.facts.level(at))?;
        let few = match level.scale {
            Scale::Trust | Scale::Vote => 3,
            Scale::Grade => 2,
            _ => return None,
        };
        let (base, many) = self.of_scale(claim)?;
        let own = |(candidate, _): &(Candidate, Fit)| {
            candidate.value == base || self.on_scale(level.scale, candidate.value).saturating_mul(2) > many
        };
        // The best may be of the good: those are one of the list.
        let best = level.scale != Scale::Grade || level.step == 0;
        let listed = |(candidate, _): &(Candidate, Fit)| {
            best && self.claims.iter().any(|other| other.count == candidate.value)
        };
        let other = !fits.iter().any(|fit| own(fit) || listed(fit));
        (many >= few && claim.count <= base && other).then_some(base)
    }

    /// Whether a share of the list, or one before it in its sentence, says in words that it is of a base: *đạt 85,19% trên tổng số đại
    /// biểu*, *6 xuất sắc (18,75% trên 32), 24 tốt (75%)*.
    fn named(&self, claim: &Claim, base: u64) -> bool {
        let counted = claim.counted.unwrap_or(0);
        let before = (counted.saturating_sub(INSIDE)..counted).filter_map(|at| self.facts.share(at));
        let mut before = before.filter(|other| one_sentence(self.facts, other, claim));
        let says = |other: &Claim| other.named && is_of(other, base);
        self.claims.iter().any(|other| says(other)) || before.any(says)
    }

    /// Whether another share of the list says in the same words that it is of its whole: *bằng 18% tổng số được đánh giá*.
    fn named_alike(&self, claim: &Claim, whole: u64) -> bool {
        let behind = |one: &Claim| one.percent.and_then(|at| self.facts.figure(at)).map(|one| one.behind);
        let words = |from: usize| (0..ALIKE).map(move |step| self.facts.page.key(from.saturating_add(step)));
        let same = |other: &Claim| {
            behind(claim).zip(behind(other)).is_some_and(|(one, other)| words(one).eq(words(other)))
        };
        let others = |other: &&&Claim| other.counted != claim.counted && is_of(other, whole);
        claim.named && self.claims.iter().filter(others).any(|other| same(other))
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
}

/// Whether a share is right of other numbers only.
pub(super) fn not_of(fits: &[(Candidate, Fit)], whole: u64) -> bool {
    fits.iter().all(|(candidate, _)| candidate.value != whole)
}

fn plain_share(claim: &Claim) -> bool {
    claim.tie == Tie::Firm && claim.says == Says::Share && claim.hedge == Hedge::None
}

fn good(fit: Fit) -> u8 {
    match fit {
        Fit::Right | Fit::Hedged => 2,
        Fit::Coarse | Fit::Truncated => 1,
        Fit::Lifted => 0,
    }
}
