/** The bytes of a module that counts: for each 32-bit number from `from` to `to` one more at four times that address. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { js } from '../../js/tools/paths.mjs';

const TEXT = `(module
  (memory (export "memory") 1)
  (func (export "count") (param $at i32) (param $to i32) (local $place i32)
    (loop $next
      (local.set $place (i32.shl (i32.load (local.get $at)) (i32.const 2)))
      (i32.store (local.get $place) (i32.add (i32.load (local.get $place)) (i32.const 1)))
      (local.set $at (i32.add (local.get $at) (i32.const 4)))
      (br_if $next (i32.lt_u (local.get $at) (local.get $to))))))`;

export async function histogram() {
  const { default: binaryen } = await import(pathToFileURL(createRequire(path.join(js, 'package.json')).resolve('binaryen')).href);
  const module = binaryen.parseText(TEXT);
  module.optimize();
  return module.emitBinary();
}
