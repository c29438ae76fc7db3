//! Ballots, goals and the ledger of tasks through the border, as `js/src/ballot.ts` and `tasks.ts` do it.

use serde_json::{Map, Value, json};
use xeploai::border;
use xeploai::rulebook::ballot::BALLOTS;

use super::play::{Opened, Outcome, cell, cells, clean, flag, known, not_expressible, object, tokens};
use super::{sheet, unpack};

type Played = Result<Value, Outcome>;

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn list<'v>(input: &'v Map<String, Value>, name: &str) -> Result<&'v [Value], Outcome> {
    match input.get(name) {
        Some(Value::Array(items)) => Ok(items),
        _ => not_expressible(format!("no list {name}")),
    }
}

/// The position of the member that has this id.
fn place(all: &Value, id: &Value) -> Result<usize, Outcome> {
    let found = all.as_array().unwrap().iter().position(|one| one["id"] == *id);
    found.map_or_else(|| not_expressible(format!("{id}")), Ok)
}

fn ids(all: &[Value]) -> Vec<&str> {
    all.iter().map(|one| one["id"].as_str().unwrap()).collect()
}

pub fn ballot(opened: &Opened, input: &Map<String, Value>) -> Played {
    known(input, &["ballot", "subject", "items", "groups", "base", "blank"])?;
    let book = &opened.info["rulebook"];
    let rule = input.get("ballot").map(|id| place(&book["ballots"], id)).transpose()?;
    let nothing = json!([]);
    let subject = match rule {
        Some(_) => None,
        None => Some(place(&book["subjects"], input.get("subject").unwrap_or(&nothing))?),
    };
    let own = rule.map_or(&nothing, |at| &book["ballots"][at]["items"]);
    let items =
        if own.as_array().unwrap().is_empty() { list(input, "items")? } else { own.as_array().unwrap() };
    let marks: Vec<Value> = match (rule, subject) {
        (Some(at), _) => book["ballots"][at]["options"].as_array().unwrap().clone(),
        (None, at) => {
            let grades = book["subjects"][at.unwrap()]["grades"].as_array().unwrap();
            grades.iter().filter(|grade| grade["within"].is_null()).cloned().collect()
        }
    };
    let base = match input.get("base") {
        None => -1,
        Some(id) => i32::try_from(BALLOTS.iter().position(|one| id == one).unwrap()).unwrap(),
    };
    let mut unreadable = Vec::new();
    let mut groups = Vec::new();
    for (at, group) in list(input, "groups")?.iter().enumerate() {
        groups.push(cells_of(object(group)?, at, items, &marks, &mut unreadable)?);
    }
    let named = items.iter().flat_map(|item| [&item["id"], &item["label"]]);
    let named: Vec<String> = named.map(|text| clean(text.as_str().unwrap_or_default())).collect();
    let at = |place: Option<usize>| place.map_or(-1, |at| i32::try_from(at).unwrap());
    let packed = parsed(&border::ballot::ballot(
        &opened.engine,
        at(rule),
        at(subject),
        base,
        flag(input, "blank")?,
        &named.join("\u{1F}"),
        &groups.join("\u{1E}"),
    )?);
    let mut report = tally(&packed["tallies"][0], items, &marks);
    let mark = |at: &Value| at.as_u64().map(|at| marks[usize::try_from(at).unwrap()]["id"].clone());
    for (place, item) in report["items"].as_array_mut().unwrap().iter_mut().enumerate() {
        item["label"] = items[place]["label"].clone();
        item["most"] = packed["most"][place].as_array().unwrap().iter().map(|at| mark(at).unwrap()).collect();
        let majority = &packed["majorities"][place];
        item["majority"] = match majority.as_array().map(Vec::is_empty) {
            Some(false) => {
                json!({ "needed": majority[0], "decided": majority[1], "option": mark(&majority[2]) })
            }
            _ => Value::Null,
        };
    }
    report["ballot"] = rule.map_or(Value::Null, |at| book["ballots"][at]["id"].clone());
    report["base"] = json!(BALLOTS[usize::try_from(packed["base"].as_u64().unwrap()).unwrap()]);
    report["unreadable"] = unreadable.into();
    report["diagnostics"] = packed["diagnostics"].clone();
    let mut apart = Vec::new();
    for (at, group) in list(input, "groups")?.iter().enumerate() {
        let mut own = tally(&packed["tallies"][at + 1], items, &marks);
        own["id"] = group.get("id").cloned().unwrap_or_else(|| json!(at.to_string()));
        own["label"] = group.get("label").cloned().unwrap_or_else(|| json!(""));
        apart.push(own);
    }
    report["groups"] = apart.into();
    Ok(opened.report(report))
}

