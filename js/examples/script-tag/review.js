(function () {
  'use strict';
  var announcer = xeploai.createAnnouncer();

  xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2025-12-31' }).then(function (engine) {
    document.getElementById('quota').result = engine.quota({ subject: 'member', tally: { htxsnv: 2, httnv: 14, htnv: 1, khtnv: 0 } });
    xeploai.watchForm(document.getElementById('review'), engine, {
      form: 'mau-2b',
      messages: true,
      report: function (report, diff) {
        var points = report.rating && report.rating.points;
        document.getElementById('points').textContent = points ? points.leastText + ' điểm' : '';
        announcer(report, diff);
      }
    });
  }).catch(function (error) {
    // A browser that is too old, a file that is missing: the form itself still works.
    document.getElementById('problem').textContent = error.message;
  });
})();
