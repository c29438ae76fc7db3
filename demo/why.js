/* "Vì sao?": the arithmetic of a table or a verdict, and under a finding why such a thing is looked for at all, each with its clauses. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;

  demo.citation = function (one) {
    return el('li', {}, [one.text, one.url ? el('span', { class: 'url' }, one.url) : null]);
  };

  /** Folded away; `lines()` is asked for while it is open only, and gives sentences or items. */
  demo.buildSteps = function (summary, lines, name) {
    var list = el('ul', { class: 'steps' });
    var node = el('details', { class: 'why table-why', 'data-arithmetic-of': name || '', ontoggle: update }, [el('summary', {}, summary), list]);
    function update() {
      if (!node.open) return;
      demo.empty(list);
      lines().forEach(function (line) { list.appendChild(typeof line === 'string' ? el('li', {}, line) : line); });
    }
    return { node: node, update: update };
  };

  /** Steps of a trace, the clause of each after its sentence, said once while it stays the same. */
  demo.traced = function (steps) {
    var last = '';
    return steps.map(function (step) {
      var law = step.citations.map(function (one) { return one.text; }).join('; '), said = law && law !== last;
      last = law || last;
      return el('li', {}, [step.text, said ? el('span', { class: 'step-law' }, demo.say('note.law', { law: law })) : null]);
    });
  };

  /** The arithmetic is in the finding's own sentence. */
  demo.buildReason = function (engine, finding, summary) {
    var info = engine.describe(finding.code);
    return el('details', { class: 'why', 'data-reason': finding.code }, [
      el('summary', {}, summary || demo.say('quota.why')), el('p', {}, info.why),
      finding.citations.length ? el('ul', {}, finding.citations.map(demo.citation)) : null
    ]);
  };
})();
