//! What stands behind a percentage: what it is a share of, a plan, an earlier number, or its count in a bracket.

use super::Says;
use crate::audit::figures::{Figure, Role, What};
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::words::*;
use crate::decimal::{Hedge, fit};

/// What stands behind a percentage.
pub(super) struct After {
    pub(super) says: Says,
    pub(super) base: Option<u64>,
    pub(super) named: bool,
    pub(super) of: Option<usize>,
}

/// Whether a figure may be what a share is of.
fn counts(figure: &&Figure) -> bool {
    figure.what == What::Count && figure.role == Role::Fact && figure.count > 0
}

/// *trong tổng số … 472.698 người*, *so với cùng kỳ*, *kế hoạch*.
pub(super) fn named_base(page: &Page<'_>, figures: &[Figure], percent: usize) -> After {
    let mut after = After { says: Says::Share, base: None, named: false, of: None };
    let Some(figure) = figures.get(percent) else { return after };
    // Behind a year: *so với cùng kỳ năm 2015 (15 đảng viên)*.
    let next = figures.get(percent.saturating_add(1)..);
    let next = next.and_then(|behind| behind.iter().take(2).find(|one| one.what != What::Other));
    // *đạt 92,3% trong 37.050 hộ*, *(18,75% trên 32)*
    let plain = if page.word(figure.behind, TREEN) { Hedge::Over } else { Hedge::None };
    if (page.word(figure.behind, TRONG) || plain == Hedge::Over)
        && let Some(next) = next.filter(counts)
        && next.first == figure.behind.saturating_add(1)
        && next.hedge == plain
    {
        return After { base: Some(next.count), named: true, ..after };
    }
    // *đạt 68%/kế hoạch 70%*
    let slash = figure.behind.saturating_add(1);
    if page.mark(figure.behind, '/')
        && (page.says(slash, &[KEES, HOACHJ]) || page.says(slash, &[CHIR, TIEEU]))
    {
        return After { says: Says::Plan, ..after };
    }
    let mut whole = false;
    for at in figure.behind..figure.behind.saturating_add(18) {
        let token = page.at(at);
        if next.is_some_and(|next| next.first == at) {
            let Some(next) = next else { break };
            // *chiếm 2,3% tổng số doanh nghiệp với 1.547 đảng viên*: those are of the count.
            let with = page.word_before(next.first, 1, VOWIS);
            if whole && !with && counts(&next) && next.depth == figure.depth {
                after.base = Some(next.count);
            }
            break;
        }
        if token.kind != Kind::Word {
            break;
        }
        // *18,4% và số quá hạn còn 634 hồ sơ*: the next of the list.
        if token.is_word(VAF) && !whole {
            break;
        }
        let early = at.saturating_sub(figure.behind) < 4;
        // *đạt 100% số lượng* names nothing.
        let number = token.is_word(SOOS) && !page.word(at.saturating_add(1), LUWOWNGJ);
        // *so với tổng cử tri trên địa bàn*
        let total = page.says(at, &[SO, VOWIS, TOONGR]);
        if page.says(at, &[TOONGR, SOOS]) || total || early && (page.says(at, &[TRONG, SOOS]) || number) {
            whole = true;
            after.named = true;
            after.of = name(page, at);
        }
        if whole {
            continue;
        }
        let plan = page.says(at, &[KEES, HOACHJ])
            || page.says(at, &[CHIR, TIEEU])
            || token.is_word(KH)
            || page.says(at, &[DUWJ, TOANS])
            || page.says(at, &[NGHIJ, QUYEETS]);
        if plan && at.saturating_sub(figure.behind) < 8 {
            after.says = Says::Plan;
            after.base = planned(page, figure, next);
            break;
        }
        // *so với nhiệm kỳ trước*, *bằng 58% cùng kỳ*.
        if page.says(at, &[SO, VOWIS])
            || early && (page.says(at, &[CUNGF, KYF]) || page.says(at, &[NAWM, TRUWOWCS]))
        {
            after.says = Says::Ratio;
        }
    }
    if after.says == Says::Ratio && !after.named {
        after.base = earlier(page, figure, next);
    } else if after.says != Says::Plan && after.base.is_none() {
        after.base = among(page, figure, next);
    }
    if after.named {
        after.says = Says::Share;
    }
    after
}

/// The name behind *số*, of one noun with nothing behind it but what was done to them: *số đảng viên được kiểm tra*.
fn name(page: &Page<'_>, number: usize) -> Option<usize> {
    let step = if page.word(number, TOONGR) { 2 } else { 1 };
    let of = number.saturating_add(step);
    let behind = page.at(of.saturating_add(2));
    let plain = behind.kind != Kind::Word || behind.is_word(DDUWOWCJ) || behind.is_word(BIJ);
    (page.at(of).kind == Kind::Word && plain).then_some(of)
}

