//! Levels of one scale, *xuất sắc 5, tốt 20, không hoàn thành 1*, and the whole they should be.

mod before;

use super::parents::{noun, same_noun};
use super::partitions::bracket;
use super::{Facts, Link, Relation, WINDOW, broken};
use crate::audit::claims::{Claim, Says};
use crate::audit::figures::{Figure, What};
use crate::audit::levels::Scale;
use crate::audit::lexer::Kind;
use crate::audit::slips::{alike, meant, mended, repaired, slip};
use crate::audit::verdicts::shares::is_of;
use crate::audit::words::*;
use crate::decimal::{Hedge, fit, whole_of};
use before::{announced, headed, whole_before};

/// How far from what the largest share is of the number may be that all are of.
const AROUND: u64 = 60;

/// How many words behind votes it may say what became of the others.
const LEFT: usize = 10;
/// How many figures before the whole the number that a list makes may stand, which is then its whole.
const NEAR: usize = 8;

/// The scale whose different levels these figures are.
#[inline(never)]
pub(in crate::audit) fn scale_of(facts: &Facts<'_>, parts: &[usize]) -> Option<Scale> {
    let scale = facts.level(*parts.first()?)?.scale;
    for (nth, at) in parts.iter().enumerate() {
        let level = facts.level(*at)?;
        let twice = parts
            .iter()
            .take(nth)
            .any(|earlier| facts.level(*earlier).is_some_and(|other| other.step == level.step));
        if level.scale != scale || level.upwards || twice {
            return None;
        }
    }
    Some(scale)
}

/// *28 đồng chí. Ông A: 19 phiếu tín nhiệm cao (40,43%), 2 (4,26%), 25 (53,19%)*: whether all are shares of one number that is neither their
/// sum nor near what was taken for their whole.
fn elsewhere(facts: &Facts<'_>, run: &[usize], base: u64, sum: u64) -> bool {
    let shares = || run.iter().filter_map(|at| facts.share(*at)).filter(|one| one.count > 0);
    let all = |base: u64| shares().all(|one| is_of(one, base));
    let surest = shares().max_by_key(|one| one.count);
    let middle = surest.and_then(|one| whole_of(one.count, one.stated.filter(|stated| stated.scale() > 0)?));
    let apart = shares().count() > 1 && base < sum && !all(base) && !all(sum);
    let Some(middle) = middle.filter(|middle| apart && base.saturating_mul(4) < middle.saturating_mul(3))
    else {
        return false;
    };
    (middle.saturating_sub(AROUND)..=middle.saturating_add(AROUND)).any(all)
}

