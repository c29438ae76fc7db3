//! What the words around a share say that it is of: *trong số 318 … có 64*, *số phiếu hợp lệ*, *số được đánh giá*, or the words of others.

use super::all_named;
use super::bases::{Candidate, candidates};
use super::excuses::not_of;
use super::shares::{List, is_of};
use super::votes::valid_votes;
use crate::audit::claims::Claim;
use crate::audit::figures::Figure;
use crate::audit::lexer::Kind;
use crate::audit::relations::parents::{parent, same_noun};
use crate::audit::words::*;
use crate::decimal::{Fit, Hedge};

/// How many figures around a share the others may stand that name the same.
const NEAR: usize = 12;
/// Most words of the name of what a share is of.
const NAME: usize = 12;
/// How many words of a name have to be the same.
const ALIKE: usize = 3;
/// How many words before a list may open it.
const OPENS: usize = 14;

impl List<'_> {
    /// What the share's own words say that it is of, or those of others, where it is not.
    pub(super) fn said(&self, claim: &Claim, fits: &[(Candidate, Fit)]) -> Option<u64> {
        let other = |base: &u64| not_of(fits, *base);
        let called = || self.by_name(claim).or_else(|| self.by_trait(claim)).filter(other);
        let votes = || claim.percent.and_then(|at| valid_votes(self.facts, at));
        let valid = || votes().filter(|votes| *votes >= claim.count && other(votes));
        self.of_namesakes(claim).or_else(called).or_else(valid)
    }

    /// What two others near are of that name what they are of in the same words, where this one is not.
    fn of_namesakes(&self, claim: &Claim) -> Option<u64> {
        let name = |one: &Claim| {
            let from = one.percent.and_then(|at| self.facts.figure(at)).map_or(0, |figure| figure.behind);
            let words = from..from.saturating_add(NAME);
            let words = words.map(|at| self.facts.page.at(at)).take_while(|token| token.kind == Kind::Word);
            words.map(|token| token.key)
        };
        let counted = claim.counted.filter(|_| claim.named && name(claim).count() > 2)?;
        let near = counted.saturating_sub(NEAR)..counted.saturating_add(NEAR);
        let others: Vec<&Claim> = near
            .filter_map(|at| self.facts.share(at))
            // Nothing is 0 per cent of anything.
            .filter(|other| other.counted != claim.counted && other.count > 0)
            .filter(|other| other.named && name(other).eq(name(claim)))
            .collect();
        let of = |base: u64| others.len() > 1 && others.iter().all(|other| is_of(other, base));
        let own = |base: u64| base < claim.count || is_of(claim, base);
        let mut bases = candidates(self.facts, claim, 0).into_iter().map(|candidate| candidate.value);
        bases.find(|base| of(*base) && !own(*base))
    }

    /// *viên chức không hoàn thành là 97, chiếm 4,18% trong tổng số viên chức được đánh giá*: the one number before that is called by the same
    /// words as what a share is said to be of.
    fn by_name(&self, claim: &Claim) -> Option<u64> {
        let page = self.facts.page;
        let percent = self.facts.figure(claim.percent?)?;
        let name = all_named(page, percent.behind, 3)?;
        let alike = |at: usize| {
            (0..ALIKE).all(|step| {
                let (one, other) = (page.at(name.saturating_add(step)), page.at(at.saturating_add(step)));
                one.kind == Kind::Word && other.is_word(one.key)
            })
        };
        let counted = claim.counted?;
        // *57 đảng viên; trong đó có 17 cấp ủy viên, chiếm 29,82% tổng số đảng viên bị kỷ luật*: of those.
        let own = parent(self.facts, counted).and_then(|at| self.facts.figure(at));
        if own.is_some_and(|own| is_of(claim, own.count) && page.word(own.behind, page.at(name).key)) {
            return None;
        }
        let near = (counted.saturating_sub(NEAR)..counted).filter_map(|at| self.facts.counts(at));
        let mut called = near.filter(|one| one.of.is_none() && alike(one.behind)).map(|one| one.count);
        called.next().filter(|base| called.next().is_none() && *base >= claim.count)
    }

    /// *117 người có vi phạm …; 39 người, bằng 29,55% số có vi phạm*: the one number before of which the same is said, in all the words of
    /// the name.
    fn by_trait(&self, claim: &Claim) -> Option<u64> {
        let page = self.facts.page;
        let percent = self.facts.figure(claim.percent?)?;
        let name = percent.behind.saturating_add(1);
        let word = |at: &usize| page.at(*at).kind == Kind::Word;
        let words = (name..name.saturating_add(NAME)).take_while(word).count();
        let said = page.word(percent.behind, SOOS) && (2..ALIKE.saturating_add(2)).contains(&words);
        let alike = |at: usize| {
            (0..words).all(|step| page.word(at.saturating_add(step), page.at(name.saturating_add(step)).key))
        };
        // *Trong 171 đơn có 150 đơn* says it already.
        let counted = claim.counted.filter(|at| said && parent(self.facts, *at).is_none())?;
        let near = counted.saturating_sub(NEAR)..counted;
        let floor = self.facts.figure(near.start)?.first;
        let mut places = (floor..percent.first).filter(|at| alike(*at) && !page.word_before(*at, 1, SOOS));
        let only = places.next().filter(|_| places.next().is_none())?;
        // Right behind its noun, which is of one word or two.
        let behind = |one: &&Figure| {
            let noun = one.behind..only;
            one.plain() && (1..3).contains(&noun.len()) && noun.into_iter().all(|at| word(&at))
        };
        let called = near.filter_map(|at| self.facts.counts(at)).find(behind)?;
        (called.count >= claim.count).then_some(called.count)
    }

    /// *đầu năm có 5.412 đảng viên …, đến cuối năm 5.533. Trong tổng số đảng viên có 2.107 nữ, chiếm 38,93%; …*: what two others of the sentence
    /// are of that stands behind the number of this one, and is nearly that: the same at another time.
    pub(super) fn of_sentence(&self, claim: &Claim, own: Candidate) -> Option<u64> {
        let page = self.facts.page;
        let figure = |at: Option<usize>| at.and_then(|at| self.facts.figure(at));
        let (counted, before) = (figure(claim.counted)?, figure(own.at)?);
        let floor = counted.first.saturating_sub(OPENS);
        let mut words = (floor..counted.first).rev().take_while(|at| !page.ends_sentence(*at));
        let opened = words.any(|at| page.says(at, &[TRONG, TOONGR, SOOS]) || page.says(at, &[TRONG, SOOS]));
        let others = |base: u64| {
            let of = |other: &&&Claim| {
                figure(other.counted).is_some_and(|one| one.sentence == counted.sentence)
                    && is_of(other, base)
            };
            self.claims.iter().filter(of).count()
        };
        let later = |at: &usize| figure(Some(*at)).is_some_and(|one| one.sentence < counted.sentence);
        let near = own.at?.saturating_add(1)..claim.counted?;
        let near = near.filter(later).filter_map(|at| self.facts.counts(at));
        let mut near = near.filter(|one| same_noun(page, one, before) && one.count != before.count);
        let close = |one: u64| one.abs_diff(before.count).saturating_mul(20) <= one;
        let base = near.find(|one| close(one.count) && others(one.count) > 1)?.count;
        (opened && others(own.value) == 1).then_some(base)
    }

    /// Whether a share says that it is of those who were rated: *bằng 60,3% số được đánh giá*.
    pub(super) fn rated(&self, claim: &Claim) -> bool {
        let percent = claim.percent.and_then(|at| self.facts.figure(at));
        percent.is_some_and(|percent| self.facts.page.says(percent.behind, &[SOOS, DDUWOWCJ]))
    }

    /// The number right before that a count is said to be among: *Trong số 318 đảng viên có 64*.
    pub(super) fn told_whole(&self, claim: &Claim) -> Option<u64> {
        let counted = claim.counted?;
        let whole_at = parent(self.facts, counted).filter(|at| at.saturating_add(1) == counted)?;
        let (whole, part) = (self.facts.figure(whole_at)?, self.facts.figure(counted)?);
        let page = self.facts.page;
        let said = page.word_before(whole.first, 1, SOOS) && page.word_before(whole.first, 2, TRONG);
        let has = page.word_before(part.first, 1, COS);
        (said && has && whole.hedge == Hedge::None && whole.count >= claim.count).then_some(whole.count)
    }
}
