/**
 * The pages that every browser opens, one after the other. A page has the package in one of its ways, runs what `check` says, and
 * reports a list of `{ name, ok, detail }`, at least so many. `check` is sent as text: only what stands in it and on the page is there, in
 * JavaScript that Chromium 67 reads.
 */
const CLASSIC = ['/dist/xeploai.global.js'];
/** Browsers before 2022 do not know the narrower word. */
const WASM = "script-src 'self' file: 'nonce-page' 'wasm-unsafe-eval' 'unsafe-eval'";
const NO_WASM = "script-src 'self' file: 'nonce-page'";

/** On what it runs, and one answer. */
const answers = (runsOn) => `async function () {
  var engine = await xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2020-12-31' });
  var limit = engine.quota({ subject: 'member', tally: { htxsnv: 1, httnv: 9, htnv: 0, khtnv: 0 } }).quotas[0].limit;
  return [same('runs on ${runsOn}', engine.runsOn, '${runsOn}'), same('answers', limit, 2)];
}`;

/** Every shared case, except what only the author's module finds. */
const cases = (runsOn) => `async function () {
  var first = await (${answers(runsOn)})();
  return first.concat(await caseRunner.runCases({ xeploai: xeploai, rulebooks: xeploai.rulebooks, overlays: caseData.overlays, caseFiles: caseData.caseFiles }));
}`;

/** Asks for an engine whose core is at `address`, and expects an error of that code. */
const refusal = (address, code) => `
  results.push(same('${address} is ${code}', await xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2020-12-31', wasm: '${address}' }).then(
    function () { return 'an engine'; }, function (error) { return error.code === '${code}' ? error.code : error.code + ' ' + error.message; }), '${code}'));`;

export const PAGES = [
  {
    name: 'one classic script, from a file',
    least: 2,
    fromFile: true,
    policy: WASM,
    scripts: CLASSIC,
    check: answers('wasm'),
  },
  {
    name: 'one classic script, from a file, where WebAssembly is refused',
    least: 2,
    fromFile: true,
    policy: NO_WASM,
    scripts: CLASSIC,
    check: answers('javascript'),
  },
  {
    name: 'every case on WebAssembly',
    least: 2000,
    policy: WASM,
    scripts: [...CLASSIC, '/run-cases.js', '/cases.js'],
    check: cases('wasm'),
  },
  {
    name: 'every case on JavaScript, because the policy refuses WebAssembly',
    least: 2000,
    policy: NO_WASM,
    scripts: [...CLASSIC, '/run-cases.js', '/cases.js'],
    check: cases('javascript'),
  },
  {
    name: 'the default modules',
    least: 2,
    policy: WASM,
    modules: ['/dist/index.js', '/dist/rulebooks/index.js'],
    check: answers('wasm'),
  },
  {
    name: 'slim, its bytes from the server',
    least: 4,
    policy: WASM,
    modules: ['/dist/slim.js', '/dist/rulebooks/index.js'],
    check: `async function () {
      var results = [];
      ${refusal('/login.wasm', 'init.not-wasm')}
      ${refusal('/nowhere.wasm', 'init.fetch-failed')}
      ${refusal('/half.wasm', 'init.damaged')}
      var engine = await xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2020-12-31', wasm: '/dist/engine.wasm' });
      results.push(same('after refusals it runs', engine.runsOn, 'wasm'));
      return results;
    }`,
  },
  {
    name: 'slim, its bytes as application/octet-stream',
    least: 1,
    policy: WASM,
    modules: ['/dist/slim.js', '/dist/rulebooks/index.js'],
    check: `async function () {
      var engine = await xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2020-12-31', wasm: '/octets' });
      return [same('runs on wasm', engine.runsOn, 'wasm')];
    }`,
  },
  {
    name: 'a core that stops',
    least: 3,
    policy: WASM,
    scripts: CLASSIC,
    check: `async function () {
      var stop = false;
      var real = WebAssembly.instantiate;
      WebAssembly.instantiate = function (module, imports) {
        return real.call(WebAssembly, module, imports).then(function (instance) {
          var exports = Object.assign({}, instance.exports, { wasmengine_quota: function () {
            if (stop) throw new WebAssembly.RuntimeError('unreachable');
            return instance.exports.wasmengine_quota.apply(null, arguments);
          } });
          return { exports: exports };
        });
      };
      var options = { rulebook: xeploai.rulebooks, asOf: '2020-12-31' };
      var engine = await xeploai.createEngine(options);
      var ask = function () { return engine.quota({ subject: 'member', tally: { htxsnv: 1, httnv: 9, htnv: 0, khtnv: 0 } }).quotas[0].limit; };
      var results = [same('answers', ask(), 2)];
      stop = true;
      try { ask(); results.push(same('stops', 'answered', 'stopped')); } catch (error) { results.push(same('stops', error.code, 'engine.trap')); }
      stop = false;
      // Old browsers start the next one in a moment; making an engine waits for it.
      await xeploai.createEngine(options);
      results.push(same('answers again', ask(), 2));
      return results;
    }`,
  },
];
