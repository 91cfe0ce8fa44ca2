import type { Form } from '../../src/report/form.js';
import { inputs } from '../../src/slack/views/inputs.js';

/** A filled report form; `over` is what is filled in otherwise. */
export const aForm = (over: Partial<Form> = {}): Form => ({
  title: 'A viewer can read resources that were never shared with them',
  overview:
    'Any signed-in user with the lowest role gets resources by asking for their path. The server looks at who is signed in, and not at whether they may see the thing.',
  versions: ['KubeSphere v4.1', 'KubeSphere v3.4'],
  otherVersions: 'Open source 4.x before 4.1.3 and 3.0.0 to 3.4.1; Enterprise 4.x before 4.1.3 and 3.0.0 to 3.5.0',
  verification:
    '1. Sign in as a platform-regular user.\n2. Ask for the members of a workspace you are not in.\n3. It is listed.',
  contact: 'finder@reports.example',
  knownAlready: 'no',
  credit: { by: 'name', name: 'Rae' },
  language: 'en',
  ...over,
});

/** What a reporter types; the rest of the form stays as it opens. */
export type FilledForm = Omit<Form, 'cve' | 'knownAlready' | 'credit'> & Readonly<{ cve?: string | undefined }>;

/** The values of the form's inputs on Slack, by block id. */
export function inputsOf(form: FilledForm): Record<string, string | readonly string[]> {
  return {
    [inputs.title]: form.title,
    [inputs.overview]: form.overview,
    [inputs.versions]: form.versions,
    [inputs.otherVersions]: form.otherVersions,
    [inputs.cve]: form.cve ?? '',
    [inputs.verification]: form.verification,
    [inputs.contact]: form.contact,
    [inputs.language]: form.language,
  };
}
