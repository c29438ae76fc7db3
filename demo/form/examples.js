/* Half-finished forms with one contradiction each, by rulebook: people and units are invented. What the form
   does not have is left out. */
(function () {
  'use strict';
  var demo = window.demo;

  var TASKS = [
    ['Xây dựng chương trình công tác năm của đơn vị', 'Chương trình đã ban hành', 'met'],
    ['Tổng hợp báo cáo tháng, quý', '16 báo cáo', 'exceeded'],
    ['Theo dõi kết luận sau hội nghị', 'Sổ theo dõi điện tử', 'met'],
    ['Số hóa hồ sơ lưu trữ giai đoạn 2015–2020', '4.200 trang', 'exceeded'],
    ['Phục vụ các cuộc họp giao ban', 'Tài liệu, biên bản', 'met'],
    ['Hướng dẫn cán bộ mới', '02 đồng chí đã làm việc độc lập', 'met']
  ];
  var ROLES = { 'mau-2a': 'leader', 'mau-2b': 'non-leader', 'mau-2c': 'outside' };

  demo.formExamples = {
    'hd43-2025': function (form) {
      return {
        /* 27,5 and 63 are 90,5. */
        contradiction: 'total',
        tally: { htxsnv: '1', httnv: '12', htnv: '1', khtnv: '0' },
        answers: {
          name: 'Nguyễn Văn An', 'birth-date': '12/05/1986', 'unit-name': 'Văn phòng Sở', branch: 'Chi bộ Văn phòng', role: ROLES[form],
          position: 'Phó Trưởng phòng', 'is-head': 'no', organisation: 'Đảng bộ Sở', 'collective-name': 'Tập thể lãnh đạo Văn phòng', 'review-date': '10/12/2025',
          period: 'year',
          conduct: 'Kiên định lập trường, giữ gìn phẩm chất, đoàn kết trong chi bộ; chấp hành kỷ luật phát ngôn và những điều đảng viên không được làm.',
          manifestations: 'Đã đối chiếu từng biểu hiện theo Nghị quyết Trung ương 4 khóa XII; còn nể nang khi góp ý cho đồng nghiệp.',
          duties: 'Hoàn thành 6/6 nhiệm vụ được giao, trong đó 2 nhiệm vụ vượt mức.',
          rights: 'Dự 12/12 kỳ sinh hoạt chi bộ, đóng đảng phí đúng hạn.',
          commitment: 'Đã thực hiện các nội dung đăng ký đầu năm.',
          'leading-results': 'Phòng phụ trách hoàn thành các nhiệm vụ được giao.',
          'working-rules': 'Thực hiện đúng quy chế làm việc; họp thường kỳ đủ 12 tháng.',
          'targets-results': 'Hoàn thành 6/6 nhiệm vụ trọng tâm của năm.',
          'building-results': 'Sắp xếp lại 3 bộ phận, giảm 1 đầu mối.',
          shortcomings: 'Có lúc tham mưu chậm so với yêu cầu; tự học ngoại ngữ chưa thường xuyên.',
          'has-earlier': 'yes',
          earlier: [{ content: 'Cập nhật hồ sơ công việc trên hệ thống còn chậm', status: 'remedied', difficulties: 'Phần mềm mới triển khai', responsibility: 'Bản thân' }],
          tasks: TASKS.map(function (task) { return { task: task[0], product: task[1], progress: 'on-time', quality: task[2] }; }),
          'tasks-assigned': '6', 'tasks-done': '6', 'tasks-undone': '0', 'tasks-on-time': '6', 'tasks-late': '0', 'tasks-exceeded': '2', 'exceeded-percent': '33,33',
          'five-targets': 'not-applicable', 'disciplined-within': 'no', 'concluded-wrongdoing': 'no', 'member-disciplined': 'no',
          'subs-rated': '4', 'subs-khtnv': '0', 'confidence-vote': 'no', discipline: 'none', degraded: 'no',
          general: '27,5', results: '63', total: '91,5', grade: 'htxsnv'
        }
      };
    },
    'hd21-2019': function () {
      return {
        contradiction: 'targets-done',
        tally: { htxsnv: '2', httnv: '17', htnv: '1', khtnv: '0' },
        answers: {
          participant: 'Chi ủy Chi bộ Văn phòng', name: 'Trần Thị Bình', branch: 'Chi bộ Văn phòng', 'collective-name': 'Tập thể lãnh đạo Văn phòng', organisation: 'Chi bộ Văn phòng',
          shortcomings: 'Có lúc tham mưu chậm so với yêu cầu.', 'has-earlier': 'no',
          ideology: 'xuat-sac', ethics: 'tot', order: 'tot', style: 'xuat-sac', duties: 'xuat-sac',
          'official-grade': 'htxsnv', 'targets-assigned': '12', 'targets-done': '13', degraded: 'no', discipline: 'none', grade: 'htxsnv'
        }
      };
    }
  };
})();
