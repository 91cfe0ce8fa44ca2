#!/usr/bin/env node
// `npm run bundle`, after `npm run build`, puts the program and the packages that it loads into few files in dist/bundled, for the
// image: Node finds and loads those sooner than a thousand. They stay readable, with the name of each file that went into them, so
// that a place in a log can be looked up. The sandbox is left out.
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..'));

/** Bolt loads these for ways to listen, and encodings, that the bot doesn't use. */
const unused = /^(express|iconv-lite|@slack\/oauth|@slack\/socket-mode)$/;
const withoutUnused = {
  name: 'without unused',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: unused }, ({ path }) => ({ path, namespace: 'unused' }));
    onLoad({ filter: /.*/, namespace: 'unused' }, () => ({ contents: 'module.exports = {};' }));
    // zod speaks fifty languages. Ours come from the catalogues.
    onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

// As deep as the files that it is made of: some look for policy/ and package.json two folders up.
const outdir = join('dist', 'bundled');
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: [join('dist', 'main.js')],
  outdir,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  external: ['./sandbox/run-sandbox.js'],
  plugins: [withoutUnused],
  // Packages that are CommonJS ask for Node's own modules.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
  },
  logLevel: 'warning',
});
