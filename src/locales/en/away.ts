/** Being away, and standing in for somebody. People are mentions, marked up already. */
export const away = {
  noted: (from: string, to: string) => `You're away from ${from} to ${to}. You won't be reminded then.`,
  substitute: (who: string, told: boolean, later: boolean) =>
    told
      ? `${who} will stand in for you. We've told them.`
      : later
        ? `${who} will stand in for you. We'll tell them when their working hours begin.`
        : `${who} will stand in for you. We couldn't reach them, so please tell them.`,
  onDutyHears: 'Whoever is on duty, or else the security channel, will get the reminders for your reports.',
  clash: (from: string, to: string, who: string | undefined) =>
    who === undefined
      ? `You're on duty from ${from} to ${to}, and nobody would replace you. Ask a colleague.`
      : `You're on duty from ${from} to ${to}. ${who} will take over.`,
  weekend: {
    own: (days: string) => `Each week you have these days off: ${days}.`,
    team: "You have the team's weekends.",
    changed: "You won't be reminded on them. The team's make-up days don't count for you unless you have its weekends.",
    change: (usage: string) =>
      `To change that, type ${usage} with your own days. /vuln away weekends team goes back to the team's.`,
  },
  back: "You're no longer marked as away. You'll be reminded again.",
  notAway: "You aren't away, so nothing changed.",
  notAsked: 'That was already answered, or somebody else has been asked since. Nothing changed.',
  taken: (count: number) =>
    count === 0
      ? 'There was nothing left to take.'
      : count === 1
        ? '1 report is yours now.'
        : `${count} reports are yours now.`,
  declined: (who: string) => `Noted. We've told ${who}. Whoever is on duty will get the reminders instead.`,
  standIn: {
    heading: "You're standing in for a colleague",
    days: (who: string, from: string, to: string) =>
      `${who} is away from ${from} to ${to} and named you. You'll get their reminders on these days.`,
    reports: (count: number, ids: string) =>
      count === 1
        ? `1 report is assigned to them: ${ids}. Take it?`
        : `${count} reports are assigned to them: ${ids}. Take them?`,
    take: (count: number) => (count === 1 ? 'Take it' : 'Take them'),
    notMe: 'Not me',
  },
  noSubstitute: (who: string, from: string, to: string) =>
    `${who} can't stand in for you from ${from} to ${to}. Whoever is on duty will get the reminders instead. To name somebody else, type /vuln away again.`,
};
