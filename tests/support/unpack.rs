//! Puts answers together as `js/src/breakdown.ts` and `js/src/quota.ts` do, so that the same expectations fit.

use serde_json::{Value, json};

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
            out["change"] = changes[at].clone();
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

pub fn quota_report(packed: &Value, infos: &[&Value], grounds: &[String; 2]) -> Value {
    let quotas = |list: &Value| -> Value {
        list.as_array()
            .unwrap()
            .iter()
            .zip(infos)
            .map(|(values, info)| quota(values, info, grounds))
            .collect()
    };
    let mut out = json!({ "quotas": quotas(&packed["quotas"]), "diagnostics": packed["diagnostics"] });
    if let Some(before) = packed.get("before") {
        out["before"] = quotas(before);
    }
    if let Some(trace) = packed.get("trace") {
        out["trace"] = trace.clone();
    }
    out
}

fn quota(values: &Value, info: &Value, [reason, decision]: &[String; 2]) -> Value {
    let readings: Vec<Value> = info["readings"].as_array().unwrap().iter().enumerate().map(|(at, reading)| {
        let from = 6 + at * 8;
        let mut out = json!({
            "id": reading["id"], "label": reading["label"], "fromText": reading["fromText"],
            "enforced": reading["id"] == info["enforced"], "base": values[from], "limit": values[from + 1],
            "headroom": values[from + 2], "nextSlotAt": values[from + 3], "share": values[from + 4],
            "shareText": values[from + 5], "state": values[from + 6]
        });
        if !values[from + 7].is_null() {
            out["arithmetic"] = values[from + 7].clone();
        }
        out
    }).collect();
    let own = readings.iter().find(|reading| reading["enforced"] == true).unwrap().clone();
    let raised = &values[4];
    let (percent, basis, raised) = if raised.is_null() {
        (&info["percent"], &info["basis"], Value::Null)
    } else {
        (raised, &values[5], json!({ "percent": raised, "reason": reason, "decision": decision }))
    };
    json!({
        "id": info["id"], "label": info["label"], "grade": info["grade"], "state": own["state"], "used": values[0],
        "limit": own["limit"], "headroom": own["headroom"], "nextSlotAt": own["nextSlotAt"], "disagree": values[1],
        "summary": values[2], "nextSlot": values[3], "readings": readings, "percent": percent,
        "raised": raised, "basis": basis, "readingBasis": info["readingBasis"], "rounding": info["rounding"],
        "citations": info["citations"]
    })
}
