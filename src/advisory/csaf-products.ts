import { localeOf } from '../locales/locale.js';
import { readVersion } from '../report/version-order.js';
import type { Advisory, AdvisoryLine, Publisher } from './advisory.js';
import { affectedVersions } from './lines.js';

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
    const affectedId = idOf(line.line, 'affected', rangeOf(line));
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
    leaf('product_version_range', rangeOf(line), `${line.line}, ${affectedVersions(line, locale)}`, affectedId),
    ...(fixedId !== undefined && line.fix?.outcome === 'fixed'
      ? [leaf('product_version', line.fix.version, `${line.line}, ${line.fix.version}`, fixedId)]
      : []),
  ]);
  return [...new Map(all.map((one) => [one.product.product_id, one])).values()];
}

const leaf = (category: string, name: string, product: string, id: string) => ({
  category,
  name,
  product: { name: product, product_id: id },
});

/** In the form `vers:generic/…`, where special characters are percent-encoded. */
function rangeOf({ from, upTo, fix }: AdvisoryLine): string {
  const fixed = fix?.outcome === 'fixed' ? fix.version : undefined;
  const last = upTo !== undefined ? [`<=${bare(upTo)}`] : fixed !== undefined ? [`<${bare(fixed)}`] : [];
  const all = [...(from === undefined ? [] : [`>=${bare(from)}`]), ...last];
  return `vers:generic/${all.length === 0 ? '*' : all.join('|')}`;
}

const bare = (typed: string) => encodeURIComponent(readVersion(typed)?.version ?? typed);
