/* One roll-up, read unit by unit: the figures, and the places left in words. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;
  var NO_FIGURE = -2147483648;
  var ICON = { over: 'error', full: 'good', few: 'info', many: 'good', none: 'info' };

  /** `few`: at most so many places left. */
  var FEW = 2;

  function shadeOf(left) {
    return left === NO_FIGURE ? 'none' : left < 0 ? 'over' : left === 0 ? 'full' : left <= FEW ? 'few' : 'many';
  }

  /** `rolled`: what `engine.rollUp` returned; its first quota is the one of the page. */
  demo.readRollUp = function (rolled, engine) {
    var quota = rolled.quotas[0], width = rolled.columns.length;
    /* The other reading that the text allows: within the one and beyond the other is worth saying. */
    var other = quota.readings.filter(function (one) { return one.fromText && !one.enforced; })[0];
    var read = { quota: quota };

    read.number = function (value) { return value === NO_FIGURE ? '–' : engine.formatNumber(value); };
    read.count = function (at, column) { return rolled.all[at * width + rolled.columns.indexOf(column)]; };
    read.rated = function (at) {
      return demo.rosterGrades.reduce(function (sum, grade) { return sum + read.count(at, grade); }, 0);
    };
    read.left = function (at) { return quota.headroom[at]; };
    read.limit = function (at) { return quota.limit[at]; };
    read.shade = function (at) { return shadeOf(quota.headroom[at]); };
    read.leftText = function (at) {
      var left = quota.headroom[at];
      if (left === 0 && quota.limit[at] === 0) return demo.say('roster.left.empty');
      return demo.say('roster.left.' + (left === NO_FIGURE ? 'none' : left < 0 ? 'over' : left ? 'some' : 'full'), { n: read.number(Math.abs(left)) });
    };
    /** Over under one reading only: a sentence, else nothing. */
    read.split = function (at) {
      if (!other || other.headroom[at] === NO_FIGURE || (other.headroom[at] < 0) === (quota.headroom[at] < 0)) return '';
      var over = other.headroom[at] < 0;
      return demo.say('roster.split.' + (over ? 'over' : 'within'), { n: read.number(Math.abs(other.headroom[at])) });
    };
    /** The places left as a badge: icon and words. */
    read.badge = function (at) {
      var shade = read.shade(at);
      return el('span', { class: 'badge left-' + shade, 'data-left': quota.headroom[at] }, [demo.icon(ICON[shade]), read.leftText(at)]);
    };
    return read;
  };

  demo.readingName = function (reading) {
    var key = 'roster.reading.' + reading.id;
    return demo.hasWord(key) ? demo.say(key) : reading.label;
  };
})();
