//! What remains of a whole, *còn lại 5*, and what is among it, *trong đó 12*.

use super::leftovers::{failed, of_fraction, of_fractions, of_more, of_shares, thus};
use super::parents::{noun, offices, organisations, parent, same_noun, total};
use super::{Facts, Link, Relation, opens};
use crate::audit::figures::{Figure, What};
use crate::audit::levels::Scale;
use crate::audit::lexer::Kind;
use crate::audit::slips::{self, meant};
use crate::audit::words::*;
use crate::decimal::Hedge;

/// How many figures back the whole may stand.
const WINDOW: usize = 10;
/// The same, where it stands in a sentence before; and how many words before it may say that it is all there are.
const FAR: usize = 16;
const NAME: usize = 8;
/// Longest list in a bracket that is added up.
const MOST: usize = 14;

/// Remainders and parts, right or wrong, of which no list says more.
pub(super) fn rests(facts: &Facts<'_>, sums: &[Option<usize>], found: &mut Vec<Relation>) {
    let mut told = vec![false; facts.figures.len()];
    for at in found.iter().filter(|one| one.link == Link::Sum && !one.holds).flat_map(|one| &one.parts) {
        if let Some(told) = told.get_mut(*at) {
            *told = true;
        }
    }
    for at in 0..facts.figures.len() {
        let Some(figure) = facts.counts(at).filter(|figure| figure.plain()) else { continue };
        if sums.get(at).copied().flatten().is_some() || told.get(at) == Some(&true) {
            continue;
        }
        let rest = match remains(facts, figure) {
            Some(list) => {
                let far = || further(facts, at, figure).or_else(|| of_shares(facts, at, figure));
                let graded = || of_shares(facts, at, figure).filter(|_| facts.level(at).is_some());
                let alone = || of_fractions(facts, at, figure).or_else(|| thus(facts, at, figure));
                rest(facts, at, figure, list)
                    .or_else(|| far().filter(|_| list))
                    .or_else(|| alone().filter(|_| !list))
                    .or_else(|| graded().filter(|_| !list))
            }
            None => pair(facts, at).or_else(|| of_fraction(facts, at, figure)),
        };
        if let Some(relation) = rest
            .or_else(|| left(facts, at, figure))
            .or_else(|| inner(facts, at, figure))
            .or_else(|| within(facts, at, figure))
            .or_else(|| returned(facts, at, figure))
            .or_else(|| unreached(facts, at, figure))
        {
            if relation.link == Link::Rest && !relation.holds && of_more(facts, at, &relation) {
                continue;
            }
            found.push(relation);
        }
    }
}

/// Whether the words before a count say that it is what remains: of a list (true) or of a fraction only.
fn remains(facts: &Facts<'_>, figure: &Figure) -> Option<bool> {
    let page = facts.page;
    for back in 1..5 {
        let Some(at) = figure.first.checked_sub(back) else { break };
        if page.says(at, &[CONF, LAIJ]) {
            return Some(true);
        }
        if page.at(at).kind != Kind::Word {
            break;
        }
    }
    let before = page.before(figure.first, 1);
    (before.is_word(CONF) || before.is_word(VAWNGS)).then_some(false)
}

