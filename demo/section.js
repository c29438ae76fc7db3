/* One section: its bars, its table, its quota and its findings, kept in step by one run a frame. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;
  var SHORT = 7; /* rows: beside a table up to this long one card fits, but not every reading of its quota */

  /** The table as the engine wants it, with labels in the page's language. */
  function tableSource(section) {
    return {
      rows: section.rows.map(function (row) {
        var source = { id: row.id, label: demo.pick(row.label), kind: row.kind };
        if (row.of) source.of = row.of;
        return source;
      })
    };
  }

  /** Counts per grade, each grade by itself. Where a table counts excellent inside good, good gives it up.
      What is nested in the rulebook itself (exemplary inside clean and strong) stays nested: `within`. */
  function tallyOf(section, rowsById, within) {
    var tally = {};
    Object.keys(section.quota.rows).forEach(function (grade) {
      var row = rowsById[section.quota.rows[grade]];
      if (!row) return;
      var count = row.count;
      Object.keys(section.quota.rows).forEach(function (other) {
        var inner = rowsById[section.quota.rows[other]];
        if (other === grade || !inner || inner.kind !== 'of-which' || inner.base !== row.id || within[other] === grade) return;
        count = count === null || inner.count === null ? null : count - inner.count;
      });
      /* Fewer than are inside: the table already says so, and there is no number to pass on. */
      tally[grade] = count !== null && count < 0 ? null : count;
    });
    return tally;
  }

  function subjectOf(engine, id) {
    return engine.rulebook.subjects.filter(function (subject) { return subject.id === id; })[0];
  }

  /** What the engine makes of a section, without drawing it: shares and places by name. */
  demo.resultsOf = function (section, state, engine) {
    var results = {}, rows = {}, within = {};
    var breakdown = engine.breakdown({ table: tableSource(section), counts: state.counts, stated: state.stated });
    breakdown.rows.forEach(function (row) {
      rows[row.id] = row;
      results[section.id + '.' + row.id] = [row.countText, row.shareText];
    });
    results[section.id + '.findings'] = breakdown.diagnostics.map(function (one) { return one.code; });
    if (section.quota) {
      subjectOf(engine, section.quota.subject).grades.forEach(function (grade) { within[grade.id] = grade.within; });
      var input = { subject: section.quota.subject, tally: tallyOf(section, rows, within) };
      if (section.quota.size) input.group = { size: state.counts[section.quota.size] };
      Object.assign(results, demo.quotaResults(section.id + '.', engine.quota(input).quotas));
    }
    return { results: results, provenance: breakdown.provenance };
  };

  /** `state` is what is typed in this section; `onEdit` is told of every input. */
  demo.buildSection = function (set, section, state, engine, onEdit) {
    var prefix = set.id + '-' + section.id + '-';
    var source = tableSource(section);
    var subject = section.quota ? subjectOf(engine, section.quota.subject) : null;
    var within = {}, grades = {};
    (subject ? subject.grades : []).forEach(function (grade) { within[grade.id] = grade.within; grades[grade.id] = grade.label; });

    var table = demo.buildTable(section, state, prefix, set.invented);
    var bars = section.bars.map(function (bar) { return demo.buildBar(section, bar); });
    var findings = demo.buildFindings(section, table, engine, demo.pick(section.title));
    var arithmetic = demo.buildSteps(demo.say('table.why'), function () { return demo.traced(engine.breakdown({ table: source, counts: state.counts, stated: state.stated, trace: true }).trace); }, section.id);
    var tally = {};
    function ask(propose) {
      var input = { subject: section.quota.subject, tally: tally, trace: true };
      if (section.quota.size) input.group = { size: state.counts[section.quota.size] };
      if (propose) input.propose = propose;
      return engine.quota(input);
    }
    var caps = engine.rulebook.quotas.filter(function (quota) { return section.quota && quota.subject === section.quota.subject; }).length;
    var short = section.rows.length <= SHORT && caps < 2;
    var quotas = subject ? demo.buildQuotas(engine, ask, grades, short) : null;
    var fault = el('p', { class: 'stop', role: 'alert', hidden: true });
    var count = el('span', { class: 'section-count', 'data-count': section.id });
    var title = el('h3', { class: 'section-title', id: prefix + 'title', tabindex: '-1' }, demo.pick(section.title));

    function run() {
      try {
        var input = { table: source, counts: state.counts, stated: state.stated };
        if (section.previous) input.previous = section.previous;
        var breakdown = engine.breakdown(input);
        var rowsById = table.update(breakdown, engine);
        bars.forEach(function (bar) { bar.update(rowsById, engine); });
        arithmetic.update();
        var found = breakdown.diagnostics.map(function (one) { return from('table', one); });
        var report = { quotas: [], diagnostics: [] };
        if (quotas) {
          tally = tallyOf(section, rowsById, within);
          report = ask();
          quotas.update(report);
          found = found.concat(report.diagnostics.map(function (one) { return from('quota', one); }));
        }
        findings.update(found.filter(isTypedOut).concat(unfinished()), report.quotas, rowsById);
        demo.show(fault, false);
        return breakdown.provenance;
      } catch (error) {
        demo.text(fault, demo.say('stop.fault', { detail: error && error.message }));
        demo.show(fault, true);
        return null;
      }
    }
    /* A number left half-written ("12,5" in a count) is no mistake while typing, and no number either once
       the field is left: then the engine's sentence says what it lacks, or the missing share would be a riddle. */
    function isTypedOut(one) { return one.code !== 'number.incomplete'; }
    function unfinished() {
      var found = [];
      table.order.forEach(function (parts) {
        [['counts', parts.input], ['stated', parts.stated]].forEach(function (pair) {
          var input = pair[1];
          if (!input || input === document.activeElement || input.value === '') return;
          var reading = engine.readNumber(input.value, input.getAttribute('data-kind'));
          if (reading.status !== 'incomplete') return;
          found.push(from('page', { key: pair[0] + ' ' + parts.source.id, code: 'page.unfinished', severity: 'warning', path: [pair[0], parts.source.id],
            message: reading.message, citations: [] }));
        });
      });
      return found;
    }
    /* Two reports share one list, so their keys must not meet. */
    function from(where, one) {
      return { from: where, key: where + ':' + one.key, code: one.code, severity: one.severity, path: one.path, message: one.message, help: one.help, citations: one.citations };
    }

    var soon = demo.oncePerFrame(run);
    /* Half-typed: the field has the focus and what stands there may still become a number. */
    function halfTyped(target) {
      var parts = table.rows[target.row];
      var input = target.printed && parts.stated ? parts.stated : parts.input;
      if (document.activeElement !== input) return false;
      return engine.readNumber(input.value, input.getAttribute('data-kind')).status === 'incomplete';
    }
    var later = demo.afterQuiet(findings.quiet, function () { run(); findings.settle(halfTyped); });

    table.node.addEventListener('input', function (event) {
      var input = event.target;
      var kind = input.getAttribute('data-kind');
      if (!kind) return;
      (kind === 'count' ? state.counts : state.stated)[input.getAttribute(kind === 'count' ? 'data-row' : 'data-stated')] = input.value;
      demo.fitField(input);
      demo.hush();
      soon();
      later();
      onEdit();
    });
    table.node.addEventListener('focusout', function (event) {
      if (!event.target.getAttribute('data-kind')) return;
      later.cancel();
      run();
      findings.settle();
    });
    /* Enter moves on to the next count, as in a spreadsheet; there is no form to submit. */
    table.node.addEventListener('keydown', function (event) {
      if (event.key !== 'Enter' || event.isComposing || event.target.getAttribute('data-kind') !== 'count') return;
      var inputs = table.order.map(function (parts) { return parts.input; });
      var next = inputs[inputs.indexOf(event.target) + (event.shiftKey ? -1 : 1)];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.select();
    });

    /* The first bar sums up the table under it; any other stands under the quota, where there is room. */
    var pictures = bars.map(function (bar) { return bar.node; });
    var node = el('section', { class: 'sheet', 'data-section': section.id, 'aria-labelledby': title.id }, [
      el('header', { class: 'sheet-head' }, [title, count]),
      fault,
      el('div', { class: 'sheet-body' }, [
        el('div', { class: 'sheet-main' }, [pictures[0], table.node, arithmetic.node, short ? null : findings.node]),
        el('div', { class: 'sheet-side' }, el('div', { class: 'side-stay' }, [quotas ? quotas.node : null].concat(pictures.slice(1)))),
        short ? el('div', { class: 'sheet-below' }, [quotas ? quotas.below : null, findings.node]) : null
      ])
    ]);
    findings.watch(function (visible) {
      demo.attr(count, 'data-worst', visible.length ? visible[0].severity : 'none');
      demo.text(count, visible.length ? demo.say(visible.length === 1 ? 'findings.count.one' : 'findings.count', { n: visible.length }) : '');
      demo.show(count, visible.length > 0);
      demo.attr(node, 'data-worst', visible.length ? visible[0].severity : 'none');
    });
    return { id: section.id, node: node, title: title, run: run };
  };
})();
