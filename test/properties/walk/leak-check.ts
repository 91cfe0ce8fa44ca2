import type { Db } from 'mongodb';
import type { ApiCall } from '../../../src/sandbox/api/api-call.js';
import type { UrlResponse } from '../../../src/sandbox/response-urls.js';
import type { Delivered } from '../../../src/sandbox/user-actions.js';
import type { World } from '../../../src/sandbox/world.js';
import type { Truth } from './access.js';
import { type Canaries, type Canary, mayHold } from './canaries.js';
import { mayStand, type Place, type Reader } from './classes.js';
import { createEyesOfAll } from './newly-shown.js';
import { type Sighting, stringsIn } from './sightings.js';
import { sightingOfCall, sightingOfNotification, sightingOfResponse, sightingsOfAnswer } from './slack-calls.js';
import { storedInTheClear } from './stored-in-the-clear.js';

/** All that is searched. */
export type Watched = Readonly<{
  world: World;
  requests: readonly ApiCall[];
  responses: readonly UrlResponse[];
  /** Lines of the log, and whatever was printed past it. */
  logged: readonly string[];
  /** Texts that never may be logged: tokens and keys. */
  secrets: readonly string[];
  db: Db;
  /** What the bot answers to whoever asks how it does. */
  pages: () => Promise<readonly Readonly<{ path: string; text: string }>[]>;
  truth: Truth;
  canaries: Canaries;
  /** Whose report it is; `undefined` for one that was filed on behalf of somebody, or isn't known. */
  reporterOf: (report: string) => string | undefined;
  /** It is part of an advisory that was made ready. */
  prepared: (canary: number) => boolean;
  /** It is part of an advisory that was published. */
  published: (canary: number) => boolean;
}>;

export type LeakCheck = Readonly<{
  /** Searches what people were shown and what was sent and logged since the last time. */
  look(): void;
  answered(user: string, delivered: Delivered): void;
  /** Searches the whole database. */
  lookInStore(): Promise<void>;
  lookAtPages(): Promise<void>;
  /** What was found where it doesn't belong, told without the text. */
  leaks(): readonly string[];
  /** How much was searched, by place. */
  searched(): Readonly<Record<string, number>>;
}>;

export function createLeakCheck(watched: Watched): LeakCheck {
  const { world, requests, responses, logged, secrets, truth, canaries, reporterOf, prepared, published } = watched;
  const eyes = createEyesOfAll(world);
  const leaks = new Set<string>();
  const counts = {
    calls: 0,
    answersToUrls: 0,
    logLines: 0,
    storeBytes: 0,
    pages: 0,
    sanctioned: 0,
    sanctionedInPublic: 0,
  };
  let answers = 0;

  const reporter = ({ reporter: own, report }: Canary) =>
    own ?? (report === undefined ? undefined : reporterOf(report));
  const reads = (reader: Reader, canary: Canary, place: Place, at: Date | undefined): boolean => {
    const user = 'user' in place ? place.user : undefined;
    switch (reader) {
      case 'team':
        return user === undefined ? truth.roomSafe(at) : truth.ofTheTeam(user);
      case 'reporter':
        return user !== undefined && reporter(canary) === user;
      case 'author':
        return user === canary.author;
      case 'public':
        return published(canary.number);
      case 'prepared':
        return user === undefined && prepared(canary.number) && truth.roomSafe(at);
      default:
        return reader satisfies never;
    }
  };
  const belongs = (canary: Canary | undefined, { place, at }: Sighting): boolean => {
    if (place === 'nowhere' || canary === undefined) return false;
    if (place === 'unseen') return true;
    return (mayStand[canary.kind][place.kind] ?? []).some((reader) => reads(reader, canary, place, at));
  };
  const judge = (sighting: Sighting) => {
    const { place, where, content } = sighting;
    const whole = typeof content === 'string' ? content : (JSON.stringify(content) ?? '');
    if (!mayHold(whole)) return;
    const strings = typeof content === 'string' ? [{ text: content, key: '', read: true }] : stringsIn(content);
    for (const { text, key, read } of strings) {
      for (const { canary } of canaries.in(text)) {
        if (read && belongs(canary, sighting)) {
          counts.sanctioned += 1;
          if (typeof place === 'object' && place.kind === 'channel') counts.sanctionedInPublic += 1;
        } else leaks.add(`${named(canary)} in ${where}${read ? '' : `, as ${key}`}`);
      }
    }
  };
  const fresh = <T>(all: readonly T[], name: 'calls' | 'answersToUrls' | 'logLines'): readonly T[] => {
    const news = all.slice(counts[name]);
    counts[name] = all.length;
    return news;
  };
  return {
    look: () => {
      for (const seen of eyes.newlySeen()) judge(seen);
      for (const call of fresh(requests, 'calls')) {
        judge(sightingOfCall(world, call));
        judge(sightingOfNotification(call));
      }
      for (const response of fresh(responses, 'answersToUrls')) judge(sightingOfResponse(world, response));
      for (const content of fresh(logged, 'logLines')) {
        judge({ place: 'nowhere', where: 'a log line', content });
        if (secrets.some((secret) => content.includes(secret))) leaks.add('a secret in a log line');
      }
    },
    answered: (user, delivered) => {
      answers += 1;
      for (const seen of sightingsOfAnswer(user, delivered)) judge(seen);
    },
    lookInStore: async () => {
      const { bytes, sightings } = await storedInTheClear(watched.db);
      counts.storeBytes += bytes;
      for (const seen of sightings) judge(seen);
    },
    lookAtPages: async () => {
      for (const { path, text } of await watched.pages()) {
        counts.pages += 1;
        judge({ place: 'nowhere', where: `the answer of ${path}`, content: text });
      }
    },
    leaks: () => [...leaks],
    searched: () => ({ ...counts, answersToDeliveries: answers, looksOfPeople: eyes.looks() }),
  };
}

function named(canary: Canary | undefined): string {
  if (canary === undefined) return 'a piece of a canary';
  const { number, kind, field, report = 'no report yet', author } = canary;
  return `canary ${number} (${kind}: ${field}, ${report}, typed by ${author})`;
}
