/* The room of forms: the day picks the law, the law has the forms, and what is typed stays while one changes
   between them. In memory only. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, byId = demo.byId;
  var families = demo.families, family = families[0];
  var asOf = family.laws[0].asOf, formId = family.laws[0].form;
  var stores = {};           /* by rulebook */
  var turn = 0, message = '', built = null;
  var drawn = null;          /* { form, store, engine } of what is shown */
  var brought = null;        /* figures of a link or a record, until their form is known */

  function storeOf(engine) {
    var id = engine.rulebook.id;
    stores[id] = stores[id] || { answers: {}, tally: {}, undo: null };
    return stores[id];
  }

  /** Forms that rate somebody; a list of enclosures is not filled in here. */
  function formsOf(engine) {
    return engine.forms().filter(function (form) { return form.grade; });
  }
  function tabId(form) { return 'tab-' + form.id; }

  function buildTabs(forms, current) {
    var list = demo.empty(byId('forms'));
    forms.forEach(function (form, at) {
      list.appendChild(el('button', {
        type: 'button', class: 'card', role: 'tab', id: tabId(form), 'data-tab': form.id, 'aria-controls': 'panel', 'aria-selected': String(form === current),
        tabindex: form === current ? null : '-1', title: form.label,
        onclick: function () { choose(form, true); },
        onkeydown: function (event) {
          var steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
          var next = event.key === 'Home' ? 0 : event.key === 'End' ? forms.length - 1 : steps[event.key] ? (at + steps[event.key] + forms.length) % forms.length : -1;
          if (next < 0) return;
          event.preventDefault();
          choose(forms[next], true);
        }
      }, el('span', { class: 'card-name' }, form.number ? form.number.split('-HD')[0] : form.label)));
    });
  }

  function choose(form, focus) {
    if (form.id === formId) return;
    formId = form.id;
    message = '';
    show(focus ? '#' + tabId(form) : null);
  }

  /** The buttons beside the title, and what they just did. */
  function buildTools(form, engine, store) {
    var example = demo.formExamples[engine.rulebook.id];
    var status = el('span', { class: 'set-status', role: 'status' }, message);
    function set(next, said, focus) {
      store.undo = next === store.undo ? null : { answers: store.answers, tally: store.tally };
      store.answers = next.answers;
      store.tally = next.tally;
      message = demo.say(said);
      show(focus);
    }
    var undo = el('button', { type: 'button', class: 'button small', 'data-undo': '', hidden: !store.undo, onclick: function () { set(store.undo, 'form.undone', '[data-example]'); } }, demo.say('form.undo'));
    return {
      node: el('div', { class: 'set-tools' }, [
        status, undo,
        example ? el('button', { type: 'button', class: 'button small', 'data-example': '', onclick: function () { set(JSON.parse(JSON.stringify(example(form.id))), 'form.filled', '[data-undo]'); } }, demo.say('form.example')) : null,
        el('button', { type: 'button', class: 'button small', 'data-clear': '', onclick: function () { set({ answers: {}, tally: {} }, 'form.cleared', '[data-undo]'); } }, demo.say('form.clear')),
        el('button', { type: 'button', class: 'button small', 'data-print': '', onclick: function () { window.print(); } }, demo.say('set.print'))
      ]),
      /** Once something else was typed, undoing would lose it. */
      told: function () {
        store.undo = null;
        message = '';
        demo.show(undo, false);
        demo.text(status, '');
      }
    };
  }

  /** Draws the form of the day. `focus`: where to go on. */
  function show(focus) {
    var mine = turn += 1;
    return demo.engineFor(asOf, null, family.id).then(function (engine) {
      if (mine !== turn) return;
      demo.show(byId('stop'), false);
      demo.show(byId('room-form'), true);
      var forms = formsOf(engine);
      var law = family.laws.filter(function (one) { return one.asOf === asOf; })[0];
      var form = forms.filter(function (one) { return one.id === formId; })[0] || forms.filter(function (one) { return law && one.id === law.form; })[0] || forms[0];
      formId = form.id;
      demo.stands(placeOf(formId));
      note(demo.say('form.as-of.law', { title: engine.rulebook.title.split(':')[0] }), false);
      buildTabs(forms, form);
      buildDates();
      var store = storeOf(engine);
      if (brought) Object.assign(store, demo.unflatten(form, engine, brought), { undo: { answers: store.answers, tally: store.tally } });
      brought = null;
      drawn = { form: form, store: store, engine: engine };
      var tools = buildTools(form, engine, store);
      if (built) built.stop();
      built = demo.buildForm(form, store, engine, tools.node, tools.told);
      demo.empty(byId('panels')).appendChild(el('div', { id: 'panel', role: 'tabpanel', 'aria-labelledby': tabId(form), tabindex: '-1' }, built.node));
      demo.describe(engine, built.start());
      demo.attr(document.body, 'data-ready', 'true');
      demo.attr(document.body, 'data-shown', engine.rulebook.id + ' ' + form.id);
      demo.attr(document.body, 'data-locale', demo.locale);
      var target = focus && document.querySelector(focus);
      if (target && !target.hidden) target.focus();
    }).catch(function (error) {
      /* No law for that day is not the engine failing: the form of the last good day stays. */
      if (!error || !error.code) demo.stop(error);
      else if (built) note([error.message, error.help].filter(Boolean).join(' '), true);
      else if (asOf !== family.laws[0].asOf) {
        asOf = family.laws[0].asOf;
        show(focus);
      } else demo.stop(error);
    });
  }

  function note(text, wrong) {
    demo.text(byId('as-of-note'), text);
    demo.attr(byId('as-of'), 'aria-invalid', wrong ? 'true' : null);
    demo.attr(byId('as-of'), 'data-state', wrong ? 'error' : null);
  }

  function written(iso) { return iso.split('-').reverse().join('/'); }

  function buildDates() {
    var input = byId('as-of');
    if (document.activeElement !== input) input.value = written(asOf);
    var box = demo.empty(byId('dates'));
    family.laws.forEach(function (law) {
      box.appendChild(el('button', { type: 'button', class: 'button small', 'data-as-of': law.asOf, 'aria-pressed': String(law.asOf === asOf), onclick: function () {
        asOf = law.asOf;
        formId = law.form;
        message = '';
        input.value = written(asOf);
        show('[data-as-of="' + asOf + '"]');
      } }, demo.pick(law.law)));
    });
  }

  function dateTyped() {
    var parts = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/.exec(byId('as-of').value);
    if (!parts) {
      note(demo.say('form.as-of.wrong'), true);
      return;
    }
    asOf = [parts[3], ('0' + parts[2]).slice(-2), ('0' + parts[1]).slice(-2)].join('-');
    message = '';
    show();
  }

  /** Its laws are others, and so are its days. */
  function chooseFamily(id) {
    family = families.filter(function (one) { return one.id === id; })[0] || family;
    asOf = family.laws[0].asOf;
    formId = family.laws[0].form;
    message = '';
    byId('as-of').value = written(asOf);
    show('#family');
  }
  function buildFamilies() {
    var select = demo.empty(byId('family'));
    families.forEach(function (one) { select.appendChild(el('option', { value: one.id }, demo.pick(one.label))); });
    select.value = family.id;
  }

  /** `2025-12-15/mau-2b`: the day, and the form of its law; before them the line of law, where it is not the first. */
  function placeOf(form) { return (family === families[0] ? [] : [family.id]).concat(asOf, form).join('/'); }
  function read(place) {
    var parts = /^(?:([a-z-]+)\/)?(\d{4}-\d{2}-\d{2})(?:\/([a-z0-9-]+))?$/.exec(place);
    var line = parts && families.filter(function (one) { return one.id === (parts[1] || families[0].id); })[0];
    return line ? { family: line, asOf: parts[2], form: parts[3] || line.laws[0].form } : null;
  }
  function go(place) {
    var wanted = read(place);
    if (!wanted) return;
    family = wanted.family;
    asOf = wanted.asOf;
    formId = wanted.form;
  }

  demo.addRoom('bieu-mau', {
    mount: function (place, figures) {
      go(place);
      bring(figures);
      message = '';
      byId('as-of').addEventListener('change', dateTyped);
      byId('family').addEventListener('change', function () { chooseFamily(byId('family').value); });
    },
    move: function (place, figures) {
      go(place);
      bring(figures);
      buildFamilies();
      show();
    },
    relabel: function () {
      message = '';
      buildFamilies();
      buildDates();
    },
    show: function () { show(); },
    unmount: function () {
      turn += 1;
      if (built) built.stop();
      built = null;
    },
    wordsInRecord: true,
    figures: function () { return drawn ? demo.flatten(drawn.form, drawn.store, true) : {}; },
    record: function () {
      var inputs = demo.flatten(drawn.form, drawn.store, false), made = results(drawn.form, inputs, drawn.engine);
      return { place: placeOf(drawn.form.id), inputs: inputs, results: made.results, provenance: made.provenance };
    },
    again: function (place, inputs) {
      var wanted = read(place);
      return demo.engineFor(wanted.asOf, null, wanted.family.id).then(function (engine) {
        var form = formsOf(engine).filter(function (one) { return one.id === wanted.form; })[0];
        return results(form, inputs, engine);
      });
    }
  });

  function bring(figures) {
    brought = Object.keys(figures).length ? figures : null;
  }

  /** What a record says of a form: points, what each grade is, what was found where. */
  function results(form, inputs, engine) {
    var store = demo.unflatten(form, engine, inputs);
    var blank = Object.keys(store.tally).every(function (grade) { return !String(store.tally[grade] || '').trim(); });
    var report = engine.check({ form: form.id, answers: store.answers, unit: blank ? undefined : { tally: store.tally } });
    var all = demo.quotaResults('', report.quotas);
    all.complete = report.complete;
    all.findings = report.diagnostics.filter(function (one) { return one.severity !== 'info'; }).map(function (one) { return one.code + ' ' + one.path.join('.'); });
    if (report.rating) {
      all.points = report.rating.points && [report.rating.points.leastText, report.rating.points.mostText];
      report.rating.grades.forEach(function (grade) { all['grade.' + grade.id] = grade.status; });
    }
    return { results: all, provenance: report.provenance };
  }
})();
