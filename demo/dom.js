/* The few DOM helpers the page needs. Text only, never HTML: the page is Trusted Types clean.
   One global, `demo`, because classic scripts are all that opens from file://. */
(function () {
  'use strict';
  var demo = window.demo = { sets: [] };
  var SVG = 'http://www.w3.org/2000/svg';

  function fill(node, attributes, children) {
    Object.keys(attributes || {}).forEach(function (name) {
      var value = attributes[name];
      if (value === null || value === undefined || value === false) return;
      if (name.slice(0, 2) === 'on') node.addEventListener(name.slice(2), value);
      else node.setAttribute(name, value === true ? '' : String(value));
    });
    [].concat(children === undefined ? [] : children).forEach(function (child) {
      if (child === null || child === undefined) return;
      node.appendChild(typeof child === 'object' ? child : document.createTextNode(String(child)));
    });
    return node;
  }

  /** el('p', { class: 'note' }, 'text' | node | [...]); an attribute `onclick` is a listener. */
  demo.el = function (name, attributes, children) {
    return fill(document.createElement(name), attributes, children);
  };
  demo.svg = function (name, attributes, children) {
    return fill(document.createElementNS(SVG, name), attributes, children);
  };

  demo.empty = function (node) {
    while (node.firstChild) node.removeChild(node.firstChild);
    return node;
  };

  /** Writes only what changed: an untouched node keeps selection, focus and screen reader position. */
  demo.text = function (node, text) {
    var next = text === null || text === undefined ? '' : String(text);
    if (node.textContent !== next) node.textContent = next;
    return node;
  };
  demo.attr = function (node, name, value) {
    if (value === null || value === undefined || value === false) {
      if (node.hasAttribute(name)) node.removeAttribute(name);
    } else if (node.getAttribute(name) !== String(value)) node.setAttribute(name, String(value));
    return node;
  };
  demo.show = function (node, visible) {
    if (node.hidden === visible) node.hidden = !visible;
    return node;
  };

  /** Runs `job` once in the next animation frame, however often it was asked for. */
  demo.oncePerFrame = function (job) {
    var asked = false;
    return function () {
      if (asked) return;
      asked = true;
      window.requestAnimationFrame(function () { asked = false; job(); });
    };
  };

  /** Runs `job` after `quiet` milliseconds without another call; `cancel()` forgets it. */
  demo.afterQuiet = function (quiet, job) {
    var timer = 0;
    function later() {
      window.clearTimeout(timer);
      timer = window.setTimeout(job, quiet);
    }
    later.cancel = function () { window.clearTimeout(timer); };
    return later;
  };

  /** A small icon; never the only carrier of a meaning, so hidden from assistive technology. */
  var ICONS = {
    error: 'M5.2 1h5.6L15 5.2v5.6L10.8 15H5.2L1 10.8V5.2zM7.2 4v5h1.6V4zm0 6.4V12h1.6v-1.6z',
    warning: 'M8 1.2l7.3 13.3H.7zM7.2 6v4.2h1.6V6zm0 5.4V13h1.6v-1.6z',
    info: 'M8 1a7 7 0 100 14A7 7 0 008 1zM7.2 7v5h1.6V7zm0-3v1.6h1.6V4z',
    good: 'M8 1a7 7 0 100 14A7 7 0 008 1zM6.9 11.3L3.7 8.1l1.1-1.1 2.1 2.1 4.3-4.3 1.1 1.1z'
  };
  demo.icon = function (name) {
    return demo.svg('svg', { class: 'icon icon-' + name, viewBox: '0 0 16 16', 'aria-hidden': 'true', focusable: 'false' },
      demo.svg('path', { d: ICONS[name], 'fill-rule': 'evenodd' }));
  };
})();
