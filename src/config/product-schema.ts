import { z } from 'zod';
import { ecosystemNamed } from '../report/ecosystem.js';
import { DateText } from './calendar-schema.js';
import { text } from './schema-texts.js';
import { wanted } from './yaml.js';

/** The most options in a Slack list, and the longest version name that leaves room for its support status. */
export const mostVersions = 100;
const longestVersion = 50;

const Version = z.strictObject(
  {
    name: text('the name of a version', longestVersion),
    supportedUntil: z
      .union(
        [z.literal('never'), DateText],
        wanted('the last day of support as YYYY-MM-DD, or never; omit it while no end is set'),
      )
      .optional(),
    afterwards: z.enum(['best_effort', 'end_of_life'], wanted('best_effort or end_of_life')).default('end_of_life'),
  },
  wanted('a version with its name'),
);
const address = (what: string) => text(what, 200).regex(/^https:\/\/\S+$/, wanted('an https:// address'));
const Package = z.strictObject(
  {
    ecosystem: text('the name of an ecosystem in OSV, for example Go or npm', 40).refine(
      (name) => ecosystemNamed(name) !== undefined,
      wanted('the name of an ecosystem in OSV, spelled as there: Go, npm, PyPI, Maven, crates.io, Debian:12 …'),
    ),
    name: text('the name of the package', 200),
    purl: text('a package URL without a version, for example pkg:golang/example.org/module', 200)
      .regex(/^pkg:[A-Za-z][A-Za-z0-9.+-]*\/[^@?#\s]+$/, wanted('a package URL without a version: pkg:type/name'))
      .optional(),
    cpe: text('a CPE 2.3 name', 200)
      .regex(
        /^cpe:2\.3:[aho](?::[A-Za-z0-9._*?~%\\-]+){2}(?::\*){8}$/,
        wanted('a CPE name without a version: cpe:2.3:a:vendor:product:*:*:*:*:*:*:*:*'),
      )
      .optional(),
  },
  wanted('a package with ecosystem and name, for example Go and example.org/module'),
);
/** The versions that the report form offers. */
export const Versions = z
  .array(Version, wanted('a list of versions, each with its name'))
  .min(1, wanted('at least one version: the form asks which ones are affected'))
  .max(mostVersions, wanted(`at most ${mostVersions} versions: a Slack list can't have more`));
/** What advisories can be about. */
export const Product = z.strictObject(
  {
    name: text('the name of a product', 60),
    vendor: text('the vendor of this product, if it is not the publisher', 60).optional(),
    repository: address('the https:// address of its source repository').optional(),
    packages: z
      .array(Package, wanted('a list of packages, each with ecosystem and name'))
      .max(20, wanted('at most 20 packages'))
      .default([]),
    versions: Versions,
  },
  wanted('a product with name and versions'),
);
