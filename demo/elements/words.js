/* The words of the page with the elements, in Vietnamese, beside those all pages share. */
(function () {
  'use strict';
  var words = window.demo.words.vi, more = {
    'elements.title': 'xeploai – thành phần cho trang web',
    'elements.back': 'Về trang chính',
    'elements.skip': 'Đến phần thành phần',
    'elements.tagline': 'Bốn thành phần để đặt vào trang có sẵn; không cần thư viện nào khác.',
    'elements.room': 'Sửa số ở đây, các thành phần bên dưới tính lại ngay',
    'elements.source': 'Đảng viên được xếp loại, tỉnh Hòa Bình, năm 2021 (số hoàn thành nhiệm vụ được suy ra)',
    'elements.check': 'Kiểm tra',
    'elements.rated': 'Đảng viên được xếp loại',
    'elements.htxsnv': 'Hoàn thành xuất sắc',
    'elements.httnv': 'Hoàn thành tốt',
    'elements.htnv': 'Hoàn thành',
    'elements.khtnv': 'Không hoàn thành',
    'elements.quota': 'Chỉ tiêu',
    'elements.breakdown': 'Bảng tỷ lệ',
    'elements.caption': 'Đảng viên được xếp loại, tỉnh Hòa Bình, năm 2021',
    'elements.findings': 'Nội dung cần xem lại',
    'elements.findings.where': 'Bấm “Kiểm tra” ở trên: danh sách hiện dưới các ô, mỗi dòng dẫn đến ô của nó.',
    'elements.report': 'Báo cáo',
    'elements.report.note': 'Sửa các số, hoặc dán báo cáo của đồng chí vào: số nào không thể đúng thì gạch chân ngay, kèm phép tính.',
    'elements.report.label': 'Nội dung báo cáo',
    'elements.report.text': 'Năm 2020, Đảng bộ Khối các cơ quan tỉnh Thái Nguyên xếp loại 5.198 đảng viên.\n\nHoàn thành nhiệm vụ: 86/5.198 (1,65%) đảng viên.\nKhông hoàn thành nhiệm vụ: 28/5.198 (0,53%) đảng viên.\n\nỞ tỉnh Hòa Bình năm 2021, hoàn thành xuất sắc là 9.942/62.331 (15,95%) và hoàn thành tốt là 47.193/62.331 (75,71%) đảng viên được xếp loại.',
    'elements.footer': 'Trang mở được từ tệp, không cần mạng. Số liệu lấy từ các bài đã đăng công khai của Hòa Bình (2021) và Thái Nguyên (2020).'
  };
  Object.keys(more).forEach(function (key) { words[key] = more[key]; });
})();
