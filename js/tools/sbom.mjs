/**
 * The step `sbom`: what the package is made of and with, as CycloneDX lists, out of the lock files alone, so that the same lock
 * files give the same bytes: dist/sbom.rust.cdx.json and dist/sbom.npm.cdx.json. What is inside the package is `required`; what
 * only made it is `excluded`. tests/packaging/supply.test.mjs holds them against the official schema, cargo and npm.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { output, Stop } from './command.mjs';
import { dist, js, root } from './paths.mjs';

const read = (...names) => readFileSync(path.join(...names), 'utf8');
const byRef = (one, other) => (one['bom-ref'] < other['bom-ref'] ? -1 : 1);

export function buildSbom() {
  for (const [name, list] of [['rust', rustList()], ['npm', npmList()]]) {
    writeFileSync(path.join(dist, `sbom.${name}.cdx.json`), `${JSON.stringify(list, null, 1)}\n`);
  }
}

function list(components, dependencies) {
  const { name, version, license, description } = JSON.parse(read(js, 'package.json'));
  const ref = `pkg:npm/${name}@${version}`;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'library', 'bom-ref': ref, name, version, description, licenses: [{ expression: license }], purl: ref } },
    components: components.sort(byRef),
    dependencies: [...dependencies].map(([from, on]) => ({ ref: from ?? ref, dependsOn: [...new Set(on)].sort() })).sort((one, other) => (one.ref < other.ref ? -1 : 1)),
  };
}

function component(purl, { name, version, license, hash }, shipped) {
  return {
    type: 'library', 'bom-ref': purl, name, version, scope: shipped ? 'required' : 'excluded',
    ...(hash ? { hashes: [hash] } : {}),
    // Some still write the slash that meant "or".
    ...(license ? { licenses: [{ expression: license.replaceAll('/', ' OR ') }] } : {}),
    purl,
  };
}

/** The crates that cargo takes for the page's module; those of macros and build scripts only make it. */
function rustList() {
  const sums = new Map([...read(root, 'Cargo.lock').matchAll(/name = "(.+)"\nversion = "(.+)"\nsource = .+\nchecksum = "(\w+)"/g)].map(([, name, version, sum]) => [`pkg:cargo/${name}@${version}`, sum]));
  const shipped = new Set(tree('normal').filter(({ macro }) => !macro).map(({ purl }) => purl));
  const std = component(...standardLibrary(), true);
  const edges = new Map([[null, [std.purl]]]);
  const crates = tree('normal,build').map(({ purl, above, name, version, license }) => {
    edges.set(above, [...(edges.get(above) ?? []), purl]);
    edges.set(purl, edges.get(purl) ?? []);
    return component(purl, { name, version, license, hash: { alg: 'SHA-256', content: sums.get(purl) } }, shipped.has(purl));
  });
  return list(unique([...crates, std]), edges);
}

/** What cargo's tree has in it, each with the one above it (null for this crate) and whether a macro brought it. */
function tree(edges) {
  const said = output('cargo', [
    'tree', '--locked', '--edges', edges, '--features', 'wasm', '--target', 'wasm32-unknown-unknown', '--no-dedupe', '--prefix', 'depth', '--format', ' {p} | {l}',
  ], root);
  if (!said) throw new Stop('cargo tree failed: is Cargo.lock up to date?');
  const way = [];
  return said.split('\n').flatMap((line) => {
    const [, depth, name, version, more, license] = line.match(/^(\d+) (\S+) v(\S+)(.*) \| (.*)$/);
    const above = way[depth - 1];
    const one = { purl: `pkg:cargo/${name}@${version}`, name, version, license, above: above?.root ? null : above?.purl, macro: Boolean(above?.macro) || more.includes('(proc-macro)'), root: depth === '0' };
    way[depth] = one;
    return one.root ? [] : [one];
  });
}

/** Rust's own libraries are in every module, though no lock file names them. */
function standardLibrary() {
  const version = output('rustc', ['--version']).split(' ')[1];
  return [`pkg:generic/rust-std@${version}`, { name: 'rust-std', version, license: 'MIT OR Apache-2.0' }];
}

/** The packages of js/package-lock.json; inside are those that js/src imports. */
function npmList() {
  const { packages } = JSON.parse(read(js, 'package-lock.json'));
  const places = Object.keys(packages).filter((place) => place !== '');
  const nameOf = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const purl = (place) => `pkg:npm/${nameOf(place).replace('@', '%40')}@${packages[place].version}`;
  const inside = new Set(importedBySource());
  for (const name of inside) if (!packages[`node_modules/${name}`]) throw new Stop(`js/src imports ${name}, which is not in js/package-lock.json.`);
  const made = places.map((place) => component(
    purl(place), { name: nameOf(place), ...packages[place], hash: sha512(packages[place].integrity) }, inside.has(nameOf(place)),
  ));
  const edges = new Map(['', ...places].map((place) => [place ? purl(place) : null, neededBy(place, packages).map(purl)]));
  return list(unique(made), edges);
}

/** As Node looks for a package: beside, then further out. */
function neededBy(place, packages) {
  const { dependencies, optionalDependencies, devDependencies } = packages[place];
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...(place === '' ? devDependencies : {}) });
  return names.map((name) => {
    for (let from = place; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
      const at = `${from}${from && '/'}node_modules/${name}`;
      if (packages[at]) return at;
      if (from === '') return null;
    }
  }).filter((at) => at !== null);
}

/** Packages that js/src imports, and which are therefore in the bundles. */
export function importedBySource() {
  const files = readdirSync(path.join(js, 'src'), { recursive: true }).filter((name) => /\.[tj]s$/.test(name) && statSync(path.join(js, 'src', name)).isFile());
  const names = files.flatMap((name) => [...read(js, 'src', name).matchAll(/^import\s[^;]*?from '([^.'][^']*)';/gm)].map((match) => match[1]));
  return [...new Set(names)].sort();
}

function sha512(integrity) {
  return integrity && { alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') };
}

function unique(components) {
  return [...new Map(components.map((one) => [one['bom-ref'], one])).values()];
}