/// Complete scales that do not add up to the whole right before them.
pub(super) fn failing(facts: &Facts<'_>, sums: &[Option<usize>], found: &mut Vec<Relation>) {
    let mut at = 0;
    while at < facts.figures.len() {
        let mut run = run_of_levels(facts, at);
        let (Some(first), Some(last)) = (run.first().copied(), run.last().copied()) else {
            at = at.saturating_add(1);
            continue;
        };
        at = last.saturating_add(1);
        let Some(scale) = scale_of(facts, &run) else { continue };
        // *Ông A: hoàn thành xuất sắc 20/22 phiếu. Bà B: hoàn thành tốt 21/22 phiếu*: each is voted on.
        let cast = |at: &usize| {
            facts.figure(*at).is_some_and(|one| one.of.is_some() && facts.page.word(one.behind, PHIEEUS))
        };
        if scale == Scale::Grade && run.iter().any(cast) {
            continue;
        }
        let behind = total_behind(facts, &run);
        let own = voters(facts, &run, scale);
        let before = if own.is_some() { own } else { whole_before(facts, first, scale) };
        let stands = before.or(behind);
        let before = stands.or_else(|| of_forms(facts, &run, scale));
        let Some(whole_at) = before else { continue };
        let Some(whole) = facts.figure(whole_at) else { continue };
        // *tốt trở lên 1.859, trong đó xuất sắc 315, tốt 1.544*: those levels are all of it.
        let mut levels = scale.steps();
        if let Some(upwards) = facts.level(whole_at).filter(|level| own.is_none() && level.scale == scale) {
            levels = usize::from(upwards.step).saturating_add(1);
            run.retain(|part| facts.level(*part).is_some_and(|level| level.step <= upwards.step));
        }
        let inside = inside(facts, &run);
        run.retain(|part| Some(*part) != inside);
        let base = own.and(whole.of).or_else(|| based(facts, whole, &run)).unwrap_or(whole.count);
        let mut sum = 0_u64;
        for part in &run {
            sum = sum.saturating_add(facts.figure(*part).map_or(0, |figure| figure.count));
        }
        // Of 3 organisations and 12 members together.
        let beside = whole_at.checked_sub(1).and_then(|at| facts.counts(at));
        let beside = beside.filter(|other| other.sentence == whole.sentence).map_or(0, |other| other.count);
        if beside > 0 && beside.saturating_add(whole.count) == sum {
            continue;
        }
        let best = facts.level(first).filter(|level| level.scale == Scale::Grade && level.step == 0);
        let inside = best.and_then(|_| facts.figure(first)).map_or(0, |figure| figure.count);
        if run.len() > 2 && inside > 0 && sum.saturating_sub(inside) == base {
            found.push(Relation { link: Link::Subset, whole_at, whole: base, parts: run, sum, holds: true });
            continue;
        }
        let held = |one: usize| sums.get(one).copied().flatten();
        let told = held(first).is_some() && run.iter().skip(1).any(|part| held(*part) == held(first))
            || run
                .iter()
                .skip(2)
                .any(|part| held(*part).is_some() && held(*part) == run.get(1).and_then(|at| held(*at)));
        let known = [Some(whole.count), whole.of];
        if run.len() < 2
            || told
            || !right_behind(facts, whole, &run) && too_large(facts, &run, base, sum)
            || of_itself(facts, whole, &run, sum)
            || elsewhere(facts, &run, base, sum)
            // *khen 18 đồng chí. Xuất sắc 18, tốt 61*: those.
            || scale == Scale::Grade && facts.numbers(&run).take(1).any(|part| part == base && part < sum)
            || sum == base
            || !known.contains(&Some(base))
            || known.contains(&Some(sum))
        {
            continue;
        }
        // *3.591 đồng chí trong tổng số 3.786, … so với số được đánh giá: xuất sắc 488 …*
        let near = whole_at.saturating_sub(NEAR)..first;
        let printed = |at: usize| {
            let alike = |one: &Figure| one.count == sum && one.paragraph == whole.paragraph;
            facts.counts(at).is_some_and(alike)
        };
        if scale == Scale::Grade && near.into_iter().any(printed) {
            continue;
        }
        // *tính trên tổng số 34 đại biểu*, where 32 votes were valid: just those.
        let cast = matches!(scale, Scale::Trust | Scale::Vote);
        let valid = |at: usize| {
            facts.level(at).is_some_and(|level| level.scale == Scale::Ballot && level.step == 0)
                && facts.counts(at).is_some_and(|one| one.count == sum)
        };
        if cast && (first.saturating_sub(WINDOW)..first).any(valid) {
            continue;
        }
        // *còn 1.009 viên chức chưa đánh giá*: just those that are missing.
        let missing = base.saturating_sub(sum);
        let rest = facts.figures.get(last.saturating_add(1)..).unwrap_or_default();
        let spoken = |(nth, next): (usize, &Figure)| {
            let others = facts.level(last.saturating_add(nth).saturating_add(1));
            // What is neither valid nor invalid is no vote for or against.
            let votes = scale == Scale::Ballot && others.is_some_and(|level| level.scale != scale);
            next.what == What::Count && next.count == missing && !votes
        };
        if missing > 0 && rest.iter().take(3).enumerate().any(spoken) {
            continue;
        }
        // *phiếu còn lại không đánh dấu ở dòng này*
        let behind_last = facts.figure(last).map_or(0, |last| last.behind);
        let left = behind_last..behind_last.saturating_add(LEFT);
        if cast && missing > 0 && facts.page.tells(left, &[CONF, LAIJ]) {
            continue;
        }
        // Behind the votes of others the voters stand far: only too many votes are told.
        let others = scale == Scale::Trust
            && (whole_at.saturating_add(1)..first)
                .any(|at| facts.level(at).is_some_and(|one| one.scale == scale));
        if others && sum < base {
            continue;
        }
        // Members who are not rated are neither full ones nor on probation.
        let complete = run.len() == levels && scale != Scale::Standing;
        let sexes = scale == Scale::Sex
            && !facts.figure(first).is_some_and(|part| announced(facts, whole, part, scale));
        if sexes && !meant(base, sum) {
            continue;
        }
        if complete
            || sum > base
            || slipped(facts, &run, base, sum)
            || behind == Some(whole_at)
            || closed(facts, whole, &run, base.saturating_sub(sum))
        {
            let told = facts.figure(first).is_some_and(|part| announced(facts, whole, part, scale));
            let sure = stands.is_some() && (told && !others || own.is_some() || behind == Some(whole_at));
            let link = if sure { Link::Sum } else { Link::Total };
            found.push(Relation { link, whole_at, whole: base, parts: run, sum, holds: false });
        }
    }
}

