//! The façade: rules of one law on one date, compiled; questions in, reports out. Holds nothing that a call changes.

#[cfg(feature = "audit")]
mod audit;
mod ballot;
mod breakdown;
mod calendar;
mod change;
mod form;
mod quota;
mod raised;
mod roster;

pub use ballot::{BallotInput, BallotOn, TargetInput, VoterGroup};
pub use breakdown::BreakdownInput;
pub use form::{Around, Delta, FormSession, Same, TypedField, status_id, truth_id};
pub use quota::QuotaInput;
pub use raised::RaisedInput;
pub use roster::{QuotaRollUp, RollUp};

use crate::citation::Citation;
use crate::date::Date;
use crate::diagnostic::Diagnostic;
use crate::message::Locale;
use crate::report::Finding;
use crate::rulebook::{EngineError, Rulebook, Value, compile, select};

/// Compiled rules, a date and a language.
#[derive(Clone, Debug)]
pub struct Engine {
    rulebook: Rulebook,
    as_of: Date,
    locale: Locale,
    /// The reading enforced for each quota; positions.
    enforced: Vec<usize>,
}

/// What an engine is made of.
#[derive(Clone, Copy, Debug)]
pub struct EngineOptions<'a> {
    /// One rulebook or several; the one in force is taken.
    pub rulebooks: &'a [Value],
    /// The line of law: `party` when left out, except that a single rulebook is taken whatever its family is.
    pub family: Option<&'a str>,
    /// A local text to lay over it.
    pub overlay: Option<&'a Value>,
    /// `YYYY-MM-DD`; required, because the law of another year is another law.
    pub as_of: &'a str,
    /// Readings to enforce instead of the rulebook's: (quota id, reading id).
    pub readings: &'a [(&'a str, &'a str)],
    /// Ids of what is unverified and yet to be applied; see [`Rulebook::unverified`].
    pub accept: &'a [&'a str],
    /// Language of the sentences.
    pub locale: Locale,
}

impl Engine {
    /// Compiles the rulebook in force on the date, or says everything that is wrong.
    pub fn new(options: &EngineOptions<'_>) -> Result<Engine, EngineError> {
        let as_of = day("asOf", options.as_of)?;
        let at = select(options.rulebooks, as_of, options.family)?;
        let source = options.rulebooks.get(at).unwrap_or(&Value::Null);
        let mut rulebook = compile(source, options.overlay)?;
        rulebook.accept(options.accept)?;
        let mut enforced: Vec<usize> = rulebook.quotas.iter().map(|rule| rule.enforced.value).collect();
        for (quota, reading) in options.readings {
            let rules: Vec<&str> = rulebook.quotas.iter().map(|rule| rule.id.as_str()).collect();
            let at = position(&rules, quota, "usage.unknown-quota", "a quota of this rulebook")?;
            let Some((rule, place)) = rulebook.quotas.get(at).zip(enforced.get_mut(at)) else { continue };
            let readings: Vec<&str> = rule.readings.iter().map(|reading| reading.id.as_str()).collect();
            *place = position(&readings, reading, "usage.unknown-reading", "a reading of this quota")?;
        }
        Ok(Engine { rulebook, as_of, locale: options.locale, enforced })
    }

    /// The compiled rulebook.
    pub fn rulebook(&self) -> &Rulebook {
        &self.rulebook
    }

    /// The date asked about.
    pub fn as_of(&self) -> Date {
        self.as_of
    }

    /// The language of the sentences.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// The enforced reading of each quota: (quota id, reading id).
    pub fn readings(&self) -> impl Iterator<Item = (&str, &str)> {
        let rules = self.rulebook.quotas.iter().zip(&self.enforced);
        rules.filter_map(|(rule, at)| Some((rule.id.as_str(), rule.readings.get(*at)?.id.as_str())))
    }

    /// The citation of that id.
    pub fn citation(&self, id: &str) -> Option<&Citation> {
        self.rulebook.citation(id)
    }

    fn findings(&self, diagnostics: Vec<Diagnostic>) -> Vec<Finding> {
        let ordered = crate::checks::in_order(diagnostics).into_iter();
        ordered.map(|diagnostic| Finding::of(diagnostic, self.locale)).collect()
    }
}

/// A day as a caller writes it, in the argument of that name.
pub(crate) fn day(name: &str, text: &str) -> Result<Date, EngineError> {
    Date::parse(text).ok_or_else(|| {
        EngineError::new("usage.bad-date", &format!("`{name}` is `{text}`, which is no date"))
            .help("write a day that exists as YYYY-MM-DD")
    })
}

fn position(known: &[&str], word: &str, code: &'static str, what: &str) -> Result<usize, EngineError> {
    known.iter().position(|id| *id == word).ok_or_else(|| EngineError::unknown(code, what, word, known))
}
