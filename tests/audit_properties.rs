//! What must hold of any text that is audited, whatever stands in it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    missing_docs,
    reason = "a test may stop at the first surprise"
)]

#[path = "support/hd21.rs"]
mod hd21;

use hd21::engine;
use proptest::prelude::*;
use serde_json::Value;
use xeploai::{Engine, border};

fn audit(engine: &Engine, text: &str) -> Value {
    serde_json::from_str(&border::audit::audit(engine, text, -1, true)).unwrap()
}

/// Every case's text: what people write, right and wrong.
fn texts() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut all = Vec::new();
    for name in ["patterns", "traps", "seeds", "quota"] {
        let file = std::fs::read_to_string(folder.join(format!("audit-{name}.json"))).unwrap();
        let content: Value = serde_json::from_str(&file).unwrap();
        let cases = content["cases"].as_array().unwrap().iter();
        all.extend(cases.map(|case| case["input"]["text"].as_str().unwrap().to_owned()));
    }
    all
}

/// Code and quotation of each finding, in the order of the text.
fn findings(audit: &Value, text: &str) -> Vec<(String, String)> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let quoted = |one: &Value| {
        let place = |at: usize| usize::try_from(one["span"][at].as_u64().unwrap()).unwrap();
        String::from_utf16(&units[place(0)..place(1)]).expect("a span cuts no character")
    };
    let diagnostics = audit["diagnostics"].as_array().unwrap().iter();
    diagnostics.map(|one| (one["code"].as_str().unwrap().to_owned(), quoted(one))).collect()
}

/// Sentences that have nothing to do with the figures of any other.
const UNRELATED: [&str; 4] = [
    "Hội nghị diễn ra trong không khí dân chủ, thẳng thắn.",
    "Căn cứ Hướng dẫn số 21-HD/BTCTW ngày 18/10/2019 và Quy định 132-QĐ/TW.",
    "Cấp ủy các cấp tiếp tục nâng cao chất lượng sinh hoạt trong nhiệm kỳ 2020 - 2025.",
    "Điện thoại liên hệ: 0203 3835 654; xem thêm tại Điều 12, khoản 3.",
];

#[test]
fn sentences_about_something_else_change_no_finding() {
    let engine = engine();
    for text in texts() {
        let alone = findings(&audit(&engine, &text), &text);
        for unrelated in UNRELATED {
            for longer in [
                format!("{unrelated} {text}"),
                format!("{text}\n{unrelated}"),
                format!("{unrelated}\n\n{text}\n\n{unrelated}"),
            ] {
                assert_eq!(findings(&audit(&engine, &longer), &longer), alone, "{longer}");
            }
        }
    }
}

/// The letters taken apart into a base letter and its marks, in the canonical order.
fn decomposed(text: &str) -> String {
    const TONES: [char; 6] = ['\0', '\u{300}', '\u{309}', '\u{303}', '\u{301}', '\u{323}'];
    const VOWELS: [(&str, char, char); 12] = [
        ("aàảãáạ", 'a', '\0'),
        ("ăằẳẵắặ", 'a', '\u{306}'),
        ("âầẩẫấậ", 'a', '\u{302}'),
        ("eèẻẽéẹ", 'e', '\0'),
        ("êềểễếệ", 'e', '\u{302}'),
        ("iìỉĩíị", 'i', '\0'),
        ("oòỏõóọ", 'o', '\0'),
        ("ôồổỗốộ", 'o', '\u{302}'),
        ("ơờởỡớợ", 'o', '\u{31B}'),
        ("uùủũúụ", 'u', '\0'),
        ("ưừửữứự", 'u', '\u{31B}'),
        ("yỳỷỹýỵ", 'y', '\0'),
    ];
    let mut out = String::new();
    for c in text.chars() {
        let found = VOWELS.iter().find_map(|(row, base, mark)| {
            row.chars().position(|one| one == c).map(|tone| (*base, *mark, TONES[tone]))
        });
        match found {
            // The dot below stands before a circumflex or a breve, behind a horn.
            Some((base, mark, tone)) => {
                let below_first = tone == '\u{323}' && mark != '\u{31B}';
                let marks = if below_first { [tone, mark] } else { [mark, tone] };
                out.push(base);
                out.extend(marks.into_iter().filter(|mark| *mark != '\0'));
            }
            None => out.push(c),
        }
    }
    out
}

#[test]
fn composed_and_decomposed_letters_are_read_alike() {
    let engine = engine();
    for text in texts() {
        let apart = decomposed(&text);
        let codes = |text: &str| {
            findings(&audit(&engine, text), text).into_iter().map(|(code, _)| code).collect::<Vec<_>>()
        };
        assert_eq!(codes(&apart), codes(&text), "{text}");
        let verdicts = |text: &str| {
            audit(&engine, text)["claims"]
                .as_array()
                .unwrap()
                .chunks(9)
                .map(|claim| (claim[2].clone(), claim[3].clone(), claim[8].clone()))
                .collect::<Vec<_>>()
        };
        assert_eq!(verdicts(&apart), verdicts(&text), "{text}");
    }
}

/// Pieces of reports in any order, so that every rule meets every other.
fn piece() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "chiếm",
        "đạt",
        "tỷ lệ",
        "trong đó",
        "trong tổng số",
        "hoàn thành tốt nhiệm vụ",
        "không hoàn thành nhiệm vụ",
        "khiển trách",
        "cảnh cáo",
        "không",
        "có",
        "tăng",
        "giảm",
        "vượt",
        "gần",
        "hơn",
        "nghìn",
        "triệu",
        "đồng chí",
        "chi bộ",
        "gồm",
        ":",
        ";",
        ",",
        ".",
        "(",
        ")",
        "%",
        "/",
        "-",
        "–",
        "\t",
        "\n",
        "\r\n",
        "\n\n",
        "=",
        "|",
        "năm",
        "ngày",
        "số",
        "😀",
        "\u{301}",
        "\u{0}",
        "so với",
        "phiếu",
        "có mặt",
    ]);
    prop_oneof![
        words.prop_map(str::to_owned),
        (0_u32..5000).prop_map(|number| number.to_string()),
        (0_u32..100, 0_u32..1000).prop_map(|(whole, part)| format!("{whole},{part:02}%")),
        (1_u32..90, 1_u32..90).prop_map(|(upper, lower)| format!("{upper}/{lower}")),
        "[0-9.,/% ]{0,12}",
        ".{0,6}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_returns_with_spans_inside_it(pieces in prop::collection::vec(piece(), 0..60), space in prop::bool::ANY) {
        let text = pieces.join(if space { " " } else { "" });
        let engine = engine();
        let read = audit(&engine, &text);
        let units: Vec<u16> = text.encode_utf16().collect();
        let inside = |start: &Value, end: &Value| {
            let (start, end) = (usize::try_from(start.as_u64().unwrap()).unwrap(), usize::try_from(end.as_u64().unwrap()).unwrap());
            start < end && end <= units.len() && String::from_utf16(&units[start..end]).is_ok()
        };
        for (name, width) in [("figures", 4), ("claims", 9)] {
            for one in read[name].as_array().unwrap().chunks(width) {
                prop_assert!(inside(&one[0], &one[1]), "{name} {one:?} of {text:?}");
            }
        }
        for one in read["diagnostics"].as_array().unwrap() {
            prop_assert!(inside(&one["span"][0], &one["span"][1]), "{one} of {text:?}");
        }
    }
}
