//! Which count before a percentage it belongs to, and how sure that is, from the words between them.

use super::Tie;
use crate::audit::figures::others::money;
use crate::audit::figures::{Figure, Role, What};
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::words::*;

/// How far a percentage may stand from its count, in tokens.
const REACH: usize = 60;
/// How many figures before a share its list may begin.
const LISTED: usize = 8;

/// The words that tie a percentage to what stands before it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Link {
    pub(super) share: bool,
    pub(super) reach: bool,
    pub(super) equals: bool,
    /// *bằng*
    pub(super) same: bool,
    pub(super) bracket: bool,
    pub(super) comma: bool,
    pub(super) rate: bool,
}

/// *3.950 triệu đồng*, *12 tỷ đồng*.
fn of_money(page: &Page<'_>, at: usize) -> bool {
    money(page, at) || page.at(at).is_any(&[TRIEEUJ, TYR, NGHINF]) && money(page, at.saturating_add(1))
}

/// The count before a percentage, how sure that is, and whether the count is a change.
pub(super) fn count_before(
    page: &Page<'_>,
    figures: &[Figure],
    percent: usize,
    plan: bool,
) -> Option<(usize, Tie, bool)> {
    let figure = figures.get(percent)?;
    let (link, mut at) = link(page, figure.first);
    let at_link = at;
    let mut next = percent;
    let (mut nest, mut words, mut loose, mut comma) = (0_u8, 0_usize, false, link.comma);
    let mut far_words = 0_usize;
    let mut change = None;
    let floor = figure.first.saturating_sub(REACH);
    while at > floor {
        if let Some(before) = next.checked_sub(1).and_then(|before| figures.get(before))
            && before.behind >= at
        {
            next = next.saturating_sub(1);
            at = before.first;
            // Behind a share of its own, in a bracket or not, a count has no second one.
            if before.what == What::Percent && !matches!(before.role, Role::Change | Role::Points) {
                return changed(change, link);
            }
            // *17/29 đơn vị với số tiền 4.826 triệu đồng, đã thu hồi 3.950 triệu đồng, đạt 81,8%*: of money.
            if nest == 0 && before.what == What::Other && of_money(page, before.behind) && comma && words == 0
            {
                return None;
            }
            // *3 xã đạt dưới 5 tiêu chí (chiếm 1,5%)*: of the three.
            let under = before.what == What::Count && page.word_before(before.first, 1, DUWOWIS);
            if nest > 0 || under || matches!(before.what, What::Other | What::Percent) {
                continue;
            }
            match before.role {
                Role::Change => {
                    change = Some(next).filter(|_| !plan);
                    // *tăng 7.918 người, bằng 8,95%*
                    if link.same && comma && words == 0 && before.what == What::Count {
                        return changed(change, link);
                    }
                    continue;
                }
                Role::Fact => {}
                _ => {
                    loose = true;
                    continue;
                }
            }
            if let Some(changed) = changed(change, link) {
                return Some(changed);
            }
            // *38/63 địa phương tăng cao hơn bình quân cả nước (7%)*, *10/11 huyện có tỷ lệ đi bầu cao (trên 99%)*: of what the words name.
            let between = before.behind..at_link;
            if link.bracket
                && before.of.is_some()
                && (page.tells(between.clone(), &[BINHF, QUAAN]) || page.tells(between, &[TYR, LEEJ]))
            {
                return None;
            }
            // *124.907 48,6%* in a row of a table.
            let beside = before.behind == figure.first && before.what == What::Count;
            let exact = before.of.is_some();
            // *41/61 đạt 67%*
            let near =
                link.equals || link.bracket || (comma && words == 0) || beside || exact && far_words == 0;
            let of_it = about_it(page, before.behind, figure.behind);
            let firm = match link {
                Link { equals: true, .. } => far_words < 30,
                Link { share: true, .. } | Link { same: true, .. } => {
                    (near || !comma) && of_it && far_words < 30
                }
                Link { bracket: true, .. } => of_it && far_words < 16,
                Link { reach: true, .. } | Link { rate: true, .. } => near && of_it && far_words < 20,
                _ if beside => true,
                _ => near && exact && page.at(figure.behind).kind != Kind::Word && far_words < 16,
            };
            let tie = if firm && !loose { Tie::Firm } else { Tie::Loose };
            let pair = next.checked_sub(1).filter(|first| paired(page, figures, *first, before));
            return Some(pair.map_or((next, tie, false), |first| (first, Tie::Loose, false)));
        }
        at = at.saturating_sub(1);
        let token = page.at(at);
        match token.kind {
            Kind::Line if soft(page, at) => {}
            Kind::Line => return None,
            Kind::Word => {
                if nest > 0 {
                    continue;
                }
                if token.is_word(TRONG) && page.word(at.saturating_add(1), DDOS) {
                    return None;
                }
                far_words = far_words.saturating_add(1);
                if !comma {
                    words = words.saturating_add(1);
                }
                loose |= token.is_word(CUNGF) && page.word(at.saturating_add(1), KYF);
            }
            Kind::Mark if token.is(')') => nest = nest.saturating_add(1),
            Kind::Mark if token.is('(') => {
                loose |= nest == 0;
                nest = nest.saturating_sub(1);
            }
            _ if nest > 0 => {}
            Kind::Mark if token.is(',') => comma = true,
            // *579.413 việc, tăng 7.240 việc (tăng 1,27%); chiếm 79,56%*, *đã giải quyết 5.209 vụ; đạt 83,74%.*: nothing but the share
            // stands behind the mark.
            Kind::Mark
                if token.is(';')
                    && far_words == 0
                    && (link.share && changed_before(figures, next)
                        || alone_behind(page, figures, next, figure, link)) =>
            {
                comma = true;
            }
            Kind::Mark if token.is(';') || token.is(':') || page.ends_sentence(at) => {
                // *So với cùng kỳ giảm 24 vụ (-67%)*: nothing else is said to have changed.
                let inside = |at: &usize| figures.get(*at).is_some_and(|one| one.depth < figure.depth);
                return changed(change.filter(inside), link);
            }
            Kind::Mark if token.is('\t') || token.is('|') => return None,
            _ => {}
        }
    }
    None
}

