//! Which level of a scale a figure counts: Hoàn thành tốt, cảnh cáo, tín nhiệm cao.

use super::figures::{Figure, What};
use super::lexer::{Kind, Token};
use super::page::Page;
use super::words::*;

/// A scale whose levels exclude each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scale {
    /// Xuất sắc, tốt, hoàn thành, không hoàn thành.
    Grade,
    /// Khiển trách, cảnh cáo, cách chức, khai trừ.
    Discipline,
    /// Tín nhiệm cao, tín nhiệm, tín nhiệm thấp.
    Trust,
    /// Loại xuất sắc, tốt, khá, trung bình, yếu.
    Merit,
    /// Loại A, B, C, D.
    Letter,
    /// Phiếu hợp lệ, không hợp lệ.
    Ballot,
    /// Tán thành, không tán thành, ý kiến khác.
    Vote,
    /// Đảng viên chính thức, dự bị.
    Standing,
    /// Nam, nữ.
    Sex,
}

/// A level of a scale; the first is 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Level {
    pub(crate) scale: Scale,
    pub(crate) step: u8,
    /// Of the scale before 2018: trong sạch, vững mạnh; yếu kém.
    pub(crate) old: bool,
    /// This level and those above: *trở lên*.
    pub(crate) upwards: bool,
}

impl Scale {
    /// How many levels there are.
    pub(crate) fn steps(self) -> usize {
        match self {
            Scale::Grade | Scale::Discipline => 4,
            Scale::Trust | Scale::Vote => 3,
            // There may be a further one.
            Scale::Merit | Scale::Letter => 5,
            Scale::Ballot | Scale::Standing | Scale::Sex => 2,
        }
    }
}

/// Most words between a figure and its level.
const REACH: usize = 18;

/// The level of each figure.
pub(super) fn levels(page: &Page<'_>, figures: &[Figure]) -> Vec<Option<Level>> {
    let mut found = Vec::with_capacity(figures.len());
    for at in 0..figures.len() {
        found.push(level(page, figures, at));
    }
    found
}

fn level(page: &Page<'_>, figures: &[Figure], at: usize) -> Option<Level> {
    let figure = figures.get(at)?;
    if figure.what == What::Other {
        return None;
    }
    let (from, shared) = label_before(page, figures, at);
    let behind = label_after(page, figures, at);
    let before = read(page, from, figure.first);
    let after = read(page, figure.behind, behind);
    // Words between two counts belong to the first unless the second has none of its own.
    // *người có phiếu tín nhiệm thấp nhiều nhất nhận 31 phiếu tín nhiệm cao*
    let votes = page.word(figure.behind, PHIEEUS);
    if shared || votes { after.or(before) } else { before.or(after) }
}

/// Where the words before a figure begin, and whether another count stands right before them.
fn label_before(page: &Page<'_>, figures: &[Figure], at: usize) -> (usize, bool) {
    let Some(figure) = figures.get(at) else { return (0, false) };
    let earlier = at.checked_sub(1).and_then(|before| figures.get(before));
    let floor = figure.first.saturating_sub(REACH).max(earlier.map_or(0, |figure| figure.behind));
    let mut from = figure.first;
    for token in page.stretch(floor..from).iter().rev() {
        let stop = token.is(';') || token.is(',') || token.is('(') || token.is(')') || token.last;
        let cell = token.kind == Kind::Line || token.is('\t') || token.is('|');
        let empty = from == figure.first;
        if stop || (cell && !empty) {
            return (from, false);
        }
        from = from.saturating_sub(1);
    }
    let counted = earlier.is_some_and(|earlier| {
        // *6,8% hoàn thành nhiệm vụ và 0,6% không hoàn thành*: the words before are of the first.
        let counts = matches!(earlier.what, What::Count | What::Fraction)
            || earlier.what == What::Percent && page.word_before(figure.first, 1, VAF);
        counts && earlier.behind == from && from < figure.first
    });
    (from, counted)
}

/// *trong sạch, vững mạnh*; *cán bộ, công chức, viên chức*.
fn goes_on(page: &Page<'_>, at: usize) -> bool {
    [[VUWNGX, MANHJ], [COONG, CHUWCS], [VIEEN, CHUWCS]].iter().any(|words| page.says(at, words))
}

