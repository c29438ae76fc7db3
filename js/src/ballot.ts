/**
 * `engine.ballot` and `engine.targets`: counted votes and goals as cells, flat lists of figures back (`src/border/ballot.rs`),
 * put together here with the ids and labels that are known already.
 */
import type { WasmEngine } from '../build/wasm/xeploai.js';
import { cell, cells, columns } from './cells.js';
import { core } from './core.js';
import { UsageError } from './errors.js';
import { findings, type CitedById } from './findings.js';
import type { Known } from './known.js';
import { COLUMN, SEPARATOR, clean } from './separators.js';
import type * as api from './types.js';
import { choice, flag, guarded, has, list, object, options, text } from './usage.js';

/** In the order the core knows them (`src/rulebook/ballot.rs`, `BALLOTS`). */
const BALLOTS = ['summoned', 'present', 'issued', 'returned', 'valid', 'invalid'] as const;
const COUNTS = columns(BALLOTS);
const INPUT = ['ballot', 'subject', 'items', 'groups', 'base', 'blank'] as const;
const GROUP = ['id', 'label', 'ballots', 'votes', 'sheets'] as const;

type Named = { readonly id: string; readonly label: string };
type Figure = number | string | null;

interface PackedTally {
  readonly ballots: readonly (number | null)[];
  readonly inferred: number | null;
  /** Seven values an option: votes, share, share in words, and the same for it or better. */
  readonly votes: readonly Figure[];
}
interface PackedBallot {
  readonly base: number;
  /** All groups together, then each. */
  readonly tallies: readonly PackedTally[];
  readonly most: readonly (readonly number[])[];
  /** Empty, or votes needed, whether it is decided, and the option that has them. */
  readonly majorities: readonly (readonly [number | null, boolean, number | null] | readonly [])[];
  readonly diagnostics: CitedById<api.Diagnostic>[];
}

export function ballot(wasm: WasmEngine, known: Known, input: api.BallotInput): api.BallotReport {
  const given = options('ballot', input, INPUT);
  const { ballots, subjects } = known.rulebook;
  const at = given.ballot === undefined ? -1 : choice('ballot', given.ballot, ballots.map((one) => one.id), 'usage.unknown-ballot');
  const rule = at < 0 ? null : ballots[at] as api.BallotInfo;
  const subject = rule ? -1 : choice('subject', given.subject, known.subjects, 'usage.unknown-subject');
  const marks: readonly Named[] = rule ? rule.options : (subjects[subject] as api.SubjectInfo).grades.filter((grade) => grade.within === null);
  const items = rule && rule.items.length > 0 ? rule.items : named('items', given.items);
  const base = given.base === undefined ? -1 : choice('base', given.base, BALLOTS.slice(0, 5));
  const unreadable: { group: number; sheet: number; item: string }[] = [];
  const ids = { marks, items, byItem: columns(items.map((item) => item.id)), byMark: columns(marks.map((mark) => mark.id)) };
  const groups = list('groups', given.groups).map((one, group) => groupOf(one, group, ids, unreadable));
  const labels = items.map((item) => clean(item.id) + SEPARATOR + clean(item.label)).join(SEPARATOR);
  const blank = flag('blank', given.blank);
  const packed = core(() => JSON.parse(wasm.ballot(at, subject, base, blank, labels, groups.map((one) => one.cells).join(COLUMN))) as PackedBallot);
  const total = tally(packed.tallies[0] as PackedTally, items, marks);
  const idAt = (place: number): string => (marks[place] as Named).id;
  return Object.freeze({
    ballot: rule && rule.id,
    base: BALLOTS[packed.base] as api.BallotBase,
    ballots: total.ballots,
    inferred: total.inferred,
    items: Object.freeze(items.map((item, place) => {
      const majority = packed.majorities[place] as PackedBallot['majorities'][number];
      return Object.freeze({
        id: item.id,
        label: item.label,
        options: (total.items[place] as api.BallotTally['items'][number]).options,
        most: Object.freeze((packed.most[place] as number[]).map(idAt)),
        majority: majority.length === 0 ? null
          : Object.freeze({ needed: majority[0], decided: majority[1], option: majority[2] === null ? null : idAt(majority[2]) }),
      });
    })),
    groups: Object.freeze(groups.map((group, place) =>
      Object.freeze(Object.assign({ id: group.id, label: group.label }, tally(packed.tallies[place + 1] as PackedTally, items, marks))))),
    unreadable: Object.freeze(unreadable.map((one) => Object.freeze(one))),
    diagnostics: findings(known.citation, packed.diagnostics),
    provenance: known.provenance,
  });
}

