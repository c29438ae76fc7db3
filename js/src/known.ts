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
  readonly provenance: api.Provenance;
  /** Ids of the subjects, in the core's order. */
  readonly subjects: readonly string[];
  /** Quotas of each subject, in the core's order. */
  readonly quotas: readonly (readonly api.QuotaInfo[])[];
  /** Grades of each subject, in the core's order. */
  readonly grades: readonly Columns[];
  readonly citation: ReadonlyMap<string, api.Citation>;
}

interface InfoShape {
  rulebook: Omit<api.RulebookInfo, 'quotas'> & { quotas: CitedById<api.QuotaInfo>[] };
  readings: Record<string, string>;
  engine: string;
}

export function readKnown(wasm: WasmEngine, asOf: api.IsoDate): Known {
  const info = JSON.parse(wasm.info()) as InfoShape;
  const citation = new Map(info.rulebook.citations.map((one) => [one.id, one] as [string, api.Citation]));
  const whole = <T>(one: CitedById<T>) => Object.assign({}, one, { citations: one.citations.map((id) => citation.get(id)) }) as unknown as T;
  const rulebook = deepFreeze(Object.assign({}, info.rulebook, { quotas: info.rulebook.quotas.map(whole) }) as api.RulebookInfo);
  const { readings, engine } = info;
  const provenance = { rulebook: rulebook.id, rulebookVersion: rulebook.version, overlay: rulebook.overlay, asOf, readings, engine };
  let tables: readonly api.TableInfo[] | null = null;
  const readTables = () => deepFreeze((JSON.parse(wasm.tables()) as CitedById<api.TableInfo>[]).map((table) => whole<api.TableInfo>(table)));
  return {
    rulebook,
    tables: () => tables || (tables = readTables()),
    provenance: deepFreeze(provenance),
    subjects: rulebook.subjects.map((subject) => subject.id),
    quotas: rulebook.subjects.map((subject) => rulebook.quotas.filter((quota) => quota.subject === subject.id)),
    grades: rulebook.subjects.map((subject) => columns(subject.grades.map((grade) => grade.id))),
    citation,
  };
}
