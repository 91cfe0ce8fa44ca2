import { isDeepStrictEqual } from 'node:util';
import { settingNames } from '../../src/config/settings.js';
import { at, containerOf, listOf, podOf, type Resource, type Tree } from './manifest-set.js';

/** One thing that must hold: what is there, and what must be. */
export type Line = Readonly<{ is: unknown; mustBe: unknown }>;

const ours = { 'app.kubernetes.io/name': 'vulndesk' };
/** Seconds the app may take to end: `start` gives it no more. */
const endsWithin = 10;
/** Seconds a check of /readyz may take. */
const checkTakes = 2;
const secretFolder = '/run/secrets/vulndesk/';
const secrets = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'MONGODB_URI',
  'KEYRING',
] as const satisfies readonly string[];

/** What the bot asks of Kubernetes, line by line, over everything that an overlay hands it. */
export const bar: Readonly<Record<string, (all: readonly Resource[]) => Line>> = {
  'everything stands in the namespace vulndesk': (all) => ({
    is: all.map((one) => (one.kind === 'Namespace' ? one.metadata.name : at(one, 'metadata.namespace'))),
    mustBe: all.map(() => 'vulndesk'),
  }),
  'everything has the name by which it is applied again': (all) => ({
    is: all.filter(namedVulndesk).map(({ kind, metadata }) => [kind, metadata.name]),
    mustBe: all.filter(namedVulndesk).map(({ kind }) => [kind, 'vulndesk']),
  }),
  'the network policies have names too': (all) => ({
    is: all.filter(({ kind }) => kind === 'NetworkPolicy').map(({ metadata }) => metadata.name),
    mustBe: ['default-deny', 'vulndesk', ...(env(all).SLACK_MODE === 'socket' ? [] : ['vulndesk-slack'])],
  }),
  'everything speaks an API that is stable': (all) => ({
    is: all.map(({ kind, apiVersion }) => [kind, apiVersion]),
    mustBe: all.map(({ kind }) => [kind, apis[kind]]),
  }),
  'the namespace refuses pods that are not restricted': (all) => ({
    is: at(one(all, 'Namespace'), 'metadata.labels'),
    mustBe: {
      'pod-security.kubernetes.io/enforce': 'restricted',
      'pod-security.kubernetes.io/warn': 'restricted',
    },
  }),
  'two replicas run': (all) => ({ is: at(deployment(all), 'spec.replicas'), mustBe: 2 }),
  'a rollout takes none away before another is ready': (all) => ({
    is: at(deployment(all), 'spec.strategy'),
    mustBe: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
  }),
  'the deployment, its budget and its policies mean the same pods': (all) => ({
    is: [
      at(deployment(all), 'spec.selector'),
      at(deployment(all), 'spec.template.metadata.labels'),
      at(one(all, 'PodDisruptionBudget'), 'spec.selector'),
    ],
    mustBe: [{ matchLabels: ours }, ours, { matchLabels: ours }],
  }),
  'the pod has no identity at the API server': (all) => ({
    is: [
      pod(all).serviceAccountName,
      pod(all).automountServiceAccountToken,
      one(all, 'ServiceAccount').metadata.name,
      one(all, 'ServiceAccount').automountServiceAccountToken,
    ],
    mustBe: ['vulndesk', false, 'vulndesk', false],
  }),
  'the pod shares nothing with its node': (all) => ({
    is: ['hostNetwork', 'hostPID', 'hostIPC'].map((name) => pod(all)[name]),
    mustBe: [false, false, false],
  }),
  'no Service of the namespace becomes a setting': (all) => ({ is: pod(all).enableServiceLinks, mustBe: false }),
  'the pod is not root, and confined': (all) => ({
    is: pod(all).securityContext,
    mustBe: {
      runAsNonRoot: true,
      runAsUser: 65532,
      runAsGroup: 65532,
      fsGroup: 65532,
      seccompProfile: { type: 'RuntimeDefault' },
    },
  }),
  'the container can gain nothing and write nowhere': (all) => ({
    is: container(all).securityContext,
    mustBe: {
      allowPrivilegeEscalation: false,
      privileged: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ['ALL'] },
    },
  }),
  'there is one container': (all) => ({
    is: [
      listOf(pod(all).containers).map(({ name }) => name),
      pod(all).initContainers,
      container(all).command,
      container(all).args,
    ],
    mustBe: [['vulndesk'], undefined, undefined, undefined],
  }),
  'the image has a version': (all) => ({
    is: /^vulndesk:\d+\.\d+\.\d+$/.test(String(container(all).image)),
    mustBe: true,
  }),
  'what it may use has an end': (all) => ({
    is: ['cpu', 'memory', 'ephemeral-storage'].map((what) => {
      const [asked, most] = ['requests', 'limits'].map((kind) =>
        amount(at(container(all).resources, kind) as Tree | undefined, what),
      );
      return asked !== undefined && most !== undefined && asked <= most;
    }),
    mustBe: [true, true, true],
  }),
  'it is alive while it answers, whatever MongoDB and Slack do': (all) => ({
    is: at(container(all), 'livenessProbe.httpGet'),
    mustBe: { path: '/livez', port: 'ops' },
  }),
  'it is ready while it can do its work': (all) => ({
    is: at(container(all), 'readinessProbe.httpGet'),
    mustBe: { path: '/readyz', port: 'ops' },
  }),
  'it has started once it answers': (all) => ({
    is: at(container(all), 'startupProbe.httpGet'),
    mustBe: { path: '/livez', port: 'ops' },
  }),
  'probes wait as long as an answer may take, and a start, and a pause': (all) => ({
    is: [
      seconds(all, 'startupProbe') >= 60,
      Number(at(container(all), 'startupProbe.timeoutSeconds')) >= 1,
      seconds(all, 'livenessProbe') >= 30 && seconds(all, 'livenessProbe') <= 120,
      Number(at(container(all), 'livenessProbe.timeoutSeconds')) >= 2,
      seconds(all, 'readinessProbe') <= 60,
      Number(at(container(all), 'readinessProbe.timeoutSeconds')) > checkTakes,
    ],
    mustBe: [true, true, true, true, true, true],
  }),
  'probes reach the port that the bot listens on, from outside the pod': (all) => ({
    is: [
      listOf(container(all).ports).filter(({ name }) => name === 'ops'),
      env(all).HOST,
      env(all).SLACK_MODE === 'http' ? listOf(container(all).ports).filter(({ name }) => name === 'slack') : [],
    ],
    mustBe: [
      [{ name: 'ops', containerPort: Number(env(all).OPS_PORT) }],
      '0.0.0.0',
      env(all).SLACK_MODE === 'http' ? [{ name: 'slack', containerPort: Number(env(all).PORT) }] : [],
    ],
  }),
  'it is given the time to end that it takes': (all) => ({
    is: Number(pod(all).terminationGracePeriodSeconds) >= preStop(all) + endsWithin + 5,
    mustBe: true,
  }),
  'HTTP goes on while the Service still sends, Socket Mode ends at once': (all) => ({
    is: preStop(all),
    mustBe: env(all).SLACK_MODE === 'http' ? 5 : 0,
  }),
  'replicas keep away from each other': (all) => ({
    is: pod(all).topologySpreadConstraints,
    mustBe: ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'].map((topologyKey) => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable: 'ScheduleAnyway',
      matchLabelKeys: ['pod-template-hash'],
      labelSelector: { matchLabels: ours },
    })),
  }),
  'draining nodes leaves one, unless none works anyway': (all) => ({
    is: [
      at(one(all, 'PodDisruptionBudget'), 'spec.minAvailable'),
      at(one(all, 'PodDisruptionBudget'), 'spec.unhealthyPodEvictionPolicy'),
    ],
    mustBe: [1, 'AlwaysAllow'],
  }),
  'every variable is a setting': (all) => ({
    is: Object.keys(env(all)).filter(
      (name) => !(settingNames as readonly string[]).flatMap((known) => [known, `${known}_FILE`]).includes(name),
    ),
    mustBe: [],
  }),
  'secrets are files, and only they are in the folder of secrets': (all) => ({
    is: Object.entries(env(all)).filter(([, value]) => value === undefined || value.startsWith(secretFolder)),
    mustBe: secrets
      .filter((name) => env(all).SLACK_MODE === 'http' || name !== 'SLACK_SIGNING_SECRET')
      .filter((name) => env(all).SLACK_MODE === 'socket' || name !== 'SLACK_APP_TOKEN')
      .map((name) => [`${name}_FILE`, secretFolder + fileOf(name)])
      .toSorted(([a = ''], [b = '']) => order(all, a) - order(all, b)),
  }),
  'the team settings come from their ConfigMap': (all) => ({
    is: container(all).envFrom,
    mustBe: [{ configMapRef: { name: 'vulndesk-settings' } }],
  }),
  'the policy lies where the bot looks for it, and its holidays beside it': (all) => ({
    is: [
      env(all).POLICY_FILE,
      listOf(pod(all).volumes).filter(({ name }) => name === 'policy'),
      listOf(container(all).volumeMounts).filter(({ name }) => name === 'policy'),
    ],
    mustBe: [
      '/etc/vulndesk/policy/kubesphere.yaml',
      [
        {
          name: 'policy',
          configMap: {
            name: 'vulndesk-policy',
            items: [
              { key: 'kubesphere.yaml', path: 'kubesphere.yaml' },
              { key: 'cn.yaml', path: 'calendars/cn.yaml' },
            ],
          },
        },
      ],
      [{ name: 'policy', mountPath: '/etc/vulndesk/policy', readOnly: true }],
    ],
  }),
  'the Secret is mounted for the bot alone': (all) => ({
    is: [
      listOf(pod(all).volumes).filter(({ name }) => name === 'secrets'),
      listOf(container(all).volumeMounts).filter(({ name }) => name === 'secrets'),
    ],
    mustBe: [
      [{ name: 'secrets', secret: { secretName: 'vulndesk', defaultMode: 0o400 } }],
      [{ name: 'secrets', mountPath: secretFolder.slice(0, -1), readOnly: true }],
    ],
  }),
  'nothing else is mounted': (all) => ({
    is: [listOf(pod(all).volumes).map(({ name }) => name), listOf(container(all).volumeMounts).map(({ name }) => name)],
    mustBe: [
      ['policy', 'secrets'],
      ['policy', 'secrets'],
    ],
  }),
  'nothing goes in or out that no policy names': (all) => ({
    is: one(all, 'NetworkPolicy', 'default-deny').spec,
    mustBe: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  }),
  'out go DNS, MongoDB and, to the internet, 443': (all) => ({
    is: one(all, 'NetworkPolicy', 'vulndesk').spec,
    mustBe: {
      podSelector: { matchLabels: ours },
      policyTypes: ['Egress'],
      egress: [
        {
          to: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
              podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
            },
            { ipBlock: { cidr: '169.254.0.0/16' } },
          ],
          ports: [
            { protocol: 'UDP', port: 53 },
            { protocol: 'TCP', port: 53 },
          ],
        },
        { ports: [{ protocol: 'TCP', port: 27017 }] },
        {
          to: [
            {
              ipBlock: {
                cidr: '0.0.0.0/0',
                except: ['10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.168.0.0/16'],
              },
            },
            { ipBlock: { cidr: '::/0', except: ['fc00::/7', 'fe80::/10'] } },
          ],
          ports: [{ protocol: 'TCP', port: 443 }],
        },
      ],
    },
  }),
  'in comes nothing over Socket Mode, and over HTTP the Ingress controller': (all) => ({
    is: [
      all
        .filter(
          ({ kind, metadata }) => kind === 'NetworkPolicy' && !['default-deny', 'vulndesk'].includes(metadata.name),
        )
        .map(({ spec }) => spec),
      all.filter(({ kind }) => kind === 'Service').map(({ spec }) => spec),
    ],
    mustBe:
      env(all).SLACK_MODE === 'socket'
        ? [[], []]
        : [
            [
              {
                podSelector: { matchLabels: ours },
                policyTypes: ['Ingress'],
                ingress: [
                  {
                    from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } } }],
                    ports: [{ protocol: 'TCP', port: Number(env(all).PORT) }],
                  },
                ],
              },
            ],
            [{ type: 'ClusterIP', selector: ours, ports: [{ name: 'slack', port: 80, targetPort: 'slack' }] }],
          ],
  }),
};

