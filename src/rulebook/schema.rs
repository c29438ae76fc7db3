//! The shape of a rulebook, of an overlay's own members, and of a portal's own table: the format of
//! `regulations/FORMAT.md` as data.

use super::shape::Shape::{
    Any, Count, Date, Id, Keyed, List, Number, Percent, Record, Ref, Text, Truth, TruthOr, Word,
};
use super::shape::{Member, Shape};

const fn must(name: &'static str, shape: &'static Shape) -> Member {
    (name, true, shape)
}
const fn may(name: &'static str, shape: &'static Shape) -> Member {
    (name, false, shape)
}

static LABEL: Shape = Record(&[must("vi", &Text), may("en", &Text)]);
static CITATION: Shape = Ref("citations", "a citation");
static GRADE: Shape = Ref("grades", "a grade");
static SUBJECT: Shape = Ref("subjects", "a subject");
static TEXTS: Shape = List(&Text);

/// Words are those of the tables they are read with (a test holds them together).
static BASIS: Shape = Word(&["confirmed", "secondary", "unverified", "silent"]);
static ROUNDING: Shape = Word(&["half-up", "half-even", "truncate", "floor", "ceil"]);
static HEAD: Shape = Word(&["counted", "apart"]);
static ROW_KIND: Shape = Word(&["total", "part", "of-which", "rest"]);
static KIND: Shape = Word(&[
    "text",
    "count",
    "percent",
    "score",
    "date",
    "choice",
    "yes-no",
    "mark",
    "grade",
    "exclusion",
    "rows",
]);
static DATE_RANGE: Shape = Word(&["past", "period"]);
/// In the order of `ballot::BALLOTS`.
static BASE: Shape = Word(&["summoned", "present", "issued", "returned", "valid"]);
static CONFLICT: Shape = Word(&["refer", "highest-that-holds"]);

macro_rules! fact {
    ($value:expr) => {
        Record(&[must("value", $value), must("cite", &CITATION), must("basis", &BASIS), may("note", &LABEL)])
    };
}
static PERCENT_FACT: Shape = fact!(&Percent);
static NUMBER_FACT: Shape = fact!(&Number);
static COUNT_FACT: Shape = fact!(&Count);
static TEXT_FACT: Shape = fact!(&Text);
static ROUNDING_FACT: Shape = fact!(&ROUNDING);
static LABEL_FACT: Shape = fact!(&LABEL);
static HEAD_FACT: Shape = fact!(&HEAD);
static CONFLICT_FACT: Shape = fact!(&CONFLICT);
static BASE_FACT: Shape = fact!(&BASE);

/// A rulebook.
pub(super) static RULEBOOK: Shape = Record(&[
    must("format", &Count),
    must("id", &Id),
    must("version", &Text),
    must("reviewed", &Date),
    must("title", &LABEL),
    must("effective", &Record(&[must("from", &Date), may("until", &Date)])),
    may("families", &List(&Id)),
    may("supersedes", &Text),
    must("citations", &Keyed(&CITED)),
    must("grades", &Keyed(&Record(&[must("label", &LABEL), must("short", &Text), may("within", &Text)]))),
    must(
        "subjects",
        &Keyed(&Record(&[must("label", &LABEL), must("noun", &LABEL), must("grades", &List(&GRADE))])),
    ),
    may("quotas", &Keyed(&QUOTA)),
    may("tables", &Keyed(&TABLE)),
    may("openQuestions", &Keyed(&LABEL)),
    may("marks", &Keyed(&Record(&[must("label", &LABEL)]))),
    may("exclusions", &Keyed(&EXCLUSION)),
    may("deadlines", &Keyed(&DEADLINE)),
    may("terms", &Keyed(&TERM)),
    may("ballots", &Keyed(&BALLOT)),
    may("targets", &Keyed(&TARGET)),
    may("criteria", &Keyed(&TREE)),
    may("standards", &Keyed(&STANDARD)),
    may("fields", &Keyed(&FIELD)),
    may("forms", &Keyed(&FORM)),
]);

