/** Whether a word can be Vietnamese: one syllable, as Vietnamese writes them. It tells text in an old encoding from text that is right. */

const BEGIN = 'ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx]';
const MIDDLE = 'oai|oay|oeo|oao|uay|uây|uôi|uya|uyê|uyu|ươi|ươu|iêu|yêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ươ|ưi|ưu|yê|ya|[aăâeêioôơuưy]';
const SYLLABLE = new RegExp('^(?:' + BEGIN + ')?(?:' + MIDDLE + ')(?:ng|nh|ch|[cmnpt])?$');
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

export function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  const tones = parts.match(TONES);
  return (!tones || tones.length === 1) && SYLLABLE.test(parts.replace(TONES, '').normalize('NFC'));
}

/** How many words with a letter beyond ASCII can be Vietnamese, less those that cannot. */
export function likeness(text: string): number {
  let [right, wrong] = [0, 0];
  for (const word of text.split(/[\s\d.,:;()"'\/\\+*!?\u201c\u201d\u2018\u2019\u2026|\u2013-]+/)) {
    if (!/[^\x00-\x7f]/.test(word)) continue;
    if (isSyllable(word)) right++;
    else wrong++;
  }
  return right - wrong;
}
