//! Fields of a form contradict each other: sums, parts, percentages typed by hand, weights.

use std::sync::Arc;

use super::form_field::NOT_ASKED;
use super::note::{At, Datum, Note, Written};
use super::{Check, FormFacts, MOST_TERMS};
use crate::decimal::{
    Decimal, MAX_DECIMALS, NumberStyle, Rounding, Sum, add, as_count, compare, is_step, mean, push_decimal,
    round, share, subtract, weighted,
};
use crate::form::Filled;
use crate::rulebook::form::{Place, Relation};

pub(super) static SUM_MISMATCH: Check = Check::error("form.sum-mismatch");
pub(super) static SUM_EXCEEDS: Check = Check::error("form.sum-exceeds");
pub(super) static PART_EXCEEDS: Check = Check::error("form.part-exceeds");
pub(super) static SHARE_WRONG: Check = Check::error("form.share-wrong");
pub(super) static MEAN_WRONG: Check = Check::error("form.mean-wrong");
pub(super) static POINTS_WRONG: Check = Check::error("form.points-wrong");
pub(super) static COUNT_MISMATCH: Check = Check::error("form.count-mismatch");

/// Looks at every tree of points and every relation.
pub(super) fn find(facts: &FormFacts<'_>) -> Vec<Related> {
    let form = facts.filled.form;
    let (mut all, mut found) = (Vec::new(), Vec::new());
    for of in 0..form.fields.len().saturating_add(form.relations.len()) {
        disagrees(facts.filled, of, &mut found);
        all.extend(found.drain(..).map(|note| (of, Arc::new(note))));
    }
    all
}

/// Looks at those of the fields that changed. What was found of the others stays. Whether anything is different.
pub(super) fn find_again(facts: &FormFacts<'_>, changed: &[usize], seen: &mut Vec<Related>) -> bool {
    let fields = &facts.filled.form.fields;
    let mut moved = false;
    let mut found = Vec::new();
    for of in changed.iter().filter_map(|at| fields.get(*at)).flat_map(|field| &field.related) {
        disagrees(facts.filled, *of, &mut found);
        moved |= replace(seen, *of, &mut found);
    }
    moved
}

/// What is found of a tree of points, or of a relation.
fn disagrees(filled: &Filled<'_>, of: usize, out: &mut Vec<Note>) {
    match filled.form.fields.get(of) {
        Some(field) if field.parts.is_empty() => {}
        Some(field) => out.extend(tree(filled, of, &field.parts, field.max)),
        None => {
            let at = of.saturating_sub(filled.form.fields.len());
            if let Some(relation) = filled.form.relations.get(at) {
                related(filled, at, relation, out);
            }
        }
    }
}

/// A finding, and what it is of: the position of a field with parts; after the fields, that of a relation.
pub(crate) type Related = (usize, Arc<Note>);

/// Puts what was found of something in the place of what was found of it before. Whether that is different.
fn replace(seen: &mut Vec<Related>, of: usize, found: &mut Vec<Note>) -> bool {
    let before = seen.iter().filter(|(own, _)| *own == of).map(|(_, note)| note.as_ref());
    let moved = !before.eq(found.iter());
    if moved {
        seen.retain(|(own, _)| *own != of);
        let at = seen.iter().position(|(own, _)| *own > of).unwrap_or(seen.len());
        for (offset, note) in found.drain(..).enumerate() {
            seen.insert(at.saturating_add(offset), (of, Arc::new(note)));
        }
    }
    found.clear();
    moved
}

fn related(filled: &Filled<'_>, at: usize, relation: &Relation, out: &mut Vec<Note>) {
    let found = match relation {
        Relation::Sum(parts, whole) => sum(filled, parts, *whole),
        Relation::SumIs(parts, number) => {
            sum_is(filled, parts, number.value).map(|note| note.written(Written::Relation(at)))
        }
        Relation::PartOf(part, whole) => part_of(filled, *part, *whole),
        Relation::Percent(percent, part, whole) => percent_of(filled, *percent, *part, *whole),
        Relation::Mean(parts, is) => mean_of(filled, parts, *is),
        Relation::Points(rows, columns, step) => {
            points(filled, *rows, *columns, *step, out);
            None
        }
        Relation::Count(column, options, is) => count(filled, *column, options, *is),
        Relation::Together(parts, wholes) => together(filled, parts, *wholes),
        Relation::Apart(pair) => {
            apart(filled, pair, out);
            None
        }
    };
    out.extend(found);
}

/// What is known of some parts: the sum, how many there are, and whether every part is known.
struct Added {
    sum: Decimal,
    known: usize,
    all: bool,
}

