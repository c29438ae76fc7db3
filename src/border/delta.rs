//! What is different in a form, packed. `js/src/delta.ts` reads it.
//!
//! Four parts joined by U+001E: `1` when complete; findings; rating; quotas (`quotas`). A part that did not change is
//! empty. Findings are the positions at which they are told, then those that are new, which are told at the next positions:
//! their cells, or, where the same was told with other values, where that was and what is different.

use super::cells::{COLUMN, SEPARATOR};
use super::form::{CELL, ROW, needs_decision, next_up};
use super::packed::{LIST, Packed};
use crate::decimal::alike;
use crate::diagnostic::Diagnostic;
use crate::engine::{Delta, Engine, FormSession, Said, status_id, truth_id};
use crate::message::Locale;
use crate::rating::{Again, Rated};
use crate::rulebook::form::{Form, Standard};

/// Nobody is rated, or no unit was given.
const NONE: &str = "-";
/// In place of a verdict: that of the last time.
const SAME_VERDICT: char = '~';
/// In place of points: those of the last time.
const SAME_POINTS: char = '=';
/// Before a list of findings, when what was told before is to be forgotten.
const ANEW: char = '!';

/// Written into a text that is there already: growing one takes longer than copying it once.
pub(super) fn write(
    packed: &mut Packed,
    engine: &Engine,
    form: usize,
    session: &FormSession,
    delta: &Delta<'_>,
) {
    let said = session.said();
    packed.0.push(if delta.complete { '1' } else { '0' });
    packed.0.push(COLUMN);
    if let Some(findings) = &delta.findings {
        packed.0.push(if delta.anew { ANEW } else { LIST });
        for at in findings {
            packed.0.push(SEPARATOR);
            packed.whole(*at);
        }
        for at in delta.known..said.len() {
            packed.0.push(ROW);
            packed.new_one(engine.locale(), said, at);
        }
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
    /// Key, code, severity, path, message, help, names and values in the sentence, citations. Where the same was told with other
    /// values: that place, message, help (empty when it is the same), names and values that are others.
    fn new_one(&mut self, locale: Locale, said: &[Said], at: usize) {
        let Some(Said { place, found, .. }) = said.get(at) else { return };
        let (message, help) = locale.templates(found.words);
        let before = said.get(..at).unwrap_or_default();
        let is_like = |earlier: &Said| earlier.place == *place && is_like(&earlier.found, found);
        if let Some(place) = before.iter().rposition(is_like)
            && let Some(Said { found: like, .. }) = before.get(place)
        {
            self.whole(place);
            self.0.push(SEPARATOR);
            self.sentence(locale, Some(message), found);
            self.sentence(locale, help.filter(|help| help.contains('{')), found);
            self.params(&found.params, &like.params);
            return;
        }
        found.push_key(&mut self.0);
        self.0.push(SEPARATOR);
        self.cell(Some(found.code));
        self.cell(Some(found.severity.id()));
        self.list(found.place());
        self.sentence(locale, Some(message), found);
        self.sentence(locale, help, found);
        self.params(&found.params, &[]);
        self.list(&found.citations);
    }

    /// A cell with a sentence, empty when there is none.
    #[inline(never)]
    fn sentence(&mut self, locale: Locale, template: Option<&str>, found: &Diagnostic) {
        locale.fill(&mut self.0, template.unwrap_or_default(), &found.params);
        self.0.push(SEPARATOR);
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

    /// Names and values that are not those at the same places of others.
    #[inline(never)]
    fn params(&mut self, params: &[(&'static str, String)], others: &[(&'static str, String)]) {
        let before = self.0.len();
        for (at, (name, value)) in params.iter().enumerate() {
            if others.get(at).is_some_and(|other| other.1 == *value) {
                continue;
            }
            if self.0.len() > before {
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

/// Whether a finding says the same with other values, at the same place by the same law.
fn is_like(earlier: &Diagnostic, found: &Diagnostic) -> bool {
    let names = || earlier.params.iter().zip(&found.params).all(|(one, other)| one.0 == other.0);
    earlier.words == found.words
        && earlier.path == found.path
        && earlier.about == found.about
        && earlier.params.len() == found.params.len()
        && names()
        && earlier.severity == found.severity
        && earlier.citations == found.citations
}
