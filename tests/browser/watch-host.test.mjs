/** What pages do to a form while it is watched: parts replaced, values set, going back, errors; and that it all ends when it is told to. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { openPortal } from './portal-page.mjs';

const FIELDS = '<input name="ctl00$Main$txtName"><input name="ctl00$Main$txtGeneral"><input name="ctl00$Main$txtTotal">';
const WEBFORMS = `<form id="aspnetForm" method="post"><input type="hidden" name="__VIEWSTATE" value="x"><div id="panel">${FIELDS}</div></form>`;
const GENERAL = 'ctl00$Main$txtGeneral';
/** As an UpdatePanel does: what was inside is thrown away, what the server sent stands there. */
const replacePanel = (portal, values = {}) => portal.run((given) => {
  const panel = document.querySelector('#panel');
  const fresh = [...panel.children].map((old) => {
    const field = document.createElement('input');
    field.name = old.name;
    field.value = given[old.name] ?? old.value;
    return field;
  });
  panel.replaceChildren(...fresh);
}, values);

test('a partial postback: the new fields are read, what was shown stays shown, and typing goes on being checked', () => openPortal(WEBFORMS, async (portal) => {
  await portal.watch({}, '#aspnetForm');
  await portal.type(GENERAL, '31');
  await portal.tab();
  assert.deepEqual(await portal.shown(['error']), ['form.above-max@general']);
  await replacePanel(portal);
  await portal.frame();
  assert.deepEqual(await portal.shown(['error']), ['form.above-max@general']);
  await portal.field(GENERAL).fill('28');
  await portal.frame();
  assert.deepEqual([await portal.shown(['error']), (await portal.answers()).general], [[], '28']);
}));

test('cells of a grid that a postback replaced are still those where one has been', () => openPortal(
  '<div id="panel"><input name="tasks[0][task]"><input name="tasks[0][progress]"></div><input name="name">', async (portal) => {
    await portal.watch();
    await portal.field('tasks[0][task]').fill('Việc');
    await portal.field('tasks[0][progress]').focus();
    await portal.field('name').focus();
    await portal.frame();
    assert.deepEqual(await portal.shown(), ['form.missing@tasks/0/progress']);
    await replacePanel(portal);
    await portal.frame();
    assert.deepEqual(await portal.shown(), ['form.missing@tasks/0/progress']);
  },
));

test('the end of a request of PageRequestManager is a reason to look again, until it is stopped', () => openPortal(WEBFORMS, async (portal) => {
  await portal.run(() => {
    window.ended = [];
    const manager = { add_endRequest: (heard) => window.ended.push(heard), remove_endRequest: (heard) => { window.ended = window.ended.filter((one) => one !== heard); } };
    window.Sys = { WebForms: { PageRequestManager: { getInstance: () => manager } } };
  });
  await portal.watch();
  await portal.run(() => { document.querySelector('[name$="General"]').value = '28'; });
  await portal.run(() => window.ended.forEach((heard) => heard()));
  await portal.frame();
  assert.equal(await portal.run(() => window.diffs[window.diffs.length - 1].report.rating.points.least), '28');
  await portal.run(() => window.watcher.stop());
  assert.equal(await portal.run(() => window.ended.length), 0);
}));

test('a page that draws what is reported inside the watched part does not set off a check without end', () => openPortal(`${WEBFORMS}<ul id="list"></ul>`, async (portal) => {
  await portal.run(() => {
    window.diffs = [];
    window.watcher = xeploai.watchForm(document.body, window.engine, {
      form: 'mau-2b',
      report(report, diff) {
        window.diffs.push(diff);
        document.querySelector('#list').replaceChildren(...diff.shown.map((one) => Object.assign(document.createElement('li'), { textContent: one.message })));
      },
    });
  });
  await portal.type(GENERAL, '31');
  await portal.tab();
  const reports = await portal.diffs();
  await portal.wait(5_000);
  assert.equal(await portal.diffs(), reports);
  assert.equal(await portal.page.locator('#list li').count(), 1);
}));

