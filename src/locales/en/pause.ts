const counted = (replies: number) => (replies === 1 ? '1 reply' : `${replies} replies`);
const wish = 'They changed how they want to be credited.';

/** A lead has what a reporter writes wait. */
export const pause = {
  button: 'Pause reporter…',
  moveButton: 'Change pause…',
  endButton: 'End pause',
  title: 'Pause reporter',
  intro: (id: string, name: string) =>
    `What ${name} writes about ${id} is kept, and nobody is notified. You'll see all of it when the pause ends. Deadlines go on, and other reports aren't affected.`,
  until: 'Until',
  untilHint: 'The pause ends when your working hours begin. A lead can end it earlier.',
  told: (name: string) => `The bot tells ${name} until when, and that nothing they write is lost.`,
  submit: 'Pause',
  ended: (id: string, replies: number, newCredit: boolean) =>
    [
      `The pause on ${id} has ended.`,
      replies === 0 ? 'The reporter wrote nothing meanwhile.' : `Open the report to read ${counted(replies)}.`,
      ...(newCredit ? [wish] : []),
    ].join(' '),
  thread: {
    paused: (by: string, reporter: string, until: string) =>
      `${by} paused ${reporter} until ${until}. What they write until then is kept.`,
    ended: (by: string | undefined, reporter: string, replies: number, newCredit: boolean) =>
      [
        by === undefined ? `${reporter}'s pause has ended.` : `${by} ended ${reporter}'s pause.`,
        ...(replies === 0 ? [] : [`Open the report to read ${counted(replies)}.`]),
        ...(newCredit ? [wish] : []),
      ].join(' '),
  },
};
