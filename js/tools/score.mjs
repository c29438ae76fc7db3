/**
 * `npm run score -- FILE`: how well `engine.audit` reads the annotated reports of a file, with the built package. Prints
 * recall of claims, recall of defects, false errors, and each miss.
 *
 * The file is a list of excerpts: `excerpt` (with `context_from`, the excerpts to be read before it), `claims`
 * (`span_text`, `count`, `base`, `stated_pct`, `verdict`, `ambiguity`, `kind`, `sev`), `relations` (`holds`, `severity`).
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { main, Stop } from './command.mjs';
import { root } from './paths.mjs';

/** What each annotated verdict is called by the engine. */
const VERDICTS = {
  ok: ['right', 'coarse', 'hedged'],
  'rounding-truncated': ['truncated'],
  wrong: ['wrong', 'other-base'],
  contradicts: ['wrong', 'other-base'],
  unclear: ['right', 'coarse', 'hedged', 'truncated', 'unresolved'],
};
/** Annotated kinds that are no claims. */
const NO_CLAIMS = ['target', 'quota-rule'];
/** Codes of defects of a relation that are to be found. */
const DEFECTS = ['H', 'G', 'B', 'L'];

main(async () => {
  if (!process.argv[2]) throw new Stop('Which file? npm run score -- FILE');
  // npm runs its scripts in js; a file is named from where one stands.
  const file = path.resolve(process.env.INIT_CWD ?? '.', process.argv[2]);
  if (!existsSync(file)) throw new Stop(`There is no ${file}.`);
  const { createEngineSync } = await import(path.join(root, 'js', 'dist', 'index.js'));
  const { default: rulebook } = await import(path.join(root, 'js', 'dist', 'rulebooks', 'hd21-2019.js'));
  const engine = createEngineSync({ rulebook, asOf: '2020-12-31' });
  const entries = JSON.parse(readFileSync(file, 'utf8'));
  const score = { claims: [0, 0], verdicts: [0, 0], defects: [0, 0], falseErrors: 0, falseWarnings: 0 };
  for (const entry of entries) judge(entry, entries, engine, score);
  const part = (name, [hit, all]) => `${name} ${hit}/${all} (${all ? ((100 * hit) / all).toFixed(1) : '–'}%)`;
  console.log(`\n${part('claims', score.claims)} · ${part('verdicts', score.verdicts)} · ${part('defects', score.defects)} · ` +
    `false errors ${score.falseErrors} · false warnings ${score.falseWarnings}`);
});

function judge(entry, entries, engine, score) {
  const before = (entry.context_from ?? []).map((id) => entries.find((other) => other.id === id).excerpt + '\n').join('');
  const text = before + entry.excerpt;
  const audit = engine.audit({ text });
  const misses = [];
  const wrong = [];
  for (const claim of entry.claims.filter(({ kind }) => !NO_CLAIMS.includes(kind))) {
    const start = text.indexOf(claim.span_text, before.length);
    const place = [start, start + claim.span_text.length];
    const near = audit.claims.filter(({ span }) => overlap(span, place));
    count(score.claims, near.some((one) => same(one, claim)), misses, `claim ${claim.span_text} = ${claim.count}/${claim.base}`);
    if (!claim.verdict) continue;
    const wanted = VERDICTS[claim.verdict] ?? VERDICTS[claim.ambiguity === 'contradicts' ? 'contradicts' : 'unclear'];
    const fits = near.some(({ verdict }) => wanted.includes(verdict));
    count(score.verdicts, fits, misses, `verdict of ${claim.span_text}: ${claim.verdict}, not ${near.map(({ verdict }) => verdict)}`);
    const defect = (claim.verdict === 'wrong' && claim.sev !== 'T') || claim.ambiguity === 'contradicts';
    if (claim.verdict === 'wrong' || defect) wrong.push(place);
    const flagged = audit.diagnostics.some((one) => one.severity !== 'info' && overlap(one.span, place));
    if (defect) count(score.defects, flagged, misses, `DEFECT ${claim.span_text}`);
  }
  const failing = entry.relations.filter(({ holds, severity }) => !holds && DEFECTS.includes(severity));
  const looks = audit.diagnostics.filter(({ severity }) => severity !== 'info');
  for (const { expr } of failing) count(score.defects, looks.length > 0, misses, `DEFECT ${expr}`);
  for (const one of looks) {
    if (wrong.some((place) => overlap(one.span, place)) || failing.length > 0) continue;
    if (one.severity === 'error') score.falseErrors += 1;
    else score.falseWarnings += 1;
    misses.push(`FALSE ${one.severity} “${text.slice(...one.span)}”: ${one.message}`);
  }
  if (misses.length > 0) console.log(`${entry.id}\n${misses.map((miss) => `  ${miss}`).join('\n')}`);
}

function count(tally, hit, misses, what) {
  tally[0] += hit ? 1 : 0;
  tally[1] += 1;
  if (!hit) misses.push(what);
}

function same(one, claim) {
  const base = claim.base === null || claim.ambiguity === 'unstated' || one.base === claim.base;
  return base && (claim.count === null || one.count === claim.count);
}

function overlap(a, b) {
  return a[0] < b[1] && a[1] > b[0];
}
