//! Forms: JSON → [`Form`]. Fields and trees are written once in a rulebook and read into each form that shows them, so
//! that every reference is a position.

use super::compile::{CITATION, subject_of};
use super::compile_standard::standard;
use super::compile_test::{Scope, place, test};
use super::form::{Choice, DateRange, Field, Form, Kind, Relation, Required, Section};
use super::read::{Cited, LocalText, Object, Reader};
use super::value::Value;
use super::{Exclusion, Subject};
use crate::decimal::{Decimal, FieldKind, NumberReading, read_machine_number};
use crate::message::Locale;

/// What forms are read with.
#[derive(Clone, Copy)]
pub(super) struct Shared<'a, 'v> {
    pub(super) source: &'v Value,
    pub(super) subjects: &'a [Subject],
    pub(super) marks: &'a [Choice],
    pub(super) exclusions: &'a [Exclusion],
}

pub(super) fn forms<'v>(r: &mut Reader<'v>, object: Object<'v>, shared: Shared<'_, 'v>) -> Vec<Form> {
    let mut forms = Vec::new();
    r.optional(object, "forms", |r, v| {
        r.entries(v, &mut |r, id, v| forms.extend(form(r, id, v, shared)));
        Some(())
    });
    forms
}

const FIELDS: [&str; 13] = [
    "label", "number", "subject", "standard", "grade", "reason", "role", "head", "cite", "basis", "note",
    "sections", "relations",
];

fn form<'v>(r: &mut Reader<'v>, id: &'v str, value: &'v Value, shared: Shared<'_, 'v>) -> Option<Form> {
    let object = r.object(value, &FIELDS)?;
    let label = r.required(object, "label", Reader::local_text);
    let number = r.optional(object, "number", Reader::owned);
    let around = r.around(object);
    let (subject_at, subject) = r.required(object, "subject", |r, v| subject_of(r, v, shared.subjects))?;
    let mut parts = Parts { shared, sections: Vec::new(), fields: Vec::new(), later: Vec::new() };
    r.required(object, "sections", |r, v| {
        r.entries(v, &mut |r, id, v| {
            parts.section(r, id, v);
        });
        Some(())
    });
    let Parts { sections, mut fields, later, .. } = parts;
    // Tests may speak of fields further down, so they are read when all are known.
    let mut required = Vec::with_capacity(later.len());
    let scope = Scope { fields: &fields, marks: shared.marks };
    r.at("sections", |r| {
        for (section, at, value) in later {
            let test = r.at(section, |r| r.at("fields", |r| test(r, value, scope)));
            required.extend(test.map(|test| (at, test)));
        }
    });
    let position = |r: &mut Reader<'v>, name| {
        r.optional(object, name, |r, v| place(r, v, scope, false)).map(|place| place.field)
    };
    let grade = position(r, "grade");
    let reason = position(r, "reason");
    let role = r.optional(object, "role", |r, v| test(r, v, scope));
    let head = r.optional(object, "head", |r, v| test(r, v, scope));
    let standard = r.optional(object, "standard", |r, v| standard(r, v, shared, subject_at, subject, scope));
    let mut relations = Vec::new();
    r.optional(object, "relations", |r, v| {
        r.entries(v, &mut |r, _, v| relations.extend(relation(r, v, scope)));
        Some(())
    });
    for (at, test) in required {
        if let Some(field) = fields.get_mut(at) {
            field.required = Required::When(test);
        }
    }
    let exclusion = fields.iter().position(|field| field.kind == Kind::Exclusion);
    let (cite, basis, note) = around?;
    Some(Form {
        id: id.to_owned(),
        label: label?,
        number,
        subject: subject_at,
        sections,
        fields,
        relations,
        standard,
        grade,
        reason,
        exclusion,
        role,
        head,
        cite,
        basis,
        note,
    })
}

struct Parts<'a, 'v> {
    shared: Shared<'a, 'v>,
    sections: Vec<Section>,
    fields: Vec<Field>,
    /// Conditions under which a field is required: section, position, source.
    later: Vec<(&'v str, usize, &'v Value)>,
}

