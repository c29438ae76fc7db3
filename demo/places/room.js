/* The room of the quota: a law, who is rated, and how many are in each grade. One slides or types; places left, the way they grow, and
   both readings follow. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, byId = demo.byId;
  /* Each with a day of its own, which is its name in a link. */
  var LAWS = [
    { asOf: '2025-12-31', law: { vi: 'Hướng dẫn 43 (2025)', en: 'Guidance 43 (2025)' } },
    { asOf: '2024-12-31', law: { vi: 'Hướng dẫn 25 (2023)', en: 'Guidance 25 (2023)' } },
    { asOf: '2020-12-31', law: { vi: 'Hướng dẫn 21 (2019)', en: 'Guidance 21 (2019)' } },
    { asOf: '2026-09-30', family: 'leaders-quarterly', law: { vi: 'Hướng dẫn 02 (2026), theo quý', en: 'Guidance 02 (2026), quarterly' } },
    { asOf: '2026-12-31', family: 'officials', law: { vi: 'Nghị định 335 (2025)', en: 'Decree 335 (2025)' } }
  ];
  /* A branch of 25: one more good member, and there is one more place. */
  var SAMPLE = { htxsnv: '4', httnv: '15', htnv: '5', khtnv: '1' };
  var asOf = LAWS[0].asOf, who = 'member';
  var tally = copy(SAMPLE), undo = null, turn = 0, engine = null, view = null;

  function copy(counts) {
    var made = {};
    Object.keys(SAMPLE).forEach(function (grade) { made[grade] = counts[grade]; });
    return made;
  }
  function lawOf(day) { return LAWS.filter(function (one) { return one.asOf === day; })[0]; }
  function same(one, other) { return Object.keys(SAMPLE).every(function (grade) { return one[grade] === other[grade]; }); }
  function subjects() {
    return engine.rulebook.subjects.filter(function (subject) {
      return engine.rulebook.quotas.some(function (quota) { return quota.subject === subject.id; });
    });
  }
  function subject() { return subjects().filter(function (one) { return one.id === who; })[0] || subjects()[0]; }

  /** A typed count as a number; null while it is none. */
  function count(grade) {
    var read = engine.readNumber(tally[grade], 'count');
    return read.status === 'value' ? Number(read.value) : null;
  }

  function choices(legend, list, chosen, name, choose) {
    return el('fieldset', { class: 'choice-row' }, [el('legend', {}, legend)].concat(list.map(function (one) {
      return el('label', { class: 'option' }, [el('input', { type: 'radio', name: name, value: one.id, checked: one.id === chosen, onchange: function () { choose(one.id); } }), el('span', {}, one.label)]);
    })));
  }

  function buildChoices() {
    var box = demo.empty(byId('places-choices'));
    box.appendChild(choices(demo.say('places.law'), LAWS.map(function (one) { return { id: one.asOf, label: demo.pick(one.law) }; }), asOf, 'law', function (id) { asOf = id; show('[name="law"]:checked'); }));
    box.appendChild(choices(demo.say('places.who'), subjects().map(function (one) { return { id: one.id, label: one.label }; }), subject().id, 'who', function (id) { who = id; show('[name="who"]:checked'); }));
  }

  function buildFields(onTyped) {
    var inputs = {}, best = Object.keys(SAMPLE).slice(0, 2);
    var slider = el('input', { type: 'range', class: 'slider', id: 'places-slide', min: 0, step: 1, 'aria-describedby': 'places-slide-note' });
    var fields = el('div', { class: 'places-fields' }, subject().grades.map(function (grade) {
      var input = inputs[grade.id] = el('input', { class: 'field', id: 'places-' + grade.id, type: 'text', inputmode: 'numeric', autocomplete: 'off', spellcheck: 'false', 'data-grade-count': grade.id });
      input.value = tally[grade.id] || '';
      input.addEventListener('input', function () {
        tally[grade.id] = input.value;
        onTyped();
      });
      function step(by) {
        return el('button', { type: 'button', class: 'button step', 'aria-label': demo.say(by > 0 ? 'places.more' : 'places.fewer', { grade: grade.label }), onclick: function () {
          tally[grade.id] = input.value = engine.formatNumber(Math.max(0, (count(grade.id) || 0) + by));
          onTyped();
        } }, by > 0 ? '+' : '−');
      }
      return el('div', { class: 'places-field' }, [el('label', { for: input.id }, grade.label), el('div', { class: 'stepper' }, [step(-1), input, step(1)])]);
    }));
    /* From one grade to the next: the sum of both stays. */
    slider.addEventListener('input', function () {
      var sum = (count(best[0]) || 0) + (count(best[1]) || 0), value = Number(slider.value);
      tally[best[0]] = inputs[best[0]].value = engine.formatNumber(value);
      tally[best[1]] = inputs[best[1]].value = engine.formatNumber(sum - value);
      onTyped();
    });
    return {
      node: el('div', {}, [fields, el('div', { class: 'places-slide' }, [
        el('label', { for: 'places-slide' }, demo.say('places.slide')), slider, el('p', { class: 'muted', id: 'places-slide-note' }, demo.say('places.slide.note'))
      ])]),
      update: function () {
        var used = count(best[0]), good = count(best[1]);
        slider.disabled = used === null || good === null;
        if (slider.disabled) return;
        slider.max = used + good;
        slider.value = used;
        demo.attr(slider, 'aria-valuetext', demo.say('places.slide.value', { used: engine.formatNumber(used), good: engine.formatNumber(good) }));
      }
    };
  }

  function buildTools() {
    var status = el('span', { class: 'set-status', role: 'status' });
    var back = el('button', { type: 'button', class: 'button small', 'data-undo': '', onclick: function () { set(undo, null, '[data-restore]'); } }, demo.say('places.undo'));
    var restore = el('button', { type: 'button', class: 'button small', 'data-restore': '', onclick: function () { set(SAMPLE, tally, '[data-undo]'); } }, demo.say('restore'));
    function set(next, before, focus) {
      undo = before && copy(before);
      tally = copy(next);
      show(focus);
    }
    return {
      node: el('div', { class: 'set-tools' }, [status, back, restore, el('button', { type: 'button', class: 'button small', 'data-print': '', onclick: function () { window.print(); } }, demo.say('set.print'))]),
      update: function () {
        var sample = same(tally, SAMPLE);
        demo.text(status, sample ? demo.say('places.sample') : '');
        demo.show(restore, !sample);
        demo.show(back, undo !== null);
      }
    };
  }

  /** Findings of the tally, each with its clause; the ones about a field stand beside it. */
  function buildFindings() {
    var list = el('ul', { class: 'finding-list' }), painted = '';
    return {
      node: list,
      update: function (diagnostics) {
        /* Rebuilt only when something is different, so that what one has opened stays open. */
        var now = JSON.stringify(diagnostics.map(function (one) { return [one.key, one.message]; }));
        if (now === painted) return;
        painted = now;
        demo.empty(list);
        diagnostics.forEach(function (one) {
          list.appendChild(el('li', { class: 'finding is-' + one.severity, 'data-code': one.code }, [
            el('p', { class: 'finding-head' }, [demo.icon(one.severity), el('strong', {}, demo.say('severity.' + one.severity) + ': '), one.message]),
            one.help ? el('p', { class: 'finding-help' }, one.help) : null,
            demo.buildReason(engine, one)
          ]));
        });
        Object.keys(SAMPLE).forEach(function (grade) {
          var own = diagnostics.filter(function (one) { return one.severity === 'error' && one.path[one.path.length - 1] === grade; });
          demo.attr(byId('places-' + grade), 'aria-invalid', own.length ? 'true' : null);
          demo.attr(byId('places-' + grade), 'data-state', own.length ? 'error' : null);
        });
      }
    };
  }

  function draw() {
    var grades = {};
    subject().grades.forEach(function (grade) { grades[grade.id] = grade.label; });
    function ask(propose) {
      var input = { subject: subject().id, tally: tally, trace: true };
      if (propose) input.propose = propose;
      return engine.quota(input);
    }
    var listen = demo.listener(demo.say('room.chi-tieu'));
    var run = demo.oncePerFrame(function () { if (view) view.run(); });
    var later = demo.afterQuiet(700, function () { if (view) listen(view.report.quotas, view.report.diagnostics); });
    var fields = buildFields(function () {
      undo = null;
      demo.hush();
      run();
      later();
    });
    fields.node.addEventListener('focusout', run);
    var tools = buildTools(), cards = demo.buildQuotas(engine, ask, grades, true), stairs = demo.buildStairs(engine), findings = buildFindings();
    var body = demo.empty(byId('places-body'));
    body.appendChild(el('section', { class: 'sheet', 'aria-labelledby': 'places-title' }, [
      el('div', { class: 'set-bar' }, [el('h3', { class: 'section-title', id: 'places-title' }, demo.say('places.title', { who: subject().label })), tools.node]),
      el('div', { class: 'sheet-body' }, [el('div', { class: 'sheet-main' }, [fields.node, findings.node]), el('div', { class: 'sheet-side' }, cards.node), el('div', { class: 'sheet-below' }, cards.below)])
    ]));
    body.appendChild(stairs.node);
    view = {
      report: null,
      run: function () {
        var report = view.report = ask();
        fields.update();
        tools.update();
        cards.update(report);
        /* A number is half typed as long as somebody is at it; that it stayed so is said when the field is left. */
        findings.update(report.diagnostics.filter(function (one) {
          return one.code !== 'number.incomplete' || document.activeElement !== byId('places-' + one.path[one.path.length - 1]);
        }));
        stairs.update(tally, report.quotas[0], function (other) { return engine.quota({ subject: subject().id, tally: other }).quotas[0]; }, grades);
        demo.describe(engine, report.provenance);
      }
    };
    view.run();
    listen(view.report.quotas, view.report.diagnostics);
  }

  function show(focus) {
    var mine = turn += 1;
    demo.engineFor(asOf, null, lawOf(asOf).family).then(function (made) {
      if (mine !== turn) return;
      engine = made;
      who = subject().id;
      buildChoices();
      draw();
      demo.stands(asOf + '/' + who);
      demo.attr(document.body, 'data-ready', 'true');
      demo.attr(document.body, 'data-shown', asOf + '/' + who);
      demo.attr(document.body, 'data-locale', demo.locale);
      var target = focus && document.querySelector(focus);
      if (target && !target.hidden) target.focus();
    }).catch(demo.stop);
  }

  /** `2025-12-31/member`, and counts by grade. */
  function take(place, figures) {
    var parts = place.split('/');
    if (lawOf(parts[0])) asOf = parts[0];
    if (/^[a-z-]{1,20}$/.test(parts[1] || '')) who = parts[1];
    var before = copy(tally);
    Object.keys(SAMPLE).forEach(function (grade) { if (figures[grade] !== undefined) tally[grade] = figures[grade]; });
    if (!same(before, tally)) undo = before;
  }

  demo.addRoom('chi-tieu', {
    mount: take,
    move: function (place, figures) {
      take(place, figures);
      show();
    },
    relabel: function () {},
    show: function () { show(); },
    unmount: function () {
      turn += 1;
      view = null;
    },
    figures: function () { return copy(tally); },
    record: function () {
      return { place: asOf + '/' + who, inputs: copy(tally), results: demo.quotaResults('', view.report.quotas), provenance: view.report.provenance };
    },
    again: function (place, inputs) {
      var parts = place.split('/');
      return demo.engineFor(parts[0], null, lawOf(parts[0]).family).then(function (engine) {
        var report = engine.quota({ subject: parts[1], tally: copy(inputs) });
        return { results: demo.quotaResults('', report.quotas), provenance: report.provenance };
      });
    }
  });
})();
