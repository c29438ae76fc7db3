/* The quota as a meter: how many are in the grade, and a mark where each reading of the base puts the cap.
   The sentence above it says the same; the picture is for those who would rather look. */
(function () {
  'use strict';
  var demo = window.demo, svg = demo.svg;
  var ROOM = 1.18; /* of the largest number, so that the last mark does not touch the edge */
  var CLOSE = 5;   /* percent: marks nearer than this share one letter, so that letters never overlap */
  var serial = 0;

  /** Marks of the readings that have a limit, merged where they would overlap. */
  function marksOf(readings, top) {
    var marks = [];
    readings.filter(function (reading) { return reading.limit !== null; }).map(function (reading) {
      return { at: 100 * reading.limit / top, letter: reading.letter, enforced: reading.enforced };
    }).sort(function (a, b) { return a.at - b.at; }).forEach(function (mark) {
      var last = marks[marks.length - 1];
      if (last && mark.at - last.labelAt < CLOSE) last.letters.push(mark.letter);
      else marks.push(last = { labelAt: mark.at, letters: [mark.letter], ticks: [] });
      last.ticks.push(mark);
    });
    return marks;
  }

  demo.buildMeter = function () {
    var hatch = 'meter-hatch-' + (serial += 1);
    var node = svg('svg', { class: 'meter', role: 'img' });

    function draw(used, readings, state, label) {
      demo.attr(node, 'aria-label', label);
      demo.attr(node, 'data-state', state);
      demo.empty(node);
      var limits = readings.map(function (reading) { return reading.limit === null ? 0 : reading.limit; });
      var enforced = readings.filter(function (reading) { return reading.enforced; })[0];
      var top = Math.max.apply(null, limits.concat([used === null ? 0 : used, 1])) * ROOM;
      var cap = enforced && enforced.limit !== null ? enforced.limit : null;
      var within = used === null ? 0 : cap === null ? used : Math.min(used, cap);
      node.appendChild(svg('defs', {}, svg('pattern', { id: hatch, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, [
        svg('rect', { class: 'meter-over', width: 8, height: 8 }), svg('path', { class: 'hatch', d: 'M-2 2l4-4M0 8l8-8M6 10l4-4' })
      ])));
      node.appendChild(svg('rect', { class: 'meter-track', y: 24, width: '100%', height: 22, rx: 4 }));
      if (within > 0) node.appendChild(svg('rect', { class: 'meter-used', y: 24, width: 100 * within / top + '%', height: 22, rx: 4 }));
      if (used !== null && cap !== null && used > cap) {
        node.appendChild(svg('rect', { y: 24, x: 100 * cap / top + '%', width: 100 * (used - cap) / top + '%', height: 22, fill: 'url(#' + hatch + ')' }));
      }
      marksOf(readings, top).forEach(function (mark) {
        mark.ticks.forEach(function (tick) {
          node.appendChild(svg('line', { class: tick.enforced ? 'meter-cap is-enforced' : 'meter-cap', x1: tick.at + '%', x2: tick.at + '%', y1: 18, y2: 52 }));
        });
        node.appendChild(svg('text', { class: 'meter-letter', x: Math.max(2, mark.labelAt) + '%', y: 13, 'text-anchor': 'middle' }, mark.letters.join(' · ')));
      });
    }
    return { node: node, draw: draw };
  };
})();
