import { containerOf, podOf, type Resource, type Tree } from './manifest-set.js';

/** Lines that may go, or be others, without the bot being less safe. */
export const free: Readonly<Record<'taken out' | 'changed', readonly RegExp[]>> = {
  'taken out': [
    /^Deployment\.metadata\.labels\./,
    /\.(revisionHistoryLimit|minReadySeconds|progressDeadlineSeconds)$/,
    /\.imagePullPolicy$/,
  ],
  changed: [
    /^Deployment\.metadata\.labels\./,
    /\.(revisionHistoryLimit|minReadySeconds|progressDeadlineSeconds)$/,
    /\.imagePullPolicy$/,
    // One more second or byte is as good.
    /\.(periodSeconds|timeoutSeconds|failureThreshold|terminationGracePeriodSeconds)$/,
  ],
};

/** What nobody may add. */
export const additions: readonly [string, (deployment: Tree, all: Resource[]) => void][] = [
  [
    'a token in a variable',
    (deployment) =>
      push(containerOf(deployment).env, {
        name: 'SLACK_BOT_TOKEN',
        valueFrom: { secretKeyRef: { name: 'vulndesk', key: 'slack-bot-token' } },
      }),
  ],
  [
    'a variable that is no setting',
    (deployment) => push(containerOf(deployment).env, { name: 'NODE_TLS_REJECT_UNAUTHORIZED', value: '0' }),
  ],
  ['a second container', (deployment) => push(podOf(deployment).containers, { name: 'shell', image: 'busybox:1' })],
  ['a folder of the node', (deployment) => push(podOf(deployment).volumes, { name: 'host', hostPath: { path: '/' } })],
  ['a way out for everything', (_, all) => push(specOf(all, 'vulndesk').egress, {})],
  [
    'inbound traffic with Socket Mode or to another port',
    (_, all) =>
      void all.push({
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'open', namespace: 'vulndesk' },
        spec: { podSelector: {}, ingress: [{}] },
      }),
  ],
  [
    'a right at the API server',
    (_, all) =>
      void all.push({
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'RoleBinding',
        metadata: { name: 'vulndesk', namespace: 'vulndesk' },
      }),
  ],
  [
    'a Linux capability',
    (deployment) =>
      Object.assign((containerOf(deployment).securityContext as Tree).capabilities as object, { add: ['NET_ADMIN'] }),
  ],
];

function push(list: unknown, item: unknown): void {
  (list as unknown[]).push(item);
}
function specOf(all: readonly Resource[], name: string): Tree {
  return all.find(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === name)?.spec as Tree;
}

type Path = readonly (string | number)[];

/** The paths to everything that stands on a line of its own. */
export function leavesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value);
  if (inner.length === 0) return [path];
  return inner.flatMap(([key, one]) => leavesOf(one, [...path, Array.isArray(value) ? Number(key) : key]));
}

/** The same with one line taken out or changed. */
export function seeded(all: readonly Resource[], path: Path, how: 'taken out' | 'changed'): readonly Resource[] {
  const copy = structuredClone(all);
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce<unknown>((inner, step) => (inner as Tree)[step], copy) as Record<
    string,
    unknown
  >;
  if (how === 'changed') parent[last] = other(parent[last]);
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return copy;
}

function other(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  return typeof value === 'string' ? `${value}x` : { [String(value)]: true };
}