/// A group as cells: its label, its ballots, its votes.
fn cells_of(
    group: &Map<String, Value>,
    at: usize,
    items: &[Value],
    marks: &[Value],
    unreadable: &mut Vec<Value>,
) -> Result<String, Outcome> {
    known(group, &["id", "label", "ballots", "votes", "sheets"])?;
    let label = clean(group.get("label").and_then(Value::as_str).unwrap_or_default());
    let none = json!({});
    let mut ballots = cells(group.get("ballots").unwrap_or(&none), &BALLOTS)?;
    let mut votes = Vec::new();
    if let Some(sheets) = group.get("sheets") {
        let sheets = sheets.as_array().unwrap();
        let mut typed: Vec<String> = ballots.split('\u{1F}').map(str::to_owned).collect();
        if typed[4].is_empty() {
            typed[4] = sheets.len().to_string();
        }
        ballots = typed.join("\u{1F}");
        let mut counts = vec![vec![0; marks.len()]; items.len()];
        for (sheet, paper) in sheets.iter().enumerate() {
            for (item, row) in items.iter().zip(&mut counts) {
                let Some(word) = paper[item["id"].as_str().unwrap()].as_str().filter(|word| !word.is_empty())
                else {
                    continue;
                };
                let means = |mark: &&Value| {
                    mark["id"] == word
                        || mark["label"].as_str().unwrap().to_lowercase() == word.trim().to_lowercase()
                };
                match marks.iter().position(|mark| means(&mark)) {
                    Some(mark) => row[mark] += 1,
                    None => unreadable.push(json!({ "group": at, "sheet": sheet, "item": item["id"] })),
                }
            }
        }
        votes.extend(counts.iter().flatten().map(ToString::to_string));
    } else {
        let given = group.get("votes").unwrap_or(&none);
        known(object(given)?, &ids(items))?;
        for item in ids(items) {
            let row = given.get(item).filter(|row| !row.is_null()).unwrap_or(&none);
            votes.push(cells(row, &ids(marks))?);
        }
    }
    Ok([vec![label, ballots], votes].concat().join("\u{1F}"))
}

fn tally(packed: &Value, items: &[Value], marks: &[Value]) -> Value {
    let pairs = BALLOTS.iter().zip(packed["ballots"].as_array().unwrap());
    let ballots: Map<String, Value> = pairs.map(|(id, count)| ((*id).to_owned(), count.clone())).collect();
    let mut figures = packed["votes"].as_array().unwrap().iter().cloned();
    let mut items_out = Vec::new();
    for item in items {
        let mut options = Vec::new();
        for mark in marks {
            let mut take = || figures.next().unwrap();
            options.push(json!({
                "id": mark["id"], "label": mark["label"], "votes": take(), "share": take(), "shareText": take(),
                "orBetter": take(), "orBetterShare": take(), "orBetterShareText": take()
            }));
        }
        items_out.push(json!({ "id": item["id"], "options": options }));
    }
    let inferred = packed["inferred"].as_u64().map(|at| BALLOTS[usize::try_from(at).unwrap()]);
    json!({ "ballots": ballots, "inferred": inferred, "items": items_out })
}

