/* Names that nobody was asked for: units by kind and code, people put together from common parts by their row. */
(function () {
  'use strict';
  var demo = window.demo;
  var FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ', 'Ngô', 'Dương', 'Lý', 'Hà', 'Đinh'];
  var MIDDLE = ['Văn', 'Thị', 'Đức', 'Minh', 'Thanh', 'Ngọc', 'Quang', 'Hữu', 'Kim', 'Xuân', 'Thu', 'Mạnh'];
  var GIVEN = ['An', 'Bình', 'Chi', 'Dũng', 'Giang', 'Hạnh', 'Hòa', 'Hương', 'Khánh', 'Lan', 'Long', 'Mai', 'Nam', 'Nga', 'Phúc', 'Quý', 'Sơn', 'Tâm', 'Thảo', 'Tuấn', 'Vinh', 'Yến', 'Ngữ'];

  demo.unitName = function (unit) {
    return unit.name || demo.say('roster.kind.' + unit.kind, { code: unit.code });
  };

  demo.personName = function (row) {
    var mixed = Math.imul(row + 1, 0x9e3779b1) >>> 0;
    return [FAMILY[mixed % FAMILY.length], MIDDLE[(mixed >>> 9) % MIDDLE.length], GIVEN[(mixed >>> 17) % GIVEN.length]].join(' ');
  };
})();
