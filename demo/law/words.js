/* The words of the room of the rules, in both languages; what stands inside a rulebook's page comes with it. */
(function () {
  'use strict';
  var words = window.demo.words;
  words.vi['law.books'] = 'Các bộ quy tắc';
  words.en['law.books'] = 'Rulebooks';
  words.vi['law.overlays'] = 'Văn bản của địa phương, đơn vị';
  words.en['law.overlays'] = 'Texts of localities and bodies';
  words.vi['law.period'] = 'Áp dụng từ {from} đến trước {until}';
  words.en['law.period'] = 'In force from {from} to before {until}';
  words.vi['law.period.open'] = 'Áp dụng từ {from}';
  words.en['law.period.open'] = 'In force from {from}';
  words.vi['law.over'] = 'Đặt trên {title}';
  words.en['law.over'] = 'Laid over {title}';
  words.vi['law.back'] = '← Tất cả văn bản';
  words.en['law.back'] = '← All instruments';
})();
