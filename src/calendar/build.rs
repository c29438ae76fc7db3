//! Compiles `src/regulations/calendar.json` into tables: every day that is not as its place in the week says, by its number since
//! the first of the first year, and what it is.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    reason = "a build may stop at the first surprise"
)]

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use serde_json::{Map, Value};

/// Their positions are what `WHAT` says; those in lieu of one are as many further, then come swapped and worked days.
const HOLIDAYS: [&str; 7] = ["new-year", "tet", "gio-to", "victory", "labour", "national", "culture"];
const SWAPPED: u8 = 14;
const WORKED: u8 = 15;

type Found<T> = Result<T, Box<dyn Error>>;

pub(crate) fn write() -> Found<()> {
    let path = Path::new("src/regulations/calendar.json");
    println!("cargo::rerun-if-changed={}", path.display());
    let source: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    let years = members(&source, "years")?;
    let first: u16 = years.keys().next().ok_or("no years")?.parse()?;
    let (mut days, mut swaps, mut bases, mut cites) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (at, (year, entry)) in years.iter().enumerate() {
        if year.parse::<u16>()? != first + u16::try_from(at)? {
            return Err("the years do not follow one another".into());
        }
        bases.push(match text(&entry["basis"])? {
            "confirmed" => 0_u8,
            "secondary" => 1,
            _ => 2,
        });
        cites.push(cited(&source, &entry["cite"])?);
        for (day, what) in members(entry, "off")? {
            let day = number(first, &format!("{year}-{day}"))?;
            match text(what)?.strip_prefix("instead of ") {
                Some(worked) => {
                    let worked = number(first, worked)?;
                    days.extend([(day, SWAPPED), (worked, WORKED)]);
                    swaps.push((day, worked));
                }
                None => days.push((day, holiday(text(what)?)?)),
            }
        }
    }
    days.sort_unstable();
    let (numbers, what): (Vec<u16>, Vec<u8>) = days.into_iter().unzip();
    let mut every = Vec::new();
    for (day, what) in members(&source, "everyYear")? {
        every.push((day.replace('-', "").parse::<u16>()?, holiday(text(what)?)?));
    }
    let policy = source["policy"].as_array().ok_or("`policy` is a list")?;
    let holidays = HOLIDAYS.map(|id| (id, policy.iter().any(|one| one == id)));
    let mut sources = Vec::new();
    for (id, citation) in members(&source, "citations")? {
        let part = |name: &str| citation[name].as_str().unwrap_or_default();
        sources.push([id, part("number"), part("issuer"), part("issued"), part("article")]);
    }
    let code = [
        format!("pub(super) const FIRST_YEAR: u16 = {first};"),
        table("HOLIDAYS", "(&str, bool)", &holidays),
        table("DAYS", "u16", &numbers),
        table("WHAT", "u8", &what),
        table("SWAPS", "(u16, u16)", &swaps),
        table("EVERY_YEAR", "(u16, u8)", &every),
        table("BASES", "u8", &bases),
        table("CITED", "u16", &cites),
        format!("pub(super) const ALWAYS_CITED: u16 = {};", cited(&source, &source["everyYearCite"])?),
        table("SOURCES", "[&str; 5]", &sources),
    ];
    fs::write(Path::new(&env::var("OUT_DIR")?).join("calendar.rs"), code.join("\n"))?;
    Ok(())
}

fn table<T: std::fmt::Debug>(name: &str, kind: &str, items: &[T]) -> String {
    format!("pub(super) static {name}: [{kind}; {}] = {items:?};", items.len())
}

fn holiday(what: &str) -> Found<u8> {
    let (id, more) = what.strip_prefix("in lieu of ").map_or((what, 0), |id| (id, HOLIDAYS.len()));
    let at = HOLIDAYS.iter().position(|known| *known == id).ok_or_else(|| format!("unknown holiday {id}"))?;
    Ok(u8::try_from(at + more)?)
}

/// Citations as bits: the first of the file is the lowest.
fn cited(source: &Value, ids: &Value) -> Found<u16> {
    let known = members(source, "citations")?;
    let mut bits = 0;
    for id in ids.as_array().ok_or("`cite` is a list")? {
        bits |= 1
            << known.keys().position(|known| known == id).ok_or_else(|| format!("unknown citation {id}"))?;
    }
    Ok(bits)
}

/// Days since the first of January of the first year.
fn number(first: u16, day: &str) -> Found<u16> {
    let parts: Vec<u16> = day.split('-').map(str::parse).collect::<Result<_, _>>()?;
    let [year, month, day] = parts[..] else { return Err(format!("{day} is no day").into()) };
    let leap = |year: u16| year.is_multiple_of(4);
    let years: u16 = (first..year).map(|year| if leap(year) { 366 } else { 365 }).sum();
    let february = if leap(year) { 29 } else { 28 };
    let months = [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    Ok(years + months[..usize::from(month) - 1].iter().sum::<u16>() + day - 1)
}

fn text(value: &Value) -> Found<&str> {
    value.as_str().ok_or_else(|| "calendar.json: a text was expected".into())
}

fn members<'v>(value: &'v Value, name: &str) -> Found<&'v Map<String, Value>> {
    value[name].as_object().ok_or_else(|| format!("calendar.json: `{name}` is no object").into())
}
