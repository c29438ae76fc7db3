//! Figures → claims: which count a percentage belongs to, and what it says it is a share of.

mod behind;
mod ties;

use super::figures::{Figure, Role, What};
use super::lexer::Kind;
use super::page::Page;
use super::relations::parents::{noun, same_noun, total};
use super::slips;
use super::tables::Tables;
use super::words::*;
use crate::decimal::{Decimal, Hedge, fit};
use behind::{in_bracket_after, named_after, named_base};
use ties::{count_before, link};

/// What a claim says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    /// So much of a whole.
    Share,
    /// So much more or less than before.
    Change,
    /// So much of a plan.
    Plan,
    /// So much of an earlier period.
    Ratio,
}

/// How sure it is that a percentage belongs to its count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tie {
    /// It may be about something else: good for nothing but being right.
    Loose,
    /// It is about this count.
    Firm,
}

/// A statement about a count, a share or both.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Claim {
    pub(crate) says: Says,
    pub(crate) tie: Tie,
    /// Its count: position of the figure.
    pub(crate) counted: Option<usize>,
    /// Its percentage: position of the figure.
    pub(crate) percent: Option<usize>,
    pub(crate) count: u64,
    pub(crate) stated: Option<Decimal>,
    pub(crate) hedge: Hedge,
    /// It is said to be a share: *chiếm, tỷ lệ*, a bracket, an equals sign. *Đạt* may be of a plan.
    pub(crate) share: bool,
    /// The base in the claim's own words.
    pub(crate) base: Option<u64>,
    /// The base has a name behind the share: *tổng số đại biểu*.
    pub(crate) named: bool,
    /// Where that name begins, if it says nothing of a place.
    pub(crate) of: Option<usize>,
    pub(crate) span: (u32, u32),
}

/// How many figures behind several shares the number they name may stand.
const NAMED: usize = 3;
/// How many figures before a plan may be what was planned.
const PLANNED: usize = 12;

/// All claims, in the order of their last figure.
pub(super) fn claims(page: &Page<'_>, figures: &[Figure], tables: &Tables) -> Vec<Claim> {
    let mut found: Vec<Claim> = Vec::new();
    let mut taken = vec![false; figures.len()];
    for (at, figure) in figures.iter().enumerate() {
        if figure.what == What::Percent
            && !tables.has(at)
            && let Some(claim) = of_percent(page, figures, at)
        {
            if let Some(taken) = claim.counted.and_then(|count| taken.get_mut(count)) {
                // A second percentage behind the same count is about something else.
                if *taken && claim.tie == Tie::Loose {
                    found.push(Claim { counted: None, ..claim });
                    continue;
                }
                *taken = true;
            }
            found.push(claim);
        }
    }
    // Fractions without a percentage, where they stand among the others.
    let mut all = Vec::with_capacity(found.len());
    let mut rest = found.into_iter().peekable();
    for (at, figure) in figures.iter().enumerate() {
        if figure.what == What::Fraction && taken.get(at) == Some(&false) {
            while let Some(before) = rest.next_if(|other| other.span.0 <= figure.span.0) {
                all.push(before);
            }
            all.push(without_share(figure, at, figure.of));
        }
    }
    all.extend(rest);
    all
}

/// A count, of a base where one stands, without a percentage.
#[inline(never)]
pub(super) fn without_share(figure: &Figure, at: usize, base: Option<u64>) -> Claim {
    Claim {
        says: Says::Share,
        tie: Tie::Firm,
        counted: Some(at),
        percent: None,
        count: figure.count,
        stated: None,
        hedge: figure.hedge,
        share: false,
        base,
        named: false,
        of: None,
        span: figure.span,
    }
}

