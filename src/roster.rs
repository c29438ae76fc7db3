//! A roster rolled up: people or organisations counted by unit, group and grade, and summed up the tree of units.
//!
//! Counts lie in one flat list, `[unit][group][column]`. The columns are the subject's grades, those who are not rated
//! yet, and the reasons for not being rated, in the rulebook's order.

use crate::decimal::Decimal;
use crate::quota::{GroupSize, Places, Tally, places_of, tally_size};
use crate::rulebook::{QuotaRule, Subject};

/// In the column of grades: not rated yet.
pub const WAITING: u8 = u8::MAX;

/// The units of a roster, each below another or at the top.
#[derive(Clone, Debug)]
pub struct Tree {
    /// Position of the unit above each.
    above: Vec<Option<usize>>,
    /// Positions of all units, each before the one above it.
    upwards: Vec<usize>,
}

impl Tree {
    /// A tree out of the position of the unit above each; negative for the top. The position of a unit whose way up never
    /// ends, or leads nowhere, when there is one.
    pub fn new(parents: &[i32]) -> Result<Tree, usize> {
        let mut above = Vec::with_capacity(parents.len());
        for (at, parent) in parents.iter().enumerate() {
            let own = usize::try_from(*parent).ok();
            if own.is_some_and(|own| own >= parents.len()) {
                return Err(at);
            }
            above.push(own);
        }
        // Units that have nothing below them any more, again and again.
        let mut below = vec![0_u32; above.len()];
        for parent in above.iter().flatten() {
            if let Some(count) = below.get_mut(*parent) {
                *count = count.saturating_add(1);
            }
        }
        let mut upwards: Vec<usize> = Vec::with_capacity(above.len());
        upwards.extend((0..above.len()).filter(|at| below.get(*at) == Some(&0)));
        let mut next = 0_usize;
        while let Some(at) = upwards.get(next).copied() {
            next = next.saturating_add(1);
            let Some(parent) = above.get(at).copied().flatten() else { continue };
            let Some(count) = below.get_mut(parent) else { continue };
            *count = count.saturating_sub(1);
            if *count == 0 {
                upwards.push(parent);
            }
        }
        match below.iter().position(|count| *count > 0) {
            Some(at) => Err(at),
            None => Ok(Tree { above, upwards }),
        }
    }

    /// How many units.
    pub fn len(&self) -> usize {
        self.above.len()
    }

    /// No unit at all.
    pub fn is_empty(&self) -> bool {
        self.above.is_empty()
    }

    /// The unit above one.
    pub fn above(&self, unit: usize) -> Option<usize> {
        self.above.get(unit).copied().flatten()
    }
}

/// A roster while it is counted.
#[derive(Clone, Debug)]
pub struct Roster {
    tree: Tree,
    groups: usize,
    grades: usize,
    /// Columns of a unit and group.
    width: usize,
    /// Reasons for not being rated, as rows name them, that take nobody out of a grade.
    open: Vec<u8>,
    counts: Vec<u32>,
    rows: usize,
    unreadable: usize,
    /// The first rows that could not be read.
    first_unreadable: Vec<usize>,
}

/// As many rows are named when they cannot be read; all are counted.
const NAMED: usize = 100;

impl Roster {
    /// A roster without rows. `exclusions`: how many reasons for not being rated the rulebook has; `open`: positions of
    /// those that take nobody out of a grade.
    pub fn new(
        tree: Tree,
        groups: usize,
        subject: &Subject,
        exclusions: usize,
        open: &[usize],
    ) -> Option<Roster> {
        let grades = subject.grades.len();
        let width = grades.checked_add(exclusions)?.checked_add(1)?;
        let cells = tree.len().checked_mul(groups)?.checked_mul(width)?;
        (cells <= MOST_CELLS).then(|| Roster {
            tree,
            groups,
            grades,
            width,
            open: open.iter().filter_map(|at| u8::try_from(*at).ok()?.checked_add(1)).collect(),
            counts: vec![0; cells],
            rows: 0,
            unreadable: 0,
            first_unreadable: Vec::new(),
        })
    }

    /// Counts rows, each with the positions of its unit, grade ([`WAITING`] when there is none yet), group, and of why
    /// somebody is not rated plus one; nobody is left out, and all are of the first group, where a column is empty.
    pub fn add(&mut self, units: &[u32], grades: &[u8], exclusions: &[u8], groups: &[u16]) {
        for (row, (unit, grade)) in units.iter().zip(grades).enumerate() {
            let exclusion = exclusions.get(row).copied().unwrap_or(0);
            let group = groups.get(row).copied().unwrap_or(0);
            match self.cell(*unit, group, *grade, exclusion).and_then(|cell| self.counts.get_mut(cell)) {
                Some(count) => *count = count.saturating_add(1),
                None => {
                    self.unreadable = self.unreadable.saturating_add(1);
                    if self.first_unreadable.len() < NAMED {
                        self.first_unreadable.push(self.rows.saturating_add(row));
                    }
                }
            }
        }
        self.rows = self.rows.saturating_add(units.len().min(grades.len()));
    }

    /// Where a row is counted; none when it names something that is not there.
    #[inline]
    fn cell(&self, unit: u32, group: u16, grade: u8, exclusion: u8) -> Option<usize> {
        let column = match (exclusion, grade) {
            (0, WAITING) => self.grades,
            (out, grade) if out == 0 || (grade != WAITING && self.open.contains(&out)) => {
                Some(usize::from(grade)).filter(|grade| *grade < self.grades)?
            }
            (excluded, _) => self.grades.checked_add(usize::from(excluded))?,
        };
        let (unit, group) = (usize::try_from(unit).ok()?, usize::from(group));
        if column >= self.width || group >= self.groups {
            return None;
        }
        unit.checked_mul(self.groups)?.checked_add(group)?.checked_mul(self.width)?.checked_add(column)
    }