/// The whole less the parts before: *345/360 …, còn 15*; *45 chi bộ, trong đó 12 …, 28 …, còn lại 5*.
fn rest(facts: &Facts<'_>, last: usize, figure: &Figure, list: bool) -> Option<Relation> {
    let page = facts.page;
    let named = noun(page, figure.behind);
    // A count of the same behind it is a part too.
    let next = facts.counts(last.saturating_add(1));
    let more = |next: &Figure| next.count > 0 && next.sentence == figure.sentence;
    if next.is_some_and(|next| more(next) && same_noun(page, next, figure)) {
        return None;
    }
    if list && let Some(relation) = after_two(facts, last, figure) {
        return Some(relation);
    }
    let mut parts = vec![last];
    let mut sum = figure.count;
    let mut part = figure;
    for at in (last.saturating_sub(WINDOW)..last).rev() {
        let Some(other) = facts.counts(at).filter(|other| other.depth <= figure.depth) else { continue };
        // *Trong 33 chi bộ có 28 đơn vị …*
        let unit = |figure: &Figure| page.word(figure.behind, DDOWN);
        let units = || (unit(figure) || unit(other)) && offices(page, figure) && offices(page, other);
        let same = named.is_none() || noun(page, other.behind) == named || units();
        let fits =
            other.of.is_some_and(|of| other.count.saturating_add(sum) == of) && same && named.is_some();
        let later = fits && other.paragraph == figure.paragraph;
        if other.sentence != figure.sentence && !later {
            // *Có 113 hợp tác xã. Trong đó, 26 … tốt, 38 … khá, còn lại 49 …*
            let begins = parts.len() > 1 && part.sentence.saturating_sub(other.sentence) == 1;
            let whole = begins && same && other.plain() && opens(page, other.behind, part.first);
            if list && whole && part.sentence == figure.sentence {
                parts.reverse();
                return Some(relation(Link::Rest, at, other.count, parts, sum));
            }
            if list {
                return None;
            }
            continue;
        }
        if other.hedge != Hedge::None {
            return None;
        }
        if let Some(of) = other.of {
            let holds = other.count.saturating_add(sum) == of;
            // *11/14 có vi phạm, kỷ luật 4 đồng chí, còn 7 đồng chí*: of the eleven.
            let left = other.count.checked_sub(sum);
            let upper = |at: usize| facts.counts(at).is_some_and(|one| Some(one.count) == left);
            if !holds && left > Some(0) && (at.saturating_add(1)..last).any(upper) {
                return None;
            }
            // *9/10 chỉ tiêu, trong đó 4/9 vượt, còn 1*: what remains is of the first.
            let earlier = |at: usize| {
                facts.counts(at).is_some_and(|one| {
                    one.sentence == figure.sentence && one.of == Some(one.count.saturating_add(sum))
                })
            };
            if !holds
                && (parts.len() == 1 && (at.saturating_sub(WINDOW)..at).any(earlier) || done(facts, at, last))
            {
                continue;
            }
            // *29/44 tốt; 11/44 khá; còn 4*: what remains is of all of them.
            let more = (at.saturating_sub(WINDOW)..at).any(|at| {
                let of_it = |one: &Figure| one.sentence == figure.sentence && one.of == Some(of);
                facts.counts(at).is_some_and(of_it)
            });
            // *63/81 đảng bộ, chi bộ; còn 28 nơi*
            let left = of.saturating_sub(other.count);
            let places = page.word(figure.behind, NOWI) && (holds || slips::named(sum, left).is_some());
            let same = same && named.is_some() || places;
            let near = parts.len() == 1 && (holds || same && !more);
            parts.push(at);
            parts.reverse();
            return near.then_some(relation(Link::Rest, at, of, parts, other.count.saturating_add(sum)));
        }
        if !list {
            continue;
        }
        let whole = opens(page, other.behind, part.first) || total(page, other);
        // *1.498 đơn …; thuộc thẩm quyền 665 đơn: khiếu nại 118, tố cáo 41, kiến nghị 506; còn lại 833 đơn*: of the number before.
        if parts.len() > 2 && whole && sum.saturating_sub(figure.count) == other.count {
            sum = figure.count.saturating_add(other.count);
            parts = vec![last, at];
            part = other;
            continue;
        }
        if parts.len() > 1 && whole {
            // More than all of it remains of something else.
            let same = same && figure.count <= other.count;
            parts.reverse();
            return same.then_some(relation(Link::Rest, at, other.count, parts, sum));
        }
        if !same && noun(page, other.behind).is_some() && named.is_some() {
            // *73 tổ chức với 5.416 đảng viên; cụ thể: 12 tổ chức …*
            if parts.len() > 1 && opens(page, other.behind, part.first) {
                continue;
            }
            return None;
        }
        sum = sum.saturating_add(other.count);
        parts.push(at);
        part = other;
    }
    None
}

