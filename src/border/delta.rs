//! What is different in a form, packed. `js/src/delta.ts` reads it.
//!
//! Four parts joined by U+001E: `1` when complete; findings; rating; quotas (`quotas`). A part that did not change is
//! empty. Findings are the positions at which they are told, then those that are new, which are told at the next positions:
//! their cells where their kind is new, else the position of the kind, and the values that are not those of its first. Of a
//! sentence its kind has the words with room for the values, which JavaScript puts there.

use super::cells::{COLUMN, SEPARATOR};
use super::form::{CELL, ROW, needs_decision, next_up};
use super::packed::{LIST, Packed};
use crate::checks::{Scope, Told};
use crate::decimal::alike;
use crate::diagnostic::Params;
use crate::engine::{Delta, Engine, FormSession, status_id, truth_id};
use crate::rating::{Again, Rated};
use crate::rulebook::form::{Form, Standard};

/// Nobody is rated, or no unit was given.
const NONE: &str = "-";
/// In place of a verdict: that of the last time.
const SAME_VERDICT: char = '~';
/// In place of points: those of the last time.
const SAME_POINTS: char = '=';
/// Before a list of findings, when those told before are to be forgotten.
const ANEW: char = '!';
/// The same, with all kinds.
const ALL_ANEW: char = '*';

/// Written into a text that is there already: growing one takes longer than copying it once.
pub(super) fn write(
    packed: &mut Packed,
    engine: &Engine,
    form: usize,
    session: &FormSession,
    delta: &Delta<'_>,
) {
    packed.0.push(if delta.complete { '1' } else { '0' });
    packed.0.push(COLUMN);
    if let Some(findings) = &delta.findings {
        packed.0.push(match (delta.kinds, delta.known) {
            (0, _) => ALL_ANEW,
            (_, 0) => ANEW,
            _ => LIST,
        });
        for at in findings {
            packed.0.push(SEPARATOR);
            packed.whole(*at);
        }
        packed.news(engine, session, delta);
    }
    packed.0.push(COLUMN);
    if let Some(again) = &delta.rated {
        let form = engine.rulebook().forms.get(form);
        let standard = form.and_then(|form| Some((form, form.standard.as_ref()?)));
        match session.rated().zip(standard) {
            Some((rated, (form, standard))) => packed.rating(engine, form, standard, rated, again),
            None => packed.0.push_str(NONE),
        }
    }
    packed.0.push(COLUMN);
    if let Some(quotas) = &delta.quotas {
        match quotas {
            Some(quotas) => super::quotas::push(packed, quotas),
            None => packed.0.push_str(NONE),
        }
    }
}

impl Packed {
    /// What is told for the first time.
    fn news(&mut self, engine: &Engine, session: &FormSession, delta: &Delta<'_>) {
        let Some(scope) = engine.scope(session) else { return };
        let mut kinds = delta.kinds;
        for said in session.said().iter().skip(delta.known) {
            self.0.push(ROW);
            if said.kind == kinds {
                kinds = kinds.saturating_add(1);
                self.new_kind(&said.what, scope);
            } else if let Some(first) = session.first(said.kind) {
                self.whole(said.kind);
                said.what.push_others(&mut self.0, first, scope, SEPARATOR);
            }
        }
    }

    /// An empty cell in place of the position; key, code, severity, path, names and values, citations, and the words of the
    /// message and of the help.
    fn new_kind(&mut self, what: &Told, scope: Scope<'_>) {
        let mut found = what.found(scope);
        self.0.push(SEPARATOR);
        found.push_key(&mut self.0);
        self.0.push(SEPARATOR);
        self.cell(Some(found.code));
        self.cell(Some(found.severity.id()));
        self.list(found.place());
        self.params(&found.params);
        self.list(&found.citations);
        what.leave_room(&mut found.params, CELL);
        let (message, help) = scope.locale.templates(found.words);
        scope.locale.fill(&mut self.0, message, &found.params);
        self.0.push(SEPARATOR);
        scope.locale.fill(&mut self.0, help.unwrap_or_default(), &found.params);
    }

    #[inline(never)]
    fn list(&mut self, texts: &[String]) {
        for (at, text) in texts.iter().enumerate() {
            if at > 0 {
                self.0.push(CELL);
            }
            self.0.push_str(text);
        }
        self.0.push(SEPARATOR);
    }

    /// Names and values.
    fn params(&mut self, params: &Params) {
        for (at, (name, value)) in params.iter().enumerate() {
            if at > 0 {
                self.0.push(CELL);
            }
            self.0.push_str(name);
            self.0.push(CELL);
            self.0.push_str(value);
        }
        self.0.push(SEPARATOR);
    }

    /// The verdict, or a `~` when it is as it was; the points, or a `=`; the points missing for the next grade up; then
    /// position and values of each rule that is judged otherwise.
    fn rating(&mut self, engine: &Engine, form: &Form, standard: &Standard, rated: &Rated, again: &Again) {
        let next = next_up(rated).filter(|_| again.decides);
        if again.decides {
            self.verdict(standard, rated, next);
        } else {
            self.0.push(SAME_VERDICT);
        }
        self.0.push(SEPARATOR);
        if again.points {
            self.points(rated);
        } else {
            self.0.push(SAME_POINTS);
        }
        self.0.push(SEPARATOR);
        if let Some(missing) = next.and_then(|next| rated.points_missing(standard, next)) {
            self.number(missing);
        }
        for rule in &again.rules {
            self.0.push(SEPARATOR);
            self.whole(*rule);
            self.0.push(SEPARATOR);
            if let Some(judged) = rated.rules.get(*rule) {
                engine.push_rule_values(&mut self.0, form, judged);
            }
        }
    }

    /// Band, best, worst, whether people must decide, a letter a grade (allowed, refused, open), a letter a rule (yes, no,
    /// open, waived), the next grade up with the rules that are missing. JavaScript knows a verdict again by this text.
    fn verdict(&mut self, standard: &Standard, rated: &Rated, next: Option<usize>) {
        for grade in [rated.band, rated.best(), rated.worst()] {
            if let Some(grade) = grade {
                self.whole(grade);
            }
            self.0.push(CELL);
        }
        self.0.push_str(if needs_decision(standard, rated) { "1" } else { "" });
        self.0.push(CELL);
        self.0.extend(rated.grades.iter().filter_map(|status| status_id(*status).chars().next()));
        self.0.push(CELL);
        self.0.extend(rated.rules.iter().filter_map(|judged| truth_id(judged).chars().next()));
        self.0.push(CELL);
        let Some(next) = next else { return };
        self.whole(next);
        for rule in rated.against(standard, next) {
            self.0.push(CELL);
            self.whole(rule);
        }
    }

    /// Least and most, or only one where they are the same. Nothing when the form has none.
    fn points(&mut self, rated: &Rated) {
        let Some(points) = rated.points else { return };
        self.number(points.least);
        if points.most.is_some_and(|most| alike(points.least, most)) {
            return;
        }
        self.0.push(CELL);
        if let Some(most) = points.most {
            self.number(most);
        }
    }
}
