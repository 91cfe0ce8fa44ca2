import { localeOf } from '../locales/locale-of.js';
import { publishedVersion } from '../report/version-order.js';
import type { Advisory, AdvisoryLine, Publisher } from './advisory.js';
import { affectedVersions } from './affected-line-text.js';
import { publishedRange } from './published-range.js';

/** A line with the ids of its affected versions and of its patched release in the product tree. */
export type CsafLine = Readonly<{ line: AdvisoryLine; affectedId: string; fixedId?: string }>;

/**
 * The product tree of an advisory: vendor, product line, then the affected range and the patched release. Lines of the same name
 * are grouped, and a release that several of them share is one product.
 */
export function csafProducts(advisory: Advisory, publisher: Publisher): { lines: CsafLine[]; tree: object } {
  const ids = new Map<string, string>();
  const idOf = (line: string, kind: string, version: string) => {
    const key = JSON.stringify([line, kind, version]);
    const id = ids.get(key) ?? `CSAFPID-${String(ids.size + 1).padStart(4, '0')}`;
    ids.set(key, id);
    return id;
  };
  const lines = advisory.affected.map((line) => {
    const affectedId = idOf(line.line, 'affected', affectedLeaf(line).name);
    return line.fix?.outcome === 'fixed'
      ? { line, affectedId, fixedId: idOf(line.line, 'fixed', line.fix.version) }
      : { line, affectedId };
  });
  const names = [...new Set(advisory.affected.map(({ line }) => line))];
  const branches = names.map((name) => ({
    category: 'product_name',
    name,
    branches: leaves(lines.filter(({ line }) => line.line === name)),
  }));
  return { lines, tree: { branches: [{ category: 'vendor', name: publisher.vendor, branches }] } };
}

function leaves(lines: readonly CsafLine[]): object[] {
  const locale = localeOf('en');
  const all = lines.flatMap(({ line, affectedId, fixedId }) => [
    leaf(affectedLeaf(line), `${line.line}, ${affectedVersions(line, locale)}`, affectedId),
    ...(fixedId !== undefined && line.fix?.outcome === 'fixed'
      ? [leaf(fixedLeaf(line.fix.version), `${line.line}, ${line.fix.version}`, fixedId)]
      : []),
  ]);
  return [...new Map(all.map((one) => [one.product.product_id, one])).values()];
}

const fixedLeaf = (version: string) => ({ category: 'product_version', name: publishedVersion(version) });

const leaf = (version: Readonly<{ category: string; name: string }>, product: string, id: string) => ({
  ...version,
  product: { name: product, product_id: id },
});

/**
 * One version as it is, several in the form `vers:generic/…` with special characters percent-encoded, all of them as `vers:all/*`.
 * https://github.com/package-url/vers-spec
 */
function affectedLeaf(line: AdvisoryLine): Readonly<{ category: string; name: string }> {
  const { from, upTo, before } = publishedRange(line);
  if (from !== undefined && from === upTo) return { category: 'product_version', name: from };
  const ends = Object.entries({ '>=': from, '<=': upTo, '<': before }).flatMap(([sign, version]) =>
    version === undefined ? [] : [sign + encodeURIComponent(version)],
  );
  const name = ends.length === 0 ? 'vers:all/*' : `vers:generic/${ends.join('|')}`;
  return { category: 'product_version_range', name };
}
