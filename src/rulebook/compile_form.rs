//! Forms: JSON → [`Form`]. Fields and trees are written once in a rulebook and read into each form that shows them, so
//! that every reference is a position.

use super::compile_standard::standard;
use super::compile_subject::subject_of;
use super::compile_test::{Scope, options, place_in, places, test, test_in};
use super::fact::{Cited, LocalText};
use super::form::{Choice, DateRange, Field, Form, Kind, Place, Relation, Required, Section};
use super::reader::Reader;
use super::value::Value;
use super::{Exclusion, Subject};
use crate::citation::Basis;
use crate::decimal::Decimal;

/// What a field says only when it is no text: one that says it must also say its kind.
const OF_A_KIND: [&str; 6] = ["max", "step", "range", "options", "subject", "columns"];

/// What forms are read with.
#[derive(Clone, Copy)]
pub(super) struct Shared<'a> {
    pub(super) subjects: &'a [Subject],
    pub(super) marks: &'a [Choice],
    pub(super) exclusions: &'a [Exclusion],
}

pub(super) fn forms<'v>(r: &mut Reader<'v>, source: &'v Value, shared: Shared<'_>) -> Vec<Form> {
    let mut forms = Vec::new();
    r.each(source, "forms", &mut |r, id, v| forms.extend(form(r, id, v, shared)));
    forms
}

fn form<'v>(r: &mut Reader<'v>, id: &'v str, v: &'v Value, shared: Shared<'_>) -> Option<Form> {
    let named = v.text("standard");
    let source = r.root().get("standards").and_then(|all| all.get(named)).filter(|_| !named.is_empty());
    // A form rates whom its standard rates, unless it says whom.
    let rates = if v.has("subject") { v } else { source.unwrap_or(v) };
    if !rates.has("subject") {
        r.missing("subject");
    }
    let (subject, _) = subject_of(shared.subjects, rates)?;
    let mut parts = Parts { shared, fields: Vec::new(), later: Vec::new() };
    let mut sections = Vec::new();
    r.each(v, "sections", &mut |r, id, v| {
        let from = parts.fields.len();
        parts.section(r, id, v);
        let (id, label) = (id.to_owned(), v.label("label"));
        sections.push(Section { id, label, from, to: parts.fields.len() });
    });
    let Parts { mut fields, later, .. } = parts;
    // Tests may speak of fields further down, so they are read when all are known.
    let scope = Scope { fields: &fields, marks: shared.marks };
    let mut required = Vec::new();
    for Later { section, id, at, test: value } in later {
        let place = ["sections", section, "fields", id, "required"];
        let found = r.at_each(&place, |r| test(r, value, scope));
        required.extend(found.map(|test| (at, test)));
    }
    let mut position = |name| if v.has(name) { place_in(r, v, name, scope, false) } else { None };
    let (grade, reason) = (position("grade"), position("reason"));
    let role = test_in(r, v, "role", scope);
    let head = test_in(r, v, "head", scope);
    let mut own = None;
    if let Some(source) = source {
        r.elsewhere("standards", named, &mut |r| {
            own = standard(r, named, source, (shared.subjects, subject), scope);
        });
    }
    let mut relations = Vec::new();
    r.each(v, "relations", &mut |r, _, v| relations.extend(relation(r, v, scope)));
    relations.extend(implied(&relations));
    for (of, relation) in (fields.len()..).zip(&relations) {
        let relation: &Relation = relation;
        relation.reads(&mut |at| note(fields.get_mut(at).map(|field| &mut field.related), of));
    }
    for (at, test) in required {
        test.reads(&mut |read| note(fields.get_mut(read).map(|field| &mut field.requires), at));
        if let Some(field) = fields.get_mut(at) {
            field.required = Required::When(test);
        }
    }
    let exclusion = fields.iter().position(|field| field.kind == Kind::Exclusion);
    let position = |place: Option<Place>| place.map(|place| place.field);
    let rules = own.as_ref().map_or(&[][..], |own| &own.rules);
    for (at, field) in fields.iter_mut().enumerate() {
        let own = Some(at);
        field.told = exclusion == own || position(grade) == own || position(reason) == own;
        // The reason of a discretion clause is not asked for where it is missing anyway.
        let mut see = |told: usize| field.told |= told == at || field.requires.contains(&told);
        if let Some(role) = &role {
            role.reads(&mut see);
        }
        for (rule, looks) in rules.iter().enumerate() {
            looks.told(&mut see);
            if looks.reads.contains(&at) {
                field.rules.push(rule);
            }
        }
    }
    Some(Form {
        id: id.to_owned(),
        label: v.label("label"),
        number: v.maybe_string("number"),
        subject,
        sections,
        fields,
        relations,
        standard: own,
        grade: position(grade),
        reason: position(reason),
        exclusion,
        open_exclusions: Vec::new(),
        role,
        head,
        cite: v.string("cite"),
        basis: v.basis(),
        note: v.maybe_label("note"),
    })
}

