/* The page's own words in Vietnamese: headings, labels, buttons. Sentences about figures come from the
   engine. `demo.say(key, params)` speaks the page's language; English is in words-en.js. */
(function () {
  'use strict';
  var demo = window.demo;

  demo.locale = 'vi';
  demo.words = {};
  demo.words.vi = {
    title: 'xeploai – soát số liệu đánh giá, xếp loại',
    skip: 'Đến phần nội dung',
    tagline: 'Soát số liệu xếp loại tổ chức đảng, đảng viên.',
    'notice.secret': 'Không dùng cho nội dung mật.',
    'notice.local': 'Số liệu ở lại trên máy này: không gửi đi, không lưu lại.',
    'notice.invented': 'Tên người trong các mẫu là giả định.',
    'engine.wasm': 'Bộ tính {version} (WebAssembly)',
    'engine.javascript': 'Bộ tính {version} (JavaScript, vì trình duyệt không cho chạy WebAssembly)',
    rooms: 'Các phần của trang',
    'room.ty-le': 'Tỷ lệ',
    'room.ty-le.lead': 'Gõ số lượng vào bảng: tỷ lệ, số còn thiếu và chỗ không khớp hiện ra ngay.',
    'room.chi-tieu': 'Chỉ tiêu xuất sắc',
    'room.chi-tieu.lead': 'Kéo hoặc gõ số: còn bao nhiêu suất, khi nào thêm một suất, theo cả hai cách tính.',
    'room.bieu-mau': 'Biểu mẫu',
    'room.bieu-mau.lead': 'Điền bản kiểm điểm, mọi thứ được soát khi gõ; đổi ngày là đổi văn bản áp dụng.',
    'room.bao-cao': 'Báo cáo',
    'room.bao-cao.lead': 'Gõ hoặc dán báo cáo: số nào không thể đúng thì được gạch chân, kèm phép tính.',
    'room.danh-sach': 'Danh sách',
    'room.danh-sach.lead': 'Danh sách cả tỉnh, tổng hợp từ chi bộ lên; sửa một người, mọi cấp tính lại ngay.',
    'room.quy-dinh': 'Quy định',
    'room.quy-dinh.lead': 'Những gì bộ tính hiểu từ từng văn bản, bằng lời thường, kèm điều khoản và độ chắc chắn.',
    'room.nhung': 'Nhúng',
    'room.nhung.lead': 'Dành cho người làm cổng thông tin: vài dòng cho mỗi loại trang, chép là dùng.',
    'theme.dark': 'Nền tối',
    'theme.light': 'Nền sáng',
    'room.figures': 'Chọn một bộ số liệu',
    'footer.advice': 'Bộ tính chỉ nêu con số và điều khoản để đồng chí kiểm tra; việc xếp loại do cấp có thẩm quyền quyết định.',
    'footer.page': 'Trang mở được từ tệp, không cần mạng. Số liệu ở “Tỷ lệ” lấy từ các bài đã đăng công khai; người và đơn vị trong các ví dụ khác là giả định.',
    provenance: 'Tính theo {title} (bộ quy tắc {rulebook}, phiên bản {rulebookVersion}), cho ngày {asOf}, bằng xeploai {engine}.',

    'set.title': '{name}, năm {year}',
    'set.invented': 'Số liệu giả định',
    'set.look': 'Điều đáng xem',
    'set.sections': 'Các bảng trong bộ số liệu này',
    'set.law': 'Theo {title}, cho ngày {date}.',
    'set.untouched': 'Số liệu đang đúng như trong bài.',
    'set.untouched.invented': 'Số liệu đang là số mẫu ban đầu.',
    'set.edited': 'Đã sửa {n} ô.',
    'set.restore': 'Khôi phục số liệu gốc',
    'set.clear': 'Xóa để nhập số khác',
    'set.undo': 'Hoàn tác',
    'set.print': 'In phiếu',

    'table.what': 'Nội dung',
    'table.count': 'Số lượng',
    'table.share': 'Tỷ lệ',
    'table.printed': 'In trong bài',
    'table.base': 'trên {count} {base}',
    'table.base.none': 'trên số {base}',
    'table.count.of': 'Số lượng: {row}',
    'table.printed.of': 'Tỷ lệ in trong bài: {row}',
    'table.of-which': 'trong đó',
    'table.nested': 'hiểu là đã nằm trong “{row}”',
    'table.inferred': 'suy ra {count}',
    'table.edited': 'bài ghi {count}',
    'table.edited.invented': 'số mẫu {count}',
    'table.edited.blank': 'bài không nêu',
    'table.up': 'tăng {n} so với năm {year}',
    'table.down': 'giảm {n} so với năm {year}',
    'table.same': 'bằng năm {year}',
    'table.why': 'Vì sao? Phép tính của từng tỷ lệ',
    'mark.equal': 'khớp',
    'mark.differs': 'không khớp',

    'bar.title': 'Cơ cấu {count} {base}',
    'bar.title.none': 'Cơ cấu số {base}',
    'bar.own': '{row} (ngoài {inner})',
    'bar.empty': 'Chưa đủ số để vẽ.',

    'quota.title': 'Chỉ tiêu',
    'quota.cap': 'không quá {percent}',
    'quota.open': 'Còn suất',
    'quota.near': 'Sắp hết suất',
    'quota.full': 'Vừa đủ',
    'quota.exceeded': 'Vượt trần',
    'quota.unknown': 'Chưa đủ số',
    'quota.readings': 'Từng cách lấy mẫu số',
    'quota.reading': '{letter}',
    'quota.enforced': 'đang áp dụng',
    'quota.share': 'Tỷ lệ',
    'quota.base': 'Mẫu số',
    'quota.max': 'Tối đa',
    'quota.headroom': 'Còn',
    'quota.over': 'Vượt',
    'quota.disagree': 'Các cách tính cho kết quả khác nhau',
    'quota.disagree.text': 'Đạt theo cách {pass}; vượt theo cách {fail}.',
    'quota.basis': 'Căn cứ',
    'quota.basis.rate': 'Tỷ lệ: {basis}.',
    'quota.basis.reading': 'Cách lấy mẫu số: {basis}.',
    'quota.group': 'Xét trong phạm vi: {group}.',
    'quota.why': 'Vì sao?',
    'basis.confirmed': 'đã đối chiếu với lời văn bản',
    'basis.secondary': 'theo nguồn dẫn lại, chưa đối chiếu với văn bản gốc',
    'basis.unverified': 'chưa tìm được lời văn bản, cần đối chiếu trước khi dùng',
    'basis.silent': 'văn bản không nói rõ, theo cách làm phổ biến',
    'meter.label': '{used} trên tối đa {limit}',

    'try.title': 'Thử xem',
    'try.keeps': 'Số liệu trong bảng giữ nguyên.',
    'try.htxsnv.up': 'Thêm 1 xuất sắc, từ tốt lên',
    'try.htxsnv.down': 'Chuyển 1 xuất sắc xuống tốt',
    'try.htxsnv.grow': 'Thêm 1 hoàn thành tốt',
    'try.htxsnv.fit': 'Chuyển {n} xuống tốt cho vừa trần',
    'try.tsvm.up': 'Thêm 1 trong sạch, vững mạnh',
    'try.tsvm.down': 'Chuyển 1 xuống hoàn thành tốt',
    'try.tsvm.grow': 'Thêm 1 hoàn thành tốt',
    'try.tsvm.fit': 'Chuyển {n} xuống tốt cho vừa trần',
    'try.tieu-bieu.up': 'Thêm 1 tiêu biểu',
    'try.tieu-bieu.down': 'Bớt 1 tiêu biểu',
    'try.tieu-bieu.grow': 'Thêm 1 trong sạch, vững mạnh',
    'try.tieu-bieu.fit': 'Bớt {n} cho vừa trần',
    'try.clear': 'Thôi thử',
    'try.doing': 'Đang thử: {moves}.',
    'try.caption': 'Trước và sau khi thử',
    'try.before': 'Hiện nay',
    'try.after': 'Nếu thử',
    'try.limit': 'Tối đa, cách {letter}',

    'findings.title': 'Nội dung cần xem lại',
    'findings.none': 'Không có nội dung nào cần xem lại.',
    'findings.count': '{n} nội dung',
    'findings.count.one': '1 nội dung',
    'findings.gone': '{title}: không còn nội dung cần xem lại.',
    'findings.more': '{title}: {n} nội dung cần xem lại.',
    'severity.error': 'Lỗi',
    'severity.warning': 'Cảnh báo',
    'severity.info': 'Lưu ý',
    'findings.go': 'Đến ô “{row}”',

    'stop.title': 'Bộ tính chưa chạy được',
    'stop.missing': 'Không thấy tệp demo/vendor/xeploai.global.js. Tệp này do bước dựng tạo ra: chạy npm --prefix js start ở thư mục gốc rồi mở lại trang.',
    'stop.wasm': 'Trình duyệt này không có hoặc đã tắt WebAssembly, và không thấy tệp demo/vendor/xeploai.nowasm.global.js để thay. Cách xử lý: chép tệp ấy từ js/dist của gói vào demo/vendor rồi mở lại trang; hoặc mở bằng Chrome, Edge, Cốc Cốc hay Firefox bản mới; hoặc hỏi bộ phận kỹ thuật về chính sách tắt WebAssembly.',
    'stop.csp': 'Trình duyệt từ chối biên dịch WebAssembly theo chính sách an toàn của trang (CSP). Trang cần script-src có \'wasm-unsafe-eval\'; trình duyệt quá cũ không hiểu điều này.',
    'stop.other': 'Bộ tính báo lỗi khi khởi động.',
    'stop.detail': 'Chi tiết: {detail}',
    'stop.fault': 'Bộ tính gặp lỗi với bảng này; các ô vẫn giữ nguyên. {detail}'
  };

  /** A word or sentence of the page, `{name}` replaced; the key itself when there is none, so that it is seen. */
  demo.say = function (key, params) {
    var words = demo.words[demo.locale] || demo.words.vi;
    var text = words[key] === undefined ? demo.words.vi[key] : words[key];
    if (text === undefined) return key;
    return text.replace(/\{([a-zA-Z]+)\}/g, function (whole, name) {
      return params && params[name] !== undefined && params[name] !== null ? String(params[name]) : whole;
    });
  };
  /** A word of a room, in both languages where it is said first. */
  demo.addWord = function (key, vi, en) {
    demo.words.vi[key] = vi;
    demo.words.en[key] = en;
  };

  demo.hasWord = function (key) { return demo.words.vi[key] !== undefined; };
  /** One of a pair { vi, en } from the data. */
  demo.pick = function (pair) { return pair ? pair[demo.locale] || pair.vi : ''; };

  /** "2020-12-31" as Vietnamese offices write it, 31/12/2020; in English, 31 December 2020. */
  demo.date = function (iso) {
    var parts = String(iso).split('-');
    if (demo.locale === 'vi') return parts[2] + '/' + parts[1] + '/' + parts[0];
    var months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
    return Number(parts[2]) + ' ' + months[Number(parts[1]) - 1] + ' ' + parts[0];
  };
})();
