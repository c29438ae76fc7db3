/* Which sheets of a workbook make the roster: one, or several at once, each with its own columns. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;
  var ALL = '*';

  /** One of the sheets, or all that are rosters; `pick(sheet name, or null for all)`. */
  function choice(sheets, sheet, pick) {
    var options = sheets.map(function (one, at) { return el('option', { value: String(at) }, one.name); });
    options.push(el('option', { value: ALL }, demo.say('import.sheets.all')));
    var select = el('select', { class: 'field choice', id: 'import-sheet', onchange: function () { pick(select.value === ALL ? null : sheets[Number(select.value)].name); } }, options);
    select.value = sheet === null ? ALL : String(sheets.map(function (one) { return one.name; }).indexOf(sheet));
    return [el('label', { for: 'import-sheet' }, demo.say('import.sheet')), select];
  }

  /** A row a sheet: taken or not, what was found in it, and its columns to look at. */
  function list(sheets, parts, looked, on) {
    return el('table', { class: 'columns sheet-list' }, [
      el('caption', { class: 'visually-hidden' }, demo.say('import.sheets')),
      el('thead', {}, el('tr', {}, ['take', 'people', 'aside', 'look'].map(function (key) { return el('th', { scope: 'col' }, demo.say('import.sheets.' + key)); }))),
      el('tbody', {}, sheets.map(function (sheet) {
        var part = parts.filter(function (one) { return one.reading.sheet === sheet.name; })[0];
        var box = el('input', { type: 'checkbox', 'data-sheet': sheet.name, checked: Boolean(part && part.on), onchange: function () { on.take(sheet.name, box.checked); } });
        return el('tr', {}, [
          el('th', { scope: 'row' }, el('label', { class: 'option' }, [box, el('span', {}, sheet.name + (sheet.hidden ? ' (' + demo.say('import.sheets.hidden') + ')' : ''))])),
          el('td', { 'data-people': sheet.name }, part ? '' : '–'),
          el('td', { 'data-aside': sheet.name }, part ? '' : '–'),
          el('td', {}, part ? el('button', { type: 'button', class: 'button small', id: 'look-' + parts.indexOf(part), 'data-look': sheet.name, 'aria-pressed': String(part === looked), 'aria-label': demo.say('import.sheets.look.of', { sheet: sheet.name }), onclick: function () { on.look(part); } }, demo.say('import.sheets.look')) : '')
        ]);
      }))
    ]);
  }

  /** `state`: { many, parts, looked }; `on`: { pick, take(name, taken), look(part) }. Nothing for a file of one sheet. */
  demo.buildSheets = function (state, on) {
    var sheets = state.looked.reading.sheets;
    if (sheets.length < 2) return [];
    var nodes = [el('div', { class: 'sheet-choice' }, choice(sheets, state.many ? null : state.looked.reading.sheet, on.pick))];
    if (state.many) {
      nodes.push(list(sheets, state.parts, state.looked, on));
      nodes.push(el('h4', { class: 'sheet-looked' }, demo.say('import.sheets.of', { sheet: state.looked.reading.sheet })));
    }
    return nodes;
  };
})();
