import type { Context } from '../../src/report/commands.js';
import type { DeliveryCommand } from '../../src/report/commands-delivery.js';
import { decide } from '../../src/report/decide.js';
import { replay } from '../../src/report/evolve.js';
import { describeDecisions, describeInSituations, nothingChanges } from './decisions.js';
import {
  arrived,
  bo,
  by,
  lost,
  minute,
  outcome,
  rae,
  reportIn,
  sendAgain,
  situations,
  theClock,
  withdraw,
} from './situations.js';

const at = (actor = by(bo), now = minute(60)): Context => ({ now, actor });
/** Places in the histories: of the first message, and of the announcement. */
const message = 2;
const announcement = 7;

describeDecisions<DeliveryCommand['type']>('delivery', {
  RecordDelivery: [
    {
      name: 'the first message may be lost',
      by: 'anybody',
      command: lost('unsure', message),
      results: { received: nothingChanges, otherwise: 'DeliveryDoubted' },
    },
    {
      name: 'the announcement may be lost',
      by: 'anybody',
      command: lost('unsure', announcement),
      results: { disclosed: 'DeliveryDoubted', otherwise: nothingChanges },
    },
    {
      name: 'the announcement was refused',
      by: 'anybody',
      command: lost('failed', announcement),
      results: { disclosed: 'DeliveryFailed', otherwise: nothingChanges },
    },
  ],
  ConfirmDelivery: [
    {
      name: 'of a message that nobody doubts',
      by: 'a responder',
      command: arrived(message),
      results: 'nothing_in_doubt',
    },
    {
      name: 'of a message in doubt',
      by: 'a responder',
      command: arrived(message),
      given: [[lost('unsure', message), theClock]],
      results: { received: 'nothing_in_doubt', otherwise: 'DeliveryConfirmed' },
    },
    {
      name: 'of an announcement in doubt',
      by: 'a responder',
      command: arrived(announcement),
      given: [[lost('unsure', announcement), theClock]],
      results: { disclosed: 'DeliveryConfirmed', otherwise: 'nothing_in_doubt' },
    },
    {
      name: 'of an announcement that was refused',
      by: 'a responder',
      command: arrived(announcement),
      given: [[lost('failed', announcement), theClock]],
      results: 'nothing_in_doubt',
    },
  ],
  SendAgain: [
    {
      name: 'a message in doubt',
      by: 'a responder',
      command: sendAgain(message),
      given: [[lost('unsure', message), theClock]],
      results: { received: 'nothing_in_doubt', withdrawn: 'report_closed', otherwise: 'SentAgain' },
    },
    {
      name: 'a message that was refused, which needs another route',
      by: 'a responder',
      command: sendAgain(message),
      given: [[lost('failed', message), theClock]],
      results: { withdrawn: 'report_closed', otherwise: 'nothing_in_doubt' },
    },
    {
      name: 'an announcement that nobody doubts',
      by: 'a responder',
      command: sendAgain(announcement),
      results: { withdrawn: 'report_closed', otherwise: 'nothing_in_doubt' },
    },
    {
      name: 'an announcement that was refused',
      by: 'a responder',
      command: sendAgain(announcement),
      given: [[lost('failed', announcement), theClock]],
      results: { disclosed: 'SentAgain', withdrawn: 'report_closed', otherwise: 'nothing_in_doubt' },
    },
  ],
});

describeInSituations({
  'record that the message may be lost': {
    command: lost('unsure'),
    results: {
      acknowledged: 'DeliveryDoubted',
      confirmed: 'DeliveryDoubted',
      sentAgain: 'DeliveryDoubted',
      otherwise: nothingChanges,
    },
  },
  'record that the message was refused': {
    command: lost('failed'),
    results: {
      acknowledged: 'DeliveryFailed',
      confirmed: 'DeliveryFailed',
      sentAgain: 'DeliveryFailed',
      otherwise: nothingChanges,
    },
  },
  'confirm that it arrived': {
    command: arrived(),
    results: { doubted: 'DeliveryConfirmed', otherwise: 'nothing_in_doubt' },
  },
  'send it again': {
    command: sendAgain(),
    results: { doubted: 'SentAgain', withdrawn: 'report_closed', otherwise: 'nothing_in_doubt' },
  },
});

test('a message that does not exist is in no doubt', () => {
  for (const event of [-1, 0, 1, 3, 99]) {
    expect(outcome(arrived(event), reportIn('doubted'), at())).toBe('nothing_in_doubt');
    expect(outcome(lost('failed', event), reportIn('acknowledged'), at(theClock))).toBe(nothingChanges);
  }
});

test('a withdrawn report keeps the message that was under way', () => {
  const history = [...situations.acknowledged, ...decide(withdraw, reportIn('acknowledged'), at(by(rae)))];
  const lostLater = [...history, ...decide(lost('failed'), replay(history), at(theClock))];
  expect(replay(lostLater)).toMatchObject({ status: 'withdrawn', messages: [{ delivery: 'failed' }] });
});
