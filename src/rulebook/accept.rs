//! What nobody has been able to verify refuses nobody anything until a portal takes it upon itself, by name: a rule or a
//! band leaves the grade open, a quota is not there.

use super::Rulebook;
use super::fact::LocalText;
use super::fault::EngineError;
use crate::citation::Basis;

/// Something unverified.
#[derive(Clone, Debug)]
pub struct Unverified {
    /// `member.htnv-marks`: standard and rule or grade; or a quota's id.
    pub id: String,
    /// What it says.
    pub label: LocalText,
    /// Id of the citation.
    pub cite: String,
    /// Taken by the portal, and so in force.
    pub accepted: bool,
}

impl Rulebook {
    /// Takes what is accepted; everything else that is unverified has no effect of its own.
    pub(crate) fn accept(&mut self, accepted: &[&str]) -> Result<(), EngineError> {
        let mut found: Vec<Unverified> = Vec::new();
        let mut keep = |id: String, label: &LocalText, cite: &str, basis: Basis| {
            if basis != Basis::Unverified {
                return true;
            }
            let taken = accepted.contains(&id.as_str());
            // A standard is read for each form that uses it.
            if !found.iter().any(|known| known.id == id) {
                found.push(Unverified { id, label: label.clone(), cite: cite.to_owned(), accepted: taken });
            }
            taken
        };
        self.quotas
            .retain(|quota| keep(quota.id.clone(), &quota.label, &quota.percent.cite, quota.percent.basis));
        for quota in &mut self.quotas {
            let id = format!("{}.small-group", quota.id);
            let small = quota.small_group.take();
            quota.small_group =
                small.filter(|small| keep(id, &quota.label, &small.at_most.cite, small.at_most.basis));
        }
        for ballot in &mut self.ballots {
            let majority = ballot.majority.take();
            ballot.majority = majority.filter(|majority| {
                let above = &majority.above;
                keep([&ballot.id, ".majority"].concat(), &ballot.label, &above.cite, above.basis)
            });
        }
        for form in &mut self.forms {
            let Some(standard) = &mut form.standard else { continue };
            let grades = self.subjects.get(form.subject).map_or(&[][..], |subject| &subject.grades);
            for (band, grade) in standard.bands.iter_mut().zip(grades) {
                let id = format!("{}.{}", standard.id, grade.id);
                let known = band.take();
                let found = known.is_some();
                *band = known.filter(|fact| keep(id, &grade.label, &fact.cite, fact.basis));
                standard.open_bands |= found && band.is_none();
            }
            for rule in &mut standard.rules {
                let id = format!("{}.{}", standard.id, rule.id);
                rule.accepted = keep(id, &rule.label, &rule.cite, rule.basis);
            }
            let id = format!("{}.otherwise", standard.id);
            standard.otherwise = standard.otherwise.take().filter(|fact| {
                grades.get(fact.value).is_none_or(|grade| keep(id, &grade.label, &fact.cite, fact.basis))
            });
        }
        let known: Vec<&str> = found.iter().map(|one| one.id.as_str()).collect();
        if let Some(unknown) = accepted.iter().find(|id| !known.contains(id)) {
            let what = "something unverified of this rulebook";
            return Err(EngineError::unknown("usage.unknown-unverified", what, unknown, &known));
        }
        self.unverified = found;
        Ok(())
    }
}
