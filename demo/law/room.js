/* The room of the rules: a list of what is encoded, and each rulebook in plain words with its clauses. What draws a rulebook is
   the same as writes the package's pages (vendor/law.js), so the links in it are led back into this room. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, byId = demo.byId;
  var AS_OF = '2025-12-31';  /* for the language of labels and the line of the engine; nothing is computed here */
  var place = '', turn = 0;

  function find(list, id) { return list.filter(function (one) { return one.id === id; })[0]; }

  /** `hd43-2025/rule-x` as what it names; null when there is no such law. */
  function named(text) {
    var id = text.split('/')[0], books = window.xeploai.rulebooks, overlay = find(window.xeploai.overlays, id);
    var base = find(books, overlay ? overlay.over : id);
    return base ? { base: base, overlay: overlay || null, own: overlay || base, anchor: text.slice(id.length + 1) } : null;
  }

  function period(book) {
    var dates = { from: demo.date(book.effective.from), until: book.effective.until ? demo.date(book.effective.until) : '' };
    return demo.say(book.effective.until ? 'law.period' : 'law.period.open', dates);
  }

  function card(own, said) {
    return el('li', {}, el('a', { class: 'law-card', href: demo.addressOf(own.id), 'data-law': own.id }, [
      el('span', { class: 'law-name' }, demo.pick(own.title)), el('span', { class: 'law-period' }, said)
    ]));
  }

  function drawList(root) {
    root.appendChild(el('section', { class: 'sheet', 'aria-labelledby': 'law-books' }, [
      el('h3', { class: 'section-title', id: 'law-books' }, demo.say('law.books')),
      el('ul', { class: 'law-list' }, window.xeploai.rulebooks.slice().reverse().map(function (book) { return card(book, period(book)); }))
    ]));
    root.appendChild(el('section', { class: 'sheet', 'aria-labelledby': 'law-overlays' }, [
      el('h3', { class: 'section-title', id: 'law-overlays' }, demo.say('law.overlays')),
      el('ul', { class: 'law-list' }, window.xeploai.overlays.map(function (one) {
        return card(one, demo.say('law.over', { title: demo.pick(find(window.xeploai.rulebooks, one.over).title).split(':')[0] }));
      }))
    ]));
  }

  /** A link of the package's pages as an address of this room; one that leads out stays. */
  function lead(link, own) {
    var parts = /^(?:\.\.\/)?(?:(?:rulebooks|overlays)\/)?([a-z0-9-]*?)(?:\.en)?(?:\.html)?(?:#(.*))?$/.exec(link.getAttribute('href'));
    if (!parts) {
      link.rel = 'noreferrer';
      return;
    }
    var id = parts[1] === 'law' ? '' : parts[1] || own.id;
    link.setAttribute('href', demo.addressOf(id + (parts[2] ? '/' + parts[2] : '')));
  }

  function drawBook(root, law) {
    var page = el('article', { class: 'sheet law', 'data-book': law.own.id });
    demo.drawLaw(page, law.base, law.overlay, demo.locale);
    /* Its line of language and list is what the head of this page has. */
    var kind = page.querySelector('.kind');
    kind.parentNode.removeChild(kind);
    [].forEach.call(page.querySelectorAll('a[href]'), function (link) { lead(link, law.own); });
    root.appendChild(el('p', { class: 'law-back' }, [
      el('a', { href: demo.addressOf('') }, demo.say('law.back')), ' ',
      el('button', { type: 'button', class: 'button small', 'data-print': '', onclick: function () { window.print(); } }, demo.say('roster.print'))
    ]));
    root.appendChild(page);
  }

  /** To a clause one came for, marked, because the address names more than an anchor. */
  function goTo(anchor) {
    var target = anchor && byId(anchor);
    if (!target || !byId('law').contains(target)) return;
    target.setAttribute('tabindex', '-1');
    target.classList.add('is-target');
    target.focus();
    target.scrollIntoView();
  }

  function draw(focus) {
    var mine = turn += 1;
    demo.engineFor(AS_OF).then(function (engine) {
      if (mine !== turn) return;
      var root = demo.empty(byId('law')), law = named(place);
      if (law) drawBook(root, law);
      else drawList(root);
      demo.describe(engine, null);
      document.title = (law ? demo.pick(law.own.title).split(':')[0] : demo.say('room.quy-dinh')) + ' – xeploai';
      demo.attr(document.body, 'data-ready', 'true');
      demo.attr(document.body, 'data-shown', law ? law.own.id : 'law');
      demo.attr(document.body, 'data-locale', demo.locale);
      if (!focus) return;
      if (law && law.anchor) goTo(law.anchor);
      else {
        byId('room-title').focus();
        window.scrollTo(0, 0);
      }
    }).catch(demo.stop);
  }

  demo.addRoom('quy-dinh', {
    mount: function (wanted) { place = wanted; },
    move: function (wanted) {
      place = wanted;
      draw(true);
    },
    relabel: function () {},
    show: function () { draw(Boolean(place)); },
    unmount: function () { turn += 1; }
  });
})();
