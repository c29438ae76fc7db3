/* The percentage table of a section: every count an editable field, every share with its base in words,
   and beside it the percentage the article prints. Fields are never rewritten while someone types. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, svg = demo.svg;

  function depthOf(row, rows) {
    var depth = 0;
    for (var at = row; at && at.of && depth < 9; depth += 1) at = rows.filter(function (one) { return one.id === at.of; })[0];
    return depth;
  }

  function field(options) {
    var input = el('input', {
      class: 'field ' + options.kind, id: options.id, type: 'text', inputmode: options.kind === 'count' ? 'numeric' : 'decimal',
      autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', 'aria-label': options.label,
      'data-kind': options.kind, 'data-row': options.kind === 'count' ? options.row : null, 'data-stated': options.kind === 'percent' ? options.row : null
    });
    input.value = options.value;
    fit(input);
    return input;
  }
  /* The field is as wide as its number, so that a long one is never cut. (A property set from script; the
     security policy forbids only style attributes in markup.) */
  function fit(input) { input.style.width = Math.max(input.getAttribute('data-kind') === 'percent' ? 4.7 : 5.3, input.value.length * 0.62 + 1.5).toFixed(2) + 'em'; }
  demo.fitField = fit;

  /* Agreement is quiet: an icon, its word for screen readers. Disagreement says its word. */
  function mark(state) {
    var equal = state === 'equal';
    return el('span', { class: 'mark mark-' + state, title: equal ? demo.say('mark.equal') : null }, [
      demo.icon(equal ? 'good' : 'warning'), el('span', { class: equal ? 'visually-hidden' : null }, demo.say('mark.' + state))
    ]);
  }

  function buildRow(section, state, row, prefix, asPrinted) {
    var name = demo.pick(row.label);
    var id = prefix + row.id;
    var parts = { source: row };
    parts.input = field({ id: id, kind: 'count', row: row.id, value: state.counts[row.id], label: demo.say('table.count.of', { row: name }) });
    parts.tag = el('span', { class: 'tag', hidden: true }, demo.say('table.of-which'));
    parts.nested = el('span', { class: 'aside', 'data-nested': row.id, hidden: true });
    /* A line of its own under the row: the words have room, and the row keeps its height. */
    parts.note = el('td', { role: 'cell', class: 'field-note', id: id + '-note', colspan: asPrinted ? 4 : 3 });
    parts.noteRow = el('tr', { role: 'row', class: 'note-row', hidden: true }, parts.note);
    parts.inferred = el('span', { class: 'inferred', 'data-inferred': row.id, hidden: true });
    parts.edited = el('span', { class: 'aside edited', 'data-edited': row.id, hidden: true });
    parts.change = el('span', { class: 'aside', 'data-change': row.id, hidden: true });
    parts.share = el('output', { class: 'share-value', 'data-share': row.id, for: id });
    parts.base = el('span', { class: 'aside', 'data-base': row.id });
    parts.length = svg('rect', { class: 'line-value', height: '100%', width: 0 });
    parts.line = svg('svg', { class: 'line', 'aria-hidden': 'true', focusable: 'false' }, [svg('rect', { class: 'line-track', width: '100%', height: '100%' }), parts.length]);
    parts.mark = el('span', { class: 'mark-place', 'data-mark': row.id });
    if (row.stated) parts.stated = field({ id: id + '-printed', kind: 'percent', row: row.id, value: state.stated[row.id], label: demo.say('table.printed.of', { row: name }) });
    parts.node = el('tr', { role: 'row', class: 'depth-' + depthOf(row, section.rows), 'data-row-of': row.id }, [
      el('th', { scope: 'row', role: 'rowheader', class: 'what' }, [parts.tag, el('span', { class: 'name' }, name), parts.nested, parts.change]),
      el('td', { role: 'cell', class: 'cell-count' }, [parts.input, parts.inferred, parts.edited]),
      el('td', { role: 'cell', class: 'cell-share' }, [el('div', { class: 'share-row' }, [parts.share, parts.line]), parts.base]),
      el('td', { role: 'cell', class: 'cell-printed' }, parts.stated ? [el('span', { class: 'printed-label', 'aria-hidden': 'true' }, demo.say('table.printed')), parts.stated, parts.mark] : null)
    ]);
    parts.nodes = [parts.node, parts.noteRow];
    return parts;
  }

  function showChange(parts, row, section, engine) {
    var change = row.change;
    demo.show(parts.change, change !== null && change !== undefined);
    if (change === null || change === undefined) return;
    var key = change > 0 ? 'table.up' : change < 0 ? 'table.down' : 'table.same';
    demo.text(parts.change, demo.say(key, { n: engine.formatNumber(Math.abs(change)), year: section.previousYear }));
  }

  function showEdited(parts, state, invented) {
    var printed = parts.source.count, now = parts.input.value;
    var edited = now.trim() !== printed;
    var silent = !edited && parts.source.missing;
    demo.show(parts.edited, edited || Boolean(silent));
    demo.attr(parts.edited, 'data-state', edited ? 'edited' : null);
    if (silent) demo.text(parts.edited, demo.pick(parts.source.missing));
    if (edited) demo.text(parts.edited, printed === '' ? demo.say('table.edited.blank') : demo.say(invented ? 'table.edited.invented' : 'table.edited', { count: printed }));
  }

  /** `state` holds what is typed; `invented`: the counts are samples, not an article's. */
  demo.buildTable = function (section, state, prefix, invented) {
    var asPrinted = section.rows.some(function (row) { return row.stated; });
    var rows = {}, order = section.rows.map(function (row) { return (rows[row.id] = buildRow(section, state, row, prefix, asPrinted)); });
    function heading(key, name) { return el('th', { scope: 'col', role: 'columnheader', class: name }, demo.say(key)); }
    var node = el('table', { class: 'figures' + (asPrinted ? '' : ' no-printed'), role: 'table', 'data-table': section.id }, [
      el('caption', {}, demo.pick(section.caption)),
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, [heading('table.what', 'what'), heading('table.count', 'cell-count'), heading('table.share', 'cell-share'), heading('table.printed', 'cell-printed')])),
      el('tbody', { role: 'rowgroup' }, order.reduce(function (nodes, parts) { return nodes.concat(parts.nodes); }, []))
    ]);

    function update(breakdown, engine) {
      var byId = {};
      breakdown.rows.forEach(function (row) { byId[row.id] = row; });
      order.forEach(function (parts) {
        var row = byId[parts.source.id];
        if (!row) return;
        var base = row.base && rows[row.base] ? rows[row.base].source : null;
        var baseCount = row.base && byId[row.base] ? byId[row.base].countText : null;
        var ofWhich = row.kind === 'of-which';
        demo.attr(parts.node, 'class', 'depth-' + row.depth + (row.kind === 'total' ? ' is-total' : ''));
        demo.show(parts.tag, ofWhich);
        demo.show(parts.nested, ofWhich && parts.source.kind !== 'of-which');
        if (!parts.nested.hidden && base) demo.text(parts.nested, demo.say('table.nested', { row: demo.pick(base.label) }));
        demo.attr(parts.input, 'data-blank', parts.input.value.trim() === '' ? '' : null);
        demo.show(parts.inferred, row.inferred && row.count !== null);
        demo.text(parts.inferred, row.inferred ? demo.say('table.inferred', { count: row.countText }) : '');
        demo.text(parts.share, row.shareText || (base ? '–' : ''));
        demo.text(parts.base, base ? demo.say(baseCount ? 'table.base' : 'table.base.none', { count: baseCount, base: demo.pick(base.asBase || base.label) }) : '');
        demo.attr(parts.line, 'class', row.share === null ? 'line is-empty' : 'line');
        demo.attr(parts.length, 'width', row.share === null ? 0 : Math.max(0, Math.min(100, Number(row.share))) + '%');
        showChange(parts, row, section, engine);
        showEdited(parts, state, invented);
      });
      return byId;
    }

    /** Marks beside the printed percentages: agreeing at once, disagreeing only when it has been said. */
    function marks(byId, wrong, pending) {
      order.forEach(function (parts) {
        if (!parts.stated) return;
        var row = byId[parts.source.id];
        var blank = parts.stated.value.trim() === '' || !row || row.share === null;
        var next = wrong[parts.source.id] ? 'differs' : blank || pending[parts.source.id] ? 'none' : 'equal';
        if (parts.mark.getAttribute('data-state') === next) return;
        demo.attr(parts.mark, 'data-state', next);
        demo.empty(parts.mark);
        if (next !== 'none') parts.mark.appendChild(mark(next));
      });
    }
    return { node: node, rows: rows, order: order, update: update, marks: marks };
  };
})();
