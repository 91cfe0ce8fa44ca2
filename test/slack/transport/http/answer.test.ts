import { ackAnswer } from '../../../../src/slack/transport/http/answer.js';

test.each<[string, unknown, object | undefined]>([
  ['nothing', undefined, undefined],
  ['null', null, undefined],
  ['an empty sentence', '', undefined],
  ['a sentence', 'Some words.', { mediaType: 'text/plain', text: 'Some words.' }],
  ['an object', { response_action: 'clear' }, { mediaType: 'application/json', text: '{"response_action":"clear"}' }],
])('a handler that says %s is answered by 200 with just that', (_, said, body) => {
  expect(ackAnswer(said)).toEqual(body === undefined ? { status: 200 } : { status: 200, body });
});
