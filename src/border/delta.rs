//! What is different in a form, packed: one text that JavaScript splits, because reading it as JSON would take longer
//! than everything behind it. `js/src/delta.ts` reads it.
//!
//! Four parts joined by U+001E: `1` when complete; findings; rating; quotas, as JSON. A part that did not change is
//! empty. A finding is the position at which it was told before, or, the first time, its cells. Inside a part U+001D stands between findings, U+001F between cells, U+001C inside a cell. No text has these:
//! JavaScript takes them out of rulebooks and of what was typed.

use super::cells::{COLUMN, SEPARATOR};
use super::form::{CELL, ROW, needs_decision, next_up};
use super::json::Json;
use super::shapes;
use crate::decimal::{Decimal, NumberStyle, alike, push_decimal, push_digits, push_plain};
use crate::engine::{Delta, Engine, Kept, status_id, truth_id};
use crate::rating::{Again, Rated};
use crate::report::{Finding, QuotaReport};
use crate::rulebook::form::{Form, Standard};

/// What a finding mostly takes, and everything else of a letter.
const A_FINDING: usize = 640;
const A_RATING: usize = 96;
/// Nobody is rated, or no unit was given.
const NONE: &str = "-";
/// In place of everything but the values of rules: nothing is rated otherwise.
const SAME_RATING: char = '~';
/// In place of points and their texts: those of the last time.
const SAME_POINTS: &str = "=\u{1F}\u{1F}\u{1F}\u{1F}";
/// In place of the most points and their text: they are the least.
const AS_LEAST: &str = "=\u{1F}\u{1F}";
/// Before a list of findings, which may be empty.
const LIST: char = '=';
/// The same, when what was told before is to be forgotten.
const ANEW: char = '!';

pub(super) fn text(engine: &Engine, form: usize, rated: Option<&Rated>, delta: &Delta<'_>) -> String {
    let findings = delta.findings.as_ref().map_or(0, Vec::len);
    let room = findings.saturating_mul(A_FINDING).saturating_add(A_RATING);
    let mut packed = Packed(String::with_capacity(room));
    packed.0.push(if delta.complete { '1' } else { '0' });
    packed.0.push(COLUMN);
    if let Some(findings) = &delta.findings {
        packed.0.push(if delta.anew { ANEW } else { LIST });
        for (at, kept) in findings.iter().enumerate() {
            if at > 0 {
                packed.0.push(ROW);
            }
            match kept {
                Kept::Old(at) => packed.whole(*at),
                Kept::New(finding) => packed.finding(finding),
            }
        }
    }
    packed.0.push(COLUMN);
    if let Some(again) = &delta.rated {
        let form = engine.rulebook().forms.get(form);
        let standard = form.and_then(|form| Some((form, form.standard.as_ref()?)));
        match rated.zip(standard) {
            Some((rated, (form, standard))) => packed.rating(engine, form, standard, rated, again),
            None => packed.0.push_str(NONE),
        }
    }
    packed.0.push(COLUMN);
    if let Some(quotas) = &delta.quotas {
        match quotas {
            Some(QuotaReport { quotas, .. }) => {
                packed.0.push_str(&Json::text(|j| j.list(quotas, shapes::quota)));
            }
            None => packed.0.push_str(NONE),
        }
    }
    packed.0
}

struct Packed(String);

impl Packed {
    #[inline(never)]
    fn whole(&mut self, number: usize) {
        push_digits(&mut self.0, u64::try_from(number).unwrap_or(0));
    }

    /// A cell with a text, empty when there is none, and what ends it.
    #[inline(never)]
    fn cell(&mut self, text: Option<&str>) {
        self.0.push_str(text.unwrap_or(""));
        self.0.push(SEPARATOR);
    }

    /// A cell with a position.
    #[inline(never)]
    fn at(&mut self, at: Option<usize>) {
        if let Some(at) = at {
            self.whole(at);
        }
        self.0.push(SEPARATOR);
    }

    /// Key, code, severity, path, message, help, what to type instead, names and values in the sentence, citations.
    fn finding(&mut self, finding: &Finding) {
        self.cell(Some(&finding.key));
        self.cell(Some(finding.code));
        self.cell(Some(finding.severity));
        self.list(&mut finding.path.iter().map(String::as_str));
        self.cell(Some(&finding.message));
        self.cell(finding.help.as_deref());
        self.cell(finding.fix.as_ref().map(|fix| fix.text.as_str()));
        self.list(&mut finding.params.iter().flat_map(|(name, value)| [*name, value.as_str()]));
        self.list(&mut finding.citations.iter().map(String::as_str));
    }

    fn list(&mut self, texts: &mut dyn Iterator<Item = &str>) {
        let mut first = true;
        for text in texts {
            if !first {
                self.0.push(CELL);
            }
            first = false;
            self.0.push_str(text);
        }
        self.0.push(SEPARATOR);
    }

    /// What is rated otherwise, or a `~` when only values are others; then position and values of each rule that is judged
    /// otherwise.
    fn rating(&mut self, engine: &Engine, form: &Form, standard: &Standard, rated: &Rated, again: &Again) {
        if again.decides {
            self.verdict(standard, rated, again);
        } else {
            self.0.push(SAME_RATING);
        }
        for rule in &again.rules {
            self.0.push(SEPARATOR);
            self.at(Some(*rule));
            if let Some(judged) = rated.rules.get(*rule) {
                engine.push_rule_values(&mut self.0, form, judged);
            }
        }
    }

    /// Least and most points and their texts (a `=` when they did not change, or the most are the least), band, best,
    /// worst, whether people must decide, a letter a grade (allowed, refused, open), a letter a rule (yes, no, open,
    /// waived), the next grade up with the points and the rules that are missing.
    fn verdict(&mut self, standard: &Standard, rated: &Rated, again: &Again) {
        if again.points {
            self.number(rated.points.map(|points| points.least));
            match rated.points.and_then(|points| Some((points.least, points.most?))) {
                Some((least, most)) if alike(least, most) => self.0.push_str(AS_LEAST),
                known => self.number(known.map(|(_, most)| most)),
            }
        } else {
            self.0.push_str(SAME_POINTS);
        }
        self.at(rated.band);
        self.at(rated.best());
        self.at(rated.worst());
        self.cell(if needs_decision(standard, rated) { Some("1") } else { None });
        self.0.extend(rated.grades.iter().filter_map(|status| status_id(*status).chars().next()));
        self.0.push(SEPARATOR);
        self.0.extend(rated.rules.iter().filter_map(|judged| truth_id(judged).chars().next()));
        self.0.push(SEPARATOR);
        let next = next_up(rated);
        self.at(next);
        self.number(next.and_then(|grade| rated.points_missing(standard, grade)));
        for (at, rule) in next.map(|grade| rated.against(standard, grade)).iter().flatten().enumerate() {
            if at > 0 {
                self.0.push(CELL);
            }
            self.whole(*rule);
        }
    }

    /// For machines, and as reports write it.
    fn number(&mut self, number: Option<Decimal>) {
        if let Some(number) = number {
            push_plain(&mut self.0, number);
        }
        self.0.push(SEPARATOR);
        if let Some(number) = number {
            push_decimal(&mut self.0, number, NumberStyle::default());
        }
        self.0.push(SEPARATOR);
    }
}
