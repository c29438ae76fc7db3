/* What a screen reader hears: the package's announcer on the page's own live region, and of each section of figures
   only what turned (a quota passed its cap, a finding came or went). */
(function () {
  'use strict';
  var demo = window.demo;
  var PAUSE = 600;

  /** One for the page; a new one speaks the page's language of now. */
  demo.newAnnouncer = function () {
    if (demo.announcer) demo.announcer.stop();
    demo.announcer = window.xeploai.createAnnouncer({ region: document.getElementById('live'), pauseMs: PAUSE, locale: demo.locale });
  };

  demo.announce = function (sentence) {
    if (!demo.announcer) demo.newAnnouncer();
    demo.announcer.say(sentence);
  };
  /** A key was pressed: what waits becomes stale, the next settled state speaks for itself. */
  demo.hush = function () {
    if (demo.announcer) demo.announcer.hush();
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
