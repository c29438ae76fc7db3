//! From what stands in a form to the grades it allows: points, bands, conditions, triggers, caps. Proposes, never
//! decides: what the text leaves to people comes back as a question for the competent level.
//!
//! An unfinished form is judged in three values: a rule holds, does not hold, or is open. So a grade is refused only
//! by what has been typed, and allowed only when nothing that is still blank could take it away.

use std::cmp::Ordering;

use crate::decimal::{Decimal, Sum, alike, compare, compare_share, subtract};
use crate::form::{Answer, Filled};
use crate::rulebook::Subject;
use crate::rulebook::form::{Bound, Compare, Does, Kind, Place, Rule, RuleTest, Standard, Test};

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

fn both_alike(a: Option<Decimal>, b: Option<Decimal>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => alike(a, b),
        (a, b) => a.is_none() && b.is_none(),
    }
}

impl Judged {
    fn of(truth: Truth) -> Judged {
        Judged { truth, waived: false, number: None, chosen: None, to: None }
    }
}

/// What may be said of a grade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// The text allows it, whatever is still blank.
    Allowed,
    /// The text does not allow it.
    Refused,
    /// It depends on what is still blank, or on a decision.
    Open,
}

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

/// A form rated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rated {
    /// The points the bands are of.
    pub points: Option<Points>,
    /// The grade of those points.
    pub band: Option<usize>,
    /// One for each rule of the standard.
    pub rules: Vec<Judged>,
    /// One for each grade of the subject.
    pub grades: Vec<Status>,
}

impl Rated {
    /// The best grade still possible.
    pub fn best(&self) -> Option<usize> {
        self.grades.iter().position(|status| *status != Status::Refused)
    }

    /// The best grade that is certain; the worst possible one while none is.
    pub fn worst(&self) -> Option<usize> {
        let certain = self.grades.iter().position(|status| *status == Status::Allowed);
        certain.or_else(|| self.grades.iter().rposition(|status| *status != Status::Refused))
    }

    /// The text gives no grade at all.
    pub fn is_gap(&self) -> bool {
        !self.grades.is_empty() && self.best().is_none()
    }

    /// The points reach a better grade than the best that the conditions allow, and no trigger or cap is the reason.
    /// Nothing is said while that one is still open, nor of the lowest grade, which is not reached but fallen to.
    pub fn is_short_of_band(&self, standard: &Standard) -> bool {
        let (Some(band), Some(best)) = (self.band, self.best()) else { return false };
        let certain = self.grades.get(best) == Some(&Status::Allowed);
        let lowest = best.saturating_add(1) == self.grades.len();
        best > band && certain && !lowest && !self.limits(standard).any(|(_, to)| to >= best)
    }

    /// Triggers and caps that hold: position of the rule, and the best grade they leave.
    pub fn limits<'a>(&'a self, standard: &'a Standard) -> impl Iterator<Item = (usize, usize)> + 'a {
        let rules = standard.rules.iter().zip(&self.rules).enumerate();
        rules.filter(|(_, (_, judged))| judged.truth == Truth::Yes && !judged.waived).filter_map(
            |(at, (rule, judged))| match rule.does {
                Does::Condition(_) => None,
                Does::Trigger(to) => Some((at, to)),
                Does::Cap(to) => Some((at, to.or(judged.to)?)),
            },
        )
    }

    /// What keeps a grade away: conditions not met or open, triggers and caps.
    pub fn against(&self, standard: &Standard, grade: usize) -> Vec<usize> {
        let mut found = Vec::new();
        for (at, (rule, judged)) in standard.rules.iter().zip(&self.rules).enumerate() {
            let stands = match &rule.does {
                Does::Condition(grades) => grades.contains(&grade) && judged.truth != Truth::Yes,
                _ => judged.truth == Truth::Yes && limit_of(rule, judged).is_some_and(|to| grade < to),
            };
            if stands {
                found.push(at);
            }
        }
        found
    }

    /// The points that are missing for a grade.
    pub fn points_missing(&self, standard: &Standard, grade: usize) -> Option<Decimal> {
        let least = band_of(standard, grade)?;
        let have = self.points?.exact()?;
        subtract(least, have).filter(|missing| compare(*missing, Decimal::ZERO).is_gt())
    }
}

/// The least points of a grade.
pub fn band_of(standard: &Standard, grade: usize) -> Option<Decimal> {
    standard.bands.get(grade)?.as_ref().map(|band| band.value)
}