impl<'v> Parts<'_, 'v> {
    fn section(&mut self, r: &mut Reader<'v>, id: &'v str, value: &'v Value) -> Option<()> {
        let object = r.object(value, &["label", "criteria", "fields"])?;
        let label = r.required(object, "label", Reader::local_text)?;
        let from = self.fields.len();
        r.optional(object, "criteria", |r, v| {
            let tree = named(r, v, self.shared.source, "criteria")?;
            r.elsewhere("criteria", tree.0, |r| self.tree(r, tree.1))
        });
        r.optional(object, "fields", |r, v| {
            r.entries(v, &mut |r, field, v| {
                self.field(r, id, field, v);
            });
            Some(())
        });
        self.sections.push(Section { id: id.to_owned(), label, from, to: self.fields.len() });
        Some(())
    }

    /// The items of a tree as fields.
    fn tree(&mut self, r: &mut Reader<'v>, value: &'v Value) -> Option<()> {
        let object = r.object(value, &["label", "cite", "basis", "note", "items"])?;
        r.required(object, "label", Reader::local_text);
        let cite = r.around(object).map(|(cite, ..)| cite);
        r.required(object, "items", |r, v| {
            r.entries(v, &mut |r, id, v| {
                let item = self.item(r, id, v, cite.as_ref());
                self.add(r, item);
            });
            Some(())
        })
    }

    fn item(&self, r: &mut Reader<'v>, id: &'v str, value: &'v Value, cite: Option<&String>) -> Option<Field> {
        let object = r.object(value, &["label", "of", "max", "step", "required", "marks"])?;
        let label = r.required(object, "label", Reader::local_text);
        let of = r.optional(object, "of", |r, v| {
            let parent = r.text(v)?;
            let found = self.fields.iter().position(|field| field.id == parent);
            if found.is_none() {
                r.fault("rulebook.unknown-reference", format!("`{parent}` is no item before `{id}`"));
            }
            found
        });
        let marks = r.optional(object, "marks", Reader::truth) == Some(true);
        let required = r.optional(object, "required", Reader::truth) == Some(true);
        let (max, step) = points(r, object);
        let kind = if marks { Kind::Mark } else { Kind::Score };
        let options = if marks { self.shared.marks.to_vec() } else { Vec::new() };
        if marks && options.is_empty() {
            r.fault("rulebook.unknown-reference", "this rulebook has no `marks`".to_owned());
        }
        let required = if required { Required::Always } else { Required::No };
        Some(Field { of, max, step, required, options, cite: cite.cloned(), ..blank(id, label?, kind) })
    }

    fn field(&mut self, r: &mut Reader<'v>, section: &'v str, id: &'v str, value: &'v Value) -> Option<()> {
        let object = r.object(value, &["required", "label"])?;
        let label = r.optional(object, "label", Reader::local_text);
        let fields = self.shared.source.get("fields");
        let source = fields.and_then(|fields| fields.get(id));
        if source.is_none() {
            r.fault("rulebook.unknown-reference", format!("`{id}` is not in `fields`"));
        }
        let field = r.elsewhere("fields", id, |r| self.read(r, id, source?));
        let at = self.fields.len();
        let field = field.map(|field| match label {
            Some(label) => Field { label, ..field },
            None => field,
        });
        let always = r.optional(object, "required", |r, v| match v {
            Value::Bool(always) => Some(*always),
            _ => {
                self.later.push((section, at, v));
                // Read when all fields are known; here only that it is an object.
                if !matches!(v, Value::Map(_)) {
                    r.fault("rulebook.wrong-type", "expected true, or a test".to_owned());
                }
                None
            }
        });
        let required = if always == Some(true) { Required::Always } else { Required::No };
        self.add(r, field.map(|field| Field { required, ..field }))
    }

    fn add(&mut self, r: &mut Reader<'v>, field: Option<Field>) -> Option<()> {
        let field = field?;
        if self.fields.iter().any(|other| other.id == field.id) {
            r.fault("rulebook.duplicate-field", format!("field `{}` stands twice in the form", field.id));
        }
        self.fields.push(field);
        Some(())
    }

    fn read(&self, r: &mut Reader<'v>, id: &'v str, value: &'v Value) -> Option<Field> {
        let names = [
            "label", "kind", "max", "step", "cite", "basis", "note", "range", "options", "subject", "columns",
            "explainNone", "required",
        ];
        let object = r.object(value, &names)?;
        let label = r.required(object, "label", Reader::local_text);
        let kind = r.required(object, "kind", |r, v| r.choice(v, &Kind::ALL));
        let (max, step) = points(r, object);
        let cite = r.optional(object, "cite", |r, v| {
            let id = r.text(v)?;
            r.reference(id, CITATION).map(|_| id.to_owned())
        });
        let explain_none = r.optional(object, "explainNone", Reader::truth) == Some(true);
        let range = r.optional(object, "range", |r, v| r.choice(v, &DateRange::ALL));
        // Of a column: in a row that has anything it must be there.
        let required = match r.optional(object, "required", Reader::truth) {
            Some(true) => Required::Always,
            _ => Required::No,
        };
        let (label, kind) = (label?, kind?);
        let options = self.options(r, object, kind);
        let mut columns: Vec<Field> = Vec::new();
        if kind == Kind::Rows {
            r.required(object, "columns", |r, v| {
                r.entries(v, &mut |r, id, v| columns.extend(self.read(r, id, v)));
                Some(())
            });
        }
        Some(Field { max, step, cite, explain_none, range, required, options, columns, ..blank(id, label, kind) })
    }

    fn options(&self, r: &mut Reader<'v>, object: Object<'v>, kind: Kind) -> Vec<Choice> {
        let mut options = Vec::new();
        match kind {
            Kind::YesNo => options.extend(["yes", "no"].map(|id| {
                let word = |locale: Locale| locale.word(&format!("option.{id}"));
                let label = LocalText { vi: word(Locale::Vi), en: Some(word(Locale::En)) };
                Choice { id: id.to_owned(), label }
            })),
            Kind::Mark => options.extend(self.shared.marks.iter().cloned()),
            Kind::Exclusion => {
                let known = self.shared.exclusions.iter();
                options.extend(known.map(|one| Choice { id: one.id.clone(), label: one.label.clone() }));
            }
            Kind::Grade => {
                let subject = r.required(object, "subject", |r, v| subject_of(r, v, self.shared.subjects));
                let grades = subject.map_or(&[][..], |(_, subject)| &subject.grades);
                options.extend(grades.iter().map(|one| Choice { id: one.id.clone(), label: one.label.clone() }));
            }
            Kind::Choice => {
                r.required(object, "options", |r, v| {
                    r.entries(v, &mut |r, id, v| {
                        options.extend(r.local_text(v).map(|label| Choice { id: id.to_owned(), label }));
                    });
                    Some(())
                });
            }
            _ => {}
        }
        options
    }
}

