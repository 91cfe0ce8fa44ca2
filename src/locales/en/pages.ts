import type { PageWords } from '../page-words.js';

export const pages: PageWords = {
  place: (page, pages) => `Page ${page} of ${pages}`,
  previous: 'Previous page',
  next: 'Next page',
  record: 'Everything from the beginning',
  formBefore: 'The form as it was before the reporter changed it',
  shortenedForTeam: 'Some text is shortened here (…). Open Show report to read all of it.',
  shortenedForReporter: 'Some text is shortened or left out here. Press Read all to read all of it.',
  shortenedInMessage: 'The message is cut here (…). Press My reports, then Read all, to read all of it.',
  readAll: 'Read all',
  ownTitle: 'Your report',
  ownOnTeam: 'This is a report of your own, so you see of it what any reporter sees. A colleague handles it.',
  yourReport: 'What you reported',
  conversation: 'Messages, the oldest first',
  answered: (time) => `You answered, ${time}`,
  added: (time) => `You added, ${time}`,
  olderMine: 'Older reports',
  newestMine: 'Newest reports',
  noneOlder: 'You have no older reports.',
};
