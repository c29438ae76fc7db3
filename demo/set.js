/* One set of figures: where it comes from, what to look at, its sections, and the way back to the original. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;

  function printed(set) {
    var state = {};
    set.sections.forEach(function (section) {
      var one = state[section.id] = { counts: {}, stated: {} };
      section.rows.forEach(function (row) {
        one.counts[row.id] = row.count;
        if (row.stated) one.stated[row.id] = row.stated;
      });
    });
    return state;
  }
  demo.printedState = printed;

  var PRINTED = '.in'; /* ends the name of a percentage printed beside a count, in a link */

  /** What differs from the original, by name: `dang-vien.xs` a count, `dang-vien.xs.in` a printed percentage. */
  demo.editsOf = function (set, state) {
    var original = printed(set), edits = {};
    set.sections.forEach(function (section) {
      ['counts', 'stated'].forEach(function (kind) {
        Object.keys(original[section.id][kind]).forEach(function (row) {
          var now = state[section.id][kind][row];
          if (String(now).trim() !== original[section.id][kind][row]) edits[section.id + '.' + row + (kind === 'stated' ? PRINTED : '')] = now;
        });
      });
    });
    return edits;
  };
  /** Everything that stands in the fields, by the same names. */
  demo.textsOf = function (set, state) {
    var texts = {};
    set.sections.forEach(function (section) {
      ['counts', 'stated'].forEach(function (kind) {
        Object.keys(state[section.id][kind]).forEach(function (row) { texts[section.id + '.' + row + (kind === 'stated' ? PRINTED : '')] = String(state[section.id][kind][row]); });
      });
    });
    return texts;
  };
  /** The same, laid over the original; names of nothing are passed over. */
  demo.applyEdits = function (set, state, edits) {
    set.sections.forEach(function (section) {
      ['counts', 'stated'].forEach(function (kind) {
        Object.keys(state[section.id][kind]).forEach(function (row) {
          var text = edits[section.id + '.' + row + (kind === 'stated' ? PRINTED : '')];
          if (text !== undefined) state[section.id][kind][row] = text;
        });
      });
    });
  };

  function copyInto(target, source) {
    Object.keys(source).forEach(function (section) {
      ['counts', 'stated'].forEach(function (kind) {
        Object.keys(source[section][kind]).forEach(function (row) { target[section][kind][row] = source[section][kind][row]; });
      });
    });
  }

  /** `state` lives as long as the page: language and tabs rebuild the panel around it. */
  demo.buildSet = function (set, state, engine, rebuild) {
    var undo = null;
    var status = el('span', { class: 'set-status', 'data-edits': 0 });
    var restore = el('button', { type: 'button', class: 'button small', 'data-restore': set.id, onclick: function () {
      if (undo) copyInto(state, undo);
      var before = undo ? null : JSON.parse(JSON.stringify(state));
      if (!undo) copyInto(state, printed(set));
      rebuild(before, '[data-restore]');
    } }, demo.say('set.restore'));
    var clear = el('button', { type: 'button', class: 'button small', 'data-clear': set.id, onclick: function () {
      var before = JSON.parse(JSON.stringify(state)), nothing = {};
      Object.keys(demo.textsOf(set, state)).forEach(function (name) { nothing[name] = ''; });
      demo.applyEdits(set, state, nothing);
      rebuild(before, '.cell-count .field');
    } }, demo.say('set.clear'));
    var sections = set.sections.map(function (section) { return demo.buildSection(set, section, state[section.id], engine, onEdit); });

    function showStatus() {
      var n = Object.keys(demo.editsOf(set, state)).length, texts = demo.textsOf(set, state);
      demo.attr(status, 'data-edits', n);
      demo.text(status, n ? demo.say('set.edited', { n: n }) : demo.say(set.invented ? 'set.untouched.invented' : 'set.untouched'));
      demo.text(restore, demo.say(undo ? 'set.undo' : 'set.restore'));
      demo.show(restore, n > 0 || undo !== null);
      demo.show(clear, Object.keys(texts).some(function (name) { return texts[name] !== ''; }));
    }
    function onEdit() { undo = null; showStatus(); }

    var nav = el('nav', { class: 'section-nav', 'aria-label': demo.say('set.sections') }, el('ul', {}, sections.map(function (section, index) {
      return el('li', {}, el('a', { href: '#' + section.title.id, onclick: function (event) {
          event.preventDefault();
          section.title.focus();
          if (section.title.scrollIntoView) section.title.scrollIntoView();
        } }, demo.pick(set.sections[index].title)));
      })));
    /* The title up to its colon: which instruments, without what they are about. */
    var law = engine.rulebook.title.split(':')[0];
    var node = el('div', { class: 'set', 'data-set': set.id }, [
      el('header', { class: 'set-head' }, [
        el('div', { class: 'set-name' }, [
          el('h2', { class: 'set-title' }, demo.say('set.title', { name: demo.pick(set.name), year: set.year })),
          set.invented ? el('p', { class: 'invented' }, [demo.icon('info'), demo.say('set.invented')]) : null,
          el('p', { class: 'set-source' }, [demo.say('set.law', { title: law, date: demo.date(set.asOf) }) + ' ', demo.pick(set.source)])
        ]),
        el('div', { class: 'set-look' }, [el('strong', {}, demo.say('set.look') + '. '), demo.pick(set.look)])
      ]),
      el('div', { class: 'set-bar' }, [nav, el('div', { class: 'set-tools' }, [status, restore, clear, el('button', { type: 'button', class: 'button small', 'data-print': '', onclick: function () { window.print(); } }, demo.say('set.print'))])]),
      el('div', { class: 'sheets' }, sections.map(function (section) { return section.node; }))
    ]);
    return {
      node: node,
      /** Runs every section; returns where the results came from. `before`: what a restore can be undone to. */
      start: function (before) {
        undo = before || null;
        showStatus();
        return sections.map(function (section) { return section.run(); }).filter(Boolean)[0] || null;
      }
    };
  };
})();
