import { readMongodbUri } from '../../src/config/mongodb-uri.js';

const here = { network: false, lacks: [] };
const across = (...lacks: string[]) => ({ network: true, lacks });

describe('the way to MongoDB', () => {
  test.each([
    ['mongodb://localhost/', here],
    ['mongodb://127.0.0.1:27017,127.8.0.2:27018/?replicaSet=rs0', here],
    ['mongodb://[::1]:27017/vulndesk', here],
    ['mongodb://%2Frun%2Fmongodb%2Fmongodb-27017.sock/?replicaSet=rs0', here],
    ['mongodb://db/', across('TLS', 'a user')],
    ['mongodb://127.0.0.1,db.example.org/', across('TLS', 'a user')],
    ['mongodb://127.0.0.1.example.org/', across('TLS', 'a user')],
    ['mongodb://localhost.example.org/?tls=true', across('a user')],
    ['mongodb://10.0.0.1/?ssl=true', across('a user')],
    ['mongodb://[fd00::1]:27017/?TLS=True', across('a user')],
    ['mongodb://u:p@db/?tls=false', across('TLS')],
    ['mongodb://u:p@db/?tls=true&ssl=false', across('TLS')],
    ['mongodb://u:p%40ss%2f@db:27017,db2/admin?replicaSet=rs0&tls=true', across()],
    ['mongodb://u:p@db/?tls=true&tlsAllowInvalidCertificates=true', across('a checked certificate')],
    ['mongodb://u:p@db/?tls=true&tlsInsecure=true', across('a checked certificate')],
    ['mongodb+srv://u:p@db.example.org/', across()],
    ['mongodb+srv://u:p@db.example.org/?tls=false', across('TLS')],
    ['mongodb+srv://localhost.example.org', across('a user')],
    ['mongodb+srv://db.example.org/?authMechanism=MONGODB-X509', across()],
    ['mongodb://db/?tls=true&authMechanism=SCRAM-SHA-256', across('a user')],
  ])('%s', (uri, link) => {
    expect(readMongodbUri(uri)).toEqual({ link, faults: [] });
  });
});

describe('an option that would weaken a promise is named', () => {
  test.each([
    'readPreference=secondary',
    'readPreference=primaryPreferred',
    'readPreferenceTags=dc:ny',
    'readConcernLevel=local',
    'journal=false',
    'j=false',
    'w=1',
    'w=0',
    'W=2',
    'wtimeoutMS=500',
    'wTimeout=500',
    'retryWrites=false',
  ])('%s', (option) => {
    const [name = ''] = option.split('=');
    for (const query of [option, `replicaSet=rs0&${option}`, `${option}&tls=true`])
      expect(readMongodbUri(`mongodb://127.0.0.1/?${query}`).faults).toEqual([
        `sets ${name}, which would weaken what Vulndesk promises: take it out of the address.`,
      ]);
  });

  test('also the second time it is there', () => {
    expect(readMongodbUri('mongodb://127.0.0.1/?w=majority&w=1').faults).toHaveLength(1);
  });

  test('and not where it says what Vulndesk does anyway', () => {
    const same = 'w=majority&journal=true&retryWrites=true&readPreference=primary&readConcernLevel=majority';
    expect(readMongodbUri(`mongodb://127.0.0.1/?${same}&appName=x&maxPoolSize=9`).faults).toEqual([]);
  });
});

test.each(['a@b', 'a/b', 'a:b', 'a?b', 'a#b', 'a%b', 'a%4', 'a[b', 'a]b', '@', '/', 'a@b/c', 'a?b=c@d'])(
  'a password with %s that is not percent-encoded is told as that, and not repeated',
  (part) => {
    for (const scheme of ['mongodb', 'mongodb+srv'])
      expect(readMongodbUri(`${scheme}://vulndesk:sesame${part}@db.example.org/?tls=true`).faults).toEqual([
        'has a character in user or password that an address gives another meaning: percent-encode both.',
      ]);
    const encoded = `mongodb://vulndesk:sesame${encodeURIComponent(part)}@db.example.org/?tls=true`;
    expect(readMongodbUri(encoded)).toEqual({ link: across(), faults: [] });
  },
);
