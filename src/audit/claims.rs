//! Figures → claims: which count a percentage belongs to, and what it says it is a share of.

use super::figures::{Figure, Role, What};
use super::lexer::Kind;
use super::page::Page;
use super::parents::same_noun;
use super::tables::Tables;
use super::words::*;
use crate::decimal::{Decimal, Hedge};

/// What a claim says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    /// So much of a whole.
    Share,
    /// So much more or less than before.
    Change,
    /// So much of a plan.
    Plan,
    /// So much of an earlier period.
    Ratio,
}

/// How sure it is that a percentage belongs to its count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tie {
    /// It may be about something else: good for nothing but being right.
    Loose,
    /// It is about this count.
    Firm,
}

/// A statement about a count, a share or both.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Claim {
    pub(crate) says: Says,
    pub(crate) tie: Tie,
    /// Its count: position of the figure.
    pub(crate) counted: Option<usize>,
    /// Its percentage: position of the figure.
    pub(crate) percent: Option<usize>,
    pub(crate) count: u64,
    pub(crate) stated: Option<Decimal>,
    pub(crate) hedge: Hedge,
    /// It is said to be a share: *chiếm, tỷ lệ*, a bracket, an equals sign. *Đạt* may be of a plan.
    pub(crate) share: bool,
    /// The base in the claim's own words.
    pub(crate) base: Option<u64>,
    /// The base has a name behind the share: *tổng số đại biểu*.
    pub(crate) named: bool,
    /// Where that name begins, if it says nothing of a place.
    pub(crate) of: Option<usize>,
    pub(crate) span: (u32, u32),
}

/// How far a percentage may stand from its count, in tokens.
const REACH: usize = 60;
/// How many figures before a plan may be what was planned.
const PLANNED: usize = 12;

/// All claims, in the order of their last figure.
pub(super) fn claims(page: &Page<'_>, figures: &[Figure], tables: &Tables) -> Vec<Claim> {
    let mut found: Vec<Claim> = Vec::new();
    let mut taken = vec![false; figures.len()];
    for (at, figure) in figures.iter().enumerate() {
        if figure.what == What::Percent
            && !tables.has(at)
            && let Some(claim) = of_percent(page, figures, at)
        {
            if let Some(taken) = claim.counted.and_then(|count| taken.get_mut(count)) {
                // A second percentage behind the same count is about something else.
                if *taken && claim.tie == Tie::Loose {
                    found.push(Claim { counted: None, ..claim });
                    continue;
                }
                *taken = true;
            }
            found.push(claim);
        }
    }
    // Fractions without a percentage, where they stand among the others.
    let mut all = Vec::with_capacity(found.len());
    let mut rest = found.into_iter().peekable();
    for (at, figure) in figures.iter().enumerate() {
        if figure.what == What::Fraction && taken.get(at) == Some(&false) {
            while let Some(before) = rest.next_if(|other| other.span.0 <= figure.span.0) {
                all.push(before);
            }
            all.push(without_share(figure, at, figure.of));
        }
    }
    all.extend(rest);
    all
}

/// A count, of a base where one stands, without a percentage.
#[inline(never)]
pub(super) fn without_share(figure: &Figure, at: usize, base: Option<u64>) -> Claim {
    Claim {
        says: Says::Share,
        tie: Tie::Firm,
        counted: Some(at),
        percent: None,
        count: figure.count,
        stated: None,
        hedge: figure.hedge,
        share: false,
        base,
        named: false,
        of: None,
        span: figure.span,
    }
}

