//! The higher rate of a group, as typed: read once, before any quota is asked whether it stands.

use super::breakdown::text_of;
use crate::checks::unreadable;
use crate::decimal::{FieldKind, NumberReading, Typed, WhyWrong};
use crate::diagnostic::Diagnostic;
use crate::quota::Decided;

/// A higher rate that the competent level decided for the group.
#[derive(Clone, Copy, Debug)]
pub struct RaisedInput<'a> {
    /// The rate, in percent, as typed; blank when there is none.
    pub percent: Typed<'a>,
    /// Why the body is outstanding, without spaces around it; empty when missing.
    pub reason: &'a str,
    /// The number of the decision; the same.
    pub decision: &'a str,
}

impl Default for RaisedInput<'_> {
    fn default() -> Self {
        RaisedInput { percent: Typed::Blank, reason: "", decision: "" }
    }
}

/// As many decimals as a rulebook's percentages have; with more, products would not fit 64 bits.
const MOST_DECIMALS: u32 = 4;

/// The rate and what is wrong with it; `None` while none can be read.
pub(super) fn read_raised<'a>(
    input: &RaisedInput<'a>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Decided<'a>> {
    let reading = match input.percent.read(FieldKind::Percent) {
        NumberReading::Value(percent) if percent.scale() > MOST_DECIMALS => {
            NumberReading::Wrong(WhyWrong::TooLarge)
        }
        reading => reading,
    };
    let path = ["group", "raised", "percent"];
    diagnostics.extend(unreadable(&reading, FieldKind::Percent, text_of(&input.percent), &path));
    let NumberReading::Value(percent) = reading else { return None };
    Some(Decided { percent, reason: input.reason, decision: input.decision })
}
