/* An old address leads on to its room, with the place in it. */
(function () {
  'use strict';
  var place = window.location.hash.slice(1);
  window.location.replace('index.html#' + document.documentElement.getAttribute('data-room') + (place ? '/' + place : ''));
})();