/// *18 người (xuất sắc 3, …)*: whether a bracket or a colon opens a list right behind the words of its whole.
fn right_behind(facts: &Facts<'_>, whole: &Figure, run: &[usize]) -> bool {
    let first = run.first().and_then(|at| facts.figure(*at));
    first.is_some_and(|first| {
        headed(facts.page, whole, first) || bracket(facts.page, whole).is_some_and(|open| open < first.first)
    })
}

/// *kỷ luật 143 đảng viên. … Hình thức: khiển trách 82, cảnh cáo 339, …*: those disciplined, further up, where one slip makes all four forms as
/// many.
fn of_forms(facts: &Facts<'_>, run: &[usize], scale: Scale) -> Option<usize> {
    let page = facts.page;
    let first_at = run.first().copied()?;
    let first = facts.figure(first_at)?;
    let opened = (2..6).any(|back| page.says(first.first.saturating_sub(back), &[HINHF, THUWCS]));
    let all = scale == Scale::Discipline && run.len() == scale.steps() && opened;
    let sum = facts.sum(run);
    let mut before = (first_at.saturating_sub(WINDOW >> 2)..first_at).rev().filter(|_| all);
    before.find(|at| {
        facts.counts(*at).is_some_and(|one| {
            let verb = (1..4).any(|back| page.word_before(one.first, back, LUAATJ));
            let near = one.paragraph == first.paragraph && one.plain() && noun(page, one.behind).is_some();
            verb && near && (one.count == sum || mended(one.count, sum, facts.numbers(run)))
        })
    })
}

/// Whether a part is more than the whole by itself, and no slip in it explains that: then it is the whole of something else.
fn too_large(facts: &Facts<'_>, run: &[usize], base: u64, sum: u64) -> bool {
    let mut larger = facts.numbers(run).filter(|part| *part > base).peekable();
    let slipped = |part, right| slip(part, right).is_some();
    larger.peek().is_some() && !alike(base, sum) && !repaired(base, sum, larger, slipped)
}

