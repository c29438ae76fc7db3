/* The words of the room for those who build portals. */
(function () {
  'use strict';
  var add = window.demo.addWord;
  add('embed.kinds', 'Cổng của đồng chí là loại nào?', 'What kind of portal is it?');
  add('embed.copy', 'Chép', 'Copy');
  add('embed.copied', 'Đã chép.', 'Copied.');
  add('embed.select', 'Đã bôi đen; bấm Ctrl+C để chép.', 'Selected; press Ctrl+C to copy.');
  add('embed.copy.of', 'Chép: {name}', 'Copy: {name}');
  add('embed.policy', 'Một dòng trong Content-Security-Policy', 'One line of the Content-Security-Policy');
  add('embed.policy.when', 'Khi nào', 'When');
  add('embed.policy.line', 'Dòng cần có', 'The line');
  add('embed.files', 'Mã kiểm tra tệp (SRI)', 'Fingerprints of the files (SRI)');
  add('embed.files.note', 'Của đúng các tệp nằm cạnh trang này; trình duyệt từ chối tệp đã bị sửa.', 'Of the very files beside this page; a browser refuses one that was changed.');
  add('embed.file', 'Tệp', 'File');
  add('embed.hash', 'integrity', 'integrity');
  add('embed.engine', 'Bộ tính đang chạy ở đây', 'The engine that runs here');
  add('embed.engine.runs', 'Chạy bằng', 'Runs on');
  add('embed.engine.runs.wasm', 'WebAssembly', 'WebAssembly');
  add('embed.engine.runs.javascript', 'JavaScript, vì trình duyệt không cho chạy WebAssembly', 'JavaScript, because the browser does not run WebAssembly');
  add('embed.engine.version', 'Phiên bản', 'Version');
  add('embed.engine.books', 'Bộ quy tắc kèm theo', 'Rulebooks inside');
  add('embed.engine.network', 'Yêu cầu mạng', 'Network requests');
  add('embed.engine.network.none', 'Không có: chính sách của trang cấm (connect-src \'none\')', 'None: the page’s policy forbids them (connect-src \'none\')');
  add('embed.engine.storage', 'Lưu trữ', 'Storage');
  add('embed.engine.storage.none', 'Không có: không cookie, không localStorage', 'None: no cookie, no localStorage');
  add('embed.more', 'Xem bốn thành phần chạy thật', 'See the four elements at work');
})();
