//! `engine.check` and `engine.rate`: cells read → rules judged → rated → checks → quota → words.
//!
//! A session remembers the last form of a page, so that one more letter costs little: only the cells that changed are
//! read, only the rules that look at them are judged again, and only findings that were not told before are written
//! out. It answers as if it had seen the form for the first time (`tests/form_properties.rs`).

mod trace;

use std::sync::Arc;

pub use trace::{status_id, truth_id};

use super::Engine;
use super::quota::QuotaInput;
use crate::checks::{FormFacts, Look, Note, Scope, Seen, Told, in_order, of_form};
use crate::date::Date;
use crate::decimal::Typed;
use crate::diagnostic::{Diagnostic, Severity};
use crate::form::{BLANK, Cell, Filled, read, read_rows};
use crate::rating::{Again, Judged, Rated, Truth, holds, judge, points, rate};
use crate::report::{Finding, Quota, Report};
use crate::rulebook::form::Form;
use crate::rulebook::{EngineError, Subject};

/// What came in for one field.
#[derive(Clone, Debug)]
pub enum TypedField<'a> {
    /// One cell.
    One(Typed<'a>),
    /// The rows of a grid: columns of each, in the order of the field's columns.
    Rows(Vec<Vec<Typed<'a>>>),
}

/// What a form is checked with beside what was typed.
#[derive(Clone, Copy, Default)]
pub struct Around<'a> {
    /// Those of the group who are rated already; the quota is judged with this person on top. `None`: not asked. Most
    /// keystrokes change no quota, and read no tally.
    pub unit: Option<&'a dyn Fn() -> QuotaInput<'a>>,
    /// First and last day of what is rated; the year of the day asked about when not given.
    pub period: Option<(Date, Date)>,
    /// Handed in, not being filled: what is missing is an error.
    pub is_final: bool,
    /// The fields of a page that has only a part of the form, by position: no other is asked for. `None`: all are.
    pub asked: Option<&'a [usize]>,
}

/// What of [`Around`] is as it was the last time.
#[derive(Clone, Copy)]
pub struct Same {
    /// The unit.
    pub unit: bool,
    /// All else.
    pub rest: bool,
}

/// The last state of a form on a page.
#[derive(Clone, Debug)]
pub struct FormSession {
    form: usize,
    cells: Vec<Cell>,
    /// Fields that changed since the last time.
    changed: Vec<usize>,
    seen: Seen,
    notes: Vec<Arc<Note>>,
    /// What the page was told, each once: a sentence that comes back is not told again.
    said: Vec<Said>,
    /// The first of each kind that was told, and its place: of another only the figures are told.
    kinds: Vec<(usize, Told)>,
    rated: Option<Rated>,
    /// The grade the quota was judged with, when a unit was given.
    quota: Option<Option<usize>>,
    quota_findings: Vec<Arc<Diagnostic>>,
    complete: bool,
    /// Nothing is known of it: it is new, or something went wrong.
    fresh: bool,
}

/// Something the page was told.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    /// The field it is about, by position: nearly all others are told apart by it alone.
    place: usize,
    pub(crate) what: Told,
    /// Position of its kind.
    pub(crate) kind: usize,
}

/// What is different from the last time.
#[derive(Debug)]
pub struct Delta<'e> {
    /// Where the findings were told, when any came, went or moved.
    pub findings: Option<Vec<usize>>,
    /// From here on they are told for the first time. None was told before, or all are forgotten, where that is zero.
    pub known: usize,
    /// The same of their kinds.
    pub kinds: usize,
    /// What of the rating changed, if anything did.
    pub rated: Option<Again>,
    /// The quotas, when they changed; `None` in it: no unit is given.
    pub quotas: Option<Option<Vec<Quota<'e>>>>,
    /// Whether everything required is answered and nothing is an error.
    pub complete: bool,
}

/// Quotas judged anew, or none any more; and what they show, told at the field of the proposed grade.
type Requoted<'e> = (Option<Vec<Quota<'e>>>, Vec<Arc<Diagnostic>>);