/// The claim that a percentage makes; nothing when it says what should be, what was, or how many points a share changed.
fn of_percent(page: &Page<'_>, figures: &[Figure], at: usize) -> Option<Claim> {
    let figure = figures.get(at)?;
    if matches!(figure.role, Role::Target | Role::Before | Role::Points) || wanted_after(page, figure) {
        return None;
    }
    let after = named_base(page, figures, at);
    let mut claim = Claim {
        says: after.says,
        tie: Tie::Loose,
        counted: None,
        percent: Some(at),
        count: 0,
        stated: Some(figure.value),
        hedge: figure.hedge,
        share: false,
        base: after.base,
        named: after.named,
        of: after.of,
        span: figure.span,
    };
    if figure.role == Role::Change {
        claim.says = Says::Change;
        if let Some((counted, change)) = equal(page, figures, at) {
            (claim.counted, claim.count, claim.tie) = (Some(counted), change.count, Tie::Firm);
            claim.span.0 = change.span.0;
        }
        return Some(claim);
    }
    if let Some(counts) = respective(page, figures, at) {
        if let Some((counted, count)) = counts {
            // *27/27, 26/27 phiếu, bằng 96,4% và 92,9% so với tổng số 28 đại biểu*
            let behind = figures.get(at.saturating_add(1)..).unwrap_or_default().iter().take(NAMED);
            let named = behind
                .filter(|one| one.sentence == figure.sentence && one.what == What::Count)
                .find(|one| page.tells(one.first.saturating_sub(4)..one.first, &[TOONGR, SOOS]));
            let of = named.map(|one| one.count).filter(|_| count.of.is_some()).or(count.of);
            (claim.counted, claim.count, claim.base) = (Some(counted), count.count, of);
            (claim.tie, claim.share, claim.span.0) = (Tie::Firm, true, count.span.0);
        }
        return Some(claim);
    }
    if let Some((counted, count, base)) = and_of(page, figures, at) {
        (claim.counted, claim.count, claim.base) = (Some(counted), count.count, Some(base));
        (claim.tie, claim.share) = (Tie::Firm, true);
        return Some(claim);
    }
    // Of a plan or an earlier number in a bracket behind, the bracket is no count and the change before it no subject.
    let against = claim.says != Says::Share && claim.base.is_some();
    let plan = against && claim.says == Says::Plan;
    let back = count_before(page, figures, at, plan);
    let bracket = in_bracket_after(page, figures, at).filter(|_| !against);
    let bracket = bracket.or_else(|| named_after(page, figures, at));
    let right = |count: u64, of: Option<u64>| {
        of.is_some_and(|of| fit(count, of, figure.value, figure.hedge).is_some())
    };
    let chosen = match (back, bracket) {
        (Some((found, tie, change)), Some(inside)) => {
            let exact = figures.get(inside).is_some_and(|figure| figure.of.is_some());
            // *ít hơn 03 vụ = 1,6% (180/183 vụ)*
            let of = figures.get(inside).and_then(|one| one.of.filter(|_| !right(one.count, one.of)));
            let other = figures.get(found).is_some_and(|one| of.is_some() && right(one.count, of));
            if !other && (exact || tie == Tie::Loose) {
                Some((inside, Tie::Firm, false))
            } else {
                Some((found, tie, change))
            }
        }
        (None, Some(inside)) => Some((inside, Tie::Firm, false)),
        (back, None) => back,
    };
    let Some((counted, tie, change)) = chosen else { return Some(claim) };
    let count = figures.get(counted)?;
    // *Trong số 81 người được xét, loại A chiếm 51,85%*: the whole.
    // *953 đảng viên dự trên tổng số 641 người, tỷ lệ 92,51%* is not.
    let beside = link(page, figure.first).0.comma && over(page, figures, counted).is_some();
    if counted < at
        && count.of.is_none()
        && total(page, count)
        && page.marks(count.behind..figure.first, ',')
        && !beside
    {
        return Some(claim);
    }
    claim.counted = Some(counted);
    claim.tie = tie;
    let link = link(page, figure.first).0;
    claim.share = link.share || link.rate || link.bracket || link.equals || link.same || counted > at;
    claim.count = count.count;
    if let Some((own, earlier, planned)) = over(page, figures, counted) {
        // 38 đồng chí … trên tổng số 245: the count is the one before.
        claim.counted = Some(own);
        claim.count = earlier.count;
        claim.base = Some(count.count);
        claim.span.0 = earlier.span.0;
        if planned {
            claim.says = Says::Plan;
        }
    }
    claim.base = count.of.or(claim.base);
    // *458 đồng chí, bằng 15,33% số đảng viên hoàn thành tốt nhiệm vụ (2.988 đồng chí)*: what it is of, in the bracket.
    let same = |one: &Figure| same_noun(page, one, count) || noun(page, one.behind).is_none();
    let of_it = |one: &&Figure| one.plain() && one.count > claim.count && same(one);
    if claim.base.is_none()
        && claim.named
        && tie == Tie::Firm
        && counted < at
        && let Some(whole) = bracket.and_then(|at| figures.get(at)).filter(of_it)
    {
        claim.base = Some(whole.count);
    }
    // *(số được xếp loại/số từ khá trở lên): trường học 78/69 (88,5%)*: the other way round.
    if let Some((part, whole)) = count.of.filter(|part| *part < count.count).zip(Some(count.count))
        && claim.share
        && figure.value < Decimal::ONE_HUNDRED
        && fit(part, whole, figure.value, figure.hedge).is_some()
    {
        (claim.count, claim.base) = (part, Some(whole));
    }
    claim.span = (count.span.0.min(claim.span.0), count.span.1.max(figure.span.1));
    // More than all of a whole is not this count's share; of a plan it may be.
    let own = claim.counted == Some(counted);
    let more = own && claim.base.is_some_and(|base| base < claim.count) && claim.says != Says::Plan;
    let ratio = || claim.says == Says::Ratio && alone_of_its_kind(page, figures, counted, at);
    if if plan {
        !alone_of_its_kind(page, figures, counted, at)
    } else {
        more && count.of.is_none() && !ratio()
    } {
        claim.tie = Tie::Loose;
    }
    if change {
        claim.says = Says::Change;
    }
    // *trên 6.120 lao động* is the whole of the count before it, and no more than that.
    let own = claim.counted.filter(|own| *own != counted && count.hedge == Hedge::Over);
    let hedge = own.and_then(|own| figures.get(own)).map_or(count.hedge, |own| own.hedge);
    if claim.hedge == Hedge::None && hedge != Hedge::None {
        claim.hedge = Hedge::About;
    }
    // *4/9 chỉ tiêu vượt 44,4%*: how many went beyond, not how far.
    let share = claim.base.is_some_and(|base| fit(claim.count, base, figure.value, Hedge::None).is_some());
    if figure.role == Role::Beyond && !share {
        claim.says = Says::Plan;
        claim.stated = crate::decimal::add(figure.value, Decimal::ONE_HUNDRED);
    }
    Some(claim)
}

