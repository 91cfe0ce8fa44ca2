/** What Slack is told over HTTP. */
export type Answer = Readonly<{ status: number; body?: Readonly<{ mediaType: string; text: string }> }>;

export function jsonAnswer(value: unknown): Answer {
  return { status: 200, body: { mediaType: 'application/json', text: JSON.stringify(value) } };
}

/** What a handler said in its ack: nothing, a sentence, or an object. */
export function ackAnswer(said: unknown): Answer {
  if (said === undefined || said === null || said === '') return { status: 200 };
  return typeof said === 'string' ? { status: 200, body: { mediaType: 'text/plain', text: said } } : jsonAnswer(said);
}
