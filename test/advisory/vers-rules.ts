const comparators = ['>=', '<=', '!=', '>', '<', ''] as const;

/**
 * What the VERS specification has against a name of a version or range in CSAF; nothing against one that is no `vers:`. Kept by
 * hand, from https://github.com/package-url/vers-spec: scheme in small letters, no spaces, no empty constraint, versions
 * percent-encoded and each once, `*` alone, the ends of an interval in order and of opposite directions.
 */
export function versFaults(name: string): string[] {
  if (!name.startsWith('vers:')) return [];
  const [, scheme = '', constraints = ''] = /^vers:([^/]*)\/(.*)$/.exec(name) ?? [];
  const parts = constraints.split('|').map((part) => {
    const sign = comparators.find((one) => part.startsWith(one)) ?? '';
    return { sign, version: part.slice(sign.length) };
  });
  const versions = parts.map(({ version }) => version);
  const signs = parts.map(({ sign }) => sign).filter((sign) => sign !== '' && sign !== '!=');
  const rules: Readonly<Record<string, boolean>> = {
    'the scheme is in small letters': /^[a-z][a-z0-9.-]*$/.test(scheme),
    'it has no spaces': !/\s/.test(name),
    'no constraint is empty': !versions.includes(''),
    'each version comes once': new Set(versions).size === versions.length,
    'versions are percent-encoded': versions.every(
      (one) => one === '*' || one === encodeURIComponent(decodeURIComponent(one)),
    ),
    'the asterisk stands alone': !versions.includes('*') || constraints === '*',
    'all versions are vers:all/*': (scheme === 'all') === (constraints === '*'),
    'a lower end is followed by an upper one': signs.every(
      (sign, i) => i === 0 || sign.startsWith('<') !== signs[i - 1]?.startsWith('<'),
    ),
    'a single version is no range': parts.length > 1 || parts[0]?.sign !== '' || constraints === '*',
  };
  return Object.entries(rules).flatMap(([rule, kept]) => (kept ? [] : [rule]));
}
