/** The example of a server that checks again what was sent. */
import assert from 'node:assert/strict';
import path from 'node:path';
import test from 'node:test';
import { js } from '../../js/tools/paths.mjs';
import { needs, project } from '../consumers/project.mjs';
import { serving } from '../consumers/serving.mjs';
import { WRONG } from './person.mjs';

const post = async (url, body) => {
  const response = await fetch(`${url}/check`, { method: 'POST', body });
  return [response.status, await response.json()];
};

test('a Node server says what does not fit, takes what does, and is not brought down by anything else', needs('pages'), () => {
  const folder = project('pages', 'node', [path.join(js, 'examples', 'node')]);
  return serving(folder, process.execPath, ['server.mjs'], { PORT: '0' }, async (url) => {
    assert.deepEqual(await post(url, JSON.stringify({ general: '28', results: '64', total: '90' })), [422, { points: '92', errors: [{ field: 'total', message: WRONG }] }]);
    assert.deepEqual(await post(url, JSON.stringify({ general: '28', results: '64', total: '92' })), [200, { points: '92', errors: [] }]);
    const hostile = ['{ "total": {} }', '{ "tasks": 7 }', '{ "__proto__": { "total": "90" } }', '{ "constructor": 1 }'];
    for (const body of ['', 'null', '7', '[', '"', 'x'.repeat(300_000), ...hostile]) assert.equal((await post(url, body))[0], 400, body.slice(0, 40));
    assert.equal((await post(url, JSON.stringify({ general: '28' })))[0], 200);
  });
});
