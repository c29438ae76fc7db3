//! What nobody has been able to verify, and what the text does not say, does nothing by itself until a portal takes it
//! upon itself, by name: a rule or a band leaves the grade open, a reason not to rate leaves nobody out, a quota is not
//! there. What must be something all the same (a reading, a rounding, what votes are a share of) is shown with its basis.

use super::fact::{Cited, LocalText};
use super::fault::EngineError;
use super::form::{Field, Relation, Standard};
use super::{Grade, QuotaRule, Rulebook};
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

/// What is not settled, as it is met.
struct Open<'a> {
    accepted: &'a [&'a str],
    found: Vec<Unverified>,
}

impl Open<'_> {
    /// Whether a fact is without effect: neither settled nor accepted by its id, which comes in two parts.
    #[inline(never)]
    fn is_off(&mut self, id: [&str; 2], label: &LocalText, cite: &str, basis: Basis) -> bool {
        if basis.is_settled() {
            return false;
        }
        let id = id.concat();
        let accepted = self.accepted.contains(&id.as_str());
        // A standard is read for each form that uses it.
        if !self.found.iter().any(|known| known.id == id) {
            self.found.push(Unverified { id, label: label.clone(), cite: cite.to_owned(), accepted });
        }
        !accepted
    }

    /// The same of a fact that may be there.
    fn is_fact_off<T>(&mut self, id: [&str; 2], label: &LocalText, fact: Option<&Cited<T>>) -> bool {
        fact.is_some_and(|fact| self.is_off(id, label, &fact.cite, fact.basis))
    }

    /// Most points and their steps are asked for only where the text has them.
    fn limit(&mut self, field: &mut Field) {
        let cite = field.cite.as_deref().unwrap_or_default();
        let limited = field.max.is_some() || field.step.is_some();
        if limited && self.is_off(["field.", &field.id], &field.label, cite, field.basis) {
            (field.max, field.step) = (None, None);
        }
    }

    fn quota(&mut self, quota: &mut QuotaRule) {
        let (id, label) = (quota.id.as_str(), &quota.label);
        if self.is_fact_off([id, ".raised"], label, quota.raised.as_ref()) {
            quota.raised = None;
        }
        if self.is_fact_off([id, ".group"], label, quota.group.as_ref()) {
            quota.group = None;
        }
        if self.is_fact_off([id, ".overflow"], label, quota.overflow.as_ref()) {
            quota.overflow = None;
        }
        if self.is_fact_off([id, ".head"], label, quota.head.as_ref()) {
            quota.head = None;
        }
        if let Some(small) = &quota.small_group {
            let below = &small.below;
            let fact = if below.basis.is_settled() { &small.at_most } else { below };
            if self.is_fact_off([id, ".small-group"], label, Some(fact)) {
                quota.small_group = None;
            }
        }
    }

    fn standard(&mut self, standard: &mut Standard, form: &LocalText, grades: &[Grade]) {
        let prefix = [&standard.id, "."].concat();
        for (band, grade) in standard.bands.iter_mut().zip(grades) {
            if self.is_fact_off([&prefix, &grade.id], &grade.label, band.as_ref()) {
                *band = None;
                standard.open_bands = true;
            }
        }
        for rule in &mut standard.rules {
            rule.accepted = !self.is_off([&prefix, &rule.id], &rule.label, &rule.cite, rule.basis);
        }
        let otherwise = standard.otherwise.as_ref();
        if let Some(grade) = otherwise.and_then(|fact| grades.get(fact.value))
            && self.is_fact_off([&prefix, "otherwise"], &grade.label, otherwise)
        {
            standard.otherwise = None;
        }
        // That people decide is what happens anyway.
        let refer = standard.refer.as_ref().filter(|fact| !fact.value);
        if self.is_fact_off([&prefix, "conflict"], form, refer) {
            standard.refer = None;
        }
    }
}

impl Rulebook {
    /// Takes what is accepted; everything else that is not settled has no effect of its own.
    pub(crate) fn accept(&mut self, accepted: &[&str]) -> Result<(), EngineError> {
        let mut open = Open { accepted, found: Vec::new() };
        self.quotas.retain(|one| !open.is_fact_off([&one.id, ""], &one.label, Some(&one.percent)));
        for quota in &mut self.quotas {
            open.quota(quota);
        }
        for ballot in &mut self.ballots {
            let above = ballot.majority.as_ref().map(|majority| &majority.above);
            if open.is_fact_off([&ballot.id, ".majority"], &ballot.label, above) {
                ballot.majority = None;
            }
        }
        self.deadlines.retain(|one| !open.is_off(["deadline.", &one.id], &one.label, &one.cite, one.basis));
        self.targets.retain(|one| !open.is_fact_off(["target.", &one.id], &one.label, Some(&one.at_least)));
        for (at, one) in self.exclusions.iter().enumerate() {
            if open.is_off(["exclusion.", &one.id], &one.label, &one.cite, one.basis) {
                self.open_exclusions.push(at);
            }
        }
        for form in &mut self.forms {
            form.open_exclusions.clone_from(&self.open_exclusions);
            for field in &mut form.fields {
                field.columns.iter_mut().for_each(|column| open.limit(column));
                open.limit(field);
            }
            for relation in &mut form.relations {
                if let Relation::SumIs(parts, number) = relation
                    && let Some(field) = parts.first().and_then(|at| form.fields.get(at.field))
                    && open.is_fact_off(["sum.", &field.id], &field.label, Some(number))
                {
                    parts.clear();
                }
            }
            if let Some(standard) = &mut form.standard {
                let grades = self.subjects.get(form.subject).map_or(&[][..], |subject| &subject.grades);
                open.standard(standard, &form.label, grades);
            }
        }
        let known: Vec<&str> = open.found.iter().map(|one| one.id.as_str()).collect();
        if let Some(unknown) = accepted.iter().find(|id| !known.contains(id)) {
            let what = "something unverified of this rulebook";
            return Err(EngineError::unknown("usage.unknown-unverified", what, unknown, &known));
        }
        self.unverified = open.found;
        Ok(())
    }
}
