//! What a count of ballots shows: counts that cannot be, sums that fail, ties, and how it stands to a majority the text names.

use super::{Check, MOST_TERMS};
use crate::ballot::{INVALID, ISSUED, PRESENT, RETURNED, SUMMONED, Tally, VALID, cast, most};
use crate::decimal::{Rounding, push_digits, share, write_count, write_percent, write_signed_count};
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

/// Id and label of what is voted on, or may be marked.
pub(crate) type Named<'a> = (&'a str, &'a str);

/// What was counted, and the words for it.
pub(crate) struct BallotFacts<'a> {
    /// All groups together.
    pub(crate) total: &'a Tally,
    pub(crate) groups: &'a [Tally],
    /// What each group is called; needed when there are several.
    pub(crate) names: &'a [&'a str],
    pub(crate) items: &'a [Named<'a>],
    pub(crate) options: &'a [Named<'a>],
    pub(crate) majority: Option<&'a Majority>,
    /// Whether a valid ballot may leave an item unmarked.
    pub(crate) blank: bool,
}

/// Which count may not be more than which.
static BOUNDS: [(usize, usize); 5] =
    [(RETURNED, ISSUED), (VALID, RETURNED), (INVALID, RETURNED), (PRESENT, SUMMONED), (ISSUED, PRESENT)];

/// A count, or where it is not known the one that it may not be more than.
fn known(tally: &Tally, at: usize) -> Option<(usize, u64)> {
    (0..=at).rev().find_map(|at| tally.count(at).map(|count| (at, count)))
}

/// A position in a path.
pub(crate) fn digits(at: usize) -> String {
    let mut text = String::new();
    push_digits(&mut text, u64::try_from(at).unwrap_or(0));
    text
}

fn ballot_id(at: usize) -> &'static str {
    BALLOTS.get(at).copied().unwrap_or_default()
}

/// Everything that a count of ballots shows to be wrong or for people to decide.
pub(crate) fn of_ballot(facts: &BallotFacts<'_>, out: &mut Vec<Diagnostic>) {
    // Votes that do not add up say nothing about who has the most.
    let mut sound = vec![true; facts.items.len()];
    for (at, tally) in facts.groups.iter().enumerate() {
        let group = Group { tally, at: digits(at), name: name(facts, at) };
        group.counts(out);
        for ((item, (id, label)), sound) in facts.items.iter().enumerate().zip(&mut sound) {
            let Some((check, sum, whole)) = misfit(tally, item, facts.blank) else { continue };
            *sound = false;
            let mut found = group.found(check, &["votes", id]);
            let mut addition = String::new();
            for votes in tally.votes(item).iter().flatten().take(MOST_TERMS) {
                addition.push_str(if addition.is_empty() { "" } else { " + " });
                addition.push_str(&write_count(*votes));
            }
            let most = tally.count(whole).unwrap_or(0);
            found.text("item", label).text("addition", &addition).count("sum", sum).count("most", most);
            found.text("whole", ballot_id(whole)).text("difference", &difference(sum, most));
            out.push(found);
        }
    }
    for (item, sound) in sound.into_iter().enumerate() {
        if sound {
            outcome(facts, item, out);
        }
    }
}

/// `Chi ủy: ` in front of a sentence, when there are several groups.
fn name(facts: &BallotFacts<'_>, at: usize) -> String {
    match facts.names {
        [] | [_] => String::new(),
        names => match names.get(at) {
            Some(name) if !name.is_empty() => [name, ": "].concat(),
            _ => [&digits(at.saturating_add(1)), ": "].concat(),
        },
    }
}

struct Group<'a> {
    tally: &'a Tally,
    at: String,
    name: String,
}

