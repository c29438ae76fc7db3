/* What the engine says of the grade: points against the marks of each grade, which grades are allowed, what is
   missing for the next one up, and every condition with its values and its place in the law. It only shows. */
(function () {
  'use strict';
  var demo = window.demo, el = demo.el, svg = demo.svg;
  var STATUS_ICON = { allowed: 'good', refused: 'error', open: 'info' };
  var VERDICT_ICON = { condition: { yes: 'good', no: 'warning', open: 'info', waived: 'info' }, trigger: { yes: 'warning', no: 'good', open: 'info', waived: 'info' } };
  var KINDS = [['condition', 'rating.conditions'], ['trigger', 'rating.triggers'], ['cap', 'rating.caps']];

  /** The page that shows this rule beside the text of the law. */
  /** Where the rule stands in the room of the rules. */
  function lawPage(engine, form, rule) {
    return demo.writeFragment('quy-dinh', engine.rulebook.id + (form.standard ? '/rule-' + form.standard + '.' + rule.id : ''));
  }

  function place(one) {
    return [one.article, one.clause, one.point].filter(Boolean).join(', ') || one.number;
  }

  /** Root of the points: the field that the others are parts of. */
  function rootOf(fields) {
    return fields.filter(function (field) { return field.kind === 'score' && !field.of && field.max; })[0] || null;
  }

  /** `ask()`: the trace. */
  demo.buildRating = function (form, fields, engine, ask) {
    var subject = engine.rulebook.subjects.filter(function (one) { return one.id === form.subject; })[0];
    var short = {}, label = {};
    subject.grades.forEach(function (grade) { short[grade.id] = grade.short || grade.label; label[grade.id] = grade.label; });
    var root = rootOf(fields);
    var parts = root ? fields.filter(function (field) { return field.of === root.id && field.max; }) : [];
    var max = root ? Number(root.max) : 100;
    var bands = form.bands.map(function (band) { return { grade: band.grade, at: Number(band.least), text: engine.formatNumber(band.least) }; });

    var none = el('p', { class: 'muted' });
    var pointsText = el('p', { class: 'points-now', 'data-points': '' });
    var picture = svg('svg', { class: 'points-bar', role: 'img' });
    var pointsBand = el('p', { class: 'points-band', 'data-band': '' });
    var partList = el('ul', { class: 'points-parts' });
    var points = el('section', { class: 'panel-part' }, [el('h4', {}, demo.say('rating.points')), pointsText, picture, partList, pointsBand]);
    var gradeList = el('ul', { class: 'grade-list' });
    var decision = el('p', { class: 'decision', hidden: true }, [demo.icon('info'), demo.say('rating.decision')]);
    var nextTitle = el('h4', {}), nextList = el('ul', { class: 'next-list' });
    var next = el('section', { class: 'panel-part next-up', 'data-next': '', hidden: true }, [nextTitle, nextList]);
    var rules = el('div', {});
    var why = demo.buildSteps(demo.say('rating.why'), function () { return demo.traced(ask()); }, 'rating');
    var content = el('div', {}, [form.bands.length || root ? points : null,
      el('section', { class: 'panel-part' }, [el('h4', {}, demo.say('rating.grades')), gradeList, decision, why.node]), next, rules]);
    var painted = {};

    /** Rebuilds `node` only if what it shows is different. */
    function when(name, value, work) {
      var signature = JSON.stringify(value);
      if (painted[name] === signature) return;
      painted[name] = signature;
      work();
    }

    function drawBar(least, most) {
      demo.empty(picture);
      picture.appendChild(svg('rect', { class: 'meter-track', y: 4, width: '100%', height: 16, rx: 4 }));
      if (most > least) picture.appendChild(svg('rect', { class: 'points-may', y: 4, width: Math.min(100, 100 * most / max) + '%', height: 16, rx: 4 }));
      if (least > 0) picture.appendChild(svg('rect', { class: 'points-is', y: 4, width: Math.min(100, 100 * least / max) + '%', height: 16, rx: 4 }));
      bands.forEach(function (band) {
        picture.appendChild(svg('line', { class: 'points-mark', x1: 100 * band.at / max + '%', x2: 100 * band.at / max + '%', y1: 0, y2: 24 }));
        picture.appendChild(svg('text', { class: 'points-mark-text', x: 100 * band.at / max + '%', y: 38, 'text-anchor': 'middle' }, band.text));
      });
    }

    function updatePoints(rating, answers) {
      var now = rating.points;
      var blank = !now || (parts.length && Number(now.least) === 0);
      var exact = now && now.least === now.most;
      demo.text(pointsText, blank ? demo.say('rating.points.blank') : exact || !now.mostText ? now.leastText + ' / ' + engine.formatNumber(String(max))
        : demo.say('rating.points.range', { least: now.leastText, most: now.mostText }));
      demo.attr(pointsText, 'data-exact', String(Boolean(exact)));
      demo.text(pointsBand, rating.band ? demo.say('rating.band', { grade: label[rating.band] }) : '');
      when('bar', now, function () {
        drawBar(now ? Number(now.least) : 0, now && now.most ? Number(now.most) : 0);
        demo.attr(picture, 'aria-label', demo.say('rating.points.label', { points: now ? now.leastText : '–', max: engine.formatNumber(String(max)), marks: bands.map(function (band) { return band.text; }).join(', ') }));
      });
      var list = parts.map(function (part) { return [part.label, typeof answers[part.id] === 'string' && answers[part.id].trim() ? answers[part.id].trim() : '–', engine.formatNumber(part.max)]; });
      when('parts', list, function () {
        demo.empty(partList);
        list.forEach(function (one) { partList.appendChild(el('li', {}, [one[0] + ': ', el('b', {}, one[1] + '/' + one[2])])); });
      });
    }

    function updateGrades(rating, chosen) {
      when('grades', [rating.grades, chosen], function () {
        demo.empty(gradeList);
        rating.grades.forEach(function (grade) {
          var band = bands.filter(function (one) { return one.grade === grade.id; })[0];
          gradeList.appendChild(el('li', { class: 'grade is-' + grade.status, 'data-grade': grade.id, 'data-status': grade.status }, [
            el('span', { class: 'grade-name' }, [grade.label, grade.id === chosen ? el('span', { class: 'tag is-strong' }, demo.say('rating.chosen')) : null]),
            el('span', { class: 'grade-status' }, [demo.icon(STATUS_ICON[grade.status]), demo.say('rating.' + grade.status)]),
            band ? el('span', { class: 'grade-from' }, demo.say('rating.from', { points: band.text })) : null
          ]));
        });
      });
      demo.show(decision, rating.needsDecision);
    }

    /** What still has to be known before the best grade is certain, where no step up can be named yet. */
    function openFor(rating) {
      var best = rating.grades.filter(function (grade) { return grade.id === rating.best && grade.status === 'open'; })[0];
      if (!best) return [];
      var order = rating.grades.map(function (grade) { return grade.id; });
      return rating.rules.filter(function (rule) {
        return rule.verdict === 'open' && (rule.kind === 'condition' ? rule.grades.indexOf(best.id) >= 0
          : rule.grades.some(function (id) { return order.indexOf(id) > order.indexOf(best.id); }));
      });
    }

    function updateNext(rating) {
      var open = rating.next ? [] : openFor(rating);
      demo.show(next, rating.next !== null || open.length > 0);
      when('next', [rating.next, rating.best, rating.rules.map(function (rule) { return rule.verdict; })], function () {
        demo.text(nextTitle, rating.next ? demo.say('rating.next', { grade: label[rating.next.grade] }) : rating.best ? demo.say('rating.sure', { grade: label[rating.best] }) : '');
        demo.empty(nextList);
        if (rating.next && rating.next.pointsText) nextList.appendChild(el('li', {}, demo.say('rating.next.points', { points: rating.next.pointsText })));
        (rating.next ? rating.rules.filter(function (rule) { return rating.next.rules.indexOf(rule.id) >= 0; }) : open).forEach(function (rule) {
          nextList.appendChild(el('li', {}, [rule.label, el('span', { class: 'muted' }, ' (' + demo.say(rule.verdict === 'open' ? 'rating.next.open' : 'rating.next.no') + ')')]));
        });
      });
    }

    function ruleItem(rule) {
      var kind = rule.kind === 'condition' ? 'condition' : 'trigger';
      var verdict = rule.verdict === 'waived' ? 'rating.waived' : 'rating.' + kind + '.' + rule.verdict;
      var grades = rule.grades.map(function (id) { return short[id] || id; }).join(', ');
      return el('li', { class: 'rule is-' + kind + '-' + rule.verdict, 'data-rule': rule.id, 'data-verdict': rule.verdict }, [
        el('span', { class: 'rule-name' }, rule.label),
        el('span', { class: 'rule-verdict' }, [demo.icon(VERDICT_ICON[kind][rule.verdict]), demo.say(verdict), rule.values ? el('span', { class: 'rule-values' }, ' · ' + rule.values) : null]),
        el('span', { class: 'rule-where' }, [
          demo.say(kind === 'condition' ? 'rating.for' : 'rating.to', { grades: grades }), ' · ',
          el('a', { href: lawPage(engine, form, rule), target: '_blank', rel: 'noopener', title: demo.say('rating.law') }, rule.citations.map(place).join('; ')),
          rule.basis === 'confirmed' ? null : ' · ' + demo.say('basis.' + rule.basis)
        ])
      ]);
    }

    function updateRules(rating) {
      when('rules', rating.rules.map(function (rule) { return [rule.id, rule.verdict, rule.values]; }), function () {
        demo.empty(rules);
        KINDS.forEach(function (pair) {
          var list = rating.rules.filter(function (rule) { return rule.kind === pair[0]; });
          if (list.length) rules.appendChild(el('section', { class: 'panel-part' }, [el('h4', {}, demo.say(pair[1])), el('ul', { class: 'rule-list' }, list.map(ruleItem))]));
        });
      });
    }

    /** Which grades can still be chosen, beside the grades themselves. */
    function atGrades(statuses, rating) {
      if (!statuses) return;
      Object.keys(statuses).forEach(function (id) {
        var grade = rating && rating.grades.filter(function (one) { return one.id === id; })[0];
        var status = grade ? grade.status : '';
        if (statuses[id].getAttribute('data-status') === status) return;
        demo.attr(statuses[id], 'data-status', status);
        demo.empty(statuses[id]);
        if (!grade) return;
        statuses[id].appendChild(demo.icon(STATUS_ICON[status]));
        statuses[id].appendChild(document.createTextNode(demo.say('rating.' + status)));
      });
    }

    return {
      node: el('div', {}, [none, content]),
      update: function (report, answers, statuses) {
        var rating = report.rating;
        atGrades(statuses, rating);
        demo.show(content, rating !== null);
        demo.show(none, rating === null);
        demo.text(none, rating ? '' : demo.say(form.grade ? 'rating.excluded' : 'rating.none'));
        if (!rating) return;
        if (form.bands.length || root) updatePoints(rating, answers);
        updateGrades(rating, answers[form.grade] || null);
        updateNext(rating);
        updateRules(rating);
        why.update();
      },
      /** A sentence for the ear, with the grade's whole name; with `brief`, one line for narrow screens. */
      sentence: function (report, brief) {
        var rating = report.rating;
        if (!rating) return demo.say(form.grade ? 'rating.excluded' : 'rating.none');
        var exact = rating.points && rating.points.least === rating.points.most && Number(rating.points.least) > 0;
        var grade = brief ? short[rating.best] : label[rating.best];
        return [exact ? demo.say('rating.short.points', { points: rating.points.leastText, max: max }) : null,
          rating.best ? demo.say(brief ? 'rating.short.best' : 'rating.said', { grade: grade }) : rating.needsDecision ? demo.say('rating.decision') : null].filter(Boolean).join(brief ? ' · ' : '. ');
      }
    };
  };
})();
