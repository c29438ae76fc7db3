/** tests/types/consumer.ts, and server.ts without the DOM, compile against the built declarations, whatever the project is set up like. */
import assert from 'node:assert/strict';
import { copyFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { attempt } from '../../js/tools/command.mjs';
import { npmBin, tests } from '../../js/tools/paths.mjs';
import { linkedProject } from '../packaging/install.mjs';

const MODERN = { target: 'es2022', lib: ['es2022', 'dom', 'esnext.disposable'] };
const OLDER = { target: 'es2020', lib: ['es2020', 'dom'] };
const SETTINGS = [
  ['Node, ES modules', 'module', { ...MODERN, module: 'nodenext' }],
  ['Node, CommonJS', 'commonjs', { ...MODERN, module: 'nodenext' }],
  ['a bundler', 'module', { ...MODERN, module: 'esnext', moduleResolution: 'bundler' }],
  ['a bundler, nothing newer than ES2020', 'module', { ...OLDER, module: 'esnext', moduleResolution: 'bundler' }],
  ['Node without the DOM', 'module', { ...MODERN, lib: ['es2022'], module: 'nodenext' }, 'server.ts'],
];

for (const [title, type, settings, program = 'consumer.ts'] of SETTINGS) {
  test(`a TypeScript program compiles: ${title}`, () => {
    const folder = linkedProject({ type });
    copyFileSync(path.join(tests, 'types', program), path.join(folder, program));
    const compilerOptions = { ...settings, strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true, types: [] };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [program] }));
    const done = attempt(path.join(npmBin, 'tsc'), ['-p', folder], { cwd: folder });
    assert.ok(done.ok, done.text);
  });
}
