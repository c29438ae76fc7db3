/* xeploai/excel, loaded when it is first needed: most visits never open a file. */
(function () {
  'use strict';
  var demo = window.demo, asked = null;

  demo.excel = function () {
    if (asked) return asked;
    asked = new Promise(function (done, failed) {
      var script = document.createElement('script');
      script.src = 'vendor/xeploai.excel.global.js';
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