/// The best grade a trigger or a cap leaves.
pub fn limit_of(rule: &Rule, judged: &Judged) -> Option<usize> {
    match rule.does {
        Does::Condition(_) => None,
        Does::Trigger(to) => Some(to),
        Does::Cap(to) => to.or(judged.to),
    }
}

/// Rates a form by its points and the verdicts on its rules.
pub fn rate(standard: &Standard, subject: &Subject, points: Option<Points>, rules: Vec<Judged>) -> Rated {
    let band = points.and_then(|points| band(standard, points.exact()?));
    let grades = statuses(standard, subject, points, &rules);
    Rated { points, band, rules, grades }
}

/// What may be said of each grade.
fn statuses(standard: &Standard, subject: &Subject, points: Option<Points>, rules: &[Judged]) -> Vec<Status> {
    let lowest = standard.bands.len().saturating_sub(1);
    let mut grades = vec![Status::Allowed; standard.bands.len()];
    let mut see = |grade: usize, truth: Truth| match (truth, grades.get_mut(grade)) {
        (Truth::No, Some(status)) => *status = Status::Refused,
        (Truth::Open, Some(status)) if *status == Status::Allowed => *status = Status::Open,
        _ => {}
    };
    for grade in 0..lowest {
        see(grade, reaches(standard, points, grade));
    }
    for (rule, judged) in standard.rules.iter().zip(rules) {
        match &rule.does {
            Does::Condition(grades) => grades.iter().for_each(|grade| see(*grade, judged.truth)),
            _ => {
                let to = limit_of(rule, judged);
                let kept = match judged.truth {
                    Truth::Yes if judged.waived => Truth::Open,
                    Truth::Yes if to.is_some() => Truth::No,
                    Truth::Open => Truth::Open,
                    _ => continue,
                };
                // While a cap by another's grade is open, any grade may be capped.
                (0..to.unwrap_or(lowest)).for_each(|grade| see(grade, kept));
            }
        }
    }
    // A title is for those who have the grade it is within.
    for grade in 0..lowest {
        let within = subject.grades.get(grade).and_then(|one| one.within);
        if within.and_then(|at| grades.get(at)) == Some(&Status::Refused)
            && let Some(status) = grades.get_mut(grade)
        {
            *status = Status::Refused;
        }
    }
    if let Some((last, better)) = grades.split_last_mut() {
        *last = lowest_verdict(standard, points, rules, better, lowest);
    }
    grades
}

/// A form rated again after some of its fields changed.
#[derive(Debug)]
pub struct Again {
    /// Positions of the rules that are judged otherwise.
    pub rules: Vec<usize>,
    /// Whether the points are others.
    pub points: bool,
    /// Whether anything may be rated otherwise; if not, only the values of these rules are others.
    pub decides: bool,
}

impl Rated {
    /// Rates the form again: only what looks at a field that changed.
    pub fn again(
        &mut self,
        filled: Filled<'_>,
        standard: &Standard,
        subject: &Subject,
        changed: &[usize],
    ) -> Again {
        let mut again = Again { rules: Vec::new(), points: false, decides: false };
        let mut scores = false;
        for field in changed.iter().filter_map(|at| filled.form.fields.get(*at)) {
            scores |= field.kind == Kind::Score;
            for at in &field.rules {
                let (Some(rule), Some(judged)) = (standard.rules.get(*at), self.rules.get_mut(*at)) else {
                    continue;
                };
                let anew = judge(filled, rule);
                if anew != *judged {
                    // Another number may decide the same.
                    let before = (judged.truth, judged.waived, judged.to);
                    again.decides |= (anew.truth, anew.waived, anew.to) != before;
                    *judged = anew;
                    again.rules.push(*at);
                }
            }
        }
        if scores {
            let points = standard.score.map(|score| points(filled, score));
            if points != self.points {
                self.points = points;
                self.band = points.and_then(|points| band(standard, points.exact()?));
                (again.points, again.decides) = (true, true);
            }
        }
        if again.decides {
            self.grades = statuses(standard, subject, self.points, &self.rules);
        }
        again
    }
}

/// Whether the points reach a grade's band.
fn reaches(standard: &Standard, points: Option<Points>, grade: usize) -> Truth {
    let Some(points) = points.filter(|_| has_bands(standard)) else { return Truth::Yes };
    let at_least =
        |grade: usize| band_of(standard, grade).is_some_and(|least| compare(points.least, least).is_ge());
    let below = |grade: usize| {
        let least = band_of(standard, grade);
        least.zip(points.most).is_some_and(|(least, most)| compare(most, least).is_lt())
    };
    match () {
        // Whoever reaches a better grade's points has these too, and who has not a worse one's has not these.
        () if (0..=grade).any(at_least) => Truth::Yes,
        () if (grade..standard.bands.len()).any(below) => Truth::No,
        () => Truth::Open,
    }
}

