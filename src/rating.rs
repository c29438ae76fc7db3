//! From what stands in a form to the grades it allows: points, bands, conditions, triggers, caps. Proposes, never
//! decides: what the text leaves to people comes back as a question for the competent level.
//!
//! An unfinished form is judged in three values: a rule holds, does not hold, or is open. So a grade is refused only
//! by what has been typed, and allowed only when nothing that is still blank could take it away.

mod points;
mod rules;

use crate::decimal::{Decimal, alike, compare, subtract};
use crate::form::Filled;
use crate::rulebook::Subject;
use crate::rulebook::form::{Does, Kind, Rule, Standard};

pub use points::{Points, points};
pub use rules::{Judged, Truth, holds, is_answered, is_yes, judge};

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
        filled: &Filled<'_>,
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

/// Both none, or alike.
fn both_alike(a: Option<Decimal>, b: Option<Decimal>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => alike(a, b),
        (a, b) => a.is_none() && b.is_none(),
    }
}
