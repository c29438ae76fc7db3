/** Every snippet of the README for modules compiles: JavaScript as TypeScript that does not ask about null, TypeScript strictly. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { attempt } from '../../js/tools/command.mjs';
import { npmBin, root } from '../../js/tools/paths.mjs';
import { documents, inline } from '../js/documents.mjs';
import { linkedProject } from '../packaging/install.mjs';

/** What the snippet on elements takes for granted: what stands on the reader's own page. */
const ON_THE_PAGE = `
import type {} from 'xeploai/elements';
declare const engine: import('xeploai').Engine, watcher: import('xeploai').Watcher, tally: import('xeploai').Tally, counts: import('xeploai').BreakdownInput['counts'];
declare const quota: HTMLElementTagNameMap['xeploai-quota'], table: HTMLElementTagNameMap['xeploai-breakdown'];
declare const findings: HTMLElementTagNameMap['xeploai-findings'], report: HTMLElementTagNameMap['xeploai-report'] & import('xeploai').Report;
declare const start: number, end: number, code: string, severity: 'error', message: string, fix: string;
declare const file: File;
`;
const CREATE = "import { createEngine } from 'xeploai';\n";
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
/** A later snippet goes on from the first one's import. Each is a module of its own: `[code, strictNullChecks]`. */
const snippets = [...readme.matchAll(/```(js|ts)\n([\s\S]*?)```/g)].map(([, language, code]) => [
  (language === 'ts' ? ON_THE_PAGE : /import \{.*createEngine/.test(code) ? '' : CREATE) + code, language === 'ts',
]);

/** The compiler's own words about a program in a new project with the package, or nothing. */
function errors(code, strictNullChecks) {
  const folder = linkedProject({ type: 'module' });
  writeFileSync(path.join(folder, 'snippet.ts'), code);
  const compilerOptions = { target: 'es2022', lib: ['es2022', 'dom', 'esnext.disposable'], module: 'nodenext', strict: true, strictNullChecks, noEmit: true, types: [] };
  writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['snippet.ts'] }));
  return attempt(path.join(npmBin, 'tsc'), ['-p', folder], { cwd: folder }).text;
}

for (const [at, [code, strictly]] of snippets.entries()) {
  test(`snippet ${at + 1} of the README compiles`, () => assert.equal(errors(code, strictly), ''));
}

/** Calls that stand within a sentence: what they leave out, and what their letters stand for. */
const LEFT_OUT = { createEngine: 'rulebook: [], asOf', 'engine.quota': "subject: 'member', tally" };
const IN_A_SENTENCE = `
import { createEngine, createAnnouncer, type EngineOptions, type QuotaInput } from 'xeploai';
import { createEngine as slim } from 'xeploai/slim';
import { defineElements } from 'xeploai/elements';
import { ExcelError } from 'xeploai/excel';
declare const engine: import('xeploai').Engine, watcher: import('xeploai').Watcher, error: ExcelError, overlay: object, wasm: ArrayBuffer;
declare const id: string, asOf: string, family: string, form: string, nonce: string, reason: string, decision: string, stated: undefined, text: string;
declare const table: string, counts: Record<string, number>, tally: Record<string, number>, parents: Int32Array, unit: Int32Array, grade: Uint8Array;
`;
const calls = documents.flatMap(inline).filter((one) => /^(?:engine|watcher|error)\.\w+\(.*\)$|^(?:createEngine|createAnnouncer|defineElements)\(.*\)$/.test(one));
const whole = (call) => {
  const [name] = call.split('(');
  return (/ wasm /.test(call) ? call.replace(name, 'slim') : call).replace('…', LEFT_OUT[name] ?? '…');
};

test('every call within a sentence compiles, in every document', () => {
  assert.ok(calls.length > 12);
  assert.equal(errors(IN_A_SENTENCE + calls.map((call) => `${whole(call)};`).join('\n'), true), '');
  assert.match(errors(`${IN_A_SENTENCE}createEngine({ rulebook: [], asOf, akcept: [id] });`, true), /'akcept'/);
});

test('a snippet with a wrong name does not', () => {
  assert.match(errors(snippets[0][0].replace('asOf', 'asof')), /'asof'/);
  assert.match(errors(snippets[3][0].replace('quota.result', 'quota.results'), true), /'results'/);
});
