/** How `watchForm` and `createAnnouncer` are called: what is misspelt or of a wrong kind is a clear error at once. */
import { UsageError } from '../errors.js';
import type { FormsEngine } from '../types.js';
import { choice, each, flag, kind, list, object, options, text, unknownField, whole } from '../usage.js';
import { shapeOf, type Shape } from './fields.js';
import type { WatchOptions } from './types.js';

const KNOWN = ['form', 'map', 'unit', 'period', 'final', 'fields', 'report', 'messages', 'constraintValidation', 'blockSubmit', 'quietMs', 'onError'] as const;
const QUIET = 1_200;
const MINUTE = 60_000;

/** The options, read once. */
export interface Settings {
  readonly form: string;
  readonly shape: Shape;
  readonly map: NonNullable<WatchOptions['map']>;
  readonly around: Pick<WatchOptions, 'unit' | 'period' | 'final'>;
  readonly fields: WatchOptions['fields'];
  readonly report: WatchOptions['report'];
  readonly onError: ((error: unknown) => void) | undefined;
  readonly messages: boolean;
  readonly constraintValidation: boolean;
  readonly blockSubmit: boolean;
  readonly quietMs: number;
}

export function settings(engine: FormsEngine, given: WatchOptions): Settings {
  const read = options('watchForm', given, KNOWN);
  const forms = engine.forms();
  const form = forms[choice('form', read.form, forms.map((one) => one.id), 'usage.unknown-form')] as (typeof forms)[number];
  const shape = shapeOf(form);
  const map = read.map === undefined ? {} : object('map', read.map) as Settings['map'];
  for (const id of Object.keys(map)) if (!shape.field(id)) throw unknownField('map', id, shape.fields.map((field) => field.id));
  return {
    form: form.id,
    shape,
    map,
    around: { unit: read.unit, period: read.period, final: read.final } as Settings['around'],
    fields: fieldsOf(read.fields, shape),
    report: callback('report', read.report),
    onError: callback('onError', read.onError),
    messages: flag('messages', read.messages),
    constraintValidation: flag('constraintValidation', read.constraintValidation),
    blockSubmit: flag('blockSubmit', read.blockSubmit),
    quietMs: milliseconds('quietMs', read.quietMs, QUIET),
  };
}

function fieldsOf(given: unknown, { fields }: Shape): Settings['fields'] {
  if (given === undefined || given === 'page') return given;
  const ids = fields.map((field) => field.id);
  return each(list('fields', given), (id) => {
    if (ids.indexOf(id as string) < 0) throw unknownField('fields', text('fields', id), ids);
    return id as string;
  });
}

export function milliseconds(what: string, given: unknown, otherwise: number): number {
  return given === undefined ? otherwise : whole(what, given, 0, MINUTE);
}

export function callback<F extends (...args: never[]) => void>(what: string, given: unknown): F | undefined {
  if (given !== undefined && typeof given !== 'function') throw new UsageError('usage.bad-type', `\`${what}\` expects a function, found ${kind(given)}`);
  return given as F | undefined;
}
