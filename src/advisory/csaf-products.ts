import { localeOf } from '../locales/locale-of.js';
import { defined } from '../report/defined.js';
import { ecosystemNamed } from '../report/ecosystem.js';
import type { Product } from '../report/product.js';
import { byProduct } from '../report/read-affected-lines.js';
import { isCommit, isTag, publishedVersion } from '../report/version-order.js';
import { firstOf } from '../report/version-wildcard.js';
import { type Advisory, type AdvisoryLine, type Publisher, productOf } from './advisory.js';
import { affectedVersions } from './affected-line-text.js';
import { isMeantAsSemver } from './is-semver.js';
import { endsOf, publishedRange } from './published-range.js';

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
    const affectedId = idOf(line.line, 'affected', affectedLeaf(line, productOf(line.line, publisher)).name);
    return line.fix?.outcome === 'fixed'
      ? { line, affectedId, fixedId: idOf(line.line, 'fixed', line.fix.version) }
      : { line, affectedId };
  });
  const products = [...byProduct(advisory.affected).keys()].map((name) => productOf(name, publisher));
  const vendors = [...new Set(products.map(({ vendor = publisher.vendor }) => vendor))];
  const branches = vendors.map((vendor) => ({
    category: 'vendor',
    name: vendor,
    branches: products
      .filter((product) => (product.vendor ?? publisher.vendor) === vendor)
      .map((product) => ({
        category: 'product_name',
        name: product.name,
        branches: leaves(
          lines.filter(({ line }) => line.line === product.name),
          product,
        ),
      })),
  }));
  return { lines, tree: { branches } };
}

function leaves(lines: readonly CsafLine[], product: Product): object[] {
  const locale = localeOf('en');
  const all = lines.flatMap(({ line, affectedId, fixedId }) => [
    leaf(affectedLeaf(line, product), `${line.line}, ${affectedVersions(line, locale)}`, affectedId, product),
    ...(fixedId !== undefined && line.fix?.outcome === 'fixed'
      ? [leaf(fixedLeaf(line.fix.version), `${line.line}, ${line.fix.version}`, fixedId, product)]
      : []),
  ]);
  return [...new Map(all.map((one) => [one.product.product_id, one])).values()];
}

const fixedLeaf = (version: string) => ({ category: 'product_version', name: firstOf(publishedVersion(version)) });

type Leaf = Readonly<{ category: string; name: string }>;

const leaf = (version: Leaf, name: string, id: string, { packages }: Product) => {
  const helper = {
    ...defined({ cpe: packages.find(({ cpe }) => cpe !== undefined)?.cpe }),
    ...defined({ purl: packages.find(({ purl }) => purl !== undefined)?.purl }),
  };
  const identified = Object.keys(helper).length === 0 ? {} : { product_identification_helper: helper };
  return { ...version, product: { name, product_id: id, ...identified } };
};

/**
 * One version as it is, several in the form `vers:SCHEME/…` with special characters percent-encoded, all of them as `vers:all/*`.
 * Commits have no order in any scheme, so they end no range. The scheme is the one of the product's packages, if they have one and the versions are of it. https://github.com/package-url/vers-spec
 */
function affectedLeaf(line: AdvisoryLine, { packages }: Product): Leaf {
  const { from, upTo, before } = publishedRange(line);
  if (from !== undefined && from === upTo) return { category: 'product_version', name: from };
  const ends = Object.entries({ '>=': from, '<=': upTo, '<': before }).flatMap(([sign, version]) =>
    version === undefined || isCommit(version) ? [] : [sign + encodeURIComponent(version)],
  );
  const name = ends.length === 0 ? 'vers:all/*' : `vers:${schemeOf(line, packages)}/${ends.join('|')}`;
  return { category: 'product_version_range', name };
}

function schemeOf(line: AdvisoryLine, packages: Product['packages']): string {
  const [first, ...others] = new Set(packages.map(({ ecosystem }) => ecosystemNamed(ecosystem)));
  if (first?.scheme === undefined || others.length > 0 || endsOf(line).some(isTag)) return 'generic';
  return first.semver !== true || endsOf(line).every(isMeantAsSemver) ? first.scheme : 'generic';
}
