//! Shares of votes: a whole number of voters gives them or they cannot be.

use super::all_named;
use crate::audit::changes::dated;
use crate::audit::claims::{Claim, Says, Tie};
use crate::audit::figures::{Figure, Role, What};
use crate::audit::levels::Scale;
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::relations::Facts;
use crate::audit::relations::parents::noun;
use crate::audit::words::*;
use crate::decimal::{Decimal, Fit, Hedge, fit, nearest, whole_of};

/// How many figures back the voters may be named.
const WINDOW: usize = 32;
/// How many words before a share in a bracket may say of which earlier term it is.
const BEFORE: usize = 6;
/// How many figures away the other votes for one may stand, shares among them.
const ROW: usize = 6;
/// How many figures away other shares of them may stand.
const NEAR: usize = 12;

/// Whether a share of votes is of a number that is not printed, with others near it: of all deputies and not of those who came.
/// Two others, or one that says so: *48/48 phiếu, chiếm 90,57% tổng số đại biểu*.
pub(super) fn of_absent(facts: &Facts<'_>, claim: &Claim) -> bool {
    let others = || absent(facts, claim).filter(|other| other.count != claim.count);
    others().count() > 1 || said_of_others(facts, claim)
}

/// Whether so many shares near, of fractions with two decimals, are of one number that is not printed that it is no chance.
pub(super) fn of_one_absent(facts: &Facts<'_>, claim: &Claim) -> bool {
    let fine = claim.stated.is_some_and(|stated| stated.scale() > 1);
    let not_own = |other: &&Claim| {
        let own = other.base.zip(other.stated);
        own.is_some_and(|(base, stated)| fit(other.count, base, stated, other.hedge).is_none())
    };
    fine && absent(facts, claim).filter(|other| other.count != claim.count).filter(not_own).count() > 2
}

/// Whether a share, or one near that is of the same number, says that it is of others than it counts.
pub(super) fn said_of_others(facts: &Facts<'_>, claim: &Claim) -> bool {
    says_whose(facts, claim) || absent(facts, claim).any(|other| says_whose(facts, other))
}

/// Whether a share names whose it is and that is not what a fraction before it counts: *48/48 phiếu, chiếm 90,57% tổng số đại biểu*.
fn says_whose(facts: &Facts<'_>, claim: &Claim) -> bool {
    let figure = |at: Option<usize>| at.and_then(|at| facts.figure(at));
    let Some((counted, percent)) = figure(claim.counted).zip(figure(claim.percent)) else { return false };
    let noun = facts.page.at(counted.behind);
    // *469/487 (94,94%, tổng số đại biểu Quốc hội)*
    let behind = percent.behind.saturating_add(usize::from(facts.page.mark(percent.behind, ',')));
    all_named(facts.page, behind, 3).is_some_and(|name| {
        let name = facts.page.at(name);
        // *33/33 đại biểu có mặt tán thành, bằng 97,06% tổng số đại biểu*: of 34, who are not printed.
        let all = claim.stated.and_then(|stated| whole_of(claim.count, stated)).unwrap_or(0);
        let right = claim.stated.and_then(|stated| fit(claim.count, all, stated, Hedge::None));
        let present = right == Some(Fit::Right)
            && facts.page.tells(counted.behind..counted.behind.saturating_add(BEFORE), &[COS, MAWTJ]);
        name.kind == Kind::Word
            && (noun.kind != Kind::Word && counted.of.is_some()
                || noun.kind == Kind::Word && (present || name.key != noun.key))
    })
}

/// *bằng 83,9% đảng viên toàn chi bộ*, or of the good ones.
fn of_everybody(page: &Page<'_>, behind: usize) -> bool {
    let mut words = (behind..behind.saturating_add(5)).take_while(|at| page.at(*at).kind == Kind::Word);
    // *số xuất sắc bằng 16,7% số hoàn thành tốt*
    let level = page.word(behind, SOOS) && page.at(behind.saturating_add(1)).is_any(&[HOANF, TOOTS]);
    level || words.any(|at| page.word(at, TOANF))
}

