//! Whether the rules of a standard hold: conditions, triggers, caps, each with the values that decided.

use std::cmp::Ordering;

use super::both_alike;
use crate::decimal::{Decimal, Sum, alike, compare, compare_share};
use crate::form::{Answer, Filled};
use crate::rulebook::form::{Bound, Compare, Does, Place, Rule, RuleTest, Test};

/// Whether something holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// What has been typed does not say.
    Open,
}

/// A test or a rule judged, with the values that decided.
#[derive(Clone, Copy, Debug, Eq)]
pub struct Judged {
    /// Whether it holds. Of a condition: it is met. Of a trigger: it has happened. Of a cap: it caps.
    pub truth: Truth,
    /// A discretion clause is claimed with a reason, the rule is unverified, or all it lacks is a share of nothing: the
    /// competent level decides.
    pub waived: bool,
    /// The number compared, and what it is a share of.
    pub number: Option<(Decimal, Option<Decimal>)>,
    /// A field and the option chosen in it.
    pub chosen: Option<(Place, usize)>,
    /// For a cap by another's grade: position of that grade.
    pub to: Option<usize>,
}

/// Values are compared with their digits, because they are shown.
impl PartialEq for Judged {
    fn eq(&self, other: &Judged) -> bool {
        let numbers = match (self.number, other.number) {
            (Some((a, of)), Some((b, other_of))) => alike(a, b) && both_alike(of, other_of),
            (None, None) => true,
            _ => false,
        };
        let rest = |judged: &Judged| (judged.truth, judged.waived, judged.chosen, judged.to);
        numbers && rest(self) == rest(other)
    }
}

impl Judged {
    fn of(truth: Truth) -> Judged {
        Judged { truth, waived: false, number: None, chosen: None, to: None }
    }
}

/// Judges one rule.
pub fn judge(filled: &Filled<'_>, rule: &Rule) -> Judged {
    let mut judged = match &rule.test {
        RuleTest::Test(test) => tested(filled, test, !matches!(rule.does, Does::Condition(_))),
        RuleTest::NotAbove(field, grades) => match filled.cell(*field).chosen() {
            None => Judged::of(Truth::Open),
            Some(option) => {
                let to = grades.get(option).copied().flatten();
                let chosen = Some((Place { field: *field, column: None }, option));
                let truth = if to.is_some() { Truth::Yes } else { Truth::No };
                Judged { to, chosen, ..Judged::of(truth) }
            }
        },
    };
    // Where discretion is claimed with a reason people decide; so they do where nobody has read what would refuse. What a
    // condition asks includes its exception: while that is not answered, neither is the condition. What has happened
    // stands until discretion is claimed.
    let condition = matches!(rule.does, Does::Condition(_));
    let refuses = judged.truth == if condition { Truth::No } else { Truth::Yes };
    if refuses {
        let claimed = rule.discretion.map_or(Truth::No, |(claim, reason)| claimed(filled, claim, reason));
        judged.waived = !rule.accepted || claimed == Truth::Yes;
        if condition && (judged.waived || claimed == Truth::Open) {
            judged.truth = Truth::Open;
        }
    }
    judged
}

/// Whether discretion is claimed with a reason; open while the claim, or its reason, is blank.
fn claimed(filled: &Filled<'_>, claim: usize, reason: usize) -> Truth {
    match () {
        () if filled.cell(claim).chosen().is_none() => Truth::Open,
        () if !is_yes(filled, claim) => Truth::No,
        () if filled.cell(reason).answer == Answer::Blank => Truth::Open,
        () if is_answered(filled, reason) => Truth::Yes,
        () => Truth::No,
    }
}

/// Whether a yes-no field says yes.
pub fn is_yes(filled: &Filled<'_>, field: usize) -> bool {
    let options = filled.form.fields.get(field).map_or(&[][..], |field| &field.options);
    let chosen = filled.cell(field).chosen().and_then(|at| options.get(at));
    chosen.is_some_and(|option| option.id == "yes")
}

/// Whether a text says more than that there is nothing.
pub fn is_answered(filled: &Filled<'_>, field: usize) -> bool {
    matches!(filled.cell(field).answer, Answer::Words { none: false })
}

/// Judges one test.
pub fn holds(filled: &Filled<'_>, test: &Test) -> Judged {
    tested(filled, test, false)
}

