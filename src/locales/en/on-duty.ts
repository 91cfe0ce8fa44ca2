/** Who is on duty, and when. People and moments are marked up already. */
export const onDuty = {
  now: (who: string, until: string) => `On duty now: ${who}, until ${until}`,
  /** Nothing changes within the weeks that are shown. */
  stays: (who: string) => `On duty now: ${who}`,
  next: (from: string, who: string) => `From ${from}: ${who}`,
  withDeputy: (responder: string, deputy: string) => `${responder}, deputy ${deputy}`,
  nobody: 'nobody',
  line: (name: string) => `${name} is on duty now.`,
  askedHeading: 'Take over duty?',
  asked: (who: string, from: string, to: string) => `${who} asks you to take their duty from ${from} to ${to}.`,
  accept: 'Accept',
  cover: {
    asked: (who: string, from: string, to: string) =>
      `We've asked ${who} to take your duty from ${from} to ${to}. Until they accept, it stays yours.`,
    not_reached: (who: string) => `We couldn't reach ${who}, so nothing was asked. Try again, or ask somebody else.`,
    accepted: (who: string, from: string, to: string) => `${who} takes your duty from ${from} to ${to}.`,
    declined: (who: string, from: string, to: string) =>
      `${who} can't take your duty from ${from} to ${to}. It stays yours.`,
    taken: (who: string, from: string, to: string) => `You take the duty of ${who} from ${from} to ${to}.`,
    refused: (who: string) => `Noted. We've told ${who}.`,
    not_asked: (who: string, from: string, to: string) => `${who} isn't on duty from ${from} to ${to} any more.`,
  },
  none: 'Nobody is on duty, because the policy has no rota and no rotation. Reminders go to the security channel.',
};
