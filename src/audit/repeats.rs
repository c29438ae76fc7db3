//! One quantity given twice: *tổng số 2.580 đảng viên … tổng số 2.850 đảng viên*, in the same words or others.

use super::changes::dated;
use super::claims::Says;
use super::figures::{Figure, What};
use super::lexer::Kind;
use super::relations::Facts;
use super::relations::parents::{noun, total};
use super::slips::{Slip, alike, meant, named, slip};
use super::tables::line_end;
use super::verdicts::shares::is_of;
use super::words::*;
use crate::decimal::Hedge;

/// A count, and the same quantity elsewhere with a slip of the hand between them.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Repeat {
    pub(crate) figure: usize,
    pub(crate) other: u64,
}

/// How many wholes back the same one is looked for.
const WINDOW: usize = 24;
/// How many figures back a count that was told above may stand, and how far behind it the words may say so.
const ABOVE: usize = 40;
/// How far up the same number may stand.
const FAR: usize = 240;
const REACH: usize = 16;
/// How many words around a number may say of when it is.
const NEAR: usize = 6;
/// How many figures a first line is looked at for, and its most words.
const HEADLINE: usize = 6;
const LINE: usize = 30;

/// Every whole that is given again, one slip away, in a text that speaks of one time only; and what is said to have been told. In other words only two digits that
/// changed places are a slip.
pub(super) fn repeats(facts: &Facts<'_>) -> Vec<Repeat> {
    let mut found = Vec::new();
    let mut wholes: Vec<Whole> = Vec::new();
    for (at, figure) in facts.figures.iter().enumerate() {
        let counted =
            facts.counts(at).is_some_and(|figure| figure.what == What::Count && figure.count >= 100);
        if !counted || figure.hedge != Hedge::None {
            continue;
        }
        let Some(this) = whole(facts, figure) else { continue };
        let recent = wholes.iter().rev().take(WINDOW).filter(|known| known.noun == this.noun);
        let same = recent.clone().any(|known| known.count == this.count);
        let mut slipped = recent.filter(|known| match slip(known.count, this.count) {
            Some(Slip::Swapped) if known.all && this.all => true,
            slipped => slipped.is_some() && known.name == this.name,
        });
        if let Some(other) = slipped.next_back().filter(|_| !same) {
            found.push(Repeat { figure: at, other: other.count });
        }
        wholes.push(this);
    }
    found.extend((0..facts.figures.len()).filter_map(|at| told_above(facts, at)));
    found.extend((0..facts.figures.len()).filter_map(|at| misread(facts, at)));
    let mut known = vec![false; facts.figures.len()];
    for at in found.iter().map(|one| one.figure) {
        if let Some(known) = known.get_mut(at) {
            *known = true;
        }
    }
    let others = known.iter().enumerate().filter(|(_, known)| !**known).map(|(at, _)| at);
    found.extend(others.filter_map(|at| again(facts, at).or_else(|| twin(facts, at))));
    found.extend((0..HEADLINE).filter_map(|at| headline(facts, at)));
    found
}

/// *kết nạp 746 đảng viên …. Trong tổng số 764 đảng viên mới có 402 nữ, chiếm 53,89%; …*: a whole with two digits that changed places, by
/// the shares behind it, two at least, that are of the number before and not of it.
fn misread(facts: &Facts<'_>, at: usize) -> Option<Repeat> {
    let page = facts.page;
    let plain = |one: &&Figure| one.what == What::Count && one.hedge == Hedge::None && one.count >= 100;
    let figure = facts.counts(at).filter(plain)?;
    let known = noun(page, figure.behind)?;
    let shares = || {
        let near = at.saturating_add(1)..at.saturating_add(REACH);
        let near = near.filter_map(|at| facts.share(at)).filter(|share| share.base.is_none());
        near.filter(|share| {
            share.stated.is_some_and(|stated| stated.scale() > 0) && share.count < figure.count
        })
    };
    if shares().take(3).filter(|share| !is_of(share, figure.count)).count() < 2 {
        return None;
    }
    let before = (at.saturating_sub(ABOVE)..at).rev().filter_map(|at| facts.counts(at)).filter(plain);
    let mut before = before.filter(|one| noun(page, one.behind) == Some(known));
    let other = before.find(|one| slip(figure.count, one.count) == Some(Slip::Swapped))?;
    let right = shares().take(3).filter(|share| is_of(share, other.count)).count();
    (right > 1).then_some(Repeat { figure: at, other: other.count })
}

