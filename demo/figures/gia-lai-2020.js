/* Gia Lai, 2020. The article counts excellent inside good, says so for members and does not say so for
   base organisations. */
(function () {
  'use strict';
  var demo = window.demo, row = demo.row, G = demo.grades;

  demo.sets.push({
    id: 'gia-lai-2020',
    asOf: '2020-12-31',
    name: { vi: 'Gia Lai', en: 'Gia Lai' },
    year: '2020',
    hint: { vi: '61.567 đảng viên', en: '61.567 members' },
    source: {
      vi: 'Số liệu lấy từ bài đăng ngày 07/4/2021 về kết quả năm 2020 của Đảng bộ tỉnh Gia Lai.',
      en: 'Figures from an article of 7 April 2021 on the 2020 results of the Gia Lai provincial Party organisation.'
    },
    look: {
      vi: 'Một bài, ba mẫu số: tổng số đảng viên, số được xếp loại, số hoàn thành tốt. Bốn mức của tổ chức cơ sở cộng lại được 1.115 mà chỉ có 953: xuất sắc đã nằm trong tốt. Thử sửa 391 thành 390.',
      en: 'One article, three bases: all members, those rated, those rated good. The four grades of base organisations add up to 1.115 where there are only 953: excellent is counted inside good. Try changing 391 to 390.'
    },
    sections: [
      {
        id: 'dang-vien',
        title: { vi: 'Đảng viên', en: 'Party members' },
        caption: { vi: 'Đảng viên toàn đảng bộ tỉnh, đến ngày 31/12/2020', en: 'Members of the provincial Party organisation on 31 December 2020' },
        previousYear: '2019',
        previous: { kht: '423' },
        rows: [
          row('all', 'total', null, { vi: 'Tổng số đảng viên', en: 'All members' }, '61.567', { asBase: { vi: 'đảng viên toàn đảng bộ', en: 'members in all' } }),
          row('mien', 'part', 'all', { vi: 'Được miễn đánh giá, xếp loại', en: 'Exempt from rating' }, '2.714', { stated: '4,41%' }),
          row('chua', 'part', 'all', { vi: 'Chưa được đánh giá, xếp loại', en: 'Not yet rated' }, '284', { stated: '0,46%' }),
          row('moi', 'part', 'all', { vi: 'Mới kết nạp, không phải xếp loại', en: 'Newly admitted, not to be rated' }, '1.984', { stated: '3,22%' }),
          row('rated', 'part', 'all', { vi: 'Được đánh giá, xếp loại', en: 'Rated' }, '56.585', { stated: '91,9%', asBase: { vi: 'đảng viên được xếp loại', en: 'members rated' } }),
          row('htt', 'part', 'rated', G.htt, '51.956', { stated: '91,82%', asBase: { vi: 'đảng viên hoàn thành tốt', en: 'members rated good' } }),
          row('xs', 'of-which', 'htt', G.xs, '7.156', { stated: '13,77%' }),
          row('htnv', 'part', 'rated', G.htnv, '4.238', { stated: '7,49%' }),
          row('kht', 'part', 'rated', G.kht, '391', { stated: '0,69%', asBase: { vi: 'đảng viên không hoàn thành', en: 'members not completing' } }),
          row('ky-luat', 'part', 'kht', { vi: 'Bị kỷ luật trong năm', en: 'Disciplined in the year' }, '302', { asBase: { vi: 'đảng viên bị kỷ luật', en: 'members disciplined' } }),
          row('khien-trach', 'part', 'ky-luat', { vi: 'Khiển trách', en: 'Reprimand' }, '222'),
          row('canh-cao', 'part', 'ky-luat', { vi: 'Cảnh cáo', en: 'Warning' }, '49'),
          row('cach-chuc', 'part', 'ky-luat', { vi: 'Cách chức', en: 'Removal from office' }, '03'),
          row('khai-tru', 'part', 'ky-luat', { vi: 'Khai trừ', en: 'Expulsion' }, '28'),
          row('cbccvc', 'part', 'kht', { vi: 'Công chức, viên chức không hoàn thành nhiệm vụ', en: 'Officials rated as not completing' }, '64'),
          row('duoi-50', 'part', 'kht', { vi: 'Đạt dưới 50% số chỉ tiêu', en: 'Under 50% of targets' }, '25')
        ],
        bars: [
          { base: 'rated', parts: demo.gradeTones },
          { base: 'all', parts: [{ row: 'rated', tone: 'out1', short: { vi: 'Được xếp loại', en: 'Rated' } }, { row: 'mien', tone: 'out2' }, { row: 'moi', tone: 'out3' }, { row: 'chua', tone: 'out4' }] }
        ],
        quota: { subject: 'member', rows: demo.gradeRows }
      },
      {
        id: 'co-so',
        title: { vi: 'Tổ chức cơ sở đảng', en: 'Base organisations' },
        caption: { vi: 'Tổ chức cơ sở đảng, đến ngày 31/12/2020', en: 'Base Party organisations on 31 December 2020' },
        previousYear: '2019',
        previous: { all: '970' },
        rows: [
          row('all', 'total', null, { vi: 'Tổng số tổ chức cơ sở đảng', en: 'All base organisations' }, '957', { asBase: { vi: 'tổ chức', en: 'organisations in all' } }),
          row('khong', 'part', 'all', { vi: 'Không đánh giá, xếp loại', en: 'Not rated' }, '04', { stated: '0,42%' }),
          row('rated', 'part', 'all', { vi: 'Được đánh giá, xếp loại', en: 'Rated' }, '953', { stated: '99,6%', asBase: { vi: 'tổ chức được xếp loại', en: 'organisations rated' } }),
          row('xs', 'part', 'rated', G.xs, '162', { stated: '18,6%' }),
          row('htt', 'part', 'rated', G.htt, '871', { stated: '91,4%', asBase: { vi: 'tổ chức hoàn thành tốt', en: 'organisations rated good' } }),
          row('htnv', 'part', 'rated', G.htnv, '80', { stated: '8,39%' }),
          row('kht', 'part', 'rated', G.kht, '02', { stated: '0,21%' })
        ],
        bars: [{ base: 'rated', parts: demo.gradeTones }],
        quota: { subject: 'organisation', rows: demo.gradeRows }
      },
      {
        id: 'cap-huyen',
        title: { vi: 'Tổ chức đảng cấp huyện', en: 'District-level organisations' },
        caption: { vi: 'Tổ chức đảng cấp huyện, năm 2020', en: 'District-level Party organisations, 2020' },
        rows: [
          row('all', 'total', null, { vi: 'Tổng số tổ chức đảng cấp huyện', en: 'All district-level organisations' }, '21', { asBase: { vi: 'tổ chức', en: 'organisations in all' } }),
          row('rated', 'of-which', 'all', { vi: 'Được đánh giá, xếp loại', en: 'Rated' }, '21', { stated: '100%', asBase: { vi: 'tổ chức được xếp loại', en: 'organisations rated' } }),
          row('xs', 'part', 'rated', G.xs, 'Không'),
          row('htt', 'part', 'rated', G.htt, '18', { stated: '85,71%' }),
          row('htnv', 'part', 'rated', G.htnv, '03', { stated: '14,29%' }),
          row('kht', 'part', 'rated', G.kht, 'Không')
        ],
        bars: [{ base: 'rated', parts: demo.gradeTones }],
        quota: { subject: 'organisation', rows: demo.gradeRows }
      }
    ]
  });
})();