impl FormSession {
    /// Forgets what was told once it is more than is worth remembering.
    fn forget(&mut self) {
        let most = self.notes.len().saturating_mul(2).saturating_add(MOST_SAID);
        if self.kinds.len() > most {
            self.kinds.clear();
            self.said.clear();
        }
        if self.said.len() > most {
            self.said.clear();
        }
    }

    /// Where the findings are told. Those that were not before are told at the next places.
    fn tell(&mut self) -> Vec<usize> {
        let FormSession { notes, said, kinds, quota_findings, .. } = self;
        let known = said.len();
        let mut likely = 0;
        let mut told = Vec::with_capacity(notes.len().saturating_add(quota_findings.len()));
        let of_form = notes.iter().map(|note| (note.at.order(), Told::Form(Arc::clone(note))));
        let of_unit = quota_findings.iter().map(|found| (UNIT, Told::Unit(Arc::clone(found))));
        for (place, what) in of_form.chain(of_unit) {
            let before = said.get(..known).unwrap_or_default();
            let here = |said: &Said| said.place == place;
            // Mostly behind the one before it.
            let old = match before.get(likely) {
                Some(there) if here(there) && there.what.is(&what) => Some(likely),
                _ => {
                    let mut near = before.iter().enumerate().rev().filter(|(_, said)| here(said)).take(NEAR);
                    near.find(|(_, said)| said.what.is(&what)).map(|(at, _)| at)
                }
            };
            let at = old.unwrap_or(said.len());
            if old.is_none() {
                let like = |kind: &(usize, Told)| kind.0 == place && kind.1.is_like(&what);
                let kind = kinds.iter().rposition(like).unwrap_or(kinds.len());
                if kind == kinds.len() {
                    kinds.push((place, what.clone()));
                }
                said.push(Said { place, what, kind });
            }
            likely = at.saturating_add(1);
            told.push(at);
        }
        told
    }

    /// What the page was told, in that order.
    pub(crate) fn said(&self) -> &[Said] {
        &self.said
    }

    /// The first that was told of a kind.
    pub(crate) fn first(&self, kind: usize) -> Option<&Told> {
        self.kinds.get(kind).map(|(_, first)| first)
    }

    /// What the form is rated as.
    pub fn rated(&self) -> Option<&Rated> {
        self.rated.as_ref()
    }

    /// Puts something into a field.
    pub fn change(&mut self, field: usize, read: Cell) {
        if let Some(cell) = self.cells.get_mut(field).filter(|cell| **cell != read) {
            *cell = read;
            self.changed.push(field);
        }
    }
}

impl Engine {
    /// A form with nothing in it, at a position of the rulebook.
    pub fn open_form(&self, form: usize) -> Result<FormSession, EngineError> {
        let known = self.rulebook.forms.get(form);
        let known =
            known.ok_or_else(|| EngineError::new("usage.unknown-form", "no form stands at that place"))?;
        Ok(FormSession {
            form,
            cells: vec![BLANK.clone(); known.fields.len()],
            changed: Vec::new(),
            seen: Seen::default(),
            notes: Vec::new(),
            said: Vec::new(),
            kinds: Vec::new(),
            rated: None,
            quota: None,
            quota_findings: Vec::new(),
            complete: false,
            fresh: true,
        })
    }

    /// Checks and rates a form. `typed` in the order of its fields; missing ones are blank.
    pub fn check(
        &self,
        form: &str,
        typed: &[TypedField<'_>],
        around: &Around<'_>,
    ) -> Result<Report<'_>, EngineError> {
        let (at, form) = self.rulebook.form(form)?;
        let mut session = self.open_form(at)?;
        for (place, (field, typed)) in form.fields.iter().zip(typed).enumerate() {
            session.change(
                place,
                match typed {
                    TypedField::One(typed) => read(field, *typed),
                    TypedField::Rows(rows) => read_rows(field, rows.iter().map(|row| row.iter().copied())),
                },
            );
        }
        let delta = self.step(&mut session, around, Same { unit: false, rest: false })?;
        let quotas = delta.quotas.flatten().unwrap_or_default();
        let trace = self.trace_form(&session);
        // To a new session nothing was said before.
        let scope = self.scope(&session);
        let words = |said: &Said| Some(Finding::of(said.what.found(scope?), self.locale));
        let diagnostics = session.said.iter().filter_map(words).collect();
        Ok(Report { form: at, rated: session.rated, quotas, complete: delta.complete, diagnostics, trace })
    }

