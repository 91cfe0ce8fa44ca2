import type { ReportsExam } from '../store/inspect-reports.js';
import type { Finding, Probe } from './doctor.js';

/** Checks MongoDB, and writes one document that it removes again. With MONGODB_URI=local there is nothing to check: that mongod runs only with the bot. */
export const storeProbe: Probe = async ({ store, keyring, policy }) => {
  if (store.uri === 'local') return [];
  const { examineStore } = await import('../store/examine-store.js');
  const exam = await examineStore({ ...store, ring: keyring }, policy, new Date());
  if (!exam.answers)
    return [
      {
        name: 'MongoDB',
        state: 'red',
        what: `Can't be used (${exam.code}). Check the address, user and password in MONGODB_URI, and that it accepts this machine.`,
      },
    ];
  const { version, newEnough, replicaSet, keys, failing, reports, unaudited, held, erasure, dutyGroup } = exam;
  return [
    newEnough
      ? { name: 'MongoDB', state: 'green', what: `Answers, version ${version}.` }
      : { name: 'MongoDB', state: 'red', what: `Is version ${version}. Use 6.0 or later.` },
    replicaSet === 'fit'
      ? { name: 'replica set', state: 'green', what: 'A majority confirms writes.' }
      : { name: 'replica set', state: 'red', what: replicaSet },
    keys === 'fit'
      ? { name: 'sealing keys', state: 'green', what: 'The key ring fits the database.' }
      : { name: 'sealing keys', state: 'red', what: keys },
    failing.length === 0
      ? { name: 'quarantine', state: 'green', what: 'Every document can be worked on.' }
      : {
          name: 'quarantine',
          state: 'red',
          what: `${failing.length} set aside, since they fail each time: ${someOf(failing)}. The log says why. Handle them by hand until they are mended.`,
        },
    held
      ? {
          name: 'sending',
          state: 'red',
          what: 'Held: the database is older than the security channel. Restore a newer backup, or let a lead press Go on, or run backup-check --go-on.',
        }
      : {
          name: 'sending',
          state: 'green',
          what: 'Not held. A start compares the database with the newest 5,000 messages of the security channel.',
        },
    unaudited === 0
      ? { name: 'audit trail', state: 'green', what: 'No entry is missing.' }
      : {
          name: 'audit trail',
          state: 'yellow',
          what: `${unaudited} ${unaudited === 1 ? 'entry is' : 'entries are'} missing. The log of that time says "audit entry lost", unless somebody deleted them.`,
        },
    ofErasure(erasure),
    ...(policy.dutyGroup === undefined ? [] : [ofDutyGroup(policy.dutyGroup, dutyGroup)]),
    ...ofReports(reports),
  ];
};

function ofDutyGroup(group: string, refused: string | undefined): Finding {
  const name = 'duty group';
  if (refused === undefined) return { name, state: 'green', what: `The bot could change ${group} the last time.` };
  const what = `Slack refused the last change of ${group} (${refused}). The app needs the scope usergroups:write, the workspace settings have to let everyone manage user groups, and dutyGroup in the policy has to name a group. The bot tries again every hour.`;
  return { name, state: 'yellow', what };
}

function ofErasure({ unfinished, due }: Readonly<{ unfinished: number; due: number }>): Finding {
  const left = unfinished === 0 ? [] : [`Erased, and not gone from Slack yet: ${unfinished}.`];
  const soon = due === 0 ? [] : [`Kept as long as the policy says, and erased within a week: ${due}.`];
  const what = [...left, ...soon].join(' ');
  return {
    name: 'erasure',
    ...(what === '' ? { state: 'green', what: 'Nothing is due.' } : { state: 'yellow', what }),
  };
}

const most = 5;

function someOf(named: readonly string[]): string {
  return [...named.slice(0, most), ...(named.length > most ? ['…'] : [])].join(', ');
}

/** What to do, worst first. What a newer version wrote is left to it. */
const whatToDo = {
  changed:
    'Somebody changed them without the keys. Compare them with a backup, and find out who can write to the database.',
  damaged: 'They are damaged. Restore them from a backup.',
  key: 'Their key is missing. Put it back into the file in KEYRING_FILE.',
  newer: 'A newer version of Vulndesk wrote them, and works on them.',
} as const;

function ofReports({ faults, uncoded }: ReportsExam): Finding[] {
  const reasons = (Object.keys(whatToDo) as (keyof typeof whatToDo)[]).flatMap((why): Finding[] => {
    const ids = faults.flatMap((fault) => (fault.why === why ? [fault.id] : []));
    const state = why === 'newer' ? 'yellow' : 'red';
    return ids.length === 0
      ? []
      : [{ name: 'reports', state, what: `${ids.length} can't be used here: ${someOf(ids)}. ${whatToDo[why]}` }];
  });
  return [
    ...(reasons.length === 0 ? [{ name: 'reports', state: 'green', what: 'All can be used.' } as const] : reasons),
    ...(uncoded === 0
      ? []
      : [
          {
            name: 'authenticated',
            state: 'yellow',
            what: `${uncoded === 1 ? '1 report was' : `${uncoded} reports were`} last written by an older version, so a change of their clear part may go unnoticed. That ends when they are written next.`,
          } as const,
        ]),
  ];
}
