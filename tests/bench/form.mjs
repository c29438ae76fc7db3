/**
 * `engine.check` with another whole form each call, and with one field changed since the last call, beside what portals
 * use today. All of them are first checked to say the same of a thousand forms. Pure, as `work.mjs` is.
 */
import { inOrder, oneField, unitOf, withAnnex, withSlips } from './form-data.mjs';
import { peers } from './form-peers.mjs';

const FORM = 'mau-2b';
const AS_OF = '2025-12-31';
const WHOLE = 25;
const FIELD = 3;
/** More than the core remembers sentences of. */
const ROUNDS = Array.from({ length: 512 }, (_, round) => round);
const STEPS = ROUNDS.slice(0, 64);

/** Forms of one unit, and forms each of another unit. */
const ofOneUnit = (forms) => {
  const unit = unitOf(3);
  return forms.map((answers) => ({ form: FORM, answers, unit, final: true }));
};
const ofUnits = (forms) => forms.map((answers, round) => ({ form: FORM, answers, unit: unitOf(round), final: true }));

/** Points that do not add up, never twice in the same way: with each total many results. */
function neverSaid() {
  return STEPS.slice(0, 32).flatMap((total) => oneField('results', STEPS.map((round) => 2 + round / 2), { total: 60 + total / 2 }));
}

function tasks() {
  const count = (values) => ofOneUnit(oneField('tasks-exceeded', values, { 'exceeded-percent': undefined }));
  const typed = 'Phương hướng khắc phục: báo cáo đúng hạn, học tập thêm về chuyên môn, tham gia sinh hoạt đầy đủ';
  return [
    { name: 'whole form, in order', aim: WHOLE, inputs: ofOneUnit(ROUNDS.map((round) => inOrder(round))) },
    { name: 'whole form, five findings', aim: WHOLE, inputs: ofOneUnit(ROUNDS.map((round) => withSlips(round * 4 + 1, 3))) },
    { name: 'whole form, another unit', aim: WHOLE, inputs: ofUnits(ROUNDS.map((round) => inOrder(round))) },
    { name: 'whole form, annex of 16 tasks', aim: WHOLE, inputs: ofOneUnit(ROUNDS.map((round) => withAnnex(round))) },
    { name: 'one text', aim: FIELD, inputs: ofOneUnit(oneField('plan', STEPS.map((round) => typed.slice(0, 30 + round)))) },
    { name: 'one count, condition stays', aim: FIELD, inputs: count([6, 7, 8, 9]) },
    { name: 'one count, condition turns', aim: FIELD, inputs: count([4, 6, 3, 7]) },
    { name: 'one score, sum still open', aim: FIELD, inputs: ofOneUnit(oneField('capacity', [8, 8.5, 9, 9.5], { 'self-criticism': undefined })) },
    { name: 'one score, sum is off', aim: FIELD, inputs: ofOneUnit(neverSaid()) },
    { name: 'one score, off as before', aim: FIELD, inputs: ofOneUnit(oneField('results', [60, 61.5, 62, 63.5])) },
  ];
}

/** What both sides say, as a text to compare. */
function gist(Decimal, { fields, points, band, rules, values, statuses, quota }) {
  const plain = (value) => (value === null ? '–' : new Decimal(value).toString());
  // Of no tasks at all there is no share, whichever way that is put.
  const shares = values && values.map((value) => (value === null || value.endsWith('–') ? null : value));
  return JSON.stringify({ fields: fields.sort().join(), points: points && points.map(plain), band, rules, shares, statuses, quota });
}

export function ofOurs(Decimal, { diagnostics, rating, quotas: [quota] }) {
  const shares = ['done', 'on-time', 'exceeded', 'late', 'over-50-undone'];
  return gist(Decimal, {
    fields: diagnostics.map((finding) => finding.path[0]), points: rating && [rating.points.least, rating.points.most], band: rating && rating.band,
    rules: rating && rating.rules.map((rule) => rule.verdict), values: rating && rating.rules.filter((rule) => shares.includes(rule.id)).map((rule) => rule.values),
    statuses: rating && rating.grades.map((grade) => grade.status),
    quota: [quota.used, quota.state === 'exceeded', ...quota.readings.slice(0, 2).map((reading) => reading.limit), quota.headroom, quota.nextSlotAt],
  });
}

