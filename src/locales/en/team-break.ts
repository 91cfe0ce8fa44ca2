/** The whole team is away. Times are the team's opening on the day on which it is back. */
export const teamBreak = {
  form: (time: string) =>
    `The team is on a break and answers again on ${time}. You can send your report now: it counts as received then. If the vulnerability is already exploited or public, say so below, and we'll be told at once.`,
  receipt: (time: string) =>
    `The team is on a break and answers again on ${time}. Your report counts as received then.`,
  intake: (time: string) => `The team is on a break and answers again on ${time}. You can report at any time.`,
  begun: (time: string) =>
    `Noted. The form, the receipt and the report button say that the team answers again on ${time}. What comes in before counts as received then.`,
  due: (count: number) =>
    count === 1
      ? "1 report has a deadline before that. It doesn't move, and its reminders still come."
      : `${count} reports have deadlines before that. They don't move, and their reminders still come.`,
  quiet: "You'll hear of new reports when the break is over. What is exploited or public already comes at once.",
  howToEnd: 'Back earlier? Type /vuln break end.',
  ended: 'The break is over. Reports that came in during it keep the dates that their reporters were told.',
  /** For the channel. */
  line: {
    begun: (who: string, time: string) => `${who} announced a break. The team answers again on ${time}.`,
    changed: (who: string, time: string) => `${who} changed the break. The team now answers again on ${time}.`,
    ended: (who: string) => `${who} ended the break. The team answers again.`,
  },
  noBreak: "There's no break, so nothing changed.",
};
