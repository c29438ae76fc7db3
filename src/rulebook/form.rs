//! Forms: what can be typed, what must be there, what must agree, and what each grade takes.

use super::fact::{Cited, LocalText};
use crate::citation::Basis;
use crate::decimal::Decimal;

/// A template of an instrument.
#[derive(Clone, Debug)]
pub struct Form {
    /// `mau-2b`.
    pub id: String,
    /// What it is called.
    pub label: LocalText,
    /// The code printed on it: *Mẫu 2B-HD KĐ.ĐG*.
    pub number: Option<String>,
    /// Position of the subject it rates.
    pub subject: usize,
    /// Its parts, in the order shown.
    pub sections: Vec<Section>,
    /// Everything that can be typed, in the order shown.
    pub fields: Vec<Field>,
    /// What must agree.
    pub relations: Vec<Relation>,
    /// What each grade takes.
    pub standard: Option<Standard>,
    /// Position of the field with the proposed grade.
    pub grade: Option<usize>,
    /// Position of the field that says why a lower grade is proposed.
    pub reason: Option<usize>,
    /// Position of the field that says why somebody is not rated.
    pub exclusion: Option<usize>,
    /// Positions of its options that leave nobody out, because nobody verified them and no portal took them.
    pub open_exclusions: Vec<usize>,
    /// Who it is for.
    pub role: Option<Test>,
    /// When the person is the head of the group.
    pub head: Option<Test>,
    /// Id of the citation.
    pub cite: String,
    /// How sure its fields are.
    pub basis: Basis,
    /// What a reader should know about it.
    pub note: Option<LocalText>,
}

/// A part of a form.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: LocalText,
    /// Position of the first field.
    pub from: usize,
    /// Position after the last field.
    pub to: usize,
}

/// One thing that can be typed.
#[derive(Clone, Debug)]
pub struct Field {
    /// `tasks-done`.
    pub id: String,
    /// What it is called.
    pub label: LocalText,
    /// What belongs in it.
    pub kind: Kind,
    /// Whether it must be answered.
    pub required: Required,
    /// Position of the field it is a part of: points add up.
    pub of: Option<usize>,
    /// Positions of the fields whose points add up to this one's.
    pub parts: Vec<usize>,
    /// What must agree with it: fields it is a part of, or whose parts it has, by position; after the fields, relations.
    pub related: Vec<usize>,
    /// Positions of the fields that are required or not by what stands in it.
    pub requires: Vec<usize>,
    /// Positions of the rules of the form's standard that look at it.
    pub rules: Vec<usize>,
    /// Whether what is said of the rating looks at it, and not only at what came of it.
    pub told: bool,
    /// Most points; of a percentage 100 where nothing else is said.
    pub max: Option<Decimal>,
    /// Points come in steps of this.
    pub step: Option<Decimal>,
    /// "None" alone is questioned.
    pub explain_none: bool,
    /// Where a date must lie.
    pub range: Option<DateRange>,
    /// What can be chosen.
    pub options: Vec<Choice>,
    /// The columns of a grid.
    pub columns: Vec<Field>,
    /// Id of the citation, when it has one of its own.
    pub cite: Option<String>,
    /// How sure its most and its steps are.
    pub basis: Basis,
}

/// What belongs in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words. Only whether there are any is looked at.
    Text,
    /// A whole number.
    Count,
    /// A percentage.
    Percent,
    /// Points.
    Score,
    /// A day.
    Date,
    /// One of its options.
    Choice,
    /// Yes or no.
    YesNo,
    /// A mark: *Xuất sắc*, *Tốt* …
    Mark,
    /// A grade.
    Grade,
    /// Why somebody is not rated.
    Exclusion,
    /// A grid of rows.
    Rows,
}

