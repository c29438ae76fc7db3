//! Working days and deadlines across the border.

use super::json::Json;
use super::shapes::citation;
use crate::engine::Engine;

type Answer = super::Answer;

/// Working days: between two days, or where so many lead when `to` is empty.
pub fn working_days(engine: &Engine, from: &str, to: &str, add: i32) -> Answer {
    let found = engine.working_days(from, to, add)?;
    let signed = |count: u32| {
        let count = i64::from(count);
        Some(if found.back { count.saturating_neg() } else { count })
    };
    Ok(Json::text(|j| {
        j.object(|j| {
            j.field("from", &found.from.to_string());
            j.field("to", &found.to.to_string());
            j.name("days").whole(signed(found.working));
            j.name("calendarDays").whole(signed(found.days));
            j.field("text", &found.text);
            j.name("exceptions").list(&found.exceptions, |j, one| {
                j.object(|j| {
                    j.field("date", &one.date.to_string());
                    j.name("works").truth(one.works);
                    j.field("kind", one.kind);
                    j.field("label", &one.label);
                    j.name("provisional").truth(one.provisional);
                });
            });
            j.name("provisional").truth(found.note.is_some());
            j.maybe_field("note", found.note.as_deref());
            j.name("citations").list(&found.citations, |j, one| citation(j, one, engine.locale()));
        });
    }))
}

/// The deadlines of a year, in the order of the rulebook: of each what JavaScript does not know already.
pub fn deadlines(engine: &Engine, year: u32, meeting: &str) -> Answer {
    let found = engine.deadlines(year, meeting)?;
    Ok(Json::text(|j| {
        j.object(|j| {
            j.name("year").count(Some(u64::from(found.year)));
            j.name("deadlines").list(&found.days, |j, one| {
                j.object(|j| {
                    j.maybe_field("date", one.date.map(|date| date.to_string()).as_deref());
                    j.maybe_field("safe", one.safe.map(|date| date.to_string()).as_deref());
                    j.maybe_field("dayOff", one.day_off.as_deref());
                    j.field("text", &one.text);
                    j.name("provisional").truth(one.note.is_some());
                    j.maybe_field("calendarNote", one.note.as_deref());
                });
            });
        });
    }))
}
