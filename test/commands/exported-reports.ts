import { randomBytes } from 'node:crypto';
import type { Keyring } from '../../src/keys/keyring.js';
import type { ReportCommand } from '../../src/report/commands.js';
import type { ReportEvent } from '../../src/report/events.js';
import { replay } from '../../src/report/evolve.js';
import type { Form } from '../../src/report/form.js';
import { type ReportId, reportIdFrom } from '../../src/report/report-id.js';
import type { Status } from '../../src/report/status.js';
import { openStore } from '../../src/store/open-store.js';
import { accept, approve, correct, decline, duplicate, fix, prepare, publish } from '../report/report-in-status.js';
import { assign, bo, by, historyOf, mei, rae, submit, withdraw } from '../report/situations.js';
import { aForm } from '../support/a-form.js';

/** Stands in every field of a report that is never published. */
export const canary = 'c4n4ry_7f3a';

const secret: Form = {
  ...aForm(),
  overview: `The list is not filtered.\n\`\`\`\ncurl /${canary}/overview\n\`\`\``,
  verification: `1. Run ${canary} --verify\n2. Read the answer.`,
  contact: `${canary}@example.org`,
};
const told: ReportCommand = { type: 'AcknowledgeReport', message: `Thank you, ${canary}.`, route: 'direct_message' };
const noted: ReportCommand = { type: 'AddNote', text: `It is ${canary}.` };
const answered: ReportCommand = { type: 'WriteToTeam', purpose: 'answer', text: `Try ${canary}.` };
const start = [
  [{ ...submit, form: secret }, by(rae)],
  [assign(mei), by(mei)],
  [told, by(mei)],
  [noted, by(mei)],
  [answered, by(rae)],
] as const;
const patched = [...start, [accept, by(mei)], [fix, by(mei)]] as const;
const inBoth = {
  ...prepare,
  text: { ...prepare.text, zh: { title: '可读取其他项目的密钥', summary: '缺少一项检查，请升级。' } },
};
/** The place in the history where the advisory is prepared, and where its correction is. */
const first = historyOf(...patched).length;
const disclosed = [...patched, [inBoth, by(mei)], [approve(first), by(bo)], [publish(first), by(bo)]] as const;
const second = historyOf(...disclosed).length;

const lives = {
  received: historyOf(start[0]),
  acknowledged: historyOf(...start),
  accepted: historyOf(...start, [accept, by(mei)]),
  fixed: historyOf(...patched),
  prepared: historyOf(...patched, [inBoth, by(mei)]),
  disclosed: historyOf(...disclosed),
  correcting: historyOf(...disclosed, [correct, by(mei)]),
  corrected: historyOf(...disclosed, [correct, by(mei)], [approve(second), by(bo)], [publish(second), by(bo)]),
  declined: historyOf(...start, [decline, by(mei)]),
  duplicate: historyOf(...start, [duplicate, by(mei)]),
  withdrawn: historyOf(...start, [withdraw, by(rae)]),
} satisfies Record<Status | 'prepared' | 'correcting' | 'corrected', ReportEvent[]>;
export type Life = keyof typeof lives;
export const everyLife = Object.keys(lives) as Life[];

/** Stores a report in each status. */
export async function storeLives(
  { uri, database }: Readonly<{ uri: string; database: string }>,
  ring: Keyring,
): Promise<Readonly<Record<Life, ReportId>>> {
  const store = await openStore({ uri, database, ring });
  try {
    const stored = everyLife.map(async (life) => {
      const id = reportIdFrom(randomBytes(5));
      const history = lives[life].map((event) =>
        event.type === 'ReportReceived' ? { ...event, id, submission: randomBytes(16).toString('hex') } : event,
      );
      await store.reports.add(history, replay(history), {}, new Date());
      return [life, id] as const;
    });
    return Object.fromEntries(await Promise.all(stored)) as Record<Life, ReportId>;
  } finally {
    await store.close();
  }
}
