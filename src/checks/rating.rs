//! What the proposed grade and the text say of each other, and what only people can decide.

use super::form_field::is_required;
use super::note::{At, Datum, Note, Written};
use super::{Check, FormFacts};
use crate::decimal::compare;
use crate::rating::{Judged, Rated, Status, Truth, band_of, is_answered, is_yes, limit_of};
use crate::rulebook::form::{Does, Place, RuleTest, Standard, Test};

pub(super) static ABOVE_BAND: Check = Check::warning("rating.above-band");
pub(super) static CONDITION_UNMET: Check = Check::warning("rating.condition-unmet");
pub(super) static CONDITION_OPEN: Check = Check::warning("rating.condition-open");
pub(super) static TRIGGERED: Check = Check::warning("rating.triggered");
pub(super) static CAPPED: Check = Check::warning("rating.capped");
pub(super) static REASON_MISSING: Check = Check::warning("rating.reason-missing");
pub(super) static UNFOUNDED: Check = Check::warning("rating.unfounded");
pub(super) static DISCRETION_CLAIMED: Check = Check::info("rating.discretion-claimed");
pub(super) static DISCRETION_UNFOUNDED: Check = Check::warning("rating.discretion-unfounded");
pub(super) static NO_GRADE_FITS: Check = Check::warning("rating.no-grade-fits");
pub(super) static SHORT_OF_BAND: Check = Check::info("rating.band-above-conditions");
pub(super) static ZERO_BASE: Check = Check::info("rating.zero-base");
pub(super) static UNVERIFIED: Check = Check::info("rating.unverified");

pub(super) fn find(facts: &FormFacts<'_>, standard: &Standard, rated: &Rated, out: &mut Vec<Note>) {
    let form = facts.filled.form;
    let at = form.grade.map_or(At::Form, At::Field);
    zero_bases(facts, standard, rated, out);
    unverified(standard, rated, at, out);
    discretions(facts, standard, out);
    if rated.is_gap() {
        out.push(Note::new(&NO_GRADE_FITS, at).with("rules", Datum::Text(unmet(facts, standard, rated))));
    } else if rated.is_short_of_band(standard) {
        out.push(short_of_band(standard, rated, at));
    }
    let Some(grade) = form.grade.and_then(|field| facts.filled.cell(field).chosen()) else { return };
    proposed(facts, standard, rated, grade, at, out);
}

/// The proposed grade against bands, conditions, triggers and caps.
fn proposed(
    facts: &FormFacts<'_>,
    standard: &Standard,
    rated: &Rated,
    grade: usize,
    at: At,
    out: &mut Vec<Note>,
) {
    let before = out.len();
    if let (Some(least), Some(points)) = (band_of(standard, grade), rated.points)
        && points.most.is_some_and(|most| compare(most, least).is_lt())
    {
        let note = Note::new(&ABOVE_BAND, at).with("grade", Datum::Grade(grade)).number("least", least);
        let note = note.number("points", points.most.unwrap_or(points.least));
        out.push(note.written(Written::Band(grade)));
    }
    for (index, (rule, judged)) in standard.rules.iter().zip(&rated.rules).enumerate() {
        if !rule.accepted {
            continue;
        }
        let note =
            |check| Note::new(check, at).with("grade", Datum::Grade(grade)).with("rule", Datum::Rule(index));
        match &rule.does {
            Does::Condition(grades) if grades.contains(&grade) => match judged.truth {
                Truth::No => out.push(note(&CONDITION_UNMET)),
                // What is for people to decide has a finding of its own; nothing is to be filled in.
                Truth::Open if !judged.waived => {
                    out.push(Note { mild: !facts.is_final, ..note(&CONDITION_OPEN) });
                }
                _ => {}
            },
            Does::Condition(_) => {}
            does => {
                let Some(to) = limit_of(rule, judged).filter(|to| grade < *to) else { continue };
                if judged.truth == Truth::Yes && !judged.waived {
                    let check = if matches!(does, Does::Trigger(_)) { &TRIGGERED } else { &CAPPED };
                    let lowest = to.saturating_add(1) == rated.grades.len();
                    let said = |yes: bool| Datum::Word(if yes { "yes" } else { "no" });
                    let note = note(check).with("to", Datum::Grade(to)).with("lowest", said(lowest));
                    out.push(note.with("discretion", said(rule.discretion.is_some())));
                }
            }
        }
    }
    // Nobody falls to the lowest grade without a ground for it.
    if out.len() == before && !rated.is_gap() && rated.grades.get(grade) == Some(&Status::Refused) {
        out.push(Note::new(&UNFOUNDED, at).with("grade", Datum::Grade(grade)));
    }
    let best = rated.grades.iter().position(|status| *status == Status::Allowed);
    if let (Some(reason), Some(best)) = (facts.filled.form.reason, best.filter(|best| grade > *best))
        && !is_answered(facts.filled, reason)
    {
        let note = Note::new(&REASON_MISSING, At::Field(reason)).with("grade", Datum::Grade(grade));
        out.push(Note { mild: !facts.is_final, ..note.with("best", Datum::Grade(best)) });
    }
}

