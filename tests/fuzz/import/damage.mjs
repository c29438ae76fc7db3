/** What happens to files on their way, and what somebody who means harm does to them: to the bytes of a zip, to the XML in it, to a text. */
const NUMBERS = ['0', '-1', '1', '2', '65', '256', '16384', '1048576', '1048577', '4294967295', '99999999999999999999', '1e9', '0.5', 'NaN', '', ' 1', 'A', 'ZZZZZZ9', 'A1:XFD1048576', 'B2:A1', '__proto__'];
const PIECES = [
  '<', '>', '</c>', '<c>', '<row>', '</row>', '<c r="A1"/>', '<v>0</v>', '<f>1</f>', '&', '&amp;', '&#0;', '&#x110000;', '&lol;', '<!--', '-->', '<![CDATA[', ']]>', '<!DOCTYPE x [<!ENTITY a "aaaa">]>', '<?x?>', '\0', '\ufffe',
  '<table>', '</table>', '<td>', '<td rowspan=99999 colspan=99999>', '<tr>', '<style>', '<script>', '<p', '"', "'", '\t', ';', ',', '\n', '\r', '""', '="', 'sep=;\n', '\ufeff', '<is><t>', '</t>', '<x:c>', ' t="s"', ' t="d"', ' s="9"',
];
const FIELDS = [0, 1, 8, 0xff, 0xffff, 0x7fffffff, 0xffffffff];

/** A text with one to six things wrong. */
export function damagedText(choose, given) {
  let text = given;
  for (let left = 1 + choose.below(6); left > 0; left--) text = once(choose, text);
  return text.slice(0, 400_000);
}

function once(choose, text) {
  const at = choose.below(text.length + 1);
  const to = Math.min(text.length, at + choose.below(choose.one([2, 20, 400])));
  switch (choose.below(9)) {
    case 0: return text.slice(0, at) + text.slice(to);
    case 1: return text.slice(0, at) + choose.one(PIECES) + text.slice(at);
    case 2: return text.slice(0, to) + text.slice(at, to).repeat(1 + choose.below(choose.one([2, 40]))) + text.slice(to);
    case 3: return text.slice(0, at) + String.fromCharCode(choose.below(choose.one([128, 0x10000]))) + text.slice(at + 1);
    case 4: return text.slice(0, at);
    case 5: return text.slice(0, at) + choose.one(PIECES).repeat(1 + choose.below(choose.one([3, 3000]))) + text.slice(to);
    case 6: return inAttribute(choose, text);
    case 7: return withoutTag(choose, text);
    default: return moved(choose, text, at, to);
  }
}

function pick(choose, text, pattern) {
  const found = [...text.matchAll(pattern)];
  return found.length ? choose.one(found) : null;
}

function inAttribute(choose, text) {
  const found = pick(choose, text, /=["']?([^"'\s<>]{1,40})|>(\d+)</g);
  if (!found) return text;
  const value = found[1] ?? found[2];
  const from = found.index + found[0].indexOf(value);
  return text.slice(0, from) + choose.one(NUMBERS) + text.slice(from + value.length);
}

/** A tag is gone, stands twice, or has another's name. */
function withoutTag(choose, text) {
  const found = pick(choose, text, /<\/?[\w:]+[^<>]*>/g);
  if (!found) return text;
  const other = choose.one(['', found[0] + found[0], choose.one(PIECES)]);
  return text.slice(0, found.index) + other + text.slice(found.index + found[0].length);
}

function moved(choose, text, from, to) {
  const rest = text.slice(0, from) + text.slice(to);
  const at = choose.below(rest.length + 1);
  return rest.slice(0, at) + text.slice(from, to) + rest.slice(at);
}

/** Parts of a workbook with something wrong in one, exchanged, missing or new. */
export function damagedParts(choose, parts) {
  const out = { ...parts };
  const names = Object.keys(out);
  const name = choose.rarely(2) ? names.find((one) => one.includes('/sheet0')) : choose.one(names);
  switch (choose.below(12)) {
    case 0: delete out[name]; break;
    case 1: out[name] = out[choose.one(names)]; break;
    case 2: out[name.toUpperCase()] = out[name]; break;
    case 3: out[choose.one(['xl/workbook.bin', 'word/document.xml', '../x', '', 'a'.repeat(3000)])] = 'x'; break;
    case 4: out[name] = new Uint8Array(Buffer.from(out[name], 'utf16le')); break;
    default: out[name] = damagedText(choose, out[name]);
  }
  return out;
}

/** Bytes with one to four things wrong; now and then in the numbers of a zip's directory. */
export function damagedBytes(choose, given) {
  let bytes = Buffer.from(given);
  for (let left = 1 + choose.below(4); left > 0; left--) {
    const at = choose.below(bytes.length + 1);
    const to = Math.min(bytes.length, at + choose.below(choose.one([3, 60, 2000])));
    switch (choose.below(7)) {
      case 0: if (at < bytes.length) bytes[at] ^= 1 << choose.below(8); break;
      case 1: bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]); break;
      case 2: bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]); break;
      case 3: bytes = bytes.subarray(0, at); break;
      case 4: bytes = Buffer.concat([Buffer.alloc(choose.below(70)), bytes]); break;
      default: inDirectory(choose, bytes);
    }
    bytes = Buffer.from(bytes);
  }
  return new Uint8Array(bytes);
}

function inDirectory(choose, bytes) {
  const entries = [];
  for (let at = 0; at + 46 < bytes.length; at++) if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] < 6) entries.push(at);
  if (!entries.length) return;
  const at = choose.one(entries) + 4 + choose.below(40);
  if (choose.rarely(2)) bytes.writeUInt16LE(choose.one(FIELDS) & 0xffff, at);
  else if (at + 4 <= bytes.length) bytes.writeUInt32LE(choose.one(FIELDS), at);
}