/// *đạt 103,9% chỉ tiêu nghị quyết (180 đảng viên)*: the plan in a bracket.
fn planned(page: &Page<'_>, percent: &Figure, next: Option<&Figure>) -> Option<u64> {
    let next = next.filter(counts)?;
    let plan = |at: usize| page.says(at, &[CHIR, TIEEU]) || page.says(at, &[KEES, HOACHJ]);
    // *đạt 105,4% chỉ tiêu 500 hội viên*
    if plan(percent.behind) && percent.behind.saturating_add(2) == next.first {
        return Some(next.count);
    }
    let open = opened(page, percent, next)?;
    let alone = open.saturating_add(1) == next.first || plan(open.saturating_add(1));
    (alone && closes(page, next.behind)).then_some(next.count)
}

/// *bằng 91,6% so với nhiệm kỳ trước (2.308 đảng viên)*: the number before, in a bracket.
fn earlier(page: &Page<'_>, percent: &Figure, next: Option<&Figure>) -> Option<u64> {
    let next = next.filter(|next| next.plain() && next.count > 0)?;
    let alone = opened(page, percent, next)?.saturating_add(1) == next.first;
    (alone && closes(page, next.behind)).then_some(next.count)
}

/// The bracket that begins behind a percentage and its words and has nothing but words before its number.
fn opened(page: &Page<'_>, percent: &Figure, next: &Figure) -> Option<usize> {
    // *so với cùng kỳ năm 2015 (15 đảng viên)*
    let year = |at: usize| page.at(at).is_number() && page.word_before(at, 1, NAWM);
    let open = (percent.behind..next.first).find(|at| page.at(*at).kind != Kind::Word && !year(*at))?;
    let words = (open.saturating_add(1)..next.first).all(|at| page.at(at).kind == Kind::Word);
    (words && page.mark(open, '(')).then_some(open)
}

/// *chiếm 12,5% (trong tổng số 48 chi bộ)*: the whole in a bracket.
fn among(page: &Page<'_>, percent: &Figure, next: Option<&Figure>) -> Option<u64> {
    let next = next.filter(counts)?;
    let inside = opened(page, percent, next)?.saturating_add(1)..next.first;
    let whole = inside.into_iter().any(|at| page.says(at, &[TOONGR, SOOS]) || page.says(at, &[TRONG, SOOS]));
    (whole && next.hedge == Hedge::None && closes(page, next.behind)).then_some(next.count)
}

/// *98,5% số đảng viên (1.182 đồng chí)*: the count in the bracket behind a percentage.
pub(super) fn in_bracket_after(page: &Page<'_>, figures: &[Figure], percent: usize) -> Option<usize> {
    let figure = figures.get(percent)?;
    let next = percent.saturating_add(1);
    let inside = figures.get(next)?;
    let open = inside.first.checked_sub(1)?;
    let near = open.saturating_sub(figure.behind) <= 12;
    let counts = matches!(inside.what, What::Count | What::Fraction) && inside.role == Role::Fact;
    if !near || !counts || !page.mark(open, '(') {
        return None;
    }
    let plain = (figure.behind..open).all(|at| page.at(at).kind == Kind::Word);
    // *61,29% (19/31 phiếu, phải bầu lần hai)*
    let right = inside.of.and_then(|of| fit(inside.count, of, figure.value, figure.hedge)).is_some();
    if right && open == figure.behind {
        return Some(next);
    }
    let alone = !page.mark(inside.behind, '%') && closes(page, inside.behind);
    (plain && alone).then_some(next)
}

/// *đạt 8,5% với 97 chi bộ*, *0,8%, tương ứng 9 chi bộ*: the count right behind a percentage.
pub(super) fn named_after(page: &Page<'_>, figures: &[Figure], percent: usize) -> Option<usize> {
    let figure = figures.get(percent)?;
    let next = percent.saturating_add(1);
    let count = figures.get(next)?;
    let at = figure.behind.saturating_add(usize::from(page.mark(figure.behind, ',')));
    let ways: [&[u32]; 6] = [
        &[VOWIS],
        &[UWNGS, VOWIS],
        &[TUWOWNG, UWNGS],
        &[TUWOWNG, UWNGS, VOWIS],
        &[TUWOWNG, DDUWOWNG],
        &[TUWOWNG, DDUWOWNG, VOWIS],
    ];
    let joined =
        ways.iter().any(|words| page.says_all(at, words) && at.saturating_add(words.len()) == count.first);
    let counts = matches!(count.what, What::Count | What::Fraction) && count.role == Role::Fact;
    // Its own share stands behind it.
    let own = figures.get(next.saturating_add(1)).is_some_and(|share| {
        share.what == What::Percent && share.sentence == count.sentence && page.before(share.first, 1).is('(')
    });
    (joined && counts && count.depth == figure.depth && !own).then_some(next)
}

/// Whether the bracket closes before another figure.
fn closes(page: &Page<'_>, from: usize) -> bool {
    for at in from..from.saturating_add(12) {
        let token = page.at(at);
        if token.is(')') {
            return true;
        }
        if token.kind != Kind::Word && !token.is('/') && !token.is('.') {
            return false;
        }
    }
    false
}
