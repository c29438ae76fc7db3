//! What an audited text shows: one family, because they share their words. An error only where no reading of the sentence
//! makes it right.

use super::{Check, MOST_TERMS};
use crate::audit::{
    Changed, Claim, Figure, Flaw, Judged, Length, Link, Missed, Points, Read, Relation, Repeat, Role, Says,
    Slip, Verdict, What, slip, stated_baseless,
};
use crate::decimal::{
    Decimal, Rounding, compare, fit, share, whole_of, write_count, write_percent, write_signed_count,
};
use crate::diagnostic::Diagnostic;
use crate::message::Locale;
use crate::quota::Outcome;
use crate::rulebook::QuotaRule;

pub(super) static SHARE_WRONG: Check = Check::error("audit.share-wrong");
pub(super) static SHARE_DOUBTFUL: Check = Check::warning("audit.share-doubtful");
pub(super) static SHARE_IMPOSSIBLE: Check = Check::warning("audit.share-impossible");
pub(super) static SHARE_OVER_WHOLE: Check = Check::warning("audit.share-over-whole");
pub(super) static COUNT_WRONG: Check = Check::error("audit.count-wrong");
pub(super) static COUNT_DOUBTFUL: Check = Check::warning("audit.count-doubtful");
pub(super) static PART_LARGER: Check = Check::warning("audit.part-larger");
pub(super) static REST_WRONG: Check = Check::warning("audit.rest-wrong");
pub(super) static CHANGE_WRONG: Check = Check::warning("audit.change-wrong");
pub(super) static GIVEN_TWICE: Check = Check::warning("audit.given-twice");
pub(super) static SHARE_OTHER_BASE: Check = Check::warning("audit.share-other-base");
pub(super) static SUM_MISMATCH: Check = Check::error("audit.sum-mismatch");
pub(super) static TOTAL_DOUBTFUL: Check = Check::warning("audit.total-doubtful");
pub(super) static LIST_SHORT: Check = Check::warning("audit.list-short");
pub(super) static SHARES_MISS_100: Check = Check::warning("audit.shares-miss-100");
pub(super) static UNIT_DOUBLED: Check = Check::warning("audit.unit-doubled");
pub(super) static NUMBER_BROKEN: Check = Check::warning("audit.number-broken");
pub(super) static LIST_LENGTH: Check = Check::warning("audit.list-length");
pub(super) static PART_INSIDE_PART: Check = Check::info("audit.part-inside-part");
pub(super) static SHARE_TRUNCATED: Check = Check::info("audit.share-truncated");
pub(super) static SHARE_LIFTED: Check = Check::info("audit.share-lifted");
pub(super) static QUOTA_EXCEEDED: Check = Check::info("audit.quota-exceeded");
pub(super) static QUOTA_DISAGREES: Check = Check::info("audit.quota-disagrees");

/// Everything that a text shows, in the order of the text.
pub(crate) fn of_audit(text: &str, read: &Read) -> Vec<Diagnostic> {
    let mut shares = Vec::new();
    // A count that makes the list add up has been named already.
    let mut named = vec![false; read.figures.len()];
    for judged in &read.claims {
        in_text_order(&mut shares, of_claim(text, read, judged));
        if judged.count_slip.is_some()
            && let Some(named) = judged.claim.counted.and_then(|at| named.get_mut(at))
        {
            *named = true;
        }
    }
    let (mut sums, mut rests, mut others) = (Vec::new(), Vec::new(), Vec::new());
    for relation in &read.relations {
        let rest = matches!(relation.link, Link::Rest | Link::Within);
        if !relation.parts.iter().any(|at| named.get(*at) == Some(&true)) {
            in_text_order(if rest { &mut rests } else { &mut sums }, of_relation(read, relation));
        }
    }
    for missed in &read.missed {
        in_text_order(&mut others, Some(of_missed(text, read, missed)));
    }
    let mut all = merged(merged(shares, sums), merged(rests, std::mem::take(&mut others)));
    for changed in &read.changes {
        in_text_order(&mut others, of_change(text, read, *changed));
    }
    all = merged(all, std::mem::take(&mut others));
    for points in &read.points {
        in_text_order(&mut others, of_points(text, read, *points));
    }
    all = merged(all, std::mem::take(&mut others));
    for repeat in &read.repeats {
        in_text_order(&mut others, of_repeat(read, *repeat));
    }
    all = merged(all, std::mem::take(&mut others));
    for figure in &read.figures {
        in_text_order(&mut others, figure.flaw.map(|flaw| of_flaw(text, figure, flaw)));
    }
    all = merged(all, std::mem::take(&mut others));
    for length in &read.lengths {
        in_text_order(&mut others, of_length(read, *length));
    }
    merged(all, others)
}

