/* Hòa Bình, 2021. The article leaves one grade out of each list; and its excellent members keep within
   20% on one reading of the base and not on the other. */
(function () {
  'use strict';
  var demo = window.demo, row = demo.row, G = demo.grades;
  var NOT_PRINTED = { vi: 'bài không nêu', en: 'not in the article' };

  demo.sets.push({
    id: 'hoa-binh-2021',
    asOf: '2021-12-31',
    name: { vi: 'Hòa Bình', en: 'Hòa Bình' },
    year: '2021',
    hint: { vi: '62.331 đảng viên', en: '62.331 members' },
    source: {
      vi: 'Số liệu lấy từ bài của Tỉnh ủy Hòa Bình đăng ngày 16/8/2022, kết quả đến hết năm 2021.',
      en: 'Figures from an article of the Hòa Bình provincial Party committee of 16 August 2022; results to the end of 2021.'
    },
    look: {
      vi: 'Bài không nêu số hoàn thành nhiệm vụ; ô để trống và con số được suy ra. Về chỉ tiêu, đảng viên xuất sắc là 17,40% hay 21,07% tùy cách lấy mẫu số: một cách đạt, một cách vượt. Chi bộ thì vượt theo cả hai cách.',
      en: 'The article leaves out those who completed their duties; the field stays empty and the number is inferred. As for the cap, excellent members are 17,40% or 21,07% depending on the base: one reading passes, the other does not. Branches are over on both.'
    },
    sections: [
      {
        id: 'dang-vien',
        title: { vi: 'Đảng viên', en: 'Party members' },
        caption: { vi: 'Đảng viên được xếp loại, năm 2021', en: 'Members rated, 2021' },
        rows: [
          row('rated', 'total', null, { vi: 'Đảng viên được xếp loại', en: 'Members rated' }, '62.331', { asBase: { vi: 'đảng viên được xếp loại', en: 'members rated' } }),
          row('xs', 'part', 'rated', G.xs, '9.942', { stated: '15,95%' }),
          row('htt', 'part', 'rated', G.htt, '47.193', { stated: '75,71%', asBase: { vi: 'đảng viên hoàn thành tốt', en: 'members rated good' } }),
          row('htnv', 'rest', 'rated', G.htnv, '', { missing: NOT_PRINTED }),
          row('kht', 'part', 'rated', G.kht, '299')
        ],
        bars: [{ base: 'rated', parts: demo.gradeTones }],
        quota: { subject: 'member', rows: demo.gradeRows }
      },
      {
        id: 'chi-bo',
        title: { vi: 'Chi bộ', en: 'Branches' },
        caption: { vi: 'Chi bộ trực thuộc đảng bộ cơ sở, năm 2021', en: 'Branches of base organisations, 2021' },
        rows: [
          row('rated', 'total', null, { vi: 'Tổng số chi bộ', en: 'All branches' }, '3.174', { asBase: { vi: 'chi bộ', en: 'branches' } }),
          row('xs', 'part', 'rated', G.xs, '604'),
          row('htt', 'part', 'rated', G.htt, '2.364', { stated: '74,48%', asBase: { vi: 'chi bộ hoàn thành tốt', en: 'branches rated good' } }),
          row('htnv', 'rest', 'rated', G.htnv, '', { missing: NOT_PRINTED }),
          row('kht', 'part', 'rated', G.kht, '5', { stated: '0,16%' })
        ],
        bars: [{ base: 'rated', parts: demo.gradeTones }],
        quota: { subject: 'organisation', rows: demo.gradeRows }
      }
    ]
  });
})();
