import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderOsv } from '../../src/advisory/osv.js';
import { cases, creditedForAll, publisher } from './cases.js';
import { validatorOf } from './validators.js';

/** A package of OSV's own tools, which carries the schema. Nothing of it is run. */
const carrier = 'osv==0.1.3';

test('every case is valid by the schema of OSV as its own package has it, which refuses a broken one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vulndesk-osv-'));
  try {
    const options = ['--quiet', '--no-deps', '--only-binary=:all:', '--python-version', '3.13', '--dest', folder];
    execFileSync('python3', ['-m', 'pip', 'download', ...options, carrier], { stdio: 'ignore' });
    execFileSync('sh', ['-c', 'python3 -m zipfile -e osv-*.whl .'], { cwd: folder, stdio: 'ignore' });
    const schema = JSON.parse(readFileSync(join(folder, 'osv/osv-schema/validation/schema.json'), 'utf8'));
    // Later editions of the schema allow `x_` before the ids of a database that they don't list.
    const faultsOf = validatorOf({ ...schema, $defs: { ...schema.$defs, prefix: { type: 'string', pattern: '^x_' } } });
    const records = [...Object.values(cases), creditedForAll].map((one) =>
      JSON.parse(JSON.stringify(renderOsv(one, publisher))),
    );
    expect(records.map(faultsOf)).toEqual(records.map(() => []));
    expect(faultsOf({ ...records[0], modified: 'today' })).not.toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
