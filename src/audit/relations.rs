//! What adds up to what: lists and their whole.

use super::claims::{Claim, Says};
use super::figures::{Figure, Page, Role, What};
use super::levels::{Level, Scale};
use super::lexer::Kind;
use super::parents::{noun, same_noun, total};
use super::tables::Tables;
use super::words::*;
use crate::decimal::{Hedge, fit};

/// What kind of relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// The parts are the whole.
    Sum,
    /// One part of the list is inside another.
    Subset,
    /// A part is among the whole: *trong đó 12*.
    Within,
    /// The last part is what remains of the whole: *còn lại 5*.
    Rest,
    /// The parts are said to be the whole together: *hai xã cộng lại 557*, or on lines below it.
    Total,
}

/// Parts and the whole they should be.
#[derive(Clone, Debug)]
pub(crate) struct Relation {
    pub(crate) link: Link,
    /// The figure of the whole, and its number: of a fraction it may be the upper or the lower one.
    pub(crate) whole_at: usize,
    pub(crate) whole: u64,
    /// The figures of the parts.
    pub(crate) parts: Vec<usize>,
    pub(crate) sum: u64,
    pub(crate) holds: bool,
}

/// Longest list that is added up.
const MOST: usize = 14;
/// How many figures such a list may stand among.
const WINDOW: usize = 64;

/// What the relations are read from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Facts<'a> {
    pub(super) page: &'a Page<'a>,
    pub(super) figures: &'a [Figure],
    pub(super) claims: &'a [Claim],
    pub(super) levels: &'a [Option<Level>],
    /// Of a figure that is the count of a claim with a percentage: that claim.
    pub(super) shares: &'a [Option<usize>],
    pub(super) tables: &'a Tables,
}

impl Facts<'_> {
    #[inline(never)]
    pub(super) fn counts(&self, at: usize) -> Option<&Figure> {
        let figure = self.figures.get(at).filter(|_| !self.tables.has(at))?;
        let fact = figure.role == Role::Fact && matches!(figure.what, What::Count | What::Fraction);
        fact.then_some(figure)
    }

    /// Several counts together.
    #[inline(never)]
    pub(super) fn sum(&self, parts: &[usize]) -> u64 {
        let count = |at: &usize| self.figures.get(*at).map_or(0, |figure| figure.count);
        parts.iter().fold(0, |sum, at| sum.saturating_add(count(at)))
    }

    /// The claim with a percentage whose count this is.
    #[inline(never)]
    pub(super) fn share(&self, at: usize) -> Option<&Claim> {
        self.claims.get(self.shares.get(at).copied().flatten()?)
    }

    #[inline(never)]
    pub(super) fn level(&self, at: usize) -> Option<Level> {
        self.levels.get(at).copied().flatten()
    }
}

/// Every relation that holds, and those of complete lists that do not.
pub(super) fn relations(facts: Facts<'_>) -> Vec<Relation> {
    let mut found = Vec::new();
    for at in 0..facts.figures.len() {
        if facts.counts(at).is_some() {
            closing(facts, at, &mut found);
        }
    }
    let sums = sums(facts.figures.len(), &found);
    failing(facts, &sums, &mut found);
    super::rests::rests(facts, &sums, &mut found);
    // Wholes that are known not to be the sum of their parts.
    let mut told = vec![false; facts.figures.len()];
    for relation in found.iter().filter(|relation| !relation.holds) {
        if let Some(told) = told.get_mut(relation.whole_at) {
            *told = true;
        }
    }
    super::spread::spread(facts, &told, &mut found);
    super::together::together(facts, &told, &mut found);
    super::partitions::partitions(facts, &told, &mut found);
    found
}

/// For each figure the first list that adds up and has it as a part.
pub(super) fn sums(figures: usize, relations: &[Relation]) -> Vec<Option<usize>> {
    let mut sums = vec![None; figures];
    for (at, relation) in relations.iter().enumerate().filter(|(_, one)| one.holds && one.link == Link::Sum) {
        for part in &relation.parts {
            if let Some(place @ None) = sums.get_mut(*part) {
                *place = Some(at);
            }
        }
    }
    sums
}