/// Whether a share that is linked by words says nothing of what it is of, and stands behind no list: *271/309 vụ việc: khiếu nại 214,
/// tố cáo 57; tỷ lệ 87,7%* is of its whole.
fn alone_behind(page: &Page<'_>, figures: &[Figure], next: usize, figure: &Figure, link: Link) -> bool {
    let linked = link.share || link.reach || link.rate;
    let mut before = figures.get(next.saturating_sub(LISTED)..next).unwrap_or_default().iter();
    let listed =
        before.any(|one| one.sentence == figure.sentence && page.marks(one.behind..figure.first, ':'));
    linked && !listed && figure.depth == 0 && page.at(figure.behind).kind != Kind::Word
}

/// Whether a change, of which the year may stand behind, is the last that was told.
fn changed_before(figures: &[Figure], next: usize) -> bool {
    let mut last = figures.get(next.saturating_sub(2)..next).unwrap_or_default().iter();
    last.any(|one| one.role == Role::Change)
}

/// *1.153 vụ - 2.046 bị cáo, đạt 88,55%*: one thing counted two ways, whose share is mostly of the first.
fn paired(page: &Page<'_>, figures: &[Figure], first: usize, second: &Figure) -> bool {
    let mark = page.before(second.first, 1);
    figures.get(first).is_some_and(|first| {
        let plain = first.what == What::Count && first.role == Role::Fact && second.what == What::Count;
        let words = first.behind..second.first.saturating_sub(1);
        plain
            && (mark.is('-') || mark.is('–') || mark.is('/'))
            && (1..4).contains(&words.len())
            && words.into_iter().all(|at| page.at(at).kind == Kind::Word)
    })
}

