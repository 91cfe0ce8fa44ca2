import { unconfirmedDelivery, undeliveredMessage } from '../../src/report/delivery-status.js';
import type { Report } from '../../src/report/report.js';
import { minute, reportIn } from './situations.js';

const acknowledged = reportIn('acknowledged') as Report;
const [message] = acknowledged.messages;
if (message === undefined) throw new Error('no message was sent');
const publication = { event: 9, at: minute(9), delivery: 'sent' } as Report['publications'][number];

describe('the delivery that the card asks about', () => {
  it('is none while everything arrived, nor for a message that Slack refused, which needs another route', () => {
    expect(unconfirmedDelivery({ messages: [message], publications: [publication] })).toBeUndefined();
    expect(
      unconfirmedDelivery({ messages: [{ ...message, delivery: 'failed' }], publications: [publication] }),
    ).toBeUndefined();
  });

  it('is the message in doubt before an announcement in doubt, and that before one that was refused', () => {
    const refused = { ...publication, event: 5, delivery: 'failed' as const };
    const unsure = { ...publication, delivery: 'unsure' as const };
    const doubted = { ...message, delivery: 'unsure' as const };
    expect(unconfirmedDelivery({ messages: [doubted], publications: [refused, unsure] })).toMatchObject({
      of: 'message',
      delivery: 'unsure',
    });
    expect(unconfirmedDelivery({ messages: [message], publications: [refused, unsure] })).toMatchObject({
      of: 'announcement',
      event: 9,
      delivery: 'unsure',
    });
    expect(unconfirmedDelivery({ messages: [], publications: [refused] })).toMatchObject({
      event: 5,
      delivery: 'failed',
    });
  });
});

describe('the message that needs another route', () => {
  const failed = { ...message, event: 3, delivery: 'failed', failedAt: 5 } as const;
  const { failedAt: _, ...before } = failed;
  const later = (event: number) => ({ ...message, event });

  it.each([
    ['the one that failed', [message, failed], failed],
    ['the one that failed, though another was sent before anybody knew', [failed, later(4)], failed],
    ['none once the team has written again', [failed, later(6)], undefined],
    // Older histories do not say when it failed.
    ['the one that failed, whenever that was', [message, before], before],
    ['none where everything arrived', [message], undefined],
  ])('is %s', (_name, messages, found) => {
    expect(undeliveredMessage({ messages, status: 'acknowledged' })).toBe(found);
    expect(undeliveredMessage({ messages, status: 'withdrawn' })).toBeUndefined();
  });
});
