/* The quota map: a cell a unit, with the places left in it, shaded; the tables say the same. One stop of the tab key,
   arrows within. Cells are links: Enter, a click and a new tab do what they do everywhere. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;
  var SHADES = ['over', 'full', 'few', 'many'];

  function describe(unit, read) {
    var split = read.split(unit.at);
    return demo.unitName(unit) + ': ' + demo.say('roster.used-of', { used: read.number(read.count(unit.at, read.quota.grade)), limit: read.number(read.limit(unit.at)) }) +
      ', ' + read.leftText(unit.at).toLowerCase() + (split ? ' (' + split + ')' : '');
  }

  function buildCell(unit, read) {
    var left = read.left(unit.at);
    return el('li', {}, el('a', {
      class: 'cell left-' + read.shade(unit.at) + (read.split(unit.at) ? ' is-split' : ''), href: demo.addressOf(unit.code), tabindex: '-1', 'data-cell': unit.at
    }, [
      el('span', { 'aria-hidden': 'true' }, left < 0 ? '−' + read.number(-left) : read.number(left)),
      el('span', { class: 'visually-hidden' }, describe(unit, read))
    ]));
  }

  function tallies(list, read) {
    function how(shade) { return list.filter(function (unit) { return read.shade(unit.at) === shade; }).length; }
    return demo.say('roster.map.tally', { n: read.number(list.length), over: read.number(how('over')), full: read.number(how('full')) });
  }

  /** The cell in the row above or below, the nearest to this one. */
  function beyond(cells, from, down) {
    var own = from.getBoundingClientRect(), best = null, least = Infinity;
    cells.forEach(function (cell) {
      var box = cell.getBoundingClientRect(), rows = down ? box.top - own.top : own.top - box.top;
      if (rows < own.height / 2) return;
      var far = rows * 1000 + Math.abs(box.left - own.left);
      if (far < least) {
        least = far;
        best = cell;
      }
    });
    return best;
  }

  function arrows(node) {
    var cells = [].slice.call(node.querySelectorAll('.cell'));
    if (cells.length) cells[0].tabIndex = 0;
    node.addEventListener('keydown', function (event) {
      var at = cells.indexOf(event.target);
      if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
      var next = { ArrowRight: cells[at + 1], ArrowLeft: cells[at - 1], Home: cells[0], End: cells[cells.length - 1] }[event.key];
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') next = beyond(cells, event.target, event.key === 'ArrowDown');
      if (!next) return;
      event.preventDefault();
      next.focus();
    });
    node.addEventListener('focusin', function (event) {
      if (cells.indexOf(event.target) < 0) return;
      cells.forEach(function (cell) { if (cell.tabIndex === 0 && cell !== event.target) cell.tabIndex = -1; });
      event.target.tabIndex = 0;
    });
  }

  /** What the pointer or the focus is on, in words; for the eye, as the cell's own name says it already. */
  function caption(node, line) {
    function say(event) {
      var cell = event.target.closest('[data-cell]');
      if (cell) demo.text(line, cell.lastChild.textContent);
    }
    node.addEventListener('mouseover', say);
    node.addEventListener('focusin', say);
  }

  function legend() {
    return el('ul', { class: 'map-legend', 'aria-label': demo.say('roster.map.legend') }, SHADES.map(function (shade) {
      return el('li', {}, [el('span', { class: 'cell left-' + shade, 'aria-hidden': 'true' }, demo.say('roster.map.sample.' + shade)), demo.say('roster.map.' + shade)]);
    }).concat(el('li', {}, [el('span', { class: 'cell left-few is-split', 'aria-hidden': 'true' }, '1'), demo.say('roster.map.split')])));
  }

  /** `groups`: `{ unit (or null), below: [units] }`. */
  demo.buildMap = function (groups, read) {
    var line = el('p', { class: 'map-line', 'aria-hidden': 'true', 'data-map-line': '' }, demo.say('roster.map.how'));
    var node = el('div', { class: 'map' }, groups.map(function (group) {
      var title = group.unit ? demo.unitName(group.unit) : demo.say('roster.map.title');
      return el('div', { class: 'map-group' }, [
        el('p', { class: 'map-head' }, [group.unit ? el('a', { href: demo.addressOf(group.unit.code) }, title) : null, ' ', el('span', { class: 'muted' }, tallies(group.below, read))]),
        el('ul', { class: 'cells', 'aria-label': title }, group.below.map(function (unit) { return buildCell(unit, read); }))
      ]);
    }));
    arrows(node);
    caption(node, line);
    return el('section', { class: 'sheet map-sheet', 'aria-labelledby': 'map-title' }, [
      el('h3', { class: 'section-title', id: 'map-title' }, demo.say('roster.map.title')), legend(), line, node
    ]);
  };
})();