fn label_after(page: &Page<'_>, figures: &[Figure], at: usize) -> usize {
    let Some(figure) = figures.get(at) else { return 0 };
    let next = figures.get(at.saturating_add(1)).map_or(usize::MAX, |next| next.first);
    let limit = figure.behind.saturating_add(REACH).min(next);
    let mut behind = figure.behind;
    for token in page.stretch(behind..limit) {
        if token.kind == Kind::Line
            || token.is(';')
            || token.is(',') && !goes_on(page, behind.saturating_add(1))
            || token.is('(')
            || token.is('\t')
            || token.is(':')
            // *46 đảng viên gồm khiển trách 29 …*
            || token.is_word(GOOMF)
            // *47 đảng viên bằng bốn hình thức là khiển trách 29 …*
            || page.says(behind, &[HINHF, THUWCS, LAF])
            || token.last
        {
            break;
        }
        behind = behind.saturating_add(1);
    }
    behind
}

/// The one level that words name; two different ones are none.
#[inline(never)]
fn read(page: &Page<'_>, from: usize, behind: usize) -> Option<Level> {
    let mut found: Option<Level> = None;
    for (token, at) in page.stretch(from..behind).iter().zip(from..) {
        let Some((scale, step)) = named(page, token, at) else { continue };
        // Women who did well are a level of those who did well.
        let less = |scale| scale == Scale::Sex;
        if found.is_some_and(|known| less(known.scale) && !less(scale)) {
            found = None;
        }
        if let Some(known) = found {
            if less(scale) && !less(known.scale) {
                continue;
            }
            // A letter is said beside the words it stands for: loại A, hoàn thành xuất sắc.
            let beside = (scale == Scale::Letter) != (known.scale == Scale::Letter);
            if !beside && (known.scale != scale || known.step != step) {
                return None;
            }
            if scale == Scale::Letter {
                continue;
            }
        }
        found =
            Some(Level { scale, step, old: page.word(at, VUWNGX) || page.word(at, YEEUS), upwards: false });
    }
    let mut level = found?;
    level.upwards = page.tells(from..behind, &[TROWR, LEEN]);
    Some(level)
}

/// A level by its last word alone, *xuất sắc 18, tốt 70*: between marks and numbers, where no sentence says "làm tốt".
fn bare(page: &Page<'_>, at: usize, words: usize) -> bool {
    let (before, next) = (page.before(at, 1), page.at(at.saturating_add(words)));
    // *10 đồng chí xuất sắc, 30 người tốt*
    let noun = before.is_any(&[NGUWOWIF, DDC]) && page.before(at, 2).is_number()
        || before.is_word(CHIS) && page.before(at, 3).is_number();
    if noun {
        return next.kind != Kind::Word
            || next.is_word(VAF) && page.at(at.saturating_add(words).saturating_add(1)).is_number();
    }
    let opens = before.kind != Kind::Word || before.is_any(&[VAF, DDOS, GOOMF]);
    // *10,9% hoàn thành và 0,9% không hoàn thành*
    let share = before.is('%')
        && next.is_word(VAF)
        && page.at(at.saturating_add(words).saturating_add(1)).is_number();
    let closes = next.is_number() || next.is(':') || before.is_number() && next.kind != Kind::Word || share;
    opens && closes
}

/// *XS 04, HT 03, KHT 01*: between marks and numbers, as a level is.
fn abbreviated(page: &Page<'_>, at: usize) -> bool {
    bare(page, at, 1) || page.before(at, 1).is_number() || page.before(at, 1).is_any(&[DDC, CHIS])
}

/// *Nam 52 đồng chí, nữ chiếm 46%, 44 nữ*, but not *Việt Nam*.
fn of_people(page: &Page<'_>, at: usize) -> bool {
    let (before, next) = (page.before(at, 1), page.at(at.saturating_add(1)));
    let opens = before.is_any(&[VAF, DDOS, GOOMF, LAF, VIEEN, CHIS, NGUWOWIF, COS]);
    let number = page.at(at.saturating_add(2)).is_number();
    let closes = next.is_word(CHIEEMS)
        || number && (next.is_word(COS) || next.is_word(LAF))
        // *41 nam và 22 nữ*
        || next.is_word(VAF) && before.is_number();
    (opens || before.kind != Kind::Word) && (closes || next.kind != Kind::Word)
}

