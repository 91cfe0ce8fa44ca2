import { localeOf } from '../../../../src/locales/locale-of.js';
import type { ReportEvent } from '../../../../src/report/events.js';
import { replay } from '../../../../src/report/evolve.js';
import { show } from '../../../../src/slack/views/surfaces.js';
import { histories } from '../../../report/report-in-status.js';
import { lifeEvents } from '../stage-samples.js';

const [received] = histories.received;
if (received?.type !== 'ReportReceived') throw new Error('a life begins with the receipt');
const at = new Date(received.at.getTime() + 3_600_000);
const by = { kind: 'person', person: { team: 'T0HOME', user: 'U0LIN', name: 'Lin' } } as const;

const zone = 'Asia/Shanghai';

test('the date of the next update stands in the message that promises it, and in no other of the same moment', () => {
  const nextUpdate = new Date(at.getTime() + 86_400_000);
  const history: ReportEvent[] = [
    received,
    {
      type: 'ReportAcknowledged',
      at,
      by,
      purpose: 'acknowledgement',
      message: 'Hello',
      route: 'direct_message',
      nextUpdate,
    },
    { type: 'EmbargoAgreed', at, by, until: new Date(at.getTime() + 9 * 86_400_000), route: 'direct_message' },
  ];
  const report = replay(history);
  const told = report.messages.map((message) =>
    JSON.stringify(show('messageToReporter', { report, message, project: 'KubeSphere', zone }, 'en').blocks),
  );
  expect(told.map((text) => text.includes('Next update by'))).toEqual([true, false]);
});

const acknowledged: ReportEvent = {
  type: 'ReportAcknowledged',
  at,
  by,
  purpose: 'acknowledgement',
  message: 'Hello',
  route: 'direct_message',
};
const lastLetter = (history: readonly ReportEvent[]) => {
  const report = replay(history);
  const message = report.messages.at(-1);
  if (message === undefined) throw new Error('nothing was written');
  return JSON.stringify(show('messageToReporter', { report, message, project: 'KubeSphere', zone }, 'en').blocks);
};

test('a message asks to keep the report confidential, but not when the team will not fix it', () => {
  const { footer } = localeOf('en').message;
  const declined: ReportEvent = { type: 'ReportDeclined', at, by, reason: 'works_as_intended', asksForPublicBug: true };
  expect(lastLetter([received, acknowledged])).toContain(footer);
  expect(lastLetter([received, acknowledged, declined])).toContain('Hello');
  expect(lastLetter([received, acknowledged, declined])).not.toContain(footer);
});

test('the reporter reads the very sentence by which they will be thanked', () => {
  const person = { name: 'Lin', team: 'T0HOME', user: 'U0MAY' };
  const history = [
    received,
    acknowledged,
    ...lifeEvents(at, by.person, person, {
      version: 'KubeSphere v4.1',
      typed: '4.1.2',
      title: 'A title',
      creditName: 'Rae',
      message: 'A message',
    }),
  ];
  const prepared = history.findIndex(({ type }) => type === 'DisclosurePrepared');
  expect(lastLetter(history.slice(0, prepared + 1))).toContain(
    '“We thank Rae (https://example.org/me) for reporting this vulnerability.”',
  );
});
