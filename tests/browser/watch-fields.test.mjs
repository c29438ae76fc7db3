/** Which fields of a page are found, whoever wrote it, and what is read from them; the page itself stays as it is. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { openPortal } from './portal-page.mjs';

const reads = (title, body, options, expected) => test(title, () => openPortal(body, async (portal) => {
  await portal.watch(options);
  assert.deepEqual(await portal.answers(), expected);
  assert.deepEqual(await portal.failures(), []);
}));

reads('by name, as PHP, Rails, JSF, ASP.NET MVC and WebForms write it',
  `<input name="total" value="1"><input name="answers[general]" value="2"><input name="Model.TasksDone" value="3"><input name="form:tasks_late" value="4">
   <input name="ctl00$Main$tasks-assigned" value="5"><input name="ctl00$Main$txtTasksUndone" value="6"><input name="__VIEWSTATE" type="hidden" value="x">`,
  {}, { total: '1', general: '2', 'tasks-done': '3', 'tasks-late': '4', 'tasks-assigned': '5', 'tasks-undone': '6' });

reads('by data-xeploai-field, on a control, around its controls, or on what the page computed; an empty one takes a control out',
  `<input name="ctl00$a7" data-xeploai-field="total" value="90"><fieldset data-xeploai-field="grade"><input type="radio" name="x" value="htxsnv"><input type="radio" name="x" value="httnv" checked></fieldset>
   <span data-xeploai-field="general">28</span><output data-xeploai-field="results">62</output><input name="plan" data-xeploai-field="" value="not ours">
   <div data-xeploai-field="shortcomings" contenteditable><p>Còn <b>chậm</b></p></div>`,
  {}, { total: '90', grade: 'httnv', general: '28', results: '62', shortcomings: 'Còn chậm' });

reads('by a map of selectors',
  '<input id="a" value="90"><div id="b"><input type="radio" name="y" value="htxsnv" checked></div><input name="general" value="28">',
  { map: { total: '#a', grade: '#b input' } }, { total: '90', grade: 'htxsnv', general: '28' });

test('by a map of elements and functions, asked anew at each check', () => openPortal('<input id="a" value="90"><b id="c">1</b>', async (portal) => {
  await portal.run(() => {
    window.diffs = [];
    window.widget = 'Tốt';
    const map = { total: document.querySelector('#a'), general: () => document.querySelectorAll('#c'), shortcomings: () => window.widget, tasks: () => [{ task: 'Việc' }] };
    window.watcher = xeploai.watchForm(document.body, window.engine, { form: 'mau-2b', map });
  });
  assert.deepEqual(await portal.answers(), { total: '90', general: '1', shortcomings: 'Tốt', tasks: [{ task: 'Việc' }] });
  await portal.run(() => { window.widget = ''; document.querySelector('#c').textContent = '28'; });
  assert.deepEqual(await portal.answers(), { total: '90', general: '28', shortcomings: '', tasks: [{ task: 'Việc' }] });
}));

reads('a box answers yes or no, one that is neither answers nothing, of two the ticked one answers, and a hidden twin is not asked',
  `<input type="hidden" name="degraded" value="0"><input type="checkbox" name="degraded" value="1" checked>
   <input type="checkbox" name="conduct-violation"><label><input type="checkbox" name="quality-met" value="Y" checked>Có</label><label><input type="checkbox" name="quality-met" value="N">Không</label>`,
  {}, { degraded: true, 'conduct-violation': false, 'quality-met': 'Có' });

test('a box that is neither ticked nor not is no answer', () => openPortal('<input type="checkbox" name="degraded">', async (portal) => {
  await portal.run(() => { document.querySelector('input').indeterminate = true; });
  await portal.watch();
  assert.deepEqual(await portal.answers(), { degraded: '' });
}));

reads('a choice by the form\'s own word, by data-xeploai-value, or by the words people see',
  `<select name="role"><option value="">– Chọn –</option><option value="leader" selected>Lãnh đạo</option></select>
   <select name="grade"><option value="1">Hoàn thành xuất sắc nhiệm vụ</option><option value="2" selected>Hoàn thành tốt nhiệm vụ</option></select>
   <select name="discipline"><option value="0" data-xeploai-value="" selected>– Chọn –</option></select>
   <label><input type="radio" name="has-earlier" value="1" checked> Có </label><label><input type="radio" name="has-earlier" value="0"> Không </label>`,
  {}, { role: 'leader', grade: 'Hoàn thành tốt nhiệm vụ', discipline: '', 'has-earlier': 'Có' });

reads('a number field passes its number, whose point no page can take for thousands; a date field its date; what is disabled or read-only is read too',
  '<input type="number" step="any" name="general" value="1.200"><input type="number" name="results" value=""><input type="date" name="birth-date" value="1970-05-19"><input name="total" value="90" disabled><textarea name="plan" readonly>Khắc phục</textarea>',
  {}, { general: 1.2, results: '', 'birth-date': '1970-05-19', total: '90', plan: 'Khắc phục' });

reads('rows by their names, in the order of the page whatever their numbers',
  `<input name="tasks[3][task]" value="a"><input name="tasks[3][quality]" value="met"><input name="tasks[7][task]" value="b"><input name="Model.Earlier[0].Content" value="c">`,
  {}, { tasks: [{ task: 'a', quality: 'met' }, { task: 'b' }], earlier: [{ content: 'c' }] });

reads('rows by data-xeploai-row, their columns by attribute or by the end of a name, as a Repeater writes it',
  `<table><tr data-xeploai-row="tasks"><td><input name="ctl00$rpt$ctl01$txtTask" value="a"></td><td><input data-xeploai-field="progress" value="late"></td></tr>
   <tr data-xeploai-row="tasks"><td><input name="ctl00$rpt$ctl02$txtTask" value="b"></td></tr></table>`,
  {}, { tasks: [{ task: 'a', progress: 'late' }, { task: 'b' }] });

reads('rows by a map, on a table that nobody may touch',
  '<table id="t"><tr><th>Việc</th></tr><tr class="r"><td><input value="a"></td><td><select><option>late</option></select></td></tr></table>',
  { map: { tasks: { rows: '#t .r', columns: { task: 'td:first-child input', progress: 'select' } } } }, { tasks: [{ task: 'a', progress: 'late' }] });

test('rows that come and go while people type are followed, and what was said of a row stays with it', () => openPortal(
  `<table><tbody>${['a', 'b', 'c'].map((task) => `<tr data-xeploai-row="tasks"><td><input data-xeploai-field="task" value="${task}"></td><td><input data-xeploai-field="progress"></td></tr>`).join('')}</tbody></table><input name="name">`,
  async (portal) => {
    await portal.watch();
    await portal.page.locator('[data-xeploai-field="progress"]').nth(1).focus();
    await portal.page.focus('[name="name"]');
    await portal.frame();
    assert.deepEqual(await portal.shown(), ['form.missing@tasks/1/progress']);
    await portal.run(() => document.querySelector('tr').remove());
    await portal.frame();
    assert.deepEqual([(await portal.answers()).tasks.map((row) => row.task), await portal.shown()], [['b', 'c'], ['form.missing@tasks/0/progress']]);
    await portal.run(() => document.querySelector('tr').remove());
    await portal.frame();
    assert.deepEqual(await portal.shown(), [], 'nobody was in the last row');
    await portal.run(() => document.querySelector('tbody').append(document.querySelector('tr').cloneNode(true)));
    await portal.frame();
    assert.deepEqual((await portal.answers()).tasks.map((row) => row.task), ['c', 'c']);
  },
));

test('fields in a shadow root are watched by its root, those of a frame by an engine outside it', () => openPortal('<div id="host"></div><iframe></iframe>', async (portal) => {
  await portal.run(async () => {
    const make = (document, into) => {
      const field = document.createElement('input');
      field.name = 'general';
      into.append(field);
      return field;
    };
    const shadow = document.querySelector('#host').attachShadow({ mode: 'open' });
    make(document, shadow);
    const inside = document.querySelector('iframe').contentDocument;
    make(inside, inside.body);
    window.shown = { shadow: [], frame: [] };
    for (const [name, root] of [['shadow', shadow], ['frame', inside]]) {
      xeploai.watchForm(root, window.engine, { form: 'mau-2b', report: (_, diff) => { window.shown[name] = diff.shown.map((one) => one.key); } });
    }
  });
  for (const field of [portal.page.locator('#host input'), portal.page.frameLocator('iframe').locator('input')]) {
    await field.fill('31');
    await field.press('Enter');
  }
  await portal.frame();
  await portal.page.waitForFunction(() => window.shown.frame.length > 0);
  assert.deepEqual(await portal.run(() => window.shown), { shadow: ['form.above-max@general'], frame: ['form.above-max@general'] });
}));

test('it moves nothing, writes no value, and the page asks for nothing', () => openPortal(
  '<form><input name="name" value="A"><input name="general"><span data-xeploai-message="general"></span><table><tr data-xeploai-row="tasks"><td><input name="task"></td></tr></table></form>',
  async (portal) => {
    const before = await portal.run(() => document.body.innerHTML);
    const asked = portal.requests.length;
    await portal.watch();
    await portal.type('general', '3 1x');
    await portal.tab();
    await portal.run(() => window.watcher.summary());
    assert.deepEqual([await portal.run(() => document.body.innerHTML), await portal.field('general').inputValue()], [before, '3 1x']);
    assert.deepEqual([portal.requests.length - asked, portal.problems], [0, []]);
  },
));

test('a misspelt field is told, with the right word, and does not stop the rest', () => openPortal('<input data-xeploai-field="totl" value="1"><input name="general" value="2">', async (portal) => {
  await portal.run(() => {
    window.said = [];
    window.watcher = xeploai.watchForm(document.body, window.engine, { form: 'mau-2b', onError: (error) => window.said.push(error.message) });
  });
  await portal.frame();
  assert.deepEqual(await portal.answers(), { general: '2' });
  const said = await portal.run(() => window.said);
  assert.equal(said.length, 1);
  assert.match(said[0], /`totl` is not known in `data-xeploai-field`; did you mean `total`/);
}));

test('a wrong call is thrown at once, by its name', () => openPortal('<p></p>', async (portal) => {
  const code = (root, options) => portal.run(([at, given]) => {
    try {
      xeploai.watchForm(at ? document.querySelector(at) : at, window.engine, given);
      return null;
    } catch (error) {
      return [error.name, error.code];
    }
  }, [root, options]);
  assert.deepEqual(await code('p', { form: 'mau-2' }), ['UsageError', 'usage.unknown-form']);
  assert.deepEqual(await code('p', { form: 'mau-2b', quiet: 1 }), ['UsageError', 'usage.unknown-field']);
  assert.deepEqual(await code('p', { form: 'mau-2b', quietMs: -1 }), ['UsageError', 'usage.out-of-range']);
  assert.deepEqual(await code('p', { form: 'mau-2b', map: { totl: '#a' } }), ['UsageError', 'usage.unknown-field']);
  assert.deepEqual(await code('p', { form: 'mau-2b', map: { total: '#' } }), ['UsageError', 'usage.unreadable']);
  assert.deepEqual(await code('p', { form: 'mau-2b', report: 'x' }), ['UsageError', 'usage.bad-type']);
  assert.deepEqual(await code(null, { form: 'mau-2b' }), ['UsageError', 'usage.bad-type']);
}));