/// *có 3.927 đảng viên được đánh giá. Trong số 3.957 đảng viên được đánh giá …*: those just told of, in the same words.
fn again(facts: &Facts<'_>, at: usize) -> Option<Repeat> {
    let page = facts.page;
    let figure = facts.counts(at).filter(|one| one.plain() && total(page, one))?;
    let words = |one: &Figure| {
        (one.behind..one.behind.saturating_add(REACH)).take_while(|at| page.at(*at).kind == Kind::Word)
    };
    let many = words(figure).count();
    let same = |one: &Figure| {
        let alike = words(figure)
            .zip(words(one))
            .take_while(|(here, there)| page.key(*here) == page.key(*there))
            .count();
        alike > 3 && (alike == many || alike > 4)
    };
    let near = facts.figures.get(at.saturating_sub(WINDOW)..at)?.iter().rev();
    let mut near = near.filter(|one| one.counts && one.plain() && same(one));
    let other = near.next().filter(|one| one.paragraph == figure.paragraph)?;
    let typed = named(figure.count, other.count).is_some();
    let apart = near.any(|one| one.count == figure.count);
    (typed && !apart && figure.count.min(other.count) > 9)
        .then_some(Repeat { figure: at, other: other.count })
}

/// *Đảng bộ huyện: 1.284 đảng viên hoàn thành xuất sắc*, over a text that counts 1.248 of them and no 1.284: a count of the first line, which
/// is no sentence.
fn headline(facts: &Facts<'_>, at: usize) -> Option<Repeat> {
    let page = facts.page;
    let plain = |one: &&Figure| one.what == What::Count && one.hedge == Hedge::None;
    let figure = facts.counts(at).filter(plain)?;
    let end = line_end(page, 0);
    let title = figure.behind <= end && end < LINE && !(0..end).any(|at| page.ends_sentence(at));
    let known = noun(page, figure.behind).filter(|_| title && page.at(end).kind == Kind::Line)?;
    let level = facts.level(at).map(|level| (level.scale, level.step, level.upwards))?;
    let counts =
        facts.figures.iter().enumerate().skip(at.saturating_add(1)).take(ABOVE).filter(|(other, one)| {
            let same = facts.level(*other).map(|one| (one.scale, one.step, one.upwards)) == Some(level);
            same && noun(page, one.behind) == Some(known) && facts.counts(*other).is_some()
        });
    let counts: Vec<u64> = counts.map(|(_, one)| one.count).collect();
    let [other] = counts.as_slice() else { return None };
    alike(*other, figure.count).then_some(Repeat { figure: at, other: *other })
}

/// *kết nạp được 168 đảng viên …. 186 đảng viên mới kết nạp đều có trình độ …*, *quản lý 5.132 đảng viên trong toàn Đảng bộ*: all of them, where
/// the number before has two digits the other way round.
fn twin(facts: &Facts<'_>, at: usize) -> Option<Repeat> {
    let page = facts.page;
    let plain = |at: &usize| {
        let part = facts.share(*at).is_some_and(|share| share.says == Says::Share);
        let alone = !part && facts.level(*at).is_none();
        facts.counts(*at).filter(|one| alone && one.plain() && one.count >= 100).is_some_and(|one| {
            let words = one.first.saturating_sub(NEAR)..one.behind.saturating_add(NEAR);
            !dated(page, words.start, words.end) && !page.tells(words, &[SO, VOWIS])
        })
    };
    let figure = facts.figure(at).filter(|_| plain(&at))?;
    let behind = figure.behind..figure.behind.saturating_add(REACH);
    let mut behind = behind.take_while(|at| page.at(*at).kind == Kind::Word);
    // *với 724 đảng viên và 38 tổ chức, Đảng bộ là một trong những đảng bộ đông nhất*
    let next = page.at(figure.behind.saturating_add(2));
    let with = page.word_before(figure.first, 1, VOWIS) && (next.is_word(VAF) || next.kind != Kind::Word);
    let all = with || behind.any(|at| page.at(at).is_any(&[DDEEUF, TOANF]));
    let known = noun(page, figure.behind).filter(|_| all)?;
    let before = at.saturating_sub(ABOVE)..at;
    let same = |at: &usize| facts.figure(*at).is_some_and(|one| one.count == figure.count);
    if before.clone().any(|at| same(&at)) {
        return None;
    }
    let twin = |at: &usize| {
        let other = facts.figure(*at);
        plain(at)
            && other.is_some_and(|one| {
                noun(page, one.behind) == Some(known) && slip(figure.count, one.count) == Some(Slip::Swapped)
            })
    };
    let other = before.rev().find(twin).and_then(|at| facts.figure(at))?;
    Some(Repeat { figure: at, other: other.count })
}

