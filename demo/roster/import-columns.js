/* The mapping step: each column of the sheet with its header, a few of its cells, what it was taken for and why; people correct it. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;
  var LEVELS = 4;

  function option(value, words) {
    return el('option', { value: value }, words);
  }

  function roles(grades, titles) {
    var list = [['other', demo.say('import.role.other')], ['name', demo.say('import.role.name')]];
    for (var level = 1; level <= LEVELS; level++) list.push(['unit-' + level, demo.say('import.role.unit', { n: level })]);
    list.push(['grade', demo.say('import.role.grade')]);
    grades.forEach(function (grade) { list.push(['tick:' + grade.id, demo.say('import.role.tick', { grade: grade.short })]); });
    ['exclusion', 'note', 'number'].forEach(function (role) { list.push([role, demo.say('import.role.' + role)]); });
    return list.concat(titles);
  }

  /** `mapping`: as it stands; `change(role by column)` is told each choice. */
  demo.buildColumns = function (reading, mapping, grades, change) {
    var chosen = mapping.roles.slice(), all = roles(grades, []);
    function row(column) {
      var select = el('select', {
        class: 'field choice', 'data-column-role': column.letter, 'aria-label': demo.say('import.role.of', { column: column.letter, title: column.title || '–' }),
        onchange: function () {
          chosen[column.at] = select.value;
          demo.text(why, column.role === select.value ? column.reason : demo.say('import.role.chosen'));
          change(chosen.slice());
        }
      }, all.map(function (one) { return option(one[0], one[1]); }));
      select.value = chosen[column.at];
      var why = el('span', { class: 'muted' }, column.role === chosen[column.at] ? column.reason : demo.say('import.role.chosen'));
      return el('tr', { 'data-letter': column.letter }, [
        el('th', { scope: 'row' }, [el('span', { class: 'letter' }, column.letter), ' ', column.title || el('span', { class: 'muted' }, demo.say('import.untitled'))]),
        el('td', { class: 'samples' }, column.samples.join(' · ')),
        el('td', {}, select),
        el('td', {}, why)
      ]);
    }
    return el('table', { class: 'columns' }, [
      el('caption', { class: 'visually-hidden' }, demo.say('import.columns')),
      el('thead', {}, el('tr', {}, ['column', 'samples', 'is', 'why'].map(function (key) { return el('th', { scope: 'col' }, demo.say('import.column.' + key)); }))),
      el('tbody', {}, reading.columns.map(row))
    ]);
  };
})();
