/* The rooms of the page. The fragment names one; it is made when somebody enters and taken down when they leave, and keeps
   in memory what was typed. A room is { mount(place, figures), relabel(), show(), move(place, figures), unmount() }; figures() is what its link
   carries, record() and again(place, inputs) make a record and compute it once more. */
(function () {
  'use strict';
  var demo = window.demo, byId = demo.byId;
  var FIRST = 'ty-le';
  var rooms = Object.create(null), current = null;

  /** `id` is what the fragment says. Its markup is the template `room-<id>` of the page. */
  demo.addRoom = function (id, room) {
    room.id = id;
    rooms[id] = room;
  };
  demo.roomOf = function (id) { return rooms[id]; };

  /** The address of a place in the room one is in, for links. */
  demo.addressOf = function (place) { return demo.writeFragment(current.id, place); };

  /** A room says where in it one is now. Figures are never written here: an address stays in the browser's history. */
  demo.stands = function (place) {
    current.place = place;
    var read = demo.readFragment(window.location.hash);
    if (read.room === current.id && read.place === place) return;
    try {
      window.history.replaceState(null, '', demo.writeFragment(current.id, place));
    } catch (error) { /* Some browsers refuse this to a page that is a file. The page works without it. */ }
  };

  function label() {
    document.title = demo.say('room.' + current.id) + ' – xeploai';
    demo.text(byId('room-title'), demo.say('room.' + current.id));
    demo.text(byId('room-lead'), demo.say('room.' + current.id + '.lead'));
    [].forEach.call(document.querySelectorAll('[data-to]'), function (link) {
      demo.attr(link, 'aria-current', link.getAttribute('data-to') === current.id ? 'page' : null);
    });
  }

  function enter(room, read) {
    demo.hush();
    if (current && current.unmount) current.unmount();
    current = room;
    ['data-ready', 'data-shown'].forEach(function (name) { demo.attr(document.body, name, null); });
    demo.attr(document.body, 'data-room', room.id);
    demo.show(byId('stop'), false);
    demo.text(byId('provenance'), '');
    demo.empty(byId('room')).appendChild(document.importNode(byId('room-' + room.id).content, true));
    demo.relabelIn(byId('room'));
    room.mount(read.place, read.figures);
    label();
    demo.buildTools(room);
    room.relabel();
    room.show();
  }

  /** Into a room with figures that no address could carry. */
  demo.enterWith = function (id, place, figures) {
    var read = { room: id, place: place, figures: figures };
    if (rooms[id] !== current) enter(rooms[id], read);
    else current.move(place, figures);
    byId('room-title').focus();
    window.scrollTo(0, 0);
  };

  /** Where the fragment leads; one that leads nowhere leaves everything as it is. */
  function follow() {
    var read = demo.readFragment(window.location.hash), room = rooms[read.room];
    if (!room) return;
    if (room !== current) {
      enter(room, read);
      byId('room-title').focus();
      window.scrollTo(0, 0);
    } else if (room.move) room.move(read.place, read.figures);
  }

  /** Called last, when every room is known. */
  demo.startRooms = function () {
    var theme = demo.buildTheme(), tour = demo.buildTour();
    window.addEventListener('hashchange', follow);
    byId('skip').addEventListener('click', function (event) {
      event.preventDefault();
      byId('main').focus();
    });
    demo.startPage({
      title: 'title',
      relabel: function () {
        theme();
        tour();
        if (!current) return;
        label();
        demo.buildTools(current);
        current.relabel();
      },
      show: function () {
        if (current) {
          current.show();
          return;
        }
        var read = demo.readFragment(window.location.hash);
        enter(rooms[read.room] || rooms[FIRST], rooms[read.room] ? read : demo.readFragment(''));
      }
    });
  };
})();
