/* The answers of a form as texts by name and back, for links and records: `f.total`, `f.tasks.0.progress`, and the unit's `u.htxsnv`. */
(function () {
  'use strict';
  var demo = window.demo;
  var ROWS = 60;
  /* What may hold a name or somebody's own words stays out of a link. */
  var PRIVATE = ['text', 'date'];

  function fieldsOf(form) {
    return form.sections.reduce(function (all, section) { return all.concat(section.fields); }, []);
  }
  function kept(field, open) { return !open || PRIVATE.indexOf(field.kind) < 0; }

  /** `open`: only what may stand in a link. */
  demo.flatten = function (form, store, open) {
    var flat = {};
    function put(name, value) { if (value !== undefined && value !== null && String(value) !== '') flat[name] = String(value); }
    fieldsOf(form).forEach(function (field) {
      if (field.kind !== 'rows') {
        if (kept(field, open)) put('f.' + field.id, store.answers[field.id]);
        return;
      }
      (store.answers[field.id] || []).slice(0, ROWS).forEach(function (row, at) {
        field.columns.forEach(function (column) { if (kept(column, open)) put(['f', field.id, at, column.id].join('.'), row[column.id]); });
      });
    });
    Object.keys(store.tally).forEach(function (grade) { put('u.' + grade, store.tally[grade]); });
    return flat;
  };

  /** Only names that the form has; anything else in `flat` is passed over. */
  demo.unflatten = function (form, engine, flat) {
    var answers = {}, tally = {};
    fieldsOf(form).forEach(function (field) {
      if (field.kind !== 'rows') {
        if (flat['f.' + field.id] !== undefined) answers[field.id] = flat['f.' + field.id];
        return;
      }
      var rows = [], last = -1;
      for (var at = 0; at < ROWS; at += 1) {
        rows.push({});
        field.columns.forEach(function (column) {
          var text = flat[['f', field.id, at, column.id].join('.')];
          if (text === undefined) return;
          rows[at][column.id] = text;
          last = at;
        });
      }
      if (last >= 0) answers[field.id] = rows.slice(0, last + 1);
    });
    engine.rulebook.subjects.filter(function (one) { return one.id === form.subject; })[0].grades.forEach(function (grade) {
      if (flat['u.' + grade.id] !== undefined) tally[grade.id] = flat['u.' + grade.id];
    });
    return { answers: answers, tally: tally };
  };
})();
