import { formEncoded, inForm, inJson, type Parcel } from '../../slack/transport/http/posting.js';
import type { Seeded } from '../../support/seeded.js';
import type { Made } from './payload-grammar.js';

type Holder = Record<string, unknown> | unknown[];
type Place = Readonly<{ holder: Holder; key: string | number }>;

/** Every value in it, by where it stands. */
function places(value: unknown): Place[] {
  const found: Place[] = [];
  const walk = (holder: unknown) => {
    if (typeof holder !== 'object' || holder === null) return;
    const keys = Array.isArray(holder) ? holder.map((_, at) => at) : Object.keys(holder);
    for (const key of keys) {
      found.push({ holder: holder as Holder, key });
      walk((holder as Record<string, unknown>)[key as string]);
    }
  };
  walk(value);
  return found;
}

const at = ({ holder, key }: Place) => (holder as Record<string, unknown>)[key as string];
const put = ({ holder, key }: Place, value: unknown) => {
  (holder as Record<string, unknown>)[key as string] = value;
};
function nested(levels: number, inArrays: boolean): unknown {
  let value: unknown = 'deep';
  for (let n = 0; n < levels; n += 1) value = inArrays ? [value] : { deeper: value };
  return value;
}

/** Each spoils the value at a place; all that JSON can say. */
const mutations: Readonly<Record<string, (place: Place, random: Seeded) => void>> = {
  drop: ({ holder, key }) => {
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  },
  null: (place) => put(place, null),
  'wrong type': (place, random) =>
    put(place, random.pick([0, -1, 1e308, true, false, '', 'text', [], {}, [null], [[]]])),
  huge: (place, random) => put(place, 'x'.repeat(random.between(5000, 60_000))),
  'too deep': (place, random) => put(place, nested(random.between(10, 2000), random.next() < 0.5)),
  'prototype key': (place, random) => {
    const key = random.pick(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) ?? '__proto__';
    const value = at(place);
    const holder = typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
    Object.defineProperty(holder, key, {
      value: { polluted: true },
      enumerable: true,
      configurable: true,
      writable: true,
    });
    if (holder !== value) put(place, holder);
  },
  'lone surrogate': (place, random) => put(place, random.pick(['\ud800', 'a\udfffb', '\ud83d', '\u0000', '﻿'])),
  operator: (place, random) =>
    put(place, random.pick([{ $gt: '' }, { $where: 'true' }, { $ne: null }, '$gt', { $in: [] }])),
  'in a list': (place) => put(place, [at(place), at(place)]),
  'another type of payload': (place, random) => {
    if (place.key === 'type')
      put(place, random.pick(['view_submission', 'block_actions', 'event_callback', 'modal', 'home']));
    else put(place, undefined);
  },
};
export const mutationNames = Object.keys(mutations);

/** What is no JSON, no form, or one of another kind than its media type says. */
const notEvenThat: readonly ((made: Made) => Parcel)[] = [
  () => ({ contentType: 'application/json', text: 'null' }),
  () => ({ contentType: 'application/json', text: '' }),
  () => ({ contentType: 'application/json', text: '[1,2,3]' }),
  () => ({ contentType: 'application/json', text: '"text"' }),
  () => formEncoded({ payload: 'null' }),
  () => formEncoded({ payload: '' }),
  () => formEncoded({ payload: '[]' }),
  () => formEncoded({}),
  () => formEncoded({ command: '/vuln' }),
  ({ body }) => ({ ...inForm(body), contentType: 'application/json' }),
  ({ body }) => ({ ...inJson(body), contentType: 'application/x-www-form-urlencoded' }),
  ({ body }) => ({ ...inJson(body), contentType: 'text/plain' }),
  ({ body }) => ({ contentType: 'application/json', text: JSON.stringify(body).slice(0, -2) }),
  ({ body }) => formEncoded({ payload: JSON.stringify(body).slice(0, -2) }),
  ({ body }) => {
    const { text, contentType } = inForm(body);
    return { contentType, text: `${text}&${text}` };
  },
  () => ({ contentType: 'application/json', text: '['.repeat(200_000) }),
  () => ({ contentType: 'application/x-www-form-urlencoded', text: 'a&'.repeat(100_000) }),
  () => ({ contentType: 'application/x-www-form-urlencoded', text: '%ff%fe=%'.repeat(1000) }),
];

/** A payload as it is posted, and what was done to it first: nothing to about half of them. */
export function spoiled(made: Made, random: Seeded): Readonly<{ parcel: Parcel; done: readonly string[] }> {
  const chance = random.next();
  if (chance < 0.05) {
    const parcel = random.pick(notEvenThat)?.(made) ?? inJson(made.body);
    return { parcel, done: ['not even that'] };
  }
  const body = structuredClone(made.body) as Record<string, unknown>;
  const done: string[] = [];
  const times = chance < 0.5 ? 0 : random.between(1, 3);
  for (let n = 0; n < times; n += 1) {
    const place = random.pick(places(body));
    const name = random.pick(mutationNames);
    if (place === undefined || name === undefined) continue;
    mutations[name]?.(place, random);
    done.push(name);
  }
  return { parcel: inParcel(made, body), done };
}

function inParcel({ way }: Made, body: Readonly<Record<string, unknown>>): Parcel {
  switch (way) {
    case 'fields': {
      const fields = Object.entries(body).filter(([, value]) => value !== undefined);
      return formEncoded(Object.fromEntries(fields.map(([name, value]) => [name, asField(value)])));
    }
    case 'payload':
      return inForm(body);
    case 'json':
      return inJson(body);
    default:
      return way satisfies never;
  }
}

const asField = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