/// *Trong số 29 đảng viên bị kỷ luật nêu trên*, where 28 were told: a count said to have been told above that is none of those.
fn told_above(facts: &Facts<'_>, at: usize) -> Option<Repeat> {
    let page = facts.page;
    let plain = |one: &&Figure| one.what == What::Count && one.hedge == Hedge::None;
    let figure = facts.counts(at).filter(plain).filter(|one| one.count > 2)?;
    let words = figure.behind..figure.behind.saturating_add(REACH);
    // *49 người trong số 1.032 nêu trên*: another number is what was told; *6 tháng đầu năm nêu trên* is a time.
    let year = |at: usize| {
        let time = page.word_before(at, 1, NAWM) || page.word(at.saturating_add(1), THANGS);
        page.at(at).is_number() && time
    };
    let mut words = words.take_while(|at| page.at(*at).kind == Kind::Word || year(*at));
    let above = words.any(|at| {
        page.word(at, TREEN) && page.before(at, 1).is_any(&[NEEU, NOIS]) || page.says(at, &[VUWAF, NEEU])
    });
    // *cả 281 đảng viên được kết nạp đều đã qua lớp bồi dưỡng*
    let all = page.word_before(figure.first, 1, CAR) && page.before(figure.first, 2).kind != Kind::Word;
    if !above && !all {
        return None;
    }
    let known = noun(page, figure.behind)?;
    let before = (at.saturating_sub(ABOVE)..at).filter_map(|at| Some((at, facts.counts(at)?)));
    // *hoàn thành xuất sắc 613 (14,20%) …, 631 đảng viên hoàn thành xuất sắc vừa nêu*
    let level = facts.level(at).map(|level| (level.scale, level.step));
    let graded =
        |other: usize| level.is_some() && facts.level(other).map(|one| (one.scale, one.step)) == level;
    let same = before.filter(|(other, one)| noun(page, one.behind) == Some(known) || graded(*other));
    let same = same.map(|(_, one)| one);
    let counts: Vec<u64> = same.flat_map(|one| [Some(one.count), one.of]).flatten().collect();
    // Or two of them together.
    let together =
        |one: &u64| figure.count.checked_sub(*one).is_some_and(|rest| rest == 0 || counts.contains(&rest));
    let sum = counts.iter().fold(0_u64, |sum, one| sum.saturating_add(*one));
    // *đưa ra khỏi Đảng 28*: of whatever.
    let told = |other: usize| facts.counts(other).is_some_and(|one| one.count == figure.count);
    let told = (at.saturating_sub(FAR)..at).any(told);
    if told || counts.iter().any(together) || sum == figure.count {
        return None;
    }
    // Without *nêu trên* only a slip says that they are the same.
    let like = |one: &u64| if above { meant(*one, figure.count) } else { alike(*one, figure.count) };
    let other = counts.into_iter().rev().find(like)?;
    Some(Repeat { figure: at, other })
}

/// A count that is said to be a whole, what it counts, and the words that name it, as one number.
struct Whole {
    count: u64,
    noun: (u32, u32),
    name: u32,
    /// Nothing is said of them but that they are all there are.
    all: bool,
}

/// Words around a count of all there are, *tổng số đảng viên của toàn Đảng bộ huyện là*, and behind it.
const AROUND: [u32; 19] = [
    TOONGR, SOOS, TOANF, DDANGR, BOOJ, VIEEN, CHI, TINHR, HUYEENJ, QUAANJ, THANHF, XAX, PHUWOWNGF, HIEENJ,
    COS, LAF, VOWIS, CUAR, TRONG,
];
const BEHIND: [u32; 5] = [COS, VAF, CUAR, LAF, DDAX];

/// The whole that a count is said to be: *tổng số đảng viên … 2.580 đồng chí, toàn huyện hiện có*. None where something near says of when.
fn whole(facts: &Facts<'_>, figure: &Figure) -> Option<Whole> {
    let page = facts.page;
    let named = noun(page, figure.behind)?;
    let mut name = named.0 ^ named.1;
    let next = page.at(figure.behind.saturating_add(2));
    let mut all = next.kind != Kind::Word || BEHIND.contains(&next.key);
    let mut said = false;
    for back in 1..10 {
        let Some(at) = figure.first.checked_sub(back) else { break };
        let token = page.at(at);
        if token.kind != Kind::Word {
            break;
        }
        let dated = [NAWM, DDAAUF, CUOOIS, TRUWOWCS, NAY, KYF, THANGS, NGAYF].contains(&token.key);
        if dated || page.says(at, &[SO, VOWIS]) {
            return None;
        }
        all &= AROUND.contains(&token.key);
        if !said {
            name = name.rotate_left(5) ^ token.key;
        }
        // What stands before *toàn* in the clause may say which of them.
        let total = page.says(at, &[TOONGR, SOOS]) || back == 2 && page.says(at, &[TRONG, SOOS]);
        said |= total || token.is_word(TOANF) || page.says(at, &[HIEENJ, COS]);
        if total {
            break;
        }
    }
    let mut behind =
        (figure.behind..figure.behind.saturating_add(8)).take_while(|at| !page.ends_sentence(*at));
    let dated = behind.any(|at| page.word(at, NAWM) || page.word(at, KYF));
    (said && !dated).then_some(Whole { count: figure.count, noun: named, name, all })
}
