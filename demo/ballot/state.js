/* What is typed in the room of votes, each text by its name: b.<count of ballots>, n.<person> (the name), v.<person>.<grade>, t.<count of
   tasks>, g.<goal>.<part>, `base` (what shares are of) and `people` (who is there, in order). Whoever wrote a link or a record is not trusted. */
(function () {
  'use strict';
  var demo = window.demo;
  var GRADES = ['htxsnv', 'httnv', 'htnv', 'khtnv'];
  var PEOPLE = /^p\d{1,3}(?:,p\d{1,3}){0,59}$/, MOST = 60;
  var SAMPLE = {
    people: 'p1,p2,p3', base: 'valid',
    'b.summoned': '20', 'b.present': '18', 'b.issued': '18', 'b.returned': '18', 'b.valid': '17', 'b.invalid': '01',
    'n.p1': 'Nguyễn Văn Mẫu', 'v.p1.htxsnv': '5', 'v.p1.httnv': '10', 'v.p1.htnv': '2', 'v.p1.khtnv': '0',
    'n.p2': 'Trần Thị Thử', 'v.p2.htxsnv': '1', 'v.p2.httnv': '9', 'v.p2.htnv': '5', 'v.p2.khtnv': '1',
    'n.p3': 'Lê Văn Giả Định', 'v.p3.htxsnv': '7', 'v.p3.httnv': '7', 'v.p3.htnv': '2', 'v.p3.khtnv': '1',
    't.assigned': '47', 't.done': '47', 't.on-time': '', 't.late': '03', 't.exceeded': '15', 't.undone': '',
    'g.profession.atLeast': '70%', 'g.profession.count': '6.000', 'g.profession.of': '9.120',
    'g.theory.atLeast': '85%', 'g.theory.count': '7.752', 'g.theory.of': '9.120',
    'g.meetings-good.atLeast': '80%', 'g.meetings-good.count': '2.539', 'g.meetings-good.of': '3.174'
  };
  var ballot = demo.ballot = {
    grades: GRADES, bases: ['summoned', 'present', 'issued', 'returned', 'valid'], counts: ['summoned', 'present', 'issued', 'returned', 'valid', 'invalid'],
    tasks: ['assigned', 'done', 'on-time', 'late', 'exceeded', 'undone'], goals: ['profession', 'theory', 'meetings-good'], goalParts: ['atLeast', 'count', 'of']
  };

  function copy(texts) { return Object.assign(Object.create(null), texts); }
  function fieldsOf(person) { return ['n.' + person].concat(GRADES.map(function (grade) { return 'v.' + person + '.' + grade; })); }
  /** Each once, whatever a link says. */
  function distinct(people) { return people.split(',').filter(function (one, at, all) { return all.indexOf(one) === at; }).join(','); }
  ballot.peopleOf = function (texts) { return texts.people.split(','); };
  ballot.sample = function () { return copy(SAMPLE); };
  ballot.same = function (one, other) { return Object.keys(Object.assign({}, one, other)).every(function (name) { return one[name] === other[name]; }); };

  /** Nobody there but one without a name, and no figure. */
  ballot.blank = function () {
    var texts = withPeople(copy(SAMPLE), 'p1');
    Object.keys(texts).forEach(function (name) { if (name !== 'people' && name !== 'base') texts[name] = ''; });
    return texts;
  };

  /** The same with these people: whoever is new has empty fields, of whoever left nothing stays. */
  function withPeople(texts, people) {
    var next = copy(texts);
    ballot.peopleOf(texts).forEach(function (person) { fieldsOf(person).forEach(function (name) { delete next[name]; }); });
    next.people = people;
    people.split(',').forEach(function (person) { fieldsOf(person).forEach(function (name) { next[name] = texts[name] === undefined ? '' : texts[name]; }); });
    return next;
  }
  /** With one more; null when there is no room. */
  ballot.more = function (texts) {
    var people = ballot.peopleOf(texts), last = Math.max.apply(null, people.map(function (one) { return Number(one.slice(1)); }));
    return people.length < MOST && last < 999 ? withPeople(texts, people.concat('p' + (last + 1)).join(',')) : null;
  };
  ballot.without = function (texts, person) { return withPeople(texts, ballot.peopleOf(texts).filter(function (one) { return one !== person; }).join(',')); };

  /** The sample, with what somebody gave laid over it. */
  ballot.over = function (figures) {
    var texts = withPeople(copy(SAMPLE), PEOPLE.test(figures.people) ? distinct(figures.people) : SAMPLE.people);
    Object.keys(texts).forEach(function (name) { if (name !== 'people' && name !== 'base' && typeof figures[name] === 'string') texts[name] = figures[name]; });
    if (ballot.bases.indexOf(figures.base) >= 0) texts.base = figures.base;
    return texts;
  };

  /** What differs from the sample, for a link, in one order: no names. */
  ballot.edits = function (texts) {
    var edits = {};
    Object.keys(texts).sort().forEach(function (name) {
      if (name.slice(0, 2) !== 'n.' && texts[name] !== (SAMPLE[name] === undefined ? '' : SAMPLE[name])) edits[name] = texts[name];
    });
    return edits;
  };
})();
