import { linesOfChosen, verdictOn, versionChoices } from '../../src/deadline/support-status.js';
import { policy } from './calendars.js';

const zone = 'Asia/Shanghai';
const line = { name: 'v3.4', supportedUntil: '2025-12-25', afterwards: 'best_effort' } as const;

describe('a version on the day of the report', () => {
  test('is supported until the end of its last day in the zone of the team', () => {
    expect(verdictOn(line, new Date('2025-12-25T15:59:59.999Z'), zone)).toBe('supported');
    expect(verdictOn(line, new Date('2025-12-25T16:00:00Z'), zone)).toBe('best_effort');
  });
  test('is supported while no end is set', () => {
    expect(verdictOn({ name: 'v4.2', afterwards: 'end_of_life' }, new Date('2099-01-01'), zone)).toBe('supported');
  });
  test('is at its end when it never was supported', () => {
    const never = { name: 'v1', supportedUntil: 'never', afterwards: 'end_of_life' } as const;
    expect(verdictOn(never, new Date('2020-01-01'), zone)).toBe('end_of_life');
  });
  test('stands in the table of the policy', () => {
    expect(versionChoices(policy, new Date('2026-09-22T02:00:00Z'))).toEqual([
      { version: 'KubeSphere v4.2', verdict: 'supported' },
      { version: 'KubeSphere v4.1', verdict: 'supported' },
      { version: 'KubeSphere v3.4', verdict: 'best_effort' },
      { version: 'KubeSphere v3.3', verdict: 'best_effort' },
      { version: 'KubeSphere v3.2', verdict: 'best_effort' },
      { version: 'KubeSphere v3.1', verdict: 'best_effort' },
      { version: 'KubeSphere v3.0 & earlier', verdict: 'end_of_life' },
    ]);
  });
});

test('chosen versions are a product with ranges; what the policy no longer has is a product of that name', () => {
  expect(linesOfChosen(['KubeSphere v4.1', 'KubeSphere v3.0 & earlier', 'Old v1', 'Old v1'], policy)).toEqual([
    { line: 'KubeSphere', from: 'v4.1.x', upTo: 'v4.1.x' },
    { line: 'KubeSphere', upTo: 'v3.0.x' },
    { line: 'Old v1' },
  ]);
});
