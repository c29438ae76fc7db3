/* The roll-up table of the unit shown: on the page, as a workbook with formulas, as CSV, on paper. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;
  var MOST = 7;
  var levels = 1;   /* kept while one walks */

  function fileName(unit, ending) {
    return demo.unitName(unit).normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '').toLowerCase() + '-tong-hop.' + ending;
  }

  /** Levels below a unit, as many as a table can have. */
  function depthOf(unit, province) {
    var deepest = 0;
    unit.below.forEach(function (at) { deepest = Math.max(deepest, depthOf(province.units[at], province)); });
    return unit.below.length ? Math.min(MOST, 1 + deepest) : 0;
  }

  /** How many levels the table has; asked only where there are several. */
  function levelsOf(depth) {
    if (depth < 2) return null;
    var select = el('select', { class: 'field choice', id: 'summary-levels', onchange: function () { levels = Number(select.value); } });
    for (var count = 1; count <= depth; count++) {
      var key = count === 1 ? 'summary.levels.one' : count === depth ? 'summary.levels.all' : 'summary.levels.some';
      select.appendChild(el('option', { value: count === depth ? MOST : count }, demo.say(key, { n: count })));
    }
    select.value = String(levels >= depth ? MOST : levels);
    return el('p', { class: 'sheet-choice summary-levels' }, [el('label', { for: 'summary-levels' }, demo.say('summary.levels')), select]);
  }

  /** `ask()`: the roll-up of now. */
  demo.buildSummary = function (unit, province, engine, ask) {
    var place = el('div', { class: 'summary-place', tabindex: '0', role: 'group', 'aria-labelledby': 'summary-title' });
    var said = el('p', { class: 'muted', role: 'alert' });
    function made(excel) {
      return excel.summaryTable({
        rolled: ask(), rulebook: engine.rulebook, unit: unit.at, locale: demo.locale, levels: levels,
        units: province.units.map(function (one) { return { name: demo.unitName(one), above: one.above }; })
      });
    }
    function withTable(work) {
      return function () {
        demo.text(said, '');
        demo.excel().then(function (excel) { work(excel, made(excel)); }).catch(function (error) { demo.text(said, error.message); });
      };
    }
    function show(excel, table) {
      demo.empty(place).appendChild(excel.drawTable(table, document));
      demo.attr(document.body, 'data-summary', unit.code);
    }
    function tool(key, name, work) {
      return el('button', { type: 'button', class: 'button small', 'data-summary-tool': name, onclick: withTable(work) }, demo.say(key));
    }
    return el('section', { class: 'sheet summary-sheet', 'aria-labelledby': 'summary-title' }, [
      el('h3', { class: 'section-title', id: 'summary-title' }, demo.say('summary.title')),
      el('p', { class: 'muted summary-how' }, demo.say('summary.how')),
      levelsOf(depthOf(unit, province)),
      el('div', { class: 'sheet-tools' }, [
        tool('summary.show', 'show', show),
        tool('summary.xlsx', 'xlsx', function (excel, table) {
          demo.download(fileName(unit, 'xlsx'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', excel.writeXlsx(table));
        }),
        tool('summary.csv', 'csv', function (excel, table) { demo.download(fileName(unit, 'csv'), 'text/csv;charset=utf-8', excel.writeCsv(table)); }),
        tool('summary.print', 'print', function (excel, table) {
          show(excel, table);
          demo.attr(document.body, 'data-printing', 'summary');
          window.print();
        })
      ]),
      said, place
    ]);
  };
  window.addEventListener('afterprint', function () { demo.attr(document.body, 'data-printing', null); });
})();
