import { localeOf } from '../../src/locales/locale-of.js';
import { problemSentence } from '../../src/locales/problem-sentence.js';
import { refusalSentence } from '../../src/locales/refusal-sentence.js';
import { dutyNames } from '../../src/report/duty.js';
import { Language } from '../../src/report/form.js';
import { Refusal } from '../../src/report/refusal.js';

const en = localeOf('en');
const zh = localeOf('zh');
const all = Language.options.map(localeOf);
const tell = { person: (user: string) => user, time: (at: Date) => at.toISOString() };

/** What a sentence looks up in a list of its own has to be in there. */
const chosen: Readonly<Record<string, string>> = { reason: 'cannot_reproduce', duty: 'confirm' };

/** Stands for any value a sentence takes, and shows in the sentence by its name. */
function probe(name: string): unknown {
  return new Proxy(() => undefined, {
    get: (_, key) => {
      if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? 7 : `⟦${name}⟧`);
      return typeof key === 'symbol' ? undefined : (chosen[key] ?? probe(`${name}.${key}`));
    },
    apply: (_, __, args: unknown[]) => `⟦${name}(${args.map(String).join()})⟧`,
  });
}

/** What each sentence of a locale tells of the values it was given, by the sentence's place. */
const valuesToldIn = (locale: unknown) => Object.fromEntries(valuesTold(locale));

function valuesTold(part: unknown, place = ''): [string, string[]][] {
  if (typeof part === 'string') return [[place, []]];
  if (typeof part === 'function') {
    const args = Array.from({ length: Math.max(part.length, 1) }, (_, i) => probe(String(i)));
    const sentence = String((part as (...args: unknown[]) => unknown)(...args));
    return [[place, [...new Set(sentence.match(/⟦[^⟧]*⟧/g) ?? [])].toSorted()]];
  }
  return Object.entries(part as object).flatMap(([name, inner]) => valuesTold(inner, `${place}.${name}`));
}

describe('every language', () => {
  it('tells the same facts in every sentence', () => {
    const inEnglish = valuesToldIn(en);
    expect(Object.values(inEnglish).filter((told) => told.length > 0).length).toBeGreaterThan(40);
    for (const locale of all) expect(valuesToldIn(locale)).toEqual(inEnglish);
  });

  it('leaves no sentence empty', () => {
    const empty = all.flatMap((locale) => texts(locale).filter((text) => text.trim() === ''));
    expect(empty).toEqual([]);
  });

  it('holds no markup that Slack would bring to life', () => {
    const live = all.flatMap((locale) => texts(locale).filter((text) => /[<>&]/.test(text)));
    expect(live).toEqual([]);
  });
});

/** The buttons that open a form to fill in. */
const opensAForm = [
  ...[
    'assign.button',
    'card.acknowledge',
    'card.more',
    'erasure.button',
    'intakeMessage.report',
    'menu.report',
    'menu.reportForAnother',
    'message.suggestDate',
  ],
  ...['pause.button', 'pause.moveButton'],
  ...['messages.ask', 'messages.inform', 'messages.note', 'onDuty.swap.button', 'mine.answer', 'mine.addInformation'],
  ...['triage', 'accept', 'correct', 'decline', 'duplicate', 'reopen', 'theirAnswer'].map(
    (of) => `triage.button.${of}`,
  ),
  'reminder.snooze.lastToo',
  ...['cve', 'embargo', 'fix', 'embargoBroken'].map((of) => `remediation.button.${of}`),
  ...['credit', 'prepare', 'correct', 'withdraw', 'approve', 'publish', 'ownCredit'].map(
    (of) => `disclosure.button.${of}`,
  ),
];

it('an ellipsis stands at the end of a button that opens a form, and of nothing else', () => {
  const ending = (locale: unknown) =>
    placesOf(locale).flatMap(([place, text]) => (text.endsWith('…') ? [place.slice(1)] : []));
  for (const locale of all) expect(ending(locale).toSorted()).toEqual(opensAForm.toSorted());
});

it('Chinese has Chinese punctuation, and no space between Chinese characters', () => {
  const beside =
    /\p{Script=Han}[,;:!?()]|[,;:!?()]\p{Script=Han}|[\p{Script=Han}，。；：！？][ \t]+[\p{Script=Han}，。；：！？]/gu;
  expect(
    placesOf(zh).flatMap(([place, text]) => (text.match(beside) ?? []).map((fault) => `${place}: ${fault}`)),
  ).toEqual([]);
});

