import { createHandle, type Handle } from '../../../src/handling/handle.js';
import type { AffectedLine } from '../../../src/report/affected-line.js';
import type { Report } from '../../../src/report/report.js';
import { type ReportId, readReportId } from '../../../src/report/report-id.js';
import { readSeverity } from '../../../src/report/severity.js';
import type { Message } from '../../../src/sandbox/message-log.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import type { Value } from '../../../src/sandbox/user-actions.js';
import { type ActionName, actions, inputs } from '../../../src/slack/views/ids.js';
import { openStore } from '../../../src/store/open-store.js';
import { type BotOptions, type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { lastOf, openModal, postsSeenBy } from '../../support/what-is-shown.js';
import { cardsOn, idOn, openFormOf, valuesOf } from './filing.js';
import { publishedReports } from './published-reports.js';

const { ana, mei, home } = sandbox;

/** What must stay closed: in code of the overview, the verification process, the contact and a note. */
export const canaries = {
  overview: 'CANARYOVERVIEW curl --path-as-is https://victim.example/../../secrets',
  verification: 'CANARYVERIFICATION first forge the token then replay it against every tenant in turn',
  contact: 'canarycontact@reports.example',
  note: 'CANARYNOTE the same hole is in the other service',
} as const;

export type RemedyDesk = Readonly<{
  bot: RunningBot;
  handle: Handle;
  /** Files a report as Ana, has Mei answer and accept it in these product lines, and returns its id. */
  accepted(title: string, lines?: readonly AffectedLine[]): Promise<ReportId>;
  report(id: ReportId): Promise<Report>;
  card(id: ReportId): Message;
  /** Presses a button of the card, or one in More…; what it opened is on the screen then. */
  press(user: string, id: ReportId, action: ActionName): Promise<void>;
  pressInMore(user: string, id: ReportId, action: ActionName): Promise<void>;
  /** Fills the modal on the screen and sends it. The errors at its inputs, or none. */
  submit(user: string, values?: Readonly<Record<string, Value>>): Promise<Readonly<Record<string, string>>>;
  closeAll(user: string): Promise<void>;
  announced(): readonly Message[];
  stop(): Promise<void>;
}>;

export const twoLines: readonly AffectedLine[] = [
  { line: 'KubeSphere v4.1', from: '4.1.0', upTo: '4.1.2' },
  { line: 'KubeSphere v3.4', from: '3.4.0', upTo: '3.4.1' },
];

export async function startRemedyDesk(options: BotOptions = {}): Promise<RemedyDesk> {
  const bot = await startRunningBot({ policy: { leads: [mei] }, ...options });
  const { uri, database } = bot.config.store;
  const store = await openStore({ uri, database, ring: bot.config.keyring });
  const { reports } = store;
  const handle = createHandle({ reports, policy: bot.policy, clock: bot.clock.now, saved: bot.app.clockMoved });
  const slack = bot.slack;

  const card = (id: ReportId) => {
    const found = cardsOn(slack).find((one) => idOn(one) === id);
    if (found === undefined) throw new Error(`${id} has no card`);
    return found;
  };
  const press = async (user: string, id: ReportId, action: ActionName) => {
    await slack.as(user).press({ message: card(id) }, actions[action]);
    await bot.quiet();
  };
  const report = async (id: ReportId) => {
    const tracked = await reports.find(id);
    if (tracked === undefined) throw new Error(`${id} is not stored`);
    return tracked.report;
  };
  return {
    bot,
    handle,
    card,
    press,
    report,
    accepted: async (title, lines = twoLines) => {
      const [form] = publishedReports;
      if (form === undefined) throw new Error('no report to file');
      const view = await openFormOf(bot, ana);
      await slack.as(ana).submit(view.id, {
        ...valuesOf(form),
        [inputs.title]: title,
        [inputs.overview]: `Anybody can read it.\n\`\`\`\n${canaries.overview}\n\`\`\``,
        [inputs.verification]: canaries.verification,
        [inputs.contact]: canaries.contact,
        [inputs.cve]: '',
        [inputs.creditName]: 'Ana as the form has it',
      });
      await bot.quiet();
      await slack.as(ana).close(openModal(slack, ana).id);
      const id = readReportId(idOn(lastOf(cardsOn(slack), 'card')));
      if (id === undefined) throw new Error('the card has no id');
      const actor = { kind: 'person', person: { team: home, user: mei, name: 'Mei Sandbox' } } as const;
      const severity = readSeverity('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H');
      if ('fault' in severity) throw new Error('the vector is wrong');
      await handle(id, { type: 'AddNote', text: canaries.note }, actor);
      const tell = { message: 'Thank you, we can reproduce it.', route: 'direct_message' } as const;
      await handle(id, { type: 'AcceptReport', severity, lines, tell }, actor);
      await bot.quiet();
      return id;
    },
    pressInMore: async (user, id, action) => {
      await press(user, id, 'more');
      await slack.as(user).press({ view: openModal(slack, user).id }, actions[action]);
      await bot.quiet();
    },
    submit: async (user, values = {}) => {
      const { answer, error } = await slack.as(user).submit(openModal(slack, user).id, values);
      await bot.quiet();
      if (error !== undefined && answer === undefined) throw new Error(error);
      return (answer as { errors?: Record<string, string> } | undefined)?.errors ?? {};
    },
    closeAll: async (user) => {
      for (let view = slack.seenBy(user).views.at(-1); view !== undefined; view = slack.seenBy(user).views.at(-1))
        await slack.as(user).close(view.id);
    },
    announced: () => postsSeenBy(slack, mei, sandbox.announcements),
    stop: async () => {
      await store.close();
      await bot.stop();
    },
  };
}
