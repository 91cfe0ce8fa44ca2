// Fills a database with reports that are due: some whose card was posted, whose reminder is due, and some without a card.
import { deadlinesOf } from '../../dist/deadline/deadlines.js';
import { openDuties } from '../../dist/handling/due-notices.js';
import { IdTaken } from '../../dist/handling/store-errors.js';
import { createSubmit } from '../../dist/handling/submit-report.js';
import { decide } from '../../dist/report/decide.js';
import { replay } from '../../dist/report/evolve.js';
import { sandbox } from '../../dist/sandbox/sandbox-world.js';
import { createClient } from '../../dist/store/connect.js';
import { keyedIds } from '../../dist/store/keyed-ids.js';
import { openStore } from '../../dist/store/open-store.js';
import { reportDocuments } from '../../dist/store/report-document.js';
import { botConfig } from './bot-config.js';

const form = {
  title: 'A viewer reads what was never shared with them',
  overview: 'Any signed-in user gets resources by asking for their path. '.repeat(20),
  versions: ['KubeSphere v4.1'],
  otherVersions: 'ks-apiserver',
  verification: '1. Sign in. 2. Ask for the path. 3. Read. '.repeat(20),
  contact: 'bench@reports.example',
  credit: { by: 'name', name: 'Rae' },
  language: 'en',
};
const mei = { team: sandbox.home, user: sandbox.mei, name: 'Mei' };

/**
 * `kinds`: name, how many, when they came, for those with a card when they were due next, and perhaps whom they are assigned to.
 * `accepted`: these were accepted at once. `knownAlready`: what the reporter says of it. `away` and `snoozed`: people who are, at `now`.
 * Returns which report is of which kind, by id.
 */
export async function fillBacklog({ env, slack, kinds, away = [], snoozed = [], now }) {
  const { policy, keyring, store: where } = botConfig(env);
  const store = await openStore({ uri: where.uri, database: where.database, ring: keyring });
  const client = await createClient(where.uri).connect();
  const reports = client.db(where.database).collection('reports');
  const ids = keyedIds(keyring);
  const documents = reportDocuments(where.database, keyring, ids);
  const kindOf = new Map();
  for (const kind of kinds) {
    const { name, count, receivedAt, knownAlready = 'no' } = kind;
    let made = [];
    const add = async (history, { id }) => {
      if (kindOf.has(id)) throw new IdTaken();
      kindOf.set(id, name);
      made.push(documentOf(history, kind, kindOf.size, { documents, slack, policy }));
    };
    const submit = createSubmit({
      reports: { ids, add },
      policy,
      current: { known: () => policy },
      clock: () => receivedAt,
      saved: () => undefined,
    });
    for (let n = 0; n < count; n += 1) {
      const reporter = { kind: 'elsewhere', name: 'Rae', filedBy: mei };
      await submit({ by: mei, view: `V${name}${n}`, reporter, form: { ...form, knownAlready } }, () => undefined);
      if (made.length < 1000 && n < count - 1) continue;
      await reports.insertMany(made);
      made = [];
    }
  }
  for (const user of away)
    await store.rosters.putOwn(user, {
      absences: [{ user, from: '2026-09-21', to: '2026-09-30', substitute: sandbox.wen }],
    });
  for (const user of snoozed) await store.people.snooze(user, new Date(now.getTime() + 7_200_000), now);
  await Promise.all([store.close(), client.close()]);
  return kindOf;
}

const acceptance = {
  type: 'AcceptReport',
  severity: { vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H', score: 8.8, rating: 'high' },
  lines: [{ line: 'KubeSphere v4.1' }],
  cwes: ['CWE-862'],
  tell: { message: 'Thank you, we can reproduce it.', route: 'by_hand' },
};

/** A new report as it is stored, or one that somebody has been responsible for from the first moment, has perhaps accepted, and whose card stands. */
function documentOf(submitted, { receivedAt: at, dueAt, assignTo, accepted = false }, n, { documents, slack, policy }) {
  const actor = { kind: 'person', person: mei };
  const commands = [
    ...(assignTo === undefined ? [] : [{ type: 'AssignReport', to: assignTo(n) }]),
    ...(accepted ? [acceptance] : []),
  ];
  const history = commands.reduce(
    (before, command) => [...before, ...decide(command, replay(before), { now: at, actor })],
    submitted,
  );
  const report = replay(history);
  const fresh = documents.fresh({ report, history }, openDuties(deadlinesOf(report, policy)), at);
  if (dueAt === undefined) return fresh;
  const draft = { channel: sandbox.securityChannel, author: sandbox.bot, text: 'card', blocks: [] };
  const { ts, channel } = slack.world.messages.post(draft, at);
  const rest = {
    id: report.id,
    version: fresh.version,
    cursor: { thread: history.length, reporter: history.length, rungs: {} },
    card: { channel, ts, shownVersion: fresh.version },
    uncertain: false,
    policyRevision: policy.revision,
    wakeAt: dueAt,
  };
  return { ...fresh, ...documents.rested(rest), wakeAt: dueAt, urgentFrom: dueAt };
}