fn named(page: &Page<'_>, token: &Token, at: usize) -> Option<(Scale, u8)> {
    if token.kind != Kind::Word {
        return None;
    }
    let next = page.at(at.saturating_add(2));
    let grade = |step| Some((Scale::Grade, step));
    match token.key {
        HOANF if page.says(at, &[HOANF, THANHF]) => {
            if page.word_before(at, 1, KHOONG) || page.word_before(at, 1, CHUWA) {
                grade(3)
            } else if next.is_word(XUAATS) {
                grade(0)
            } else if next.is_word(TOOTS) {
                grade(1)
            // *hoàn thành ở mức độ thấp*
            } else if next.is_word(NHIEEMJ) || next.is_word(OWR) || bare(page, at, 2) {
                grade(2)
            } else {
                None
            }
        }
        // *vi phạm tư cách*, of the scale before 2018.
        VI if page.says(at, &[VI, PHAMJ, TUW, CACHS]) => grade(3),
        XUAATS if page.word(at.saturating_add(1), SAWCS) && bare(page, at, 2) => grade(0),
        TOOTS if bare(page, at, 1) => grade(1),
        HOWPJ if page.word(at.saturating_add(1), LEEJ) => {
            Some((Scale::Ballot, u8::from(page.word_before(at, 1, KHOONG))))
        }
        TANS | DDOONGF | NHAATS
            if page.says(at, &[TANS, THANHF])
                || page.says(at, &[DDOONGF, YS])
                || page.says(at, &[NHAATS, TRIS]) =>
        {
            Some((Scale::Vote, u8::from(page.word_before(at, 1, KHOONG))))
        }
        YS | PHIEEUS | BIEEUR
            if page.says(at, &[YS, KIEENS, KHACS])
                || page.says(at, &[PHIEEUS, TRAWNGS])
                || page.word_before(at, 1, KHOONG) && page.says(at, &[BIEEUR, QUYEETS])
                || page.says(at.saturating_sub(2), &[KHOONG, COS, YS, KIEENS]) =>
        {
            Some((Scale::Vote, 2))
        }
        CHINHS if page.says(at, &[CHINHS, THUWCS]) => Some((Scale::Standing, 0)),
        DUWJ if page.word(at.saturating_add(1), BIJ) => Some((Scale::Standing, 1)),
        HTXSNV | HTXS => grade(0),
        XS | HT | KHT if token.capital && abbreviated(page, at) => match token.key {
            XS => grade(0),
            HT => grade(2),
            _ => grade(3),
        },
        TNC if token.capital => Some((Scale::Trust, 0)),
        TNT if token.capital => Some((Scale::Trust, 2)),
        TN if token.capital && page.tells(at.saturating_sub(REACH)..at, &[TNC]) => Some((Scale::Trust, 1)),
        THAAPS if bare(page, at, 1) && page.tells(at.saturating_sub(REACH)..at, &[TINS, NHIEEMJ]) => {
            Some((Scale::Trust, 2))
        }
        HTT | HTTNV => grade(1),
        HTNV => grade(if page.word_before(at, 1, KHOONG) { 3 } else { 2 }),
        KHTNV => grade(3),
        HANJ if page.says(at, &[HANJ, CHEES, VEEF, NAWNG, LUWCJ]) => grade(2),
        KHIEENR => Some((Scale::Discipline, 0)),
        CANHR if page.word(at.saturating_add(1), CAOS) => Some((Scale::Discipline, 1)),
        CACHS if page.word(at.saturating_add(1), CHUWCS) => Some((Scale::Discipline, 2)),
        KHAI if page.word(at.saturating_add(1), TRUWF) => Some((Scale::Discipline, 3)),
        NAM | NUWX if of_people(page, at) => Some((Scale::Sex, u8::from(token.key == NUWX))),
        // *Kết quả tín nhiệm, lấy phiếu tín nhiệm*
        TINS if page.says(at.saturating_sub(2), &[LAAYS, PHIEEUS])
            || page.says(at.saturating_sub(2), &[KEETS, QUAR]) =>
        {
            None
        }
        TINS if page.says(at, &[TINS, NHIEEMJ]) => {
            let step = if next.is_word(CAO) {
                0
            } else if next.is_word(THAAPS) {
                2
            } else {
                1
            };
            Some((Scale::Trust, step))
        }
        VUWNGX if page.word(at.saturating_add(1), MANHJ) => grade(0),
        YEEUS if page.word(at.saturating_add(1), KEMS) => grade(3),
        LOAIJ => {
            let word = page.at(at.saturating_add(1));
            let letter = [A, B, C, D].iter().position(|step| word.is_word(*step) && word.capital);
            if let Some(step) = letter.and_then(|step| u8::try_from(step).ok()) {
                return Some((Scale::Letter, step));
            }
            let merit = [XUAATS, TOOTS, KHAS, TRUNG, YEEUS, KEMS].iter().position(|step| word.is_word(*step));
            merit.and_then(|step| u8::try_from(step).ok()).map(|step| (Scale::Merit, step))
        }
        _ => None,
    }
}