test('coming back to the page, and values that a browser fills in without a word, are read', () => openPortal(WEBFORMS, async (portal) => {
  const general = () => portal.run(() => window.diffs[window.diffs.length - 1].report.rating.points.least);
  await portal.watch();
  await portal.run(() => {
    document.querySelector('[name$="General"]').value = '20';
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await portal.frame();
  assert.equal(await general(), '20');
  await portal.run(() => {
    document.querySelector('[name$="General"]').value = '21';
    document.querySelector('[name$="General"]').dispatchEvent(new AnimationEvent('animationstart', { animationName: 'mui-auto-fill', bubbles: true }));
  });
  await portal.frame();
  assert.equal(await general(), '21');
}));

test('recheck reads what a program has set, at once', () => openPortal(WEBFORMS, async (portal) => {
  await portal.watch();
  assert.equal(await portal.run(() => {
    document.querySelector('[name$="General"]').value = '20';
    window.watcher.recheck();
    return window.diffs[window.diffs.length - 1].report.rating.points.least;
  }), '20');
}));

test('unit, period and final may be functions, asked at each check; nothing new is no report', () => openPortal(WEBFORMS, async (portal) => {
  await portal.run(() => {
    window.diffs = [];
    window.tally = { htxsnv: 0, httnv: 14, htnv: 1, khtnv: 0 };
    window.final = false;
    window.watcher = xeploai.watchForm(document.body, window.engine, { form: 'mau-2b', unit: () => ({ tally: window.tally }), final: () => window.final, report: (report, diff) => window.diffs.push({ report, ...diff }) });
  });
  await portal.frame();
  const quota = () => portal.run(() => window.diffs[window.diffs.length - 1].report.quotas[0].used);
  assert.equal(await quota(), 0);
  await portal.run(() => { window.tally = { ...window.tally, htxsnv: 2 }; window.watcher.recheck(); });
  assert.equal(await quota(), 2);
  const reports = await portal.diffs();
  await portal.run(() => window.watcher.recheck());
  assert.equal(await portal.diffs(), reports);
  await portal.run(() => { window.final = true; window.watcher.recheck(); });
  assert.equal(await portal.run(() => window.diffs[window.diffs.length - 1].report.diagnostics[0].severity), 'error');
}));

test('to watch again is to change the engine and the options; there is one watcher and one report', () => openPortal(WEBFORMS, async (portal) => {
  await portal.watch();
  await portal.type(GENERAL, '31');
  await portal.tab();
  const [same, english] = await portal.run(async () => {
    const other = await xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2025-12-15', locale: 'en' });
    window.other = [];
    const again = xeploai.watchForm(document.body, other, { form: 'mau-2b', report: (report, diff) => window.other.push({ report, ...diff }) });
    return [again === window.watcher, 'The common criteria'];
  });
  const before = await portal.diffs();
  await portal.frame();
  assert.deepEqual([same, await portal.diffs(), await portal.run(() => window.other.length)], [true, before, 1], english);
  assert.match(await portal.run(() => window.other[0].changed[0].message), /more than|exceeds|above|most/i);
}));

test('a page without frames, because nobody sees it, is checked all the same', () => openPortal(WEBFORMS, async (portal) => {
  await portal.run(() => { window.requestAnimationFrame = () => 0; });
  await portal.watch();
  await portal.type(GENERAL, '28');
  await portal.wait(200);
  assert.equal(await portal.run(() => window.diffs[window.diffs.length - 1].report.rating.points.least), '28');
}));

test('what goes wrong in the engine or in the page goes to onError, once, and typing goes on', () => openPortal(WEBFORMS, async (portal) => {
  await portal.watch();
  await portal.run(() => window.engine.dispose());
  await portal.type(GENERAL, '2');
  await portal.type(GENERAL, '8');
  assert.deepEqual([await portal.failures(), await portal.field(GENERAL).inputValue()], [['usage.disposed'], '28']);
}));

test('a report that throws is heard of in the error log of the page, and the next one comes', () => openPortal(WEBFORMS, async (portal) => {
  await portal.run(() => {
    window.reports = 0;
    xeploai.watchForm(document.body, window.engine, { form: 'mau-2b', report: () => { window.reports += 1; throw new Error('the page stumbled'); } });
  });
  await portal.frame();
  await portal.type(GENERAL, '28');
  assert.deepEqual([portal.problems, await portal.run(() => window.reports)], [['the page stumbled'], 2]);
}));

test('a report and a unit that ask the engine, type into the form, look again and stop the watcher, all in the middle of being asked', () => openPortal(WEBFORMS, async (portal) => {
  await portal.run((name) => {
    window.reports = [];
    const ask = () => window.engine.quota({ subject: 'member', tally: { htxsnv: 1, httnv: 9, htnv: 0, khtnv: 0 } }).quotas[0].limit;
    const field = document.querySelector(`[name="${name}"]`);
    const watcher = xeploai.watchForm(document.body, window.engine, {
      form: 'mau-2b',
      unit: () => { ask(); window.engine.check({ form: 'mau-2b', answers: { general: '1' } }); return { tally: { htxsnv: 1, httnv: 9, htnv: 0, khtnv: 0 } }; },
      report(report) {
        window.reports.push([report.rating.points && report.rating.points.least, ask(), window.engine.check({ form: 'mau-2b', answers: { general: '30', results: '65' } }).rating.points.least]);
        if (window.reports.length === 2) {
          field.value = '29';
          watcher.recheck();
        }
        if (window.reports.length === 3) watcher.stop();
      },
    });
  }, GENERAL);
  await portal.frame();
  await portal.type(GENERAL, '2');
  await portal.type(GENERAL, '8');
  assert.deepEqual(portal.problems, []);
  assert.deepEqual(await portal.run(() => window.reports), [['0', 2, '95'], ['2', 2, '95'], ['29', 2, '95']]);
}));

test('a page that spoiled its own prototypes is read like any other', () => openPortal(WEBFORMS, async (portal) => {
  await portal.run(() => {
    Object.prototype.total = '1';
    Object.prototype.map = 'x';
    Array.prototype.extra = () => 'old library';
    Object.freeze(Array.prototype);
  });
  await portal.watch();
  await portal.type(GENERAL, '28');
  assert.deepEqual(await portal.run(() => [Object.keys(window.watcher.answers()).sort(), window.watcher.answers().general]), [['general', 'name', 'total'], '28']);
  assert.deepEqual(await portal.failures(), []);
}));

test('after stop nothing is heard, nothing is told, and the page can be watched anew', () => openPortal(WEBFORMS, async (portal) => {
  await portal.watch({ blockSubmit: true });
  const before = await portal.diffs();
  await portal.run(() => { window.watcher.stop(); window.watcher.stop(); });
  await portal.type(GENERAL, '31');
  await portal.tab();
  assert.deepEqual([await portal.diffs(), await portal.run(() => window.watcher.summary())], [before, null]);
  await portal.watch();
  assert.equal(await portal.diffs(), before + 1);
}));

test('two forms of two people on one page, with one engine, do not mix', () => openPortal('<form id="a"><input name="general"></form><form id="b"><input name="general"></form>', async (portal) => {
  await portal.run(() => {
    window.points = {};
    for (const id of ['a', 'b']) xeploai.watchForm(document.querySelector(`#${id}`), window.engine, { form: 'mau-2b', report: ({ rating }) => { window.points[id] = rating.points?.least; } });
  });
  await portal.page.fill('#a input', '28');
  await portal.page.fill('#b input', '20');
  await portal.frame();
  assert.deepEqual(await portal.run(() => window.points), { a: '28', b: '20' });
}));

test('what is reported is frozen', () => openPortal(WEBFORMS, async (portal) => {
  await portal.watch();
  assert.equal(await portal.run(() => {
    const { report, diff, shown, appeared, changed, gone } = window.diffs[0];
    return [report, report.diagnostics, diff, shown, appeared, changed, gone, window.watcher].every(Object.isFrozen);
  }), true);
}));