/// The claim that a percentage makes, or nothing when it says what should be.
fn of_percent(page: &Page<'_>, figures: &[Figure], at: usize) -> Option<Claim> {
    let figure = figures.get(at)?;
    if matches!(figure.role, Role::Target | Role::Before) || wanted_after(page, figure) {
        return None;
    }
    let after = named_base(page, figures, at);
    let mut claim = Claim {
        says: after.says,
        tie: Tie::Loose,
        counted: None,
        percent: Some(at),
        count: 0,
        stated: Some(figure.value),
        hedge: figure.hedge,
        share: false,
        base: after.base,
        named: after.named,
        of: after.of,
        span: figure.span,
    };
    if figure.role == Role::Change {
        claim.says = Says::Change;
        if let Some((counted, change)) = equal(page, figures, at) {
            (claim.counted, claim.count, claim.tie) = (Some(counted), change.count, Tie::Firm);
            claim.span.0 = change.span.0;
        }
        return Some(claim);
    }
    if let Some(counts) = respective(page, figures, at) {
        if let Some((counted, count)) = counts {
            (claim.counted, claim.count, claim.base) = (Some(counted), count.count, count.of);
            (claim.tie, claim.share, claim.span.0) = (Tie::Firm, true, count.span.0);
        }
        return Some(claim);
    }
    // Of a plan or an earlier number in a bracket behind, the bracket is no count and the change before it no subject.
    let against = claim.says != Says::Share && claim.base.is_some();
    let plan = against && claim.says == Says::Plan;
    let back = behind(page, figures, at, plan);
    let bracket = in_bracket_after(page, figures, at).filter(|_| !against);
    let chosen = match (back, bracket) {
        (Some((found, tie, change)), Some(inside)) => {
            let exact = figures.get(inside).is_some_and(|figure| figure.of.is_some());
            if exact || tie == Tie::Loose {
                Some((inside, Tie::Firm, false))
            } else {
                Some((found, tie, change))
            }
        }
        (None, Some(inside)) => Some((inside, Tie::Firm, false)),
        (back, None) => back,
    };
    let Some((counted, tie, change)) = chosen else { return Some(claim) };
    let count = figures.get(counted)?;
    claim.counted = Some(counted);
    claim.tie = tie;
    let link = link(page, figure.first).0;
    claim.share = link.share || link.rate || link.bracket || link.equals || link.same || counted > at;
    claim.count = count.count;
    if let Some((own, earlier, planned)) = over(page, figures, counted) {
        // 38 đồng chí … trên tổng số 245: the count is the one before.
        claim.counted = Some(own);
        claim.count = earlier.count;
        claim.base = Some(count.count);
        claim.span.0 = earlier.span.0;
        if planned {
            claim.says = Says::Plan;
        }
    }
    claim.base = count.of.or(claim.base);
    claim.span = (count.span.0.min(claim.span.0), count.span.1.max(figure.span.1));
    // More than all of a whole is not this count's share; of a plan it may be.
    let more = claim.base.is_some_and(|base| base < claim.count) && claim.says != Says::Plan;
    if if plan { !alone_of_its_kind(page, figures, counted, at) } else { more && count.of.is_none() } {
        claim.tie = Tie::Loose;
    }
    if change {
        claim.says = Says::Change;
    }
    if claim.hedge == Hedge::None && count.hedge != Hedge::None {
        claim.hedge = Hedge::About;
    }
    if figure.role == Role::Beyond {
        claim.says = Says::Plan;
        claim.stated = crate::decimal::add(figure.value, Decimal::ONE_HUNDRED);
    }
    Some(claim)
}

/// Whether the plan behind a percentage counts the same as the count before it, and as no other of the sentence: which of two were
/// planned, nobody knows.
fn alone_of_its_kind(page: &Page<'_>, figures: &[Figure], counted: usize, percent: usize) -> bool {
    let Some((count, plan)) = figures.get(counted).zip(figures.get(percent.saturating_add(1))) else {
        return false;
    };
    let floor = percent.saturating_sub(PLANNED);
    let rivals = figures.get(floor..percent).unwrap_or_default().iter().filter(|other| {
        let counts = matches!(other.what, What::Count | What::Fraction) && other.role == Role::Fact;
        counts && other.sentence == plan.sentence && other.depth < plan.depth && same_noun(page, other, plan)
    });
    count.of.is_none() && same_noun(page, count, plan) && rivals.count() == 1
}

