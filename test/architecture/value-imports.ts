import { parseSync } from '@swc/core';

/**
 * The modules that a TypeScript file loads when it runs: imported or re-exported other than by `import type` / `export type`,
 * or by import(). `import { type A }` loads its module too, since verbatimModuleSyntax keeps the statement.
 */
export function valueImports(source: string): readonly string[] {
  const { body } = parseSync(source, { syntax: 'typescript', tsx: source.includes('</') });
  const statements = body.flatMap((item) => {
    if (item.type === 'ImportDeclaration') return item.typeOnly ? [] : [item.source.value];
    if (item.type === 'ExportAllDeclaration') return [item.source.value];
    if (item.type === 'ExportNamedDeclaration') {
      const { source: from, typeOnly } = item as unknown as { source: { value: string } | null; typeOnly: boolean };
      return from === null || typeOnly ? [] : [from.value];
    }
    return [];
  });
  // Loaded while running: everything that is written import('…') outside of a type, and types never await or return it.
  const late = [...source.matchAll(/(?:await|=>|return)\s+import\(\s*['"]([^'"]+)['"]/g)].flatMap(
    ([, name]) => name ?? [],
  );
  return [...statements, ...late];
}
