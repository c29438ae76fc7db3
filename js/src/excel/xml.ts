/** A part of a workbook as a stream of tags; names come without their prefix, which each program chooses for itself. */
import { Parser } from 'saxen';
import { entities } from './entities.js';
import { Refusal } from './error.js';
import type { Pace } from './pace.js';
import type { Limits } from './types.js';
import { unpack, type Part, type Unpacked } from './zip.js';

export interface Tags {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
}

const own = Object.prototype.hasOwnProperty;
/** No tag and no text between two tags is longer; Excel's longest text has 32.767 letters. */
const LONGEST = 4_000_000;

export async function readXml(part: Part, limits: Limits, so: Unpacked, pace: Pace, tags: Tags): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parser = new Parser();
  let [since, attributes]: [number, Record<string, string>] = [0, {}];
  const attribute = (name: string): string | undefined => (own.call(attributes, name) ? entities(attributes[name] as string) : undefined);
  parser.on('openTag', (name, read) => {
    since = 0;
    if (!tags.open) return;
    attributes = read() || {};
    tags.open(bare(name), attribute);
  });
  if (tags.text) {
    const told = tags.text;
    parser.on('text', (text) => { told(entities(text)); });
    parser.on('cdata', (text) => { told(text); });
  }
  parser.on('closeTag', (name) => {
    since = 0;
    if (tags.close) tags.close(bare(name));
  });
  const damaged = () => new Refusal('file.damaged', { part: part.name });
  const write = (piece: Uint8Array): void => {
    try {
      const xml = decoder.decode(piece, { stream: true });
      since += xml.length;
      if (since > LONGEST) throw damaged();
      parser.write(xml);
    } catch (error) {
      throw error instanceof Refusal ? error : damaged();
    }
  };
  await unpack(part, limits, so, pace, write);
  try {
    parser.write(decoder.decode());
    parser.end();
  } catch {
    throw damaged();
  }
}

function bare(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
