/* The words of the link, the record and the tour. */
(function () {
  'use strict';
  var words = window.demo.words;
  function add(key, vi, en) {
    words.vi[key] = vi;
    words.en[key] = en;
  }
  add('tools', 'Liên kết và phiếu kiểm tra', 'Link and record');
  add('link.title', 'Liên kết đến đúng chỗ này', 'A link to exactly this');
  add('link.note', 'Mang theo các con số đã gõ, không mang tên người. Ai mở liên kết bằng trang này sẽ thấy đúng như đồng chí đang thấy.', 'It carries the figures typed, and no names. Whoever opens it with this page sees what you see.');
  add('link.label', 'Liên kết', 'Link');
  add('record.title', 'Phiếu kiểm tra', 'Record');
  add('record.note', 'Một tệp nhỏ ghi số liệu đã nhập, văn bản, cách tính và kết quả. Sau này thả tệp vào đây, trang tính lại và cho biết có khớp không.', 'A small file with the inputs, the law, the reading and the results. Drop it here later: the page computes again and says whether it agrees.');
  add('record.note.words', 'Phiếu của phần này có cả lời văn và họ tên đã gõ.', 'Here the record holds the words and names typed, too.');
  add('record.save', 'Tải phiếu kiểm tra', 'Save the record');
  add('record.saved', 'Đã tải phiếu kiểm tra.', 'The record is saved.');
  add('record.choose', 'Mở phiếu đã có…', 'Open a record…');
  add('record.drop', 'hoặc thả tệp vào đây', 'or drop the file here');
  add('record.same', 'Khớp: tính lại cho đúng kết quả ghi trong phiếu.', 'It agrees: computed again, the results are those of the record.');
  add('record.differs', 'Không khớp: tính lại cho kết quả khác.', 'It does not agree: computed again, the results differ.');
  add('record.changed', 'Phiếu đã bị sửa: số liệu trong phiếu không khớp mã SHA-256 của phiếu.', 'The record was changed: its inputs do not fit its SHA-256.');
  add('record.unreadable', 'Tệp này không phải phiếu kiểm tra của trang.', 'This file is not a record of this page.');
  add('record.facts', 'Phiếu lập lúc {time}, theo {rulebook}, xét cho ngày {asOf}; SHA-256 {hash}….', 'Made at {time}, under {rulebook}, as of {asOf}; SHA-256 {hash}….');
  add('record.result', '{name}: phiếu ghi {before}, nay là {now}', '{name}: the record says {before}, now {now}');
  add('record.law', '{name}: phiếu ghi {before}, nay là {now}', '{name}: the record says {before}, now {now}');
  add('record.rulebook', 'Bộ quy tắc', 'Rulebook');
  add('record.rulebookVersion', 'Phiên bản bộ quy tắc', 'Version of the rulebook');
  add('record.engine', 'Phiên bản xeploai', 'Version of xeploai');
  add('record.open', 'Mở số liệu của phiếu trong trang', 'Open the record’s figures in the page');
})();
