(function () {
  'use strict';
  var watcher = null;
  var announcer = xeploai.createAnnouncer();

  /** `__doPostBack` fires no submit event: what is still wrong is shown before it. */
  window.reviewSummary = function () {
    if (watcher) watcher.summary();
  };

  xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2025-12-31' }).then(function (engine) {
    var tally = { htxsnv: 2, httnv: 14, htnv: 1, khtnv: 0 };
    document.getElementById('quota').textContent = engine.quota({ subject: 'member', tally: tally }).quotas[0].summary;
    watcher = xeploai.watchForm(document.getElementById('review'), engine, {
      form: 'mau-2b',
      messages: true,
      report: function (report, diff) {
        var points = report.rating && report.rating.points;
        document.getElementById('points').textContent = points ? points.leastText + ' điểm' : '';
        announcer(report, diff);
      }
    });
  });
})();
