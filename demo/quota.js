/* The quota card: how many more fit, first in a sentence, then as a meter, then under each reading of the
   base, with the arithmetic in words; what the rule says and how sure it is folds away under "Why?". */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;
  var STATE_ICON = { open: 'good', near: 'info', full: 'good', exceeded: 'error', unknown: 'info' };

  /** A, B, C: the enforced reading is A. */
  function ordered(quota) {
    return quota.readings.slice().sort(function (a, b) { return Number(b.enforced) - Number(a.enforced); });
  }
  demo.orderedReadings = ordered;
  demo.letter = function (quota, reading) {
    return String.fromCharCode(65 + ordered(quota).map(function (one) { return one.id; }).indexOf(reading.id));
  };

  function badge(state) {
    return el('span', { class: 'badge state-' + state }, [demo.icon(STATE_ICON[state] || 'info'), demo.say('quota.' + state)]);
  }
  demo.quotaBadge = badge;
  function pair(term, value, name) {
    return el('div', {}, [el('dt', {}, term), el('dd', { 'data-value': name }, value)]);
  }

  function buildReading(quota, reading, engine) {
    function number(value) { return value === null ? '–' : engine.formatNumber(value); }
    var over = reading.headroom !== null && reading.headroom < 0;
    return el('section', {
      class: 'reading' + (reading.enforced ? ' is-enforced' : ''), 'data-reading': reading.id, 'data-enforced': String(reading.enforced),
      'data-state': reading.state, 'data-limit': reading.limit, 'data-reading-share': reading.share
    }, [
      el('h5', { class: 'reading-title' }, [
        el('span', { class: 'reading-letter' }, demo.say('quota.reading', { letter: demo.letter(quota, reading) })),
        el('span', { class: 'reading-label' }, reading.label)
      ]),
      el('p', { class: 'reading-state' }, [badge(reading.state), reading.enforced ? el('span', { class: 'tag is-strong' }, demo.say('quota.enforced')) : null]),
      el('dl', { class: 'reading-facts' }, [
        pair(demo.say('quota.share'), reading.shareText || '–', 'share'),
        pair(demo.say('quota.base'), number(reading.base), 'base'),
        pair(demo.say('quota.max'), number(reading.limit), 'limit'),
        pair(demo.say(over ? 'quota.over' : 'quota.headroom'), reading.headroom === null ? '–' : number(Math.abs(reading.headroom)), 'headroom')
      ]),
      el('p', { class: 'arithmetic', 'data-arithmetic': reading.id }, reading.arithmetic)
    ]);
  }

  /* Only readings the text itself allows can disagree; the others are shown for comparison. */
  function disagreement(quota) {
    function letters(fails) {
      return ordered(quota).filter(function (one) { return one.fromText !== false && one.state !== 'unknown' && (one.state === 'exceeded') === fails; })
        .map(function (one) { return demo.letter(quota, one); }).join(', ');
    }
    return demo.say('quota.disagree.text', { pass: letters(false), fail: letters(true) });
  }

  /* What does not change with the figures: how sure the rule is, what a reader should know, where it was read. */
  function buildWhy(quota, info) {
    var sure = [demo.say('quota.basis.rate', { basis: demo.say('basis.' + quota.basis) }), demo.say('quota.basis.reading', { basis: demo.say('basis.' + quota.readingBasis) })];
    return el('details', { class: 'why', 'data-why': quota.id }, [
      el('summary', {}, demo.say('quota.why')),
      el('p', {}, sure.join(' ')),
      el('ul', { class: 'notes' }, (info ? info.notes : []).map(function (note) { return el('li', {}, note); })),
      el('div', { class: 'finding-law' }, [el('span', { class: 'finding-law-title' }, demo.say('quota.basis')), el('ul', {}, quota.citations.map(demo.citation))])
    ]);
  }

  /** `below`: where the readings go instead of into the card; null keeps them in it. */
  function buildCard(quota, info, ask, grades, below) {
    var parts = {
      state: el('p', { class: 'card-state' }),
      summary: el('p', { class: 'summary', 'data-summary': quota.id }),
      meter: demo.buildMeter(),
      balance: el('p', { class: 'next', 'data-balance': quota.id }),
      next: el('p', { class: 'next', 'data-next': quota.id }),
      disagree: el('div', { class: 'disagree', 'data-disagree': quota.id, hidden: true }),
      readings: el('div', { class: 'readings', 'aria-label': demo.say('quota.readings') + ': ' + quota.label, role: 'group' }),
      basis: el('p', { class: 'basis', 'data-basis': quota.basis }, demo.say('quota.basis') + ': ' + quota.citations.map(function (one) { return one.text; }).join('; ') + '.'),
      why: buildWhy(quota, info)
    };
    parts.whatIf = demo.buildWhatIf(quota.id, quota.grade, ask, grades);
    parts.node = el('section', { class: 'quota', 'data-quota': quota.id }, [
      el('h4', { class: 'quota-title' }, [quota.label]),
      parts.state, parts.summary, parts.meter.node, parts.balance, parts.next,
      info && info.group ? el('p', { class: 'scope', 'data-group': quota.id }, demo.say('quota.group', { group: info.group })) : null,
      parts.disagree, below ? null : parts.readings, parts.basis, parts.why,
      parts.whatIf ? parts.whatIf.node : null
    ]);
    if (below) below.appendChild(el('div', { class: 'apart', 'data-readings-of': quota.id }, [el('h4', { class: 'apart-title' }, demo.say('quota.readings')), parts.readings]));
    return parts;
  }

  function updateCard(parts, quota, engine) {
    function number(value) { return value === null ? '–' : engine.formatNumber(value); }
    demo.attr(parts.node, 'data-state', quota.state);
    demo.attr(parts.node, 'data-headroom', quota.headroom);
    if (parts.state.getAttribute('data-state') !== quota.state) {
      demo.attr(parts.state, 'data-state', quota.state);
      demo.empty(parts.state).appendChild(badge(quota.state));
      parts.state.appendChild(el('span', { class: 'cap' }, demo.say('quota.cap', { percent: engine.formatNumber(quota.percent, { percent: true, decimals: 0 }) })));
    }
    demo.text(parts.summary, quota.summary);
    var readings = ordered(quota).map(function (reading) {
      return { id: reading.id, limit: reading.limit, enforced: reading.enforced, letter: demo.letter(quota, reading) };
    });
    parts.meter.draw(quota.used, readings, quota.state, demo.say('meter.label', { used: number(quota.used), limit: number(quota.limit) }));
    demo.show(parts.balance, quota.balance !== null);
    demo.text(parts.balance, quota.balance && quota.balance.text);
    demo.show(parts.next, quota.nextSlot !== null);
    demo.text(parts.next, quota.nextSlot);
    demo.show(parts.disagree, quota.disagree);
    if (quota.disagree) {
      demo.empty(parts.disagree);
      parts.disagree.appendChild(demo.icon('warning'));
      parts.disagree.appendChild(el('p', {}, [el('strong', {}, demo.say('quota.disagree') + '. '), disagreement(quota)]));
    }
    demo.empty(parts.readings);
    demo.attr(parts.readings, 'data-readings', readings.length);
    ordered(quota).forEach(function (reading) { parts.readings.appendChild(buildReading(quota, reading, engine)); });
    if (parts.whatIf) parts.whatIf.update(quota, engine);
  }

  /** Each quota in a record: its state, and used and limit under each reading. */
  demo.quotaResults = function (prefix, quotas) {
    var results = {};
    (quotas || []).forEach(function (quota) {
      results[prefix + quota.id] = [quota.state, quota.used, quota.limit];
      quota.readings.forEach(function (reading) { results[prefix + quota.id + '.' + reading.id] = [reading.state, reading.limit, reading.shareText]; });
    });
    return results;
  };

  /** All quota cards of a section. `ask(propose)` asks the engine with the counts as they stand.
      `apart`: several readings stand in `below`, side by side under table and card, so that beside a short
      table the card is short too. */
  demo.buildQuotas = function (engine, ask, grades, apart) {
    var node = el('div', { class: 'quotas' }), below = el('div', {});
    var cards = {}, order = '';
    function infoOf(id) { return engine.rulebook.quotas.filter(function (one) { return one.id === id; })[0]; }
    function update(report) {
      var ids = report.quotas.map(function (quota) { return quota.id; }).join(' ');
      if (ids !== order) {
        order = ids;
        demo.empty(node);
        demo.empty(below);
        report.quotas.forEach(function (quota) {
          cards[quota.id] = buildCard(quota, infoOf(quota.id), ask, grades, apart && quota.readings.length > 1 ? below : null);
          node.appendChild(cards[quota.id].node);
        });
      }
      report.quotas.forEach(function (quota) { updateCard(cards[quota.id], quota, engine); });
    }
    return { node: node, below: below, update: update };
  };
})();
