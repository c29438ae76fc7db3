/* Where one is: the way from the province as links, and the same way up with its figures, so that one change is seen
   in every unit it reaches. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;

  /** From the province down to the unit itself. */
  demo.wayTo = function (unit, province) {
    var way = [unit];
    while (way[0].above >= 0) way.unshift(province.units[way[0].above]);
    return way;
  };

  demo.buildTrail = function (way) {
    return el('ol', {}, way.map(function (unit, at) {
      var last = at === way.length - 1;
      return el('li', {}, el('a', { href: demo.addressOf(unit.code), 'aria-current': last ? 'page' : null }, demo.unitName(unit)));
    }));
  };

  /** A cell with its column's name, which is seen where rows are cards. */
  function figure(key, value) {
    return el('td', { 'data-column': key }, [el('span', { class: 'cell-label', 'aria-hidden': 'true' }, demo.say('roster.column.' + key)), el('span', { class: 'cell-value' }, value)]);
  }

  demo.buildWay = function (way, read) {
    var binding = read.quota.binding[way[way.length - 1].at];
    return el('table', { class: 'way' }, [
      el('caption', { class: 'visually-hidden' }, demo.say('roster.way')),
      el('thead', {}, el('tr', {}, ['name', 'used', 'limit', 'left'].map(function (key) {
        return el('th', { scope: 'col', class: 'col-' + key }, demo.say('roster.column.' + key));
      }))),
      el('tbody', {}, way.slice().reverse().map(function (unit) {
        return el('tr', { 'data-way': unit.code }, [
          el('th', { scope: 'row' }, [demo.unitName(unit), way.length > 1 && unit.at === binding ? el('span', { class: 'tag is-strong binds' }, demo.say('roster.binds')) : null]),
          figure('used', read.number(read.count(unit.at, read.quota.grade))),
          figure('limit', read.number(read.limit(unit.at))),
          el('td', {}, read.badge(unit.at))
        ]);
      }))
    ]);
  };
})();
