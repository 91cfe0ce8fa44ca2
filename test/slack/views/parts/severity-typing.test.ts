import fc from 'fast-check';
import { baseMetrics, type CvssVersion, cvssVersions } from '../../../../src/report/cvss-metrics.js';
import { inputs } from '../../../../src/slack/views/inputs.js';
import {
  enteredBy,
  readTyping,
  type SeverityTyping,
  severityTyped,
} from '../../../../src/slack/views/parts/severity-typing.js';
import { metricInput } from '../../../../src/slack/views/shared-inputs.js';
import { seeded } from '../../../support/seeded.js';

const whole31 = { AV: 'N', AC: 'H', PR: 'L', UI: 'R', S: 'C', C: 'H', I: 'L', A: 'N' };

/** Values chosen for some of the metrics of a version. */
const chosen: fc.Arbitrary<SeverityTyping> = fc.constantFrom(...cvssVersions).chain((by) =>
  fc
    .tuple(...baseMetrics[by].map(({ values }) => fc.option(fc.constantFrom(...(values as readonly string[])))))
    .map((values) => {
      const pairs = baseMetrics[by].flatMap(({ name }, n) => (values[n] ? [[name, values[n]] as const] : []));
      return { by, choices: Object.fromEntries(pairs) };
    }),
);

describe('a severity while it is entered', () => {
  it('keeps every choice on the way to a typed vector and back', () => {
    const { seed } = seeded('TEST_SEED');
    let tried = 0;
    fc.assert(
      fc.property(chosen, (typing) => {
        tried += 1;
        const back = enteredBy(typing.by, enteredBy('typed', typing));
        expect({ seed, back }).toEqual({ seed, back: typing });
      }),
      { seed, numRuns: 500 },
    );
    expect(tried).toBe(500);
  });

  it('scores nothing before all is chosen, and then what the vector scores', () => {
    const { A: _, ...most } = whole31;
    expect(severityTyped({ by: '3.1', choices: most })).toEqual({
      fault: 'missing_metrics',
      version: '3.1',
      metrics: ['A'],
    });
    const typed = enteredBy('typed', { by: '3.1', choices: whole31 });
    expect(typed).toEqual({ by: 'typed', vector: 'CVSS:3.1/AV:N/AC:H/PR:L/UI:R/S:C/C:H/I:L/A:N' });
    expect(severityTyped({ by: '3.1', choices: whole31 })).toEqual(severityTyped(typed));
  });

  it('carries over to the other version what means the same there, and no more', () => {
    expect(enteredBy('4.0', { by: '3.1', choices: whole31 })).toEqual({
      by: '4.0',
      choices: { AV: 'N', AC: 'H', PR: 'L', VC: 'H', VI: 'L', VA: 'N' },
    });
    const v4 = { AV: 'P', AT: 'P', UI: 'A', VC: 'L', SC: 'H' };
    expect(enteredBy('3.1', { by: '4.0', choices: v4 })).toEqual({ by: '3.1', choices: { AV: 'P', C: 'L' } });
  });

  it('makes out what it can of a vector that is not whole', () => {
    const typed = { by: 'typed', vector: 'cvss:3.1/av:n/AC:Q/nonsense' } as const;
    expect(enteredBy('3.1', typed)).toEqual({ by: '3.1', choices: { AV: 'N' } });
    expect(enteredBy('4.0', { by: 'typed', vector: '' })).toEqual({ by: '4.0', choices: {} });
  });

  it('is read from the form as it stands', () => {
    const value = (version: CvssVersion, metric: string, option: string | null) => ({
      [metricInput(version, metric)]: {
        [metricInput(version, metric)]: { type: 'static_select', selected_option: option && { value: option } },
      },
    });
    const selects = { ...value('4.0', 'AV', 'N'), ...value('4.0', 'AC', null) };
    expect(readTyping(selects)).toEqual({ by: '4.0', choices: { AV: 'N' } });
    const text = { [inputs.vector]: { [inputs.vector]: { type: 'plain_text_input', value: null } } };
    expect(readTyping(text)).toEqual({ by: 'typed', vector: '' });
  });
});
