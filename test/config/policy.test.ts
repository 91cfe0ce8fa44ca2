import { formatFault } from '../../src/config/config-error.js';
import { changed, daysText, faultsOf, lineOf, policyText, readTexts } from './policy-text.js';

const rota = (...turns: string[]) =>
  changed(policyText, 'rota: []', ['rota:', ...turns.map((turn) => `  - ${turn}`)].join('\n'));

describe('the policy of KubeSphere', () => {
  const policy = readTexts(policyText);
  test('promises an answer in two working days of Shanghai', () => {
    expect(policy).toMatchObject({
      project: 'KubeSphere',
      contact: 'security@kubesphere.io',
      teamLanguage: 'en',
      duties: { acknowledge: { workingDays: 2 } },
      calendar: {
        zone: 'Asia/Shanghai',
        open: '09:00',
        close: '18:00',
        weekdays: [1, 2, 3, 4, 5],
        coversUntil: '2026-12-31',
      },
      personHours: { open: '09:00', close: '18:00' },
      dailyReminders: 4,
      leads: [],
      rota: [],
    });
  });
  test('climbs the ladder of the design', () => {
    expect(policy.ladder).toEqual([
      { kind: 'share', share: 0.5, tell: ['responder'] },
      { kind: 'share', share: 0.75, tell: ['responder', 'deputy'] },
      { kind: 'hours_before', hours: 2, tell: ['responder', 'deputy', 'lead'] },
      { kind: 'at_deadline', tell: ['responder', 'lead', 'channel'] },
      { kind: 'each_working_day_after', tell: ['responder', 'lead', 'channel'] },
    ]);
  });
});

describe('the reminders of an exploited report', () => {
  const usual = { kind: 'every_hours', gaps: [2, 4, 9], tell: ['responder', 'lead'] };
  const [before = '', rest = ''] = policyText.split(/^exploited:\n(?: {2}.*\n)+/m);
  const withKey = (typed: string) => `${before}${typed}\n${rest}`;

  test.each([
    ['as the policy of KubeSphere has them', policyText, usual],
    ['usual, where a file does not say', withKey(''), usual],
    ['off', withKey('exploited: off'), undefined],
    [
      'of its own',
      withKey('exploited: { every: 1 working hour, tell: [deputy] }'),
      { ...usual, gaps: [1], tell: ['deputy'] },
    ],
  ])('are %s', (_, text, expected) => {
    expect(readTexts(text).exploited).toEqual(expected);
  });
  test.each([
    'exploited: never',
    'exploited: { every: often, tell: [lead] }',
    'exploited: { every: 2 working hours }',
    'exploited: { every: "2, 0 working hours", tell: [lead] }',
  ])('are refused as “%s”', (typed) => {
    expect(faultsOf(() => readTexts(withKey(typed))).length).toBeGreaterThan(0);
  });
});