pub fn targets(opened: &Opened, input: &Map<String, Value>) -> Played {
    known(input, &["targets", "counts"])?;
    let ruled = &opened.info["rulebook"]["targets"];
    let own = ruled.as_array().unwrap();
    let program = |percent: &Value| format!("\u{1}{}", percent.as_str().unwrap());
    let mut wanted: Vec<(Value, String)> = Vec::new();
    match input.get("targets") {
        None => wanted.extend(own.iter().map(|one| (one.clone(), program(&one["atLeast"])))),
        Some(_) => {
            for one in list(input, "targets")? {
                if one.is_string() {
                    let one = &own[place(ruled, one)?];
                    wanted.push((one.clone(), program(&one["atLeast"])));
                } else {
                    let one = object(one)?;
                    known(one, &["id", "label", "atLeast"])?;
                    let percent = one.get("atLeast").map_or(Ok(String::new()), cell)?;
                    let whole =
                        json!({ "id": one["id"], "label": one["label"], "basis": null, "citations": [] });
                    wanted.push((whole, percent));
                }
            }
        }
    }
    let counts = object(input.get("counts").unwrap_or(&Value::Null))?;
    let names: Vec<&str> = wanted.iter().map(|(one, _)| one["id"].as_str().unwrap()).collect();
    known(counts, &names)?;
    let mut lines = Vec::new();
    for (one, percent) in &wanted {
        let none = json!({});
        let row = counts.get(one["id"].as_str().unwrap()).filter(|row| !row.is_null()).unwrap_or(&none);
        known(object(row)?, &["count", "of"])?;
        let text = |name: &str| clean(one[name].as_str().unwrap());
        let typed = |name: &str| row.get(name).map_or(Ok(String::new()), cell);
        let cite = one["citations"][0]["id"].as_str().unwrap_or_default().to_owned();
        lines.push(
            [text("id"), text("label"), percent.clone(), typed("count")?, typed("of")?, cite].join("\u{1F}"),
        );
    }
    let packed = parsed(&border::ballot::targets(&opened.engine, &lines.join("\u{1E}")));
    let mut out = Vec::new();
    for (at, (one, _)) in wanted.iter().enumerate() {
        let f = &packed["targets"][at];
        let reached = f[5].as_u64().map(|reached| reached == 1);
        out.push(json!({
            "id": one["id"], "label": one["label"], "atLeast": f[0], "count": f[1], "of": f[2], "share": f[3],
            "shareText": f[4], "reached": reached, "needed": f[6], "more": f[7], "summary": f[8],
            "basis": one["basis"], "citations": one["citations"]
        }));
    }
    Ok(opened.report(json!({ "targets": out, "diagnostics": packed["diagnostics"] })))
}

/// Each count, what it is part of (the first is all of them), and what it is called where the form has no field for it.
const PARTS: [(&str, &str, &str); 7] = [
    ("assigned", "", "Được giao"),
    ("done", "assigned", "Hoàn thành"),
    ("on-time", "done", "Đúng hạn"),
    ("late", "done", "Chậm"),
    ("exceeded", "done", "Vượt mức"),
    ("undone", "assigned", "Chưa hoàn thành"),
    ("pending", "assigned", "Chưa đến hạn"),
];

