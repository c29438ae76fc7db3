/* How places grow: for each number of "good or better", how many may be excellent, as stairs under each reading, with the same
   numbers in a table. What is computed is asked of the engine, step by step; nothing of the law stands here. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, svg = demo.svg;
  var STEPS = 21, WIDTH = 600, HEIGHT = 210, LEFT = 34, BOTTOM = 30, TOP = 26;

  function steps(tally, engine, ask) {
    var best = Object.keys(tally).slice(0, 2).map(function (grade) {
      var read = engine.readNumber(tally[grade] || '', 'count');
      return read.status === 'value' ? Number(read.value) : null;
    });
    if (best[0] === null || best[1] === null) return null;
    var now = best[0] + best[1], width = Math.max(1, Math.round(now / 40)), from = Math.max(0, now - Math.floor(STEPS / 2) * width), list = [];
    for (var step = 0; step < STEPS; step += 1) {
      var total = from + step * width, other = {};
      Object.keys(tally).forEach(function (grade) { other[grade] = tally[grade]; });
      other.htxsnv = Math.min(best[0], total);
      other.httnv = total - other.htxsnv;
      var quota = ask(other);
      if (!quota || quota.limit === null) return null;
      list.push({ total: total, readings: demo.orderedReadings(quota) });
    }
    return { list: list, now: now, used: best[0] };
  }

  function draw(picture, found, label) {
    var top = Math.max(found.used, 1), last = found.list.length - 1;
    found.list.forEach(function (one) { one.readings.forEach(function (reading) { top = Math.max(top, reading.limit || 0); }); });
    function x(at) { return LEFT + (WIDTH - LEFT - 16) * at / last; }
    function y(value) { return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * value / top; }
    demo.empty(picture);
    demo.attr(picture, 'aria-label', label);
    [0, top].forEach(function (value) {
      picture.appendChild(svg('line', { class: 'stairs-grid', x1: LEFT, x2: WIDTH - 10, y1: y(value), y2: y(value) }));
      picture.appendChild(svg('text', { class: 'stairs-text', x: LEFT - 6, y: y(value) + 5, 'text-anchor': 'end' }, value));
    });
    [0, Math.floor(last / 2), last].forEach(function (at) {
      picture.appendChild(svg('text', { class: 'stairs-text', x: x(at), y: HEIGHT - 8, 'text-anchor': 'middle' }, found.list[at].total));
    });
    found.list[0].readings.forEach(function (reading, index) {
      var path = found.list.map(function (one, at) {
        var value = one.readings[index] ? one.readings[index].limit || 0 : 0;
        return at ? 'H' + x(at).toFixed(1) + 'V' + y(value).toFixed(1) : 'M' + x(0).toFixed(1) + ' ' + y(value).toFixed(1);
      }).join('');
      picture.appendChild(svg('path', { class: 'stairs-line line-' + index, d: path }));
      var end = found.list[last].readings[index];
      picture.appendChild(svg('text', { class: 'stairs-letter', x: WIDTH - 12, y: y(end ? end.limit || 0 : 0) - 5, 'text-anchor': 'end' }, String.fromCharCode(65 + index)));
    });
    var at = found.list.map(function (one) { return one.total; }).indexOf(found.now);
    if (at >= 0) {
      picture.appendChild(svg('line', { class: 'stairs-now', x1: x(at), x2: x(at), y1: TOP, y2: HEIGHT - BOTTOM }));
      picture.appendChild(svg('circle', { class: 'stairs-dot', cx: x(at), cy: y(found.used), r: 6 }));
    }
  }

  function table(found, engine) {
    function number(value) { return value === null ? '–' : engine.formatNumber(value); }
    return el('table', { class: 'compare stairs-table' }, [
      el('thead', {}, el('tr', {}, [el('th', { scope: 'col' }, demo.say('stairs.good'))].concat(found.list[0].readings.map(function (reading, index) {
        return el('th', { scope: 'col' }, demo.say('stairs.limit', { letter: String.fromCharCode(65 + index) }));
      })))),
      el('tbody', {}, found.list.map(function (one, at) {
        var before = at ? found.list[at - 1].readings : one.readings;
        return el('tr', { class: one.total === found.now ? 'is-now' : null }, [el('th', { scope: 'row' }, [number(one.total), one.total === found.now ? el('span', { class: 'tag' }, demo.say('stairs.now')) : null])].concat(one.readings.map(function (reading, index) {
          return el('td', { class: before[index] && before[index].limit !== reading.limit ? 'is-changed' : null }, number(reading.limit));
        })));
      }))
    ]);
  }

  demo.buildStairs = function (engine) {
    var picture = svg('svg', { class: 'stairs', viewBox: '0 0 ' + WIDTH + ' ' + HEIGHT, role: 'img' });
    var readings = el('ul', { class: 'legend' }), box = el('div', {}), empty = el('p', { class: 'muted' }, demo.say('stairs.empty'));
    var details = el('details', { class: 'why' }, [el('summary', {}, demo.say('stairs.table')), box]);
    var figure = el('div', {}, [picture, readings, details]);
    return {
      node: el('section', { class: 'sheet stairs-sheet', 'aria-labelledby': 'stairs-title' }, [el('h3', { class: 'section-title', id: 'stairs-title' }, demo.say('stairs.title')), el('p', { class: 'muted' }, demo.say('stairs.lead')), empty, figure]),
      update: function (tally, quota, ask) {
        var found = quota ? steps(tally, engine, ask) : null;
        demo.show(empty, !found);
        demo.show(figure, Boolean(found));
        if (!found) return;
        draw(picture, found, demo.say('stairs.label', { from: found.list[0].total, to: found.list[found.list.length - 1].total, good: found.now, used: found.used }));
        demo.empty(readings);
        found.list[0].readings.forEach(function (reading, index) {
          readings.appendChild(el('li', {}, [svg('svg', { class: 'swatch-line', width: 28, height: 12, 'aria-hidden': 'true', focusable: 'false' }, svg('path', { class: 'stairs-line line-' + index, d: 'M1 6H27' })), String.fromCharCode(65 + index) + ' · ' + reading.label]));
        });
        demo.empty(box).appendChild(table(found, engine));
      }
    };
  };
})();
