/* One form with everything around it: its sections, the unit, the panel, the summary; checked whole on every
   keystroke, and kept in step by one run a frame. Typing is never blocked and never rewritten. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;
  var QUIET = 700;

  /** What of the answers this form knows: others of the same law stay for the form that has them. */
  function answersOf(form, fields, answers) {
    var own = {};
    fields.forEach(function (field) {
      var value = answers[field.id];
      if (field.kind === 'rows' ? Array.isArray(value) : typeof value === 'string') own[field.id] = value;
    });
    return own;
  }

  /** Writes `earlier.1.status` or `total`. */
  function put(answers, path, value) {
    var parts = path.split('.');
    if (parts.length === 1) answers[path] = value;
    else answers[parts[0]][Number(parts[1])][parts[2]] = value;
  }

  /** `store`: { answers, tally } of this law, changed by what is typed; `tools`: buttons of the page; `told()`: something was typed. */
  demo.buildForm = function (form, store, engine, tools, told) {
    var summary = el('div', { class: 'summary-box', id: 'summary', tabindex: '-1', role: 'group', 'aria-labelledby': 'form-name', hidden: true });
    var built = demo.buildSections(form, store.answers, engine, function () { soon(); settle(); told(); });
    var unit = demo.buildUnit(form, store.tally, engine);
    var rating = demo.buildRating(form, built.fields, engine);
    var notes = demo.buildNotes(built.slots, summary);
    var listen = demo.listener(form.number || form.label);
    var fault = el('p', { class: 'stop', role: 'alert', hidden: true });
    var short = el('p', { class: 'strip-text', 'data-short': '' });
    var panelTitle = el('h3', { class: 'panel-title', id: 'panel-title', tabindex: '-1' }, demo.say('rating.title'));
    var report = null, said = null;

    function ask(final) {
      var input = { form: form.id, answers: answersOf(form, built.fields, store.answers), final: final };
      var context = unit.context();
      if (context) input.unit = context;
      return engine.check(input);
    }
    function run() {
      try {
        report = ask(notes.asked());
        notes.update(report);
        rating.update(report, store.answers, built.statuses());
        unit.update(report.quotas);
        demo.text(short, rating.sentence(report, true));
        demo.show(fault, false);
        demo.attr(node, 'data-complete', String(report.complete));
        return report.provenance;
      } catch (error) {
        demo.text(fault, demo.say('stop.fault', { detail: error && error.message }));
        demo.show(fault, true);
        return null;
      }
    }
    var soon = demo.oncePerFrame(run);

    /** A field was left, or something was chosen: what is found now may be said. */
    function settle() {
      run();
      var focused = document.activeElement && document.activeElement.getAttribute('data-path');
      listen((report && report.quotas) || [], notes.settle(focused).map(function (one) { return { key: one.key, severity: one.severity, message: one.message, from: one.code.indexOf('quota.') === 0 ? 'quota' : 'form' }; }));
      speak();
    }
    /** The best grade that is still possible, when it is another than before. */
    function speak() {
      var now = report && report.rating ? String(report.rating.best) + report.rating.band : 'none';
      if (said !== null && now !== said) demo.announce(rating.sentence(report));
      said = now;
    }
    var later = demo.afterQuiet(QUIET, speak);

    function take(event) {
      var target = event.target, path = target.getAttribute('data-path'), grade = target.getAttribute('data-unit');
      if (grade) store.tally[grade] = target.value;
      else if (path) put(store.answers, path, event.type === 'form-clear' ? '' : target.value);
      else return;
      told();
      demo.hush();
      soon();
      later();
    }
    function check() {
      notes.ask();
      run();
      notes.settle(null);
      summary.focus();
      if (summary.scrollIntoView) summary.scrollIntoView({ block: 'start' });
    }

    function jumpTo(title) {
      return el('li', {}, el('a', { href: '#' + title.title.id, onclick: function (event) {
        event.preventDefault();
        title.title.focus();
        if (title.title.scrollIntoView) title.title.scrollIntoView();
      } }, title.label));
    }

    var node = el('div', { class: 'form', 'data-form': form.id }, [
      el('header', { class: 'form-head' }, [
        el('h2', { class: 'set-title', id: 'form-name' }, [form.number ? form.number + ': ' : '', form.label]),
        form.note ? el('p', { class: 'set-source' }, demo.say('form.note', { note: form.note })) : null,
        el('div', { class: 'set-bar' }, [el('nav', { class: 'section-nav', 'aria-label': demo.say('set.sections') }, el('ul', {}, built.sections.concat([unit]).map(jumpTo))), tools])
      ]),
      fault,
      el('p', { class: 'strip' }, [short, el('a', { href: '#panel-title', onclick: function (event) {
        event.preventDefault();
        panelTitle.focus();
        panelTitle.scrollIntoView();
      } }, demo.say('rating.short.go'))]),
      el('div', { class: 'form-body' }, [
        el('div', { class: 'form-main' }, [summary].concat(built.sections.map(function (section) { return section.node; })).concat([
          unit.node,
          el('div', { class: 'form-end' }, [el('button', { type: 'button', class: 'button primary', 'data-check': '', onclick: check }, demo.say('form.check')), el('p', { class: 'muted' }, demo.say('form.check.hint'))])
        ])),
        el('aside', { class: 'panel', 'aria-labelledby': 'panel-title', tabindex: '0' }, [panelTitle, rating.node])
      ])
    ]);

    node.addEventListener('input', take);
    node.addEventListener('form-clear', function (event) { take(event); settle(); });
    /* A choice is done when it is made; nobody is still typing it. */
    node.addEventListener('change', function (event) {
      if (event.target.type === 'radio' || event.target.tagName === 'SELECT') { take(event); settle(); }
    });
    node.addEventListener('focusout', function (event) {
      var path = event.target.getAttribute('data-path') || event.target.getAttribute('data-unit');
      var next = event.relatedTarget;
      if (!path || (next && next.getAttribute('data-path') === path)) return;
      /* The window lost the focus, not the field. */
      if (!next && document.activeElement === event.target) return;
      notes.visited(path);
      var grid = path.split('.')[0];
      if (grid !== path && !(next && (next.getAttribute('data-path') || '').indexOf(grid + '.') === 0)) notes.visited(grid);
      window.setTimeout(settle, 0);
    });
    /* Enter goes on to the next field of one line, as Tab does; there is nothing to submit. */
    node.addEventListener('keydown', function (event) {
      if (event.key !== 'Enter' || event.isComposing || !event.target.matches('input.field')) return;
      var all = [].slice.call(node.querySelectorAll('input.field, textarea.field, select.field'));
      var next = all[all.indexOf(event.target) + (event.shiftKey ? -1 : 1)];
      if (!next) return;
      event.preventDefault();
      next.focus();
    });

    return {
      node: node,
      start: function () {
        var provenance = run();
        listen((report && report.quotas) || [], []);
        speak();
        demo.growAreas(node);
        return provenance;
      }
    };
  };
})();
