/* Goals: at least such a share of something, where it stands and what is missing. The goals of the sample are those of a province's scheme,
   which has an overlay of its own. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, ballot = demo.ballot;
  var OVERLAY = 'hoa-binh-qd31-2018';
  var engines = {};

  /** The engine that knows the goals, their names and where they stand. */
  ballot.goalsEngine = function () {
    var overlay = window.xeploai.overlays.filter(function (one) { return one.id === OVERLAY; })[0];
    var rulebook = window.xeploai.rulebooks.filter(function (one) { return one.id === overlay.over; })[0];
    if (!engines[demo.locale]) engines[demo.locale] = window.xeploai.createEngine({ rulebook: rulebook, overlay: overlay, asOf: '2025-12-31', locale: demo.locale });
    return engines[demo.locale];
  };

  function known(engine, id) { return engine.rulebook.targets.filter(function (one) { return one.id === id; })[0]; }

  ballot.askGoals = function (engine, texts) {
    var counts = {};
    var targets = ballot.goals.map(function (id) {
      counts[id] = { count: texts['g.' + id + '.count'], of: texts['g.' + id + '.of'] };
      return { id: id, label: known(engine, id).label, atLeast: texts['g.' + id + '.atLeast'] };
    });
    return engine.targets({ targets: targets, counts: counts });
  };

  ballot.buildGoals = function (engine, texts, typed) {
    var fields = {}, lines = {}, report = null;
    var columns = { atLeast: demo.say('ballot.atLeast'), count: demo.say('ballot.reached'), of: demo.say('ballot.of') };
    var rows = ballot.goals.map(function (id) {
      var label = known(engine, id).label, line = lines[id] = { meter: el('progress', { class: 'k-progress', max: 100, 'aria-label': label }), text: el('span', { class: 'k-stands' }) };
      var cells = ballot.goalParts.map(function (part) {
        var input = ballot.field(texts, 'g.' + id + '.' + part, demo.say('ballot.goal.cell', { what: columns[part], goal: label }));
        fields[part === 'atLeast' ? 'targets.' + id + '.atLeast' : 'counts.' + id + '.' + part] = input;
        if (part === 'count') fields['counts.' + id] = input;
        return ballot.cell(columns[part], input, 'k-number');
      });
      return line.row = el('tr', { role: 'row', 'data-goal': id }, [el('th', { scope: 'row', role: 'rowheader' }, label)].concat(cells, ballot.cell(demo.say('ballot.stands'), [line.meter, line.text], 'k-standing')));
    });
    var why = demo.buildSteps(demo.say('table.why'), function () {
      var cited = {};
      var steps = report.targets.map(function (target) { return target.label + ': ' + target.summary; }).concat(demo.say('ballot.goal.own'));
      return steps.concat(ballot.goals.reduce(function (all, id) { return all.concat(known(engine, id).citations); }, []).filter(function (one) {
        var first = !cited[one.text];
        cited[one.text] = true;
        return first;
      }).map(demo.citation));
    });
    return ballot.part('goals', engine, [
      el('p', { class: 'muted' }, demo.say('ballot.goals.lead')),
      ballot.table(demo.say('ballot.goals'), [[demo.say('ballot.goal')], [columns.atLeast, 'k-number'], [columns.count, 'k-number'], [columns.of, 'k-number'], [demo.say('ballot.stands'), 'k-standing']], rows),
      why.node
    ], fields, function () {
      report = ballot.askGoals(engine, texts);
      report.targets.forEach(function (target) {
        var line = lines[target.id];
        demo.text(line.text, target.summary);
        demo.show(line.meter, target.share !== null);
        line.meter.value = target.share === null ? 0 : Math.min(100, Number(target.share));
        demo.attr(line.row, 'data-reached', target.reached === null ? null : String(target.reached));
      });
      return report;
    }, [why], typed);
  };
})();
