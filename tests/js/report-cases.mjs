/** Turns the results of the runner into tests of Node's test runner, one a case. */
import test from 'node:test';

export function reportCases(results) {
  for (const { name, ok, detail } of results) {
    test(name, () => {
      if (!ok) throw detail;
    });
  }
}