/// An overlay. What it lays over a rulebook is held against [`RULEBOOK`] once it is laid over.
pub(super) static OVERLAY: Shape = Record(&[
    must("id", &Text),
    must("title", &LABEL),
    must("version", &Text),
    must("reviewed", &Date),
    must("over", &Text),
    may("citations", &Any),
    may("quotas", &Any),
    may("tables", &Any),
    may("openQuestions", &Any),
    may("marks", &Any),
    may("exclusions", &Any),
    may("deadlines", &Any),
    may("terms", &Any),
    may("ballots", &Any),
    may("targets", &Any),
    may("criteria", &Any),
    may("standards", &Any),
    may("fields", &Any),
    may("forms", &Any),
]);

/// A table a portal made itself.
pub(super) static OWN_TABLE: Shape = Record(&[must(
    "rows",
    &List(&Record(&[
        must("id", &Id),
        must("label", &Text),
        must("kind", &ROW_KIND),
        may("of", &Text),
        may("base", &Text),
    ])),
)]);

/// One may say `of` an earlier one and repeat only what differs.
static CITED: Shape = Record(&[
    may("of", &Text),
    may("number", &Text),
    may("issuer", &Text),
    may("issued", &Date),
    may("undated", &Truth),
    may("article", &Text),
    may("clause", &Text),
    may("point", &Text),
    may("title", &Text),
    may("url", &Text),
]);

static QUOTA: Shape = Record(&[
    must("label", &LABEL),
    must("subject", &SUBJECT),
    must("grade", &Text),
    must("percent", &PERCENT_FACT),
    may("raised", &PERCENT_FACT),
    must(
        "readings",
        &Keyed(&Record(&[must("label", &LABEL), must("grades", &TEXTS), must("fromText", &Truth)])),
    ),
    must("enforced", &TEXT_FACT),
    must("rounding", &ROUNDING_FACT),
    may("smallGroup", &Record(&[must("below", &COUNT_FACT), must("atMost", &COUNT_FACT)])),
    may("group", &LABEL_FACT),
    may("overflow", &LABEL_FACT),
    may("head", &HEAD_FACT),
]);

static TABLE: Shape = Record(&[
    must("label", &LABEL),
    may("subject", &SUBJECT),
    must(
        "rows",
        &Keyed(&Record(&[
            must("label", &LABEL),
            must("kind", &ROW_KIND),
            may("of", &Text),
            may("base", &Text),
            may("grade", &Text),
        ])),
    ),
    may("cite", &CITATION),
]);

static EXCLUSION: Shape = Record(&[
    must("label", &LABEL),
    may("reviewed", &Truth),
    must("cite", &CITATION),
    must("basis", &BASIS),
    may("note", &LABEL),
]);

static DEADLINE: Shape = Record(&[
    must("label", &LABEL),
    may("month", &Count),
    may("day", &Count),
    may("yearAfter", &Truth),
    may("workingDaysBefore", &Count),
    must("cite", &CITATION),
    must("basis", &BASIS),
    may("note", &LABEL),
]);

static TERM: Shape = Record(&[
    must("label", &LABEL),
    must("subject", &SUBJECT),
    must("grade", &Text),
    must("cite", &CITATION),
    must("basis", &BASIS),
    may("note", &LABEL),
]);

static BALLOT: Shape = Record(&[
    must("label", &LABEL),
    may("subject", &SUBJECT),
    may("criteria", &Ref("criteria", "a tree of criteria")),
    may("options", &Keyed(&LABEL)),
    must("base", &BASE_FACT),
    may("majority", &Record(&[must("above", &PERCENT_FACT), must("of", &BASE_FACT), may("options", &TEXTS)])),
    must("cite", &CITATION),
    must("basis", &BASIS),
    may("note", &LABEL),
]);

