import type { Probe } from './doctor.js';

/** Looks at MongoDB and changes nothing there. The mongod of MONGODB_URI=local runs with the bot alone, and is left alone. */
export const storeProbe: Probe = async ({ store, keyring }) => {
  if (store.uri === 'local') return [];
  const { examineStore } = await import('../store/examine-store.js');
  const exam = await examineStore({ ...store, ring: keyring });
  if (!exam.answers)
    return [
      {
        name: 'MongoDB',
        state: 'red',
        what: `Could not be used (${exam.code}): look whether it runs at the address in MONGODB_URI, lets this machine in, and knows the user and password there.`,
      },
    ];
  const { version, newEnough, replicaSet, keys } = exam;
  return [
    newEnough
      ? { name: 'MongoDB', state: 'green', what: `Answers; version ${version}.` }
      : { name: 'MongoDB', state: 'red', what: `Is version ${version}: take 6.0 or later.` },
    replicaSet
      ? { name: 'replica set', state: 'green', what: 'Writes are kept by a majority.' }
      : {
          name: 'replica set',
          state: 'red',
          what: 'It runs by itself: start it with --replSet, and run rs.initiate() once.',
        },
    keys === 'fit'
      ? { name: 'sealing keys', state: 'green', what: 'The key ring fits the database.' }
      : { name: 'sealing keys', state: 'red', what: keys },
  ];
};