/// A share of nothing: no percentage exists, and the text does not say what then.
fn zero_bases(facts: &FormFacts<'_>, standard: &Standard, rated: &Rated, out: &mut Vec<Note>) {
    for (rule, judged) in standard.rules.iter().zip(&rated.rules) {
        if let RuleTest::Test(test) = &rule.test
            && judged.truth == Truth::Open
        {
            zero_base(facts, test, out);
        }
    }
}

fn zero_base(facts: &FormFacts<'_>, test: &Test, out: &mut Vec<Note>) {
    match test {
        Test::All(tests) | Test::Any(tests) => tests.iter().for_each(|test| zero_base(facts, test, out)),
        Test::Share(_, of, _) if facts.filled.number(*of).is_some_and(|whole| whole.is_zero()) => {
            let note = Note::new(&ZERO_BASE, At::Field(of.field));
            if !out.contains(&note) {
                out.push(note);
            }
        }
        _ => {}
    }
}

/// What would count against a grade, but was read by nobody.
fn unverified(standard: &Standard, rated: &Rated, at: At, out: &mut Vec<Note>) {
    for (index, (rule, judged)) in standard.rules.iter().zip(&rated.rules).enumerate() {
        if !rule.accepted && judged.waived {
            out.push(Note::new(&UNVERIFIED, at).with("rule", Datum::Rule(index)));
        }
    }
}

/// Discretion is an input with a reason, never computed.
fn discretions(facts: &FormFacts<'_>, standard: &Standard, out: &mut Vec<Note>) {
    for (index, rule) in standard.rules.iter().enumerate() {
        let Some((claim, reason)) = rule.discretion.filter(|(claim, _)| is_yes(facts.filled, *claim)) else {
            continue;
        };
        let note = if is_answered(facts.filled, reason) {
            // A trigger that waits for a share of nothing has not happened.
            let condition = matches!(rule.does, Does::Condition(_));
            let happened = |judged: &Judged| judged.waived && (condition || judged.truth == Truth::Yes);
            if !facts.rated.and_then(|rated| rated.rules.get(index)).is_some_and(happened) {
                continue;
            }
            Note::new(&DISCRETION_CLAIMED, At::Field(claim)).with("rule", Datum::Rule(index))
        } else if facts.filled.form.fields.get(reason).is_some_and(|field| is_required(facts, field)) {
            // Missing, which is said already.
            continue;
        } else {
            let field = Datum::Field(Place { field: claim, column: None });
            Note {
                mild: !facts.is_final,
                ..Note::new(&DISCRETION_UNFOUNDED, At::Field(reason)).with("claim", field)
            }
        };
        if !out.contains(&note) {
            out.push(note);
        }
    }
}

fn short_of_band(standard: &Standard, rated: &Rated, at: At) -> Note {
    let (band, best) = (rated.band.unwrap_or(0), rated.best().unwrap_or(0));
    let points = rated.points.and_then(crate::rating::Points::exact).unwrap_or_default();
    let mut note =
        Note::new(&SHORT_OF_BAND, at).with("grade", Datum::Grade(band)).with("best", Datum::Grade(best));
    note = note.number("points", points);
    // The first condition that certainly does not hold.
    let unmet = |rule: &usize| rated.rules.get(*rule).is_some_and(|judged| judged.truth == Truth::No);
    if let Some(rule) = rated.against(standard, band).into_iter().find(unmet) {
        note = note.with("rule", Datum::Rule(rule));
    }
    note.written(Written::Refer)
}

/// The conditions that are not met, in words, for the sentence that no grade fits.
fn unmet(facts: &FormFacts<'_>, standard: &Standard, rated: &Rated) -> String {
    let rules = standard.rules.iter().zip(&rated.rules);
    let unmet =
        rules.filter(|(rule, judged)| matches!(rule.does, Does::Condition(_)) && judged.truth == Truth::No);
    let labels: Vec<&str> = unmet.map(|(rule, _)| rule.label.in_locale(facts.locale)).collect();
    labels.join("; ")
}
