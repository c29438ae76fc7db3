/** Letters written by name or number, in HTML and XML. */
const ENTITIES = new Map([
  ['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"], ['nbsp', ' '], ['ndash', '–'], ['mdash', '—'], ['ldquo', '“'], ['rdquo', '”'], ['lsquo', '‘'], ['rsquo', '’'], ['hellip', '…'],
]);

export function entities(text: string): string {
  if (text.indexOf('&') < 0) return text;
  return text.replace(/&(?:[#]x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,8}));?/gi, (all, hex: string | undefined, number: string | undefined, name: string | undefined) => {
    if (name) return ENTITIES.get(name) || all;
    const code = hex ? parseInt(hex, 16) : Number(number);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : all;
  });
}
