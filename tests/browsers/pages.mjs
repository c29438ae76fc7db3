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

/** Waits until the page is as it should be; the patience is that of `SILENCE` in suite.mjs. */
const UNTIL = `function until(what) {
  return new Promise(function (done) {
    (function look() { if (what()) done(); else setTimeout(look, 20); })();
  });
}`;

/** A form that is on the page already, filled in; the engine's findings come and go beside it. */
const watched = `async function () {
  ${UNTIL}
  var form = document.createElement('form');
  var fields = {}, places = {};
  ['general', 'results', 'total'].forEach(function (name) {
    fields[name] = form.appendChild(document.createElement('input'));
    fields[name].name = name;
    places[name] = form.appendChild(document.createElement('span'));
    places[name].setAttribute('data-xeploai-message', name);
  });
  document.body.appendChild(form);
  function type(name, text) {
    fields[name].value = text;
    fields[name].dispatchEvent(new Event('input', { bubbles: true }));
    fields[name].dispatchEvent(new Event('change', { bubbles: true }));
  }
  function sent() {
    var event = new Event('submit', { bubbles: true, cancelable: true });
    form.dispatchEvent(event);
    return !event.defaultPrevented;
  }
  var announcer = xeploai.createAnnouncer({ pauseMs: 50 });
  var heard = document.querySelector('[aria-live]');
  var results = [same('the live region is there, and empty', heard && heard.textContent, '')];
  var last = null, points = null;
  var engine = await xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2025-12-31' });
  var watcher = xeploai.watchForm(form, engine, { form: 'mau-2b', messages: true, report: function (report, diff) { points = report.rating.points; last = diff; announcer(report, diff); } });
  await until(function () { return last; });
  results.push(same('nothing is said of an untouched form', last.shown.length, 0));
  type('general', '28');
  type('results', '64');
  await until(function () { return points && points.leastText === '92'; });
  type('total', '90');
  await until(function () { return places.total.textContent; });
  results.push(same('the sum that fails stands beside its field', places.total.textContent.indexOf('28 + 64 = 92') > 0, true));
  results.push(same('and the field says so', fields.total.getAttribute('aria-invalid'), 'true'));
  await until(function () { return heard.textContent; });
  results.push(same('it is spoken', heard.textContent.indexOf('28 + 64 = 92') >= 0, true));
  var next = document.createElement('input');
  next.name = 'total';
  form.replaceChild(next, fields.total);
  fields.total = next;
  type('total', '92');
  await until(function () { return !places.total.textContent; });
  results.push(same('in a field that the page put in its place it is gone as soon as it is right', fields.total.hasAttribute('aria-invalid'), false));
  results.push(same('sending is not stopped', sent(), true));
  results.push(same('no value was written', fields.general.value + fields.results.value + fields.total.value, '286492'));
  watcher.stop();
  announcer.stop();
  results.push(same('after stop nothing is left of it', document.querySelectorAll('[aria-live], [aria-invalid]').length, 0));
  return results;
}`;

/** The four elements, drawn from what the engine returns. */
const elements = `async function () {
  ${UNTIL}
  function put(name, properties) {
    var element = document.createElement(name);
    Object.assign(element, properties);
    return document.body.appendChild(element);
  }
  function text(element) {
    var root = element.shadowRoot;
    var styles = root.querySelectorAll('style');
    var said = root.textContent;
    for (var i = 0; i < styles.length; i += 1) said = said.replace(styles[i].textContent, '');
    return said;
  }
  var engine = await xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2020-12-31' });
  var shown = [
    put('xeploai-quota', { result: engine.quota({ subject: 'member', tally: { htxsnv: 9942, httnv: 47193, htnv: 4897, khtnv: 299 } }) }),
    put('xeploai-breakdown', { result: engine.breakdown({ table: engine.tables()[0].id, counts: {} }) }),
    put('xeploai-findings', { result: engine.quota({ subject: 'member', tally: { htxsnv: 9, httnv: 9, htnv: 0, khtnv: 0 } }) }),
    put('xeploai-report', { engine: engine, value: 'Có 50/200 đảng viên hoàn thành xuất sắc nhiệm vụ, chiếm 35%.' }),
  ];
  await until(function () { return shown.every(function (element) { return text(element).trim(); }); });
  await until(function () { return text(shown[3]).indexOf('25%') > 0; });
  // By highlights, or by spans where there are none.
  var marks = [].map.call(shown[3].shadowRoot.querySelectorAll('.mark'), function (mark) { return mark.textContent; });
  if (window.Highlight) CSS.highlights.forEach(function (one) { one.forEach(function (range) { marks.push(range.toString()); }); });
  return [
    same('the wrong share is marked', marks.join(), '35%'),
    same('the quota says in words what is left', text(shown[0]).indexOf('1.485') > 0, true),
    same('the breakdown is a table', shown[1].shadowRoot.querySelectorAll('table th').length > 0, true),
    same('what exceeds is said', shown[2].shadowRoot.querySelectorAll('li, a').length > 0, true),
    same('the report says the right share', text(shown[3]).indexOf('25%') > 0, true),
  ];
}`;