impl Kind {
    /// Every kind with its id.
    pub const ALL: [(&'static str, Kind); 11] = [
        ("text", Kind::Text),
        ("count", Kind::Count),
        ("percent", Kind::Percent),
        ("score", Kind::Score),
        ("date", Kind::Date),
        ("choice", Kind::Choice),
        ("yes-no", Kind::YesNo),
        ("mark", Kind::Mark),
        ("grade", Kind::Grade),
        ("exclusion", Kind::Exclusion),
        ("rows", Kind::Rows),
    ];

    /// Its id.
    pub fn id(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, kind)| *kind == self).map_or("", |(id, _)| id)
    }
}

/// Whether a field must be answered.
#[derive(Clone, Debug)]
pub enum Required {
    /// It may be left blank.
    No,
    /// Always.
    Always,
    /// When this holds.
    When(Test),
}

/// Where a date must lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateRange {
    /// Not after the day asked about.
    Past,
    /// In the period that is rated.
    Period,
}

impl DateRange {
    /// Every range with its id.
    pub const ALL: [(&'static str, DateRange); 2] =
        [("past", DateRange::Past), ("period", DateRange::Period)];
}

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub label: LocalText,
}

/// A field, or a column of a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Position of the field.
    pub field: usize,
    /// Position of the column.
    pub column: Option<usize>,
}

/// What must agree.
#[derive(Clone, Debug)]
pub enum Relation {
    /// Parts add up to a field.
    Sum(Vec<Place>, Place),
    /// Parts add up to a number of the text.
    SumIs(Vec<Place>, Cited<Decimal>),
    /// Not more than.
    PartOf(Place, Place),
    /// A percentage typed by hand: percent, part, whole.
    Percent(Place, Place, Place),
    /// The mean of some fields.
    Mean(Vec<Place>, Place),
    /// In each row of a grid: points = weight × percent / 100. Positions: field, then the columns of points, percent
    /// and weight. Also right when brought to whole steps of a number.
    Points(usize, [usize; 3], Option<Decimal>),
    /// So many rows say one of these.
    Count(Place, Vec<usize>, Place),
    /// Together not more than the first place; said while the second one, of which the first part is a part, is blank.
    Together(Vec<Place>, [Place; 2]),
    /// No row of a grid says one of these in a column, and one of those in another.
    Apart([(Place, Vec<usize>); 2]),
}

/// What each grade of a subject takes.
#[derive(Clone, Debug)]
pub struct Standard {
    /// `member`.
    pub id: String,
    /// Position of the field with the points that the bands are of.
    pub score: Option<usize>,
    /// The least points of each grade, in the order of the subject's grades.
    pub bands: Vec<Option<Cited<Decimal>>>,
    /// There are least points that nobody could verify, and so no grade is certain by its points.
    pub open_bands: bool,
    /// The grade of whoever reaches no other.
    pub otherwise: Option<Cited<usize>>,
    /// Whether the competent level decides when the points reach a grade and its conditions do not hold.
    pub refer: Option<Cited<bool>>,
    /// Conditions, triggers and caps, in that order.
    pub rules: Vec<Rule>,
}

/// A condition, a trigger or a cap.
#[derive(Clone, Debug)]
pub struct Rule {
    /// `all-done`.
    pub id: String,
    /// As a requirement; of a trigger, what has happened.
    pub label: LocalText,
    /// What it does.
    pub does: Does,
    /// When.
    pub test: RuleTest,
    /// A field that claims a discretion clause, and the field with its reason.
    pub discretion: Option<(usize, usize)>,
    /// Id of the citation.
    pub cite: String,
    /// How sure.
    pub basis: Basis,
    /// Verified, or accepted by the portal; else it refuses nothing.
    pub accepted: bool,
    /// What a reader should know about it.
    pub note: Option<LocalText>,
    /// Positions of the fields it looks at, once each.
    pub reads: Vec<usize>,
}

/// What a rule does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Does {
    /// These grades need it (positions).
    Condition(Vec<usize>),
    /// When it happens, no grade above this one.
    Trigger(usize),
    /// While it holds, no grade above this one; `None`: see [`RuleTest::NotAbove`].
    Cap(Option<usize>),
}

