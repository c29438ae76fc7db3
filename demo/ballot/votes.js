/* The votes: the ballots counted, and for each person the votes for each grade with their shares. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, svg = demo.svg, ballot = demo.ballot;
  var RULE = 'member-grade';
  var TONES = { htxsnv: 'xs', httnv: 'htt', htnv: 'htnv', khtnv: 'kht' };

  function nameOf(texts, person, at) { return texts['n.' + person].trim() || demo.say('ballot.person.nth', { n: at + 1 }); }

  ballot.askVotes = function (engine, texts) {
    var counted = { ballots: {}, votes: {} };
    ballot.counts.forEach(function (id) { counted.ballots[id] = texts['b.' + id]; });
    var items = ballot.peopleOf(texts).map(function (person, at) {
      counted.votes[person] = {};
      ballot.grades.forEach(function (grade) { counted.votes[person][grade] = texts['v.' + person + '.' + grade]; });
      return { id: person, label: nameOf(texts, person, at) };
    });
    return engine.ballot({ ballot: RULE, items: items, base: texts.base, groups: [counted] });
  };

  /** The shares of one person as a strip. Pixels only: the figures stand beside it. */
  function buildStrip() {
    var pieces = ballot.grades.map(function (grade) { return svg('rect', { class: 'segment tone tone-' + TONES[grade], height: '100%' }); });
    return {
      node: svg('svg', { class: 'k-strip', 'aria-hidden': 'true', focusable: 'false' }, pieces),
      draw: function (options) {
        var sum = options.reduce(function (all, one) { return all + (one.votes || 0); }, 0), at = 0;
        options.forEach(function (one, index) {
          var width = sum ? 100 * (one.votes || 0) / sum : 0;
          demo.attr(pieces[index], 'x', at.toFixed(2) + '%');
          demo.attr(pieces[index], 'width', width.toFixed(2) + '%');
          at += width;
        });
      }
    };
  }

  function buildPerson(texts, person, at, options, fields, change) {
    var label = nameOf(texts, person, at), shares = [], result = el('span', { class: 'k-most' }), strip = buildStrip();
    var node = el('tr', { role: 'row', 'data-person': person }, [
      el('th', { scope: 'row', role: 'rowheader', class: 'k-name' }, el('div', { class: 'k-who' }, [
        ballot.field(texts, 'n.' + person, demo.say('ballot.name.of', { n: at + 1 }), 'k-words'),
        ballot.peopleOf(texts).length > 1 ? el('button', { type: 'button', class: 'button small k-drop', 'aria-label': demo.say('ballot.person.drop.of', { person: label }), onclick: function () {
          change(ballot.without(texts, person), '[data-undo]');
        } }, demo.say('ballot.person.drop')) : null
      ]))
    ].concat(options.map(function (option, index) {
      var name = 'v.' + person + '.' + option.id, input = ballot.field(texts, name, demo.say('ballot.votes.of', { grade: option.label, person: label }));
      fields['groups.0.votes.' + person + '.' + option.id] = input;
      if (!index) fields['groups.0.votes.' + person] = fields['items.' + person] = input;
      shares[index] = el('output', { class: 'k-share', 'data-share': person + '.' + option.id, for: input.id });
      return ballot.cell(option.label, [input, shares[index]], 'k-vote');
    }), ballot.cell(demo.say('ballot.most'), [strip.node, result], 'k-result')));
    return {
      node: node,
      update: function (item) {
        item.options.forEach(function (option, index) { demo.text(shares[index], option.shareText || '–'); });
        strip.draw(item.options);
        var names = item.options.filter(function (option) { return item.most.indexOf(option.id) >= 0; }).map(function (option) { return option.label; });
        demo.text(result, !names.length ? demo.say('ballot.most.none') : names.length > 1 ? demo.say('ballot.tie', { grades: names.join(', ') }) : names[0]);
      }
    };
  }

  /** Each share as a division, then what it is a share of and where that stands. */
  function arithmetic(engine, rule, report) {
    var base = report.ballots[report.base], lines = [];
    if (base === null) return [demo.say('ballot.why.none')];
    report.items.forEach(function (item) {
      var shares = item.options.filter(function (one) { return one.shareText; }).map(function (one) {
        return demo.say('ballot.why.share', { grade: one.label, votes: engine.formatNumber(one.votes), base: engine.formatNumber(base), share: one.shareText });
      });
      if (shares.length) lines.push(demo.say('ballot.why.person', { person: item.label, shares: shares.join('; ') }));
    });
    lines.push(demo.say('ballot.why.base', { n: engine.formatNumber(base), base: demo.say('ballot.base.' + report.base), basis: report.base === rule.base ? demo.say('basis.' + rule.baseBasis) : demo.say('ballot.why.chosen') }));
    return lines.concat(rule.citations.map(demo.citation));
  }

  /** `change(texts, focus)`: other people, drawn anew. */
  ballot.buildVotes = function (engine, texts, typed, change) {
    var rule = engine.rulebook.ballots.filter(function (one) { return one.id === RULE; })[0];
    var fields = {}, report = null;
    var counts = ballot.counts.map(function (id) {
      fields['groups.0.' + id] = ballot.field(texts, 'b.' + id);
      return ballot.labelled(fields['groups.0.' + id], demo.say('ballot.' + id));
    });
    var people = ballot.peopleOf(texts).map(function (person, at) { return buildPerson(texts, person, at, rule.options, fields, change); });
    var base = el('select', { class: 'field choice', id: 'k-base', 'data-name': 'base' }, ballot.bases.map(function (id) {
      return el('option', { value: id, selected: id === texts.base }, demo.say('ballot.base.' + id));
    }));
    var why = demo.buildSteps(demo.say('table.why'), function () { return arithmetic(engine, rule, report); });
    var teach = el('p', { class: 'k-teach' }, demo.say('ballot.empty'));
    var heads = [[demo.say('ballot.person'), 'k-name']].concat(rule.options.map(function (option) { return [option.label, 'k-vote']; }), [[demo.say('ballot.most'), 'k-result']]);
    var more = ballot.more(texts);
    return ballot.part('votes', engine, [
      teach, el('div', { class: 'k-counts' }, counts.concat(ballot.labelled(base, demo.say('ballot.base')))),
      ballot.table(demo.say('ballot.votes'), heads, people.map(function (one) { return one.node; })),
      more ? el('p', { class: 'k-more' }, el('button', { type: 'button', class: 'button small', 'data-more': '', onclick: function () {
        change(ballot.more(texts), '[data-person="' + ballot.peopleOf(more).pop() + '"] input');
      } }, demo.say('ballot.person.add'))) : null,
      why.node
    ], fields, function () {
      report = ballot.askVotes(engine, texts);
      report.items.forEach(function (item, at) { people[at].update(item); });
      demo.show(teach, ballot.counts.every(function (id) { return texts['b.' + id].trim() === ''; }));
      return report;
    }, [why], typed);
  };
})();
