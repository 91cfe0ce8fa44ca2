import { preparedAdvisory, publishedAdvisory } from '../../src/advisory/advisory-of.js';
import type { Report } from '../../src/report/report.js';
import {
  after,
  approve,
  correct,
  medium,
  prepare,
  publish,
  released,
  reportInStatus,
} from '../report/report-in-status.js';
import { bo, by, mei, minute } from '../report/situations.js';

const project = 'KubeSphere';
const published = reportInStatus('disclosed');
const [first] = published.publications;
if (first === undefined) throw new Error('it is published');
const corrected: Report = {
  ...published,
  publications: [
    first,
    { ...first, event: 12, revision: 2, at: minute(90), text: correct.text, change: 'The summary says where.' },
  ],
};

describe('the published advisory', () => {
  it('has the lines with their fixes, the weaknesses by name, and who wants to be thanked by name', () => {
    const credits = [
      { by: 'name', name: 'Rae', link: 'https://rae.example', role: 'finder' },
      { by: 'nobody' },
      { by: 'name', name: 'Lea' },
    ] as const;
    const one = { ...published, publications: [{ ...first, credits: [...credits] }] };
    expect(publishedAdvisory(one, project)).toEqual({
      id: published.id,
      project,
      revision: 1,
      text: prepare.text,
      severity: medium,
      affected: [
        {
          ...{ line: 'KubeSphere v4', from: '4.0.0', upTo: '4.1.2' },
          fix: { ...released('KubeSphere v4', '4.1.3'), range: { from: '4.0.0', upTo: '4.1.2' } },
        },
        {
          ...{ line: 'KubeSphere v3', upTo: '3.4.1' },
          fix: { outcome: 'wont_fix', line: 'KubeSphere v3', range: { upTo: '3.4.1' } },
        },
      ],
      cves: [],
      cwes: [{ id: 'CWE-862', name: 'Missing Authorization' }],
      credits: [{ name: 'Rae', link: 'https://rae.example', role: 'finder' }, { name: 'Lea' }],
      anonymousCredits: 1,
      references: [],
      publishedAt: first.at,
      revisions: [],
    });
  });

  it('has no fix for a line that none is recorded for', () => {
    const one = { ...published, publications: [{ ...first, fixes: [] }] };
    expect(publishedAdvisory(one, project)?.affected).toEqual(first.lines);
  });

  it('is the latest revision, with what each changed and the day of the first', () => {
    expect(publishedAdvisory(corrected, project)).toMatchObject({
      revision: 2,
      text: correct.text,
      publishedAt: first.at,
      revisions: [{ revision: 2, at: minute(90), change: 'The summary says where.' }],
    });
  });

  it('is the revision of an event, with nothing of those after it', () => {
    expect(publishedAdvisory(corrected, project, first.event)).toEqual(publishedAdvisory(published, project));
    expect(publishedAdvisory(corrected, project, 12)).toEqual(publishedAdvisory(corrected, project));
  });

  it('is none before it is published, nor of an event that published nothing', () => {
    expect(publishedAdvisory(reportInStatus('fixed'), project)).toBeUndefined();
    expect(publishedAdvisory(corrected, project, 3)).toBeUndefined();
  });

  it('says when and why it was withdrawn', () => {
    const [one, two] = corrected.publications;
    if (one === undefined || two === undefined) throw new Error('there are two');
    const gone = { ...corrected, publications: [one, { ...two, withdrawn: true as const }] };
    expect(publishedAdvisory(gone, project)?.withdrawn).toEqual({ at: minute(90), reason: 'The summary says where.' });
    expect(publishedAdvisory(corrected, project)).not.toHaveProperty('withdrawn');
  });
});

describe('the prepared advisory', () => {
  const prepared = after(reportInStatus('fixed'), [prepare, by(mei)]);

  it('is what is published then, with the credits of duplicates', () => {
    const lea = { by: 'name', name: 'Lea' } as const;
    const now = minute(30);
    const asPublished = publishedAdvisory(after(prepared, [approve(), by(bo)], [publish(), by(bo)]), project);
    expect(preparedAdvisory(prepared, project, [], now)).toEqual(asPublished);
    expect(preparedAdvisory(prepared, project, [lea], now)?.credits).toEqual([{ name: 'Rae' }, { name: 'Lea' }]);
  });

  it('of a correction comes after what was published', () => {
    const again = after(published, [correct, by(mei)]);
    expect(preparedAdvisory(again, project, [], minute(90))).toMatchObject({
      revision: 2,
      text: correct.text,
      publishedAt: first.at,
      revisions: [{ revision: 2, at: minute(90), change: correct.change }],
    });
  });

  it('is none where none is prepared, or there is no severity', () => {
    expect(preparedAdvisory(reportInStatus('fixed'), project, [], minute(30))).toBeUndefined();
    const { severity: _, ...unrated } = prepared;
    expect(preparedAdvisory(unrated, project, [], minute(30))).toBeUndefined();
  });
});
