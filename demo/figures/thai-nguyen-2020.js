/* Khối các cơ quan tỉnh Thái Nguyên, 2020: 19 beside 53 is over 20% on every reading, and one printed
   percentage was cut instead of rounded. */
(function () {
  'use strict';
  var demo = window.demo, row = demo.row, G = demo.grades;

  demo.sets.push({
    id: 'thai-nguyen-2020',
    asOf: '2020-12-31',
    name: { vi: 'Khối các cơ quan tỉnh Thái Nguyên', en: 'Provincial agencies, Thái Nguyên' },
    year: '2020',
    hint: { vi: '5.198 đảng viên', en: '5.198 members' },
    source: {
      vi: 'Số liệu lấy từ bài của Báo Thái Nguyên điện tử ngày 23/02/2021 về Đảng bộ Khối các cơ quan tỉnh.',
      en: 'Figures from an article of the Thái Nguyên newspaper of 23 February 2021 on the Party organisation of provincial agencies.'
    },
    look: {
      vi: '19 xuất sắc cạnh 53 tốt là trên 20% theo mọi cách tính; trần có thể đã được xét ở phạm vi rộng hơn. Trong bài, 28 trên 5.198 in là 0,53%: số lẻ đã bị cắt bỏ, làm tròn phải là 0,54%.',
      en: '19 excellent beside 53 good is over 20% on every reading; the cap may have been applied to a wider group. The article prints 28 of 5.198 as 0,53%: cut off, where rounding gives 0,54%.'
    },
    sections: [
      {
        id: 'co-so',
        title: { vi: 'Tổ chức cơ sở đảng', en: 'Base organisations' },
        caption: { vi: 'Tổ chức cơ sở đảng trực thuộc, năm 2020', en: 'Base Party organisations, 2020' },
        rows: [
          row('rated', 'total', null, { vi: 'Tổ chức cơ sở đảng được xếp loại', en: 'Base organisations rated' }, '73', { asBase: { vi: 'tổ chức được xếp loại', en: 'organisations rated' } }),
          row('xs', 'part', 'rated', G.xs, '19'),
          row('htt', 'part', 'rated', G.htt, '53', { asBase: { vi: 'tổ chức hoàn thành tốt', en: 'organisations rated good' } }),
          row('htnv', 'part', 'rated', G.htnv, '1'),
          /* Not named in the article: what remains, which is none. */
          row('kht', 'rest', 'rated', G.kht, '', { missing: { vi: 'bài không nêu', en: 'not in the article' } })
        ],
        bars: [{ base: 'rated', parts: demo.gradeTones }],
        quota: { subject: 'organisation', rows: demo.gradeRows }
      },
      {
        id: 'tap-the',
        title: { vi: 'Tập thể cấp ủy cơ sở', en: 'Base committees' },
        caption: { vi: 'Tập thể cấp ủy cơ sở trực thuộc, năm 2020', en: 'Base Party committees, 2020' },
        rows: [
          row('rated', 'total', null, { vi: 'Tập thể cấp ủy được xếp loại', en: 'Committees rated' }, '65', { asBase: { vi: 'tập thể được xếp loại', en: 'committees rated' } }),
          row('xs', 'part', 'rated', G.xs, '19'),
          row('htt', 'part', 'rated', G.htt, '45', { asBase: { vi: 'tập thể hoàn thành tốt', en: 'committees rated good' } }),
          row('htnv', 'part', 'rated', G.htnv, '1'),
          /* Not named in the article: what remains, which is none. */
          row('kht', 'rest', 'rated', G.kht, '', { missing: { vi: 'bài không nêu', en: 'not in the article' } })
        ],
        bars: [{ base: 'rated', parts: demo.gradeTones }],
        quota: { subject: 'collective', rows: demo.gradeRows }
      },
      {
        id: 'dang-vien',
        title: { vi: 'Đảng viên', en: 'Party members' },
        caption: { vi: 'Đảng viên được đánh giá, xếp loại, năm 2020', en: 'Members rated, 2020' },
        rows: [
          row('rated', 'total', null, { vi: 'Đảng viên được xếp loại', en: 'Members rated' }, '5.198', { asBase: { vi: 'đảng viên được xếp loại', en: 'members rated' } }),
          row('htt', 'rest', 'rated', { vi: 'Hoàn thành tốt nhiệm vụ trở lên', en: 'Good completion of duties or better' }, '', { missing: { vi: 'bài không nêu', en: 'not in the article' }, asBase: { vi: 'đảng viên hoàn thành tốt trở lên', en: 'members rated good or better' } }),
          row('xs', 'of-which', 'htt', G.xs, '', { missing: { vi: 'bài không nêu; nhập thử', en: 'not in the article; try one' } }),
          row('htnv', 'part', 'rated', G.htnv, '86', { stated: '1,65%' }),
          row('kht', 'part', 'rated', G.kht, '28', { stated: '0,53%' })
        ],
        bars: [{ base: 'rated', parts: demo.gradeTones }],
        quota: { subject: 'member', rows: demo.gradeRows }
      }
    ]
  });
})();