/// *giảm 172 đơn (năm 2018 là 1.376 đơn), tương đương giảm 14,3%*: the change in numbers.
fn equal<'f>(page: &Page<'_>, figures: &'f [Figure], percent: usize) -> Option<(usize, &'f Figure)> {
    let figure = figures.get(percent)?;
    let words = figure.first.saturating_sub(6)..figure.first;
    words.into_iter().find(|at| page.word(*at, TUWOWNG))?;
    let change = |at: &usize| {
        figures.get(*at).is_some_and(|one| one.role == Role::Change && one.sentence == figure.sentence)
    };
    let at = (percent.saturating_sub(4)..percent).rev().find(change)?;
    figures.get(at).filter(|one| one.what == What::Count && one.depth == figure.depth).map(|one| (at, one))
}

/// *5/18 xã xuất sắc, 11/18 tốt, 2/18 khá, tương ứng 27,8% - 61,1% - 11,1%*: each percentage is of the count at its place. The inner
/// none where there are fewer counts.
#[expect(clippy::option_option, reason = "no such list, and a list whose count is not known")]
fn respective<'f>(page: &Page<'_>, figures: &'f [Figure], at: usize) -> Option<Option<(usize, &'f Figure)>> {
    let next_to = |one: usize, next: usize| {
        figures.get(one).zip(figures.get(next)).is_some_and(|(one, next)| {
            let joins = |at: usize| {
                ['-', '–', ',', ';', '/'].iter().any(|mark| page.mark(at, *mark)) || page.word(at, VAF)
            };
            one.what == What::Percent && next.what == What::Percent && (one.behind..next.first).all(joins)
        })
    };
    let mut first = at;
    while let Some(before) = first.checked_sub(1).filter(|before| next_to(*before, first)) {
        first = before;
    }
    let mut many = at.saturating_sub(first).saturating_add(1);
    while next_to(first.saturating_add(many).saturating_sub(1), first.saturating_add(many)) {
        many = many.saturating_add(1);
    }
    let begins = figures.get(first)?;
    let said = (1..6).any(|back| page.word_before(begins.first, back, TUWOWNG));
    if many < 2 || !said {
        return None;
    }
    let place = many.saturating_sub(at.saturating_sub(first));
    let before = figures.get(..first)?.iter().enumerate().rev();
    let before = before.take_while(|(_, one)| one.sentence == begins.sentence && one.what != What::Percent);
    let mut counts =
        before.filter(|(_, one)| matches!(one.what, What::Count | What::Fraction) && one.role == Role::Fact);
    Some(counts.nth(place.saturating_sub(1)))
}

/// The count of which *trên tổng số N* says the whole or *trên chỉ tiêu N* the plan (true), with nothing but words between.
fn over<'f>(page: &Page<'_>, figures: &'f [Figure], whole_at: usize) -> Option<(usize, &'f Figure, bool)> {
    let whole = figures.get(whole_at)?;
    let own = whole_at.checked_sub(1)?;
    let count = figures.get(own)?;
    let before = |words: &[u32; 2]| page.says(whole.first.saturating_sub(2), words);
    let plan = before(&[CHIR, TIEEU]) || before(&[KEES, HOACHJ]);
    let joins = |at: usize| page.at(at).kind == Kind::Word || plan && page.mark(at, '/');
    let words = (count.behind..whole.first).all(joins);
    let near = whole.first.saturating_sub(count.behind) < 20;
    let counts = count.what == What::Count && count.role == Role::Fact && count.depth == whole.depth;
    let apart = page.before(whole.first, 3);
    let against = apart.is_word(TREEN) || apart.is_word(VOWIS) || apart.is('/');
    // *27 ứng cử viên tính trên số đại biểu hiện nay là 73 đại biểu*
    let told = page.word_before(whole.first, 1, LAF)
        && (count.behind..whole.first)
            .any(|at| page.says(at, &[TREEN, SOOS]) || page.says(at, &[TREEN, TOONGR]));
    let among = (super::parents::total(page, whole) || told) && count.count <= whole.count;
    let found = near && words && counts && (among || plan && against);
    (found && whole.of.is_none()).then_some((own, count, plan))
}

