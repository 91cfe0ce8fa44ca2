/** The CVSS versions that Vulndesk supports. */
export type CvssVersion = '3.1' | '4.0';
export const cvssVersions: readonly CvssVersion[] = ['3.1', '4.0'];

/** A metric and its values, abbreviated as in a vector. */
export type CvssMetric = Readonly<{ name: string; values: readonly string[] }>;

const metric = <const N extends string, const V extends string>(name: N, ...values: readonly V[]) =>
  ({ name, values }) as const;

/** The required base metrics, in the order of a vector (v3.1 table 15, v4.0 table 23). The worst value comes first. */
export const baseMetrics = {
  '3.1': [
    metric('AV', 'N', 'A', 'L', 'P'),
    metric('AC', 'L', 'H'),
    metric('PR', 'N', 'L', 'H'),
    metric('UI', 'N', 'R'),
    metric('S', 'C', 'U'),
    metric('C', 'H', 'L', 'N'),
    metric('I', 'H', 'L', 'N'),
    metric('A', 'H', 'L', 'N'),
  ],
  '4.0': [
    metric('AV', 'N', 'A', 'L', 'P'),
    metric('AC', 'L', 'H'),
    metric('AT', 'N', 'P'),
    metric('PR', 'N', 'L', 'H'),
    metric('UI', 'N', 'P', 'A'),
    metric('VC', 'H', 'L', 'N'),
    metric('VI', 'H', 'L', 'N'),
    metric('VA', 'H', 'L', 'N'),
    metric('SC', 'H', 'L', 'N'),
    metric('SI', 'H', 'L', 'N'),
    metric('SA', 'H', 'L', 'N'),
  ],
} as const satisfies Record<CvssVersion, readonly CvssMetric[]>;

/** The optional metrics, in the order of a vector. `X` (not defined) means the same as leaving the metric out. */
export const optionalMetrics: Readonly<Record<CvssVersion, readonly CvssMetric[]>> = {
  '3.1': [
    metric('E', 'X', 'H', 'F', 'P', 'U'),
    metric('RL', 'X', 'U', 'W', 'T', 'O'),
    metric('RC', 'X', 'C', 'R', 'U'),
    ...['CR', 'IR', 'AR'].map((name) => metric(name, 'X', 'H', 'M', 'L')),
    metric('MAV', 'X', 'N', 'A', 'L', 'P'),
    metric('MAC', 'X', 'L', 'H'),
    metric('MPR', 'X', 'N', 'L', 'H'),
    metric('MUI', 'X', 'N', 'R'),
    metric('MS', 'X', 'C', 'U'),
    ...['MC', 'MI', 'MA'].map((name) => metric(name, 'X', 'H', 'L', 'N')),
  ],
  '4.0': [
    metric('E', 'X', 'A', 'P', 'U'),
    ...['CR', 'IR', 'AR'].map((name) => metric(name, 'X', 'H', 'M', 'L')),
    metric('MAV', 'X', 'N', 'A', 'L', 'P'),
    metric('MAC', 'X', 'L', 'H'),
    metric('MAT', 'X', 'N', 'P'),
    metric('MPR', 'X', 'N', 'L', 'H'),
    metric('MUI', 'X', 'N', 'P', 'A'),
    ...['MVC', 'MVI', 'MVA', 'MSC'].map((name) => metric(name, 'X', 'H', 'L', 'N')),
    ...['MSI', 'MSA'].map((name) => metric(name, 'X', 'S', 'H', 'L', 'N')),
    metric('S', 'X', 'N', 'P'),
    metric('AU', 'X', 'N', 'Y'),
    metric('R', 'X', 'A', 'U', 'I'),
    metric('V', 'X', 'D', 'C'),
    metric('RE', 'X', 'L', 'M', 'H'),
    metric('U', 'X', 'Clear', 'Green', 'Amber', 'Red'),
  ],
};

/** The base metrics without a value yet, in order. */
export function metricsToChoose(version: CvssVersion, choices: Readonly<Record<string, string>>): string[] {
  return baseMetrics[version].filter(({ name }) => !choices[name]).map(({ name }) => name);
}

/** The vector of the chosen values, in order. Missing ones are left out, so that `readSeverity` can name them. */
export function vectorOf(version: CvssVersion, choices: Readonly<Record<string, string>>): string {
  const chosen = [...baseMetrics[version], ...optionalMetrics[version]]
    .filter(({ name }) => choices[name] !== undefined && choices[name] !== '' && choices[name] !== 'X')
    .map(({ name }) => `/${name}:${choices[name]}`);
  return `CVSS:${version}${chosen.join('')}`;
}
