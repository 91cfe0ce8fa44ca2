/** Being away, and standing in for somebody. People are mentions, marked up already. */
export const away = {
  noted: (from: string, to: string) => `You're away from ${from} to ${to}. You won't be reminded then.`,
  substitute: (who: string, told: boolean) =>
    told
      ? `${who} stands in for you. We've told them.`
      : `${who} stands in for you. We couldn't reach them, so please tell them.`,
  onDutyHears: 'Whoever is on duty hears of your reports.',
  clash: (from: string, to: string, who: string | undefined) =>
    who === undefined
      ? `You're on duty then, from ${from} to ${to}, and nobody would be. Ask a colleague.`
      : `You're on duty then, from ${from} to ${to}. ${who} takes it.`,
  back: "Welcome back. You'll be reminded again.",
  notAway: "You aren't away, so nothing changed.",
  notAsked: 'That was already answered, or somebody else is asked now. Nothing changed.',
  taken: (count: number) =>
    count === 0
      ? 'There was nothing left to take.'
      : count === 1
        ? '1 report is yours now.'
        : `${count} reports are yours now.`,
  declined: (who: string) => `Noted. We've told ${who}, and whoever is on duty hears instead.`,
  standIn: {
    heading: 'You stand in for a colleague',
    days: (who: string, from: string, to: string) =>
      `${who} is away from ${from} to ${to} and named you. You'll get their reminders on these days.`,
    reports: (count: number, ids: string) =>
      count === 1
        ? `1 report is assigned to them: ${ids}. Take it?`
        : `${count} reports are assigned to them: ${ids}. Take them?`,
    take: 'Take them',
    notMe: 'Not me',
  },
  noSubstitute: (who: string, from: string, to: string) =>
    `${who} can't stand in for you from ${from} to ${to}. Whoever is on duty hears instead. To name somebody else, type /vuln away again.`,
};
