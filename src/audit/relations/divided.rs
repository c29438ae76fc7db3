//! What is divided in the same words several times, *trong 48 người xuất sắc có 21 cán bộ, 27 công chức; trong 197 người tốt …*, and one
//! number that is divided by several traits.

use super::parents::noun;
use super::partitions::missing;
use super::rows::{apart, known};
use super::{Facts, Relation};
use crate::audit::figures::Figure;
use crate::audit::lexer::Kind;
use crate::decimal::Hedge;

/// How many figures before a list a number may stand that it makes.
const WINDOW: usize = 12;
/// Most rows that are held against each other.
const MOST: usize = 64;
/// Most words between a colon and the first count behind it.
const NAME: usize = 8;
/// How many lists one number may be divided by.
const LISTS: usize = 8;
/// Most counts of a row that is divided.
const WIDE: usize = 8;

/// A count and those it is divided into: *trong 48 người xuất sắc có 21 cán bộ, 27 công chức*.
struct Divided {
    whole: usize,
    parts: Vec<usize>,
    sum: u64,
    holds: bool,
}

/// Rows that are divided in the same words, of which two and more add up and one does not.
pub(super) fn divided(facts: &Facts<'_>, told: &[bool], found: &mut Vec<Relation>) {
    let known = known(facts, found);
    let untold = |row: &Divided| {
        told.get(row.whole) == Some(&false) && !row.parts.iter().any(|part| known.get(*part) == Some(&true))
    };
    let mut rows: Vec<Divided> = Vec::new();
    let mut row: Vec<usize> = Vec::new();
    for at in 0..=facts.figures.len() {
        let figure = facts.figure(at);
        let last = row.last().and_then(|last| facts.figure(*last));
        let over = figure.zip(last).is_none_or(|(figure, last)| apart(facts.page, last, figure));
        if over && !row.is_empty() {
            rows.extend(whole(facts, &row));
            row.clear();
        }
        let ends = figure.zip(last).is_none_or(|(figure, last)| figure.paragraph != last.paragraph);
        if ends && last.is_some() || rows.len() > MOST {
            uneven(facts, &rows, &untold, found);
            rows.clear();
        }
        if figure.is_some_and(|one| one.hedge == Hedge::None && one.of.is_none())
            && facts.counts(at).is_some()
        {
            row.push(at);
        }
    }
    uneven(facts, &rows, &untold, found);
}

/// The first count of a row, and whether the others are it.
fn whole(facts: &Facts<'_>, row: &[usize]) -> Option<Divided> {
    let (whole, parts) = row.split_first().filter(|(_, parts)| (2..WIDE).contains(&parts.len()))?;
    let sum = facts.sum(parts);
    let holds = facts.figure(*whole).is_some_and(|one| one.count == sum);
    Some(Divided { whole: *whole, parts: parts.to_vec(), sum, holds })
}

fn uneven(facts: &Facts<'_>, rows: &[Divided], untold: &dyn Fn(&Divided) -> bool, found: &mut Vec<Relation>) {
    for row in rows.iter().filter(|row| !row.holds) {
        let Some(whole) = facts.figure(row.whole) else { continue };
        let same = |other: &&Divided| shape(facts, other).eq(shape(facts, row));
        let others = || rows.iter().filter(same);
        let near = whole.count.abs_diff(row.sum).saturating_mul(5) <= whole.count.max(row.sum);
        let few = others().filter(|other| !other.holds).count() == 1;
        let named = shape(facts, row).all(|name| name.is_some());
        if named && near && few && others().count() > 2 && untold(row) {
            found.extend(missing(row.whole, whole.count, row.parts.clone(), row.sum));
        }
    }
}

/// What the counts of a row are called by: the noun behind each, or the word before.
fn shape<'a>(facts: &'a Facts<'a>, row: &'a Divided) -> impl Iterator<Item = Option<(u32, u32)>> + 'a {
    row.parts.iter().map(move |at| {
        let figure = facts.figure(*at)?;
        let before = facts.page.before(figure.first, 1);
        let label = (before.kind == Kind::Word).then_some((before.key, 1));
        noun(facts.page, figure.behind).or(label)
    })
}

/// *44 đảng viên: nam 25, nữ 19. … Trình độ chuyên môn: thạc sĩ 15, đại học 26, cao đẳng 2. Lý luận chính trị: …*: sentences that divide
/// one number, each by something else. Where two and more are all of it, one that is not much less, or a little more, is meant to be.
pub(super) fn breakdowns(facts: &Facts<'_>, told: &[bool], found: &mut Vec<Relation>) {
    let known = known(facts, found);
    let lists = lists(facts);
    let mut told_of = 0;
    for (whole_at, whole) in facts.figures.iter().enumerate() {
        let counts = facts.counts(whole_at).is_some_and(|one| one.of.is_none() && one.count > 9);
        let named = counts && whole.depth == 0 && whole.hedge == Hedge::None;
        if !named || whole_at < told_of || noun(facts.page, whole.behind).is_none() {
            continue;
        }
        let from = lists.partition_point(|list| list.first() <= Some(&whole_at));
        let near = lists.get(from..).unwrap_or_default().iter().take(LISTS);
        let near = near.take_while(|list| {
            let first = list.first().and_then(|at| facts.figure(*at));
            first.is_some_and(|first| first.paragraph == whole.paragraph)
        });
        let (mut all, mut missed) = (0_usize, Vec::new());
        for list in near {
            let sum = facts.sum(list);
            let gap = sum.abs_diff(whole.count);
            all = all.saturating_add(usize::from(gap == 0));
            // Of another number before it.
            let first = list.first().copied().unwrap_or(whole_at);
            let mut before = (whole_at.saturating_sub(WINDOW)..first).filter_map(|at| facts.counts(at));
            let another = before.any(|one| one.count == sum || one.of == Some(sum));
            if !another && (gap == 1 || gap.saturating_mul(20) <= whole.count) {
                missed.push(list);
            }
        }
        if let ([parts], true) = (missed.as_slice(), all > 1)
            && told.get(whole_at) == Some(&false)
            && !parts.iter().any(|part| known.get(*part) == Some(&true))
        {
            let (parts, sum) = (parts.to_vec(), facts.sum(parts));
            told_of = parts.last().copied().unwrap_or(whole_at);
            found.extend(missing(whole_at, whole.count, parts, sum));
        }
    }
}

/// The counts of each sentence that stand behind a colon.
fn lists(facts: &Facts<'_>) -> Vec<Vec<usize>> {
    let mut lists: Vec<Vec<usize>> = Vec::new();
    let mut last: Option<&Figure> = None;
    for (at, figure) in facts.figures.iter().enumerate() {
        if figure.depth > 0 || facts.counts(at).is_none() {
            continue;
        }
        let same = last.filter(|last| last.sentence == figure.sentence);
        let from = figure.first.saturating_sub(NAME).max(same.map_or(0, |last| last.behind));
        let mut words = (from..figure.first).rev().take_while(|at| !facts.page.ends_sentence(*at));
        // *2023: 2 - 16 - 1*: of a year.
        if words.any(|at| facts.page.mark(at, ':') && facts.page.before(at, 1).kind == Kind::Word) {
            lists.push(vec![at]);
        } else if let (Some(list), Some(_)) = (lists.last_mut(), same)
            && last.is_some_and(|last| {
                list.last().and_then(|at| facts.figure(*at)).is_some_and(|own| own.first == last.first)
            })
        {
            list.push(at);
        }
        last = Some(figure);
    }
    lists.retain(|list| (2..WIDE).contains(&list.len()));
    lists
}