/// Whether the plan behind a percentage counts the same as the count before it, and as no other of the sentence: which of two were
/// planned, nobody knows.
fn alone_of_its_kind(page: &Page<'_>, figures: &[Figure], counted: usize, percent: usize) -> bool {
    let behind = figures.get(percent.saturating_add(1)..).unwrap_or_default();
    let plan = behind.iter().take(2).find(|one| one.what != What::Other);
    let Some((count, plan)) = figures.get(counted).zip(plan) else { return false };
    let floor = percent.saturating_sub(PLANNED);
    let rivals = figures.get(floor..percent).unwrap_or_default().iter().filter(|other| {
        let counts = matches!(other.what, What::Count | What::Fraction) && other.role == Role::Fact;
        counts && other.sentence == plan.sentence && other.depth < plan.depth && same_noun(page, other, plan)
    });
    count.of.is_none() && same_noun(page, count, plan) && rivals.count() == 1
}

/// *giảm 172 đơn (năm 2018 là 1.376 đơn), tương đương giảm 14,3%*: the change in numbers.
fn equal<'f>(page: &Page<'_>, figures: &'f [Figure], percent: usize) -> Option<(usize, &'f Figure)> {
    if let Some(change) = again(page, figures, percent) {
        return Some(change);
    }
    let figure = figures.get(percent)?;
    let words = figure.first.saturating_sub(6)..figure.first;
    // *tương đương tăng 5,7%*, *tức số đảng viên tăng 5,7%*
    words.into_iter().find(|at| page.at(*at).is_any(&[TUWOWNG, TUWCS]))?;
    let change = |at: &usize| {
        figures.get(*at).is_some_and(|one| one.role == Role::Change && one.sentence == figure.sentence)
    };
    let at = (percent.saturating_sub(4)..percent).rev().find(change)?;
    figures.get(at).filter(|one| one.what == What::Count && one.depth == figure.depth).map(|one| (at, one))
}

