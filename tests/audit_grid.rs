//! One list and one share, written in all the ways that can be put together from a few: what adds up is never doubted, however it is
//! written, and of the slips of the hand most are told. What is told of them says how much of Vietnamese the grammar knows, not of which
//! texts it has seen.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    missing_docs,
    reason = "a test may stop at the first surprise"
)]

#[path = "support/hd21.rs"]
mod hd21;

use hd21::engine;
use xeploai::{Engine, border};

/// Of a hundred slips so many are told: fewer is a loss.
const LEAST_LISTS: usize = 84;
const LEAST_SHARES: usize = 100;

/// A whole and its parts.
const LISTS: [(&str, &[(&str, u32)]); 10] = [
    ("35 tổ chức cơ sở đảng", &[("đảng bộ cơ sở", 20), ("chi bộ cơ sở", 15)]),
    ("62 chi bộ", &[("chi bộ thôn", 34), ("chi bộ cơ quan", 17), ("chi bộ trường học", 11)]),
    ("163 đảng viên", &[("nam", 102), ("nữ", 61)]),
    ("184 người", &[("cán bộ quản lý", 13), ("giáo viên", 142), ("nhân viên", 29)]),
    ("74 đảng viên", &[("cấp tỉnh", 12), ("cấp huyện", 23), ("cấp xã", 39)]),
    ("61 đảng viên", &[("khiển trách", 36), ("cảnh cáo", 14), ("khai trừ", 11)]),
    ("214 đảng viên", &[("khối xã", 127), ("khối cơ quan", 58), ("khối lực lượng vũ trang", 29)]),
    ("154 phiếu", &[("tín nhiệm cao", 102), ("tín nhiệm", 41), ("tín nhiệm thấp", 11)]),
    ("56 trường hợp", &[("vi phạm chính sách dân số", 17), ("vi phạm đất đai", 25), ("vi phạm khác", 14)]),
    ("112 viên chức", &[("thạc sĩ", 23), ("đại học", 62), ("cao đẳng", 27)]),
];
const OPENERS: [&str; 13] = [
    ", gồm ",
    ", gồm: ",
    " gồm ",
    ", bao gồm ",
    " (",
    " (gồm ",
    ", trong đó ",
    ", trong đó có ",
    ": ",
    ", cụ thể: ",
    ". Trong đó: ",
    ". Gồm: ",
    ". Cụ thể: ",
];
const ITEMS: [&str; 6] = ["{n} {x}", "{x} {n}", "{x}: {n}", "{x} có {n}", "{x} {n} đồng chí", "có {n} {x}"];

const BASES: [&str; 5] = [
    "Toàn Đảng bộ có {w} đảng viên",
    "Có {w} đảng viên được đánh giá, xếp loại chất lượng",
    "Tổng số đảng viên được đánh giá là {w} đồng chí",
    "Tổng số đảng viên được xếp loại: {w}",
    "Số đảng viên được đánh giá {w}/2.500 đồng chí",
];
const BETWEEN: [&str; 6] = [", trong đó ", "; ", ". Trong đó ", ". Kết quả: ", ", kết quả ", ".\n- "];
const PARTS: [&str; 7] = [
    "{n} đảng viên hoàn thành tốt nhiệm vụ",
    "hoàn thành tốt nhiệm vụ {n} đồng chí",
    "hoàn thành tốt nhiệm vụ: {n} đồng chí",
    "hoàn thành tốt nhiệm vụ có {n} đồng chí",
    "số đảng viên hoàn thành tốt nhiệm vụ là {n} đồng chí",
    "{n} đồng chí được xếp loại hoàn thành tốt nhiệm vụ",
    "{n} đồng chí có trình độ đại học trở lên",
];
const SHARES: [&str; 11] = [
    " ({p}%)",
    ", chiếm {p}%",
    " chiếm {p}%",
    ", đạt {p}%",
    ", đạt tỷ lệ {p}%",
    ", bằng {p}%",
    " (chiếm tỷ lệ {p}%)",
    ", tỷ lệ {p}%",
    " = {p}%",
    " - {p}%",
    ", chiếm {p}% tổng số đảng viên được đánh giá",
];

