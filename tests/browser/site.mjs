/** A site for one test: what stands at which address, with what headers. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { dist } from '../../js/tools/paths.mjs';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.mjs': 'text/javascript; charset=utf-8', '.wasm': 'application/wasm', '.json': 'application/json', '.css': 'text/css; charset=utf-8' };

/** A page with a policy in its header and whatever in its body. */
export function page(body, { policy, type = TYPES['.html'], charset = 'utf-8' } = {}) {
  const headers = { 'content-type': type, ...(policy ? { 'content-security-policy': policy } : {}) };
  return { headers, body: `<!doctype html><html lang="vi"><meta charset="${charset}"><link rel="icon" href="data:,"><title>-</title>${body}</html>` };
}

/**
 * `routes`: an address to `{ headers, body }`, to a file's path, or to a function of request and response. What is not among them is looked for among the package's own
 * files under `/dist/`. Gives `{ url, asked, routes, close }`.
 */
export async function site(routes) {
  const asked = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    asked.push(request.url);
    if (typeof routes[pathname] === 'function') {
      routes[pathname](request, response);
      return;
    }
    const { status = 200, headers, body } = answer(routes, pathname);
    response.writeHead(status, { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers }).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://localhost:${server.address().port}`,
    asked,
    routes,
    close: () => new Promise((done) => { server.close(done); server.closeAllConnections(); }),
  };
}

function answer(routes, pathname) {
  const found = routes[pathname];
  if (found && typeof found !== 'string') return found;
  const file = found ?? (pathname.startsWith('/dist/') ? path.join(dist, pathname.slice('/dist/'.length)) : null);
  try {
    return { headers: { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' }, body: readFileSync(file) };
  } catch {
    return { status: 404, headers: { 'content-type': TYPES['.html'] }, body: '<!doctype html><title>404</title>' };
  }
}
