//! Puts answers together as `js/src/breakdown.ts`, `quota.ts`, `check.ts` and `rating.ts` do, so that the same expectations fit.

use serde_json::{Map, Value, json};

/// The same value with citation ids replaced by citations.
pub fn with_citations(value: Value, known: &Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.into_iter().map(|(name, member)| match (name.as_str(), member) {
                ("citations", Value::Array(ids)) => {
                    let whole = ids.into_iter().map(|id| match id {
                        Value::String(id) => {
                            known.as_array().unwrap().iter().find(|one| one["id"] == id).unwrap().clone()
                        }
                        whole => whole,
                    });
                    (name, whole.collect())
                }
                (_, member) => (name, with_citations(member, known)),
            });
            Value::Object(members.collect())
        }
        Value::Array(items) => items.into_iter().map(|item| with_citations(item, known)).collect(),
        other => other,
    }
}

/// What every report says of how it was made.
pub fn provenance(info: &Value, as_of: &str) -> Value {
    let book = &info["rulebook"];
    json!({
        "rulebook": book["id"], "rulebookVersion": book["version"], "overlay": book["overlay"],
        "asOf": as_of, "readings": info["readings"], "engine": info["engine"]
    })
}

pub fn breakdown(packed: &Value, table: &Value) -> Value {
    let mut values = packed["texts"].as_str().unwrap().split('|');
    let mut value = || values.next().filter(|text| !text.is_empty());
    let mut rows: Vec<Value> = Vec::new();
    for (at, row) in table["rows"].as_array().unwrap().iter().enumerate() {
        let count = &packed["counts"][at];
        let (count_text, share, share_text) = (value(), value(), value());
        let inferred = packed["inferred"].as_array().unwrap().contains(&json!(at));
        let mut out = json!({
            "id": row["id"], "label": row["label"], "depth": row["depth"], "kind": row["kind"], "base": row["base"],
            "count": count, "countText": count_text, "share": share, "shareText": share_text, "inferred": inferred
        });
        if let Some(changes) = packed.get("changes") {
            for (part, name) in ["change", "changeText", "shareChange", "shareChangeText"].iter().enumerate()
            {
                out[*name] = changes[at * 4 + part].clone();
            }
        }
        rows.push(out);
    }
    for understood in packed["understood"].as_array().unwrap().chunks(4) {
        let row = &mut rows[usize::try_from(understood[0].as_u64().unwrap()).unwrap()];
        (row["kind"], row["base"], row["depth"]) =
            (understood[1].clone(), understood[2].clone(), understood[3].clone());
    }
    let mut out =
        json!({ "rows": rows, "complete": packed["complete"], "diagnostics": packed["diagnostics"] });
    if let Some(trace) = packed.get("trace") {
        out["trace"] = trace.clone();
    }
    out
}

/// Four parts: quotas, those without the proposal, findings, trace.
pub fn quota_report(packed: &str, infos: &[&Value], grounds: &[String; 2]) -> Value {
    let parts: Vec<&str> = packed.split('\u{1E}').collect();
    let json = |text: &str| -> Value { serde_json::from_str(text).unwrap() };
    let mut out = json!({ "quotas": quotas(parts[0], infos, grounds), "diagnostics": json(parts[2]) });
    if !parts[1].is_empty() {
        out["before"] = quotas(parts[1], infos, grounds);
    }
    if !parts[3].is_empty() {
        out["trace"] = json(parts[3]);
    }
    out
}

/// A `=`, then each quota behind a mark.
fn quotas(packed: &str, infos: &[&Value], grounds: &[String; 2]) -> Value {
    let mut items = packed.split('\u{1D}');
    assert_eq!(items.next(), Some("="));
    let items: Vec<&str> = items.collect();
    assert_eq!(items.len(), infos.len());
    items.iter().zip(infos).map(|(one, info)| quota(one, info, grounds)).collect()
}

