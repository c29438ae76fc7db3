//! Any text in a field of any kind: it is read or refused, and what was read is read again from how it is written.
#![no_main]

use libfuzzer_sys::fuzz_target;
use xeploai::decimal::{FieldKind, NumberReading, read_machine_number, read_number, write_plain};
use xeploai::{Locale, border};

fuzz_target!(|text: &str| {
    for (kind, name) in
        [(FieldKind::Count, "count"), (FieldKind::Percent, "percent"), (FieldKind::Score, "score")]
    {
        if let NumberReading::Value(value) = read_number(text, kind) {
            let plain = write_plain(value);
            assert_eq!(read_machine_number(&plain, kind), NumberReading::Value(value), "{text:?} is {plain}");
        }
        let _ = read_machine_number(text, kind);
        for locale in [Locale::Vi, Locale::En] {
            let answer = border::number(text, name, locale).expect("a known kind");
            serde_json::from_str::<serde_json::Value>(&answer).expect("JSON");
        }
    }
    for rounding in 0_u8..6 {
        let _ = border::format_number(
            text,
            i32::from(rounding) - 1,
            u32::from(rounding),
            rounding % 2 == 0,
            true,
        );
    }
});
