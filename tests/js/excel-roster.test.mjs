/** Rosters as offices keep them: where the header is, what each column is, who is who, and that no row is lost. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { HEADER, PEOPLE, workbook } from './excel-files.mjs';
import { codes, engine, read, rulebook, told } from './excel-tools.mjs';
import { rulebooks, xeploai } from './package.mjs';

const rosterOf = async (rows, options, mapping) => (await read(workbook(rows, options))).roster(mapping);
const grades = (roster) => told(roster).map(([, , grade]) => grade);
const units = (roster) => told(roster).map(([, unit]) => unit);

test('a plain roster is read: names, branches, grades in words or short, the total set aside and found right', async () => {
  const reading = await read(workbook([HEADER, ...PEOPLE, ['', 'Tổng cộng: 4 đồng chí']]));
  assert.deepEqual(reading.mapping.roles, ['number', 'name', 'unit-1', 'grade']);
  assert.equal(reading.columns[3].reason, 'Tiêu đề “Mức xếp loại”; 4/4 ô là mức xếp loại');
  const roster = await reading.roster();
  assert.deepEqual(told(roster), [
    ['Nguyễn Văn An', 'Toàn bộ danh sách > Chi bộ 1', 'htxsnv'],
    ['Trần Thị Bình', 'Toàn bộ danh sách > Chi bộ 1', 'httnv'],
    ['Lê Đức Chung', 'Toàn bộ danh sách > Chi bộ 2', 'httnv'],
    ['Phạm Minh Dũng', 'Toàn bộ danh sách > Chi bộ 2', 'htnv'],
  ]);
  assert.deepEqual(roster.setAside.map(({ row, kind, said, found }) => [row, kind, said, found]), [[1, 'header', null, null], [6, 'total', 4, 4]]);
  assert.deepEqual([...reading.problems, ...roster.problems], []);
  assert.deepEqual(Array.from(roster.rows), [2, 3, 4, 5]);
});

test('the columns go into engine.rollUp as they are', async () => {
  const roster = await rosterOf([HEADER, ...PEOPLE]);
  const rolled = engine.rollUp(roster.columns);
  assert.deepEqual([rolled.rows, rolled.units, rolled.unreadable.count], [4, 3, 0]);
  assert.deepEqual(Array.from(rolled.all.subarray(0, 5)), [1, 2, 1, 0, 0]);
});

const FORM = [
  ['ĐẢNG BỘ XÃ BÌNH MINH'], [], ['DANH SÁCH XẾP LOẠI ĐẢNG VIÊN NĂM 2025'],
  ['TT', 'Họ và tên', 'Ngày sinh', 'Mức xếp loại', '', '', '', 'Ghi chú'], ['', '', '', 'HTXSNV', 'HTTNV', 'HTNV', 'KHTNV', ''],
  ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)'],
  ['I', 'Chi bộ Thôn Đông', '', '', '', '', '', ''],
  [1, 'Nguyễn Văn An', { date: 25000 }, 'x'], [2, 'Trần Thị Bình', { date: 26000 }, '', 'x'], ['', 'Cộng: 2', '', 1, 1],
  ['II', 'Chi bộ Thôn Đoài'], [1, 'Lê Đức Chung', '', '', 'X', 'x'], [2, 'Phạm Dũng', '', '', '', '', '', 'Miễn sinh hoạt'], ['', 'Cộng: 3 đồng chí'],
  ['', 'Tổng cộng', '', 1, 1, 0, 0], [], ['', '', '', '', 'NGƯỜI LẬP BIỂU', '', 'T/M CHI ỦY'], ['', '', '', '', 'Lê Thị Hoa'],
];
const MERGES = ['A4:A5', 'B4:B5', 'C4:C5', 'D4:G4', 'H4:H5', 'A3:H3'];

test('a form with a two-row header, crosses, branches as headings, totals and signatures is read', async () => {
  const reading = await read(workbook(FORM, { merges: MERGES }));
  assert.deepEqual(reading.mapping.header, [4, 6]);
  assert.equal(reading.columns[4].title, 'Mức xếp loại › HTTNV');
  const roster = await reading.roster();
  assert.deepEqual(told(roster), [
    ['Nguyễn Văn An', 'ĐẢNG BỘ XÃ BÌNH MINH > Chi bộ Thôn Đông', 'htxsnv'],
    ['Trần Thị Bình', 'ĐẢNG BỘ XÃ BÌNH MINH > Chi bộ Thôn Đông', 'httnv'],
    ['Lê Đức Chung', 'ĐẢNG BỘ XÃ BÌNH MINH > Chi bộ Thôn Đoài', 'waiting'],
    ['Phạm Dũng', 'ĐẢNG BỘ XÃ BÌNH MINH > Chi bộ Thôn Đoài', 'exempt'],
  ]);
  assert.deepEqual(roster.setAside.map(({ row, kind }) => [row, kind]), [
    [1, 'text'], [3, 'text'], [4, 'header'], [5, 'header'], [6, 'header'], [7, 'heading'], [10, 'total'], [11, 'heading'], [14, 'total'], [15, 'total'], [17, 'text'], [18, 'text'],
  ]);
  assert.deepEqual(roster.problems.map(({ code, row }) => [code, row]), [['grade.ticks', 12], ['reason.from-note', 13], ['total.differs', 14]]);
  assert.match(roster.problems[2].message, /ghi 3, nhưng đếm được 2/);
});

test('every row with something in it is somebody or set aside, whatever the mapping', async () => {
  for (const mapping of [{}, { roles: FORM[3].map(() => 'other') }, { header: null }, { headings: false }, { rows: { 8: 'aside', 17: 'person' } }]) {
    const reading = await read(workbook(FORM, { merges: MERGES }));
    const roster = await reading.roster(mapping);
    const seen = [...roster.rows, ...roster.setAside.map(({ row }) => row)].sort((a, b) => a - b);
    assert.deepEqual(seen, [1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18], JSON.stringify(mapping));
    assert.equal(seen.length, reading.rows);
  }
});

test('a branch merged over its members belongs to each of them; one named only on its first row too, which is said', async () => {
  const rows = [HEADER, [1, 'Nguyễn Văn An', 'Chi bộ 1', 'HTXSNV'], [2, 'Trần Thị Bình', '', 'HTTNV'], [3, 'Lê Đức Chung', '', 'HTTNV'], [4, 'Phạm Dũng', 'Chi bộ 2', 'HTNV'], [5, 'Vũ Thị Em', '', 'HTNV']];
  const merged = await rosterOf(rows, { merges: ['C2:C4', 'C5:C6'] });
  assert.deepEqual(units(merged).map((path) => path.slice(-8)), ['Chi bộ 1', 'Chi bộ 1', 'Chi bộ 1', 'Chi bộ 2', 'Chi bộ 2']);
  assert.deepEqual(merged.problems, []);
  const filled = await rosterOf(rows);
  assert.deepEqual(units(filled), units(merged));
  assert.deepEqual(codes(filled.problems), ['unit.filled']);
});

test('who has no branch in a list where everybody else has one is not put in the branch above, and it is said', async () => {
  const roster = await rosterOf([HEADER, PEOPLE[0], PEOPLE[1], [3, 'Lê Đức Chung', '', 'HTTNV'], PEOPLE[3]]);
  assert.equal(units(roster)[2], 'Toàn bộ danh sách');
  assert.deepEqual(roster.problems.map(({ code, row }) => [code, row]), [['unit.missing', 4]]);
});

test('units stand in their order whatever the order of their columns; the same branch name under two committees is two branches', async () => {
  const roster = await rosterOf([['Họ và tên', 'Chi bộ', 'Đảng bộ cơ sở', 'Đảng bộ tỉnh', 'Xếp loại'], ['Nguyễn Văn An', 'Chi bộ 1', 'Đảng bộ xã A', 'Tỉnh X', 'HTXSNV'], ['Trần Thị Bình', 'Chi bộ 1', 'Đảng bộ xã B', 'Tỉnh X', 'HTTNV'], ['Lê Đức Chung', 'chi bộ  1', 'ĐẢNG BỘ XÃ A', 'Tỉnh X', 'HTTNV']]);
  assert.deepEqual(units(roster), ['Tỉnh X > Đảng bộ xã A > Chi bộ 1', 'Tỉnh X > Đảng bộ xã B > Chi bộ 1', 'Tỉnh X > Đảng bộ xã A > Chi bộ 1']);
  assert.deepEqual(Array.from(roster.columns.parents), [-1, 0, 1, 0, 3]);
});

test('hòa and hoà, composed and decomposed, are one branch; Đông and Dông are two, and it is said', async () => {
  const roster = await rosterOf([HEADER, [1, 'An Văn Một', 'Chi bộ Hòa Bình', 'HTNV'], [2, 'An Văn Hai', 'Chi bộ Hoà Bình'.normalize('NFD'), 'HTNV'], [3, 'An Văn Ba', 'Chi bộ Đông', 'HTNV'], [4, 'An Văn Tư', 'Chi bộ Dông', 'HTNV']]);
  assert.equal(roster.units.length, 4);
  assert.deepEqual(codes(roster.problems), ['unit.similar']);
});

test('headers are known with or without marks, in any case, composed or not, and in English', async () => {
  for (const header of [['TT', 'HO VA TEN', 'CHI BO', 'XEP LOAI'], ['Số TT', 'Họ, tên đảng viên', 'Sinh hoạt tại chi bộ', 'Kết quả đánh giá, xếp loại năm 2025'], HEADER.map((one) => one.normalize('NFD').toUpperCase()), ['No', 'Full name', 'Branch', 'Rating']]) {
    const reading = await read(workbook([header, ...PEOPLE]));
    assert.deepEqual(reading.mapping.roles, ['number', 'name', 'unit-1', 'grade'], header.join());
  }
});

test('family and given names in two columns are one name', async () => {
  const roster = await rosterOf([['STT', 'Họ và tên', '', 'Chi bộ', 'Xếp loại'], [1, 'Nguyễn Văn', 'An', 'Chi bộ 1', 'HTNV'], [2, 'Trần', 'Bình', 'Chi bộ 1', 'HTNV']], { merges: ['B1:C1'] });
  assert.deepEqual(roster.names, ['Nguyễn Văn An', 'Trần Bình']);
});

test('of own proposal, branch and committee the last column of grades decides, and it is said', async () => {
  const reading = await read(workbook([['Họ và tên', 'Chi bộ', 'Tự xếp loại', 'Chi bộ xếp loại', 'Cấp ủy xếp loại'], ['Nguyễn Văn An', 'Chi bộ 1', 'HTXSNV', 'HTXSNV', 'HTTNV'], ['Trần Bình', 'Chi bộ 1', 'HTTNV', 'HTTNV', 'HTTNV']]));
  assert.deepEqual(reading.mapping.roles, ['name', 'unit-1', 'other', 'other', 'grade']);
  assert.deepEqual(codes(reading.problems), ['grade.several']);
  assert.deepEqual(grades(await reading.roster()), ['httnv', 'httnv']);
  assert.deepEqual(grades(await reading.roster({ roles: ['name', 'unit-1', 'grade', 'other', 'other'] })), ['htxsnv', 'httnv'], 'people may choose another');
});

test('a column of grades without a header is known by what stands in it', async () => {
  const reading = await read(workbook([['Họ và tên', 'Chi bộ', ''], ['Nguyễn Văn An', 'Chi bộ 1', 'HTXSNV'], ['Trần Bình', 'Chi bộ 1', 'Tốt']]));
  assert.equal(reading.mapping.roles[2], 'grade');
});

test('how people shorten grades, and old words as the rulebook maps them', async () => {
  const words = [['HTXS', 'htxsnv'], ['H.T.T.N.V', 'httnv'], ['hoàn thành TỐT', 'httnv'], ['Xuất sắc', 'htxsnv'], ['2. Hoàn thành tốt nhiệm vụ', 'httnv'], ['Đảng viên hoàn thành nhiệm vụ', 'htnv'], ['Không hoàn thành nhiệm vụ', 'khtnv'], ['HT', 'htnv'], ['Chưa xếp loại', 'waiting'], ['', 'waiting'],
    ['Miễn sinh hoạt', 'exempt'], ['Đình chỉ SH đảng', 'suspended'], ['Mới kết nạp', 'new'], ['Vi phạm tư cách, không hoàn thành nhiệm vụ', 'khtnv']];
  const roster = await rosterOf([HEADER, ...words.map(([word], at) => [at + 1, `Nguyễn Văn ${String.fromCharCode(65 + at)}`, 'Chi bộ 1', word])]);
  assert.deepEqual(grades(roster), words.map(([, grade]) => grade));
  assert.deepEqual(codes(roster.problems), ['grade.old-word']);
  assert.match(roster.problems[0].message, /là từ cũ, hiểu là KHTNV/);
});

test('each rulebook maps its own words', async () => {
  for (const [asOf, word, grade] of [['2015-12-31', 'Đảng viên đủ tư cách, hoàn thành xuất sắc nhiệm vụ', 0], ['2020-12-31', 'Đủ tư cách, hoàn thành tốt nhiệm vụ', 1]]) {
    const old = await xeploai.createEngine({ rulebook: rulebooks, asOf });
    const reading = await read(workbook([HEADER, [1, 'Nguyễn Văn An', 'Chi bộ 1', word]]), { rulebook: old.rulebook });
    assert.equal((await reading.roster()).columns.grade[0], grade, asOf);
  }
});

test('a grade nobody knows is listed, counted as waiting, and means what people say it means', async () => {
  const reading = await read(workbook([HEADER, PEOPLE[0], [2, 'Trần Thị Bình', 'Chi bộ 1', 'Loại giỏi'], [3, 'Lê Chung', 'Chi bộ 1', 'Loại giỏi'], [4, 'Lê Dũng', 'Chi bộ 1', 'vắng']]));
  const roster = await reading.roster();
  assert.deepEqual(roster.unknownWords, [{ word: 'Loại giỏi', count: 2 }, { word: 'vắng', count: 1 }]);
  assert.deepEqual(roster.problems.map(({ code, row, column }) => [code, row, column]), [['grade.unknown', 3, 'D'], ['grade.unknown', 4, 'D'], ['grade.unknown', 5, 'D']]);
  assert.deepEqual(grades(roster), ['htxsnv', 'waiting', 'waiting', 'waiting']);
  assert.deepEqual(grades(await reading.roster({ words: { 'Loại giỏi': 'httnv', vắng: 'exempt' } })), ['htxsnv', 'httnv', 'httnv', 'exempt']);
});

test('a reason for not being rated stands in its own column; beside a grade it is said', async () => {
  const roster = await rosterOf([['Họ và tên', 'Chi bộ', 'Mức xếp loại', 'Lý do không xếp loại'], ['Nguyễn Văn An', 'Chi bộ 1', '', 'Miễn công tác'], ['Trần Bình', 'Chi bộ 1', 'HTNV', 'Đình chỉ sinh hoạt'], ['Lê Chung', 'Chi bộ 1', '', 'Đi xa']]);
  assert.deepEqual(grades(roster), ['exempt', 'suspended', 'waiting']);
  assert.deepEqual(codes(roster.problems), ['grade.and-reason', 'reason.unknown']);
});

test('counts in columns of crosses are a table, not a list, and it is said', async () => {
  const roster = await rosterOf([['Họ và tên', 'HTXSNV', 'HTTNV', 'HTNV', 'KHTNV'], ['Nguyễn Văn An', 3, 12, 1, 0], ['Trần Bình', 'x'], ['Lê Chung', '', 'ok']]);
  assert.deepEqual(grades(roster), ['waiting', 'htxsnv', 'waiting']);
  assert.deepEqual(codes(roster.problems).slice(0, 3).sort(), ['grade.tick-number', 'grade.tick-unknown', 'header.no-unit']);
});

test('the same name twice in one branch is pointed at, unless a date of birth tells the two apart', async () => {
  const rows = (one, other) => [['Họ và tên', 'Ngày sinh', 'Chi bộ', 'Xếp loại'], ['Nguyễn Văn An', one, 'Chi bộ 1', 'HTNV'], ['Nguyễn Văn An', other, 'Chi bộ 1', 'HTNV']];
  assert.deepEqual(codes((await rosterOf(rows('1/2/1970', '1/2/1970'))).problems), ['name.twice']);
  assert.deepEqual(codes((await rosterOf(rows('1/2/1970', '3/4/1980'))).problems), []);
});

test('without a header nothing is guessed wildly: people say what each column is', async () => {
  const reading = await read(workbook([['Nguyễn Văn An', 'Nhóm 1', 'A'], ['Trần Bình', 'Nhóm 2', 'B']]));
  assert.deepEqual([codes(reading.problems), reading.mapping.header], [['header.none'], null]);
  const roster = await reading.roster({ roles: ['name', 'unit-1', 'grade'], words: { A: 'htxsnv', B: 'httnv' } });
  assert.deepEqual(told(roster), [['Nguyễn Văn An', 'Toàn bộ danh sách > Nhóm 1', 'htxsnv'], ['Trần Bình', 'Toàn bộ danh sách > Nhóm 2', 'httnv']]);
});

test('the first sheet with a header of a roster is read, hidden ones last; the others are named', async () => {
  const { parts, zipped } = await import('./excel-files.mjs');
  const file = zipped(parts([{ name: 'Bìa', rows: [['Báo cáo năm 2025']] }, { name: 'Ẩn', hidden: true, rows: [HEADER, PEOPLE[0]] }, { name: 'CB 1', rows: [HEADER, ...PEOPLE] }]));
  const reading = await read(file);
  assert.deepEqual([reading.sheet, reading.sheets.map(({ name, hidden }) => [name, hidden])], ['CB 1', [['Bìa', false], ['Ẩn', true], ['CB 1', false]]]);
  assert.match(reading.problems.at(-1).message, /chưa đọc 2 trang khác: Bìa, Ẩn/);
  assert.equal((await read(file, { sheet: 'Ẩn' })).rows, 2);
  assert.equal((await read(workbook([HEADER]), { sheet: 'Không có' }).catch((error) => error)).code, 'file.no-sheet');
});

test('rows hidden by a filter are read all the same, and it is said', async () => {
  const reading = await read(workbook([HEADER, ...PEOPLE], { attributes: (row) => (row > 3 ? ' hidden="1"' : '') }));
  assert.equal((await reading.roster()).names.length, 4);
  assert.match(reading.problems[0].message, /^2 dòng đang bị ẩn/);
});

test('a wrong call says what is right', async () => {
  await assert.rejects(read(workbook([HEADER]), { sheets: 1 }), /`sheets` is not known in `readRoster`.*known: rulebook, subject/);
  await assert.rejects(read(workbook([HEADER]), { rulebook: null }), /`rulebook` expects `engine.rulebook`/);
  await assert.rejects(read(workbook([HEADER]), { subject: 'members' }), /`members` is no `subject`.*member/);
  await assert.rejects(read(7), /expects a file, its bytes, a text/);
  assert.ok(rulebook);
});

test('of two sets of crosses the last decides, of two years the later, and both are said', async () => {
  const four = ['HTXSNV', 'HTTNV', 'HTNV', 'KHTNV'];
  const sets = await read(workbook([['Họ và tên', 'Chi bộ', 'Tự xếp loại', '', '', '', 'Chi bộ xếp loại', '', '', ''], ['', '', ...four, ...four], ['Nguyễn Văn An', 'Chi bộ 1', 'x', '', '', '', '', 'x']], { merges: ['A1:A2', 'B1:B2', 'C1:F1', 'G1:J1'] }));
  assert.deepEqual(sets.mapping.roles.slice(2), ['other', 'other', 'other', 'other', 'tick:htxsnv', 'tick:httnv', 'tick:htnv', 'tick:khtnv']);
  assert.deepEqual([codes(sets.problems), grades(await sets.roster())], [['grade.several'], ['httnv']]);
  const years = await read(workbook([['Họ và tên', 'Chi bộ', 'Xếp loại năm 2025', 'Xếp loại năm 2024'], ['Nguyễn Văn An', 'Chi bộ 1', 'HTXSNV', 'HTTNV'], ['Lê Bình', 'Chi bộ 1', 'HTNV', 'HTTNV']]));
  assert.deepEqual([years.mapping.roles[2], codes(years.problems)], ['grade', ['grade.several']]);
});

test('where somebody works is not where he is a member', async () => {
  const reading = await read(workbook([['Họ và tên', 'Chức vụ, đơn vị công tác', 'Chi bộ', 'Xếp loại'], ['Nguyễn Văn An', 'Trưởng phòng, Sở A', 'Chi bộ 1', 'HTNV']]));
  assert.deepEqual(reading.mapping.roles, ['name', 'other', 'unit-1', 'grade']);
});

test('a list of organisations names them in the column of units', async () => {
  const reading = await read(workbook([['TT', 'Đảng bộ', 'Chi bộ', 'Mức xếp loại'], [1, 'Đảng bộ xã A', 'Chi bộ 1', 'HTXSNV'], [2, 'Đảng bộ xã A', 'Chi bộ 2', 'HTTNV']]), { subject: 'organisation' });
  const roster = await reading.roster();
  assert.deepEqual([roster.names, roster.columns.subject, Array.from(roster.columns.grade)], [['Chi bộ 1', 'Chi bộ 2'], 'organisation', [0, 1]]);
  assert.equal(engine.rollUp(roster.columns).unreadable.count, 0);
});

test('reasons for not being rated stand as crosses under their names, too', async () => {
  const reading = await read(workbook([['Họ và tên', 'Chi bộ', 'Xếp loại', 'Miễn sinh hoạt', 'Mới kết nạp'], ['Nguyễn Văn An', 'Chi bộ 1', '', 'x', ''], ['Lê Bình', 'Chi bộ 1', '', '', 'x'], ['Lê Chi', 'Chi bộ 1', 'HTNV', '', '']]));
  assert.deepEqual(reading.mapping.roles.slice(3), ['exclusion', 'exclusion']);
  assert.deepEqual(grades(await reading.roster()), ['exempt', 'new', 'htnv']);
});

test('the name of somebody else further on is no part of the name', async () => {
  const roster = await rosterOf([['Họ và tên', 'Chi bộ', 'Xếp loại', 'Tên người giới thiệu'], ['Nguyễn Văn An', 'Chi bộ 1', 'HTNV', 'Lê Bình']]);
  assert.deepEqual(roster.names, ['Nguyễn Văn An']);
});

test('who is not rated yet stays somebody, with the branch before the name or a bare list of names', async () => {
  const before = await rosterOf([['Chi bộ', 'Họ và tên', 'Xếp loại'], ['Chi bộ 1', 'Nguyễn Văn An', ''], ['Chi bộ 1', 'Lê Bình', 'HTNV'], ['Chi bộ 2', 'Trần Chi', '']]);
  assert.deepEqual(told(before).map(([name, unit]) => [name, unit.slice(-8)]), [['Nguyễn Văn An', 'Chi bộ 1'], ['Lê Bình', 'Chi bộ 1'], ['Trần Chi', 'Chi bộ 2']]);
  const bare = await rosterOf([['STT', 'Họ và tên', 'Xếp loại'], ['', 'Chi bộ Đông'], [1, 'Nguyễn Văn An', ''], [2, 'Lê Bình', 'HTNV'], ['', 'Trần Chi', ''], [4, 'Vũ Dũng', '']]);
  assert.deepEqual(told(bare), [['Nguyễn Văn An', 'Chi bộ Đông', 'waiting'], ['Lê Bình', 'Chi bộ Đông', 'htnv'], ['Trần Chi', 'Chi bộ Đông', 'waiting'], ['Vũ Dũng', 'Chi bộ Đông', 'waiting']]);
});

test('headings of two levels and a column of branches make one tree', async () => {
  const roster = await rosterOf([['TT', 'Họ và tên', 'Chi bộ', 'Xếp loại'], ['A', 'Đảng bộ xã Bình Minh'], [1, 'Nguyễn Văn An', 'Chi bộ 1', 'HTNV'], ['B', 'Đảng bộ xã Hòa Bình'], [1, 'Lê Bình', 'Chi bộ 1', 'HTNV']]);
  assert.deepEqual(units(roster), ['Toàn bộ danh sách > Đảng bộ xã Bình Minh > Chi bộ 1', 'Toàn bộ danh sách > Đảng bộ xã Hòa Bình > Chi bộ 1']);
  const nested = await rosterOf([['TT', 'Họ và tên', 'Xếp loại'], ['A', 'Đảng bộ xã Bình Minh'], ['I', 'Chi bộ 1'], [1, 'Nguyễn Văn An', 'HTNV'], ['II', 'Chi bộ 2'], [1, 'Lê Bình', 'HTNV'], ['B', 'Đảng bộ xã Hòa Bình'], ['I', 'Chi bộ 1'], [1, 'Lê Chi', 'HTNV']]);
  assert.deepEqual(units(nested).map((path) => path.split(' > ').slice(1)), [['Đảng bộ xã Bình Minh', 'Chi bộ 1'], ['Đảng bộ xã Bình Minh', 'Chi bộ 2'], ['Đảng bộ xã Hòa Bình', 'Chi bộ 1']]);
});

test('a header of which only the names are known is one', async () => {
  const reading = await read(workbook([['Họ và tên', 'Nhóm', 'Nhận xét'], ['Nguyễn Văn An', 'Tổ 1', 'tích cực']]));
  assert.deepEqual([reading.mapping.header, reading.mapping.roles], [[1, 1], ['name', 'other', 'other']]);
});
