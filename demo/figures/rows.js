/* How a set of figures is written down.
   A set is one article: its date picks the law. A section is one table of it, with the quota that
   goes with it. Counts and percentages stand here exactly as printed ("03", "Không", "99,6%");
   what the article leaves out is an empty string, never zero. */
(function () {
  'use strict';
  var demo = window.demo;

  /** `row(id, kind, of, label, count, more)`; more: { stated, asBase, tone, missing }.
      asBase: the row in words when others are a share of it. tone: its colour in the bar. */
  demo.row = function (id, kind, of, label, count, more) {
    var row = { id: id, kind: kind, of: of, label: label, count: count };
    Object.keys(more || {}).forEach(function (key) { row[key] = more[key]; });
    return row;
  };

  /** The four grades since 2018, the words of the instrument. */
  demo.grades = {
    xs: { vi: 'Hoàn thành xuất sắc nhiệm vụ', en: 'Excellent completion of duties' },
    htt: { vi: 'Hoàn thành tốt nhiệm vụ', en: 'Good completion of duties' },
    htnv: { vi: 'Hoàn thành nhiệm vụ', en: 'Completion of duties' },
    kht: { vi: 'Không hoàn thành nhiệm vụ', en: 'Non-completion of duties' }
  };
  /** From the rulebook's grade to the row that counts it. */
  demo.gradeRows = { htxsnv: 'xs', httnv: 'htt', htnv: 'htnv', khtnv: 'kht' };

  /** The four grades in a bar; `short` stands on the bar itself where there is room. */
  demo.gradeTones = [
    { row: 'xs', tone: 'xs', short: { vi: 'Xuất sắc', en: 'Excellent' } },
    { row: 'htt', tone: 'htt', short: { vi: 'Tốt', en: 'Good' } },
    { row: 'htnv', tone: 'htnv', short: { vi: 'Hoàn thành', en: 'Completion' } },
    { row: 'kht', tone: 'kht' }
  ];
})();
