/** Answers of Mẫu 2B come in as JSON, a message for each wrong field goes out. review.php runs it. */
import { text } from 'node:stream/consumers';
import { createEngine } from 'xeploai';
import hd43 from 'xeploai/rulebooks/hd43-2025';

const engine = await createEngine({ rulebook: hd43, asOf: '2025-12-31' });
// With `final: true`, whatever the form requires and is blank is an error, too.
const { diagnostics } = engine.check({ form: 'mau-2b', answers: JSON.parse(await text(process.stdin)) });
const messages = {};
for (const { severity, path, message } of diagnostics) {
  if (severity === 'error') messages[path.join('.')] ??= message;
}
process.stdout.write(JSON.stringify(messages));
