//! Ballots and goals for any figures, held against counting in 128 bits and against the definitions; and for any cells at all.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    missing_docs,
    reason = "a test may stop at the first surprise"
)]

use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::Value;
use xeploai::ballot::{most, reach};
use xeploai::border;
use xeploai::decimal::{Decimal, MAX_COUNT, Typed};
use xeploai::rulebook::library;
use xeploai::{BallotInput, BallotOn, Engine, EngineOptions, Locale, VoterGroup};

/// Made once: reading every rulebook takes longer than any question.
static ENGINE: LazyLock<Engine> = LazyLock::new(engine);

fn engine() -> Engine {
    let sources = library::sources().unwrap();
    let options = EngineOptions {
        rulebooks: &sources,
        family: None,
        overlay: None,
        as_of: "2025-12-31",
        readings: &[],
        accept: &["member-grade.majority"],
        locale: Locale::Vi,
    };
    Engine::new(&options).unwrap()
}

/// The position of `member-grade` among the rulebook's ballots.
fn member_grade(engine: &Engine) -> usize {
    engine.rulebook().ballots.iter().position(|one| one.id == "member-grade").unwrap()
}

fn any_cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        (0..=MAX_COUNT).prop_map(|count| count.to_string()),
        (0..30_u64).prop_map(|count| count.to_string()),
        prop::sample::select(vec!["03", "Không", "1.2", "1.234", "5%", "-1", "x", "\u{1}1.5", "12 phiếu"])
            .prop_map(str::to_owned),
        "\\PC{0,12}",
    ]
}

proptest! {
    #[test]
    fn a_goal_is_reached_exactly_when_the_fraction_says_so(
        tenths in 0..=1000_u64, base in 0..=MAX_COUNT, part in 0..=1_000_000_u64
    ) {
        let count = (u128::from(base) * u128::from(part) / 1_000_000) as u64;
        let percent = Decimal::new(i64::try_from(tenths).unwrap(), 1);
        let reach = reach(percent, count, base);
        // Tenths of a percent: count / base >= tenths / 1000.
        let enough = |count: u64| u128::from(count) * 1000 >= u128::from(tenths) * u128::from(base);
        prop_assert_eq!(reach.reached, (base > 0).then(|| enough(count)));
        prop_assert!(enough(reach.needed), "as many as needed are enough");
        prop_assert!(reach.needed == 0 || !enough(reach.needed - 1), "one fewer is not");
        prop_assert_eq!(reach.more, reach.needed.saturating_sub(count));
    }

    #[test]
    fn the_option_with_a_majority_is_the_only_one_that_more_than_half_voted_for(
        votes in prop::collection::vec(0..=40_u64, 4), away in 0..=20_u64
    ) {
        let engine = &*ENGINE;
        let valid: u64 = votes.iter().sum();
        let members = valid + away;
        let typed = |count: u64| count.to_string();
        let cells: Vec<String> = votes.iter().copied().map(typed).collect();
        let (summoned, returned) = (typed(members), typed(valid));
        let mut ballots = [Typed::Blank; 6];
        (ballots[0], ballots[3], ballots[4]) = (Typed::Text(&summoned), Typed::Text(&returned), Typed::Text(&returned));
        let input = BallotInput {
            on: BallotOn::Rule(member_grade(engine)),
            base: None,
            blank: false,
            items: vec![("an", "An")],
            groups: vec![VoterGroup { label: "", ballots, votes: cells.iter().map(|cell| Typed::Text(cell)).collect() }],
        };
        let report = engine.ballot(&input).unwrap();
        let carried = votes.iter().position(|votes| 2 * votes > members);
        let (needed, decided) = report.majorities[0].unwrap();
        prop_assert_eq!(decided, Some(carried));
        prop_assert!(2 * needed.unwrap() > members && 2 * (needed.unwrap() - 1) <= members);
        let largest = votes.iter().max().copied().unwrap();
        let best: Vec<usize> = (0..4).filter(|at| largest > 0 && votes[*at] == largest).collect();
        prop_assert_eq!(&report.most[0], &best);
        let has = |code: &str| report.diagnostics.iter().any(|found| found.code == code);
        prop_assert_eq!(has("ballot.tie"), best.len() > 1);
        prop_assert_eq!(has("ballot.no-majority"), carried.is_none() && largest > 0);
        // On the valid ballots the answer may be another; that is said exactly when it is.
        let of_valid = votes.iter().position(|votes| 2 * votes > valid);
        prop_assert_eq!(has("ballot.bases-disagree"), of_valid != carried);
        prop_assert!(!report.diagnostics.iter().any(|found| found.severity == "error"));
    }

    #[test]
    fn all_groups_together_are_the_sum_of_each(
        groups in prop::collection::vec((prop::collection::vec(0..=MAX_COUNT, 4), 0..=6_usize), 1..5)
    ) {
        let engine = &*ENGINE;
        let subject = engine.rulebook().subject("member").unwrap().0;
        let texts: Vec<Vec<String>> = groups
            .iter()
            .map(|(votes, blank)| {
                let text = |(at, votes): (usize, &u64)| if at == *blank { String::new() } else { votes.to_string() };
                votes.iter().enumerate().map(text).collect()
            })
            .collect();
        let input = BallotInput {
            on: BallotOn::Subject(subject),
            base: None,
            blank: true,
            items: vec![("an", "An")],
            groups: texts
                .iter()
                .map(|row| VoterGroup {
                    label: "",
                    ballots: [Typed::Blank; 6],
                    votes: row.iter().map(|cell| if cell.is_empty() { Typed::Blank } else { Typed::Text(cell) }).collect(),
                })
                .collect(),
        };
        let report = engine.ballot(&input).unwrap();
        for option in 0..4 {
            let known = groups.iter().all(|(_, blank)| *blank != option);
            let sum: u64 = groups.iter().map(|(votes, _)| votes[option]).sum();
            prop_assert_eq!(report.total.votes[0][option], known.then_some(sum));
        }
        let whole = report.total.votes[0].iter().all(Option::is_some);
        prop_assert!(whole || most(&report.total.votes[0]).is_empty(), "nobody leads while votes are missing");
    }

    // A group has six counts at least (`js/src/ballot.ts`); a text without a single cell says that there is no group.
    #[test]
    fn whatever_is_typed_there_is_an_answer_that_is_json(
        label in "\\PC{0,20}", id in "\\PC{0,20}", cells in prop::collection::vec(any_cell(), 6..40), rule in -2..5_i32,
        subject in -1..5_i32, base in -2..9_i32, blank: bool, groups in 0..4_usize
    ) {
        let engine = &*ENGINE;
        let group = [vec![label.clone()], cells].concat().join("\u{1F}");
        let group = vec![group; groups].join("\u{1E}");
        let items = [id.as_str(), &label, "b", "B"].join("\u{1F}");
        if let Ok(text) = border::ballot::ballot(engine, rule, subject, base, blank, &items, &group) {
            let report: Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(report["tallies"].as_array().unwrap().len(), 1 + groups);
        }
        let report: Value = serde_json::from_str(&border::ballot::targets(engine, &group)).unwrap();
        prop_assert!(report["diagnostics"].is_array());
    }
}