/// *34/39 đảng viên có vi phạm; kỷ luật 12 đảng viên, đã thi hành 10 đảng viên, còn 2 đảng viên*: just what two counts between leave.
fn done(facts: &Facts<'_>, from: usize, last: usize) -> bool {
    let Some(rest) = facts.counts(last) else { return false };
    let same = |at: &usize| facts.counts(*at).is_some_and(|one| same_noun(facts.page, one, rest));
    let between: Vec<usize> = (from.saturating_add(1)..last).filter(same).collect();
    let [.., whole, part] = between.as_slice() else { return false };
    let (whole, part) = (facts.counts(*whole), facts.counts(*part));
    whole.zip(part).is_some_and(|(whole, part)| part.count.saturating_add(rest.count) == whole.count)
}

/// *Toàn Đảng bộ hiện có 164 đảng viên. … 97 đồng chí …, 38 đồng chí …, số còn lại 39 đồng chí*: the nearest number of all there are, if
/// nothing near is just the sum.
fn further(facts: &Facts<'_>, last: usize, figure: &Figure) -> Option<Relation> {
    let page = facts.page;
    let mut parts = vec![last];
    let mut before = (last.saturating_sub(FAR)..last).rev();
    let mut whole = None;
    for at in before.by_ref() {
        let Some(other) = facts.counts(at) else { continue };
        let here = other.sentence == figure.sentence;
        let same = other.plain() && same_noun(page, other, figure) && other.depth == 0;
        if !same && !here {
            continue;
        }
        if !same || facts.share(at).is_some() {
            return None;
        }
        if here {
            parts.push(at);
            continue;
        }
        let words = other.first.saturating_sub(NAME)..other.first;
        let all = page.tells(words.clone(), &[TOONGR, SOOS]) || page.tells(words, &[HIEENJ, COS]);
        whole = all.then_some((at, other));
        break;
    }
    let (whole_at, whole) = whole.filter(|_| parts.len() > 2)?;
    parts.reverse();
    let sum = facts.sum(&parts);
    let known = before.any(|at| facts.counts(at).is_some_and(|one| one.count == sum));
    (sum != whole.count && !known && meant(whole.count, sum))
        .then(|| relation(Link::Rest, whole_at, whole.count, parts, sum))
}

/// *thụ lý 469 vụ, đã giải quyết 356 vụ (75,9%), còn lại 113 vụ*: just what the two counts before leave.
fn after_two(facts: &Facts<'_>, last: usize, figure: &Figure) -> Option<Relation> {
    let alike = |at: &usize| {
        facts.counts(*at).is_some_and(|other| {
            other.sentence == figure.sentence && other.plain() && same_noun(facts.page, other, figure)
        })
    };
    let mut before = (last.saturating_sub(WINDOW)..last).rev().filter(alike);
    let (done, whole) = (before.next()?, before.next()?);
    let (part, all) = (facts.counts(done)?, facts.counts(whole)?);
    let sum = part.count.saturating_add(figure.count);
    (sum == all.count).then(|| relation(Link::Rest, whole, all.count, vec![done, last], sum))
}