/// The ledger, counted in another way than `js/src/tasks.ts` does it.
pub fn tasks(opened: &Opened, input: &Map<String, Value>) -> Played {
    known(input, &["form", "rows", "counts"])?;
    let form = &opened.forms[place(&opened.forms, input.get("form").unwrap_or(&Value::Null))?];
    let fields: Vec<&Value> = form["sections"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|one| one["fields"].as_array().unwrap())
        .collect();
    let field = |count: &str| {
        fields.iter().find(|field| {
            field["id"] == format!("tasks-{count}") || field["id"] == format!("targets-{count}")
        })
    };
    let mut unreadable = Vec::new();
    let mut by: Vec<(String, Vec<&Map<String, Value>>)> = Vec::new();
    let mut quality = "";
    let (counts, pending) = match (input.get("rows"), input.get("counts")) {
        (Some(_), None) => {
            let rows: Vec<&Map<String, Value>> =
                list(input, "rows")?.iter().map(object).collect::<Result<_, _>>()?;
            for (at, row) in rows.iter().enumerate() {
                known(row, &["task", "assignee", "progress", "quality"])?;
                let odd = |name: &str, words: &[&str]| {
                    row.get(name).and_then(Value::as_str).is_some_and(|word| !words.contains(&word))
                };
                if odd("progress", &["on-time", "late", "undone", ""])
                    || odd("quality", &["exceeded", "met", "not-met", ""])
                {
                    unreadable.push(at);
                }
                if let Some(name) = row.get("assignee").and_then(Value::as_str) {
                    match by.iter_mut().find(|(known, _)| known == name) {
                        Some((_, own)) => own.push(row),
                        None => by.push((name.to_owned(), vec![row])),
                    }
                }
            }
            let says = |row: &&Map<String, Value>, words: &[&str]| {
                row.get("quality").and_then(Value::as_str).is_some_and(|word| words.contains(&word))
            };
            quality = match () {
                () if rows.iter().any(|row| says(row, &["not-met"])) => "no",
                () if !rows.is_empty() && rows.iter().all(|row| says(row, &["met", "exceeded"])) => "yes",
                () => "",
            };
            let counts = counted(&rows);
            let pending = counts["pending"] != 0;
            (counts, pending)
        }
        (None, Some(counts)) => (counts.clone(), counts.get("pending").is_some()),
        _ => return not_expressible("rows or counts"),
    };
    let parts = PARTS.iter().filter(|(id, ..)| pending || *id != "pending");
    let rows: Vec<Value> = parts
        .map(|(id, of, word)| {
            let label = field(id).map_or(json!(word), |field| field["label"].clone());
            match (*id, *of) {
                (_, "") => json!({ "id": id, "label": label, "kind": "total" }),
                ("exceeded", of) => {
                    json!({ "id": id, "label": label, "kind": "of-which", "of": of, "base": "assigned" })
                }
                (_, of) => json!({ "id": id, "label": label, "kind": "part", "of": of, "base": "assigned" }),
            }
        })
        .collect();
    let table = border::table(&tokens(&json!({ "rows": rows })))?;
    let info = parsed(&border::table_info(&table));
    let mut typed = object(&counts)?.clone();
    if !pending {
        typed.remove("pending");
    }
    let typed = cells(&Value::Object(typed), &ids(info["rows"].as_array().unwrap()))?;
    let filled = parsed(&border::breakdown(&opened.engine, &table, &typed, 2, 0, false)?);
    let filled = unpack::breakdown(&filled, &info);
    let mut answers = Map::new();
    for row in filled["rows"].as_array().unwrap() {
        let id = row["id"].as_str().unwrap();
        if let (Some(field), Some(count)) = (field(id), row["count"].as_u64())
            && (!pending || id == "assigned")
        {
            answers.insert(field["id"].as_str().unwrap().to_owned(), count.to_string().into());
        }
    }
    if !pending && !quality.is_empty() && fields.iter().any(|field| field["id"] == "quality-met") {
        answers.insert("quality-met".to_owned(), quality.into());
    }
    let asked = json!({ "form": form["id"], "answers": answers.clone() });
    let rating = sheet::rating_of(sheet::check(opened, object(&asked)?)?);
    let rules = rating["rules"].as_array().map_or(&[][..], Vec::as_slice).iter();
    let rules: Vec<Value> =
        rules.filter(|rule| rule["verdict"] == "yes" || rule["verdict"] == "no").cloned().collect();
    let assignees: Vec<Value> =
        by.iter().map(|(name, rows)| json!({ "assignee": name, "counts": counted(rows) })).collect();
    Ok(opened.report(json!({
        "rows": filled["rows"], "assignees": assignees, "unreadable": unreadable, "answers": answers,
        "rules": rules, "diagnostics": filled["diagnostics"]
    })))
}

fn counted(rows: &[&Map<String, Value>]) -> Value {
    let says = |name: &str, word: &str| rows.iter().filter(|row| row.get(name) == Some(&json!(word))).count();
    let (on_time, late, undone) =
        (says("progress", "on-time"), says("progress", "late"), says("progress", "undone"));
    json!({
        "assigned": rows.len(), "done": on_time + late, "on-time": on_time, "late": late,
        "exceeded": says("quality", "exceeded"), "undone": undone, "pending": rows.len() - on_time - late - undone
    })
}
