/**
 * How a MongoDB is reached: on this machine, or across a network. `lacks` says what a connection across a network should have and
 * has not; each completes "without …".
 */
export type MongodbLink = Readonly<{ network: boolean; lacks: readonly string[] }>;

/** `faults` continue the sentence that begins with the setting's name. They repeat nothing of the address but names of options. */
export type MongodbUri = Readonly<{ link: MongodbLink; faults: readonly string[] }>;

/** Options that say how sure a write or a read is. The bot sets each itself; the value is the only one that changes nothing. */
const setByUs: Readonly<Record<string, string | undefined>> = {
  readpreference: 'primary',
  readpreferencetags: undefined,
  readconcernlevel: 'majority',
  w: 'majority',
  journal: 'true',
  j: 'true',
  wtimeoutms: undefined,
  wtimeout: undefined,
  retrywrites: 'true',
};
/** Ways to log in without a user in the address. */
const withoutUser = ['mongodb-x509', 'mongodb-aws', 'mongodb-oidc'];
/** Options that make TLS believe anybody. */
const trusting = ['tlsinsecure', 'tlsallowinvalidcertificates', 'tlsallowinvalidhostnames'];

/** Reads the address of a MongoDB as far as the bot's promises depend on it. */
export function readMongodbUri(uri: string): MongodbUri {
  const { scheme = '', rest = '' } = /^(?<scheme>mongodb(?:\+srv)?):\/\/(?<rest>.*)$/s.exec(uri)?.groups ?? {};
  const { authority = '', query = '' } =
    /^(?<authority>[^/?]*)(?:\/[^?]*)?(?:\?(?<query>.*))?$/s.exec(rest)?.groups ?? {};
  const at = authority.lastIndexOf('@');
  const [user, hosts] = at < 0 ? ['', authority] : [authority.slice(0, at), authority.slice(at + 1)];
  if (isUnescaped(user) || rest.slice(authority.length).includes('@')) {
    const what = 'has a character in user or password that an address gives another meaning: percent-encode both.';
    return { link: { network: true, lacks: [] }, faults: [what] };
  }
  const options = optionsIn(query);
  const faults = options.flatMap(({ key, name, value }) =>
    key in setByUs && value !== setByUs[key]
      ? [`sets ${name}, which would weaken what Vulndesk promises: take it out of the address.`]
      : [],
  );
  const srv = scheme === 'mongodb+srv';
  if (!srv && hosts.split(',').every(isHere)) return { link: { network: false, lacks: [] }, faults };
  const said = (key: string, value: string) => options.some((one) => one.key === key && one.value === value);
  const tls = ['tls', 'ssl'];
  const encrypted = (srv || tls.some((key) => said(key, 'true'))) && !tls.some((key) => said(key, 'false'));
  const lacks = [
    ...(!encrypted ? ['TLS'] : trusting.some((key) => said(key, 'true')) ? ['a checked certificate'] : []),
    ...(user === '' && !withoutUser.some((mechanism) => said('authmechanism', mechanism)) ? ['a user'] : []),
  ];
  return { link: { network: true, lacks }, faults };
}

/** What stands before the `@`: `user` or `user:password`, percent-encoded. */
function isUnescaped(user: string): boolean {
  return !/^(?:[^:/?#[\]@%]|%[0-9a-f]{2})*(?::(?:[^:/?#[\]@%]|%[0-9a-f]{2})*)?$/i.test(user);
}

/** `key`: the name in lower case, as MongoDB compares names. */
function optionsIn(query: string): readonly Readonly<{ key: string; name: string; value: string }>[] {
  const pairs = [...new URLSearchParams(query)];
  return pairs.map(([name, value]) => ({ key: name.toLowerCase(), name, value: value.toLowerCase() }));
}

/** Loopback, or a socket file: no other machine is on the way. */
function isHere(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$|^(%2f|\/).*\.sock$/i.test(host);
}
