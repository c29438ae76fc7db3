/* A roster that was read, as the page walks one: units with those below them, and who belongs to each. */
(function () {
  'use strict';
  var demo = window.demo;

  /** `roster`: what `reading.roster()` gave. */
  demo.buildImported = function (roster) {
    var units = roster.units.map(function (unit, at) {
      return { at: at, kind: 'own', name: unit.name, code: 'd' + at, above: unit.above, below: [], rows: [] };
    });
    units.forEach(function (unit) { if (unit.above >= 0) units[unit.above].below.push(unit.at); });
    roster.columns.unit.forEach(function (unit, row) { units[unit].rows.push(row); });
    return {
      own: true,
      units: units,
      columns: { unit: roster.columns.unit, grade: roster.columns.grade.slice(), exclusion: roster.columns.exclusion },
      parents: roster.columns.parents,
      rowsOf: function (unit) { return unit.rows; },
      person: function (row) { return roster.names[row] || demo.say('import.nameless', { row: roster.rows[row] }); }
    };
  };
})();