function tally(packed: PackedTally, items: readonly Named[], marks: readonly Named[]): api.BallotTally {
  const ballots: Record<string, number | null> = {};
  BALLOTS.forEach((id, at) => { ballots[id] = packed.ballots[at] as number | null; });
  let next = 0;
  const take = (): Figure => packed.votes[next++] as Figure;
  return {
    ballots: Object.freeze(ballots) as api.BallotTally['ballots'],
    inferred: packed.inferred === null ? null : BALLOTS[packed.inferred] as api.BallotCount,
    items: Object.freeze(items.map((item) => Object.freeze({
      id: item.id,
      options: Object.freeze(marks.map((mark) => Object.freeze({
        id: mark.id, label: mark.label,
        votes: take() as number | null, share: take() as string | null, shareText: take() as string | null,
        orBetter: take() as number | null, orBetterShare: take() as string | null, orBetterShareText: take() as string | null,
      }))),
    }))),
  };
}

interface Ids {
  readonly marks: readonly Named[];
  readonly items: readonly Named[];
  readonly byItem: ReturnType<typeof columns>;
  readonly byMark: ReturnType<typeof columns>;
}

/** A group of voters as cells: its label, its ballots, its votes. */
function groupOf(source: unknown, group: number, ids: Ids, unreadable: { group: number; sheet: number; item: string }[]): Named & { cells: string } {
  const where = `groups.${group}`;
  const given = options(where, source, GROUP);
  const label = given.label === undefined ? '' : text(`${where}.label`, given.label);
  const id = given.id === undefined ? String(group) : text(`${where}.id`, given.id);
  const votes: string[] = [];
  let ballots = given.ballots === undefined ? new Array(BALLOTS.length).join(SEPARATOR) : cells(`${where}.ballots`, given.ballots, COUNTS);
  if (given.sheets !== undefined) {
    if (given.votes !== undefined) throw new UsageError('usage.bad-value', `\`${where}\` has \`votes\` and \`sheets\`; one of them is expected`);
    const sheets = list(`${where}.sheets`, given.sheets);
    votes.push(...counted(sheets, where, group, ids, unreadable));
    const typed = ballots.split(SEPARATOR);
    if (typed[4] === '') typed[4] = String(sheets.length);
    ballots = typed.join(SEPARATOR);
  } else {
    const source = given.votes === undefined ? {} : object(`${where}.votes`, given.votes);
    // Refuses an item that nobody votes on.
    guarded(`${where}.votes`, () => Object.keys(source).forEach((key) => choice(`${where}.votes`, key, ids.byItem.ids)));
    for (const item of ids.items) {
      const row = guarded(`${where}.votes`, () => (has(source, item.id) ? source[item.id] : undefined));
      votes.push(cells(`${where}.votes.${item.id}`, row === undefined || row === null ? {} : row, ids.byMark));
    }
  }
  return { id, label, cells: [clean(label), ballots].concat(votes).join(SEPARATOR) };
}

/** Ballot papers counted: for each item the votes of each mark, which may be written by its id or its label. */
function counted(sheets: readonly unknown[], where: string, group: number, ids: Ids, unreadable: { group: number; sheet: number; item: string }[]): string[] {
  const words = ids.marks.map((mark) => folded(mark.label));
  const votes = ids.items.map(() => ids.marks.map(() => 0));
  sheets.forEach((sheet, place) => {
    const what = `${where}.sheets.${place}`;
    const source = object(what, sheet);
    guarded(what, () => {
      ids.items.forEach((item, at) => {
        const mark = has(source, item.id) ? source[item.id] : undefined;
        if (mark === undefined || mark === null || mark === '') return;
        const typed = text(`${what}.${item.id}`, mark);
        const exact = ids.byMark.known.get(typed);
        const found = exact === undefined ? words.indexOf(folded(typed)) : exact;
        if (found < 0) unreadable.push({ group, sheet: place, item: item.id });
        else { const row = votes[at] as number[]; row[found] = (row[found] as number) + 1; }
      });
    });
  });
  return votes.map((row) => row.join(SEPARATOR));
}

