// Fills a database with reports that are due: some whose card was posted, whose reminder is due, and some without a card.
import { setTimeout as after } from 'node:timers/promises';
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
  knownAlready: 'no',
  credit: { by: 'name', name: 'Rae' },
  language: 'en',
};
const mei = { team: sandbox.home, user: sandbox.mei, name: 'Mei' };

/**
 * `kinds`: name, how many, when they came, for those with a card when they were due next, and perhaps whom they are assigned to.
 * Returns which report is of which kind, by id.
 */
export async function fillBacklog({ env, slack, kinds }) {
  const { policy, keyring, store: where } = botConfig(env);
  const store = await openStore({ uri: where.uri, database: where.database, ring: keyring });
  const kindOf = new Map();
  for (const { name, count, receivedAt, dueAt, assignTo } of kinds) {
    const reports = assignTo === undefined ? store.reports : assigned(store.reports, assignTo, receivedAt);
    const submit = createSubmit({ reports, policy, clock: () => receivedAt, saved: () => undefined });
    const one = async (n) => {
      const reporter = { kind: 'elsewhere', name: 'Rae', filedBy: mei };
      const { report } = await submit({ by: mei, view: `V${name}${n}`, reporter, form });
      kindOf.set(report.id, name);
    };
    for (let n = 0; n < count; n += 64)
      await Promise.all(Array.from({ length: Math.min(64, count - n) }, (_, i) => one(n + i)));
    if (dueAt !== undefined) await postCards({ store, slack, policy, now: receivedAt, dueAt });
  }
  await store.close();
  await after(100);
  return kindOf;
}

/** Adds reports that somebody has been responsible for from the first moment. */
function assigned(reports, assignTo, now) {
  let n = 0;
  const add = (history, report, duties) => {
    const events = decide({ type: 'AssignReport', to: assignTo(n++) }, report, {
      now,
      actor: { kind: 'person', person: mei },
    });
    const whole = [...history, ...events];
    return reports.add(whole, replay(whole), duties, now);
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
