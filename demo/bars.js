/* Stacked bars: a whole and what it is made of, at a glance. Each tone has its own pattern besides its
   colour, and the legend says in words what the bar shows. Pixels only: the shares are the engine's. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, svg = demo.svg;
  var serial = 0;

  /* Pattern strokes per tone, drawn over the tone's colour in a cell of 8 by 8. Solid where none. */
  var PATTERNS = {
    htt: ['M-2 2l4-4M0 8l8-8M6 10l4-4'],
    htnv: ['M4 3.5v1M0 7.5v1M8 7.5v1M0-.5v1M8-.5v1'],
    kht: ['M0 0l8 8M8 0L0 8'],
    top: ['M4 0v8'],
    out2: ['M0 4h8'],
    out3: ['M-2 6l4 4M0 0l8 8M6-2l4 4'],
    out4: ['M0 4h8M4 0v8']
  };

  function patternFor(tone, id) {
    return svg('pattern', { id: id, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, [
      svg('rect', { class: 'tone tone-' + tone, width: 8, height: 8 }),
      PATTERNS[tone] ? svg('path', { class: 'hatch', d: PATTERNS[tone][0] }) : null
    ]);
  }

  function swatch(id) {
    return svg('svg', { class: 'swatch', 'aria-hidden': 'true', focusable: 'false' },
      svg('rect', { width: '100%', height: '100%', fill: 'url(#' + id + ')' }));
  }

  /** Rows of this bar that are counted inside another row of it: their whole gives up their number. */
  function nestedIn(rowId, parts, rowsById) {
    return parts.filter(function (part) {
      var row = rowsById[part.row];
      return row && row.kind === 'of-which' && row.base === rowId;
    });
  }

  /** The parts with the number each draws: its own, without what is drawn apart. Null when one is missing. */
  function measure(base, parts, rowsById) {
    var whole = rowsById[base] && rowsById[base].count;
    if (!whole || whole <= 0) return null;
    var drawn = parts.map(function (part) {
      var inside = nestedIn(part.row, parts, rowsById);
      var taken = inside.reduce(function (sum, one) { return sum + (rowsById[one.row].count || 0); }, 0);
      var count = rowsById[part.row].count;
      return { part: part, inner: taken > 0 ? inside[0] : null, count: count === null ? 0 : Math.max(0, count - taken) };
    });
    var sum = drawn.reduce(function (total, one) { return total + one.count; }, 0);
    return sum > 0 ? { whole: Math.max(whole, sum), drawn: drawn } : null;
  }

  /** One bar of a section; `update(rowsById, engine)` redraws it. */
  demo.buildBar = function (section, bar) {
    var base = section.rows.filter(function (row) { return row.id === bar.base; })[0];
    var prefix = 'tone-' + (serial += 1) + '-';
    var labels = {};
    section.rows.forEach(function (row) { labels[row.id] = demo.pick(row.label); });
    /* A set may print fewer grades than there are. */
    var parts = bar.parts.filter(function (part) { return labels[part.row] !== undefined; });

    var title = el('figcaption', { class: 'bar-title' });
    var picture = svg('svg', { class: 'bar', 'aria-hidden': 'true', focusable: 'false' },
      svg('defs', {}, parts.map(function (part) { return patternFor(part.tone, prefix + part.tone); })));
    var shapes = parts.map(function (part) {
      var rect = svg('rect', { class: 'segment', height: '100%', fill: 'url(#' + prefix + part.tone + ')' });
      var name = part.short ? svg('text', { class: 'segment-name', x: 10, y: '50%', dy: '.35em' }, demo.pick(part.short)) : null;
      var box = svg('svg', { y: 0, height: '100%' }, [rect, name]);
      demo.attr(rect, 'width', '100%');
      picture.appendChild(box);
      return { box: box, name: name };
    });
    var items = parts.map(function (part) {
      var label = el('span', { class: 'legend-name' }), count = el('b', { class: 'legend-count' });
      return { node: el('li', { 'data-segment': part.row }, [swatch(prefix + part.tone), label, count]), label: label, count: count };
    });
    var legend = el('ul', { class: 'legend' }, items.map(function (item) { return item.node; }));
    var empty = el('p', { class: 'muted', hidden: true }, demo.say('bar.empty'));

    function nameOf(part) { return (demo.pick(part.short) || labels[part.row]).toLowerCase(); }

    function update(rowsById, engine) {
      var wholeRow = rowsById[bar.base];
      var known = wholeRow && wholeRow.countText;
      demo.text(title, demo.say(known ? 'bar.title' : 'bar.title.none', { count: known, base: demo.pick(base.asBase || base.label) }));
      var measured = measure(bar.base, parts, rowsById);
      demo.show(empty, !measured);
      demo.attr(picture, 'hidden', measured ? null : '');
      demo.show(legend, Boolean(measured));
      if (!measured) return;
      var at = 0;
      measured.drawn.forEach(function (one, index) {
        var width = 100 * one.count / measured.whole;
        demo.attr(shapes[index].box, 'x', at.toFixed(3) + '%');
        demo.attr(shapes[index].box, 'width', width.toFixed(3) + '%');
        /* A name only where it has room; the legend names every part anyway. */
        if (shapes[index].name) demo.attr(shapes[index].name, 'visibility', width < demo.pick(one.part.short).length * 2 ? 'hidden' : null);
        at += width;
        demo.text(items[index].label, one.inner ? demo.say('bar.own', { row: labels[one.part.row], inner: nameOf(one.inner) }) : labels[one.part.row]);
        demo.text(items[index].count, engine.formatNumber(one.count, { pad: true }));
        demo.show(items[index].node, one.count > 0);
      });
    }
    return { node: el('figure', { class: 'bar-figure', 'data-bar': bar.base }, [title, picture, empty, legend]), update: update };
  };
})();
