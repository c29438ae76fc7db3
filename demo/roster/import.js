/* Opening a roster: a file chosen or dropped, or cells pasted; then the mapping step, what to know, and on to the walk. Only in this page's memory. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, byId = demo.byId;
  var input = null;          /* what is being read: { content, name, sheet } */
  var reading = null, roster = null, changed = {};
  var stop = null, engine = null, use = null;

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
      show(reading ? 'import-check' : 'import-start');
      say(error);
    };
  }

  function read(next) {
    var mine = controller();
    input = next;
    say(null);
    show('import-progress');
    progress({ phase: 'open', done: 0 });
    demo.excel().then(function (excel) {
      return excel.readRoster(input.content, { rulebook: engine.rulebook, locale: demo.locale, sheet: input.sheet, signal: mine.signal, onProgress: function (told) { if (mine === stop) progress(told); } });
    }).then(function (read) {
      if (mine !== stop) return null;
      reading = read;
      return count(true);
    }).catch(failed(mine));
  }

  /** The roster under what people chose. `anew`: everything is drawn; else the choices stay, with their focus. */
  function count(anew) {
    var mine = controller();
    return reading.roster(changed, { signal: mine.signal }).then(function (made) {
      if (mine !== stop) return;
      roster = made;
      if (anew) drawChoices();
      drawResult();
      show('import-check');
      if (anew) byId('import-title').focus();
    }).catch(failed(mine));
  }

  function change(name, value) {
    changed[name] = value;
    count(false);
  }
  function changeIn(name, key, value) {
    var next = {};
    Object.keys(changed[name] || {}).forEach(function (one) { next[one] = changed[name][one]; });
    if (value === null) delete next[key];
    else next[key] = value;
    change(name, next);
  }

  function drawChoices() {
    demo.text(byId('import-title'), demo.say('import.check.title', { name: input.name }));
    var sheets = demo.empty(byId('import-sheets'));
    if (reading.sheets.length > 1) {
      var select = el('select', { class: 'field choice', id: 'import-sheet', onchange: function () {
        changed = {};
        read({ content: input.content, name: input.name, sheet: select.value });
      } }, reading.sheets.map(function (one) { return el('option', { value: one.name }, one.name); }));
      select.value = reading.sheet;
      sheets.appendChild(el('label', { for: 'import-sheet' }, demo.say('import.sheet')));
      sheets.appendChild(select);
    }
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
    demo.text(byId('import-summary'), demo.say('import.summary', { people: number(roster.names.length), units: number(roster.units.length), aside: number(roster.setAside.length) }));
    keep(byId('import-lists'), [
      demo.buildWords(roster, changed.words || {}, grades(), engine.rulebook.exclusions, function (word, meaning) { changeIn('words', word, meaning); }),
      demo.buildProblems(reading.problems.concat(roster.problems)),
      demo.buildAside(roster, changed.rows || {}, function (row, kind) { changeIn('rows', row, kind); })
    ]);
    byId('import-use').disabled = !roster.names.length;
  }

  function open(content, name) {
    changed = {};
    reading = null;
    read({ content: content, name: name });
  }

  function openFiles(files) {
    if (files && files.length) open(files[0], files[0].name);
  }

  function close() {
    controller().abort();
    reading = null;
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
      use(demo.buildImported(roster), input.name);
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
    reading = null;
    input = null;
    demo.attr(document.body, 'data-import', null);
  };

  /** Ready to open; `use(province, name)` takes what was read. In another language it is read again, and what was chosen stays. */
  demo.startImport = function (made, take) {
    var again = engine && engine !== made && input && reading;
    engine = made;
    use = take;
    if (again) read(input);
    else if (!input) show('import-start');
  };
})();
