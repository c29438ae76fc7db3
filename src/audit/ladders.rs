//! Percentages without counts that should be a whole: *68% – 29,5% – 2,3%*, and all four grades in per cent.

mod slipped;

use super::figures::{Figure, Role, What};
use super::levels::Scale;
use super::lexer::Kind;
use super::page::Page;
use super::relations::Facts;
use super::verdicts::{Judged, Verdict};
use super::words::*;
use crate::decimal::{Decimal, Hedge, add, makes_100, misses_100};

/// Percentages that miss 100, where that is told, and their sum.
#[derive(Clone, Debug)]
pub(crate) struct Missed {
    pub(crate) span: (u32, u32),
    pub(crate) parts: Vec<usize>,
    pub(crate) sum: Decimal,
}

/// How many figures a run of a sentence may stand among.
const MOST: usize = 24;
/// How many figures behind a run another share of it may stand.
const BEHIND: usize = 4;
/// How many points from 100 a sum may be to be meant as it, and where nothing else can be meant.
const NEAR: u8 = 5;
const REST: u8 = 10;
const ANY: u8 = u8::MAX;

/// Every such run of a text.
pub(super) fn missed(facts: &Facts<'_>, percents: &[Option<usize>]) -> Vec<Missed> {
    let (page, figures) = (facts.page, facts.figures);
    let mut found = Vec::new();
    let mut at = 0;
    while at < figures.len() {
        let (behind, shares) = series(page, figures, at);
        let told = || told_apart(page, figures.get(at).map_or(0, |figure| figure.first));
        if shares >= 3
            && (told() || dashes(page, figures, at, behind))
            && let Some(missed) = check(figures, at, behind, false, NEAR)
        {
            found.push(missed);
        }
        at = if shares > 1 { behind } else { at.saturating_add(1) };
    }
    at = 0;
    while at < figures.len() {
        let behind = levels(facts, percents, at);
        // *85,5% tín nhiệm cao, 11,3% tín nhiệm, 1,6% tín nhiệm thấp*: some ballots are not valid.
        let votes = facts.level(at).is_some_and(|level| level.scale == Scale::Trust);
        let run = check(figures, at, behind, true, NEAR)
            .filter(|missed| !votes || missed.sum > Decimal::ONE_HUNDRED)
            .or_else(|| far(facts, at, behind));
        if behind > at.saturating_add(1)
            && let Some(missed) = run
        {
            found.push(missed);
        }
        at = behind.max(at.saturating_add(1));
    }
    at = 0;
    while at < figures.len() {
        let behind = sentence(page, figures, at);
        let run = figures.get(at..behind).unwrap_or_default();
        let run = run.iter().filter(|figure| figure.what == What::Percent).count();
        let whole = run > 2 && letters(page, figures, at, behind);
        let rest = run > 2 && (others(page, figures, behind) || schooling(page, figures, at, behind));
        if (whole || rest)
            && let Some(missed) = check(figures, at, behind, false, if rest { REST } else { NEAR })
        {
            found.push(missed);
        }
        at = behind.max(at.saturating_add(1));
    }
    for at in 0..figures.len() {
        let behind = at.saturating_add(3);
        if sectors(page, figures, at, behind)
            && let Some(missed) = check(figures, at, behind, false, NEAR)
        {
            found.push(missed);
        }
    }
    for at in 0..figures.len() {
        let ages = super::relations::ages::shares(facts, at);
        let ends = ages.as_ref().and_then(|parts| parts.first().zip(parts.last()));
        found.extend(
            ends.and_then(|(first, last)| check(figures, *first, last.saturating_add(1), false, NEAR)),
        );
    }
    slipped::slipped(facts, percents, &mut found);
    found.retain(|one| !goes_on(figures, one));
    found
}

/// *Nùng (52,8%), Tày (41,7%), còn lại là các dân tộc khác chiếm 5,5%*: whether one more share of the sentence makes it 100.
fn goes_on(figures: &[Figure], missed: &Missed) -> bool {
    let last = missed.parts.last().copied().unwrap_or(0);
    let sentence = figures.get(last).map_or(0, |one| one.sentence);
    let rest = figures.get(last.saturating_add(1)..).unwrap_or_default().iter().take(BEHIND);
    let mut rest = rest.filter(|one| one.sentence == sentence && one.what == What::Percent);
    rest.any(|one| {
        let all = add(missed.sum, one.value);
        all.is_some_and(|all| makes_100(all, missed.parts.len().saturating_add(1), one.value.scale()))
    })
}

