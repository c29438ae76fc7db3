/**
 * What each peer costs before it has done anything: from its import to its first answer, in a new process, and how much there is to load. The same small job for all of a
 * kind, and the answers are compared. What is loaded is minified and bundled with esbuild, WebAssembly as a file of its own, but for ours, which has it inside.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build, dist, js } from '../../js/tools/paths.mjs';
import { inOrder, unitOf } from './form-data.mjs';
import { ofOurs, ofTheirs } from './form.mjs';
import { peersFolder } from './peers.mjs';
import { counts, table } from './work.mjs';

const RUNS = 9;
const HERE = fileURLToPath(import.meta.url);
const FOLDER = path.join(build, 'bench');
const BOOK = 'hd43-2025';
const AS_OF = '2025-12-31';
const require = createRequire(path.join(js, 'package.json'));
const near = (file) => JSON.stringify(path.join(path.dirname(HERE), file));

const OURS = `import { createEngine } from 'xeploai'; import rulebook from 'xeploai/rulebooks/${BOOK}';
  const engine = () => createEngine({ rulebook, asOf: '${AS_OF}' });`;
const ZEN = '@gorules/zen-engine-wasm/dist/zen_engine_wasm';
const CEDAR = '@cedar-policy/cedar-wasm/web';
const form = (name, imports, libraries) => `${imports} import Decimal from 'decimal.js'; import { peers } from ${near('form-peers.mjs')};
  export const first = async ({ info, grades, answers, unit }) => peers({ Decimal, ${libraries} }, { info, grades, asOf: '${AS_OF}' })['${name}'](answers, unit);`;
const breakdown = (name, imports, libraries) => `${imports} import { breakdownPeers } from ${near('work.mjs')};
  export const first = ({ source, given }) => breakdownPeers(${libraries})['${name}'](source, given).map((row) => row.shareText);`;

/** Job → peer → a module whose `first` answers. HEAVY: where the heavy peers lie, for files that their packages do not give out by name. */
const JOBS = {
  form: {
    xeploai: `${OURS} export const first = async ({ answers, unit }) => (await engine()).check({ form: 'mau-2b', answers, unit, final: true });`,
    ajv: form('ajv', "import Ajv from 'ajv';", 'Ajv'),
    zod: form('zod', "import { z } from 'zod';", 'z'),
    valibot: form('valibot', "import * as v from 'valibot';", 'v'),
    'json-rules-engine': form('json-rules-engine', "import Ajv from 'ajv'; import * as rules from 'json-rules-engine';", 'Ajv, rules'),
    'zen-engine': form('zen-engine', `import Ajv from 'ajv'; import init, * as zen from '${ZEN}.js'; import bytes from 'HEAVY/${ZEN}_bg.wasm'; await init({ module_or_path: bytes });`, 'Ajv, zen'),
    cedar: form('cedar', `import Ajv from 'ajv'; import init, * as cedar from '${CEDAR}'; import bytes from 'HEAVY/${CEDAR}/cedar_wasm_bg.wasm'; await init({ module_or_path: bytes });`, 'Ajv, cedar'),
  },
  breakdown: {
    xeploai: `${OURS} export const first = async ({ source, given }) => (await engine()).breakdown({ table: source, counts: given }).rows.map((row) => row.shareText);`,
    'decimal.js': breakdown('decimal.js', "import Decimal from 'decimal.js';", '{ Decimal }'),
    'big.js': breakdown('big.js', "import Big from 'big.js';", '{ Big }'),
    'bignumber.js': breakdown('bignumber.js', "import BigNumber from 'bignumber.js';", '{ BigNumber }'),
  },
  roster: {
    xeploai: `${OURS} export const first = async ({ parents, unit, grade }) => {
      const { own, columns } = (await engine()).rollUp({ subject: 'member', parents, unit, grade });
      return parents.flatMap((_, at) => [0, 1, 2, 3].map((one) => [at, one, own[at * columns.length + one]])).filter(([, , count]) => count > 0);
    };`,
    arquero: `import { table } from 'arquero';
      export const first = ({ unit, grade }) => table({ unit, grade }).groupby('unit', 'grade').count().objects().map((row) => [row.unit, row.grade, row.count]);`,
    'duckdb-wasm': `import { duckdb } from ${near('peers.mjs')};
      export const first = async ({ unit, grade, heavy }) => {
        const { connection, arrow } = await duckdb(heavy);
        connection.insertArrowTable(new arrow.Table({ unit: arrow.makeVector(Int32Array.from(unit)), grade: arrow.makeVector(Int32Array.from(grade)) }), { name: 'roster', create: true });
        return [...connection.query('SELECT unit, grade, count(*) AS n FROM roster GROUP BY unit, grade')].map((row) => [row.unit, row.grade, Number(row.n)]);
      };`,
  },
  report: {
    xeploai: `${OURS} export const first = async ({ report }) => (await engine()).audit({ text: report }).diagnostics.length;`,
    'harper.js': `import { harper } from ${near('peers.mjs')};
      export const first = async ({ prose, heavy }) => (await (await harper(heavy))(prose)).length;`,
  },
};
/** They find their files themselves, so they are not bundled; what a page would load of them. */
const AS_THEY_ARE = {
  'duckdb-wasm': ['@duckdb/duckdb-wasm/dist/duckdb-browser.mjs', '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js', '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'],
  'harper.js': ['harper.js/dist/index.js', 'harper.js/dist/slimBinaryInlined.js'],
};
const NEEDS_HEAVY = ['zen-engine', 'cedar', 'big.js', 'bignumber.js', ...Object.keys(AS_THEY_ARE)];