/** A roster in from cells, bytes and a file, and its table out; under a policy without workers. */
const rosters = `async function () {
  var engine = await xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2025-12-31' });
  var excel = xeploaiExcel, options = { rulebook: engine.rulebook };
  var html = '<table><tr><th>Họ và tên<th>Chi bộ<th>Mức xếp loại<tr><td>Nguyễn Văn An<td>Chi bộ 1<td>HTXSNV<tr><td>Trần Bình<td>Chi bộ 2<td>Hoàn thành tốt nhiệm vụ</table>';
  var roster = await (await excel.readRoster({ html: html }, options)).roster();
  var results = [same('cells are read', roster.names.join(), 'Nguyễn Văn An,Trần Bình')];
  // Tên;Xếp loại in Windows-1258, with ê and a combining tone.
  var bytes = [84, 0xea, 110, 59, 88, 0xea, 0xec, 112, 32, 108, 111, 97, 0xf2, 105, 10, 65, 110, 59, 72, 84, 78, 86];
  var csv = await excel.readRoster(new Uint8Array(bytes), options);
  results.push(same('Windows-1258 is read', csv.source.encoding + ' ' + csv.columns[1].title, 'windows-1258 Xếp loại'));
  var rolled = engine.rollUp(roster.columns);
  var table = excel.summaryTable({ rolled: rolled, units: roster.units, rulebook: engine.rulebook });
  var file = new Blob([excel.writeXlsx(table)]);
  var again = await excel.readRoster(file, options);
  results.push(same('a workbook is written, and read from a file', again.cells(5)[1] + again.cells(7)[2], 'Chi bộ 12'));
  var node = document.body.appendChild(excel.drawTable(table, document));
  results.push(same('the table is drawn', node.querySelectorAll('tbody tr').length, 2));
  var refused = await excel.readRoster(new Blob(['%PDF-1.7']), options).then(function () { return 'read'; }, function (error) { return error.code; });
  results.push(same('a PDF is refused', refused, 'file.pdf'));
  return results;
}`;

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
    name: 'the demo from its file, through every room',
    least: 10,
    demo: true,
    check: `async function () {
      var until = function (what, test) {
        return new Promise(function (done, failed) {
          var left = 1500;
          (function look() {
            if (test()) done();
            else if (left -= 1) setTimeout(look, 20);
            else failed(new Error(what + ': ' + document.body.getAttribute('data-stop') + ' ' + document.getElementById('stop').textContent));
          })();
        });
      };
      var rooms = ['ty-le', 'chi-tieu', 'bieu-mau', 'phieu', 'bao-cao', 'danh-sach', 'quy-dinh', 'nhung'];
      var results = [];
      for (var at = 0; at < rooms.length; at += 1) {
        location.hash = rooms[at];
        await until(rooms[at], function () { return document.body.getAttribute('data-room') === rooms[at] && document.body.getAttribute('data-ready') === 'true'; });
        results.push(same(rooms[at] + ' has something to read', document.getElementById('room').textContent.length > 300, true));
      }
      location.hash = 'chi-tieu/2025-12-31/member?htxsnv=3&httnv=12';
      await until('a link', function () { var field = document.getElementById('places-htxsnv'); return field && field.value === '3' && document.querySelector('[data-value="limit"]'); });
      results.push(same('a link brings its figures', document.querySelector('[data-value="limit"]').textContent, '3'));
      location.hash = 'phieu/2025-12-31?v.p1.httnv=9';
      await until('votes', function () { return document.querySelector('[data-share="p1.httnv"]'); });
      results.push(same('votes have their shares', document.querySelector('[data-share="p1.httnv"]').textContent, '52,94%'));
      return results;
    }`,
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
  {
    name: 'a watched form, with its announcer',
    least: 9,
    policy: WASM,
    scripts: CLASSIC,
    check: watched,
  },
  {
    name: 'a watched form, on the core without the audit',
    least: 11,
    policy: WASM,
    scripts: ['/dist/xeploai.forms.global.js'],
    check: `async function () {
      var results = await (${watched})();
      var engine = await xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2025-12-31' });
      results.push(same('it runs on wasm', engine.runsOn, 'wasm'));
      try { engine.audit({ text: '9/10' }); } catch (error) { results.push(same('an audit is refused', error.code, 'usage.no-audit')); }
      return results;
    }`,
  },
  {
    name: 'the elements',
    least: 5,
    policy: WASM,
    scripts: [...CLASSIC, '/dist/xeploai.elements.global.js'],
    check: elements,
  },
  {
    name: 'a roster in, its table out',
    least: 5,
    policy: `${WASM}; worker-src 'none'`,
    scripts: [...CLASSIC, '/dist/xeploai.excel.global.js'],
    check: rosters,
  },
];
