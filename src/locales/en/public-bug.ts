/** Whether a declined report may become a public bug: what its reporter is asked, and what the team records. */
export const publicBug = {
  question: 'May we put this into our public bug list, without your name and contact information?',
  /** For the reporter who said yes. */
  yours: 'You agreed that we may put this into our public bug list.',
  title: 'Make it public?',
  confirm:
    'We may then put the title, overview, versions and verification into our public bug list. Your name and contact information stay private.',
  yes: 'Make it public',
  no: 'Not yet',
  intro:
    'Copy this into the public bug list. Read it once more, so that it names neither the reporter nor anybody else.',
  recorded: (id: string) =>
    `Noted. The reporter of ${id} agrees to a public bug. You can find its text under More… on the card.`,
};
