//! Compiles the message catalogues into one text, sorted by key, so that the core needs no JSON reader at run time, and
//! refuses to build when two languages do not have the same keys, or when one asks for a parameter that Vietnamese does
//! not. (It may leave one out: Vietnamese counts with a noun, English would need it in two numbers.)
//!
//! An entry is its key and its template in each language, a line each. One text with the places of some entries is less than
//! half of what a table of texts weighs: a pointer and a length take eight bytes that hardly compress. The entries between are
//! found by walking the lines. The sentences of a check stand behind its help, whose place each check knows.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

#[path = "../calendar/build.rs"]
mod calendar;

const LANGUAGES: [&str; 2] = ["vi", "en"];

/// How many entries stand behind one known place.
const BLOCK: usize = 4;

/// What only the audit says: how the keys begin.
const OF_AUDIT: [&str; 9] =
    ["check.audit.", "trace.audit-", "verdict.", "slip.", "figure.", "role.", "says.", "tie.", "repair."];

type Catalogue = BTreeMap<String, String>;

fn main() -> Result<(), Box<dyn Error>> {
    calendar::write()?;
    let mut catalogues: Vec<Catalogue> = Vec::new();
    for language in LANGUAGES {
        let path = Path::new("src/message").join(format!("{language}.json"));
        println!("cargo::rerun-if-changed={}", path.display());
        let mut catalogue = Catalogue::new();
        flatten("", &serde_json::from_str(&fs::read_to_string(&path)?)?, &mut catalogue)?;
        if let Some(first) = catalogues.first() {
            same_keys_and_parameters(first, &catalogue, language)?;
        }
        catalogues.push(catalogue);
    }
    if env::var_os("CARGO_FEATURE_AUDIT").is_none() {
        for catalogue in &mut catalogues {
            catalogue.retain(|key, _| !OF_AUDIT.iter().any(|start| key.starts_with(start)));
        }
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("catalogue.rs"), code(&catalogues)?)?;
    Ok(())
}

fn code(catalogues: &[Catalogue]) -> Result<String, Box<dyn Error>> {
    let mut text = String::new();
    let mut starts: Vec<u32> = Vec::new();
    let mut words = String::new();
    let mut places = String::new();
    for (nth, key) in catalogues.iter().take(1).flat_map(Catalogue::keys).enumerate() {
        if nth.is_multiple_of(BLOCK) {
            starts.push(text.len().try_into()?);
        }
        writeln!(text, "{key}")?;
        writeln!(places, "        b{key:?} => {},", text.len())?;
        if let Some(code) = key.strip_prefix("check.").and_then(|key| key.strip_suffix(".help")) {
            writeln!(words, "        b{code:?} => {},", text.len())?;
        }
        for template in catalogues.iter().filter_map(|catalogue| catalogue.get(key)) {
            if template.contains('\n') {
                return Err(format!("message {key} is more than a line").into());
            }
            writeln!(text, "{template}")?;
        }
    }
    Ok(format!(
        "pub(super) const BLOCK: usize = {BLOCK};\npub(super) static TEXT: &str = {text:?};\npub(super) static STARTS: [u32; {}] = {starts:?};\n\
         pub(super) const fn words(code: &str) -> u32 {{\n    match code.as_bytes() {{\n{words}        _ => u32::MAX,\n    }}\n}}\n\
         pub(super) const fn place(key: &str) -> u32 {{\n    match key.as_bytes() {{\n{places}        _ => u32::MAX,\n    }}\n}}\n",
        starts.len()
    ))
}

/// `{"a": {"b": "text"}}` → `a.b` = `text`.
fn flatten(prefix: &str, value: &serde_json::Value, out: &mut Catalogue) -> Result<(), Box<dyn Error>> {
    match value {
        serde_json::Value::Object(entries) => {
            for (key, value) in entries {
                let key = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
                flatten(&key, value, out)?;
            }
            Ok(())
        }
        serde_json::Value::String(text) => match out.insert(prefix.to_owned(), text.clone()) {
            None => Ok(()),
            Some(_) => Err(format!("message {prefix} stands twice").into()),
        },
        other => Err(format!("message {prefix} is {other}, not a text").into()),
    }
}

fn same_keys_and_parameters(
    first: &Catalogue,
    other: &Catalogue,
    language: &str,
) -> Result<(), Box<dyn Error>> {
    let mut wrong = Vec::new();
    for key in first.keys().chain(other.keys()).collect::<BTreeSet<_>>() {
        match (first.get(key), other.get(key)) {
            (Some(a), Some(b)) if !parameters(b).is_subset(&parameters(a)) => {
                wrong.push(format!(
                    "{key}: {:?} in {}, {:?} in {language}",
                    parameters(a),
                    LANGUAGES[0],
                    parameters(b)
                ));
            }
            (Some(_), Some(_)) => {}
            (None, _) => wrong.push(format!("{key} is only in {language}")),
            (_, None) => wrong.push(format!("{key} is not in {language}")),
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n").into()) }
}

/// The names in `{name}`, `{name#one#many}` and `{name@group}`.
fn parameters(template: &str) -> BTreeSet<&str> {
    let inside = template.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    inside.filter_map(|name| name.split(['#', '@']).next()).collect()
}
