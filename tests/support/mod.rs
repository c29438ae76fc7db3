//! What the native runner of the shared cases needs.

pub mod matching;
pub mod play;
pub mod unpack;
