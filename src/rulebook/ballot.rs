//! Ballots and goals as a rulebook writes them: who is voted on in which words, what a share of the votes is of, which
//! majority is asked for; and how much of something a plan wants.

use super::Subject;
use super::compile_rulebook::{choices, fact};
use super::compile_subject::subject_of;
use super::fact::{Cited, LocalText};
use super::form::Choice;
use super::reader::Reader;
use super::value::Value;
use crate::citation::Basis;
use crate::decimal::Decimal;

/// What is counted of the ballots of a group of voters, in this order: people summoned and present, ballots issued,
/// returned, valid and invalid.
pub const BALLOTS: [&str; 6] = ["summoned", "present", "issued", "returned", "valid", "invalid"];
/// What a share of the votes may be of: positions below this one.
pub const BASES: usize = 5;

/// How something is voted on.
#[derive(Clone, Debug)]
pub struct BallotRule {
    /// `member-grade`.
    pub id: String,
    /// What it is called.
    pub label: LocalText,
    /// What each ballot judges, when the instrument names it: the criteria. Else the caller names who is voted on.
    pub items: Vec<Choice>,
    /// What may be marked for each.
    pub options: Vec<Choice>,
    /// The first so many options go from best to worst: grades or marks.
    pub ordered: usize,
    /// What a share is of: a position in [`BALLOTS`].
    pub base: Cited<usize>,
    /// The majority the text names.
    pub majority: Option<Majority>,
    /// Id of the citation.
    pub cite: String,
    /// How sure.
    pub basis: Basis,
    /// What a reader should know about it.
    pub note: Option<LocalText>,
}

/// More than so much of something.
#[derive(Clone, Debug)]
pub struct Majority {
    /// What is held against it, positions; empty: whatever was marked.
    pub options: Vec<usize>,
    /// More than this percentage.
    pub above: Cited<Decimal>,
    /// Of what: a position in [`BALLOTS`].
    pub of: Cited<usize>,
}

/// How much of something a plan wants.
#[derive(Clone, Debug)]
pub struct TargetRule {
    /// `meetings-good`.
    pub id: String,
    /// What it is.
    pub label: LocalText,
    /// What it is a share of.
    pub of: LocalText,
    /// At least this percentage.
    pub at_least: Cited<Decimal>,
}

fn base_fact(v: &Value, name: &str) -> Cited<usize> {
    let at = |fact: &Value| BALLOTS.iter().position(|id| *id == fact.text("value")).unwrap_or(0);
    fact(v, name, at).unwrap_or_else(|| Cited::new(0, v))
}

pub(super) fn ballots<'v>(r: &mut Reader<'v>, source: &'v Value, subjects: &[Subject]) -> Vec<BallotRule> {
    let mut all = Vec::new();
    r.each(source, "ballots", &mut |r, id, v| {
        let mut items = Vec::new();
        let mut options: Vec<Choice> = Vec::new();
        if let Some((_, subject)) = subject_of(subjects, v) {
            // A title within a grade is not voted on.
            let own = subject.grades.iter().filter(|grade| grade.within.is_none());
            options.extend(own.map(|grade| Choice { id: grade.id.clone(), label: grade.label.clone() }));
        }
        if let Some(tree) = source.get("criteria").and_then(|trees| trees.get(v.text("criteria"))) {
            let entries = tree.members("items");
            // What is marked by its parts is not marked itself.
            let leaf = |id: &str| !entries.iter().any(|(_, other)| other.text("of") == id);
            let judged = entries.iter().filter(|(id, item)| item.truth("marks") && leaf(id));
            items = judged.map(|(id, item)| Choice { id: id.clone(), label: item.label("label") }).collect();
            options = choices(source.members("marks"));
        }
        let ordered = options.len();
        let own = v.members("options").iter();
        options.extend(own.map(|(id, label)| Choice { id: id.clone(), label: label.as_label() }));
        if options.len() < 2 {
            r.fault("rulebook.wrong-value", "a ballot has at least two options");
        }
        let majority = v.get("majority").filter(|majority| **majority != Value::Null);
        let majority = majority.and_then(|source| {
            let known: Vec<&str> = options.iter().map(|option| option.id.as_str()).collect();
            let mut own = Vec::new();
            r.at("majority", |r| {
                r.each_text(source, "options", &mut |r, id| match known
                    .iter()
                    .position(|option| *option == id)
                {
                    Some(at) => own.push(at),
                    None => r.unknown(id, "is no option of this ballot", &known),
                });
            });
            let above = fact(source, "above", |fact| fact.number("value").unwrap_or_default())?;
            Some(Majority { options: own, above, of: base_fact(source, "of") })
        });
        all.push(BallotRule {
            id: id.to_owned(),
            label: v.label("label"),
            items,
            options,
            ordered,
            base: base_fact(v, "base"),
            majority,
            cite: v.string("cite"),
            basis: v.basis(),
            note: v.maybe_label("note"),
        });
    });
    all
}

pub(super) fn targets(source: &Value) -> Vec<TargetRule> {
    let one = |(id, v): &(String, Value)| TargetRule {
        id: id.clone(),
        label: v.label("label"),
        of: v.label("of"),
        at_least: fact(v, "atLeast", |fact| fact.number("value").unwrap_or_default())
            .unwrap_or_else(|| Cited::new(Decimal::ZERO, v)),
    };
    source.members("targets").iter().map(one).collect()
}