/// Shares near one that are of the same number, which is not printed.
fn absent<'a>(facts: &'a Facts<'a>, claim: &Claim) -> impl Iterator<Item = &'a Claim> {
    let base = claim.stated.and_then(|stated| whole_of(claim.count, stated)).filter(|_| claim.count > 0);
    let of = move |claim: &Claim| {
        let fits = |base| claim.stated.and_then(|stated| fit(claim.count, base, stated, Hedge::None));
        base.and_then(fits) == Some(Fit::Right)
    };
    let at = claim.counted.filter(|_| of(claim));
    let near = at.map(|at| at.saturating_sub(NEAR)..at.saturating_add(NEAR).min(facts.shares.len()));
    let near = near.and_then(|near| facts.shares.get(near)).unwrap_or_default();
    let others = near.iter().flatten().filter_map(move |other| facts.claims.get(*other));
    let own = claim.counted;
    others.filter(move |other| other.counted != own && of(other))
}

/// *đạt 63,9% số phiếu hợp lệ*: the only valid votes before a share that says it is of those.
pub(super) fn valid_votes(facts: &Facts<'_>, percent: usize) -> Option<u64> {
    let page = facts.page;
    let share = facts.figure(percent)?;
    let ballots = |at: &usize| {
        facts.level(*at).is_some_and(|level| level.scale == Scale::Ballot && level.step == 0)
            && facts.counts(*at).is_some_and(|one| one.plain())
    };
    let mut all = (percent.saturating_sub(WINDOW)..percent).filter(ballots);
    let only = all.next().filter(|_| all.next().is_none())?;
    let said = |at: usize| page.says(at, &[PHIEEUS, HOWPJ, LEEJ]);
    // *Tính trên số phiếu hợp lệ, …*
    let before = share.first.saturating_sub(WINDOW)..share.first;
    let mut before = before.rev().take_while(|at| !page.ends_sentence(*at));
    let behind = share.behind..share.behind.saturating_add(3);
    let named = behind.into_iter().any(said)
        || before.any(|at| page.says(at, &[TREEN, SOOS]) && said(at.saturating_add(2)));
    facts.counts(only).filter(|_| named).map(|one| one.count)
}

/// The valid votes before a count of one kind, where those of all kinds for one are just as many: *51 phiếu hợp lệ …. Ông B: 36 tín nhiệm
/// cao (70,95%), 13 tín nhiệm, 2 tín nhiệm thấp*.
pub(super) fn cast_of(facts: &Facts<'_>, claim: &Claim) -> Option<u64> {
    let at = claim.counted?;
    let level = |at: usize, scale: Scale| facts.level(at).filter(|level| level.scale == scale);
    let sentence = facts.figure(at)?.sentence;
    level(at, Scale::Trust)?;
    let row = (at.saturating_sub(ROW)..at.saturating_add(ROW)).filter(|at| {
        let here = facts.counts(*at).is_some_and(|one| one.sentence == sentence);
        here && level(*at, Scale::Trust).is_some()
    });
    let sum = facts.sum(&row.collect::<Vec<_>>());
    let valid = |at: usize| {
        let ballots = level(at, Scale::Ballot).is_some_and(|level| level.step == 0);
        ballots && facts.counts(at).is_some_and(|one| one.plain() && one.count == sum)
    };
    (at.saturating_sub(WINDOW)..at).any(valid).then_some(sum)
}

/// *91,25% trên tổng số cử tri dự họp*, where 96 *cử tri* came: whether those that a share names are counted once before it.
fn counted(facts: &Facts<'_>, percent: usize, name: usize) -> bool {
    let Some(known) = noun(facts.page, name) else { return false };
    let near = facts.figures.get(percent.saturating_sub(WINDOW)..percent).unwrap_or_default();
    let same = near.iter().filter(|one| one.counts && noun(facts.page, one.behind) == Some(known));
    let mut all = same.map(|one| one.of.unwrap_or(one.count));
    let first = all.next();
    first.is_some() && all.all(|other| Some(other) == first)
}

