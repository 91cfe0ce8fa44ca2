import { remembered } from '../../src/deadline/remembered.js';

describe('what is remembered', () => {
  const asked: string[] = [];
  const greeting = remembered(
    (name: string) => name,
    (owner: Readonly<{ greets: string }>, name) => {
      asked.push(name);
      return name === '' ? undefined : `${owner.greets}, ${name}`;
    },
  );
  beforeEach(() => {
    asked.length = 0;
  });

  test('is asked for once by each owner, also where there is no answer', () => {
    const [one, other] = [{ greets: 'Hi' }, { greets: 'Hello' }];
    expect([greeting(one, 'Ana'), greeting(one, 'Ana'), greeting(other, 'Ana')]).toEqual([
      'Hi, Ana',
      'Hi, Ana',
      'Hello, Ana',
    ]);
    expect([greeting(one, ''), greeting(one, '')]).toEqual([undefined, undefined]);
    expect(asked).toEqual(['Ana', 'Ana', '']);
  });

  test('is never more than five thousand answers of an owner', () => {
    const owner = { greets: 'Hi' };
    for (let n = 0; n < 5000; n += 1) greeting(owner, `${n}`);
    greeting(owner, '0');
    expect(asked).toHaveLength(5000);
    greeting(owner, 'one more');
    greeting(owner, '0');
    expect(asked).toHaveLength(5002);
  });
});
