//! Numbers → figures: what each number counts, or that it counts nothing: a date, a document, a rank, money.

mod fractions;
pub(super) mod others;
mod roles;
pub(super) mod spelled;

use std::borrow::Cow;

use super::lexer::Kind;
use super::page::Page;
use super::words::*;
use crate::decimal::{
    Decimal, FieldKind, Hedge, NumberReading, as_count, in_units, read_number, whole_digits,
};
use fractions::{fraction, in_words, over_plan, twin};
use others::{
    age, counted, date, document, for_each, in_a_name, listed, measure, measured, money, name_before,
    reckoned, whole_chain,
};
use roles::{hedge, role};
use spelled::{digit, none, spelled};

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// So many people, organisations, tasks.
    Count,
    /// A percentage.
    Percent,
    /// So many of so many.
    Fraction,
    /// Nothing that is counted.
    Other,
}

/// What a number is said for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// How things are.
    Fact,
    /// How much more or less than before.
    Change,
    /// The same of a share, in points: *tăng 2,6 điểm phần trăm*.
    Points,
    /// What should be, or may be at most.
    Target,
    /// How much above a plan: *vượt 18%*.
    Beyond,
    /// How it was before, for comparison.
    Before,
}

impl Role {
    /// Its id, for a trace.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Role::Fact => "fact",
            Role::Change => "change",
            Role::Points => "points",
            Role::Target => "target",
            Role::Beyond => "beyond",
            Role::Before => "before",
        }
    }
}

/// How a number is written that cannot be meant so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// *5.200 nghìn*: a full number with a unit behind it.
    Doubled,
    /// *73.5134 người*: no number of people.
    Broken,
}

/// A number found in prose.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Figure {
    pub(crate) what: What,
    pub(crate) role: Role,
    pub(crate) hedge: Hedge,
    /// A percentage, with its decimals.
    pub(crate) value: Decimal,
    /// A count; of a fraction, the upper number.
    pub(crate) count: u64,
    /// Of a fraction, the lower number.
    pub(crate) of: Option<u64>,
    /// What is wrong with how it is written.
    pub(crate) flaw: Option<Flaw>,
    /// Its tokens, from the first to the one behind the last.
    pub(crate) first: usize,
    pub(crate) behind: usize,
    /// Where it stands, in UTF-16 units.
    pub(crate) span: (u32, u32),
    /// The same in bytes.
    pub(crate) from: usize,
    pub(crate) to: usize,
    /// How many brackets it stands in.
    pub(crate) depth: u8,
    /// Whether it counts how things are, outside of tables.
    pub(crate) counts: bool,
    /// Which sentence and which paragraph of the text it stands in.
    pub(crate) sentence: u32,
    pub(crate) paragraph: u32,
}

impl Figure {
    /// Whether it is a count by itself, and just so many.
    pub(crate) fn plain(&self) -> bool {
        self.what == What::Count && self.hedge == Hedge::None
    }

    /// Whether it is one of the percentages that make a whole, and no change beside one nor part of one in a bracket.
    pub(crate) fn adds(&self, depth: u8) -> bool {
        self.what == What::Percent && self.role == Role::Fact && self.depth == depth
    }
}

/// All figures of a page, in order.
pub(super) fn figures(page: &Page<'_>) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    let mut depth = 0_u8;
    let (mut sentence, mut paragraph) = (0_u32, 0_u32);
    let mut at = 0;
    while let Some(token) = page.tokens.get(at) {
        let next = at.saturating_add(1);
        // *[Hợp đồng: 27]* on a line of its own is a heading.
        if token.is('(') || token.is('[') && page.before(at, 1).kind != Kind::Line {
            depth = depth.saturating_add(1);
        } else if token.is(')') || token.is(']') {
            depth = depth.saturating_sub(1);
        } else if token.last {
            // A bracket that was never closed ends with its sentence.
            depth = 0;
            sentence = sentence.saturating_add(1);
        }
        if token.is_blank() {
            paragraph = paragraph.saturating_add(1);
        }
        let figure = match token.kind {
            Kind::Number => Some(number(page, at)),
            Kind::Word if token.is_word(KHOONG) => none(page, at),
            Kind::Word if digit(token).is_some() => spelled(page, at),
            _ => None,
        };
        let Some(mut figure) = figure else {
            at = next;
            continue;
        };
        (figure.depth, figure.sentence, figure.paragraph) = (depth, sentence, paragraph);
        let last = page.before(figure.behind, 1);
        figure.span = (token.start, last.end);
        (figure.from, figure.to) = (token.from, last.to);
        at = figure.behind.max(next);
        found.push(figure);
    }
    in_words(page, found)
}