/// Lists behind a whole that add up to it.
fn closing(facts: Facts<'_>, whole_at: usize, found: &mut Vec<Relation>) {
    let Some(whole) = facts.counts(whole_at) else { return };
    let mut skipped = 0;
    let mut start = whole_at.saturating_add(1);
    while skipped < 4 && start < facts.figures.len() {
        if facts.figures.get(start).is_none_or(|first| broken(whole, first)) {
            return;
        }
        if facts.counts(start).is_some() {
            if let Some(relation) = from(facts, whole_at, start) {
                found.push(relation);
                return;
            }
            skipped = usize::saturating_add(skipped, 1);
        }
        start = start.saturating_add(1);
    }
}

fn from(facts: Facts<'_>, whole_at: usize, start: usize) -> Option<Relation> {
    let whole = facts.counts(whole_at)?;
    let first = facts.counts(start)?;
    let own = if whole.of.is_some() { Some(whole.count) } else { None };
    let most = whole.of.unwrap_or(whole.count);
    let mut parts = Vec::new();
    let mut sum = 0_u64;
    let mut last = whole;
    for at in start..start.saturating_add(WINDOW) {
        let Some(figure) = facts.figures.get(at) else { break };
        if broken(last, figure) || figure.depth < first.depth || parts.len() >= MOST {
            break;
        }
        // *11 đồng chí, trẻ 5. Danh sách … 13, số dư 2. Trong đó …*: of something else.
        let apart = last.sentence != figure.sentence && !parts.is_empty();
        if apart
            && (figure.first.saturating_sub(6)..figure.first).any(|at| facts.page.says(at, &[TRONG, DDOS]))
        {
            break;
        }
        last = figure;
        let Some(figure) = facts.counts(at).filter(|figure| figure.depth == first.depth) else { continue };
        if figure.of.is_some() && figure.of != Some(most) {
            break;
        }
        // A level that holds those above is no part beside them.
        if facts.level(at).is_some_and(|level| level.upwards) {
            break;
        }
        sum = sum.saturating_add(figure.count);
        parts.push(at);
        if sum > most {
            break;
        }
        let evident = |parts: &[usize]| {
            listed(facts, whole_at, parts) && !goes_on(facts, whole_at, parts) && even(facts, parts)
        };
        if parts.len() >= 2 && (sum == most || own == Some(sum)) && evident(&parts) {
            return Some(Relation { link: Link::Sum, whole_at, whole: sum, parts, sum, holds: true });
        }
        // 2.645/2.993 …: 19 …; 329 …: the upper number is a part itself.
        if let Some(upper) = own
            && sum.saturating_add(upper) == most
            && upper > 0
            && sum > 0
            && evident(&parts)
        {
            parts.insert(0, whole_at);
            return Some(Relation { link: Link::Sum, whole_at, whole: most, parts, sum: most, holds: true });
        }
    }
    None
}

