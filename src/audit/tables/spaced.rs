//! Tables copied as plain lines: a name and its numbers, apart by nothing but spaces. Rows that stand together and have as many numbers
//! get the bars that they lost, before anything is read: *2 Khá 50% 627 170 156*.

use crate::audit::lexer::{Kind, Token};

/// So many numbers at the end of so many lines, one below the other, are a table.
const WIDE: usize = 3;
const ROWS: usize = 3;

/// A line that may be a row: behind its last token, and where its numbers begin, from the last to the first.
struct Row {
    cells: Vec<usize>,
    /// Whether it follows right on the line before.
    below: bool,
}

/// The tokens, with a tab before each number of such rows.
pub(in crate::audit) fn spaced(tokens: Vec<Token>) -> Vec<Token> {
    let mut bars: Vec<usize> = Vec::new();
    let mut rows: Vec<Row> = Vec::new();
    let mut below = false;
    let mut from = 0;
    while from < tokens.len() {
        let rest = tokens.get(from..).unwrap_or_default();
        let many = rest.iter().take_while(|token| token.kind != Kind::Line).count();
        let end = from.saturating_add(many);
        let cells = cells(tokens.get(from..end).unwrap_or_default(), from);
        let row = Row { cells, below };
        if !row.fits(&rows) {
            close(&mut rows, &mut bars);
        }
        if row.cells.len() >= WIDE {
            rows.push(row);
        }
        below = tokens.get(end).is_some_and(|line| !line.is_blank());
        from = end.saturating_add(1);
    }
    close(&mut rows, &mut bars);
    if bars.is_empty() { tokens } else { parted(&tokens, &bars) }
}

impl Row {
    /// Whether it goes on with the rows before it.
    fn fits(&self, rows: &[Row]) -> bool {
        let alike = |before: &Row| before.cells.len().abs_diff(self.cells.len()) < 2;
        self.below && self.cells.len() >= WIDE && rows.first().is_none_or(alike)
    }
}

/// Where the numbers of a line begin that stand at its end behind words, with nothing but spaces between them.
fn cells(line: &[Token], from: usize) -> Vec<usize> {
    let mut found = Vec::new();
    let mut at = line.len();
    while let Some(last) = at.checked_sub(1).and_then(|at| line.get(at)) {
        let signed = last.is('%');
        let back = if signed { 2 } else { 1 };
        let Some(number) = at.checked_sub(back).and_then(|at| line.get(at)) else { break };
        if !number.is_number() || number.glued || signed && !last.glued {
            break;
        }
        at = at.saturating_sub(back);
        found.push(from.saturating_add(at));
    }
    let name = line.get(..at).unwrap_or_default();
    let barred = name.iter().any(|token| token.is('\t') || token.is('|'));
    if barred || !name.iter().any(|token| token.kind == Kind::Word) {
        found.clear();
    }
    found.reverse();
    found
}

/// Ends a table: the bars of its rows, as many for each.
fn close(rows: &mut Vec<Row>, bars: &mut Vec<usize>) {
    let most = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    if rows.len() >= ROWS {
        for row in rows.iter() {
            let first = row.cells.first().filter(|_| row.cells.len() < most);
            bars.extend(first);
            bars.extend(&row.cells);
        }
    }
    rows.clear();
}

fn parted(tokens: &[Token], bars: &[usize]) -> Vec<Token> {
    let mut all = Vec::with_capacity(tokens.len().saturating_add(bars.len()));
    let mut bars = bars.iter().peekable();
    for (at, token) in tokens.iter().enumerate() {
        while bars.next_if(|bar| **bar == at).is_some() {
            let (start, from) = (token.start, token.from);
            let bar = Token {
                kind: Kind::Mark,
                key: u32::from('\t'),
                start,
                end: start,
                from,
                to: from,
                ..Token::NOTHING
            };
            all.push(bar);
        }
        all.push(*token);
    }
    all
}
