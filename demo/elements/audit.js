/* An illustration until the engine reads prose: finds "number/number (percentage)" and lets the engine say whether the
   percentage is right. The arithmetic is the engine's; only the pattern is here. */
(function () {
  'use strict';
  var PATTERN = /(\d[\d.]*)\/(\d[\d.]*) \((\d+,\d+%)\)/g;
  var TABLE = { rows: [{ id: 'all', label: 'all', kind: 'total' }, { id: 'part', label: 'part', kind: 'of-which', of: 'all' }] };

  window.demo.audit = function (engine, words) {
    return function (text) {
      var findings = [], checked = 0, match;
      PATTERN.lastIndex = 0;
      while ((match = PATTERN.exec(text))) {
        var count = match[1], whole = match[2], stated = match[3];
        var start = match.index + match[0].length - 1 - stated.length;
        var result = engine.breakdown({ table: TABLE, counts: { all: whole, part: count }, stated: { part: stated } });
        checked += 1;
        var wrong = result.diagnostics.filter(function (one) { return one.path[0] === 'stated'; })[0];
        if (!wrong) continue;
        findings.push({ start: start, end: start + stated.length, code: wrong.code, severity: wrong.severity,
          message: words(count, whole, result.rows[1].shareText, stated), fix: result.rows[1].shareText });
      }
      return { findings: findings, figures: (text.match(/\d[\d.,]*/g) || []).length, checked: checked };
    };
  };
})();
