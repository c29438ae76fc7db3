//! `engine.rollUp`: rows counted → summed up the tree → every quota under every reading, for each unit and group.

use super::Engine;
use crate::quota::Places;
use crate::roster::{Roster, Summed, Tree};
use crate::rulebook::{EngineError, QuotaRule};

/// A roster rolled up. Lists are `[unit][group]`.
#[derive(Clone, Debug)]
pub struct RollUp<'e> {
    /// Counts, `[unit][group][column]`.
    pub summed: Summed,
    /// One for each quota of the subject.
    pub quotas: Vec<QuotaRollUp<'e>>,
}

/// One quota for every unit and group.
#[derive(Clone, Debug)]
pub struct QuotaRollUp<'e> {
    /// The rule.
    pub rule: &'e QuotaRule,
    /// For each reading of the rule where every unit and group stands.
    pub readings: Vec<Vec<Option<Places>>>,
    /// Under the enforced reading: the unit that binds.
    pub binding: Vec<usize>,
    /// Under the enforced reading: the limits of the units just below, added up.
    pub below: Vec<Option<u64>>,
    /// Under the enforced reading: the fewest who must leave the grade so that the unit and all below it are within.
    pub moves: Vec<u64>,
}

impl Engine {
    /// A roster of a subject, still without rows. `parents`: the position of the unit above each; negative for the top.
    pub fn open_roster(&self, subject: usize, parents: &[i32], groups: usize) -> Result<Roster, EngineError> {
        let Some(subject) = self.rulebook.subjects.get(subject) else {
            return Err(EngineError::new("usage.unknown-subject", "no subject stands at that place"));
        };
        let tree = Tree::new(parents).map_err(|at| {
            let message = format!("the way up from the unit at {at} of `parents` does not end at the top");
            EngineError::new("usage.bad-tree", &message)
                .help("give each unit the position of the one above it, and -1 to those that have none")
        })?;
        let book = &self.rulebook;
        Roster::new(tree, groups, subject, book.exclusions.len(), &book.open_exclusions).ok_or_else(|| {
            EngineError::new("usage.out-of-range", "units times groups are more than fit into memory")
        })
    }

    /// A roster rolled up.
    pub fn roll_up(&self, subject_at: usize, roster: &Roster) -> RollUp<'_> {
        let Some(subject) = self.rulebook.subjects.get(subject_at) else {
            return RollUp { summed: Summed { own: Vec::new(), all: Vec::new() }, quotas: Vec::new() };
        };
        let summed = roster.summed(subject);
        let mut quotas = Vec::new();
        for (rule, enforced) in self.rulebook.quotas.iter().zip(&self.enforced) {
            if rule.subject != subject_at {
                continue;
            }
            let standings = |reading| roster.standings(&summed, rule, rule.percent.value, reading, subject);
            let readings: Vec<Vec<Option<Places>>> = (0..rule.readings.len()).map(standings).collect();
            let own = readings.get(*enforced).map_or(&[][..], Vec::as_slice);
            let (binding, below, moves) =
                (roster.binding(own), roster.limits_below(own), roster.fewest_moves(own));
            quotas.push(QuotaRollUp { rule, readings, binding, below, moves });
        }
        RollUp { summed, quotas }
    }
}