fn added(filled: &Filled<'_>, parts: impl Iterator<Item = Place>) -> Added {
    let mut sum = Sum::default();
    let mut added = Added { sum: Decimal::ZERO, known: 0, all: true };
    each_number(filled, parts, &mut |number| {
        if number.is_some_and(|number| sum.add(number)) {
            added.known = added.known.saturating_add(1);
        } else {
            added.all = false;
        }
    });
    added.sum = sum.total().unwrap_or_default();
    added
}

/// The numbers at some places; of a column those of each row.
fn each_number(
    filled: &Filled<'_>,
    parts: impl Iterator<Item = Place>,
    see: &mut dyn FnMut(Option<Decimal>),
) {
    for place in parts {
        match place.column {
            Some(_) if filled.rows(place.field).is_empty() => see(None),
            Some(column) => filled.column(place.field, column).for_each(|cell| see(cell.number())),
            None => see(filled.cell(place.field).number()),
        }
    }
}

/// `10 + 20,5`; of a long list only the beginning.
fn terms(filled: &Filled<'_>, parts: impl Iterator<Item = Place>) -> String {
    let mut text = String::new();
    let mut shown = 0_usize;
    each_number(filled, parts, &mut |number| {
        let Some(number) = number else { return };
        shown = shown.saturating_add(1);
        if shown <= MOST_TERMS.saturating_add(1) {
            text.push_str(if text.is_empty() { "" } else { " + " });
            if shown > MOST_TERMS {
                text.push('…');
            } else {
                push_decimal(&mut text, number, NumberStyle::default());
            }
        }
    });
    text
}

/// The points of an item against those of its parts, and against its maximum.
fn tree(filled: &Filled<'_>, at: usize, parts: &[usize], max: Option<Decimal>) -> Option<Note> {
    let typed = filled.cell(at).number();
    // Nothing to compare with: most of a form is like this while it is filled in.
    typed.or(max)?;
    let parts = parts.iter().map(|field| Place { field: *field, column: None });
    let added = added(filled, parts.clone());
    if added.known == 0 {
        return None;
    }
    let note = |check, whole| note(filled, check, at, added.sum, parts.clone(), whole);
    match typed {
        Some(typed) if added.all && compare(added.sum, typed).is_ne() => Some(note(&SUM_MISMATCH, typed)),
        Some(typed) if compare(added.sum, typed).is_gt() => Some(note(&SUM_EXCEEDS, typed)),
        None => max.filter(|max| compare(added.sum, *max).is_gt()).map(|max| note(&SUM_EXCEEDS, max)),
        Some(_) => None,
    }
}

fn note(
    filled: &Filled<'_>,
    check: &'static Check,
    at: usize,
    sum: Decimal,
    parts: impl Iterator<Item = Place>,
    whole: Decimal,
) -> Note {
    let note = Note::new(check, At::Field(at)).with("addition", Datum::Text(terms(filled, parts)));
    note.number("sum", sum).number("whole", whole)
}

fn sum(filled: &Filled<'_>, parts: &[Place], whole: Place) -> Option<Note> {
    let typed = filled.number(whole)?;
    against(filled, parts, whole.field, typed)
}

fn sum_is(filled: &Filled<'_>, parts: &[Place], number: Decimal) -> Option<Note> {
    against(filled, parts, parts.first()?.field, number)
}

/// Parts against what they add up to. Not all known: only too much is wrong.
fn against(filled: &Filled<'_>, parts: &[Place], at: usize, whole: Decimal) -> Option<Note> {
    let added = added(filled, parts.iter().copied());
    let order = compare(added.sum, whole);
    let check = match () {
        () if added.all && order.is_ne() => &SUM_MISMATCH,
        () if order.is_gt() => &SUM_EXCEEDS,
        () => return None,
    };
    Some(note(filled, check, at, added.sum, parts.iter().copied(), whole))
}

/// Parts that leave no room for one another, where nothing else says so yet.
fn together(filled: &Filled<'_>, parts: &[Place], [whole, blank]: [Place; 2]) -> Option<Note> {
    let at = *parts.first()?;
    let most =
        filled.number(whole).filter(|_| filled.number(blank).is_none() && filled.number(at).is_some())?;
    let sum = added(filled, parts.iter().copied()).sum;
    let note = || note(filled, &SUM_EXCEEDS, at.field, sum, parts.iter().copied(), most);
    compare(sum, most).is_gt().then(note)
}

