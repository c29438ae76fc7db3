//! What must hold for any figures, checked against independent arithmetic.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::string_slice,
    missing_docs,
    reason = "a test may stop at the first surprise"
)]

use proptest::prelude::*;
use xeploai::breakdown::{Cell, fill};
use xeploai::date::Date;
use xeploai::decimal::{
    self, Decimal, FieldKind, MAX_COUNT, NumberReading, Rounding, read_number, share, write_count,
};
use xeploai::diagnostic::Severity;
use xeploai::quota::{GroupSize, outcome};
use xeploai::rulebook::{Table, Value, compile, compile_table, faults, library};
use xeploai::{Engine, EngineOptions, Locale, border};

fn hd21() -> Engine {
    let sources = library::sources().unwrap();
    let options = EngineOptions {
        rulebooks: &sources,
        family: None,
        overlay: None,
        as_of: "2020-12-31",
        readings: &[],
        accept: &[],
        locale: Locale::Vi,
    };
    Engine::new(&options).unwrap()
}

/// `numerator / denominator` rounded, by comparing fractions in 128 bits; never through the code under test.
fn by_fractions(numerator: u128, denominator: u128, rounding: Rounding) -> u128 {
    let below = numerator / denominator;
    let twice_rest = 2 * (numerator - below * denominator);
    let up = match rounding {
        Rounding::Floor | Rounding::Truncate => false,
        Rounding::Ceil => twice_rest > 0,
        Rounding::HalfUp => twice_rest >= denominator,
        Rounding::HalfEven => twice_rest > denominator || (twice_rest == denominator && below % 2 == 1),
    };
    below + u128::from(up)
}

fn any_rounding() -> impl Strategy<Value = Rounding> {
    prop::sample::select(Rounding::ALL.map(|(_, rounding)| rounding).to_vec())
}

