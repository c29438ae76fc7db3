/* A report of a commune that does not exist, written for this page. One share has two digits the wrong way round. */
(function () {
  'use strict';
  window.demo.sampleReport = [
    'BÁO CÁO',
    'Kết quả kiểm điểm, đánh giá, xếp loại chất lượng năm 2025 của Đảng bộ xã An Mẫu (đơn vị giả định)',
    '',
    'Đảng bộ xã có 412 đảng viên, trong đó 396 đồng chí được đánh giá, xếp loại, chiếm 96,12%; 16 đồng chí được miễn sinh hoạt nên không xếp loại. Có 396/396 đồng chí nộp bản tự kiểm điểm, đạt 100%.',
    '',
    'Kết quả xếp loại đảng viên: hoàn thành xuất sắc nhiệm vụ 58 đồng chí, chiếm 14,65%; hoàn thành tốt nhiệm vụ 301 đồng chí, chiếm 76,01%; hoàn thành nhiệm vụ 34 đồng chí, chiếm 8,95%; không hoàn thành nhiệm vụ 03 đồng chí, chiếm 0,76%.',
    '',
    'Đảng bộ có 24 chi bộ trực thuộc: 03 chi bộ hoàn thành xuất sắc nhiệm vụ, 18 chi bộ hoàn thành tốt nhiệm vụ, 03 chi bộ hoàn thành nhiệm vụ.',
    '',
    'Trong năm, Đảng bộ kết nạp 11 đảng viên mới, tăng 02 đồng chí so với năm 2024.'
  ].join('\n');
})();
