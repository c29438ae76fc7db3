/** What is said about files and rows, by code: Vietnamese, then English. `{…}` is filled in. */
import type { Locale } from '../types.js';

export type Params = Readonly<Record<string, string>>;

const WORDS: Record<string, readonly [string, string]> = {
  // The file cannot be read. Thrown.
  'file.empty': ['Tệp rỗng, không có dữ liệu.', 'The file is empty.'],
  'file.unreadable': ['Trình duyệt không mở được tệp: tệp có thể đã bị dời, đổi tên, hoặc chương trình khác đang giữ. Hãy đóng tệp trong Excel rồi chọn lại.', 'The browser cannot open the file: it may have been moved or renamed, or another program holds it. Close it in Excel and pick it again.'],
  'file.too-large': ['Tệp quá lớn: {found}, tối đa {limit}. Hãy chia tệp theo từng đảng bộ rồi mở lần lượt.', 'The file is too large: {found}, at most {limit}. Split it by Party committee and open the parts one by one.'],
  'file.old-excel': ['Đây là tệp Excel đời cũ (.xls), dù tên tệp ghi gì. Hãy mở bằng Excel, chọn Lưu thành (Save As) → “Excel Workbook (.xlsx)” rồi chọn tệp mới; hoặc bôi đen bảng trong Excel, sao chép và dán vào đây.', 'This is an old Excel file (.xls), whatever its name says. Open it in Excel, choose Save As → “Excel Workbook (.xlsx)” and pick the new file; or select the table in Excel, copy it and paste it here.'],
  'file.password': ['Tệp có mật khẩu nên không đọc được. Hãy mở bằng Excel, bỏ mật khẩu (Tệp → Thông tin → Bảo vệ sổ làm việc) và lưu một bản khác; hoặc sao chép bảng và dán vào đây.', 'The file has a password and cannot be read. Open it in Excel, remove the password (File → Info → Protect Workbook) and save a copy; or copy the table and paste it here.'],
  'file.word': ['Đây là tệp Word, không phải Excel. Hãy mở tệp, bôi đen bảng, sao chép và dán vào đây.', 'This is a Word file, not Excel. Open it, select the table, copy it and paste it here.'],
  'file.pdf': ['Đây là tệp PDF, không phải Excel. Hãy lấy tệp Excel gốc.', 'This is a PDF file, not Excel. Please get the original Excel file.'],
  'file.ods': ['Đây là tệp LibreOffice (.ods). Hãy lưu thành .xlsx rồi chọn lại.', 'This is a LibreOffice file (.ods). Save it as .xlsx and pick it again.'],
  'file.xlsb': ['Đây là tệp Excel nhị phân (.xlsb). Hãy lưu thành .xlsx rồi chọn lại.', 'This is a binary Excel file (.xlsb). Save it as .xlsx and pick it again.'],
  'file.xml': ['Đây là tệp XML, không phải .xlsx. Nếu mở được bằng Excel, hãy lưu thành .xlsx rồi chọn lại.', 'This is an XML file, not .xlsx. If Excel opens it, save it as .xlsx and pick it again.'],
  'file.other': ['Không nhận ra loại tệp: nội dung không phải Excel (.xlsx), CSV hay bảng. Tên tệp có thể đã bị đổi đuôi.', 'The kind of file is not known: it holds no Excel workbook (.xlsx), CSV or table. Its extension may have been changed.'],
  'file.truncated': ['Tệp bị thiếu phần cuối, có lẽ do sao chép hoặc tải về chưa xong. Hãy chép lại từ nơi gửi. Chưa có gì được đọc vào.', 'The end of the file is missing, probably because copying or downloading was not finished. Copy it again from its source. Nothing was read in.'],
  'file.damaged': ['Tệp bị hỏng ở phần “{part}” nên không đọc được chắc chắn. Hãy mở bằng Excel để sửa rồi lưu lại. Chưa có gì được đọc vào.', 'The file is damaged in “{part}” and cannot be read with certainty. Open it in Excel to repair it and save it again. Nothing was read in.'],
  'file.unpacks': ['Tệp giải nén ra quá lớn (phần “{part}”: {found}, giới hạn {limit}) nên dừng lại để máy không treo. Nếu đây là danh sách thật, hãy xóa các dòng, cột trống rồi lưu lại.', 'The file unpacks to too much (“{part}”: {found}, limit {limit}), so reading stopped before the computer hangs. If it is a real roster, delete empty rows and columns and save it again.'],
  'file.rows': ['Trang tính “{sheet}” có hơn {limit} dòng có dữ liệu. Hãy chia theo từng đảng bộ.', 'The sheet “{sheet}” has more than {limit} rows with something in them. Split it by Party committee.'],
  'file.cells': ['Trang tính “{sheet}” có hơn {limit} ô có dữ liệu. Hãy bỏ bớt cột không cần rồi lưu lại.', 'The sheet “{sheet}” has more than {limit} cells with something in them. Remove columns that are not needed and save it again.'],
  'file.no-sheet': ['Tệp không có trang tính nào tên “{sheet}”. Các trang: {known}.', 'There is no sheet “{sheet}” in the file. Sheets: {known}.'],
  'file.nothing': ['Không có ô nào có dữ liệu.', 'There is no cell with anything in it.'],
  // About the sheet.
  'sheets.more': ['Chỉ đọc trang tính “{sheet}”; chưa đọc {count} trang khác: {others}.', 'Only “{sheet}” was read; {count} other sheets were not: {others}.'],
  'rows.hidden': ['{count} dòng đang bị ẩn (hoặc bị lọc) trong Excel; vẫn được đọc và tính.', '{count} rows are hidden (or filtered out) in Excel; they are read and counted all the same.'],
  'columns.cut': ['Chỉ đọc đến cột {column}; các ô bên phải không được đọc, dòng đầu tiên là dòng {row}.', 'Only columns up to {column} are read; cells further right are not, the first of them in row {row}.'],
  'merged.many': ['Quá nhiều ô gộp; một số ô gộp không được điền tiếp xuống.', 'Too many merged cells; some are not carried on.'],
  'csv.quote': ['Dấu ngoặc kép mở ở dòng {row} không được đóng; từ đó ngoặc kép được hiểu như chữ thường.', 'A quotation mark opened in row {row} is never closed; from there on quotation marks are read as they stand.'],
  'csv.lines': ['Một ô ở dòng {row} nằm trong dấu ngoặc kép gồm {count} dòng giống như dòng của danh sách; nếu đó là nhiều người, hãy xóa dấu ngoặc kép thừa.', 'A cell in row {row}, within quotation marks, holds {count} lines that look like rows of the list; if they are people, remove the stray quotation mark.'],
  'csv.letters': ['Có chữ không đọc được (hiện là “�”) ở {count} dòng, đầu tiên là dòng {row}. Hãy lưu lại tệp từ Excel dạng “CSV UTF-8”.', '{count} rows hold letters that cannot be read (shown as “�”), the first is row {row}. Save the file again from Excel as “CSV UTF-8”.'],
  'formula.no-value': ['Ô {cell} có công thức nhưng tệp không lưu kết quả, nên coi như trống. Hãy mở tệp bằng Excel rồi lưu lại.', 'Cell {cell} has a formula whose result is not stored in the file, so it counts as blank. Open the file in Excel and save it again.'],
  'formula.no-value.many': ['{count} ô có công thức nhưng tệp không lưu kết quả (đầu tiên là {cell}), nên coi như trống. Hãy mở tệp bằng Excel rồi lưu lại.', '{count} cells have formulas whose results are not stored in the file (the first is {cell}), so they count as blank. Open the file in Excel and save it again.'],
  'cell.error': ['Ô {cell} báo lỗi {text} trong Excel, nên coi như trống.', 'Cell {cell} is an error, {text}, in Excel, so it counts as blank.'],
  'legacy.font': ['Có {count} ô gõ bằng bảng mã cũ {encoding} nên chữ hiện sai. Xem thử rồi chọn chuyển sang Unicode nếu đúng.', '{count} cells are typed in the old encoding {encoding} and show wrong letters. Look at the preview and choose to convert them to Unicode if it is right.'],
  'legacy.unsure': ['Ô {cell}: “{text}” có thể là chữ Unicode đúng hoặc bảng mã cũ; giữ nguyên. Hãy xem lại.', 'Cell {cell}: “{text}” may be right as it is or old encoding; it was left as it is. Please check.'],
  'legacy.unsure.many': ['{count} ô có thể là chữ Unicode đúng hoặc bảng mã cũ (đầu tiên là {cell}: “{text}”); giữ nguyên. Hãy xem lại.', '{count} cells may be right as they are or old encoding (the first is {cell}: “{text}”); they were left as they are. Please check.'],
  // About the columns.
  'header.none': ['Không tìm thấy dòng tiêu đề (Họ và tên, Chi bộ, Mức xếp loại…). Hãy chọn cột nào là gì.', 'No header row was found (Họ và tên, Chi bộ, Mức xếp loại…). Please choose what each column is.'],
  'header.no-grade': ['Chưa biết cột nào ghi mức xếp loại; mọi người đang được tính là chưa xếp loại. Hãy chọn cột.', 'Which column holds the grade is not known; everybody counts as not rated yet. Please choose it.'],
  'header.no-name': ['Chưa biết cột nào là họ và tên. Hãy chọn cột.', 'Which column holds the names is not known. Please choose it.'],
  'header.no-unit': ['Không có cột hay dòng nào ghi chi bộ, đảng bộ: mọi người được xếp vào một đơn vị “{unit}”.', 'No column or row names a unit: everybody is in one unit, “{unit}”.'],
  'grade.several': ['Có {count} cột mức xếp loại; dùng cột {column} (“{title}”). Nếu không đúng, hãy chọn lại.', 'There are {count} columns with grades; column {column} (“{title}”) is used. If that is wrong, choose another.'],
  // About rows. Each is somebody who is counted all the same, or a row that says so.
  'grade.unknown': ['Không hiểu mức xếp loại “{text}”; đang tính là chưa xếp loại.', 'The grade “{text}” is not understood; counted as not rated yet.'],
  'grade.old-word': ['“{text}” là từ cũ, hiểu là {grade} theo bộ quy tắc: {count} dòng.', '“{text}” is an old word, read as {grade} by the rulebook: {count} rows.'],
  'grade.ticks': ['Đánh dấu ở {count} cột mức xếp loại ({columns}); đang tính là chưa xếp loại.', 'Crossed in {count} columns of grades ({columns}); counted as not rated yet.'],
  'grade.tick-unknown': ['Không hiểu “{text}” ở cột đánh dấu; đang tính là chưa xếp loại.', '“{text}” in a column of crosses is not understood; counted as not rated yet.'],
  'grade.tick-number': ['Số “{text}” ở cột đánh dấu: đây có vẻ là bảng số lượng, không phải danh sách từng người; đang tính là chưa xếp loại.', 'The number “{text}” in a column of crosses: this looks like a table of counts, not a list of people; counted as not rated yet.'],
  'grade.and-reason': ['Vừa có mức xếp loại “{text}” vừa có lý do không xếp loại “{reason}”; đang tính là không xếp loại.', 'Both a grade, “{text}”, and a reason for not being rated, “{reason}”; counted as not rated for that reason.'],
  'reason.unknown': ['Không hiểu lý do không xếp loại “{text}”; đang tính là chưa xếp loại.', 'The reason for not being rated, “{text}”, is not understood; counted as not rated yet.'],
  'reason.from-note': ['{count} người không có mức xếp loại, lý do lấy từ cột ghi chú (đầu tiên là dòng {row}: “{text}”).', '{count} people have no grade; the reason was taken from the notes (the first is row {row}: “{text}”).'],
  'unit.missing': ['Không có tên đơn vị; xếp trực thuộc “{unit}”.', 'No unit is named; placed directly under “{unit}”.'],
  'unit.filled': ['{count} dòng để trống tên đơn vị, lấy theo dòng trên (đầu tiên là dòng {row}).', '{count} rows leave the unit blank; it was taken from the row above (the first is row {row}).'],
  'unit.similar': ['“{one}” và “{other}” gần giống nhau, đang tính là hai đơn vị. Nếu là một, hãy sửa trong Excel.', '“{one}” and “{other}” are nearly alike and count as two units. If they are one, correct it in Excel.'],
  'name.missing': ['Có mức xếp loại nhưng không có họ tên; vẫn tính là một người.', 'There is a grade but no name; counted as one person all the same.'],
  'name.twice': ['“{name}” có hai lần trong “{unit}” (dòng {row} và {other}). Có thể trùng.', '“{name}” stands twice in “{unit}” (rows {row} and {other}). It may be a duplicate.'],
  'total.differs': ['Dòng cộng “{text}” ghi {said}, nhưng đếm được {found}.', 'The total “{text}” says {said}, but {found} were counted.'],
  // What a column was taken for, and why.
  'why.title': ['Tiêu đề “{title}”', 'Header “{title}”'],
  'why.values': ['{count}/{all} ô là mức xếp loại', '{count} of {all} cells are grades'],
  'why.other-grade': ['Tiêu đề “{title}”, nhưng cột {column} là kết quả cuối', 'Header “{title}”, but column {column} is the final result'],
  'why.none': ['Không cần cho việc tính', 'Not needed'],
};

const own = Object.prototype.hasOwnProperty;

export function say(code: string, params: Params, locale: Locale): string {
  const pair = WORDS[code] as readonly [string, string];
  return pair[locale === 'en' ? 1 : 0].replace(/\{([a-z]+)\}/g, (whole, name: string) => {
    const value = own.call(params, name) ? params[name] : undefined;
    return value === undefined ? whole : value;
  });
}

/** With a full stop between thousands, as in Vietnam. */
export function whole(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}

export function megabytes(bytes: number): string {
  return String(Math.ceil(bytes / 100_000) / 10).replace('.', ',') + ' MB';
}