/// Whether a list that begins further on has another share of the same behind it, so that a number before is its whole by chance:
/// *32 chi đoàn (29 học sinh, 3 giáo viên): 18 …, đạt 56%, 11 …, đạt 34%, 3 …, đạt 9%*.
fn goes_on(facts: Facts<'_>, whole_at: usize, parts: &[usize]) -> bool {
    let Some((first, last)) = parts.first().zip(parts.last()) else { return false };
    let skipped = (whole_at.saturating_add(1)..*first).any(|at| facts.counts(at).is_some());
    // A list begins with its first item.
    let begins = (whole_at.saturating_add(1)..*first).rev().find(|at| facts.counts(*at).is_some());
    if begins.is_some_and(|before| one_list(facts, before, *first)) {
        return true;
    }
    // A bracket is of the count before it.
    let own =
        facts.figures.get(*first).is_some_and(|first| facts.page.mark(first.first.saturating_sub(1), '('));
    if skipped && own {
        return true;
    }
    let next = (last.saturating_add(1)..last.saturating_add(3)).find(|at| facts.counts(*at).is_some());
    let Some((part, next_at)) = facts.figures.get(*last).zip(next).filter(|_| skipped) else { return false };
    facts.figures.get(next_at).is_some_and(|next| {
        let split = (part.behind..next.first)
            .any(|at| facts.page.mark(at, ';') || facts.page.says(at, &[TRONG, DDOS]));
        let alike =
            next.sentence == part.sentence && next.depth == part.depth && same_noun(facts.page, next, part);
        alike && !split && next.count > 0 && facts.share(*last).is_some() && facts.share(next_at).is_some()
    })
}

/// Whether the items of a list stand in one sentence, or each in its own: *5 …, 11 … Trong 13 …, 2 …* is by chance.
fn even(facts: Facts<'_>, parts: &[usize]) -> bool {
    let sentence = |at: &usize| facts.figures.get(*at).map_or(0, |figure| figure.sentence);
    let pairs = parts.iter().zip(parts.iter().skip(1));
    let shared = pairs.filter(|(one, next)| sentence(one) == sentence(next)).count();
    shared == 0 || shared.saturating_add(1) == parts.len()
}

/// Whether two counts are items of one list: both with shares or both levels of a scale, in one sentence, with nothing between that
/// opens another.
fn one_list(facts: Facts<'_>, one: usize, next: usize) -> bool {
    let Some((before, behind)) = facts.figures.get(one).zip(facts.figures.get(next)) else { return false };
    let scale = |at: usize| facts.level(at).map(|level| level.scale);
    let alike = facts.share(one).is_some() && facts.share(next).is_some()
        || scale(one).is_some() && scale(one) == scale(next);
    let page = facts.page;
    let opened = (before.behind..behind.first).any(|at| {
        page.mark(at, ';') || page.mark(at, ':') || page.says(at, &[TRONG, DDOS]) || page.word(at, GOOMF)
    });
    alike && !opened && before.sentence == behind.sentence && before.depth == behind.depth
}

/// Whether the words say that a list follows, or its items look alike.
fn listed(facts: Facts<'_>, whole_at: usize, parts: &[usize]) -> bool {
    if beside_shares(facts, whole_at, parts) {
        return false;
    }
    let all = |test: &dyn Fn(usize) -> bool| parts.iter().all(|part| test(*part));
    if all(&|at| facts.share(at).is_some()) || scale_of(facts, parts).is_some() {
        return true;
    }
    let Some((whole, first)) =
        facts.figures.get(whole_at).zip(parts.first().and_then(|at| facts.figures.get(*at)))
    else {
        return false;
    };
    if whole.of.is_some() && all(&|at| facts.figures.get(at).is_some_and(|figure| figure.of == whole.of)) {
        return true;
    }
    // *Trong số 19 cơ quan có 17 cơ quan …, 2 cơ quan …*
    let same = |at: usize| facts.figures.get(at).is_some_and(|part| same_noun(facts.page, whole, part));
    opens(facts.page, whole.behind, first.first) || total(facts.page, whole) && all(&same)
}

/// Whether the whole is one item of a list of shares and the parts are others of it or behind it: *khiển trách 28 (45%), cảnh cáo
/// 21 (34%), cách chức 1 (2%), khai trừ 12 (19%). Lỗi: … 15 (20,2%)*, where 1 + 12 + 15 are 28 by chance.
fn beside_shares(facts: Facts<'_>, whole_at: usize, parts: &[usize]) -> bool {
    let Some(first_at) = parts.first().copied().filter(|_| facts.share(whole_at).is_some()) else {
        return false;
    };
    let Some((whole, first)) = facts.figures.get(whole_at).zip(facts.figures.get(first_at)) else {
        return false;
    };
    // *tái cử: 31; nữ: 11; trẻ: 5*: such a colon is its item's own.
    let colon = |figure: &Figure| usize::from(facts.page.before(figure.first, 1).is(':'));
    let skipped = (whole_at.saturating_add(1)..first_at).rev().find_map(|at| facts.counts(at));
    let alike = colon(whole) > 0 && colon(first) > 0;
    let from = skipped.map_or(whole.behind, |skipped| skipped.behind);
    (alike || skipped.is_some()) && !opens(facts.page, from, first.first.saturating_sub(colon(first)))
}