/// A row that says two things of which only one can be.
fn apart(
    filled: &Filled<'_>,
    [(one, ones), (other, others)]: &[(Place, Vec<usize>); 2],
    out: &mut Vec<Note>,
) {
    for (row, cells) in filled.rows(one.field) {
        let said = |at: &Place, options: &[usize]| {
            let chosen = at.column.and_then(|column| cells.get(column)).and_then(crate::form::Cell::chosen);
            chosen.filter(|option| options.contains(option))
        };
        if let (Some(_), Some(option)) = (said(one, ones), said(other, others)) {
            let at = At::Cell(one.field, *row, one.column.unwrap_or(0));
            let note = Note::new(&NOT_ASKED, at).with("gate", Datum::Field(*other));
            out.push(note.with("said", Datum::Option(*other, option)));
        }
    }
}

fn part_of(filled: &Filled<'_>, part: Place, whole: Place) -> Option<Note> {
    let (number, most) = (filled.number(part)?, filled.number(whole)?);
    let note = || {
        let note = Note::new(&PART_EXCEEDS, At::Field(part.field)).number("value", number);
        note.with("whole", Datum::Field(whole)).number("most", most)
    };
    compare(number, most).is_gt().then(note)
}

fn percent_of(filled: &Filled<'_>, percent: Place, part: Place, whole: Place) -> Option<Note> {
    let stated = filled.number(percent)?;
    let (part, whole) = (filled.number(part)?, filled.number(whole)?);
    // More decimals may be typed than a share has.
    let decimals = stated.scale().min(MAX_DECIMALS);
    let right = share(as_count(part)?, as_count(whole)?, decimals, Rounding::HalfUp)?;
    let note = || {
        let note = Note::new(&SHARE_WRONG, At::Field(percent.field)).with("stated", Datum::Percent(stated));
        note.with("right", Datum::Percent(right)).number("part", part).number("whole", whole)
    };
    compare(right, round(stated, decimals, Rounding::HalfUp)?).is_ne().then(note)
}

fn mean_of(filled: &Filled<'_>, parts: &[Place], is: Place) -> Option<Note> {
    let stated = filled.number(is)?;
    let added = added(filled, parts.iter().copied());
    let count = u64::try_from(parts.len()).ok().filter(|_| added.all)?;
    let right = mean(added.sum, count, stated.scale(), Rounding::HalfUp)?;
    let differs = compare(right, stated).is_ne();
    differs.then(|| {
        let note = note(filled, &MEAN_WRONG, is.field, added.sum, parts.iter().copied(), stated);
        note.number("right", right).number("count", Decimal::from(count))
    })
}

fn points(
    filled: &Filled<'_>,
    rows: usize,
    [points, percent, weight]: [usize; 3],
    step: Option<Decimal>,
    out: &mut Vec<Note>,
) {
    for (row, cells) in filled.rows(rows) {
        let number = |column: usize| cells.get(column).and_then(crate::form::Cell::number);
        let (Some(stated), Some(share), Some(of)) = (number(points), number(percent), number(weight)) else {
            continue;
        };
        let Some(right) = weighted(of, share, stated.scale(), Rounding::HalfUp) else { continue };
        if compare(right, stated).is_ne() && !step.is_some_and(|step| is_near(right, stated, step)) {
            let note = Note::new(&POINTS_WRONG, At::Cell(rows, *row, points)).number("stated", stated);
            // Held against at the decimals typed, said in full.
            let decimals = of.scale().saturating_add(share.scale()).saturating_add(2);
            let exact = weighted(of, share, decimals, Rounding::HalfUp);
            let exact = exact.and_then(|exact| add(exact, Decimal::ZERO)).unwrap_or(right);
            out.push(note.number("right", exact).number("weight", of).with("percent", Datum::Percent(share)));
        }
    }
}

/// Whether a number is the other, brought to a whole number of steps.
fn is_near(right: Decimal, stated: Decimal, step: Decimal) -> bool {
    let apart = subtract(right, stated).map(|apart| apart.abs());
    is_step(stated, step)
        && apart.and_then(|apart| add(apart, apart)).is_some_and(|twice| compare(twice, step).is_le())
}

fn count(filled: &Filled<'_>, column: Place, options: &[usize], is: Place) -> Option<Note> {
    let stated = filled.number(is)?;
    let at = column.column.filter(|_| !filled.rows(column.field).is_empty())?;
    let said = filled
        .column(column.field, at)
        .filter(|cell| cell.chosen().is_some_and(|one| options.contains(&one)));
    let rows = Decimal::from(u64::try_from(said.count()).ok()?);
    let open = filled.column(column.field, at).any(|cell| cell.chosen().is_none());
    let differs = if open { compare(rows, stated).is_gt() } else { compare(rows, stated).is_ne() };
    differs.then(|| {
        let note =
            Note::new(&COUNT_MISMATCH, At::Field(is.field)).number("stated", stated).number("rows", rows);
        note.field("grid", column.field)
    })
}
