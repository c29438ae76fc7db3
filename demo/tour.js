/* The tour: a card with a few words at the foot of the page, which leads through the rooms and marks what it speaks of. Keyboard alone is
   enough, Esc ends it, and nothing typed is changed. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, byId = demo.byId;
  /* In which room, and what is marked there. */
  var STEPS = [
    { id: 'type', at: '#ty-le', mark: '.figures .cell-count .field' },
    { id: 'why', at: '#ty-le', mark: '.quota .why summary' },
    { id: 'slide', at: '#chi-tieu', mark: '.places-slide' },
    { id: 'form', at: '#bieu-mau', mark: '.chooser-date' },
    { id: 'ballot', at: '#phieu', mark: '.k-counts' },
    { id: 'report', at: '#bao-cao', mark: '#report' },
    { id: 'roster', at: '#danh-sach', mark: '.unit-head' },
    { id: 'rules', at: '#quy-dinh', mark: '.law-list' },
    { id: 'keep', at: '#ty-le', mark: '.room-tools summary' }
  ];
  var at = -1, card = null, marked = null, turn = 0;

  function unmark() {
    if (marked) marked.classList.remove('is-toured');
    marked = null;
  }

  /** Calls `then(target)` once the room of a step is drawn. */
  function whenDrawn(step, then) {
    var mine = turn += 1;
    (function look() {
      if (mine !== turn) return;
      var there = document.body.getAttribute('data-room') === step.at.slice(1) && document.body.getAttribute('data-ready');
      var target = there && document.querySelector(step.mark);
      if (there) then(target);
      else window.requestAnimationFrame(look);
    })();
  }

  function button(key, act, more) {
    return el('button', Object.assign({ type: 'button', class: 'button', 'data-tour': key, onclick: act }, more), demo.say('tour.' + key));
  }

  function draw() {
    var step = STEPS[at], last = at === STEPS.length - 1;
    demo.empty(card);
    card.appendChild(el('p', { class: 'tour-count' }, demo.say('tour.count', { n: at + 1, all: STEPS.length })));
    card.appendChild(el('h2', { class: 'tour-title', id: 'tour-title', tabindex: '-1' }, demo.say('tour.' + step.id)));
    card.appendChild(el('p', { id: 'tour-text' }, demo.say('tour.' + step.id + '.text')));
    card.appendChild(el('div', { class: 'tour-buttons' }, [
      last ? button('done', end) : button('next', function () { go(at + 1); }, { class: 'button primary' }),
      at ? button('back', function () { go(at - 1); }) : null, last ? null : button('stop', end)
    ]));
  }

  function go(next) {
    at = next;
    unmark();
    draw();
    byId('tour-title').focus();
    var step = STEPS[at];
    if (document.body.getAttribute('data-room') !== step.at.slice(1)) window.location.hash = step.at;
    whenDrawn(step, function (target) {
      byId('tour-title').focus();
      if (!target) return;
      marked = target;
      marked.classList.add('is-toured');
      marked.scrollIntoView({ block: 'center' });
    });
  }

  function end() {
    turn += 1;
    unmark();
    at = -1;
    if (card) card.parentNode.removeChild(card);
    card = null;
    document.body.classList.remove('has-tour');
    byId('tour').focus();
  }

  function begin() {
    if (card) end();
    card = el('section', { class: 'tour', role: 'dialog', 'aria-labelledby': 'tour-title', 'aria-describedby': 'tour-text', onkeydown: function (event) {
      if (event.key === 'Escape') end();
    } });
    document.body.appendChild(card);
    document.body.classList.add('has-tour');
    go(0);
  }

  /** The button is in the head; the words follow the language. */
  demo.buildTour = function () {
    byId('tour').addEventListener('click', begin);
    demo.show(byId('tour'), true);
    return function () {
      demo.text(byId('tour'), demo.say('tour'));
      if (card) draw();
    };
  };
})();
