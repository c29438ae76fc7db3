/* "Vì sao?" under a finding: why such a thing is looked for at all, and the clauses. The arithmetic is in the finding's own sentence. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;

  demo.citation = function (one) {
    return el('li', {}, [one.text, one.url ? el('span', { class: 'url' }, one.url) : null]);
  };

  demo.buildReason = function (engine, finding) {
    var info = engine.describe(finding.code);
    return el('details', { class: 'why', 'data-reason': finding.code }, [
      el('summary', {}, demo.say('quota.why')), el('p', {}, info.why),
      finding.citations.length ? el('ul', {}, finding.citations.map(demo.citation)) : null
    ]);
  };
})();
