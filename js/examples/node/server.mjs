/** Checks on a server what a page has sent: `POST /check` with the answers of Mẫu 2B as JSON. */
import { createServer } from 'node:http';
import { createEngine, UsageError } from 'xeploai';
import hd43 from 'xeploai/rulebooks/hd43-2025';

const LONGEST = 100_000;
const engine = await createEngine({ rulebook: hd43, asOf: '2025-12-31' });

const server = createServer(async (request, response) => {
  const answer = (status, body) => response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body));
  if (request.method !== 'POST' || request.url !== '/check') return answer(404, { problem: 'POST /check' });
  try {
    const found = check(await json(request));
    answer(found.errors.length ? 422 : 200, found);
  } catch (error) {
    // No JSON, too long, or fields that the form does not have: no page of ours has sent it.
    if (!(error instanceof SyntaxError || error instanceof RangeError || error instanceof UsageError)) throw error;
    answer(400, { problem: error.message });
  }
});

/** With `final: true`, whatever the form requires and is blank is an error, too. */
function check(answers) {
  const { diagnostics, rating } = engine.check({ form: 'mau-2b', answers });
  const errors = diagnostics.filter((found) => found.severity === 'error');
  return { points: rating?.points?.leastText ?? null, errors: errors.map(({ path, message }) => ({ field: path.join('.'), message })) };
}

server.listen(Number(process.env.PORT ?? 8080), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/check`));

async function json(request) {
  let text = '';
  for await (const part of request.setEncoding('utf8')) {
    if (text.length <= LONGEST) text += part;
  }
  if (text.length > LONGEST) throw new RangeError('too long');
  return JSON.parse(text);
}
