import type { ReportEvent } from '../../../src/report/events.js';
import { replay } from '../../../src/report/evolve.js';
import { show } from '../../../src/slack/surfaces.js';
import { lives } from '../../report/life.js';

const [received] = lives.received;
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
  expect(told.map((text) => text.includes('You hear from us again by'))).toEqual([true, false]);
});
