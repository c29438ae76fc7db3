//! Numbers → figures: what each number counts, or that it counts nothing: a date, a document, a rank, money.

use super::lexer::Kind;
use super::others::{
    age, counted, date, document, in_a_name, listed, measure, measured, money, name_before, reckoned,
    whole_chain,
};
use super::page::Page;
use super::words::*;
use crate::decimal::{
    Decimal, FieldKind, Hedge, NumberReading, as_count, in_units, read_number, whole_digits,
};

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
    /// Which sentence and which paragraph of the text it stands in.
    pub(crate) sentence: u32,
    pub(crate) paragraph: u32,
}

impl Figure {
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
        if token.is('(') || token.is('[') {
            depth = depth.saturating_add(1);
        } else if token.is(')') || token.is(']') {
            depth = depth.saturating_sub(1);
        } else if page.ends_sentence(at) {
            // A bracket that was never closed ends with its sentence.
            depth = 0;
            sentence = sentence.saturating_add(1);
        }
        if token.kind == Kind::Line && token.key > 1 {
            paragraph = paragraph.saturating_add(1);
        }
        let figure = match token.kind {
            Kind::Number => Some(number(page, at)),
            Kind::Word => none(page, at).or_else(|| spelled(page, at)),
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

/// *15 trong tổng số 17 chi bộ* is 15/17.
fn in_words(page: &Page<'_>, figures: Vec<Figure>) -> Vec<Figure> {
    let mut joined: Vec<Figure> = Vec::with_capacity(figures.len());
    for figure in figures {
        if let Some(upper) = joined.last_mut()
            && upper.what == What::Count
            && figure.what == What::Count
            && upper.count <= figure.count
            && (among(page, upper.behind, figure.first) || twin(page, figure.first) == Some(upper.behind))
        {
            upper.what = What::Fraction;
            upper.of = Some(figure.count);
            upper.behind = figure.behind;
            upper.span.1 = figure.span.1;
            upper.to = figure.to;
            if upper.hedge == Hedge::None {
                upper.hedge = figure.hedge;
            }
            continue;
        }
        joined.push(figure);
    }
    joined
}

/// *1.597người/1.640 người*: behind the upper number, where the noun stands behind both.
fn twin(page: &Page<'_>, at: usize) -> Option<usize> {
    let behind = at.saturating_add(1);
    (1..3).find_map(|words| {
        let from = at.checked_sub(words)?.checked_sub(1)?;
        let same = (0..words).all(|step| {
            let (one, other) = (page.at(from.saturating_add(step)), page.at(behind.saturating_add(step)));
            one.kind == Kind::Word && other.is_word(one.key)
        });
        (same && page.before(at, 1).is('/') && page.before(from, 1).is_number()).then_some(from)
    })
}

/// Whether *trong (tổng) số*, *trên tổng số* or */tổng số* joins two numbers.
fn among(page: &Page<'_>, from: usize, to: usize) -> bool {
    if to.saturating_sub(from) > 7
        || (from..to).any(|at| page.at(at).kind != Kind::Word && !page.mark(at, '/'))
    {
        return false;
    }
    let last = |back: usize, key: u32| page.word_before(to, back, key);
    let among = last(1, SOOS)
        && (last(2, TRONG)
            || (last(2, TOONGR) && (last(3, TRONG) || last(3, TREEN) || page.mark(from, '/'))));
    among && to > from
}

fn blank(at: usize) -> Figure {
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
        sentence: 0,
        paragraph: 0,
    }
}

/// Không: zero where it stands for a number, behind a colon or *là*, or in *không có … nào*.
fn none(page: &Page<'_>, at: usize) -> Option<Figure> {
    if !page.word(at, KHOONG) {
        return None;
    }
    let mut figure = Figure { what: What::Count, ..blank(at) };
    let before = page.before(at, 1);
    let has = page.word(at.saturating_add(1), COS);
    let behind = if has { at.saturating_add(2) } else { at.saturating_add(1) };
    let ends = matches!(page.at(behind).kind, Kind::Line | Kind::Mark) && !page.mark(behind, '"');
    figure.behind = behind;
    if ends && (before.is(':') || before.is('-') || before.is_word(LAF)) {
        return Some(figure);
    }
    let noun = |from: usize| {
        let word = page.at(from);
        [TOOR, CHI, DDANGR, DDOWN, TAAPJ, DDOONGF, CAS, PHIEEUS, DDOANF, VIEEN, NGUWOWIF]
            .iter()
            .any(|noun| word.is_word(*noun))
    };
    // không TCCSĐ nào
    let near = behind.saturating_add(1)..behind.saturating_add(5);
    let any = (noun(behind) || counted(page, behind)) && near.clone().any(|at| page.word(at, NAOF));
    (has && noun(behind) || any).then_some(figure)
}

/// Number words before what is counted, up to nineteen. *Năm* is a year as often: it counts where a sentence or a list begins with
/// it, or behind *có*.
fn spelled(page: &Page<'_>, at: usize) -> Option<Figure> {
    let mut behind = at.saturating_add(1);
    let mut count = digit(page, at)?;
    if count == 10
        && let Some(units) = digit(page, behind).filter(|units| *units < 10)
    {
        count = count.saturating_add(units);
        behind = behind.saturating_add(1);
    }
    let noun = page.says(behind, &[DDOONGF, CHIS])
        || page.says(behind, &[CHI, BOOJ])
        || page.says(behind, &[DDANGR, VIEEN])
        || page.says(behind, &[DDANGR, BOOJ])
        || page.says(behind, &[TOOR, CHUWCS])
        || page.says(behind, &[TAAPJ, THEER])
        || page.word(behind, PHIEEUS);
    let before = page.before(at, 1);
    // Hai mươi lăm: more than is read here.
    let larger = before.is_word(MUWOWI) || before.is_word(MUWOWIF) || before.is_number();
    let opens = before.kind != Kind::Word || before.is_any(&[COS, GOOMF, VAF, LAF]);
    (noun && !larger && (opens || !page.word(at, NAWM))).then(|| Figure {
        what: What::Count,
        role: role(page, at),
        hedge: hedge(page, at),
        count,
        behind,
        ..blank(at)
    })
}

pub(super) fn digit(page: &Page<'_>, at: usize) -> Option<u64> {
    let token = page.at(at);
    if token.kind != Kind::Word {
        return None;
    }
    Some(match token.key {
        MOOTJ => 1,
        HAI => 2,
        BA => 3,
        BOONS => 4,
        NAWM | LAWM => 5,
        SAUS => 6,
        BAYR => 7,
        TAMS => 8,
        CHINS => 9,
        MUWOWIF => 10,
        _ => return None,
    })
}

/// Whether a percentage follows behind a dash: 70–80%.
fn ranges(page: &Page<'_>, at: usize) -> bool {
    let mark = page.at(at);
    let upper = at.saturating_add(1);
    let joins = mark.is('-') || mark.is('–') || mark.is_word(DDEENS);
    joins && page.at(upper).is_number() && percent_sign(page, upper.saturating_add(1)).is_some()
}

/// What the number at a place is.
fn number(page: &Page<'_>, at: usize) -> Figure {
    let mut figure = blank(at);
    let (before, next) = (page.before(at, 1), page.at(at.saturating_add(1)));
    let twin = twin(page, at).is_some();
    figure.behind = whole_chain(page, at);
    if figure.behind > at.saturating_add(1)
        || listed(page, at)
        || in_a_name(page, at) && !twin
        || reckoned(page, at)
    {
        return figure;
    }
    if let Some(behind) = date(page, at).or_else(|| document(page, at)) {
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
        return in_thousands(figure, &typed, zeros, unit_behind);
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
    // Từ 31 đến 45 tuổi.
    let end = behind.saturating_add(2);
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
    match read_number(&typed, FieldKind::Count) {
        NumberReading::Value(value) => {
            figure.what = What::Count;
            figure.count = as_count(value).unwrap_or(0);
        }
        // 9,41 where the sign was forgotten: only behind a word that announces a share, and not *tỷ lệ 1,74 người*.
        _ if announces(page, at) && !counted(page, behind) || alone_in_bracket(page, at, behind) => {
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
    let whole = super::parents::noun(page, behind)
        .is_some_and(|(noun, _)| [NGUWOWIF, DDANGR, CHI, TOOR, TAAPJ, HOOJ].contains(&noun));
    let average = (1..16)
        .map_while(|back| at.checked_sub(back).filter(|at| !page.ends_sentence(*at)))
        .any(|at| page.at(at).is_any(&[BINHF, MOOIX, LEEJ]));
    let each = (behind..behind.saturating_add(5)).any(|at| page.mark(at, '/') || page.word(at, MOOIX));
    let said = typed.contains(['.', ',']) && last > 1 && last != 3 && whole && !page.at(behind).capital;
    said && !average && !each && page.before(at, 1).kind != Kind::Line
}

/// How far away the sign may stand of a share that is printed without.
const SIGN: usize = 60;

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

fn fraction(page: &Page<'_>, figure: Figure, upper: &str, lower: &str) -> Figure {
    let read = |typed: &str| match read_number(typed, FieldKind::Count) {
        NumberReading::Value(value) => as_count(value),
        _ => None,
    };
    let (Some(count), Some(of)) = (read(upper), read(lower)) else { return figure };
    let ranked = name_before(page, figure.first);
    // 5/9 may be a day; it is a fraction when something is said of it.
    let day = (1..=31).contains(&count) && (1..=12).contains(&of);
    let after = page.at(figure.behind);
    let said = after.is('=')
        || after.is('(')
        || after.is(',')
        || after.is('%')
        || counted(page, figure.behind)
        || noun(page, figure.behind);
    if ranked || of == 0 || (day && !said) || measured(page, figure.behind) {
        return figure;
    }
    // "đạt và vượt 12/15 chỉ tiêu"
    let role = if figure.role == Role::Beyond { Role::Fact } else { figure.role };
    Figure { what: What::Fraction, role, count, of: Some(of), ..figure }
}

/// Whether a noun may stand here: a word that a date is not followed by.
fn noun(page: &Page<'_>, at: usize) -> bool {
    let after_dates = [NAWM, VAF, DDEENS, LAF, TAIJ, CUAR, HAWNGF, HANGF, NAYF, QUA, SAWPS, DO, TOWIS, CHO];
    let word = page.at(at);
    word.kind == Kind::Word && !word.capital && !after_dates.contains(&word.key)
}

/// A count in thousands or millions. `5.200 nghìn` says it twice: the number is full already.
fn in_thousands(figure: Figure, typed: &str, zeros: u32, behind: usize) -> Figure {
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
pub(super) fn spaced(page: &Page<'_>, at: usize) -> (String, usize) {
    let mut typed = page.written(at).to_owned();
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
        typed.push_str(group);
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

fn hedge(page: &Page<'_>, at: usize) -> Hedge {
    let before = page.before(at, 1);
    let earlier = page.before(at, 2);
    if before.kind != Kind::Word {
        return Hedge::None;
    }
    match before.key {
        GAANF | NGOTS => Hedge::Almost,
        HOWN if !earlier.is_any(&[CAO, THAAPS, NHIEEUF, ITS]) => Hedge::Over,
        TREEN => Hedge::Over,
        KHOANGR | CHUWNGF | DDOOJ => Hedge::About,
        XIR if earlier.is_word(XAAPS) => Hedge::About,
        DUWOWIS => Hedge::Under,
        _ => Hedge::None,
    }
}

/// What a number is said for, from the words before it.
fn role(page: &Page<'_>, at: usize) -> Role {
    let hedges = [GAANF, HOWN, TREEN, KHOANGR, XIR, XAAPS, THEEM, DDEENS];
    let mut back = 1;
    while back < 4 && hedges.iter().any(|word| page.word_before(at, back, *word)) {
        back = back.saturating_add(1);
    }
    let word = page.before(at, back);
    let earlier = page.before(at, back.saturating_add(1));
    if word.kind == Kind::Word {
        match word.key {
            // *thiếu 1 đại biểu*: of those that should be
            THIEEUS => return Role::Change,
            TAWNG | GIAMR | BOTS | SUTJ if !earlier.is_word(KHOONG) => return Role::Change,
            VUWOWTJ if !earlier.is_word(KHOONG) => return Role::Beyond,
            _ => {}
        }
    }
    let than = page.before(at, 1);
    if than.is_word(HOWN) && [CAO, THAAPS, NHIEEUF, ITS].iter().any(|word| page.word_before(at, 2, *word)) {
        return Role::Change;
    }
    wanted(page, at)
}

/// Whether the clause before the number says what should be.
fn wanted(page: &Page<'_>, at: usize) -> Role {
    for back in 1..30 {
        let Some(here) = at.checked_sub(back) else { break };
        let token = page.at(here);
        if token.is(';') || token.kind == Kind::Line || page.ends_sentence(here) {
            break;
        }
        if token.kind != Kind::Word {
            continue;
        }
        let next = page.at(here.saturating_add(1));
        let (strong, close, past) = match token.key {
            PHAANS => (next.is_word(DDAAUS), false, false),
            MUCJ => (next.is_word(TIEEU), false, false),
            KHOONG => (false, next.is_word(QUAS) || next.is_word(VUWOWTJ), false),
            TOOIS => (false, next.is_word(DDA) || next.is_word(THIEEUR), false),
            ITS => (false, next.is_word(NHAATS), false),
            PHAIR => (false, next.is_word(DDATJ), false),
            DUWJ => (false, next.is_word(KIEENS), false),
            CUNGF => (false, false, next.is_word(KYF)),
            NAWM => (false, false, next.is_word(TRUWOWCS)),
            _ => continue,
        };
        if strong || (close && back < 6) {
            return Role::Target;
        }
        if past && back < 5 && !page.word(here.saturating_sub(1), VOWIS) {
            return Role::Before;
        }
    }
    Role::Fact
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