/// *giảm 6 đồng chí, giảm 17,65%*: the change said again right behind. Where the sentence has a share, it may be one in points.
fn again<'f>(page: &Page<'_>, figures: &'f [Figure], percent: usize) -> Option<(usize, &'f Figure)> {
    let figure = figures.get(percent)?;
    let at = percent.checked_sub(1)?;
    let change = figures.get(at).filter(|one| one.role == Role::Change && one.what == What::Count)?;
    // *tăng 35 (tăng 20,83%)*
    let opened = page.before(figure.first, 2).is('(');
    // *giảm 44 đảng viên, tỷ lệ giảm 23,53%*
    let rate = figure
        .first
        .checked_sub(3)
        .is_some_and(|at| page.says(at, &[TYR, LEEJ]) && page.before(at, 1).is(','));
    let comma = opened || rate || page.before(figure.first, 2).is(',');
    let verb = |one: &Figure| page.before(one.first, 1).key;
    let same = verb(figure) == verb(change) && [TAWNG, GIAMR].contains(&verb(change));
    let ends = figure.first.saturating_sub(if rate { 4 } else { 2 });
    let words = (change.behind..ends).all(|at| page.at(at).kind == Kind::Word);
    let near = figures.get(percent.saturating_sub(PLANNED)..percent).unwrap_or_default().iter();
    let mut shares = near.filter(|one| one.sentence == figure.sentence && one.what == What::Percent);
    let depth = change.depth.saturating_add(u8::from(opened));
    (comma && same && words && depth == figure.depth && (opened || shares.next().is_none()))
        .then_some((at, change))
}

/// *15.210 người, bằng 65% số người thi và bằng 82,7% số đảng viên (18.400)*: the count of the share before, and the whole in the bracket,
/// where it is of that.
fn and_of<'f>(page: &Page<'_>, figures: &'f [Figure], percent: usize) -> Option<(usize, &'f Figure, u64)> {
    let figure = figures.get(percent)?;
    let at = percent.checked_sub(1)?;
    let before =
        figures.get(at).filter(|one| one.what == What::Percent && one.sentence == figure.sentence)?;
    let joined = (before.behind..figure.first).any(|at| page.word(at, VAF));
    let base = figures.get(in_bracket_after(page, figures, percent).filter(|_| joined)?)?;
    let (counted, _, _) = count_before(page, figures, at, false)?;
    let count = figures.get(counted)?;
    let right = fit(count.count, base.count, figure.value, figure.hedge).is_some();
    (right && base.of.is_none()).then_some((counted, count, base.count))
}