fn quota(packed: &str, info: &Value, [reason, decision]: &[String; 2]) -> Value {
    let cells: Vec<&str> = packed.split('\u{1F}').collect();
    let count = |cell: &str| if cell.is_empty() { Value::Null } else { cell.parse::<i64>().unwrap().into() };
    let text = |cell: &str| if cell.is_empty() { Value::Null } else { cell.into() };
    let readings: Vec<Value> = info["readings"]
        .as_array()
        .unwrap()
        .iter()
        .enumerate()
        .map(|(at, reading)| {
            let own = &cells[7 + at * 9..][..9];
            let mut out = json!({
                "id": reading["id"], "label": reading["label"], "fromText": reading["fromText"],
                "enforced": reading["id"] == info["enforced"], "base": count(own[0]), "limit": count(own[1]),
                "headroom": count(own[2]), "nextSlotAt": count(own[3]), "share": text(own[4]),
                "shareText": text(own[5]), "state": own[6]
            });
            let over = out["headroom"].as_i64().filter(|headroom| *headroom < 0);
            assert_eq!(over.is_some(), !own[7].is_empty());
            if let Some(over) = over {
                let mut changes = Map::new();
                changes.insert(info["grade"].as_str().unwrap().to_owned(), over.into());
                if let Some(to) = info["to"].as_str() {
                    changes.insert(to.to_owned(), (-over).into());
                }
                let balance: Vec<&str> = own[7].split('\u{1C}').collect();
                out["balance"] = json!({
                    "moves": -over, "changes": changes, "used": out["limit"], "base": count(balance[0]),
                    "share": text(balance[1]), "shareText": text(balance[2])
                });
            }
            if !own[8].is_empty() {
                out["arithmetic"] = own[8].into();
            }
            out
        })
        .collect();
    let own = readings.iter().find(|reading| reading["enforced"] == true).unwrap().clone();
    let balance = own.get("balance").map_or(Value::Null, |balance| {
        let mut balance = balance.clone();
        balance["text"] = cells[6].into();
        balance["order"] = info["overflow"].clone();
        balance
    });
    let (percent, basis, raised) = if cells[4].is_empty() {
        (info["percent"].clone(), info["basis"].clone(), Value::Null)
    } else {
        let raised = json!({ "percent": cells[4], "reason": reason, "decision": decision });
        (cells[4].into(), cells[5].into(), raised)
    };
    json!({
        "id": info["id"], "label": info["label"], "grade": info["grade"], "state": own["state"], "used": count(cells[0]),
        "limit": own["limit"], "headroom": own["headroom"], "nextSlotAt": own["nextSlotAt"], "disagree": cells[1] == "1",
        "summary": cells[2], "nextSlot": text(cells[3]), "readings": readings, "percent": percent,
        "balance": balance, "raised": raised, "basis": basis, "readingBasis": info["readingBasis"], "rounding": info["rounding"],
        "citations": info["citations"]
    })
}

/// As `unpack` of js/src/roll-up.ts, without its method.
pub fn roll_up(
    packed: &[i32],
    subject: &str,
    columns: &[Value],
    (rows, units, groups): (usize, usize, usize),
    infos: &[&Value],
) -> Value {
    let mut rest = &packed[2..];
    let mut take = |length: usize| {
        let (taken, behind) = rest.split_at(length);
        rest = behind;
        taken.to_vec()
    };
    let cells = units * groups;
    let named = take(usize::try_from(packed[1]).unwrap());
    let (own, all) = (take(cells * columns.len()), take(cells * columns.len()));
    let quotas: Vec<Value> = infos
        .iter()
        .map(|info| {
            let mut readings = Vec::new();
            for reading in info["readings"].as_array().unwrap() {
                let mut one = reading.clone();
                one["enforced"] = (reading["id"] == info["enforced"]).into();
                (one["limit"], one["headroom"]) = (json!(take(cells)), json!(take(cells)));
                readings.push(one);
            }
            let enforced = readings.iter().find(|reading| reading["enforced"] == true).unwrap().clone();
            json!({
                "id": info["id"], "label": info["label"], "grade": info["grade"], "percent": info["percent"],
                "basis": info["basis"], "citations": info["citations"], "readings": readings,
                "limit": enforced["limit"], "headroom": enforced["headroom"],
                "binding": take(cells), "below": take(cells),
                "moves": take(cells)
            })
        })
        .collect();
    json!({
        "subject": subject, "rows": rows, "units": units, "groups": groups, "columns": columns,
        "unreadable": { "count": packed[0], "rows": named }, "own": own, "all": all, "quotas": quotas
    })
}

/// What is different in a form, as `js/src/delta.ts` reads it: `d` places of findings, `new` those that are new, `r` rating,
/// `q` quotas, `c` complete.
pub fn delta(text: &str) -> Value {
    let none = |part: &str| part == "-";
    let parts: Vec<&str> = text.split('\u{1E}').collect();
    let mut out = json!({ "c": parts[0] == "1" });
    out["anew"] = parts[1].get(..1).into();
    if let Some(list) = parts[1].strip_prefix(['=', '!', '*']) {
        let mut items = list.split('\u{1D}');
        let places = items.next().unwrap().split('\u{1F}').skip(1);
        out["d"] = places.map(|place| place.parse::<usize>().unwrap()).collect();
        out["new"] = items.map(finding).collect();
    }
    if !parts[2].is_empty() {
        out["r"] = if none(parts[2]) { Value::Null } else { packed_rating(parts[2]) };
    }
    if !parts[3].is_empty() {
        out["q"] = if none(parts[3]) { Value::Null } else { parts[3].into() };
    }
    out
}

