/* The lines to copy, for each kind of portal. {integrity:file} becomes the fingerprint of the file beside this page. */
(function () {
  'use strict';
  var FORM = [
    '<form id="review">',
    '  <label>Tiêu chí chung <input name="general"></label> <span data-xeploai-message="general"></span>',
    '  <label>Kết quả nhiệm vụ <input name="results"></label> <span data-xeploai-message="results"></span>',
    '  <label>Tổng điểm <input name="total"></label> <span data-xeploai-message="total"></span>',
    '</form>'
  ];
  var SCRIPT = '<script src="xeploai.global.js" integrity="{integrity:xeploai.global.js}"></' + 'script>';
  var NODE_CHECK = "engine.check({ form: 'mau-2b', answers, final: true })";

  window.demo.snippets = [
    {
      id: 'html', name: { vi: 'Trang HTML bất kỳ', en: 'Any HTML page' },
      note: {
        vi: 'Đặt hai tệp xeploai.global.js và xeploai.nowasm.global.js cạnh trang. Đặt tên ô theo mẫu (general, results, total); không phải đổi gì khác trong trang.',
        en: 'Put xeploai.global.js and xeploai.nowasm.global.js beside the page. Name the fields as the form does (general, results, total); nothing else on the page changes.'
      },
      code: FORM.concat([SCRIPT, '<script src="review.js"></' + 'script>', '', '// review.js',
        "xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2025-12-31' }).then(function (engine) {",
        "  xeploai.watchForm(document.getElementById('review'), engine, { form: 'mau-2b', messages: true });", '});'])
    },
    {
      id: 'elements', name: { vi: 'Bảng và chỉ tiêu dựng sẵn', en: 'Ready-made elements' },
      note: { vi: 'Thêm một tệp; không cần khung hay tệp kiểu nào. Cả bốn thành phần có ở trang “Thành phần”.', en: 'One more file; no framework, no style sheet. All four are on the page of the elements.' },
      code: ['<xeploai-quota id="quota"></xeploai-quota>', SCRIPT, '<script src="xeploai.elements.global.js" integrity="{integrity:xeploai.elements.global.js}"></' + 'script>', '<script src="quota.js"></' + 'script>', '', '// quota.js',
        "xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2025-12-31' }).then(function (engine) {",
        "  var tally = { htxsnv: '3', httnv: '16', htnv: '5', khtnv: '1' };",
        "  document.getElementById('quota').result = engine.quota({ subject: 'member', tally: tally, trace: true });", '});']
    },
    {
      id: 'webforms', name: { vi: 'ASP.NET WebForms, SharePoint', en: 'ASP.NET WebForms, SharePoint' },
      note: { vi: 'Tên ô có tiền tố ctl00$… vẫn nhận ra; UpdatePanel thay nội dung vẫn theo được. __doPostBack không báo “submit”, nên gọi summary() trước.', en: 'Names such as ctl00$… are understood, and an UpdatePanel may swap the fields. __doPostBack fires no submit event, so call summary() before it.' },
      code: [SCRIPT, '<script src="review.js"></' + 'script>', "<asp:Button runat=\"server\" Text=\"Gửi\" OnClientClick=\"reviewSummary()\" />", '', '// review.js',
        "xeploai.createEngine({ rulebook: xeploai.rulebooks, asOf: '2025-12-31' }).then(function (engine) {",
        "  var watcher = xeploai.watchForm(document.querySelector('form'), engine, { form: 'mau-2b', messages: true });",
        '  window.reviewSummary = function () { watcher.summary(); };', '});']
    },
    {
      id: 'npm', name: { vi: 'Vite, webpack, React, Vue, Angular', en: 'Vite, webpack, React, Vue, Angular' },
      note: { vi: 'Chỉ kèm bộ quy tắc cần dùng. Biểu mẫu của React, Vue, Angular dùng engine.schema (Standard Schema).', en: 'Only the rulebook you need is shipped. Forms of React, Vue and Angular take engine.schema (a Standard Schema).' },
      code: ['npm install xeploai', '', '// review.js', "import { createEngine, watchForm } from 'xeploai';", "import hd43 from 'xeploai/rulebooks/hd43-2025';", '',
        "const engine = await createEngine({ rulebook: hd43, asOf: '2025-12-31' });", "watchForm(document.querySelector('#review'), engine, { form: 'mau-2b', messages: true });"]
    },
    {
      id: 'server', name: { vi: 'Kiểm tra lại trên máy chủ (Node)', en: 'Checked again on the server (Node)' },
      note: { vi: 'Cùng gói, cùng câu trả lời. PHP, Java, .NET gọi qua một tiến trình Node nhỏ.', en: 'The same package, the same answers. PHP, Java and .NET call it through a small Node process.' },
      code: ["import { createEngine } from 'xeploai';", "import hd43 from 'xeploai/rulebooks/hd43-2025';", '',
        "const engine = await createEngine({ rulebook: hd43, asOf: '2025-12-31' });", 'export const findings = (answers) => ' + NODE_CHECK + '.diagnostics;']
    }
  ];

  /** What the policy of the page has to allow. */
  window.demo.policies = [
    { id: 'wasm', code: "script-src 'self' 'wasm-unsafe-eval'", note: { vi: 'Bình thường: chạy bằng WebAssembly.', en: 'The usual: it runs on WebAssembly.' } },
    { id: 'javascript', code: "script-src 'self'", note: { vi: 'Không đổi được chính sách: tệp xeploai.nowasm.global.js đặt cạnh thì tự chạy bằng JavaScript, chậm hơn khoảng ba lần.', en: 'The policy cannot change: with xeploai.nowasm.global.js beside it, it runs on JavaScript by itself, about three times slower.' } },
    { id: 'trusted', code: "require-trusted-types-for 'script'; trusted-types xeploai", note: { vi: 'Có Trusted Types: chỉ lần nạp tệp thứ hai nói trên cần tên này.', en: 'With Trusted Types: only that second file needs the name.' } }
  ];
})();
