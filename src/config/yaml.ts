import { isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import { type ConfigFault, nearest } from './config-error.js';

export type Path = readonly PropertyKey[];

/** The value of a YAML file. `fault` makes a fault with the line of a path. */
export type Yaml = Readonly<{ file: string; value: unknown; fault(path: Path, what: string): ConfigFault }>;

/** Reads YAML 1.2. A file with syntax errors gives only faults: nothing else can be checked. */
export function readYaml(file: string, text: string): { yaml: Yaml } | { faults: ConfigFault[] } {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (doc.errors.length > 0)
    return {
      faults: doc.errors.map((error) => ({
        name: '',
        file,
        line: lines.linePos(error.pos[0]).line,
        what: `This is not valid YAML: ${error.message.replace(/[.:]?$/, '.')} Correct the line.`,
      })),
    };
  const fault = (path: Path, what: string): ConfigFault => {
    const start = startOf(doc.contents, path);
    return { name: formatPath(path), file, ...(start === undefined ? {} : { line: lines.linePos(start).line }), what };
  };
  return { yaml: { file, value: doc.toJS(), fault } };
}

/** Checks a YAML file against a schema. Each fault has its line; an unknown key comes with what was probably meant. */
export function checkYaml<T>(schema: z.ZodType<T>, yaml: Yaml): { data: T | undefined; faults: ConfigFault[] } {
  const result = schema.safeParse(yaml.value);
  if (result.success) return { data: result.data, faults: [] };
  const faults = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => yaml.fault([...issue.path, key], unknownKey(key, keysAt(schema, issue.path))))
      : [yaml.fault(issue.path, issue.message)],
  );
  return { data: undefined, faults };
}

/** The value at a path of a value that is not checked yet. */
export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
}

export function listAt(value: unknown, path: Path): readonly unknown[] {
  const list = at(value, path);
  return Array.isArray(list) ? list : [];
}

/** Zod's error option: what was found, and what to use instead. */
export function wanted(expected: string): { error: (issue: { input?: unknown }) => string } {
  return {
    error: ({ input }) =>
      input === undefined ? `is missing: add ${expected}.` : `is ${show(input)}: use ${expected}.`,
  };
}

function unknownKey(key: string, known: readonly string[]): string {
  const meant = nearest(key, known);
  return meant === undefined
    ? `is not known here: remove it, or use one of ${known.join(', ')}.`
    : `is not known here: did you mean ${meant}?`;
}

function keysAt(schema: z.ZodType, path: Path): string[] {
  let at: unknown = schema;
  for (const step of [...path, undefined]) {
    while (at instanceof z.ZodOptional || at instanceof z.ZodDefault) at = at.unwrap();
    if (step === undefined) break;
    at = at instanceof z.ZodObject ? at.shape[String(step)] : at instanceof z.ZodArray ? at.element : undefined;
  }
  return at instanceof z.ZodObject ? Object.keys(at.shape) : [];
}

/** Where the longest existing part of the path begins: at the key, not at its value. */
function startOf(root: Node | null, path: Path): number | undefined {
  let node: unknown = root;
  let start = root?.range?.[0];
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
      if (pair === undefined) return start;
      if (isNode(pair.key)) start = pair.key.range?.[0] ?? start;
      node = pair.value;
    } else {
      const item = isNode(node) && 'items' in node && Array.isArray(node.items) ? node.items[Number(step)] : undefined;
      if (!isNode(item)) return start;
      start = item.range?.[0] ?? start;
      node = item;
    }
  }
  return start;
}

/** `ladder[2].at` */
function formatPath(path: Path): string {
  return path
    .map((step, i) => (typeof step === 'number' ? `[${step + 1}]` : `${i === 0 ? '' : '.'}${String(step)}`))
    .join('');
}

function show(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of keys';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
