//! How the rating of a form arose, in words.

use super::FormSession;
use crate::decimal::{
    Decimal, NumberStyle, Rounding, as_count, push_decimal, push_share, share, write_decimal,
};
use crate::engine::Engine;
use crate::form::Filled;
use crate::rating::{Judged, Points, Status, Truth, points};
use crate::report::TraceStep;
use crate::rulebook::form::{Form, Rule, RuleTest, Test};
use crate::trace::Step;

impl Engine {
    /// A rule's deciding values in words, at the end of a text: `18/20 = 90,00%`, what was chosen, or nothing.
    pub fn push_rule_values(&self, out: &mut String, form: &Form, judged: &Judged) {
        match judged.number {
            Some((number, Some(whole))) => {
                let counts = as_count(number).zip(as_count(whole));
                let share = counts.and_then(|(part, whole)| share(part, whole, 2, Rounding::HalfUp));
                push_share(out, number, whole, share);
            }
            Some((number, None)) => push_decimal(out, number, NumberStyle::default()),
            None => {
                let chosen = judged.chosen.and_then(|(at, option)| form.at(at)?.options.get(option));
                out.push_str(chosen.map_or("", |option| option.label.in_locale(self.locale)));
            }
        }
    }

    /// The same with the name of what was counted or chosen: that 0 of 20 is of those that were late.
    fn values_named(&self, form: &Form, rule: &Rule, judged: &Judged) -> String {
        let mut values = String::new();
        self.push_rule_values(&mut values, form, judged);
        if values.is_empty() {
            return "–".to_owned();
        }
        let chosen = judged.chosen.filter(|_| judged.number.is_none()).map(|(place, _)| place);
        let parts = match &rule.test {
            RuleTest::Test(Test::Share(parts, ..)) if chosen.is_none() => parts.as_slice(),
            _ => chosen.as_slice(),
        };
        let mut text = String::new();
        for (at, place) in parts.iter().enumerate() {
            // A third is written as three times the same.
            if parts.get(..at).is_none_or(|earlier| !earlier.contains(place)) {
                text.push_str(if at == 0 { "" } else { " + " });
                text.push_str(form.at(*place).map_or("", |field| field.label.in_locale(self.locale)));
            }
        }
        text.push_str(if text.is_empty() { "" } else { ": " });
        text.push_str(&values);
        text
    }

    /// How the rating of a form arose.
    pub fn trace_form(&self, session: &FormSession) -> Vec<TraceStep> {
        let mut steps = Vec::new();
        let Some((form, subject)) = self.form_and_subject(session.form) else { return steps };
        let (Some(standard), Some(rated)) = (&form.standard, &session.rated) else { return steps };
        let label =
            |at: usize| form.fields.get(at).map_or("", |field| field.label.in_locale(self.locale)).to_owned();
        let grade =
            |at: usize| subject.grades.get(at).map_or("", |one| one.label.in_locale(self.locale)).to_owned();
        let number = |value| write_decimal(value, NumberStyle::default());
        let mut add = |code, params, cite: &str| {
            let citations = if cite.is_empty() { Vec::new() } else { vec![cite.to_owned()] };
            steps.push(TraceStep::of(Step { code, params, citations }, self.locale));
        };
        if let (Some(score), Some(total)) = (standard.score, rated.points) {
            let filled = Filled { form, cells: &session.cells };
            for at in form.fields.get(score).map_or(&[][..], |total| &total.parts) {
                let own = points(&filled, *at);
                add("points", vec![("field", label(*at)), ("points", range(own, &number))], &form.cite);
            }
            add("points", vec![("field", label(score)), ("points", range(total, &number))], &form.cite);
            if let Some(band) = rated.band {
                let fact = standard.bands.get(band).and_then(Option::as_ref);
                add("band", vec![("grade", grade(band))], fact.map_or("", |fact| &fact.cite));
            }
        }
        for (rule, judged) in standard.rules.iter().zip(&rated.rules) {
            let params = vec![
                ("rule", rule.label.in_locale(self.locale).to_owned()),
                ("truth", truth_id(judged).to_owned()),
                ("values", self.values_named(form, rule, judged)),
            ];
            add("rule", params, &rule.cite);
        }
        for (at, status) in rated.grades.iter().enumerate() {
            add("grade", vec![("grade", grade(at)), ("status", status_id(*status).to_owned())], "");
        }
        steps
    }
}

fn range(points: Points, number: &impl Fn(Decimal) -> String) -> String {
    match points.exact() {
        Some(exact) => number(exact),
        None => format!("{}–{}", number(points.least), points.most.map_or_else(|| "?".to_owned(), number)),
    }
}

/// The id of a verdict on a rule.
pub fn truth_id(judged: &Judged) -> &'static str {
    match judged.truth {
        _ if judged.waived => "waived",
        Truth::Yes => "yes",
        Truth::No => "no",
        Truth::Open => "open",
    }
}

/// The id of a grade's status.
pub fn status_id(status: Status) -> &'static str {
    match status {
        Status::Allowed => "allowed",
        Status::Refused => "refused",
        Status::Open => "open",
    }
}