/// Findings of two kinds, each in the order of the text, in one. Each kind is found in one walk through the text, so that no
/// text makes this slow.
#[inline(never)]
pub(crate) fn merged(one: Vec<Diagnostic>, other: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if one.is_empty() || other.is_empty() {
        return if one.is_empty() { other } else { one };
    }
    let mut all = Vec::with_capacity(one.len().saturating_add(other.len()));
    let mut rest = other.into_iter().peekable();
    for found in one {
        while let Some(before) = rest.next_if(|other| other.span < found.span) {
            all.push(before);
        }
        all.push(found);
    }
    all.extend(rest);
    all
}

fn of_length(read: &Read, length: Length) -> Option<Diagnostic> {
    let figure = read.figures.get(length.figure).filter(|figure| figure.count != length.listed)?;
    let mut found = on(&LIST_LENGTH, figure.span);
    found.count("stated", figure.count).count("listed", length.listed);
    Some(found)
}

/// An insertion: nearly all come in the order of the text.
#[inline(never)]
pub(crate) fn in_text_order(found: &mut Vec<Diagnostic>, one: Option<Diagnostic>) {
    let Some(one) = one else { return };
    let behind = found.iter().rposition(|earlier| earlier.span <= one.span);
    found.insert(behind.map_or(0, |at| at.saturating_add(1)), one);
}

#[inline(never)]
fn on(check: &Check, span: (u32, u32)) -> Diagnostic {
    let mut found = check.found(&[]);
    found.span = Some(span);
    found
}

fn of_claim(text: &str, read: &Read, judged: &Judged) -> Option<Diagnostic> {
    let claim = &judged.claim;
    let figure = read.figures.get(claim.percent?)?;
    if judged.verdict == Verdict::Impossible {
        return of_nothing(read, judged, figure);
    }
    let (stated, base) = (claim.stated?, judged.base?);
    if judged.verdict == Verdict::Wrong && figure.role == Role::Beyond {
        return beyond(text, claim, base, figure);
    }
    let check = match judged.verdict {
        Verdict::Wrong if judged.sure && judged.count_slip.is_some() => &COUNT_WRONG,
        Verdict::Wrong if judged.count_slip.is_some() => &COUNT_DOUBTFUL,
        Verdict::Wrong if judged.sure => &SHARE_WRONG,
        Verdict::Wrong => &SHARE_DOUBTFUL,
        Verdict::OtherBase => &SHARE_OTHER_BASE,
        Verdict::Truncated => &SHARE_TRUNCATED,
        Verdict::Lifted => &SHARE_LIFTED,
        _ => return None,
    };
    let mut found = on(check, figure.span);
    let of = judged.expected.unwrap_or(base);
    let decimals = stated
        .scale()
        .max(u32::from(judged.verdict == Verdict::Wrong && claim.count < base && stated.scale() == 0));
    let right = share(claim.count, of, decimals, Rounding::HalfUp)?;
    found.count("count", claim.count).count("base", of);
    found.percent("stated", figure.value).text("slip", slip_id(judged.slip));
    if judged.verdict == Verdict::OtherBase {
        found.count("other", base);
    }
    if let (Verdict::Wrong, Some(count)) = (judged.verdict, judged.count_slip) {
        let counted = read.figures.get(claim.counted?)?;
        found.span = Some(counted.span);
        found.count("right", count);
        found.fix = Some(write_count(count));
        return Some(found);
    }
    found.percent("right", right);
    if matches!(claim.says, Says::Share | Says::Change) && !judged.unprinted {
        found.fix =
            Some(written_like(text, figure, share(claim.count, of, stated.scale(), Rounding::HalfUp)?));
    }
    Some(found)
}

/// The two whole numbers between which the share lies, or that it is more than all.
fn of_nothing(read: &Read, judged: &Judged, figure: &Figure) -> Option<Diagnostic> {
    let claim = &judged.claim;
    let stated = claim.stated?;
    // *7 đồng chí (đạt 233,5%)* is of a plan that was passed, but of none there is.
    let of_plan = figure.depth > 0 && stated_baseless(claim);
    if stated > Decimal::ONE_HUNDRED && !of_plan {
        // Told with the others that it should make 100 with.
        let before = read.missed.partition_point(|one| one.span.1 < figure.span.1);
        let with = claim.percent.zip(read.missed.get(before));
        if with.is_some_and(|(at, missed)| missed.parts.contains(&at)) {
            return None;
        }
        let mut found = on(&SHARE_OVER_WHOLE, figure.span);
        found.percent("stated", figure.value);
        return Some(found);
    }
    let of = |whole: u64| share(claim.count, whole, stated.scale(), Rounding::HalfUp);
    let near = whole_of(claim.count, stated)?;
    let fewer = near.saturating_sub(u64::from(compare(of(near)?, stated).is_lt()));
    let more = fewer.saturating_add(1);
    let mut found = on(&SHARE_IMPOSSIBLE, figure.span);
    found.count("count", claim.count).percent("stated", figure.value);
    found.count("fewer", fewer).percent("above", of(fewer)?);
    found.count("more", more).percent("below", of(more)?);
    Some(found)
}

