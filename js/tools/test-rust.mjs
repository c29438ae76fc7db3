/** The native half of the tests: format, lints, and `cargo test`. */
import { attempt } from './command.mjs';

const CLIPPY = ['clippy', '--locked', '--quiet'];
const WASM = ['--target', 'wasm32-unknown-unknown', '--', '-D', 'warnings'];

export function format(tally) {
  gate(tally, 'cargo fmt --check', ['fmt', '--check', '--', '--color', 'never']);
}

export function lints(tally) {
  gate(tally, 'clippy, all targets', [...CLIPPY, '--all-targets', '--features', 'library', '--', '-D', 'warnings']);
  gate(tally, 'clippy, without the audit', [...CLIPPY, '--lib', '--no-default-features', '--', '-D', 'warnings']);
}

export function wasmLints(tally) {
  gate(tally, 'clippy, wasm', [...CLIPPY, '--lib', '--features', 'wasm', ...WASM]);
  gate(tally, 'clippy, wasm without the audit', [...CLIPPY, '--lib', '--no-default-features', '--features', 'wasm', ...WASM]);
}

/** Every "test result" line is added up; a run that breaks off is a failure of its own. */
export function nativeTests(tally) {
  const { ok, text } = attempt('cargo', ['test', '--locked', '--features', 'library', '--no-fail-fast'], { env: { CARGO_TERM_COLOR: 'never' } });
  const results = [...text.matchAll(/^test result: .*?(\d+) passed; (\d+) failed/gm)];
  const sum = (group) => results.reduce((total, match) => total + Number(match[group]), 0);
  tally.pass(sum(1));
  const names = [...text.matchAll(/^test (.+?) \.\.\. FAILED$/gm)].map((match) => match[1]);
  for (let at = 0; at < sum(2); at += 1) tally.fail(`Rust: ${names[at] ?? 'see below'}`);
  if (sum(2) > 0) console.log(text.replace(/^test .* \.\.\. ok\n/gm, ''));
  else if (!ok) tally.fail('cargo test', text);
  else if (results.length === 0 || sum(1) === 0) tally.fail('cargo test', 'It ran no test at all.');
}

function gate(tally, title, args) {
  const { ok, text } = attempt('cargo', args, { env: { CARGO_TERM_COLOR: 'never' } });
  tally.gate(title, ok ? null : text || 'It failed without a word.');
}
