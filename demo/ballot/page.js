/* The page by itself: an engine for the end of 2025 in the language chosen, and the votes, tasks and goals in its middle. */
(function () {
  'use strict';
  var language = 'vi', leave = null, turn = 0;
  var place = document.getElementById('votes'), button = document.getElementById('language');

  function show() {
    var own = turn += 1;
    window.xeploai.createEngine({ rulebook: window.xeploai.rulebooks, asOf: '2025-12-31', locale: language }).then(function (engine) {
      if (own !== turn) return;
      if (leave) leave();
      document.documentElement.lang = language;
      document.getElementById('title').textContent = window.xeploaiBallot.words[language].page;
      document.title = 'xeploai – ' + window.xeploaiBallot.words[language].page;
      button.textContent = language === 'vi' ? 'English' : 'Tiếng Việt';
      button.lang = language === 'vi' ? 'en' : 'vi';
      leave = window.xeploaiBallot.mount(place, engine, language);
      document.body.setAttribute('data-ready', language);
    }, function (error) {
      place.textContent = error.message;
      document.body.setAttribute('data-ready', 'error');
    });
  }

  button.addEventListener('click', function () {
    language = language === 'vi' ? 'en' : 'vi';
    show();
  });
  show();
})();
