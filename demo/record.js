/* The record ("phiếu kiểm tra"): what was asked, under which law and reading, and what came of it, as a small file. Dropped into this page
   later, it is computed again from its own inputs, and every difference is named. Whoever wrote the file is not trusted. */
(function () {
  'use strict';
  var demo = window.demo;
  var KIND = 'xeploai-record', LARGEST = 200000;

  /** The same text for the same inputs, in whichever order they were typed. */
  function canonical(value) {
    if (value === null || typeof value !== 'object') return JSON.stringify(value === undefined ? null : value);
    if (Array.isArray(value)) return '[' + value.map(canonical).join(',') + ']';
    return '{' + Object.keys(value).sort().map(function (key) { return JSON.stringify(key) + ':' + canonical(value[key]); }).join(',') + '}';
  }

  /** SHA-256 in hexadecimal, or null: some browsers keep it from a page that is a file. The inputs are in the record either way. */
  function fingerprint(content) {
    var subtle = window.crypto && window.crypto.subtle;
    if (!subtle || typeof window.TextEncoder === 'undefined') return Promise.resolve(null);
    return subtle.digest('SHA-256', typeof content === 'string' ? new window.TextEncoder().encode(content) : content).then(function (bytes) {
      return [].map.call(new Uint8Array(bytes), function (byte) { return ('0' + byte.toString(16)).slice(-2); }).join('');
    }, function () { return null; });
  }

  demo.fingerprint = fingerprint;

  function two(number) { return ('0' + number).slice(-2); }
  function localTime(now) {
    return [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-') + 'T' + [two(now.getHours()), two(now.getMinutes()), two(now.getSeconds())].join(':');
  }

  /** `room.record()` gives { place, inputs, results, provenance }, or will. */
  demo.makeRecord = function (room) {
    return Promise.resolve(room.record()).then(function (made) {
      return Promise.all([made, fingerprint(canonical(made.inputs))]);
    }).then(function (both) {
      var made = both[0], hash = both[1];
      return {
        kind: KIND, format: 1, room: room.id, place: made.place, rulebook: made.provenance.rulebook, rulebookVersion: made.provenance.rulebookVersion,
        asOf: made.provenance.asOf, readings: made.provenance.readings || null, engine: made.provenance.engine, time: localTime(new Date()),
        inputs: made.inputs, sha256: hash, results: made.results
      };
    });
  };

  demo.saveRecord = function (room) {
    demo.makeRecord(room).then(function (record) {
      var blob = new window.Blob([JSON.stringify(record, null, 2) + '\n'], { type: 'application/json' });
      var address = window.URL.createObjectURL(blob);
      var link = demo.el('a', { href: address, download: 'phieu-kiem-tra-' + room.id + '-' + record.time.slice(0, 10) + '.json' });
      document.body.appendChild(link);
      link.click();
      document.body.removeChild(link);
      window.setTimeout(function () { window.URL.revokeObjectURL(address); }, 1000);
      demo.announce(demo.say('record.saved'));
    });
  };

  function unreadable() { return { state: 'unreadable', facts: null, differences: [], open: null }; }

  function written(value) { return value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value); }

  /** Names of results that are not what this page computes, each with both. */
  function compare(before, now) {
    var names = Object.keys(now).concat(Object.keys(before).filter(function (name) { return now[name] === undefined; }));
    return names.filter(function (name) { return canonical(before[name]) !== canonical(now[name]); }).map(function (name) {
      return demo.say('record.result', { name: demo.hasWord('record.name.' + name) ? demo.say('record.name.' + name) : name, before: written(before[name]), now: written(now[name]) });
    });
  }

  function own(object, name) { return Object.prototype.hasOwnProperty.call(object, name) ? object[name] : undefined; }

  /** Inputs as this page would have them: texts by name, nothing else. */
  function texts(inputs) {
    var kept = Object.create(null);
    Object.keys(inputs).slice(0, 600).forEach(function (name) { if (typeof inputs[name] === 'string') kept[name] = inputs[name].slice(0, 100000); });
    return kept;
  }

  /** { state, facts, differences, open }: `same`, `differs` (results), `changed` (its own fingerprint does not fit), `unreadable`. */
  demo.verifyRecord = function (text) {
    var record;
    try {
      record = JSON.parse(text);
    } catch (error) {
      return Promise.resolve(unreadable());
    }
    if (!record || typeof record !== 'object' || own(record, 'kind') !== KIND || typeof own(record, 'inputs') !== 'object' || !record.inputs || typeof own(record, 'results') !== 'object' || !record.results) return Promise.resolve(unreadable());
    var room = demo.roomOf(String(own(record, 'room')));
    if (!room || !room.again) return Promise.resolve(unreadable());
    var inputs = texts(record.inputs), place = String(own(record, 'place') || '');
    return Promise.resolve().then(function () {
      return Promise.all([room.again(place, inputs), fingerprint(canonical(record.inputs))]);
    }).then(function (done) {
      var now = done[0], hash = done[1], differences = compare(record.results, now.results), changed = false;
      ['rulebook', 'rulebookVersion', 'engine'].forEach(function (name) {
        if (String(own(record, name)) !== String(now.provenance[name])) differences.push(demo.say('record.law', { name: demo.say('record.' + name), before: String(own(record, name)), now: String(now.provenance[name]) }));
      });
      if (hash !== null && own(record, 'sha256') && record.sha256 !== hash) changed = true;
      return {
        state: changed ? 'changed' : differences.length ? 'differs' : 'same',
        facts: { time: String(own(record, 'time')).replace('T', ' ').slice(0, 19), rulebook: String(own(record, 'rulebook')).slice(0, 60), asOf: demo.date(String(own(record, 'asOf')).slice(0, 10)), hash: String(own(record, 'sha256') || '–').slice(0, 16) },
        differences: differences, open: function () { demo.enterWith(room.id, place, inputs); }
      };
    }).catch(unreadable);
  };

  demo.readRecordFile = function (file) {
    return new Promise(function (done) {
      if (file.size > LARGEST) {
        done(unreadable());
        return;
      }
      var reader = new window.FileReader();
      reader.onload = function () { done(demo.verifyRecord(String(reader.result))); };
      reader.onerror = function () { done(unreadable()); };
      reader.readAsText(file);
    });
  };
})();
