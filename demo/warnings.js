/* Findings: when they are shown, in the list and at the field. Reward early, punish late: a new finding
   waits until the field is left or nothing was typed for 700 ms; one that no longer holds goes at once. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;
  var QUIET = 700;
  var RANK = { error: 0, warning: 1, info: 2 };
  /* About how the text can be read: no number typed here is at fault, so no field is coloured. */
  var OF_THE_RULE = ['quota.readings-disagree'];

  /** The row a finding is about, and whether it is about the printed percentage. Null: the whole table. */
  function target(finding, section, rows) {
    var path = finding.path.map(String);
    var last = path[path.length - 1];
    if (finding.from === 'quota') {
      var mapped = section.quota && section.quota.rows[last];
      if (!mapped && path.indexOf('size') >= 0) mapped = section.quota.size;
      return mapped && rows[mapped] ? { row: mapped, printed: false } : null;
    }
    return last !== undefined && rows[last] ? { row: last, printed: path[0] === 'stated' } : null;
  }

  function item(finding, table, engine) {
    var where = finding.target;
    var input = where ? table.rows[where.row][where.printed && table.rows[where.row].stated ? 'stated' : 'input'] : null;
    return el('li', { class: 'finding is-' + finding.severity, 'data-code': finding.code, 'data-severity': finding.severity, 'data-key': finding.key }, [
      el('p', { class: 'finding-head' }, [demo.icon(finding.severity), el('strong', {}, demo.say('severity.' + finding.severity) + ': '), finding.message]),
      finding.help ? el('p', { class: 'finding-help' }, finding.help) : null,
      finding.from === 'page' ? null : demo.buildReason(engine, finding),
      input ? el('p', { class: 'finding-go' }, el('a', { href: '#' + input.id, 'data-go': input.id, onclick: function (event) {
        event.preventDefault();
        input.focus();
        if (input.scrollIntoView) input.scrollIntoView({ block: 'center' });
      } }, demo.say('findings.go', { row: demo.pick(table.rows[where.row].source.label) }))) : null
    ]);
  }

  /** The same words beside the field as in the list, and the field's own state for assistive technology. */
  function atFields(table, visible) {
    table.order.forEach(function (parts) {
      var mine = visible.filter(function (one) { return one.target && one.target.row === parts.source.id && one.severity !== 'info' && OF_THE_RULE.indexOf(one.code) < 0; });
      var worst = mine[0];
      demo.show(parts.noteRow, Boolean(worst));
      demo.text(parts.note, worst ? worst.message : '');
      demo.attr(parts.note, 'data-severity', worst ? worst.severity : null);
      [['input', false], ['stated', true]].forEach(function (pair) {
        var input = parts[pair[0]];
        if (!input) return;
        var own = mine.filter(function (one) { return Boolean(one.target.printed && parts.stated) === pair[1]; });
        demo.attr(input, 'aria-invalid', own.some(function (one) { return one.severity === 'error'; }) ? 'true' : null);
        demo.attr(input, 'aria-describedby', own.length ? parts.note.id : null);
        demo.attr(input, 'data-state', own.length ? own[0].severity : null);
      });
    });
  }

  /** `titleOf`: the section's title, for the announcement. */
  demo.buildFindings = function (section, table, engine, title) {
    var shown = {}, latest = [], quotas = [], byRow = {}, first = true, painted = '';
    var listen = demo.listener(title);
    var heading = el('h4', { class: 'findings-title' }, demo.say('findings.title'));
    var list = el('ul', { class: 'finding-list' });
    var none = el('p', { class: 'findings-none' }, [demo.icon('good'), demo.say('findings.none')]);
    var node = el('div', { class: 'findings', 'data-findings': section.id }, [heading, none, list]);
    var onCount = function () {};

    function paint() {
      var visible = latest.filter(function (one) { return shown[one.key]; });
      var wrong = {}, pending = {};
      latest.forEach(function (one) {
        if (one.target && one.target.printed) (shown[one.key] ? wrong : pending)[one.target.row] = true;
      });
      table.marks(byRow, wrong, pending);
      atFields(table, visible);
      demo.show(none, !visible.length);
      demo.show(list, visible.length > 0);
      /* Rebuilt only when something is different, so that a focused link survives the next keystroke. */
      var signature = JSON.stringify(visible.map(function (one) { return [one.key, one.severity, one.message, one.help]; }));
      if (signature !== painted) {
        painted = signature;
        demo.empty(list);
        visible.forEach(function (one) { list.appendChild(item(one, table, engine)); });
      }
      onCount(visible);
      return visible;
    }

    /** Everything found now is shown, except what is about a number still being typed. */
    function settle(isHalfTyped) {
      latest.forEach(function (one) {
        if (one.target && isHalfTyped && isHalfTyped(one.target)) return;
        shown[one.key] = true;
      });
      listen(quotas, paint());
    }

    function update(findings, quotaList, rowsById) {
      latest = findings.map(function (one) {
        var copy = {};
        Object.keys(one).forEach(function (name) { copy[name] = one[name]; });
        copy.target = target(one, section, table.rows);
        return copy;
      }).sort(function (a, b) { return RANK[a.severity] - RANK[b.severity]; });
      quotas = quotaList;
      byRow = rowsById;
      var still = {};
      latest.forEach(function (one) { if (shown[one.key]) still[one.key] = true; });
      shown = still;
      if (first) { first = false; settle(); } else paint();
    }
    return { node: node, update: update, settle: settle, quiet: QUIET, watch: function (job) { onCount = job; } };
  };
})();
