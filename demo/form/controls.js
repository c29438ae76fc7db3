/* One control for each kind of field. A control never changes what stands in it; it only tells what was typed.
   `target`: what carries aria-invalid, aria-describedby and the colour; `focus()`: goes there. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;
  /* The engine does not say how long a text gets. These are names, one line each; the others are prose. */
  var ONE_LINE = ['name', 'position', 'unit-name', 'branch', 'organisation', 'collective-name', 'participant'];
  var MODES = { count: 'numeric', percent: 'decimal', score: 'decimal' };

  function line(field, id, value, attributes) {
    var input = el('input', Object.assign({
      class: 'field kind-' + field.kind, id: id, type: 'text', inputmode: MODES[field.kind] || null, autocomplete: 'off', autocapitalize: 'off',
      spellcheck: 'false', placeholder: field.kind === 'date' ? demo.say('form.date') : null
    }, attributes));
    input.value = value;
    return { node: input, target: input, focus: function () { input.focus(); } };
  }

  /** Grows with its text. A property set from script, which the policy allows. */
  function grow(area) {
    area.style.height = 'auto';
    if (area.scrollHeight > area.clientHeight) area.style.height = area.scrollHeight + 4 + 'px';
  }
  demo.growAreas = function (root) { [].forEach.call(root.querySelectorAll('textarea'), grow); };

  function prose(field, id, value, attributes) {
    var area = el('textarea', Object.assign({ class: 'field prose', id: id, rows: 2, autocomplete: 'off' }, attributes));
    area.value = value;
    area.addEventListener('input', function () { grow(area); });
    return { node: area, target: area, focus: function () { area.focus(); } };
  }

  function select(field, id, value, attributes) {
    var list = el('select', Object.assign({ class: 'field choice', id: id }, attributes), [el('option', { value: '' }, '– ' + demo.say('form.choose') + ' –')].concat(
      field.options.map(function (option) { return el('option', { value: option.id }, option.label); })));
    list.value = value;
    return { node: list, target: list, focus: function () { list.focus(); } };
  }

  /** A few options side by side; what was chosen can be taken back, for blank is an answer too. */
  function radios(field, id, value, attributes) {
    var places = {};
    var clear = el('button', { type: 'button', class: 'unchoose', hidden: !value, onclick: function () {
      var first = group.querySelector('input');
      [].forEach.call(group.querySelectorAll('input'), function (input) { input.checked = false; });
      demo.show(clear, false);
      first.focus();
      group.dispatchEvent(new CustomEvent('form-clear', { bubbles: true }));
    } }, demo.say('form.unchoose'));
    var options = field.options.map(function (option, at) {
      var input = el('input', { type: 'radio', name: id, value: option.id, id: id + '-' + at, 'data-path': attributes['data-path'] });
      input.checked = option.id === value;
      places[option.id] = el('span', { class: 'option-status' });
      return el('label', { class: 'option', for: input.id }, [input, el('span', {}, option.label), places[option.id]]);
    });
    var group = el('div', { class: 'options', role: 'radiogroup', id: id, 'aria-labelledby': id + '-label', 'data-path': attributes['data-path'], 'data-xeploai-field': field.id }, options.concat([clear]));
    group.addEventListener('change', function () { demo.show(clear, true); });
    return { node: group, target: group, focus: function () { (group.querySelector('input:checked') || group.querySelector('input')).focus(); }, statuses: places };
  }

  var BUILD = { choice: select, exclusion: select, 'yes-no': radios, mark: radios, grade: radios };

  /** `cell`: inside a grid, where there is room for one line and no group. */
  demo.buildControl = function (field, id, value, given, cell) {
    var attributes = Object.assign({ 'data-xeploai-field': field.id }, given);
    var build = cell && BUILD[field.kind] ? select : BUILD[field.kind] || (field.kind === 'text' && ONE_LINE.indexOf(field.id) < 0 ? prose : line);
    return build(field, id, typeof value === 'string' ? value : '', attributes);
  };
  /** Whether a label can name the control by `for`, or the control is a group that names itself by its label. */
  demo.isGroup = function (field) { return BUILD[field.kind] === radios; };
  /** Whether it takes the whole width. */
  demo.isWide = function (field) { return field.kind === 'rows' || field.kind === 'mark' || (field.kind === 'text' && ONE_LINE.indexOf(field.id) < 0); };
})();
