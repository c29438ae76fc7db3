//! What a share of a list should have been of, where nothing near makes it right.

use super::baseless::stated_baseless;
use super::bases::{Candidate, candidates};
use super::naturals::{done_to, invited, last_year, natural, of_then, paired};
use super::repairs::{hidden, repair};
use super::shares::{List, is_of, one_sentence, unlike};
use super::votes::{cast_of, of_absent};
use super::{Judged, all_named, of_fit, wrong};
use crate::audit::changes::dated;
use crate::audit::claims::{Claim, Says, Tie};
use crate::audit::figures::Figure;
use crate::audit::lexer::Kind;
use crate::audit::relations::Facts;
use crate::audit::relations::parents::{noun, parent, same_noun};
use crate::audit::slips;
use crate::audit::words::*;
use crate::decimal::{Decimal, Fit, Hedge, fit, whole_of};

/// How many words around a number may say which are counted.
const SAID: usize = 6;
/// How many figures before a share the number it is among may stand, and how small a part of a plan rounding may hide.
const CLOSE: usize = 8;
/// How many words before a count its sentence may begin.
const OPENS: usize = 16;
const ROUNDED: u64 = 200;

impl List<'_> {
    /// Whether a share says enough to be wrong.
    pub(super) fn testable(&self, claim: &Claim) -> bool {
        let plan = claim.stated.is_none_or(|stated| stated > Decimal::ONE_HUNDRED) && !claim.share;
        let sure = claim.tie == Tie::Firm && claim.says == Says::Share && claim.hedge != Hedge::Under;
        sure && !plan && !self.before(claim)
    }

    /// *vững mạnh 207 chi hội, 63,66%; khá 19 chi hội, 6,09%*: the base of two others of the list, where nothing but one slip of the hand
    /// keeps a share whose count is not sure from being of it, or all of the list is that base.
    pub(super) fn slipped(&self, claim: &Claim, sum: Option<u64>) -> Option<u64> {
        let stated = claim.stated.filter(|stated| stated.scale() > 0 && claim.hedge == Hedge::None)?;
        let (base, _) = self.main.filter(|(_, many)| *many > 1 && claim.tie == Tie::Loose)?;
        let share = claim.says == Says::Share && claim.base.is_none() && claim.count < base;
        let slip = slips::explains(claim.count, base, stated);
        // Or its list adds up, and nothing else is a share of anything.
        (share && (slip || sum == Some(base)) && (self.counts_alike(claim, base) || self.bare(base)))
            .then_some(base)
    }

    /// *tham gia học có 5.459 người; trong đó 1.949 đảng viên (đạt 96,48%)*: what was reached is of a plan, of its own or of those that
    /// should have come, where it is nowhere near the share of the whole.
    fn planned(&self, claim: &Claim, parent: &Figure) -> bool {
        let percent = claim.percent.and_then(|at| self.facts.figure(at));
        let reached = percent.is_some_and(|figure| self.facts.page.word_before(figure.first, 1, DDATJ));
        let base = claim.stated.and_then(|stated| whole_of(claim.count, stated)).unwrap_or(0);
        reached && (base.saturating_mul(2) < parent.count || base > parent.count.saturating_mul(2))
    }

    /// *chiếm 13,13% so với tổng số hộ dân tộc thiểu số*, among 10.689 poor households: whether a share names others than those.
    fn of_another(&self, claim: &Claim, parent: &Figure) -> bool {
        let page = self.facts.page;
        let percent = claim.percent.and_then(|at| self.facts.figure(at));
        let behind = percent.map_or(0, |figure| figure.behind);
        let named = all_named(page, behind, 5).filter(|_| claim.named);
        let Some(name) = named else { return false };
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
    pub(super) fn before(&self, claim: &Claim) -> bool {
        let page = self.facts.page;
        let Some(count) = claim.counted.and_then(|at| self.facts.figure(at)) else { return false };
        let near = count.first.saturating_sub(8)..count.first;
        near.rev().find(|at| page.mark(*at, '(')).is_some_and(|open| dated(page, open, count.first))
    }

    /// The base of the list may stand further away from this share than from the others.
    pub(super) fn of_main(&self, one: &mut Judged) -> bool {
        let claim = &one.claim;
        let Some(((base, _), stated)) = self.main.zip(claim.stated) else { return false };
        let Some(fit) = fit(claim.count, base, stated, claim.hedge) else { return false };
        one.base = Some(base);
        one.verdict = of_fit(fit);
        true
    }

    /// Nothing near makes the share right: what it should have been of, if anything says so.
    pub(super) fn blame(&self, one: &mut Judged, whole: Option<u64>) {
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
        let cast = self.cast(&claim) || facts.figure(counted).is_some_and(voted);
        if cast && of_absent(facts, &claim) {
            return;
        }
        // More than all of it, or less than said to be.
        let may = |base: u64| {
            (claim.count <= base) == (stated <= Decimal::ONE_HUNDRED)
                || slips::of_count(claim.count, base, stated).is_some()
                || claim.share && slips::explains(claim.count, base, stated)
        };
        let slipped = |base: u64| {
            slips::of_share(claim.count, base, stated).is_some()
                || slips::of_count(claim.count, base, stated).is_some()
        };
        // More than all of it, but for a slip.
        let larger = |base: u64| slips::of_count(claim.count, base, stated).filter(|_| claim.count > base);
        if let Some(votes) = cast_of(facts, &claim) {
            wrong(one, votes, false);
        } else if let Some(whole) = whole {
            // Without another share that is of it the whole is only inferred.
            wrong(one, whole, plain && !claim.named && self.support(whole) > 0);
        } else if let Some((base, repaired)) = self.strays(&claim).filter(|(base, _)| said && may(*base)) {
            // All others of the list are shares of it.
            wrong(one, base, plain && repaired.is_some());
            one.count_slip = repaired;
        } else if let Some((base, count)) = hidden(&self.claims, &claim) {
            wrong(one, base, plain && slips::slip(claim.count, count).is_some());
            one.count_slip = Some(count);
        } else if let Some(parent) = parent(facts, counted).and_then(|at| facts.figure(at))
            && !self.planned(&claim, parent)
            && (claim.count <= parent.count || larger(parent.count).is_some())
            && (said || parent.sentence == facts.figure(counted).map_or(0, |figure| figure.sentence))
            && (!self.cousins(&claim, parent.count) || self.of_plan(&claim, parent))
            && !self.of_another(&claim, parent)
            // *48 tổ chức (chiếm 8,66% số tổ chức cơ sở đảng của tỉnh)*: of those of another place.
            && (!self.elsewhere(&claim) || slipped(parent.count))
        {
            wrong(one, parent.count, plain && claim.named && last_year(facts, &claim, stated));
            one.count_slip = larger(parent.count);
        } else if let Some(base) = invited(facts, &claim)
            .or_else(|| done_to(facts, &claim).filter(|base| slipped(*base)))
            .or_else(|| natural(facts, &claim))
            .or_else(|| paired(facts, &claim))
            .or_else(|| self.parallel(&claim))
            .or_else(|| self.in_items(&claim))
            .or_else(|| of_then(facts, &claim))
            .filter(|base| may(*base))
        {
            wrong(one, base, false);
        } else if stated > Decimal::ONE_HUNDRED && claim.says == Says::Share && self.takes(&claim) {
            // *1.716 người (chiếm 665%)*: no part is more than all, and a slip says of what it is.
            let near = candidates(facts, &claim, self.sum);
            let slipped = |base: &u64| claim.count <= *base && slips::explains(claim.count, *base, stated);
            if let Some(base) = near.iter().rev().map(|one| one.value).find(slipped) {
                wrong(one, base, false);
            }
        }
    }

    /// *chiếm 665%*
    fn takes(&self, claim: &Claim) -> bool {
        let percent = claim.percent.and_then(|at| self.facts.figure(at));
        percent.is_some_and(|one| (1..4).any(|back| self.facts.page.word_before(one.first, back, CHIEEMS)))
    }

    /// *số tổ chức cơ sở đảng của tỉnh*
    fn elsewhere(&self, claim: &Claim) -> bool {
        let behind = claim.percent.and_then(|at| self.facts.figure(at)).map_or(0, |one| one.behind);
        let page = self.facts.page;
        let mut name =
            (behind..behind.saturating_add(OPENS)).take_while(|at| page.at(*at).kind == Kind::Word);
        name.any(|at| page.says(at, &[CUAR, TINHR]))
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

    /// *111.522 gia đình, 2.475 xóm và 1.531 cơ quan đăng ký …; 96.553 gia đình (87,3%); 1.715 xóm (69%); 1.451 cơ quan (95%)*: the number of
    /// the same before a list, where two others of it are right of theirs.
    fn parallel(&self, claim: &Claim) -> Option<u64> {
        let counted = claim.counted?;
        let mate = |one: &Claim| {
            let at = one.counted?;
            let figure = self.facts.figure(at)?;
            let first = self.claims.first()?.counted?;
            let before = first.saturating_sub(CLOSE)..first.min(at);
            let mut same = before.filter_map(|at| self.facts.counts(at)).filter(|other| {
                other.paragraph == figure.paragraph && same_noun(self.facts.page, other, figure)
            });
            same.next().filter(|_| same.next().is_none()).map(|other| other.count)
        };
        let right =
            |one: &&&Claim| one.counted != Some(counted) && mate(one).is_some_and(|base| is_of(one, base));
        let others = self.claims.iter().filter(right).count();
        mate(claim).filter(|base| others > 1 && *base > claim.count)
    }

    /// *giới thiệu 8 người, kết nạp 7, đạt 87,5%; nhận 38 ý kiến, trả lời 35, đạt 92,71%; …*: the number that opens an item, where two other
    /// items are right of theirs.
    fn in_items(&self, claim: &Claim) -> Option<u64> {
        let page = self.facts.page;
        let opened = |one: &Claim| {
            let at = one.counted?;
            let before = at.checked_sub(1)?;
            let (whole, part) = (self.facts.counts(before)?, self.facts.counts(at)?);
            let from = self.facts.figure(before.saturating_sub(1)).map_or(0, |earlier| earlier.behind);
            let begins = page.marks(from..whole.first, ';') || page.marks(from..whole.first, ':');
            let joined =
                whole.plain() && whole.sentence == part.sentence && self.facts.share(before).is_none();
            (begins && joined && !page.marks(whole.behind..part.first, ';')).then_some(whole.count)
        };
        let counted = claim.counted?;
        let near = counted.saturating_sub(CLOSE)..counted.saturating_add(CLOSE);
        let right = |one: &&Claim| {
            let own = one.counted != Some(counted) && one_sentence(self.facts, one, claim);
            own && opened(one).is_some_and(|base| is_of(one, base))
        };
        let others = near.filter_map(|at| self.facts.share(at)).filter(right).count();
        opened(claim).filter(|base| others > 1 && *base > claim.count)
    }

    /// *1.351 đảng viên mới, đạt 48,3% so với nghị quyết; trong đó 564 nữ (20,14%)*: whether a share among a number is of the plan, which is not
    /// printed, by what was reached of it.
    fn of_plan(&self, claim: &Claim, parent: &Figure) -> bool {
        let near = claim.counted.unwrap_or(0);
        let mut before = (near.saturating_sub(CLOSE)..near).filter_map(|at| self.facts.share(at));
        let reached = before.find(|one| one.count == parent.count && one.says != Says::Share);
        let base = |one: &Claim| one.stated.and_then(|stated| whole_of(one.count, stated));
        reached.and_then(base).zip(base(claim)).is_some_and(|(plan, own)| {
            plan > parent.count && plan.abs_diff(own).saturating_mul(ROUNDED) <= plan
        })
    }

    /// Whether a share before the list is of the same base, in its paragraph: *gương mẫu 5.968 người, đạt 96,13%. Kết nạp 154/140. Là đảng viên
    /// 4.959 người (66,99%), nữ 603 người (9,71%)*.
    fn before_list(&self, claim: &Claim, base: u64) -> bool {
        let figure = |at: Option<usize>| at.and_then(|at| self.facts.figure(at));
        let (Some(own), Some(counted)) = (figure(claim.counted), claim.counted) else { return false };
        let first = self.claims.first().and_then(|one| one.counted).unwrap_or(counted);
        let near = (first.saturating_sub(CLOSE)..first).filter_map(|at| self.facts.share(at));
        let mut near = near.filter(|one| one.says == Says::Share && one.base.is_none() && is_of(one, base));
        near.any(|one| {
            let fine = one.stated.is_some_and(|stated| stated.scale() > 1);
            fine && figure(one.counted).is_some_and(|one| one.paragraph == own.paragraph)
        })
    }

    /// *Trong số đảng viên bị kỷ luật, cấp ủy viên có 21 người, chiếm 14,93%; …*: whether the sentence begins with what a base counts.
    fn named_first(&self, claim: &Claim, base: u64) -> bool {
        let page = self.facts.page;
        let Some(counted) = claim.counted.and_then(|at| self.facts.figure(at)) else { return false };
        let floor = counted.first.saturating_sub(OPENS);
        let begins = (floor..counted.first).rev().find(|at| page.ends_sentence(at.saturating_sub(1)));
        let name =
            begins.filter(|at| page.says(*at, &[TRONG, SOOS]) && !page.at(at.saturating_add(2)).is_number());
        let name = name.and_then(|at| noun(page, at.saturating_add(2)));
        let mut all = self.fitting.iter().flatten().filter(|(candidate, _)| candidate.value == base);
        let whole = |at: Option<usize>| at.and_then(|at| self.facts.figure(at));
        name.is_some()
            && all.any(|(candidate, _)| whole(candidate.at).is_some_and(|one| noun(page, one.behind) == name))
    }

    /// Whether a printed base counts the same as a share.
    fn counts_alike(&self, claim: &Claim, base: u64) -> bool {
        let own = claim.counted.and_then(|at| self.facts.figure(at));
        let mut all = self.fitting.iter().flatten().filter(|(candidate, _)| candidate.value == base);
        all.any(|(candidate, _)| {
            let whole = candidate.at.and_then(|at| self.facts.figure(at));
            own.zip(whole).is_some_and(|(own, whole)| same_noun(self.facts.page, own, whole))
        })
    }

    /// Whether a base is printed without saying what it counts: *chi hội có 312, xếp loại như sau*.
    fn bare(&self, base: u64) -> bool {
        let mut all = self.fitting.iter().flatten().filter(|(candidate, _)| candidate.value == base);
        all.any(|(candidate, _)| {
            let whole = candidate.at.and_then(|at| self.facts.figure(at));
            whole.is_some_and(|whole| noun(self.facts.page, whole.behind).is_none())
        })
    }

    /// Whether not all shares of a base are of organisations where this one is of people, or the other way round: those of 9 branches
    /// say nothing of their members.
    fn alike(&self, claim: &Claim, base: u64) -> bool {
        let page = self.facts.page;
        let people = |claim: &Claim| {
            let figure = claim.counted.and_then(|at| self.facts.figure(at))?;
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
        let sure =
            many >= 2 || self.told(base) || self.named_first(claim, base) || self.before_list(claim, base);
        let level = claim.counted.and_then(|at| self.facts.level(at));
        let upwards = level.is_some_and(|level| level.upwards) && base > claim.count && base != self.sum;
        // Of nothing at all, in a list of which three others are of one number.
        let baseless = || (many > 2 || many > 1 && self.counts_alike(claim, base)) && stated_baseless(claim);
        let swapped = || {
            let slip = claim.stated.is_some_and(|stated| slips::explains(claim.count, base, stated));
            many > 2 && self.counts_alike(claim, base) && slip
        };
        let strays = (sure || upwards)
            && (akin(self.facts, &self.claims, claim, base, sure) || baseless() || swapped())
            && self.alike(claim, base);
        (repaired.is_some() || strays).then_some((base, repaired))
    }
}

/// Whether a claim is a level of the same scale as another that is a share of the base, or, if that will do, stands in one sentence
/// with it.
fn akin(facts: &Facts<'_>, claims: &[&Claim], claim: &Claim, base: u64, beside: bool) -> bool {
    let scale = |claim: &Claim| claim.counted.and_then(|at| facts.level(at)).map(|level| level.scale);
    claims.iter().any(|other| {
        let fits = other.stated.is_some_and(|stated| fit(other.count, base, stated, other.hedge).is_some());
        let alike = scale(claim).is_some() && scale(other) == scale(claim);
        fits && (alike || beside && one_sentence(facts, other, claim))
    })
}
