/** The types of the packed package among those of the libraries it is for, with their declarations checked, too. */
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { attempt } from '../../js/tools/command.mjs';
import { npmBin, tests } from '../../js/tools/paths.mjs';
import { needs, project, write } from './project.mjs';

test('a schema compiles as a Standard Schema and as a resolver of React Hook Form', needs('vite'), () => {
  const folder = project('vite', 'types', [path.join(tests, 'consumers', 'types')]);
  const compilerOptions = { target: 'es2022', lib: ['es2022', 'dom'], module: 'esnext', moduleResolution: 'bundler', strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true, types: [] };
  write(folder, { 'tsconfig.json': JSON.stringify({ compilerOptions, files: ['form-libraries.ts'] }) });
  const done = attempt(path.join(npmBin, 'tsc'), ['-p', folder], { cwd: folder });
  assert.ok(done.ok, done.text);
});
