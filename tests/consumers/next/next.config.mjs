import path from 'node:path';

export default {
  // On the server the package is loaded by Node itself, once for all layers, instead of being copied into each.
  serverExternalPackages: ['xeploai'],
  // The tools of these tests stand one folder up; in a project of your own leave this out.
  turbopack: { root: path.join(import.meta.dirname, '..') },
};
