import fc from 'fast-check';
import type { Advisory } from '../../src/advisory/advisory.js';
import { preparedAdvisory, publishedAdvisory } from '../../src/advisory/advisory-of.js';
import { announcement } from '../../src/advisory/announcement.js';
import { renderCsaf } from '../../src/advisory/csaf.js';
import { renderCveRecord } from '../../src/advisory/cve-record.js';
import { renderMarkdown } from '../../src/advisory/markdown.js';
import { renderOsv } from '../../src/advisory/osv.js';
import type { ReportCommand } from '../../src/report/commands.js';
import { decide } from '../../src/report/decide.js';
import { evolve } from '../../src/report/evolve.js';
import type { Actor } from '../../src/report/person.js';
import { Refusal } from '../../src/report/refusal.js';
import type { Report } from '../../src/report/report.js';
import { accept, approve, fix, publish } from '../report/report-in-status.js';
import { answer, ask, bo, by, mei, minute, note, rae, submit } from '../report/situations.js';
import { aForm } from '../support/a-form.js';
import { publisher } from './cases.js';

/** What must never be public: a line of code in the process, one in the overview, a way to the reporter, the team's words. */
const canaries = {
  process: 'curl -H "X-Canary: 7f3e9a" https://victim.example/kapis/pwn?ns=*',
  prose: 'send the canary request twice while the seventh member is still being removed from every workspace',
  overview: 'kubectl get --raw /canary/b81c/secrets --as=system:nobody',
  contact: 'canary-contact-52d0@reporter.example',
  answer: 'canary answer 41aa only works on clusters with the old gateway',
  note: 'canary note 90cc the other service has the same hole',
  question: 'canary question 33ef which gateway do you run today',
} as const;
const secretForm = {
  ...aForm(),
  overview: `Members keep their access.\n\n\`\`\`\n${canaries.overview}\n\`\`\`\n`,
  verification: `First sign in. Then ${canaries.prose}.\n\n    ${canaries.process}\n\nAnd look.`,
  contact: canaries.contact,
};

/** Letters and digits alone, so that no spacing, case, width or sign hides a canary. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\\u[\da-f]{4}/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

const bareCanaries = Object.entries(canaries).map(([name, text]) => [name, bare(text)] as const);

/** What somebody makes of a text they copy. */
const copied = (text: string) =>
  fc
    .tuple(
      fc.constantFrom(
        (one: string) => one,
        (one: string) => one.toUpperCase(),
        (one: string) => one.replace(/ /g, '\n'),
        (one: string) => one.replace(/ /g, '  \u200b'),
        (one: string) => one.replace(/[a-z]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0)),
        (one: string) => `\`${one}\``,
        (one: string) => one.replace(/([:/])/g, '$1 '),
        (one: string) => one.replace(/[-_"]/g, ''),
      ),
      fc.string({ maxLength: 12 }),
    )
    .map(([change, before]) => `${before} ${change(text)}`);

const innocent = fc.constantFrom(
  'A check was missing.',
  'Update to the newest release.',
  '成员可以读取其他项目的资源。',
);
const words = (secret: readonly string[]) =>
  fc.oneof({ weight: 5, arbitrary: innocent }, { weight: 1, arbitrary: fc.constantFrom(...secret).chain(copied) });

/** Parts of the report that decide must keep out of an advisory's own words; the others have no way into it. */
const copyable = [canaries.process, canaries.prose, canaries.overview];
const text = fc
  .record({ title: words(copyable), summary: words(copyable), workaround: words(copyable), zh: words(copyable) })
  .map(({ title, summary, workaround, zh }) => ({
    en: { title: title.slice(0, 120), summary, workaround },
    zh: { title: '资源', summary: zh },
  }));
const life = fc.record({
  text,
  change: words(copyable),
  correction: text,
  language: fc.constantFrom('en' as const, 'zh' as const),
});

export type CanaryTally = { tried: number; refused: number; published: number; renderings: number };

/** Lives whose report is full of canaries, up to publication and its correction. @returns how much was tried */
export function withCanaries(runs: number, seed: number): CanaryTally {
  const tally: CanaryTally = { tried: 0, refused: 0, published: 0, renderings: 0 };
  fc.assert(
    fc.property(life, ({ text: first, change, correction, language }) => {
      tally.tried += 1;
      let report = decide({ ...submit, form: { ...secretForm, language } }, undefined, at(rae)).reduce(
        evolve,
        undefined as unknown as Report,
      );
      const duplicate: Report = { ...report, id: 'VR-0000-0003', duplicateOf: report.id, credit: { by: 'nobody' } };
      const does = (command: ReportCommand, who = mei) => {
        report = decide(command, report, { ...at(who), duplicates: [duplicate] }).reduce(evolve, report);
      };
      does({ type: 'NoteDuplicate', duplicate: duplicate.id });
      does({ ...ask, message: canaries.question } as ReportCommand);
      does({ ...answer, text: canaries.answer } as ReportCommand, rae);
      does({ ...note, text: canaries.note } as ReportCommand);
      does(accept);
      does(fix);
      for (const [words_, more] of [
        [first, {}],
        [correction, { change }],
      ] as const) {
        try {
          does({ type: 'PrepareDisclosure', text: words_, route: 'direct_message', ...more });
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          expect(['closed_words_in_advisory', 'advisory_too_long']).toContain(error.code);
          tally.refused += 1;
          continue;
        }
        const prepared = report.prepared?.event ?? 0;
        tally.renderings += noneIn(preparedAdvisory(report, 'KubeSphere', credits_, minute(60)));
        does(approve(prepared), bo);
        does(publish(prepared), bo);
        tally.published += 1;
        tally.renderings += noneIn(publishedAdvisory(report, 'KubeSphere'));
      }
    }),
    { seed, numRuns: runs },
  );
  return tally;
}

const credits_ = [{ by: 'nobody' as const }];
const at = (person: typeof mei) => ({ now: minute(60), actor: by(person) satisfies Actor });

function noneIn(advisory: Advisory | undefined): number {
  if (advisory === undefined) throw new Error('there is no advisory');
  const renderings: Record<string, string> = {
    'Markdown, English': renderMarkdown(advisory, publisher, 'en'),
    'Markdown, Chinese': renderMarkdown(advisory, publisher, 'zh'),
    OSV: JSON.stringify(renderOsv(advisory, publisher)),
    CSAF: JSON.stringify(renderCsaf(advisory, publisher)),
    CVE: JSON.stringify(renderCveRecord(advisory, publisher)),
    'announcement, English': JSON.stringify(announcement(advisory, publisher, 'en')),
    'announcement, Chinese': JSON.stringify(announcement(advisory, publisher, 'zh')),
  };
  for (const [name, rendering] of Object.entries(renderings)) {
    const letters = bare(rendering);
    const found = bareCanaries.filter(([, canary]) => letters.includes(canary)).map(([canary]) => canary);
    if (found.length > 0) expect([name, found]).toEqual([name, []]);
  }
  return Object.keys(renderings).length;
}
