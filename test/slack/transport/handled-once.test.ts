import { createHandledOnce, deliveryKey } from '../../../src/slack/transport/handled-once.js';

describe('a delivery that comes twice', () => {
  test('is handled once and answered alike, also while the first is being worked on', async () => {
    const once = createHandledOnce<string>();
    let [handled, goOn] = [0, (_: string) => {}];
    const work = () => {
      handled += 1;
      return new Promise<string>((resolve) => {
        goOn = resolve;
      });
    };
    const first = once('a', work);
    const second = once('a', work);
    goOn('done');
    expect(await first).toEqual({ kind: 'first', answer: 'done' });
    expect(await second).toEqual({ kind: 'repeat', answer: 'done' });
    expect(await once('a', work)).toEqual({ kind: 'repeat', answer: 'done' });
    expect(handled).toBe(1);
  });

  test('is forgotten after 2,500 others: five minutes of all that Slack sends', async () => {
    const once = createHandledOnce<number>();
    let handled = 0;
    const work = async () => ++handled;
    for (let n = 0; n < 2501; n++) await once(`k${n}`, work);
    expect(await once('k1', work)).toEqual({ kind: 'repeat', answer: 2 });
    expect(await once('k0', work)).toEqual({ kind: 'first', answer: 2502 });
  });
});

test('a delivery is known by its event or trigger, which stay when it comes again, or else by what carried it', () => {
  expect(deliveryKey({ event_id: 'Ev1', trigger_id: 't1' }, 'E1')).toBe('Ev1');
  expect(deliveryKey({ trigger_id: 't1' }, 'E1')).toBe('t1');
  expect(deliveryKey({}, 'E1')).toBe('E1');
  expect(deliveryKey({ event_id: {} }, 'E1')).toBe('E1');
});
