/* "What if": try a change on a quota and see before and after, without touching the figures.
   Moving one person can change both sides of the percentage, so the engine is asked each time. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;

  /* What each button changes, by the grade the quota limits. `next`: where one goes who leaves the grade;
     exemplary organisations stay clean and strong, so they go nowhere. */
  var NEXT = { htxsnv: 'httnv', tsvm: 'httnv', 'tieu-bieu': null };
  var GROW = { htxsnv: 'httnv', tsvm: 'httnv', 'tieu-bieu': 'tsvm' };

  function add(moves, grade, by) {
    if (grade) moves[grade] = (moves[grade] || 0) + by;
    if (moves[grade] === 0) delete moves[grade];
  }

  function signed(engine, value) { return (value < 0 ? '−' : '+') + engine.formatNumber(Math.abs(value)); }

  /** `ask(propose)` gives a QuotaReport; `grades`: the grade's name by id. Null for a grade it does not know. */
  demo.buildWhatIf = function (quotaId, grade, ask, grades) {
    if (NEXT[grade] === undefined) return null;
    var moves = {}, latest = null, engine = null;
    function button(what, act) {
      return el('button', { type: 'button', class: 'button small', 'data-whatif': what, onclick: function () { act(); render(); speak(); } }, demo.hasWord('try.' + grade + '.' + what) ? demo.say('try.' + grade + '.' + what) : demo.say('try.' + what));
    }
    function move(by) { add(moves, grade, by); add(moves, NEXT[grade], -by); }
    var up = button('up', function () { move(1); });
    var down = button('down', function () { move(-1); });
    var grow = button('grow', function () { add(moves, GROW[grade], 1); });
    var fit = button('fit', function () { moves = {}; move(latest.headroom); });
    var clear = button('clear', function () { moves = {}; up.focus(); });
    var doing = el('p', { class: 'try-doing' });
    var result = el('div', { class: 'try-result', 'data-whatif-result': quotaId, hidden: true });
    var node = el('details', { class: 'try', 'data-whatif-of': quotaId }, [
      el('summary', {}, demo.say('try.title')),
      el('p', { class: 'muted' }, demo.say('try.keeps')),
      el('div', { class: 'buttons' }, [fit, up, down, grow, clear]),
      result
    ]);

    function describe() {
      return Object.keys(moves).map(function (id) { return (grades[id] || id) + ' ' + signed(engine, moves[id]); }).join('; ');
    }
    function number(value) { return value === null ? '–' : engine.formatNumber(value); }
    function line(label, before, after) {
      return el('tr', {}, [el('th', { scope: 'row' }, label), el('td', {}, before), el('td', { class: before === after ? null : 'is-changed' }, after)]);
    }

    function render() {
      var active = Object.keys(moves).length > 0;
      demo.show(result, active);
      demo.show(clear, active);
      demo.show(fit, Boolean(latest && latest.headroom !== null && latest.headroom < 0));
      if (latest && latest.headroom < 0) demo.text(fit, demo.say('try.' + grade + '.fit', { n: engine.formatNumber(-latest.headroom) }));
      if (!active) return null;
      var report = ask(moves);
      var after = report.quotas.filter(function (quota) { return quota.id === quotaId; })[0];
      var before = (report.before || []).filter(function (quota) { return quota.id === quotaId; })[0] || latest;
      demo.empty(result);
      if (!after) return null;
      demo.text(doing, demo.say('try.doing', { moves: describe() }));
      result.appendChild(doing);
      var rows = [line(grades[grade] || grade, number(before.used), number(after.used))];
      after.readings.forEach(function (reading, index) {
        rows.push(line(demo.say('try.limit', { letter: demo.letter(after, reading) }), number(before.readings[index] && before.readings[index].limit), number(reading.limit)));
      });
      rows.push(line(demo.say('quota.share'), demo.enforced(before).shareText || '–', demo.enforced(after).shareText || '–'));
      rows.push(line(demo.say('quota.title'), demo.say('quota.' + before.state), demo.say('quota.' + after.state)));
      result.appendChild(el('table', { class: 'compare' }, [
        el('caption', { class: 'visually-hidden' }, demo.say('try.caption')),
        el('thead', {}, el('tr', {}, [el('td', {}), el('th', { scope: 'col' }, demo.say('try.before')), el('th', { scope: 'col' }, demo.say('try.after'))])),
        el('tbody', {}, rows)
      ]));
      result.appendChild(el('p', { class: 'try-summary', 'data-whatif-summary': quotaId, 'data-state': after.state }, after.summary));
      /* What the engine says of the proposal itself, such as more moved than there are. */
      report.diagnostics.filter(function (one) { return one.path[0] === 'propose'; }).forEach(function (one) {
        result.appendChild(el('p', { class: 'try-problem' }, [demo.icon(one.severity), one.message]));
      });
      return after;
    }
    function speak() {
      var summary = result.querySelector('.try-summary');
      if (summary && !result.hidden) demo.announce(summary.textContent);
    }
    return {
      node: node,
      update: function (quota, current) { latest = quota; engine = current; render(); }
    };
  };

  demo.enforced = function (quota) {
    return quota.readings.filter(function (reading) { return reading.enforced; })[0] || quota.readings[0];
  };
})();
