/** Counts what passed and failed, over every kind of test. */
export class Tally {
  passed = 0;
  failed = 0;

  pass(count = 1) {
    this.passed += count;
  }

  /** One failure, shown at once. */
  fail(title, detail = '') {
    this.failed += 1;
    console.log(`FAILED  ${title}${detail ? `\n${indent(detail)}` : ''}`);
  }

  /** One check that either holds or explains itself. */
  gate(title, detail) {
    if (detail === null) this.pass();
    else this.fail(title, detail);
  }

  /** The last line of a test run. */
  line() {
    return `${this.passed} passed, ${this.failed} failed`;
  }
}

/** Longest line shown: a minified bundle in a stack trace is one line of half a megabyte. */
const WIDEST = 400;

function indent(text) {
  return text.trimEnd().split('\n').map((line) => `        ${line.slice(0, WIDEST)}`).join('\n');
}