pub(super) fn blank(at: usize) -> Figure {
    Figure {
        what: What::Other,
        role: Role::Fact,
        hedge: Hedge::None,
        value: Decimal::ZERO,
        count: 0,
        of: None,
        flaw: None,
        first: at,
        behind: at.saturating_add(1),
        span: (0, 0),
        from: 0,
        to: 0,
        depth: 0,
        counts: false,
        sentence: 0,
        paragraph: 0,
    }
}

/// Whether a percentage follows behind a dash: 70–80%.
fn ranges(page: &Page<'_>, at: usize) -> bool {
    let mark = page.at(at);
    let upper = at.saturating_add(1);
    let joins = mark.is('-') || mark.is('–') || mark.is_word(DDEENS);
    joins && page.at(upper).is_number() && percent_sign(page, upper.saturating_add(1)).is_some()
}

/// Behind the upper number of two: *38 xã đạt 10-14 tiêu chí*.
fn span(page: &Page<'_>, at: usize) -> Option<usize> {
    let (mark, upper, next) = (at.saturating_add(1), at.saturating_add(2), at.saturating_add(3));
    let dash = (page.mark(mark, '-') || page.mark(mark, '–')) && page.at(mark).glued;
    let between = dash && page.at(upper).is_number() && page.at(upper).glued;
    let (least, most) = (whole_digits(page.written(at))?, whole_digits(page.written(upper))?);
    (between && least < most && page.at(next).kind == Kind::Word && !page.at(next).glued).then_some(next)
}

