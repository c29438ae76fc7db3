/* What the three parts of the room share: a sheet with its fields, the findings under them, and the arithmetic folded away. A new finding
   waits until the field is left or nothing was typed for a moment; one that no longer holds goes at once. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, ballot = demo.ballot;
  var QUIET = 700;
  var RANK = { error: 0, warning: 1, info: 2 };

  /** A field of the texts. Without `label` it has a label of its own elsewhere. */
  ballot.field = function (texts, name, label, kind) {
    var input = el('input', { class: 'field ' + (kind || 'count'), id: 'k-' + name, type: 'text', inputmode: kind ? null : 'numeric', autocomplete: 'off', spellcheck: 'false', 'data-name': name, 'aria-label': label || null });
    input.value = texts[name];
    return input;
  };

  ballot.labelled = function (input, label) { return el('div', { class: 'k-labelled' }, [el('label', { for: input.id }, label), input]); };

  /** A table that becomes cards on a small screen; the roles keep it a table. Each head: [words, class]. */
  ballot.table = function (caption, heads, rows) {
    return el('table', { class: 'k-table', role: 'table', 'aria-label': caption }, [
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, heads.map(function (head) { return el('th', { scope: 'col', role: 'columnheader', class: head[1] || null }, head[0]); }))),
      el('tbody', { role: 'rowgroup' }, rows)
    ]);
  };
  ballot.cell = function (label, children, name) {
    return el('td', { role: 'cell', class: name || null }, [el('span', { class: 'cell-label', 'aria-hidden': 'true' }, label)].concat(children));
  };

  /** The nearest field of a path: all of it, or a beginning. */
  function fieldOf(finding, fields) {
    for (var end = finding.path.length; end > 0; end -= 1) {
      var input = fields[finding.path.slice(0, end).join('.')];
      if (input) return input;
    }
    return null;
  }

  function buildFindings(engine, fields, title) {
    var fine = el('p', { class: 'findings-none' }, [demo.icon('good'), demo.say('ballot.fine')]), list = el('ul', { class: 'finding-list' });
    var shown = {}, painted = '', listen = demo.listener(title);
    function item(one) {
      var input = fieldOf(one, fields);
      return el('li', { class: 'finding is-' + one.severity, 'data-code': one.code }, [
        el('p', { class: 'finding-head' }, [demo.icon(one.severity), el('strong', {}, demo.say('severity.' + one.severity) + ': '), one.message]),
        one.help ? el('p', { class: 'finding-help' }, one.help) : null,
        demo.buildReason(engine, one),
        input ? el('p', { class: 'finding-go' }, el('a', { href: '#' + input.id, onclick: function (event) {
          event.preventDefault();
          input.focus();
        } }, demo.say('ballot.to'))) : null
      ]);
    }
    function paint(visible, settled) {
      var now = JSON.stringify(visible.map(function (one) { return [one.key, one.message]; }));
      Object.keys(fields).forEach(function (path) {
        var own = visible.filter(function (one) { return one.severity !== 'info' && fieldOf(one, fields) === fields[path]; });
        demo.attr(fields[path], 'data-state', own.length ? own[0].severity : null);
        demo.attr(fields[path], 'aria-invalid', own.length && own[0].severity === 'error' ? 'true' : null);
      });
      demo.show(fine, settled && !visible.length);
      /* Rebuilt only when something is different, so that what one has opened stays open. */
      if (now === painted) return;
      painted = now;
      demo.empty(list);
      visible.forEach(function (one) { list.appendChild(item(one)); });
    }
    return {
      node: el('div', { class: 'findings' }, [fine, list]),
      update: function (findings, settled) {
        var still = {};
        findings.forEach(function (one) { if (settled || shown[one.key]) still[one.key] = true; });
        shown = still;
        var visible = findings.filter(function (one) { return shown[one.key]; }).sort(function (a, b) { return RANK[a.severity] - RANK[b.severity]; });
        paint(visible, visible.length === findings.length);
        if (settled) listen([], visible);
      }
    };
  }

  /** A part of the room. `body`: its nodes; `fields`: its inputs by the path the engine names; `ask()`: writes what follows from the figures
      and returns the report; `whys`: what is folded away; `typed(name, text)`: hears every input. */
  ballot.part = function (id, engine, body, fields, ask, whys, typed) {
    var title = demo.say('ballot.' + id), findings = buildFindings(engine, fields, title);
    function run(settled) {
      var report = ask();
      findings.update(report.diagnostics, settled);
      whys.forEach(function (why) { why.update(); });
      return report;
    }
    var soon = demo.oncePerFrame(function () { run(false); }), later = demo.afterQuiet(QUIET, function () { run(true); });
    var node = el('section', { class: 'sheet', 'data-part': id, 'aria-labelledby': 'k-' + id }, [el('h3', { class: 'section-title', id: 'k-' + id }, title)].concat(body, findings.node));
    node.addEventListener('input', function (event) {
      var name = event.target.getAttribute('data-name');
      if (!name) return;
      demo.hush();
      typed(name, event.target.value);
      soon();
      later();
    });
    node.addEventListener('focusout', function (event) {
      if (!event.target.getAttribute('data-name')) return;
      later.cancel();
      run(true);
    });
    return { node: node, run: run, stop: later.cancel };
  };
})();
