//! What a count of ballots shows: counts that cannot be, sums that fail, ties, and how it stands to a majority the text names.

use super::{Check, MOST_TERMS};
use crate::ballot::{INVALID, ISSUED, PRESENT, RETURNED, SUMMONED, Tally, VALID};
use crate::decimal::{Rounding, share, write_count, write_percent, write_signed_count};
use crate::diagnostic::Diagnostic;
use crate::rulebook::ballot::{BALLOTS, Majority};

pub(super) static COUNT_EXCEEDS: Check = Check::error("ballot.count-exceeds");
pub(super) static VALIDITY_MISMATCH: Check = Check::error("ballot.validity-mismatch");
pub(super) static VOTES_MISMATCH: Check = Check::error("ballot.votes-mismatch");
pub(super) static VOTES_EXCEED: Check = Check::error("ballot.votes-exceed");
pub(super) static MORE_THAN_VOTERS: Check = Check::warning("ballot.more-than-voters");
pub(super) static TIE: Check = Check::warning("ballot.tie");
pub(super) static NO_MAJORITY: Check = Check::warning("ballot.no-majority");
pub(super) static THRESHOLD_PASSED: Check = Check::warning("ballot.threshold-passed");
pub(super) static BASES_DISAGREE: Check = Check::warning("ballot.bases-disagree");
pub(super) static TARGET_EXCEEDS: Check = Check::error("target.count-exceeds");

/// What was counted: all groups together, and the words for it.
pub(crate) struct BallotFacts<'a> {
    pub(crate) total: &'a Tally,
    /// Each group, and what it is called in front of a sentence: empty when there is one only.
    pub(crate) groups: &'a [(Tally, String)],
    /// Id and label of what is voted on.
    pub(crate) items: &'a [(&'a str, &'a str)],
    /// Labels of the options.
    pub(crate) options: &'a [&'a str],
    pub(crate) majority: Option<&'a Majority>,
    /// Whether a valid ballot may leave an item unmarked.
    pub(crate) blank: bool,
}

/// Which count may not be more than which, and what it is when it is.
const BOUNDS: [(usize, usize, &Check); 5] = [
    (RETURNED, ISSUED, &COUNT_EXCEEDS),
    (VALID, RETURNED, &COUNT_EXCEEDS),
    (INVALID, RETURNED, &COUNT_EXCEEDS),
    (PRESENT, SUMMONED, &MORE_THAN_VOTERS),
    (ISSUED, PRESENT, &MORE_THAN_VOTERS),
];

fn ballot_id(at: usize) -> &'static str {
    BALLOTS.get(at).copied().unwrap_or_default()
}

/// Everything that a count of ballots shows to be wrong or for people to decide.
pub(crate) fn of_ballot(facts: &BallotFacts<'_>, out: &mut Vec<Diagnostic>) {
    for (at, (tally, name)) in facts.groups.iter().enumerate() {
        let group = write_count(u64::try_from(at).unwrap_or(0));
        counts(tally, name, &group, out);
        for (item, (id, label)) in facts.items.iter().enumerate() {
            if let Some(mut found) = votes(facts, tally, item, ["groups", &group, "votes", id]) {
                found.text("item", label).text("group", name);
                out.push(found);
            }
        }
    }
    for item in 0..facts.items.len() {
        outcome(facts, item, out);
    }
}

fn counts(tally: &Tally, name: &str, group: &str, out: &mut Vec<Diagnostic>) {
    for (part, whole, check) in BOUNDS {
        if let (Some(count), Some(most)) = (tally.count(part), tally.count(whole))
            && count > most
        {
            let mut found = check.found(&["groups", group, ballot_id(part)]);
            found.text("group", name).text("part", ballot_id(part)).text("whole", ballot_id(whole));
            found.count("count", count).count("most", most);
            out.push(found);
        }
    }
    if let (Some(returned), Some(valid), Some(invalid)) =
        (tally.count(RETURNED), tally.count(VALID), tally.count(INVALID))
        && valid.saturating_add(invalid) != returned
        && valid.max(invalid) <= returned
    {
        let sum = valid.saturating_add(invalid);
        let mut found = VALIDITY_MISMATCH.found(&["groups", group, ballot_id(RETURNED)]);
        found.text("group", name).count("valid", valid).count("invalid", invalid);
        found.count("sum", sum).count("returned", returned);
        found.text("difference", &difference(sum, returned));
        out.push(found);
    }
}

