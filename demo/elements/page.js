/* The page of the elements: four fields, and what the elements make of them. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, byId = demo.byId;
  var AS_OF = '2021-12-31';
  var typed = { htxsnv: '9.942', httnv: '47.193', htnv: '4.897', khtnv: '299' };
  var grades = Object.keys(typed);
  var engine = null, written = false, listen = null;

  function buildFields() {
    var box = demo.empty(byId('fields'));
    grades.forEach(function (grade) {
      var input = el('input', { class: 'field', id: 'count-' + grade, name: grade, type: 'text', inputmode: 'numeric', autocomplete: 'off' });
      input.value = typed[grade];
      input.addEventListener('input', function () { typed[grade] = input.value; compute(); });
      box.appendChild(el('div', { class: 'counts-field' }, [el('label', { for: input.id }, demo.say('elements.' + grade)), input]));
    });
  }

  /** A table of the page's own; the whole is not typed, so it is inferred. */
  function table() {
    return { rows: [{ id: 'rated', label: demo.say('elements.rated'), kind: 'total' }].concat(grades.map(function (grade) {
      return { id: grade, label: demo.say('elements.' + grade), kind: 'part', of: 'rated' };
    })) };
  }

  var compute = demo.oncePerFrame(function () {
    if (!engine) return;
    var report = engine.quota({ subject: 'member', tally: typed, trace: true });
    byId('quota').result = report;
    listen(report.quotas, []);
    byId('breakdown').result = engine.breakdown({ table: table(), counts: typed });
    /* A summary that is open already follows; it does not open by itself while one types. */
    if (byId('findings').result) byId('findings').result = report;
    demo.describe(engine, report.provenance);
    demo.attr(document.body, 'data-ready', 'true');
    demo.attr(document.body, 'data-locale', demo.locale);
  });

  byId('counts').addEventListener('submit', function (event) {
    event.preventDefault();
    byId('findings').result = engine.quota({ subject: 'member', tally: typed });
    byId('findings').focus();
  });

  function show() {
    demo.engineFor(AS_OF).then(function (made) {
      engine = made;
      listen = demo.listener(demo.say('elements.quota'));
      demo.show(byId('room-elements'), true);
      byId('breakdown').setAttribute('caption', demo.say('elements.caption'));
      byId('findings').result = null;
      if (!written) byId('report-text').value = demo.say('elements.report.text');
      written = true;
      byId('report').engine = engine;
      buildFields();
      compute();
    }).catch(demo.stop);
  }

  demo.startPage({ title: 'elements.title', relabel: function () {}, show: show });
})();
