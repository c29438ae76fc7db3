//! *gồm 4 xã: An Bình, An Hòa và An Lạc*: a list of names that is not as long as announced.

use super::figures::{Figure, Role, What};
use super::lexer::Kind;
use super::page::Page;
use super::tables::line_end;
use super::words::*;
use crate::decimal::{Hedge, whole_digits};

/// A number that announces a list, and how many items follow.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Length {
    pub(crate) figure: usize,
    pub(crate) listed: u64,
}

/// Longest list that is counted.
const MOST: u64 = 24;
/// Most words of a line of such a list, and between a count and the colon behind it.
const REACH: usize = 14;
/// Most words between a count and its *gồm*.
const NAMED: usize = 24;
/// Most words of an item.
const WORDS: usize = 8;

/// Longest list of people, in words.
const LONGEST: usize = 400;

/// Words that a unit's name begins with.
const UNITS: [u32; 22] = [
    XAX, PHUWOWNGF, THIJ, HUYEENJ, QUAANJ, TINHR, THANHF, CHI, DDANGR, TRUWOWNGF, TRAMJ, PHONGF, BAN, COONG,
    SOWR, THANH, VAWN, CUCJ, VIEENJ, HOOIJ, UYR, CDDCS,
];

/// Every announced list of names, whether as long as announced or not.
pub(super) fn lengths(page: &Page<'_>, figures: &[Figure]) -> Vec<Length> {
    let mut found = Vec::new();
    for (at, figure) in figures.iter().enumerate() {
        let counts = figure.what == What::Count && figure.role == Role::Fact && figure.hedge == Hedge::None;
        if counts
            && (2..=MOST).contains(&figure.count)
            && let Some(open) = opened(page, figure)
            && let Some(listed) = items(page, open, page.at(figure.behind).key)
        {
            found.push(Length { figure: at, listed });
        } else if counts
            && (3..=MOST).contains(&figure.count)
            && let Some(line) = lines(page, figure, figures.get(at.saturating_add(1)))
            && let Some(listed) =
                numbered(page, line).or_else(|| bulleted(page, line, page.at(figure.behind).key))
            // One more or one less: else the lines are of something else.
            && figure.count.abs_diff(listed) < 2
        {
            found.push(Length { figure: at, listed });
        }
    }
    found
}

/// Where the lines begin behind the colon that ends the line of a count, if that is the last number of it.
fn lines(page: &Page<'_>, figure: &Figure, next: Option<&Figure>) -> Option<usize> {
    let near = figure.behind..figure.behind.saturating_add(REACH);
    let end = near.into_iter().find(|at| page.at(*at).kind == Kind::Line)?;
    let colon = end.checked_sub(1).filter(|at| page.mark(*at, ':'))?;
    let last = next.is_none_or(|next| next.first > colon);
    let one = !(figure.behind..colon).any(|at| page.ends_sentence(at));
    (last && one).then(|| end.saturating_add(1))
}

/// How many lines stand there that begin with the same mark and the noun announced: *+ Công đoàn xã Bình Sơn;*.
fn bulleted(page: &Page<'_>, mut at: usize, noun: u32) -> Option<u64> {
    let (mark, mut listed) = (page.at(at), 0_u64);
    if !['+', '-', '–', '•', '*'].iter().any(|bullet| mark.is(*bullet)) {
        return None;
    }
    while listed < MOST && page.at(at).key == mark.key && page.at(at).kind == mark.kind {
        let end = line_end(page, at);
        let words = at.saturating_add(1)..end;
        if words.len() > REACH
            || !page.word(words.start, noun)
            || words.into_iter().any(|at| page.at(at).is_number())
        {
            return None;
        }
        listed = listed.saturating_add(1);
        at = end.saturating_add(1);
    }
    (listed > 1).then_some(listed)
}

/// How many short lines stand there with numbers from 1.
fn numbered(page: &Page<'_>, mut at: usize) -> Option<u64> {
    let mut listed = 0_u64;
    while listed < MOST {
        let mark = page.at(at.saturating_add(1));
        let number = whole_digits(page.written(at)).filter(|_| page.at(at).is_number() && mark.glued);
        if number != Some(listed.saturating_add(1)) || !mark.is('.') && !mark.is(')') {
            break;
        }
        let end = line_end(page, at);
        // A name, and no sentence with figures of its own.
        let words = at.saturating_add(2)..end;
        if words.len() > REACH || words.into_iter().any(|at| page.at(at).is_number()) {
            return None;
        }
        listed = listed.saturating_add(1);
        at = end.saturating_add(1);
    }
    (listed > 1).then_some(listed)
}

