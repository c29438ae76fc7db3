//! Numbers that count nothing: dates, documents, ranks, names, measures, money, telephones.

use super::{percent_sign, spaced};
use crate::audit::lexer::{Kind, Token, is_capital};
use crate::audit::page::Page;
use crate::audit::words::*;
use crate::decimal::whole_digits;

/// Names that a number belongs to when it stands right behind: ngày 5, Điều 12, phường 4.
const NAMES: [u32; 28] = [
    NGAYF, THANGS, NAWM, QUYS, KHOAS, KHOANR, DDIEEMR, DDIEEUF, CHUWOWNG, MUCJ, THUWS, HANGJ, LAANF, CUMJ,
    KHOOIS, THOON, KHU, PHUWOWNGF, QUAANJ, MAAUX, LUCJ, TRANG, DDOWTJ, TOP, LOWPS, DDOOIJ, AAPS, TOOR,
];

/// What is measured and not counted: 5 năm, 30 điểm, 7 tuổi.
const MEASURES: [u32; 22] = [
    DDIEEMR, GIOWF, PHUTS, NGAYF, THANGS, NAWM, TUOOIR, TUAANF, QUYS, LAANF, KM, KG, HA, TAANS, M, USD,
    TRANG, KHOAS, H, G, MEETS, BAACJ,
];

/// Longest row of numbers that cells are called by, in words and marks.
const ROW: usize = 40;
/// Most groups of a telephone number.
const MOST_GROUPS: usize = 6;

/// Numbers with a colon, slashes or spaces between that make no thousands: hours, days, telephones.
pub(super) fn whole_chain(page: &Page<'_>, at: usize) -> usize {
    let mut behind = at.saturating_add(1);
    let hour = page.mark(behind, ':') && page.at(behind).glued && page.at(behind.saturating_add(1)).glued;
    if hour && page.at(behind.saturating_add(1)).is_number() {
        while page.mark(behind, ':') && page.at(behind.saturating_add(1)).is_number() {
            behind = behind.saturating_add(2);
        }
        return behind;
    }
    // *đồn A: 9/49/3/0*: several counts in one, or a day.
    let mut slashed = behind;
    while page.mark(slashed, '/') && page.at(slashed.saturating_add(1)).is_number() {
        slashed = slashed.saturating_add(2);
    }
    if slashed > behind.saturating_add(2) {
        return slashed;
    }
    if !page.at(behind).is_number() {
        return behind;
    }
    let (_, mut end) = spaced(page, at);
    let mut long = page.written(at).len() > 3 || page.written(at).starts_with('0');
    let most = end.saturating_add(MOST_GROUPS);
    while end < most && page.at(end).is_number() && percent_sign(page, end.saturating_add(1)).is_none() {
        long |= page.written(end).len() > 3;
        end = end.saturating_add(1);
    }
    if end > at.saturating_add(1) && page.at(at.saturating_add(1)).is_number() && long {
        behind = end;
    }
    behind
}

/// *mỗi hộ 01 phiếu*: so many for each.
pub(super) fn for_each(page: &Page<'_>, at: usize) -> bool {
    let words = (1..4).map_while(|back| Some(page.before(at, back)).filter(|word| word.kind == Kind::Word));
    words.into_iter().any(|word| word.is_word(MOOIX))
}

/// *(841 + 11 - 09)*: a bracket of nothing but numbers with signs between, which says how a number came about.
pub(super) fn reckoned(page: &Page<'_>, at: usize) -> bool {
    let part = |at: usize| {
        let token = page.at(at);
        token.is_number() || token.is('+') || token.is('-') || token.is('–') || token.is('=')
    };
    let open = (1..ROW).find_map(|back| at.checked_sub(back).filter(|at| !part(*at)));
    let close = (at..at.saturating_add(ROW)).find(|at| !part(*at));
    let Some((open, close)) = open.zip(close) else { return false };
    page.mark(open, '(') && page.mark(close, ')') && page.marks(open..close, '+')
}

/// *là Chi bộ 3 và Chi bộ 7, (Chi bộ 1, 2, 4)*: the number of a cell or of the next in a row of such.
fn cell_name(page: &Page<'_>, at: usize) -> bool {
    let next = page.at(at.saturating_add(1));
    let ends = next.kind != Kind::Word || next.is_word(VAF);
    let mut here = at;
    // Back over the numbers of the row and the names between them, to what opens it.
    while ends && at.saturating_sub(here) < ROW {
        let behind_number = |from: usize| page.before(from, 2).is_number();
        if page.before(here, 1).is(',') && behind_number(here) {
            here = here.saturating_sub(2);
            continue;
        }
        let Some(named) = here.checked_sub(2) else { break };
        let unit = page.says(named, &[CHI, BOOJ]) || page.says(named, &[DDANGR, BOOJ]);
        let opener = page.before(named, 1);
        if !unit || !page.at(named).capital {
            break;
        }
        if opener.is_word(LAF) || opener.is('(') {
            return true;
        }
        if !(opener.is_word(VAF) || opener.is(',')) || !behind_number(named) {
            break;
        }
        here = named.saturating_sub(2);
    }
    false
}

