/** Where in the JSON a check stands, and how it reports a fault. */
export type Place = Readonly<{ pointer: string; report: (line: string) => void }>;
export type Check = (value: unknown, place: Place) => void;
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The place of a field or an item. */
export const inside = (place: Place, key: string | number): Place => ({ ...place, pointer: `${place.pointer}/${key}` });

/** Reports a fault as Slack does, with a JSON pointer to it. */
export const fail = (place: Place, what: string) => place.report(`[ERROR] ${what} [json-pointer:${place.pointer}]`);

/** Runs a check and collects what it reports. */
export function problemsOf(check: Check, value: unknown, pointer: string): string[] {
  const lines: string[] = [];
  check(value, { pointer, report: (line) => lines.push(line) });
  return lines;
}

/** Counts UTF-16 units, the strictest way. */
export const text =
  (max: number, min = 0): Check =>
  (value, place) => {
    if (typeof value !== 'string') fail(place, 'must be a string');
    else if (value.length < min) fail(place, `must be more than ${min - 1} characters`);
    else if (value.length > max) fail(place, `must be less than ${max + 1} characters`);
  };

export const flag: Check = (value, place) => {
  if (typeof value !== 'boolean') fail(place, 'must be a boolean');
};

export const integer =
  (min: number, max: number): Check =>
  (value, place) => {
    if (!Number.isInteger(value)) fail(place, 'must be an integer');
    else if ((value as number) < min || (value as number) > max) fail(place, `must be from ${min} to ${max}`);
  };

export const matching =
  (pattern: RegExp, what: string): Check =>
  (value, place) => {
    if (typeof value !== 'string' || !pattern.test(value)) fail(place, `must be ${what}`);
  };

export const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value, place) => {
    if (!allowed.includes(value)) fail(place, `must be one of ${allowed.join(', ')}`);
  };

export const list =
  (item: Check, max: number, min = 1): Check =>
  (value, place) => {
    if (!Array.isArray(value)) return fail(place, 'must be an array');
    if (value.length > max) fail(place, `no more than ${max} items allowed`);
    if (value.length < min) fail(place, `no fewer than ${min} items allowed`);
    for (const [index, one] of value.entries()) item(one, inside(place, index));
  };

/** An object with exactly these fields. */
export const object =
  (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, place) => {
    if (!isObject(value)) return fail(place, 'must be an object');
    for (const name of Object.keys(required))
      if (value[name] === undefined) fail(place, `missing required field: ${name}`);
    for (const [name, inner] of Object.entries(value)) {
      const check = required[name] ?? optional[name];
      if (check === undefined) fail(place, `invalid additional property: ${name}`);
      else if (inner !== undefined) check(inner, inside(place, name));
    }
  };

/** An object that is checked by its `type`. `what` names the kind of object in the message. */
export const byType =
  (what: string, table: Readonly<Record<string, Check>>): Check =>
  (value, place) => {
    if (!isObject(value)) return fail(place, 'must be an object');
    const check = typeof value.type === 'string' && Object.hasOwn(table, value.type) ? table[value.type] : undefined;
    if (check === undefined) fail(inside(place, 'type'), `unsupported ${what} type: ${String(value.type)}`);
    else check(value, place);
  };

export const all =
  (...checks: readonly Check[]): Check =>
  (value, place) => {
    for (const check of checks) check(value, place);
  };

/** A further rule for an object. It returns what is wrong, if anything. */
export const rule =
  (wrong: (value: Json) => string | undefined): Check =>
  (value, place) => {
    const what = isObject(value) ? wrong(value) : undefined;
    if (what !== undefined) fail(place, what);
  };