/// Only those without a share that is told to be wrong by itself.
pub(super) fn untold(missed: &mut Vec<Missed>, judged: &[Judged], figures: usize) {
    let mut wrong = vec![false; figures];
    for one in judged.iter().filter(|one| one.verdict == Verdict::Wrong) {
        if let Some(place) = one.claim.percent.and_then(|at| wrong.get_mut(at)) {
            *place = true;
        }
    }
    missed.retain(|one| !one.parts.iter().any(|part| wrong.get(*part) == Some(&true)));
}

/// Behind the percentages from here that are all figures of their sentence from the first of them on.
fn sentence(page: &Page<'_>, figures: &[Figure], start: usize) -> usize {
    let plain = |figure: &&Figure| {
        figure.what == What::Percent && figure.role == Role::Fact && figure.hedge == Hedge::None
    };
    let Some(first) = figures.get(start).filter(plain) else { return start };
    let mut behind = start.saturating_add(1);
    // Ages and years stand between.
    let mut at = behind;
    let near = |at: usize| figures.get(at).filter(|_| at < start.saturating_add(MOST));
    while let Some(next) = near(at).filter(|next| next.sentence == first.sentence) {
        at = at.saturating_add(1);
        match next.what {
            What::Other => {}
            _ if plain(&next) => behind = at,
            _ => break,
        }
    }
    let alone = |at: usize| {
        figures.get(at).is_none_or(|other| other.sentence != first.sentence || other.what == What::Other)
    };
    // *theo trình độ (tất cả 978 đảng viên): …*, *6 dân tộc, đông nhất là Mường 63,3%; …*
    let opens = |at: usize| page.mark(at, ':') || page.word(at, GOOMF) || page.says(at, &[DDOONG, NHAATS]);
    let opened = |at: usize| {
        figures.get(at).is_some_and(|one| one.what != What::Percent && (one.behind..first.first).any(opens))
    };
    let begins = start.checked_sub(1).is_none_or(|at| alone(at) || opened(at));
    if alone(behind) && begins { behind } else { start }
}

/// Whether three percentages, and no others of their clause, are of the three sectors of an economy: they are all of it.
fn sectors(page: &Page<'_>, figures: &[Figure], first: usize, behind: usize) -> bool {
    let plain = |figure: &Figure| figure.what == What::Percent && figure.role == Role::Fact;
    let Some(run @ [one, _, last]) = figures.get(first..behind) else { return false };
    if !run
        .iter()
        .all(|figure| plain(figure) && figure.hedge == Hedge::None && figure.sentence == one.sentence)
    {
        return false;
    }
    let clause = |from: usize, to: usize| (from..to).any(|at| page.mark(at, ';') || page.mark(at, ':'));
    let before = first.checked_sub(1).and_then(|at| figures.get(at));
    let next = figures.get(behind);
    let more = before.is_some_and(|other| {
        plain(other) && other.sentence == one.sentence && !clause(other.behind, one.first)
    }) || next.is_some_and(|other| {
        plain(other) && other.sentence == one.sentence && !clause(last.behind, other.first)
    });
    let from = one.first.saturating_sub(12).max(before.map_or(0, |before| before.behind));
    let named = |words: &[u32]| (from..last.behind.saturating_add(8)).any(|at| page.says_all(at, words));
    !more && named(&[COONG, NGHIEEPJ]) && named(&[DICHJ, VUJ]) && named(&[NOONG])
}

/// Whether the percentages are of *loại A, loại B, loại C*, in this order. There may be a D, so that only more than 100 is too much.
fn letters(page: &Page<'_>, figures: &[Figure], first: usize, behind: usize) -> bool {
    let mut sum = Decimal::ZERO;
    let all = (first..behind).zip([A, B, C, D]).all(|(at, letter)| {
        let Some(figure) = figures.get(at) else { return false };
        sum = add(sum, figure.value).unwrap_or(sum);
        (2..5).any(|back| figure.first.checked_sub(back).is_some_and(|at| page.says(at, &[LOAIJ, letter])))
    });
    all && behind.saturating_sub(first) < 5 && sum > Decimal::ONE_HUNDRED
}

