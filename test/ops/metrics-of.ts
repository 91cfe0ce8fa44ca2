import { dutyNames } from '../../src/report/duty.js';
import { Status } from '../../src/report/status.js';
import type { RunningBot } from '../support/running-bot.js';

/** Every label that may be there, and what it may say. Numbers are the bounds of buckets and quantiles. */
export const allowedLabels: Readonly<Record<string, RegExp>> = {
  status: new RegExp(`^(${Status.options.join('|')})$`),
  duty: new RegExp(`^(${dutyNames.join('|')})$`),
  outcome: /^(posted|later|unsure|undeliverable)$/,
  result: /^(answered|refused|lost)$/,
  reason: /^(newer|key|damaged|changed)$/,
  method:
    /^(auth\.test|views\.(open|push|update|publish)|pins\.add|chat\.(postMessage|postEphemeral|update|delete)|users\.info|usergroups\.users\.list|conversations\.(info|members|history|replies|open))$/,
  le: /^([\d.]+|\+Inf)$/,
};

/** What `/metrics` of a running bot answers. */
export async function metricsOf({ config: { ops } }: RunningBot): Promise<string> {
  const answer = await fetch(`http://${ops?.host}:${ops?.port}/metrics`);
  if (answer.status !== 200) throw new Error(`/metrics answers ${answer.status}`);
  return await answer.text();
}

type Sample = Readonly<{ metric: string; labels: Readonly<Record<string, string>>; value: number }>;

export function samplesIn(text: string): readonly Sample[] {
  return [...text.matchAll(/^([a-z_]+)(?:\{(.*)\})? (\S+)$/gm)].map(([, metric = '', labels = '', value]) => ({
    metric,
    labels: Object.fromEntries([...labels.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', is = '']) => [name, is])),
    value: Number(value),
  }));
}

/** The value of the first sample with this name that has these labels. */
export function valueIn(text: string, name: string, labels: Readonly<Record<string, string>> = {}): number | undefined {
  const fits = (sample: Sample) => Object.entries(labels).every(([label, value]) => sample.labels[label] === value);
  return samplesIn(text).find((sample) => sample.metric === name && fits(sample))?.value;
}

export function labelsIn(text: string): readonly Readonly<{ metric: string; name: string; value: string }>[] {
  return samplesIn(text).flatMap(({ metric, labels }) =>
    Object.entries(labels).map(([name, value]) => ({ metric, name, value })),
  );
}
