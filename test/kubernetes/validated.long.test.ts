import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { root } from '../support/project.js';
import { bar, broken } from './kubernetes-bar.js';
import { documentsIn, overlaid, overlays, type Resource } from './manifest-set.js';

const validator = 'kubernetes-validate==1.37.0';
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vulndesk-kubernetes-'));
  const args = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--target', join(folder, 'site')];
  const { error, status, stderr } = spawnSync('python3', [...args, validator], { encoding: 'utf8' });
  if (error !== undefined || status !== 0)
    throw new Error(
      `${validator} could not be installed: Python 3 with pip and a package index are needed. ${error ?? stderr}`,
    );
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function validate(file: string) {
  const { status, stdout, stderr } = spawnSync('python3', ['-m', 'kubernetes_validate', '--strict', file], {
    encoding: 'utf8',
    env: { ...process.env, PYTHONPATH: join(folder, 'site') },
  });
  const said = stdout + stderr;
  return { status, said, passed: said.match(/passed for resource/g)?.length ?? 0, unknown: /find schema/.test(said) };
}
const written = (name: string, resources: readonly object[]) => {
  const file = join(folder, name);
  writeFileSync(file, resources.map((one) => stringify(one, { version: '1.1' })).join('---\n'));
  return file;
};

describe.each(overlays)('the manifests of the overlay %s', (overlay) => {
  const all = overlaid(overlay);

  test('fit the schemas of Kubernetes, without an unknown field', () => {
    const { said, ...found } = validate(written(`${overlay}.yaml`, all));
    expect({ ...found, said: found.status === 0 ? '' : said }).toEqual({
      status: 0,
      passed: all.length,
      unknown: false,
      said: '',
    });
  });

  test.each([
    ['a field that is mistyped', 'readOnlyRootFilesystem', 'readonlyRootFilesystem'],
    ['a number that is none', '"replicas":2', '"replicas":"two"'],
    ['a port as text', '"containerPort":9090', '"containerPort":"9090"'],
  ])('%s would be found', (_, from, to) => {
    const text = JSON.stringify(all);
    expect(text).toContain(from);
    const { status } = validate(written('wrong.yaml', JSON.parse(text.replace(from, to)) as object[]));
    expect(status).not.toBe(0);
  });

  test('are as kustomize renders them, where it is installed', () => {
    const rendered = kustomized(join('overlays', overlay));
    if (rendered === undefined) {
      console.info('No kubectl and no kustomize here: the overlays were put together by this test alone.');
      return;
    }
    const file = join(folder, 'rendered.yaml');
    writeFileSync(file, rendered);
    const { status, said, passed } = validate(file);
    expect({ status, said: status === 0 ? '' : said }).toEqual({ status: 0, said: '' });
    // Names of generated ConfigMaps end in a hash of what they hold.
    const resources = documentsIn(
      rendered.replace(/\b(vulndesk-(?:policy|settings))-[a-z0-9]{10}\b/g, '$1'),
    ) as readonly Resource[];
    const ours = resources.map(({ metadata, ...one }): Resource => {
      const { labels, ...head } = metadata as { name: string; labels?: Record<string, string> };
      const { 'app.kubernetes.io/part-of': _, ...own } = labels ?? {};
      return { ...one, metadata: Object.keys(own).length === 0 ? head : { ...head, labels: own } };
    });
    console.info(`${overlay}: ${passed} rendered resources fit, held against ${Object.keys(bar).length} lines`);
    expect(broken(ours)).toEqual([]);
    expect(resources.filter(({ kind }) => kind === 'ConfigMap')).toHaveLength(2);
  });
});

test('the example Secret fits', () => {
  expect(validate(join(root, 'manifests', 'secret.example.yaml'))).toMatchObject({ status: 0, passed: 1 });
});

/** What kustomize makes of a folder; `undefined` where neither it nor kubectl is installed. */
function kustomized(overlay: string): string | undefined {
  const copy = join(folder, 'copy');
  for (const part of ['manifests', 'policy']) cpSync(join(root, part), join(copy, part), { recursive: true });
  // As a team fills it in.
  const settings = join(copy, 'manifests', overlay, 'settings.env');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('SECURITY_CHANNEL=', 'SECURITY_CHANNEL=C024BE91L'));
  for (const [command, verb] of [
    ['kubectl', 'kustomize'],
    ['kustomize', 'build'],
  ] as const) {
    const { error, status, stdout, stderr } = spawnSync(command, [verb, join(copy, 'manifests', overlay)], {
      encoding: 'utf8',
    });
    if (error !== undefined) continue;
    if (status !== 0) throw new Error(`${command} could not render ${overlay}: ${stderr}`);
    return stdout;
  }
  return undefined;
}