/// The percentages from here that stand in one row, with dashes or commas between: (behind the last, how many).
fn series(page: &Page<'_>, figures: &[Figure], start: usize) -> (usize, usize) {
    let plain = |figure: &&Figure| {
        figure.what == What::Percent && figure.role == Role::Fact && figure.hedge == Hedge::None
    };
    let Some(first) = figures.get(start).filter(plain) else { return (start, 0) };
    let mut behind = start.saturating_add(1);
    let mut end = first.behind;
    while let Some(next) = figures.get(behind).filter(plain) {
        let between = next.first.saturating_sub(end);
        let joins = (end..next.first).all(|at| {
            let token = page.at(at);
            token.is('-')
                || token.is('–')
                || token.is('—')
                || token.is(',')
                || token.is(';')
                || token.is('/')
                || token.is_word(VAF)
        });
        if !joins || between == 0 || between > 2 {
            break;
        }
        end = next.behind;
        behind = behind.saturating_add(1);
    }
    (behind, behind.saturating_sub(start))
}

/// Whether the words before say that the parts of a whole follow.
fn told_apart(page: &Page<'_>, first: usize) -> bool {
    (1..24).any(|back| {
        let Some(at) = first.checked_sub(back) else { return false };
        page.says(at, &[TUWOWNG, UWNGS])
            || page.says(at, &[LAANF, LUWOWTJ])
            || page.says(at, &[COW, CAAUS])
            || page.says(at, &[TYR, TRONGJ])
    })
}

/// Whether nothing but dashes stands between, and no years are named that they could be of: *68% - 29,5% - 2,3%*.
fn dashes(page: &Page<'_>, figures: &[Figure], first: usize, behind: usize) -> bool {
    let Some(run) = figures.get(first..behind) else { return false };
    let start = run.first().map_or(0, |figure| figure.first);
    let apart = run.iter().skip(1).all(|figure| {
        !page.mark(figure.first.saturating_sub(1), ',') && !page.mark(figure.first.saturating_sub(1), ';')
    });
    let years = page.tells(start.saturating_sub(24)..start, &[NAWM]);
    apart && (!years || one_year(page, start))
}

/// *; năm 2023: 18,9% - 73,7% - 5,1% - 2,3%*: whether the words right before name one year, with no other beside it.
fn one_year(page: &Page<'_>, start: usize) -> bool {
    let colon = page.before(start, 1).is(':');
    let before = page.before(start, 4);
    let alone = before.is(':') || before.is(';') || before.kind == Kind::Line;
    colon && page.before(start, 2).is_number() && page.word_before(start, 3, NAWM) && alone
}

/// Whether the last percentage of a run is of all others: *sơ cấp, trình độ khác: 52%*, *còn lại 8%*.
fn others(page: &Page<'_>, figures: &[Figure], behind: usize) -> bool {
    let last = behind.checked_sub(1).and_then(|at| figures.get(at));
    let before = behind.checked_sub(2).and_then(|at| figures.get(at));
    let Some((before, last)) = before.zip(last) else { return false };
    (before.behind..last.first).any(|at| page.word(at, KHACS) || page.says(at, &[CONF, LAIJ]))
}

/// *tiểu học và THCS 12,8%; THPT 31,6%; trung cấp 44,4%; đại học trở lên 7,7%*: from the lowest schooling to the highest, or from one
/// and those above it down to one and those below it.
fn schooling(page: &Page<'_>, figures: &[Figure], first: usize, behind: usize) -> bool {
    let label = |at: usize| {
        let figure = figures.get(at)?;
        let floor = at.checked_sub(1).and_then(|at| figures.get(at)).map_or(0, |before| before.behind);
        Some(figure.first.saturating_sub(8).max(floor)..figure.first)
    };
    let Some((lowest, highest)) = label(first).zip(behind.checked_sub(1).and_then(label)) else {
        return false;
    };
    // *thạc sĩ trở lên 21,5%; đại học 58,2%; trung cấp và thấp hơn 20,3%*
    let down = |label: std::ops::Range<usize>| {
        page.tells(label.clone(), &[TROWR, XUOONGS]) || page.tells(label, &[THAAPS, HOWN])
    };
    if page.tells(lowest.clone(), &[TROWR, LEEN]) && down(highest.clone()) {
        return true;
    }
    let low = lowest.into_iter().any(|at| page.says(at, &[TIEEUR, HOCJ]) || page.word(at, THCS));
    low && page.tells(highest.clone(), &[DDAIJ, HOCJ]) && page.tells(highest, &[TROWR, LEEN])
}

