/* The unit: how many were rated each grade already, and what this person's proposal does to the quota. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;

  /** `tally` is changed by what is typed; `chosen()`: the grade proposed, which is added to it. */
  demo.buildUnit = function (form, tally, engine, chosen) {
    var subject = engine.rulebook.subjects.filter(function (one) { return one.id === form.subject; })[0];
    var rules = engine.rulebook.quotas.filter(function (one) { return one.subject === form.subject; });
    var title = el('h3', { class: 'section-title', id: 'unit-quota-title', tabindex: '-1' }, demo.say('unit.title'));
    var inputs = subject.grades.map(function (grade) {
      var id = 'unit-' + grade.id;
      var input = el('input', { class: 'field kind-count', id: id, type: 'text', inputmode: 'numeric', autocomplete: 'off', spellcheck: 'false', 'data-unit': grade.id });
      input.value = tally[grade.id] || '';
      return el('div', { class: 'f' }, [el('label', { class: 'f-label', for: id }, demo.say('unit.count', { grade: grade.label })), input]);
    });
    var blank = el('p', { class: 'muted' }, demo.say('unit.blank'));
    var cards = rules.map(function (rule) {
      var card = {
        id: rule.id, state: el('p', { class: 'card-state' }), summary: el('p', { class: 'summary', 'data-quota-summary': rule.id }), meter: demo.buildMeter(),
        next: el('p', { class: 'next' }), readings: el('ul', { class: 'unit-readings' }),
        law: el('p', { class: 'basis' }, [demo.say('quota.basis') + ': ' + rule.citations.map(function (one) { return one.text; }).join('; ') + '. ', rule.group ? demo.say('quota.group', { group: rule.group }) : null])
      };
      card.why = demo.buildSteps(demo.say('quota.why'), function () {
        var grade = chosen(), propose = {};
        if (grade) propose[grade] = 1;
        var quota = engine.quota({ subject: form.subject, tally: tally, propose: propose, trace: true }).quotas.filter(function (one) { return one.id === rule.id; })[0];
        return demo.orderedReadings(quota).map(function (one) { return demo.letter(quota, one) + ' · ' + one.label + ': ' + one.arithmetic; }).concat(rule.citations.map(demo.citation));
      }, rule.id);
      card.node = el('section', { class: 'quota', 'data-quota': rule.id, hidden: true }, [el('h4', { class: 'quota-title' }, rule.label), card.state, card.summary, card.meter.node, card.next, card.readings, card.law, card.why.node]);
      return card;
    });

    function number(value) { return value === null ? '–' : engine.formatNumber(value); }

    function draw(card, quota) {
      card.why.update();
      demo.attr(card.node, 'data-state', quota.state);
      if (card.state.getAttribute('data-state') !== quota.state) {
        demo.attr(card.state, 'data-state', quota.state);
        demo.empty(card.state).appendChild(demo.quotaBadge(quota.state));
        card.state.appendChild(el('span', { class: 'cap' }, demo.say('quota.cap', { percent: engine.formatNumber(quota.percent, { percent: true, decimals: 0 }) })));
      }
      demo.text(card.summary, quota.summary);
      var readings = demo.orderedReadings(quota);
      card.meter.draw(quota.used, readings.map(function (one) { return { id: one.id, limit: one.limit, enforced: one.enforced, letter: demo.letter(quota, one) }; }), quota.state,
        demo.say('meter.label', { used: number(quota.used), limit: number(quota.limit) }));
      demo.show(card.next, quota.nextSlot !== null);
      demo.text(card.next, quota.nextSlot);
      demo.empty(card.readings);
      readings.forEach(function (one) {
        card.readings.appendChild(el('li', { 'data-reading': one.id, 'data-state': one.state }, [
          demo.say('unit.reading', { letter: demo.letter(quota, one), label: one.label, limit: number(one.limit) }), one.shareText ? ' (' + one.shareText + ')' : '',
          one.enforced ? el('span', { class: 'tag is-strong' }, demo.say('quota.enforced')) : null
        ]));
      });
    }

    return {
      title: title,
      label: demo.say('unit.title'),
      node: el('section', { class: 'sheet', 'aria-labelledby': title.id, 'data-section': 'unit' }, [title, el('p', { class: 'section-lead' }, demo.say(rules.length ? 'unit.lead' : 'unit.none')),
        rules.length ? el('div', { class: 'fields counts' }, inputs) : null, rules.length ? blank : null].concat(cards.map(function (card) { return card.node; }))),
      /** What the engine is asked with; undefined while nothing is typed. */
      context: function () {
        var typed = rules.length && Object.keys(tally).some(function (grade) { return String(tally[grade] || '').trim(); });
        return typed ? { tally: tally } : undefined;
      },
      update: function (quotas) {
        demo.show(blank, !quotas);
        cards.forEach(function (card) {
          var quota = (quotas || []).filter(function (one) { return one.id === card.id; })[0];
          demo.show(card.node, Boolean(quota));
          if (quota) draw(card, quota);
        });
      }
    };
  };
})();
