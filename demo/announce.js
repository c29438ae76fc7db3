/* What a screen reader hears. One polite region, empty at load; a full sentence, at least half a second
   after the last key, and only when a state changed (a quota passed its cap, a finding came or went). */
(function () {
  'use strict';
  var demo = window.demo;
  var QUIET = 600;
  var waiting = [];

  var speak = demo.afterQuiet(QUIET, function () {
    var region = document.getElementById('live');
    var text = waiting.join(' ');
    waiting = [];
    if (!region || !text) return;
    /* The same sentence twice would not be a change: empty it first, write in the next frame. */
    demo.text(region, '');
    window.requestAnimationFrame(function () { demo.text(region, text); });
  });

  demo.announce = function (sentence) {
    if (!sentence) return;
    if (waiting.indexOf(sentence) < 0) waiting.push(sentence);
    speak();
  };
  /** A key was pressed: what waits becomes stale, the next settled state speaks for itself. */
  demo.hush = function () {
    waiting = [];
    speak.cancel();
  };

  /** Remembers the state of one section and says what changed since it last spoke. */
  demo.listener = function (title) {
    var before = null;
    return function (quotas, findings) {
      var now = { states: {}, keys: {} };
      quotas.forEach(function (quota) { now.states[quota.id] = quota.state; });
      findings.forEach(function (finding) { if (finding.severity !== 'info') now.keys[finding.key] = true; });
      var last = before;
      before = now;
      if (last === null) return;
      var turned = quotas.filter(function (quota) { return last.states[quota.id] !== undefined && last.states[quota.id] !== quota.state; });
      turned.forEach(function (quota) { demo.announce(quota.summary); });
      /* The quota's own sentence already says what its finding says. */
      var come = findings.filter(function (finding) {
        return now.keys[finding.key] && !last.keys[finding.key] && !(turned.length && finding.from === 'quota');
      });
      var left = Object.keys(now.keys).length;
      if (come.length) demo.announce(come[0].message);
      if (come.length > 1) demo.announce(demo.say('findings.more', { title: title, n: left }));
      if (!left && Object.keys(last.keys).length) demo.announce(demo.say('findings.gone', { title: title }));
    };
  };
})();
