import { createAnnouncer, createEngine, watchForm } from 'xeploai';
import { defineElements } from 'xeploai/elements';
import hd43 from 'xeploai/rulebooks/hd43-2025';

defineElements();
const announcer = createAnnouncer();
const engine = await createEngine({ rulebook: hd43, asOf: '2025-12-31' });

document.querySelector('xeploai-quota').result = engine.quota({ subject: 'member', tally: { htxsnv: 2, httnv: 14, htnv: 1, khtnv: 0 } });
watchForm(document.querySelector('#review'), engine, {
  form: 'mau-2b',
  messages: true,
  report(report, diff) {
    document.querySelector('#points').textContent = `${report.rating?.points?.leastText ?? 0} điểm`;
    announcer(report, diff);
  },
});
