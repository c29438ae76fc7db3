/* One form with everything around it: its sections, the unit, the panel, the summary. The package's `watchForm` reads the
   fields and says what is to be seen; here it is drawn. Typing is never blocked and never rewritten. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;

  /** Writes `earlier.1.status` or `total`. */
  function put(answers, path, value) {
    var parts = path.split('.');
    if (parts.length === 1) answers[path] = value;
    else answers[parts[0]][Number(parts[1])][parts[2]] = value;
  }

  /** `store`: { answers, tally } of this law, changed by what is typed; `tools`: buttons of the page; `told()`: something was typed. */
  demo.buildForm = function (form, store, engine, tools, told) {
    var summary = el('div', { class: 'summary-box', id: 'summary', tabindex: '-1', role: 'group', 'aria-labelledby': 'form-name', hidden: true });
    var built = demo.buildSections(form, store.answers, engine, told);
    var unit = demo.buildUnit(form, store.tally, engine, function () { return store.answers[form.grade]; });
    var rating = demo.buildRating(form, built.fields, engine, traced);
    var notes = demo.buildNotes(built.slots, summary, engine);
    var fault = el('p', { class: 'stop', role: 'alert', hidden: true });
    var short = el('p', { class: 'strip-text', 'data-short': '' });
    var panelTitle = el('h3', { class: 'panel-title', id: 'panel-title', tabindex: '-1' }, demo.say('rating.title'));
    var watcher = null, provenance = null;

    /** How points and grades arose. What was typed in other forms of this law is not of this one. */
    function traced() {
      var answers = {};
      built.fields.forEach(function (field) { if (store.answers[field.id] !== undefined) answers[field.id] = store.answers[field.id]; });
      return engine.check({ form: form.id, answers: answers, unit: unit.context(), trace: true }).trace;
    }

    /** What there is to see now; the package says when. */
    function paint(report, diff) {
      provenance = report.provenance;
      notes.update(report, diff);
      rating.update(report, store.answers, built.statuses());
      unit.update(report.quotas);
      demo.text(short, rating.sentence(report, true));
      demo.show(fault, false);
      demo.attr(node, 'data-complete', String(report.complete));
      demo.announcer(report, diff);
    }
    function failed(error) {
      demo.text(fault, demo.say('stop.fault', { detail: error && error.message }));
      demo.show(fault, true);
    }

    /** Keeps what was typed, for another form of the same law and for the other language. */
    function take(event) {
      var target = event.target, path = target.getAttribute('data-path'), grade = target.getAttribute('data-unit');
      if (grade) store.tally[grade] = target.value;
      else if (path) put(store.answers, path, event.type === 'form-clear' ? '' : target.value);
      else return;
      told();
    }
    function check() {
      watcher.summary();
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
    node.addEventListener('change', take);
    node.addEventListener('form-clear', function (event) { take(event); watcher.recheck(); });
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
        demo.newAnnouncer();
        watcher = window.xeploai.watchForm(node, engine, { form: form.id, unit: unit.context, report: paint, onError: failed });
        watcher.recheck();
        demo.growAreas(node);
        return provenance;
      },
      stop: function () { watcher.stop(); }
    };
  };
})();
