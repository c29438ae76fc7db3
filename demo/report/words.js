/* The words of the room of the report. */
(function () {
  'use strict';
  var add = window.demo.addWord;
  add('report.label', 'Nội dung báo cáo', 'The report');
  add('report.sample', 'Báo cáo mẫu, đơn vị giả định: có một tỷ lệ sai.', 'A sample of an invented commune: one share is wrong. Reports are read in Vietnamese.');
  add('report.own', 'Báo cáo của đồng chí: chỉ nằm trong trang này, đóng trang là mất.', 'Your report: it is only in this page, and gone when the page is closed.');
  add('report.restore', 'Khôi phục báo cáo mẫu', 'Restore the sample');
  add('report.clear', 'Xóa để dán báo cáo khác', 'Clear, to paste another');
  add('report.undo', 'Hoàn tác', 'Undo');
  add('report.undone', 'Đã lấy lại nội dung trước.', 'The earlier text is back.');
  add('report.empty', 'Chưa có nội dung', 'Nothing here yet');
  add('report.empty.1', 'Mở báo cáo trong Word, bấm Ctrl+A rồi Ctrl+C, bấm vào ô trên rồi Ctrl+V.', 'Open the report in Word, press Ctrl+A and Ctrl+C, click into the box above and press Ctrl+V.');
  add('report.empty.2', 'Bộ tính đọc các số, tìm xem mỗi tỷ lệ là của số nào trên số nào, các số có cộng lại bằng tổng không.', 'The engine reads the figures: which share is of what, and what adds up to what.');
  add('report.empty.3', 'Chỗ gạch chân là chỗ nên xem lại; không gạch chân không có nghĩa là đã đúng.', 'What is underlined deserves a look; what is not need not be right.');
  add('report.steps', 'Vì sao? Các phép tính đã làm', 'Why? The arithmetic');
  add('report.why', 'Vì sao nêu: {title}', 'Why: {title}');
  add('report.steps.none', 'Chưa có tỷ lệ hay tổng nào kiểm tra được.', 'No share or sum that could be checked.');
  add('report.quotas', 'Chỉ tiêu theo số liệu trong báo cáo', 'Quotas, by the figures of the report');
  add('report.said.none', 'Không có nội dung cần xem lại.', 'Nothing to look at again.');
  add('report.said', '{n} nội dung cần xem lại.', '{n} to look at again.');
})();
