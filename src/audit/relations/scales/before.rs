//! The whole that stands right before levels of one scale, with nothing but words that open a list between.

use crate::audit::figures::Figure;
use crate::audit::levels::Scale;
use crate::audit::lexer::Kind;
use crate::audit::page::Page;
use crate::audit::relations::parents::{noun, same_noun, total};
use crate::audit::relations::{Facts, broken, opens};
use crate::audit::words::*;
use crate::decimal::Hedge;

/// How far before a list its whole may stand, in words; and the voters, where the votes of others stand between.
const WHOLE: usize = 40;
const VOTERS: usize = 200;
/// Most words of what a whole right before its list counts.
const HEAD: usize = 6;
/// How many words before a count its verb may stand.
const RULED: usize = 20;

/// The count right before a list, with nothing but words that open one between.
pub(super) fn whole_before(facts: &Facts<'_>, first: usize, scale: Scale) -> Option<usize> {
    let part = facts.figure(first)?;
    let (mut at, mut others) = (first, false);
    while let Some(before) = at.checked_sub(1) {
        at = before;
        let figure = facts.figure(at)?;
        if broken(figure, part) {
            return None;
        }
        // *theo 4 mức: …*
        let levels = facts.page.at(figure.behind).is_any(&[MUWCS, LOAIJ, NHOMS, KHOOIS]);
        if facts.counts(at).is_none() || figure.depth > part.depth || levels {
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
        // Of another person: the voters are the same.
        if scale == Scale::Trust && facts.level(at).is_some_and(|level| level.scale == scale) {
            others = true;
            continue;
        }
        // Votes are of the valid ones.
        let ballot = facts.level(at).filter(|level| cast && level.scale == Scale::Ballot);
        if others && ballot.is_none() {
            return None;
        }
        if ballot.is_some_and(|level| level.step > 0) {
            continue;
        }
        let reach = if others { VOTERS } else { WHOLE };
        let near = part.first.saturating_sub(figure.behind) < reach && !of_others(facts.page, figure, part);
        let level =
            ballot.is_none() && facts.level(at).is_some_and(|level| !level.upwards || level.scale != scale);
        // *482 đảng viên. Nam 198 đồng chí, nữ 284 đồng chí*
        let same = same_noun(facts.page, figure, part);
        let close = part.sentence.saturating_sub(figure.sentence) < 2;
        // *Đoàn viên: 4.107, nữ 2.680, nam 1.427*
        let bare = || figure.behind.saturating_add(2) == part.first && facts.page.mark(figure.behind, ',');
        let sexes = scale == Scale::Sex && (same && close || bare());
        // *kỷ luật 47 đảng viên bằng bốn hình thức là khiển trách 29 …*
        let forms = scale == Scale::Discipline
            && (figure.sentence == part.sentence
                && facts.page.tells(figure.behind..part.first, &[HINHF, THUWCS])
                || close && disciplined(facts.page, figure, part));
        let told = announced(facts, figure, part, scale) || beside(facts.page, figure, part, scale);
        // *phát ra 148, thu vào 148, hợp lệ 146, không hợp lệ 2*
        let returned = scale == Scale::Ballot
            && figure.sentence == part.sentence
            && at.saturating_add(1) == first
            && facts.level(at).is_none();
        let listed = told || sexes || forms || returned;
        // Too large a part needs a slip that explains it.
        let opened =
            part.first.saturating_sub(figure.behind) < HEAD && opens(facts.page, figure.behind, part.first);
        let graded = matches!(scale, Scale::Grade | Scale::Discipline);
        let larger = figure.count >= part.count || graded && (opened || headed(facts.page, figure, part));
        return (near && !level && larger && figure.hedge == Hedge::None && listed).then_some(at);
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

/// *38 đảng viên: 60 xuất sắc, …*: whether a list stands right behind the words of its whole and a colon.
pub(super) fn headed(page: &Page<'_>, whole: &Figure, part: &Figure) -> bool {
    let colon = part.first.saturating_sub(1);
    let words = whole.behind..colon;
    page.mark(colon, ':') && words.len() < HEAD && words.into_iter().all(|at| page.at(at).kind == Kind::Word)
}

/// *kỷ luật 355 đảng viên. Số đảng viên bị khiển trách là 226 …*: whether all of a whole were disciplined, and the next sentence tells
/// how.
fn disciplined(page: &Page<'_>, whole: &Figure, part: &Figure) -> bool {
    let words = whole.first.saturating_sub(RULED)..whole.first;
    let own = (part.first.saturating_sub(RULED)..part.first).rev().take_while(|at| !page.ends_sentence(*at));
    let named = own.filter(|at| page.word(*at, SOOS)).any(|at| {
        let name = noun(page, at.saturating_add(1));
        name.is_some() && name == noun(page, whole.behind)
    });
    whole.sentence < part.sentence && named && words.into_iter().any(|at| page.word(at, LUAATJ))
}

/// Whether the words say that a list follows a whole. Votes are of the votes before them, whether the words say so or not.
pub(super) fn announced(facts: &Facts<'_>, whole: &Figure, part: &Figure, scale: Scale) -> bool {
    opens(facts.page, whole.behind, part.first)
        || total(facts.page, whole)
        || matches!(scale, Scale::Ballot | Scale::Trust | Scale::Vote) && votes(facts.page, whole)
}

/// *31 đảng viên, xuất sắc 5, tốt 24*: grades of nothing else, in its sentence; or the *kết quả* of the same kind behind it.
fn beside(page: &Page<'_>, whole: &Figure, part: &Figure, scale: Scale) -> bool {
    let told = page.tells(whole.behind..part.first, &[KEETS, QUAR]);
    // *4.215 viên chức được đánh giá. Kết quả, 612 người hoàn thành xuất sắc …*
    let staff = page.at(whole.behind).is_any(&[VIEEN, CANS, COONG, GIAOS]);
    let people = staff && noun(page, part.behind) == Some((NGUWOWIF, 0));
    if scale == Scale::Grade && told && (people || same_noun(page, whole, part)) {
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
        // *phát ra 150, thu về 150, hợp lệ 147, không hợp lệ 3*
        || [[THU, VEEF], [PHATS, RA]].iter().any(|words| page.says(figure.first.saturating_sub(2), words))
}
