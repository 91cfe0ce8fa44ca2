#!/usr/bin/env node
// `npm run graph`: draws the modules of src/, and the layers of src/slack, from their imports into docs/architecture.md, between
// the lines `<!-- graph: … -->` and `<!-- end of graph -->`. GitHub shows the result as a picture. `--file FILE` names
// another page.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values } = parseArgs({ options: { file: { type: 'string', default: 'docs/architecture.md' } } });
const page = resolve(root, values.file);

/** Which part of the code each graph has as a box: `undefined` for files outside it. */
const graphs = {
  modules: (file) => /^src\/([^/.]+)[/.]/.exec(file)?.[1],
  'layers of slack': (file) => /^src\/slack\/([^/.]+)[/.]/.exec(file)?.[1],
};

const imports = importsOf('src');
const text = readFileSync(page, 'utf8');
let drawn = text;
for (const [name, boxOf] of Object.entries(graphs)) drawn = replaced(drawn, name, mermaid(boxOf));

writeFileSync(page, drawn);

/** Every import of a file of src by another, `import type` included. */
function importsOf(folder) {
  const depcruise = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const args = [depcruise, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', folder];
  const { modules } = JSON.parse(
    execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 }),
  );
  return modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved, dynamic }) => ({ from: source, to: resolved, dynamic })),
  );
}

/** One arrow from box to box, dotted where one loads the other by import() only. */
function mermaid(boxOf) {
  const arrows = new Map();
  for (const { from, to, dynamic } of imports) {
    const [above, below] = [boxOf(from), boxOf(to)];
    if (above === undefined || below === undefined || above === below) continue;
    const arrow = `${above} ${below}`;
    arrows.set(arrow, (arrows.get(arrow) ?? true) && dynamic);
  }
  const lines = [...arrows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([arrow, late]) => {
      const [above, below] = arrow.split(' ');
      return `  ${above} ${late ? '-.->' : '-->'} ${below}`;
    });
  return ['```mermaid', 'flowchart TD', ...lines, '```'].join('\n');
}

function replaced(whole, name, graph) {
  const begin = `<!-- graph: ${name} -->\n`;
  const end = '\n<!-- end of graph -->';
  const from = whole.indexOf(begin);
  const to = whole.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`${values.file} has no place for the graph "${name}".`);
  return `${whole.slice(0, from + begin.length)}${graph}${whole.slice(to)}`;
}
