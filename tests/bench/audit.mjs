/**
 * A report audited: as long as a page, as long as a book, and texts made to be slow. Pure, so that it runs in Node and in a
 * page. Times are of a whole call, words and frozen results included; every text is another one, so that nothing is remembered.
 */
const PARAGRAPHS = [
  'Năm 2021, Đảng bộ huyện có 412 chi bộ được xếp loại: hoàn thành xuất sắc nhiệm vụ 68 chi bộ, chiếm 16,50%; hoàn thành tốt nhiệm vụ 301 chi bộ, chiếm 73,06%; hoàn thành nhiệm vụ 40 chi bộ, chiếm 9,71%; không hoàn thành nhiệm vụ 03 chi bộ, chiếm 0,73%.',
  'Căn cứ Hướng dẫn số 21-HD/BTCTW ngày 18/10/2019, cấp ủy các cấp đã chỉ đạo kiểm điểm nghiêm túc, dân chủ; nhiều nơi gắn kiểm điểm với việc thực hiện nghị quyết của nhiệm kỳ 2020 - 2025.',
  'Có 352/353 đồng chí nộp bản tự phê bình, chiếm 99,72%; số đảng viên được miễn sinh hoạt là 488 đồng chí, chiếm 8,3% tổng số 5.846 đảng viên của huyện.',
  'Thi hành kỷ luật 248 đảng viên (khiển trách 176, cảnh cáo 51, cách chức 4, khai trừ 17), tăng 12 trường hợp so với năm trước; trong đó có 31 cấp ủy viên, chiếm 12,5%.',
  'Phấn đấu năm sau có trên 90% tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ, kết nạp từ 150 đến 170 đảng viên, không để quá 2% chi bộ không hoàn thành nhiệm vụ.',
];
const PROSE = `${PARAGRAPHS.join('\n')}\n\n`;
const KB = 1000;

const long = (piece, size) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);

/** Name, text, how many milliseconds it should take at most in Chromium, and how often it was read before: an engine makes fast what runs often. */
const TEXTS = [
  ['10 KB, the first 60 times', long(PROSE, 10 * KB), 1],
  ['10 KB, as one types on', long(PROSE, 10 * KB), 1, 400],
  ['report of 1 MB', long(PROSE, 1000 * KB), 150],
  ['1 MB of figures', long('12 chi bộ, chiếm 15%; ', 1000 * KB), null],
  ['1 MB of open brackets', long('(12 ', 1000 * KB), null],
  ['1 MB of numbers', long('12 ', 1000 * KB), null],
  ['1 MB without figures', long('Hội nghị diễn ra dân chủ, thẳng thắn. ', 1000 * KB), null],
];

function median(work, times, before = 2) {
  const found = [];
  for (let turn = 0; turn < times + before; turn++) {
    const from = performance.now();
    work(turn);
    found.push(performance.now() - from);
  }
  return found.slice(before).sort((a, b) => a - b)[times >> 1];
}

/** What a grammar checker reads in its own language; it looks at every word, not at figures alone. */
const ENGLISH = 'In 2021 the district had 412 branches that were rated: 68 were excellent, 16.50 per cent; 301 were good, 73.06 per cent. All but three sent in their reports, and the committee checked each of them. ';

async function ofHarper(lint) {
  const text = long(ENGLISH, 10 * KB);
  const found = [];
  for (let turn = 0; turn < 5; turn++) {
    const from = performance.now();
    await lint(`${turn}. ${text}`);
    found.push(performance.now() - from);
  }
  const ms = found.sort((a, b) => a - b)[2];
  return { name: 'harper.js, 10 KB of English prose', aim: null, ms, perKb: ms / 10 };
}

export async function measureAudit({ xeploai, rulebooks, harper }) {
  const engine = await xeploai.createEngine({ rulebook: rulebooks, asOf: '2020-12-31' });
  const rows = TEXTS.map(([name, text, aim, before]) => {
    const turns = text.length > 100 * KB ? 5 : 60;
    const ms = median((turn) => engine.audit({ text: `${turn}. ${text}` }), turns, before);
    return { name, aim, ms, perKb: ms / (text.length / KB) };
  });
  return harper ? [...rows, await ofHarper(harper)] : rows;
}
