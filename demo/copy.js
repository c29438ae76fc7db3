/* Puts a text on the clipboard, also where the newer way is missing or refused: then it is selected where it stands. */
(function () {
  'use strict';
  var demo = window.demo;

  function select(node) {
    if (node.select) {
      node.focus();
      node.select();
      return;
    }
    var range = document.createRange(), selection = window.getSelection();
    range.selectNodeContents(node);
    selection.removeAllRanges();
    selection.addRange(range);
  }

  /** `node` holds the text; `done(copied)` hears whether it is on the clipboard, or only selected. */
  demo.copyFrom = function (node, done) {
    function older() {
      select(node);
      var copied = false;
      try {
        copied = document.execCommand('copy');
      } catch (error) { /* It stays selected, for Ctrl+C. */ }
      done(copied);
    }
    var text = node.value === undefined ? node.textContent : node.value;
    if (!window.navigator.clipboard || !window.navigator.clipboard.writeText) older();
    else window.navigator.clipboard.writeText(text).then(function () { done(true); }, older);
  };
})();