/// What the number at a place is.
fn number(page: &Page<'_>, at: usize) -> Figure {
    let mut figure = blank(at);
    let (before, next) = (page.before(at, 1), page.at(at.saturating_add(1)));
    let twin = twin(page, at).is_some() || over_plan(page, at).is_some();
    figure.behind = whole_chain(page, at);
    if figure.behind > at.saturating_add(1)
        || listed(page, at)
        || in_a_name(page, at) && !twin
        || reckoned(page, at)
        || for_each(page, at)
    {
        return figure;
    }
    if let Some(behind) = date(page, at).or_else(|| document(page, at)) {
        figure.behind = behind;
        return figure;
    }
    if let Some(behind) = span(page, at) {
        figure.behind = behind;
        return figure;
    }
    figure.hedge = hedge(page, at);
    figure.role = role(page, at);
    // Thousands apart: 2 364.
    let (typed, behind) = spaced(page, at);
    if ranges(page, behind) {
        figure.role = Role::Target;
        return percent(figure, &typed, behind);
    }
    if page.word(behind, DDIEEMR)
        && let Some(behind) = percent_sign(page, behind.saturating_add(1))
    {
        // *cao hơn năm ngoái 8,1 điểm phần trăm*
        let higher = (1..HIGHER).any(|back| page.word_before(at, back, HOWN));
        if figure.role != Role::Change && !higher {
            return Figure { behind, ..figure };
        }
        figure.role = Role::Points;
        return percent(figure, &typed, behind);
    }
    if let Some(behind) = percent_sign(page, behind) {
        let mark = page.before(at, 1);
        let lower = page.before(at, 2).is_number() && (mark.is('-') || mark.is('–') || mark.is_word(DDEENS));
        if lower {
            figure.role = Role::Target;
        }
        return percent(figure, &typed, behind);
    }
    if page.mark(behind, '/') && page.at(behind.saturating_add(1)).is_number() {
        let (lower, end) = spaced(page, behind.saturating_add(1));
        figure.behind = end;
        return fraction(page, figure, &typed, &lower);
    }
    let year = whole_digits(&typed).is_some_and(|year| (1930..=2100).contains(&year)) && typed.len() == 4;
    if year && !counted(page, behind) {
        return Figure { behind, ..figure };
    }
    if name_before(page, at) || (next.glued && next.kind == Kind::Word && measure(next)) {
        return Figure { behind, ..figure };
    }
    let unit = page.at(behind);
    let zeros = match unit.key {
        NGHINF | NGANF if unit.kind == Kind::Word => 3,
        TRIEEUJ if unit.kind == Kind::Word => 6,
        TYR | TIR if unit.kind == Kind::Word && !page.word(behind.saturating_add(1), LEEJ) => {
            return Figure { behind, ..figure };
        }
        _ => 0,
    };
    let unit_behind = if zeros > 0 { behind.saturating_add(1) } else { behind };
    if money(page, unit_behind) {
        return Figure { behind: unit_behind, ..figure };
    }
    if zeros > 0 {
        let full = !in_thousands_too(page, behind);
        let mut figure = in_thousands(figure, &typed, zeros, unit_behind, full);
        // *151 x 2 x 12 = 3.624 nghìn, tức 3 triệu 624*: of money, with nothing counted behind it.
        figure.flaw = figure.flaw.filter(|_| page.at(unit_behind).kind == Kind::Word);
        return figure;
    }
    figure.behind = behind;
    if unit.kind == Kind::Word && measured(page, behind) || age(page, at, behind) {
        return figure;
    }
    // *từ 2 tiết dạy giỏi trở lên*
    let words = (behind..behind.saturating_add(6)).take_while(|at| page.at(*at).kind == Kind::Word);
    if before.is_word(TUWF)
        && words.into_iter().any(|at| page.says(at, &[TROWR, LEEN]) || page.says(at, &[TROWR, XUOONGS]))
    {
        return figure;
    }
    // dưới 40: 5 đồng chí; từ 40 đến 50: 27.
    let bound = before.is_any(&[DUWOWIS, TREEN, TUWF, DDEENS]);
    // Từ 31 đến 45 tuổi, từ 31 đến dưới 45 tuổi.
    let under = page.word(behind.saturating_add(1), DUWOWIS);
    let end = behind.saturating_add(if under { 3 } else { 2 });
    // Or *dưới 30 là 04, từ 30 đến 35 là 66*.
    let said =
        |at: usize| page.mark(at, ':') || page.word(at, LAF) && page.at(at.saturating_add(1)).is_number();
    let range = before.is_word(TUWF)
        && page.word(behind, DDEENS)
        && (said(end) || measured(page, end) && page.before(end, 1).is_number());
    if range || bound && said(behind) {
        return figure;
    }
    let leading_zeros = typed.len() > 3 && typed.starts_with('0');
    let endless = typed.len() > 6 && whole_digits(&typed).is_some();
    if leading_zeros || endless || before.is('/') && !twin || page.mark(behind, '/') && page.at(behind).glued
    {
        return figure;
    }
    if let Some(count) = whole_digits(&typed) {
        (figure.what, figure.count) = (What::Count, count);
        return figure;
    }
    match read_number(&typed, FieldKind::Count) {
        NumberReading::Value(value) => {
            figure.what = What::Count;
            figure.count = as_count(value).unwrap_or(0);
        }
        // 9,41 where the sign was forgotten: only behind a word that announces a share, and not *tỷ lệ 1,74 người*.
        _ if (announces(page, at) || in_per_cent(page, at)) && !counted(page, behind)
            || alone_in_bracket(page, at, behind) =>
        {
            return percent(figure, &typed, behind);
        }
        _ if broken(page, at, &typed, behind) => figure.flaw = Some(Flaw::Broken),
        _ => {}
    }
    figure
}

