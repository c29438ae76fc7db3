/** Little rosters as offices might keep them, and as nobody would: rows of texts, blank rows among them. */
const HEADERS = [
  ['STT', 'Họ và tên', 'Chi bộ', 'Mức xếp loại'], ['TT', 'Họ đệm', 'Tên', 'Đảng bộ', 'Chi bộ', 'HTXSNV', 'HTTNV', 'HTNV', 'KHTNV', 'Ghi chú'],
  ['Họ và tên', 'Ngày sinh', 'Xếp loại', 'Lý do không xếp loại'], ['Tên tổ chức đảng', 'Xếp loại'], ['Name', 'Unit', 'Grade'],
];
const NAMES = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Đức Chung', 'PHẠM MINH DŨNG', 'Hoàng', 'Ma Thị Ế', 'Nguyễn Văn An'];
const UNITS = ['Chi bộ 1', 'Chi bộ thôn Đông', 'Đảng bộ xã Hòa Bình', 'Đảng bộ xã Hoà Bình', 'I. Đảng bộ phường A', 'Chi uỷ', ''];
const GRADES = ['HTXSNV', 'Hoàn thành tốt nhiệm vụ', 'HTNV', 'Không hoàn thành', 'x', 'X', 'HTSXNV', 'Miễn đánh giá', 'Chưa xếp loại', '', '1', '0', '-'];
const LONE = ['Tổng cộng: 4 đồng chí', 'Cộng', 'Người lập biểu', 'Hà Nội, ngày 31 tháng 12 năm 2025', 'Chi bộ 2', 'A', '(1)', 'Danh sách đảng viên', '12.345', 'T/M CHI BỘ'];
const ODD = [
  'ChÝnh phñ', 'Ñaûng boä', 'toå', '1e400', '-0', '00012', '31/12/2025', '#REF!', '=1+1', 'a;b', 'a,b', 'a\tb', 'a"b', '"', 'ẫ', 'e\u0302\u0301', '😀', '\u202eabc', 'NaN',
  '1'.repeat(3000), 'A'.repeat(3000), 'tổng '.repeat(400), '. '.repeat(800), '1.'.repeat(2000), 'à'.repeat(2000), '&amp;', '<b>', ']]>', '__proto__', 'constructor', '\u00a0', '{row}', 'sep=;',
];

const cellOf = (choose) => choose.one([NAMES, UNITS, GRADES, LONE, ODD])[0] && choose.one(choose.one([NAMES, UNITS, GRADES, LONE, ODD]));

function person(choose, header, at) {
  return header.map((title) => {
    if (choose.rarely(30)) return cellOf(choose);
    if (/^S?TT$/.test(title)) return String(at);
    if (/^Họ và tên|^Name|^Họ đệm|^Tên$/.test(title)) return choose.one(NAMES);
    if (/Chi bộ|Đảng bộ|Unit|tổ chức/.test(title)) return choose.one(UNITS);
    return choose.rarely(3) || !/loại|NV|Grade/.test(title) ? choose.one(['', choose.one(GRADES)]) : choose.one(GRADES);
  });
}

/** Rows of cells; a row may be blank. No cell holds a line break. */
export function tableOf(choose) {
  const header = choose.one(HEADERS);
  const rows = choose.times(choose.below(3), () => [choose.one(LONE)]);
  if (!choose.rarely(12)) rows.push(header);
  const many = choose.rarely(40) ? 600 : choose.below(14);
  for (let at = 1; at <= many; at++) {
    if (choose.rarely(12)) rows.push([choose.one(UNITS)]);
    if (choose.rarely(15)) rows.push([]);
    if (choose.rarely(15)) rows.push(choose.times(choose.below(6), () => cellOf(choose)));
    if (choose.rarely(40)) rows.push(header);
    rows.push(person(choose, header, at));
  }
  for (let at = choose.below(4); at > 0; at--) rows.push([choose.one(['', '', '1']), choose.one(LONE), choose.one(['', '4'])]);
  return rows;
}
