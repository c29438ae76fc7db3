//! What nobody has been able to verify, and what the text does not say, does nothing by itself until a portal takes it
//! upon itself, by name: a rule or a band leaves the grade open, a reason not to rate leaves nobody out, a quota is not
//! there. What must be something all the same (a reading, a rounding, what votes are a share of) is shown with its basis.

use super::Rulebook;
use super::fact::LocalText;
use super::fault::EngineError;
use super::form::{Field, Relation};
use crate::citation::Basis;

/// Something unverified, or silent.
#[derive(Clone, Debug)]
pub struct Unverified {
    /// `member.htnv-marks`: standard and rule or grade; a quota's id; `exclusion.moi-ket-nap`.
    pub id: String,
    /// What it says.
    pub label: LocalText,
    /// Id of the citation.
    pub cite: String,
    /// Taken by the portal, and so in force.
    pub accepted: bool,
}

/// Whether a fact has effect: the parts of its id, what it says, its citation, how sure.
type Keep<'k> = dyn FnMut(&[&str], &LocalText, &str, Basis) -> bool + 'k;

impl Rulebook {
    /// Takes what is accepted; everything else that is not settled has no effect of its own.
    pub(crate) fn accept(&mut self, accepted: &[&str]) -> Result<(), EngineError> {
        let mut found: Vec<Unverified> = Vec::new();
        let mut keep = |id: &[&str], label: &LocalText, cite: &str, basis: Basis| {
            if basis.is_settled() {
                return true;
            }
            let id = id.concat();
            let taken = accepted.contains(&id.as_str());
            // A standard is read for each form that uses it.
            if !found.iter().any(|known| known.id == id) {
                found.push(Unverified { id, label: label.clone(), cite: cite.to_owned(), accepted: taken });
            }
            taken
        };
        self.quotas
            .retain(|quota| keep(&[&quota.id], &quota.label, &quota.percent.cite, quota.percent.basis));
        for quota in &mut self.quotas {
            let (id, label) = (&quota.id, &quota.label);
            let mut keep = |name, cite: &str, basis| keep(&[id, name], label, cite, basis);
            quota.raised = quota.raised.take().filter(|fact| keep(".raised", &fact.cite, fact.basis));
            quota.group = quota.group.take().filter(|fact| keep(".group", &fact.cite, fact.basis));
            quota.overflow = quota.overflow.take().filter(|fact| keep(".overflow", &fact.cite, fact.basis));
            quota.head = quota.head.take().filter(|fact| keep(".head", &fact.cite, fact.basis));
            quota.small_group = quota.small_group.take().filter(|small| {
                let [below, at_most] = [small.below.basis, small.at_most.basis];
                keep(".small-group", &small.at_most.cite, if below.is_settled() { at_most } else { below })
            });
        }
        for ballot in &mut self.ballots {
            ballot.majority = ballot.majority.take().filter(|majority| {
                let above = &majority.above;
                keep(&[&ballot.id, ".majority"], &ballot.label, &above.cite, above.basis)
            });
        }
        self.deadlines.retain(|one| keep(&["deadline.", &one.id], &one.label, &one.cite, one.basis));
        self.targets
            .retain(|one| keep(&["target.", &one.id], &one.label, &one.at_least.cite, one.at_least.basis));
        let mut open = Vec::new();
        for (at, one) in self.exclusions.iter().enumerate() {
            if !keep(&["exclusion.", &one.id], &one.label, &one.cite, one.basis) {
                open.push(at);
            }
        }
        for form in &mut self.forms {
            form.open_exclusions.clone_from(&open);
            for field in &mut form.fields {
                for column in &mut field.columns {
                    limit(column, &mut keep);
                }
                limit(field, &mut keep);
            }
            for relation in &mut form.relations {
                if let Relation::SumIs(parts, number) = relation
                    && let Some(field) = parts.first().and_then(|at| form.fields.get(at.field))
                    && !keep(&["sum.", &field.id], &field.label, &number.cite, number.basis)
                {
                    parts.clear();
                }
            }
            let Some(standard) = &mut form.standard else { continue };
            let grades = self.subjects.get(form.subject).map_or(&[][..], |subject| &subject.grades);
            let own = &standard.id;
            for (band, grade) in standard.bands.iter_mut().zip(grades) {
                let known = band.take();
                let found = known.is_some();
                *band =
                    known.filter(|fact| keep(&[own, ".", &grade.id], &grade.label, &fact.cite, fact.basis));
                standard.open_bands |= found && band.is_none();
            }
            for rule in &mut standard.rules {
                rule.accepted = keep(&[own, ".", &rule.id], &rule.label, &rule.cite, rule.basis);
            }
            standard.otherwise = standard.otherwise.take().filter(|fact| {
                let grade = grades.get(fact.value);
                grade.is_none_or(|grade| keep(&[own, ".otherwise"], &grade.label, &fact.cite, fact.basis))
            });
            // That people decide is what happens anyway.
            standard.refer = standard
                .refer
                .take()
                .filter(|fact| fact.value || keep(&[own, ".conflict"], &form.label, &fact.cite, fact.basis));
        }
        self.open_exclusions = open;
        let known: Vec<&str> = found.iter().map(|one| one.id.as_str()).collect();
        if let Some(unknown) = accepted.iter().find(|id| !known.contains(id)) {
            let what = "something unverified of this rulebook";
            return Err(EngineError::unknown("usage.unknown-unverified", what, unknown, &known));
        }
        self.unverified = found;
        Ok(())
    }
}

/// Most points and their steps are asked for only where the text has them.
fn limit(field: &mut Field, keep: &mut Keep<'_>) {
    let cite = field.cite.as_deref().unwrap_or_default();
    let limited = field.max.is_some() || field.step.is_some();
    if limited && !keep(&["field.", &field.id], &field.label, cite, field.basis) {
        (field.max, field.step) = (None, None);
    }
}
