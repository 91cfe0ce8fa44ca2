import type { Probe } from './doctor.js';

/** Checks MongoDB, and writes one document that it removes again. With MONGODB_URI=local there is nothing to check: that mongod runs only with the bot. */
export const storeProbe: Probe = async ({ store, keyring }) => {
  if (store.uri === 'local') return [];
  const { examineStore } = await import('../store/examine-store.js');
  const exam = await examineStore({ ...store, ring: keyring });
  if (!exam.answers)
    return [
      {
        name: 'MongoDB',
        state: 'red',
        what: `Can't be used (${exam.code}). Check the address, user and password in MONGODB_URI, and that it accepts this machine.`,
      },
    ];
  const { version, newEnough, replicaSet, keys, quarantined, unaudited, held } = exam;
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
    quarantined.length === 0
      ? { name: 'quarantine', state: 'green', what: 'Every document can be worked on.' }
      : {
          name: 'quarantine',
          state: 'red',
          what: `${quarantined.length} set aside, since they fail each time: ${quarantined.slice(0, 5).join(', ')}. The log says why. Handle them by hand until they are mended.`,
        },
    held
      ? {
          name: 'sending',
          state: 'red',
          what: 'Held: the database is older than the security channel. Restore a newer backup, or run backup-check and go on.',
        }
      : { name: 'sending', state: 'green', what: 'Not held.' },
    unaudited === 0
      ? { name: 'audit trail', state: 'green', what: 'No entry is missing.' }
      : {
          name: 'audit trail',
          state: 'yellow',
          what: `${unaudited} ${unaudited === 1 ? 'entry is' : 'entries are'} missing. The log of that time says "audit entry lost", unless somebody deleted them.`,
        },
  ];
};
