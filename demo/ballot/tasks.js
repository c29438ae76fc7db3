/* The ledger of tasks: counts, each as a share of what was assigned, and the conditions of the form they decide. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, ballot = demo.ballot;
  var FORM = 'mau-2b';

  ballot.askTasks = function (engine, texts) {
    var counts = {};
    ballot.tasks.forEach(function (id) { counts[id] = texts['t.' + id]; });
    return engine.tasks({ form: FORM, counts: counts });
  };

  /** A condition is to be met, a case of non-completion is not to apply. */
  function verdict(rule) {
    var condition = rule.kind === 'condition', holds = rule.verdict === 'yes';
    if (rule.verdict !== 'yes' && rule.verdict !== 'no') return { icon: 'info', words: demo.say('ballot.open'), state: 'open' };
    return { icon: holds === condition ? 'good' : 'error', words: demo.say(condition ? (holds ? 'ballot.met' : 'ballot.unmet') : holds ? 'ballot.applies' : 'ballot.not'), state: holds === condition ? 'good' : 'bad' };
  }

  function buildRule(rule) {
    var made = verdict(rule);
    return el('li', { class: 'k-rule is-' + made.state, 'data-rule': rule.id }, [
      el('p', {}, [demo.icon(made.icon), el('strong', {}, made.words + ': '), rule.label]),
      el('details', { class: 'why' }, [el('summary', {}, demo.say('quota.why')), rule.values ? el('p', {}, demo.say('ballot.condition.values', { values: rule.values })) : null,
        el('p', {}, demo.say('quota.basis') + ': ' + demo.say('basis.' + rule.basis) + '.'), el('ul', {}, rule.citations.map(demo.citation))])
    ]);
  }

  ballot.buildTasks = function (engine, texts, typed) {
    var fields = {}, shares = {}, inferred = {}, labels = {}, report = null, painted = '';
    ballot.askTasks(engine, texts).rows.forEach(function (row) { labels[row.id] = row.label; });
    var rows = ballot.tasks.map(function (id) {
      var input = fields['counts.' + id] = ballot.field(texts, 't.' + id, labels[id]);
      shares[id] = el('output', { class: 'share-value', for: input.id });
      inferred[id] = el('span', { class: 'inferred' });
      return el('tr', { role: 'row' }, [el('th', { scope: 'row', role: 'rowheader' }, labels[id]), ballot.cell(demo.say('ballot.count'), [input, inferred[id]], 'k-number'), ballot.cell(demo.say('ballot.share'), shares[id], 'k-number')]);
    });
    var why = demo.buildSteps(demo.say('table.why'), function () {
      var assigned = report.rows.filter(function (row) { return row.id === 'assigned'; })[0];
      var lines = report.rows.filter(function (row) { return row.shareText && row.base; }).map(function (row) {
        return demo.say('ballot.why.share', { grade: row.label, votes: row.countText, base: assigned.countText, share: row.shareText });
      });
      return lines.length ? lines : [demo.say('ballot.why.none')];
    });
    var none = el('p', { class: 'muted' }, demo.say('ballot.conditions.none')), rules = el('ul', { class: 'k-rules' });
    function drawRules(list) {
      /* What one has opened stays open while nothing is different. */
      var now = JSON.stringify(list.map(function (rule) { return [rule.id, rule.verdict, rule.values]; }));
      if (now === painted) return;
      painted = now;
      demo.empty(rules);
      list.forEach(function (rule) { rules.appendChild(buildRule(rule)); });
      demo.show(none, !list.length);
    }
    return ballot.part('ledger', engine, [
      el('p', { class: 'muted' }, demo.say('ballot.ledger.lead')),
      el('div', { class: 'k-two' }, [
        el('div', {}, [ballot.table(demo.say('ballot.ledger'), [[demo.say('ballot.task')], [demo.say('ballot.count'), 'k-number'], [demo.say('ballot.share'), 'k-number']], rows), why.node]),
        el('div', {}, [el('h4', { class: 'k-small' }, demo.say('ballot.conditions')), none, rules])
      ])
    ], fields, function () {
      report = ballot.askTasks(engine, texts);
      report.rows.forEach(function (row) {
        if (!shares[row.id]) return;
        demo.text(shares[row.id], row.shareText || '');
        demo.text(inferred[row.id], row.inferred && row.count !== null ? demo.say('table.inferred', { count: row.countText }) : '');
      });
      drawRules(report.rules);
      return report;
    }, [why], typed);
  };
})();