/// `happens`: it says when something has happened, which a share of nothing does not say.
fn tested(filled: &Filled<'_>, test: &Test, happens: bool) -> Judged {
    match test {
        Test::All(tests) => joined(filled, tests, Truth::No, happens),
        Test::Any(tests) => joined(filled, tests, Truth::Yes, happens),
        Test::In(at, options) => match filled.cell(at.field).chosen() {
            None => Judged::of(Truth::Open),
            Some(option) => {
                let truth = if options.contains(&option) { Truth::Yes } else { Truth::No };
                Judged { chosen: Some((*at, option)), ..Judged::of(truth) }
            }
        },
        Test::Number(at, bound) => match filled.number(*at) {
            None => Judged::of(Truth::Open),
            Some(number) => {
                let truth = within(compare(number, bound.value), bound.compare);
                Judged { number: Some((number, None)), ..Judged::of(truth) }
            }
        },
        Test::Share(parts, of, bound) => share(filled, parts, *of, *bound, happens),
        Test::Occurs(among, bound) => occurs(filled, among, *bound),
    }
}

/// All or any: the first that decides; otherwise open while one is.
fn joined(filled: &Filled<'_>, tests: &[Test], deciding: Truth, happens: bool) -> Judged {
    let mut last = Judged::of(if deciding == Truth::No { Truth::Yes } else { Truth::No });
    let (mut open, mut waived) = (false, false);
    for test in tests {
        let judged = tested(filled, test, happens);
        if judged.truth == deciding {
            return judged;
        }
        if judged.truth == Truth::Open {
            open = true;
            waived |= judged.waived;
        }
        if judged.number.is_some() || judged.chosen.is_some() {
            last = judged;
        }
    }
    if open { Judged { truth: Truth::Open, waived, ..last } } else { last }
}

fn share(filled: &Filled<'_>, parts: &[Place], of: Place, bound: Bound, happens: bool) -> Judged {
    // Shown each once: a third is written as three times the same of the whole.
    let (mut known, mut own) = (Sum::default(), Sum::default());
    let mut missing = false;
    for (at, part) in parts.iter().enumerate() {
        let again = parts.get(..at).unwrap_or_default().contains(part);
        let number = filled.number(*part);
        missing |= !number.is_some_and(|number| known.add(number) && (again || own.add(number)));
    }
    let totals = known.total().zip(own.total()).zip(filled.number(of));
    let Some(((known, own), whole)) = totals else { return Judged::of(Truth::Open) };
    let shown = if missing { None } else { Some((own, Some(whole))) };
    let Some(order) = compare_share(known, whole, bound.value) else {
        // None of no units are not more than half of them.
        let none = happens && bound.compare == Compare::Above && !missing && known.is_zero();
        let truth = if none { Truth::No } else { Truth::Open };
        return Judged { number: shown, waived: !none && !missing, ..Judged::of(truth) };
    };
    let truth = within(order, bound.compare);
    // Parts only grow: what is already too much, or already enough, stays so.
    let settled = match bound.compare {
        Compare::AtLeast | Compare::Above => truth == Truth::Yes,
        Compare::AtMost | Compare::Below => truth == Truth::No,
    };
    let truth = if missing && !settled { Truth::Open } else { truth };
    Judged { number: shown, ..Judged::of(truth) }
}

fn occurs(filled: &Filled<'_>, among: &[(Place, Vec<usize>)], bound: Option<Bound>) -> Judged {
    let (mut hits, mut answered, mut blank) = (0_u64, 0_u64, 0_u64);
    let mut see = |chosen: Option<usize>, wanted: &[usize]| match chosen {
        Some(option) => {
            answered = answered.saturating_add(1);
            hits = hits.saturating_add(u64::from(wanted.contains(&option)));
        }
        None => blank = blank.saturating_add(1),
    };
    for (place, wanted) in among {
        match place.column {
            // A grid that nobody has begun says nothing yet.
            Some(_) if filled.rows(place.field).is_empty() => see(None, wanted),
            Some(column) => {
                filled.column(place.field, column).for_each(|cell| see(cell.chosen(), wanted));
            }
            None => see(filled.cell(place.field).chosen(), wanted),
        }
    }
    let shown = Some((Decimal::from(hits), Some(Decimal::from(answered))));
    let Some(bound) = bound else {
        let truth = match () {
            () if hits < answered => Truth::No,
            () if answered == 0 || blank > 0 => Truth::Open,
            () => Truth::Yes,
        };
        return Judged { number: shown.filter(|_| answered > 0), ..Judged::of(truth) };
    };
    let with = |number: u64| within(compare(Decimal::from(number), bound.value), bound.compare);
    let (fewest, most) = (with(hits), with(hits.saturating_add(blank)));
    let truth = if fewest == most { fewest } else { Truth::Open };
    let number = shown.filter(|_| blank == 0);
    Judged { number, ..Judged::of(truth) }
}

fn within(order: Ordering, compare: Compare) -> Truth {
    let holds = match compare {
        Compare::AtLeast => order.is_ge(),
        Compare::AtMost => order.is_le(),
        Compare::Above => order.is_gt(),
        Compare::Below => order.is_lt(),
    };
    if holds { Truth::Yes } else { Truth::No }
}