/// *5/18 xã xuất sắc, 11/18 tốt, 2/18 khá, tương ứng 27,8% - 61,1% - 11,1%*: each percentage is of the count at its place. The inner
/// none where there are fewer counts.
#[expect(clippy::option_option, reason = "no such list, and a list whose count is not known")]
fn respective<'f>(page: &Page<'_>, figures: &'f [Figure], at: usize) -> Option<Option<(usize, &'f Figure)>> {
    let next_to = |one: usize, next: usize| {
        figures.get(one).zip(figures.get(next)).is_some_and(|(one, next)| {
            let joins = |at: usize| {
                ['-', '–', ',', ';', '/', '+'].iter().any(|mark| page.mark(at, *mark)) || page.word(at, VAF)
            };
            one.what == What::Percent && next.what == What::Percent && (one.behind..next.first).all(joins)
        })
    };
    let mut first = at;
    while let Some(before) = first.checked_sub(1).filter(|before| next_to(*before, first)) {
        first = before;
    }
    let mut many = at.saturating_sub(first).saturating_add(1);
    while next_to(first.saturating_add(many).saturating_sub(1), first.saturating_add(many)) {
        many = many.saturating_add(1);
    }
    let begins = figures.get(first)?;
    if many < 2 {
        return None;
    }
    // *giỏi 63, khá 288, trung bình 67 = 15,07% + 68,90% + 16,03%*
    let equal = page.before(begins.first, 1).is('=') && page.mark(begins.behind, '+');
    let said = equal || (1..6).any(|back| page.word_before(begins.first, back, TUWOWNG));
    let place = many.saturating_sub(at.saturating_sub(first));
    let before = figures.get(..first)?.iter().enumerate().rev();
    let before = before.take_while(|(_, one)| one.sentence == begins.sentence && one.what != What::Percent);
    let mut counts =
        before.filter(|(_, one)| matches!(one.what, What::Count | What::Fraction) && one.role == Role::Fact);
    // *cao nhất 134/137, thấp nhất 91/137, bằng 97,81% và 66,42%*
    if !said {
        // *5 - 30 - 6 trên 41 tổ chức (12,20% - 73,17% - 14,63%)*
        let whole = |(nth, (_, one)): &(usize, (usize, &Figure))| *nth == 0 && one.hedge == Hedge::Over;
        let outer = counts.filter(|(_, one)| one.depth <= begins.depth).enumerate();
        let outer: Vec<_> = outer.filter(|one| !whole(one)).map(|(_, one)| one).collect();
        let fractions = outer.iter().take_while(|(_, one)| one.of.is_some()).count() == many;
        // *51 phiếu tốt, 4 phiếu khá (92,7% và 7,3%)*
        let last = figures.get(first.saturating_add(many).saturating_sub(1))?;
        let bracket = page.mark(begins.first.saturating_sub(1), '(') && page.mark(last.behind, ')');
        // Or all of them: *3.060; …, 2.550; …, 2.550 (37,5% – 31,25% – 31,25%)*
        let run = figures.get(first..first.saturating_add(many))?.iter();
        let sum = run.fold(Decimal::ZERO, |sum, one| crate::decimal::add(sum, one.value).unwrap_or(sum));
        let all = outer.len() >= many && sum == Decimal::ONE_HUNDRED;
        let each = fractions || bracket && (outer.len() == many || all);
        return each.then(|| outer.get(place.saturating_sub(1)).copied());
    }
    Some(counts.nth(place.saturating_sub(1)))
}

