/* The room for those who build portals: lines to copy, the policy, the fingerprints, and what runs here. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, byId = demo.byId;
  var AS_OF = '2025-12-31';
  var chosen = demo.snippets[0].id, turn = 0;

  function text(snippet) {
    return snippet.code.join('\n').replace(/\{integrity:([a-z.]+)\}/g, function (whole, file) { return demo.integrity[file] || ''; });
  }

  /** Text that can be copied, under its words and its button. */
  function copyable(code, name, lead) {
    var pre = el('pre', { class: 'snippet' }, el('code', {}, code));
    var said = el('span', { class: 'set-status', role: 'status' });
    var button = el('button', { type: 'button', class: 'button small', 'data-copy': '', 'aria-label': demo.say('embed.copy.of', { name: name }), onclick: function () {
      demo.copyFrom(pre, function (copied) { demo.text(said, demo.say(copied ? 'embed.copied' : 'embed.select')); });
    } }, demo.say('embed.copy'));
    return el('div', { class: 'copyable' }, [el('div', { class: 'copy-bar' }, [lead, el('div', { class: 'set-tools' }, [said, button])]), pre]);
  }

  function kinds() {
    return el('fieldset', { class: 'choice-row' }, [el('legend', {}, demo.say('embed.kinds'))].concat(demo.snippets.map(function (one) {
      return el('label', { class: 'option' }, [el('input', { type: 'radio', name: 'kind', value: one.id, checked: one.id === chosen, onchange: function () {
        chosen = one.id;
        demo.stands(chosen);
        drawSnippet();
      } }), el('span', {}, demo.pick(one.name))]);
    })));
  }

  function snippet() { return demo.snippets.filter(function (one) { return one.id === chosen; })[0]; }

  function drawSnippet() {
    var one = snippet(), box = demo.empty(byId('embed-snippet'));
    box.appendChild(el('h3', { class: 'section-title' }, demo.pick(one.name)));
    box.appendChild(copyable(text(one), demo.pick(one.name), el('p', {}, demo.pick(one.note))));
    demo.attr(document.body, 'data-shown', one.id);
  }

  function sheet(id, title, children) {
    return el('section', { class: 'sheet', 'aria-labelledby': id }, [el('h3', { class: 'section-title', id: id }, title)].concat(children));
  }

  function policy() {
    return sheet('embed-policy', demo.say('embed.policy'), demo.policies.map(function (one) {
      return copyable(one.code, one.code, el('p', {}, demo.pick(one.note)));
    }));
  }

  function files() {
    return sheet('embed-files', demo.say('embed.files'), [el('p', { class: 'muted' }, demo.say('embed.files.note'))].concat(Object.keys(demo.integrity).map(function (file) {
      return copyable('integrity="' + demo.integrity[file] + '"', file, el('p', {}, el('code', {}, file)));
    })));
  }

  function facts(engine) {
    function fact(key, value) { return [el('dt', {}, demo.say('embed.engine.' + key)), el('dd', { 'data-fact': key }, value)]; }
    return sheet('embed-engine', demo.say('embed.engine'), [
      el('dl', { class: 'facts' }, [].concat(
        fact('runs', demo.say('embed.engine.runs.' + engine.runsOn)), fact('version', 'xeploai ' + window.xeploai.version),
        fact('books', window.xeploai.rulebooks.map(function (one) { return one.id; }).join(', ')),
        fact('network', demo.say('embed.engine.network.none')), fact('storage', demo.say('embed.engine.storage.none'))
      )),
      el('p', {}, el('a', { href: 'elements.html' }, demo.say('embed.more')))
    ]);
  }

  function show() {
    var mine = turn += 1;
    demo.engineFor(AS_OF).then(function (engine) {
      if (mine !== turn) return;
      var root = demo.empty(byId('embed'));
      root.appendChild(kinds());
      root.appendChild(el('section', { class: 'sheet', id: 'embed-snippet' }));
      drawSnippet();
      root.appendChild(policy());
      root.appendChild(files());
      root.appendChild(facts(engine));
      demo.describe(engine, null);
      demo.stands(chosen);
      demo.attr(document.body, 'data-ready', 'true');
      demo.attr(document.body, 'data-locale', demo.locale);
    }).catch(demo.stop);
  }

  function take(place) {
    if (demo.snippets.some(function (one) { return one.id === place; })) chosen = place;
  }

  demo.addRoom('nhung', {
    mount: take,
    move: function (place) {
      take(place);
      show();
    },
    relabel: function () {},
    show: show,
    unmount: function () { turn += 1; }
  });
})();
