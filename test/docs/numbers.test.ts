import { textOf } from '../support/project.js';
import { pages, proseOf } from './pages.js';

/** What a page says with a number, in which file that number is, and how it stands there. */
const numbers = [
  ['A report holds 12 MiB', 'src/report/history-size.ts', 'team: 12 * mebibyte'],
  ['of which its reporter may write 2', 'src/report/history-size.ts', 'reporter: 2 * mebibyte'],
  ['MongoDB stores 16 MiB in a document', 'src/report/history-size.ts', 'MongoDB stores 16 MiB in a document'],
  ['Short acts fit up to 14 MiB', 'src/report/history-size.ts', 'short: 14 * mebibyte'],
  ['If more than 10,000 entries wait', 'src/handling/audit-writer.ts', 'mostWaiting = 10_000'],
  ['After 20 refusals in an hour', 'src/handling/audit-writer.ts', 'refusalsInAnHour = 20'],
  ['the newest 5,000 messages', 'src/slack/notifier/cards-in-channel.ts', '[pageSize, mostPages] = [200, 25]'],
  ['one to 25 calls at each start', 'src/slack/notifier/cards-in-channel.ts', '[pageSize, mostPages] = [200, 25]'],
  ['than the newest 5,000 messages', 'src/slack/notifier/cards-in-channel.ts', '[pageSize, mostPages] = [200, 25]'],
  ['checked in turn, 500 a minute', 'src/store/inspect-reports.ts', 'stepSize = 500'],
  ['two codes of 16 bytes', 'src/store/authentication-code.ts', '.subarray(0, 16)'],
  ['as much as 0.7 seconds allow', 'src/handling/list-reports.ts', 'lookFor = 700'],
  ['a turn after 5 ms at the latest', 'src/handling/slices.ts', 'sliceMs = 5'],
  ['and 30 ms after the last', 'src/slack/transport/in-flight.ts', 'lingerMs = 30'],
  ['for 60 days at most', 'src/deadline/team-break.ts', 'longestBreakDays = 60'],
  ['for 30 days at most', 'src/report/decide-pause.ts', 'longestPauseDays = 30'],
  ['Version 4.17 is', 'src/report/cwe-list.ts', 'version 4.17 of'],
  ['sends ours 10,000 payloads', 'package.json', 'FUZZ_PAYLOADS=10000'],
  ['the last 2,500 deliveries', 'src/slack/transport/handled-once.ts', 'most = 2500'],
  ['opens 256 connections', 'src/http/listen.ts', 'mostOfOneAddress = 256'],
  ['It keeps 256 open connections for each address', 'src/http/listen.ts', 'mostOfOneAddress = 256'],
  ['and 512 in all', 'src/http/listen.ts', 'mostWaiting = 512'],
  ['256 is far more than Slack needs', 'src/http/listen.ts', 'mostOfOneAddress = 256'],
  ['known for 60 more days or less', 'src/deadline/calendar-horizon.ts', 'warnDays = 60'],
  ['warned 60 days before that day, 14 days', 'src/deadline/calendar-horizon.ts', '[warnDays, 14, 0]'],
  ['more than 50 people it takes a minute for each 50', 'src/slack/notifier/member-lookups.ts', 'smallSize = 50'],
  ['mode 600, or 440 for a mounted Secret', 'src/config/keyring.ts', '(440 if root owns it'],
  ['takes longer than 2.3 seconds', 'src/slack/routing/outcome.ts', 'budgetMs = 2300'],
  ['answers 503 if', 'src/ops/health.ts', '503'],
  ['port 27017 for MongoDB, and port 443', 'manifests/base/network-policy.yaml', '27017'],
] as const;

/** Numbers that are names: versions, standards, years, exit codes, HTTP's own, the steps of a list. */
const names = [
  /Node 22, 24 and 26|April 2026, and 24 has|v3\.1 and v4\.0|v3\.1 or v4\.0|ISO 29147 and 30111/g,
  /\b(Node|MongoDB|Kubernetes|zod|agenda|version) \d+(\.\d+)*/g,
  /\b(i|x|AES-)\d+|^Reason: we ran our tests with {2}3\.1\.0/gm,
  /\(20\.19 and later/g,
  /\b20[23]\d\b/g,
  /\bcode is \d if all is well, 1 if a check failed, and 2 if|\bcode is 1 if|exits with 1 if/g,
  /\b200 means|level of [45]0/g,
  /from step 1\./g,
  /^\s*\d+\. |^#+ \d+\. |^\| \d+ \|/gm,
];

/** The prose of a page, its code and the targets of its links taken out. */
const wordsOf = (page: string) =>
  proseOf(page)
    .replaceAll(/`[^`\n]*`/g, '')
    .replaceAll(/\]\([^)]*\)/g, ']');
const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
const docs = pages.filter((page) => page.startsWith('docs/') && page !== 'docs/extend.md');

test.each(numbers)('%s: that is what the code says', (_, file, code) => {
  expect(textOf(file)).toContain(code);
});

test('every number in docs/ is one of these, and none of these is gone', () => {
  const left = new Map(
    docs.map((page) => [page, inOneLine(names.reduce((text, name) => text.replaceAll(name, ''), wordsOf(page)))]),
  );
  const longestFirst = numbers.toSorted(([one], [other]) => other.length - one.length);
  const unused = longestFirst.flatMap(([says]) => {
    let found = false;
    for (const [page, text] of left) {
      if (!text.includes(says)) continue;
      found = true;
      left.set(page, text.replaceAll(says, ''));
    }
    return found ? [] : [says];
  });
  expect(unused).toEqual([]);
  const unknown = [...left].flatMap(([page, text]) =>
    [...text.matchAll(/.{0,40}\d[\d.,]*.{0,20}/g)].map(([at]) => `${page}: ${at}`),
  );
  expect(unknown).toEqual([]);
});