export function ofTheirs(Decimal, { findings, rating, quota }) {
  return gist(Decimal, {
    fields: findings.map((finding) => finding.field), points: rating && [rating.least, rating.most], band: rating && rating.band,
    rules: rating && rating.verdicts, values: rating && [0, 1, 3, 5, 9].map((at) => rating.values[at]), statuses: rating && rating.statuses,
    quota: [quota.used, quota.headroom < 0, ...quota.limits, quota.headroom, quota.nextSlotAt],
  });
}

/** A finding here must be a finding there, at the same field; points, verdicts, grades and places must be equal. */
async function agree(Decimal, engine, theirs, inputs) {
  for (const input of inputs) {
    const ours = ofOurs(Decimal, engine.check(input));
    for (const [name, check] of Object.entries(theirs)) {
      const said = ofTheirs(Decimal, await check(input.answers, input.unit));
      if (said !== ours) throw new Error(`not the same work: ${name} says\n${said}\nand xeploai\n${ours}\nof ${JSON.stringify(input)}`);
    }
  }
}

/** A contender: runs so many calls, and how many take about two milliseconds. */
async function ready(work, isLater) {
  const run = isLater ? async (calls) => { for (let i = 0; i < calls; i++) await work(); } : (calls) => { for (let i = 0; i < calls; i++) work(); };
  // Warm, but not for ever where one call takes a millisecond.
  const warm = performance.now();
  for (let calls = 0; calls < 3000 && performance.now() - warm < 400; calls += 50) await run(50);
  const from = performance.now();
  await run(20);
  const each = (performance.now() - from) / 20;
  return { run, calls: Math.max(1, Math.ceil(2 / Math.max(0.0005, each))), times: [] };
}

/** Median microseconds a call of each. They take turns of two milliseconds, there and back, so that all see the same machine. */
async function race(works, turns = 61) {
  const contenders = [];
  for (const [who, work] of Object.entries(works)) contenders.push({ who, ...await ready(work, who === 'json-rules-engine') });
  for (let turn = 0; turn < turns; turn++) {
    for (const { run, calls, times } of contenders.reverse()) {
      const from = performance.now();
      await run(calls);
      times.push(((performance.now() - from) * 1000) / calls);
    }
  }
  const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
  const found = Object.fromEntries(contenders.map(({ who, times }) => [who, median(times)]));
  return Object.fromEntries(Object.keys(works).map((who) => [who, found[who]]));
}

export async function measureForm({ xeploai, rulebooks, libraries }) {
  const { Decimal } = libraries;
  const engine = await xeploai.createEngine({ rulebook: rulebooks, asOf: AS_OF });
  const info = engine.forms().find((form) => form.id === FORM);
  const { grades } = engine.rulebook.subjects.find((subject) => subject.id === info.subject);
  const theirs = peers(libraries, { info, grades, asOf: AS_OF });
  const rows = tasks();
  for (const { inputs } of rows) await agree(Decimal, engine, theirs, inputs);
  await agree(Decimal, engine, theirs, ofUnits(Array.from({ length: 1000 }, (_, round) => withSlips(round, round % 7))));
  const found = [];
  for (const { name, aim, inputs } of rows) {
    let at = 0;
    const next = () => inputs[(at = (at + 1) % inputs.length)];
    const peer = (check) => () => {
      const { answers, unit } = next();
      return check(answers, unit);
    };
    const works = { xeploai: () => engine.check(next()) };
    for (const who of Object.keys(theirs)) works[who] = peer(theirs[who]);
    found.push({ name, aim, times: await race(works) });
  }
  engine.dispose();
  return found;
}

/** Creating another engine of one rulebook once the bytes are compiled: median milliseconds of thirty, after three. */
export async function measureEngines({ xeploai, rulebooks }) {
  const rulebook = rulebooks.find(({ id }) => id === 'hd43-2025');
  const times = [];
  for (let round = 0; round < 33; round++) {
    const from = performance.now();
    const engine = await xeploai.createEngine({ rulebook, asOf: AS_OF });
    times.push(performance.now() - from);
    engine.dispose();
  }
  return times.slice(3).sort((a, b) => a - b)[15];
}
