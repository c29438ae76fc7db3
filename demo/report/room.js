/* The room of the report: the package's element reads the text while one writes; below it the arithmetic behind every verdict, and the
   quotas of the grades the text names. The text stays in memory. */
(function () {
  'use strict';
  /* What was reckoned; the other steps tell how the text was read. */
  var ARITHMETIC = ['audit-share', 'audit-sum', 'audit-within'];
  var demo = window.demo, el = demo.el, byId = demo.byId;
  var AS_OF = '2025-12-31';
  var QUIET = 500;
  var text = demo.sampleReport, undo = null, engine = null, turn = 0, said = null;

  function area() { return byId('report-text'); }

  function drawTools() {
    var sample = text === demo.sampleReport;
    demo.text(byId('report-status'), text.trim() ? demo.say(sample ? 'report.sample' : 'report.own') : '');
    demo.show(byId('report-undo'), undo !== null);
    demo.show(byId('report-restore'), !sample);
    demo.show(byId('report-clear'), text !== '');
    demo.show(byId('report-empty'), !text.trim());
  }

  /** Once for each kind of finding: why it is looked for, and the clause. What one has opened stays open while the kinds are the same. */
  function drawReasons(diagnostics) {
    var box = byId('report-reasons'), kinds = {};
    diagnostics.forEach(function (one) { kinds[one.code] = one; });
    var now = demo.locale + Object.keys(kinds).join(' ');
    if (box.getAttribute('data-kinds') === now) return;
    demo.attr(box, 'data-kinds', now);
    demo.empty(box);
    Object.keys(kinds).forEach(function (code) {
      box.appendChild(demo.buildReason(engine, kinds[code], demo.say('report.why', { title: engine.describe(code).title })));
    });
  }

  /** All that was worked out, with its sentence; what does not hold stands out. */
  function drawSteps(audit) {
    var wrong = audit.diagnostics.map(function (one) { return one.message; });
    var list = demo.empty(byId('report-steps'));
    var steps = audit.trace.filter(function (step) { return ARITHMETIC.indexOf(step.code) >= 0; });
    steps.forEach(function (step) {
      var bad = step.params.verdict === 'wrong' || step.params.verdict === 'truncated' || (step.params.sum !== undefined && step.params.sum !== step.params.whole);
      list.appendChild(el('li', { class: bad ? 'is-wrong' : null, 'data-verdict': step.params.verdict || null }, [demo.icon(bad ? 'warning' : 'good'), step.text]));
    });
    demo.show(byId('report-steps-none'), !steps.length);
    drawReasons(audit.diagnostics);
    demo.attr(list, 'data-findings', wrong.length);
    var quotas = demo.empty(byId('report-quotas')), any = false;
    audit.quotas.forEach(function (one) {
      if (!one.quotas.length) return;
      any = true;
      var element = el('xeploai-quota', { 'heading-level': '4', locale: demo.locale });
      element.result = { quotas: one.quotas, diagnostics: [], provenance: audit.provenance };
      quotas.appendChild(element);
    });
    demo.show(byId('report-quota-sheet'), any);
  }

  function read() {
    if (!engine || !area()) return;
    var audit = engine.audit({ text: text, trace: true });
    drawSteps(audit);
    demo.describe(engine, audit.provenance);
    var now = audit.counts.toLook;
    if (said !== null && said !== now) demo.announce(now ? demo.say('report.said', { n: now }) : demo.say('report.said.none'));
    said = now;
  }
  var later = demo.afterQuiet(QUIET, read);

  function put(next, before, focus) {
    undo = before;
    text = next;
    byId('report').value = text;
    drawTools();
    read();
    byId(focus).focus();
  }

  function show() {
    var mine = turn += 1;
    demo.engineFor(AS_OF).then(function (made) {
      if (mine !== turn) return;
      engine = made;
      demo.attr(byId('report'), 'locale', demo.locale);
      byId('report').value = text;
      byId('report').engine = engine;
      said = null;
      drawTools();
      read();
      demo.show(byId('room-report'), true);
      demo.attr(document.body, 'data-ready', 'true');
      demo.attr(document.body, 'data-shown', 'report');
      demo.attr(document.body, 'data-locale', demo.locale);
    }).catch(demo.stop);
  }

  function take(figures) {
    if (typeof figures.text !== 'string') return;
    undo = text;
    text = figures.text;
  }

  function results(audit) {
    return {
      results: {
        counts: [audit.counts.figures, audit.counts.checked, audit.counts.toLook],
        findings: audit.diagnostics.map(function (one) { return one.code + ' ' + one.span.join('-'); })
      },
      provenance: audit.provenance
    };
  }

  demo.addRoom('bao-cao', {
    mount: function (place, figures) {
      take(figures);
      area().addEventListener('input', function () {
        text = area().value;
        undo = null;
        demo.hush();
        drawTools();
        later();
      });
      byId('report-undo').addEventListener('click', function () { put(undo, null, 'report-text'); });
      byId('report-restore').addEventListener('click', function () { put(demo.sampleReport, text, 'report-undo'); });
      byId('report-clear').addEventListener('click', function () { put('', text, 'report-text'); });
      byId('report-print').addEventListener('click', function () { window.print(); });
      /* A fix of the element is typing too, and is heard as `input`. */
    },
    relabel: function () { demo.newAnnouncer(); },
    show: show,
    unmount: function () {
      turn += 1;
      later.cancel();
    },
    move: function (place, figures) {
      take(figures);
      show();
    },
    wordsInRecord: true,
    record: function () {
      var made = results(engine.audit({ text: text }));
      return { place: AS_OF, inputs: { text: text }, results: made.results, provenance: made.provenance };
    },
    again: function (place, inputs) {
      return demo.engineFor(place).then(function (one) { return results(one.audit({ text: inputs.text })); });
    }
  });
})();