/** The lines of the bar that do not hold. One that cannot even be looked at does not. */
export function broken(all: readonly Resource[]): readonly string[] {
  return Object.entries(bar)
    .filter(([, line]) => {
      try {
        const { is, mustBe } = line(all);
        return !isDeepStrictEqual(is, mustBe);
      } catch {
        return true;
      }
    })
    .map(([name]) => name);
}

const apis: Readonly<Record<string, string>> = {
  Namespace: 'v1',
  ServiceAccount: 'v1',
  Service: 'v1',
  ConfigMap: 'v1',
  Deployment: 'apps/v1',
  PodDisruptionBudget: 'policy/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
};

function one(all: readonly Resource[], kind: string, name?: string): Resource {
  const found = all.filter((each) => each.kind === kind && (name === undefined || each.metadata.name === name));
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} of ${kind} ${name ?? ''}`);
  return found[0];
}
const deployment = (all: readonly Resource[]) => one(all, 'Deployment', 'vulndesk');
const pod = (all: readonly Resource[]) => podOf(deployment(all));
const container = (all: readonly Resource[]) => containerOf(deployment(all));
const preStop = (all: readonly Resource[]) => Number(at(container(all), 'lifecycle.preStop.sleep.seconds') ?? 0);
const fileOf = (name: string) => (name === 'KEYRING' ? 'keyring.json' : name.toLowerCase().replaceAll('_', '-'));
const order = (all: readonly Resource[], name: string) => Object.keys(env(all)).indexOf(name);

/** What the container's environment holds; `undefined` for one that has no plain value. */
function env(all: readonly Resource[]): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    listOf(container(all).env).map(({ name, value }) => [name, typeof value === 'string' ? value : undefined]),
  );
}

/** How long a probe has to fail. */
function seconds(all: readonly Resource[], probe: string): number {
  const { periodSeconds, failureThreshold } = container(all)[probe] as Record<string, number>;
  return (periodSeconds ?? Number.NaN) * (failureThreshold ?? Number.NaN);
}

const units: Readonly<Record<string, number>> = { '': 1, m: 0.001, Mi: 2 ** 20, Gi: 2 ** 30 };
function amount(of: Tree | undefined, what: string): number | undefined {
  const [, number, unit = ''] = /^(\d+)(m|Mi|Gi)?$/.exec(String(of?.[what])) ?? [];
  return number === undefined ? undefined : Number(number) * (units[unit] ?? Number.NaN);
}

/** The network policies have names of their own. ConfigMaps are there once kustomize has made them, named for what they hold. */
function namedVulndesk({ kind }: Resource): boolean {
  return kind !== 'NetworkPolicy' && kind !== 'ConfigMap';
}
