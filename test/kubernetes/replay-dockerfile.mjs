#!/usr/bin/env node
// `node test/kubernetes/replay-dockerfile.mjs FOLDER`: does what the Dockerfile says, line by line, in an empty folder, for want of a
// container engine: each stage is a folder, and what an image would bring (Node, a shell) comes from this machine. Prints, as
// the last line, how the result is started. `--plan [FILE]` reads a Dockerfile and prints its lines as JSON.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const context = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const [asked, file = join(context, 'Dockerfile')] = process.argv.slice(2);

try {
  if (asked === undefined) throw new Error('Name an empty folder to work in, or --plan.');
  if (asked === '--plan') console.log(JSON.stringify(parse(readFileSync(file, 'utf8'))));
  else console.log(JSON.stringify(replay(parse(readFileSync(file, 'utf8')), emptyFolder(asked))));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** The lines of a Dockerfile: `{ verb, from?, stage?, args }`, variables of ARG filled in. Unknown ones are refused. */
function parse(text) {
  const variables = {};
  const lines = text
    .replace(/\\\n/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.flatMap((line) => {
    const [, verb = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    const list = rest.startsWith('[') ? JSON.parse(rest) : rest.split(/\s+/);
    switch (verb) {
      case 'ARG': {
        const [name = '', value = ''] = rest.split(/=(.*)/);
        variables[name] = value;
        return [];
      }
      case 'FROM': {
        const [image = '', as, stage = 'last'] = list;
        if (as !== undefined && as !== 'AS') throw new Error(`"${line}" is not understood: FROM IMAGE AS STAGE.`);
        return [{ verb, args: [image.replace(/\$\{(\w+)\}/g, (_, name) => variables[name] ?? '')], stage }];
      }
      case 'COPY': {
        const from = /^--from=(\S+)$/.exec(list[0])?.[1];
        const args = from === undefined ? list : list.slice(1);
        if (args.some((arg) => arg.startsWith('--'))) throw new Error(`"${line}" has a flag that is not replayed.`);
        return [{ verb, args, ...(from === undefined ? {} : { from }) }];
      }
      case 'RUN':
      case 'ENV':
      case 'WORKDIR':
      case 'USER':
        return [{ verb, args: [rest] }];
      case 'ENTRYPOINT':
      case 'CMD':
        if (!rest.startsWith('[')) throw new Error(`"${line}" needs a shell, and there is none: write it as a list.`);
        return [{ verb, args: list }];
      default:
        throw new Error(
          `"${verb}" is not replayed: the Dockerfile has FROM, ARG, COPY, RUN, ENV, WORKDIR, USER, ENTRYPOINT, CMD.`,
        );
    }
  });
}

function replay(lines, folder) {
  const stages = new Map();
  let stage;
  for (const { verb, args, from, stage: name } of lines) {
    if (verb !== 'FROM' && stage === undefined) throw new Error(`${verb} stands before the first FROM.`);
    console.error(`== ${stage?.name ?? name}: ${verb} ${args.join(' ')}`);
    switch (verb) {
      case 'FROM':
        stage = { name, root: join(folder, name), workdir: '/', env: {}, user: '0:0', entrypoint: [], cmd: [] };
        mkdirSync(stage.root);
        stages.set(name, stage);
        break;
      case 'WORKDIR':
        stage.workdir = resolve(stage.workdir, args[0]);
        mkdirSync(join(stage.root, stage.workdir), { recursive: true });
        break;
      case 'ENV': {
        const [key, value] = args[0].split(/=(.*)/);
        stage.env[key] = value;
        break;
      }
      case 'COPY':
        copy(stage, args, from === undefined ? undefined : stages.get(from));
        break;
      case 'RUN':
        run(stage, args[0]);
        break;
      case 'USER':
        stage.user = args[0];
        break;
      case 'ENTRYPOINT':
        stage.entrypoint = args;
        break;
      case 'CMD':
        stage.cmd = args;
        break;
    }
  }
  const { root, workdir, env, user, entrypoint, cmd } = stage;
  const inRoot = (arg) => (arg.startsWith('/') ? join(root, arg) : arg);
  return { root, cwd: join(root, workdir), env, user, entrypoint: entrypoint.map(inRoot), cmd };
}

function copy(stage, args, from) {
  const sources = args.slice(0, -1);
  const to = join(stage.root, resolve(stage.workdir, args.at(-1)));
  const intoFolder = args.at(-1).endsWith('/') || sources.length > 1;
  const left = from === undefined ? leftOut() : () => false;
  for (const source of sources) {
    const path = from === undefined ? join(context, source) : inStage(from, source);
    if (!existsSync(path) || left(source))
      throw new Error(`COPY names ${source}, which is not there or left out by .dockerignore.`);
    const target = intoFolder && statSync(path).isFile() ? join(to, basename(path)) : to;
    mkdirSync(dirname(target), { recursive: true });
    cpSync(path, target, {
      recursive: true,
      // Links stay what they are: npm's point from .bin to the packages.
      verbatimSymlinks: true,
      filter: (one) => from !== undefined || !left(one.slice(context.length + 1)),
    });
  }
}

/** A file of an earlier stage. Node itself comes with the image there: here it is the one that runs this. */
function inStage({ root }, source) {
  const path = join(root, source);
  return !existsSync(path) && source === '/usr/local/bin/node' ? process.execPath : path;
}

function run({ root, workdir, env }, command) {
  if (/(^|\s)\//.test(command))
    throw new Error(`RUN ${command} names a path of the image, which is not there when replayed.`);
  const { status } = spawnSync('/bin/sh', ['-c', command], {
    cwd: join(root, workdir),
    env: { ...builder(), ...env },
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error(`RUN ${command} failed (${status}).`);
}

/** This machine's variables, for its registry, but nothing of the run that this is a part of: no NODE_ENV, no folder of npm's. */
function builder() {
  const ours = /^(NODE_ENV|JEST_.*|npm_(package|lifecycle)_.*|npm_config_local_prefix|npm_config_ignore_scripts)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

/** Whether .dockerignore leaves out a path: the last pattern that fits it, or a folder it is in, decides. */
function leftOut() {
  const patterns = readFileSync(join(context, '.dockerignore'), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const bare = line.replace(/^!/, '').replace(/[.+^$()|[\]{}]/g, '\\$&');
      return { out: !line.startsWith('!'), form: new RegExp(`^${bare.replaceAll('*', '[^/]*')}(/|$)`) };
    });
  return (path) => patterns.findLast(({ form }) => form.test(path))?.out ?? false;
}

function emptyFolder(path) {
  mkdirSync(path, { recursive: true });
  if (readdirSync(path).length > 0) throw new Error(`${path} is not empty: name an empty folder.`);
  return resolve(path);
}
