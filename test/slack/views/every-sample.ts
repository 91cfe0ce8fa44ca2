import { Language } from '../../../src/report/form.js';
import { type FactsOf, type Shown, type SurfaceName, show, surfaces } from '../../../src/slack/views/surfaces.js';
import { channel, samplesWith, type Told, userIds } from './surface-samples.js';

export const surfaceNames = Object.keys(surfaces) as readonly SurfaceName[];

/** A surface as it was drawn from a sample. `what` says which, for the message of a failing test. */
export type Drawn = Readonly<{ name: SurfaceName; language: Language; what: string; shown: Shown }>;

/** Every surface in both languages, from every sample told with these texts. */
export function drawAll(told: Told, languages: readonly Language[] = Language.options): readonly Drawn[] {
  const samples = samplesWith(told);
  return surfaceNames.flatMap((name) =>
    samples[name].flatMap((facts, i) =>
      languages.map((language) => ({
        name,
        language,
        what: `${name}, sample ${i + 1}, ${language}`,
        shown: show(name, facts as FactsOf<typeof name>, language) as Shown,
      })),
    ),
  );
}

/** Every text of a surface: `marked` ones are read for markup by Slack, the others shown as they are. */
export function textsOf(shown: Shown): readonly Readonly<{ text: string; marked: boolean }>[] {
  const found: { text: string; marked: boolean }[] = [];
  if ('text' in shown) found.push({ text: shown.text, marked: true });
  walk(shown, (object) => {
    if (typeof object.text === 'string' && ['mrkdwn', 'plain_text', 'text'].includes(String(object.type)))
      found.push({ text: object.text, marked: object.type === 'mrkdwn' });
    for (const name of ['initial_value', 'accessibility_label'])
      if (typeof object[name] === 'string') found.push({ text: String(object[name]), marked: false });
  });
  return found;
}

/** Calls `see` with each object inside. */
export function walk(value: unknown, see: (object: Record<string, unknown>) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) see(value as Record<string, unknown>);
  for (const inner of Object.values(value)) walk(inner, see);
}

/** What surfaces mean to bring to life: our people, our channels; and dates. */
const own = [...userIds.map((user) => `<@${user}>`), `<#${channel}>`, '<#C0ANNOUNCE>'];

/** What Slack would bring to life in a marked-up text, beyond what the surface itself means to. */
export function liveIn(text: string): string[] {
  const rest = text.replace(/<[^<>]*>/g, (token) => {
    const date = /^<!date\^\d+\^\u2060?\{day_divider_pretty\},? \{time\}\|[^<>|]*(Asia\/Shanghai)[^<>|]*>$/.test(token);
    return own.includes(token) || date ? '' : token;
  });
  return rest.match(/[<>]|&(?!amp;|lt;|gt;)/g) ?? [];
}