/// *tăng 112 đảng viên (8,2%)*: the percentage of a change.
fn changed(change: Option<usize>, link: Link) -> Option<(usize, Tie, bool)> {
    change.filter(|_| !link.share).map(|changed| (changed, Tie::Loose, true))
}

/// Whether the words behind a percentage let it be about the count, whose noun stands at `noun`: *12/15 xã, chiếm 85% dân số*
/// is not.
fn about_it(page: &Page<'_>, noun: usize, behind: usize) -> bool {
    let next = page.at(behind);
    let open = [
        SOOS, TOONGR, TRONG, SO, TREEN, VAF, CUAR, TAWNG, GIAMR, CAO, THAAPS, VUWOWTJ, KEES, CHIR, KH, THEO,
        DDUNGS, COS, DDUWOWCJ, LAF, VOWIS, TAIJ, HOANF, TOANF, NHIEEMJ, CHUWA, DUWJ, NGHIJ, CONF, RIEENG,
        TOOTS, KHOONG, DDATJ,
    ];
    next.kind != Kind::Word || open.contains(&next.key) || page.word(noun, next.key)
}

/// A line end inside a sentence, from a page that was copied with its lines.
fn soft(page: &Page<'_>, line: usize) -> bool {
    let next = page.at(line.saturating_add(1));
    let before = page.before(line, 1);
    let goes_on = next.kind == Kind::Word && !next.capital && before.kind != Kind::Number;
    let announced = before.is_any(&[CHIEEMS, LEEJ, DDATJ, BAWNGF]);
    page.at(line).is_line() && (goes_on || announced)
}

/// Reads the words right before a percentage: (what they say, where they begin).
pub(super) fn link(page: &Page<'_>, first: usize) -> (Link, usize) {
    let mut link = Link::default();
    let mut at = first;
    while let Some(before) = at.checked_sub(1) {
        let token = page.at(before);
        match token.kind {
            Kind::Word => match token.key {
                CHIEEMS => link.share = true,
                DDATJ | VUWOWTJ => link.reach = true,
                BAWNGF => (link.reach, link.same) = (true, true),
                LEEJ | DDUWOWNG => link.rate = true,
                TYR | TIR | LAF | HOWN | GAANF | TREEN | KHOANGR | XIR | XAAPS | TUWOWNG | UWNGS | VOWIS
                | DUWOWIS | SUAATS | DDEENS | TOWIS => {}
                _ => break,
            },
            Kind::Mark if token.is('(') => {
                link.bracket = true;
                return (link, before);
            }
            Kind::Mark if token.is(',') => link.comma = true,
            Kind::Mark if token.is('=') => link.equals = true,
            // *386 người - 16,4%*
            Kind::Mark if (token.is('-') || token.is('–')) && at == first => {
                link.bracket = true;
                return (link, before);
            }
            Kind::Line if soft(page, before) => {}
            Kind::Line if token.is_line() && alone(page, before) => {
                link.bracket = true;
                return (link, before);
            }
            Kind::Mark if token.is(':') && link_word(page, before) => {}
            _ => break,
        }
        at = before;
    }
    (link, at)
}

/// Whether a line with one number and nothing else ends here: a cell of a table whose cells came on lines.
fn alone(page: &Page<'_>, line: usize) -> bool {
    // *16/287*
    let fraction = page.before(line, 2).is('/') && page.before(line, 4).kind == Kind::Line;
    page.before(line, 1).is_number() && (page.before(line, 2).kind == Kind::Line || fraction)
}

/// A colon inside the link: *tỷ lệ: 35%*.
fn link_word(page: &Page<'_>, colon: usize) -> bool {
    let before = page.before(colon, 1);
    before.is_word(LEEJ) || before.is_word(CHIEEMS) || before.is_word(DDATJ)
}
