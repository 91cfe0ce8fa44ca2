import { formAck } from '../../../src/slack/routing/form-response.js';
import { inputs } from '../../../src/slack/views/inputs.js';

const reader = { language: 'en', team: true, zone: 'Asia/Shanghai', nameOf: () => undefined } as const;
const form = { name: 'prepareForm' as const, inputBlocks: [inputs.enTitle, inputs.enSummary] };
const problems = (byBlock: Readonly<Record<string, string>>) => formAck({ kind: 'problems', byBlock }, form, reader);

describe('what is wrong with a submitted form', () => {
  test('stands at the inputs it is about', () => {
    const errors = { [inputs.enSummary]: 'Too long.' };
    expect(problems(errors)).toEqual({ response_action: 'errors', errors });
  });

  test('stands at the first input when it is about one that this form does not have', () => {
    const errors = { [inputs.enTitle]: 'Say what changes.' };
    expect(problems({ [inputs.change]: 'Say what changes.' })).toEqual({ response_action: 'errors', errors });
  });

  test('is told at inputs that are there alone, since Slack takes none of it otherwise', () => {
    const there = { [inputs.enSummary]: 'Too long.' };
    const answer = problems({ [inputs.change]: 'Say what changes.', ...there });
    expect(answer).toEqual({ response_action: 'errors', errors: there });
  });
});
