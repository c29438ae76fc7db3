/* What every page of the demo shares: engines by date, language and reading, the language button, where results come
   from, and a clear word when the engine cannot start. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;
  var engines = {};          /* by date, language and readings: the date picks the law, the language its messages */

  demo.byId = function (id) { return document.getElementById(id); };

  /** `readings`: which are enforced, by quota; left out: those of the rulebook. `family`: the line of law; left out: the yearly rating. */
  demo.engineFor = function (asOf, readings, family) {
    var key = [asOf, demo.locale, JSON.stringify(readings || {}), family].join(' ');
    if (!engines[key]) {
      engines[key] = window.xeploai.createEngine({ rulebook: window.xeploai.rulebooks, asOf: asOf, locale: demo.locale, readings: readings || {}, family: family || 'party' });
    }
    return engines[key];
  };

  /** Why the engine did not start, in words someone can act on. */
  demo.stop = function (error) {
    var detail = error && error.message ? String(error.message) : '';
    var cause = error && error.cause && error.cause.message ? String(error.cause.message) : '';
    var text = detail + ' ' + cause;
    var key = typeof window.xeploai === 'undefined' ? 'stop.missing'
      : error && error.code === 'init.nowasm-missing' ? 'stop.wasm'
        : /Content.Security.Policy|unsafe-eval|disallowed by embedder|blocked by CSP/i.test(text) ? 'stop.csp' : 'stop.other';
    var box = demo.empty(demo.byId('stop'));
    box.appendChild(el('p', {}, el('strong', {}, demo.say('stop.title'))));
    box.appendChild(el('p', {}, demo.say(key)));
    if (text.trim()) box.appendChild(el('p', { class: 'muted' }, demo.say('stop.detail', { detail: text.trim() })));
    demo.show(box, true);
    demo.attr(document.body, 'data-ready', 'stopped');
    demo.attr(document.body, 'data-stop', key);
  };

  demo.describe = function (engine, provenance) {
    demo.text(demo.byId('engine'), demo.say('engine.' + engine.runsOn, { version: window.xeploai.version }));
    if (!provenance) return;
    demo.text(demo.byId('provenance'), demo.say('provenance', {
      title: engine.rulebook.title, rulebook: provenance.rulebook, rulebookVersion: provenance.rulebookVersion,
      asOf: demo.date(provenance.asOf), engine: provenance.engine
    }));
  };

  /** Static words inside `root` in the page's language. */
  demo.relabelIn = function (root) {
    [].forEach.call(root.querySelectorAll('[data-words]'), function (node) { demo.text(node, demo.say(node.getAttribute('data-words'))); });
    [].forEach.call(root.querySelectorAll('[data-words-label]'), function (node) { demo.attr(node, 'aria-label', demo.say(node.getAttribute('data-words-label'))); });
  };

  /** The button offers the other language, in that language. */
  function relabel(title) {
    document.documentElement.lang = demo.locale;
    document.title = demo.say(title);
    demo.relabelIn(document);
    var button = demo.byId('language');
    demo.text(button, demo.locale === 'vi' ? 'English' : 'Tiếng Việt');
    button.lang = demo.locale === 'vi' ? 'en' : 'vi';
  }

  /** Light or dark: as the system has it, until the reader chooses for as long as the page is open. */
  demo.buildTheme = function () {
    var button = demo.byId('theme'), sheet = demo.byId('dark'), system = window.matchMedia('(prefers-color-scheme: dark)'), chosen = null;
    function dark() { return chosen === null ? system.matches : chosen; }
    function paint() {
      demo.text(button, demo.say(dark() ? 'theme.light' : 'theme.dark'));
      if (chosen !== null) sheet.media = chosen ? 'all' : 'not all';
    }
    button.addEventListener('click', function () {
      chosen = !dark();
      paint();
    });
    system.addListener(paint);
    demo.show(button, true);
    paint();
    return paint;
  };

  /** `page`: { title: key of the title, relabel: its own words again, show: builds what is under the head }. */
  demo.startPage = function (page) {
    function start() {
      relabel(page.title);
      page.relabel();
      if (typeof window.xeploai === 'undefined') demo.stop(null);
      else page.show();
    }
    demo.byId('language').addEventListener('click', function () {
      demo.locale = demo.locale === 'vi' ? 'en' : 'vi';
      demo.hush();
      start();
    });
    demo.show(demo.byId('language'), true);
    start();
  };
})();
