/* What the address says after its #: a room, a place in it, and the figures that differ from the sample, such as
   #ty-le/hoa-binh-2021?dang-vien.xs=9943. Anybody may have written it, so what does not read is left out. */
(function () {
  'use strict';
  var demo = window.demo;
  var MOST = { text: 12000, place: 200, figures: 600, name: 80, value: 200 };

  function plain(text) {
    try {
      return decodeURIComponent(text.replace(/\+/g, ' '));
    } catch (error) {
      return null;
    }
  }
  /* Readable where it can be: a chat program breaks a link at other signs than these. */
  function coded(text) {
    return encodeURIComponent(text).replace(/%2F/g, '/').replace(/%2C/g, ',').replace(/%20/g, '+').replace(/[!'()*]/g, function (sign) {
      return '%' + sign.charCodeAt(0).toString(16);
    });
  }

  /** `{ room, place, figures }`; figures has no prototype, so that no name in it means anything by itself. */
  demo.readFragment = function (hash) {
    var text = String(hash).replace(/^#/, '').slice(0, MOST.text);
    var cut = text.indexOf('?');
    var way = cut < 0 ? text : text.slice(0, cut), slash = way.indexOf('/');
    var read = { room: slash < 0 ? way : way.slice(0, slash), place: (slash < 0 ? '' : plain(way.slice(slash + 1)) || '').slice(0, MOST.place), figures: Object.create(null) };
    (cut < 0 ? [] : text.slice(cut + 1).split('&').slice(0, MOST.figures)).forEach(function (pair) {
      var equals = pair.indexOf('='), name = equals > 0 ? plain(pair.slice(0, equals)) : null, value = equals > 0 ? plain(pair.slice(equals + 1)) : null;
      if (name && value !== null && name.length <= MOST.name && value.length <= MOST.value) read.figures[name] = value;
    });
    return read;
  };

  demo.writeFragment = function (room, place, figures) {
    var pairs = Object.keys(figures || {}).map(function (name) { return coded(name) + '=' + coded(String(figures[name])); });
    return '#' + room + (place ? '/' + coded(place) : '') + (pairs.length ? '?' + pairs.join('&') : '');
  };
})();