/// Whether the shares of a list are of its own sum, and the whole before is nothing like it: of others.
fn of_itself(facts: &Facts<'_>, whole: &Figure, run: &[usize], sum: u64) -> bool {
    let later = run.first().and_then(|at| facts.figure(*at)).is_some_and(|one| one.sentence > whole.sentence);
    let mut shares = run.iter().filter_map(|at| facts.share(*at)).peekable();
    let own = |claim: &Claim| {
        claim.stated.is_some_and(|stated| fit(claim.count, sum, stated, Hedge::None).is_some())
    };
    let of_whole = run.iter().filter_map(|at| facts.share(*at)).filter(|claim| {
        claim.stated.is_some_and(|stated| fit(claim.count, whole.count, stated, claim.hedge).is_some())
    });
    // *trong ngoặc là năm 2021 với 921 người: xuất sắc 150 (16,03%) …*: all of 936, and few of 921.
    let few = of_whole.count().saturating_mul(2) < run.len();
    // All who were disciplined are in one of the four forms.
    let forms = run.len() == Scale::Discipline.steps() && scale_of(facts, run) == Some(Scale::Discipline);
    if forms && whole.count < sum.saturating_mul(2) {
        return false;
    }
    let alone = run.len() > 2 && few && slip(whole.count, sum).is_none();
    (later && !meant(whole.count, sum) || alone) && shares.peek().is_some() && shares.all(own)
}

/// *174/174: xuất sắc 27, chiếm 18,37%; tốt 109, chiếm 74,15%; hoàn thành 11, chiếm 7,48%*: all shares are of what the list makes, and its
/// whole is that but for a slip.
/// Or it is told from the best and prints no shares: *tổng số được xếp loại là 215 người. Loại A: 34 người; …*, 125 together.
fn slipped(facts: &Facts<'_>, run: &[usize], base: u64, sum: u64) -> bool {
    let best = || run.first().and_then(|at| facts.level(*at)).is_some_and(|level| level.step == 0);
    let unshared = || run.iter().all(|at| facts.share(*at).is_none());
    let told = || alike(base, sum) && best() && unshared();
    run.len() > 2 && (slip(base, sum).is_some() && facts.right_of(run, sum) || told())
}

/// The best behind *trong đó*, who are among the good before them.
fn inside(facts: &Facts<'_>, run: &[usize]) -> Option<usize> {
    let best =
        |at: &usize| facts.level(*at).is_some_and(|level| level.scale == Scale::Grade && level.step == 0);
    let at = run.iter().position(best)?;
    let good = facts.figure(*run.get(at.checked_sub(1)?)?)?;
    let best = facts.figure(*run.get(at)?)?;
    facts.page.tells(good.behind..best.first, &[TRONG, DDOS]).then(|| run.get(at).copied()).flatten()
}

/// The first of several kinds of votes, where it says of how many voters: *39/41 phiếu tán thành; 2 phiếu không tán thành*.
fn voters(facts: &Facts<'_>, run: &[usize], scale: Scale) -> Option<usize> {
    let first = run.first().copied()?;
    let of = facts.figure(first)?.of;
    let same = |at: &usize| facts.figure(*at).is_some_and(|part| part.of.is_none() || part.of == of);
    // *12/63 đồng chí xuất sắc, 49/63 tốt, 03/63 hoàn thành*: grades of one number, too many.
    let more = || scale == Scale::Grade && run.len() > 2 && of.is_some_and(|of| facts.sum(run) > of);
    let all = || run.iter().all(|at| facts.figure(*at).is_some_and(|part| part.of == of));
    // *hai trường hợp cùng nhận 37/41 phiếu tín nhiệm cao. Trường hợp tín nhiệm thấp nhiều nhất 6/41*: of two, unless all kinds are there.
    let sentence = |at: &usize| facts.figure(*at).map(|one| one.sentence);
    let one = run.len() == scale.steps() || run.iter().all(|at| sentence(at) == sentence(&first));
    let cast = of.is_some() && (one && matches!(scale, Scale::Trust | Scale::Vote) || more() && all());
    (cast && run.len() > 1 && run.iter().all(same)).then_some(first)
}