fn blank(id: &str, label: LocalText, kind: Kind) -> Field {
    Field {
        id: id.to_owned(),
        label,
        kind,
        required: Required::No,
        of: None,
        max: None,
        step: None,
        explain_none: false,
        range: None,
        options: Vec::new(),
        columns: Vec::new(),
        cite: None,
    }
}

/// Most points and their step.
fn points<'v>(r: &mut Reader<'v>, object: Object<'v>) -> (Option<Decimal>, Option<Decimal>) {
    let score = |r: &mut Reader<'v>, v: &'v Value| match v {
        Value::Text(text) => match read_machine_number(text, FieldKind::Score) {
            NumberReading::Value(value) => Some(value),
            _ => r.decimal(v),
        },
        _ => r.decimal(v),
    };
    let max = r.optional(object, "max", score);
    let step = r.optional(object, "step", score);
    if step.is_some_and(|step| step.is_zero()) {
        r.fault_at("step", "rulebook.wrong-value", "a step is more than 0".to_owned());
    }
    (max, step)
}

/// Something of another section, by the id written here.
pub(super) fn named<'v>(
    r: &mut Reader<'v>,
    value: &'v Value,
    source: &'v Value,
    section: &'static str,
) -> Option<(&'v str, &'v Value)> {
    let id = r.text(value)?;
    let found = source.get(section).and_then(|section| section.get(id));
    if found.is_none() {
        r.fault("rulebook.unknown-reference", format!("`{id}` is not in `{section}`"));
    }
    Some((id, found?))
}

fn relation<'v>(r: &mut Reader<'v>, value: &'v Value, scope: Scope<'_>) -> Option<Relation> {
    let names = ["sum", "is", "part", "of", "percent", "mean", "points", "weight", "count", "in", "cite", "basis", "note", "label"];
    let object = r.object(value, &names)?;
    r.optional(object, "label", Reader::local_text);
    let list = |r: &mut Reader<'v>, v: &'v Value| {
        let mut places = Vec::new();
        r.list(v, &mut |r, v| places.extend(place(r, v, scope, true)));
        Some(places)
    };
    let one = |r: &mut Reader<'v>, v: &'v Value| place(r, v, scope, false);
    let column = |r: &mut Reader<'v>, v: &'v Value| {
        let found = place(r, v, scope, true)?;
        if found.column.is_none() {
            r.fault("rulebook.wrong-value", "expected `rows.column`".to_owned());
        }
        Some((found.field, found.column?))
    };
    if object.has("sum") {
        let parts = r.required(object, "sum", list)?;
        if object.has("cite") {
            let value = r.required(object, "is", Reader::decimal);
            let (cite, basis, note) = r.around(object)?;
            return Some(Relation::SumIs(parts, Cited { value: value?, cite, basis, note }));
        }
        return Some(Relation::Sum(parts, r.required(object, "is", one)?));
    }
    if object.has("mean") {
        let parts = r.required(object, "mean", list);
        return Some(Relation::Mean(parts?, r.required(object, "is", one)?));
    }
    if object.has("points") {
        let (points, percent, weight) = (
            r.required(object, "points", column),
            r.required(object, "percent", column),
            r.required(object, "weight", column),
        );
        let ((rows, points), (_, percent), (_, weight)) = (points?, percent?, weight?);
        return Some(Relation::Points(rows, [points, percent, weight]));
    }
    if object.has("count") {
        let at = r.required(object, "count", |r, v| place(r, v, scope, true))?;
        let options = r.required(object, "in", |r, v| super::compile_test::options(r, v, at, scope));
        return Some(Relation::Count(at, options?, r.required(object, "is", one)?));
    }
    let part = r.required(object, "part", |r, v| place(r, v, scope, true));
    let of = r.required(object, "of", |r, v| place(r, v, scope, true));
    let percent = r.optional(object, "percent", one);
    let (part, of) = (part?, of?);
    Some(match percent {
        Some(percent) => Relation::Percent(percent, part, of),
        None => Relation::PartOf(part, of),
    })
}