/// The number of a paragraph: `2.` or `3)` at the beginning of a sentence or a line.
pub(super) fn listed(page: &Page<'_>, at: usize) -> bool {
    let before = page.before(at, 1);
    let next = page.at(at.saturating_add(1));
    let first =
        before.kind == Kind::Line || at.checked_sub(1).is_some_and(|before| page.ends_sentence(before));
    let after = page.at(at.saturating_add(2));
    first
        && next.glued
        && (next.is('.') || next.is(')'))
        && !(after.glued && after.is_number())
        && after.kind != Kind::Line
        || first && page.written(at).matches('.').count() > 0 && page.written(at).len() < 6 && next.is('.')
}

/// A digit right behind a letter or a hyphenated name, COVID-19, or before one, 7x.
pub(super) fn in_a_name(page: &Page<'_>, at: usize) -> bool {
    let before = page.before(at, 1);
    let here = page.at(at);
    let next = page.at(at.saturating_add(1));
    // *thế hệ 7x*
    next.glued && matches!(page.written(at.saturating_add(1)), "x" | "X")
        || (here.glued && before.kind == Kind::Word)
        || (here.glued && before.glued && before.is('-') && page.before(at, 2).kind == Kind::Word)
        || (here.glued && before.is('/') && before.glued && page.before(at, 2).kind == Kind::Word)
}

/// Behind the date that begins here: 31/12/2020, 26-11, 8.3.2018, 2020–2025, 10,11/11/2022.
pub(super) fn date(page: &Page<'_>, at: usize) -> Option<usize> {
    let dash = |token: &Token| token.is('-') || token.is('–') || token.is('—');
    let plain = |at: usize| whole_digits(page.written(at)).filter(|_| page.written(at).len() <= 4);
    let year = |number: u64| (1900..=2100).contains(&number);
    let next = page.at(at.saturating_add(1));
    let second_at = at.saturating_add(2);
    let names = [NGAYF, SANGS, SANG, CHIEEUF, TOOIS, HOOM, THANGS, TUWF, DDEENS, LEEX, DIPJ, NAWM];
    let named = || page.before(at, 1).is_any(&names);
    // Most numbers are shorter.
    let typed = page.written(at);
    if typed.len() > 7
        && typed.split('.').count() == 3
        && typed.split('.').next_back().is_some_and(|end| end.len() == 4)
    {
        return Some(at.saturating_add(1));
    }
    if !page.at(second_at).is_number() || !(next.is('/') || dash(next)) {
        // 8, 9/11/2022: the first of several days.
        return None;
    }
    let (first, second) = (plain(at), plain(second_at));
    let third_at = at.saturating_add(4);
    let mark = page.at(at.saturating_add(3));
    let three = (mark.is('/') || dash(mark)) && mark.glued && plain(third_at).is_some_and(year);
    if three && second.is_some_and(|month| month <= 12) {
        return Some(at.saturating_add(5));
    }
    let (first, second) = (first?, second?);
    let span = year(first) && year(second) && page.written(at).len() == 4;
    let day = (1..=31).contains(&first) && (1..=12).contains(&second);
    let month = (1..=12).contains(&first) && year(second) && page.written(second_at).len() == 4;
    let hyphen = dash(next) && next.glued && page.at(second_at).glued;
    if span || (month && (next.is('/') || hyphen)) || (day && named() && (next.is('/') || hyphen)) {
        return Some(at.saturating_add(3));
    }
    None
}

/// Most parts of the number of a document: 89/2018/QĐ-UBND-BTC.
const MOST_PARTS: usize = 12;

