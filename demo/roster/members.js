/* The people of one branch, each with the grade to choose. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;
  var WAITING = 255;

  function choices(grades) {
    return grades.map(function (grade, at) { return el('option', { value: at }, grade.label); })
      .concat(el('option', { value: WAITING }, demo.say('roster.waiting')));
  }

  /** `change(row, grade)` is told what was chosen. */
  demo.buildMembers = function (unit, province, grades, reasons, change) {
    var selects = {}, columns = province.columns, rows = province.rowsOf(unit);

    function rating(row) {
      if (columns.exclusion[row]) return el('span', { class: 'muted' }, demo.say('roster.excluded', { reason: reasons[columns.exclusion[row] - 1].label }));
      var select = selects[row] = el('select', {
        class: 'field choice', 'data-row': row, 'aria-label': demo.say('roster.grade.of', { name: province.person(row) }),
        onchange: function () { change(row, Number(select.value)); }
      }, choices(grades));
      return select;
    }

    var node = el('section', { class: 'sheet', 'aria-labelledby': 'members-title' }, [
      el('h3', { class: 'section-title', id: 'members-title' }, demo.say('roster.members.title', { n: rows.length })),
      province.own ? null : el('p', { class: 'muted' }, demo.say('roster.members.invented')),
      el('ol', { class: 'members' }, rows.map(function (row) {
        return el('li', { class: 'member' }, [el('span', { class: 'member-name' }, province.person(row)), rating(row)]);
      }))
    ]);

    function update() {
      Object.keys(selects).forEach(function (row) {
        var value = String(columns.grade[row]);
        if (selects[row].value !== value) selects[row].value = value;
      });
    }
    update();
    return { node: node, update: update };
  };
})();