/// Whether a list is opened between two places.
#[inline(never)]
pub(super) fn opens(page: &Page<'_>, from: usize, to: usize) -> bool {
    let floor = to.saturating_sub(24).max(from);
    (floor..to).any(|at| {
        let token = page.at(at);
        token.is(':')
            || token.is('(') && !(at..to).any(|at| page.mark(at, ')'))
            || page.says(at, &[TRONG, DDOS])
            || token.is_word(GOOMF) && !page.word(at.saturating_add(1), CAR)
            || page.says(at, &[CUJ, THEER])
            || page.says(at, &[THEO, MUWCS])
            || page.says(at, &[CHIA, RA])
    })
}

/// A blank line ends what was spoken of.
#[inline(never)]
fn broken(one: &Figure, next: &Figure) -> bool {
    next.first.saturating_sub(one.behind) > 160 || one.paragraph != next.paragraph
}

/// The scale whose different levels these figures are.
#[inline(never)]
fn scale_of(facts: Facts<'_>, parts: &[usize]) -> Option<Scale> {
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

/// Complete scales that do not add up to the whole right before them.
fn failing(facts: Facts<'_>, sums: &[Option<usize>], found: &mut Vec<Relation>) {
    let mut at = 0;
    while at < facts.figures.len() {
        let mut run = run_of_levels(facts, at);
        let (Some(first), Some(last)) = (run.first().copied(), run.last().copied()) else {
            at = at.saturating_add(1);
            continue;
        };
        at = last.saturating_add(1);
        let Some(scale) = scale_of(facts, &run) else { continue };
        let behind = total_behind(facts, &run);
        let own = voters(facts, &run, scale);
        let before = if own.is_some() { own } else { whole_before(facts, first, scale) };
        let Some(whole_at) = before.or(behind) else { continue };
        let Some(whole) = facts.figures.get(whole_at) else { continue };
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
            sum = sum.saturating_add(facts.figures.get(*part).map_or(0, |figure| figure.count));
        }
        // Of 3 organisations and 12 members together.
        let beside = whole_at.checked_sub(1).and_then(|at| facts.counts(at));
        let beside = beside.filter(|other| other.sentence == whole.sentence).map_or(0, |other| other.count);
        if beside > 0 && beside.saturating_add(whole.count) == sum {
            continue;
        }
        let best = facts.level(first).filter(|level| level.scale == Scale::Grade && level.step == 0);
        let inside = best.and_then(|_| facts.figures.get(first)).map_or(0, |figure| figure.count);
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
        if run.len() < 2 || told || sum == base || !known.contains(&Some(base)) || known.contains(&Some(sum))
        {
            continue;
        }
        // *còn 1.009 viên chức chưa đánh giá*: just those that are missing.
        let missing = base.saturating_sub(sum);
        let rest = facts.figures.get(last.saturating_add(1)..).unwrap_or_default();
        if missing > 0 && rest.iter().take(3).any(|next| next.what == What::Count && next.count == missing) {
            continue;
        }
        // Members who are not rated are neither full ones nor on probation.
        let complete = run.len() == levels && scale != Scale::Standing;
        if complete
            || sum > base
            || behind == Some(whole_at)
            || closed(facts, whole, &run, base.saturating_sub(sum))
        {
            let told = facts.figures.get(first).is_some_and(|part| announced(facts, whole, part, scale));
            let link =
                if told || own.is_some() || behind == Some(whole_at) { Link::Sum } else { Link::Total };
            found.push(Relation { link, whole_at, whole: base, parts: run, sum, holds: false });
        }
    }
}

