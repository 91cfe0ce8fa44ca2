import { Language } from '../../../src/report/form.js';
import { MessagePurpose, ReplyPurpose, Route } from '../../../src/report/message.js';
import { Status } from '../../../src/report/status.js';
import { refusalOfMessage } from '../../../src/sandbox/limits/messages.js';
import { refusalOfView } from '../../../src/sandbox/limits/views.js';
import { type ActionName, actions } from '../../../src/slack/views/actions.js';
import type { Role } from '../../../src/slack/views/declare-surface.js';
import { type ShownAs, type ShownTo, type SurfaceName, show, surfaces } from '../../../src/slack/views/surfaces.js';
import { type Drawn, drawAll, liveIn, surfaceNames, textsOf, walk } from './every-sample.js';
import {
  channel,
  chinese,
  english,
  everywhere,
  id,
  longest,
  samplesWith,
  type Told,
  userIds,
} from './surface-samples.js';

const hostile = [
  '<!channel>',
  '<!here|here>',
  '<@U0HOSTILE>',
  '<http://evil.example|kubesphere.io>',
  '<#C0HOSTILE>',
  '<!date^1^{date}|now>',
  '&lt;!channel&gt;',
  '&',
  '>',
  '```',
  '*bold*',
  '​\u202e',
];

/** The same drawn once for every test that looks at it, and only when one does. */
function drawnOnce(told: Told): () => readonly Drawn[] {
  let drawn: readonly Drawn[] | undefined;
  return () => {
    drawn ??= drawAll(told);
    return drawn;
  };
}
const inEnglish = drawnOnce(english);
const inChinese = drawnOnce(chinese);