/// *thụ lý 6.218 vụ, đã giải quyết 5.209 vụ. … Còn tồn 1.011 vụ*: what is left of those taken on, by the nearest two so named.
fn left(facts: &Facts<'_>, last: usize, figure: &Figure) -> Option<Relation> {
    let page = facts.page;
    let said = page.word_before(figure.first, 1, TOONF) && page.word_before(figure.first, 2, CONF);
    let named = |at: usize, words: [[u32; 2]; 2]| {
        facts.counts(at).is_some_and(|one| {
            let before = one.first.saturating_sub(2);
            words.iter().any(|words| page.says(before, words))
        })
    };
    let near = (last.saturating_sub(WINDOW)..last).rev();
    let done = near.into_iter().find(|at| said && named(*at, [[GIAIR, QUYEETS], [XUWR, LYS]]))?;
    let whole = (done.saturating_sub(2)..done).rev().find(|at| facts.counts(*at).is_some())?;
    let whole = Some(whole).filter(|at| named(*at, [[THUJ, LYS], [TIEEPS, NHAANJ]]))?;
    let (part, all) = (facts.counts(done)?, facts.counts(whole)?);
    let same = [part, all]
        .iter()
        .all(|one| same_noun(page, one, figure) && one.paragraph == figure.paragraph && one.plain());
    let sum = part.count.saturating_add(figure.count);
    (same && (sum == all.count || meant(all.count, sum)))
        .then(|| relation(Link::Rest, whole, all.count, vec![done, last], sum))
}

/// *36 tổ chức cơ sở đảng (19 đảng bộ và 17 chi bộ)*: there is no third kind.
fn pair(facts: &Facts<'_>, last: usize) -> Option<Relation> {
    let page = facts.page;
    let first = last.checked_sub(1)?;
    let whole_at = first.checked_sub(1)?;
    let (whole, one, other) = (facts.counts(whole_at)?, facts.counts(first)?, facts.counts(last)?);
    let kind = |figure: &Figure| {
        let behind = page.at(figure.behind).key;
        let before = figure.first.saturating_sub(4);
        let label = page.says(before.saturating_add(2), &[COW, SOWR]).then(|| page.at(before).key);
        let key = if page.at(figure.behind).kind == Kind::Word { behind } else { label? };
        (key == CHI || key == DDANGR).then_some(key)
    };
    let (one_kind, other_kind) = (kind(one)?, kind(other)?);
    let organisations = page.says(whole.behind, &[TOOR, CHUWCS])
        || page.word(whole.behind, TCCSDD)
        || page.says(whole.first.saturating_sub(6), &[TOOR, CHUWCS, COW, SOWR, DDANGR])
        // *hoàn thành tốt 16 (10 đảng bộ và 6 chi bộ)*
        || page.mark(whole.behind, '(') && whole.behind.saturating_add(1) == one.first;
    let end = [0, 2, 4].iter().any(|step| {
        let at = other.behind.saturating_add(*step);
        page.mark(at, ')') || page.ends_sentence(at) || page.mark(at, ';') || page.mark(at, ',')
    });
    let between = one.behind.saturating_add(8) > other.first && one.depth == other.depth;
    let ties = one_kind != other_kind && organisations && end && between;
    let near = whole.sentence == other.sentence && opens(page, whole.behind, one.first);
    if !ties || !near || whole.of.is_some() || one.what != What::Count {
        return None;
    }
    let sum = one.count.saturating_add(other.count);
    // *421 tổ chức thuộc 12 đảng bộ (168 đảng bộ, 253 chi bộ)*: of the number before.
    let before = facts.figures.get(whole_at.saturating_sub(3)..whole_at)?;
    let others = before.iter().any(|figure| figure.count == sum || figure.of == Some(sum));
    let meant = sum == whole.count || !others;
    meant.then(|| relation(Link::Sum, whole_at, whole.count, vec![first, last], sum))
}

