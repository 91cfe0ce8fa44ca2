/** Where in the JSON a check stands, and where it tells what is wrong. */
export type Place = Readonly<{ pointer: string; report: (line: string) => void }>;
export type Check = (value: unknown, place: Place) => void;
export type Json = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The place one step further in. */
export const inside = (place: Place, key: string | number): Place => ({ ...place, pointer: `${place.pointer}/${key}` });

/** Says it as Slack does: with the way to the fault as a JSON pointer. */
export const tell = (place: Place, what: string) => place.report(`[ERROR] ${what} [json-pointer:${place.pointer}]`);

/** Runs a check from a pointer on and collects its lines. */
export function problemsOf(check: Check, value: unknown, pointer: string): string[] {
  const lines: string[] = [];
  check(value, { pointer, report: (line) => lines.push(line) });
  return lines;
}

/** Length is in UTF-16 units, the strictest way to count. */
export const text =
  (max: number, min = 0): Check =>
  (value, place) => {
    if (typeof value !== 'string') tell(place, 'must be a string');
    else if (value.length < min) tell(place, `must be more than ${min - 1} characters`);
    else if (value.length > max) tell(place, `must be less than ${max + 1} characters`);
  };

export const flag: Check = (value, place) => {
  if (typeof value !== 'boolean') tell(place, 'must be a boolean');
};

export const integer =
  (min: number, max: number): Check =>
  (value, place) => {
    if (!Number.isInteger(value)) tell(place, 'must be an integer');
    else if ((value as number) < min || (value as number) > max) tell(place, `must be from ${min} to ${max}`);
  };

export const matching =
  (pattern: RegExp, what: string): Check =>
  (value, place) => {
    if (typeof value !== 'string' || !pattern.test(value)) tell(place, `must be ${what}`);
  };

export const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value, place) => {
    if (!allowed.includes(value)) tell(place, `must be one of ${allowed.join(', ')}`);
  };

export const list =
  (item: Check, max: number, min = 1): Check =>
  (value, place) => {
    if (!Array.isArray(value)) return tell(place, 'must be an array');
    if (value.length > max) tell(place, `no more than ${max} items allowed`);
    if (value.length < min) tell(place, `no fewer than ${min} items allowed`);
    for (const [index, one] of value.entries()) item(one, inside(place, index));
  };

/** An object with exactly these fields, `type` included where it has one. */
export const object =
  (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, place) => {
    if (!isObject(value)) return tell(place, 'must be an object');
    for (const name of Object.keys(required))
      if (value[name] === undefined) tell(place, `missing required field: ${name}`);
    for (const [name, inner] of Object.entries(value)) {
      const check = required[name] ?? optional[name];
      if (check === undefined) tell(place, `invalid additional property: ${name}`);
      else if (inner !== undefined) check(inner, inside(place, name));
    }
  };

/** An object whose `type` says which check is its own; `what` names the kind in the refusal. */
export const byType =
  (what: string, table: Readonly<Record<string, Check>>): Check =>
  (value, place) => {
    if (!isObject(value)) return tell(place, 'must be an object');
    const check = typeof value.type === 'string' && Object.hasOwn(table, value.type) ? table[value.type] : undefined;
    if (check === undefined) tell(inside(place, 'type'), `unsupported ${what} type: ${String(value.type)}`);
    else check(value, place);
  };

export const all =
  (...checks: readonly Check[]): Check =>
  (value, place) => {
    for (const check of checks) check(value, place);
  };

/** A further rule for an object, run once it is one. Returns what is wrong, if anything is. */
export const rule =
  (wrong: (value: Json) => string | undefined): Check =>
  (value, place) => {
    const what = isObject(value) ? wrong(value) : undefined;
    if (what !== undefined) tell(place, what);
  };
