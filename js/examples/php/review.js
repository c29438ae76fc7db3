(function () {
  'use strict';
  var form = document.getElementById('review');
  var announcer = xeploai.createAnnouncer();

  xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2025-12-31' }).then(function (engine) {
    var tally = { htxsnv: 2, httnv: 14, htnv: 1, khtnv: 0 };
    document.getElementById('quota').textContent = engine.quota({ subject: 'member', tally: tally }).quotas[0].summary;
    var watcher = xeploai.watchForm(form, engine, {
      form: 'mau-2b',
      messages: true,
      report: function (report, diff) {
        var points = report.rating && report.rating.points;
        document.getElementById('points').textContent = points ? points.leastText + ' điểm' : '';
        announcer(report, diff);
      }
    });
    // What the server found is ours to take away once it is put right.
    if (form.hasAttribute('data-refused')) watcher.summary();
  });
})();