it.each([
  ['en', 'just now', 'less than 1 min left'],
  ['zh', '刚刚到期', '不足 1 分钟'],
] as const)('in %s nothing is 0 minutes away', (language, passed, ahead) => {
  const { left } = localeOf(language).terms;
  expect(left({ overdue: true, unit: 'minute', count: 0 })).toBe(passed);
  expect(left({ overdue: false, unit: 'minute', count: 0 })).toBe(ahead);
});

it.each([
  ['en', /overdue/gi],
  ['zh', /逾期/g],
] as const)('in %s a reminder says once that its report is overdue', (language, overdue) => {
  const { reminder, digest, terms } = localeOf(language);
  const due = terms.timeAndLeft('18:00', terms.left({ overdue: true, unit: 'hour', count: 3 }));
  for (const duty of dutyNames) {
    const facts = { id: 'VR-1', duty, due, overdue: true, who: '', provisional: false, exploited: false };
    expect(reminder.item(facts).match(overdue)).toHaveLength(1);
    expect(digest.item(facts).match(overdue)).toHaveLength(1);
  }
});

/** Each text of a locale, or a sentence without its values, with its place. */
function placesOf(part: unknown, place = ''): [string, string][] {
  if (typeof part === 'string') return [[place, part]];
  if (typeof part === 'function') {
    const args = Array.from({ length: Math.max(part.length, 1) }, (_, i) => probe(String(i)));
    return [[place, String((part as (...args: unknown[]) => unknown)(...args)).replace(/⟦[^⟧]*⟧/g, 'x')]];
  }
  return Object.entries(part as object).flatMap(([name, inner]) => placesOf(inner, `${place}.${name}`));
}

function texts(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (typeof part !== 'object' || part === null) return [];
  return Object.values(part).flatMap(texts);
}

describe('the fixed sentences', () => {
  it('promises that an unsure report is not filed twice', () => {
    expect(en.form.unsure).toBe("We couldn't confirm that it was saved. Press Submit again. It won't be filed twice.");
    expect(zh.form.unsure).toContain('不会重复登记');
  });

  it.each(all)('tells people outside the team the same of a report that exists and one that does not', (said) => {
    const missing = new Refusal('no_such_report', { id: 'VR-7K2Q-9FDX' });
    const forbidden = new Refusal('not_for_you', {});
    expect(refusalSentence(missing, false, tell, said)).toBe(said.refused.notForYou);
    expect(refusalSentence(forbidden, false, tell, said)).toBe(said.refused.notForYou);
    expect(refusalSentence(missing, true, tell, said)).toContain('VR-7K2Q-9FDX');
    expect(refusalSentence(forbidden, true, tell, said)).toBe(said.refused.forLeads);
  });
});

describe('a refusal', () => {
  it('names who came first, and when', () => {
    const at = new Date('2026-09-22T02:02:00Z');
    const refusal = new Refusal('already_assigned', { id: 'VR-7K2Q-9FDX', responder: 'U0LIN', at });
    for (const said of all) {
      const sentence = refusalSentence(refusal, true, tell, said);
      for (const part of ['VR-7K2Q-9FDX', 'U0LIN', at.toISOString()]) expect(sentence).toContain(part);
    }
  });

  it('says by how much a message is too long', () => {
    const refusal = new Refusal('message_too_long', { length: 3210, limit: 3000 });
    for (const said of all) expect(refusalSentence(refusal, true, tell, said)).toContain('210');
  });
});

describe('a problem of the form', () => {
  it('is told with what to do', () => {
    expect(problemSentence({ field: 'cve', problem: 'not_a_cve_number' }, en)).toContain('CVE-2026-12345');
    expect(problemSentence({ field: 'title', problem: 'too_long', limit: 120, length: 150 }, en)).toContain('30');
    expect(problemSentence({ field: 'versions', problem: 'required' }, en)).toContain('Choose a version');
    expect(problemSentence({ field: 'title', problem: 'required' }, zh)).toContain('必填');
  });
});

describe('the message that a responder starts from', () => {
  const facts = { reporter: 'Rae', id: 'VR-7K2Q-9FDX', project: 'KubeSphere', responder: 'Lin' };

  it.each([
    ['en', ['Thank you', "I've read", 'confidential', 'patch']],
    ['zh', ['感谢', '读过', '保密', '补丁']],
  ] as const)('thanks, says what comes next, asks to keep it confidential, and is signed: %s', (language, parts) => {
    const message = localeOf(language).acknowledge.template(facts);
    for (const part of [...parts, ...Object.values(facts)]) expect(message).toContain(part);
    expect(message.trimEnd().split('\n').at(-2)).toBe('Lin');
  });
});