static TARGET: Shape = Record(&[must("label", &LABEL), must("of", &LABEL), must("atLeast", &PERCENT_FACT)]);

static TREE: Shape = Record(&[
    must("label", &LABEL),
    must("cite", &CITATION),
    must("basis", &BASIS),
    may("note", &LABEL),
    must(
        "items",
        &Keyed(&Record(&[
            must("label", &LABEL),
            may("of", &Text),
            may("max", &Number),
            may("step", &Number),
            may("required", &Truth),
            may("marks", &Truth),
        ])),
    ),
]);

static STANDARD: Shape = Record(&[
    must("label", &LABEL),
    must("subject", &SUBJECT),
    may("score", &Text),
    may("bands", &Keyed(&NUMBER_FACT)),
    may("otherwise", &TEXT_FACT),
    may("conflict", &CONFLICT_FACT),
    may("conditions", &Keyed(&RULE)),
    may("triggers", &Keyed(&RULE)),
    may("caps", &Keyed(&RULE)),
]);

static RULE: Shape = Record(&[
    must("label", &LABEL),
    may("grades", &TEXTS),
    may("to", &Text),
    may("notAbove", &Text),
    may("test", &TEST),
    may("discretion", &Record(&[must("field", &Text), must("reason", &Text)])),
    must("cite", &CITATION),
    must("basis", &BASIS),
    may("note", &LABEL),
]);

static TESTS: Shape = List(&TEST);
static TEST: Shape = Record(&[
    may("all", &TESTS),
    may("any", &TESTS),
    may("field", &Text),
    may("in", &TEXTS),
    may("share", &TEXTS),
    may("of", &Text),
    may("number", &Text),
    may("marks", &TEXTS),
    may("occurs", &TEXTS),
    may("every", &Truth),
    // A bound, or the mark that is asked for.
    may("atLeast", &Shape::Either),
    may("atMost", &Number),
    may("above", &Number),
    may("below", &Number),
]);

static FIELD: Shape = Record(&[
    must("label", &LABEL),
    must("kind", &KIND),
    may("max", &Number),
    may("step", &Number),
    may("cite", &CITATION),
    may("basis", &BASIS),
    may("note", &LABEL),
    may("range", &DATE_RANGE),
    may("options", &Keyed(&LABEL)),
    may("subject", &SUBJECT),
    may("columns", &Keyed(&FIELD)),
    may("explainNone", &Truth),
    may("required", &Truth),
]);

static FORM: Shape = Record(&[
    must("label", &LABEL),
    may("number", &Text),
    must("subject", &SUBJECT),
    may("standard", &Ref("standards", "a standard")),
    may("grade", &Text),
    may("reason", &Text),
    may("role", &TEST),
    may("head", &TEST),
    must("cite", &CITATION),
    must("basis", &BASIS),
    may("note", &LABEL),
    must("sections", &Keyed(&SECTION)),
    may("relations", &Keyed(&RELATION)),
]);

static SECTION: Shape = Record(&[
    must("label", &LABEL),
    may("criteria", &Ref("criteria", "a tree of criteria")),
    may("fields", &Keyed(&Record(&[may("required", &TruthOr(&TEST)), may("label", &LABEL)]))),
]);

static RELATION: Shape = Record(&[
    may("label", &LABEL),
    may("sum", &TEXTS),
    may("is", &Shape::Either),
    may("part", &Text),
    may("of", &Text),
    may("percent", &Text),
    may("mean", &TEXTS),
    may("points", &Text),
    may("weight", &Text),
    may("step", &Number),
    may("count", &Text),
    may("in", &TEXTS),
    may("cite", &CITATION),
    may("basis", &BASIS),
    may("note", &LABEL),
]);

/// In the order of the test that holds them against the tables they are read with.
#[cfg(test)]
pub(super) static WORDS: [&Shape; 6] = [&BASIS, &ROUNDING, &ROW_KIND, &KIND, &DATE_RANGE, &BASE];