fn difference(sum: u64, whole: u64) -> String {
    write_signed_count(i64::try_from(sum).unwrap_or(i64::MAX).checked_sub_unsigned(whole).unwrap_or(0))
}

/// The votes on an item against the ballots they were cast with.
fn votes(facts: &BallotFacts<'_>, tally: &Tally, item: usize, path: [&str; 4]) -> Option<Diagnostic> {
    let (sum, all) = tally.cast(item);
    let whole = [VALID, RETURNED, ISSUED].into_iter().find(|at| tally.count(*at).is_some())?;
    let most = tally.count(whole)?;
    let check = match () {
        () if all && !facts.blank && whole == VALID && sum != most => &VOTES_MISMATCH,
        () if sum > most => &VOTES_EXCEED,
        () => return None,
    };
    let mut found = check.found(&path);
    let mut addition = String::new();
    let known = tally.votes.get(item).map_or(&[][..], Vec::as_slice).iter().flatten();
    for (at, votes) in known.take(MOST_TERMS).enumerate() {
        addition.push_str(if at == 0 { "" } else { " + " });
        addition.push_str(&write_count(*votes));
    }
    found.text("addition", &addition).count("sum", sum).count("most", most);
    found.text("whole", ballot_id(whole)).text("difference", &difference(sum, most));
    Some(found)
}

/// Ties and majorities, of all groups together.
fn outcome(facts: &BallotFacts<'_>, item: usize, out: &mut Vec<Diagnostic>) {
    let (id, label) = facts.items.get(item).copied().unwrap_or_default();
    let option = |at: usize| facts.options.get(at).copied().unwrap_or_default();
    let votes = |at: usize| facts.total.vote(item, at).unwrap_or(0);
    let on_item = |check: &Check| {
        let mut found = check.found(&["items", id]);
        found.text("item", label);
        found
    };
    let most = facts.total.most(item);
    // Votes that do not add up say nothing about who has the most.
    let sound = facts.groups.iter().all(|(tally, _)| votes_are_sound(facts, tally, item));
    if let (true, [first, _, ..]) = (sound, most.as_slice()) {
        let names: Vec<&str> = most.iter().map(|at| option(*at)).collect();
        let mut found = on_item(&TIE);
        found.text("options", &names.join(", ")).count("votes", votes(*first));
        out.push(found);
    }
    let Some(majority) = facts.majority.filter(|_| sound) else { return };
    let Some(carried) = facts.total.carried(item, majority, majority.of.value) else { return };
    let base = facts.total.count(majority.of.value).unwrap_or(0);
    let needed = facts.total.needed(majority.above.value, majority.of.value).unwrap_or(0);
    let told = |check: &Check, at: usize| {
        let mut found = on_item(check);
        found.text("option", option(at)).count("votes", votes(at)).count("base", base);
        found.text("of", ballot_id(majority.of.value)).count("needed", needed);
        found.percent("percent", majority.above.value).cite(&majority.above.cite);
        found
    };
    match (carried, majority.options.is_empty()) {
        (Some(at), false) => {
            let mut found = told(&THRESHOLD_PASSED, at);
            let exact = share(votes(at), base, 2, Rounding::HalfUp);
            found.text("share", &exact.map_or_else(String::new, write_percent));
            out.push(found);
        }
        (None, true) => {
            if let Some(first) = most.first() {
                out.push(told(&NO_MAJORITY, *first));
            }
        }
        _ => {}
    }
    if majority.of.basis.is_settled() {
        return;
    }
    if let Some(other) = facts.total.differs(item, majority) {
        let lead = carried.or_else(|| facts.total.carried(item, majority, other).flatten());
        let Some(at) = lead else { return };
        let mut found = told(&BASES_DISAGREE, at);
        found.text("other", ballot_id(other)).count("otherBase", facts.total.count(other).unwrap_or(0));
        found.count("otherNeeded", facts.total.needed(majority.above.value, other).unwrap_or(0));
        out.push(found.clone());
    }
}

fn votes_are_sound(facts: &BallotFacts<'_>, tally: &Tally, item: usize) -> bool {
    votes(facts, tally, item, [""; 4]).is_none()
}

/// More reach a goal than there are.
pub(crate) fn of_target(id: &str, label: &str, count: u64, base: u64) -> Option<Diagnostic> {
    (count > base).then(|| {
        let mut found = TARGET_EXCEEDS.found(&["counts", id]);
        found.text("target", label).count("count", count).count("base", base);
        found
    })
}
