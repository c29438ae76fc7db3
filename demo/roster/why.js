/* Why a unit has as many places as it has: the arithmetic of both readings, what rounding down in each unit below
   loses, and which unit on the way up binds. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;
  var NO_FIGURE = -2147483648;

  function compare(sum, own, read, params, key) {
    params.sum = read.number(sum);
    params.own = read.number(own);
    params.n = read.number(Math.abs(own - sum));
    return el('p', { 'data-rounding': key }, demo.say(own - sum > 0 ? 'roster.rounding.' + key : 'roster.rounding.same', params));
  }

  /** Sentences of one unit, none of which a unit without others below or above needs. */
  function sentences(unit, province, read) {
    var list = [], below = read.quota.below[unit.at];
    if (below !== NO_FIGURE) {
      var units = demo.say('roster.units-below', { n: read.number(unit.below.length) });
      list.push(compare(below, read.limit(unit.at), read, { units: units }, 'below'));
      var leaves = demo.leavesOf(unit, province);
      if (leaves.length > unit.below.length) {
        var sum = leaves.reduce(function (all, leaf) { return all + read.limit(leaf.at); }, 0);
        list.push(compare(sum, read.limit(unit.at), read, { units: demo.say('roster.leaves-below', { n: read.number(leaves.length) }) }, 'leaves'));
      }
    }
    var binding = read.quota.binding[unit.at];
    if (unit.above >= 0 && binding >= 0) {
      var other = province.units[binding];
      list.push(el('p', { 'data-binding': other.code }, demo.say(binding === unit.at ? 'roster.binds.self' : 'roster.binds.other', { unit: demo.unitName(other), left: read.leftText(binding).toLowerCase() })));
    }
    var moves = read.quota.moves[unit.at];
    if (moves > 0) list.push(el('p', { 'data-moves': unit.code }, demo.say(unit.below.length ? 'roster.moves.below' : 'roster.moves', { n: read.number(moves) })));
    return list;
  }

  demo.leavesOf = function (unit, province) {
    if (!unit.below.length) return [unit];
    return unit.below.reduce(function (all, at) { return all.concat(demo.leavesOf(province.units[at], province)); }, []);
  };

  /** Under a row: each reading in one line, with its arithmetic. */
  demo.buildWhyOfRow = function (unit, province, read, shown) {
    var quota = shown.quota.quotas[0];
    return el('div', { class: 'why-unit why-said', 'data-why-of': unit.code }, [
      el('p', {}, el('strong', {}, quota.summary)),
      el('ul', { class: 'why-readings' }, demo.orderedReadings(quota).map(function (reading) {
        return el('li', { 'data-reading': reading.id }, [demo.quotaBadge(reading.state), el('strong', {}, demo.letter(quota, reading)), ' · ' + reading.label + (reading.enforced ? ' (' + demo.say('quota.enforced') + ')' : '') + ': ' + reading.arithmetic]);
      }))
    ].concat(sentences(unit, province, read)));
  };

  /** Of the unit itself, in full. `shown`: as `rollUp` was asked to show it. */
  demo.buildWhy = function (unit, province, read, shown) {
    var quota = el('xeploai-quota', { theme: 'auto' }), said = el('div', { class: 'why-said' });
    function update(nextRead, nextShown) {
      quota.result = nextShown.quota;
      demo.empty(said);
      sentences(unit, province, nextRead).forEach(function (line) { said.appendChild(line); });
    }
    update(read, shown);
    return { node: el('div', { class: 'why-unit' }, [quota, said]), update: update };
  };
})();
