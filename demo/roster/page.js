/* The room of the roster: the place says which unit is shown, the radio buttons which reading is enforced, and a
   changed grade rolls the whole roster up again. In memory only. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, byId = demo.byId;
  var AS_OF = '2025-12-31', SUBJECT = 'member', QUOTA = 'member-htxsnv';
  var province = null, edits = null, byCode = Object.create(null), opened = '';
  var engine = null, reading = null, read = null;
  var view = null;           /* what is drawn: { unit, why, members, way } */
  var turn = 0, here = false, wanted = '', brought = null;  /* wanted: the unit one came for, until the province is there */

  function subject() {
    return engine.rulebook.subjects.filter(function (one) { return one.id === SUBJECT; })[0];
  }
  function grades() {
    return subject().grades.filter(function (grade) { return grade.within === null; });
  }

  function build() {
    if (province) return;
    walk(sample(engine), '');
  }
  /** The invented province, as it always is. */
  function sample(engine) {
    return demo.buildProvince(engine.rulebook.subjects.filter(function (one) { return one.id === SUBJECT; })[0].grades.map(function (grade) { return grade.id; }), engine.rulebook.exclusions.length);
  }

  /** Takes a roster to walk; `name`: of the one that was opened. */
  function walk(next, name) {
    province = next;
    opened = name;
    edits = demo.buildEdits(province.columns.grade);
    byCode = Object.create(null);
    province.units.forEach(function (unit) { byCode[unit.code] = unit; });
    view = null;
  }
  /** From its top, where reading goes on. */
  function begin(next, name) {
    walk(next, name);
    draw(province.units[0]);
    byId('unit-title').focus();
    demo.announce(demo.say('import.opened', { n: read.number(province.columns.unit.length) }));
  }

  /** Rolls everything up; the units asked for come back in full. */
  function roll(units) {
    var columns = province.columns;
    return engine.rollUp({
      subject: SUBJECT, parents: province.parents, unit: columns.unit, grade: columns.grade, exclusion: columns.exclusion,
      show: units.map(function (unit) { return unit.at; })
    });
  }

  /** The unit of a place; a place that names none leaves the room where it is. */
  function unitOf(code) {
    return byCode[code] || (code && view ? view.unit : province.units[0]);
  }

  function drawWhich() {
    demo.text(byId('which'), demo.say(province.own ? 'import.own' : 'roster.invented'));
    demo.text(byId('which-text'), demo.say(province.own ? 'import.own.text' : 'roster.invented.text', { name: opened }));
    demo.show(byId('sample'), province.own);
  }

  function drawTools() {
    var changed = edits.changed();
    demo.text(byId('status'), changed ? demo.say('roster.edited', { n: read.number(changed) }) : demo.say(province.own ? 'import.untouched' : 'roster.untouched'));
    demo.text(byId('restore'), demo.say(province.own ? 'import.restore' : 'roster.restore'));
    byId('undo').disabled = !edits.steps();
    byId('restore').disabled = !changed;
  }

  function drawHead(unit) {
    demo.text(byId('unit-title'), demo.unitName(unit));
    demo.text(byId('unit-summary'), demo.say('roster.summary', {
      rated: read.number(read.rated(unit.at)), used: read.number(read.count(unit.at, read.quota.grade)), limit: read.number(read.limit(unit.at))
    }));
    demo.empty(byId('unit-state')).appendChild(read.badge(unit.at));
    demo.text(byId('unit-split'), read.split(unit.at));
    var way = demo.wayTo(unit, province);
    demo.empty(byId('way'));
    if (way.length > 1) byId('way').appendChild(demo.buildWay(way, read));
  }

  function groupsOf(unit) {
    function below(one) { return one.below.map(function (at) { return province.units[at]; }); }
    var flat = unit.below.every(function (at) { return !province.units[at].below.length; });
    if (unit.above >= 0 || flat) return [{ unit: null, below: below(unit) }];
    return below(unit).map(function (one) { return { unit: one, below: below(one) }; });
  }

  /** Links to the sections of the unit. They move the focus and leave the fragment alone: it names the unit. */
  function buildSections() {
    var titles = [].slice.call(byId('unit-body').querySelectorAll('.section-title'));
    demo.empty(byId('sections')).appendChild(el('ul', {}, titles.map(function (title) {
      title.tabIndex = -1;
      return el('li', {}, el('a', { href: '#' + title.id, onclick: function (event) {
        event.preventDefault();
        title.focus();
        title.scrollIntoView();
      } }, title.textContent));
    })));
  }

  /** Draws the unit from nothing. */
  function draw(unit) {
    var rolled = roll([unit]), body = demo.empty(byId('unit-body'));
    read = demo.readRollUp(rolled, engine);
    view = { unit: unit, why: demo.buildWhy(unit, province, read, rolled.shown[0]), members: null };
    demo.empty(byId('trail')).appendChild(demo.buildTrail(demo.wayTo(unit, province)));
    demo.show(byId('trail'), unit.above >= 0);
    drawWhich();
    drawHead(unit);
    drawTools();
    if (unit.below.length) {
      body.appendChild(demo.buildMap(groupsOf(unit), read));
      body.appendChild(demo.buildUnits(unit, province, read, grades(), function (one) { return roll([one]).shown[0]; }));
    }
    if (province.rowsOf(unit).length) {
      view.members = demo.buildMembers(unit, province, grades(), engine.rulebook.exclusions, change);
      body.appendChild(view.members.node);
    }
    body.appendChild(demo.buildSummary(unit, province, engine, function () { return roll([]); }));
    body.appendChild(el('section', { class: 'sheet why-sheet', 'aria-labelledby': 'why-title' }, [
      el('h3', { class: 'section-title', id: 'why-title' }, demo.say('roster.why.title')), view.why.node
    ]));
    buildSections();
    demo.describe(engine, rolled.provenance);
    document.title = demo.unitName(unit) + ' – xeploai';
    demo.stands(unit.code);
    demo.attr(document.body, 'data-shown', unit.code);
    demo.attr(document.body, 'data-summary', null);
    demo.attr(document.body, 'data-reading', enforced());
  }

  /** What changed, on what is drawn already: the list keeps focus and place. */
  function refresh() {
    if (!view.members || view.unit.below.length) {
      draw(view.unit);
      return;
    }
    var rolled = roll([view.unit]);
    read = demo.readRollUp(rolled, engine);
    view.members.update();
    view.why.update(read, rolled.shown[0]);
    drawHead(view.unit);
    drawTools();
  }

  /** The unit that changed, and those above it that turned. */
  function tell(unit, before, first) {
    var said = demo.wayTo(unit, province).reverse().filter(function (one, at) {
      return at === 0 || before.shade(one.at) === 'over' !== (read.shade(one.at) === 'over');
    });
    demo.announce([first].concat(said.map(function (one) {
      return demo.say('roster.said', { unit: demo.unitName(one), left: read.leftText(one.at).toLowerCase() });
    })).filter(Boolean).join(' '));
  }

  var settle = demo.oncePerFrame(function () {
    if (!here) return;
    var before = read, unit = view.unit;
    refresh();
    tell(unit, before, '');
  });
  function change(row, grade) {
    demo.hush();
    edits.set(row, grade);
    settle();
  }

  function takeBack() {
    var rows = edits.undo(), before = read;
    refresh();
    if (rows.length === 1) {
      var unit = province.units[province.columns.unit[rows[0].row]];
      tell(unit, before, demo.say('roster.undone', { name: province.person(rows[0].row), unit: demo.unitName(unit) }));
    } else demo.announce(demo.say('roster.undone.many', { n: read.number(rows.length) }));
    keepFocus('undo');
  }
  function restore() {
    var rows = edits.restore();
    refresh();
    demo.announce(demo.say('roster.restored', { n: read.number(rows.length) }));
    keepFocus('restore');
  }
  /** A button that has nothing more to do hands the focus on. */
  function keepFocus(id) {
    var next = ['undo', 'restore'].sort(function (one) { return one === id ? -1 : 1; }).filter(function (one) { return !byId(one).disabled; })[0];
    (next ? byId(next) : byId('unit-title')).focus();
  }

  function buildReadings() {
    var quota = engine.rulebook.quotas.filter(function (one) { return one.id === QUOTA; })[0];
    var box = demo.empty(byId('readings'));
    quota.readings.filter(function (one) { return one.fromText; }).forEach(function (one) {
      var radio = el('input', { type: 'radio', name: 'reading', value: one.id, checked: one.id === (reading || quota.enforced), onchange: function () {
        reading = one.id;
        start(false);
      } });
      box.appendChild(el('label', { class: 'option' }, [radio, el('span', {}, demo.readingName(one))]));
    });
    demo.text(byId('as-of'), demo.say('roster.as-of', { title: engine.rulebook.title.split(':')[0] }));
  }

  /** Makes the engine of this language and reading, the province the first time, and draws. */
  function start(anew) {
    if (!here) return;
    var mine = turn += 1;
    var readings = {};
    if (reading) readings[QUOTA] = reading;
    demo.engineFor(AS_OF, readings).then(function (made) {
      if (mine !== turn) return;
      engine = made;
      demo.rosterGrades = grades().map(function (grade) { return grade.id; });
      build();
      bring();
      if (anew) buildReadings();
      draw(view ? view.unit : unitOf(wanted));
      demo.startImport(engine, begin);
      demo.show(byId('loading'), false);
      demo.show(byId('room-roster'), true);
      demo.attr(document.body, 'data-ready', 'true');
      demo.attr(document.body, 'data-locale', demo.locale);
    }).catch(demo.stop);
  }

  /** Lays the grades of a link over the sample (not over a roster of one's own, `own`); whether there were any. */
  function bring() {
    var changes = demo.changesIn((!province.own && brought && brought.roster !== 'own' && brought) || {}, province.columns, demo.rosterGrades);
    changes.forEach(function (one) { edits.set(one.row, one.grade); });
    brought = null;
    return changes.length > 0;
  }

  function enforced() {
    return read.quota.readings.filter(function (one) { return one.enforced; })[0].id;
  }
  /** The roster that was opened, without what was changed since; null when none is. */
  function asItCame() {
    if (!province || !province.own) return null;
    var columns = province.columns;
    return { own: true, units: province.units, parents: province.parents, columns: { unit: columns.unit, grade: edits.original(), exclusion: columns.exclusion } };
  }

  function go(unit) {
    if (unit === view.unit) return;
    demo.hush();
    draw(unit);
    byId('unit-title').focus();
    window.scrollTo(0, 0);
  }

  demo.addRoom('danh-sach', {
    mount: function (place, figures) {
      here = true;
      brought = figures;
      wanted = place;
      if (province && place) view = { unit: unitOf(place), why: null, members: null };
      byId('undo').addEventListener('click', takeBack);
      byId('restore').addEventListener('click', restore);
      byId('print').addEventListener('click', function () { window.print(); });
      byId('sample').addEventListener('click', function () { begin(sample(engine), ''); });
      demo.mountImport();
    },
    move: function (place, figures) {
      brought = figures;
      if (!province) return;
      var unit = unitOf(place), changed = bring();
      if (unit === view.unit && changed) draw(unit);
      else go(unit);
    },
    /* By row and grade, as many as a link can carry. */
    figures: function () {
      var ids = demo.rosterGrades || [], figures = {};
      if (edits && !province.own) edits.list().slice(0, 300).forEach(function (one) { figures[one.row] = ids[one.grade] || 'none'; });
      return figures;
    },
    record: function () {
      return demo.recordRoster({ province: province, unit: view.unit, engine: engine, reading: enforced(), changes: edits.list(), file: opened }, demo.rosterGrades);
    },
    again: function (place, inputs) {
      var readings = {};
      if (inputs.reading) readings[QUOTA] = inputs.reading;
      return demo.engineFor(AS_OF, readings).then(function (made) {
        var grades = made.rulebook.subjects.filter(function (one) { return one.id === SUBJECT; })[0].grades.filter(function (one) { return one.within === null; }).map(function (one) { return one.id; });
        return demo.rosterAgain(place, inputs, inputs.roster === 'own' ? asItCame() : sample(made), grades, made);
      });
    },
    relabel: function () { demo.newAnnouncer(); },
    /* The page is painted first: 62.000 members take a moment. */
    show: function () {
      demo.show(byId('loading'), !province);
      window.requestAnimationFrame(function () { window.setTimeout(function () { start(true); }, 0); });
    },
    unmount: function () {
      here = false;
      turn += 1;
      demo.leaveImport();
    }
  });
})();
