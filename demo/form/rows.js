/* A grid: a real table whose rows can be added and removed. One blank row is always there to type into; the
   engine takes a row that is blank all over as not there. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;

  /** `rows`: the answer itself, changed in place; `changed()`: rows came or went; `slot(slot)`: a place findings can stand at. */
  demo.buildRows = function (field, id, rows, changed, slot) {
    var removed = null;
    var body = el('tbody', {});
    var restore = el('button', { type: 'button', class: 'button small', hidden: true, onclick: function () {
      rows.splice(removed.at, 0, removed.row);
      var at = removed.at;
      removed = null;
      draw();
      changed();
      demo.announce(demo.say('rows.restored', { n: at + 1 }));
      focusRow(at);
    } }, demo.say('rows.restore'));
    var add = el('button', { type: 'button', class: 'button small', 'data-add': field.id, onclick: function () {
      rows.push({});
      draw();
      changed();
      focusRow(rows.length - 1);
    } }, demo.say('rows.add'));

    function focusRow(at) {
      var first = body.rows[at] && body.rows[at].querySelector('input, select, textarea');
      if (first) first.focus();
    }

    function remove(at) {
      var row = rows.splice(at, 1)[0];
      var blank = field.columns.every(function (column) { return !row[column.id]; });
      removed = blank ? null : { at: at, row: row };
      draw();
      changed();
      demo.announce(demo.say('rows.removed', { n: at + 1 }));
      if (removed) restore.focus();
      else if (body.rows.length) focusRow(Math.min(at, body.rows.length - 1));
      else add.focus();
    }

    function cell(column, row, at) {
      var key = [field.id, at, column.id].join('.');
      var cellId = id + '-' + at + '-' + column.id;
      var control = demo.buildControl(column, cellId, row[column.id], {
        'data-path': key, 'aria-label': demo.say('rows.cell', { column: column.label, n: at + 1 }), rows: column.kind === 'text' ? 1 : null
      }, true);
      var note = el('div', { class: 'f-note', id: cellId + '-note', hidden: true });
      slot({ key: key, target: control.target, focus: control.focus, note: note, label: demo.say('rows.at', { grid: field.label, n: at + 1 }) });
      return el('td', { role: 'cell' }, [el('span', { class: 'cell-label', 'aria-hidden': 'true' }, column.label), control.node, note]);
    }

    function draw() {
      if (!rows.length) rows.push({});
      demo.empty(body);
      rows.forEach(function (row, at) {
        body.appendChild(el('tr', { role: 'row', 'data-xeploai-row': field.id }, field.columns.map(function (column) { return cell(column, row, at); }).concat([
          el('td', { role: 'cell', class: 'row-remove' }, el('button', { type: 'button', class: 'button small', 'aria-label': demo.say('rows.remove', { n: at + 1 }), onclick: function () { remove(at); } }, demo.say('rows.remove.short')))
        ])));
      });
      demo.show(restore, removed !== null);
      demo.growAreas(body);
    }

    var head = el('tr', { role: 'row' }, field.columns.map(function (column) {
      return el('th', { role: 'columnheader', scope: 'col' }, column.label);
    }).concat([el('td', { role: 'cell' })]));
    var table = el('table', { class: 'grid', role: 'table', id: id, tabindex: '-1', 'aria-labelledby': id + '-label' }, [el('thead', { role: 'rowgroup' }, head), body]);
    body.setAttribute('role', 'rowgroup');
    draw();
    return { node: el('div', { class: 'grid-field' }, [table, el('div', { class: 'grid-buttons' }, [add, restore])]), target: table, focus: function () { focusRow(0); } };
  };
})();
