import { createHandledOnce } from '../../../../src/slack/transport/socket/handled-once.js';

describe('a delivery that comes twice', () => {
  test('is handled once and answered alike, also while the first is being worked on', async () => {
    const once = createHandledOnce();
    let [handled, goOn] = [0, () => {}];
    const work = async (answered: (answer: object) => void) => {
      handled += 1;
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      answered({ text: 'done' });
    };
    const first = once('a', work);
    const second = once('a', work);
    goOn();
    await first;
    expect(await second).toEqual({ text: 'done' });
    expect(await once('a', work)).toEqual({ text: 'done' });
    expect(handled).toBe(1);
  });

  test('is not waited for where the first was never answered', async () => {
    const once = createHandledOnce();
    await expect(once('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await once('a', () => Promise.reject(new Error('again')))).toBeUndefined();
  });

  test('is forgotten after five hundred others', async () => {
    const once = createHandledOnce();
    let handled = 0;
    const work = async () => {
      handled += 1;
    };
    for (let n = 0; n < 501; n++) await once(`k${n}`, work);
    await once('k1', work);
    expect(handled).toBe(501);
    await once('k0', work);
    expect(handled).toBe(502);
  });
});
