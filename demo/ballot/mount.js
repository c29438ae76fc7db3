/* Votes, tasks and goals in a place of the page: `xeploaiBallot.mount(root, engine, language)` draws them and returns what takes
   them down. It needs nothing but this folder and an engine; what was typed stays in memory. Text only, never HTML. */
(function () {
  'use strict';
  var home = window.xeploaiBallot;
  var BALLOTS = ['summoned', 'present', 'issued', 'returned', 'valid', 'invalid'];
  var BASES = BALLOTS.slice(0, 5);
  var PEOPLE = [
    { id: 'p1', label: 'Nguyễn Văn Mẫu', votes: ['5', '10', '2', '0'] },
    { id: 'p2', label: 'Trần Thị Thử', votes: ['1', '9', '5', '1'] },
    { id: 'p3', label: 'Lê Văn Giả Định', votes: ['7', '7', '2', '1'] }
  ];
  var typed = {
    base: 'valid',
    ballots: { summoned: '20', present: '18', issued: '18', returned: '18', valid: '17', invalid: '01' },
    votes: PEOPLE.map(function (one) { return one.votes.slice(); }),
    tasks: { assigned: '47', done: '47', late: '03', exceeded: '15' },
    goals: [
      { id: 'profession', vi: 'Chuyên môn từ trung cấp trở lên', en: 'Professional training, intermediate or higher', atLeast: '70%', count: '6.000', of: '9.120' },
      { id: 'theory', vi: 'Lý luận chính trị từ sơ cấp trở lên', en: 'Political theory, elementary or higher', atLeast: '85%', count: '7.752', of: '9.120' },
      { id: 'meetings', vi: 'Sinh hoạt chi bộ cả năm xếp loại Tốt', en: 'Branch meetings of the year rated Good', atLeast: '80%', count: '2.539', of: '3.174' }
    ]
  };
  var made = 0;

  function el(name, attributes, children) {
    var node = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      var value = attributes[key];
      if (typeof value === 'function') node.addEventListener(key, value);
      else if (value !== null && value !== undefined && value !== false) node.setAttribute(key, value === true ? '' : String(value));
    });
    [].concat(children === undefined ? [] : children).forEach(function (child) {
      if (child !== null && child !== undefined) node.appendChild(typeof child === 'object' ? child : document.createTextNode(String(child)));
    });
    return node;
  }
  function empty(node) { while (node.firstChild) node.removeChild(node.firstChild); return node; }
  function write(node, text) { if (node.textContent !== text) node.textContent = text; }

  home.mount = function (root, engine, language) {
    var words = home.words[language] || home.words.vi, prefix = 'ballot' + (made += 1) + '-';
    function say(key, values) {
      return (words[key] || key).replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
    }
    function field(id, label, get, set, update, hidden) {
      var input = el('input', { id: prefix + id, class: 'vt-field', type: 'text', inputmode: 'numeric', autocomplete: 'off', spellcheck: 'false', 'aria-label': hidden ? label : null,
        input: function () { set(input.value); update(); } });
      input.value = get();
      return { input: input, node: hidden ? input : el('div', { class: 'vt-labelled' }, [el('label', { 'for': input.id }, label), input]) };
    }
    function section(id, children) {
      return el('section', { class: 'vt-part', 'aria-labelledby': prefix + id }, [el('h3', { id: prefix + id, class: 'vt-title' }, say(id)), el('p', { class: 'vt-lead' }, say(id + '.lead'))].concat(children));
    }
    function table(heads, rows, caption) {
      return el('div', { class: 'vt-scroll', tabindex: '0', role: 'group', 'aria-label': caption }, el('table', { class: 'vt-table' }, [
        el('thead', {}, el('tr', {}, heads.map(function (head) { return el('th', { scope: 'col' }, head); }))), el('tbody', {}, rows)]));
    }
    /* Findings, each with a way to its field; a field with an error says so itself. */
    function findings(box, list, fields) {
      Object.keys(fields).forEach(function (id) {
        var wrong = list.some(function (one) { return one.severity === 'error' && placeOf(one, fields) === id; });
        if (wrong) fields[id].setAttribute('aria-invalid', 'true'); else fields[id].removeAttribute('aria-invalid');
      });
      empty(box);
      if (!list.length) { box.appendChild(el('p', { class: 'vt-fine' }, '✓ ' + say('fine'))); return; }
      box.appendChild(el('h4', { class: 'vt-small' }, say('findings')));
      box.appendChild(el('ul', { class: 'vt-findings' }, list.map(function (one) {
        var place = placeOf(one, fields), target = fields[place];
        return el('li', { class: 'vt-' + one.severity }, [one.message, one.help ? el('span', { class: 'vt-help' }, one.help) : null,
          target ? el('a', { href: '#' + target.id, click: function (event) { event.preventDefault(); target.focus(); } }, say('to')) : null]);
      })));
    }
    /* The nearest field of a path: all of it, or a beginning. */
    function placeOf(found, fields) {
      for (var end = found.path.length; end > 0; end -= 1) {
        var id = found.path.slice(0, end).join('.');
        if (fields[id]) return id;
      }
      return '';
    }

    function votes() {
      var rule = engine.rulebook.ballots.filter(function (one) { return one.id === 'member-grade'; })[0];
      var options = rule ? rule.options : engine.rulebook.subjects.filter(function (one) { return one.id === 'member'; })[0].grades;
      var fields = {}, shares = [], results = [], box = el('div', { class: 'vt-found' });
      function ask() {
        var input = { items: PEOPLE.map(function (one) { return { id: one.id, label: one.label }; }), base: typed.base, groups: [{ ballots: typed.ballots, votes: {} }] };
        PEOPLE.forEach(function (one, row) {
          var cells = input.groups[0].votes[one.id] = {};
          options.forEach(function (option, at) { cells[option.id] = typed.votes[row][at]; });
        });
        if (rule) input.ballot = rule.id; else input.subject = 'member';
        return engine.ballot(input);
      }
      function update() {
        var report = ask();
        report.items.forEach(function (item, row) {
          item.options.forEach(function (option, at) { write(shares[row][at], option.shareText || '–'); });
          var names = item.options.filter(function (option) { return item.most.indexOf(option.id) >= 0; }).map(function (option) { return option.label; });
          write(results[row], !names.length ? say('none') : (names.length > 1 ? say('tie') + ': ' : '') + names.join(', '));
        });
        findings(box, report.diagnostics, fields);
      }
      var counts = BALLOTS.map(function (id) {
        var one = field('b-' + id, say(id), function () { return typed.ballots[id]; }, function (value) { typed.ballots[id] = value; }, update);
        fields['groups.0.' + id] = one.input;
        return one.node;
      });
      var rows = PEOPLE.map(function (person, row) {
        shares[row] = [];
        var cells = options.map(function (option, at) {
          var one = field('v-' + row + '-' + at, say('votesOf', { grade: option.label, person: person.label }), function () { return typed.votes[row][at]; }, function (value) { typed.votes[row][at] = value; }, update, true);
          fields['groups.0.votes.' + person.id + '.' + option.id] = one.input;
          if (at === 0) fields['groups.0.votes.' + person.id] = fields['items.' + person.id] = one.input;
          return el('td', {}, [one.node, shares[row][at] = el('span', { class: 'vt-share' })]);
        });
        return el('tr', {}, [el('th', { scope: 'row' }, person.label)].concat(cells, el('td', { class: 'vt-result' }, results[row] = el('span', {}))));
      });
      var base = el('select', { id: prefix + 'base', class: 'vt-field vt-select', change: function () { typed.base = base.value; update(); } }, BASES.map(function (id) {
        return el('option', { value: id, selected: id === typed.base }, say('base.' + id));
      }));
      update();
      return section('votes', [el('div', { class: 'vt-row' }, counts), el('p', { class: 'vt-labelled vt-base' }, [el('label', { 'for': base.id }, say('base')), base]),
        table([say('person')].concat(options.map(function (option) { return option.label; }), say('most')), rows, say('votes')), box]);
    }

    function tasks() {
      var form = engine.forms().filter(function (one) { return one.id === 'mau-2b'; })[0];
      if (!form) return null;
      var fields = {}, box = el('div', { class: 'vt-found' }), decided = el('div', {}), shares = {};
      function update() {
        var report = engine.tasks({ form: form.id, counts: typed.tasks });
        report.rows.forEach(function (row) { if (shares[row.id]) write(shares[row.id], row.shareText || '–'); });
        empty(decided);
        if (!report.rules.length) decided.appendChild(el('p', {}, say('no-rules')));
        else decided.appendChild(el('ul', { class: 'vt-rules' }, report.rules.map(function (rule) {
          var isCase = rule.kind !== 'condition', holds = rule.verdict === 'yes';
          return el('li', { class: holds === isCase ? 'vt-bad' : 'vt-good' }, [el('strong', {}, (holds === isCase ? '✗ ' : '✓ ') + say(isCase ? (holds ? 'applies' : 'not') : (holds ? 'met' : 'unmet'))),
            ' ' + rule.label, rule.values ? el('span', { class: 'vt-help' }, rule.values) : null]);
        })));
        findings(box, report.diagnostics, fields);
      }
      var labels = {};
      form.sections.forEach(function (part) { part.fields.forEach(function (one) { labels[one.id] = one.label; }); });
      var rows = Object.keys(typed.tasks).map(function (id) {
        var one = field('t-' + id, labels['tasks-' + id], function () { return typed.tasks[id]; }, function (value) { typed.tasks[id] = value; }, update, true);
        fields['counts.' + id] = one.input;
        return el('tr', {}, [el('th', { scope: 'row' }, labels['tasks-' + id]), el('td', {}, one.node), el('td', { class: 'vt-number' }, shares[id] = el('span', {}))]);
      });
      update();
      return section('tasks', [el('div', { class: 'vt-two' }, [table([say('task'), say('count'), say('share')], rows, say('tasks')), el('div', {}, [el('h4', { class: 'vt-small' }, say('condition')), decided])]), box]);
    }

    function goals() {
      var fields = {}, box = el('div', { class: 'vt-found' }), lines = [];
      function update() {
        var counts = {};
        typed.goals.forEach(function (goal) { counts[goal.id] = { count: goal.count, of: goal.of }; });
        var report = engine.targets({ counts: counts, targets: typed.goals.map(function (goal) { return { id: goal.id, label: goal[language] || goal.vi, atLeast: goal.atLeast }; }) });
        report.targets.forEach(function (target, at) {
          var line = lines[at];
          write(line.text, target.summary);
          line.meter.hidden = target.share === null;
          line.meter.value = target.share === null ? 0 : Math.min(100, Number(target.share));
          line.row.className = target.reached === null ? '' : target.reached ? 'vt-good' : 'vt-short';
        });
        findings(box, report.diagnostics, fields);
      }
      var rows = typed.goals.map(function (goal, at) {
        var label = goal[language] || goal.vi;
        function cell(name, path) {
          var one = field('g-' + at + '-' + name, say(name === 'atLeast' ? 'wanted' : name === 'count' ? 'reached' : 'of') + ', ' + label, function () { return goal[name]; }, function (value) { goal[name] = value; }, update, true);
          fields[path] = one.input;
          return el('td', {}, one.node);
        }
        var line = lines[at] = { meter: el('progress', { max: 100, 'aria-label': label }), text: el('span', {}) };
        var cells = [cell('atLeast', 'targets.' + goal.id + '.atLeast'), cell('count', 'counts.' + goal.id + '.count'), cell('of', 'counts.' + goal.id + '.of')];
        fields['counts.' + goal.id] = fields['counts.' + goal.id + '.count'];
        return line.row = el('tr', {}, [el('th', { scope: 'row' }, label)].concat(cells, el('td', { class: 'vt-stands' }, [line.meter, line.text])));
      });
      update();
      return section('goals', [table([say('goal'), say('wanted'), say('reached'), say('of'), say('stands')], rows, say('goals')), box]);
    }

    var node = el('div', { class: 'vt', lang: language }, [votes(), tasks(), goals()]);
    root.appendChild(node);
    return function () { if (node.parentNode) node.parentNode.removeChild(node); };
  };
})();