/// *73.5134 người, 1.59 đảng viên*: digits behind a point that are no group of three, before what there are only whole ones of. On
/// average there may be parts of one: *bình quân 12,5 đảng viên, 3,45 người/hộ*.
fn broken(page: &Page<'_>, at: usize, typed: &str, behind: usize) -> bool {
    let last = typed.rsplit(['.', ',']).next().map_or(0, str::len);
    let whole = super::relations::parents::noun(page, behind)
        .is_some_and(|(noun, _)| [NGUWOWIF, DDANGR, CHI, TOOR, TAAPJ, HOOJ].contains(&noun));
    // *số phiếu hợp lệ là 438.30*
    let label = page.word_before(at, 1, LAF) && typed.contains('.');
    let label = label && (2..7).any(|back| page.says(at.saturating_sub(back), &[SOOS, PHIEEUS]));
    let average = (1..16)
        .map_while(|back| at.checked_sub(back).filter(|at| !page.ends_sentence(*at)))
        .any(|at| page.at(at).is_any(&[BINHF, MOOIX, LEEJ]));
    let each = (behind..behind.saturating_add(5)).any(|at| page.mark(at, '/') || page.word(at, MOOIX));
    let said =
        typed.contains(['.', ',']) && last > 1 && last != 3 && (whole || label) && !page.at(behind).capital;
    said && (label || !average) && !each && page.before(at, 1).kind != Kind::Line
}

/// How far away another number by the thousand may stand.
const UNITS: usize = 16;
/// How far away the sign may stand of a share that is printed without.
const SIGN: usize = 60;
/// How many words before points may say that a share was higher by them.
const HIGHER: usize = 5;

/// *Tỷ lệ xếp loại qua hai năm (%): xuất sắc 12,6 – tốt 76,3 …*: a heading says that all are.
fn in_per_cent(page: &Page<'_>, at: usize) -> bool {
    (at.saturating_sub(SIGN)..at).any(|at| {
        let (open, close) = (page.before(at, 1), page.at(at.saturating_add(1)));
        page.mark(at, '%') && open.is('(') && close.is(')')
    })
}

/// *14 phiếu tín nhiệm (29,79)*: nothing else in a bracket behind a count, where others near have their sign.
fn alone_in_bracket(page: &Page<'_>, at: usize, behind: usize) -> bool {
    let Some(open) = at.checked_sub(1).filter(|open| page.mark(*open, '(') && page.mark(behind, ')')) else {
        return false;
    };
    let mut label = (open.saturating_sub(5)..open).rev();
    let counted = label.find(|at| page.at(*at).kind != Kind::Word).is_some_and(|at| page.at(at).is_number());
    let mut near = at.saturating_sub(SIGN)..behind.saturating_add(SIGN);
    counted && near.any(|at| page.mark(at, '%'))
}

fn percent(mut figure: Figure, typed: &str, behind: usize) -> Figure {
    figure.behind = behind;
    // Of 1.234% nobody knows whether it is a thousand; a share is more likely to have decimals.
    if let NumberReading::Value(value) | NumberReading::Ambiguous(value, _) =
        read_number(typed, FieldKind::Percent)
    {
        figure.what = What::Percent;
        figure.value = value;
    }
    figure
}

/// *5.935 nghìn thành viên, tăng 243 nghìn thành viên*: whether another number near counts the same by the thousand.
fn in_thousands_too(page: &Page<'_>, unit: usize) -> bool {
    let named = page.key(unit.saturating_add(1));
    let mut near = unit.saturating_sub(UNITS)..unit.saturating_add(UNITS);
    near.any(|at| {
        let same = at != unit && page.word(at, page.key(unit)) && page.word(at.saturating_add(1), named);
        same && page.before(at, 1).is_number()
    })
}

/// A count in thousands or millions. `5.200 nghìn` says it twice, if the number is full already.
fn in_thousands(figure: Figure, typed: &str, zeros: u32, behind: usize, full: bool) -> Figure {
    if !full
        && let NumberReading::Value(thousands) = read_number(typed, FieldKind::Count)
        && let Some(count) = in_units(thousands, zeros)
    {
        return Figure { what: What::Count, count, hedge: Hedge::About, behind, ..figure };
    }
    let read = read_number(typed, FieldKind::Percent);
    let (count, doubled) = match (&read, read_number(typed, FieldKind::Count)) {
        (NumberReading::Ambiguous(..), NumberReading::Value(full)) if zeros == 3 => (as_count(full), true),
        (NumberReading::Value(value), NumberReading::Value(full)) if typed.contains('.') => {
            if *value == full { (as_count(full), true) } else { (in_units(*value, zeros), false) }
        }
        (NumberReading::Value(value) | NumberReading::Ambiguous(value, _), _) => {
            (in_units(*value, zeros), false)
        }
        _ => (None, false),
    };
    let Some(count) = count else { return Figure { behind, ..figure } };
    // Said in thousands, it is rounded.
    let hedge = if figure.hedge == Hedge::None && !doubled { Hedge::About } else { figure.hedge };
    let flaw = doubled.then_some(Flaw::Doubled);
    Figure { what: What::Count, count, flaw, hedge, behind, ..figure }
}