/// The best behind *trong đó*, who are among the good before them.
fn inside(facts: Facts<'_>, run: &[usize]) -> Option<usize> {
    let best =
        |at: &usize| facts.level(*at).is_some_and(|level| level.scale == Scale::Grade && level.step == 0);
    let at = run.iter().position(best)?;
    let good = facts.figures.get(*run.get(at.checked_sub(1)?)?)?;
    let best = facts.figures.get(*run.get(at)?)?;
    (good.behind..best.first)
        .any(|at| facts.page.says(at, &[TRONG, DDOS]))
        .then(|| run.get(at).copied())
        .flatten()
}

/// The first of several kinds of votes, where it says of how many voters: *39/41 phiếu tán thành; 2 phiếu không tán thành*.
fn voters(facts: Facts<'_>, run: &[usize], scale: Scale) -> Option<usize> {
    let first = run.first().copied()?;
    let of = facts.figures.get(first)?.of;
    let same = |at: &usize| facts.figures.get(*at).is_some_and(|part| part.of.is_none() || part.of == of);
    let cast = matches!(scale, Scale::Trust | Scale::Vote) && of.is_some();
    (cast && run.len() > 1 && run.iter().all(same)).then_some(first)
}

/// The count right behind a list of three levels or more that says it is their whole: *loại A 84, loại B 39, loại C 3; tổng số 126*.
fn total_behind(facts: Facts<'_>, run: &[usize]) -> Option<usize> {
    let page = facts.page;
    let last = *run.last()?;
    let part = facts.figures.get(last)?;
    let whole_at = (last.saturating_add(1)..last.saturating_add(3)).find(|at| facts.counts(*at).is_some())?;
    let whole = facts.figures.get(whole_at)?;
    let before = |back: usize, key: u32| page.word_before(whole.first, back, key);
    let step = usize::from(page.before(whole.first, 1).is(':')).saturating_add(1);
    let total = before(step.saturating_add(1), TOONGR) && (before(step, SOOS) || before(step, COONGJ));
    let near = whole.first.saturating_sub(part.behind) < 16 && !broken(part, whole);
    let all = run.iter().enumerate().all(|(step, at)| {
        facts.level(*at).is_some_and(|level| usize::from(level.step) == step)
            && facts.figures.get(*at).is_some_and(|part| same_noun(page, part, whole))
    });
    let opened = total && near && all && whole.depth == part.depth && whole.hedge == Hedge::None;
    let plain = whole.what == What::Count && facts.level(whole_at).is_none();
    (opened && plain && run.len() > 2).then_some(whole_at)
}

/// Whether a list names all there are though not every level: it is opened by a colon or a bracket, ends with its sentence or
/// bracket, and nothing near says of some that they are not in it.
fn closed(facts: Facts<'_>, whole: &Figure, run: &[usize], missing: u64) -> bool {
    let page = facts.page;
    let figure = |at: Option<&usize>| at.and_then(|at| facts.figures.get(*at));
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
    let some = (whole.behind..open).any(|at| page.word(at, TRONG));
    let same = same_noun(page, whole, last) || noun(page, last.behind).is_none();
    if !all || run.len() < 2 || some || !same || whole.of.is_some() || whole.sentence != last.sentence {
        return false;
    }
    let share =
        run.last().and_then(|at| facts.share(*at)).and_then(|claim| facts.figures.get(claim.percent?));
    let mut at =
        share.map_or(last.behind, |share| share.behind.saturating_add(usize::from(share.depth > last.depth)));
    let behind = at;
    while page.at(at).kind == Kind::Word && !page.word(at, VAF) && at < behind.saturating_add(8) {
        at = at.saturating_add(1);
    }
    let ends = page.ends_sentence(at) || page.mark(at, ')');
    ends && run.last().is_some_and(|last| !told_apart(facts, *last, behind, missing))
}

