import { changed, daysText, filesOf, policyText } from '../config/policy-text.js';
import { type } from './a-terminal.js';

describe('policy check', () => {
  test('sums up a valid policy', async () => {
    const { code, out, err } = await type(['policy', 'check']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/kubesphere\.yaml is valid\./);
    expect(out).toMatch(/Promise\s+an answer within 2 working days/);
    expect(out).toMatch(/Holidays\s+61 days off, 0 half days and 11 make-up days, until Thu 31 Dec 2026/);
    expect(out).toMatch(/Leads\s+none: every responder counts as a lead/);
  });
  test('names every fault of an invalid policy with its line, and exits with 2', async () => {
    const bad = changed(changed(policyText, 'workingDays: 2', 'workingDays: 0'), 'days: cn', 'days: xy');
    const { code, out, err } = await type(['policy', 'check', 'policy.yaml'], {
      files: filesOf({ 'policy.yaml': bad }),
    });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.split('\n')).toEqual([
      'The configuration has 2 faults:',
      expect.stringMatching(/^ {2}policy\.yaml:\d+: calendar\.days points to calendars\/xy\.yaml/),
      expect.stringMatching(/^ {2}policy\.yaml:\d+: duties\.acknowledge\.workingDays is 0/),
      '',
    ]);
  });
  test('reads the file that the setting names', async () => {
    const files = filesOf({
      'mine.yaml': changed(policyText, 'project: KubeSphere', 'project: Mine'),
      'calendars/cn.yaml': daysText,
    });
    expect(await type(['policy', 'check'], { env: { POLICY_FILE: 'mine.yaml' }, files })).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^mine\.yaml is valid\.\n {2}Project +Mine\n/),
    });
  });
});