/// The count right behind a list of three levels or more that says it is their whole: *loại A 84, loại B 39, loại C 3; tổng số 126*.
fn total_behind(facts: &Facts<'_>, run: &[usize]) -> Option<usize> {
    let page = facts.page;
    let last = *run.last()?;
    let part = facts.figure(last)?;
    let whole_at = (last.saturating_add(1)..last.saturating_add(3)).find(|at| facts.counts(*at).is_some())?;
    let whole = facts.figure(whole_at)?;
    let before = |back: usize, key: u32| page.word_before(whole.first, back, key);
    let step = usize::from(page.before(whole.first, 1).is(':')).saturating_add(1);
    let total = before(step.saturating_add(1), TOONGR) && (before(step, SOOS) || before(step, COONGJ));
    let near = whole.first.saturating_sub(part.behind) < 16 && !broken(part, whole);
    let all = run.iter().enumerate().all(|(step, at)| {
        facts.level(*at).is_some_and(|level| usize::from(level.step) == step)
            && facts.figure(*at).is_some_and(|part| same_noun(page, part, whole))
    });
    let opened = total && near && all && whole.depth == part.depth && whole.hedge == Hedge::None;
    let plain = whole.what == What::Count && facts.level(whole_at).is_none();
    (opened && plain && run.len() > 2).then_some(whole_at)
}

/// Whether a list names all there are though not every level: it is opened by a colon or a bracket, ends with its sentence or
/// bracket, and nothing near says of some that they are not in it.
fn closed(facts: &Facts<'_>, whole: &Figure, run: &[usize], missing: u64) -> bool {
    let page = facts.page;
    let figure = |at: Option<&usize>| at.and_then(|at| facts.figure(*at));
    let Some((first, last)) = figure(run.first()).zip(figure(run.last())) else { return false };
    let opener = |at: &usize| page.mark(*at, ':') || page.mark(*at, '(') || page.word(*at, GOOMF);
    let Some(open) = (whole.behind..first.first).find(opener) else { return false };
    let all = match run.first().and_then(|at| facts.level(*at)).map(|level| level.scale) {
        Some(Scale::Grade) => run.len() > 2,
        // Of those disciplined, not of those looked at.
        Some(Scale::Discipline) => {
            let measure =
                page.word(open.saturating_add(1), KHIEENR) || page.word(open.saturating_add(1), CANHR);
            measure && (1..8).any(|back| page.word_before(whole.first, back, LUAATJ))
        }
        _ => false,
    };
    let some = page.tells(whole.behind..open, &[TRONG]);
    let same = same_noun(page, whole, last) || noun(page, last.behind).is_none();
    if !all || run.len() < 2 || some || !same || whole.of.is_some() || whole.sentence != last.sentence {
        return false;
    }
    let share = run.last().and_then(|at| facts.share(*at)).and_then(|claim| facts.figure(claim.percent?));
    let mut at =
        share.map_or(last.behind, |share| share.behind.saturating_add(usize::from(share.depth > last.depth)));
    let behind = at;
    while page.at(at).kind == Kind::Word && !page.word(at, VAF) && at < behind.saturating_add(8) {
        at = at.saturating_add(1);
    }
    let ends = page.ends_sentence(at) || page.mark(at, ')');
    ends && run.last().is_some_and(|last| !told_apart(facts, *last, behind, missing))
}

/// *có 01 phiếu bỏ trống ở dòng người thứ hai*: whether just those votes that a row lacks are told between the voters and the row.
pub(super) fn blank(facts: &Facts<'_>, row: &Relation) -> bool {
    let missing = row.whole.saturating_sub(row.sum);
    let first = row.parts.first().copied().unwrap_or(row.whole_at);
    let votes = facts.level(first).is_some_and(|level| level.scale == Scale::Trust);
    let told = |one: &Figure| one.count == missing && facts.page.word(one.behind, PHIEEUS);
    let between = row.whole_at.saturating_add(1)..first;
    let mut others = between.filter(|at| facts.level(*at).is_none_or(|level| level.scale != Scale::Trust));
    votes && missing > 0 && others.any(|at| facts.counts(at).is_some_and(told))
}

