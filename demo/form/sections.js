/* The sections of a form with their fields, drawn from what the engine says of the form, and the places where
   findings can stand. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;

  function depthOf(field, fields) {
    var depth = 0;
    for (var at = field; at && at.of && depth < 6; depth += 1) at = fields.filter(function (one) { return one.id === at.of; })[0];
    return depth;
  }

  /** Points come as a list to add up, the other fields as a form. */
  function groupsOf(fields) {
    return [
      { points: true, fields: fields.filter(function (field) { return field.kind === 'score'; }) },
      { points: false, fields: fields.filter(function (field) { return field.kind !== 'score'; }) }
    ].filter(function (group) { return group.fields.length; });
  }

  /** `answers` is changed by what is typed; `changed()` is told of rows that came or went. */
  demo.buildSections = function (form, answers, engine, changed) {
    var slots = {};
    var fields = form.sections.reduce(function (all, section) { return all.concat(section.fields); }, []);
    var statuses = null;
    function slot(one) { slots[one.key] = one; }

    function buildField(field) {
      var id = 'f-' + field.id;
      var control;
      if (field.kind === 'rows') {
        if (!Array.isArray(answers[field.id])) answers[field.id] = [];
        control = demo.buildRows(field, id, answers[field.id], changed, slot);
      } else {
        control = demo.buildControl(field, id, answers[field.id], { 'data-path': field.id });
      }
      if (field.id === form.grade) statuses = control.statuses;
      var note = el('div', { class: 'f-note', id: id + '-note', hidden: true });
      slot({ key: field.id, target: control.target, focus: control.focus, note: note, label: field.label });
      var grouped = demo.isGroup(field) || field.kind === 'rows';
      var label = el(grouped ? 'span' : 'label', { class: 'f-label', id: id + '-label', for: grouped ? null : id }, [
        field.label, field.required === 'no' ? el('span', { class: 'f-optional' }, ' ' + demo.say('form.optional')) : null
      ]);
      var unit = field.kind === 'score' && field.max ? demo.say('form.of-max', { max: engine.formatNumber(field.max) }) : field.kind === 'percent' ? '%' : null;
      return el('div', {
        class: 'f kind-of-' + field.kind + (demo.isWide(field) ? ' is-wide' : '') + (field.kind === 'score' ? ' depth-' + depthOf(field, fields) : ''), 'data-field': field.id
      }, [label, unit ? el('div', { class: 'f-with-unit' }, [control.node, el('span', { class: 'f-unit' }, unit)]) : control.node, note]);
    }

    var sections = form.sections.map(function (section) {
      var title = el('h3', { class: 'section-title', id: 's-' + section.id, tabindex: '-1' }, section.label);
      return { title: title, label: section.label, node: el('section', { class: 'sheet', 'aria-labelledby': title.id, 'data-section': section.id }, [title].concat(
        groupsOf(section.fields).map(function (group) { return el('div', { class: group.points ? 'fields points' : 'fields' }, group.fields.map(buildField)); }))) };
    });
    return { sections: sections, slots: slots, fields: fields, statuses: function () { return statuses; } };
  };
})();