proptest! {
    #[test]
    fn a_share_is_the_exact_fraction_rounded_once(
        count in 0..=MAX_COUNT, base in 1..=MAX_COUNT, decimals in 0_u32..=6, rounding in any_rounding()
    ) {
        let exact = by_fractions(u128::from(count) * 100 * 10_u128.pow(decimals), u128::from(base), rounding);
        let share = share(count, base, decimals, rounding).unwrap();
        prop_assert_eq!((share.mantissa() as u128, share.scale()), (exact, decimals));
    }

    #[test]
    fn a_written_count_reads_back_in_every_writing(count in 0..=MAX_COUNT) {
        let value = NumberReading::Value(Decimal::from(count));
        let dotted = write_count(count);
        for written in [dotted.clone(), count.to_string(), dotted.replace('.', ","), dotted.replace('.', "\u{A0}"),
            format!(" {dotted} đồng chí"), format!("0{count}")] {
            let expected = if written.starts_with('0') && written.len() > 10 { continue } else { &value };
            prop_assert_eq!(&read_number(&written, FieldKind::Count), expected, "{}", written);
        }
    }

    #[test]
    fn the_beginning_of_a_number_is_never_wrong(count in 0..=MAX_COUNT) {
        let written = write_count(count);
        for end in 1..written.len() {
            let reading = read_number(&written[..end], FieldKind::Count);
            prop_assert!(!matches!(reading, NumberReading::Wrong(_)), "{} is {:?}", &written[..end], reading);
        }
    }

    #[test]
    fn any_text_is_read_without_failing(text in any::<String>(), kind in 0..3) {
        let kind = [FieldKind::Count, FieldKind::Percent, FieldKind::Score][kind as usize];
        let _ = read_number(&text, kind);
        let _ = decimal::read_machine_number(&text, kind);
    }

    #[test]
    fn the_limit_is_the_largest_number_that_still_passes_when_people_move(
        used in 0_u64..60, next in 0_u64..200, below in 0_u64..40, rounding in any_rounding(), reading in 0_usize..3
    ) {
        let engine = hd21();
        let mut rule = engine.rulebook().quotas.iter().find(|rule| rule.id == "member-htxsnv").unwrap().clone();
        rule.rounding.value = rounding;
        let subject = &engine.rulebook().subjects[rule.subject];
        let tally = [Some(used), Some(next), Some(below), Some(0)];
        let found = outcome(&rule, rule.percent.value, &rule.readings[reading], subject, &tally, GroupSize::Known(1000));
        // Moving people one by one and asking of each state whether it passes, with fractions.
        let places = |excellent: u64, good: u64| {
            let base = [excellent + good, good, excellent + good + below][reading];
            by_fractions(u128::from(base) * 20, 100, rounding)
        };
        let passes = |excellent: u64, all: u64| u128::from(excellent) <= places(excellent, all - excellent);
        let together = used + next;
        let limit = (0..=together).rev().find(|number| passes(*number, together)).unwrap();
        prop_assert_eq!(found.limit, Some(limit));
        prop_assert_eq!(found.headroom, Some(limit as i64 - used as i64));
        // One more good one at a time, until the limit grows.
        let grown = (together + 1..).find(|all| passes(limit + 1, *all)).unwrap();
        prop_assert_eq!(found.next_slot_at, Some(grown));
    }

    #[test]
    fn the_order_of_the_parts_changes_nothing(counts in prop::collection::vec(0_u64..1000, 2..9), blank in any::<prop::sample::Index>()) {
        let total: u64 = counts.iter().sum();
        let hidden = blank.index(counts.len());
        let fill_in = |order: &[usize]| {
            let table = parts(order.len());
            let cells = order.iter().map(|at| if *at == hidden { Cell::Blank } else { Cell::Count(counts[*at]) });
            let cells: Vec<Cell> = std::iter::once(Cell::Count(total)).chain(cells).collect();
            let filled = fill(&table, &cells, 2, Rounding::HalfUp);
            let mut found: Vec<_> = order.iter().zip(&filled.rows[1..]).map(|(at, row)| (*at, row.count, row.share)).collect();
            found.sort_by_key(|(at, ..)| *at);
            (found, filled.is_complete())
        };
        let forwards: Vec<usize> = (0..counts.len()).collect();
        let backwards: Vec<usize> = forwards.iter().rev().copied().collect();
        let (found, complete) = fill_in(&forwards);
        prop_assert_eq!(found[hidden].1, Some(counts[hidden]), "the missing part is the remainder");
        prop_assert_eq!((found, complete), fill_in(&backwards));
    }

    #[test]
    fn a_rulebook_cut_or_bent_anywhere_is_refused_or_understood_but_never_fails(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0..4), 1..6)
    ) {
        let mut source = library::sources().unwrap().remove(1);
        for (place, how) in cuts {
            let mut places = 0;
            count_places(&source, &mut places);
            bend(&mut source, &mut place.index(places), how);
        }
        let refused = compile(&source, None).err();
        // Faults where it is refused; elsewhere lints, of which none is an error.
        let found = faults(&source, None, Date::parse("2027-12-31"));
        prop_assert_eq!(refused.is_some(), found.iter().any(|fault| fault.severity() == Severity::Error));
    }

    #[test]
    fn any_texts_at_the_border_give_an_answer_or_an_error(a in any::<String>(), b in any::<String>(), trace in any::<bool>()) {
        let engine = hd21();
        for (at, table) in engine.rulebook().tables.iter().enumerate() {
            let _ = border::breakdown(&engine, table, &a, at as u32, at as u32, trace);
        }
        for subject in 0..6 {
            let _ = border::quota(&engine, subject, &a, &b, &b, trace);
        }
        let _ = border::calendar::working_days(&engine, &a, &b, 3);
        let _ = border::calendar::deadlines(&engine, a.len() as u32, &b);
        let _ = border::create(&a, &b, &a, &b, &a, "vi");
        let _ = border::lint_rulebook(&a, &b, "2026-11-22");
        let _ = border::select(&a, &b, &a);
        let _ = border::table(&a).map(|table| border::table_info(&table));
        let _ = border::number(&a, "count", Locale::En);
        let _ = border::format_number(&a, 2, 9, true, true);
        let _ = border::describe(&a, Locale::En);
        let _ = border::nearest(&a, &b);
    }
}

/// A whole and its parts.
fn parts(number: usize) -> Table {
    let row = |id: String, kind: &str, of: Option<&str>| {
        let mut members = vec![
            ("id".to_owned(), Value::Text(id.clone())),
            ("label".to_owned(), Value::Text(id)),
            ("kind".to_owned(), Value::Text(kind.to_owned())),
        ];
        members.extend(of.map(|of| ("of".to_owned(), Value::Text(of.to_owned()))));
        Value::Map(members)
    };
    let rows = (0..number).map(|at| row(format!("part-{at}"), "part", Some("all")));
    let rows = std::iter::once(row("all".to_owned(), "total", None)).chain(rows).collect();
    compile_table(&Value::Map(vec![("rows".to_owned(), Value::List(rows))])).unwrap()
}

fn count_places(value: &Value, places: &mut usize) {
    *places += 1;
    match value {
        Value::List(items) => items.iter().for_each(|item| count_places(item, places)),
        Value::Map(members) => members.iter().for_each(|(_, member)| count_places(member, places)),
        _ => {}
    }
}

/// Bends the value at that place: removes what is in it, or puts something else there.
fn bend(value: &mut Value, place: &mut usize, how: i32) {
    if *place == 0 {
        *value = match how {
            0 => Value::Null,
            1 => Value::Whole(-7),
            2 => Value::Text("khác".to_owned()),
            _ => Value::List(Vec::new()),
        };
        *place = usize::MAX;
        return;
    }
    if *place == usize::MAX {
        return;
    }
    *place -= 1;
    match value {
        Value::List(items) => items.iter_mut().for_each(|item| bend(item, place, how)),
        Value::Map(members) => members.iter_mut().for_each(|(_, member)| bend(member, place, how)),
        _ => {}
    }
}
