//! What stands in the place of `audit` where the core is built without it.

use super::Answer;
use crate::engine::Engine;
use crate::message::Locale;
use crate::rulebook::EngineError;

/// Says so, and which core has it.
pub fn audit(_: &Engine, _: &str, _: i32, _: bool) -> Answer {
    let help = [Locale::Vi.word("no-audit"), " / ".to_owned(), Locale::En.word("no-audit")].concat();
    Err(EngineError::new("usage.no-audit", "`audit` is not in this core").help(&help))
}
