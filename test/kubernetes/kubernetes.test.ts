import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPolicy } from '../../src/config/policy.js';
import { settingNames } from '../../src/config/settings.js';
import { filesOf } from '../config/policy-text.js';
import { root } from '../support/project.js';
import { bar, broken } from './kubernetes-bar.js';
import {
  at,
  containerOf,
  documentsIn,
  kustomizationOf,
  listOf,
  overlaid,
  overlays,
  patchesOf,
  podOf,
  type Resource,
  type Tree,
} from './manifest-set.js';
import { additions, free, leavesOf, seeded } from './regressions.js';

const manifests = join(root, 'manifests');
const secretNames = ['slack-bot-token', 'slack-app-token', 'slack-signing-secret', 'mongodb-uri', 'keyring.json'];

describe.each(overlays)('on Kubernetes by the overlay %s', (overlay) => {
  const all = overlaid(overlay);
  test.each(Object.entries(bar))('%s', (_, line) => {
    const { is, mustBe } = line(all);
    expect(is).toEqual(mustBe);
  });

  test('each line is needed: without it, or with another, a check fails', () => {
    const spots = all.flatMap((resource, i) => leavesOf(resource).map((path) => [i, ...path]));
    const unnoticed: string[] = [];
    let tried = 0;
    for (const path of spots)
      for (const how of ['taken out', 'changed'] as const) {
        const spot = [all[Number(path[0])]?.kind, ...path.slice(1)].join('.');
        if (free[how].some((form) => form.test(spot))) continue;
        tried += 1;
        if (broken(seeded(all, path, how)).length === 0) unnoticed.push(`${spot} ${how}`);
      }
    console.info(`${overlay}: ${spots.length} lines, ${tried} seeded regressions, ${unnoticed.length} unnoticed`);
    expect(unnoticed).toEqual([]);
    expect(tried).toBeGreaterThan(200);
  });

  test.each(additions)('%s is noticed', (_, add) => {
    const worse = structuredClone(all) as Resource[];
    add(worse.find(({ kind }) => kind === 'Deployment') ?? {}, worse);
    expect(broken(worse)).not.toEqual([]);
  });

  test('the patch touches only variables, ports and how the pod ends', () => {
    const [patch, ...more] = patchesOf(overlay);
    expect(more).toEqual([]);
    const { spec, ...head } = patch as { spec: Tree };
    expect(head).toMatchObject({ kind: 'Deployment', metadata: { name: 'vulndesk', namespace: 'vulndesk' } });
    const pod = podOf({ spec });
    expect({ spec: Object.keys(spec), pod: Object.keys(pod) }).toEqual({ spec: ['template'], pod: ['containers'] });
    const { name, ...changed } = containerOf({ spec });
    expect(name).toBe('vulndesk');
    expect(['env', 'ports', 'lifecycle']).toEqual(expect.arrayContaining(Object.keys(changed)));
  });

  test('changes the base only as this test expects', () => {
    const { apiVersion, kind, ...rest } = kustomizationOf(join(manifests, 'overlays', overlay));
    expect([apiVersion, kind]).toEqual(['kustomize.config.k8s.io/v1beta1', 'Kustomization']);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(rest).toEqual({
      namespace: 'vulndesk',
      resources: overlay === 'socket' ? ['../../base'] : ['../../base', 'service.yaml', 'network-policy.yaml'],
      images: [{ name: 'vulndesk', newName: 'vulndesk', newTag: version }],
      configMapGenerator: [{ name: 'vulndesk-settings', envs: ['settings.env'] }],
      patches: [{ path: 'deployment.patch.yaml' }],
    });
  });

  test('what a team fills in are settings, not secrets', () => {
    const names = readFileSync(join(manifests, 'overlays', overlay, 'settings.env'), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('=')[0] ?? '');
    expect(names).toContain('SECURITY_CHANNEL');
    expect(settingNames).toEqual(expect.arrayContaining(names));
    expect(names.filter((name) => /TOKEN|SIGNING|MONGODB_URI|KEYRING/.test(name))).toEqual([]);
  });
});

describe('the ConfigMap of the policy', () => {
  const { configMapGenerator, resources, ...rest } = kustomizationOf(join(root, 'policy'));
  test('is made of the policy and its holidays, and named after their content', () => {
    expect({ configMapGenerator, resources }).toEqual({
      configMapGenerator: [{ name: 'vulndesk-policy', files: ['kubesphere.yaml', 'cn.yaml=calendars/cn.yaml'] }],
    });
    expect(Object.keys(rest)).toEqual(['apiVersion', 'kind']);
    expect(kustomizationOf(join(manifests, 'base'))).toEqual({
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      namespace: 'vulndesk',
      labels: [{ pairs: { 'app.kubernetes.io/part-of': 'vulndesk' } }],
      resources: expect.arrayContaining(['deployment.yaml', 'network-policy.yaml', '../../policy']),
    });
  });
  test('is the policy of the repository where it is mounted', () => {
    const [generator] = listOf(configMapGenerator) as readonly { files: readonly string[] }[];
    const data = Object.fromEntries(
      (generator?.files ?? []).map((entry) => {
        const [key = '', file = key] = entry.split('=');
        return [key, readFileSync(join(root, 'policy', file), 'utf8')];
      }),
    );
    const deployment = overlaid('socket').find(({ kind }) => kind === 'Deployment') ?? {};
    const volume = listOf(podOf(deployment).volumes).find(({ name }) => name === 'policy');
    const items = listOf(at(volume, 'configMap.items')) as readonly { key: string; path: string }[];
    const mounted = Object.fromEntries(
      items.map(({ key, path }) => [`/etc/vulndesk/policy/${path}`, data[key] ?? 'nothing']),
    );
    const policy = readPolicy('/etc/vulndesk/policy/kubesphere.yaml', filesOf(mounted));
    expect(policy).toEqual(readPolicy(join(root, 'policy', 'kubesphere.yaml')));
  });
});

describe('the example of the Secret', () => {
  const [example, ...more] = documentsIn(readFileSync(join(manifests, 'secret.example.yaml'), 'utf8'));
  test('names what the bot reads, and has no values', () => {
    expect(more).toEqual([]);
    expect(example).toEqual({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'vulndesk', namespace: 'vulndesk' },
      type: 'Opaque',
      stringData: Object.fromEntries(secretNames.map((name) => [name, ''])),
    });
  });
  test('is not part of what is applied', () => {
    for (const overlay of overlays) expect(overlaid(overlay).map(({ kind }) => kind)).not.toContain('Secret');
  });
});
