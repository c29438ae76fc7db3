//! What a form shows, and the checks that look at it.

use std::sync::Arc;

use super::{Note, Related, form_field, form_relation, form_role, rating};
use crate::date::Date;
use crate::form::Filled;
use crate::message::Locale;
use crate::rating::Rated;
use crate::rulebook::Form;

/// What a form shows.
pub(crate) struct FormFacts<'a> {
    pub(crate) filled: &'a Filled<'a>,
    pub(crate) rated: Option<&'a Rated>,
    /// Handed in, not being filled: what is missing is missing.
    pub(crate) is_final: bool,
    /// The fields that are asked for, by position; `None`: all.
    pub(crate) asked: Option<&'a [usize]>,
    pub(crate) as_of: Date,
    /// First and last day of what is rated.
    pub(crate) period: (Date, Date),
    /// The other forms of the rulebook.
    pub(crate) forms: &'a [Form],
    pub(crate) locale: Locale,
}

/// What was seen of a form the last time, by what it depends on: one field, the fields of a relation, the rating.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    fields: Vec<Arc<Note>>,
    relations: Vec<Related>,
    rating: Vec<Arc<Note>>,
}

/// Where to look.
pub(crate) struct Look<'a> {
    /// At everything, whatever changed.
    pub(crate) everywhere: bool,
    /// At the rating, because it is another one, or a field that is spoken of with it changed.
    pub(crate) rating: bool,
    /// Fields that are not as they were the last time.
    pub(crate) changed: &'a [usize],
}

/// Everything that a form shows to be missing, wrong, contradictory or for people to decide, in the order of its fields;
/// `None` when it is what was seen the last time.
pub(crate) fn of_form(facts: &FormFacts<'_>, seen: &mut Seen, look: &Look<'_>) -> Option<Vec<Arc<Note>>> {
    let form = facts.filled.form;
    let mut moved = look.everywhere;
    if look.everywhere {
        seen.fields = form_field::find(facts).into_iter().map(Arc::new).collect();
        seen.relations = form_relation::find(facts);
    } else {
        moved |= form_field::find_again(facts, look.changed, &mut seen.fields);
        moved |= form_relation::find_again(facts, look.changed, &mut seen.relations);
    }
    if look.everywhere || look.rating {
        let mut found = Vec::new();
        form_role::find(facts, &mut found);
        if let (Some(standard), Some(rated)) = (&form.standard, facts.rated) {
            rating::find(facts, standard, rated, &mut found);
        }
        if !seen.rating.iter().map(Arc::as_ref).eq(&found) {
            seen.rating = found.into_iter().map(Arc::new).collect();
            moved = true;
        }
    }
    moved.then(|| in_field_order(seen))
}

/// Findings stand as their fields do on the page. An insertion: nearly all are in order already.
fn in_field_order(seen: &Seen) -> Vec<Arc<Note>> {
    let mut ordered: Vec<Arc<Note>> = Vec::with_capacity(seen.fields.len().saturating_add(8));
    let mut put = |note: &Arc<Note>| {
        let behind = ordered.iter().rposition(|earlier| earlier.at.order() <= note.at.order());
        ordered.insert(behind.map_or(0, |at| at.saturating_add(1)), Arc::clone(note));
    };
    seen.fields.iter().for_each(&mut put);
    for (at, (_, note)) in seen.relations.iter().enumerate() {
        // A tree of points may say the same as a relation.
        let earlier = seen.relations.get(..at).unwrap_or_default();
        if !earlier.iter().any(|(_, other)| other == note) {
            put(note);
        }
    }
    seen.rating.iter().for_each(&mut put);
    ordered
}
