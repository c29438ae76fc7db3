/* Above every room: a link to it as it stands, and the record of what was computed. Folded away until somebody wants them. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, byId = demo.byId;

  function buildLink(room) {
    if (!room.figures) return null;
    var field = el('input', { class: 'field link-field', id: 'link', type: 'text', readonly: true, 'aria-describedby': 'link-note' });
    var said = el('span', { class: 'set-status', role: 'status' });
    return {
      node: el('div', { class: 'tool' }, [
        el('h3', { class: 'tool-title' }, demo.say('link.title')),
        el('p', { class: 'muted', id: 'link-note' }, [demo.say('link.note'), window.location.protocol === 'file:' ? ' ' + demo.say('link.file') : null]),
        el('div', { class: 'tool-row' }, [
          el('label', { class: 'visually-hidden', for: 'link' }, demo.say('link.label')), field,
          el('button', { type: 'button', class: 'button', 'data-copy-link': '', onclick: function () {
            demo.copyFrom(field, function (copied) { demo.text(said, demo.say(copied ? 'embed.copied' : 'embed.select')); });
          } }, demo.say('embed.copy')), said
        ])
      ]),
      update: function () {
        field.value = window.location.href.split('#')[0] + demo.writeFragment(room.id, room.place || '', room.figures());
        demo.text(said, '');
      }
    };
  }

  /** What a verification found, in a list one can read out. */
  function verdict(found) {
    return el('div', { class: 'verdict is-' + found.state, 'data-verdict': found.state, tabindex: '-1' }, [
      el('p', {}, [demo.icon(found.state === 'same' ? 'good' : found.state === 'unreadable' ? 'error' : 'warning'), el('strong', {}, demo.say('record.' + found.state))]),
      found.facts ? el('p', { class: 'muted' }, demo.say('record.facts', found.facts)) : null,
      found.differences.length ? el('ul', {}, found.differences.map(function (one) { return el('li', {}, one); })) : null,
      found.open ? el('p', {}, el('button', { type: 'button', class: 'button small', 'data-open-record': '', onclick: found.open }, demo.say('record.open'))) : null
    ]);
  }

  function buildRecord(room) {
    var result = el('div', { class: 'tool-result' });
    function check(file) {
      demo.empty(result);
      demo.readRecordFile(file).then(function (found) {
        demo.empty(result).appendChild(verdict(found));
        result.firstChild.focus();
      });
    }
    var file = el('input', { type: 'file', class: 'visually-hidden', id: 'record-file', accept: '.json,application/json', onchange: function () {
      if (file.files[0]) check(file.files[0]);
      file.value = '';
    } });
    var drop = el('div', { class: 'drop', ondragover: function (event) { event.preventDefault(); }, ondrop: function (event) {
      event.preventDefault();
      if (event.dataTransfer.files[0]) check(event.dataTransfer.files[0]);
    } }, [file, el('label', { class: 'button', for: 'record-file' }, demo.say('record.choose')), ' ', el('span', { class: 'muted' }, demo.say('record.drop'))]);
    return el('div', { class: 'tool' }, [
      el('h3', { class: 'tool-title' }, demo.say('record.title')),
      el('p', { class: 'muted' }, demo.say('record.note') + (room.wordsInRecord ? ' ' + demo.say('record.note.words') : '')),
      el('div', { class: 'tool-row' }, [
        room.record ? el('button', { type: 'button', class: 'button', 'data-record': '', onclick: function () { demo.saveRecord(room); } }, demo.say('record.save')) : null,
        drop
      ]),
      result
    ]);
  }

  /** Built anew for each room and language. */
  demo.buildTools = function (room) {
    var box = demo.empty(byId('tools'));
    demo.show(box, Boolean(room.record || room.figures));
    if (box.hidden) return;
    var link = buildLink(room);
    var details = el('details', { class: 'room-tools', ontoggle: function () { if (link && details.open) link.update(); } }, [
      el('summary', {}, demo.say('tools')), el('div', { class: 'tools-body' }, [link ? link.node : null, buildRecord(room)])
    ]);
    /* What was typed while it is open is in the link the next time somebody looks at it. */
    details.addEventListener('focusin', function () { if (link) link.update(); });
    box.appendChild(details);
  };

  /* A file dropped beside the place for it must not carry the page away. */
  ['dragover', 'drop'].forEach(function (name) {
    window.addEventListener(name, function (event) {
      if (event.dataTransfer && [].indexOf.call(event.dataTransfer.types, 'Files') >= 0) event.preventDefault();
    });
  });
})();
