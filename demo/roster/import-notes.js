/* What people should know before the roster is used: old letters to convert, words nobody understood, problems, rows that are not somebody. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;
  var MOST = 200;

  function place(problem) {
    return problem.row === null ? '' : demo.say(problem.column ? 'import.at.cell' : 'import.at.row', { row: problem.row, column: problem.column });
  }

  function cut(title, list, draw) {
    var nodes = list.slice(0, MOST).map(draw);
    if (list.length > MOST) nodes.push(el('li', { class: 'muted' }, demo.say('import.more', { n: list.length - MOST })));
    return el('div', { class: 'list-place', tabindex: '0', role: 'group', 'aria-label': title }, el('ul', { class: 'row-list' }, nodes));
  }

  function folded(name, title, list, draw, open) {
    if (!list.length) return null;
    return el('details', { class: 'folded', 'data-list': name, open: open }, [el('summary', {}, title), cut(title, list, draw)]);
  }

  demo.buildProblems = function (problems) {
    var warnings = problems.filter(function (one) { return one.severity !== 'info'; });
    var ordered = warnings.concat(problems.filter(function (one) { return one.severity === 'info'; }));
    return folded('problems', demo.say('import.problems', { n: problems.length }), ordered, function (one) {
      return el('li', { 'data-problem': one.code, class: one.severity }, [demo.icon(one.severity === 'info' ? 'info' : 'warning'), el('span', {}, [place(one) ? el('strong', {}, place(one) + ': ') : null, one.message])]);
    }, warnings.length > 0);
  };

  /** `change(row, kind)`: a row is somebody after all, or is not. */
  demo.buildAside = function (roster, chosen, change) {
    var people = Object.keys(chosen).filter(function (row) { return chosen[row] === 'person'; });
    function toggle(row, to, words) {
      return el('button', { type: 'button', class: 'button small', 'data-row': row, 'aria-label': demo.say(words + '.of', { row: row }), onclick: function () { change(row, to); } }, demo.say(words));
    }
    var rows = roster.setAside.map(function (one) { return { row: one.row, kind: one.kind, text: one.text, said: one.said, found: one.found }; })
      .concat(people.map(function (row) { return { row: Number(row), kind: 'person', text: '' }; }));
    return folded('aside', demo.say('import.aside', { n: roster.setAside.length }), rows, function (one) {
      var checked = one.said !== null && one.said !== undefined ? ' ' + demo.say(one.said === one.found ? 'import.total.right' : 'import.total.wrong', { said: one.said, found: one.found }) : '';
      var other = one.kind === 'person' ? toggle(one.row, null, 'import.take-back') : one.kind === 'text' || one.kind === 'heading' || one.kind === 'total' ? toggle(one.row, 'person', 'import.is-person') : null;
      return el('li', {}, [el('span', {}, [el('strong', {}, demo.say('import.at.row', { row: one.row }) + ': '), demo.say('import.kind.' + one.kind) + (one.text ? ' – ' + one.text : '') + checked + ' ']), other]);
    }, false);
  };

  /** `change(encoding or null)`. */
  demo.buildConversion = function (conversion, on, change) {
    if (!conversion) return null;
    var box = el('input', { type: 'checkbox', id: 'convert', checked: on, onchange: function () { change(box.checked ? conversion.encoding : null); } });
    return el('div', { class: 'convert' }, [
      el('p', {}, el('strong', {}, demo.say('import.convert.title', { n: conversion.cells, name: conversion.encoding === 'vni' ? 'VNI' : 'TCVN3 (.VnTime)' }))),
      el('table', { class: 'preview' }, [
        el('thead', {}, el('tr', {}, ['cell', 'before', 'after'].map(function (key) { return el('th', { scope: 'col' }, demo.say('import.convert.' + key)); }))),
        el('tbody', {}, conversion.samples.map(function (one) { return el('tr', {}, [el('td', {}, one.column + one.row), el('td', {}, one.before), el('td', {}, one.after)]); }))
      ]),
      el('label', { class: 'option', for: 'convert' }, [box, el('span', {}, demo.say('import.convert.do'))])
    ]);
  };

  /** Words in the column of grades: `words` what was chosen so far; `change(word, meaning or null)`. */
  demo.buildWords = function (roster, words, grades, reasons, change) {
    var list = roster.unknownWords.map(function (one) { return one.word; });
    Object.keys(words).forEach(function (word) { if (list.indexOf(word) < 0) list.push(word); });
    if (!list.length) return null;
    return el('fieldset', { class: 'words' }, [el('legend', {}, demo.say('import.words', { n: list.length }))].concat(list.slice(0, MOST).map(function (word, at) {
      var select = el('select', { class: 'field choice', id: 'word-' + at, 'data-word': word, onchange: function () { change(word, select.value || null); } },
        [el('option', { value: '' }, demo.say('import.word.none'))].concat(grades.concat(reasons).map(function (one) { return el('option', { value: one.id }, one.label); })));
      select.value = words[word] || '';
      return el('div', { class: 'word' }, [el('label', { for: 'word-' + at }, '“' + word + '”'), select]);
    })));
  };
})();
