//! Compiles `src/regulations/calendar.json` into two texts: a line a citation, and a line a year with its days off.
//!
//! `2025 s acf 0101n 0127t … 0502=250426`: the year, its basis, its citations by letter, then each day off by month and day with
//! what it is: a holiday's letter, a capital where it is in lieu of one on a weekend, or the day worked instead.

use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use serde_json::{Map, Value};

/// As `Holiday::ALL` of src/calendar.rs.
const HOLIDAYS: [(&str, char); 7] = [
    ("new-year", 'n'),
    ("tet", 't'),
    ("gio-to", 'g'),
    ("victory", 'v'),
    ("labour", 'l'),
    ("national", 'q'),
    ("culture", 'c'),
];

pub(crate) fn write() -> Result<(), Box<dyn Error>> {
    let path = Path::new("src/regulations/calendar.json");
    println!("cargo::rerun-if-changed={}", path.display());
    let source: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    let (mut citations, mut ids) = (String::new(), Vec::new());
    for (id, citation) in members(&source, "citations")? {
        let part = |name: &str| citation[name].as_str().unwrap_or_default();
        let parts = [id, part("number"), part("issuer"), part("issued"), part("article")];
        writeln!(citations, "{}", parts.join("\t"))?;
        ids.push(id.as_str());
    }
    let mut years = String::new();
    write!(years, "0000 u {}", letters(&source["everyYearCite"], &ids)?)?;
    days(members(&source, "everyYear")?, &mut years)?;
    for (year, entry) in members(&source, "years")? {
        let basis =
            entry["basis"].as_str().and_then(|basis| basis.chars().next()).ok_or("a year without basis")?;
        write!(years, "{year} {basis} {}", letters(&entry["cite"], &ids)?)?;
        days(members(entry, "off")?, &mut years)?;
    }
    let code = format!(
        "pub(super) static CITATIONS: &str = {citations:?};\npub(super) static YEARS: &str = {years:?};\n"
    );
    fs::write(Path::new(&env::var("OUT_DIR")?).join("calendar.rs"), code)?;
    Ok(())
}

fn days(off: &Map<String, Value>, out: &mut String) -> Result<(), Box<dyn Error>> {
    for (day, what) in off {
        let what = what.as_str().ok_or("a day off is a text")?;
        let letter = |id: &str| HOLIDAYS.iter().find(|(known, _)| *known == id).map(|(_, letter)| *letter);
        let day = day.replace('-', "");
        if let Some(worked) = what.strip_prefix("instead of 20") {
            write!(out, " {day}={}", worked.replace('-', ""))?;
        } else if let Some(id) = what.strip_prefix("in lieu of ") {
            write!(out, " {day}{}", letter(id).ok_or(what)?.to_ascii_uppercase())?;
        } else {
            write!(out, " {day}{}", letter(what).ok_or(what)?)?;
        }
    }
    out.push('\n');
    Ok(())
}

/// Citations as letters: `a` is the first.
fn letters(cite: &Value, ids: &[&str]) -> Result<String, Box<dyn Error>> {
    let mut out = String::new();
    for id in cite.as_array().ok_or("`cite` is a list")? {
        let at = ids.iter().position(|known| Some(*known) == id.as_str()).ok_or("an unknown citation")?;
        out.push(char::from(b'a' + u8::try_from(at)?));
    }
    Ok(out)
}

fn members<'v>(value: &'v Value, name: &str) -> Result<&'v Map<String, Value>, Box<dyn Error>> {
    Ok(value[name].as_object().ok_or_else(|| format!("calendar.json: `{name}` is no object"))?)
}
