//! So many of so many: *15/17*, *15 trong tổng số 17 chi bộ*.

use super::others::{counted, measured, name_before};
use super::{Figure, Role, What, percent_sign};
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::relations::parents::noun as noun_of;
use crate::audit::words::*;
use crate::decimal::{FieldKind, Hedge, NumberReading, as_count, read_number};

/// Most words of what is counted before the slash of a plan.
const NAME: usize = 6;

/// *15 trong tổng số 17 chi bộ* is 15/17.
pub(super) fn in_words(page: &Page<'_>, figures: Vec<Figure>) -> Vec<Figure> {
    let mut joined: Vec<Figure> = Vec::with_capacity(figures.len());
    for mut figure in figures {
        // *chi bộ 2 chia 13 bằng 15,38%*: a reckoning, whatever the first number is.
        let divided = page.word_before(figure.first, 1, CHIA) && page.before(figure.first, 2).is_number();
        if divided && joined.last().is_none_or(|upper| upper.what != What::Count) {
            figure.what = What::Other;
        }
        if let [before @ .., upper] = joined.as_mut_slice()
            && upper.what == What::Count
            && figure.what == What::Count
            && (over_plan(page, figure.first) == Some(upper.behind)
                || upper.count <= figure.count
                    && (divided
                        || on(page, upper.behind, figure.first) && !listed(page, before.last(), upper)
                        || among(page, upper.behind, figure.first)
                            && !of_earlier(page, before.last(), upper, &figure)
                        || twin(page, figure.first) == Some(upper.behind)))
        {
            let over = on(page, upper.behind, figure.first);
            upper.what = What::Fraction;
            upper.of = Some(figure.count);
            upper.behind = figure.behind;
            upper.span.1 = figure.span.1;
            upper.to = figure.to;
            // *148 trên 150* is no more than 150.
            if upper.hedge == Hedge::None && !over {
                upper.hedge = figure.hedge;
            }
            continue;
        }
        joined.push(figure);
    }
    joined
}

/// *hủy 5, sửa 6 trên 1.290 vụ*: whether another count stands right before, in a list of both.
fn listed(page: &Page<'_>, earlier: Option<&Figure>, upper: &Figure) -> bool {
    earlier.is_some_and(|one| {
        let near = upper.first.saturating_sub(one.behind) < 4 && one.what == What::Count;
        near && page.marks(one.behind..upper.first, ',')
    })
}

/// *148 trên 150 đại biểu*
fn on(page: &Page<'_>, from: usize, to: usize) -> bool {
    page.word(from, TREEN) && from.saturating_add(1) == to
}

/// *18.905 hộ đạt đủ 8 tiêu chí trong số 21.300 hộ*: whether the count before the last is of the same as a whole, and the last is not.
fn of_earlier(page: &Page<'_>, earlier: Option<&Figure>, last: &Figure, whole: &Figure) -> bool {
    let name = noun_of(page, whole.behind);
    let other = noun_of(page, last.behind).is_some_and(|last| Some(last) != name);
    let same = |one: &Figure| one.what == What::Count && noun_of(page, one.behind) == name;
    name.is_some() && other && earlier.is_some_and(|one| one.sentence == whole.sentence && same(one))
}

/// *1.597người/1.640 người*: behind the upper number, where the noun stands behind both.
pub(super) fn twin(page: &Page<'_>, at: usize) -> Option<usize> {
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

/// *143 đảng viên mới/130 chỉ tiêu*: behind the upper number, where the lower one is a plan.
pub(super) fn over_plan(page: &Page<'_>, at: usize) -> Option<usize> {
    let behind = at.saturating_add(1);
    let plan = page.says(behind, &[CHIR, TIEEU]) || page.says(behind, &[KEES, HOACHJ]);
    let slash = at.checked_sub(1).filter(|slash| plan && page.mark(*slash, '/'))?;
    let mut words = (slash.saturating_sub(NAME)..slash).rev();
    let upper = words.find(|at| page.at(*at).kind != Kind::Word).filter(|at| page.at(*at).is_number())?;
    Some(upper.saturating_add(1)).filter(|behind| *behind < slash)
}

/// Whether *trong (tổng) số*, *trên tổng số* or */tổng số* joins two numbers.
fn among(page: &Page<'_>, from: usize, to: usize) -> bool {
    if to.saturating_sub(from) > 7
        || (from..to).any(|at| {
            // *vụ, việc*
            let one = page.mark(at, ',') && page.word(at.saturating_add(1), VIEECJ);
            page.at(at).kind != Kind::Word && !page.mark(at, '/') && !one
        })
    {
        return false;
    }
    let last = |back: usize, key: u32| page.word_before(to, back, key);
    let among = last(1, SOOS)
        && (last(2, TRONG)
            || (last(2, TOONGR) && (last(3, TRONG) || last(3, TREEN) || page.mark(from, '/'))));
    among && to > from
}

/// The fraction that two numbers with a slash between are, unless they are a day, a rank or a threshold.
pub(super) fn fraction(page: &Page<'_>, figure: Figure, upper: &str, lower: &str) -> Figure {
    let read = |typed: &str| match read_number(typed, FieldKind::Count) {
        NumberReading::Value(value) => as_count(value),
        _ => None,
    };
    let (Some(count), Some(of)) = (read(upper), read(lower)) else { return figure };
    // *1 nghị quyết 27/29 (93,10%)* has no number 27.
    let share = page.mark(figure.behind, '(')
        && percent_sign(page, figure.behind.saturating_add(2)).is_some()
        && figure.first.checked_sub(3).is_some_and(|at| page.at(at).is_number());
    let ranked = name_before(page, figure.first) && !share;
    // 5/9 may be a day; it is a fraction when something is said of it.
    let day = (1..=31).contains(&count) && (1..=12).contains(&of);
    // *tính tới 20/12 thành phố đã kết nạp*
    let until =
        page.before(figure.first, 1).is_any(&[TOWIS, DDEENS]) && page.word_before(figure.first, 2, TINHS);
    let after = page.at(figure.behind);
    // *Kon Tum 20% (2/10)*
    let enclosed =
        page.before(figure.first, 1).is('(') && page.before(figure.first, 2).is('%') && after.is(')');
    let said = enclosed
        || after.is('=')
        || after.is('(')
        || after.is(',')
        || after.is('%')
        || counted(page, figure.behind)
        || noun(page, figure.behind)
        // *7/9 và 9/9 phiếu*
        || after.is_word(VAF)
            && page.mark(figure.behind.saturating_add(2), '/')
            && counted(page, figure.behind.saturating_add(4));
    // *trên 2/3 số phiếu*, *từ 50% đến 2/3*: a threshold.
    let before = page.before(figure.first, 1);
    let threshold = of < 5 && count < of && before.is_any(&[TREEN, DUWOWIS, DDEENS, TUWF, HOWN, QUAS]);
    // *trước 31/12, 03 đồng chí*
    let more = count > of && after.is(',');
    if ranked || threshold || of == 0 || (day && (!said || more || until)) || measured(page, figure.behind) {
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
