/* Opening a roster: a file chosen or dropped, or cells pasted; then the mapping step, what to know, and on to the walk. Only in this page's memory. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, byId = demo.byId;
  var input = null;          /* what is being read: { content, name, sheet, sheets, many } */
  var parts = [];            /* what was read, a sheet each: { reading, roster, on } */
  var looked = null;         /* the one whose columns are shown */
  var choices = none(), off = none();   /* by sheet: what people chose; which they leave out */
  var excel = null;
  var stop = null, engine = null, use = null;

  function none() { return Object.create(null); }

  function grades() {
    return engine.rulebook.subjects.filter(function (one) { return one.id === 'member'; })[0].grades;
  }

  function show(part) {
    ['import-start', 'import-progress', 'import-check'].forEach(function (id) { demo.show(byId(id), id === part); });
    demo.attr(document.body, 'data-import', part.slice(7));
  }

  function say(error) {
    var box = demo.empty(byId('import-error'));
    if (error) box.appendChild(el('p', {}, [demo.icon('error'), ' ' + error.message]));
    demo.show(box, Boolean(error));
  }

  function progress(told) {
    var bar = byId('import-bar'), percent = Math.round(told.done * 100);
    if (bar.value !== percent) bar.value = percent;
    demo.text(byId('import-phase'), demo.say('import.phase.' + told.phase) + ' ' + percent + '%');
  }

  /** One job at a time: a new one stops the one before. */
  function controller() {
    if (stop) stop.abort();
    stop = typeof AbortController === 'undefined' ? { signal: undefined, abort: function () {} } : new AbortController();
    return stop;
  }

  function failed(mine) {
    return function (error) {
      if (mine !== stop || (error && error.name === 'AbortError')) return;
      show(looked ? 'import-check' : 'import-start');
      say(error);
    };
  }

  function read(next) {
    var mine = controller();
    input = next;
    say(null);
    show('import-progress');
    progress({ phase: 'open', done: 0 });
    demo.excel().then(function (loaded) {
      excel = loaded;
      var options = { rulebook: engine.rulebook, locale: demo.locale, signal: mine.signal, onProgress: function (told) { if (mine === stop) progress(told); } };
      if (input.many && input.sheets) options.sheets = input.sheets;
      if (input.many) return excel.readRosters(input.content, options);
      options.sheet = input.sheet;
      return excel.readRoster(input.content, options).then(function (one) { return [one]; });
    }).then(function (readings) {
      if (mine !== stop) return null;
      parts = readings.map(function (one) { return { reading: one, roster: null, on: !off[one.sheet] }; });
      looked = parts[0];
      return count(parts, true);
    }).catch(failed(mine));
  }

  function chosen(part) { return choices[part.reading.sheet] || {}; }

  /** Sheets under what people chose, one after the other. `anew`: everything is drawn; else the choices stay, with their focus. */
  function count(which, anew) {
    var mine = controller();
    return which.reduce(function (before, part) {
      return before.then(function () {
        return part.reading.roster(chosen(part), { signal: mine.signal });
      }).then(function (made) { part.roster = made; });
    }, Promise.resolve()).then(function () {
      if (mine !== stop) return;
      if (anew) drawChoices();
      drawResult();
      show('import-check');
      if (anew) byId('import-title').focus();
    }).catch(failed(mine));
  }

  /** The roster of all sheets that are taken; null when none is. */
  function whole() {
    var on = parts.filter(function (part) { return part.on; });
    if (!on.length) return null;
    return parts.length === 1 ? on[0].roster : excel.joinRosters(on.map(function (part) { return { sheet: part.reading.sheet, roster: part.roster }; }), { top: demo.say('import.top') });
  }

  function change(name, value) {
    choices[looked.reading.sheet] = Object.assign({}, chosen(looked));
    choices[looked.reading.sheet][name] = value;
    count([looked], false);
  }
  function changeIn(name, key, value) {
    var next = Object.assign({}, chosen(looked)[name]);
    if (value === null) delete next[key];
    else next[key] = value;
    change(name, next);
  }

  /** A sheet that was read is counted or not; one that was not is read with the others. */
  function take(sheet, taken) {
    var part = parts.filter(function (one) { return one.reading.sheet === sheet; })[0];
    if (part) {
      part.on = taken;
      off[sheet] = !taken;
      drawResult();
    } else read({ content: input.content, name: input.name, many: true, sheets: parts.map(function (one) { return one.reading.sheet; }).concat(sheet) });
  }

  function look(part) {
    looked = part;
    drawChoices();
    drawResult();
    byId('look-' + parts.indexOf(part)).focus();
  }

  function drawChoices() {
    demo.text(byId('import-title'), demo.say('import.check.title', { name: input.name }));
    var reading = looked.reading, changed = chosen(looked), sheets = demo.empty(byId('import-sheets'));
    demo.buildSheets({ many: Boolean(input.many), parts: parts, looked: looked }, {
      pick: function (sheet) { read({ content: input.content, name: input.name, sheet: sheet === null ? undefined : sheet, many: sheet === null }); },
      take: take, look: look
    }).forEach(function (node) { sheets.appendChild(node); });
    var mapping = Object.assign({}, reading.mapping, changed);
    demo.empty(byId('import-columns')).appendChild(demo.buildColumns(reading, mapping, grades(), function (roles) { change('roles', roles); }));
    var conversion = demo.empty(byId('import-convert'));
    var offer = demo.buildConversion(reading.needsConversion, Boolean(mapping.convert), function (encoding) { change('convert', encoding); });
    if (offer) conversion.appendChild(offer);
  }

  /** What stands in these lists is drawn anew each time; an open list stays open, and a choice keeps the focus. */
  function keep(place, nodes) {
    var open = {}, focused = document.activeElement, id = focused && place.contains(focused) ? focused.id : '';
    [].forEach.call(place.querySelectorAll('details'), function (one) { open[one.getAttribute('data-list')] = one.open; });
    demo.empty(place);
    nodes.forEach(function (node) {
      if (!node) return;
      var name = node.getAttribute('data-list');
      if (name && name in open) node.open = open[name];
      place.appendChild(node);
    });
    if (id && byId(id)) byId(id).focus();
    else if (focused && !document.contains(focused)) byId('import-summary').focus();
  }

  function drawResult() {
    var number = function (value) { return engine.formatNumber(value); };
    var all = whole(), roster = looked.roster, reading = looked.reading, changed = chosen(looked);
    parts.forEach(function (part) {
      [['people', part.roster.names.length], ['aside', part.roster.setAside.length]].forEach(function (one) {
        [].forEach.call(document.querySelectorAll('[data-' + one[0] + ']'), function (cell) { if (cell.getAttribute('data-' + one[0]) === part.reading.sheet) demo.text(cell, demo.say('import.sheets.n.' + one[0], { n: number(one[1]) })); });
      });
    });
    demo.text(byId('import-summary'), all ? demo.say('import.summary', { people: number(all.names.length), units: number(all.units.length), aside: number(all.setAside.length) }) : demo.say('import.sheets.none'));
    keep(byId('import-lists'), [
      demo.buildWords(roster, changed.words || {}, grades(), engine.rulebook.exclusions, function (word, meaning) { changeIn('words', word, meaning); }),
      demo.buildProblems(reading.problems.concat(roster.problems)),
      demo.buildAside(roster, changed.rows || {}, function (row, kind) { changeIn('rows', row, kind); })
    ]);
    byId('import-use').disabled = !all || !all.names.length;
  }

  function open(content, name) {
    choices = none();
    off = none();
    looked = null;
    read({ content: content, name: name });
  }

  function openFiles(files) {
    if (files && files.length) open(files[0], files[0].name);
  }

  function close() {
    controller().abort();
    looked = null;
    input = null;
    say(null);
    byId('import-file').value = '';
    byId('import-text').value = '';
    show('import-start');
  }

  /** The room is on the page: what people do in it is heard. */
  demo.mountImport = function () {
    byId('import-file').addEventListener('change', function (event) { openFiles(event.target.files); });
    byId('import-text').addEventListener('paste', function (event) {
      var data = event.clipboardData;
      if (!data) return;
      event.preventDefault();
      open({ html: data.getData('text/html'), text: data.getData('text/plain') }, demo.say('import.pasted'));
    });
    byId('import-read').addEventListener('click', function () {
      if (byId('import-text').value.trim()) open(byId('import-text').value, demo.say('import.pasted'));
    });
    byId('import-stop').addEventListener('click', function () {
      close();
      byId('import-file').focus();
      demo.announce(demo.say('import.stopped'));
    });
    byId('import-cancel').addEventListener('click', function () {
      close();
      byId('import-file').focus();
    });
    byId('import-use').addEventListener('click', function () {
      use(demo.buildImported(whole()), input.name);
      close();
    });
    ['dragenter', 'dragover', 'dragleave', 'drop'].forEach(function (name) {
      byId('import').addEventListener(name, function (event) {
        var files = event.dataTransfer && [].indexOf.call(event.dataTransfer.types || [], 'Files') >= 0;
        if (!files) return;
        event.preventDefault();
        demo.attr(byId('import'), 'data-over', name === 'dragenter' || name === 'dragover' ? '' : null);
        if (name === 'drop') openFiles(event.dataTransfer.files);
      });
    });
  };

  /** The room is taken down: what was being read is given up. */
  demo.leaveImport = function () {
    controller().abort();
    looked = null;
    input = null;
    demo.attr(document.body, 'data-import', null);
  };

  /** Ready to open; `use(province, name)` takes what was read. In another language it is read again, and what was chosen stays. */
  demo.startImport = function (made, take) {
    var again = engine && engine !== made && input && looked;
    engine = made;
    use = take;
    if (again) read(input);
    else if (!input) show('import-start');
  };
})();
