//! Tables: the rows of a roll-up and what each is a share of.

use super::fact::LocalText;
use super::fault::EngineError;
use super::reader::Reader;
use super::schema;
use super::value::Value;

/// A roll-up table.
#[derive(Clone, Debug, Default)]
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

    /// Of a row that says nothing else: a part of the row it is `of`, or a whole.
    fn of(v: &Value) -> RowKind {
        if v.has("of") { RowKind::Part } else { RowKind::Total }
    }

    /// Its id.
    pub fn id(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, kind)| *kind == self).map_or("", |(id, _)| id)
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
    let mut r = Reader::new(source);
    r.hold(source, &schema::OWN_TABLE);
    let mut rows = Rows::default();
    r.at("rows", |r| {
        for (at, row) in source.items("rows").iter().enumerate() {
            let label = LocalText { vi: row.string("label"), en: None };
            r.at_index(at, |r| rows.read(r, row.text("id"), label, row));
        }
        if source.has("rows") {
            rows.check_size(r);
        }
    });
    if r.faults.is_empty() {
        return Ok(Table { sums: rows.sums(), rows: rows.0, ..Table::default() });
    }
    let mut error = EngineError::new("usage.invalid-table", "the table cannot be understood");
    error.faults = r.faults;
    Err(error)
}

/// Rows as they are read, one after the other; refuses what does not make a tree.
#[derive(Default)]
pub(super) struct Rows(pub(super) Vec<Row>);

impl Rows {
    /// Reads what a row says beside its id and label, and adds it.
    pub(super) fn read<'v>(&mut self, r: &mut Reader<'v>, id: &str, label: LocalText, v: &'v Value) {
        // One of no kind there is has its fault already; it stays out, so that it makes no other.
        let kind = if v.has("kind") { v.word("kind", &RowKind::ALL) } else { Some(RowKind::of(v)) };
        let Some(kind) = kind else { return };
        if self.0.iter().any(|row| row.id == id) {
            r.fault("rulebook.duplicate-field", &["row `", id, "` stands twice"].concat());
        }
        let mut earlier = |name: &'static str| {
            let wanted = v.text(name);
            let found = self.0.iter().position(|row| row.id == wanted);
            if found.is_none() && v.has(name) {
                r.at(name, |r| r.unknown(wanted, &["is no row before `", id, "`"].concat(), &[]));
            }
            found
        };
        let whole = earlier("of");
        let base = earlier("base").or(whole);
        if (kind == RowKind::Total) == v.has("of") {
            let rule = "`: a `total` is `of` nothing; every other row says which row it is `of`";
            r.fault_at("of", "rulebook.wrong-value", &["row `", id, rule].concat());
        }
        if kind == RowKind::Rest && self.0.iter().any(|row| row.of == whole && row.kind == RowKind::Rest) {
            let message = ["row `", id, "`: a whole has at most one `rest`"].concat();
            r.fault("rulebook.wrong-value", &message);
        }
        let depth = whole.and_then(|at| self.0.get(at)).map_or(0, |whole| whole.depth.saturating_add(1));
        let (id, grade) = (id.to_owned(), v.maybe_string("grade"));
        self.0.push(Row { id, label, kind, of: whole, base, depth, grade });
    }

    pub(super) fn check_size(&self, r: &mut Reader<'_>) {
        let size = self.0.len();
        if size == 0 || size > MAX_ROWS {
            r.fault("rulebook.wrong-value", &format!("expected 1 to {MAX_ROWS} rows, found {size}"));
        }
    }

    /// Which rows add up to which, wholes in the order shown.
    pub(super) fn sums(&self) -> Vec<Sum> {
        let mut parts = vec![Vec::new(); self.0.len()];
        for (at, row) in self.0.iter().enumerate().filter(|(_, row)| row.kind.adds_up()) {
            if let Some(parts) = row.of.and_then(|whole| parts.get_mut(whole)) {
                parts.push(at);
            }
        }
        let sums = parts.into_iter().enumerate().map(|(whole, parts)| Sum { whole, parts });
        sums.filter(|sum| !sum.parts.is_empty()).collect()
    }
}