    /// What is different from the last time.
    pub fn step(
        &self,
        session: &mut FormSession,
        around: &Around<'_>,
        same: Same,
    ) -> Result<Delta<'_>, EngineError> {
        let Some((form, subject)) = self.form_and_subject(session.form) else {
            return Err(EngineError::new("usage.unknown-form", "no form stands at that place"));
        };
        let fresh = session.fresh;
        let rest_same = same.rest && !fresh;
        let all_same = rest_same && same.unit;
        if all_same && session.changed.is_empty() {
            return Ok(Delta {
                findings: None,
                known: 0,
                kinds: 0,
                rated: None,
                quotas: None,
                complete: session.complete,
            });
        }
        session.fresh = true;
        let mut changed = std::mem::take(&mut session.changed);
        let filled = Filled { form, cells: &session.cells };
        let rerated = rerate(&filled, subject, &mut session.rated, &changed);
        let is_told = |at: &usize| form.fields.get(*at).is_some_and(|field| field.told);
        let look = Look {
            everywhere: !rest_same
                || changed.len() > MUCH
                || changed.iter().any(|at| form.exclusion == Some(*at)),
            rating: rerated.as_ref().is_some_and(|again| again.decides) || changed.iter().any(is_told),
            changed: &changed,
        };
        let facts = FormFacts {
            filled: &filled,
            rated: session.rated.as_ref(),
            is_final: around.is_final,
            asked: around.asked,
            as_of: self.as_of,
            period: around.period.unwrap_or_else(|| self.as_of.year_around()),
            forms: &self.rulebook.forms,
            locale: self.locale,
        };
        let notes = of_form(&facts, &mut session.seen, &look);
        let grade = form.grade.and_then(|at| filled.cell(at).chosen()).filter(|_| !filled.is_excluded());
        let quotas = self.step_quota(session, form, grade, around, all_same)?;
        let told = notes.is_some() || quotas.is_some() || fresh;
        if let Some(notes) = notes {
            session.notes = notes;
        }
        let quotas = quotas.map(|(quotas, found)| {
            session.quota_findings = found;
            quotas
        });
        if told {
            session.complete = !session.notes.iter().any(|note| is_in_the_way(note))
                && !session.quota_findings.iter().any(|found| is_wrong(found));
        }
        if told {
            session.forget();
        }
        let (known, kinds) = (session.said.len(), session.kinds.len());
        let findings = told.then(|| session.tell());
        let delta = Delta { findings, known, kinds, rated: rerated, quotas, complete: session.complete };
        changed.clear();
        session.changed = changed;
        session.fresh = false;
        Ok(delta)
    }

    fn form_and_subject(&self, at: usize) -> Option<(&Form, &Subject)> {
        let form = self.rulebook.forms.get(at)?;
        Some((form, self.rulebook.subjects.get(form.subject)?))
    }

    /// What the findings of a form speak of.
    pub(crate) fn scope(&self, session: &FormSession) -> Option<Scope<'_>> {
        let (form, subject) = self.form_and_subject(session.form)?;
        Some(Scope { form, subject, exclusions: &self.rulebook.exclusions, locale: self.locale })
    }

    /// The quotas with this person on top of those rated already, when anything they depend on changed.
    fn step_quota<'e>(
        &'e self,
        session: &mut FormSession,
        form: &Form,
        grade: Option<usize>,
        around: &Around<'_>,
        same: bool,
    ) -> Result<Option<Requoted<'e>>, EngineError> {
        let Some(unit) = around.unit else {
            return Ok(session.quota.take().map(|_| (None, Vec::new())));
        };
        let filled = Filled { form, cells: &session.cells };
        // A head who is counted apart takes no place of the others.
        let apart = form.head.as_ref().is_some_and(|head| holds(&filled, head).truth == Truth::Yes)
            && self.rulebook.quotas.iter().any(|quota| quota.subject == form.subject && quota.head_apart());
        let grade = grade.filter(|_| !apart);
        if same && session.quota == Some(grade) {
            return Ok(None);
        }
        session.quota = Some(grade);
        let grades = self.rulebook.subjects.get(form.subject).map_or(&[][..], |one| &one.grades);
        let mut propose = vec![0; grades.len()];
        // Whoever gets a title counts in the grade it is given within, too.
        let within = |at: &usize| grades.get(*at).and_then(|grade| grade.within);
        for at in std::iter::successors(grade, within) {
            if let Some(place) = propose.get_mut(at) {
                *place = 1;
            }
        }
        let (report, found) =
            self.quota_found(form.subject, &QuotaInput { propose, compare: false, ..unit() })?;
        let grade_id = form.grade.and_then(|at| form.fields.get(at)).map_or("", |field| field.id.as_str());
        let place = |found| Arc::new(at_grade(found, grade_id, around.is_final));
        let moved = in_order(found).into_iter().map(place).collect();
        Ok(Some((Some(report.quotas), moved)))
    }
}

