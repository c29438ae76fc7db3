//! Points of a form: what is certain by now, and what they can still become.

use super::both_alike;
use crate::decimal::{Decimal, Sum, alike, compare};
use crate::form::Filled;

/// The points there are, and the fewest and most there can be.
#[derive(Clone, Copy, Debug, Eq)]
pub struct Points {
    /// When nothing more is added.
    pub least: Decimal,
    /// When everything blank gets full points; `None` where the text sets no maximum.
    pub most: Option<Decimal>,
}

/// Compared with their digits, because they are shown.
impl PartialEq for Points {
    fn eq(&self, other: &Points) -> bool {
        alike(self.least, other.least) && both_alike(self.most, other.most)
    }
}

impl Points {
    /// The points, when nothing is open.
    pub fn exact(self) -> Option<Decimal> {
        self.most.filter(|most| compare(*most, self.least).is_eq())
    }
}

/// The points of a field: of its parts where any is answered, else as typed.
pub fn points(filled: &Filled<'_>, field: usize) -> Points {
    let Some(own) = filled.form.fields.get(field) else {
        return Points { least: Decimal::ZERO, most: None };
    };
    // More than the maximum is a slip, and no points.
    let fits = |value: &Decimal| own.max.is_none_or(|max| compare(*value, max).is_le());
    let typed = filled.cell(field).number().filter(fits);
    let typed = typed.map(|value| Points { least: value, most: Some(value) });
    if let Some(typed) = typed.filter(|_| own.parts.is_empty()) {
        return typed;
    }
    let mut found = typed;
    if let Some(sum) = sum_of_parts(filled, &own.parts).filter(|sum| fits(&sum.least))
        && (typed.is_none() || sum.exact().is_some())
    {
        found = Some(sum);
    }
    let mut found = found.unwrap_or(Points { least: Decimal::ZERO, most: own.max });
    if let Some(max) = own.max
        && found.most.is_none_or(|most| compare(most, max).is_gt())
        && found.exact().is_none()
    {
        // What is still open cannot lift it above its own maximum.
        found.most = Some(max);
    }
    found
}

/// The points of some parts together; `None` while nothing stands in any.
fn sum_of_parts(filled: &Filled<'_>, parts: &[usize]) -> Option<Points> {
    let (mut least, mut most) = (Sum::default(), Sum::default());
    let (mut answered, mut bounded) = (false, true);
    for part in parts {
        let own = points(filled, *part);
        answered |= !own.least.is_zero() || own.exact().is_some();
        bounded &= own.most.is_some();
        if !least.add(own.least) || !most.add(own.most.unwrap_or_default()) {
            return None;
        }
    }
    answered.then_some(Points { least: least.total()?, most: most.total().filter(|_| bounded) })
}