impl Group<'_> {
    #[inline(never)]
    fn found(&self, check: &Check, place: &[&str]) -> Diagnostic {
        let mut found = check.found(&[&["groups", self.at.as_str()], place].concat());
        found.text("group", &self.name);
        found
    }

    fn counts(&self, out: &mut Vec<Diagnostic>) {
        for (part, whole) in BOUNDS {
            if let (Some(count), Some((whole, most))) = (self.tally.count(part), known(self.tally, whole))
                && count > most
            {
                // More ballots than ballots cannot be; a list of people may be wrong itself.
                let check = if whole < ISSUED { &MORE_THAN_VOTERS } else { &COUNT_EXCEEDS };
                let mut found = self.found(check, &[ballot_id(part)]);
                found.text("part", ballot_id(part)).text("whole", ballot_id(whole));
                found.count("count", count).count("most", most);
                out.push(found);
            }
        }
        if let [.., Some(returned), Some(valid), Some(invalid)] = self.tally.ballots {
            let sum = valid.saturating_add(invalid);
            if sum != returned && valid.max(invalid) <= returned {
                let mut found = self.found(&VALIDITY_MISMATCH, &[ballot_id(RETURNED)]);
                found.count("valid", valid).count("invalid", invalid).count("sum", sum);
                found.count("returned", returned).text("difference", &difference(sum, returned));
                out.push(found);
            }
        }
    }
}

#[inline(never)]
fn difference(sum: u64, whole: u64) -> String {
    write_signed_count(i64::try_from(sum).unwrap_or(i64::MAX).checked_sub_unsigned(whole).unwrap_or(0))
}

/// Whether the votes on an item do not fit the ballots they were cast with: their sum, and which ballots.
fn misfit(tally: &Tally, item: usize, blank: bool) -> Option<(&'static Check, u64, usize)> {
    let (sum, all) = cast(tally.votes(item));
    let (whole, most) = known(tally, VALID)?;
    match () {
        () if all && !blank && whole == VALID && sum != most => Some((&VOTES_MISMATCH, sum, whole)),
        () if sum > most => Some((&VOTES_EXCEED, sum, whole)),
        () => None,
    }
}

/// Ties and majorities, of all groups together.
fn outcome(facts: &BallotFacts<'_>, item: usize, out: &mut Vec<Diagnostic>) {
    let Some((id, label)) = facts.items.get(item) else { return };
    let (total, cast) = (facts.total, facts.total.votes(item));
    let votes = |at: usize| cast.get(at).copied().flatten().unwrap_or(0);
    let option = |at: usize| facts.options.get(at).map_or("", |(_, label)| *label);
    let lead = most(cast);
    let leading = || lead.iter().map(|at| option(*at)).collect::<Vec<&str>>().join(", ");
    if let [first, _, ..] = lead.as_slice() {
        let mut found = TIE.found(&["items", id]);
        found.text("item", label).text("options", &leading()).count("votes", votes(*first));
        out.push(found);
    }
    let Some(majority) = facts.majority else { return };
    let (above, of) = (&majority.above, majority.of.value);
    let (Some(carried), Some(base)) = (total.carried(item, majority, of), total.count(of)) else { return };
    let needed = |base| total.needed(above.value, base).unwrap_or(0);
    let mut told = |check: &Check, at: usize, option: &str, other| {
        let mut found = check.found(&["items", id]);
        found.text("item", label).text("option", option).count("votes", votes(at)).count("base", base);
        found.text("of", ballot_id(of)).count("needed", needed(of)).percent("percent", above.value);
        found.cite(&above.cite);
        if let Some(exact) = share(votes(at), base, 2, Rounding::HalfUp) {
            found.text("share", &write_percent(exact));
        }
        if let Some(other) = other {
            found.text("other", ballot_id(other)).count("otherBase", total.count(other).unwrap_or(0));
            found.count("otherNeeded", needed(other));
        }
        out.push(found);
    };
    match (carried, majority.options.is_empty(), lead.first()) {
        (Some(at), false, _) => told(&THRESHOLD_PASSED, at, option(at), None),
        (None, true, Some(first)) => told(&NO_MAJORITY, *first, &leading(), None),
        _ => {}
    }
    if !majority.of.basis.is_settled()
        && let Some(other) = total.differs(item, majority, carried)
        && let Some(at) = carried.or_else(|| total.carried(item, majority, other).flatten())
    {
        told(&BASES_DISAGREE, at, option(at), Some(other));
    }
}

/// More reach a goal than there are.
pub(crate) fn of_target(id: &str, label: &str, count: u64, base: u64) -> Diagnostic {
    let mut found = TARGET_EXCEEDS.found(&["counts", id]);
    found.text("target", label).count("count", count).count("base", base);
    found
}