/// *từ 70% trở lên*: a threshold.
fn wanted_after(page: &Page<'_>, figure: &Figure) -> bool {
    let up = page.says(figure.behind, &[TROWR, LEEN]);
    let from = page.word_before(figure.first, 1, TUWF);
    up && from || (figure.hedge == Hedge::Under && page.word(figure.behind, SOOS))
}

/// The words that tie a percentage to what stands before it.
#[derive(Clone, Copy, Debug, Default)]
struct Link {
    share: bool,
    reach: bool,
    equals: bool,
    /// *bằng*
    same: bool,
    bracket: bool,
    comma: bool,
    rate: bool,
}

/// The count before a percentage, how sure that is, and whether the count is a change.
fn behind(page: &Page<'_>, figures: &[Figure], percent: usize, plan: bool) -> Option<(usize, Tie, bool)> {
    let figure = figures.get(percent)?;
    let (link, mut at) = link(page, figure.first);
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
            if before.what == What::Percent && before.role != Role::Change {
                return changed(change, link);
            }
            if nest > 0 || matches!(before.what, What::Other | What::Percent) {
                continue;
            }
            match before.role {
                Role::Change => {
                    change = Some(next).filter(|_| !plan);
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
            // *124.907 48,6%* in a row of a table.
            let beside = before.behind == figure.first && before.what == What::Count;
            let near = link.equals || link.bracket || (comma && words == 0) || beside;
            let exact = before.of.is_some();
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
    page.at(line).key == 1 && (goes_on && !before.is('.') && !before.is(';') && !before.is(':') || announced)
}

/// Reads the words right before a percentage: (what they say, where they begin).
fn link(page: &Page<'_>, first: usize) -> (Link, usize) {
    let mut link = Link::default();
    let mut at = first;
    while let Some(before) = at.checked_sub(1) {
        let token = page.at(before);
        match token.kind {
            Kind::Word => match token.key {
                CHIEEMS => link.share = true,
                DDATJ | VUWOWTJ => link.reach = true,
                BAWNGF => (link.reach, link.same) = (true, true),
                LEEJ => link.rate = true,
                TYR | TIR | LAF | HOWN | GAANF | TREEN | KHOANGR | XIR | XAAPS | TUWOWNG | DDUWOWNG
                | UWNGS | VOWIS | DUWOWIS | SUAATS => {}
                // *chiếm đến 3,6%*
                DDEENS | TOWIS
                    if page.word_before(before, 1, CHIEEMS) || page.word_before(before, 1, DDATJ) => {}
                _ => break,
            },
            Kind::Mark if token.is('(') => {
                link.bracket = true;
                return (link, before);
            }
            Kind::Mark if token.is(',') => link.comma = true,
            Kind::Mark if token.is('=') => link.equals = true,
            Kind::Line if soft(page, before) => {}
            Kind::Line if token.key == 1 && alone(page, before) => {
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
    page.before(line, 1).is_number() && page.before(line, 2).kind == Kind::Line
}

/// A colon inside the link: *tỷ lệ: 35%*.
fn link_word(page: &Page<'_>, colon: usize) -> bool {
    let before = page.before(colon, 1);
    before.is_word(LEEJ) || before.is_word(CHIEEMS) || before.is_word(DDATJ)
}

/// *98,5% số đảng viên (1.182 đồng chí)*: the count in the bracket behind a percentage.
fn in_bracket_after(page: &Page<'_>, figures: &[Figure], percent: usize) -> Option<usize> {
    let figure = figures.get(percent)?;
    let next = percent.saturating_add(1);
    let inside = figures.get(next)?;
    let open = inside.first.checked_sub(1)?;
    let near = open.saturating_sub(figure.behind) <= 12;
    let counts = matches!(inside.what, What::Count | What::Fraction) && inside.role == Role::Fact;
    if !near || !counts || !page.mark(open, '(') {
        return None;
    }
    let plain = (figure.behind..open).all(|at| page.at(at).kind == Kind::Word);
    let alone = !page.mark(inside.behind, '%') && closes(page, inside.behind);
    (plain && alone).then_some(next)
}

/// Whether the bracket closes before another figure.
fn closes(page: &Page<'_>, from: usize) -> bool {
    for at in from..from.saturating_add(12) {
        let token = page.at(at);
        if token.is(')') {
            return true;
        }
        if token.kind != Kind::Word && !token.is('/') && !token.is('.') {
            return false;
        }
    }
    false
}

/// The name behind *số*, of one noun with nothing behind it but what was done to them: *số đảng viên được kiểm tra*.
fn name(page: &Page<'_>, number: usize) -> Option<usize> {
    let step = if page.word(number, TOONGR) { 2 } else { 1 };
    let of = number.saturating_add(step);
    let behind = page.at(of.saturating_add(2));
    let plain = behind.kind != Kind::Word || behind.is_word(DDUWOWCJ) || behind.is_word(BIJ);
    (page.at(of).kind == Kind::Word && plain).then_some(of)
}

/// What stands behind a percentage.
struct After {
    says: Says,
    base: Option<u64>,
    named: bool,
    of: Option<usize>,
}

/// *đạt 103,9% chỉ tiêu nghị quyết (180 đảng viên)*: the plan in a bracket.
fn planned(page: &Page<'_>, percent: &Figure, next: Option<&Figure>) -> Option<u64> {
    let next = next?;
    let plan = |at: usize| page.says(at, &[CHIR, TIEEU]) || page.says(at, &[KEES, HOACHJ]);
    let open = opened(page, percent, next)?;
    let alone = open.saturating_add(1) == next.first || plan(open.saturating_add(1));
    (alone && next.what == What::Count && closes(page, next.behind)).then_some(next.count)
}

/// *bằng 91,6% so với nhiệm kỳ trước (2.308 đảng viên)*: the number before, in a bracket.
fn earlier(page: &Page<'_>, percent: &Figure, next: Option<&Figure>) -> Option<u64> {
    let next = next.filter(|next| next.what == What::Count && next.hedge == Hedge::None && next.count > 0)?;
    let alone = opened(page, percent, next)?.saturating_add(1) == next.first;
    (alone && closes(page, next.behind)).then_some(next.count)
}

/// The bracket that begins behind a percentage and its words and has nothing but words before its number.
fn opened(page: &Page<'_>, percent: &Figure, next: &Figure) -> Option<usize> {
    let open = (percent.behind..next.first).find(|at| page.at(*at).kind != Kind::Word)?;
    let near = open.saturating_sub(percent.behind) < 12 && next.first.saturating_sub(open) < 10;
    let words = (open.saturating_add(1)..next.first).all(|at| page.at(at).kind == Kind::Word);
    (near && words && page.mark(open, '(')).then_some(open)
}

/// *chiếm 12,5% (trong tổng số 48 chi bộ)*: the whole in a bracket.
fn among(page: &Page<'_>, percent: &Figure, next: Option<&Figure>) -> Option<u64> {
    let next = next.filter(|next| next.what == What::Count && next.role == Role::Fact && next.count > 0)?;
    let inside = opened(page, percent, next)?.saturating_add(1)..next.first;
    let whole = inside.into_iter().any(|at| page.says(at, &[TOONGR, SOOS]) || page.says(at, &[TRONG, SOOS]));
    (whole && next.hedge == Hedge::None && closes(page, next.behind)).then_some(next.count)
}

/// *trong tổng số … 472.698 người*, *so với cùng kỳ*, *kế hoạch*.
fn named_base(page: &Page<'_>, figures: &[Figure], percent: usize) -> After {
    let mut after = After { says: Says::Share, base: None, named: false, of: None };
    let Some(figure) = figures.get(percent) else { return after };
    let next = figures.get(percent.saturating_add(1));
    let mut whole = false;
    for at in figure.behind..figure.behind.saturating_add(18) {
        let token = page.at(at);
        if next.is_some_and(|next| next.first == at) {
            let Some(next) = next else { break };
            let bare = next.role == Role::Fact && next.what == What::Count && next.count > 0;
            if whole && bare && next.depth == figure.depth {
                after.base = Some(next.count);
            }
            break;
        }
        if token.kind != Kind::Word {
            break;
        }
        // *18,4% và số quá hạn còn 634 hồ sơ*: the next of the list.
        if token.is_word(VAF) && !whole {
            break;
        }
        let early = at.saturating_sub(figure.behind) < 4;
        // *đạt 100% số lượng* names nothing.
        let number = token.is_word(SOOS) && !page.word(at.saturating_add(1), LUWOWNGJ);
        if page.says(at, &[TOONGR, SOOS]) || early && (page.says(at, &[TRONG, SOOS]) || number) {
            whole = true;
            after.named = true;
            after.of = name(page, at);
        }
        if whole {
            continue;
        }
        let plan = page.says(at, &[KEES, HOACHJ])
            || page.says(at, &[CHIR, TIEEU])
            || token.is_word(KH)
            || page.says(at, &[DUWJ, TOANS])
            || page.says(at, &[NGHIJ, QUYEETS]);
        if plan && at.saturating_sub(figure.behind) < 8 {
            after.says = Says::Plan;
            after.base = planned(page, figure, next);
            break;
        }
        // *so với nhiệm kỳ trước*, *bằng 58% cùng kỳ*.
        if page.says(at, &[SO, VOWIS])
            || early && (page.says(at, &[CUNGF, KYF]) || page.says(at, &[NAWM, TRUWOWCS]))
        {
            after.says = Says::Ratio;
        }
        if token.is_word(MUWCS) || token.is_word(CHIEEMS) {
            break;
        }
    }
    if after.says == Says::Ratio && !after.named {
        after.base = earlier(page, figure, next);
    } else if after.says != Says::Plan && after.base.is_none() {
        after.base = among(page, figure, next);
    }
    if after.named {
        after.says = Says::Share;
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Count, base in its own words, what it says, and whether it is sure, of each claim with a percentage.
    fn seen(text: &str) -> Vec<(u64, Option<u64>, Says, Tie)> {
        let read = crate::audit::read(text);
        let claims = read.claims.iter().map(|judged| judged.claim).filter(|claim| claim.percent.is_some());
        claims.map(|claim| (claim.count, claim.base, claim.says, claim.tie)).collect()
    }

    #[test]
    fn a_share_finds_its_count_before_it_or_in_the_bracket_behind() {
        assert_eq!(seen("Có 12 chi bộ, chiếm 15%."), [(12, None, Says::Share, Tie::Firm)]);
        assert_eq!(seen("98,5% số đảng viên (1.182 đồng chí)"), [(1182, None, Says::Share, Tie::Firm)]);
        assert_eq!(seen("38 đồng chí trên tổng số 245 (15,51%)"), [(38, Some(245), Says::Share, Tie::Firm)]);
    }

    #[test]
    fn plans_changes_and_ratios_are_no_shares() {
        let says = |text: &str| seen(text).first().map(|claim| claim.2);
        assert_eq!(says("187 đảng viên, đạt 103,9% chỉ tiêu (180 đảng viên)"), Some(Says::Plan));
        assert_eq!(says("Có 154 đảng viên, tăng 12 đảng viên (8,5%)"), Some(Says::Change));
        assert_eq!(says("215 đảng viên, bằng 58,58% so với cùng kỳ"), Some(Says::Ratio));
    }
}
