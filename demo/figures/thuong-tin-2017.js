/* Thường Tín, 2017: the article gives the rules and no counts, so the counts are invented and say so. */
(function () {
  'use strict';
  var demo = window.demo, row = demo.row, G = demo.grades;
  var MEMBERS = { vi: 'đảng viên của chi bộ', en: 'members of the branch' };

  function branch(id, title, caption, counts) {
    return {
      id: id,
      title: title,
      caption: caption,
      rows: [
        row('all', 'total', null, { vi: 'Đảng viên của chi bộ', en: 'Members of the branch' }, counts[0], { asBase: MEMBERS }),
        row('xs', 'part', 'all', G.xs, counts[1]),
        row('htt', 'part', 'all', G.htt, counts[2], { asBase: { vi: 'đảng viên hoàn thành tốt', en: 'members rated good' } }),
        row('htnv', 'part', 'all', G.htnv, counts[3]),
        row('kht', 'part', 'all', G.kht, counts[4])
      ],
      bars: [{ base: 'all', parts: demo.gradeTones }],
      /* size: the small-branch rule asks how many members the branch has. */
      quota: { subject: 'member', rows: demo.gradeRows, size: 'all' }
    };
  }

  demo.sets.push({
    id: 'thuong-tin-2017',
    asOf: '2017-12-31',
    invented: true,
    name: { vi: 'Thường Tín', en: 'Thường Tín' },
    year: '2017',
    hint: { vi: 'Quy định thật, số giả định', en: 'Real rules, invented counts' },
    source: {
      vi: 'Quy định theo bài về hội nghị ngày 21/11/2017 của Huyện ủy Thường Tín; bài không có số, mọi con số là giả định.',
      en: 'Rules from an article on a meeting of the Thường Tín district committee of 21 November 2017; it has no counts, every number is invented.'
    },
    look: {
      vi: 'Tổ chức trong sạch, vững mạnh: nhiều nhất 50%; tiêu biểu: nhiều nhất 20% của số đó. Đảng viên xuất sắc: nhiều nhất 15% số hoàn thành tốt; chi bộ dưới 7 đảng viên được một. Thử sửa ở chi bộ nhỏ: 06 thành 07, 04 thành 05.',
      en: 'Organisations clean and strong: at most 50%; exemplary: at most 20% of those. Excellent members: at most 15% of those rated good; a branch under 7 members may have one. Try in the small branch: 06 to 07, 04 to 05.'
    },
    sections: [
      {
        id: 'co-so',
        title: { vi: 'Tổ chức cơ sở đảng', en: 'Base organisations' },
        caption: { vi: '30 tổ chức cơ sở đảng của một đảng bộ huyện (giả định)', en: '30 base organisations of a district (invented)' },
        rows: [
          row('all', 'total', null, { vi: 'Tổng số tổ chức cơ sở đảng', en: 'All base organisations' }, '30', { asBase: { vi: 'tổ chức', en: 'organisations in all' } }),
          row('tsvm', 'part', 'all', { vi: 'Trong sạch, vững mạnh', en: 'Clean and strong' }, '14', { asBase: { vi: 'tổ chức trong sạch, vững mạnh', en: 'organisations clean and strong' } }),
          row('tieu-bieu', 'of-which', 'tsvm', { vi: 'Trong sạch, vững mạnh tiêu biểu', en: 'Exemplary clean and strong' }, '03'),
          row('htt', 'part', 'all', G.htt, '11'),
          row('htnv', 'part', 'all', G.htnv, '04'),
          row('yeu-kem', 'part', 'all', { vi: 'Yếu kém', en: 'Weak' }, '01')
        ],
        bars: [{ base: 'all', parts: [{ row: 'tieu-bieu', tone: 'xs', short: { vi: 'Tiêu biểu', en: 'Exemplary' } }, { row: 'tsvm', tone: 'top', short: { vi: 'TSVM', en: 'Clean, strong' } }, { row: 'htt', tone: 'htt', short: { vi: 'Tốt', en: 'Good' } }, { row: 'htnv', tone: 'htnv' }, { row: 'yeu-kem', tone: 'kht' }] }],
        quota: {
          subject: 'organisation',
          rows: { tsvm: 'tsvm', 'tieu-bieu': 'tieu-bieu', httnv: 'htt', htnv: 'htnv', 'yeu-kem': 'yeu-kem' },
          size: 'all'
        }
      },
      branch('chi-bo-6', { vi: 'Chi bộ nhỏ', en: 'A small branch' }, { vi: 'Một chi bộ dưới 7 đảng viên (giả định)', en: 'A branch under 7 members (invented)' }, ['06', '01', '04', '01', '0']),
      branch('chi-bo-14', { vi: 'Chi bộ đông hơn', en: 'A larger branch' }, { vi: 'Một chi bộ từ 7 đảng viên trở lên (giả định)', en: 'A branch of 7 members or more (invented)' }, ['14', '02', '11', '01', '0'])
    ]
  });
})();
