//! JSON → [`Rulebook`]. One that cannot be understood is refused as a whole, with everything that is wrong.

use super::compile_rulebook::read_rulebook;
use super::fault::{EngineError, Fault};
use super::value::Value;
use super::{Rulebook, overlay};

/// A rulebook, with a local text laid over it when there is one; or everything that is wrong with them.
pub fn compile(source: &Value, overlay_source: Option<&Value>) -> Result<Rulebook, EngineError> {
    let (mut rulebook, mut faults) = read_rulebook(source);
    if let Some(overlay_source) = overlay_source.filter(|_| faults.is_empty()) {
        (rulebook, faults) = overlay::lay_over(&rulebook, source, overlay_source);
    }
    if faults.is_empty() { Ok(rulebook) } else { Err(refused(source, faults)) }
}

fn refused(source: &Value, faults: Vec<Fault>) -> EngineError {
    let name = match source.get("id") {
        Some(Value::Text(id)) => format!("rulebook `{id}`"),
        _ => "the rulebook".to_owned(),
    };
    let first = faults.first().map_or(String::new(), |fault| format!("; first: {fault}"));
    let count = faults.len();
    let plural = if count == 1 { "fault" } else { "faults" };
    let mut error = EngineError::new("rulebook.invalid", &format!("{name} has {count} {plural}{first}"));
    error.faults = faults;
    error
}
