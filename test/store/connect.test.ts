import { createClient, databaseOf } from '../../src/store/connect.js';

test('an address can change neither how sure a write is nor from where is read', async () => {
  const options = 'readPreference=secondary&readConcernLevel=local&journal=false&w=1&retryWrites=false';
  const client = createClient(`mongodb://127.0.0.1:9/?${options}`);
  const db = databaseOf(client, 'vulndesk');
  expect({
    ...{ w: db.writeConcern?.w, journal: db.writeConcern?.journal, read: db.readConcern?.level },
    ...{ from: db.readPreference.mode, again: client.options.retryWrites },
  }).toEqual({ w: 'majority', journal: true, read: 'majority', from: 'primary', again: true });
  expect(db.collection('reports')).toMatchObject({ writeConcern: { w: 'majority', journal: true } });
  await client.close();
});
