import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const osvSchema = '../shared/data/osv.schema.json';

/** What a JSON schema has against a value. */
export function validatorOf(schema: object): (value: unknown) => readonly object[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  // Its types name the default export of an ES module, which it is not.
  (addFormats as unknown as (to: Ajv2020) => void)(ajv);
  const valid = ajv.compile(schema);
  return (value) => (valid(value) ? [] : (valid.errors ?? []));
}

/** What the newest schema of OSV has against a record; `undefined` where the schema is not to be had, which is said. */
export function officialOsv(): ((record: unknown) => readonly object[]) | undefined {
  if (existsSync(osvSchema)) return validatorOf(JSON.parse(readFileSync(osvSchema, 'utf8')));
  console.info(
    `No ${osvSchema}: OSV records are checked by our own type and rules, and in npm run test:long by a schema.`,
  );
  return undefined;
}

/** The ecosystems of the official schema. */
export function officialEcosystems(): readonly string[] {
  return existsSync(osvSchema) ? JSON.parse(readFileSync(osvSchema, 'utf8')).$defs.ecosystemName.enum : [];
}

export type CsafResult = Readonly<{ isValid: boolean; ran: number; errors: readonly object[] }>;

/** What the schema and the mandatory tests of the standard have against each CSAF document. */
export function validateCsaf(documents: readonly unknown[]): CsafResult[] {
  const { stdout, stderr } = spawnSync(process.execPath, ['test/advisory/csaf-validator-process.mjs'], {
    input: JSON.stringify(documents),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}
