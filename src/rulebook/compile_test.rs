//! Tests: JSON → [`Test`], every field and option of it found in the form that uses it.

use super::form::{Bound, Choice, Compare, Field, Place, Test};
use super::reader::Reader;
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

/// The test a member holds.
pub(super) fn test_in<'v>(r: &mut Reader<'v>, v: &'v Value, name: &'v str, scope: Scope<'_>) -> Option<Test> {
    let value = v.get(name).filter(|test| **test != Value::Null)?;
    r.at(name, |r| test(r, value, scope))
}

pub(super) fn test<'v>(r: &mut Reader<'v>, v: &'v Value, scope: Scope<'_>) -> Option<Test> {
    for (name, all) in [("all", true), ("any", false)] {
        if v.has(name) {
            let mut tests = Vec::new();
            r.at(name, |r| {
                for (at, one) in v.items(name).iter().enumerate() {
                    r.at_index(at, |r| tests.extend(test(r, one, scope)));
                }
            });
            return Some(if all { Test::All(tests) } else { Test::Any(tests) });
        }
    }
    if v.has("field") {
        let at = place_in(r, v, "field", scope, false)?;
        return Some(Test::In(at, options(r, v, at, scope)));
    }
    if v.has("share") {
        let parts = places(r, v, "share", scope);
        let of = place_in(r, v, "of", scope, false);
        return Some(Test::Share(parts, of?, bound(r, v)?));
    }
    if v.has("number") {
        let at = place_in(r, v, "number", scope, false);
        return Some(Test::Number(at?, bound(r, v)?));
    }
    if v.has("marks") {
        return marks(r, v, scope);
    }
    if v.has("occurs") {
        let mut counted = Vec::new();
        for at in places(r, v, "occurs", scope) {
            counted.push((at, options(r, v, at, scope)));
        }
        let bound = if v.truth("every") { None } else { Some(bound(r, v)?) };
        return Some(Test::Occurs(counted, bound));
    }
    let kinds = "expected one of all, any, field, share, number, marks, occurs";
    r.fault("rulebook.wrong-value", kinds);
    None
}

/// Marks at least so good: so many of them are among the better ones as there are. The parent of a tree stands for its
/// leaves.
fn marks<'v>(r: &mut Reader<'v>, v: &'v Value, scope: Scope<'_>) -> Option<Test> {
    let wanted = v.text("atLeast");
    let at_least = scope.marks.iter().position(|mark| mark.id == wanted);
    if at_least.is_none() {
        let known: Vec<&str> = scope.marks.iter().map(|mark| mark.id.as_str()).collect();
        r.at("atLeast", |r| r.unknown(wanted, "is not a mark of this rulebook", &known));
    }
    let mut leaves = Vec::new();
    for place in places(r, v, "marks", scope) {
        push_leaves(scope.fields, place.field, &mut leaves);
    }
    let good: Vec<usize> = (0..=at_least?).collect();
    let mut among = Vec::with_capacity(leaves.len());
    for field in leaves {
        among.push((Place { field, column: None }, good.clone()));
    }
    let value = u64::try_from(among.len()).ok()?.into();
    Some(Test::Occurs(among, Some(Bound { compare: Compare::AtLeast, value })))
}

fn push_leaves(fields: &[Field], at: usize, out: &mut Vec<usize>) {
    let before = out.len();
    for (child, field) in fields.iter().enumerate() {
        if field.of == Some(at) {
            push_leaves(fields, child, out);
        }
    }
    if out.len() == before {
        out.push(at);
    }
}

fn bound<'v>(r: &mut Reader<'v>, v: &'v Value) -> Option<Bound> {
    for (name, compare) in Compare::ALL {
        if let Some(value) = v.number(name) {
            return Some(Bound { compare, value });
        }
    }
    r.fault("rulebook.missing-field", "expected one of atLeast, atMost, above, below");
    None
}

/// The fields or columns a list names.
pub(super) fn places<'v>(r: &mut Reader<'v>, v: &'v Value, name: &'v str, scope: Scope<'_>) -> Vec<Place> {
    let mut found = Vec::new();
    r.each_text(v, name, &mut |r, id| found.extend(place(r, id, scope, true)));
    if v.items(name).is_empty() {
        r.fault_at(name, "rulebook.wrong-value", "expected at least one field");
    }
    found
}

/// The field a member names.
pub(super) fn place_in<'v>(
    r: &mut Reader<'v>,
    v: &'v Value,
    name: &'v str,
    scope: Scope<'_>,
    columns: bool,
) -> Option<Place> {
    if !v.has(name) {
        r.missing(name);
        return None;
    }
    r.at(name, |r| place(r, v.text(name), scope, columns))
}

/// A field by its id, or a column as `rows.column` where columns are allowed.
#[inline(never)]
fn place(r: &mut Reader<'_>, id: &str, scope: Scope<'_>, columns: bool) -> Option<Place> {
    if let Some(field) = scope.fields.iter().position(|field| field.id == id) {
        return Some(Place { field, column: None });
    }
    let column = id.split_once('.').filter(|_| columns).and_then(|(rows, name)| {
        let field = scope.fields.iter().position(|field| field.id == rows)?;
        let column = scope.fields.get(field)?.columns.iter().position(|column| column.id == name)?;
        Some(Place { field, column: Some(column) })
    });
    if column.is_none() {
        let known: Vec<&str> = scope.fields.iter().map(|field| field.id.as_str()).collect();
        r.unknown(id, "is not a field of this form", &known);
    }
    column
}

/// Positions of the options that `in` names, of the field at a place.
pub(super) fn options<'v>(r: &mut Reader<'v>, v: &'v Value, at: Place, scope: Scope<'_>) -> Vec<usize> {
    let mut found = Vec::new();
    let Some(field) = scope.at(at) else { return found };
    if !v.has("in") {
        r.missing("in");
    }
    r.each_text(v, "in", &mut |r, id| match field.options.iter().position(|option| option.id == id) {
        Some(at) => found.push(at),
        None => {
            let known: Vec<&str> = field.options.iter().map(|option| option.id.as_str()).collect();
            r.unknown(id, &["cannot be chosen in `", &field.id, "`"].concat(), &known);
        }
    });
    found
}
