import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { root } from '../support/project.js';

export const overlays = ['socket', 'http'] as const;
export type OverlayName = (typeof overlays)[number];

/** What Kubernetes is handed: parsed YAML, whatever it holds. */
export type Resource = Readonly<{
  kind: string;
  metadata: Readonly<{ name: string; namespace?: string; labels?: Readonly<Record<string, string>> }>;
}> &
  Tree;
export type Tree = Readonly<{ [key: string]: unknown }>;

/** The documents of a YAML file. @throws when it has a fault, or a key twice */
export function documentsIn(text: string): readonly Tree[] {
  return parseAllDocuments(text, { uniqueKeys: true }).map((document) => {
    const [fault] = [...document.errors, ...document.warnings];
    if (fault !== undefined) throw fault;
    return document.toJS() as Tree;
  });
}

/** What an overlay makes of the base, as kustomize would: the files it lists, its patch laid over the deployment. */
export function overlaid(overlay: OverlayName): readonly Resource[] {
  const folder = join(root, 'manifests', 'overlays', overlay);
  const resources = resourcesOf(folder);
  const [patch] = patchesOf(overlay);
  return resources.map((one) => (one.kind === 'Deployment' && patch !== undefined ? patched(one, patch) : one));
}

/** The patches of an overlay, each for its container. */
export function patchesOf(overlay: OverlayName): readonly Tree[] {
  const folder = join(root, 'manifests', 'overlays', overlay);
  const { patches } = kustomizationOf(folder);
  return (patches as readonly { path: string }[]).flatMap(({ path }) => read(join(folder, path)));
}

export function kustomizationOf(folder: string): Tree {
  return read(join(folder, 'kustomization.yaml'))[0] ?? {};
}

/** Every file that holds resources, of the base and of an overlay. */
export function resourceFiles(folder: string): readonly string[] {
  const { resources = [] } = kustomizationOf(folder) as { resources?: readonly string[] };
  return resources.flatMap((name) => {
    const path = join(folder, name);
    return existsSync(join(path, 'kustomization.yaml')) ? resourceFiles(path) : [path];
  });
}

export const containerOf = (deployment: Tree): Tree => listOf(podOf(deployment).containers)[0] ?? {};
export const podOf = (deployment: Tree): Tree => at(deployment, 'spec.template.spec') as Tree;
export const listOf = (value: unknown): readonly Tree[] => (Array.isArray(value) ? value : []);

/** The value at a path whose steps are joined by dots. */
export function at(tree: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, step) => (inner as Tree | undefined)?.[step], tree);
}

function patched(deployment: Resource, patch: Tree): Resource {
  const copy = structuredClone(deployment);
  const more = containerOf(patch);
  const container = containerOf(copy) as { [key: string]: unknown };
  for (const [key, value] of Object.entries(more))
    container[key] = Array.isArray(value) ? [...value, ...listOf(container[key])] : value;
  return copy;
}

const resourcesOf = (folder: string) => resourceFiles(folder).flatMap(read) as Tree[] as Resource[];
const read = (file: string) => documentsIn(readFileSync(file, 'utf8'));