/// The count of which *trên tổng số N* says the whole or *trên chỉ tiêu N* the plan (true), with nothing but words between.
fn over<'f>(page: &Page<'_>, figures: &'f [Figure], whole_at: usize) -> Option<(usize, &'f Figure, bool)> {
    let whole = figures.get(whole_at)?;
    // *71.340 hộ đạt cả 8 tiêu chí trên 85.200 hộ*
    let near = whole_at.checked_sub(1)?;
    let same = |at: &usize| figures.get(*at).is_some_and(|one| same_noun(page, one, whole));
    let own = (near.saturating_sub(2)..=near).rev().find(same).unwrap_or(near);
    let count = figures.get(own)?;
    let before = |words: &[u32; 2]| page.says(whole.first.saturating_sub(2), words);
    let plan = before(&[CHIR, TIEEU]) || before(&[KEES, HOACHJ]);
    let joins = |at: usize| {
        page.at(at).kind == Kind::Word || own < near && page.at(at).is_number() || plan && page.mark(at, '/')
    };
    let words = (count.behind..whole.first).all(joins);
    let near = whole.first.saturating_sub(count.behind) < 20;
    let counts = count.what == What::Count && count.role == Role::Fact && count.depth == whole.depth;
    let apart = page.before(whole.first, 3);
    let against = apart.is_word(TREEN) || apart.is_word(VOWIS) || apart.is('/');
    // *27 ứng cử viên tính trên số đại biểu hiện nay là 73 đại biểu*
    let told = page.word_before(whole.first, 1, LAF)
        && (count.behind..whole.first)
            .any(|at| page.says(at, &[TREEN, SOOS]) || page.says(at, &[TREEN, TOONGR]));
    // *5.127 đoàn viên trên 6.120 lao động (83,8%)*
    let on = || {
        whole.hedge == Hedge::Over
            && words
            && figures.get(whole_at.saturating_add(1)).is_some_and(|share| {
                let bracket = page.mark(share.first.saturating_sub(1), '(') && share.what == What::Percent;
                let right = fit(count.count, whole.count, share.value, share.hedge).is_some();
                let slip = || slips::of_share(count.count, whole.count, share.value).is_some();
                bracket && (right || slip() || same_noun(page, count, whole))
            })
    };
    // *953 đảng viên dự họp trên tổng số 641 người*: more than all of them.
    let more = || apart.is_word(TREEN) && same_noun(page, count, whole);
    let among = (total(page, whole) || told || on()) && (count.count <= whole.count || more());
    let found = near && words && counts && (among || plan && against);
    (found && whole.of.is_none()).then_some((own, count, plan))
}

/// *từ 70% trở lên*, *từ 141 phiếu trở lên, tức từ 75,81%*: a threshold.
fn wanted_after(page: &Page<'_>, figure: &Figure) -> bool {
    let up = page.says(figure.behind, &[TROWR, LEEN])
        || page.tells(figure.first.saturating_sub(6)..figure.first, &[TROWR, LEEN]);
    let from = page.word_before(figure.first, 1, TUWF);
    up && from || (figure.hedge == Hedge::Under && page.word(figure.behind, SOOS))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Count, base in its own words, what it says, and whether it is sure, of each claim with a percentage.
    fn seen(text: &str) -> Vec<(u64, Option<u64>, Says, Tie)> {
        let read = crate::audit::read(text);
        let claims = read.claims.iter().map(|judged| judged.claim).filter(|claim| claim.percent.is_some());
        claims.map(|claim| (claim.count, claim.base, claim.says, claim.tie)).collect()
    }

    #[test]
    fn a_share_finds_its_count_before_it_or_in_the_bracket_behind() {
        assert_eq!(seen("Có 12 chi bộ, chiếm 15%."), [(12, None, Says::Share, Tie::Firm)]);
        assert_eq!(seen("98,5% số đảng viên (1.182 đồng chí)"), [(1182, None, Says::Share, Tie::Firm)]);
        assert_eq!(seen("38 đồng chí trên tổng số 245 (15,51%)"), [(38, Some(245), Says::Share, Tie::Firm)]);
    }

    #[test]
    fn plans_changes_and_ratios_are_no_shares() {
        let says = |text: &str| seen(text).first().map(|claim| claim.2);
        assert_eq!(says("187 đảng viên, đạt 103,9% chỉ tiêu (180 đảng viên)"), Some(Says::Plan));
        assert_eq!(says("Có 154 đảng viên, tăng 12 đảng viên (8,5%)"), Some(Says::Change));
        assert_eq!(says("215 đảng viên, bằng 58,58% so với cùng kỳ"), Some(Says::Ratio));
    }
}
