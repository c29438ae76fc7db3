/** What is known of an engine before any call: it crosses once, and answers are put together with it. */
import type { WasmEngine } from '../build/wasm/xeploai.js';
import { columns, type Columns } from './cells.js';
import type { CitedById } from './findings.js';
import { deepFreeze } from './freeze.js';
import type * as api from './types.js';

/** What does not change from call to call. */
export interface Known {
  readonly rulebook: api.RulebookInfo;
  /** Read when first asked for. */
  readonly tables: () => readonly api.TableInfo[];
  /** The same. */
  readonly forms: () => readonly api.FormInfo[];
  readonly provenance: api.Provenance;
  /** Ids of the subjects, in the core's order. */
  readonly subjects: readonly string[];
  /** Quotas of each subject, in the core's order. */
  readonly quotas: readonly (readonly api.QuotaInfo[])[];
  /** Grades of each subject, in the core's order. */
  readonly grades: readonly Columns[];
  readonly citation: ReadonlyMap<string, api.Citation>;
}

/** Members of a rulebook's info whose citations come by id. */
const LISTS = ['quotas', 'exclusions', 'deadlines', 'terms', 'ballots', 'targets', 'unverified'] as const;
type List = (typeof LISTS)[number];

interface InfoShape {
  rulebook: Omit<api.RulebookInfo, List> & Record<List, CitedById<{ citations: unknown }>[]>;
  readings: Record<string, string>;
  engine: string;
}

export function readKnown(wasm: WasmEngine, asOf: api.IsoDate): Known {
  const info = JSON.parse(wasm.info()) as InfoShape;
  const citation = new Map(info.rulebook.citations.map((one) => [one.id, one] as [string, api.Citation]));
  const whole = <T>(one: CitedById<T>) => Object.assign({}, one, { citations: one.citations.map((id) => citation.get(id)) }) as unknown as T;
  const book = info.rulebook as unknown as Record<string, unknown>;
  for (const list of LISTS) book[list] = info.rulebook[list].map(whole);
  const rulebook = deepFreeze(book as unknown as api.RulebookInfo);
  const { readings, engine } = info;
  const provenance = { rulebook: rulebook.id, rulebookVersion: rulebook.version, overlay: rulebook.overlay, asOf, readings, engine };
  let tables: readonly api.TableInfo[] | null = null;
  const readTables = () => deepFreeze((JSON.parse(wasm.tables()) as CitedById<api.TableInfo>[]).map((table) => whole<api.TableInfo>(table)));
  let forms: readonly api.FormInfo[] | null = null;
  const readForms = () => deepFreeze((JSON.parse(wasm.forms()) as (CitedById<api.FormInfo> & { bands: never[]; rules: never[] })[]).map((form) =>
    Object.assign(whole<api.FormInfo>(form), { bands: form.bands.map(whole), rules: form.rules.map(whole) }) as api.FormInfo));
  return {
    rulebook,
    forms: () => forms || (forms = readForms()),
    tables: () => tables || (tables = readTables()),
    provenance: deepFreeze(provenance),
    subjects: rulebook.subjects.map((subject) => subject.id),
    quotas: rulebook.subjects.map((subject) => rulebook.quotas.filter((quota) => quota.subject === subject.id)),
    grades: rulebook.subjects.map((subject) => columns(subject.grades.map((grade) => grade.id))),
    citation,
  };
}
