/** Two names, and which turn each of them has by now. */
type SwapLine = Readonly<Record<'asker' | 'colleague' | 'ofAsker' | 'ofColleague' | 'zone', string>>;

/** Who is on duty, and when. People and moments are marked up already. */
export const onDuty = {
  now: (who: string, until: string) => `On duty now: ${who}, until ${until}`,
  /** Nothing changes within the weeks that are shown. */
  stays: (who: string) => `On duty now: ${who}`,
  next: (from: string, who: string) => `From ${from}: ${who}`,
  withDeputy: (responder: string, deputy: string) => `${responder}, deputy ${deputy}`,
  nobody: 'nobody',
  line: (name: string) => `${name} is on duty now.`,
  group: {
    /** `code`: Slack's own word for it. */
    refused: (name: string, group: string, code: string) =>
      `${name} is on duty now, but we couldn't put them into the user group ${group} (${code}). Please change the group by hand.`,
    why: {
      permission_denied:
        'Only some people may change user groups here. The bot can do it once the workspace settings allow it to everyone.',
      missing_scope: 'The app lacks the scope usergroups:write. Ask whoever runs the bot to install it again.',
      other: 'Ask whoever runs the bot to check dutyGroup in the policy.',
    },
  },
  askedHeading: 'Take over duty?',
  asked: (who: string, from: string, to: string) => `${who} asks you to take over from ${from} to ${to}.`,
  accept: 'Accept',
  cover: {
    asked: (who: string, from: string, to: string) =>
      `We've asked ${who} to take over from ${from} to ${to}. Until they accept, you stay on duty.`,
    asked_later: (who: string, from: string, to: string) =>
      `When ${who}'s working hours begin, we'll ask them to take over from ${from} to ${to}. Until they accept, you stay on duty.`,
    not_reached: (who: string) => `We couldn't reach ${who}, so nothing has changed. Try again, or ask somebody else.`,
    accepted: (who: string, from: string, to: string) => `${who} will take over from ${from} to ${to}.`,
    declined: (who: string, from: string, to: string) =>
      `${who} can't take over from ${from} to ${to}. You stay on duty.`,
    taken: (who: string, from: string, to: string) => `You'll take over for ${who} from ${from} to ${to}.`,
    refused: (who: string) => `Noted. We've told ${who}.`,
    not_asked: (who: string, from: string, to: string) => `${who} isn't on duty from ${from} to ${to} any more.`,
  },
  swap: {
    button: 'Ask for a swap…',
    title: 'Ask for a swap',
    intro: (zone: string) =>
      `Choose a turn of yours and one of a colleague's. Nothing changes until they accept. Times are in ${zone}.`,
    mine: 'Your turn',
    theirs: 'Their turn',
    placeholder: 'Choose a turn',
    submit: 'Ask',
    noTurns: 'A swap takes a turn of yours and one of a colleague that begin within 12 weeks. There are none.',
    moment: (day: string, time: string) => `${day}, ${time}`,
    turn: (from: string, to: string) => `${from} – ${to}`,
    turnOf: (turn: string, name: string) => `${turn}: ${name}`,
    askedHeading: 'Swap duty?',
    decline: 'Decline',
    asked: (who: string) => `${who} asks you to swap turns.`,
    takes: (turn: string) => `You'd be on duty: ${turn}`,
    gives: (turn: string, who: string) => `${who} would be on duty instead of you: ${turn}`,
    told: {
      asked: (who: string) => `We've asked ${who}. Until they accept, nothing changes.`,
      asked_later: (who: string) =>
        `We'll ask ${who} when their working hours begin. Until they accept, nothing changes.`,
      not_reached: (who: string) =>
        `We couldn't reach ${who}, so nothing has changed. Try again, or ask somebody else.`,
      accepted: (who: string) => `${who} has swapped turns with you.`,
      declined: (who: string) => `${who} can't swap turns with you. Nothing changed.`,
      taken: (who: string) => `You've swapped turns with ${who}.`,
      refused: (who: string) => `Noted. We've told ${who}.`,
    },
    yours: (turn: string) => `You're on duty: ${turn}`,
    others: (turn: string, who: string) => `${who} is on duty: ${turn}`,
    line: ({ asker, colleague, ofAsker, ofColleague, zone }: SwapLine) =>
      `${asker} and ${colleague} have swapped duty. ${asker}: ${ofAsker}. ${colleague}: ${ofColleague}. Times are in ${zone}.`,
  },
  none: 'Nobody is on duty, because the policy has no rota and no rotation. Reminders go to the security channel.',
};