/// Behind the number of a document: 21-NQ/TW, 89/2018/QĐ-UBND, also broken over lines and with spaces.
pub(super) fn document(page: &Page<'_>, at: usize) -> Option<usize> {
    let mut end = at.saturating_add(1);
    if page.mark(end, '/')
        && page.at(end.saturating_add(1)).is_number()
        && page.mark(end.saturating_add(2), '/')
    {
        end = end.saturating_add(2);
    }
    let mark = page.at(end);
    if !(mark.is('-') || mark.is('–') || mark.is('/') || mark.is('—')) {
        return None;
    }
    end = end.saturating_add(1);
    if page.at(end).kind == Kind::Line {
        end = end.saturating_add(1);
    }
    let name = page.at(end);
    let joined = page.at(end.saturating_add(1));
    let parts = joined.is('/') || joined.is('-');
    let upper = page.written(end).chars().nth(1).is_some_and(is_capital);
    let near = mark.glued || name.glued || parts;
    (name.kind == Kind::Word && name.capital && upper && near).then(|| {
        let mut end = end.saturating_add(1);
        let most = end.saturating_add(MOST_PARTS);
        while end < most
            && page.at(end).glued
            && (page.mark(end, '/') || page.mark(end, '-') || page.at(end).kind == Kind::Word)
        {
            end = end.saturating_add(1);
        }
        end
    })
}

/// *cuối tháng 843 đồng chí, cuối năm 843 đảng viên*: more than a month or a day can be, before what is counted.
fn no_date(page: &Page<'_>, at: usize) -> bool {
    let (typed, behind) = spaced(page, at);
    // With its points a number of thousands.
    let number = whole_digits(&typed).unwrap_or(u64::MAX);
    let more = match page.before(at, 1).key {
        THANGS => number > 12,
        NGAYF => number > 31,
        NAWM => typed.len() == 3 || number > 2_100,
        _ => false,
    };
    more && counted(page, behind)
}

/// Whether a word that takes a number as its name stands right before.
pub(super) fn name_before(page: &Page<'_>, at: usize) -> bool {
    let before = page.before(at, 1);
    let earlier = page.before(at, 2);
    if cell_name(page, at) {
        return true;
    }
    // *loại 4, 5, 6: 205*
    let mut row = at;
    while at.saturating_sub(row) < ROW && page.before(row, 1).is(',') && page.before(row, 2).is_number() {
        row = row.saturating_sub(2);
    }
    if row < at && page.before(row, 1).is_any(&[LOAIJ, MUWCS]) {
        return true;
    }
    if before.kind != Kind::Word {
        return false;
    }
    // *hôm mồng 8*
    if before.is_any(&[MOONGF, MUNGF]) {
        return true;
    }
    if before.key == SOOS {
        let (_, behind) = spaced(page, at);
        // *dân tộc thiểu số 8 (24,24%)*
        let many = earlier.is_any(&[TOONGR, TRONG, THIEEUR]);
        return !(many || counted(page, behind));
    }
    let instrument = (before.key == QUYEETS && earlier.is_word(NGHIJ))
        || (before.key == DDINHJ && earlier.is_any(&[NGHIJ, QUY, QUYEETS]))
        || (before.key == THIJ && earlier.is_word(CHIR))
        || (before.key == DAANX && earlier.is_word(HUWOWNGS))
        || (before.key == ANS && earlier.is_word(DDEEF));
    // Nông thôn 22, lực lượng vũ trang 6, quân đội 9 are no names with a number.
    let compound = [
        (DDAWCJ, DDIEEMR),
        (KIEEMR, DDIEEMR),
        (NOONG, THOON),
        (VUX, TRANG),
        (QUAAN, DDOOIJ),
        (BOOJ, DDOOIJ),
        (GUWOWNG, MAAUX),
    ];
    let unit = compound.iter().any(|(first, last)| before.key == *last && earlier.is_word(*first))
        // *xã, phường 97; cơ quan 88*
        || before.key == PHUWOWNGF && earlier.is(',') && page.before(at, 3).is_word(XAX);
    // Nor are ba khối 43 chi bộ, 6 tháng 19 đồng chí.
    let many = earlier.is_number() || super::spelled::digit(earlier).is_some();
    let several = many && counted(page, at.saturating_add(1));
    // *mới chuyển đến chưa đủ 6 tháng 09*
    let lasts = before.key == THANGS && many && page.before(at, 3).is_any(&[DDUR, DUWOWIS, QUAS]);
    // *rút mẫu 32 hồ sơ*
    let behind = page.at(at.saturating_add(1));
    let sample = before.key == MAAUX
        && !before.capital
        && behind.kind == Kind::Word
        && !behind.capital
        && whole_digits(page.written(at)).is_some_and(|many| many > 9);
    // Mức 1, mức độ 2, cấp 3; but mức 5 người.
    let step = matches!(page.written(at), "1" | "2" | "3" | "4" | "5")
        && (before.is_word(MUWCS)
            // *Lý luận chính trị: cao cấp 3, trung cấp 12*
            || before.is_word(CAAPS) && !earlier.is_any(&[CAO, TRUNG, SOW])
            || before.key == DDOOJ && earlier.is_word(MUWCS)
            || before.key == LOAIJ && !earlier.is_word(XEEPS))
        && percent_sign(page, at.saturating_add(1)).is_none()
        && !counted(page, at.saturating_add(1));
    // "tổ 5" is a name, "2 tổ 5 người" hardly ever; but a list of "tổ chức" never ends in "tổ".
    instrument
        || step
        || (NAMES.contains(&before.key) && !unit && !several && !lasts && !sample && !no_date(page, at))
}