/// Behind *gồm:* or *gồm* that follows a number and its noun.
fn opened(page: &Page<'_>, figure: &Figure) -> Option<usize> {
    let from = figure.behind;
    // *gồm 5 đồng chí: đồng chí …*
    if page.word_before(figure.first, 1, GOOMF) {
        let colon = (from..from.saturating_add(4)).find(|at| page.at(*at).kind != Kind::Word)?;
        return page.mark(colon, ':').then(|| colon.saturating_add(1));
    }
    for at in from..from.saturating_add(NAMED) {
        if page.word(at, GOOMF) {
            // *gồm các đồng chí: …*
            let behind = at.saturating_add(1);
            let named = (behind..behind.saturating_add(4)).find(|at| page.at(*at).kind != Kind::Word);
            let colon = named.filter(|at| page.mark(*at, ':') && page.word(behind, CACS)).unwrap_or(behind);
            return Some(if page.mark(colon, ':') { colon.saturating_add(1) } else { colon });
        }
        let token = page.at(at);
        let behind = at.saturating_add(1);
        // *3 tập thể được khen là: …*
        if token.is_word(LAF) && page.mark(behind, ':') {
            return Some(behind.saturating_add(1));
        }
        // *bảy đảng bộ xã, phường gồm: …*
        let unit = UNITS.contains(&page.at(behind).key) && page.at(behind).kind == Kind::Word;
        let comma =
            token.is(',') && (page.word(behind, GOOMF) || page.says(behind, &[VUWNGX, MANHJ]) || unit);
        // *chậm so với thời hạn 15/12/2018, gồm: …*
        let date = token.is('/') && page.before(at, 1).is_number();
        if token.kind != Kind::Word && !token.is_number() && !token.is('%') && !comma && !date {
            return None;
        }
    }
    None
}

/// How many items a sentence lists. None unless every item begins with the noun announced, *xã … , xã …*, and nothing says
/// that there are more.
fn items(page: &Page<'_>, from: usize, noun: u32) -> Option<u64> {
    let found = apart(page, from, noun).or_else(|| names(page, from, noun)).or_else(|| row(page, from, noun));
    found.or_else(|| places(page, from, noun))
}

/// *04 đại hội gồm: Tam An, Tam Lộc và Tam Vinh*: names of places without their unit, most of two words or more, up to the end of the
/// sentence or to words that go on with it.
fn places(page: &Page<'_>, from: usize, noun: u32) -> Option<u64> {
    if !UNITS.contains(&noun) && ![DDOWN, DDIAJ, TOOR, TAAPJ, COW, DDAIJ].contains(&noun)
        || !page.mark(from.checked_sub(1)?, ':')
    {
        return None;
    }
    let (mut count, mut long, mut words) = (0_u64, 0_u64, 0_usize);
    for at in from..from.saturating_add(LONGEST) {
        let token = page.at(at);
        let ends = page.ends_sentence(at) || token.kind == Kind::Line || token.is(';');
        if ends || token.is(',') || token.is_word(VAF) {
            if !(1..4).contains(&words) {
                return None;
            }
            count = count.saturating_add(1);
            long = long.saturating_add(u64::from(words > 1));
            words = 0;
            let next = page.at(at.saturating_add(1));
            // *…, Tam Dân, các đồng chí được giới thiệu đều trúng cử*
            let over = token.is(',') && next.kind == Kind::Word && !next.capital;
            if ends || over {
                return (count > 2 && long.saturating_mul(2) > count).then_some(count);
            }
        } else if token.kind == Kind::Word && token.capital {
            words = words.saturating_add(1);
        } else {
            return None;
        }
    }
    None
}

