export const receipt = {
  title: 'Report received',
  close: 'Done',
  stored: (id: string) => `Thanks, we've got your report: ${id}`,
  amended: (id: string) => `Thanks, we've updated your report: ${id}`,
  answer: (project: string, time: string) => `Someone on the ${project} security team will reply by ${time}.`,
  forYou: (time: string) => `Your time: ${time}`,
  provisional:
    "This date may change, because public holidays for those days aren't announced yet. If it does, we'll tell you.",
  counting: (days: number) => (days === 1 ? 'How we count the working day' : `How we count the ${days} working days`),
  countingDays: (days: number) =>
    days === 1
      ? 'We count one day after the day on which your report arrives, whether or not it is a working day.'
      : `We count ${days} days from the day after your report arrives, weekends and holidays included.`,
  countingHours: (hours: number) =>
    `We count ${hours} ${hours === 1 ? 'hour' : 'hours'} from the moment your report arrives, at night and at weekends too.`,
  dayReceived: (day: string) => `${day}: your report arrives. Counting starts on the next working day.`,
  dayBack: (day: string) => `${day}: the team is back. Counting starts on the next working day.`,
  dayCounted: (day: string, nth: number, why: 'working_day' | 'half_day' | 'make_up_day', name?: string) => {
    const more = { working_day: '', half_day: ', a half day', make_up_day: ', a make-up working day' };
    return `${day}: working day ${nth}${more[why]}${why === 'working_day' || name === undefined ? '' : ` (${name})`}`;
  },
  daySkipped: (days: string, why: 'weekend' | 'holiday', name?: string) =>
    `${days}: not counted, ${why === 'weekend' ? 'weekend' : (name ?? 'public holiday')}`,
  span: (first: string, last: string) => `${first} to ${last}`,
  onDuty: (name: string) => `${name} is on duty and will be notified.`,
  teamText: 'The security team is being notified now.',
  next: 'What happens next',
  steps: [
    'Someone reads your report and writes to you.',
    'We check what you found and tell you the result.',
    'Once a patched release is out, we publish an advisory. It thanks you, by name if you agreed.',
  ],
  robot: 'This is an automatic receipt. A person will reply.',
  confidential:
    "Please keep this vulnerability confidential until a patched release is out. Don't publish details such as exploit code.",
};