/// Most groups of three digits of a number.
const MOST_GROUPS: usize = 4;

/// The digits at a place with groups of three behind it: 2 364. A plain space counts between such groups only.
pub(super) fn spaced<'t>(page: &Page<'t>, at: usize) -> (Cow<'t, str>, usize) {
    let mut typed = Cow::Borrowed(page.written(at));
    let mut behind = at.saturating_add(1);
    let begins = (1..=3).contains(&typed.len()) && whole_digits(&typed).is_some_and(|number| number > 0);
    while begins && behind.saturating_sub(at) < MOST_GROUPS {
        let (last, next) = (page.before(behind, 1), page.at(behind));
        let group = page.written(behind);
        let apart = next.start.saturating_sub(last.end) == 1 && next.is_number();
        let three = group.len() == 3 && whole_digits(group).is_some();
        if !apart || !three || typed.starts_with('0') {
            break;
        }
        // Cow::to_mut has a panic in it.
        typed = Cow::Owned([&typed, group].concat());
        behind = behind.saturating_add(1);
    }
    (typed, behind)
}

/// Behind `%` or *phần trăm*, if one stands here.
#[inline(never)]
pub(super) fn percent_sign(page: &Page<'_>, at: usize) -> Option<usize> {
    if page.mark(at, '%') {
        // Typed twice: 89% %.
        return Some(at.saturating_add(if page.mark(at.saturating_add(1), '%') { 2 } else { 1 }));
    }
    page.says(at, &[PHAANF, TRAWM]).then(|| at.saturating_add(2))
}

/// Whether the word before says that a share follows.
fn announces(page: &Page<'_>, at: usize) -> bool {
    let before = page.before(at, 1);
    before.is_word(CHIEEMS)
        || (before.is_word(LEEJ) && [TYR, TIR].iter().any(|word| page.word_before(at, 2, *word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What each number of a text is, and the count or the upper number.
    fn seen(text: &str) -> Vec<(What, u64)> {
        crate::audit::read(text).figures.iter().map(|figure| (figure.what, figure.count)).collect()
    }

    #[test]
    fn counts_are_told_from_what_counts_nothing() {
        assert_eq!(seen("Có 1.597người"), [(What::Count, 1597)]);
        assert_eq!(seen("15 trong tổng số 17 chi bộ"), [(What::Fraction, 15)]);
        assert_eq!(
            seen("ngày 5/9/2020, thứ 3/20, Điều 12").iter().filter(|one| one.0 != What::Other).count(),
            0
        );
        assert_eq!(seen("dưới 40: 5 đồng chí"), [(What::Other, 0), (What::Count, 5)]);
    }

    #[test]
    fn number_words_count_and_a_year_does_not() {
        assert_eq!(seen("Năm chi bộ xuất sắc, mười hai chi bộ tốt"), [(What::Count, 5), (What::Count, 12)]);
        assert_eq!(seen("Trong năm chi bộ đã kết nạp một đồng chí"), [(What::Count, 1)]);
        assert_eq!(seen("hai mươi lăm đồng chí"), []);
    }

    #[test]
    fn a_target_and_a_change_are_no_facts() {
        let roles = |text: &str| {
            crate::audit::read(text).figures.iter().map(|figure| figure.role).collect::<Vec<_>>()
        };
        assert_eq!(roles("Phấn đấu kết nạp 150 đảng viên"), [Role::Target]);
        assert_eq!(roles("tăng 12 đảng viên"), [Role::Change]);
        assert_eq!(roles("đạt và vượt 12/15 chỉ tiêu"), [Role::Fact]);
    }
}
