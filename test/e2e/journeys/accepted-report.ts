import { createHandle, type Handle } from '../../../src/handling/handle.js';
import type { AffectedLine } from '../../../src/report/affected-line.js';
import type { Actor } from '../../../src/report/person.js';
import type { Report } from '../../../src/report/report.js';
import type { ReportId } from '../../../src/report/report-id.js';
import { readSeverity } from '../../../src/report/severity.js';
import type { Message } from '../../../src/sandbox/message-log.js';
import { sandbox } from '../../../src/sandbox/sandbox-world.js';
import { inputs } from '../../../src/slack/views/inputs.js';
import { openStore } from '../../../src/store/open-store.js';
import { type BotOptions, type RunningBot, startRunningBot } from '../../support/running-bot.js';
import { idOn, postsSeenBy } from '../../support/screen.js';

const { ana, mei, home } = sandbox;

/** What must never be published: in code of the overview, the steps to reproduce, the contact and a note. */
export const canaries = {
  overview: 'CANARYOVERVIEW curl --path-as-is https://victim.example/../../secrets',
  verification: 'CANARYVERIFICATION first forge the token then replay it against every tenant in turn',
  contact: 'canarycontact@reports.example',
  note: 'CANARYNOTE the same hole is in the other service',
} as const;

export const twoLines: readonly AffectedLine[] = [
  { line: 'KubeSphere v4.1', from: '4.1.0', upTo: '4.1.2' },
  { line: 'KubeSphere v3.4', from: '3.4.0', upTo: '3.4.1' },
];
/** The form *Record fix…* for these two lines: one is fixed, the other will not be. */
export const fixes = { fix_version_0: 'v4.1.3', fix_wont_1: ['wont_fix'] } as const;
export const english = {
  [inputs.enTitle]: 'A viewer can read resources of other tenants',
  [inputs.enSummary]: 'A missing check let any signed-in user read resources that were not shared with them.',
};

/** Mei, where a test takes a step without Slack. */
export const asMei: Actor = { kind: 'person', person: { team: home, user: mei, name: 'Mei Sandbox' } };

export type BotWithReports = RunningBot &
  Readonly<{
    handle: Handle;
    /** Files a report as Ana, has Mei answer and accept it in these product lines, and returns its id. */
    accepted(title: string, lines?: readonly AffectedLine[]): Promise<ReportId>;
    /** The report as it is stored. */
    report(id: ReportId): Promise<Report>;
    announced(): readonly Message[];
  }>;

/** A running bot whose reports a test can also read and change behind Slack's back. */
export async function startBotWithReports(options: BotOptions = {}): Promise<BotWithReports> {
  const bot = await startRunningBot({ policy: { leads: [mei] }, ...options });
  const { uri, database } = bot.config.store;
  const store = await openStore({ uri, database, ring: bot.config.keyring });
  const { reports } = store;
  const handle = createHandle({ reports, policy: bot.policy, clock: bot.clock.now, saved: bot.app.clockMoved });
  return {
    ...bot,
    handle,
    accepted: async (title, lines = twoLines) => {
      const overview = `Anybody can read it.\n\`\`\`\n${canaries.overview}\n\`\`\``;
      const { verification, contact } = canaries;
      const form = { title, overview, verification, contact };
      const id = idOn(await bot.person(ana).files(form, { [inputs.creditName]: 'Ana as the form has it' }));
      const severity = readSeverity('CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H');
      if ('fault' in severity) throw new Error('the vector is wrong');
      await handle(id, { type: 'AddNote', text: canaries.note }, asMei);
      const tell = { message: 'Thank you, we can reproduce it.', route: 'direct_message' } as const;
      await handle(id, { type: 'AcceptReport', severity, lines, cwes: ['CWE-862'], tell }, asMei);
      await bot.quiet();
      return id;
    },
    report: async (id) => {
      const tracked = await reports.find(id);
      if (tracked === undefined) throw new Error(`${id} is not stored`);
      return tracked.report;
    },
    announced: () => postsSeenBy(bot.slack, mei, sandbox.announcements),
    stop: async () => {
      await store.close();
      await bot.stop();
    },
  };
}
