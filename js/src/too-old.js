/*
 * dist/xeploai.floor.js, for browsers that cannot even read the classic script (Internet Explorer, and IE mode in Edge):
 *   <script nomodule src="xeploai.floor.js"></script>
 * before it. Whoever asks for an engine there gets an error with a sentence to show. The oldest JavaScript only.
 */
(function (page) {
  var error = new Error(XEPLOAI_FLOOR);
  error.name = 'InitError';
  error.code = 'init.browser-too-old';

  /** Such browsers may have no promises: this is as much of one as a page needs to be told. */
  var refusal = {
    then: function (_, refused) {
      if (refused) setTimeout(function () { refused(error); }, 0);
      return refusal;
    },
    'catch': function (refused) { return refusal.then(null, refused); }
  };
  function refuse() { return refusal; }

  page.xeploai = {
    version: XEPLOAI_VERSION,
    rulebooks: [],
    overlays: [],
    createEngine: refuse,
    lintRulebook: refuse,
    createEngineSync: function () { throw error; }
  };
})(window);
