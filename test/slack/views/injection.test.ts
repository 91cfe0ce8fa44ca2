import fc from 'fast-check';
import { refusalOfMessage } from '../../../src/sandbox/limits/messages.js';
import { refusalOfView } from '../../../src/sandbox/limits/views.js';
import type { Block } from '../../../src/sandbox/message-log.js';
import { pings } from '../../../src/sandbox/pings.js';
import { visible } from '../../../src/slack/views/kit/visible.js';
import { type FactsOf, type Shown, type SurfaceName, show } from '../../../src/slack/views/surfaces.js';
import { liveIn, surfaceNames, textsOf } from './every-sample.js';
import { injections } from './injection-corpus.js';
import { toldAnew } from './replace-texts.js';
import { english, samplesWith, userIds } from './surface-samples.js';

const samples = samplesWith(english);
/** Large samples say nothing more here, and take long. */
const handySamples = new Map<SurfaceName, readonly object[]>(
  surfaceNames.map((name) => [name, samples[name].filter((facts) => JSON.stringify(facts).length < 20_000)]),
);
const handy = (name: SurfaceName) => handySamples.get(name) ?? [];

/** Everything that is wrong with a surface: pings, links, what is hidden, what Slack would not take. */
function faultsOf(name: SurfaceName, shown: Shown): string[] {
  const view = 'view' in shown ? shown.view : undefined;
  const content =
    'view' in shown ? { text: '', blocks: shown.view.blocks } : { text: shown.text, blocks: shown.blocks };
  const pinged = pings(content as unknown as { text: string; blocks: Block[] });
  const strangers = pinged.filter((one) => !userIds.some((user) => user === one));
  const refusal =
    view === undefined
      ? refusalOfMessage({ ...content, metadata: undefined }, name === 'card')
      : refusalOfView(view, view.type === 'home' ? 'home' : 'modal', []);
  // What stands in an input is edited and kept: it is shown to whoever typed it, as it is.
  const typed = new Set(initialValues(shown));
  return [
    ...strangers.map((one) => `pings ${one}`),
    ...(refusal === undefined ? [] : [`refused: ${refusal.code} ${refusal.lines[0] ?? ''}`]),
    ...textsOf(shown).flatMap(({ text, marked }) => [
      ...(hidesNothing(text) || typed.has(text) ? [] : [`hides something: ${JSON.stringify(text)}`]),
      ...(marked ? liveIn(text).map((one) => `brings ${one} to life in ${text}`) : []),
    ]),
  ];
}

function initialValues(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'initial_value' && typeof inner === 'string' ? [inner] : initialValues(inner),
  );
}

/** How many strings stood in a drawn surface's facts, and what was wrong. */
/** What a date token begins with is the bot's own. */
const hidesNothing = (text: string) => {
  const ours = text.replaceAll('^\u2060{', '^{');
  return visible(ours) === ours;
};

function drawWith(name: SurfaceName, turn: number, tell: () => string) {
  const facts = handy(name);
  const drawn = facts[turn % facts.length];
  if (drawn === undefined) throw new Error(`${name} has no handy sample`);
  let told = 0;
  const anew = toldAnew(drawn, () => {
    told += 1;
    return tell();
  });
  const language = Math.floor(turn / facts.length) % 2 === 0 ? 'en' : 'zh';
  const shown = show(name, anew as FactsOf<typeof name>, language) as Shown;
  return { told, faults: faultsOf(name, shown).map((fault) => `${name}: ${fault}`) };
}

describe('what people wrote, wherever it stands', () => {
  let told = 0;
  let drawn = 0;
  afterAll(() => {
    console.info(`injections: ${injections.length} strings, ${drawn} surfaces drawn, ${told} places filled`);
  });

  it('is a corpus worth trying', () => {
    expect(injections.length).toBeGreaterThanOrEqual(2000);
    expect(new Set(injections).size).toBe(injections.length);
  });

  it.each(surfaceNames)('pings nobody, links nowhere and hides nothing: %s', (name) => {
    const faults: string[] = [];
    let next = 0;
    // A surface without a person's words is drawn with every sample; any other until the whole corpus stood in it.
    for (let turn = 0; turn < 2 * handy(name).length || (next > 0 && next < injections.length); turn += 1) {
      const one = drawWith(name, turn, () => injections[next++ % injections.length] ?? '');
      told += one.told;
      drawn += 1;
      faults.push(...one.faults);
    }
    expect([...new Set(faults)].slice(0, 5)).toEqual([]);
  });

  it('does neither with any string of Unicode', () => {
    let tried = 0;
    const some = fc.string({
      unit: fc.oneof(fc.constantFrom(...injections), fc.string({ unit: 'binary', maxLength: 3 })),
    });
    fc.assert(
      fc.property(fc.constantFrom(...surfaceNames), fc.nat(200), some, (name, turn, text) => {
        const { told: places, faults } = drawWith(name, turn, () => text);
        if (places > 0) tried += 1;
        expect(faults).toEqual([]);
      }),
      { numRuns: 500, verbose: 1 },
    );
    expect(tried).toBeGreaterThan(200);
  });
});
