import type { InputBlock, KnownBlock, ModalView } from '@slack/types';
import { localeOf } from '../../../../src/locales/locale-of.js';
import { type FormField, readForm } from '../../../../src/report/form.js';
import type { FormFacts } from '../../../../src/slack/views/facts.js';
import { formErrors, readSubmission } from '../../../../src/slack/views/forms/report-form.js';
import { inputs } from '../../../../src/slack/views/inputs.js';
import { show } from '../../../../src/slack/views/surfaces.js';
import { textsOf } from '../every-sample.js';

const now = new Date('2026-09-22T02:00:00Z');
const versions = [
  { version: 'KubeSphere v4.1', verdict: 'supported' },
  { version: 'KubeSphere v3.4', verdict: 'best_effort' },
] as const;
const form = (over: Partial<FormFacts> = {}): ModalView =>
  show('reportForm', { project: 'KubeSphere', versions, language: 'en', onBehalf: false, now, ...over }, 'en').view;
const inputsOf = (view: ModalView) =>
  view.blocks.filter((block): block is InputBlock => (block as KnownBlock).type === 'input');

const text = (value: string | null) => ({ type: 'plain_text_input', value });
const choice = (value: string | null) => ({
  type: 'static_select',
  selected_option: value === null ? null : { text: { type: 'plain_text', text: value }, value },
});
/** What Slack sends for a filled form, by its payload reference. */
const filled = {
  title: { title: text('A token in the log') },
  overview: { overview: text('It is there.') },
  versions: { versions: { type: 'multi_static_select', selected_options: [{ value: 'KubeSphere v4.1' }] } },
  other_versions: { other_versions: text(null) },
  cve: { cve: text(null) },
  verification: { verification: text('Look.') },
  contact: { contact: text('rae@reporter.example') },
  known_already: { known_already: { type: 'radio_buttons', selected_option: { value: 'unsure' } } },
  credit_name: { credit_name: text(null) },
  language: { language: choice('zh') },
};

describe('the report form', () => {
  it('has the policy’s six fields, the required ones with a star', () => {
    const texts = textsOf(show('reportForm', { project: 'K', versions, language: 'en', onBehalf: false, now }, 'en'));
    const shown = texts.map((one) => one.text);
    for (const label of [
      'Issue title*',
      'Overview*',
      'Affected components and version number*',
      'CVE number',
      'Vulnerability verification process*',
      'Contact information*',
    ])
      expect(shown).toContain(label);
  });

  it('asks what a finder would tell first, and tells what is required from what helps', () => {
    const { blocks } = form();
    const ids = blocks.map((block) => (block as KnownBlock).block_id ?? (block as KnownBlock).type);
    const asked = ids.filter((id) => id !== 'section' && id !== 'rich_text' && id !== 'context');
    expect(asked).toEqual([
      ...[inputs.title, inputs.overview, inputs.versions, inputs.otherVersions, inputs.verification, inputs.contact],
      'divider',
      ...[inputs.knownAlready, inputs.cve, inputs.creditName, inputs.language],
    ]);
    const helping = inputsOf(form()).slice(6);
    for (const { optional, element } of helping) expect(optional === true || 'initial_option' in element).toBe(true);
  });

  it.each([
    ['en', 'your text is lost', 'The rest helps us'],
    ['zh', '内容会丢失', '对我们有帮助'],
  ] as const)('says that closing it loses the text (%s)', (language, lost, helps) => {
    const said = JSON.stringify(
      show('reportForm', { project: 'K', versions, language: 'en', onBehalf: false, now }, language),
    );
    expect(said).toContain(lost);
    expect(said).toContain(helps);
  });

  it('leaves empty only what may be empty', () => {
    const optional = inputsOf(form({ onBehalf: true })).filter((block) => block.optional);
    expect(optional.map((block) => block.block_id)).toEqual([
      inputs.onBehalfOf,
      inputs.receivedAt,
      inputs.versions,
      inputs.otherVersions,
      inputs.cve,
      inputs.creditName,
    ]);
  });

  it('shows how each version is supported', () => {
    const shown = JSON.stringify(form());
    expect(shown).toContain('KubeSphere v4.1 · 🟢 supported');
    expect(shown).toContain('KubeSphere v3.4 · 🟡 best effort');
  });

  it('has an input for the problems of every field', () => {
    const blocks = inputsOf(form()).map((block) => block.block_id);
    for (const field of Object.keys(readSubmission({}).typed) as FormField[]) expect(blocks).toContain(inputs[field]);
  });

  it('asks a responder who reported it and when it arrived, now to begin with', () => {
    const [name, at] = inputsOf(form({ onBehalf: true }));
    expect(name?.block_id).toBe(inputs.onBehalfOf);
    expect(at?.element).toMatchObject({ type: 'datetimepicker', initial_date_time: now.getTime() / 1000 });
    expect(inputsOf(form()).map((block) => block.block_id)).not.toContain(inputs.onBehalfOf);
  });
});

describe('a submitted form', () => {
  it('is read field by field, what is empty as empty text', () => {
    expect(readSubmission(filled)).toEqual({
      typed: {
        title: 'A token in the log',
        overview: 'It is there.',
        versions: ['KubeSphere v4.1'],
        otherVersions: '',
        cve: '',
        verification: 'Look.',
        contact: 'rae@reporter.example',
        knownAlready: 'unsure',
        creditName: '',
        language: 'zh',
      },
      listedVersions: true,
    });
  });

  it('is a report that can be kept', () => {
    expect(readForm(readSubmission(filled).typed, ['KubeSphere v4.1']).problems).toEqual([]);
  });

  it('tells for whom it was filed and when that arrived; without a name there is no time', () => {
    const at = { received_at: { received_at: { type: 'datetimepicker', selected_date_time: 1_790_000_000 } } };
    const behalf = (name: string) => ({ ...filled, ...at, on_behalf_of: { on_behalf_of: text(name) } });
    expect(readSubmission(behalf(' Rae '))).toMatchObject({
      onBehalfOf: 'Rae',
      receivedAt: new Date(1_790_000_000_000),
    });
    expect(readSubmission(behalf('  '))).not.toHaveProperty('receivedAt');
  });

  it('is refused when it is not shaped as Slack shapes it', () => {
    expect(() => readSubmission({ title: { title: { value: 7 } } })).toThrow();
    expect(() => readSubmission(null)).toThrow();
  });

  it('has each problem told at its field', () => {
    const submission = readSubmission({
      ...filled,
      cve: { cve: text('CVE-1') },
      title: { title: text(' ') },
      versions: { versions: { type: 'multi_static_select', selected_options: [] } },
    });
    const { problems } = readForm(submission.typed, ['KubeSphere v4.1']);
    const errors = formErrors(problems, submission, localeOf('en'));
    expect(Object.keys(errors).toSorted()).toEqual(['cve', 'title', 'versions']);
    expect(errors.cve).toContain('CVE-2026-12345');
  });

  it('has missing versions told at the text where the policy lists none', () => {
    const { versions: _, ...unlisted } = filled;
    const submission = readSubmission(unlisted);
    const { problems } = readForm(submission.typed, []);
    expect(Object.keys(formErrors(problems, submission, localeOf('zh')))).toEqual(['other_versions']);
  });
});
