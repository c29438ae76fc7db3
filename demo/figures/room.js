/* The room of percentages: its sets as tabs, and the set that is shown. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, byId = demo.byId;
  var states = {};           /* what is typed, by set; in memory only */
  var current = demo.sets[0];
  var replaced = null;       /* what a link's figures took the place of, to take them back */
  var drawn = null;          /* the engine of what is shown */
  var turn = 0;              /* the last request to show a set wins */

  function tabId(set) { return 'tab-' + set.id; }

  function buildTabs() {
    var list = demo.empty(byId('sets'));
    demo.sets.forEach(function (set) {
      list.appendChild(el('button', {
        type: 'button', class: 'card', role: 'tab', id: tabId(set), 'data-tab': set.id, 'aria-controls': 'panel',
        'aria-selected': String(set === current), tabindex: set === current ? null : '-1',
        onclick: function () { choose(set); },
        onkeydown: function (event) { moveTab(event, set); }
      }, [
        el('span', {}, [el('span', { class: 'card-name' }, demo.pick(set.name)), ' ', el('span', { class: 'card-year' }, set.year)]), ' ',
        el('span', { class: 'card-hint' }, demo.pick(set.hint))
      ]));
    });
  }

  function moveTab(event, set) {
    var steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    var at = demo.sets.indexOf(set), last = demo.sets.length - 1;
    var next = event.key === 'Home' ? 0 : event.key === 'End' ? last : steps[event.key] ? (at + steps[event.key] + last + 1) % (last + 1) : -1;
    if (next < 0) return;
    event.preventDefault();
    choose(demo.sets[next]);
    byId(tabId(demo.sets[next])).focus();
  }

  function choose(set) {
    if (set === current) return;
    current = set;
    buildTabs();
    byId(tabId(set)).focus();
    show();
  }

  /** Figures of a link, laid over the sample: `dang-vien.xs` is a count, `dang-vien.xs.in` the percentage printed beside it. */
  function take(figures) {
    if (!Object.keys(figures).length) return;
    replaced = states[current.id] || null;
    states[current.id] = demo.printedState(current);
    demo.applyEdits(current, states[current.id], figures);
  }

  /** Builds the panel of the current set. `before`: what a restore can be undone to; `focus`: where to go on. */
  function show(before, focus) {
    var set = current, mine = turn += 1;
    states[set.id] = states[set.id] || demo.printedState(set);
    return demo.engineFor(set.asOf).then(function (engine) {
      if (mine !== turn) return;
      drawn = engine;
      demo.stands(set.id);
      demo.show(byId('stop'), false);
      demo.show(byId('room-figures'), true);
      var built = demo.buildSet(set, states[set.id], engine, show);
      var panel = el('div', { id: 'panel', role: 'tabpanel', 'aria-labelledby': tabId(set), tabindex: '-1' }, built.node);
      demo.empty(byId('panels')).appendChild(panel);
      var provenance = built.start(before);
      replaced = null;
      demo.describe(engine, provenance);
      demo.attr(document.body, 'data-ready', 'true');
      demo.attr(document.body, 'data-shown', set.id);
      demo.attr(document.body, 'data-locale', demo.locale);
      var target = focus && panel.querySelector(focus);
      if (target && !target.hidden) target.focus();
    }).catch(demo.stop);
  }

  function setOf(id) { return demo.sets.filter(function (set) { return set.id === id; })[0]; }

  demo.addRoom('ty-le', {
    mount: function (place, figures) {
      current = setOf(place) || current;
      take(figures);
    },
    move: function (place, figures) {
      current = setOf(place) || current;
      take(figures);
      buildTabs();
      show(replaced);
    },
    relabel: buildTabs,
    show: function () { show(replaced); },
    unmount: function () { turn += 1; },
    figures: function () { return demo.editsOf(current, states[current.id]); },
    record: function () {
      var made = results(current, states[current.id], drawn);
      return { place: current.id, inputs: demo.textsOf(current, states[current.id]), results: made.results, provenance: made.provenance };
    },
    again: function (place, inputs) {
      var set = setOf(place), state = demo.printedState(set);
      demo.applyEdits(set, state, inputs);
      return demo.engineFor(set.asOf).then(function (engine) { return results(set, state, engine); });
    }
  });

  function results(set, state, engine) {
    var all = {}, provenance = null;
    set.sections.forEach(function (section) {
      var one = demo.resultsOf(section, state[section.id], engine);
      Object.assign(all, one.results);
      provenance = one.provenance;
    });
    return { results: all, provenance: provenance };
  }
})();
