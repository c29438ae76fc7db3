/* xeploai/excel, loaded when it is first needed: most visits never open a file. */
(function () {
  'use strict';
  var demo = window.demo, asked = null, policy = null;

  /** The page's policy lets no plain text become the address of a script. */
  function trusted(address) {
    if (!window.trustedTypes) return address;
    policy = policy || window.trustedTypes.createPolicy('xeploai-demo', { createScriptURL: function (one) { return one; } });
    return policy.createScriptURL(address);
  }

  demo.excel = function () {
    if (asked) return asked;
    asked = new Promise(function (done, failed) {
      var script = document.createElement('script');
      script.src = trusted('vendor/xeploai.excel.global.js');
      script.onload = function () { done(window.xeploaiExcel); };
      script.onerror = function () {
        asked = null;
        failed(new Error(demo.say('import.missing')));
      };
      document.head.appendChild(script);
    });
    return asked;
  };

  /** Saves bytes or a text under a name, without leaving the page. */
  demo.download = function (name, type, content) {
    var address = URL.createObjectURL(new Blob([content], { type: type }));
    var link = demo.el('a', { href: address, download: name, hidden: true });
    document.body.appendChild(link);
    link.click();
    document.body.removeChild(link);
    window.setTimeout(function () { URL.revokeObjectURL(address); }, 60000);
  };
})();