fn slip_id(slip: Option<Slip>) -> &'static str {
    match slip {
        None => "none",
        Some(Slip::Swapped) => "swapped",
        Some(Slip::Dropped) => "dropped",
        Some(Slip::Extra) => "extra",
        Some(Slip::Mistyped) => "mistyped",
    }
}

/// A percentage with the mark and the sign of the one it replaces.
#[inline(never)]
fn written_like(text: &str, figure: &Figure, right: Decimal) -> String {
    let old = text.get(figure.from..figure.to).unwrap_or("");
    let digits = old.trim_end_matches(|c: char| !c.is_ascii_digit());
    let sign = old.get(digits.len()..).unwrap_or("");
    let number = write_percent(right);
    let number = number.trim_end_matches('%');
    let number = if digits.contains('.') && !digits.contains(',') {
        number.replace(',', ".")
    } else {
        number.to_owned()
    };
    [number.as_str(), sign].concat()
}

/// *143/130 đảng viên, vượt 13%*: how far the count is beyond its plan.
fn beyond(text: &str, claim: &Claim, plan: u64, figure: &Figure) -> Option<Diagnostic> {
    let right = share(claim.count.checked_sub(plan)?, plan, figure.value.scale(), Rounding::HalfUp)?;
    let mut found = on(&CHANGE_WRONG, figure.span);
    found.count("before", plan).count("now", claim.count);
    found.percent("right", right).percent("stated", figure.value).text("slip", slip_id(None));
    found.fix = Some(written_like(text, figure, right));
    Some(found)
}

fn of_relation(read: &Read, relation: &Relation) -> Option<Diagnostic> {
    let check = match relation.link {
        Link::Subset => &PART_INSIDE_PART,
        _ if relation.holds => return None,
        Link::Within => &PART_LARGER,
        Link::Rest => &REST_WRONG,
        Link::Total | Link::Wholes | Link::Votes => &TOTAL_DOUBTFUL,
        Link::Sum if relation.sum < relation.whole => &LIST_SHORT,
        Link::Sum => &SUM_MISMATCH,
    };
    let whole = read.figures.get(relation.whole_at)?;
    let mut found = on(check, whole.span);
    if matches!(relation.link, Link::Within | Link::Rest) {
        return of_part(read, relation, found);
    }
    let gap = i64::try_from(relation.sum).ok()?.checked_sub_unsigned(relation.whole)?;
    found
        .text("addition", &addition(read, relation, &relation.parts)?)
        .count("sum", relation.sum)
        .count("whole", relation.whole);
    found.text("difference", &write_signed_count(gap)).text("repair", "none");
    if matches!(relation.link, Link::Sum | Link::Total)
        && let Some((at, right, slip)) = repair(read, relation)
    {
        let figure = read.figures.get(at)?;
        found.params.pop();
        found.text("repair", "one").count("part", figure.count).count("right", right);
        found.text("slip", slip_id(Some(slip)));
        found.fix = Some(write_count(right));
        found.span = Some(figure.span);
    }
    if relation.link == Link::Votes {
        found.span = read.figures.get(*relation.parts.last()?).map(|last| last.span);
    }
    if relation.link == Link::Subset {
        let inside = read.figures.get(*relation.parts.first()?)?;
        found.span = Some(inside.span);
        found.count("count", inside.count);
    }
    Some(found)
}

/// The one figure of a sum that, but for a slip of the hand, would make it fit: where, what it should be, and the slip.
fn repair(read: &Read, relation: &Relation) -> Option<(usize, u64, Slip)> {
    let whole = read.figures.get(relation.whole_at).filter(|figure| figure.what == What::Count)?;
    let mut found = slip(whole.count, relation.sum).map(|slip| (relation.whole_at, relation.sum, slip));
    for part in &relation.parts {
        let figure = read.figures.get(*part).filter(|figure| figure.what == What::Count)?;
        let right = relation.whole.checked_add(figure.count)?.checked_sub(relation.sum);
        let Some((right, slip)) = right.and_then(|right| Some((right, slip(figure.count, right)?))) else {
            continue;
        };
        // Its share is of what the parts make: it is none of those that slipped.
        let own = read.shares.get(*part).copied().flatten().and_then(|at| read.claims.get(at));
        let of_sum = |claim: &Claim| {
            claim.stated.and_then(|stated| fit(claim.count, relation.sum, stated, claim.hedge))
        };
        if own.is_some_and(|one| of_sum(&one.claim).is_some()) {
            continue;
        }
        if found.replace((*part, right, slip)).is_some() {
            return None;
        }
    }
    found
}