/// Behind the percentages from here that are all levels of one scale, each without a count.
fn levels(facts: &Facts<'_>, percents: &[Option<usize>], start: usize) -> usize {
    let figures = facts.figures;
    let claim = |at: usize| percents.get(at).copied().flatten().and_then(|claim| facts.claims.get(claim));
    let uncounted = |at: usize| claim(at).is_some_and(|claim| claim.counted.is_none());
    let Some(scale) = facts.level(start).map(|level| level.scale) else { return start };
    let closed = matches!(scale, Scale::Grade | Scale::Trust | Scale::Ballot | Scale::Standing | Scale::Sex);
    let (mut seen, mut many) = ([false; 4], 0);
    let mut at = start;
    let depth = figures.get(start).map_or(0, |first| first.depth);
    let mut behind = start;
    while let Some(figure) = figures.get(at).filter(|_| closed) {
        // *chiếm 16,5%, giảm 0,76%*, and what is in brackets.
        let beside = matches!(figure.role, Role::Change | Role::Points) || figure.depth > depth;
        if many > 0 && (figure.what == What::Other || figure.what == What::Percent && beside) {
            at = at.saturating_add(1);
            continue;
        }
        let alone = figure.what == What::Percent
            && figure.hedge == Hedge::None
            && figure.role == Role::Fact
            && figure.depth == depth
            && uncounted(at);
        let level = facts.level(at).filter(|level| level.scale == scale && !level.upwards);
        let (true, Some(level)) = (alone, level) else { break };
        match seen.get_mut(usize::from(level.step)) {
            Some(seen) if !*seen => *seen = true,
            _ => break,
        }
        many = usize::saturating_add(many, 1);
        at = at.saturating_add(1);
        behind = at;
    }
    if many == scale.steps() { behind } else { start }
}

/// All four grades in one sentence, however far from 100, unless the best are among the good.
fn far(facts: &Facts<'_>, first: usize, behind: usize) -> Option<Missed> {
    let (one, last) = facts.figure(first).zip(facts.figure(behind.checked_sub(1)?))?;
    let among = (one.behind..last.first)
        .any(|at| facts.page.says(at, &[TRONG, DDOS]) && !facts.page.mark(at.saturating_sub(1), '('));
    let best = facts.level(first).is_some_and(|level| level.scale == Scale::Grade && level.step == 0);
    if !best || among || one.sentence != last.sentence {
        return None;
    }
    check(facts.figures, first.saturating_add(1), behind, true, ANY)?;
    check(facts.figures, first, behind, true, ANY)
}

/// Adds a run up, which may be so many points from 100. With `strict` the coarsest of them says how far rounding reaches, else the finest.
fn check(figures: &[Figure], first: usize, behind: usize, strict: bool, most: u8) -> Option<Missed> {
    let depth = figures.get(first)?.depth;
    let adds = |at: &usize| figures.get(*at).is_some_and(|figure| figure.adds(depth));
    let parts: Vec<usize> = (first..behind).filter(adds).collect();
    let run = parts.iter().filter_map(|at| figures.get(*at));
    let mut sum = Decimal::ZERO;
    for figure in run.clone() {
        sum = add(sum, figure.value)?;
    }
    // 0% says nothing of decimals.
    let scales = run.filter(|figure| !figure.value.is_zero()).map(|figure| figure.value.scale());
    let decimals = if strict { scales.min() } else { scales.max() };
    let ends = figures.get(*parts.first()?).zip(figures.get(*parts.last()?))?;
    let span = (ends.0.span.0, ends.1.span.1);
    misses_100(sum, parts.len(), decimals?, most).then_some(Missed { span, parts, sum })
}