function folded(word: string): string {
  return word.normalize('NFC').trim().toLowerCase();
}

function named(what: string, given: unknown): readonly Named[] {
  const seen = new Set<string>();
  return list(what, given).map((one, at) => {
    const { id, label } = options(`${what}.${at}`, one, ['id', 'label'] as const);
    const read = { id: text(`${what}.${at}.id`, id), label: text(`${what}.${at}.label`, label) };
    if (seen.has(read.id)) throw new UsageError('usage.bad-value', `\`${read.id}\` stands twice in \`${what}\``);
    seen.add(read.id);
    return read;
  });
}

/** Nine values a goal. */
type PackedTarget = readonly [string | null, number | null, number | null, string | null, string | null, number | null, number | null, number | null, string];

const TARGET = ['id', 'label', 'atLeast'] as const;

/** A goal to hold the counts against; `info` of one of the rulebook, else null. */
interface Wanted {
  readonly id: string;
  readonly label: string;
  /** As a cell. */
  readonly atLeast: string;
  readonly info: api.TargetInfo | null;
}

export function targets(wasm: WasmEngine, known: Known, input: api.TargetsInput): api.TargetsReport {
  const given = options('targets', input, ['targets', 'counts'] as const);
  const ruled = known.rulebook.targets;
  const wanted = given.targets === undefined ? ruled.map(ofRulebook) : list('targets', given.targets).map((one, at): Wanted => {
    if (typeof one === 'string') return ofRulebook(ruled[choice('targets', one, ruled.map((target) => target.id), 'usage.unknown-target')] as api.TargetInfo);
    const where = `targets.${at}`;
    const read = options(where, one, TARGET);
    return { id: text(`${where}.id`, read.id), label: text(`${where}.label`, read.label), atLeast: cell(where, 'atLeast', read.atLeast), info: null };
  });
  const counts = object('counts', given.counts);
  guarded('counts', () => Object.keys(counts).forEach((key) => choice('counts', key, wanted.map((one) => one.id))));
  const lines = wanted.map((one) => {
    const where = `counts.${one.id}`;
    const row = guarded(where, () => (has(counts, one.id) ? counts[one.id] : undefined));
    const read = options(where, row === undefined || row === null ? {} : row, ['count', 'of'] as const);
    const cite = one.info && one.info.citations[0];
    return [clean(one.id), clean(one.label), one.atLeast, cell(where, 'count', read.count), cell(where, 'of', read.of), cite ? cite.id : ''].join(SEPARATOR);
  });
  const packed = core(() => JSON.parse(wasm.targets(lines.join(COLUMN))) as { targets: PackedTarget[]; diagnostics: CitedById<api.Diagnostic>[] });
  return Object.freeze({
    targets: Object.freeze(wanted.map((one, at): api.TargetStanding => {
      const [atLeast, count, of, share, shareText, reached, needed, more, summary] = packed.targets[at] as PackedTarget;
      return Object.freeze({
        id: one.id, label: one.label, atLeast, count, of, share, shareText, reached: reached === null ? null : reached === 1, needed, more, summary,
        basis: one.info && one.info.basis, citations: one.info ? one.info.citations : Object.freeze([]),
      });
    })),
    diagnostics: findings(known.citation, packed.diagnostics),
    provenance: known.provenance,
  });
}

/** A goal of the rulebook; its percentage is a program's number. */
function ofRulebook(info: api.TargetInfo): Wanted {
  return { id: info.id, label: info.label, atLeast: '\u0001' + info.atLeast, info };
}
