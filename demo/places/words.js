/* The words of the room of the quota. */
(function () {
  'use strict';
  var add = window.demo.addWord;
  add('restore', 'Khôi phục số liệu mẫu', 'Restore the sample');
  add('places.law', 'Theo văn bản', 'Under');
  add('places.who', 'Xếp loại', 'Rating of');
  add('places.title', '{who}: mỗi mức bao nhiêu?', '{who}: how many in each grade?');
  add('places.more', 'Thêm 1 {grade}', 'One more: {grade}');
  add('places.fewer', 'Bớt 1 {grade}', 'One fewer: {grade}');
  add('places.slide', 'Kéo để chuyển giữa xuất sắc và tốt', 'Slide between excellent and good');
  add('places.slide.note', 'Tổng của hai mức giữ nguyên.', 'The sum of both stays the same.');
  add('places.slide.value', '{used} xuất sắc, {good} hoàn thành tốt', '{used} excellent, {good} good');
  add('places.sample', 'Số đang là số mẫu: một chi bộ giả định có 25 đảng viên.', 'These are sample counts: an invented branch of 25 members.');
  add('places.undo', 'Hoàn tác', 'Undo');
  add('stairs.title', 'Khi nào thêm được một suất?', 'When is there one more place?');
  add('stairs.lead', 'Số hoàn thành tốt trở lên (hàng ngang) và số xuất sắc tối đa (hàng dọc); chấm tròn là đơn vị đang xem.', 'Good or better (across) and the most that may be excellent (up); the dot is the unit above.');
  add('stairs.label', 'Đồ thị bậc thang: từ {from} đến {to} người hoàn thành tốt trở lên thì tối đa bao nhiêu xuất sắc. Hiện nay {good} người, {used} xuất sắc. Bảng số ở ngay dưới.', 'Stairs: for {from} to {to} good or better, the most that may be excellent. Now {good}, of which {used} excellent. The numbers are in the table below.');
  add('stairs.table', 'Xem bằng bảng số', 'The same as a table');
  add('stairs.good', 'Tốt trở lên', 'Good or better');
  add('stairs.limit', 'Tối đa, cách {letter}', 'At most, reading {letter}');
  add('stairs.now', 'hiện nay', 'now');
  add('stairs.empty', 'Nhập số xuất sắc và số hoàn thành tốt để xem.', 'Enter the excellent and the good to see it.');
})();