struct Parts<'a, 'v> {
    shared: Shared<'a>,
    fields: Vec<Field>,
    later: Vec<Later<'v>>,
}

/// A condition under which a field is required; read when all fields are known.
struct Later<'v> {
    section: &'v str,
    id: &'v str,
    at: usize,
    test: &'v Value,
}

impl<'v> Parts<'_, 'v> {
    fn section(&mut self, r: &mut Reader<'v>, section: &'v str, v: &'v Value) {
        let tree = v.text("criteria");
        let source = r.root().get("criteria").and_then(|all| all.get(tree));
        if let Some(source) = source.filter(|_| !tree.is_empty()) {
            r.elsewhere("criteria", tree, &mut |r| {
                r.each(source, "items", &mut |r, id, v| self.item(r, id, v, source));
            });
        }
        r.each(v, "fields", &mut |r, id, v| {
            let Some(source) = r.root().get("fields").and_then(|all| all.get(id)) else {
                return r.unknown(id, "is not in `fields`", &[]);
            };
            let mut read = None;
            r.elsewhere("fields", id, &mut |r| read = Some(self.read(r, id, source)));
            let Some(mut field) = read else { return };
            if v.has("label") {
                field.label = v.label("label");
            }
            field.required = required(v);
            if let Some(test @ Value::Map(_)) = v.get("required") {
                self.later.push(Later { section, id, at: self.fields.len(), test });
            }
            self.add(r, field);
        });
    }

    /// An item of a tree as a field.
    fn item(&mut self, r: &mut Reader<'v>, id: &'v str, v: &'v Value, tree: &'v Value) {
        let parent = v.text("of");
        let of = self.fields.iter().position(|field| field.id == parent);
        if of.is_none() && v.has("of") {
            r.at("of", |r| r.unknown(parent, "is no item before this one", &[]));
        }
        let marks = v.truth("marks");
        let kind = if marks { Kind::Mark } else { Kind::Score };
        let mut field = field(r, id, v, kind);
        field.of = of;
        field.cite = tree.maybe_string("cite");
        field.basis = tree.basis();
        field.required = required(v);
        if marks {
            field.options = self.shared.marks.to_vec();
            if field.options.is_empty() {
                r.fault("rulebook.unknown-reference", "this rulebook has no `marks`");
            }
        }
        self.add(r, field);
    }

    fn add(&mut self, r: &mut Reader<'v>, mut field: Field) {
        if self.fields.iter().any(|other| other.id == field.id) {
            let message = ["field `", &field.id, "` stands twice in the form"].concat();
            r.fault("rulebook.duplicate-field", &message);
        }
        if let Some(of) = field.of.filter(|_| field.kind == Kind::Score) {
            let at = self.fields.len();
            if let Some(parent) = self.fields.get_mut(of) {
                parent.parts.push(at);
                note(Some(&mut parent.related), of);
                field.related.push(of);
            }
        }
        self.fields.push(field);
    }

    /// An entry of `fields`, or a column of a grid.
    fn read(&self, r: &mut Reader<'v>, id: &'v str, v: &'v Value) -> Field {
        let kind = v.word("kind", &Kind::ALL).unwrap_or(Kind::Text);
        if OF_A_KIND.iter().any(|name| v.has(name)) {
            self.must_have(r, v, "kind");
        }
        let mut field = field(r, id, v, kind);
        field.cite = v.maybe_string("cite");
        if v.has("basis") {
            field.basis = v.basis();
        }
        field.explain_none = v.truth("explainNone");
        field.range = v.word("range", &DateRange::ALL);
        // Of a column: in a row that has anything it must be there.
        field.required = required(v);
        match kind {
            Kind::YesNo => {
                for id in ["yes", "no"] {
                    let label = LocalText::word(&["option.", id].concat());
                    field.options.push(Choice { id: id.to_owned(), label });
                }
            }
            Kind::Mark => field.options = self.shared.marks.to_vec(),
            Kind::Exclusion => {
                for one in self.shared.exclusions {
                    field.options.push(Choice { id: one.id.clone(), label: one.label.clone() });
                }
            }
            Kind::Grade => {
                let grades = subject_of(self.shared.subjects, v).map_or(&[][..], |(_, one)| &one.grades);
                for grade in grades {
                    field.options.push(Choice { id: grade.id.clone(), label: grade.label.clone() });
                }
                self.must_have(r, v, "subject");
            }
            Kind::Choice => {
                for (id, label) in v.members("options") {
                    field.options.push(Choice { id: id.clone(), label: label.as_label() });
                }
                self.must_have(r, v, "options");
            }
            Kind::Rows => {
                r.each(v, "columns", &mut |r, id, v| field.columns.push(self.read(r, id, v)));
                self.must_have(r, v, "columns");
            }
            _ => {}
        }
        field
    }

    fn must_have(&self, r: &mut Reader<'v>, v: &Value, name: &'static str) {
        if !v.has(name) {
            r.missing(name);
        }
    }
}

