// Fills a database with reports that are due: some whose card was posted, whose reminder is due, and some without a card.
import { setTimeout as after } from 'node:timers/promises';
import { deadlinesOf } from '../../dist/deadline/deadlines.js';
import { openDuties } from '../../dist/handling/due-notices.js';
import { createSubmit } from '../../dist/handling/submit-report.js';
import { decide } from '../../dist/report/decide.js';
import { replay } from '../../dist/report/evolve.js';
import { sandbox } from '../../dist/sandbox/sandbox-world.js';
import { openStore } from '../../dist/store/open-store.js';
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
  const kindOf = new Map();
  for (const { name, count, receivedAt, dueAt, assignTo, accepted = false, knownAlready = 'no' } of kinds) {
    const reports =
      assignTo === undefined ? store.reports : assigned(store.reports, { assignTo, accepted, policy }, receivedAt);
    const submit = createSubmit({
      reports,
      policy,
      current: { known: () => policy },
      clock: () => receivedAt,
      saved: () => undefined,
    });
    const one = async (n) => {
      const reporter = { kind: 'elsewhere', name: 'Rae', filedBy: mei };
      const { report } = await submit({ by: mei, view: `V${name}${n}`, reporter, form: { ...form, knownAlready } });
      kindOf.set(report.id, name);
    };
    for (let n = 0; n < count; n += 64)
      await Promise.all(Array.from({ length: Math.min(64, count - n) }, (_, i) => one(n + i)));
    if (dueAt !== undefined) await postCards({ store, slack, policy, now: receivedAt, dueAt });
  }
  for (const user of away)
    await store.rosters.putOwn(user, {
      absences: [{ user, from: '2026-09-21', to: '2026-09-30', substitute: sandbox.wen }],
    });
  for (const user of snoozed) await store.people.snooze(user, new Date(now.getTime() + 7_200_000), now);
  await store.close();
  await after(100);
  return kindOf;
}

const acceptance = {
  type: 'AcceptReport',
  severity: { vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H', score: 8.8, rating: 'high' },
  lines: [{ line: 'KubeSphere v4.1' }],
  cwes: ['CWE-862'],
  tell: { message: 'Thank you, we can reproduce it.', route: 'by_hand' },
};

/** Adds reports that somebody has been responsible for from the first moment, and has perhaps accepted. */
function assigned(reports, { assignTo, accepted, policy }, now) {
  let n = 0;
  const actor = { kind: 'person', person: mei };
  const add = (history) => {
    const commands = [{ type: 'AssignReport', to: assignTo(n++) }, ...(accepted ? [acceptance] : [])];
    const whole = commands.reduce(
      (before, command) => [...before, ...decide(command, replay(before), { now, actor })],
      history,
    );
    const report = replay(whole);
    return reports.add(whole, report, openDuties(deadlinesOf(report, policy)), now);
  };
  return { ...reports, add };
}

async function postCards({ store, slack, policy, now, dueAt }) {
  const { queue } = store.reports;
  for (;;) {
    const { token, items } = await queue.claimDue(now, 500, 60_000);
    if (items.length === 0) return;
    const rests = items.map((tracked) => {
      const draft = { channel: sandbox.securityChannel, author: sandbox.bot, text: 'card', blocks: [] };
      const { ts, channel } = slack.world.messages.post(draft, now);
      const { report, version, cursor } = tracked;
      return {
        id: report.id,
        version,
        cursor: { ...cursor, thread: tracked.history.length, reporter: tracked.history.length },
        card: { channel, ts, shownVersion: version },
        uncertain: false,
        policyRevision: policy.revision,
        wakeAt: dueAt,
        urgentFrom: dueAt,
      };
    });
    await queue.rest(token, rests, now);
  }
}
