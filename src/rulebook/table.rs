//! Tables: the rows of a roll-up and what each is a share of.

use super::fault::EngineError;
use super::read::{LocalText, Reader};
use super::value::Value;

/// A roll-up table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its id; empty for a table a portal made itself.
    pub id: String,
    /// What it is called.
    pub label: LocalText,
    /// The subject its grades are of, if any.
    pub subject: Option<String>,
    /// In the order shown; a row stands after the one it belongs to.
    pub rows: Vec<Row>,
    /// Which rows add up to which.
    pub sums: Vec<Sum>,
    /// Where the table is prescribed.
    pub cite: Option<String>,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its id, unique in the table.
    pub id: String,
    /// What it is called.
    pub label: LocalText,
    /// How it belongs to `of`.
    pub kind: RowKind,
    /// Position of the row it is a part or a subset of.
    pub of: Option<usize>,
    /// Position of the row it is a share of.
    pub base: Option<usize>,
    /// How deep it is nested; 0 for a whole.
    pub depth: usize,
    /// Id of the grade it counts, if any.
    pub grade: Option<String>,
}

/// Rows that add up to another.
#[derive(Clone, Debug)]
pub struct Sum {
    /// Position of the whole.
    pub whole: usize,
    /// Positions of its parts, in the order shown.
    pub parts: Vec<usize>,
}

/// How a row belongs to the row it is `of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// A whole of its own.
    Total,
    /// Adds up with its siblings to the whole.
    Part,
    /// A subset of it; need not add up to anything.
    OfWhich,
    /// A part that is whatever remains.
    Rest,
}

impl RowKind {
    /// Every kind with its id.
    pub const ALL: [(&'static str, RowKind); 4] = [
        ("total", RowKind::Total),
        ("part", RowKind::Part),
        ("of-which", RowKind::OfWhich),
        ("rest", RowKind::Rest),
    ];

    /// Its id.
    pub fn id(self) -> &'static str {
        Self::ALL
            .into_iter()
            .find(|(_, kind)| *kind == self)
            .map_or("", |(id, _)| id)
    }

    /// Whether it adds up with its siblings.
    pub fn adds_up(self) -> bool {
        matches!(self, RowKind::Part | RowKind::Rest)
    }
}

/// More rows than any form has; a table is read on every keystroke.
const MAX_ROWS: usize = 2_000;

/// A table a portal made itself: `{rows: [{id, label, kind, of?, base?}]}`, labels in its own language.
pub fn compile_table(source: &Value) -> Result<Table, EngineError> {
    let mut reader = Reader::default();
    let rows = reader.object(source, &["rows"]).and_then(|object| {
        reader.required(object, "rows", |r, value| {
            r.list(value, |r, row| {
                let object = r.object(row, &["id", "label", "kind", "of", "base"])?;
                let id = r.required(object, "id", Reader::text)?;
                r.at("id", |r| r.check_id(&id));
                let label = r.required(object, "label", Reader::text);
                let fields = RowFields::read(r, object);
                Some((id, LocalText { vi: label?, en: None }, fields?))
            })
        })
    });
    let rows = rows.map(|rows| link(&mut reader, rows)).unwrap_or_default();
    if reader.faults.is_empty() {
        let sums = sums(&rows);
        return Ok(Table {
            id: String::new(),
            label: LocalText::default(),
            subject: None,
            rows,
            sums,
            cite: None,
        });
    }
    let mut error = EngineError::new("usage.invalid-table", "the table cannot be understood");
    error.faults = reader.faults;
    Err(error)
}

/// Which rows add up to which, wholes in the order shown.
pub(super) fn sums(rows: &[Row]) -> Vec<Sum> {
    let mut by_whole = std::collections::BTreeMap::<usize, Vec<usize>>::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| row.kind.adds_up()) {
        if let Some(whole) = row.of {
            by_whole.entry(whole).or_default().push(at);
        }
    }
    by_whole
        .into_iter()
        .map(|(whole, parts)| Sum { whole, parts })
        .collect()
}

/// What a row says beside its id and label.
pub(super) struct RowFields {
    kind: RowKind,
    of: Option<String>,
    base: Option<String>,
    grade: Option<String>,
}

impl RowFields {
    pub(super) const NAMES: [&'static str; 5] = ["label", "kind", "of", "base", "grade"];

    pub(super) fn read(reader: &mut Reader, object: super::read::Object<'_>) -> Option<RowFields> {
        let kind = reader.required(object, "kind", |r, v| r.choice(v, &RowKind::ALL));
        let of = reader.optional(object, "of", Reader::text);
        let base = reader.optional(object, "base", Reader::text);
        let grade = reader.optional(object, "grade", Reader::text);
        Some(RowFields {
            kind: kind?,
            of,
            base,
            grade,
        })
    }
}

/// Turns ids into positions and refuses what does not make a tree.
pub(super) fn link(reader: &mut Reader, sources: Vec<(String, LocalText, RowFields)>) -> Vec<Row> {
    if sources.is_empty() || sources.len() > MAX_ROWS {
        reader.at("rows", |r| {
            r.fault(
                "rulebook.wrong-value",
                format!("expected 1 to {MAX_ROWS} rows, found {}", sources.len()),
            );
        });
        return Vec::new();
    }
    let ids: Vec<String> = sources.iter().map(|(id, ..)| id.clone()).collect();
    let positions: std::collections::BTreeMap<&str, usize> = ids
        .iter()
        .enumerate()
        .rev()
        .map(|(at, id)| (id.as_str(), at))
        .collect();
    let mut rows: Vec<Row> = Vec::with_capacity(sources.len());
    reader.at("rows", |r| {
        for (at, (id, label, fields)) in sources.into_iter().enumerate() {
            let step = id.clone();
            r.at(&step, |r| {
                if positions.get(id.as_str()) != Some(&at) {
                    r.fault("rulebook.duplicate-field", format!("row `{id}` stands twice"));
                }
                let mut find = |what: &str, wanted: &Option<String>| {
                    let wanted = wanted.as_deref()?;
                    let found = positions.get(wanted).copied();
                    if found.is_none() {
                        r.fault(
                            "rulebook.unknown-reference",
                            format!("`{what}` names `{wanted}`, which is no row of this table"),
                        );
                    }
                    found
                };
                let of = find("of", &fields.of);
                let base = find("base", &fields.base).or(of);
                match (fields.kind, &fields.of) {
                    (RowKind::Total, Some(_)) => r.fault("rulebook.wrong-value", "a `total` is `of` nothing"),
                    (RowKind::Total, None) => {}
                    (kind, None) => r.fault(
                        "rulebook.missing-field",
                        format!("a `{}` needs `of`: the row it belongs to", kind.id()),
                    ),
                    (_, Some(of_id)) if of.is_some_and(|of| of >= at) => {
                        r.fault(
                            "rulebook.wrong-value",
                            format!("row `{of_id}` must stand before the rows that are `of` it"),
                        );
                    }
                    _ => {}
                }
                if base == Some(at) {
                    r.fault("rulebook.wrong-value", "a row is not a share of itself");
                }
                if fields.kind == RowKind::Rest
                    && rows.iter().any(|row| row.of == of && row.kind == RowKind::Rest)
                {
                    r.fault("rulebook.wrong-value", "a whole has at most one `rest`");
                }
                let depth = of
                    .and_then(|of| rows.get(of))
                    .map_or(0, |whole| whole.depth.saturating_add(1));
                rows.push(Row {
                    id,
                    label,
                    kind: fields.kind,
                    of,
                    base,
                    depth,
                    grade: fields.grade,
                });
            });
        }
    });
    rows
}