/// Whether the words behind a list speak of those that are not in it, or the next counts are as many.
pub(super) fn told_apart(facts: &Facts<'_>, last: usize, behind: usize, missing: u64) -> bool {
    let near = behind.saturating_add(30);
    let apart = |at: usize| facts.page.at(at).is_any(&[CONF, CHUWA, KHOONG]);
    let rest = facts.figures.get(last.saturating_add(1)..).unwrap_or_default();
    let mut rest = rest.iter().take_while(|figure| figure.first < near);
    (behind..near).any(apart) || rest.any(|figure| figure.what == What::Count && figure.count == missing)
}

/// Runs of two grades or more, or three marks, that no count before them is the whole of.
pub(in crate::audit) fn lone_runs(facts: &Facts<'_>) -> Vec<Vec<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < facts.figures.len() {
        let run = run_of_levels(facts, at);
        let (Some(first), Some(last)) = (run.first().copied(), run.last().copied()) else {
            at = at.saturating_add(1);
            continue;
        };
        at = last.saturating_add(1);
        // Two of five may be of more.
        let all = |scale| scale == Scale::Grade || scale == Scale::Merit && run.len() > 2;
        let whole = scale_of(facts, &run)
            .is_none_or(|scale| !all(scale) || whole_before(facts, first, scale).is_some());
        let pair = run.len() == 2;
        let counts = run.iter().all(|at| {
            facts.figure(*at).is_some_and(|figure| figure.of.is_none() && (!pair || figure.count > 0))
        });
        if run.len() > 1 && !whole && counts {
            found.push(run);
        }
    }
    found
}

/// The figures from here on that are different levels of one scale, one behind the other.
pub(in crate::audit) fn run_of_levels(facts: &Facts<'_>, start: usize) -> Vec<usize> {
    let mut run: Vec<usize> = Vec::new();
    let Some(first) = facts.counts(start).filter(|_| facts.level(start).is_some()) else { return run };
    let mut last = first;
    for at in start..start.saturating_add(WINDOW) {
        let Some(figure) = facts.figure(at) else { break };
        if broken(last, figure) || figure.depth < first.depth {
            break;
        }
        let (later, end) = (figure.sentence != last.sentence, last.behind);
        last = figure;
        let Some(figure) = facts.counts(at).filter(|figure| figure.depth == first.depth) else { continue };
        if figure.hedge != Hedge::None
            || (later || facts.page.marks(end..figure.first, ';')) && of_another(facts, &run, at)
            || later && anew(facts, &run, at)
        {
            break;
        }
        run.push(at);
        if scale_of(facts, &run).is_none() {
            run.pop();
            break;
        }
    }
    run
}

/// Whether votes begin anew: those of another, in a sentence of his own.
fn of_another(facts: &Facts<'_>, run: &[usize], at: usize) -> bool {
    let step =
        |at: usize| facts.level(at).filter(|level| level.scale == Scale::Trust).map(|level| level.step);
    run.last().is_some_and(|last| step(at).zip(step(*last)).is_some_and(|(next, last)| next < last))
}

/// Whether grades begin anew with the best, behind the worst but two or worse: a list is told from either end.
fn anew(facts: &Facts<'_>, run: &[usize], at: usize) -> bool {
    let step =
        |at: usize| facts.level(at).filter(|level| level.scale == Scale::Grade).map(|level| level.step);
    run.last().is_some_and(|last| step(at).zip(step(*last)).is_some_and(|(next, last)| next == 0 && last > 1))
}

/// The base that the printed shares of a list have in common, if any are printed.
fn based(facts: &Facts<'_>, whole: &Figure, run: &[usize]) -> Option<u64> {
    let fits = |base: u64| {
        let claims = run.iter().filter_map(|at| facts.share(*at)).filter(|claim| claim.says == Says::Share);
        let fitting = claims.filter(|claim| {
            claim.stated.is_some_and(|stated| fit(claim.count, base, stated, claim.hedge).is_some())
        });
        fitting.count()
    };
    let upper = fits(whole.count);
    let lower = whole.of.map_or(0, fits);
    if lower > upper { whole.of } else { Some(whole.count) }
}