/// *489 chi bộ (76,41%) (gồm 301 chi bộ thôn, 198 chi bộ cơ quan)*: more than all of it. Organisations only: of people one may be
/// counted twice. Told with the last part.
fn inner(facts: &Facts<'_>, last: usize, figure: &Figure) -> Option<Relation> {
    let page = facts.page;
    if !organisations(page, figure) {
        return None;
    }
    let (mut first_at, mut sum) = (last, figure.count);
    let mut first = figure;
    while !(page.word_before(first.first, 1, GOOMF) && page.mark(first.first.checked_sub(2)?, '(')) {
        first_at = first_at.checked_sub(1).filter(|at| last.saturating_sub(*at) < MOST)?;
        let part = facts.counts(first_at).filter(|part| part.depth == figure.depth && part.plain())?;
        if !same_noun(page, part, figure) || page.marks(part.behind..first.first, ')') {
            return None;
        }
        sum = sum.saturating_add(part.count);
        first = part;
    }
    let closes =
        (figure.behind..figure.behind.saturating_add(12)).find(|at| page.at(*at).kind != Kind::Word)?;
    let whole_at = (first_at.saturating_sub(3)..first_at).rev().find(|at| facts.counts(*at).is_some())?;
    let whole = facts.counts(whole_at).filter(|whole| whole.plain() && whole.sentence == figure.sentence)?;
    let more = first_at < last && sum > whole.count && page.mark(closes, ')');
    let same = same_noun(page, whole, figure) && whole.depth < figure.depth;
    (more && same).then(|| relation(Link::Sum, whole_at, whole.count, (first_at..=last).collect(), sum))
}

/// *27/29 chỉ tiêu đạt và vượt …; 2 chỉ tiêu không đạt*: what a fraction leaves, or one slip from it.
fn unreached(facts: &Facts<'_>, at: usize, figure: &Figure) -> Option<Relation> {
    if !failed(facts.page, figure) {
        return None;
    }
    let here = |one: &Figure| one.sentence == figure.sentence && one.depth == figure.depth;
    let alike =
        |one: &Figure| same_noun(facts.page, one, figure) || noun(facts.page, figure.behind).is_none();
    let mut near = (at.saturating_sub(WINDOW)..at).rev();
    let whole_at = near.find(|at| facts.counts(*at).is_some_and(|one| one.of.is_some() && here(one)))?;
    let part = facts
        .counts(whole_at)
        .filter(|one| one.hedge == Hedge::None && alike(one) && facts.level(whole_at).is_none())?;
    let (of, sum) = (part.of?, part.count.saturating_add(figure.count));
    let left = of.saturating_sub(part.count);
    // *46/50 đúng hạn, 3 chậm, 1 chưa hoàn thành*: the others are told of, too; *27/29, trong đó 12 vượt, 15 đạt* are of the upper number.
    let between = (whole_at.saturating_add(1)..at).filter_map(|at| facts.counts(at)).filter(|one| here(one));
    let others = between.fold(0_u64, |sum, one| sum.saturating_add(one.count));
    let among = part.behind..figure.first;
    if others > 0 && !facts.page.tells(among, &[TRONG, DDOS]) {
        return None;
    }
    let meant = sum == of
        || slips::named(of, sum).is_some()
        || slips::named(figure.count, left).is_some()
        || slips::named(part.count, of.saturating_sub(figure.count)).is_some();
    meant.then(|| relation(Link::Rest, whole_at, of, vec![whole_at, at], sum))
}

/// *phát ra 52, thu về 51*: ballots that came back are among those that went out.
fn returned(facts: &Facts<'_>, at: usize, figure: &Figure) -> Option<Relation> {
    let page = facts.page;
    let whole_at = at.checked_sub(1)?;
    let whole = facts.counts(whole_at).filter(|one| one.plain() && one.sentence == figure.sentence)?;
    if figure.count <= whole.count {
        return None;
    }
    let back = page.tells(whole.behind.max(figure.first.saturating_sub(NAME))..figure.first, &[THU, VEEF]);
    let out = page.tells(whole.first.saturating_sub(NAME)..whole.first, &[PHATS, RA]);
    let mut one = relation(Link::Within, whole_at, whole.count, vec![at], figure.count);
    one.holds = false;
    (back && out && whole.of.is_none()).then_some(one)
}

