/** Which cells of a sheet are typed in an old encoding, and what they become. */
import { letterOf, type Font, type Grid, type Note, type Row } from './grid.js';
import { convert, likely, type Likely } from './legacy.js';
import type { Pace } from './pace.js';
import type { Conversion, LegacyEncoding } from './types.js';
import { whole } from './words.js';

const SAMPLES = 8;
const EACH = 3;

/** What a cell's letters and font say; the font decides where both would do. */
export function likelyOf(row: Row, column: number): Likely {
  const text = row.cells[column] || '';
  const said = likely(text);
  const font = row.fonts && row.fonts[column];
  if (!font || said === 'right' || !/[\u0080-\u00ff]/.test(text)) return said;
  return encodingOf(font);
}

function encodingOf(font: Exclude<Font, undefined>): LegacyEncoding {
  return font === 'vni' ? 'vni' : 'tcvn3';
}

/** How cells are read under a mapping. */
export type CellReader = (row: Row, column: number) => string;

/** As they stand; or converted where letters or font ask for it. `all`: nothing in the sheet is right as it is, so that doubtful cells are old too. */
export function cellReader(encoding: LegacyEncoding | null, all: boolean): CellReader {
  if (!encoding) return (row, column) => row.cells[column] || '';
  return (row, column) => {
    const text = row.cells[column] || '';
    if (text === '') return text;
    const font = row.fonts && row.fonts[column];
    const said = likelyOf(row, column);
    // Capitals are typed as small letters, also where they are plain ASCII.
    const old = said === encoding || said === 'old' || (said === 'either' && all) || (said === null && font === 'tcvn3-capitals' && encoding === 'tcvn3');
    return old ? convert(text, encoding, font) : text;
  };
}

export interface Letters {
  readonly conversion: Conversion | null;
  readonly notes: readonly Note[];
  /** Nothing is right as it is. */
  readonly all: boolean;
}

export async function findLegacy(grid: Grid, pace: Pace): Promise<Letters> {
  const counts = { tcvn3: 0, vni: 0 };
  const fonts = { tcvn3: 0, vni: 0 };
  const samples = { tcvn3: [] as Conversion['samples'][number][], vni: [] as Conversion['samples'][number][] };
  const unsure: Note[] = [];
  let [right, both] = [0, 0];
  for (let at = 0; at < grid.rows.length; at++) {
    const row = grid.rows[at] as Row;
    for (let column = 0; column < row.cells.length; column++) {
      const before = row.cells[column] as string;
      if (!/[^\x00-\x7f]/.test(before)) continue;
      const said = likelyOf(row, column);
      if (said === 'either') unsure.push({ code: 'legacy.unsure', row: row.number, column, params: { cell: letterOf(column) + row.number, text: before } });
      if (said === 'right') right++;
      if (said === 'old') both++;
      if (said !== 'tcvn3' && said !== 'vni') continue;
      counts[said]++;
      const font = row.fonts && row.fonts[column];
      if (font) fonts[said]++;
      if (samples[said].length < SAMPLES) samples[said].push(Object.freeze({ row: row.number, column: letterOf(column), before, after: convert(before, said, font) }));
    }
    if (at % 500 === 0) {
      const rest = pace.step(at / grid.rows.length);
      if (rest) await rest;
    }
  }
  const encoding: LegacyEncoding = counts.vni > counts.tcvn3 ? 'vni' : 'tcvn3';
  const cells = counts[encoding] + both;
  if (!cells) return { conversion: null, notes: [], all: false };
  const conversion: Conversion = Object.freeze({ encoding, by: fonts[encoding] ? 'font' : 'letters', cells, samples: Object.freeze(samples[encoding]) });
  const notes: Note[] = [{ code: 'legacy.font', params: { count: whole(cells), encoding: encoding === 'vni' ? 'VNI' : 'TCVN3 (.VnTime)' } }];
  const [first] = unsure;
  if (!right) return { conversion, notes, all: true };
  if (unsure.length > EACH && first) notes.push({ code: 'legacy.unsure.many', params: Object.assign({ count: whole(unsure.length) }, first.params) });
  else notes.push(...unsure);
  return { conversion, notes, all: false };
}
