//! Tests: JSON → [`Test`], every field and option of it found in the form that uses it.

use super::fault::meant;
use super::form::{Bound, Choice, Compare, Field, Kind, Place, Test};
use super::read::{Object, Reader};
use super::value::Value;

/// What a test may speak of.
#[derive(Clone, Copy)]
pub(super) struct Scope<'f> {
    pub(super) fields: &'f [Field],
    pub(super) marks: &'f [Choice],
}

impl<'f> Scope<'f> {
    fn at(self, place: Place) -> Option<&'f Field> {
        let field = self.fields.get(place.field)?;
        place.column.map_or(Some(field), |column| field.columns.get(column))
    }
}

const NAMES: [&str; 14] = [
    "all", "any", "field", "in", "share", "of", "number", "marks", "occurs", "every", "atLeast", "atMost",
    "above", "below",
];

pub(super) fn test<'v>(r: &mut Reader<'v>, value: &'v Value, scope: Scope<'_>) -> Option<Test> {
    let object = r.object(value, &NAMES)?;
    let tests = |r: &mut Reader<'v>, v: &'v Value| {
        let mut tests = Vec::new();
        r.list(v, &mut |r, v| tests.extend(test(r, v, scope)));
        Some(tests)
    };
    if object.has("all") {
        return r.required(object, "all", tests).map(Test::All);
    }
    if object.has("any") {
        return r.required(object, "any", tests).map(Test::Any);
    }
    if object.has("field") {
        let at = r.required(object, "field", |r, v| place(r, v, scope, false))?;
        return Some(Test::In(at, r.required(object, "in", |r, v| options(r, v, at, scope))?));
    }
    if object.has("share") {
        let parts = r.required(object, "share", |r, v| places(r, v, scope));
        let of = r.required(object, "of", |r, v| place(r, v, scope, false));
        let bound = bound(r, object);
        return Some(Test::Share(parts?, of?, bound?));
    }
    if object.has("number") {
        let at = r.required(object, "number", |r, v| place(r, v, scope, false));
        let bound = bound(r, object);
        return Some(Test::Number(at?, bound?));
    }
    if object.has("marks") {
        return marks(r, object, scope);
    }
    if object.has("occurs") {
        let among = r.required(object, "occurs", |r, v| places(r, v, scope))?;
        let mut counted = Vec::with_capacity(among.len());
        for at in among {
            let chosen = r.required(object, "in", |r, v| options(r, v, at, scope))?;
            counted.push((at, chosen));
        }
        let every = r.optional(object, "every", Reader::truth) == Some(true);
        let bound = if every { None } else { Some(bound(r, object)?) };
        return Some(Test::Occurs(counted, bound));
    }
    let kinds = "expected one of all, any, field, share, number, marks, occurs";
    r.fault("rulebook.wrong-value", kinds.to_owned());
    None
}

/// Marks at least so good: the same as every one of them being among the better ones. The parent of a tree stands for
/// its leaves.
fn marks<'v>(r: &mut Reader<'v>, object: Object<'v>, scope: Scope<'_>) -> Option<Test> {
    let named = r.required(object, "marks", |r, v| places(r, v, scope))?;
    let at_least = r.required(object, "atLeast", |r, v| {
        let id = r.text(v)?;
        let known: Vec<&str> = scope.marks.iter().map(|mark| mark.id.as_str()).collect();
        let found = known.iter().position(|mark| *mark == id);
        if found.is_none() {
            let message = format!("`{id}` is not a mark of this rulebook");
            r.fault_with_help("rulebook.unknown-reference", message, Some(meant(id, &known)));
        }
        found
    })?;
    let mut leaves = Vec::new();
    for place in named {
        push_leaves(scope.fields, place.field, &mut leaves);
    }
    let good: Vec<usize> = (0..=at_least).collect();
    let among = leaves.into_iter().map(|field| (Place { field, column: None }, good.clone()));
    // Every one of them, also those not answered yet: at least as many as there are.
    let among: Vec<(Place, Vec<usize>)> = among.collect();
    let value = u64::try_from(among.len()).ok()?.into();
    Some(Test::Occurs(among, Some(Bound { compare: Compare::AtLeast, value })))
}

fn push_leaves(fields: &[Field], at: usize, out: &mut Vec<usize>) {
    let before = out.len();
    for (child, _) in fields.iter().enumerate().filter(|(_, field)| field.of == Some(at)) {
        push_leaves(fields, child, out);
    }
    if out.len() == before {
        out.push(at);
    }
}

fn bound<'v>(r: &mut Reader<'v>, object: Object<'v>) -> Option<Bound> {
    let mut found = None;
    for (name, compare) in Compare::ALL {
        if let Some(value) = r.optional(object, name, Reader::decimal) {
            found = Some(Bound { compare, value });
        }
    }
    if found.is_none() {
        r.fault("rulebook.missing-field", "expected one of atLeast, atMost, above, below".to_owned());
    }
    found
}

fn places<'v>(r: &mut Reader<'v>, value: &'v Value, scope: Scope<'_>) -> Option<Vec<Place>> {
    let mut found = Vec::new();
    r.list(value, &mut |r, v| found.extend(place(r, v, scope, true)));
    if found.is_empty() {
        r.fault("rulebook.wrong-value", "expected at least one field".to_owned());
        return None;
    }
    Some(found)
}

/// A field by its id, or a column as `rows.column` where columns are allowed.
pub(super) fn place<'v>(r: &mut Reader<'v>, value: &'v Value, scope: Scope<'_>, columns: bool) -> Option<Place> {
    let id = r.text(value)?;
    if let Some(field) = scope.fields.iter().position(|field| field.id == id) {
        return Some(Place { field, column: None });
    }
    let column = id.split_once('.').and_then(|(rows, name)| {
        let field = scope.fields.iter().position(|field| field.id == rows)?;
        let column = scope.fields.get(field)?.columns.iter().position(|column| column.id == name)?;
        Some(Place { field, column: Some(column) })
    });
    if column.is_some() && columns {
        return column;
    }
    let known: Vec<&str> = scope.fields.iter().map(|field| field.id.as_str()).collect();
    let message = format!("`{id}` is not a field of this form");
    r.fault_with_help("rulebook.unknown-reference", message, Some(meant(id, &known)));
    None
}

/// Positions of options of the field at a place.
pub(super) fn options<'v>(
    r: &mut Reader<'v>,
    value: &'v Value,
    at: Place,
    scope: Scope<'_>,
) -> Option<Vec<usize>> {
    let field = scope.at(at)?;
    let known: Vec<&str> = field.options.iter().map(|option| option.id.as_str()).collect();
    if known.is_empty() && field.kind != Kind::Exclusion {
        r.fault("rulebook.wrong-value", format!("`{}` has nothing to choose from", field.id));
        return None;
    }
    let mut found = Vec::new();
    r.list(value, &mut |r, v| {
        let Some(id) = r.text(v) else { return };
        match known.iter().position(|option| *option == id) {
            Some(at) => found.push(at),
            None => {
                let message = format!("`{id}` cannot be chosen in `{}`", field.id);
                r.fault_with_help("rulebook.unknown-reference", message, Some(meant(id, &known)));
            }
        }
    });
    Some(found)
}