describe('what has a deadline besides the promises', () => {
  const [before = '', rest = ''] = policyText.split(/^ {2}# What else has a deadline\.[\s\S]*?(?=^# Who is reminded)/m);
  const withDuties = (...typed: string[]) => `${before}${typed.map((line) => `  ${line}\n`).join('')}\n${rest}`;
  const ladder = 'ladder: [{ at: deadline, tell: [lead] }, { at: 5 working days after, tell: [lead] }]';

  test('is what the policy says, each with its own ladder or the common one', () => {
    expect(readTexts(withDuties()).duties).toEqual({ acknowledge: { workingDays: 2 } });
    const typed = [
      'fix: { critical: { calendarDays: 7 } }',
      'stale: off',
      'answer: false',
      `publish: { calendarDays: 90, ${ladder} }`,
    ];
    expect(readTexts(withDuties(...typed)).duties).toEqual({
      acknowledge: { workingDays: 2 },
      fix: { bySeverity: { critical: { calendarDays: 7 } } },
      publish: {
        term: { calendarDays: 90 },
        ladder: [
          { kind: 'at_deadline', tell: ['lead'] },
          { kind: 'each_working_day_after', gaps: [5], tell: ['lead'] },
        ],
      },
    });
  });
  test('for KubeSphere is an answer, the next step and publication', () => {
    const { answer, fix, stale, publish } = readTexts(policyText).duties;
    expect(answer).toMatchObject({ term: { workingDays: 15 } });
    expect(fix).toBeUndefined();
    expect(stale).toMatchObject({ bySeverity: { critical: { workingDays: 3 }, low: { workingDays: 20 } } });
    expect(publish).toMatchObject({ term: { calendarDays: 90 } });
  });
  const end = '{ at: deadline, tell: [lead] }, { at: 5 working days after, tell: [lead] }';
  const toReporter = (...at: string[]) => at.map((one) => `{ at: ${one}, tell: [reporter] }`).join(', ');
  test.each([
    ['no term', `publish: { ${ladder} }`, /duties\.publish has no term/],
    ['two terms', `publish: { hours: 5, calendarDays: 9 }`, /duties\.publish has two terms/],
    ['no severity', `fix: { ${ladder} }`, /duties\.fix has no term for any severity/],
    ['an unknown severity', `fix: { extreme: { hours: 1 } }`, /duties\.fix\.extreme/],
    [
      'the reporter elsewhere',
      `publish: { hours: 5, ladder: [${toReporter('50 %')}, ${end}] }`,
      /duties\.publish\.ladder\[1\]\.tell\[1\] is "reporter"/,
    ],
    ['an answer without a ladder', 'answer: { workingDays: 15 }', /duties\.answer has no ladder/],
    [
      'a reporter who is nagged',
      `answer: { workingDays: 15, ladder: [${toReporter('20 %', '40 %', '60 %', '80 %')}, ${end}] }`,
      /duties\.answer\.ladder reminds the reporter 4 times/,
    ],
    [
      'a reporter who is reminded for ever',
      `answer: { workingDays: 15, ladder: [{ at: deadline, tell: [lead] }, ${toReporter('5 working days after')}] }`,
      /duties\.answer\.ladder would remind the reporter without end/,
    ],
    [
      'a ladder that ends',
      `publish: { hours: 5, ladder: [{ at: deadline, tell: [lead] }] }`,
      /duties\.publish\.ladder has no rung "each working day after"/,
    ],
  ])('is refused with %s', (_, typed, told) => {
    expect(faultsOf(() => readTexts(withDuties(typed))).map(formatFault)).toEqual([expect.stringMatching(told)]);
  });
});

test('the user group of whoever is on duty is named by its id', () => {
  expect(readTexts(policyText).dutyGroup).toBeUndefined();
  expect(readTexts(`${policyText}\ndutyGroup: S0123ABCD\n`).dutyGroup).toBe('S0123ABCD');
  const faults = faultsOf(() => readTexts(`${policyText}\ndutyGroup: "@on-duty"\n`));
  expect(faults.map(formatFault)).toEqual([expect.stringContaining('dutyGroup is "@on-duty": use the id')]);
});

test('the weekly digest has a weekday and a time', () => {
  expect(readTexts(policyText).weeklyDigest).toBeUndefined();
  expect(readTexts(`${policyText}\nweeklyDigest: Mon 09:00\n`).weeklyDigest).toEqual({ weekday: 1, time: '09:00' });
  for (const wrong of ['monday', 'mon 25:00', 'mon 09:00 10:00', '9'])
    expect(faultsOf(() => readTexts(`${policyText}\nweeklyDigest: ${wrong}\n`)).map(formatFault)).toEqual([
      expect.stringContaining('a weekday and a time, for example mon 09:00'),
    ]);
});

describe('the products of a policy', () => {
  test('have their packages, and versions that reporters read with the name of the product', () => {
    const [product, ...others] = readTexts(policyText).products;
    expect(others).toEqual([]);
    expect(product).toMatchObject({
      name: 'KubeSphere',
      packages: [{ ecosystem: 'Go', name: 'kubesphere.io/kubesphere', purl: 'pkg:golang/kubesphere.io/kubesphere' }],
    });
    expect(product?.versions[1]).toEqual({
      name: 'KubeSphere v4.1',
      range: { from: 'v4.1.x', upTo: 'v4.1.x' },
      supportedUntil: '2027-09-12',
      afterwards: 'best_effort',
    });
  });
  test('are one, the project, in an older file with versions alone', () => {
    const [before = '', rest = ''] = policyText.split(/^products:$/m);
    const older = `${before}versions:\n  - name: KubeSphere v4.2\n  - name: v3.0 & earlier\n  - name: newest\n${rest.slice(rest.search(/^# Slack user ids/m))}`;
    expect(readTexts(older).products).toEqual([
      {
        name: 'KubeSphere',
        packages: [],
        versions: [
          { name: 'KubeSphere v4.2', range: { from: 'v4.2.x', upTo: 'v4.2.x' }, afterwards: 'end_of_life' },
          { name: 'v3.0 & earlier', range: { upTo: 'v3.0.x' }, afterwards: 'end_of_life' },
          { name: 'newest', afterwards: 'end_of_life' },
        ],
      },
    ]);
  });
});

test('people may have a week and hours of their own', () => {
  const people = 'people:\n  U0ADA: { weekdays: [mon, tue], hours: 08:00-16:00 }\n  U0SAM: { hours: 10:00-19:00 }\n';
  expect(readTexts(policyText + people).people).toEqual(
    new Map([
      ['U0ADA', { weekdays: [1, 2], hours: { open: '08:00', close: '16:00' } }],
      ['U0SAM', { hours: { open: '10:00', close: '19:00' } }],
    ]),
  );
  expect(readTexts(policyText).people.size).toBe(0);
  const wrong = `${policyText}people:\n  ada: {}\n  U0ADA: { weekdays: [mo], hours: 16:00-08:00 }\n`;
  expect(faultsOf(() => readTexts(wrong)).map(formatFault)).toEqual([
    expect.stringMatching(/people.*Slack user id/),
    expect.stringMatching(/people\.U0ADA\.weekdays\[1\] is "mo": use a weekday/),
    expect.stringMatching(/people\.U0ADA\.hours is "16:00-08:00": use hours/),
  ]);
});

test('the reminders after a deadline may back off', () => {
  const after = (typed: string) =>
    readTexts(changed(policyText, 'at: each working day after', `at: ${typed}`)).ladder.at(-1);
  expect(after('1, 2, 4 working days after')).toMatchObject({ kind: 'each_working_day_after', gaps: [1, 2, 4] });
  expect(after('3 working days after')).toMatchObject({ gaps: [3] });
  for (const typed of ['0, 2 working days after', '1, working days after'])
    expect(faultsOf(() => after(typed)).map(formatFault)).toContainEqual(expect.stringMatching(/ladder\[5\]\.at is/));
});

describe('a rotation', () => {
  const people = '[U0ADA, U0BO]';
  const text = (line: string) => `${policyText}rotation: { ${line} }\n`;
  const good = `people: ${people}, handOver: mon 09:00, startsOn: 2026-09-21`;
  test('has people, a hand-over, its weeks and its first day', () => {
    expect(readTexts(text(`${good}, everyWeeks: 2`)).rotation).toEqual({
      people: ['U0ADA', 'U0BO'],
      handOver: { weekday: 1, time: '09:00' },
      everyWeeks: 2,
      startsOn: '2026-09-21',
    });
    expect(readTexts(text(good)).rotation?.everyWeeks).toBe(1);
    expect(readTexts(policyText)).toMatchObject({ assignOnDuty: true });
    expect(readTexts(policyText).rotation).toBeUndefined();
  });
  test.each([
    [
      'a hand-over that is none',
      good.replace('mon 09:00', 'monday'),
      /rotation\.handOver is "monday": use a weekday and a time/,
    ],
    ['one person', good.replace(people, '[U0ADA]'), /rotation\.people .*at least two/],
    ['one person twice', good.replace(people, '[U0ADA, U0BO, U0ADA]'), /rotation\.people\[3\] names U0ADA twice/],
  ])('%s is a fault', (_, line, what) => {
    expect(faultsOf(() => readTexts(text(line))).map(formatFault)).toEqual([expect.stringMatching(what)]);
  });
  test('needs turns of the rota that end', () => {
    const turns = rota(
      '{ from: 2026-10-01, responder: U0ADA }',
      '{ from: 2026-10-09, to: 2026-10-08, responder: U0ADA }',
    );
    expect(faultsOf(() => readTexts(`${turns}rotation: { ${good} }\n`)).map(formatFault)).toEqual([
      expect.stringMatching(/rota\[1\] has no to, so the rotation would never go on/),
      expect.stringMatching(/rota\[2\]\.to is 2026-10-08, which is before 2026-10-09/),
    ]);
  });
});

describe('the revision of a policy', () => {
  test('is twelve hex digits and the same for the same files', () => {
    expect(readTexts(policyText).revision).toMatch(/^[0-9a-f]{12}$/);
    expect(readTexts(policyText).revision).toBe(readTexts(policyText).revision);
  });
  test('is another when the policy or its days change', () => {
    const { revision } = readTexts(policyText);
    expect(readTexts(changed(policyText, 'workingDays: 2', 'workingDays: 3')).revision).not.toBe(revision);
    expect(readTexts(policyText, changed(daysText, '2026-02-28', '2026-03-07')).revision).not.toBe(revision);
  });
});

describe('a fault in a policy is named at its line', () => {
  test.each<[string, string | RegExp, string, RegExp]>([
    [
      'a zone that is none',
      'zone: Asia/Shanghai',
      'zone: Asia/Shangri-La',
      /calendar\.zone is "Asia\/Shangri-La": use an IANA time zone/,
    ],
    ['closing before opening', 'close: 18:00', 'close: 08:00', /calendar\.close is 08:00, which is not after 09:00/],
    ['hours that are none', 'open: 09:00', 'open: 9am', /calendar\.open is "9am": use a time as HH:mm/],
    [
      'no weekday that is worked',
      '[mon, tue, wed, thu, fri]',
      '[]',
      /calendar\.weekdays is an empty list: use at least one/,
    ],
    ['a weekday that is none', '[mon, tue, ', '[mon, tues, ', /calendar\.weekdays\[2\] is "tues": use a weekday/],
    ['a weekday twice', '[mon, tue, ', '[mon, tue, tue, ', /calendar\.weekdays\[3\] names tue twice/],
    [
      'a calendar that is not there',
      'days: cn',
      'days: xy',
      /calendar\.days points to calendars\/xy\.yaml, which can.t be read/,
    ],
    ['neither days nor coversUntil', '  days: cn', '', /calendar does not say how long its holidays are known/],
    [
      'days and coversUntil',
      'days: cn',
      'days: cn\n  coversUntil: 2026-12-31',
      /calendar\.coversUntil is already set in the file that days names/,
    ],
    [
      'days that are no number',
      'workingDays: 2',
      'workingDays: two',
      /workingDays is "two": use a whole number from 1 to 60/,
    ],
    ['too many days', 'workingDays: 2', 'workingDays: 61', /workingDays is 61: use a whole number from 1 to 60/],
    ['half days', 'workingDays: 2', 'workingDays: 1.5', /workingDays is 1\.5: use a whole number/],
    ['a misspelt key', 'contact: security', 'contct: security', /contct is not known here: did you mean contact\?/],
    [
      'a key of elsewhere',
      'dailyReminders: 4',
      'dailyReminders: 4\ncolour: red',
      /^policy\.yaml:\d+: colour is not known here: remove it/,
    ],
    ['a rung that says nothing', 'at: 50 %', 'at: half way', /ladder\[1\]\.at is "half way": use "50 %"/],
    ['a rung of nothing', 'at: 50 %', 'at: 0 %', /ladder\[1\]\.at is "0 %"/],
    ['a rung beyond the deadline', 'at: 50 %', 'at: 100 %', /ladder\[1\]\.at is "100 %"/],
    ['a rung twice', 'at: 50 %', 'at: 75%', /ladder\[2\]\.at is on the ladder twice/],
    ['a rung for nobody', '    tell: [responder]', '    tell: []', /ladder\[1\]\.tell is an empty list/],
    [
      'a rung for somebody unknown',
      '    tell: [responder]',
      '    tell: [boss]',
      /ladder\[1\]\.tell\[1\] is "boss": use one of responder/,
    ],
    ['no rung at the deadline', 'at: deadline', 'at: 90 %', /ladder has no rung at "deadline"/],
    ['no rung after it', 'at: each working day after', 'at: 90 %', /ladder has no rung "each working day after"/],
    [
      'no reminders at all',
      'dailyReminders: 4',
      'dailyReminders: 0',
      /dailyReminders is 0: use a whole number from 1 to 50/,
    ],
    ['a version twice', 'name: v4.1', 'name: v4.2', /products\[1\]\.versions\[2\]\.name repeats v4\.2/],
    [
      'a version with a long name',
      'name: v4.1',
      `name: ${'v'.repeat(51)}`,
      /versions\[2\]\.name .* at most 50 characters/,
    ],
    ['neither products nor versions', /^products:[\s\S]*?(?=^# Slack user)/m, '', /^policy.yaml.*has no products/],
    ['products and versions', 'products:', 'versions: [{ name: v1 }]\nproducts:', /versions belongs to a product/],
    [
      'a product twice',
      'products:',
      'products:\n  - { name: KubeSphere, versions: [{ name: v1 }] }',
      /products\[2\]\.name repeats KubeSphere/,
    ],
    [
      'an ecosystem that OSV does not have',
      'ecosystem: Go',
      'ecosystem: golang',
      /packages\[1\]\.ecosystem is "golang": use the name of an ecosystem in OSV/,
    ],
    [
      'a package URL with a version',
      'purl: pkg:golang/kubesphere.io/kubesphere',
      'purl: pkg:golang/a/b@v1',
      /packages\[1\]\.purl is .*without a version/,
    ],
    [
      'a CPE that is none',
      'purl: pkg:golang/kubesphere.io/kubesphere',
      'cpe: kubesphere',
      /packages\[1\]\.cpe is "kubesphere": use a CPE name/,
    ],
    ['a day that does not exist', '2027-09-12', '2027-02-30', /versions\[2\]\.supportedUntil is "2027-02-30"/],
    ['a lead by name', 'leads: []', 'leads: [lin]', /leads\[1\] is "lin": use a Slack user id/],
    ['a lead twice', 'leads: []', 'leads: [U0LIN, U0LIN]', /leads\[2\] names U0LIN twice/],
    ['a contact that is none', 'security@kubesphere.io', 'ask us', /contact is "ask us": use an e-mail address/],
    ['a language that is none', 'teamLanguage: en', 'teamLanguage: fr', /teamLanguage is "fr": use the language/],
  ])('%s', (_, from, to, sentence) => {
    const text = changed(policyText, from, to);
    const faults = faultsOf(() => readTexts(text));
    expect(faults.map(formatFault)).toEqual([expect.stringMatching(sentence)]);
    expect(faults[0]?.file).toBe('policy.yaml');
    expect(faults[0]?.what).toMatch(/[.?]$/);
  });

  test('the line is the one where it stands', () => {
    const text = changed(policyText, 'close: 18:00', 'close: 08:00');
    expect(faultsOf(() => readTexts(text))[0]?.line).toBe(lineOf(text, 'close: 08:00'));
    const ladder = changed(policyText, 'at: 2 working hours before', 'at: soon');
    expect(faultsOf(() => readTexts(ladder))[0]?.line).toBe(lineOf(ladder, 'at: soon'));
    const unknown = changed(policyText, 'workingDays: 2', 'workingDays: 2\n    minutes: 3');
    expect(faultsOf(() => readTexts(unknown))[0]?.line).toBe(lineOf(unknown, 'minutes: 3'));
  });

  test('turns of the rota that are not in order, and a deputy who is the responder', () => {
    const text = rota(
      '{ from: 2026-09-28, responder: U0LIN, deputy: U0LIN }',
      '{ from: 2026-09-21, responder: U0SAM }',
    );
    expect(faultsOf(() => readTexts(text)).map(formatFault)).toEqual([
      expect.stringMatching(/rota\[2\]\.from is 2026-09-21, which is not after the one before it \(2026-09-28\)/),
      expect.stringMatching(/rota\[1\]\.deputy is the same person as the responder/),
    ]);
  });

  test('all of them at once', () => {
    const text = ['zone: Asia/Shanghai', 'workingDays: 2', 'dailyReminders: 4', 'close: 18:00'].reduce(
      (so_far, place, i) =>
        changed(so_far, place, ['zone: Nowhere', 'workingDays: 0', 'dailyReminders: lots', 'close: 07:00'][i] ?? ''),
      policyText,
    );
    expect(
      faultsOf(() => readTexts(text))
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(['calendar.close', 'calendar.zone', 'dailyReminders', 'duties.acknowledge.workingDays']);
  });

  test('a key twice, or text that is no YAML, is told as such', () => {
    const text = changed(policyText, 'project: KubeSphere', 'project: KubeSphere\nproject: Other');
    expect(faultsOf(() => readTexts(text))).toEqual([
      {
        name: '',
        file: 'policy.yaml',
        line: lineOf(text, 'project: Other'),
        what: expect.stringMatching(/not valid YAML/),
      },
    ]);
    expect(faultsOf(() => readTexts('a: [1'))).toEqual([expect.objectContaining({ file: 'policy.yaml' })]);
  });

  test.each([
    ['an empty file', ''],
    ['a list', '- 1'],
    ['a text', 'hello'],
  ])('%s is no policy', (_, text) => {
    expect(faultsOf(() => readTexts(text)).length).toBeGreaterThan(0);
  });
});

describe('holidays that contradict each other', () => {
  const faults = (days: string) => faultsOf(() => readTexts(policyText, days)).map(formatFault);
  test('a day named twice', () => {
    expect(faults(changed(daysText, 'days: [2026-09-25 .. ', 'days: [2026-10-01, 2026-09-25 .. '))).toEqual([
      expect.stringMatching(/^calendars\/cn\.yaml:\d+: holidays\[14\]\.days\[1\] names 2026-10-01 again as a holiday/),
    ]);
  });
  test('a holiday that is also a make-up day', () => {
    expect(faults(changed(daysText, '[2026-09-20, 2026-10-10]', '[2026-09-20, 2026-10-05]'))).toEqual([
      expect.stringMatching(/makeUpDays\[2\] makes 2026-10-05 a make-up day, but it is also a holiday/),
    ]);
  });
  test('a day after the last one that is known', () => {
    expect(faults(changed(daysText, 'coversUntil: 2026-12-31', 'coversUntil: 2026-10-09'))).toEqual([
      expect.stringMatching(/names 2026-10-10, which is after coversUntil \(2026-10-09\)/),
    ]);
  });
  test.each(['2026-10-07 .. 2026-10-01', '2026-10-01 .. 2027-10-07', '2026-10-01 - 2026-10-07', '2026-13-01'])(
    'days that cannot be read: %s',
    (span) => {
      expect(faults(changed(daysText, '2026-10-01 .. 2026-10-07', span))).toEqual([
        expect.stringMatching(/holidays\[14\]\.days\[1\] is .*use a day/),
      ]);
    },
  );
  test('a last day that is none', () => {
    expect(faults(changed(daysText, 'coversUntil: 2026-12-31', 'coversUntil: soon'))).toEqual([
      expect.stringMatching(/coversUntil is "soon"/),
    ]);
  });
  test('a holiday without its Chinese name', () => {
    expect(faults(changed(daysText, "{ en: New Year's Day, zh: 元旦 }", "{ en: New Year's Day }"))).toEqual([
      expect.stringMatching(/holidays\[1\]\.name\.zh is missing/),
    ]);
  });
  test('so many that no working day is left for a year', () => {
    const spans = Array.from({ length: 15 }, (_, i) => {
      const day = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10);
      return `${day(i * 30)} .. ${day(i * 30 + 29)}`;
    });
    const days = `coversUntil: 2027-12-31\nholidays:\n  - name: { en: Rest, zh: 休 }\n    days: [${spans.join(', ')}]\n`;
    expect(faults(days)).toEqual([expect.stringMatching(/calendar has no working day for a whole year/)]);
  });
});

describe('a team without a file of days', () => {
  test('writes its days into the policy', () => {
    const text = changed(
      policyText,
      '  days: cn',
      "  coversUntil: 2026-06-30\n  holidays:\n    - name: { en: Founders' Day, zh: 创始日 }\n      days: [2026-05-04]",
    );
    const { calendar } = readTexts(text);
    expect(calendar.coversUntil).toBe('2026-06-30');
    expect([...calendar.holidays]).toEqual([['2026-05-04', { en: "Founders' Day", zh: '创始日' }]]);
  });
  test('or adds days of its own to those of the country', () => {
    const text = changed(
      policyText,
      '  days: cn',
      "  days: cn\n  holidays:\n    - name: { en: Founders' Day, zh: 创始日 }\n      days: [2026-05-11]",
    );
    const { calendar } = readTexts(text);
    expect(calendar.holidays.get('2026-05-11')?.en).toBe("Founders' Day");
    expect(calendar.holidays.get('2026-10-01')?.en).toBe('National Day');
  });
});