/// Of what was said at a place so many are looked at: one said longer ago is said anew, and then is near.
const NEAR: usize = 8;

/// The place of what the unit's quotas show.
const UNIT: usize = usize::MAX - 1;

/// So many sentences, and as many kinds, are remembered beside twice those that stand: a page has as many, and no more.
const MOST_SAID: usize = 128;

/// When more fields than this changed it is another person's form, and looking everywhere is quicker than remembering.
const MUCH: usize = 8;

/// Rates a form, or rates it again: what is different, if anything is.
fn rerate(
    filled: &Filled<'_>,
    subject: &Subject,
    rated: &mut Option<Rated>,
    changed: &[usize],
) -> Option<Again> {
    let standard = filled.form.standard.as_ref().filter(|_| !filled.is_excluded());
    match (standard, rated.as_mut()) {
        (None, _) => rated.take().map(|_| Again { rules: Vec::new(), points: true, decides: true }),
        (Some(standard), Some(rated)) => {
            let again = rated.again(filled, standard, subject, changed);
            (again.points || !again.rules.is_empty()).then_some(again)
        }
        (Some(standard), None) => {
            let rules: Vec<Judged> = standard.rules.iter().map(|rule| judge(filled, rule)).collect();
            let all = (0..rules.len()).collect();
            *rated = Some(rate(standard, subject, standard.score.map(|at| points(filled, at)), rules));
            Some(Again { rules: all, points: true, decides: true })
        }
    }
}

/// Something is missing, or cannot be.
fn is_in_the_way(note: &Note) -> bool {
    note.mild || note.check.severity == Severity::Error
}

/// The same of what the unit's quotas show.
fn is_wrong(found: &Diagnostic) -> bool {
    found.code == HALF_TYPED || found.severity == Severity::Error
}

/// Of a number that is only begun.
const HALF_TYPED: &str = "number.incomplete";

/// A quota's finding, told at the field of the proposed grade; others at the unit, where a half-typed number is wrong once
/// the form is handed in. Its key names the limited grade, of which there may be several.
fn at_grade(mut found: Diagnostic, grade: &str, is_final: bool) -> Diagnostic {
    if is_final && found.code == HALF_TYPED {
        found.severity = Severity::Error;
    }
    if found.code.starts_with("quota.") && found.path.first().is_some_and(|step| step == "tally") {
        found.told_at = Some(grade.to_owned());
    }
    found.path.insert(0, "unit".to_owned());
    found
}