pub(super) fn measure(token: &Token) -> bool {
    token.kind == Kind::Word && MEASURES.contains(&token.key)
}

/// Whether what stands here is a measure: 5 năm, but not "80 năm 2019".
pub(super) fn measured(page: &Page<'_>, at: usize) -> bool {
    let unit = page.at(at);
    if unit.is_word(BIEEUR) && page.word(at.saturating_add(1), HIEENJ) {
        return true;
    }
    let hour = unit.glued
        && unit.kind == Kind::Word
        && page.written(at).len() <= 4
        && page.written(at).starts_with(['h', 'g', 'H'])
        && page.written(at).chars().skip(1).all(|c| c.is_ascii_digit());
    let dated = (unit.is_word(NAWM) || unit.is_word(THANGS) || unit.is_word(NGAYF) || unit.is_word(QUYS))
        && page.at(at.saturating_add(1)).is_number()
        && page.written(at.saturating_add(1)).len() == 4;
    hour || (measure(unit) && !dated)
}

/// Whether a number is an age though *tuổi* does not stand right behind it: *18 - 30 tuổi*, *độ tuổi dưới 50*, *tuổi từ 51 - 59*.
pub(super) fn age(page: &Page<'_>, at: usize, behind: usize) -> bool {
    let joins = |at: usize| page.mark(at, '-') || page.mark(at, '–') || page.word(at, DDEENS);
    let upper = behind.saturating_add(1);
    if joins(behind) && page.at(upper).is_number() && page.word(upper.saturating_add(1), TUOOIR) {
        return true;
    }
    if page.written(at).len() > 2 || counted(page, behind) {
        return false;
    }
    // *Độ tuổi: dưới 31: 8; 31 - 40: 17; trên 50: 6*: ten years, and their count behind a colon.
    let low = |at: usize| whole_digits(page.written(at));
    let ten = |low: Option<u64>, high: Option<u64>| {
        low.zip(high)
            .is_some_and(|(low, high)| high.checked_sub(low).is_some_and(|gap| gap == 9 || gap == 10))
    };
    if joins(behind) && ten(low(at), low(upper)) && page.mark(upper.saturating_add(1), ':')
        || page.mark(behind, ':') && joins(at.saturating_sub(1)) && ten(low(at.saturating_sub(2)), low(at))
    {
        return true;
    }
    // *cao tuổi nhất 82, trẻ nhất 24*
    if page.word_before(at, 1, NHAATS) && page.before(at, 2).is_any(&[TUOOIR, TRER]) {
        return true;
    }
    // Behind *tuổi* itself stands a count: *dưới 30 tuổi 12 đồng chí*.
    let mut bound = false;
    for back in 1..6 {
        let token = page.before(at, back);
        match token.kind {
            Kind::Word if token.key == TUOOIR => return bound,
            Kind::Word if [DUWOWIS, TREEN, TUWF, DDEENS].contains(&token.key) => bound = true,
            Kind::Number => {}
            Kind::Mark if token.is('-') || token.is('–') => {}
            _ => return false,
        }
    }
    false
}

/// Whether people or organisations stand here.
pub(super) fn counted(page: &Page<'_>, at: usize) -> bool {
    let unit = page.at(at);
    let known = [
        DDANGR, TOOR, CHI, DDOONGF, NGUWOWIF, DDOWN, CANS, COONG, VIEEN, TAAPJ, PHIEEUS, DDOANF, HOOIJ, CAS,
        LUWOWTJ, DDAIJ, HOOJ, CBCCVC, TCCSDD, DD, DDV, CUOOCJ, XAX, TRUWOWNGF, CAAPS, DDC, CHIR, BAN,
        NHIEEMJ, VIEECJ,
    ];
    unit.kind == Kind::Word && known.contains(&unit.key)
}

pub(in crate::audit) fn money(page: &Page<'_>, at: usize) -> bool {
    let unit = page.at(at);
    unit.is_word(DDOONGF) && !page.word(at.saturating_add(1), CHIS)
        || unit.is_word(USD)
        || unit.is_word(VND)
        || unit.is_word(VNDD)
}
