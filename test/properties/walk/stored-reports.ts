import { creditOf } from '../../../src/report/credit.js';
import { evolve } from '../../../src/report/evolve.js';
import type { Report } from '../../../src/report/report.js';
import { readReportId } from '../../../src/report/report-id.js';
import type { Store } from '../../../src/store/open-store.js';
import type { RunningBot } from '../../support/running-bot.js';
import type { Canaries } from './canaries.js';

/** What the stored reports say when they are opened with the keys: whose they are, and what of them may be read where. */
export type WhatIsKnown = Readonly<{
  /** Opens the reports that have changed since. */
  learn(): Promise<void>;
  ids: readonly string[];
  reporterOf(id: string): string | undefined;
  /** The canary is part of an advisory that was made ready: its words, or how somebody is thanked in it. */
  prepared(canary: number): boolean;
  /** The canary is part of an advisory that was published. */
  published(canary: number): boolean;
}>;

export const reporterName = "a reporter's name";

export function createWhatIsKnown(bot: RunningBot, store: Store, canaries: Canaries): WhatIsKnown {
  const ids: string[] = [];
  const reporters = new Map<string, string | undefined>();
  const versions = new Map<string, unknown>();
  const prepared = new Set<number>();
  const published = new Set<number>();
  const note = (into: Set<number>, content: unknown) => {
    for (const number of canaries.numbersIn(JSON.stringify(content) ?? '')) into.add(number);
  };
  const open = async (id: string) => {
    const readable = readReportId(id);
    const found = readable === undefined ? undefined : await store.reports.find(readable);
    if (found === undefined) throw new Error(`${id} is stored and cannot be opened`);
    return found;
  };
  const noteLife = (history: Awaited<ReturnType<typeof open>>['history']) => {
    history.reduce<Report | undefined>((before, event) => {
      const after = evolve(before, event);
      const { prepared: made } = after;
      if (made !== undefined) note(prepared, [made.text, made.change, made.credits, creditOf(after)]);
      return after;
    }, undefined);
  };
  const learn = async () => {
    const collection = bot.database.db.collection('reports');
    for await (const { _id, version } of collection.find({}, { projection: { version: 1 } })) {
      const id = String(_id);
      if (versions.get(id) === version) continue;
      const { report, history } = await open(id);
      versions.set(id, version);
      noteLife(history);
      for (const { text, change, lines, fixes, credits } of report.publications)
        note(published, [text, change, lines, fixes, credits]);
      if (reporters.has(id)) continue;
      ids.push(id);
      reporters.set(id, report.reporter.kind === 'slack' ? report.reporter.person.user : undefined);
      for (const number of canaries.numbersIn(JSON.stringify({ ...report, reporter: {} })))
        if (canaries.all()[number]?.field !== reporterName) canaries.belong(number, { report: id });
    }
  };
  return {
    learn,
    ids,
    reporterOf: (id) => reporters.get(id),
    prepared: (canary) => prepared.has(canary),
    published: (canary) => published.has(canary),
  };
}