fn finding(text: &str) -> Value {
    let cells: Vec<&str> = text.split('\u{1F}').collect();
    // Of a kind that was told.
    if !cells[0].is_empty() {
        let values = cells[1..].chunks(2).map(|pair| json!([pair[0].parse::<usize>().unwrap(), pair[1]]));
        return json!({ "kind": cells[0].parse::<usize>().unwrap(), "values": values.collect::<Value>() });
    }
    let list = |cell: &str| -> Vec<String> {
        cell.split('\u{1C}').filter(|_| !cell.is_empty()).map(str::to_owned).collect()
    };
    json!({
        "key": cells[1], "code": cells[2], "severity": cells[3], "path": list(cells[4]),
        "params": list(cells[5]).chunks(2).map(|pair| json!([pair[0], pair[1]])).collect::<Value>(),
        "citations": list(cells[6]), "message": cells[7], "help": cells[8]
    })
}

/// A finding out of its kind, whose sentences have room for the values and whose values are pairs.
fn told(mut kind: Value) -> Value {
    let pairs = kind["params"].as_array().unwrap().clone();
    for name in ["message", "help"] {
        let pieces = kind[name].as_str().unwrap().split('\u{1C}').enumerate();
        let filled = |(at, piece): (usize, &str)| match at % 2 {
            0 => piece.to_owned(),
            _ => pairs[piece.parse::<usize>().unwrap()][1].as_str().unwrap().to_owned(),
        };
        kind[name] = pieces.map(filled).collect::<String>().into();
    }
    if kind["help"] == "" {
        kind.as_object_mut().unwrap().remove("help");
    }
    let named = pairs.iter().map(|pair| (pair[0].as_str().unwrap().to_owned(), pair[1].clone()));
    kind["params"] = Value::Object(named.collect());
    kind
}

/// What the page was told of a form.
#[derive(Default)]
pub struct Told {
    pub findings: Vec<Value>,
    pub kinds: Vec<Value>,
}

/// Verdict, points, missing points, then positions and values of rules; each a list of texts.
fn packed_rating(text: &str) -> Value {
    let cells = text.split('\u{1F}').map(|cell| cell.split('\u{1C}').collect::<Value>());
    cells.collect()
}

/// A form's next report, out of the last one and what is different.
pub fn report(
    last: Option<&Value>,
    Told { findings, kinds }: &mut Told,
    delta: &Value,
    form: &Value,
    grades: &Value,
    infos: &[&Value],
    grounds: &[String; 2],
) -> Value {
    let last_of = |name: &str, none: Value| last.map_or(none, |last| last[name].clone());
    if delta["anew"] == "!" || delta["anew"] == "*" {
        findings.clear();
    }
    if delta["anew"] == "*" {
        kinds.clear();
    }
    let at = |place: &Value| usize::try_from(place.as_u64().unwrap()).unwrap();
    for new in delta["new"].as_array().into_iter().flatten() {
        let mut one = new.clone();
        if new["kind"].is_null() {
            kinds.push(new.clone());
        } else {
            one = kinds[at(&new["kind"])].clone();
            for value in new["values"].as_array().unwrap() {
                one["params"][at(&value[0])][1] = value[1].clone();
            }
        }
        findings.push(told(one));
    }
    let told = |place: &Value| findings[at(place)].clone();
    let diagnostics = match delta.get("d") {
        None => last_of("diagnostics", json!([])),
        Some(list) => list.as_array().unwrap().iter().map(told).collect(),
    };
    let rating = match delta.get("r") {
        None => last_of("rating", Value::Null),
        Some(Value::Null) => Value::Null,
        Some(packed) => rating(last.map(|last| &last["rating"]), packed, form, grades),
    };
    let quotas = match delta.get("q") {
        None => last_of("quotas", Value::Null),
        Some(Value::Null) => Value::Null,
        Some(packed) => self::quotas(packed.as_str().unwrap(), infos, grounds),
    };
    let complete = delta.get("c").cloned().unwrap_or_else(|| last_of("complete", false.into()));
    json!({ "form": form["id"], "diagnostics": diagnostics, "rating": rating, "quotas": quotas, "complete": complete })
}