/// A count among another of the same thing.
fn within(facts: &Facts<'_>, at: usize, figure: &Figure) -> Option<Relation> {
    let whole_at = parent(facts, at).or_else(|| next_among(facts, at, figure))?;
    let whole = facts.figure(whole_at)?;
    let inside = || {
        figure.count > whole.count && (in_its_bracket(facts, whole, figure) || members(facts, whole, figure))
    };
    if whole.hedge != Hedge::None
        || !same_noun(facts.page, whole, figure) && !women(facts, whole, at) && !inside()
    {
        return None;
    }
    let most = whole.of.unwrap_or(whole.count);
    // *23 cuộc: Thường trực 7 cuộc, Ban Pháp chế 3 cuộc; trong đó 5 cuộc …*: of all of them.
    let apart = facts.page.marks(whole.behind..figure.first, ';');
    let before = (whole_at.saturating_sub(WINDOW)..whole_at).filter_map(|at| facts.counts(at));
    let same = before.filter(|one| one.sentence == whole.sentence && same_noun(facts.page, one, figure));
    let (others, larger) = same.fold((0_usize, false), |(others, larger), one| {
        (others.saturating_add(1), larger || one.count >= figure.count)
    });
    // *214 đồng chí: 75 năm 2 đồng chí, 70 năm 5. Trong đó truy tặng 6 đồng chí*: of the first.
    let behind = whole.sentence < figure.sentence && others > 0;
    let listed = larger && (apart && others > 1 || behind);
    let mut one = relation(Link::Within, whole_at, most, vec![at], figure.count);
    one.holds = figure.count <= most;
    (one.holds || !listed).then_some(one)
}

/// *9 đồng chí có khuyết điểm, trong đó 3 đồng chí phải xử lý kỷ luật, 16 đồng chí rút kinh nghiệm*: what the count before one is among, where
/// this is of the same, right behind it, and more.
fn next_among(facts: &Facts<'_>, at: usize, figure: &Figure) -> Option<usize> {
    let page = facts.page;
    let before = at.checked_sub(1)?;
    let first = facts.counts(before).filter(|one| one.plain() && one.sentence == figure.sentence)?;
    let joined = page.stretch(first.behind..figure.first);
    let joined = joined.iter().all(|one| one.kind == Kind::Word || one.is(','));
    let whole_at = parent(facts, before)?;
    let whole = facts.counts(whole_at).filter(|one| one.plain() && one.sentence == figure.sentence)?;
    let same = same_noun(page, whole, figure) && same_noun(page, first, figure);
    let among = page.tells(whole.behind..first.first, &[TRONG, DDOS]);
    (joined && same && among && first.count <= whole.count && figure.count > whole.count).then_some(whole_at)
}

/// *Trong 18 đảng viên được giám sát có 21 cấp ủy viên*: members of committees, who are members of the Party.
fn members(facts: &Facts<'_>, whole: &Figure, part: &Figure) -> bool {
    let page = facts.page;
    let own = page.says(part.behind, &[CAAPS, UYR]) && noun(page, whole.behind) == Some((NGUWOWIF, 0));
    own && total(page, whole) && page.word_before(part.first, 1, COS) && whole.sentence == part.sentence
}

/// *cách chức 02 (trong đó cấp ủy viên 03)*: whether a count is the only one in the bracket right behind its whole.
fn in_its_bracket(facts: &Facts<'_>, whole: &Figure, part: &Figure) -> bool {
    let page = facts.page;
    let words = whole.behind.saturating_add(1)..part.first;
    let alone = page.mark(part.behind, ')') && page.stretch(words).iter().all(|one| one.kind == Kind::Word);
    page.mark(whole.behind, '(') && page.says(whole.behind.saturating_add(1), &[TRONG, DDOS]) && alone
}

/// *5.204 đoàn viên, trong đó nữ 2.160 người*: women among people of any kind, right before.
fn women(facts: &Facts<'_>, whole: &Figure, at: usize) -> bool {
    let members = [DDOANF, HOOIJ, DDAIJ, CANS].contains(&facts.page.at(whole.behind).key);
    members && facts.level(at).is_some_and(|level| level.scale == Scale::Sex)
}

fn relation(link: Link, whole_at: usize, whole: u64, parts: Vec<usize>, sum: u64) -> Relation {
    Relation { link, whole_at, whole, parts, sum, holds: sum == whole }
}
