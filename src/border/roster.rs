//! A roster across the border: columns of numbers in, one column of numbers out.

use crate::engine::Engine;
use crate::roster::Roster;
use crate::rulebook::EngineError;

/// A roster that is being counted.
#[derive(Debug)]
pub struct OpenRoster {
    subject: usize,
    roster: Roster,
}

/// What is not known: no place has it.
const UNKNOWN: i32 = i32::MIN;

/// A roster of the subject at that position, still without rows.
pub fn open(
    engine: &Engine,
    subject: usize,
    parents: &[i32],
    groups: usize,
) -> Result<OpenRoster, EngineError> {
    Ok(OpenRoster { subject, roster: engine.open_roster(subject, parents, groups)? })
}

/// Counts rows; see [`Roster::add`].
pub fn add(open: &mut OpenRoster, units: &[u32], grades: &[u8], exclusions: &[u8], groups: &[u16]) {
    open.roster.add(units, grades, exclusions, groups);
}

/// How many rows could not be read, how many of them are named and which; the counts of the units, then with those below;
/// then for each quota of the subject, for each of its readings the limits, then the headrooms, then what binds, what
/// the units below may have and the fewest who must leave, all `[unit][group]`.
pub fn roll_up(engine: &Engine, open: &OpenRoster) -> Vec<i32> {
    let rolled = engine.roll_up(open.subject, &open.roster);
    let (unreadable, named) = open.roster.unreadable();
    let mut out = vec![number(unreadable), number(named.len())];
    out.extend(named.iter().map(|row| number(*row)));
    for counts in [&rolled.summed.own, &rolled.summed.all] {
        out.extend(counts.iter().map(|count| i32::try_from(*count).unwrap_or(i32::MAX)));
    }
    for quota in &rolled.quotas {
        for standings in &quota.readings {
            let limit = |at: &Option<crate::quota::Places>| at.and_then(|at| i32::try_from(at.limit).ok());
            let left = |at: &Option<crate::quota::Places>| at.and_then(|at| i32::try_from(at.headroom).ok());
            out.extend(standings.iter().map(|at| limit(at).unwrap_or(UNKNOWN)));
            out.extend(standings.iter().map(|at| left(at).unwrap_or(UNKNOWN)));
        }
        out.extend(quota.binding.iter().map(|unit| number(*unit)));
        let sums = quota.below.iter();
        out.extend(sums.map(|sum| sum.and_then(|sum| i32::try_from(sum).ok()).unwrap_or(UNKNOWN)));
        out.extend(quota.moves.iter().map(|moves| i32::try_from(*moves).unwrap_or(i32::MAX)));
    }
    out
}

fn number(value: usize) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}
