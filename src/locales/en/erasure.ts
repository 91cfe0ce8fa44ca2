/** Erasing a report, by a lead or by the policy. */
export const erasure = {
  button: 'Erase…',
  title: 'Erase the report',
  submit: 'Erase',
  intro: (id: string) =>
    `This erases the text, messages and names of ${id}, here and in the database. You can't undo it.`,
  stays: 'What stays: its id, its last status, and what happened when. A published advisory stays published.',
  reason: 'Why are you erasing it?',
  reasonHint:
    "This is kept in the audit trail with your name, so don't write anything about the report or its reporter.",
  /** Its moments are marked up already. */
  card: ({ id, status, received, erased }: Record<'id' | 'status' | 'received' | 'erased', string>) =>
    `${id} was erased ${erased}. It was received ${received}, and its last status was: ${status}.`,
  gist: (id: string) => `${id} was erased.`,
  message: (id: string) => `This was a message about ${id}. The report is closed, and its text has been erased.`,
  /** `at` is marked up already. */
  retention: (ids: string, at: string) =>
    `From ${at} on, these reports will be erased, as the policy says: ${ids}. To keep a report longer, add a note to it.`,
  retentionGist: (count: number) =>
    count === 1 ? '1 report will be erased soon.' : `${count} reports will be erased soon.`,
};