/// A share of votes that no whole number of the voters present gives: (the nearest number, the voters).
pub(super) fn impossible(facts: &Facts<'_>, claim: &Claim) -> Option<(u64, u64)> {
    let (at, stated) = (claim.percent?, claim.stated?);
    let figure = facts.figure(at)?;
    let name = all_named(facts.page, figure.behind, 3);
    if claim.says != Says::Share
        || claim.hedge != Hedge::None
        || figure.role != Role::Fact
        || name.is_some_and(|name| !counted(facts, at, name))
        || of_everybody(facts.page, figure.behind)
        || figure.depth > 0 && dated(facts.page, figure.first.saturating_sub(BEFORE), figure.first)
        || stated > Decimal::ONE_HUNDRED
    {
        return None;
    }
    let page = facts.page;
    let votes = |from: usize, to: usize| {
        (from..to).any(|at| {
            page.word(at, PHIEEUS) || page.says(at, &[TANS, THANHF]) || page.says(at, &[BIEEUR, QUYEETS])
        })
    };
    if let Some(votes) = valid_votes(facts, at) {
        let count = nearest(stated, votes)?;
        return fit(count, votes, stated, Hedge::None).is_none().then_some((count, votes));
    }
    // *78,85% so với số có quyền biểu quyết*: of those, whoever they are.
    if page.says(figure.behind, &[SO, VOWIS, SOOS]) {
        return None;
    }
    let trust = facts.level(at).is_some_and(|level| level.scale == Scale::Trust);
    let near = |figure: &Figure| votes(figure.first.saturating_sub(12), figure.behind.saturating_add(6));
    // *với 97,4% số phiếu; đồng chí B đạt 93,6%*
    let before = facts.figures.get(at.saturating_sub(2)..at).unwrap_or_default();
    let reached = page.before(figure.first, 1).is_any(&[DDATJ, VOWIS, DDUWOWCJ]);
    let beside =
        |one: &Figure| reached && one.what == What::Percent && one.sentence == figure.sentence && near(one);
    let trusted = || page.tells(figure.first.saturating_sub(12)..figure.first, &[TINS, NHIEEMJ]);
    let named = name.is_some() && trusted();
    let near = near(figure) || named || before.iter().any(beside);
    if !near && !trust || of_absent(facts, claim) {
        return None;
    }
    let mut voters = None;
    for other_at in at.saturating_sub(WINDOW)..at {
        let other = facts.figure(other_at)?;
        // The votes of one of them are no voters.
        let cast =
            facts.level(other_at).is_some_and(|level| matches!(level.scale, Scale::Trust | Scale::Vote))
                || facts.share(other_at).is_some_and(|one| one.percent != claim.percent);
        // Where nothing near says votes, only the valid ones are.
        let valid = facts.level(other_at).is_some_and(|level| level.scale == Scale::Ballot);
        let counts = matches!(other.what, What::Count | What::Fraction)
            && (near || valid)
            && (claim.tie == Tie::Loose || Some(other_at) != claim.counted);
        if !counts || cast && other.of.is_none() || other.count < 2 || other.hedge != Hedge::None {
            continue;
        }
        // *bỏ phiếu bầu 111 vị*
        if page.word_before(other.first, 1, BAAUF) {
            continue;
        }
        // Those who are voted on are not those who vote, and those named before them voted on others.
        if page.says(other.first.saturating_sub(2), &[DDOOIS, VOWIS]) {
            voters = None;
            continue;
        }
        if other.of.unwrap_or(other.count) < claim.count {
            continue;
        }
        for value in [Some(other.count), other.of].into_iter().flatten() {
            let fits = nearest(stated, value).and_then(|count| fit(count, value, stated, Hedge::None));
            if fits.is_some_and(|fit| fit != Fit::Lifted) {
                return None;
            }
        }
        let around = other.first.saturating_sub(6)..other.behind.saturating_add(8);
        let here = |at: &usize| *at < other.first || !(other.behind..*at).any(|at| page.ends_sentence(at));
        let there =
            |at: usize| page.says(at, &[COS, MAWTJ]) || page.word(at, DUWJ) || page.says(at, &[BOR, PHIEEUS]);
        let present = claim.tie == Tie::Loose
            && (page.word(other.behind, PHIEEUS) || page.word_before(other.first, 1, PHIEEUS))
            // *người cao nhất đạt 108/110 phiếu …; người thấp nhất 67 phiếu, bằng 60,51%*
            || other.of.is_some() && page.word(other.behind, PHIEEUS) && other.sentence == figure.sentence
            || around.clone().filter(here).any(there);
        if present && !around.clone().any(|at| page.says(at, &[TRIEEUJ, TAAPJ])) {
            voters = Some(other.of.unwrap_or(other.count));
        }
    }
    let voters = voters?;
    nearest(stated, voters).map(|count| (count, voters))
}
