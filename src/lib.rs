//! xeploai: Vietnamese evaluation and rating forms checked as they are typed. Quotas under every reading of the text,
//! exact shares with their bases, rulebooks as cited data.
//!
//! The core is a pure function of rulebook, input and date: no clock, no floats, no globals, and no input makes it
//! fail. Start at [`Engine`]; the map of the crate is `src/ARCHITECTURE.md`.

#[cfg(feature = "audit")]
mod audit;
pub mod ballot;
pub mod border;
pub mod breakdown;
pub mod calendar;
mod checks;
pub mod citation;
pub mod date;
pub mod decimal;
pub mod diagnostic;
pub mod engine;
pub mod form;
pub mod message;
pub mod quota;
pub mod rating;
pub mod report;
pub mod roster;
pub mod rulebook;
mod text;
pub mod trace;
#[cfg(feature = "wasm")]
pub mod wasm;

pub use checks::{ALL as CHECKS, Check, by_code as check};
pub use decimal::NumberReading;
pub use engine::{
    BallotInput, BallotOn, BreakdownInput, Engine, EngineOptions, QuotaInput, RaisedInput, TargetInput,
    VoterGroup,
};
pub use message::Locale;
pub use text::nearest;

/// The version of this engine, on every report.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
