//! What the native runner of the shared cases needs.

#![allow(dead_code, reason = "each test takes what it needs")]

pub mod matching;
pub mod play;
pub mod sheet;
pub mod unpack;
pub mod votes;
