/* The same in English. Figures stay written the Vietnamese way, as on the page. */
(function () {
  'use strict';
  var words = window.demo.words.en, more = {
    'elements.title': 'xeploai – elements for web pages',
    'elements.back': 'To the main page',
    'elements.skip': 'To the elements',
    'elements.tagline': 'Four elements to put on a page you have; no other library is needed.',
    'elements.room': 'Change the figures here; the elements below compute again at once',
    'elements.source': 'Members rated, Hòa Bình province, 2021 (the number of those who completed their duties is inferred)',
    'elements.check': 'Check',
    'elements.rated': 'Members rated',
    'elements.htxsnv': 'Excellent',
    'elements.httnv': 'Good',
    'elements.htnv': 'Completed',
    'elements.khtnv': 'Not completed',
    'elements.quota': 'Quota',
    'elements.breakdown': 'Table of shares',
    'elements.caption': 'Members rated, Hòa Bình province, 2021',
    'elements.findings': 'To be looked at again',
    'elements.findings.where': 'Press “Check” above: the list appears under the fields, and each line leads to its field.',
    'elements.report': 'Report',
    'elements.report.note': 'Change the figures, or paste a report of your own: what cannot be right is underlined at once, with the arithmetic.',
    'elements.report.label': 'Text of the report',
    'elements.report.text': window.demo.words.vi['elements.report.text'],
    'elements.footer': 'The page opens from a file, without network. Figures are from published articles on Hòa Bình (2021) and Thái Nguyên (2020).'
  };
  Object.keys(more).forEach(function (key) { words[key] = more[key]; });
})();
