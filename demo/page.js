/* The page: starts the engine, the tabs and the language, and says clearly when the engine cannot start. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;
  var engines = {};          /* by date and language: the date picks the law, the language its messages */
  var states = {};           /* what is typed, by set; in memory only */
  var current = demo.sets[0];
  var turn = 0;              /* the last request to show a set wins */

  function byId(id) { return document.getElementById(id); }

  function engineFor(set) {
    var key = set.asOf + ' ' + demo.locale;
    if (!engines[key]) {
      engines[key] = window.xeploai.createEngine({ rulebook: window.xeploai.rulebooks, asOf: set.asOf, locale: demo.locale });
    }
    return engines[key];
  }

  /** Why the engine did not start, in words someone can act on. */
  function stop(error) {
    var detail = error && error.message ? String(error.message) : '';
    var cause = error && error.cause && error.cause.message ? String(error.cause.message) : '';
    var text = detail + ' ' + cause;
    var key = typeof window.xeploai === 'undefined' ? 'stop.missing'
      : typeof window.WebAssembly === 'undefined' ? 'stop.wasm'
        : /Content.Security.Policy|unsafe-eval|disallowed by embedder|blocked by CSP/i.test(text) ? 'stop.csp' : 'stop.other';
    var box = demo.empty(byId('stop'));
    box.appendChild(el('p', {}, el('strong', {}, demo.say('stop.title'))));
    box.appendChild(el('p', {}, demo.say(key)));
    if (text.trim()) box.appendChild(el('p', { class: 'muted' }, demo.say('stop.detail', { detail: text.trim() })));
    demo.show(box, true);
    demo.attr(document.body, 'data-ready', 'stopped');
    demo.attr(document.body, 'data-stop', key);
  }

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

  /** Builds the panel of the current set. `before`: what a restore can be undone to; `focus`: where to go on. */
  function show(before, focus) {
    var set = current, mine = turn += 1;
    states[set.id] = states[set.id] || demo.printedState(set);
    return engineFor(set).then(function (engine) {
      if (mine !== turn) return;
      demo.show(byId('stop'), false);
      demo.show(byId('room-figures'), true);
      var built = demo.buildSet(set, states[set.id], engine, show);
      var panel = el('div', { id: 'panel', role: 'tabpanel', 'aria-labelledby': tabId(set), tabindex: '-1' }, built.node);
      demo.empty(byId('panels')).appendChild(panel);
      var provenance = built.start(before);
      describe(engine, provenance);
      demo.attr(document.body, 'data-ready', 'true');
      demo.attr(document.body, 'data-shown', set.id);
      demo.attr(document.body, 'data-locale', demo.locale);
      var target = focus && panel.querySelector(focus);
      if (target && !target.hidden) target.focus();
    }).catch(stop);
  }

  function describe(engine, provenance) {
    demo.text(byId('engine'), demo.say('engine', { version: window.xeploai.version }));
    if (!provenance) return;
    demo.text(byId('provenance'), demo.say('provenance', {
      title: engine.rulebook.title, rulebook: provenance.rulebook, rulebookVersion: provenance.rulebookVersion,
      asOf: demo.date(provenance.asOf), engine: provenance.engine
    }));
  }

  /** Static words in the page's language. The button offers the other language, in that language. */
  function relabel() {
    document.documentElement.lang = demo.locale;
    document.title = demo.say('title');
    [].forEach.call(document.querySelectorAll('[data-words]'), function (node) { demo.text(node, demo.say(node.getAttribute('data-words'))); });
    var button = byId('language');
    demo.text(button, demo.locale === 'vi' ? 'English' : 'Tiếng Việt');
    button.lang = demo.locale === 'vi' ? 'en' : 'vi';
    buildTabs();
  }

  byId('language').addEventListener('click', function () {
    demo.locale = demo.locale === 'vi' ? 'en' : 'vi';
    demo.hush();
    start();
  });

  function start() {
    relabel();
    if (typeof window.xeploai === 'undefined' || typeof window.WebAssembly === 'undefined') stop(null);
    else show();
  }

  demo.show(byId('language'), true);
  start();
})();