describe('every surface', () => {
  const sorts: [string, Told][] = [
    ['short English', english],
    ['short Chinese and emoji', chinese],
    ['Latin letters as long as may be', longest('a', english)],
    ['Chinese as long as may be', longest('漏洞', chinese)],
    ['emoji of several code points as long as may be', longest('👩‍💻', english)],
    ['characters that turn text round as long as may be', longest('a\u202Eb\u202D', english)],
    ['one letter under marks as long as may be', longest('\u0301', english)],
    ['ampersands as long as may be', longest('&', english)],
    ['pings and links', everywhere('<!channel> <@U0HOSTILE> <http://evil.example|x>')],
  ];

  describe.each(sorts)('%s', (_, told) => {
    const drawn = drawnOnce(told);

    it('is something that Slack takes', () => {
      const refused = drawn().flatMap(({ name, what, shown }) => {
        const refusal =
          shown.kind === 'modal' || shown.kind === 'home'
            ? refusalOfView(shown.view, shown.kind, [])
            : refusalOfMessage({ text: shown.text, blocks: shown.blocks, metadata: undefined }, name === 'card');
        return refusal === undefined ? [] : [{ what, refusal }];
      });
      expect(refused).toEqual([]);
    });

    it('holds no undefined, no object and no NaN', () => {
      const odd = drawn().filter(({ shown }) =>
        textsOf(shown).some(({ text }) => /undefined|\[object|\bNaN\b|Invalid|^\s*$/.test(text)),
      );
      expect(odd.map(({ what }) => what)).toEqual([]);
    });
  });

  it('has a title and buttons that fit whole', () => {
    const cutOff = [...inEnglish(), ...inChinese()].flatMap(({ what, shown }) => {
      if (shown.kind !== 'modal') return [];
      const { title, submit, close } = shown.view;
      return [title, submit, close].flatMap((one) => (one?.text.endsWith('…') ? [`${what}: ${one.text}`] : []));
    });
    expect(cutOff).toEqual([]);
  });

  it('shows what people wrote literally, in large samples too', () => {
    const alive = drawAll(everywhere(hostile.join(' '))).flatMap(({ what, shown }) =>
      textsOf(shown).flatMap(({ text, marked }) => (marked ? liveIn(text).map((one) => `${what}: ${one}`) : [])),
    );
    expect(alive).toEqual([]);
  });
});

describe('the class of a surface', () => {
  const canaries = {
    title: ['CANARYTITLE', 'B'],
    version: ['CANARYVERSION', 'B'],
    components: ['CANARYCOMPONENTS', 'B'],
    reporter: ['CANARYREPORTER', 'B'],
    overview: ['CANARYOVERVIEW', 'C'],
    verification: ['CANARYVERIFICATION', 'C'],
    contact: ['CANARYCONTACT', 'C'],
    creditName: ['CANARYCREDIT', 'C'],
    message: ['CANARYMESSAGE', 'C'],
  } as const;
  const planted = Object.entries(canaries).map(([field, [canary, level]]) => ({ field, canary, level }));
  const drawn = drawAll({
    ...english,
    ...Object.fromEntries(planted.map(({ field, canary }) => [field, canary])),
  });
  const holding = (one: Drawn) => planted.filter(({ canary }) => JSON.stringify(one.shown).includes(canary));

  it.each(surfaceNames.map((name) => [name, surfaces[name].class]))(
    '%s shows nothing above class %s',
    (name, level) => {
      const leaks = drawn
        .filter((one) => one.name === name)
        .flatMap((one) =>
          holding(one)
            .filter((found) => found.level > level)
            .map(({ field }) => `${one.what}: ${field}`),
        );
      expect(leaks).toEqual([]);
    },
  );

  it('is the lowest where anybody may see it, until it is published', () => {
    const open = surfaceNames.filter((name) => surfaces[name].audience === 'anyone' && surfaces[name].class !== 'A');
    expect(open).toEqual(['announcement']);
  });

  it.each([
    ['card', ['title', 'version', 'components', 'reporter']],
    ['reportView', Object.keys(canaries)],
    ['messageToReporter', ['title', 'version', 'creditName', 'message']],
    ['sentElsewhere', ['reporter', 'contact']],
    ['reportList', ['title']],
    ['threadLine', ['version', 'reporter']],
    ['reportForm', ['version', 'contact']],
  ])('%s shows what it is there for', (name, fields) => {
    const found = drawn
      .filter((one) => one.name === name)
      .flatMap(holding)
      .map(({ field }) => field);
    expect([...new Set(found)].toSorted()).toEqual([...fields].toSorted());
  });

  it('is A in what stands on a locked phone, until it is published', () => {
    // A score, a rating, a CVE number, a version: of class B, whoever wrote them.
    const ofClassB = /\d\.\d|\b(?:critical|high|medium|low)\b|严重|高危|中危|低危|CVE-\d/i;
    const leaks = drawn.flatMap(({ name, what, shown }) => {
      if (!('text' in shown) || surfaces[name].class === 'A' || name === 'announcement') return [];
      const held = planted.filter(({ canary }) => shown.text.includes(canary)).map(({ field }) => field);
      return [...held, ...(shown.text.match(ofClassB) ?? [])].map((found) => `${what}: ${found}`);
    });
    expect(leaks).toEqual([]);
  });

  it('is a time that is written out in what stands on a phone: no date that Slack’s window would have to write', () => {
    const unwritten = drawn.flatMap(({ what, shown }) =>
      'text' in shown && shown.text.includes('<!date') ? [`${what}: ${shown.text}`] : [],
    );
    expect(unwritten).toEqual([]);
  });

  it('keeps texts out of what travels unseen: values and metadata hold ids alone', () => {
    const carried = drawn.flatMap(({ shown }) => {
      const values: unknown[] = [];
      walk(shown, (object) => {
        if (object.type === 'button' && object.value !== undefined) values.push(object.value);
        if (typeof object.private_metadata === 'string') values.push(JSON.parse(object.private_metadata));
      });
      return values;
    });
    expect(carried.length).toBeGreaterThan(0);
    // Beside ids and the language, only why a message is written, how it goes, how the report stood, the mark of a draft, and numbers.
    const ways = [
      ...MessagePurpose.options,
      ...ReplyPurpose.options,
      ...Route.options,
      ...Status.options,
      ...Language.options,
    ];
    const known = [id, ...userIds, ...ways];
    const strange = carried.flatMap((value) =>
      (typeof value === 'string' ? [value] : Object.values(value ?? { lost: 'unreadable' })).filter(
        (part) => typeof part !== 'number' && !known.includes(part) && !/^([0-9a-f]{16}|VR-\w{4}-\w{4})$/.test(part),
      ),
    );
    expect(strange).toEqual([]);
  });
});

describe('the language of a surface', () => {
  const chineseLetters = /\p{Script=Han}/u;
  const sentence = /[A-Za-z]{2,}(?:[\s,;:'’]+[A-Za-z]+){2,}/;
  /** What stands in both languages, for whoever reads it. */
  const bilingual = new Set<SurfaceName>([
    'intakeMessage',
    'disclosurePreview',
    'announcement',
    'approveForm',
    'publishForm',
  ]);
  /** Names that stay as they are in any language. */
  const names =
    /\/vuln[ a-zA-Z@|[\]]*|\[Security\]|Asia\/Shanghai|KubeSphere(?: v[\d.]+)?|UTC\+8|English|Slack|ks-apiserver/g;

  it('is Chinese throughout for somebody who reads Chinese', () => {
    const drawn = inChinese().filter(({ name, language }) => language === 'zh' && !bilingual.has(name));
    const foreign = drawn.flatMap(({ what, shown }) =>
      textsOf(shown).flatMap(({ text }) => (sentence.test(text.replace(names, '')) ? [`${what}: ${text}`] : [])),
    );
    expect(foreign).toEqual([]);
    const without = drawn.filter(({ shown }) => !textsOf(shown).some(({ text }) => chineseLetters.test(text)));
    expect(without.map(({ what }) => what)).toEqual([]);
  });

  it('has no space between Chinese characters, nor after a Chinese bracket or full stop, but for what people typed', () => {
    const gap = /[\p{Script=Han}）][ \t]+\p{Script=Han}|[。！？][ \t]+\S+/gu;
    const typed = /报告(?= )|(?<= )报告/g;
    const gaps = inChinese().flatMap(({ name, language, what, shown }) =>
      language === 'zh' && !bilingual.has(name)
        ? textsOf(shown).flatMap(
            ({ text }) =>
              text
                .replace(typed, 'x')
                .match(gap)
                ?.map((one) => `${what}: ${one}`) ?? [],
          )
        : [],
    );
    expect([...new Set(gaps)]).toEqual([]);
  });

  it('has Chinese colons before and after Chinese, but for affected versions as people type them', () => {
    const half = /\p{Script=Han}:|: ?\p{Script=Han}/gu;
    const halves = inChinese().flatMap(({ name, language, what, shown }) =>
      language === 'zh' && !bilingual.has(name) && name !== 'acceptForm'
        ? textsOf(shown).flatMap(({ text }) => text.match(half)?.map((one) => `${what}: ${one}`) ?? [])
        : [],
    );
    expect([...new Set(halves)]).toEqual([]);
  });

  it('is English throughout for somebody who reads English', () => {
    const drawn = inEnglish().filter(({ name, language }) => language === 'en' && !bilingual.has(name));
    const foreign = drawn.flatMap(({ what, shown }) =>
      textsOf(shown).flatMap(({ text }) =>
        chineseLetters.test(text.replace('Chinese (中文)', '')) ? [`${what}: ${text}`] : [],
      ),
    );
    expect(foreign).toEqual([]);
  });

  it('stands in both languages on the report button, where nobody knows who comes by', () => {
    const [intake] = inEnglish().filter(({ name }) => name === 'intakeMessage');
    if (intake === undefined) throw new Error('the intake message is not drawn');
    const texts = textsOf(intake.shown).map(({ text }) => text);
    expect(texts.filter((text) => chineseLetters.test(text)).length).toBeGreaterThan(2);
    expect(texts.filter((text) => !chineseLetters.test(text)).length).toBeGreaterThan(2);
  });

  it('never shouts', () => {
    const loud = [...inEnglish(), ...inChinese()].filter(({ shown }) =>
      textsOf(shown).some(({ text }) => /[!！]/.test(text.replace(/<!date/g, ''))),
    );
    expect(loud.map(({ what }) => what)).toEqual([]);
  });

  it('draws in the language of the message that the reporter asked for', () => {
    const template = (told: Told) => {
      const [facts] = samplesWith(told).acknowledgeForm;
      if (facts === undefined) throw new Error('no sample');
      return JSON.stringify(show('acknowledgeForm', facts, 'en').view);
    };
    expect(template(chinese)).toContain('感谢您');
    expect(template(english)).toContain('Thank you for reporting');
  });
});

/** What each button brings back, and the surfaces that show it. */
const buttons: Readonly<
  Record<ActionName, Readonly<{ carries: 'nothing' | 'report_id'; on: readonly SurfaceName[] }>>
> = {
  openForm: {
    carries: 'nothing',
    on: ['menu', 'unknownVerb', 'notForYou', 'refusalNote', 'intakeMessage', 'mentionNote', 'homeView', 'myReports'],
  },
  openFormForAnother: { carries: 'nothing', on: ['menu'] },
  list: {
    carries: 'nothing',
    on: [
      'menu',
      'homeView',
      'reportList',
      'reminderMessage',
      'teamDigest',
      'weeklyDigest',
      'refusalNote',
      'refusalModal',
      'unknownVerb',
      'unknownListWord',
    ],
  },
  mine: {
    carries: 'nothing',
    on: [
      'menu',
      'unknownVerb',
      'intakeMessage',
      'mentionNote',
      'receiptWaits',
      'myReports',
      'homeView',
      'receipt',
      'receiptMessage',
      'refusalNote',
      'refusalModal',
    ],
  },
  help: { carries: 'nothing', on: ['menu', 'unknownVerb', 'unknownListWord', 'notForYou'] },
  older: { carries: 'report_id', on: ['reportList'] },
  show: {
    carries: 'report_id',
    on: [
      'card',
      'reportList',
      'homeView',
      'immediateNotice',
      'approvalLine',
      'reminderMessage',
      'teamDigest',
      'weeklyDigest',
      'doneNote',
      'troubleNote',
      'laterDateMessage',
      'handOverMessage',
      'snoozeNote',
      'snoozeReasonMessage',
      'refusalNote',
      'refusalModal',
      'assignForm',
    ],
  },
  previousPage: { carries: 'report_id', on: ['reportView'] },
  nextPage: { carries: 'report_id', on: ['reportView'] },
  acknowledge: { carries: 'report_id', on: ['card', 'immediateNotice', 'reportView', 'reminderMessage'] },
  assignToMe: { carries: 'report_id', on: ['card', 'reportView', 'reminderMessage'] },
  more: { carries: 'report_id', on: ['card', 'reminderMessage'] },
  askReporter: { carries: 'report_id', on: ['more', 'reportView', 'reminderMessage'] },
  informReporter: { carries: 'report_id', on: ['more', 'reportView', 'reminderMessage'] },
  addNote: { carries: 'report_id', on: ['more', 'reportView', 'reminderMessage'] },
  assign: { carries: 'report_id', on: ['more', 'reportView'] },
  readOwn: { carries: 'report_id', on: ['myReports', 'homeView', 'receipt', 'receiptMessage', 'messageToReporter'] },
  ownPreviousPage: { carries: 'report_id', on: ['ownReport'] },
  ownNextPage: { carries: 'report_id', on: ['ownReport'] },
  olderMine: { carries: 'report_id', on: ['myReports'] },
  answer: { carries: 'report_id', on: ['myReports', 'homeView', 'messageToReporter', 'ownReport'] },
  addInformation: { carries: 'report_id', on: ['myReports', 'homeView', 'ownReport'] },
  withdraw: { carries: 'report_id', on: ['myReports', 'homeView', 'ownReport'] },
  triage: { carries: 'report_id', on: ['card', 'more', 'immediateNotice', 'reportView', 'reminderMessage'] },
  accept: { carries: 'report_id', on: ['triage'] },
  decline: { carries: 'report_id', on: ['triage'] },
  duplicate: { carries: 'report_id', on: ['triage'] },
  buildV31: { carries: 'report_id', on: ['acceptForm'] },
  buildV40: { carries: 'report_id', on: ['acceptForm'] },
  typeVector: { carries: 'report_id', on: ['acceptForm'] },
  showScore: { carries: 'report_id', on: ['acceptForm'] },
  reopen: { carries: 'report_id', on: ['more'] },
  theirAnswer: { carries: 'report_id', on: ['more', 'reportView'] },
  recordPublicBug: { carries: 'report_id', on: ['more'] },
  publicBugText: { carries: 'report_id', on: ['more'] },
  makePublicBug: { carries: 'report_id', on: ['myReports', 'homeView'] },
  arrived: { carries: 'report_id', on: ['card', 'reportView'] },
  sendAgain: { carries: 'report_id', on: ['card', 'reportView'] },
  acceptHandOver: { carries: 'report_id', on: ['handOverMessage'] },
  declineHandOver: { carries: 'report_id', on: ['handOverMessage'] },
  acceptCover: { carries: 'nothing', on: ['coverAsked', 'swapAsked'] },
  declineCover: { carries: 'nothing', on: ['coverAsked', 'swapAsked'] },
  askForSwap: { carries: 'nothing', on: ['onDutyNote'] },
  snoozeTwoHours: { carries: 'nothing', on: ['reminderMessage'] },
  snoozeTomorrow: { carries: 'nothing', on: ['reminderMessage'] },
  snoozeNextWorkingDay: { carries: 'nothing', on: ['reminderMessage'] },
  snoozeLastToo: { carries: 'nothing', on: ['snoozeNote'] },
  takeReports: { carries: 'nothing', on: ['standInMessage'] },
  declineToStandIn: { carries: 'nothing', on: ['standInMessage'] },
  movePromise: { carries: 'report_id', on: ['laterDateMessage', 'threadLine'] },
  keepPromise: { carries: 'report_id', on: ['laterDateMessage', 'threadLine'] },
  recordFix: { carries: 'report_id', on: ['card', 'more', 'reportView', 'reminderMessage'] },
  prepareDisclosure: { carries: 'report_id', on: ['card', 'more', 'reportView'] },
  withdrawAdvisory: { carries: 'report_id', on: ['more', 'reportView'] },
  approve: { carries: 'report_id', on: ['card', 'approvalLine'] },
  publish: { carries: 'report_id', on: ['card'] },
  cve: { carries: 'report_id', on: ['more', 'reportView'] },
  embargo: { carries: 'report_id', on: ['more', 'reportView'] },
  agreedEarly: { carries: 'report_id', on: ['more'] },
  credit: { carries: 'report_id', on: ['more', 'reportView'] },
  embargoBroken: { carries: 'report_id', on: ['more'] },
  pauseReporter: { carries: 'report_id', on: ['more', 'reportView'] },
  endReporterPause: { carries: 'report_id', on: ['more'] },
  erase: { carries: 'report_id', on: ['more'] },
  ownCredit: { carries: 'report_id', on: ['myReports', 'homeView', 'ownReport'] },
  agreeEmbargo: { carries: 'report_id', on: ['myReports', 'homeView', 'messageToReporter'] },
  agreeEarly: { carries: 'report_id', on: ['myReports', 'homeView'] },
  goOn: { carries: 'nothing', on: ['mayGoOn'] },
};

describe('the buttons', () => {
  const drawn = [...inEnglish(), ...inChinese()];
  const seen = new Map<string, Set<string>>();
  for (const { name, shown } of drawn)
    walk(shown, (object) => {
      if (object.type !== 'button') return;
      const at = seen.get(String(object.action_id)) ?? new Set();
      seen.set(String(object.action_id), at.add(name));
    });

  it.each(Object.keys(actions) as ActionName[])('%s stands where it is meant to', (name) => {
    expect([...(seen.get(actions[name]) ?? [])].toSorted()).toEqual(buttons[name].on.toSorted());
  });

  it('are all in the registry', () => {
    const known: string[] = Object.values(actions);
    expect([...seen.keys()].filter((action) => !known.includes(action))).toEqual([]);
  });

  it('carry a report id where they act on a report, and say it to a screen reader', () => {
    const carriedBy = new Map<string, string>(
      (Object.keys(actions) as ActionName[]).map((name) => [actions[name], buttons[name].carries]),
    );
    const faults: string[] = [];
    for (const { what, shown } of drawn)
      walk(shown, (object) => {
        if (object.type !== 'button') return;
        const carries = object.value === undefined ? 'nothing' : 'report_id';
        if (carries !== carriedBy.get(String(object.action_id)))
          faults.push(`${what}: ${object.action_id} carries ${carries}`);
        else if (carries === 'report_id' && !String(object.accessibility_label).includes(String(object.value)))
          faults.push(`${what}: ${object.action_id} does not say its report`);
      });
    expect(faults).toEqual([]);
  });
});

describe('a sender', () => {
  const send = (message: ShownAs<'message'>) => message.text;

  it('takes messages of the registry', () => {
    const [facts] = samplesWith(english).channelUnsafe;
    if (facts === undefined) throw new Error('no sample');
    expect(send(show('channelUnsafe', facts, 'en'))).toContain("isn't safe");
  });

  it('takes nothing else: a text of one’s own, a modal, or facts of another surface do not compile', () => {
    // @ts-expect-error a message that was put together elsewhere
    const own = () => send({ kind: 'message', name: 'card', text: 'hello', blocks: [] });
    // @ts-expect-error a modal is no message
    const modal = () => send(show('troubleModal', { reference: '-', kind: 'broken', team: true }, 'en'));
    // @ts-expect-error a surface outside the registry
    const unknown = () => show('gossip', {}, 'en');
    // @ts-expect-error the facts of another surface
    const facts = () => show('menu', { channel, reasons: [] }, 'en');
    expect([own, modal, unknown, facts]).toHaveLength(4);
  });

  it('takes only what the one it goes to may see', () => {
    const open = <R extends Role>(_: R, modal: ShownTo<R, 'modal'>) => modal.name;
    const [own] = samplesWith(english).myReports;
    const [whole] = samplesWith(english).reportView;
    const [broken] = samplesWith(english).embargoBrokenForm;
    if (own === undefined || whole === undefined || broken === undefined) throw new Error('no sample');
    expect(open('anyone', show('myReports', own, 'en'))).toBe('myReports');
    expect(open('responder', show('reportView', whole, 'en'))).toBe('reportView');
    // @ts-expect-error a report is opened by responders
    const reader = () => open('anyone', show('reportView', whole, 'en'));
    // @ts-expect-error an embargo is declared broken by leads
    const responder = () => open('responder', show('embargoBrokenForm', broken, 'en'));
    expect([reader, responder]).toHaveLength(2);
  });
});
