/* The words of the votes, tasks and goals, in both languages. */
(function () {
  'use strict';
  window.xeploaiBallot = { words: {
    vi: {
      page: 'Kiểm phiếu, nhiệm vụ, mục tiêu',
      votes: 'Kiểm phiếu xếp loại đảng viên',
      'votes.lead': 'Số liệu mẫu, tên người không có thật. Gõ lại số trong biên bản: sai chỗ nào báo ngay chỗ đó.',
      summoned: 'Triệu tập', present: 'Có mặt', issued: 'Phát ra', returned: 'Thu về', valid: 'Hợp lệ', invalid: 'Không hợp lệ',
      person: 'Họ và tên', most: 'Nhiều phiếu nhất', tie: 'Bằng phiếu', none: 'Chưa đủ số', base: 'Tỷ lệ tính trên',
      'base.summoned': 'người được triệu tập', 'base.present': 'người có mặt', 'base.issued': 'phiếu phát ra', 'base.returned': 'phiếu thu về', 'base.valid': 'phiếu hợp lệ',
      votesOf: 'Phiếu {grade}, {person}', fine: 'Các con số khớp nhau.', findings: 'Cần xem lại', to: 'Đến ô này',
      tasks: 'Sổ theo dõi nhiệm vụ', 'tasks.lead': 'Xã Nhân Lý giao 47 việc cho 47 đồng chí; số hoàn thành ở đây là số mẫu. Từ đó ra các điều kiện xếp loại của Mẫu 2B.',
      task: 'Nhiệm vụ', count: 'Số việc', share: 'So với được giao', condition: 'Điều kiện', met: 'Đạt', unmet: 'Không đạt', applies: 'Thuộc trường hợp không hoàn thành:', not: 'Không thuộc trường hợp:',
      'no-rules': 'Chưa đủ số để xét điều kiện nào.',
      goals: 'Mục tiêu', 'goals.lead': 'Mục tiêu của Đề án 13 (Hòa Bình, 2022), số đạt là số mẫu.', goal: 'Mục tiêu', wanted: 'Từ', reached: 'Số đạt', of: 'Tổng số', stands: 'Hiện nay'
    },
    en: {
      page: 'Votes, tasks, goals',
      votes: 'Votes on members’ grades',
      'votes.lead': 'Sample figures, invented names. Type the figures of the record: whatever is wrong is said where it stands.',
      summoned: 'Summoned', present: 'Present', issued: 'Issued', returned: 'Returned', valid: 'Valid', invalid: 'Invalid',
      person: 'Name', most: 'Most votes', tie: 'Tie', none: 'Not all there', base: 'Shares are of',
      'base.summoned': 'people summoned', 'base.present': 'people present', 'base.issued': 'ballots issued', 'base.returned': 'ballots returned', 'base.valid': 'valid ballots',
      votesOf: 'Votes for {grade}, {person}', fine: 'The figures agree.', findings: 'To look at', to: 'Go to this field',
      tasks: 'Ledger of tasks', 'tasks.lead': 'Nhân Lý commune gave 47 tasks to 47 people; what was completed is a sample. The counts decide conditions of Form 2B.',
      task: 'Task', count: 'Number', share: 'Of those assigned', condition: 'Condition', met: 'Met', unmet: 'Not met', applies: 'A case of non-completion:', not: 'Not the case:',
      'no-rules': 'Not enough figures for any condition.',
      goals: 'Goals', 'goals.lead': 'Goals of Scheme 13 (Hòa Bình, 2022); the counts are samples.', goal: 'Goal', wanted: 'At least', reached: 'Reach it', of: 'Of', stands: 'Stands at'
    }
  } };
})();
