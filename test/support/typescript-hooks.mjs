import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

/** Finds `x.ts` where an import names `x.js`. */
export function resolve(specifier, context, next) {
  if (specifier.startsWith('.') && specifier.endsWith('.js')) {
    const typed = new URL(specifier.replace(/js$/, 'ts'), context.parentURL);
    if (existsSync(typed)) return { url: typed.href, format: 'module', shortCircuit: true };
  }
  return next(specifier, context);
}

/** Takes the types away. */
export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return await next(url, context);
  const { code } = await transform(await readFile(new URL(url), 'utf8'), {
    filename: fileURLToPath(url),
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
