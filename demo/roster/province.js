/* A province that does not exist: 11 areas, 950 base organisations, 3.200 branches, 62.000 members. The same every
   time, from one seed, so that a figure seen today is there tomorrow. Names of people are made when they are shown. */
(function () {
  'use strict';
  var demo = window.demo;
  var AREAS = 11, BASES = 950, BRANCHES = 3200, MEMBERS = 62000;
  var BRANCH_ONLY = .35;   /* base organisations that are a single branch */
  /* How far an area goes beyond what its branches may, in places a branch: a few too far, most a little short. */
  var LEAN = [-.15, .1, -.45, .75, 0, -.3, .4, -.5, .15, -.2, .05];
  var WAITING = 255;       /* in the column of grades: not rated yet */

  function chance(seed) {
    var state = seed;
    return function () {
      state = (state + 0x6d2b79f5) | 0;
      var mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  }

  /** `total` shared out in whole numbers, by weight. */
  function spread(total, weights) {
    var sum = weights.reduce(function (all, one) { return all + one; }, 0), run = 0, given = 0;
    return weights.map(function (weight) {
      run += weight;
      var share = Math.round(total * run / sum) - given;
      given += share;
      return share;
    });
  }

  function times(count, make) {
    var list = [];
    for (var at = 0; at < count; at++) list.push(make(at));
    return list;
  }

  /** The tree of units: `{ at, kind, code, above, below: [positions] }`. */
  function buildUnits(next) {
    var units = [], parties = [];
    function add(kind, code, above, lean) {
      var unit = { at: units.length, kind: kind, code: code, above: above ? above.at : -1, below: [], lean: lean };
      units.push(unit);
      if (above) above.below.push(unit.at);
      return unit;
    }
    var top = add('province', 'M', null, 0);
    spread(BASES, times(AREAS, function () { return .6 + next(); })).forEach(function (count, at) {
      var area = add('area', 'A' + (at + 1), top, LEAN[at]);
      for (var base = 1; base <= count; base++) {
        var single = next() < BRANCH_ONLY;
        var unit = add(single ? 'base-branch' : 'base', area.code + '.' + (base < 10 ? '0' : '') + base, area, area.lean);
        if (!single) parties.push(unit);
      }
    });
    spread(BRANCHES, parties.map(function () { return .6 + next(); })).forEach(function (count, at) {
      for (var branch = 1; branch <= count; branch++) add('branch', parties[at].code + '.' + branch, parties[at], parties[at].lean);
    });
    return units;
  }

  /** How many of a branch are at each grade: about as many excellent as there are places. */
  function ratings(size, lean, next) {
    var poor = next() < .08 ? 1 : 0, fair = Math.round(size * .12 * next());
    var good = size - poor - fair;
    var places = Math.floor(good / 5);
    var excellent = Math.max(0, Math.min(good, places + Math.round(lean + (next() + next() + next() - 1.5) * 1.2)));
    return [excellent, good - excellent, fair, poor];
  }

  /** Fills the rows of one branch: some not rated, with a reason or not yet; the others at random places of the list. */
  function fill(columns, leaf, order, reasons, next) {
    var rated = [];
    for (var row = leaf.from; row < leaf.to; row++) {
      columns.unit[row] = leaf.at;
      if (next() < .035) columns.exclusion[row] = 1 + Math.floor(next() * reasons);
      else if (next() < .006) columns.grade[row] = WAITING;
      else rated.push(row);
    }
    for (var at = rated.length - 1; at > 0; at--) {
      var other = Math.floor(next() * (at + 1)), held = rated[at];
      rated[at] = rated[other];
      rated[other] = held;
    }
    ratings(rated.length, leaf.lean, next).forEach(function (count, which) {
      rated.splice(0, count).forEach(function (one) { columns.grade[one] = order[which]; });
    });
  }

  /** `grades`: ids in the order of the rulebook; `reasons`: how many reasons there are for not being rated. */
  demo.buildProvince = function (grades, reasons) {
    var next = chance(20251231), units = buildUnits(next);
    var leaves = units.filter(function (unit) { return !unit.below.length; });
    var columns = { unit: new Uint32Array(MEMBERS), grade: new Uint8Array(MEMBERS), exclusion: new Uint8Array(MEMBERS) };
    var order = ['htxsnv', 'httnv', 'htnv', 'khtnv'].map(function (id) { return grades.indexOf(id); });
    var row = 0;
    spread(MEMBERS, leaves.map(function () { return .25 + next() + next() * next(); })).forEach(function (size, at) {
      leaves[at].from = row;
      leaves[at].to = row += size;
      fill(columns, leaves[at], order, reasons, next);
    });
    return {
      own: false,
      units: units,
      columns: columns,
      parents: Int32Array.from(units.map(function (unit) { return unit.above; })),
      /** Of a unit with none below. */
      rowsOf: function (unit) { return times(unit.below.length ? 0 : unit.to - unit.from, function (at) { return unit.from + at; }); },
      person: demo.personName
    };
  };
})();
