import type { People, Reports } from './ports.js';

/** How often to check some of the documents, in milliseconds: 10,000 are checked in twenty minutes. */
const everyMs = 60_000;

export type InspectorDeps = Readonly<{
  reports: Pick<Reports, 'inspect'>;
  people: Pick<People, 'inspect'>;
  clock: () => Date;
  log: Readonly<{ failed(error: unknown): void }>;
  everyMs?: number;
}>;

/**
 * Goes through all documents again and again, so that one that somebody hid from every query is found too. What is found is
 * set aside with an alarm. Returns a function that ends it.
 */
export function startInspector({
  reports,
  people,
  clock,
  log,
  everyMs: every = everyMs,
}: InspectorDeps): () => Promise<void> {
  let after: string | undefined;
  let running: Promise<void> | undefined;
  const step = async () => {
    try {
      await people.inspect(clock());
      after = await reports.inspect(after, clock());
    } catch (error) {
      log.failed(error);
    }
  };
  const timer = setInterval(() => {
    running ??= step().finally(() => {
      running = undefined;
    });
  }, every);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
