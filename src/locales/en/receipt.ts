export const receipt = {
  title: 'Your report is stored',
  close: 'Done',
  stored: (id: string) => `Thank you. Your report is stored as ${id}.`,
  amended: (id: string) => `Thank you. Your report ${id} is stored with the new text.`,
  answer: (project: string, time: string) => `A person from the ${project} security team answers by ${time}.`,
  forYou: (time: string) => `For you that is ${time}.`,
  provisional:
    'This date is provisional: the public holidays of that time are not announced yet. If it changes, we tell you.',
  counting: (days: number) =>
    days === 1 ? 'How the working day is counted' : `How the ${days} working days are counted`,
  dayReceived: (day: string) => `${day}: your report arrives. Counting starts with the next working day.`,
  dayCounted: (day: string, nth: number, why: 'working_day' | 'make_up_day', name?: string) =>
    why === 'working_day'
      ? `${day}: working day ${nth}`
      : `${day}: working day ${nth}, a make-up working day${name === undefined ? '' : ` (${name})`}`,
  daySkipped: (days: string, why: 'weekend' | 'holiday', name?: string) =>
    `${days}: not counted, ${why === 'weekend' ? 'weekend' : (name ?? 'public holiday')}`,
  span: (first: string, last: string) => `${first} to ${last}`,
  onDuty: (name: string) => `${name} is on duty and has been told.`,
  teamText: 'The security team has been told.',
  next: 'What happens next',
  steps: [
    'A person reads your report and writes to you.',
    'The team checks what you found and tells you the result.',
    'When a patched release is out, the team publishes an advisory and thanks you, by name if you allowed it.',
  ],
  robot: 'A bot wrote this receipt. It does not count as our answer.',
  confidential:
    'Please keep the vulnerability confidential until a patched release is out, and do not publish details such as exploit code.',
};
