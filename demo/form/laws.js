/* The lines of law and, of each, the days that its buttons offer; any other day can be typed. `form`: where one begins. */
(function () {
  'use strict';
  window.demo.families = [
    { id: 'party', label: { vi: 'Đánh giá, xếp loại hằng năm trong Đảng', en: 'Yearly rating in the Party' }, laws: [
      { asOf: '2025-12-15', form: 'mau-2b', law: { vi: 'Hướng dẫn 43 (2025)', en: 'Guidance 43 (2025)' } },
      { asOf: '2024-12-15', form: 'mau-02b', law: { vi: 'Hướng dẫn 25 (2023)', en: 'Guidance 25 (2023)' } },
      { asOf: '2020-12-15', form: 'mau-05', law: { vi: 'Hướng dẫn 21 (2019)', en: 'Guidance 21 (2019)' } },
      { asOf: '2018-12-15', form: 'individual', law: { vi: 'Hướng dẫn 16 (2018)', en: 'Guidance 16 (2018)' } },
      { asOf: '2017-12-15', form: 'member', law: { vi: 'Hướng dẫn 27 (2014)', en: 'Guidance 27 (2014)' } }
    ] },
    { id: 'leaders-quarterly', label: { vi: 'Cán bộ lãnh đạo, quản lý theo quý', en: 'Leaders and managers, each quarter' }, laws: [
      { asOf: '2026-09-30', form: 'quarter', law: { vi: 'Hướng dẫn 02 (2026)', en: 'Guidance 02 (2026)' } }
    ] },
    { id: 'officials', label: { vi: 'Cán bộ, công chức', en: 'Officials' }, laws: [
      { asOf: '2026-12-15', form: 'official', law: { vi: 'Nghị định 335 (2025)', en: 'Decree 335 (2025)' } },
      { asOf: '2024-12-15', form: 'mau-02', law: { vi: 'Nghị định 90 (2020)', en: 'Decree 90 (2020)' } }
    ] },
    { id: 'public-employees', label: { vi: 'Viên chức', en: 'Public employees' }, laws: [
      { asOf: '2024-12-15', form: 'mau-03', law: { vi: 'Nghị định 90 (2020)', en: 'Decree 90 (2020)' } }
    ] },
    { id: 'branch-meeting', label: { vi: 'Chất lượng sinh hoạt chi bộ', en: 'Quality of branch meetings' }, laws: [
      { asOf: '2025-12-15', form: 'meeting', law: { vi: 'Hướng dẫn 12 (2018), 42 (2025)', en: 'Guidances 12 (2018), 42 (2025)' } }
    ] }
  ];
})();
