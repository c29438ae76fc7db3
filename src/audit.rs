//! A report in prose → figures, claims, relations, verdicts. Each stage is a file, with a folder of its parts, and can be
//! read by itself: `lexer` (words, numbers, marks) → `figures` (what each number counts) → `levels` and `claims` (which
//! share belongs to which count) → `relations` (what adds up) → `verdicts` (which base, and whether it can be right).
//!
//! In doubt it is silent. It knows no place names and judges no words.

mod changes;
mod claims;
mod figures;
mod ladders;
mod levels;
mod lexer;
mod lists;
mod page;
mod relations;
mod repeats;
mod slips;
mod tables;
mod tallies;
mod verdicts;
mod words;

pub(crate) use changes::Changed;
pub(crate) use changes::points::Points;
pub(crate) use claims::{Claim, Says, Tie};
pub(crate) use figures::{Figure, Flaw, Role, What};
pub(crate) use ladders::Missed;
pub(crate) use lists::Length;
pub(crate) use relations::{Link, Relation};
pub(crate) use repeats::Repeat;
pub(crate) use slips::{Slip, slip};
pub(crate) use tallies::{Noun, Tally};
pub(crate) use verdicts::{Judged, Verdict, stated_baseless};

/// What was read in a text.
#[derive(Clone, Debug)]
pub(crate) struct Read {
    /// How many words and numbers the lexer saw.
    pub(crate) words: usize,
    pub(crate) numbers: usize,
    pub(crate) figures: Vec<Figure>,
    pub(crate) claims: Vec<Judged>,
    /// Of a figure that is the count of a claim with a percentage: that claim.
    pub(crate) shares: Vec<Option<usize>>,
    pub(crate) relations: Vec<Relation>,
    /// Percentages that should be a whole and are not.
    pub(crate) missed: Vec<Missed>,
    /// Changes that are not the difference of their two numbers.
    pub(crate) changes: Vec<Changed>,
    /// Changes in points that are not the difference of their two shares.
    pub(crate) points: Vec<Points>,
    /// Quantities given in two ways.
    pub(crate) repeats: Vec<Repeat>,
    /// Lists that are not as long as announced.
    pub(crate) lengths: Vec<Length>,
    /// The grades of each group.
    pub(crate) tallies: Vec<Tally>,
}

/// Reads a text.
pub(crate) fn read(text: &str) -> Read {
    let tokens = tables::spaced::spaced(lexer::lex(text));
    let page = &page::Page { text, tokens: &tokens };
    let mut figures = figures::figures(page);
    let tables = tables::tables(page, &mut figures);
    for (at, figure) in figures.iter_mut().enumerate() {
        let counts =
            matches!(figure.what, What::Count | What::Fraction) && figure.role == figures::Role::Fact;
        figure.counts = counts && !tables.has(at);
    }
    let levels = levels::levels(page, &figures);
    let claims = claims::claims(page, &figures, &tables);
    let mut shares = vec![None; figures.len()];
    let mut percents = vec![None; figures.len()];
    for (at, claim) in claims.iter().enumerate() {
        let Some(percent) = claim.percent else { continue };
        if let Some(place) = percents.get_mut(percent) {
            *place = Some(at);
        }
        if let Some(place) = claim.counted.and_then(|counted| shares.get_mut(counted)) {
            *place = Some(at);
        }
    }
    let totals: Vec<bool> =
        figures.iter().map(|figure| verdicts::bases::summed(page, figure.first)).collect();
    let declared: Vec<bool> =
        figures.iter().map(|figure| verdicts::bases::declared(page, figure.first)).collect();
    let facts = relations::Facts {
        page,
        figures: &figures,
        claims: &claims,
        levels: &levels,
        shares: &shares,
        totals: &totals,
        declared: &declared,
    };
    let mut relations = relations::relations(&facts);
    let mut judged = verdicts::judge(&facts, &relations);
    judged.extend_from_slice(&tables.judged);
    relations.extend_from_slice(&tables.relations);
    let mut missed = ladders::missed(&facts, &percents);
    missed.extend_from_slice(&tables.missed);
    ladders::untold(&mut missed, &judged, figures.len());
    let lengths = lists::lengths(page, &figures);
    let tallies = tallies::tallies(page, &figures, &levels);
    let (changes, repeats) = (changes::changes(&facts), repeats::repeats(&facts));
    let points = changes::points::points(&facts);
    let many = |kind| tokens.iter().filter(|token| token.kind == kind).count();
    let (words, numbers) = (many(lexer::Kind::Word), many(lexer::Kind::Number));
    Read {
        words,
        numbers,
        figures,
        claims: judged,
        shares,
        relations,
        missed,
        changes,
        points,
        repeats,
        lengths,
        tallies,
    }
}