/// Puts a position into a list, once.
fn note(list: Option<&mut Vec<usize>>, at: usize) {
    if let Some(list) = list.filter(|list| !list.contains(&at)) {
        list.push(at);
    }
}

fn required(v: &Value) -> Required {
    if v.truth("required") { Required::Always } else { Required::No }
}

fn field<'v>(r: &mut Reader<'v>, id: &str, v: &'v Value, kind: Kind) -> Field {
    let step = v.number("step");
    if step.is_some_and(|step| step.is_zero()) {
        r.fault_at("step", "rulebook.wrong-value", "a step is more than 0");
    }
    Field {
        id: id.to_owned(),
        label: v.label("label"),
        kind,
        required: Required::No,
        of: None,
        parts: Vec::new(),
        related: Vec::new(),
        requires: Vec::new(),
        rules: Vec::new(),
        told: false,
        max: v.number("max").or(if kind == Kind::Percent { Some(Decimal::ONE_HUNDRED) } else { None }),
        step,
        explain_none: false,
        range: None,
        options: Vec::new(),
        columns: Vec::new(),
        cite: None,
        basis: Basis::Confirmed,
    }
}

fn relation<'v>(r: &mut Reader<'v>, v: &'v Value, scope: Scope<'_>) -> Option<Relation> {
    if v.has("sum") {
        let parts = places(r, v, "sum", scope);
        if v.has("cite") {
            return Some(Relation::SumIs(parts, Cited::new(v.number("is")?, v)));
        }
        return Some(Relation::Sum(parts, place_in(r, v, "is", scope, false)?));
    }
    if v.has("mean") {
        let parts = places(r, v, "mean", scope);
        return Some(Relation::Mean(parts, place_in(r, v, "is", scope, false)?));
    }
    if v.has("points") {
        let mut column = |name| place_in(r, v, name, scope, true);
        let (points, percent, weight) = (column("points"), column("percent"), column("weight"));
        let columns = [points?.column, percent?.column, weight?.column];
        if columns.contains(&None) {
            r.fault("rulebook.wrong-value", "expected `rows.column`");
        }
        let columns = columns.map(|column| column.unwrap_or(0));
        return Some(Relation::Points(
            points?.field,
            columns,
            v.number("step").filter(|step| !step.is_zero()),
        ));
    }
    if v.has("count") {
        let at = place_in(r, v, "count", scope, true)?;
        let options = options(r, v, at, scope);
        return Some(Relation::Count(at, options, place_in(r, v, "is", scope, false)?));
    }
    let part = place_in(r, v, "part", scope, true);
    let of = place_in(r, v, "of", scope, true);
    if v.has("percent") {
        let percent = place_in(r, v, "percent", scope, false);
        return Some(Relation::Percent(percent?, part?, of?));
    }
    Some(Relation::PartOf(part?, of?))
}

/// What follows from a part of something that is itself a part: what was exceeded is of what was done, and the rest was not
/// done; so no row of the annex is both, and together they are not more than all.
fn implied(relations: &[Relation]) -> Vec<Relation> {
    let mut found = Vec::new();
    let rows = |is: Place| {
        relations.iter().find_map(|relation| match relation {
            Relation::Count(at, options, of) if *of == is => Some((*at, options.clone())),
            _ => None,
        })
    };
    for relation in relations {
        let Relation::PartOf(part, of) = relation else { continue };
        for relation in relations {
            let Relation::Sum(parts, whole) = relation else { continue };
            if !parts.contains(of) {
                continue;
            }
            let mut together = vec![*part];
            for rest in parts.iter().filter(|rest| *rest != of) {
                together.push(*rest);
                if let (Some(one), Some(other)) = (rows(*part), rows(*rest))
                    && one.0.field == other.0.field
                {
                    found.push(Relation::Apart([one, other]));
                }
            }
            found.push(Relation::Together(together, [*whole, *of]));
        }
    }
    found
}
