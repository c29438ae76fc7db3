/** What the package is made of, and that each file is the one that was built. The lists are compared with what cargo and npm say themselves. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import test from 'node:test';
import { npm, output } from '../../js/tools/command.mjs';
import { dist, js, root } from '../../js/tools/paths.mjs';

const require = createRequire(path.join(js, 'package.json'));
const read = (...names) => readFileSync(path.join(...names), 'utf8');
const lists = { rust: JSON.parse(read(dist, 'sbom.rust.cdx.json')), npm: JSON.parse(read(dist, 'sbom.npm.cdx.json')) };
const inside = ({ components }) => components.filter(({ scope }) => scope === 'required');

test('INTEGRITY.txt has the fingerprint of each file of dist, as another program counts it', () => {
  const lines = read(dist, 'INTEGRITY.txt').trimEnd().split('\n').map((line) => line.split('  '));
  const there = readdirSync(dist, { recursive: true }).filter((name) => statSync(path.join(dist, name)).isFile() && name !== 'INTEGRITY.txt');
  assert.deepEqual(lines.map(([, name]) => name), there.map((name) => name.replaceAll(path.sep, '/')).sort());
  for (const [said, name] of lines) {
    // As browsers read it: the algorithm, then the digest in base64.
    const [algorithm, digest] = [said.slice(0, said.indexOf('-')), said.slice(said.indexOf('-') + 1)];
    assert.equal(createHash(algorithm).update(readFileSync(path.join(dist, name))).digest('base64'), digest, name);
  }
});

for (const [name, list] of Object.entries(lists)) {
  test(`the list of ${name} is what CycloneDX 1.6 says a list is`, () => {
    const schemas = path.join(path.dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')), 'res', 'schema');
    const Ajv = require('ajv');
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    // They name each other by the files they lie in.
    const others = ['spdx.SNAPSHOT.schema.json', 'jsf-0.82.SNAPSHOT.schema.json', 'cryptography-defs.SNAPSHOT.schema.json'];
    for (const other of others) ajv.addSchema({ ...JSON.parse(read(schemas, other)), $id: `http://cyclonedx.org/schema/${other}` });
    const valid = ajv.compile(JSON.parse(read(schemas, 'bom-1.6.SNAPSHOT.schema.json')));
    assert.ok(valid(list), JSON.stringify(valid.errors?.slice(0, 3)));
    assert.equal(valid({ ...list, specVersion: 1.6 }), false, 'the schema refuses what is wrong');
  });
  test(`everything that something in the list of ${name} needs is in the list, with its licence and the fingerprint of its source`, () => {
    const known = new Set([list.metadata.component, ...list.components].map((one) => one['bom-ref']));
    for (const { ref, dependsOn } of list.dependencies) for (const one of [ref, ...dependsOn]) assert.ok(known.has(one), one);
    for (const one of list.components) {
      assert.ok(one.licenses?.[0].expression, `${one.name} has no licence`);
      assert.ok(one.hashes?.[0].content || one.name === 'rust-std', `${one.name} has no fingerprint`);
    }
  });
}

test('cargo knows the crates under the same licences', () => {
  const { packages } = JSON.parse(output('cargo', ['metadata', '--format-version', '1', '--locked', '--features', 'wasm'], root));
  const known = new Map(packages.map(({ name, version, license }) => [`${name}@${version}`, license.replaceAll('/', ' OR ')]));
  for (const { name, version, licenses } of lists.rust.components.filter((one) => one.name !== 'rust-std')) assert.equal(licenses[0].expression, known.get(`${name}@${version}`), name);
  assert.deepEqual(inside(lists.rust).filter(({ name }) => /macro|build|syn|quote/.test(name)), [], 'what only builds is not inside');
});

test('npm names the same packages', () => {
  const [command, first] = npm();
  const said = JSON.parse(output(command, [...first, 'sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], js));
  assert.deepEqual(lists.npm.components.map(({ purl }) => purl), said.components.map(({ purl }) => purl).sort());
});

test('js-sys, whose default asks for eval, is not among the crates', () => {
  assert.doesNotMatch(read(root, 'Cargo.lock'), /name = "(?:js-sys|web-sys)"/);
});

test('whatever is inside the package is named in THIRD-PARTY.md', () => {
  const text = read(js, 'THIRD-PARTY.md');
  const names = [...inside(lists.rust), ...inside(lists.npm)].map(({ name }) => name).filter((name) => name !== 'rust-std');
  assert.ok(names.includes('fflate') && names.includes('rust_decimal'));
  assert.deepEqual(names.filter((name) => !text.includes(`\`${name}\``)), []);
});