/// A part that is larger than its whole, or what remains of it.
fn of_part(read: &Read, relation: &Relation, mut found: Diagnostic) -> Option<Diagnostic> {
    let (last, before) = relation.parts.split_last()?;
    let figure = read.figures.get(*last)?;
    found.span = Some(figure.span);
    found.count("count", figure.count).count("whole", relation.whole);
    if relation.link == Link::Rest {
        let others = relation.sum.checked_sub(figure.count)?;
        let right = relation.whole.checked_sub(others)?;
        found.text("parts", &addition(read, relation, before)?).count("right", right);
        found.text("slip", slip_id(slip(figure.count, right)));
        found.fix = Some(write_count(right));
    }
    Some(found)
}

fn addition(read: &Read, relation: &Relation, parts: &[usize]) -> Option<String> {
    let mut terms: Vec<String> = Vec::new();
    for part in parts.iter().take(MOST_TERMS) {
        terms.push(write_count(relation.number(read.figures.get(*part)?)));
    }
    Some(terms.join(" + "))
}

fn of_missed(text: &str, read: &Read, missed: &Missed) -> Diagnostic {
    let mut found = on(&SHARES_MISS_100, missed.span);
    let typed = |at: &usize| read.figures.get(*at).and_then(|one| text.get(one.from..one.to));
    let terms: Vec<&str> = missed.parts.iter().filter_map(typed).collect();
    found.text("addition", &terms.join(" + ")).percent("sum", missed.sum);
    found
}

fn of_change(text: &str, read: &Read, changed: Changed) -> Option<Diagnostic> {
    let figure = read.figures.get(changed.figure)?;
    let gap = changed.now.abs_diff(changed.before);
    let mut found = on(&CHANGE_WRONG, figure.span);
    found.count("before", changed.before).count("now", changed.now);
    if figure.what == What::Count {
        found.count("right", gap).count("stated", figure.count);
        found.text("slip", slip_id(slip(figure.count, gap)));
        found.fix = Some(write_count(gap));
    } else {
        let right = share(gap, changed.before, figure.value.scale(), Rounding::HalfUp)?;
        found.percent("right", right).percent("stated", figure.value);
        found.text("slip", slip_id(None));
        found.fix = Some(written_like(text, figure, right));
    }
    Some(found)
}

fn of_points(text: &str, read: &Read, points: Points) -> Option<Diagnostic> {
    let figure = read.figures.get(points.figure)?;
    let mut found = on(&CHANGE_WRONG, figure.span);
    found.percent("before", points.before).percent("now", points.now);
    found.percent("right", points.right).percent("stated", figure.value).text("slip", slip_id(None));
    found.fix = Some(written_like(text, figure, points.right));
    Some(found)
}

fn of_repeat(read: &Read, repeat: Repeat) -> Option<Diagnostic> {
    let figure = read.figures.get(repeat.figure)?;
    let mut found = on(&GIVEN_TWICE, figure.span);
    found.count("count", figure.count).count("other", repeat.other);
    found.text("slip", slip_id(slip(figure.count, repeat.other)));
    found.fix = Some(write_count(repeat.other));
    Some(found)
}

fn of_flaw(text: &str, figure: &Figure, flaw: Flaw) -> Diagnostic {
    let doubled = flaw == Flaw::Doubled;
    let mut found = on(if doubled { &UNIT_DOUBLED } else { &NUMBER_BROKEN }, figure.span);
    found.text("typed", text.get(figure.from..figure.to).unwrap_or(""));
    if doubled {
        found.count("count", figure.count);
        found.fix = Some(write_count(figure.count));
    }
    found
}

/// What the grades of a text say of a quota. Only to know: a quota holds for each group, and a text may speak of a whole
/// province.
pub(crate) fn of_audit_quota(
    span: (u32, u32),
    used: Option<u64>,
    outcomes: &[Outcome],
    rule: &QuotaRule,
    locale: Locale,
) -> Option<Diagnostic> {
    let of_text = || {
        rule.readings
            .iter()
            .zip(outcomes)
            .filter(|(reading, _)| reading.from_text)
            .map(|(_, outcome)| outcome)
    };
    let over = of_text().filter(|outcome| outcome.headroom.is_some_and(|headroom| headroom < 0)).count();
    if over == 0 {
        return None;
    }
    let all = over == of_text().count();
    let mut found = on(if all { &QUOTA_EXCEEDED } else { &QUOTA_DISAGREES }, span);
    let most = of_text().filter_map(|outcome| outcome.limit).max()?;
    found.text("grade", rule.label.in_locale(locale)).count("used", used?).count("limit", most);
    found.cite(&rule.percent.cite);
    Some(found)
}
