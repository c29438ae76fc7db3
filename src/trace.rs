//! How a result arose: a list of steps, each a code with the figures that entered it.

use crate::diagnostic::Params;

/// One step, without its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Key of the sentence in the message catalogue, below `trace.`.
    pub code: &'static str,
    /// What the sentence is filled with.
    pub params: Params,
    /// Ids of citations of the rulebook.
    pub citations: Vec<String>,
}
