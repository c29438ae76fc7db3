/** What every consumer asks, of a form and of a quota. The right answer is in ../project.mjs. */
import hd43 from 'xeploai/rulebooks/hd43-2025';

export async function ask(createEngine, options) {
  const engine = await createEngine({ rulebook: hd43, asOf: '2025-12-31', ...options });
  const { diagnostics } = engine.check({ form: 'mau-2b', answers: { general: '28', results: '64', total: '90' } });
  const { quotas } = engine.quota({ subject: 'member', tally: { htxsnv: '9.942', httnv: '47.193', htnv: '4.897', khtnv: '299' } });
  const errors = diagnostics.filter((one) => one.severity === 'error');
  return { runsOn: engine.runsOn, said: errors.map((one) => one.message), left: quotas[0].headroom };
}