    /// The counts of the units themselves, and with everything below them. Those with a title within a grade are counted
    /// in that grade, too.
    pub fn summed(&self, subject: &Subject) -> Summed {
        let mut own = self.counts.clone();
        for (at, grade) in subject.grades.iter().enumerate() {
            let Some(outer) = grade.within else { continue };
            for cell in own.chunks_mut(self.width.max(1)) {
                let inner = cell.get(at).copied().unwrap_or(0);
                if let Some(count) = cell.get_mut(outer) {
                    *count = count.saturating_add(inner);
                }
            }
        }
        let mut all = own.clone();
        let stride = self.groups.saturating_mul(self.width);
        for unit in &self.tree.upwards {
            let Some(above) = self.tree.above(*unit) else { continue };
            for column in 0..stride {
                let from = unit.saturating_mul(stride).saturating_add(column);
                let to = above.saturating_mul(stride).saturating_add(column);
                let count = all.get(from).copied().unwrap_or(0);
                if let Some(sum) = all.get_mut(to) {
                    *sum = sum.saturating_add(count);
                }
            }
        }
        Summed { own, all }
    }

    /// The units.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// How many rows were given.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many rows name a unit, grade, group or reason that is not there; and the first of them.
    pub fn unreadable(&self) -> (usize, &[usize]) {
        (self.unreadable, &self.first_unreadable)
    }

    /// Where the quota stands under one reading: for each unit and group, those below included. A group is as large as
    /// all who are in it, rated or not.
    pub fn standings(
        &self,
        summed: &Summed,
        rule: &QuotaRule,
        percent: Decimal,
        reading: usize,
        subject: &Subject,
    ) -> Vec<Option<Places>> {
        let Some(reading) = rule.readings.get(reading) else { return Vec::new() };
        let mut tally: Tally = vec![None; self.grades];
        let cells = summed.all.chunks(self.width.max(1));
        let standing = |cell: &[u32]| {
            for (count, column) in tally.iter_mut().zip(cell) {
                *count = Some(u64::from(*column));
            }
            let others = cell.get(self.grades..).unwrap_or_default().iter().map(|count| u64::from(*count));
            let size = others.fold(tally_size(subject, &tally).value(), u64::saturating_add);
            places_of(rule, percent, reading, subject, &tally, GroupSize::Known(size))
        };
        cells.map(standing).collect()
    }

    /// For each unit and group the unit on its way to the top, itself included, with the fewest places left: the one that
    /// binds. The nearest of several.
    pub fn binding(&self, standings: &[Option<Places>]) -> Vec<usize> {
        let headroom = |unit: usize, group: usize| {
            let at = unit.saturating_mul(self.groups).saturating_add(group);
            standings.get(at).copied().flatten().map(|places| places.headroom)
        };
        let mut binding = vec![0; standings.len()];
        for unit in self.tree.upwards.iter().rev() {
            for group in 0..self.groups {
                let at = |unit: usize| unit.saturating_mul(self.groups).saturating_add(group);
                let from_above = self.tree.above(*unit).and_then(|above| binding.get(at(above)).copied());
                let tighter =
                    from_above.filter(|above| match (headroom(*above, group), headroom(*unit, group)) {
                        (Some(above), Some(own)) => above < own,
                        (above, own) => above.is_some() && own.is_none(),
                    });
                if let Some(place) = binding.get_mut(at(*unit)) {
                    *place = tighter.unwrap_or(*unit);
                }
            }
        }
        binding
    }

    /// For each unit and group the fewest who must leave the grade so that it and every unit below it is within: as many as
    /// it has too many, or more where those below together have more, since whoever leaves below leaves here too.
    pub fn fewest_moves(&self, standings: &[Option<Places>]) -> Vec<u64> {
        let mut below = vec![0_u64; standings.len()];
        for unit in &self.tree.upwards {
            for group in 0..self.groups {
                let at = |unit: usize| unit.saturating_mul(self.groups).saturating_add(group);
                let headroom =
                    standings.get(at(*unit)).copied().flatten().map_or(0, |places| places.headroom);
                let over = if headroom < 0 { headroom.unsigned_abs() } else { 0 };
                let Some(own) = below.get_mut(at(*unit)) else { continue };
                *own = over.max(*own);
                let moves = *own;
                let above = self.tree.above(*unit).and_then(|above| below.get_mut(at(above)));
                if let Some(sum) = above {
                    *sum = sum.saturating_add(moves);
                }
            }
        }
        below
    }

    /// For each unit and group the limits of the units just below it added up; nothing where there are none. What is missing
    /// to its own limit was lost to rounding, or belongs to those who are in no unit below.
    pub fn limits_below(&self, standings: &[Option<Places>]) -> Vec<Option<u64>> {
        let mut sums: Vec<Option<u64>> = vec![None; standings.len()];
        for unit in 0..self.tree.len() {
            let Some(above) = self.tree.above(unit) else { continue };
            for group in 0..self.groups {
                let at = |unit: usize| unit.saturating_mul(self.groups).saturating_add(group);
                let limit = standings.get(at(unit)).copied().flatten().map_or(0, |places| places.limit);
                if let Some(sum) = sums.get_mut(at(above)) {
                    *sum = Some(sum.unwrap_or(0).saturating_add(limit));
                }
            }
        }
        sums
    }
}

/// Counts of units, `[unit][group][column]`.
#[derive(Clone, Debug)]
pub struct Summed {
    /// Of the unit itself.
    pub own: Vec<u32>,
    /// With all units below it.
    pub all: Vec<u32>,
}

/// More would not fit into a page's memory beside the roster.
const MOST_CELLS: usize = 64_000_000;
