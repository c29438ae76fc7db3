//! Sentences. Everything else says a code and parameters; words are written here and nowhere else.
//!
//! A template is plain text with `{name}` for a parameter, `{name#one#many}` for a word that depends on it, and
//! `{name@group}` for the phrase `group.<value>`, which is a template too. When the crate is built, `message/build.rs`
//! compares the languages: the same keys, and no parameter that Vietnamese does not have.

use std::cmp::Ordering;

use crate::citation::Citation;
use crate::date::Date;
use crate::diagnostic::Diagnostic;
use crate::text::{cut, pieces};
use crate::trace::Step;

mod catalogue {
    include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
}

/// A language people read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Locale {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Locale {
    /// The locale of that id: `vi`, `en`.
    pub fn from_id(id: &str) -> Option<Locale> {
        match id {
            "vi" => Some(Locale::Vi),
            "en" => Some(Locale::En),
            _ => None,
        }
    }

    /// Its id.
    pub fn id(self) -> &'static str {
        match self {
            Locale::Vi => "vi",
            Locale::En => "en",
        }
    }

    fn template(self, key: &str) -> Option<&'static str> {
        behind(key)?.nth(self.line())
    }

    /// Which of an entry's templates is its own.
    fn line(self) -> usize {
        match self {
            Locale::Vi => 0,
            Locale::En => 1,
        }
    }

    /// The phrase of that key, filled in. A key without a phrase gives the key itself: a missing word must not stop a check.
    pub fn phrase(self, key: &str, params: &[(&'static str, String)]) -> String {
        self.template(key).map_or_else(|| key.to_owned(), |template| self.filled(template, params))
    }

    /// The same of a phrase whose place is known.
    pub fn phrase_at(self, phrase: Phrase, params: &[(&'static str, String)]) -> String {
        self.filled(pieces(entry_at(phrase.0), '\n').nth(self.line()).unwrap_or_default(), params)
    }

    /// A phrase without parameters.
    pub fn word(self, key: &str) -> String {
        self.phrase(key, &[])
    }

    /// What is wrong, and the arithmetic.
    pub fn message(self, diagnostic: &Diagnostic) -> String {
        self.sentences(diagnostic).0
    }

    /// The same, and what to do about it.
    pub fn sentences(self, diagnostic: &Diagnostic) -> (String, Option<String>) {
        let (message, help) = self.templates(diagnostic.words);
        (self.filled(message, &diagnostic.params), help.map(|help| self.filled(help, &diagnostic.params)))
    }

    /// What a check says is wrong, and what to do about it. The message stands behind the help.
    pub(crate) fn templates(self, words: u32) -> (&'static str, Option<&'static str>) {
        let mut lines = pieces(entry_at(words), '\n');
        let help = lines.nth(self.line()).filter(|template| !template.is_empty());
        // Behind the key and the other language.
        (lines.nth(LANGUAGES).unwrap_or_default(), help)
    }

    /// A step of a trace.
    pub fn step(self, step: &Step) -> String {
        self.phrase(&format!("trace.{}", step.code), &step.params)
    }

    /// A check's name and its reason: (title, why).
    pub fn about_check(self, code: &str) -> (String, String) {
        (self.word(&format!("check.{code}.title")), self.word(&format!("check.{code}.why")))
    }

    /// The whole reference: `21-HD/BTCTW ngày 18/10/2019, mục II.B, điểm 2.3`.
    pub fn citation(self, citation: &Citation) -> String {
        let dated = |day: Date| {
            self.phrase("citation", &[("number", citation.number.clone()), ("date", day.written())])
        };
        let mut text = citation.issued.map_or_else(|| citation.number.clone(), dated);
        for place in [&citation.article, &citation.clause, &citation.point].into_iter().flatten() {
            text.push_str(", ");
            text.push_str(place);
        }
        text
    }

    fn filled(self, template: &str, params: &[(&'static str, String)]) -> String {
        let mut out = String::with_capacity(template.len().saturating_add(64));
        self.fill(&mut out, template, params);
        out
    }

    /// A template filled, at the end of a text. A parameter that was not given stays visible as `{name}`.
    pub(crate) fn fill(self, out: &mut String, template: &str, params: &[(&'static str, String)]) {
        let from = out.len();
        let mut rest = template;
        while let Some((before, after)) = cut(rest, '{') {
            out.push_str(before);
            let Some((slot, behind)) = cut(after, '}') else {
                out.push('{');
                rest = after;
                continue;
            };
            let (name, forms) = cut(slot, '#').map_or((slot, None), |(name, forms)| (name, Some(forms)));
            let (name, group) = cut(name, '@').map_or((name, None), |(name, group)| (name, Some(group)));
            let mut forms = forms.into_iter().flat_map(|forms| pieces(forms, '#'));
            let value = params.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str());
            match (value, forms.next(), forms.next(), group) {
                (Some(value), _, _, Some(group)) => {
                    let key = [group, ".", value].concat();
                    match self.template(&key) {
                        Some(phrase) => self.fill(out, phrase, params),
                        None => out.push_str(value),
                    }
                }
                (Some("1" | "01"), Some(one), ..) => out.push_str(one),
                (Some(_), _, Some(many), _) => out.push_str(many),
                (Some(value), ..) => out.push_str(value),
                (None, ..) => {
                    out.push('{');
                    out.push_str(slot);
                    out.push('}');
                }
            }
            rest = behind;
        }
        out.push_str(rest);
        // A parameter at the end may be empty.
        if out.len() > from && out.ends_with(' ') {
            out.pop();
        }
    }
}

/// Where a phrase stands, found while the crate is compiled: a search at run time takes as long as filling it.
#[derive(Clone, Copy, Debug)]
pub struct Phrase(u32);

impl Phrase {
    /// The phrase of that key.
    pub const fn of(key: &str) -> Phrase {
        Phrase(catalogue::place(key))
    }
}

/// Where the sentences of a check stand, found while the crate is compiled.
pub const fn words_of(code: &str) -> u32 {
    catalogue::words(code)
}

/// How many templates an entry has.
const LANGUAGES: usize = 2;

/// The lines behind a key: its template in each language, then the next entry.
fn behind(key: &str) -> Option<impl Iterator<Item = &'static str> + use<>> {
    let behind = catalogue::STARTS.partition_point(|start| order(entry_at(*start), key).is_le());
    let mut lines = pieces(entry_at(*catalogue::STARTS.get(behind.checked_sub(1)?)?), '\n');
    for _ in 0..catalogue::BLOCK {
        if lines.next()? == key {
            return Some(lines);
        }
        lines.nth(1);
    }
    None
}

/// The catalogue from that place on: a key, its template in each language, and what follows; a line each.
fn entry_at(start: u32) -> &'static str {
    usize::try_from(start).ok().and_then(|start| catalogue::TEXT.get(start..)).unwrap_or_default()
}

/// How an entry's key stands to another. Behind it is a line feed, which comes before every letter of a longer one.
fn order(entry: &str, key: &str) -> Ordering {
    let entry = entry.as_bytes();
    let as_long = entry.get(..key.len()).unwrap_or(entry);
    as_long.cmp(key.as_bytes()).then_with(|| entry.get(key.len()).cmp(&Some(&b'\n')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_takes_its_values_and_shows_what_is_missing() {
        let fill = |template, params: &[(&'static str, &str)]| {
            let owned: Vec<_> = params.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
            Locale::En.filled(template, &owned)
        };
        assert_eq!(fill("{n} {n#place#places} left", &[("n", "1")]), "1 place left");
        assert_eq!(fill("{n} {n#place#places} left", &[("n", "3")]), "3 places left");
        assert_eq!(fill("{a} of {b}", &[("a", "{b}")]), "{b} of {b}");
        assert_eq!(fill("open { brace", &[]), "open { brace");
        assert_eq!(fill("{by@rounding}", &[("by", "floor")]), "rounded down to");
    }

    #[test]
    fn of_every_check_the_message_stands_behind_the_help() {
        let keys: Vec<&str> = catalogue::TEXT.lines().step_by(3).collect();
        for pair in keys.windows(2) {
            let of_check = pair.last().and_then(|key| key.strip_prefix("check.")?.strip_suffix(".message"));
            if let Some(code) = of_check {
                assert_eq!(pair.first(), Some(&format!("check.{code}.help").as_str()));
            }
        }
    }

    #[test]
    fn every_key_is_found_in_both_languages_and_no_other() {
        let keys: Vec<&str> = catalogue::TEXT.lines().step_by(3).collect();
        assert!(keys.is_sorted() && keys.len() > 200);
        for key in &keys {
            for locale in [Locale::Vi, Locale::En] {
                assert!(locale.template(key).is_some(), "{key}");
                let shorter = key.strip_suffix(|_: char| true);
                assert_eq!(
                    shorter.and_then(|shorter| locale.template(shorter)),
                    None,
                    "{key} but for a letter"
                );
                assert_eq!(locale.template(&format!("{key}s")), None, "{key} and a letter");
            }
        }
        // A value that is a figure chooses no phrase (`checks/told.rs`), but a weekday.
        let is_figure =
            |key: &&&str| key.split('.').skip(1).any(|part| part.starts_with(|c: char| c.is_ascii_digit()));
        assert_eq!(keys.iter().filter(is_figure).find(|key| !key.starts_with("weekday.")), None);
        assert_eq!(Locale::Vi.template("truth.no"), Some("không"));
        assert_eq!(Locale::En.template("truth.no"), Some("no"));
    }
}
