//! The shape of a rulebook, of an overlay's own members, and of a portal's own table: the format of
//! `regulations/FORMAT.md` as data.

use super::shape::Shape::{
    Any, Count, Date, Id, Keyed, List, Number, Percent, Record, Ref, Text, Truth, TruthOr, Word,
};
use super::shape::{Local, Member, Shape};

const fn must(name: &'static str, shape: &'static Shape) -> Member {
    (name, true, Local::Law, shape)
}
const fn may(name: &'static str, shape: &'static Shape) -> Member {
    (name, false, Local::Law, shape)
}
/// May be left out, and a local text may give it, or add to it.
const fn open(name: &'static str, shape: &'static Shape) -> Member {
    (name, false, Local::Open, shape)
}
/// What else a local text may do with a member.
const fn local((name, must, _, shape): Member, local: Local) -> Member {
    (name, must, local, shape)
}

static LABEL: Shape = Record(&[must("vi", &Text), may("en", &Text)]);
const LABELLED: Member = local(must("label", &LABEL), Local::Free);
/// A label that may be left out.
const CALLED: Member = local(may("label", &LABEL), Local::Free);
const NOTED: Member = local(may("note", &LABEL), Local::Free);
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
        Record(&[must("value", $value), must("cite", &CITATION), must("basis", &BASIS), NOTED])
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
    local(must("citations", &Keyed(&CITED)), Local::Open),
    must("grades", &Keyed(&Record(&[LABELLED, must("short", &Text), may("within", &Text)]))),
    must("subjects", &Keyed(&Record(&[LABELLED, must("noun", &LABEL), must("grades", &List(&GRADE))]))),
    open("quotas", &Keyed(&QUOTA)),
    open("tables", &Keyed(&TABLE)),
    local(may("openQuestions", &Keyed(&LABEL)), Local::Free),
    open("marks", &Keyed(&Record(&[LABELLED]))),
    open("exclusions", &Keyed(&EXCLUSION)),
    open("deadlines", &Keyed(&DEADLINE)),
    open("terms", &Keyed(&TERM)),
    open("ballots", &Keyed(&BALLOT)),
    open("targets", &Keyed(&TARGET)),
    open("criteria", &Keyed(&TREE)),
    open("standards", &Keyed(&STANDARD)),
    open("fields", &Keyed(&FIELD)),
    open("forms", &Keyed(&FORM)),
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
    may("local", &Truth),
]);

static QUOTA: Shape = Record(&[
    LABELLED,
    must("subject", &SUBJECT),
    must("grade", &Text),
    local(must("percent", &PERCENT_FACT), Local::Less),
    local(may("raised", &PERCENT_FACT), Local::Less),
    local(
        must("readings", &Keyed(&Record(&[CALLED, must("grades", &TEXTS), must("fromText", &Truth)]))),
        Local::Open,
    ),
    must("enforced", &TEXT_FACT),
    must("rounding", &ROUNDING_FACT),
    open(
        "smallGroup",
        &Record(&[must("below", &COUNT_FACT), local(must("atMost", &COUNT_FACT), Local::Less)]),
    ),
    open("group", &LABEL_FACT),
    open("overflow", &LABEL_FACT),
    open("head", &HEAD_FACT),
]);

static TABLE: Shape = Record(&[
    LABELLED,
    may("subject", &SUBJECT),
    local(
        must(
            "rows",
            &Keyed(&Record(&[
                CALLED,
                may("kind", &ROW_KIND),
                may("of", &Text),
                may("base", &Text),
                may("grade", &Text),
            ])),
        ),
        Local::Open,
    ),
    may("cite", &CITATION),
]);

static EXCLUSION: Shape =
    Record(&[LABELLED, may("reviewed", &Truth), must("cite", &CITATION), must("basis", &BASIS), NOTED]);

static DEADLINE: Shape = Record(&[
    LABELLED,
    may("month", &Count),
    may("day", &Count),
    may("yearAfter", &Truth),
    may("workingDaysBefore", &Count),
    must("cite", &CITATION),
    must("basis", &BASIS),
    NOTED,
]);

static TERM: Shape = Record(&[
    LABELLED,
    must("subject", &SUBJECT),
    must("grade", &Text),
    must("cite", &CITATION),
    must("basis", &BASIS),
    NOTED,
]);

static BALLOT: Shape = Record(&[
    LABELLED,
    may("subject", &SUBJECT),
    may("criteria", &Ref("criteria", "a tree of criteria")),
    may("options", &Keyed(&LABEL)),
    must("base", &BASE_FACT),
    may("majority", &Record(&[must("above", &PERCENT_FACT), must("of", &BASE_FACT), may("options", &TEXTS)])),
    must("cite", &CITATION),
    must("basis", &BASIS),
    NOTED,
]);

static TARGET: Shape = Record(&[LABELLED, must("of", &LABEL), must("atLeast", &PERCENT_FACT)]);

static TREE: Shape = Record(&[
    LABELLED,
    must("cite", &CITATION),
    must("basis", &BASIS),
    NOTED,
    local(
        must(
            "items",
            &Keyed(&Record(&[
                LABELLED,
                may("of", &Text),
                open("max", &Number),
                open("step", &Number),
                open("required", &Truth),
                may("marks", &Truth),
            ])),
        ),
        Local::Open,
    ),
]);

static STANDARD: Shape = Record(&[
    LABELLED,
    must("subject", &SUBJECT),
    open("score", &Text),
    local(may("bands", &Keyed(&NUMBER_FACT)), Local::More),
    open("otherwise", &TEXT_FACT),
    open("conflict", &CONFLICT_FACT),
    open("conditions", &Keyed(&RULE)),
    open("triggers", &Keyed(&RULE)),
    open("caps", &Keyed(&RULE)),
]);

static RULE: Shape = Record(&[
    CALLED,
    may("grades", &TEXTS),
    may("to", &Text),
    may("notAbove", &Text),
    may("test", &TEST),
    may("discretion", &Record(&[must("field", &Text), must("reason", &Text)])),
    must("cite", &CITATION),
    must("basis", &BASIS),
    NOTED,
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
    LABELLED,
    may("kind", &KIND),
    open("max", &Number),
    open("step", &Number),
    open("cite", &CITATION),
    open("basis", &BASIS),
    NOTED,
    open("range", &DATE_RANGE),
    may("options", &Keyed(&LABEL)),
    may("subject", &SUBJECT),
    open("columns", &Keyed(&FIELD)),
    open("explainNone", &Truth),
    open("required", &Truth),
]);

static FORM: Shape = Record(&[
    LABELLED,
    may("number", &Text),
    may("subject", &SUBJECT),
    open("standard", &Ref("standards", "a standard")),
    open("grade", &Text),
    open("reason", &Text),
    may("role", &TEST),
    may("head", &TEST),
    must("cite", &CITATION),
    must("basis", &BASIS),
    NOTED,
    local(must("sections", &Keyed(&SECTION)), Local::Open),
    open("relations", &Keyed(&RELATION)),
]);

static SECTION: Shape = Record(&[
    LABELLED,
    open("criteria", &Ref("criteria", "a tree of criteria")),
    open("fields", &Keyed(&Record(&[open("required", &TruthOr(&TEST)), CALLED]))),
]);

static RELATION: Shape = Record(&[
    CALLED,
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
    NOTED,
]);

/// In the order of the test that holds them against the tables they are read with.
#[cfg(test)]
pub(super) static WORDS: [&Shape; 6] = [&BASIS, &ROUNDING, &ROW_KIND, &KIND, &DATE_RANGE, &BASE];
