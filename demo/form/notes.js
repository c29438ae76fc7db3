/* Findings beside their field, and in the summary once it was asked for. When each is to be seen the package says. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el;
  var RANK = { error: 0, warning: 1, info: 2 };
  /* The panel shows the conditions one by one, with their values. */
  var IN_PANEL = ['rating.condition-open', 'quota.readings-disagree'];

  demo.buildNotes = function (slots, summary, engine) {
    var painted = '';

    function slotOf(finding) {
      var path = finding.path.map(String);
      return slots[path.join('.')] || slots[path[0]] || null;
    }
    function keyOf(finding) {
      var slot = slotOf(finding);
      return slot ? slot.key : '';
    }

    function law(finding) {
      if (!finding.citations.length) return null;
      return el('span', { class: 'f-law' }, demo.say('note.law', { law: finding.citations.map(function (one) { return one.text; }).join('; ') }));
    }

    /** A field's own findings: its errors and warnings; what is only worth knowing stands there when nothing worse does. */
    function atField(slot, visible) {
      var mine = visible.filter(function (one) { return keyOf(one) === slot.key && IN_PANEL.indexOf(one.code) < 0; });
      var worse = mine.filter(function (one) { return one.severity !== 'info'; });
      var list = worse.length ? worse : mine;
      var signature = JSON.stringify(list.map(function (one) { return [one.key, one.severity, one.message]; }));
      if (slot.painted !== signature) {
        slot.painted = signature;
        demo.empty(slot.note);
        list.forEach(function (one) {
          slot.note.appendChild(el('div', { class: 'f-finding is-' + one.severity, 'data-code': one.code, 'data-severity': one.severity }, [
            demo.icon(one.severity), el('strong', {}, demo.say('severity.' + one.severity) + ': '), one.message, one.help ? ' ' + one.help : null,
            one.severity === 'info' ? law(one) : demo.buildReason(engine, one)
          ]));
        });
      }
      demo.show(slot.note, list.length > 0);
      demo.attr(slot.target, 'data-state', list.length ? list[0].severity : null);
      demo.attr(slot.target, 'aria-invalid', list.some(function (one) { return one.severity === 'error'; }) ? 'true' : null);
      demo.attr(slot.target, 'aria-describedby', list.length ? slot.note.id : null);
    }

    function link(finding) {
      var slot = slotOf(finding);
      // Not every sentence names the cell it is about.
      var row = finding.path.length > 1 && slot && finding.message.indexOf(slot.label) < 0 ? slot.label + ': ' : '';
      if (!slot) return el('li', { 'data-code': finding.code }, finding.message);
      return el('li', { 'data-code': finding.code, 'data-at': slot.key }, el('a', { href: '#' + slot.target.id, onclick: function (event) {
        event.preventDefault();
        slot.focus();
        if (slot.target.scrollIntoView) slot.target.scrollIntoView({ block: 'center' });
      } }, row + finding.message));
    }

    /** The list above the form: only once it was asked for; from then on it keeps up. */
    function paintSummary(visible, complete, asked) {
      demo.show(summary, asked);
      if (!asked) { painted = ''; return; }
      var signature = JSON.stringify([complete, visible.map(function (one) { return [one.key, one.severity, one.message]; })]);
      if (signature === painted) return;
      painted = signature;
      demo.empty(summary);
      var bad = visible.filter(function (one) { return one.severity !== 'info'; }).length;
      demo.attr(summary, 'data-state', complete && !bad ? 'good' : bad ? 'bad' : 'info');
      summary.appendChild(el('h3', { class: 'summary-title' }, complete && !bad ? [demo.icon('good'), demo.say('summary.good')]
        : demo.say(visible.length === 1 ? 'summary.title.one' : 'summary.title', { n: visible.length })));
      if (complete && !bad) summary.appendChild(el('p', {}, demo.say('summary.good.text')));
      ['error', 'warning', 'info'].forEach(function (severity) {
        var list = visible.filter(function (one) { return one.severity === severity; });
        if (!list.length) return;
        summary.appendChild(el('p', { class: 'summary-kind is-' + severity }, [demo.icon(severity), el('strong', {}, demo.say('summary.' + severity))]));
        summary.appendChild(el('ul', {}, list.map(link)));
      });
    }

    return {
      update: function (report, diff) {
        var visible = diff.shown.slice().sort(function (a, b) { return RANK[a.severity] - RANK[b.severity]; });
        Object.keys(slots).forEach(function (key) { atField(slots[key], visible); });
        paintSummary(visible, report.complete, diff.asked);
      }
    };
  };
})();
