/** A package under which a product is distributed. `ecosystem` and `name` as in OSV, `purl` and `cpe` (2.3) without a version. */
export type Package = Readonly<{ ecosystem: string; name: string; purl?: string; cpe?: string }>;

/** A product of the project, as advisories name it. `vendor`: where it is not the publisher's. */
export type Product = Readonly<{
  name: string;
  vendor?: string;
  repository?: string;
  packages: readonly Package[];
}>;
