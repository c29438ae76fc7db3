/* The record of a roster: no name and no row of it, but a fingerprint of its columns, the grades changed here, and what came of them. Computed
   again from the sample, or from the same file once it is open. */
(function () {
  'use strict';
  var demo = window.demo;

  function bytesOf(columns) {
    var parts = columns.map(function (one) { return new Uint8Array(one.buffer, one.byteOffset, one.byteLength); });
    var all = new Uint8Array(parts.reduce(function (sum, one) { return sum + one.length; }, 0)), at = 0;
    parts.forEach(function (one) {
      all.set(one, at);
      at += one.length;
    });
    return all;
  }

  /** `12=httnv 15=none`: row and grade. */
  function written(changes, grades) {
    return changes.map(function (one) { return one.row + '=' + (grades[one.grade] || 'none'); }).join(' ');
  }

  /** The changes of a record or link, as far as they are of this roster: `{ row, grade }`. */
  demo.changesIn = function (figures, columns, grades) {
    var found = [];
    function take(row, id) {
      var at = /^\d{1,7}$/.test(row) ? Number(row) : -1, grade = id === 'none' ? 255 : grades.indexOf(id);
      if (at >= 0 && at < columns.grade.length && !columns.exclusion[at] && grade >= 0 && columns.grade[at] !== grade) found.push({ row: at, grade: grade });
    }
    Object.keys(figures).forEach(function (name) { take(name, figures[name]); });
    String(figures.changes || '').split(' ').forEach(function (one) { take(one.split('=')[0], one.split('=')[1]); });
    return found;
  };

  /** Counts and limits of one unit in plain sight, those of all of them as a fingerprint. */
  function resultsOf(province, grade, unit, engine) {
    var columns = province.columns;
    var rolled = engine.rollUp({ subject: 'member', parents: province.parents, unit: columns.unit, grade: grade, exclusion: columns.exclusion });
    var width = rolled.columns.length, results = { rows: String(rolled.rows), units: String(rolled.units) };
    rolled.columns.forEach(function (id, column) { results[id] = String(rolled.all[unit.at * width + column]); });
    var figures = [rolled.own, rolled.all];
    rolled.quotas.forEach(function (quota) {
      quota.readings.forEach(function (reading) {
        results[quota.id + ' ' + reading.id] = [String(reading.limit[unit.at]), String(reading.headroom[unit.at])];
        figures.push(reading.limit, reading.headroom);
      });
      figures.push(quota.binding, quota.below, quota.moves);
    });
    return Promise.all([[province.parents, columns.unit, grade, columns.exclusion], figures].map(function (list) { return demo.fingerprint(bytesOf(list)); })).then(function (hashes) {
      results.columns = hashes[0];
      results.tallies = hashes[1];
      return { results: results, provenance: rolled.provenance };
    });
  }

  /** `shown`: { province, unit, engine, reading, changes, file }. */
  demo.recordRoster = function (shown, grades) {
    return resultsOf(shown.province, shown.province.columns.grade, shown.unit, shown.engine).then(function (made) {
      return {
        place: shown.unit.code, results: made.results, provenance: made.provenance,
        inputs: { roster: shown.province.own ? 'own' : 'sample', file: shown.file, reading: shown.reading, columns: String(made.results.columns), changes: written(shown.changes, grades) }
      };
    });
  };

  /** `province`: the one the record is of, with its grades as they came; null when it is not open. */
  demo.rosterAgain = function (place, inputs, province, grades, engine) {
    if (!province) {
      var none = engine.rollUp({ subject: 'member', parents: [-1], unit: [], grade: [] });
      return { results: { roster: demo.say('record.roster.closed', { file: String(inputs.file) }) }, provenance: none.provenance };
    }
    var grade = province.columns.grade.slice(), unit = province.units.filter(function (one) { return one.code === place; })[0] || province.units[0];
    demo.changesIn({ changes: inputs.changes }, province.columns, grades).forEach(function (one) { grade[one.row] = one.grade; });
    return resultsOf(province, grade, unit, engine);
  };
})();
