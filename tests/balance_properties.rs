//! The fewest changes that bring a group, or a tree of units, within its quota, held against trying everything.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    missing_docs,
    reason = "a test may stop at the first surprise"
)]

use std::sync::LazyLock;

use proptest::prelude::*;
use xeploai::decimal::Rounding;
use xeploai::quota::{GroupSize, outcome};
use xeploai::{Engine, EngineOptions, Locale, rulebook::library};

/// Made once: compiling a rulebook takes longer than all that is tried with it.
static ENGINE: LazyLock<Engine> = LazyLock::new(engine);

fn engine() -> Engine {
    let sources = library::sources().unwrap();
    let options = EngineOptions {
        rulebooks: &sources,
        family: None,
        overlay: None,
        as_of: "2025-12-31",
        readings: &[],
        accept: &[],
        locale: Locale::Vi,
    };
    Engine::new(&options).unwrap()
}

/// Whether so many excellent are too many, by fractions and for one reading: never through the code under test.
fn passes([excellent, good, fair, poor]: [u64; 4], reading: usize, percent: u64, rounding: Rounding) -> bool {
    let base = [excellent + good, good, excellent + good + fair + poor][reading];
    let hundredths = base * percent;
    let up = match rounding {
        Rounding::Ceil => 99,
        Rounding::HalfUp => 50,
        _ => 0,
    };
    excellent <= (hundredths + up) / 100
}

/// How many people have another grade.
fn changed(before: [u64; 4], after: [u64; 4]) -> u64 {
    before.iter().zip(after).map(|(before, after)| before.saturating_sub(after)).sum()
}

/// Every way to rate as many people.
fn every_tally(people: u64) -> Vec<[u64; 4]> {
    let mut all = Vec::new();
    for excellent in 0..=people {
        for good in 0..=people - excellent {
            for fair in 0..=people - excellent - good {
                all.push([excellent, good, fair, people - excellent - good - fair]);
            }
        }
    }
    all
}

proptest! {
    #[test]
    fn no_other_set_of_changes_is_smaller_whoever_moves_where(
        tally in prop::array::uniform4(0_u64..6), reading in 0_usize..3,
        rounding in prop::sample::select(vec![Rounding::Floor, Rounding::HalfUp, Rounding::Ceil])
    ) {
        let engine = &*ENGINE;
        let mut rule = engine.rulebook().quotas.iter().find(|rule| rule.id == "member-htxsnv").unwrap().clone();
        rule.rounding.value = rounding;
        let subject = &engine.rulebook().subjects[rule.subject];
        let counts = tally.map(Some);
        let found = outcome(&rule, rule.percent.value, &rule.readings[reading], subject, &counts, GroupSize::Known(1000));
        let within = every_tally(tally.iter().sum()).into_iter().filter(|after| passes(*after, reading, 20, rounding));
        let fewest = within.map(|after| changed(tally, after)).min().unwrap();
        // Just full is not over by none.
        prop_assert_eq!(found.over(), Some(fewest).filter(|many| *many > 0));
        // And just these are enough.
        let moved = [tally[0] - fewest, tally[1] + fewest, tally[2], tally[3]];
        prop_assert!(passes(moved, reading, 20, rounding));
    }

    #[test]
    fn a_tree_needs_no_fewer_changes_however_they_are_spread(
        branches in prop::collection::vec((0_u64..5, 0_u64..8), 3), split in 0_usize..3
    ) {
        // A top with two districts; the branches hang below one or the other, or at the top.
        let engine = &*ENGINE;
        let (at, _) = engine.rulebook().subject("member").unwrap();
        let district = |branch: usize| if branch <= split { 1 } else { 2 };
        let parents: Vec<i32> = [-1, 0, 0].into_iter().chain((0..3).map(district)).collect();
        let mut roster = engine.open_roster(at, &parents, 1).unwrap();
        for (branch, (excellent, good)) in branches.iter().enumerate() {
            let unit = u32::try_from(branch + 3).unwrap();
            for (grade, count) in [(0_u8, *excellent), (1, *good)] {
                for _ in 0..count {
                    roster.add(&[unit], &[grade], &[], &[]);
                }
            }
        }
        let rolled = engine.roll_up(at, &roster);
        // Every way to take some of the excellent of each branch away.
        let mut fewest = u64::MAX;
        let most: Vec<u64> = branches.iter().map(|(excellent, _)| *excellent).collect();
        for a in 0..=most[0] {
            for b in 0..=most[1] {
                for c in 0..=most[2] {
                    let moves = [a, b, c];
                    let unit = |belongs: &dyn Fn(usize) -> bool| {
                        let own = (0..3).filter(|branch| belongs(*branch));
                        own.fold([0, 0, 0, 0], |sum, branch| {
                            let (excellent, good) = branches[branch];
                            [sum[0] + excellent - moves[branch], sum[1] + good + moves[branch], 0, 0]
                        })
                    };
                    let holds = |tally| passes(tally, 0, 20, Rounding::Floor);
                    let single = (0..3).all(|branch| holds(unit(&|other| other == branch)));
                    let districts = [1, 2].into_iter().all(|one| holds(unit(&|branch| district(branch) == one)));
                    if single && districts && holds(unit(&|_| true)) {
                        fewest = fewest.min(a + b + c);
                    }
                }
            }
        }
        prop_assert_eq!(rolled.quotas[0].moves[0], fewest);
    }
}
