/* The room of votes: the count of a ballot, the ledger of tasks and the goals, as one typed record with its undo. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, byId = demo.byId, ballot = demo.ballot;
  var AS_OF = '2025-12-31';
  var texts = ballot.sample(), undo = null, turn = 0, engines = null, parts = [];

  function buildTools() {
    var status = el('span', { class: 'set-status', role: 'status' });
    function button(name, key, act) { return el('button', { type: 'button', class: 'button small', id: 'ballot-' + name, 'data-undo': name === 'undo' ? '' : null, onclick: act }, demo.say(key)); }
    var back = button('undo', 'places.undo', function () { change(undo, '#ballot-restore', true); });
    var restore = button('restore', 'restore', function () { change(ballot.sample(), '#ballot-undo'); });
    var clear = button('clear', 'ballot.clear', function () { change(ballot.blank(), '#k-b\\.issued'); });
    return {
      node: el('div', { class: 'set-bar' }, [status, el('div', { class: 'set-tools' }, [back, restore, clear, button('print', 'set.print', function () { window.print(); })])]),
      update: function () {
        var sample = ballot.same(texts, ballot.sample());
        demo.text(status, sample ? demo.say('ballot.sample') : '');
        demo.show(back, undo !== null);
        demo.show(restore, !sample);
        demo.show(clear, !ballot.same(texts, ballot.blank()));
      }
    };
  }

  /** Other figures all at once; what was there can be taken back. */
  function change(next, focus, isUndo) {
    undo = isUndo ? null : texts;
    texts = next;
    show(focus);
  }

  function draw() {
    var tools = buildTools();
    function typed(name, text) {
      texts[name] = text;
      undo = null;
      tools.update();
    }
    stop();
    parts = [ballot.buildVotes(engines[0], texts, typed, change), ballot.buildTasks(engines[0], texts, typed), ballot.buildGoals(engines[1], texts, typed)];
    var body = demo.empty(byId('ballot'));
    body.appendChild(tools.node);
    parts.forEach(function (part) { body.appendChild(part.node); });
    tools.update();
    parts.forEach(function (part) { part.run(true); });
  }

  function stop() {
    parts.forEach(function (part) { part.stop(); });
    parts = [];
  }

  function enginesNow() { return Promise.all([demo.engineFor(AS_OF), ballot.goalsEngine()]); }

  function show(focus) {
    var mine = turn += 1;
    enginesNow().then(function (made) {
      if (mine !== turn) return;
      engines = made;
      draw();
      demo.describe(engines[0], ballot.askVotes(engines[0], texts).provenance);
      demo.stands(AS_OF);
      demo.show(byId('ballot'), true);
      demo.attr(document.body, 'data-ready', 'true');
      demo.attr(document.body, 'data-shown', 'ballot');
      demo.attr(document.body, 'data-locale', demo.locale);
      var target = focus && document.querySelector(focus);
      if (target && !target.hidden) target.focus();
    }).catch(demo.stop);
  }

  /** Results by name, in decimals that are the same in every language. */
  function results(made, given) {
    var all = {}, votes = ballot.askVotes(made[0], given), tasks = ballot.askTasks(made[0], given), goals = ballot.askGoals(made[1], given);
    votes.items.forEach(function (item) {
      all['most.' + item.id] = item.most;
      item.options.forEach(function (option) { all['v.' + item.id + '.' + option.id] = [option.votes, option.share]; });
    });
    tasks.rows.forEach(function (row) { all['t.' + row.id] = [row.count, row.share]; });
    tasks.rules.forEach(function (rule) { all['rule.' + rule.id] = [rule.verdict]; });
    goals.targets.forEach(function (target) { all['g.' + target.id] = [target.share, target.reached, target.needed]; });
    all.findings = [votes, tasks, goals].reduce(function (list, report) { return list.concat(report.diagnostics.map(function (one) { return one.key; })); }, []);
    return { results: all, provenance: votes.provenance };
  }

  function take(figures) {
    if (!Object.keys(figures).length) return;
    undo = texts;
    texts = ballot.over(figures);
  }

  demo.addRoom('phieu', {
    mount: function (place, figures) { take(figures); },
    move: function (place, figures) {
      take(figures);
      show();
    },
    relabel: function () {},
    show: function () { show(); },
    unmount: function () {
      turn += 1;
      stop();
    },
    figures: function () { return ballot.edits(texts); },
    wordsInRecord: true,
    record: function () {
      var made = results(engines, texts);
      return { place: AS_OF, inputs: Object.assign({}, texts), results: made.results, provenance: made.provenance };
    },
    again: function (place, inputs) {
      return enginesNow().then(function (made) { return results(made, ballot.over(inputs)); });
    }
  });
})();