/// Whether a text is warned of.
fn told(engine: &Engine, text: &str) -> bool {
    let answer: serde_json::Value =
        serde_json::from_str(&border::audit::audit(engine, text, -1, false)).unwrap();
    answer["diagnostics"].as_array().unwrap().iter().any(|one| one["severity"] != "info")
}

/// Another number: its last digit left out, the one before it, two digits the other way round, its last digit twice.
fn slips(number: u32) -> Vec<u32> {
    let typed: Vec<char> = number.to_string().chars().collect();
    let (last, first) = typed.split_last().unwrap();
    let mut swapped = typed.clone();
    swapped.swap(0, 1);
    let texts: [String; 4] = [
        first.iter().collect(),
        (number - 1).to_string(),
        swapped.iter().collect(),
        typed.iter().chain([last]).collect(),
    ];
    let numbers = texts.iter().map(|text| text.parse().unwrap());
    numbers.filter(|other| *other != number).collect()
}

fn list(whole: &str, opener: &str, item: &str, last: &str, parts: &[(&str, u32)]) -> String {
    let items: Vec<String> =
        parts.iter().map(|(name, n)| item.replace("{n}", &n.to_string()).replace("{x}", name)).collect();
    let (end, first) = items.split_last().unwrap();
    let close = if opener.contains('(') { ")" } else { "" };
    format!("Toàn Đảng bộ có {whole}{opener}{}{last}{end}{close}.", first.join(", "))
}

fn share(base: &str, between: &str, part: &str, share: &str, (count, percent): (&str, &str)) -> String {
    let text = format!("{base}{between}{part}{share}.");
    text.replace("{w}", "2.364").replace("{n}", count).replace("{p}", percent)
}

/// Of how many of a hundred slips is told.
fn rate(found: usize, all: usize, what: &str) -> usize {
    println!("{what}: {found} of {all} slips are told");
    found * 100 / all
}

#[test]
fn lists_that_add_up_are_never_doubted_and_slips_in_them_mostly_are() {
    let engine = engine();
    let (mut found, mut all) = (0, 0);
    for (whole, parts) in LISTS {
        for opener in OPENERS {
            for (item, last) in ITEMS.iter().flat_map(|item| [" và ", ", "].map(|last| (item, last))) {
                let right = list(whole, opener, item, last, parts);
                assert!(!told(&engine, &right), "{right}");
                let at = parts.len() - 1;
                for slip in slips(parts[at].1) {
                    let mut slipped = parts.to_vec();
                    slipped[at].1 = slip;
                    all += 1;
                    found += usize::from(told(&engine, &list(whole, opener, item, last, &slipped)));
                }
            }
        }
    }
    assert!(rate(found, all, "lists") >= LEAST_LISTS);
}

#[test]
fn shares_that_are_right_are_never_doubted_and_slips_in_them_mostly_are() {
    let engine = engine();
    let (mut found, mut all) = (0, 0);
    for (base, between) in BASES.iter().flat_map(|base| BETWEEN.map(|between| (base, between))) {
        for (part, ties) in PARTS.iter().flat_map(|part| SHARES.map(|ties| (part, ties))) {
            let right = share(base, between, part, ties, ("1.957", "82,78"));
            assert!(!told(&engine, &right), "{right}");
            for slipped in [("1.957", "28,78"), ("1.957", "85,78"), ("1.957", "82,72"), ("1.597", "82,78")] {
                all += 1;
                found += usize::from(told(&engine, &share(base, between, part, ties, slipped)));
            }
        }
    }
    assert!(rate(found, all, "shares") >= LEAST_SHARES);
}
