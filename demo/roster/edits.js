/* What was changed in the roster, to take it back: each step is a list of rows with the grade they had. */
(function () {
  'use strict';
  var demo = window.demo;

  /** `grade`: the column, changed in place. */
  demo.buildEdits = function (grade) {
    var sample = grade.slice(), steps = [];

    function write(rows) {
      return rows.map(function (one) {
        var before = { row: one.row, grade: grade[one.row] };
        grade[one.row] = one.grade;
        return before;
      });
    }
    function changed() {
      var rows = [];
      for (var row = 0; row < grade.length; row++) if (grade[row] !== sample[row]) rows.push({ row: row, grade: sample[row] });
      return rows;
    }

    return {
      set: function (row, value) { steps.push(write([{ row: row, grade: value }])); },
      /** The rows taken back; none when there is nothing to take back. */
      undo: function () {
        var step = steps.pop();
        if (step) write(step);
        return step || [];
      },
      /** Everything as it was; a step like any other, so it can be taken back too. */
      restore: function () {
        var rows = changed();
        if (rows.length) steps.push(write(rows));
        return rows;
      },
      /** The column as it came. */
      original: function () { return sample; },
      steps: function () { return steps.length; },
      changed: function () { return changed().length; },
      /** The rows that differ from the sample, with what they are now. */
      list: function () { return changed().map(function (one) { return { row: one.row, grade: grade[one.row] }; }); }
    };
  };
})();