fn rating(last: Option<&Value>, packed: &Value, form: &Value, grades: &Value) -> Value {
    let cells = packed.as_array().unwrap();
    let texts = |at: usize| -> Vec<&str> {
        cells[at].as_array().unwrap().iter().map(|text| text.as_str().unwrap()).collect()
    };
    let or_null = |text: &str| if text.is_empty() { Value::Null } else { text.into() };
    let mut rated = last.filter(|last| last.is_object()).cloned().unwrap_or_else(|| json!({ "rules": [] }));
    rated["form"] = form["id"].clone();
    let verdict = texts(0);
    if verdict != ["~"] {
        let grade = |at: &str| at.parse::<usize>().map_or(Value::Null, |at| grades[at]["id"].clone());
        let statuses = grades.as_array().unwrap().iter().zip(verdict[4].chars()).map(|(grade, letter)| {
            let status = match letter {
                'a' => "allowed",
                'r' => "refused",
                _ => "open",
            };
            json!({ "id": grade["id"], "label": grade["label"], "status": status })
        });
        for (at, name) in ["band", "best", "worst"].into_iter().enumerate() {
            rated[name] = grade(verdict[at]);
        }
        rated["needsDecision"] = (verdict[3] == "1").into();
        rated["grades"] = statuses.collect();
        rated["letters"] = verdict[5].into();
        rated["next"] = if verdict[6].is_empty() {
            Value::Null
        } else {
            let rule = |at: &&str| form["rules"][at.parse::<usize>().unwrap()]["id"].clone();
            let missing: Vec<Value> = verdict[7..].iter().map(rule).collect();
            let points: Vec<Value> = texts(2).into_iter().map(or_null).collect();
            let text = points.get(1).cloned().unwrap_or_default();
            json!({ "grade": grade(verdict[6]), "points": points[0], "pointsText": text, "rules": missing })
        };
    }
    match texts(1)[..] {
        ["="] => {}
        [""] => rated["points"] = Value::Null,
        [least, text] => {
            rated["points"] = json!({ "least": least, "leastText": text, "most": least, "mostText": text });
        }
        [least, text, ref most @ ..] => {
            let most: Vec<Value> = most.iter().map(|text| or_null(text)).collect();
            let most_text = most.get(1).cloned().unwrap_or_default();
            rated["points"] =
                json!({ "least": least, "leastText": text, "most": most[0], "mostText": most_text });
        }
        [] | [_] => panic!("points are written with their text"),
    }
    let letters = rated["letters"].as_str().unwrap().to_owned();
    let rules = rated["rules"].as_array_mut().unwrap();
    for at in (3..cells.len()).step_by(2) {
        let place: usize = texts(at)[0].parse().unwrap();
        let info = &form["rules"][place];
        let verdict = match letters.chars().nth(place).unwrap() {
            'y' => "yes",
            'n' => "no",
            'w' => "waived",
            _ => "open",
        };
        if rules.len() <= place {
            rules.resize(place + 1, Value::Null);
        }
        rules[place] = json!({
            "id": info["id"], "kind": info["kind"], "label": info["label"], "grades": info["grades"],
            "verdict": verdict, "values": or_null(texts(at + 1)[0]), "basis": info["basis"], "citations": info["citations"]
        });
    }
    rated
}

/// As `js/src/audit.ts`.
pub fn audit<'q>(packed: &Value, subjects: &[&str], quotas: &dyn Fn(&str) -> Vec<&'q Value>) -> Value {
    let list = |name: &str| packed[name].as_array().unwrap().as_slice();
    let figures: Vec<Value> = list("figures")
        .chunks(4)
        .map(|figure| json!({ "span": figure[..2], "value": figure[2], "kind": figure[3] }))
        .collect();
    let claim = |claim: &[Value]| {
        json!({
            "span": claim[..2], "count": claim[2], "base": claim[3], "baseFrom": claim[4], "stated": claim[5],
            "exact": claim[6], "kind": claim[7], "verdict": claim[8]
        })
    };
    let relation = |relation: &Value| {
        let values = relation.as_array().unwrap();
        json!({
            "span": values[..2], "kind": values[2], "whole": values[3], "holds": values[4], "parts": values[5..]
        })
    };
    let group = |group: &Value| {
        let subject = subjects[usize::try_from(group["subject"].as_u64().unwrap()).unwrap()];
        let packed = group["quotas"].as_str().unwrap();
        json!({ "span": group["span"], "subject": subject, "quotas": self::quotas(packed, &quotas(subject), &Default::default()) })
    };
    let mut out = json!({
        "figures": figures,
        "claims": list("claims").chunks(9).map(claim).collect::<Vec<_>>(),
        "relations": list("relations").iter().map(relation).collect::<Vec<_>>(),
        "quotas": list("quotas").iter().map(group).collect::<Vec<_>>(),
        "counts": { "figures": figures.len(), "checked": packed["checked"], "toLook": packed["toLook"] },
        "diagnostics": packed["diagnostics"]
    });
    if let Some(trace) = packed.get("trace") {
        out["trace"] = trace.clone();
    }
    out
}