/// When a rule applies.
#[derive(Clone, Debug)]
pub enum RuleTest {
    /// When this holds.
    Test(Test),
    /// Not above the grade chosen in a field. For each option of the field the position of the grade it is.
    NotAbove(usize, Vec<Option<usize>>),
}

/// A closed set: no expressions, so that a rule can be read beside the text and said in words.
#[derive(Clone, Debug)]
pub enum Test {
    /// Every one.
    All(Vec<Test>),
    /// At least one.
    Any(Vec<Test>),
    /// One of these options was chosen.
    In(Place, Vec<usize>),
    /// These together are such a percentage of that.
    Share(Vec<Place>, Place, Bound),
    /// The number is so.
    Number(Place, Bound),
    /// So many of these fields say one of these options; no bound: every one, and of a grid every row.
    Occurs(Vec<(Place, Vec<usize>)>, Option<Bound>),
}

/// A comparison with a number of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Which way.
    pub compare: Compare,
    /// The number.
    pub value: Decimal,
}

/// Which way a bound is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compare {
    /// ≥
    AtLeast,
    /// ≤
    AtMost,
    /// >
    Above,
    /// <
    Below,
}

impl Compare {
    /// Every comparison with its id.
    pub const ALL: [(&'static str, Compare); 4] = [
        ("atLeast", Compare::AtLeast),
        ("atMost", Compare::AtMost),
        ("above", Compare::Above),
        ("below", Compare::Below),
    ];
}

impl Relation {
    /// Calls `see` with the position of each field it names.
    pub fn reads(&self, see: &mut dyn FnMut(usize)) {
        match self {
            Relation::Sum(parts, whole) | Relation::Mean(parts, whole) => {
                parts.iter().for_each(|at| see(at.field));
                see(whole.field);
            }
            Relation::SumIs(parts, _) => parts.iter().for_each(|at| see(at.field)),
            Relation::PartOf(part, whole) | Relation::Count(part, _, whole) => {
                see(part.field);
                see(whole.field);
            }
            Relation::Percent(percent, part, whole) => {
                [percent, part, whole].into_iter().for_each(|at| see(at.field));
            }
            Relation::Points(rows, ..) => see(*rows),
            Relation::Together(parts, wholes) => parts.iter().chain(wholes).for_each(|at| see(at.field)),
            Relation::Apart([(at, _), _]) => see(at.field),
        }
    }
}

impl Test {
    /// Calls `see` with the position of each field it looks at.
    pub fn reads(&self, see: &mut dyn FnMut(usize)) {
        match self {
            Test::All(tests) | Test::Any(tests) => tests.iter().for_each(|test| test.reads(see)),
            Test::In(at, _) | Test::Number(at, _) => see(at.field),
            Test::Share(parts, of, _) => {
                parts.iter().for_each(|at| see(at.field));
                see(of.field);
            }
            Test::Occurs(among, _) => among.iter().for_each(|(at, _)| see(at.field)),
        }
    }

    /// Calls `see` with the position of each field that something is a share of.
    fn bases(&self, see: &mut dyn FnMut(usize)) {
        match self {
            Test::All(tests) | Test::Any(tests) => tests.iter().for_each(|test| test.bases(see)),
            Test::Share(_, of, _) => see(of.field),
            _ => {}
        }
    }
}

impl Rule {
    /// Calls `see` with the position of each field that is spoken of beside the verdict: what a share of nothing is of, and
    /// the claim and the reason of a discretion clause.
    pub fn told(&self, see: &mut dyn FnMut(usize)) {
        if let RuleTest::Test(test) = &self.test {
            test.bases(see);
        }
        if let Some((claim, reason)) = self.discretion {
            see(claim);
            see(reason);
        }
    }
}

impl Form {
    /// The field or column at a place.
    pub fn at(&self, place: Place) -> Option<&Field> {
        let field = self.fields.get(place.field)?;
        match place.column {
            Some(column) => field.columns.get(column),
            None => Some(field),
        }
    }

    /// The rules of its standard; none without one.
    pub fn rules(&self) -> &[Rule] {
        self.standard.as_ref().map_or(&[], |standard| &standard.rules)
    }
}