/** Rows of `{ job, peer, ms, gzip, brotli }`, sizes in bytes. */
export async function measureStart() {
  const heavy = peersFolder();
  mkdirSync(FOLDER, { recursive: true });
  const given = path.join(FOLDER, 'given.json');
  writeFileSync(given, JSON.stringify(await questions(heavy)));
  const rows = [];
  for (const [job, peers] of Object.entries(JOBS)) {
    const said = new Map();
    for (const [peer, code] of Object.entries(peers).filter(([name]) => heavy || !NEEDS_HEAVY.includes(name))) {
      const { file, parts } = await bundled(job, peer, code, heavy);
      const runs = Array.from({ length: RUNS }, () => JSON.parse(execFileSync(process.execPath, [HERE, file, given], { encoding: 'utf8', maxBuffer: 1 << 26 })));
      said.set(peer, gist(job, peer, runs[0].said));
      const size = (compress) => parts.reduce((sum, bytes) => sum + compress(bytes).length, 0);
      rows.push({ job, peer, ms: runs.map(({ took }) => took).sort((a, b) => a - b)[RUNS >> 1], gzip: size((bytes) => gzipSync(bytes, { level: 9 })), brotli: size(brotli) });
    }
    for (const [peer, one] of said) if (job !== 'report' && one !== said.get('xeploai')) throw new Error(`not the same work: of the ${job} ${peer} says\n${one}\nand xeploai\n${said.get('xeploai')}`);
  }
  return rows;
}

/** Quality 9: the last steps take minutes on megabytes, for two percent. */
const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });

async function questions(heavy) {
  const load = (file) => import(pathToFileURL(path.join(dist, file)).href);
  const [{ createEngine }, { default: rulebook }] = [await load('index.js'), await load(`rulebooks/${BOOK}.js`)];
  const engine = await createEngine({ rulebook, asOf: AS_OF });
  const info = engine.forms().find((one) => one.id === 'mau-2b');
  const rows = Array.from({ length: 1000 }, (_, row) => row);
  return {
    heavy, info, grades: engine.rulebook.subjects.find((subject) => subject.id === info.subject).grades, answers: inOrder(1), unit: unitOf(3),
    source: table(), given: counts(1),
    parents: [-1, ...Array.from({ length: 10 }, () => 0)],
    roster: { unit: rows.map((row) => 1 + (row % 10)), grade: rows.map((row) => (row % 7) % 4) },
    report: 'Có 352/353 đồng chí nộp bản tự phê bình, chiếm 99,43%.', prose: 'There is 352 of 353 member who has handed in there review.',
  };
}

/** The module as a file to run, and the parts that a page would load. */
async function bundled(job, peer, code, heavy) {
  const file = path.join(FOLDER, `start-${job}-${peer}.mjs`);
  if (AS_THEY_ARE[peer]) {
    writeFileSync(file, code);
    return { file, parts: AS_THEY_ARE[peer].map((name) => readFileSync(path.join(heavy, 'node_modules', name))) };
  }
  const { build: esbuild } = require('esbuild');
  const whole = (wasm) => esbuild({
    stdin: { contents: code.replace('HEAVY', path.join(heavy ?? '', 'node_modules')), resolveDir: js }, bundle: true, minify: true, format: 'esm', platform: 'browser', target: 'es2022', write: false, logLevel: 'silent', loader: { '.wasm': wasm },
    alias: { xeploai: path.join(dist, 'index.js'), [`xeploai/rulebooks/${BOOK}`]: path.join(dist, 'rulebooks', `${BOOK}.js`) }, nodePaths: heavy ? [path.join(heavy, 'node_modules')] : [],
  });
  writeFileSync(file, (await whole('binary')).outputFiles[0].contents);
  const wasm = [...code.matchAll(/from 'HEAVY\/([^']+\.wasm)'/g)].map(([, name]) => readFileSync(path.join(heavy, 'node_modules', name)));
  return { file, parts: [Buffer.from((await whole('empty')).outputFiles[0].contents), ...wasm] };
}

/** What was said, as a text to compare. */
function gist(job, peer, said) {
  const Decimal = require('decimal.js');
  if (job === 'form') return peer === 'xeploai' ? ofOurs(Decimal, said) : ofTheirs(Decimal, said);
  return JSON.stringify(job === 'roster' ? said.sort(([a, b], [c, d]) => a - c || b - d) : said);
}

/** In a process of its own: the bundle, and what it is asked. */
async function once([file, given]) {
  const asked = JSON.parse(readFileSync(given, 'utf8'));
  const from = performance.now();
  const { first } = await import(pathToFileURL(file).href);
  const said = await first(/roster/.test(path.basename(file)) ? { ...asked, ...asked.roster } : asked);
  console.log(JSON.stringify({ took: performance.now() - from, said }));
}

if (process.argv[1] === HERE) await once(process.argv.slice(2));
