import { parse } from 'yaml';
import { textOf } from '../support/project.js';
import { withBot } from '../support/running-bot.js';
import { allowedLabels, metricsOf, samplesIn } from './metrics-of.js';

type Rule = Readonly<{
  alert: string;
  expr: string;
  labels: Readonly<{ severity: string }>;
  annotations: Readonly<{ summary: string }>;
}>;
type Panel = Readonly<{ title: string; targets: readonly Readonly<{ expr: string; legendFormat: string }>[] }>;

const alerts = (parse(textOf('monitoring/alerts.yaml')) as { groups: { rules: Rule[] }[] }).groups.flatMap(
  ({ rules }) => rules,
);
const { panels } = JSON.parse(textOf('monitoring/dashboard.json')) as { panels: Panel[] };
const graphed = panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ in: title, expr })));
const expressions = [...alerts.map(({ alert, expr }) => ({ in: alert, expr })), ...graphed];

/** What Prometheus has of its own in these expressions. */
const known = /^(sum|min|max|abs|absent|rate|increase|histogram_quantile|by|or)$/;

/** What is wrong in an expression, by the labels that each metric has. */
function faultsOf(expr: string, labelsOf: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const faults: string[] = [];
  const bare = expr.replaceAll(/\[\d+[mh]\]/g, '').replaceAll(/"[^"]*"/g, '""');
  const metrics = [...bare.matchAll(/\bvulndesk_\w+/g)].map(([name]) => name);
  if (metrics.length === 0) faults.push('no metric');
  faults.push(...metrics.filter((name) => !labelsOf.has(name)).map((name) => `no metric ${name}`));
  const has = (label: string) => metrics.every((name) => labelsOf.get(name)?.has(label));
  for (const [, labels = ''] of bare.matchAll(/\bby \(([^)]*)\)/g))
    for (const label of labels.split(', ')) {
      // In an alternative the other side may lack it.
      const some = / or /.test(bare) ? metrics.some((name) => labelsOf.get(name)?.has(label)) : has(label);
      if (!some) faults.push(`no label ${label}`);
    }
  for (const [, name = '', label = '', value = ''] of expr.matchAll(/(\w+)\{(\w+)="([^"]*)"\}/g)) {
    if (!labelsOf.get(name)?.has(label)) faults.push(`no label ${label} in ${name}`);
    else if (!allowedLabels[label]?.test(value)) faults.push(`no ${value} in ${label}`);
  }
  if (bare.split('(').length !== bare.split(')').length) faults.push('brackets');
  const words = bare
    .replaceAll(/\bby \([^)]*\)/g, '')
    .replaceAll(/\{[^}]*\}/g, '')
    .match(/[a-z_]+/g);
  faults.push(...(words ?? []).filter((word) => !known.test(word) && !word.startsWith('vulndesk_')));
  return faults;
}

describe('the alert rules and the dashboard', () => {
  let labelsOf: ReadonlyMap<string, ReadonlySet<string>>;
  beforeAll(() =>
    withBot({ ops: true }, async (bot) => {
      await bot.people.ana.files();
      await bot.quiet();
      const samples = samplesIn(await metricsOf(bot)).filter(({ metric }) => metric.startsWith('vulndesk_'));
      labelsOf = new Map(samples.map(({ metric, labels }) => [metric, new Set(Object.keys(labels))]));
    }),
  );

  test.each(expressions)('$in: asks for metrics and labels that a running bot has', ({ expr }) => {
    expect(faultsOf(expr, labelsOf)).toEqual([]);
  });

  test.each([
    ['max(vulndesk_report)', 'no metric vulndesk_report'],
    ['max by (state) (vulndesk_reports)', 'no label state'],
    ['sum(vulndesk_posts_total{outcome="lost"})', 'no lost in outcome'],
    ['sum(vulndesk_posts_total{result="lost"})', 'no label result in vulndesk_posts_total'],
    ['max((vulndesk_reports)', 'brackets'],
    ['median(vulndesk_reports)', 'median'],
    ['max(up)', 'no metric'],
  ])('%s would be noticed', (expr, fault) => {
    expect(faultsOf(expr, labelsOf)).toContain(fault);
  });

  test('the dashboard shows every metric', () => {
    const shown = graphed.flatMap(({ expr }) => [...expr.matchAll(/\bvulndesk_\w+/g)].map(([name]) => name));
    const told = [...labelsOf.keys()].filter((name) => !/_(sum|count)$/.test(name));
    expect(told.filter((name) => !shown.includes(name))).toEqual([]);
  });

  test('each alert has its own name, a severity and a sentence', () => {
    expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
    for (const { labels, annotations } of alerts) {
      expect(labels.severity).toMatch(/^(info|warning|critical)$/);
      expect(annotations.summary).toMatch(/^[A-Z].*\.$/);
    }
  });
});
