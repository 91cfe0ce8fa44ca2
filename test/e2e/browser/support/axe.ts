import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

type Violation = Readonly<{
  id: string;
  help: string;
  nodes: readonly Readonly<{ html: string; failureSummary?: string }>[];
}>;

/** What axe finds wrong with the page as it stands, one line each. */
export async function faultsForAxe(page: Page): Promise<readonly string[]> {
  const source = await readFile(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');
  // Given to the page by the debugger, past its content security policy.
  await page.evaluate(source);
  const violations = (await page.evaluate('axe.run().then(({ violations }) => violations)')) as readonly Violation[];
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`));
}