/// *đồng chí A, nguyên Bí thư; đồng chí B, kế toán*: items with semicolons between, each of which begins with the noun.
fn apart(page: &Page<'_>, from: usize, noun: u32) -> Option<u64> {
    let (mut count, mut first) = (0_u64, true);
    for at in from..from.saturating_add(LONGEST) {
        let token = page.at(at);
        let begins = token.is_word(noun);
        if token.is(';') || first {
            let item = if first { at } else { at.saturating_add(1) };
            first = false;
            count = count.saturating_add(1);
            let named = item.saturating_add(usize::from(page.word(item, VAF)));
            if !page.word(named, noun) {
                return None;
            }
        } else if page.ends_sentence(at) || token.kind == Kind::Line {
            return (count > 2).then_some(count);
        } else if begins && page.before(at, 1).is(',')
            || token.is_number()
            || token.is('(')
            || token.is_word(KHACS)
            || token.is_word(CACS)
        {
            return None;
        }
    }
    None
}

/// *09 đồng chí: Nguyễn Thành Long, Trần Thị Mỹ Dung (kế toán) và Lê Hoàng Phúc*: names of people, each of two words or more.
fn names(page: &Page<'_>, from: usize, noun: u32) -> Option<u64> {
    if ![DDOONGF, NGUWOWIF, DDANGR, DDC, QUAANF].contains(&noun) {
        return None;
    }
    let (mut count, mut words, mut inside) = (0_u64, 0_usize, false);
    for at in from..from.saturating_add(LONGEST) {
        let token = page.at(at);
        let ends = page.ends_sentence(at) || token.kind == Kind::Line || token.is(';');
        if token.is('(') || token.is(')') {
            inside = token.is('(');
            continue;
        }
        if inside && !ends {
            continue;
        }
        if ends || token.is(',') || token.is_word(VAF) {
            if !(2..6).contains(&words) {
                return None;
            }
            (count, words) = (count.saturating_add(1), 0);
            if ends {
                return (count > if token.is(';') { 2 } else { 1 }).then_some(count);
            }
        } else if token.kind == Kind::Word && token.capital {
            words = words.saturating_add(1);
        } else if words == 0 && token.is_any(&[OONG, BAF, ANH, CHIJ, DDOONGF, CHIS]) {
            // *ông Trịnh Bá Lộc*
        } else {
            return None;
        }
    }
    None
}

/// Items with commas between, each of which begins with the noun, *xã … , xã …*, or with that of a unit.
fn row(page: &Page<'_>, from: usize, noun: u32) -> Option<u64> {
    // Units of every kind where units are announced: 5 đơn vị gồm: xã …, phường …, thị trấn ….
    let units: &[u32] = if [DDOWN, DDIAJ, XAX, TOOR, TAAPJ, COW].contains(&noun) { &UNITS } else { &[] };
    let begins = |at: usize| page.word(at, noun) || units.iter().any(|unit| page.word(at, *unit));
    let mut count = 0_u64;
    let mut words = 0_usize;
    let mut at = from;
    let mut mark = 0;
    // *các xã Tân Thành, Bình Lộc, Hòa Mỹ*: the unit is said once.
    let mut several = false;
    loop {
        let token = page.at(at);
        // Behind commas a semicolon ends it.
        let apart = token.is(',') || token.is(';');
        if apart && mark == 0 {
            mark = token.key;
        }
        let over = token.is(';') && token.key != mark;
        if over && begins(at.saturating_add(1)) {
            return None;
        }
        let ends = page.ends_sentence(at) || token.kind == Kind::Line || over;
        let next = at.saturating_add(1);
        let splits = token.is(',')
            || token.is(';')
            || token.is_word(VAF) && (begins(next) || several && page.at(next).capital);
        if ends || splits {
            if words > 0 {
                count = count.saturating_add(1);
            }
            words = 0;
            if ends {
                break;
            }
        } else if words == 0 && token.is_word(CACS) && begins(next) {
            several = true;
        } else if token.kind == Kind::Word {
            let first = words == 0 && !(several && token.capital);
            words = words.saturating_add(1);
            let more = [KHACS, CACS, NHUWNGX, CUNGF, MOOTJ, V];
            let unit = token.key == noun || units.contains(&token.key);
            if (first && !unit) || words > WORDS || more.contains(&token.key) || count > MOST {
                return None;
            }
        } else if token.is_number() && page.word_before(at, 1, SOOS) && words > 0 {
            // *Trường Tiểu học số 1*
        } else if words == 0 || !token.is('-') && !token.is('–') {
            // A number, a bracket, dots: no plain list of names.
            return None;
        }
        at = at.saturating_add(1);
    }
    (count >= 2).then_some(count)
}
