/* The units just below, a row each; a header sorts, "Why?" opens the arithmetic under its row. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;
  var order = { by: 'name', down: false };   /* kept while one walks */

  function label(key) {
    return demo.say('roster.column.' + key);
  }

  function compare(read, by) {
    if (by === 'name') return function (a, b) { return a.at - b.at; };
    var value = by === 'rated' ? read.rated : by === 'used' ? function (at) { return read.count(at, read.quota.grade); } : read.left;
    return function (a, b) { return value(a.at) - value(b.at) || a.at - b.at; };
  }

  /** A cell with its column's name, which is seen where rows are cards. */
  function cell(key, words, children, name) {
    return el('td', { role: 'cell', class: 'col-' + key, 'data-column': name || key }, [el('span', { class: 'cell-label', 'aria-hidden': 'true' }, words), el('span', { class: 'cell-value' }, children)]);
  }

  function buildRow(unit, read, grades, open) {
    var split = read.split(unit.at), id = 'why-' + unit.at;
    return el('tr', { role: 'row', 'data-unit': unit.code }, [
      el('th', { role: 'rowheader', scope: 'row', class: 'col-name' }, el('a', { href: demo.addressOf(unit.code) }, demo.unitName(unit))),
      cell('rated', label('rated'), read.number(read.rated(unit.at)))
    ].concat(grades.map(function (grade) {
      return cell('grade', grade.short, read.number(read.count(unit.at, grade.id)), grade.id);
    }), [
      cell('waiting', label('waiting'), read.number(read.count(unit.at, 'waiting'))),
      cell('limit', label('limit'), read.number(read.limit(unit.at))),
      cell('left', label('left'), [read.badge(unit.at), split ? el('span', { class: 'split' }, split) : null]),
      el('td', { role: 'cell', class: 'col-why' }, el('button', {
        type: 'button', class: 'button small', 'aria-expanded': 'false', 'aria-controls': id, 'aria-label': demo.say('roster.why.of', { unit: demo.unitName(unit) }),
        onclick: function (event) { open(unit, event.currentTarget, id); }
      }, demo.say('quota.why')))
    ]));
  }

  /** `ask(unit)`: the unit in full. */
  demo.buildUnits = function (unit, province, read, grades, ask) {
    var columns = ['name', 'rated'].concat(grades.map(function (grade) { return grade.id; }), ['waiting', 'limit', 'left']);
    var body = el('tbody', { role: 'rowgroup' });
    var units = unit.below.map(function (at) { return province.units[at]; });

    function open(one, button, id) {
      var row = button.parentNode.parentNode, shown = button.getAttribute('aria-expanded') === 'true';
      demo.attr(button, 'aria-expanded', String(!shown));
      if (shown) body.removeChild(row.nextSibling);
      else body.insertBefore(el('tr', { role: 'row', class: 'why-row', id: id }, el('td', { role: 'cell', colspan: columns.length + 1 }, demo.buildWhyOfRow(one, province, read, ask(one)))), row.nextSibling);
    }

    function fill() {
      demo.empty(body);
      var list = units.slice().sort(compare(read, order.by));
      if (order.down) list.reverse();
      list.forEach(function (one) { body.appendChild(buildRow(one, read, grades, open)); });
      heads.forEach(function (head) {
        demo.attr(head, 'aria-sort', head.getAttribute('data-sort') === order.by ? (order.down ? 'descending' : 'ascending') : null);
      });
    }

    function head(key) {
      var grade = grades.filter(function (one) { return one.id === key; })[0];
      var by = key === read.quota.grade ? 'used' : grade || key === 'waiting' || key === 'limit' ? null : key;
      var words = grade ? el('abbr', { title: grade.label }, grade.short) : label(key);
      return el('th', { role: 'columnheader', scope: 'col', class: 'col-' + (grade ? 'grade' : key), 'data-sort': by }, by ? el('button', {
        type: 'button', class: 'sort', onclick: function () {
          order = { by: by, down: order.by === by ? !order.down : by === 'rated' || by === 'used' };
          fill();
        }
      }, words) : words);
    }
    var row = el('tr', { role: 'row' }, columns.map(head).concat(el('td', { role: 'cell', class: 'col-why' })));
    var heads = [].slice.call(row.querySelectorAll('[data-sort]'));
    fill();
    return el('section', { class: 'sheet units-sheet', 'aria-labelledby': 'units-title' }, [
      el('h3', { class: 'section-title', id: 'units-title' }, demo.say('roster.units.title', { n: read.number(units.length) })),
      el('table', { class: 'units', role: 'table', 'aria-labelledby': 'units-title' }, [el('thead', { role: 'rowgroup' }, row), body])
    ]);
  };
})();