/// Whether the words behind a list speak of those that are not in it, or the next counts are as many.
pub(super) fn told_apart(facts: Facts<'_>, last: usize, behind: usize, missing: u64) -> bool {
    let near = behind.saturating_add(30);
    let apart = |at: usize| [CONF, CHUWA, KHOONG].iter().any(|word| facts.page.word(at, *word));
    let rest = facts.figures.get(last.saturating_add(1)..).unwrap_or_default();
    let mut rest = rest.iter().take_while(|figure| figure.first < near);
    (behind..near).any(apart) || rest.any(|figure| figure.what == What::Count && figure.count == missing)
}

/// Runs of two grades or more, or three marks, that no count before them is the whole of.
pub(super) fn lone_runs(facts: Facts<'_>) -> Vec<Vec<usize>> {
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
            facts.figures.get(*at).is_some_and(|figure| figure.of.is_none() && (!pair || figure.count > 0))
        });
        if run.len() > 1 && !whole && counts {
            found.push(run);
        }
    }
    found
}

/// The figures from here on that are different levels of one scale, one behind the other.
fn run_of_levels(facts: Facts<'_>, start: usize) -> Vec<usize> {
    let mut run: Vec<usize> = Vec::new();
    let Some(first) = facts.counts(start) else { return run };
    let mut last = first;
    for at in start..start.saturating_add(WINDOW) {
        let Some(figure) = facts.figures.get(at) else { break };
        if broken(last, figure) || figure.depth < first.depth {
            break;
        }
        let later = figure.sentence != last.sentence;
        last = figure;
        let Some(figure) = facts.counts(at).filter(|figure| figure.depth == first.depth) else { continue };
        if figure.hedge != Hedge::None || later && of_another(facts, &run, at) {
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
fn of_another(facts: Facts<'_>, run: &[usize], at: usize) -> bool {
    let step =
        |at: usize| facts.level(at).filter(|level| level.scale == Scale::Trust).map(|level| level.step);
    run.last().is_some_and(|last| step(at).zip(step(*last)).is_some_and(|(next, last)| next < last))
}

/// The count right before a list, with nothing but words that open one between.
fn whole_before(facts: Facts<'_>, first: usize, scale: Scale) -> Option<usize> {
    let part = facts.figures.get(first)?;
    let mut at = first;
    while let Some(before) = at.checked_sub(1) {
        at = before;
        let figure = facts.figures.get(at)?;
        if broken(figure, part) {
            return None;
        }
        if facts.counts(at).is_none() || figure.depth > part.depth {
            continue;
        }
        // *73 tổ chức với 5.416 đảng viên; cụ thể: 12 tổ chức …*
        let kind = |figure: &Figure| noun(facts.page, figure.behind);
        let cast = matches!(scale, Scale::Trust | Scale::Vote);
        let people = [figure, part].map(|one| kind(one).map(|noun| noun == (NGUWOWIF, 0)));
        let units = [figure, part]
            .map(|one| kind(one).is_some_and(|noun| [CHI, TOOR, DDANGR, TAAPJ].contains(&noun.0)));
        let mixed = figure.sentence == part.sentence
            && (people[0] == Some(true) && units[1] || units[0] && people[1] == Some(true));
        if mixed && !cast {
            continue;
        }
        // Votes are of the valid ones.
        let ballot = facts.level(at).filter(|level| cast && level.scale == Scale::Ballot);
        if ballot.is_some_and(|level| level.step > 0) {
            continue;
        }
        let near = part.first.saturating_sub(figure.behind) < 40 && !of_others(facts.page, figure, part);
        let level =
            ballot.is_none() && facts.level(at).is_some_and(|level| !level.upwards || level.scale != scale);
        let listed = announced(facts, figure, part, scale) || beside(facts.page, figure, part, scale);
        return (near && !level && figure.count >= part.count && figure.hedge == Hedge::None && listed)
            .then_some(at);
    }
    None
}

/// Whether a later sentence names others than the whole did: *31 đồng chí được miễn. Về chi bộ: xuất sắc 5, tốt 9*.
fn of_others(page: &Page<'_>, whole: &Figure, part: &Figure) -> bool {
    let ends = |at: &usize| page.ends_sentence(*at);
    let Some(end) = (whole.behind..part.first).rev().find(ends).filter(|_| whole.sentence < part.sentence)
    else {
        return false;
    };
    let named = |at: usize| [CHI, DDANGR, TOOR, TAAPJ].contains(&page.at(at).key);
    let mut named = (end..part.first).filter(|at| named(*at)).filter_map(|at| noun(page, at)).peekable();
    named.peek().is_some() && !named.any(|other| noun(page, whole.behind) == Some(other))
}

/// Whether the words say that a list follows a whole. Votes are of the votes before them, whether the words say so or not.
fn announced(facts: Facts<'_>, whole: &Figure, part: &Figure, scale: Scale) -> bool {
    opens(facts.page, whole.behind, part.first)
        || total(facts.page, whole)
        || matches!(scale, Scale::Ballot | Scale::Trust | Scale::Vote) && votes(facts.page, whole)
}

/// *31 đảng viên, xuất sắc 5, tốt 24*: grades of nothing else, in its sentence; or the *kết quả* of the same kind behind it.
fn beside(page: &Page<'_>, whole: &Figure, part: &Figure, scale: Scale) -> bool {
    let told = (whole.behind..part.first).any(|at| page.says(at, &[KEETS, QUAR]));
    if scale == Scale::Grade && told && same_noun(page, whole, part) {
        return true;
    }
    let behind =
        scale == Scale::Grade && noun(page, whole.behind).is_some() && noun(page, part.behind).is_none();
    let joined = (whole.behind..part.first).all(|at| page.at(at).kind == Kind::Word || page.mark(at, ','));
    behind && joined && whole.sentence == part.sentence && part.first.saturating_sub(whole.behind) < 10
}

fn votes(page: &Page<'_>, figure: &Figure) -> bool {
    page.word(figure.behind, PHIEEUS)
        || (1..4).any(|step| page.says(figure.behind.saturating_add(step), &[BOR, PHIEEUS]))
        || (1..6).any(|back| page.word_before(figure.first, back, PHIEEUS))
}

/// The base that the printed shares of a list have in common, if any are printed.
fn based(facts: Facts<'_>, whole: &Figure, run: &[usize]) -> Option<u64> {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Kind, whole, sum and whether it holds, of each relation.
    fn seen(text: &str) -> Vec<(Link, u64, u64, bool)> {
        let read = crate::audit::read(text);
        read.relations.iter().map(|one| (one.link, one.whole, one.sum, one.holds)).collect()
    }

    #[test]
    fn a_list_makes_its_whole_or_does_not() {
        let text = "Kỷ luật 34 đảng viên (khiển trách 30, cảnh cáo 4).";
        assert_eq!(seen(text), [(Link::Sum, 34, 34, true)]);
        let text = "Kỷ luật 34 đảng viên (khiển trách 30, cảnh cáo 5).";
        assert_eq!(seen(text), [(Link::Sum, 34, 35, false)]);
    }

    #[test]
    fn what_remains_and_what_is_within_are_of_the_same_kind() {
        assert_eq!(seen("Đã xong 345/360 đơn, còn 15 đơn."), [(Link::Rest, 360, 360, true)]);
        assert_eq!(seen("Đã xong 345/360 đơn, còn 2 vụ việc."), []);
        assert_eq!(seen("Trong 45 chi bộ có 12 chi bộ ghép."), [(Link::Within, 45, 12, true)]);
    }
}