/// Whether grades depend on points, known or not.
fn has_bands(standard: &Standard) -> bool {
    standard.open_bands || standard.bands.iter().any(Option::is_some)
}

/// The lowest grade is not reached but fallen to: by points, by a trigger, or because the text gives it to whoever
/// reaches no other.
fn lowest_verdict(
    standard: &Standard,
    points: Option<Points>,
    rules: &[Judged],
    better: &[Status],
    lowest: usize,
) -> Status {
    let (mut any, mut falls, mut open) = (false, false, false);
    let mut ground = |truth: Truth| {
        any = true;
        falls |= truth == Truth::Yes;
        open |= truth == Truth::Open;
    };
    if let Some(above) = lowest.checked_sub(1).filter(|_| points.is_some() && has_bands(standard)) {
        ground(match reaches(standard, points, above) {
            Truth::Yes => Truth::No,
            Truth::No => Truth::Yes,
            Truth::Open => Truth::Open,
        });
    }
    for (rule, judged) in standard.rules.iter().zip(rules) {
        if limit_of(rule, judged) == Some(lowest) {
            ground(if judged.waived { Truth::Open } else { judged.truth });
        }
    }
    if standard.otherwise.as_ref().is_some_and(|grade| grade.value == lowest) {
        ground(match () {
            () if better.contains(&Status::Allowed) => Truth::No,
            () if better.contains(&Status::Open) => Truth::Open,
            () => Truth::Yes,
        });
    }
    match () {
        () if !any || falls => Status::Allowed,
        () if open => Status::Open,
        () => Status::Refused,
    }
}

/// The grade of a number of points: the best band it reaches, or the lowest grade.
fn band(standard: &Standard, points: Decimal) -> Option<usize> {
    let mut known =
        standard.bands.iter().enumerate().filter_map(|(at, band)| Some((at, band.as_ref()?.value)));
    let reached = known.find(|(_, least)| compare(points, *least).is_ge()).map(|(at, _)| at);
    // Below every band it is the lowest grade, but only if the one above has a band.
    let lowest = standard.bands.len().checked_sub(1)?;
    let below = lowest.checked_sub(1).and_then(|above| band_of(standard, above)).map(|_| lowest);
    reached.or(below)
}

/// The points of a field: of its parts where any is answered, else as typed.
pub fn points(filled: Filled<'_>, field: usize) -> Points {
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
fn sum_of_parts(filled: Filled<'_>, parts: &[usize]) -> Option<Points> {
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

/// Judges one rule.
pub fn judge(filled: Filled<'_>, rule: &Rule) -> Judged {
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
fn claimed(filled: Filled<'_>, claim: usize, reason: usize) -> Truth {
    match () {
        () if filled.cell(claim).chosen().is_none() => Truth::Open,
        () if !is_yes(filled, claim) => Truth::No,
        () if filled.cell(reason).answer == Answer::Blank => Truth::Open,
        () if is_answered(filled, reason) => Truth::Yes,
        () => Truth::No,
    }
}

/// Whether a yes-no field says yes.
pub fn is_yes(filled: Filled<'_>, field: usize) -> bool {
    let options = filled.form.fields.get(field).map_or(&[][..], |field| &field.options);
    let chosen = filled.cell(field).chosen().and_then(|at| options.get(at));
    chosen.is_some_and(|option| option.id == "yes")
}

/// Whether a text says more than that there is nothing.
pub fn is_answered(filled: Filled<'_>, field: usize) -> bool {
    matches!(filled.cell(field).answer, Answer::Words { none: false })
}

/// Judges one test.
pub fn holds(filled: Filled<'_>, test: &Test) -> Judged {
    tested(filled, test, false)
}

/// `happens`: it says when something has happened, which a share of nothing does not say.
fn tested(filled: Filled<'_>, test: &Test, happens: bool) -> Judged {
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
fn joined(filled: Filled<'_>, tests: &[Test], deciding: Truth, happens: bool) -> Judged {
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

fn share(filled: Filled<'_>, parts: &[Place], of: Place, bound: Bound, happens: bool) -> Judged {
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

fn occurs(filled: Filled<'_>, among: &[(Place, Vec<usize>)], bound: Option<Bound>) -> Judged {
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
